from itertools import permutations
from typing import Any

import pytest

from core.pool.history import (
    ORDERS,
    Entry,
    end_in_words,
    entries_on,
    filtered,
    in_order,
    oldest_open,
    unknown_end_in_words,
)
from core.pool.position import Status
from tests.core.pool.build import a_ledger, application, day, grant, invoice, rejection

NAMES = {"1": "Ågården", "2": "Østergade", "3": "Ærtebjerg", "7": "Bakken"}


def seven() -> tuple[Entry, ...]:
    """On 1 July 2024."""
    ledger = a_ledger(
        grant("A24-01", 20_000_00, "2024-02-01", project="Ørnens legeplads", departments=("2", "7")),
        invoice(12_500_00, "A24-01", paid="2024-04-10"),
        grant("A24-02", 8_000_00, "2024-03-01", project="Årets høstfest", departments=("1",), closed="2024-06-01"),
        rejection("A24-03", "2024-03-01", project="Æbletræer", departments=("3",), requested=9_000_00),
        application("A24-04", project="Zumba", received="2024-05-01", purpose="Motion for ældre", departments=()),
        application("A24-05", project="Café", received="2024-05-01", requested=500_00, departments=("7",)),
        grant("A24-06", 0, "2023-12-30", project="Banko 10", departments=("9",), lapsed="2024-01-05"),
        grant("A24-10", 1_000_00, "2024-03-01", project="Banko 9", departments=("7",)),
    )
    return entries_on(ledger, NAMES, day("2024-07-01"))


def ids(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.application.id.removeprefix("A24-") for entry in entries]


@pytest.mark.parametrize(
    ("on", "status", "dated", "amount", "paid", "left", "released"),
    [
        pytest.param("2024-01-10", Status.PENDING, "2024-01-10", 22_000_00, 0, 0, 0, id="the day it is received"),
        pytest.param("2024-01-31", Status.PENDING, "2024-01-10", 22_000_00, 0, 0, 0, id="the day before the decision"),
        pytest.param("2024-02-01", Status.OPEN, "2024-02-01", 20_000_00, 0, 20_000_00, 0, id="the day of the decision"),
        pytest.param(
            "2024-04-10", Status.OPEN, "2024-02-01", 20_000_00, 12_500_00, 7_500_00, 0, id="the day of the payment"
        ),
        pytest.param(
            "2024-05-01", Status.CLOSED, "2024-02-01", 20_000_00, 12_500_00, 0, 7_500_00, id="the day of closing"
        ),
    ],
)
def test_an_entry_shows_the_application_as_it_stood(
    on: str, status: Status, dated: str, amount: int, paid: int, left: int, released: int
) -> None:
    ledger = a_ledger(
        grant("A1", 20_000_00, "2024-02-01", received="2024-01-10", requested=22_000_00, closed="2024-05-01"),
        invoice(12_500_00, paid="2024-04-10"),
    )
    (entry,) = entries_on(ledger, NAMES, day(on))
    assert (entry.status, entry.on, entry.amount) == (status, day(dated), amount)
    assert (entry.paid, entry.left, entry.released) == (paid, left, released)


def test_before_it_is_received_there_is_no_entry() -> None:
    assert entries_on(a_ledger(application("A1")), NAMES, day("2024-01-09")) == ()


def test_a_rejection_shows_what_was_applied_for() -> None:
    (entry,) = entries_on(a_ledger(rejection("A1", "2024-02-01", requested=5_00)), NAMES, day("2024-02-01"))
    assert (entry.status, entry.amount, entry.is_grant) == (Status.REJECTED, 5_00, False)


@pytest.mark.parametrize(
    ("status", "is_grant"),
    [
        pytest.param(Status.PENDING, False, id="under behandling"),
        pytest.param(Status.REJECTED, False, id="afslag"),
        pytest.param(Status.OPEN, True, id="åben"),
        pytest.param(Status.CLOSED, True, id="afsluttet"),
        pytest.param(Status.LAPSED, True, id="bortfaldet"),
    ],
)
def test_open_closed_and_lapsed_are_grants(status: Status, is_grant: bool) -> None:
    assert {entry.is_grant for entry in seven() if entry.status is status} == {is_grant}


def test_departments_are_named_and_an_unknown_one_keeps_its_number() -> None:
    named = {entry.application.id: entry.departments for entry in seven()}
    assert named["A24-01"] == ("Østergade", "Bakken")
    assert named["A24-06"] == ("9",)
    assert named["A24-04"] == ()


def test_entries_come_newest_first_and_by_number_within_a_day() -> None:
    assert ids(seven()) == ["04", "05", "02", "03", "10", "01", "06"]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        pytest.param({}, ["04", "05", "02", "03", "10", "01", "06"], id="nothing chosen: all"),
        pytest.param({"department": "7"}, ["05", "10", "01"], id="a department, also as one of several"),
        pytest.param({"department": "8"}, [], id="a department with none"),
        pytest.param({"year": 2024}, ["04", "05", "02", "03", "10", "01"], id="the year of the decision"),
        pytest.param({"year": 2023}, ["06"], id="the year before"),
        pytest.param({"status": "Under behandling"}, ["04", "05"], id="pending"),
        pytest.param({"status": "Tilsagn, åben"}, ["10", "01"], id="open"),
        pytest.param({"status": "Afsluttet"}, ["02"], id="closed"),
        pytest.param({"status": "Bortfaldet"}, ["06"], id="lapsed"),
        pytest.param({"status": "Afslag"}, ["03"], id="rejected"),
        pytest.param({"department": "7", "status": "Tilsagn, åben", "text": "banko"}, ["10"], id="all at once"),
        pytest.param({"department": "7", "year": 2023}, [], id="two that do not meet"),
    ],
)
def test_the_list_is_filtered(chosen: dict[str, Any], found: list[str]) -> None:
    assert ids(filtered(seven(), **chosen)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("legeplads", ["01"], id="a word of the project"),
        pytest.param("LEGEPLADS", ["01"], id="in capitals"),
        pytest.param("plads", ["01"], id="a part of a word"),
        pytest.param("høst", ["02"], id="with ø"),
        pytest.param("hoest", ["02"], id="ø as oe"),
        pytest.param("Høstfest årets", ["02"], id="two words in any order"),
        pytest.param("aarets", ["02"], id="å as aa"),
        pytest.param("aebletraeer", ["03"], id="æ as ae"),
        pytest.param("æbletræer", ["03"], id="with æ"),
        pytest.param("cafe", ["05"], id="é as e"),
        pytest.param("motion", ["04"], id="a word of the purpose"),
        pytest.param("ældre zumba", ["04"], id="one of the purpose, one of the project"),
        pytest.param("østergade", ["01"], id="a department's name"),
        pytest.param("oestergade", ["01"], id="a department's name spelt otherwise"),
        pytest.param("A24-05", ["05"], id="the number"),
        pytest.param("a2405", ["05"], id="the number without its dash"),
        pytest.param("høst legeplads", [], id="two words that do not meet"),
        pytest.param("svømmehal", [], id="a word that is nowhere"),
        pytest.param("   ", ["04", "05", "02", "03", "10", "01", "06"], id="only spaces"),
        pytest.param("–", ["04", "05", "02", "03", "10", "01", "06"], id="only a dash"),
    ],
)
def test_a_search_finds_danish_words_by_any_spelling(text: str, found: list[str]) -> None:
    assert ids(filtered(seven(), text=text)) == found


@pytest.mark.parametrize(
    ("order", "found"),
    [
        pytest.param("nyeste", ["04", "05", "02", "03", "10", "01", "06"], id="newest first"),
        pytest.param("aeldste", ["06", "01", "02", "03", "10", "04", "05"], id="oldest first"),
        # 20.000, 9.000 (applied for), 8.000, 1.000, 500, 0; then the one whose amount is not known.
        pytest.param("beloeb", ["01", "03", "02", "10", "05", "06", "04"], id="largest first, the unknown last"),
        pytest.param(
            "beloeb-omvendt", ["06", "05", "10", "02", "03", "01", "04"], id="smallest first, the unknown last"
        ),
        # 12.500 of 01; of the others nothing, newest first.
        pytest.param("betalt", ["01", "04", "05", "02", "03", "10", "06"], id="most paid first"),
        pytest.param("betalt-omvendt", ["04", "05", "02", "03", "10", "06", "01"], id="least paid first"),
        # Banko 9, Banko 10, Café, Zumba, Æbletræer, Ørnens, Årets.
        pytest.param("projekt", ["10", "06", "05", "04", "03", "01", "02"], id="by project: 9 before 10, å last"),
        pytest.param("projekt-omvendt", ["02", "01", "03", "04", "05", "06", "10"], id="by project from the end"),
        # 9, Bakken (newest first), Ærtebjerg, Østergade, Ågården, none.
        pytest.param("afdeling", ["06", "05", "10", "03", "01", "02", "04"], id="by department, those without last"),
        pytest.param(
            "afdeling-omvendt",
            ["02", "01", "03", "05", "10", "06", "04"],
            id="by department from the end, without last",
        ),
        # Afslag, Afsluttet, Bortfaldet, Tilsagn, åben, Under behandling.
        pytest.param("status", ["03", "02", "06", "10", "01", "04", "05"], id="by status"),
        pytest.param("status-omvendt", ["04", "05", "10", "01", "06", "02", "03"], id="by status from the end"),
        pytest.param("", ["04", "05", "02", "03", "10", "01", "06"], id="not said: newest first"),
        pytest.param("tilfældig", ["04", "05", "02", "03", "10", "01", "06"], id="unknown: newest first"),
    ],
)
def test_the_list_is_put_in_order(order: str, found: list[str]) -> None:
    entries = seven()
    assert ids(in_order(entries, order)) == found
    assert ids(in_order(entries[::-1], order)) == found


@pytest.mark.parametrize("order", ORDERS)
def test_no_order_leaves_out_an_application(order: str) -> None:
    assert sorted(ids(in_order(seven(), order))) == sorted(ids(seven()))


def waiting(on: str, **given: str | None) -> bool:
    ledger = a_ledger(grant("A1", 1_000_00, "2024-02-01", **given))
    return bool(oldest_open(entries_on(ledger, NAMES, day(on)), day(on)))


@pytest.mark.parametrize(
    ("given", "on", "should_close"),
    [
        pytest.param({"activity_last": "2024-06-10"}, "2024-06-10", False, id="on the activity's last day"),
        pytest.param({"activity_last": "2024-06-10"}, "2024-06-11", True, id="the day after its last day"),
        pytest.param({"activity_first": "2024-06-10"}, "2024-06-10", False, id="on its first day, no last day known"),
        pytest.param({"activity_first": "2024-06-10"}, "2024-06-11", False, id="the day after its first day"),
        pytest.param({"activity_first": "2024-06-10"}, "2024-12-06", False, id="179 days after its first day"),
        pytest.param({"activity_first": "2024-06-10"}, "2024-12-07", True, id="180 days after its first day"),
        pytest.param(
            {"activity_first": "2024-06-01", "activity_last": "2024-06-10"}, "2024-06-05", False, id="in between"
        ),
        # 1 February 2024 + 180 days is 30 July 2024.
        pytest.param({}, "2024-07-29", False, id="no activity known, 179 days after the grant"),
        pytest.param({}, "2024-07-30", True, id="no activity known, 180 days after the grant"),
        pytest.param({"activity_last": "2024-12-01"}, "2024-11-30", False, id="old, but the activity is to come"),
    ],
)
def test_an_open_grant_should_be_closed_once_its_activity_is_over(
    given: dict[str, str], on: str, should_close: bool
) -> None:
    assert waiting(on, **given) is should_close


@pytest.mark.parametrize("ending", ["closed", "lapsed"])
def test_what_has_ended_is_not_waiting(ending: str) -> None:
    given = {"activity_last": "2024-06-10", ending: "2024-07-01"}
    assert waiting("2024-06-30", **given)
    assert not waiting("2024-07-01", **given)


def test_what_is_pending_or_rejected_is_not_waiting() -> None:
    ledger = a_ledger(
        application("A1", activity_last="2024-01-20"), rejection("A2", "2024-02-01", activity_last="2024-02-20")
    )
    on = day("2025-01-01")
    assert oldest_open(entries_on(ledger, NAMES, on), on) == ()


def test_the_oldest_open_grant_comes_first() -> None:
    rows = [
        grant("A2", 1_00, "2024-02-01"),
        grant("A1", 1_00, "2024-02-01"),
        grant("A3", 1_00, "2024-01-15"),
    ]
    on = day("2025-01-01")
    for turned in permutations(rows):
        assert [e.application.id for e in oldest_open(entries_on(a_ledger(*turned), NAMES, on), on)] == [
            "A3",
            "A1",
            "A2",
        ]


@pytest.mark.parametrize(
    ("given", "known"),
    [
        pytest.param(
            {"activity_first": "2024-06-01", "activity_last": "2024-06-10"}, "sluttede 10. jun. 2024", id="all"
        ),
        pytest.param({"activity_last": "2024-06-10"}, "sluttede 10. jun. 2024", id="the last day"),
        pytest.param(
            {"activity_first": "2024-06-01"}, "begyndte 1. jun. 2024; slutdagen er ikke oplyst", id="the first day"
        ),
        pytest.param({}, "slutdagen er ikke oplyst", id="nothing"),
        pytest.param(
            {"unreadable": frozenset({"activity_last"})}, "slutdagen kan ikke læses", id="something that cannot be read"
        ),
    ],
)
def test_of_an_old_grant_only_what_is_known_of_its_end_is_said(given: dict[str, Any], known: str) -> None:
    assert end_in_words(grant("A1", 1_00, "2024-02-01", **given)) == known


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        pytest.param({}, "det er ikke oplyst, hvornår aktiviteten slutter", id="nothing"),
        pytest.param(
            {"activity_first": "2024-06-01"},
            "aktiviteten begyndte 1. jun. 2024, og det er ikke oplyst, hvornår den slutter",
            id="the first day",
        ),
        pytest.param(
            {"unreadable": frozenset({"activity_last"})},
            "den dag, aktiviteten slutter, kan ikke læses",
            id="a last day that cannot be read",
        ),
        pytest.param(
            {"activity_first": "2024-06-01", "unreadable": frozenset({"activity_last"})},
            "aktiviteten begyndte 1. jun. 2024, og den dag, den slutter, kan ikke læses",
            id="the first day and an unreadable last one",
        ),
    ],
)
def test_what_is_not_known_of_the_end_is_said_in_a_whole_clause(given: dict[str, Any], sentence: str) -> None:
    assert unknown_end_in_words(grant("A1", 1_00, "2024-02-01", **given)) == sentence
