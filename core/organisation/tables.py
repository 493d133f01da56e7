"""What every organisation has: its name and settings, its departments, its board's meetings."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from core.contract.table import Column, Fault, Table

NAME = "Organisation"
"""The setting that holds what the organisation is called; every other one is a whole number."""


@dataclass(frozen=True, slots=True)
class Setting:
    name: Annotated[str, Column("Indstilling", required=True)]
    value: Annotated[str, Column("Værdi", required=True, note="fx DOMI Bolig")]


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number that an organisation can set."""

    # As the table of settings has it.
    name: str
    # Where it is not set.
    usual: int


def check_setting(values: Mapping[str, Any]) -> Iterator[Fault]:
    if values["name"] != NAME and not re.fullmatch(r"\d{1,3}", values["value"]):
        yield Fault("value", f"»{values['name']}« skal være et helt tal på højst 3 cifre.", "Skriv fx 4.")


def settings_table(numbers: Iterable[Number]) -> Table:
    """numbers: what the subjects let an organisation set."""
    return Table(
        name="settings",
        title="Indstillinger",
        row=Setting,
        key=("name",),
        optional=True,
        note="Boligorganisationens navn, og tal der er andre end de sædvanlige",
        check=check_setting,
        choices={"name": (NAME, *(number.name for number in numbers))},
    )


@dataclass(frozen=True, slots=True)
class Department:
    number: Annotated[
        str, Column("Afdeling", required=True, note="afdelingens nummer, fx 07", also=("Afdelingsnr", "Nr"))
    ]
    name: Annotated[str, Column("Navn", required=True)]
    homes: Annotated[int | None, Column("Boliger", needed=False, unit="antal", minimum=0, words=("bolig", "boliger"))]


DEPARTMENTS = Table(
    name="departments",
    title="Afdelinger",
    row=Department,
    key=("number",),
    labels=("name",),
    most_rows=1_000,
    note="Én række for hver afdeling",
)


@dataclass(frozen=True, slots=True)
class BoardMeeting:
    date: Annotated[date, Column("Dato", required=True)]
    title: Annotated[str | None, Column("Møde", needed=False)] = None


BOARD_MEETINGS = Table(
    name="board_meetings",
    title="Bestyrelsesmøder",
    row=BoardMeeting,
    key=("date",),
    optional=True,
    note="Holdte og planlagte møder: bruges til »siden sidste møde«",
)


TABLES = (DEPARTMENTS, BOARD_MEETINGS)
