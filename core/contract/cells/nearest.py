"""What was probably meant by something typed that is not among the names it must be one of."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

from core.contract.cells.cell import in_short, slug

_LIKE_ENOUGH = 0.7


def nearest(typed: str, names: Iterable[str]) -> str | None:
    """The name most like it; None where none is like it, or where several are so equally."""
    by_slug = {slug(name): name for name in names}
    wanted = slug(typed)
    found = get_close_matches(wanted, by_slug, n=2, cutoff=_LIKE_ENOUGH)
    if not found or (len(found) > 1 and len({SequenceMatcher(None, one, wanted).ratio() for one in found}) == 1):
        return None
    return by_slug[found[0]]


def perhaps(typed: str, names: Iterable[str]) -> str:
    """' Mener du »Egholmparken«?' to stand after what is wrong; '' where there is nothing to suggest."""
    name = nearest(typed, names)
    return f" Mener du »{in_short(name)}«?" if name else ""
