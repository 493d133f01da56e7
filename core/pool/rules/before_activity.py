"""Grant before activity: the decision comes before the activity's first day."""

from datetime import date

from core.danish import day
from core.pool.finding import Finding, Verdict, kept_if, unknown
from core.pool.rule import Rule
from core.pool.rule_values import switch


def before_activity(decided: date, first_day: date | None) -> Finding:
    """The same day cannot be told from dates alone."""
    if first_day is None:
        return unknown("aktivitetens første dag", decided=decided)
    if decided == first_day:
        return Finding(
            Verdict.UNKNOWN,
            f"Afgørelse og aktivitet er samme dag, {day(decided)}: klokkeslættet afgør det",
            {"decided": decided, "first_day": first_day},
            "klokkeslæt for afgørelse og aktivitet",
        )
    return kept_if(
        decided < first_day,
        f"Afgørelsen {day(decided)} er før aktivitetens første dag {day(first_day)}",
        f"Afgørelsen {day(decided)} er efter aktivitetens første dag {day(first_day)}",
        decided=decided,
        first_day=first_day,
    )


RULE = Rule(
    key="before_activity",
    name="tilsagn før aktivitet",
    place=60,
    source="the guidelines of 15 May 2023",
    value=switch(),
    asks=("activity_first",),
    judged=lambda case, _: before_activity(case.decided_on, case.application.activity_first),
)
