"""At least so many households, participants or departments."""

from typing import Any

import pytest

from core.pool.at_least import at_least
from core.pool.finding import Finding, Verdict
from core.pool.judge import judge
from core.pool.tables import Application
from tests.core.pool.build import a_full_application, a_ledger, day, findings, rule

KEPT, BROKEN, UNKNOWN = Verdict.KEPT, Verdict.BROKEN, Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("found", "least", "verdict", "text"),
    [
        (3, 3, KEPT, "Der er 3 husstande, og der skal være mindst 3"),
        (2, 3, BROKEN, "Der er 2 husstande, men der skal være mindst 3"),
        (1, 3, BROKEN, "Der er 1 husstand, men der skal være mindst 3"),
        (0, 1, BROKEN, "Der er 0 husstande, men der skal være mindst 1"),
        (0, 0, KEPT, "Der er 0 husstande, og der skal være mindst 0"),
        (1200, 1000, KEPT, "Der er 1.200 husstande, og der skal være mindst 1.000"),
    ],
)
def test_the_least_is_enough_and_one_less_is_not(found: int, least: int, verdict: Verdict, text: str) -> None:
    finding = at_least(found, least, "husstand", "husstande", "antal husstande")
    assert (finding.verdict, finding.text) == (verdict, text)


def test_what_is_not_stated_is_asked_for() -> None:
    assert at_least(None, 3, "husstand", "husstande", "antal husstande").missing == "antal husstande"


def found(name: str, least: int, one: Application) -> Finding:
    key = {"husstande": "least_households", "deltagere": "least_participants", "afdelinger": "least_departments"}[name]
    return findings(judge(one, a_ledger(one), [rule(f"mindst {name}", least)], day("2024-02-01")))[key]


@pytest.mark.parametrize(
    ("name", "field", "enough", "too_few"),
    [
        ("husstande", "households", 3, 2),
        ("deltagere", "participants", 3, 2),
        ("afdelinger", "departments", ("1", "2", "3"), ("1", "2")),
    ],
)
def test_each_counts_what_the_application_states(name: str, field: str, enough: Any, too_few: Any) -> None:
    assert found(name, 3, a_full_application(**{field: enough})).verdict is KEPT
    assert found(name, 3, a_full_application(**{field: too_few})).verdict is BROKEN


@pytest.mark.parametrize(
    ("name", "cells", "missing"),
    [
        ("husstande", {"households": None}, "antal husstande"),
        ("deltagere", {"participants": None}, "antal deltagere"),
        ("afdelinger", {"departments": ()}, "afdeling"),
        ("afdelinger", {"departments": (), "unreadable": frozenset({"departments"})}, "afdeling"),
    ],
)
def test_an_application_that_does_not_say_is_asked(name: str, cells: dict[str, Any], missing: str) -> None:
    finding = found(name, 1, a_full_application(**cells))
    assert (finding.verdict, finding.missing) == (UNKNOWN, missing)
