"""What the board must decide, in the first screen's conclusion."""

from core.danish import capital, count_in_words, ended, listed
from core.subject.brief import Attention
from core.subjects.overview import SubjectsOverview

ROOM = 124
"""So many letters are two lines of a conclusion on a small screen."""


def conclusion(overview: SubjectsOverview) -> str:
    """'Fire ansøgninger søger 37.900 kr., men puljen har 22.870 kr. Tre evalueringer er over tid, og …'"""
    if not overview.briefs:
        return "Der er ingen puljer eller andre tal i data endnu."
    untold = " ".join(brief.sentence for brief in overview.briefs if not brief.figure)
    if untold:
        return " ".join(filter(None, (untold, _decisions([one.decide for one in overview.briefs], ROOM - len(untold)))))
    if decisions := _decisions([one.decide for one in overview.briefs], ROOM):
        return decisions
    watch = [brief.title for brief in overview.briefs if brief.attention is Attention.WATCH]
    if not watch:
        return "Intet kræver bestyrelsens opmærksomhed nu."
    named = f"Intet kræver en beslutning nu. Hold øje med {listed(watch)}."
    return named if len(named) <= ROOM else f"Intet kræver en beslutning nu. Hold øje med {len(watch)} emner."


def _decisions(clauses: list[str], room: int) -> str:
    """As many as there is room for, the first at any rate, and how many the others are; '' where there are none."""
    asked = [clause for clause in clauses if clause]
    for told in range(len(asked), 0, -1):
        others = len(asked) - told
        first, *rest = asked[:told]
        sentences = [first]
        if rest:
            sentences.append(f"{', '.join(rest[:-1])}, og {rest[-1]}" if len(rest) > 1 else rest[0])
        if others:
            what = count_in_words(others, "ét emne", "emner")
            sentences.append(f"{what} mere kræver en beslutning")
        said = " ".join(ended(capital(sentence)) for sentence in sentences)
        if len(said) <= room or told == 1:
            return said
    return ""
