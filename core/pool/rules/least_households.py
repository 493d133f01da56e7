"""At least so many households."""

from core.pool.at_least import at_least
from core.pool.rule import Rule
from core.pool.rule_values import at_least_value

RULE = Rule(
    key="least_households",
    name="mindst husstande",
    place=170,
    source="other organisations' guidelines",
    value=at_least_value("husstand", "husstande"),
    asks=("households",),
    judged=lambda case, least: at_least(case.application.households, least, "husstand", "husstande", "antal husstande"),
)
