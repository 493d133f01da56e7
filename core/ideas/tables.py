"""The tables of the idea catalogue: the ideas, and which departments use them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from core.contract.fitting import ends_after_it_begins
from core.contract.table import Column, Kind, Table

Values = Mapping[str, Any]


class WhoActs(StrEnum):
    DEPARTMENT = "afdeling"
    RESIDENT = "beboer"
    BOTH = "begge"


@dataclass(frozen=True, slots=True)
class Idea:
    id: Annotated[str, Column("Idé", required=True, note="entydigt nummer")]
    name: Annotated[str, Column("Navn", required=True)]
    area: Annotated[str, Column("Område", required=True, note="samme ord som i »Handleplaner«")]
    who: Annotated[WhoActs, Column("Hvem", required=True, note="hvem der kan gøre det")]
    description: Annotated[str | None, Column("Beskrivelse", needed=False)] = None


IDEAS = Table(
    name="ideas",
    title="Idéer",
    row=Idea,
    key=("id",),
    labels=("name",),
    optional=True,
    quiet=True,
    note="Inspirationskataloget: én række for hver idé",
)


@dataclass(frozen=True, slots=True)
class IdeaUse:
    idea: Annotated[str, Column("Idé", Kind.REFERENCE, required=True, reference="ideas.id")]
    department: Annotated[str, Column("Afdeling", Kind.REFERENCE, required=True, reference="departments.number")]
    first: Annotated[date, Column("Fra", required=True)]
    last: Annotated[date | None, Column("Til", note="slut; tom, så længe den er i brug")] = None


IDEA_USES = Table(
    name="idea_uses",
    title="Idéer i brug",
    row=IdeaUse,
    key=("idea", "department", "first"),
    optional=True,
    quiet=True,
    note="Én række for hver afdeling, der har taget en idé i brug",
    check=ends_after_it_begins,
)


TABLES = (
    IDEAS,
    IDEA_USES,
)
