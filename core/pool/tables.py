"""The pool's tables but for its rules: pools, applications and invoices. Money is whole øre."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from core.contract.problem import Effect
from core.contract.table import Column, Fault, Given, Kind, SameName, Table
from core.pool.rule_values import PAGES

Values = Mapping[str, Any]


PARTICIPANTS = ("deltager", "deltagere", "person", "personer")


class Decision(StrEnum):
    GRANT = "tilsagn"
    REJECTION = "afslag"


def check_pool(values: Values) -> Iterator[Fault]:
    if values["last"] < values["first"]:
        yield Fault("last", "Puljens periode slutter, før den begynder.", "Ret en af datoerne.")


def check_application(values: Values) -> Iterator[Fault]:
    decision, decided, granted = values["decision"], values["decided"], values["granted"]
    ends = [name for name in ("closed", "lapsed") if values[name]]
    if decision is None and decided is None and (granted is not None or ends):
        yield Fault(
            "decided",
            "Der står et tilsagn eller en afslutning, men ikke hvornår det er afgjort.",
            "Skriv datoen for afgørelsen.",
        )
    elif decision is None and decided is not None and granted is None:
        yield Fault(
            "decision", "Der står en dato for afgørelsen, men ikke hvad den blev.", "Skriv tilsagn eller afslag."
        )
    elif decision is not None and decided is None:
        yield Fault("decided", f"Der står {decision}, men ikke hvornår.", "Skriv datoen for afgørelsen.")
    elif decision == Decision.GRANT and granted is None:
        yield Fault("granted", "Der er givet tilsagn, men beløbet mangler.", "Skriv det bevilgede beløb.")
    elif decision == Decision.REJECTION and (granted or ends):
        yield Fault(
            "decision",
            "Der står afslag, men også et bevilget beløb eller en afslutning.",
            "Ret afgørelsen, eller slet det, der ikke passer.",
        )
    for name in ends:
        if decided and values[name] < decided:
            yield Fault(name, "Projektet slutter, før der er givet tilsagn.", "Ret en af datoerne.")
    first, last = values["activity_first"], values["activity_last"]
    if first and last and last < first:
        yield Fault(
            "activity_last",
            "Aktiviteten slutter, før den begynder.",
            "Ret en af datoerne.",
            Effect.VALUE_ASIDE,
        )
    if decided and values["received"] and decided < values["received"]:
        yield Fault(
            "received",
            "Ansøgningen er afgjort, før den er modtaget.",
            "Se efter, om en af datoerne er forkert.",
            Effect.NOTICE,
        )


def with_decision(values: Values) -> Values:
    """A day and an amount say that it was granted."""
    granted = values["decided"] is not None and values["granted"] is not None
    return values if values["decision"] or not granted else {**values, "decision": Decision.GRANT}


def check_invoice(values: Values) -> Iterator[Fault]:
    invoiced, paid = values["invoiced"], values["paid"]
    if invoiced is None and paid is None:
        yield Fault("invoiced", "Fakturaen har hverken fakturadato eller betalingsdato.", "Skriv mindst fakturadatoen.")
    elif invoiced and paid and paid < invoiced:
        yield Fault(
            "paid",
            "Fakturaen er betalt før sin egen dato.",
            "Se efter, om en af datoerne er forkert.",
            Effect.NOTICE,
        )


@dataclass(frozen=True, slots=True)
class Pool:
    """One appropriation for one period. Pools of one name share their rules from period to period."""

    id: Annotated[str, Column("Pulje", required=True, note="kort nøgle, fx 2024")]
    name: Annotated[str, Column("Navn", required=True, note="samme navn i alle perioder: reglerne følger navnet")]
    appropriation: Annotated[int, Column("Ramme", Kind.AMOUNT, required=True, unit="kr.", minimum=0)]
    first: Annotated[date, Column("Fra", required=True)]
    last: Annotated[date, Column("Til", required=True)]
    approved: Annotated[date | None, Column("Godkendt", needed=False)]


POOLS = Table(
    name="pools",
    title="Puljer",
    row=Pool,
    key=("id",),
    labels=("name",),
    note="Én række for hver pulje og periode",
    check=check_pool,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    id: Annotated[str, Column("Ansøgning", required=True, note="entydigt nummer")]
    pool: Annotated[str, Column("Pulje", Kind.REFERENCE, required=True, reference="pools.id")]
    project: Annotated[str, Column("Projekt", required=True)]
    # Numbers.
    departments: Annotated[
        tuple[str, ...],
        Column(
            "Afdelinger",
            Kind.REFERENCES,
            needed=False,
            reference="departments.number",
            note="nummer eller navn; flere deles af semikolon",
            also=("Afdeling",),
        ),
    ]
    applicant: ClassVar[
        Annotated[str, Column("Ansøger", Kind.PRIVATE, needed=False, note="kun om feltet er udfyldt, bliver læst")]
    ]
    purpose: Annotated[str | None, Column("Formål", needed=False)] = None
    participants: Annotated[
        int | None, Column("Deltagere", needed=False, unit="antal", minimum=0, words=PARTICIPANTS)
    ] = None
    activity_first: Annotated[date | None, Column("Aktivitet fra", needed=False)] = None
    activity_last: Annotated[date | None, Column("Aktivitet til", needed=False)] = None
    requested: Annotated[int | None, Column("Ansøgt beløb", Kind.AMOUNT, unit="kr.", minimum=0)] = None
    total_cost: Annotated[int | None, Column("Samlet udgift", Kind.AMOUNT, needed=False, unit="kr.", minimum=0)] = None
    pages: Annotated[Decimal | None, Column("Sider", needed=False, unit="antal", minimum=0, words=PAGES)] = None
    across: Annotated[bool | None, Column("På tværs", needed=False, note="går på tværs af afdelinger")] = None
    short_notice: Annotated[bool | None, Column("Kort varsel", needed=False, note="skal i gang med kort varsel")] = None
    small_group: Annotated[bool | None, Column("Mindre gruppe", needed=False, note="er for en mindre gruppe")] = None
    begun: Annotated[bool | None, Column("Begyndt", needed=False, note="var i gang, da der blev søgt")] = None
    received: Annotated[date, Column("Modtaget", required=True)]
    decision: Annotated[Decision | None, Column("Afgørelse", settles=True, note="tom, til den er afgjort")] = None
    decided: Annotated[date | None, Column("Afgjort", settles=True)] = None
    granted: Annotated[
        int | None, Column("Tilsagn", Kind.AMOUNT, settles=True, unit="kr.", minimum=0, note="det bevilgede beløb")
    ] = None
    closed: Annotated[date | None, Column("Lukket", settles=True, note="projektet er afsluttet; resten frigives")] = (
        None
    )
    lapsed: Annotated[
        date | None, Column("Bortfaldet", settles=True, note="tilsagnet er bortfaldet; resten frigives")
    ] = None
    households: Annotated[
        int | None,
        Column("Husstande", needed=False, quiet=True, unit="antal", minimum=0, words=("husstand", "husstande")),
    ] = None
    purposes: Annotated[
        str | None,
        Column("Formålets navn", needed=False, quiet=True, note="et af puljens egne formål; flere deles af semikolon"),
    ] = None
    open_to_all: Annotated[bool | None, Column("Åben for alle", needed=False, quiet=True)] = None
    guarantee: Annotated[
        bool | None,
        Column("Underskudsgaranti", needed=False, quiet=True, note="der betales kun, hvis der er underskud"),
    ] = None
    loss: Annotated[
        int | None,
        Column(
            "Underskud", Kind.AMOUNT, needed=False, quiet=True, unit="kr.", minimum=0, note="efter projektets regnskab"
        ),
    ] = None
    accounts: Annotated[
        date | None, Column("Regnskab modtaget", needed=False, quiet=True, note="den dag, regnskabet kom")
    ] = None
    applicant_given: Annotated[bool, Given("applicant")] = False
    # Names of fields that hold something that could not be read.
    unreadable: frozenset[str] = frozenset()


APPLICATIONS = Table(
    name="applications",
    title="Ansøgninger",
    row=Application,
    key=("id",),
    note="Én række for hver ansøgning, fra modtagelse til afslutning",
    check=check_application,
    complete=with_decision,
    holds_unfinished=lambda typed: "requested" in typed,
)


@dataclass(frozen=True, slots=True)
class Invoice:
    id: Annotated[str, Column("Faktura", required=True, note="entydigt nummer")]
    application: Annotated[str, Column("Ansøgning", Kind.REFERENCE, required=True, reference="applications.id")]
    # Negative for a credit note.
    amount: Annotated[int, Column("Beløb", Kind.AMOUNT, required=True, unit="kr.", note="minus er en kreditnota")]
    invoiced: Annotated[date | None, Column("Fakturadato")] = None
    paid: Annotated[date | None, Column("Betalt", settles=True, note="dato; tom, til den er betalt")] = None
    supplier: ClassVar[
        Annotated[
            str, Column("Leverandør", Kind.PRIVATE, needed=False, note="kun om det er ansøgeren selv, bliver gemt")
        ]
    ]
    made_out_to_organisation: Annotated[
        bool | None, Column("I boligorganisationens navn", needed=False, also=("I organisationens navn",))
    ] = None
    # None where either is not stated.
    supplier_is_applicant: Annotated[bool | None, SameName("supplier", "application", "applicant")] = None


INVOICES = Table(
    name="invoices",
    title="Fakturaer",
    row=Invoice,
    key=("id",),
    note="Én række for hver faktura eller kreditnota",
    check=check_invoice,
    holds_unfinished=lambda typed: "invoiced" in typed and not {"application", "amount"}.isdisjoint(typed),
)


class Decider(StrEnum):
    """Who gave a dispensation. Roles alone: a name that is typed is refused."""

    BOARD = "organisationsbestyrelsen"
    COMMITTEE = "et udvalg"
    CHAIR = "formanden"
    ADMINISTRATION = "administrationen"


@dataclass(frozen=True, slots=True)
class Dispensation:
    """An exception from a rule for one application."""

    application: Annotated[str, Column("Ansøgning", Kind.REFERENCE, required=True, reference="applications.id")]
    # The rule's name in the sheet.
    rule: Annotated[str, Column("Regel", Kind.CHOICE, required=True)]
    on: Annotated[date, Column("Dato", required=True, note="den dag, den blev givet")]
    reason: Annotated[str, Column("Begrundelse", required=True, note="ingen navne")]
    by: Annotated[Decider | None, Column("Givet af", needed=False, note="en rolle, aldrig et navn")] = None


def check_change(values: Values) -> Iterator[Fault]:
    if values["from_pool"] is None:
        return
    if values["from_pool"] == values["pool"]:
        yield Fault("from_pool", "Pengene er flyttet fra puljen til den selv.", "Ret en af puljerne.")
    elif values["amount"] < 0:
        yield Fault(
            "amount",
            "Der er flyttet et beløb under 0, så det kan ikke ses, hvilken vej pengene gik.",
            "Skriv beløbet uden minus, og byt om på puljerne, hvis pengene gik den anden vej.",
        )


@dataclass(frozen=True, slots=True)
class AppropriationChange:
    """What a pool's appropriation gains or loses from a day on; a minus is a loss."""

    id: Annotated[str, Column("Ændring", required=True, note="entydigt nummer")]
    # Its id: the one that gets the money.
    pool: Annotated[str, Column("Pulje", Kind.REFERENCE, required=True, reference="pools.id")]
    on: Annotated[date, Column("Dato", required=True)]
    amount: Annotated[int, Column("Beløb", Kind.AMOUNT, required=True, unit="kr.", note="minus gør rammen mindre")]
    # Where the money was moved from; None where it came from outside the pools.
    from_pool: Annotated[
        str | None,
        Column(
            "Fra pulje",
            Kind.REFERENCE,
            reference="pools.id",
            note="kun når pengene er flyttet: den puljes ramme bliver så meget mindre",
        ),
    ] = None
    source: Annotated[str | None, Column("Kilde", needed=False, note="fx mødet, hvor det blev besluttet")] = None


APPROPRIATION_CHANGES = Table(
    name="appropriation_changes",
    title="Rammeændringer",
    row=AppropriationChange,
    key=("id",),
    optional=True,
    quiet=True,
    note="Én række for hver gang en puljes ramme er ændret i perioden, eller penge er flyttet mellem puljer",
    check=check_change,
    holds_unfinished=lambda typed: "amount" in typed,
)
