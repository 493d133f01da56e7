"""A larger data set than the sample, made up by the contract."""

import random
from datetime import date, timedelta

import sqlalchemy as sa

from core.contract.table import sql_name
from core.pool.rulebook import RULE_BY_KEY
from core.subjects import CONTRACT
from shell.sources.schema import contract_metadata


def write_grants(url: str, count: int) -> None:
    """A database by the contract: one pool with this many applications, two invoices for each grant."""
    rows: dict[str, list[dict[str, object]]] = {
        "departments": [{"number": f"{n:02}", "name": f"Afdeling {n}", "homes": str(40 + n)} for n in range(1, 39)],
        "pools": [{"id": "2026", "name": "Puljen", "appropriation": f"{count}0000"}],
        "pool_rules": [{"rule": RULE_BY_KEY["cap"].name, "value": "20000"}],
        "board_meetings": [{"date": "2026-10-29"}],
        "applications": [],
        "invoices": [],
    }
    rows["pools"][0] |= {"first": "2026-01-01", "last": "2026-12-31"}
    rows["pool_rules"][0] |= {"pool_name": "Puljen", "valid_from": "2023-05-15"}
    chance = random.Random(1)
    for n in range(count):
        received = date(2026, 1, 1) + timedelta(days=n * 320 // count)
        application: dict[str, object] = {"id": f"A{n}", "pool": "2026", "project": f"Projekt {n}"}
        application |= {"departments": f"{1 + n % 38:02}", "requested": str(chance.randint(2, 20) * 1000)}
        application |= {"received": received.isoformat(), "purpose": "Et formål", "participants": "20"}
        if n % 10:
            application |= {"decision": "afslag" if n % 10 == 1 else "tilsagn"}
            application |= {"decided": (received + timedelta(days=14)).isoformat()}
        if n % 10 > 1:
            application |= {"granted": application["requested"]}
            application |= {"closed": (received + timedelta(days=90)).isoformat()} if n % 2 else {}
            for part in "ab":
                invoice: dict[str, object] = {"id": f"F{n}{part}", "application": f"A{n}", "amount": "900,50"}
                paid = (received + timedelta(days=40)).isoformat()
                rows["invoices"].append(invoice | {"invoiced": paid, "paid": paid})
        rows["applications"].append(application)
    metadata = contract_metadata(typed=False)
    engine = sa.create_engine(url)
    metadata.create_all(engine)
    with engine.begin() as connection:
        for name, found in rows.items():
            table = CONTRACT.by_name[name]
            for row in found:
                values = {sql_name(table.column(field).heading): value for field, value in row.items()}
                connection.execute(metadata.tables[sql_name(table.title)].insert().values(values))
    engine.dispose()
