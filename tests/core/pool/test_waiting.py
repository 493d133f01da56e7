from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.dataset import read_dataset
from core.pool.balance import balance_on
from core.pool.finding import Verdict
from core.pool.judge import judge
from core.pool.ledger import ledger_in
from core.pool.overview import pool_overview
from core.pool.rule_table import PoolRule
from core.pool.tables import Application, Pool
from core.pool.unread import unread_payments
from core.pool.waiting import (
    Waiting,
    beyond_in_words,
    doubt_in_words,
    waiting_in_words,
    waiting_of,
    what_else_waits,
)
from core.subjects import CONTRACT
from tests.core.contract.build import Cells, raw_tables, read
from tests.core.contract.build import application as raw_application
from tests.core.contract.build import grant as raw_grant
from tests.core.contract.build import invoice as raw_invoice
from tests.core.contract.build import pool as raw_pool
from tests.core.contract.build import pool_rule as raw_rule
from tests.core.pool.build import a_ledger, a_pool, application, day, grant, rejection, said

ON = "2024-06-01"


def asks(*amounts: int | None, **given: Any) -> list[Application]:
    return [application(f"B{place}", requested=amount, **given) for place, amount in enumerate(amounts, 1)]


def waiting(*rows: Application, on: str = ON, aside: int = 0, appropriation: int = 30_000_00) -> Waiting:
    pool = a_pool(appropriation=appropriation)
    return waiting_of(pool, balance_on(a_ledger(*rows, pool=pool), day(on)), day(on), aside)


OVERDRAWN = grant("A1", 40_000_00, "2024-02-01")
"""10.000 kr. more than the 30.000 that the pool has here."""


@pytest.mark.parametrize(
    ("rows", "sentence", "beyond"),
    [
        pytest.param([], "", "", id="none"),
        pytest.param([grant("A1", 5_000_00, "2024-02-01"), rejection("A2", "2024-02-01")], "", "", id="all answered"),
        pytest.param(
            asks(30_000_00),
            "Der venter 1 ansøgning på 30.000 kr., og der er 30.000 kr. tilbage.",
            "",
            id="one that fits",
        ),
        pytest.param(
            asks(30_000_01),
            "Der venter 1 ansøgning på 30.000,01 kr.: 0,01 kr. mere, end der er.",
            "0,01 kr. mere, end der er",
            id="one øre above",
        ),
        pytest.param(
            asks(20_000_00, 10_000_00),
            "Der venter 2 ansøgninger på i alt 30.000 kr., og der er 30.000 kr. tilbage.",
            "",
            id="two that fit together",
        ),
        pytest.param(
            asks(20_000_00, 20_000_00),
            "Der venter 2 ansøgninger på i alt 40.000 kr.: 10.000 kr. mere, end der er.",
            "10.000 kr. mere, end der er",
            id="two of which each fits alone",
        ),
        pytest.param(
            asks(None), "Der venter 1 ansøgning med ukendt beløb, og der er 30.000 kr. tilbage.", "", id="one unknown"
        ),
        pytest.param(
            asks(None, None),
            "Der venter 2 ansøgninger med ukendte beløb, og der er 30.000 kr. tilbage.",
            "",
            id="two unknown",
        ),
        pytest.param(
            asks(8_000_00, None),
            "Der venter 2 ansøgninger på i alt mindst 8.000 kr., og der er 30.000 kr. tilbage.",
            "",
            id="one known, one unknown",
        ),
        pytest.param(
            asks(31_000_00, None, None),
            "Der venter 3 ansøgninger på i alt mindst 31.000 kr.: mindst 1.000 kr. mere, end der er.",
            "mindst 1.000 kr. mere, end der er",
            id="the known alone are too much",
        ),
        pytest.param(
            [OVERDRAWN, *asks(5_000_00)],
            "Der venter 1 ansøgning på 5.000 kr.: 5.000 kr. mere, end der er, for puljen er overtrukket med 10.000 kr.",
            "5.000 kr. mere, end der er",
            id="of an overdrawn pool nothing is there",
        ),
        pytest.param(
            [OVERDRAWN, *asks(None)],
            "Der venter 1 ansøgning med ukendt beløb, og puljen er overtrukket med 10.000 kr.",
            "",
            id="unknown, of an overdrawn pool",
        ),
    ],
)
def test_what_waits_is_set_against_what_is_left(rows: list[Application], sentence: str, beyond: str) -> None:
    found = waiting(*rows)
    assert said(waiting_in_words(found)) == sentence
    assert said(beyond_in_words(found)) == beyond


@pytest.mark.parametrize(
    ("rows", "drafts", "doubt"),
    [
        ([], 0, ""),
        ([], 1, "1 ansøgning er ved at blive skrevet og er ikke regnet med."),
        (asks(5_000_00), 0, ""),
        (asks(5_000_00), 1, "1 ansøgning er ved at blive skrevet og er ikke regnet med."),
        (asks(5_000_00), 2, "2 ansøgninger er ved at blive skrevet og er ikke regnet med."),
        (
            asks(5_000_00, None),
            1,
            "1 ansøgning er ved at blive skrevet og er ikke regnet med. Beløbet er ukendt for 1 af dem. "
            "Om der er nok, kan ikke siges.",
        ),
    ],
)
def test_what_somebody_is_still_typing_is_told_beside_what_waits(
    rows: list[Application], drafts: int, doubt: str
) -> None:
    found = replace(waiting(*rows), drafts=drafts)
    assert said(doubt_in_words(found)) == doubt
    assert said(waiting_in_words(found)) == said(waiting_in_words(waiting(*rows)))
    assert doubt_in_words(replace(found, on=day("2025-01-01"))) == "", "nothing can be granted any more"


def test_an_application_in_the_last_row_that_lacks_a_cell_is_told_where_what_waits_is_told() -> None:
    draft = {"id": "A9", "pool": "2024", "project": "Fest", "requested": "25.000"}
    rows = [raw_grant(), raw_application(id="A2", requested="5.000")]
    for more, drafts in (([], 0), ([draft], 1), ([{**draft, "requested": ""}], 0), ([{**draft, "pool": "2099"}], 1)):
        dataset = read(applications=[*rows, *more])
        overview = pool_overview(dataset, dataset.of(Pool)[0], day(ON))
        assert overview.waiting.drafts == drafts
        assert (overview.money_aside, overview.waiting.aside) == (0, 0), "it binds nothing"
        beside = what_else_waits(dataset.of(Application)[1], overview.ledger, day(ON))
        assert said(beside) == "1 ansøgning er ved at blive skrevet og er ikke regnet med." * drafts


def test_an_application_being_typed_for_another_pool_is_not_told() -> None:
    pools = [raw_pool(), raw_pool(id="G", name="Grøn pulje")]
    draft = {"id": "A9", "pool": "G", "project": "Fest", "requested": "25.000"}
    dataset = read(pools=pools, applications=[raw_grant(), draft])
    drafts = {pool.id: pool_overview(dataset, pool, day(ON)).waiting.drafts for pool in dataset.of(Pool)}
    assert drafts == {"2024": 0, "G": 1}


def test_a_payment_on_an_application_that_is_being_typed_still_opens_what_is_left() -> None:
    draft = {"id": "A9", "pool": "2024", "project": "Fest", "requested": "25.000"}
    dataset = read(applications=[raw_grant(), draft], invoices=[raw_invoice(application="A9", paid="01-03-2024")])
    ledger = ledger_in(dataset, dataset.of(Pool)[0])
    assert [row.table for row in unread_payments(ledger.aside, day(ON), "A1")] == ["invoices"]


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        pytest.param({"application": None, "supplier": "Karen"}, Verdict.UNKNOWN, id="of no application yet"),
        pytest.param({"amount": None, "supplier": "Karen"}, Verdict.UNKNOWN, id="of this one, without its amount"),
        pytest.param({"amount": None, "application": "A2"}, Verdict.KEPT, id="of another"),
        pytest.param({"invoiced": "01-07-2024", "amount": None}, Verdict.KEPT, id="dated later"),
    ],
)
def test_an_invoice_that_is_being_typed_opens_the_rules_about_invoices(row: Cells, verdict: Verdict) -> None:
    raws = raw_tables(
        pool_rules=[raw_rule(), raw_rule(rule="faktura fra tredjepart", value="ja")],
        applications=[raw_grant(applicant="Karen"), raw_grant(id="A2")],
        invoices=[raw_invoice(supplier="Bageren"), {**raw_invoice(id="F2"), **row}],
    )
    dataset = read_dataset(CONTRACT, raws.values())
    assert dataset.not_counted("invoices") == 0
    ledger = ledger_in(dataset, dataset.of(Pool)[0])
    found = judge(dataset.of(Application)[0], ledger, dataset.of(PoolRule), day(ON))
    assert {one.key: one.finding.verdict for one in found}["third_party"] is verdict


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        ("2024-01-09", ""),
        ("2024-01-10", "Der venter 1 ansøgning på 5.000 kr., og der er 30.000 kr. tilbage."),
        ("2024-12-31", "Der venter 1 ansøgning på 5.000 kr., og der er 30.000 kr. tilbage."),
        (
            "2025-01-01",
            "Der venter 1 ansøgning på 5.000 kr., men perioden er slut, så den kan ikke få penge af puljen.",
        ),
    ],
    ids=["before it is received", "on the day it is", "on the period's last day", "the day after"],
)
def test_it_waits_from_the_day_it_is_received_until_it_is_decided(on: str, sentence: str) -> None:
    assert said(waiting_in_words(waiting(*asks(5_000_00), on=on))) == sentence


def test_before_the_period_it_is_said_when_it_begins() -> None:
    early = asks(20_000_00, 20_000_00, received="2023-12-01")
    assert said(waiting_in_words(waiting(*early, on="2023-12-31"))) == (
        "Der venter 2 ansøgninger på i alt 40.000 kr.: 10.000 kr. mere, end der er. "
        "Der kan først bevilges fra 1. jan. 2024."
    )
    assert "først" not in waiting_in_words(waiting(*early, on="2024-01-01"))


@pytest.mark.parametrize(
    ("rows", "aside", "doubt"),
    [
        pytest.param(asks(8_000_00), 0, "", id="nothing is in doubt"),
        pytest.param([], 1, "", id="nobody waits"),
        pytest.param(asks(None), 0, "Om der er nok, kan ikke siges.", id="the only amount is unknown"),
        pytest.param(
            asks(8_000_00, None), 0, "Beløbet er ukendt for 1 af dem. Om der er nok, kan ikke siges.", id="one of two"
        ),
        pytest.param(asks(31_000_00, None), 0, "Beløbet er ukendt for 1 af dem.", id="it is too much anyway"),
        pytest.param(asks(8_000_00), 1, "Det er usikkert, for 1 række kan ikke læses.", id="one row aside"),
        pytest.param(asks(8_000_00), 2, "Det er usikkert, for 2 rækker kan ikke læses.", id="two rows aside"),
    ],
)
def test_what_makes_the_sum_uncertain_is_said(rows: list[Application], aside: int, doubt: str) -> None:
    assert doubt_in_words(waiting(*rows, aside=aside)) == doubt


def test_where_nothing_can_be_granted_any_more_there_is_nothing_to_doubt() -> None:
    assert doubt_in_words(waiting(*asks(None), on="2025-01-01", aside=1)) == ""


def beside(one: Application, *rows: Application, on: str = ON, aside: int = 0) -> str:
    ledger = a_ledger(*rows, pool=a_pool(appropriation=30_000_00))
    return said(what_else_waits(one, ledger, day(on), aside))


FIRST, SECOND, THIRD = asks(12_000_00, 12_000_00, 12_000_00)


@pytest.mark.parametrize(
    ("one", "rows", "sentence"),
    [
        pytest.param(FIRST, [FIRST], "", id="nothing else"),
        pytest.param(
            FIRST,
            [FIRST, SECOND],
            "Der venter også 1 ansøgning på 12.000 kr.; sammen søger de 2 om 24.000 kr., og der er 30.000 kr. tilbage.",
            id="two that fit",
        ),
        pytest.param(
            FIRST,
            [FIRST, SECOND, THIRD],
            "Der venter også 2 ansøgninger på i alt 24.000 kr.; sammen søger de 3 om 6.000 kr. mere, end der er.",
            id="three that do not fit",
        ),
        pytest.param(
            application("", requested=20_000_00),
            [FIRST],
            "Der venter også 1 ansøgning på 12.000 kr.; sammen søger de 2 om 2.000 kr. mere, end der er.",
            id="one that is only typed on the screen",
        ),
        pytest.param(
            application("", requested=None),
            [FIRST],
            "Der venter også 1 ansøgning på 12.000 kr., og der er 30.000 kr. tilbage.",
            id="nothing typed yet",
        ),
        pytest.param(
            FIRST,
            [FIRST, *asks(None, None)[1:]],
            "Der venter også 1 ansøgning med ukendt beløb; sammen søger de 2 om mindst 12.000 kr., "
            "og der er 30.000 kr. tilbage. Beløbet er ukendt for 1 af dem. Om der er nok, kan ikke siges.",
            id="beside one unknown",
        ),
        pytest.param(
            FIRST,
            [FIRST, SECOND, OVERDRAWN],
            "Der venter også 1 ansøgning på 12.000 kr.; sammen søger de 2 om 24.000 kr. mere, end der er, "
            "for puljen er overtrukket med 10.000 kr.",
            id="of an overdrawn pool",
        ),
    ],
)
def test_each_answer_says_what_else_waits(one: Application, rows: list[Application], sentence: str) -> None:
    assert beside(one, *rows) == sentence


def test_an_amount_changed_on_the_screen_is_the_one_that_counts() -> None:
    (changed,) = asks(19_000_00)
    assert "1.000 kr. mere, end der er" in beside(changed, FIRST, SECOND)


def test_beside_rows_that_cannot_be_read_it_is_uncertain() -> None:
    assert beside(FIRST, FIRST, SECOND, aside=1).endswith("Det er usikkert, for 1 række kan ikke læses.")


def test_after_the_period_nothing_is_weighed_against_what_is_left() -> None:
    assert beside(FIRST, FIRST, SECOND, on="2025-01-01") == (
        "Der venter også 1 ansøgning på 12.000 kr., men perioden er slut, så den kan ikke få penge af puljen."
    )


amounts = st.lists(st.none() | st.integers(0, 50_000_00), max_size=6)


@given(amounts, st.integers(0, 60_000_00), st.dates(date(2023, 12, 1), date(2025, 2, 1)))
def test_more_than_there_is_is_told_if_and_only_if_the_known_amounts_are(
    asked: list[int | None], granted: int, on: date
) -> None:
    found = waiting(grant("A1", granted, "2023-11-01"), *asks(*asked, received="2023-11-01"), on=on.isoformat())
    there = max(30_000_00 - granted, 0)
    assert found.beyond == max(sum(amount or 0 for amount in asked) - there, 0)
    assert ("mere, end der er" in waiting_in_words(found)) == (bool(found.beyond) and not found.over)
    assert bool(waiting_in_words(found)) == bool(asked)
