"""The chair's material for a meeting or a seminar: subjects, period and departments chosen, said as slides."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.contract.dataset import Dataset
from core.danish import count, day, day_short, ended, kroner_plain, number
from core.organisation.settings import organisation_name
from core.subject.event import Event
from core.subject.message import Chosen, Group, Message, SlideTable
from core.subjects.deck import Deck
from core.subjects.overview import SubjectsOverview, happened, worked_out
from core.subjects.sentences import conclusion
from core.subjects.side_by_side import Order, SideBySide, quiet_in_words, side_by_side

MOST_LINES = 24
"""Of what happened, so many lines are read aloud at most; the workbook has all."""


@dataclass(frozen=True, slots=True)
class Material:
    chosen: Chosen
    # With the chosen subjects alone.
    overview: SubjectsOverview
    # In the period.
    happened: tuple[Event, ...]
    # The chosen ones.
    departments: tuple[SideBySide, ...]
    messages: tuple[Message, ...]
    # A sentence for each table that is not shown as it stands now.
    held: tuple[str, ...] = ()


def material(dataset: Dataset, overview: SubjectsOverview, chosen: Chosen, held: tuple[str, ...] = ()) -> Material:
    """overview: of the same data on the chosen date, with every subject."""
    overview = _of(overview, chosen.subjects)
    events = happened(dataset, chosen.first - timedelta(1), chosen.on, chosen.subjects)
    rows = tuple(
        row for row in side_by_side(dataset, chosen.on, Order.NAME) if row.department.number in chosen.departments
    )
    messages = (
        _overview_message(overview),
        *_held_message(held),
        *_subject_messages(dataset, chosen),
        *_happened_message(events, chosen),
        *_due_message(overview),
        *_department_message(rows),
    )
    return Material(chosen, overview, events, rows, messages, held)


def deck(dataset: Dataset, found: Material, title: str, source: str, read_at: datetime, sample: bool) -> Deck:
    return Deck(
        organisation_name(dataset) or "",
        title,
        found.chosen.first,
        found.chosen.on,
        source,
        read_at,
        sample,
        found.messages,
        bool(found.held),
    )


def _of(overview: SubjectsOverview, titles: Collection[str]) -> SubjectsOverview:
    return replace(
        overview,
        briefs=tuple(brief for brief in overview.briefs if brief.subject in titles),
        happened=tuple(event for event in overview.happened if event.subject in titles),
        due=tuple(event for event in overview.due if event.subject in titles),
        unused=tuple(title for title in overview.unused if title in titles),
    )


def _overview_message(overview: SubjectsOverview) -> Message:
    """The rows of the first screen."""
    return Message(
        conclusion(overview),
        table=SlideTable(
            ("Bestyrelsen", "Emne", "Tal", "Hvad det er", "Det vigtigste"),
            tuple(
                (brief.attention.label, brief.title, brief.figure, brief.meaning, brief.sentence)
                for brief in overview.briefs
            ),
            frozenset({2}),
            attention=tuple(brief.attention for brief in overview.briefs),
        ),
        calculation=tuple(ended(f"{brief.title}: {why}") for brief in overview.briefs for why in brief.why),
        questions=("Hvad er det vigtigste, vi skal nå i dag?",),
    )


def _held_message(held: tuple[str, ...]) -> tuple[Message, ...]:
    if not held:
        return ()
    return (
        Message(
            f"{count(len(held), 'tabel er ikke vist, som den', 'tabeller er ikke vist, som de')} står nu.",
            lines=held,
            questions=("Er det meningen, at rækkerne er væk?",),
        ),
    )


def _subject_messages(dataset: Dataset, chosen: Chosen) -> Iterator[Message]:
    for subject, overview in worked_out(dataset, chosen.on, chosen.subjects):
        for message in subject.messages(overview, chosen):
            yield replace(message, subject=subject.title)


def _happened_message(events: tuple[Event, ...], chosen: Chosen) -> tuple[Message, ...]:
    if not events:
        return ()
    earlier = len(events) - MOST_LINES
    left_out = (
        (f"De {number(MOST_LINES)} seneste; {number(earlier)} tidligere står i regnearket.",) if earlier > 0 else ()
    )
    return (
        Message(
            f"{count(len(events), 'ting', 'ting')} er sket siden {day(chosen.first)}.",
            groups=_by_subject(events[-MOST_LINES:]),
            calculation=left_out,
            questions=("Hvad er vi glade for, og hvad undrer os?",),
        ),
    )


def _due_message(overview: SubjectsOverview) -> tuple[Message, ...]:
    if not overview.due:
        return ()
    late = sum(overview.overdue(event) for event in overview.due)
    due = len(overview.due)
    if late == due:
        said = f"{count(due, 'ting', 'ting')} skulle være sket."
    else:
        missed = f"; {number(late)} af dem skulle være sket" if late else ""
        said = f"{count(due, 'ting', 'ting')} forfalder senest {day(overview.until)}{missed}."
    return (
        Message(
            said,
            groups=_by_subject(overview.due[:MOST_LINES]),
            calculation=(f"De første {number(MOST_LINES)} af {number(len(overview.due))}.",)
            if len(overview.due) > MOST_LINES
            else (),
            questions=("Hvem tager sig af hvad?",),
        ),
    )


def _department_message(rows: tuple[SideBySide, ...]) -> tuple[Message, ...]:
    if not rows:
        return ()
    return (
        Message(
            quiet_in_words(rows, chosen=True),
            table=SlideTable(
                ("Afdeling", "Bevilget (kr.)", "Ambassadører", "Initiativer", "Aftaler", "Seneste aktivitet"),
                tuple(_department(row) for row in rows),
                frozenset({1, 2, 3, 4, 5}),
            ),
            calculation=("Bevilget er fra alle puljer og år, delt lige, hvor flere afdelinger har søgt sammen.",),
            questions=("Hvad kan afdelingerne lære af hinanden?",),
        ),
    )


def _department(row: SideBySide) -> tuple[str, ...]:
    return (
        row.department.name,
        kroner_plain(row.granted),
        number(row.ambassadors),
        number(row.initiatives),
        number(row.partnerships),
        day_short(row.latest) if row.latest else "ingen",
    )


def _by_subject(events: tuple[Event, ...]) -> tuple[Group, ...]:
    """In the order that the subjects come in among the events."""
    titles = dict.fromkeys(event.subject for event in events)
    return tuple(Group(title, tuple(_line(event) for event in events if event.subject == title)) for title in titles)


def _line(event: Event) -> str:
    about = f"{event.about}: {event.what}"
    return f"{day(event.on)}: {about}" if event.on else about
