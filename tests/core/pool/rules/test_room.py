import pytest

from core.pool.finding import Verdict
from core.pool.rules.room import room
from tests.core.pool.build import said


@pytest.mark.parametrize(
    ("amount", "free", "verdict", "text"),
    [
        pytest.param(
            64_500_49,
            64_500_50,
            Verdict.KEPT,
            "Der er plads til 64.500,49 kr.: puljen har 64.500,50 kr. tilbage",
            id="one øre less than is free",
        ),
        pytest.param(
            64_500_50,
            64_500_50,
            Verdict.KEPT,
            "Der er plads til 64.500,50 kr.: puljen har 64.500,50 kr. tilbage",
            id="all that is free",
        ),
        pytest.param(
            64_500_51,
            64_500_50,
            Verdict.BROKEN,
            "Der er ikke plads til 64.500,51 kr.: puljen har 64.500,50 kr. tilbage",
            id="one øre more than is free",
        ),
        pytest.param(
            1, 0, Verdict.BROKEN, "Der er ikke plads til 0,01 kr.: puljen er brugt op", id="one øre of an empty pool"
        ),
        pytest.param(
            1_00,
            -10_000_00,
            Verdict.BROKEN,
            "Der er ikke plads til 1 kr.: puljen er overtrukket med 10.000 kr.",
            id="an overdrawn pool",
        ),
    ],
)
def test_an_amount_must_fit_in_what_is_free(amount: int, free: int, verdict: Verdict, text: str) -> None:
    finding = room(amount, free)
    assert (finding.verdict, said(finding.text)) == (verdict, text)
    assert finding.figures == {"amount": amount, "free_before": free}


def test_without_an_amount_the_room_cannot_be_told_but_what_is_free_is_said() -> None:
    finding = room(None, 64_500_00)
    assert (finding.verdict, finding.missing) == (Verdict.UNKNOWN, "beløb")
    assert finding.figures == {"free_before": 64_500_00}


@pytest.mark.parametrize(
    ("free", "text"),
    [
        pytest.param(0, "Der er ikke plads: puljen er brugt op", id="used up"),
        pytest.param(-1, "Der er ikke plads: puljen er overtrukket med 0,01 kr.", id="overdrawn"),
    ],
)
def test_where_nothing_is_left_there_is_no_room_before_an_amount_is_known(free: int, text: str) -> None:
    finding = room(None, free)
    assert (finding.verdict, said(finding.text)) == (Verdict.BROKEN, text)


@pytest.mark.parametrize(
    ("same_day", "ends"),
    [
        pytest.param([], "har 1 kr. tilbage", id="none"),
        pytest.param([("Have", 9_00)], "tilbage, når tilsagnet samme dag til »Have« (9 kr.) er trukket fra", id="one"),
        pytest.param(
            [("Have", 9_00), ("Kor", 8_00)],
            "tilbage, når tilsagnene samme dag til »Have« (9 kr.) og »Kor« (8 kr.) er trukket fra",
            id="two",
        ),
    ],
)
def test_the_other_grants_of_the_day_are_named_where_there_is_no_room(
    same_day: list[tuple[str, int]], ends: str
) -> None:
    assert said(room(2_00, 1_00, same_day).text).endswith(ends)
    assert "samme dag" not in room(1_00, 1_00, same_day).text
