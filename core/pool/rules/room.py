"""Room in the pool: the amount is at most what was free on the day, before this grant."""

from collections.abc import Sequence
from dataclasses import replace

from core.danish import kroner, listed
from core.pool.balance import balance_on
from core.pool.case import Case, doubts_about_room
from core.pool.finding import Finding, Verdict, kept_if, unknown
from core.pool.position import position_on
from core.pool.rule import Limit, Rule
from core.pool.rule_values import switch


def room(amount: int | None, free_before: int, same_day: Sequence[tuple[str, int]] = ()) -> Finding:
    """In øre; free_before counts every other grant of the same day; same_day: those, by project and what each takes.
    Where nothing is left there is no room for any amount.
    """
    left = left_in_words(free_before)
    nothing = left if free_before <= 0 else ""
    if amount is None and not nothing:
        return unknown("beløb", free_before=free_before)
    if amount is None:
        return Finding(Verdict.BROKEN, f"Der er ikke plads: {left}", {"free_before": free_before}, nothing=nothing)
    found = kept_if(
        amount <= free_before,
        f"Der er plads til {kroner(amount)}: {left}",
        f"Der er ikke plads til {kroner(amount)}: {left}{_beside(same_day)}",
        amount=amount,
        free_before=free_before,
    )
    return replace(found, nothing=nothing)


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


def _judged(case: Case, _: object) -> Finding:
    on = case.decided_on
    return room(case.amount, balance_on(case.others, on).free, _same_day(case) if case.decided else ())


def _same_day(case: Case) -> list[tuple[str, int]]:
    """The other grants of the day, by project, and what each takes from the pool."""
    others = [one for one in case.others.applications if one.decided == case.decided_on]
    positions = ((one, position_on(one, case.others.invoices_of(one), case.decided_on)) for one in others)
    return [(one.project, position.bound) for one, position in positions if position and position.bound]


def _most(case: Case, _: object) -> Limit:
    free = balance_on(case.others, case.decided_on).free
    return Limit(max(free, 0), left_in_words(free))


RULE = Rule(
    key="room",
    name="plads i puljen",
    place=20,
    source="the guidelines of 15 May 2023",
    value=switch("ja, eller nej, hvis puljen må overtrækkes"),
    implied=lambda pool: "Penge, der ikke er der, kan ikke bevilges",
    asks=("requested",),
    judged=_judged,
    doubts=doubts_about_room,
    most=_most,
)
