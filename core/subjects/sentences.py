"""What the board must decide, in the first screen's conclusion."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from core.danish import capital, count, ended, listed, unparted
from core.subject.brief import Attention
from core.subjects.overview import SubjectsOverview

LINES, LETTERS = 2, 61
"""What there is room for on a small screen."""


def conclusion(overview: SubjectsOverview) -> str:
    """'4 ansøgninger søger 37.900 kr., men puljen har 22.870 kr. 3 evalueringer er over tid, og …'"""
    if not overview.briefs:
        return "Der er ingen puljer eller andre tal i data endnu."
    untold = " ".join(brief.sentence for brief in overview.briefs if not brief.figure)
    decisions = [brief.decide for brief in overview.briefs if brief.decide]
    if untold or decisions:
        return _first_that_fits(f"{untold} {said}".strip() for said in _fewer_and_fewer(decisions))
    watch = [brief.title for brief in overview.briefs if brief.attention is Attention.WATCH]
    if not watch:
        return "Intet kræver bestyrelsens opmærksomhed nu."
    several = count(len(watch), "emne", "emner")
    nothing = "Intet kræver en beslutning nu. Hold øje med"
    return _first_that_fits(iter((f"{nothing} {listed(watch)}.", f"{nothing} {several}.")))


def _first_that_fits(sentences: Iterator[str]) -> str:
    """The first that there is room for, else the last."""
    said = ""
    for said in sentences:
        if len(wrap(said, LETTERS)) <= LINES:
            break
    return said


def _fewer_and_fewer(decisions: Sequence[str]) -> Iterator[str]:
    """All of them, then fewer and how many the others are; at last the first alone, or nothing where there is none."""
    for told in range(len(decisions), 0, -1):
        first, *rest = decisions[:told]
        sentences = [first, ", og ".join(filter(None, (", ".join(rest[:-1]), *rest[-1:])))]
        if others := len(decisions) - told:
            sentences.append(f"{count(others, 'emne', 'emner')} mere kræver en beslutning")
        yield " ".join(unparted(ended(capital(sentence))) for sentence in sentences if sentence)
    if not decisions:
        yield ""
