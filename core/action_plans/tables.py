"""The tables on action plans and what they are measured by."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from core.contract.cells.cell import in_short
from core.contract.cells.number import Percent
from core.contract.fitting import ends_after_it_begins
from core.contract.problem import Effect
from core.contract.table import Column, Fault, Kind, RowsOf, Table
from core.organisation.tables import Number

Values = Mapping[str, Any]


class IndicatorKind(StrEnum):
    REACH = "nå"
    HOLD = "hold"


class Limit(StrEnum):
    AT_LEAST = "mindst"
    AT_MOST = "højst"


def check_indicator(values: Values) -> Iterator[Fault]:
    yield from _check_percent("baseline", values["baseline"], values["measured_in"])
    if values["kind"] == IndicatorKind.REACH and values["limit"]:
        yield Fault(
            "limit",
            "En grænse hører til »hold«. For »nå« siger udgangspunkt og mål selv, hvilken vej det går.",
            "Slet grænsen, eller skriv hold under »Art«.",
            Effect.NOTICE,
        )


def check_target(values: Values) -> Iterator[Fault]:
    if values["reached_on"] < values["valid_from"]:
        yield Fault("reached_on", "Målet skulle nås, før det kom til at gælde.", "Ret en af datoerne.")


def check_target_unit(values: Values, rows_of: RowsOf) -> Iterator[Fault]:
    if indicator := rows_of("indicators").get(values["indicator"]):
        yield from _check_percent("value", values["value"], indicator["measured_in"])


def _check_percent(column: str, value: object, unit: str) -> Iterator[Fault]:
    if isinstance(value, Percent) and not re.search(r"%|\bpct\b|procent", unit.casefold()):
        yield Fault(
            column,
            f"Her står en procent, men målepunktet er i »{in_short(unit)}«.",
            "Skriv tallet i målepunktets enhed.",
        )


def check_unit(values: Values, rows_of: RowsOf) -> Iterator[Fault]:
    """A measurement in another unit than its indicator's is not that indicator's: nothing is converted by guess."""
    yield from check_target_unit(values, rows_of)
    indicator = rows_of("indicators").get(values["indicator"])
    typed = values["measured_in"]
    if indicator and typed and _unit(typed) != _unit(indicator["measured_in"]):
        yield Fault(
            "measured_in",
            f"Målingen er i »{in_short(typed)}«, men målepunktet er i »{in_short(indicator['measured_in'])}«.",
            "Regn målingen om, og ret enheden.",
        )


def _unit(text: str) -> str:
    return text.casefold().replace(" ", "").rstrip(".")


@dataclass(frozen=True, slots=True)
class ActionPlan:
    id: Annotated[str, Column("Handleplan", required=True, note="kort nøgle, fx G1")]
    # One of the strategy's areas, as typed.
    area: Annotated[str, Column("Område", required=True, note="fx Det grønne")]
    name: Annotated[str, Column("Navn", required=True)]
    first: Annotated[date, Column("Fra", required=True, note="den første evaluering er et år efter")]
    last: Annotated[date | None, Column("Til", note="slut; tom, så længe den er i gang")] = None


ACTION_PLANS = Table(
    name="action_plans",
    title="Handleplaner",
    row=ActionPlan,
    key=("id",),
    labels=("name",),
    optional=True,
    quiet=True,
    note="Én række for hver handleplan",
    check=ends_after_it_begins,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """Values are in the unit measured_in."""

    id: Annotated[str, Column("Målepunkt", required=True, note="kort nøgle, fx G1-a")]
    plan: Annotated[str, Column("Handleplan", Kind.REFERENCE, required=True, reference="action_plans.id")]
    name: Annotated[str, Column("Navn", required=True, note="hvad der bliver målt")]
    measured_in: Annotated[str, Column("Enhed", required=True, note="fx kWh pr. m², tons eller %")]
    kind: Annotated[
        IndicatorKind, Column("Art", required=True, note="nå: hen til målet; hold: på den rigtige side af en grænse")
    ]
    # Which side of the target is good, where baseline and target do not say it.
    limit: Annotated[
        Limit | None,
        Column("Grænse", needed=False, quiet=True, note="kun for hold: målet er det mindste eller det højeste"),
    ] = None
    baseline: Annotated[Decimal, Column("Udgangspunkt", Kind.MEASURED, required=True, note="hvor det begyndte")]
    baseline_on: Annotated[date, Column("Udgangspunkt den", required=True)]
    # How many may pass between measurements, None where not told.
    months: Annotated[
        int | None,
        Column(
            "Måneder mellem målinger",
            needed=False,
            unit="antal",
            minimum=1,
            maximum=240,
            words=("måned", "måneder"),
            note="tom er 12",
        ),
    ] = None


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
)


@dataclass(frozen=True, slots=True)
class Target:
    """Holds from valid_from until the next one of the same indicator."""

    indicator: Annotated[str, Column("Målepunkt", Kind.REFERENCE, required=True, reference="indicators.id")]
    value: Annotated[Decimal, Column("Mål", Kind.MEASURED, required=True)]
    reached_on: Annotated[date, Column("Nås den", required=True)]
    valid_from: Annotated[date, Column("Gælder fra", required=True)]


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
)


@dataclass(frozen=True, slots=True)
class Measurement:
    indicator: Annotated[str, Column("Målepunkt", Kind.REFERENCE, required=True, reference="indicators.id")]
    date: Annotated[date, Column("Dato", required=True)]
    value: Annotated[Decimal, Column("Måling", Kind.MEASURED, required=True, also=("Værdi",))]
    measured_in: Annotated[
        str | None, Column("Enhed", needed=False, quiet=True, note="skal være målepunktets; kan undværes")
    ] = None


MEASUREMENTS = Table(
    name="measurements",
    title="Målinger",
    row=Measurement,
    key=("indicator", "date"),
    optional=True,
    quiet=True,
    note="Én række for hver måling, i hvilken rækkefølge det skal være",
    check_beside=check_unit,
)


@dataclass(frozen=True, slots=True)
class Evaluation:
    plan: Annotated[str, Column("Handleplan", Kind.REFERENCE, required=True, reference="action_plans.id")]
    date: Annotated[date, Column("Dato", required=True)]
    verdict: Annotated[str | None, Column("Vurdering", needed=False)] = None
    # What the board asked for.
    asked: Annotated[str | None, Column("Bestyrelsen bad om", needed=False)] = None
    # What was done about it.
    happened: Annotated[
        str | None, Column("Det skete", needed=False, note="udfyldes senere: hvad der blev gjort ved det")
    ] = None


EVALUATIONS = Table(
    name="evaluations",
    title="Evalueringer",
    row=Evaluation,
    key=("plan", "date"),
    optional=True,
    quiet=True,
    note="Én række for hver gang en handleplan er evalueret",
)


TOLERANCE = Number("Tolerance i procentpoint", 10)
"""By how much an indicator may be behind its pace and still be on track."""
NUMBERS = (TOLERANCE,)

TABLES = (
    ACTION_PLANS,
    INDICATORS,
    TARGETS,
    MEASUREMENTS,
    EVALUATIONS,
)
