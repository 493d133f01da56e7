"""A rule's answer: kept, broken, or cannot be told because something named is missing or cannot be read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from core import danish
from core.contract.dataset import SetAside

_MOST_ROWS = 3


class Verdict(StrEnum):
    """The value is the Danish word on the screen."""

    KEPT = "Overholdt"
    BROKEN = "Ikke overholdt"
    UNKNOWN = "Kan ikke siges"
    # Not kept, and it need not be: an exception has been given.
    DISPENSED = "Dispenseret"
    # Nothing to keep or break, only to know.
    INFORMS = "Til orientering"


@dataclass(frozen=True, slots=True)
class Finding:
    verdict: Verdict
    # One Danish sentence with its figures.
    text: str
    # The same as values, money in øre.
    figures: Mapping[str, object] = field(default_factory=dict)
    # What has to be known first: a thing, to stand after »der mangler«,
    missing: str = ""
    # or a question, to stand after »det er ikke oplyst«,
    unsaid: str = ""
    # or rows of the data, to be mended.
    unread: tuple[SetAside, ...] = ()
    # Where several things are missing, each of them.
    pieces: tuple[str, ...] = ()
    # A yes holds first from this day.
    not_before: date | None = None
    # Why nothing at all can be granted, whatever the amount, as a clause.
    nothing: str = ""


def kept_if(holds: bool, kept: str, broken: str, **figures: object) -> Finding:
    return Finding(Verdict.KEPT, kept, figures) if holds else Finding(Verdict.BROKEN, broken, figures)


def unknown(missing: str, **figures: object) -> Finding:
    return Finding(Verdict.UNKNOWN, f"Mangler: {missing}", figures, missing)


def unsaid(question: str) -> Finding:
    """question: 'om arbejdet er begyndt'."""
    return Finding(Verdict.UNKNOWN, f"Det er ikke oplyst, {question}", unsaid=question)


def unread(rows: Sequence[SetAside]) -> Finding:
    """What is judged rests on rows that cannot be read."""
    return Finding(Verdict.UNKNOWN, rows_in_words(rows), unread=tuple(rows))


def doubted(finding: Finding, worse: Sequence[SetAside], better: Sequence[SetAside]) -> Finding:
    """The finding where some rows cannot be read. worse: those that can turn kept into broken; better: those that
    can turn broken into kept. What no row can turn stands.
    """
    rows = better if finding.verdict is Verdict.BROKEN else worse
    if not rows:
        return finding
    if finding.verdict is not Verdict.UNKNOWN:
        return unread(rows)
    text = f"{danish.ended(finding.text)} {rows_in_words(rows)}"
    return replace(finding, text=text, unread=tuple(rows))


def rows_in_words(rows: Iterable[SetAside]) -> str:
    """'Ansøgninger, række 14, hvor der står »ca. 90.000« i »Tilsagn«, kan ikke læses', each with what is wrong."""
    rows = tuple(rows)
    if len(rows) > 1:
        said = [f"{row.where} ({row.stands})" if row.stands else row.where for row in rows]
        return f"{_few(said)} kan ikke læses"
    (row,) = rows
    if row.unfinished:
        return f"{row.where}, er ikke skrevet færdig"
    return f"{row.where}, {row.stands}, kan ikke læses" if row.stands else f"{row.where}, kan ikke læses"


def rows_named(rows: Iterable[SetAside]) -> str:
    """'Ansøgninger, række 14, kan ikke læses', for a headline."""
    named = [row.where for row in rows]
    return f"{_few(named)}{',' if len(named) == 1 else ''} kan ikke læses"


def _few(names: Sequence[str]) -> str:
    rest = len(names) - _MOST_ROWS
    return danish.listed([*names[:_MOST_ROWS], danish.count(rest, "række til", "rækker til")] if rest > 0 else names)
