"""A rule's answer: kept, broken, or cannot be told because something named is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    """The value is the Danish word on the screen."""

    KEPT = "Overholdt"
    BROKEN = "Ikke overholdt"
    UNKNOWN = "Kan ikke siges"


@dataclass(frozen=True, slots=True)
class Finding:
    """text: one Danish sentence with its figures; figures: the same as values, money in øre;
    missing: what has to be known before the rule can be judged.
    """

    verdict: Verdict
    text: str
    figures: Mapping[str, object] = field(default_factory=dict)
    missing: str = ""


def kept_if(holds: bool, kept: str, broken: str, **figures: object) -> Finding:
    return Finding(Verdict.KEPT, kept, figures) if holds else Finding(Verdict.BROKEN, broken, figures)


def unknown(missing: str, **figures: object) -> Finding:
    return Finding(Verdict.UNKNOWN, f"Mangler: {missing}", figures, missing)
