"""At least so many departments behind an application."""

from core.pool.at_least import at_least
from core.pool.case import Case
from core.pool.finding import Finding
from core.pool.rule import Rule
from core.pool.rule_values import at_least_value


def _judged(case: Case, least: int) -> Finding:
    """An application that names no department has not said which."""
    named = len(case.departments) if case.departments else None
    return at_least(named, least, "afdeling", "afdelinger", "afdeling")


RULE = Rule(
    key="least_departments",
    name="mindst afdelinger",
    place=190,
    source="other organisations' guidelines",
    value=at_least_value("afdeling", "afdelinger"),
    asks=("departments",),
    judged=_judged,
)
