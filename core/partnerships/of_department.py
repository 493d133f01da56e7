"""What the partnership agreements tell of one department."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from core.contract.dataset import Dataset
from core.danish import count, day_short
from core.organisation.departments import aside_of_department
from core.partnerships.overview import known_on, runs_on
from core.partnerships.tables import PARTNERSHIPS, Partnership
from core.subject.of_department import Column, Holds, Part, Row


class _Status(StrEnum):
    RUNS = "løber"
    WAITS = "venter på svar"
    DECLINED = "afslag"
    ENDED = "slut"


def of_department(dataset: Dataset, number: str, on: date) -> Iterator[Part]:
    mine = [one for one in known_on(dataset.of(Partnership), on) if one.department == number]
    mine.sort(key=lambda one: (not runs_on(one, on), -one.applied.toordinal()))
    stood = [_status(one, on) for one in mine]
    running, waiting = stood.count(_Status.RUNS), stood.count(_Status.WAITS)
    aside = len(aside_of_department(dataset, number, PARTNERSHIPS.name))
    parts = []
    if running:
        parts.append(f"har {count(running, 'partnerskabsaftale', 'partnerskabsaftaler')}")
    elif not (aside or waiting):
        parts.append("har ingen partnerskabsaftale")
    if waiting:
        parts.append(f"venter på svar om {count(waiting, 'partnerskabsaftale', 'partnerskabsaftaler')}")
    clause = " og ".join(parts)
    told = f"Afdelingen {clause}." if clause else "Der er ingen partnerskabsaftale med afdelingen, der kan læses."
    yield Part(
        heading="Partnerskabsaftaler",
        told=told if mine or aside else "Afdelingen har aldrig søgt om en partnerskabsaftale.",
        clause=clause,
        columns=(
            Column("Om"),
            Column("Status", Holds.STATUS),
            *(Column(heading, Holds.DATE) for heading in ("Ansøgt", "Indgået", "Slut")),
        ),
        rows=tuple(_row(one, status, on) for one, status in zip(mine, stood, strict=True)),
        aside=aside,
    )


def _status(one: Partnership, on: date) -> _Status:
    if runs_on(one, on):
        return _Status.RUNS
    if one.agreed and one.agreed <= on:
        return _Status.ENDED
    return _Status.DECLINED if one.declined and one.declined <= on else _Status.WAITS


def _row(one: Partnership, status: _Status, on: date) -> Row:
    agreed = one.agreed if one.agreed and one.agreed <= on else None
    ended = one.ended if agreed else None
    days = (day_short(day) if day else "–" for day in (one.applied, agreed, ended))
    return Row((one.subject or "ikke oplyst", str(status), *days))
