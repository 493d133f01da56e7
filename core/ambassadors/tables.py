"""The tables on TrivselsAmbassadører. No table has a column for a name of a resident."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar

from core.contract.fitting import ends_after_it_begins
from core.contract.table import Column, Kind, Table
from core.organisation.tables import Number

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Cohort:
    """One run of the course."""

    id: Annotated[str, Column("Hold", required=True, note="fx 4")]
    # How many began it.
    started: Annotated[
        int | None, Column("Startet", needed=False, unit="antal", minimum=0, note="hvor mange der begyndte")
    ] = None


COHORTS = Table(
    name="cohorts",
    title="Hold",
    row=Cohort,
    key=("id",),
    optional=True,
    quiet=True,
    note="Én række for hver gang kurset for TrivselsAmbassadører holdes",
)


@dataclass(frozen=True, slots=True)
class CourseSession:
    cohort: Annotated[str, Column("Hold", Kind.REFERENCE, required=True, reference="cohorts.id")]
    date: Annotated[date, Column("Dato", required=True)]
    topic: Annotated[str | None, Column("Emne", needed=False)] = None
    place: Annotated[str | None, Column("Sted", needed=False)] = None


COURSE_SESSIONS = Table(
    name="course_sessions",
    title="Kursusgange",
    row=CourseSession,
    key=("cohort", "date"),
    optional=True,
    quiet=True,
    note="Én række for hver kursusgang, holdt eller planlagt",
)


@dataclass(frozen=True, slots=True)
class Ambassador:
    """A resident who has finished the course, without a name."""

    id: ClassVar[Annotated[str, Column("Ambassadør", Kind.PRIVATE, required=True, note="et nummer, aldrig et navn")]]
    department: Annotated[str, Column("Afdeling", Kind.REFERENCE, required=True, reference="departments.number")]
    first: Annotated[date, Column("Fra", required=True, note="aktiv fra")]
    # The day from which it is over.
    last: Annotated[date | None, Column("Til", note="holdt op; tom, så længe den er aktiv")] = None
    cohort: Annotated[str | None, Column("Hold", Kind.REFERENCE, needed=False, reference="cohorts.id")] = None


AMBASSADORS = Table(
    name="ambassadors",
    title="Ambassadører",
    row=Ambassador,
    key=("id",),
    optional=True,
    quiet=True,
    persons=True,
    note="Én række for hver, der har gennemført kurset. Ingen navne: giv hver et nummer",
    check=ends_after_it_begins,
)


@dataclass(frozen=True, slots=True)
class NetworkMeeting:
    date: Annotated[date, Column("Dato", required=True)]
    topic: Annotated[str | None, Column("Emne", needed=False)] = None


NETWORK_MEETINGS = Table(
    name="network_meetings",
    title="Netværksmøder",
    row=NetworkMeeting,
    key=("date",),
    optional=True,
    quiet=True,
    note="Én række for hvert møde, som ambassadørerne holder, holdt eller planlagt",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative:
    id: Annotated[str, Column("Initiativ", required=True, note="entydigt nummer")]
    name: Annotated[str, Column("Navn", required=True, note="fx Strikkecafé")]
    # Numbers; none named is for everybody.
    departments: Annotated[
        tuple[str, ...],
        Column(
            "Afdelinger",
            Kind.REFERENCES,
            needed=False,
            reference="departments.number",
            note="flere deles af semikolon; tom, når det er for alle",
            also=("Afdeling",),
        ),
    ] = ()
    first: Annotated[date, Column("Fra", required=True)]
    last: Annotated[date | None, Column("Til", note="slut; tom, så længe det er i gang")] = None
    # Names of fields that hold something that could not be read.
    unreadable: frozenset[str] = frozenset()

    @property
    def where_unknown(self) -> bool:
        """It names departments that cannot be read: it may be any's, and is not known to be everybody's."""
        return "departments" in self.unreadable

    @property
    def for_all(self) -> bool:
        return not self.departments and not self.where_unknown

    @property
    def across(self) -> bool:
        return self.for_all or len(self.departments) > 1


INITIATIVES = Table(
    name="initiatives",
    title="Initiativer",
    row=Initiative,
    key=("id",),
    optional=True,
    quiet=True,
    note="Én række for hver aktivitet, som ambassadører har sat i gang",
    check=ends_after_it_begins,
)


SESSIONS = Number("Kursusgange", 6)
"""Of a course, unless the organisation's settings say otherwise."""
FEWEST_MEETINGS, MOST_MEETINGS = Number("Netværksmøder mindst", 4), Number("Netværksmøder højst", 6)
"""In a calendar year."""
NUMBERS = (SESSIONS, FEWEST_MEETINGS, MOST_MEETINGS)

TABLES = (
    COHORTS,
    COURSE_SESSIONS,
    AMBASSADORS,
    NETWORK_MEETINGS,
    INITIATIVES,
)
