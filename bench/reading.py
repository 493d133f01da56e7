"""What a reading costs after the source has handed on its tables, as ratios to the first one in the same run.

    python bench/reading.py [--grants 2000] [--rounds 3]

- unchanged: every table stands as before; changed: one row of »Fakturaer« is another.
"""

import argparse
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import sqlalchemy as sa

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.made_up import write_grants  # noqa: E402
from core.contract.dataset import dataset_of  # noqa: E402
from core.contract.held import Kept, merge  # noqa: E402
from core.contract.raw import Raws, RawTable  # noqa: E402
from core.subjects import CONTRACT  # noqa: E402
from shell.sources.sql import read_sql  # noqa: E402

KEY, AT = b"one run", datetime(2026, 11, 25, tzinfo=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--grants", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    tables = made_up_tables(asked.grants)
    changed = tuple(with_another_row(raw) if raw.name == "Fakturaer" else raw for raw in tables)
    firsts, ratios = [], {"unchanged": list[float](), "changed": list[float]()}
    for _ in range(asked.rounds):
        used, first = timed({}, tables)
        firsts.append(first)
        ratios["unchanged"].append(timed(used, tables)[1] / first)
        ratios["changed"].append(timed(used, changed)[1] / first)
    print(f"first: {median(firsts):.2f} s for {sum(len(raw.rows) for raw in tables)} rows")
    for name, found in ratios.items():
        print(f"{name}: {median(found):.3f} of the first")


def made_up_tables(grants: int) -> Raws:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/puljen.sqlite"
        write_grants(url, grants)
        engine = sa.create_engine(url)
        tables = read_sql(engine).tables
        engine.dispose()
    return tables


def with_another_row(raw: RawTable) -> RawTable:
    *rows, last = raw.rows
    return replace(raw, rows=(*rows, replace(last, number=last.number + 1)))


def timed(before: dict[str, Kept], tables: Raws) -> tuple[dict[str, Kept], float]:
    """A reading as the background thread does it, and its seconds: what has not changed is not put together again."""
    begun = time.perf_counter()
    used, _ = merge(CONTRACT, before, CONTRACT.by_table(tables), AT, KEY)
    if any(name not in before or kept.read is not before[name].read for name, kept in used.items()):
        dataset_of(CONTRACT, {name: kept.read for name, kept in used.items()})
    return used, time.perf_counter() - begun


if __name__ == "__main__":
    main()
