"""The tables on the focus group and the residents it is to mirror. No table has a column for a name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar

from core.contract.cells.age import Ages
from core.contract.fitting import ends_after_it_begins
from core.contract.table import Column, Fault, Kind, Table
from core.focus_group.age_bands import MINIMUM_AGE
from core.focus_group.banding import OF_MEMBERS, OF_RESIDENTS
from core.organisation.tables import Number

Values = Mapping[str, Any]


def check_bands(rows: Sequence[Values]) -> Iterator[tuple[int, Fault]]:
    """Of two age bands with an age in common the one further down does not count."""
    kept: list[Any] = []
    for place, band in enumerate(row["ages"] for row in rows):
        if any(band.first <= other.last and other.first <= band.last for other in kept):
            yield place, Fault("ages", "Aldersgruppen dækker aldre, som en anden også dækker.", "Ret en af dem.")
        else:
            kept.append(band)


@dataclass(frozen=True, slots=True)
class AgeBand:
    ages: Annotated[Ages, Column("Aldersgruppe", Kind.BAND, required=True, note="fx 18-29, og den sidste 75+")]


AGE_BANDS = Table(
    name="age_bands",
    title="Aldersgrupper",
    row=AgeBand,
    key=("ages",),
    optional=True,
    quiet=True,
    note="Én række for hver aldersgruppe, hvis I har andre end 18-29, 30-44, 45-59, 60-74 og 75+",
    check_all=check_bands,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Of the focus group."""

    id: ClassVar[Annotated[str, Column("Medlem", Kind.PRIVATE, required=True, note="et nummer, aldrig et navn")]]
    # Its number; None: not known.
    department: Annotated[
        str | None, Column("Afdeling", Kind.REFERENCE, needed=False, reference="departments.number")
    ] = None
    # The band as text on the day the member came; None: not known.
    ages: Annotated[
        str | None,
        Column(
            "Alder",
            Kind.AGES,
            needed=False,
            note="alder, fødselsår eller aldersgruppe, da medlemmet kom til; kun aldersgruppen bliver gemt",
            also=("Aldersgruppe", "Fødselsår", "Fødselsdato", "Født"),
        ),
    ] = None
    first: Annotated[date, Column("Fra", required=True, note="medlem fra")]
    last: Annotated[date | None, Column("Til", note="holdt op; tom, så længe medlemmet er med")] = None


MEMBERS = Table(
    name="members",
    title="Fokusgruppe",
    row=Member,
    key=("id",),
    optional=True,
    quiet=True,
    persons=True,
    note="Én række for hvert medlem af fokusgruppen. Ingen navne: giv hver et nummer",
    preparation=OF_MEMBERS,
    check=ends_after_it_begins,
)


@dataclass(frozen=True, slots=True)
class Residents:
    department: Annotated[
        str,
        Column(
            "Afdeling",
            Kind.REFERENCE,
            required=True,
            reference="departments.number",
            also=("Område", "Bopæl", "Afdelingsnr"),
        ),
    ]
    # The band as text.
    ages: Annotated[
        str,
        Column(
            "Alder",
            Kind.AGES,
            required=True,
            note="et år, fx 37, eller en aldersgruppe, fx 30-44",
            also=("Aldersgruppe", "Alder i år"),
        ),
    ]
    sex: ClassVar[
        Annotated[
            str,
            Column(
                "Køn", Kind.PRIVATE, needed=False, quiet=True, note="kun hvis tallene er delt på køn; de lægges sammen"
            ),
        ]
    ]
    # Persons of the department in the band, or a part of them that adds up with others, such as those of one sex.
    number: Annotated[
        int,
        Column(
            "Beboere",
            required=True,
            unit="antal",
            minimum=0,
            also=("Antal", "Antal beboere", "Antal personer", "Personer", "Indhold"),
        ),
    ]
    # The day it holds for, None where not told.
    stated: Annotated[
        date | None,
        Column(
            "Opgjort",
            Kind.STATED,
            needed=False,
            quiet=True,
            note="den dag, tallene gælder for, fx 01-01-2024 eller 2024K1",
            also=("Tid", "Dato", "Kvartal", "År", "Periode"),
        ),
    ] = None


RESIDENTS = Table(
    name="residents",
    title="Beboere",
    row=Residents,
    key=("department", "ages"),
    optional=True,
    quiet=True,
    adds_up=True,
    most_rows=100_000,
    persons=True,
    note="Hvor mange beboere hver afdeling har i hver alder eller aldersgruppe. "
    "En kolonne for hver aldersgruppe kan også bruges",
    preparation=OF_RESIDENTS,
)


@dataclass(frozen=True, slots=True)
class GroupMeeting:
    date: Annotated[date, Column("Dato", required=True)]
    topic: Annotated[str | None, Column("Emne", needed=False)] = None


GROUP_MEETINGS = Table(
    name="group_meetings",
    title="Fokusgruppemøder",
    row=GroupMeeting,
    key=("date",),
    optional=True,
    quiet=True,
    note="Én række for hvert møde i fokusgruppen, holdt eller planlagt",
)


HIDE_BELOW = Number("Skjul under", 5)
"""The fewest residents that are told as a count."""
NUMBERS = (MINIMUM_AGE, HIDE_BELOW)

TABLES = (
    AGE_BANDS,
    MEMBERS,
    RESIDENTS,
    GROUP_MEETINGS,
)
