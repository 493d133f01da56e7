from typing import Any

import pytest

from core.pool.balance import balance_on
from core.pool.finding import Verdict
from core.pool.judge import due_of_grants, judge
from core.pool.notice import Notice, Unit
from core.pool.rules.lapse import lapse
from core.pool.tables import Application
from core.subject.event import Event
from tests.core.pool.build import a_ledger, day, dispensation, findings, grant, invoice, rule, said

KEPT, BROKEN, UNKNOWN = Verdict.KEPT, Verdict.BROKEN, Verdict.UNKNOWN
YEAR = Notice(12, Unit.MONTHS)
RULES = [rule("tilsagn bortfalder", YEAR)]
GRANT = grant("A1", 8_000_00, "2024-02-29")


@pytest.mark.parametrize(
    ("as_of", "ended", "verdict", "text"),
    [
        pytest.param("2025-02-28", None, KEPT, "Tilsagnet gælder til 28. feb. 2025", id="its last day"),
        pytest.param(
            "2025-03-01",
            None,
            BROKEN,
            "Tilsagnet skulle være afsluttet eller bortfaldet 28. feb. 2025, og det er stadig åbent",
            id="the day after",
        ),
        pytest.param(
            "2030-01-01",
            "2025-02-28",
            KEPT,
            "Afsluttet eller bortfaldet 28. feb. 2025, senest 28. feb. 2025",
            id="ended on the last day",
        ),
        pytest.param(
            "2030-01-01",
            "2025-03-01",
            BROKEN,
            "Afsluttet eller bortfaldet 1. mar. 2025; det skulle være sket senest 28. feb. 2025",
            id="ended the day after",
        ),
    ],
)
def test_a_grant_is_ended_in_time(as_of: str, ended: str | None, verdict: Verdict, text: str) -> None:
    finding = lapse(day("2024-02-29"), day(ended) if ended else None, YEAR, day(as_of))
    assert (finding.verdict, finding.text) == (verdict, text)


def test_without_a_grant_there_is_nothing_to_lapse() -> None:
    assert lapse(None, None, YEAR, day("2025-01-01")).missing == "et tilsagn"


def due(one: Application, *rows: Any, on: str) -> list[Event]:
    return list(due_of_grants(a_ledger(one, *rows), RULES, day(on)))


@pytest.mark.parametrize(
    ("on", "what"),
    [
        ("2025-02-28", "tilsagnet bortfalder, hvis det ikke er afsluttet; 7.000 kr. er bundet"),
        ("2025-03-01", "tilsagnet skulle være bortfaldet; 7.000 kr. er bundet"),
    ],
)
def test_an_open_grant_is_told_with_its_day_and_what_it_binds(on: str, what: str) -> None:
    (found,) = due(GRANT, invoice(1_000_00, paid="2024-03-01"), on=on)
    assert (found.on, found.about, said(found.what)) == (day("2025-02-28"), "Projekt A1", what)


@pytest.mark.parametrize(
    ("one", "rows"),
    [
        pytest.param(grant("A1", 1_00, "2024-02-29", closed="2024-05-01"), [], id="closed"),
        pytest.param(grant("A1", 1_00, "2024-02-29", lapsed="2024-05-01"), [], id="lapsed"),
        pytest.param(grant("A1", 1_00, "2023-05-14"), [], id="granted before the rule held"),
        pytest.param(GRANT, [dispensation("tilsagn bortfalder", "2024-03-01")], id="excepted"),
    ],
)
def test_nothing_falls_due_for_what_has_ended_or_is_not_under_the_rule(one: Application, rows: list[Any]) -> None:
    assert due(one, *rows, on="2025-06-01") == []


def test_no_money_moves_by_itself() -> None:
    ledger = a_ledger(GRANT)
    assert findings(judge(GRANT, ledger, RULES, day("2026-01-01")))["lapse"].verdict is BROKEN
    assert balance_on(ledger, day("2026-01-01")).committed == 8_000_00
