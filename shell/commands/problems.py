"""Reads a source once and prints its problems: what is wrong, where, and what to do.

Without an argument the source in secrets.toml is read, else a workbook (.xlsx) or a folder of CSV files.
The exit code is 0 where all is well, 1 where there are problems, 2 where the source could not be read.
Rows that are not finished are told, but are no problem.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from core.contract.dataset import Dataset, read_dataset
from core.contract.problem import Problem, to_mend, where
from core.danish import count
from core.subjects import CONTRACT
from shell.machine import environment, log
from shell.machine.obstacle import Obstacle
from shell.machine.settings import read_settings
from shell.sources.configured import configured_source
from shell.sources.csv_folder import read_folder
from shell.sources.excel import read_excel
from shell.sources.source import Reading, read_in_time, within_bounds


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m shell.commands.problems",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("place", nargs="?", type=Path, help="a workbook or a folder of CSV files")
    environment.heed()
    try:
        reading = _read(parser.parse_args(arguments).place)
    except Obstacle as error:
        print(f"{error.what} {error.do}", file=sys.stderr)  # noqa: T201
        return 2
    dataset = read_dataset(CONTRACT, reading.tables, reading.notes)
    for line in told(dataset):
        print(line)  # noqa: T201
    return 1 if to_mend(dataset.problems) else 0


def told(dataset: Dataset) -> Iterator[str]:
    """A line for each problem, and last how many rows were read."""
    yield from map(_line, dataset.problems)
    read = count(sum(counted.read for counted in dataset.counts), "række", "rækker")
    problems = count(len(to_mend(dataset.problems)), "problem", "problemer")
    yield f"{read} læst, {problems}."


def _read(place: Path | None) -> Reading:
    if place is None:
        return read_in_time(configured_source(read_settings()))
    return within_bounds(read_folder(place) if place.is_dir() else read_excel(place))


def _line(problem: Problem) -> str:
    """On one line, whatever stands in the cell."""
    value = f" »{problem.value}«:" if problem.value else ""
    place = where(problem)
    table = "" if place.startswith(problem.table) else f"{problem.table}, "
    link = f" {problem.link}" if problem.link else ""
    return " ".join(f"{table}{place}:{value} {problem.what} {problem.do} ({problem.effect}){link}".split())


if __name__ == "__main__":
    log.set_up()
    sys.exit(main())
