"""The part of the contract on the focus group and the residents it is to mirror. No table has a column for a name."""

from core.contract.checks import check_active, check_bands
from core.contract.rows import AgeBand, GroupMeeting, Member, Residents
from core.contract.table import Column, Kind, Table

AGE_BANDS = Table(
    name="age_bands",
    title="Aldersgrupper",
    row=AgeBand,
    key=("ages",),
    optional=True,
    quiet=True,
    note="Én række for hver aldersgruppe, hvis I har andre end 18-29, 30-44, 45-59, 60-74 og 75+",
    check_all=check_bands,
    columns=(Column("Aldersgruppe", "ages", Kind.BAND, required=True, note="fx 18-29, og den sidste 75+"),),
)

MEMBERS = Table(
    name="members",
    title="Fokusgruppe",
    row=Member,
    key=("id",),
    optional=True,
    quiet=True,
    persons=True,
    note="Én række for hvert medlem af fokusgruppen. Ingen navne: giv hver et nummer",
    check=check_active,
    columns=(
        Column("Medlem", "id", Kind.PRIVATE, required=True, note="et nummer, aldrig et navn"),
        Column("Afdeling", "department", Kind.REFERENCE, needed=False, reference="departments.number"),
        Column(
            "Alder",
            "ages",
            Kind.AGES,
            needed=False,
            note="alder, fødselsår eller aldersgruppe, da medlemmet kom til; kun aldersgruppen bliver gemt",
            also=("Aldersgruppe", "Fødselsår", "Fødselsdato", "Født"),
        ),
        Column("Fra", "first", Kind.DATE, required=True, note="medlem fra"),
        Column("Til", "last", Kind.DATE, note="holdt op; tom, så længe medlemmet er med"),
    ),
)

RESIDENTS = Table(
    name="residents",
    title="Beboere",
    row=Residents,
    key=("department", "ages"),
    optional=True,
    quiet=True,
    adds_up=True,
    persons=True,
    note="Hvor mange beboere hver afdeling har i hver alder eller aldersgruppe. "
    "En kolonne for hver aldersgruppe kan også bruges",
    columns=(
        Column(
            "Afdeling",
            "department",
            Kind.REFERENCE,
            required=True,
            reference="departments.number",
            also=("Område", "Bopæl", "Afdelingsnr"),
        ),
        Column(
            "Alder",
            "ages",
            Kind.AGES,
            required=True,
            note="et år, fx 37, eller en aldersgruppe, fx 30-44",
            also=("Aldersgruppe", "Alder i år"),
        ),
        Column(
            "Køn",
            "sex",
            Kind.PRIVATE,
            needed=False,
            quiet=True,
            note="kun hvis tallene er delt på køn; de lægges sammen",
        ),
        Column(
            "Beboere",
            "number",
            Kind.WHOLE,
            required=True,
            unit="antal",
            minimum=0,
            also=("Antal", "Antal beboere", "Antal personer", "Personer", "Indhold"),
        ),
        Column(
            "Opgjort",
            "stated",
            Kind.STATED,
            needed=False,
            quiet=True,
            note="den dag, tallene gælder for, fx 01-01-2024 eller 2024K1",
            also=("Tid", "Dato", "Kvartal", "År", "Periode"),
        ),
    ),
)

GROUP_MEETINGS = Table(
    name="group_meetings",
    title="Fokusgruppemøder",
    row=GroupMeeting,
    key=("date",),
    optional=True,
    quiet=True,
    note="Én række for hvert møde i fokusgruppen, holdt eller planlagt",
    columns=(
        Column("Dato", "date", Kind.DATE, required=True),
        Column("Emne", "topic", needed=False),
    ),
)

FOCUS_GROUP_TABLES = (AGE_BANDS, MEMBERS, RESIDENTS, GROUP_MEETINGS)
