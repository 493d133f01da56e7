"""The tables on partnership agreements, and how many there is room for each year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from core.contract.problem import Effect
from core.contract.table import Column, Fault, Kind, Table

Values = Mapping[str, Any]


def check_partnership(values: Values) -> Iterator[Fault]:
    applied, agreed, declined, ended = (values[name] for name in ("applied", "agreed", "declined", "ended"))
    if agreed and declined:
        yield Fault("declined", "Aftalen er både indgået og afslået.", "Slet den dato, der ikke passer.")
    elif ended and not agreed:
        yield Fault("ended", "Aftalen er slut, men ikke indgået.", "Skriv, hvornår den blev indgået.")
    elif ended and ended < agreed:
        yield Fault("ended", "Aftalen slutter, før den er indgået.", "Ret en af datoerne.")
    elif min(agreed or applied, declined or applied) < applied:
        yield Fault(
            "applied", "Der er svaret, før der er ansøgt.", "Se efter, om en af datoerne er forkert.", Effect.NOTICE
        )


@dataclass(frozen=True, slots=True)
class PartnershipYear:
    year: Annotated[int, Column("År", required=True, minimum=2000, maximum=2199)]
    # How many departments can apply and enter an agreement that year.
    room: Annotated[int, Column("Pladser", required=True, unit="antal", minimum=0)]


PARTNERSHIP_YEARS = Table(
    name="partnership_years",
    title="Partnerskabsår",
    row=PartnershipYear,
    key=("year",),
    optional=True,
    quiet=True,
    note="Én række for hvert år: hvor mange afdelinger der kan få en partnerskabsaftale",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership:
    id: Annotated[str, Column("Aftale", required=True, note="entydigt nummer")]
    department: Annotated[str, Column("Afdeling", Kind.REFERENCE, required=True, reference="departments.number")]
    subject: Annotated[str | None, Column("Om", needed=False, note="fx Vild have")] = None
    applied: Annotated[date, Column("Ansøgt", required=True)]
    agreed: Annotated[date | None, Column("Indgået", note="tom, til den er indgået")] = None
    declined: Annotated[date | None, Column("Afslået", needed=False, note="tom, hvis den ikke er afslået")] = None
    ended: Annotated[date | None, Column("Slut", note="tom, så længe den løber")] = None


PARTNERSHIPS = Table(
    name="partnerships",
    title="Partnerskabsaftaler",
    row=Partnership,
    key=("id",),
    optional=True,
    quiet=True,
    note="Én række for hver aftale mellem en afdeling og organisationen, fra ansøgning til slut",
    check=check_partnership,
)


TABLES = (
    PARTNERSHIP_YEARS,
    PARTNERSHIPS,
)
