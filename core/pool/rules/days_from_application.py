"""Notice: a least time between application and activity."""

from core.pool.notice import LEAST_NOTICE, notice_given
from core.pool.rule import Rule

RULE = Rule(
    key="days_from_application",
    name="dage fra ansøgning til aktivitet",
    place=150,
    source="other organisations' guidelines",
    value=LEAST_NOTICE,
    asks=("received", "activity_first"),
    judged=lambda case, least: notice_given(
        case.application.received, case.application.activity_first, least, "ansøgningen"
    ),
)
