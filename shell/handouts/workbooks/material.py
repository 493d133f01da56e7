"""The figures behind the slides and the sheet as an Excel workbook: as numbers and dates."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from core.danish import day, period
from core.subject.brief import Brief
from core.subject.event import Event
from core.subject.message import Message
from core.subject.picture import Bars, Picture, Unit
from core.subjects.material import Material
from core.subjects.side_by_side import SideBySide
from shell.handouts.workbooks.workbook import Amount, Cell, Sheet, kroner_cell, workbook


def material_workbook(source: str, found: Material) -> bytes:
    chosen, overview = found.chosen, found.overview
    notes = [f"Periode: {period(chosen.first, chosen.on)}", f"Pr. {day(chosen.on)}", f"Kilde: {source}", *found.held]
    briefs = [
        (
            brief.attention.label,
            brief.title,
            _figure(brief),
            brief.meaning,
            brief.sentence,
            "; ".join(brief.why),
        )
        for brief in overview.briefs
    ]
    events = ("Dato", "Emne", "Om", "Hvad")
    sheets = [
        Sheet("Overblik", ("Bestyrelsen", "Emne", "Tal", "Hvad det er", "Det vigtigste", "Fordi"), briefs, notes),
        Sheet(
            "Tal bag billederne",
            ("Emne", "Konklusion", "Hvad", "Dato", "Tal for", "Tal", "Enhed"),
            list(_figures(found.messages)),
            notes,
        ),
        Sheet("Sket i perioden", events, list(map(_event, found.happened)), notes),
        Sheet("Forfalder", events, list(map(_event, overview.due)), notes),
    ]
    if found.departments:
        sheets.append(
            Sheet(
                "Afdelinger",
                (
                    "Afdeling",
                    "Navn",
                    "Boliger",
                    "Ansøgninger",
                    "Bevilget (kr.)",
                    "Ambassadører",
                    "Initiativer",
                    "Partnerskabsaftaler",
                    "Seneste aktivitet",
                ),
                list(map(_department, found.departments)),
                [*notes, "Ansøgninger og initiativer er ikke lagt sammen: flere afdelinger kan være fælles om dem."],
                totals=("Boliger", "Bevilget (kr.)", "Ambassadører", "Partnerskabsaftaler"),
            )
        )
    return workbook(sheets)


def _figures(messages: Iterable[Message]) -> Iterable[tuple[Cell, ...]]:
    for message in messages:
        subject, picture = message.subject or "På tværs", message.picture
        if isinstance(picture, Bars):
            for place, category in enumerate(picture.categories):
                for series in filter(None, (*picture.series, picture.asked)):
                    yield subject, message.sentence, category, None, series.name, *_value(series.values[place], picture)
        elif picture:
            for on, value in picture.points:
                yield subject, message.sentence, picture.name, on, "", *_value(value, picture)


def _value(value: Decimal, picture: Picture) -> tuple[Cell, ...]:
    """With its unit, which a plain number of something has in its own column alone."""
    alone = picture.unit in (Unit.COUNT, Unit.OTHER)
    return Amount(value, "" if alone else str(picture.unit)), str(picture.unit)


def _figure(brief: Brief) -> Amount | None:
    """As on the first screen, but money to the øre."""
    if brief.value is None:
        return None
    return Amount(brief.value, brief.figure.lstrip("-−0123456789.,").strip())


def _event(event: Event) -> tuple[Cell, ...]:
    return event.on, event.subject, event.about, event.what


def _department(row: SideBySide) -> tuple[Cell, ...]:
    latest: date | None = row.latest
    return (
        row.department.number,
        row.department.name,
        row.department.homes,
        row.applications,
        kroner_cell(row.granted),
        row.ambassadors,
        row.initiatives,
        row.partnerships,
        latest,
    )
