import pytest

from core.pool.finding import Verdict
from core.pool.rules.complete import complete

FIVE = ("ansøger", "formål", "antal deltagere", "periode", "økonomi")
ALL_THERE: dict[str, bool | None] = dict.fromkeys(FIVE, True)


@pytest.mark.parametrize("decided", [True, False], ids=["decided", "undecided"])
def test_an_application_with_its_five_pieces_is_complete(decided: bool) -> None:
    finding = complete(ALL_THERE, decided=decided)
    assert (finding.verdict, finding.text) == (Verdict.KEPT, "Alle 5 oplysninger er der")
    assert finding.figures == {"absent": ()}


@pytest.mark.parametrize("piece", FIVE)
def test_a_piece_that_is_absent_can_still_come_while_undecided(piece: str) -> None:
    finding = complete(ALL_THERE | {piece: False}, decided=False)
    assert (finding.verdict, finding.missing) == (Verdict.UNKNOWN, piece)


@pytest.mark.parametrize("piece", FIVE)
def test_a_piece_that_was_absent_at_the_decision_breaks_the_rule(piece: str) -> None:
    finding = complete(ALL_THERE | {piece: False}, decided=True)
    assert (finding.verdict, finding.text) == (Verdict.BROKEN, f"Der mangler {piece}")
    assert finding.figures == {"absent": (piece,)}


@pytest.mark.parametrize("decided", [True, False], ids=["decided", "undecided"])
def test_a_piece_that_cannot_be_read_cannot_be_told(decided: bool) -> None:
    finding = complete(ALL_THERE | {"antal deltagere": None}, decided=decided)
    assert (finding.verdict, finding.missing) == (Verdict.UNKNOWN, "antal deltagere (feltet kan ikke læses)")


def test_several_absent_pieces_are_all_named() -> None:
    given = ALL_THERE | {"ansøger": False, "periode": False, "økonomi": False}
    assert complete(given, decided=False).missing == "ansøger, periode og økonomi"
    assert complete(given, decided=True).text == "Der mangler ansøger, periode og økonomi"


def test_one_absent_and_one_unreadable_is_broken_once_decided_by_the_absent_one() -> None:
    finding = complete(ALL_THERE | {"formål": False, "økonomi": None}, decided=True)
    assert (finding.verdict, finding.text) == (Verdict.BROKEN, "Der mangler formål")


def test_one_absent_and_one_unreadable_are_both_asked_for_while_undecided() -> None:
    finding = complete(ALL_THERE | {"formål": False, "økonomi": None}, decided=False)
    assert finding.verdict is Verdict.UNKNOWN
    assert "formål" in finding.missing
    assert "økonomi" in finding.missing
