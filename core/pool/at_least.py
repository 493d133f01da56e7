"""What several rules share: there are at least so many of something."""

from core.danish import count, number
from core.pool.finding import Finding, kept_if, unknown


def at_least(found: int | None, least: int, one: str, many: str, missing: str) -> Finding:
    """one, many: the words for what is counted; missing: what is asked for where it is not known how many there are."""
    if found is None:
        return unknown(missing, least=least)
    there = count(found, one, many)
    return kept_if(
        found >= least,
        f"Der er {there}, og der skal være mindst {number(least)}",
        f"Der er {there}, men der skal være mindst {number(least)}",
        found=found,
        least=least,
    )
