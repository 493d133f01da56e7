"""The table of what has been told about the strategy, and to whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from core.contract.table import Column, Table

Values = Mapping[str, Any]


class Side(StrEnum):
    INSIDE = "indadtil"
    OUTSIDE = "udadtil"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outreach:
    date: Annotated[date, Column("Dato", required=True)]
    what: Annotated[str, Column("Hvad", required=True, note="hvad der blev fortalt")]
    area: Annotated[str, Column("Område", required=True, note="samme ord som i »Handleplaner«")]
    channel: Annotated[str | None, Column("Kanal", needed=False, note="fx beboerblad, hjemmeside, opslag")] = None
    # To the organisation's own people, or to everybody else.
    side: Annotated[Side, Column("Hvor", required=True, note="til hvem")]


OUTREACH = Table(
    name="outreach",
    title="Formidling",
    row=Outreach,
    key=("date", "what"),
    optional=True,
    quiet=True,
    note="Én række for hver gang der er fortalt om strategien eller det, der kom ud af den",
)


TABLES = (OUTREACH,)
