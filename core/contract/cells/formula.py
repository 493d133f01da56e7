"""What a spreadsheet takes for a formula when it is typed or pasted into a cell."""

_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def begins_like_a_formula(text: str) -> bool:
    return text.lstrip().startswith(_SIGNS)
