"""What a subject asks of the board follows from its reasons."""

import pytest

from core.subject.brief import Attention, Brief, Reason, brief_of

ACT, WATCH = (Attention.ACT, "En ansøgning venter"), (Attention.WATCH, "Der mangler et møde")


def made(reasons: list[Reason], aside: int = 0) -> Brief:
    return brief_of("Der er to.", "2", "er der", None, reasons, aside)


@pytest.mark.parametrize(
    ("reasons", "aside", "attention", "why"),
    [
        pytest.param([], 0, Attention.CALM, (), id="nothing"),
        pytest.param([WATCH], 0, Attention.WATCH, (WATCH[1],), id="something on its way to be wrong"),
        pytest.param([ACT], 0, Attention.ACT, (ACT[1],), id="an open decision"),
        pytest.param([WATCH, ACT], 0, Attention.ACT, (ACT[1], WATCH[1]), id="both, the most pressing first"),
        pytest.param([], 1, Attention.WATCH, ("1 række kan ikke læses",), id="a row that cannot be read"),
        pytest.param([], 2, Attention.WATCH, ("2 rækker kan ikke læses",), id="two of them"),
        pytest.param([ACT], 1, Attention.ACT, (ACT[1], "1 række kan ikke læses"), id="unread rows stand last"),
    ],
)
def test_the_attention_is_that_of_the_most_pressing_reason(
    reasons: list[Reason], aside: int, attention: Attention, why: tuple[str, ...]
) -> None:
    brief = made(reasons, aside)
    assert (brief.attention, brief.why, brief.aside) == (attention, why, aside)


def test_reasons_of_one_kind_stay_in_their_order() -> None:
    assert made([WATCH, (Attention.WATCH, "Andet")]).why == (WATCH[1], "Andet")


def test_a_brief_is_called_by_its_own_name_where_its_subject_has_several() -> None:
    alone = Brief("Der er to.", "2", "er der", None, Attention.CALM, subject="Fælleshuse")
    several = Brief("Der er to.", "2", "er der", None, Attention.CALM, name="Laden", subject="Fælleshuse")
    assert (alone.title, several.title) == ("Fælleshuse", "Laden")
