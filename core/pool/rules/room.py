"""Room in the pool: the amount is at most what was free on the day, before this grant."""

from collections.abc import Sequence

from core.danish import kroner, listed
from core.pool.finding import Finding, Verdict, kept_if, unknown


def room(amount: int | None, free_before: int, same_day: Sequence[tuple[str, int]] = ()) -> Finding:
    """In øre; free_before counts every other grant of the same day; same_day: those, by project and what each takes.
    Where nothing is left there is no room for any amount.
    """
    if amount is None and free_before > 0:
        return unknown("beløb", free_before=free_before)
    if amount is None:
        return Finding(Verdict.BROKEN, f"Der er ikke plads: {left_in_words(free_before)}", {"free_before": free_before})
    return kept_if(
        amount <= free_before,
        f"Der er plads til {kroner(amount)}: {left_in_words(free_before)}",
        f"Der er ikke plads til {kroner(amount)}: {left_in_words(free_before)}{_beside(same_day)}",
        amount=amount,
        free_before=free_before,
    )


def left_in_words(free: int) -> str:
    """'puljen har 64.500 kr. tilbage', 'puljen er brugt op', 'puljen er overtrukket med 10.000 kr.'"""
    if free < 0:
        return f"puljen er overtrukket med {kroner(-free)}"
    return f"puljen har {kroner(free)} tilbage" if free else "puljen er brugt op"


def _beside(same_day: Sequence[tuple[str, int]]) -> str:
    if not same_day:
        return ""
    named = listed(f"»{project}« ({kroner(amount)})" for project, amount in same_day)
    grants = "tilsagnet" if len(same_day) == 1 else "tilsagnene"
    return f", når {grants} samme dag til {named} er trukket fra"
