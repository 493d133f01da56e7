"""Short ways to write the rows of a pool.

Money is whole øre, written so that kroner and øre can be read: 6_250_50 is 6.250,50 kr. Dates are text: '2024-02-01'.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from core.danish import NO_BREAK_SPACE
from core.pool.finding import Finding
from core.pool.judge import Judgement
from core.pool.ledger import Ledger, ledger_of
from core.pool.rule_table import PoolRule
from core.pool.tables import Application, AppropriationChange, Decider, Decision, Dispensation, Invoice, Pool

POOL_NAME = "Fællesskabspuljen"
GUIDELINE = "Retningslinjer for puljen"
_DATES = {"received", "activity_first", "activity_last", "decided", "closed", "lapsed"}


def day(text: str) -> date:
    return date.fromisoformat(text)


def a_pool(
    id: str = "2024",  # noqa: A002 - the column's name
    appropriation: int = 100_000_00,
    first: str = "2024-01-01",
    last: str = "2024-12-31",
    name: str = POOL_NAME,
) -> Pool:
    return Pool(id, name, appropriation, day(first), day(last), day("2023-05-15"))


def application(id: str = "A1", **given: Any) -> Application:  # noqa: A002
    """One that is received on 10 January 2024 and not decided."""
    fields: dict[str, Any] = {
        "pool": "2024",
        "project": f"Projekt {id}",
        "departments": ("1",),
        "received": "2024-01-10",
        "unreadable": frozenset(),
    } | given
    fields |= {name: day(fields[name]) for name in _DATES if fields.get(name)}
    return Application(id=id, **fields)


def grant(id: str, granted: int, decided: str, **given: Any) -> Application:  # noqa: A002
    """Received and decided on one day, and granted what was applied for."""
    rest = {"received": decided, "requested": granted} | given
    return application(id, decision=Decision.GRANT, granted=granted, decided=decided, **rest)


def rejection(id: str, decided: str, **given: Any) -> Application:  # noqa: A002
    return application(id, decision=Decision.REJECTION, decided=decided, **({"received": decided} | given))


def invoice(
    amount: int,
    application: str = "A1",
    *,
    invoiced: str | None = None,
    paid: str | None = None,
    id: str | None = None,  # noqa: A002
    own: bool | None = None,
    in_our_name: bool | None = None,
) -> Invoice:
    """own: from the applicant; in_our_name: made out to the organisation."""
    return Invoice(
        id=id or f"F {application} {amount} {invoiced} {paid}",
        application=application,
        amount=amount,
        invoiced=day(invoiced) if invoiced else None,
        paid=day(paid) if paid else None,
        supplier_is_applicant=own,
        made_out_to_organisation=in_our_name,
    )


def rule(name: str, value: object, since: str = "2023-05-15", pool_name: str = POOL_NAME) -> PoolRule:
    """name: the Danish one, as in the sheet."""
    return PoolRule(pool_name, name, value, day(since), GUIDELINE, day("2023-05-15"))


def change(amount: int, on: str, pool: str = "2024", from_pool: str | None = None) -> AppropriationChange:
    return AppropriationChange(f"R {pool} {from_pool} {on} {amount}", pool, day(on), amount, from_pool)


def dispensation(rule: str, on: str, application: str = "A1", by: Decider | None = Decider.BOARD) -> Dispensation:
    return Dispensation(application, rule, day(on), "Huset brændte", by)


Row = Application | Invoice | AppropriationChange | Dispensation


def a_ledger(*rows: Row, pool: Pool | None = None) -> Ledger:
    return ledger_of(
        pool or a_pool(),
        [row for row in rows if isinstance(row, Application)],
        [row for row in rows if isinstance(row, Invoice)],
        [row for row in rows if isinstance(row, AppropriationChange)],
        [row for row in rows if isinstance(row, Dispensation)],
    )


def said(text: str) -> str:
    """With plain spaces, as one types it."""
    return text.replace(NO_BREAK_SPACE, " ")


def findings(judgements: Iterable[Judgement]) -> dict[str, Finding]:
    return {judgement.key: judgement.finding for judgement in judgements}


def the_guidelines(since: str = "2023-05-15", pool_name: str = POOL_NAME) -> list[PoolRule]:
    """The nine rules of the source."""
    values: dict[str, object] = {
        "loft pr. projekt": 20_000_00,
        "plads i puljen": True,
        "inden for formålet": True,
        "fuldstændig ansøgning": True,
        "højst sider": Decimal(1),
        "tilsagn før aktivitet": True,
        "faktura fra tredjepart": True,
        "faktura i boligorganisationens navn": True,
        "betalt inden for tilsagn": True,
    }
    return [rule(name, value, since, pool_name) for name, value in values.items()]


def a_full_application(id: str = "A1", **given: Any) -> Application:  # noqa: A002
    """One that keeps every rule of the guidelines when it is decided before 1 June 2024."""
    stated: dict[str, Any] = {
        "requested": 12_000_00,
        "applicant_given": True,
        "purpose": "Fællesspisning hver torsdag",
        "participants": 40,
        "activity_first": "2024-06-01",
        "activity_last": "2024-06-30",
        "pages": Decimal(1),
        "across": False,
        "short_notice": True,
        "small_group": False,
        "begun": False,
    }
    return application(id, **(stated | given))
