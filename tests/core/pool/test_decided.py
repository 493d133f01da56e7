from typing import Any

import pytest

from core.pool.decided import decision_in_words
from core.pool.tables import Application
from tests.core.pool.build import application, day, grant, rejection, said


@pytest.mark.parametrize(
    ("one", "on", "sentence"),
    [
        pytest.param(application(), "2024-06-01", "", id="it waits"),
        pytest.param(
            application(), "2024-01-09", "Projekt A1 er først modtaget 10. jan. 2024.", id="the day before it came"
        ),
        pytest.param(application(), "2024-01-10", "", id="the day it came"),
        pytest.param(
            rejection("A1", "2024-02-01"), "2024-06-01", "Projekt A1 er afgjort: afslag 1. feb. 2024.", id="rejected"
        ),
        pytest.param(
            grant("A1", 8_000_00, "2024-02-01", received="2024-01-10"), "2024-01-31", "", id="before the decision"
        ),
        pytest.param(
            grant("A1", 8_000_00, "2024-02-01"),
            "2024-02-01",
            "Projekt A1 er afgjort: tilsagn på 8.000 kr. 1. feb. 2024.",
            id="granted that day",
        ),
        pytest.param(
            grant("A1", 8_000_50, "2024-02-01", closed="2024-05-01"),
            "2024-05-01",
            "Projekt A1 er afgjort: tilsagn på 8.000,50 kr. 1. feb. 2024, og projektet er afsluttet.",
            id="closed",
        ),
        pytest.param(
            grant("A1", 8_000_00, "2024-02-01", lapsed="2024-05-01"),
            "2024-06-01",
            "Projekt A1 er afgjort: tilsagn på 8.000 kr. 1. feb. 2024, og projektet er bortfaldet.",
            id="lapsed",
        ),
    ],
)
def test_an_application_that_has_its_answer_says_which_and_when(one: Application, on: str, sentence: Any) -> None:
    assert said(decision_in_words(one, day(on))) == sentence
