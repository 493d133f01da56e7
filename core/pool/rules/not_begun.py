"""No grant for something already begun."""

from datetime import date

from core.danish import day
from core.pool.finding import Finding, Verdict, unknown, unsaid
from core.pool.rule import Rule
from core.pool.rule_values import switch


def not_begun(begun: bool | None, first_day: date | None, decided: date, *, unreadable: bool = False) -> Finding:
    """Begun if recorded so, or if the activity's first day was before the decision. unreadable: whether there is such a
    day that cannot be read, whatever else is recorded.
    """
    if begun:
        return Finding(Verdict.BROKEN, "Arbejdet var begyndt, da der blev søgt", {"begun": True})
    if first_day is not None and first_day < decided:
        return Finding(
            Verdict.BROKEN,
            f"Aktiviteten begyndte {day(first_day)}, før afgørelsen {day(decided)}",
            {"first_day": first_day, "decided": decided},
        )
    if begun is None:
        return unsaid("om arbejdet er begyndt")
    if unreadable:
        return unknown("aktivitetens første dag")
    return Finding(Verdict.KEPT, "Arbejdet var ikke begyndt", {"begun": False})


RULE = Rule(
    key="not_begun",
    name="ikke begyndt",
    place=160,
    source="other organisations' guidelines",
    value=switch(),
    asks=("begun", "activity_first"),
    judged=lambda case, _: not_begun(
        case.application.begun,
        case.application.activity_first,
        case.decided_on,
        unreadable="activity_first" in case.application.unreadable,
    ),
)
