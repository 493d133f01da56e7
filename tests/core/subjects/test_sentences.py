"""What the board must decide, in as many words as there is room for."""

from datetime import date
from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.subject.brief import Attention, Brief
from core.subjects.overview import SubjectsOverview
from core.subjects.sentences import LETTERS, LINES, conclusion

ON = date(2024, 6, 20)
POOL = "4 ansøgninger søger 37.900\u00a0kr., men puljen har 22.870\u00a0kr."
PLANS, PARTNERSHIPS, MEETINGS = "3 evalueringer er over tid", "1 partnerskab er for meget", "der mangler et møde"


def act(decide: str) -> Brief:
    return Brief("Den venter.", "2", "er der", None, Attention.ACT, decide=decide, subject="Emne")


def watch(title: str) -> Brief:
    return Brief("Den er skæv.", "2", "er der", None, Attention.WATCH, subject=title)


def untold(sentence: str) -> Brief:
    return Brief(sentence, "", "", None, Attention.WATCH, subject="Puljen")


CALM = Brief("Den er rolig.", "2", "er der", None, Attention.CALM, subject="Emne")


def told(*briefs: Brief) -> str:
    return conclusion(SubjectsOverview(ON, briefs, None, None, ON, (), ())).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("briefs", "sentence"),
    [
        pytest.param((), "Der er ingen puljer eller andre tal i data endnu.", id="no data"),
        pytest.param((CALM,), "Intet kræver bestyrelsens opmærksomhed nu.", id="all calm"),
        pytest.param(
            (watch("Fokusgruppen"), CALM),
            "Intet kræver en beslutning nu. Hold øje med Fokusgruppen.",
            id="one to be watched",
        ),
        pytest.param(
            (watch("a" * 60), watch("b" * 60)),
            "Intet kræver en beslutning nu. Hold øje med 2 emner.",
            id="names that there is no room for are counted",
        ),
        pytest.param((act(PLANS), watch("Puljen")), "3 evalueringer er over tid.", id="one decision alone"),
        pytest.param((act(PLANS), act(MEETINGS)), "3 evalueringer er over tid. Der mangler et møde.", id="two"),
        pytest.param(
            (act(POOL), act(PLANS), act(PARTNERSHIPS)),
            "4 ansøgninger søger 37.900 kr., men puljen har 22.870 kr. "
            "3 evalueringer er over tid, og 1 partnerskab er for meget.",
            id="three",
        ),
        pytest.param((act("a"), act("b"), act("c"), act("d")), "A. B, c, og d.", id="four short ones"),
        pytest.param(
            (act(POOL), act(PLANS), act(PARTNERSHIPS), act(MEETINGS)),
            "4 ansøgninger søger 37.900 kr., men puljen har 22.870 kr. 3 emner mere kræver en beslutning.",
            id="four that there is no room for",
        ),
        pytest.param(
            (untold("Ingen pulje i data kan læses."), CALM), "Ingen pulje i data kan læses.", id="what cannot be told"
        ),
        pytest.param(
            (untold("Ingen pulje i data kan læses."), act(PLANS)),
            "Ingen pulje i data kan læses. 3 evalueringer er over tid.",
            id="what cannot be told, and what waits",
        ),
    ],
)
def test_the_conclusion_says_what_must_be_decided(briefs: tuple[Brief, ...], sentence: str) -> None:
    assert told(*briefs) == sentence


CLAUSES = st.lists(st.text("abcdefgh ", min_size=1, max_size=55).map(lambda text: f"x{text.strip()}"), max_size=8)


@given(CLAUSES)
def test_it_keeps_to_two_lines_and_counts_what_it_does_not_name(clauses: list[str]) -> None:
    said = told(*map(act, clauses))
    assert len(wrap(said, LETTERS)) <= LINES
    if clauses:
        assert said.casefold().startswith(clauses[0])
    left_out = sum(clause not in said.casefold() for clause in clauses)
    assert ("mere kræver en beslutning" in said) >= bool(left_out)
