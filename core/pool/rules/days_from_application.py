"""Notice: a least number of days between application and activity."""

from core.pool.days_before import days_before
from core.pool.rule import Rule
from core.pool.rule_values import LEAST_DAYS

RULE = Rule(
    key="days_from_application",
    name="dage fra ansøgning til aktivitet",
    place=150,
    source="other organisations' guidelines",
    value=LEAST_DAYS,
    asks=("received", "activity_first"),
    judged=lambda case, least: days_before(
        case.application.received, case.application.activity_first, least, "ansøgningen"
    ),
)
