"""The part of the contract on TrivselsAmbassadører. No table has a column for a name of a resident."""

from core.contract.checks import check_active
from core.contract.rows import Ambassador, Cohort, CourseSession, Initiative, NetworkMeeting
from core.contract.table import Column, Kind, Table

COHORTS = Table(
    name="cohorts",
    title="Hold",
    row=Cohort,
    key=("id",),
    optional=True,
    quiet=True,
    note="Én række for hver gang kurset for TrivselsAmbassadører holdes",
    columns=(
        Column("Hold", "id", required=True, note="fx 4"),
        Column("Startet", "started", Kind.WHOLE, needed=False, unit="antal", minimum=0, note="hvor mange der begyndte"),
    ),
)

COURSE_SESSIONS = Table(
    name="course_sessions",
    title="Kursusgange",
    row=CourseSession,
    key=("cohort", "date"),
    optional=True,
    quiet=True,
    note="Én række for hver kursusgang, holdt eller planlagt",
    columns=(
        Column("Hold", "cohort", Kind.REFERENCE, required=True, reference="cohorts.id"),
        Column("Dato", "date", Kind.DATE, required=True),
        Column("Emne", "topic", needed=False),
        Column("Sted", "place", needed=False),
    ),
)

AMBASSADORS = Table(
    name="ambassadors",
    title="Ambassadører",
    row=Ambassador,
    key=("id",),
    optional=True,
    quiet=True,
    persons=True,
    note="Én række for hver, der har gennemført kurset. Ingen navne: giv hver et nummer",
    check=check_active,
    columns=(
        Column("Ambassadør", "id", Kind.PRIVATE, required=True, note="et nummer, aldrig et navn"),
        Column("Afdeling", "department", Kind.REFERENCE, required=True, reference="departments.number"),
        Column("Fra", "first", Kind.DATE, required=True, note="aktiv fra"),
        Column("Til", "last", Kind.DATE, note="holdt op; tom, så længe den er aktiv"),
        Column("Hold", "cohort", Kind.REFERENCE, needed=False, reference="cohorts.id"),
    ),
)

NETWORK_MEETINGS = Table(
    name="network_meetings",
    title="Netværksmøder",
    row=NetworkMeeting,
    key=("date",),
    optional=True,
    quiet=True,
    note="Én række for hvert møde, som ambassadørerne holder, holdt eller planlagt",
    columns=(
        Column("Dato", "date", Kind.DATE, required=True),
        Column("Emne", "topic", needed=False),
    ),
)

INITIATIVES = Table(
    name="initiatives",
    title="Initiativer",
    row=Initiative,
    key=("id",),
    optional=True,
    quiet=True,
    note="Én række for hver aktivitet, som ambassadører har sat i gang",
    check=check_active,
    columns=(
        Column("Initiativ", "id", required=True, note="entydigt nummer"),
        Column("Navn", "name", required=True, note="fx Strikkecafé"),
        Column(
            "Afdelinger",
            "departments",
            Kind.REFERENCES,
            needed=False,
            reference="departments.number",
            note="flere deles af semikolon; tom, når det er for alle",
            also=("Afdeling",),
        ),
        Column("Fra", "first", Kind.DATE, required=True),
        Column("Til", "last", Kind.DATE, note="slut; tom, så længe det er i gang"),
    ),
)

AMBASSADOR_TABLES = (COHORTS, COURSE_SESSIONS, AMBASSADORS, NETWORK_MEETINGS, INITIATIVES)
