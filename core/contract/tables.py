"""The contract: every table the dashboard reads, in Danish headings with English names in code.

Readers, the check of sample_data, the README's table of tables and the SQL schema all come from here.
"""

from core.contract.ambassador_tables import AMBASSADOR_TABLES
from core.contract.checks import (
    ORGANISATION,
    WHOLE_SETTINGS,
    check_application,
    check_invoice,
    check_pool,
    check_setting,
)
from core.contract.focus_tables import FOCUS_GROUP_TABLES
from core.contract.rows import (
    Application,
    BoardMeeting,
    Decision,
    Department,
    Invoice,
    Pool,
    PoolRule,
    Setting,
)
from core.contract.rule_values import ENDED, PAGES, RULE_KINDS
from core.contract.seminar_tables import SEMINAR_TABLES
from core.contract.strategy_tables import STRATEGY_TABLES
from core.contract.table import Column, Kind, Table

PARTICIPANTS = ("deltager", "deltagere", "person", "personer")

SETTINGS = Table(
    name="settings",
    title="Indstillinger",
    row=Setting,
    key=("name",),
    optional=True,
    note="Boligorganisationens navn, og tal der er andre end de sædvanlige",
    columns=(
        Column("Indstilling", "name", Kind.CHOICE, required=True, allowed=(ORGANISATION, *WHOLE_SETTINGS)),
        Column("Værdi", "value", required=True, note="fx DOMI Bolig"),
    ),
    check=check_setting,
)

DEPARTMENTS = Table(
    name="departments",
    title="Afdelinger",
    row=Department,
    key=("number",),
    labels=("name",),
    note="Én række for hver afdeling",
    columns=(
        Column("Afdeling", "number", required=True, note="afdelingens nummer, fx 07", also=("Afdelingsnr", "Nr")),
        Column("Navn", "name", required=True),
        Column("Boliger", "homes", Kind.WHOLE, needed=False, unit="antal", minimum=0, words=("bolig", "boliger")),
    ),
)

POOLS = Table(
    name="pools",
    title="Puljer",
    row=Pool,
    key=("id",),
    labels=("name",),
    note="Én række for hver pulje og periode",
    check=check_pool,
    columns=(
        Column("Pulje", "id", required=True, note="kort nøgle, fx 2024"),
        Column("Navn", "name", required=True, note="samme navn i alle perioder: reglerne følger navnet"),
        Column("Ramme", "appropriation", Kind.AMOUNT, required=True, unit="kr.", minimum=0),
        Column("Fra", "first", Kind.DATE, required=True),
        Column("Til", "last", Kind.DATE, required=True),
        Column("Godkendt", "approved", Kind.DATE, needed=False),
    ),
)

POOL_RULES = Table(
    name="pool_rules",
    title="Puljeregler",
    row=PoolRule,
    key=("pool_name", "rule", "valid_from"),
    note="Én række for hver regel og dato, den gælder fra. En senere række afløser en tidligere",
    columns=(
        Column("Pulje", "pool_name", Kind.REFERENCE, required=True, reference="pools.name", note="puljens navn"),
        Column("Regel", "rule", Kind.CHOICE, required=True, allowed=tuple(kind.name for kind in RULE_KINDS)),
        Column(
            "Værdi", "value", Kind.RULE_VALUE, required=True, note=f"se reglerne nedenfor; {ENDED}, når den ophører"
        ),
        Column("Gælder fra", "valid_from", Kind.DATE, required=True),
        Column("Kilde", "source", needed=False, note="fx retningslinjens navn og punkt"),
        Column("Godkendt", "approved", Kind.DATE, needed=False),
    ),
)

BOARD_MEETINGS = Table(
    name="board_meetings",
    title="Bestyrelsesmøder",
    row=BoardMeeting,
    key=("date",),
    optional=True,
    note="Holdte og planlagte møder: bruges til »siden sidste møde«",
    columns=(
        Column("Dato", "date", Kind.DATE, required=True),
        Column("Møde", "title", needed=False),
    ),
)

APPLICATIONS = Table(
    name="applications",
    title="Ansøgninger",
    row=Application,
    key=("id",),
    note="Én række for hver ansøgning, fra modtagelse til afslutning",
    check=check_application,
    columns=(
        Column("Ansøgning", "id", required=True, note="entydigt nummer"),
        Column("Pulje", "pool", Kind.REFERENCE, required=True, reference="pools.id"),
        Column("Projekt", "project", required=True),
        Column(
            "Afdelinger",
            "departments",
            Kind.REFERENCES,
            needed=False,
            reference="departments.number",
            note="nummer eller navn; flere deles af semikolon",
            also=("Afdeling",),
        ),
        Column("Ansøger", "applicant", Kind.PRIVATE, needed=False, note="kun om feltet er udfyldt, bliver læst"),
        Column("Formål", "purpose", needed=False),
        Column("Deltagere", "participants", Kind.WHOLE, needed=False, unit="antal", minimum=0, words=PARTICIPANTS),
        Column("Aktivitet fra", "activity_first", Kind.DATE, needed=False),
        Column("Aktivitet til", "activity_last", Kind.DATE, needed=False),
        Column("Ansøgt beløb", "requested", Kind.AMOUNT, unit="kr.", minimum=0),
        Column("Samlet udgift", "total_cost", Kind.AMOUNT, needed=False, unit="kr.", minimum=0),
        Column("Sider", "pages", Kind.NUMBER, needed=False, unit="antal", minimum=0, words=PAGES),
        Column("På tværs", "across", Kind.YES_NO, needed=False, note="går på tværs af afdelinger"),
        Column("Kort varsel", "short_notice", Kind.YES_NO, needed=False, note="skal i gang med kort varsel"),
        Column("Mindre gruppe", "small_group", Kind.YES_NO, needed=False, note="er for en mindre gruppe"),
        Column("Begyndt", "begun", Kind.YES_NO, needed=False, note="var i gang, da der blev søgt"),
        Column("Modtaget", "received", Kind.DATE, required=True),
        Column(
            "Afgørelse", "decision", Kind.CHOICE, settles=True, allowed=tuple(Decision), note="tom, til den er afgjort"
        ),
        Column("Afgjort", "decided", Kind.DATE, settles=True),
        Column("Tilsagn", "granted", Kind.AMOUNT, settles=True, unit="kr.", minimum=0, note="det bevilgede beløb"),
        Column("Lukket", "closed", Kind.DATE, settles=True, note="projektet er afsluttet; resten frigives"),
        Column("Bortfaldet", "lapsed", Kind.DATE, settles=True, note="tilsagnet er bortfaldet; resten frigives"),
    ),
)

INVOICES = Table(
    name="invoices",
    title="Fakturaer",
    row=Invoice,
    key=("id",),
    note="Én række for hver faktura eller kreditnota",
    check=check_invoice,
    columns=(
        Column("Faktura", "id", required=True, note="entydigt nummer"),
        Column("Ansøgning", "application", Kind.REFERENCE, required=True, reference="applications.id"),
        Column("Beløb", "amount", Kind.AMOUNT, required=True, unit="kr.", note="minus er en kreditnota"),
        Column("Fakturadato", "invoiced", Kind.DATE),
        Column("Betalt", "paid", Kind.DATE, settles=True, note="dato; tom, til den er betalt"),
        Column("Leverandør", "supplier", Kind.PRIVATE, needed=False, note="kun om det er ansøgeren selv, bliver gemt"),
        Column(
            "I boligorganisationens navn",
            "made_out_to_organisation",
            Kind.YES_NO,
            needed=False,
            also=("I organisationens navn",),
        ),
    ),
)

TABLES = (
    SETTINGS,
    DEPARTMENTS,
    POOLS,
    POOL_RULES,
    BOARD_MEETINGS,
    APPLICATIONS,
    INVOICES,
    *AMBASSADOR_TABLES,
    *FOCUS_GROUP_TABLES,
    *STRATEGY_TABLES,
    *SEMINAR_TABLES,
)
"""In the order of reading: a table comes after those it refers to."""
TABLE_BY_NAME = {table.name: table for table in TABLES}
TABLE_BY_SLUG = {table.slug: table for table in TABLES}
