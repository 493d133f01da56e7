import pytest

from core.contract.dataset import SetAside
from core.pool.finding import Finding, Verdict, doubted, kept_if, rows_in_words, rows_named, unknown, unsaid


def test_a_finding_is_said_by_the_sentence_of_its_verdict() -> None:
    assert kept_if(True, "inden for", "over", amount=1) == Finding(Verdict.KEPT, "inden for", {"amount": 1})
    assert kept_if(False, "inden for", "over", amount=1) == Finding(Verdict.BROKEN, "over", {"amount": 1})


def test_what_cannot_be_told_names_what_is_missing() -> None:
    assert unknown("beløb", limit=5) == Finding(Verdict.UNKNOWN, "Mangler: beløb", {"limit": 5}, "beløb")


def test_what_is_told_misses_nothing() -> None:
    assert kept_if(True, "inden for", "over").missing == ""


def test_a_question_that_is_not_answered_is_said_as_one() -> None:
    found = unsaid("om arbejdet er begyndt")
    assert (found.verdict, found.text) == (Verdict.UNKNOWN, "Det er ikke oplyst, om arbejdet er begyndt")
    assert (found.missing, found.unsaid) == ("", "om arbejdet er begyndt")


def aside(row: int, stands: str = "hvor der står »?« i »Tilsagn«", *, unfinished: bool = False) -> SetAside:
    return SetAside("applications", row, "Ansøgninger", stands, unfinished=unfinished)


@pytest.mark.parametrize(
    ("rows", "text", "headline"),
    [
        pytest.param(
            [aside(14)],
            "Ansøgninger, række 14, hvor der står »?« i »Tilsagn«, kan ikke læses",
            "Ansøgninger, række 14, kan ikke læses",
            id="one",
        ),
        pytest.param(
            [aside(14, "")],
            "Ansøgninger, række 14, kan ikke læses",
            "Ansøgninger, række 14, kan ikke læses",
            id="one of a table that cannot be read",
        ),
        pytest.param(
            [aside(14, unfinished=True)],
            "Ansøgninger, række 14, er ikke skrevet færdig",
            "Ansøgninger, række 14, kan ikke læses",
            id="one that is being typed",
        ),
        pytest.param(
            [aside(14), aside(15, "")],
            "Ansøgninger, række 14 (hvor der står »?« i »Tilsagn«) og Ansøgninger, række 15 kan ikke læses",
            "Ansøgninger, række 14 og Ansøgninger, række 15 kan ikke læses",
            id="two",
        ),
        pytest.param(
            [aside(row, "") for row in (1, 2, 3, 4)],
            "Ansøgninger, række 1, Ansøgninger, række 2, Ansøgninger, række 3 og 1 række til kan ikke læses",
            "Ansøgninger, række 1, Ansøgninger, række 2, Ansøgninger, række 3 og 1 række til kan ikke læses",
            id="four",
        ),
    ],
)
def test_rows_that_cannot_be_read_are_named(rows: list[SetAside], text: str, headline: str) -> None:
    assert (rows_in_words(rows), rows_named(rows)) == (text, headline)


@pytest.mark.parametrize(
    ("verdict", "worse", "better", "expected"),
    [
        pytest.param(Verdict.KEPT, True, False, Verdict.UNKNOWN, id="kept, and a row may break it"),
        pytest.param(Verdict.KEPT, False, True, Verdict.KEPT, id="kept, and a row may only better it"),
        pytest.param(Verdict.BROKEN, True, False, Verdict.BROKEN, id="broken, and a row may only worsen it"),
        pytest.param(Verdict.BROKEN, True, True, Verdict.UNKNOWN, id="broken, and a row may keep it"),
    ],
)
def test_only_a_verdict_that_a_row_could_turn_is_withdrawn(
    verdict: Verdict, worse: bool, better: bool, expected: Verdict
) -> None:
    rows = [aside(14)]
    found = doubted(Finding(verdict, "sagt"), rows if worse else [], rows if better else [])
    assert (found.verdict, found.text == "sagt", bool(found.unread)) == (
        expected,
        expected is verdict,
        expected is not verdict,
    )


def test_what_is_missing_is_still_asked_for_beside_a_row_that_cannot_be_read() -> None:
    found = doubted(unknown("beløb"), [aside(14)], [])
    assert found.missing == "beløb"
    assert found.text.startswith("Mangler: beløb. Ansøgninger, række 14,")
