"""Which target an indicator has on a date."""

from collections.abc import Iterable
from datetime import date

from core.action_plans.tables import Target


def target_on(targets: Iterable[Target], on: date) -> Target | None:
    """Of one indicator's targets the latest that holds on the date; before the first of them, the first."""
    ordered = sorted(targets, key=lambda one: one.valid_from)
    held = [one for one in ordered if one.valid_from <= on]
    return held[-1] if held else next(iter(ordered), None)
