"""What a subject asks of the board follows from its reasons, and its sentence from what there is room for."""

from decimal import Decimal

import pytest

from core.subject.brief import ROOM, Attention, Brief, Reason, brief_of

ACT = Reason(Attention.ACT, "En ansøgning venter", "1 ansøgning venter på svar")
WATCH = Reason(Attention.WATCH, "Der mangler et møde")
IN_FIGURE = Reason(Attention.WATCH, "Der er to", in_figure=True)
LONG = Reason(Attention.WATCH, "x" * ROOM)


def made(reasons: list[Reason], aside: int = 0, notes: tuple[str, ...] = ()) -> Brief:
    return brief_of("2", "er der", None, reasons, notes, aside, value=Decimal(2))


def said(brief: Brief) -> str:
    return brief.sentence.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("reasons", "aside", "attention", "why"),
    [
        pytest.param([], 0, Attention.CALM, (), id="nothing"),
        pytest.param([WATCH], 0, Attention.WATCH, (WATCH.said,), id="something on its way to be wrong"),
        pytest.param([ACT], 0, Attention.ACT, (ACT.said,), id="an open decision"),
        pytest.param([WATCH, ACT], 0, Attention.ACT, (ACT.said, WATCH.said), id="both, the most pressing first"),
        pytest.param([], 1, Attention.WATCH, ("1 række kan ikke læses",), id="a row that cannot be read"),
        pytest.param([], 2, Attention.WATCH, ("2 rækker kan ikke læses",), id="two of them"),
        pytest.param([ACT], 1, Attention.ACT, (ACT.said, "1 række kan ikke læses"), id="unread rows stand last"),
        pytest.param([IN_FIGURE], 0, Attention.WATCH, (IN_FIGURE.said,), id="what the figure says is a reason too"),
    ],
)
def test_the_attention_is_that_of_the_most_pressing_reason(
    reasons: list[Reason], aside: int, attention: Attention, why: tuple[str, ...]
) -> None:
    brief = made(reasons, aside)
    assert (brief.attention, brief.why, brief.aside) == (attention, why, aside)


def test_reasons_of_one_kind_stay_in_their_order() -> None:
    assert made([WATCH, Reason(Attention.WATCH, "Andet")]).why == (WATCH.said, "Andet")


@pytest.mark.parametrize(
    ("reasons", "aside", "notes", "sentence"),
    [
        pytest.param([], 0, ("Alt er roligt",), "Alt er roligt.", id="of a calm subject its note"),
        pytest.param([WATCH, ACT], 0, (), "En ansøgning venter. Der mangler et møde.", id="the most pressing first"),
        pytest.param([ACT], 0, ("Alt andet er roligt",), "En ansøgning venter. Alt andet er roligt.", id="then notes"),
        pytest.param([IN_FIGURE, ACT], 0, (), "En ansøgning venter.", id="nothing that the figure says"),
        pytest.param([ACT, LONG], 0, (), "En ansøgning venter.", id="nothing that there is no room for"),
        pytest.param([ACT, LONG, WATCH], 0, (), "En ansøgning venter. Der mangler et møde.", id="but what comes after"),
        pytest.param([LONG], 0, ("Alt er roligt",), f"{LONG.said}.", id="the first however long it is"),
        pytest.param([LONG], 1, (), f"{LONG.said}. 1 række kan ikke læses.", id="unread rows are always said"),
        pytest.param([], 2, (), "2 rækker kan ikke læses.", id="unread rows alone"),
        pytest.param([], 0, ("Den slutter 8.500 kr.",), "Den slutter 8.500 kr.", id="one full stop after kr."),
    ],
)
def test_its_sentence_says_what_the_figure_does_not_as_far_as_there_is_room(
    reasons: list[Reason], aside: int, notes: tuple[str, ...], sentence: str
) -> None:
    assert said(made(reasons, aside, notes)) == sentence


@pytest.mark.parametrize(("letters", "told"), [(0, True), (1, False)])
def test_the_second_clause_is_said_to_the_last_letter_there_is_room_for(letters: int, told: bool) -> None:
    second = "y" * (ROOM - len("En ansøgning venter. .") + letters)
    assert made([ACT, Reason(Attention.WATCH, second)]).sentence.endswith(f"{second}.") is told


def test_a_number_stays_with_its_word() -> None:
    assert made([], notes=("Der er 13 ambassadører i 2026, og 2 rækker",)).sentence == (
        "Der er 13\u00a0ambassadører i 2026, og 2\u00a0rækker."
    )


@pytest.mark.parametrize(
    ("reasons", "decide"),
    [
        pytest.param([WATCH], "", id="nothing where it only watches"),
        pytest.param([WATCH, ACT], ACT.decide, id="the most pressing"),
        pytest.param([ACT, Reason(Attention.ACT, "Mere", "mere venter")], ACT.decide, id="the first of two"),
    ],
)
def test_what_the_board_must_decide_is_the_most_pressing(reasons: list[Reason], decide: str) -> None:
    assert made(reasons).decide == decide


def test_a_brief_is_called_by_its_own_name_where_its_subject_has_several() -> None:
    alone = Brief("Der er to.", "2", "er der", None, Attention.CALM, subject="Fælleshuse")
    several = Brief("Der er to.", "2", "er der", None, Attention.CALM, name="Laden", subject="Fælleshuse")
    assert (alone.title, several.title) == ("Fælleshuse", "Laden")
