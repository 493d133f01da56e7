"""Notice: a least number of days between decision and activity."""

from core.pool.days_before import days_before
from core.pool.rule import Rule
from core.pool.rule_values import LEAST_DAYS

RULE = Rule(
    key="days_from_decision",
    name="dage fra afgørelse til aktivitet",
    place=140,
    source="other organisations' guidelines",
    value=LEAST_DAYS,
    asks=("activity_first",),
    judged=lambda case, least: days_before(case.decided_on, case.application.activity_first, least, "afgørelsen"),
)
