"""At least so many participants."""

from core.pool.at_least import at_least
from core.pool.rule import Rule
from core.pool.rule_values import at_least_value

RULE = Rule(
    key="least_participants",
    name="mindst deltagere",
    place=180,
    source="other organisations' guidelines",
    value=at_least_value("deltager", "deltagere"),
    asks=("participants",),
    judged=lambda case, least: at_least(
        case.application.participants, least, "deltager", "deltagere", "antal deltagere"
    ),
)
