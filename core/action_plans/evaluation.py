"""When an action plan is to be evaluated: a year after the last time, or after it began."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.action_plans.tables import ActionPlan, Evaluation
from core.calendar.months import months_after


@dataclass(frozen=True, slots=True)
class Due:
    # The latest evaluation not after the date.
    last: Evaluation | None
    # When the next is due, None for a plan that has ended.
    on: date | None
    # How many days late, 0 where it is not.
    days_over: int

    @property
    def overdue(self) -> bool:
        return self.days_over > 0


def evaluation_due(plan: ActionPlan, evaluations: Iterable[Evaluation], on: date) -> Due:
    """evaluations: those of the plan. Overdue is the day after it is due."""
    last = max((one for one in evaluations if one.date <= on), key=lambda one: one.date, default=None)
    due = months_after(last.date if last else plan.first, 12)
    if plan.last is not None and plan.last <= min(on, due):
        return Due(last, None, 0)
    return Due(last, due, max((on - due).days, 0))
