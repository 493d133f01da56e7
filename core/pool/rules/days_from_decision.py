"""Notice: a least time between decision and activity."""

from core.pool.notice import LEAST_NOTICE, notice_given
from core.pool.rule import Rule

RULE = Rule(
    key="days_from_decision",
    name="dage fra afgørelse til aktivitet",
    place=140,
    source="other organisations' guidelines",
    value=LEAST_NOTICE,
    asks=("activity_first",),
    judged=lambda case, least: notice_given(case.decided_on, case.application.activity_first, least, "afgørelsen"),
)
