"""The state of all subjects in one sentence."""

from dataclasses import replace

from core.danish import count, listed
from core.subject.brief import Attention
from core.subjects.overview import SubjectsOverview


def conclusion(overview: SubjectsOverview) -> str:
    """'3 emner kræver, at bestyrelsen tager stilling: Puljen, Handleplaner og Partnerskaber.'"""
    if not overview.briefs:
        return "Der er ingen puljer eller andre tal i data endnu."
    if untold := [brief.sentence for brief in overview.briefs if not brief.figure]:
        told = replace(overview, briefs=tuple(brief for brief in overview.briefs if brief.figure))
        return " ".join([*untold, conclusion(told)] if told.briefs else untold)
    act = [brief.title for brief in overview.briefs if brief.attention is Attention.ACT]
    watch = [brief.title for brief in overview.briefs if brief.attention is Attention.WATCH]
    if act:
        return f"{count(len(act), 'emne', 'emner')} kræver, at bestyrelsen tager stilling: {listed(act)}."
    if watch:
        return f"Intet kræver en beslutning nu. Hold øje med {listed(watch)}."
    return "Intet kræver bestyrelsens opmærksomhed nu."
