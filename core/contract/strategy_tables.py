"""The part of the contract on the sustainability strategy: action plans and what they are measured by, partnership
agreements, the idea catalogue and outreach. No table has a column for a name of a person.
"""

from core.contract.checks import (
    check_active,
    check_indicator,
    check_partnership,
    check_target,
    check_target_unit,
    check_unit,
)
from core.contract.rows import (
    ActionPlan,
    Evaluation,
    Idea,
    IdeaUse,
    Indicator,
    IndicatorKind,
    Limit,
    Measurement,
    Outreach,
    Partnership,
    PartnershipYear,
    Side,
    Target,
    WhoActs,
)
from core.contract.table import Column, Kind, Table

ACTION_PLANS = Table(
    name="action_plans",
    title="Handleplaner",
    row=ActionPlan,
    key=("id",),
    labels=("name",),
    optional=True,
    quiet=True,
    note="Én række for hver handleplan",
    check=check_active,
    columns=(
        Column("Handleplan", "id", required=True, note="kort nøgle, fx G1"),
        Column("Område", "area", required=True, note="fx Det grønne"),
        Column("Navn", "name", required=True),
        Column("Fra", "first", Kind.DATE, required=True, note="den første evaluering er et år efter"),
        Column("Til", "last", Kind.DATE, note="slut; tom, så længe den er i gang"),
    ),
)

INDICATORS = Table(
    name="indicators",
    title="Målepunkter",
    row=Indicator,
    key=("id",),
    labels=("name",),
    optional=True,
    quiet=True,
    note="Én række for hvert målepunkt. Selve målet står i »Mål«, og tallene i »Målinger«",
    check=check_indicator,
    columns=(
        Column("Målepunkt", "id", required=True, note="kort nøgle, fx G1-a"),
        Column("Handleplan", "plan", Kind.REFERENCE, required=True, reference="action_plans.id"),
        Column("Navn", "name", required=True, note="hvad der bliver målt"),
        Column("Enhed", "measured_in", required=True, note="fx kWh pr. m², tons eller %"),
        Column(
            "Art",
            "kind",
            Kind.CHOICE,
            required=True,
            allowed=tuple(IndicatorKind),
            note="nå: hen til målet; hold: på den rigtige side af en grænse",
        ),
        Column(
            "Grænse",
            "limit",
            Kind.CHOICE,
            needed=False,
            quiet=True,
            allowed=tuple(Limit),
            note="kun for hold: målet er det mindste eller det højeste",
        ),
        Column("Udgangspunkt", "baseline", Kind.MEASURED, required=True, note="hvor det begyndte"),
        Column("Udgangspunkt den", "baseline_on", Kind.DATE, required=True),
        Column(
            "Måneder mellem målinger",
            "months",
            Kind.WHOLE,
            needed=False,
            unit="antal",
            minimum=1,
            maximum=240,
            words=("måned", "måneder"),
            note="tom er 12",
        ),
    ),
)

TARGETS = Table(
    name="targets",
    title="Mål",
    row=Target,
    key=("indicator", "valid_from"),
    optional=True,
    quiet=True,
    note="Én række for hvert mål. Bliver målet ændret undervejs, kommer der en ny række med den dag, det gælder fra",
    check=check_target,
    check_beside=check_target_unit,
    columns=(
        Column("Målepunkt", "indicator", Kind.REFERENCE, required=True, reference="indicators.id"),
        Column("Mål", "value", Kind.MEASURED, required=True),
        Column("Nås den", "reached_on", Kind.DATE, required=True),
        Column("Gælder fra", "valid_from", Kind.DATE, required=True),
    ),
)

MEASUREMENTS = Table(
    name="measurements",
    title="Målinger",
    row=Measurement,
    key=("indicator", "date"),
    optional=True,
    quiet=True,
    note="Én række for hver måling, i hvilken rækkefølge det skal være",
    check_beside=check_unit,
    columns=(
        Column("Målepunkt", "indicator", Kind.REFERENCE, required=True, reference="indicators.id"),
        Column("Dato", "date", Kind.DATE, required=True),
        Column("Måling", "value", Kind.MEASURED, required=True, also=("Værdi",)),
        Column("Enhed", "measured_in", needed=False, quiet=True, note="skal være målepunktets; kan undværes"),
    ),
)

EVALUATIONS = Table(
    name="evaluations",
    title="Evalueringer",
    row=Evaluation,
    key=("plan", "date"),
    optional=True,
    quiet=True,
    note="Én række for hver gang en handleplan er evalueret",
    columns=(
        Column("Handleplan", "plan", Kind.REFERENCE, required=True, reference="action_plans.id"),
        Column("Dato", "date", Kind.DATE, required=True),
        Column("Vurdering", "verdict", needed=False),
        Column("Bestyrelsen bad om", "asked", needed=False),
        Column("Det skete", "happened", needed=False, note="udfyldes senere: hvad der blev gjort ved det"),
    ),
)

PARTNERSHIP_YEARS = Table(
    name="partnership_years",
    title="Partnerskabsår",
    row=PartnershipYear,
    key=("year",),
    optional=True,
    quiet=True,
    note="Én række for hvert år: hvor mange afdelinger der kan få en partnerskabsaftale",
    columns=(
        Column("År", "year", Kind.WHOLE, required=True, minimum=2000, maximum=2199),
        Column("Pladser", "room", Kind.WHOLE, required=True, unit="antal", minimum=0),
    ),
)

PARTNERSHIPS = Table(
    name="partnerships",
    title="Partnerskabsaftaler",
    row=Partnership,
    key=("id",),
    optional=True,
    quiet=True,
    note="Én række for hver aftale mellem en afdeling og organisationen, fra ansøgning til slut",
    check=check_partnership,
    columns=(
        Column("Aftale", "id", required=True, note="entydigt nummer"),
        Column("Afdeling", "department", Kind.REFERENCE, required=True, reference="departments.number"),
        Column("Om", "subject", needed=False, note="fx Vild have"),
        Column("Ansøgt", "applied", Kind.DATE, required=True),
        Column("Indgået", "agreed", Kind.DATE, note="tom, til den er indgået"),
        Column("Afslået", "declined", Kind.DATE, needed=False, note="tom, hvis den ikke er afslået"),
        Column("Slut", "ended", Kind.DATE, note="tom, så længe den løber"),
    ),
)

IDEAS = Table(
    name="ideas",
    title="Idéer",
    row=Idea,
    key=("id",),
    labels=("name",),
    optional=True,
    quiet=True,
    note="Inspirationskataloget: én række for hver idé",
    columns=(
        Column("Idé", "id", required=True, note="entydigt nummer"),
        Column("Navn", "name", required=True),
        Column("Område", "area", required=True, note="samme ord som i »Handleplaner«"),
        Column("Hvem", "who", Kind.CHOICE, required=True, allowed=tuple(WhoActs), note="hvem der kan gøre det"),
        Column("Beskrivelse", "description", needed=False),
    ),
)

IDEA_USES = Table(
    name="idea_uses",
    title="Idéer i brug",
    row=IdeaUse,
    key=("idea", "department", "first"),
    optional=True,
    quiet=True,
    note="Én række for hver afdeling, der har taget en idé i brug",
    check=check_active,
    columns=(
        Column("Idé", "idea", Kind.REFERENCE, required=True, reference="ideas.id"),
        Column("Afdeling", "department", Kind.REFERENCE, required=True, reference="departments.number"),
        Column("Fra", "first", Kind.DATE, required=True),
        Column("Til", "last", Kind.DATE, note="slut; tom, så længe den er i brug"),
    ),
)

OUTREACH = Table(
    name="outreach",
    title="Formidling",
    row=Outreach,
    key=("date", "what"),
    optional=True,
    quiet=True,
    note="Én række for hver gang der er fortalt om strategien eller det, der kom ud af den",
    columns=(
        Column("Dato", "date", Kind.DATE, required=True),
        Column("Hvad", "what", required=True, note="hvad der blev fortalt"),
        Column("Område", "area", required=True, note="samme ord som i »Handleplaner«"),
        Column("Kanal", "channel", needed=False, note="fx beboerblad, hjemmeside, opslag"),
        Column("Hvor", "side", Kind.CHOICE, required=True, allowed=tuple(Side), note="til hvem"),
    ),
)

STRATEGY_TABLES = (
    ACTION_PLANS,
    INDICATORS,
    TARGETS,
    MEASUREMENTS,
    EVALUATIONS,
    PARTNERSHIP_YEARS,
    PARTNERSHIPS,
    IDEAS,
    IDEA_USES,
    OUTREACH,
)
