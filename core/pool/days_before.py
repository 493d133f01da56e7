"""A least number of days between decision or application and the activity."""

from datetime import date

from core.danish import count, day
from core.pool.finding import Finding, Verdict, kept_if, unknown


def days_before(start: date, first_day: date | None, least: int, start_word: str) -> Finding:
    """start: the day counted from; start_word names it ('afgørelsen', 'ansøgningen')."""
    if first_day is None:
        return unknown("aktivitetens første dag", least=least)
    days = (first_day - start).days
    if days < 0:
        return Finding(
            Verdict.BROKEN,
            f"Aktivitetens første dag {day(first_day)} er {count(-days, 'dag', 'dage')} før {start_word} {day(start)}; "
            f"der skal være mindst {count(least, 'dag', 'dage')} imellem",
            {"days": days, "least": least},
        )
    between = f"fra {start_word} {day(start)} til aktivitetens første dag {day(first_day)}"
    return kept_if(
        days >= least,
        f"{count(days, 'dag', 'dage')} {between}; mindst {least}",
        f"{count(days, 'dag', 'dage')} {between}; der skal være mindst {least}",
        days=days,
        least=least,
    )
