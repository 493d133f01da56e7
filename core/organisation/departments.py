"""Some of the departments, as a board says it."""

from core.danish import number, part_of


def departments_among(some: int, whole: int, *, chosen: bool) -> str:
    """'3 af 38 afdelinger', 'alle 38 afdelinger', 'den ene afdeling'; of chosen ones '1 af de 2 valgte afdelinger'."""
    if not chosen:
        return part_of(some, whole, "afdeling", "afdelinger")
    if whole == 1:
        return "den valgte afdeling"
    if some < whole:
        return f"{number(some)} af de {number(whole)} valgte afdelinger"
    return f"{'begge' if whole == 2 else 'alle'} de valgte afdelinger"
