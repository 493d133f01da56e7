"""What the most that is read of a source costs: seconds of the processor and megabytes of memory, each in a process of
its own. docs/limits.md says the bounds.

    python bench/limits.py
"""

import csv
import subprocess
import sys
import tempfile
import time
from datetime import date
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from core.contract.bounds import MOST_COLUMNS, MOST_LETTERS  # noqa: E402
from core.contract.dataset import read_dataset  # noqa: E402
from core.subjects import CONTRACT  # noqa: E402
from core.subjects.overview import subjects_overview  # noqa: E402
from shell.sources.csv_folder import read_folder  # noqa: E402
from shell.sources.sample import SAMPLE_DATA  # noqa: E402
from shell.sources.source import within_bounds  # noqa: E402

ON = date(2026, 11, 22)


def main() -> None:
    if len(sys.argv) > 1:
        print(cost(sys.argv[1]), flush=True)
        return
    for case in ("sample", "Afdelinger", "Ansøgninger", "Beboere", "columns", "letters"):
        subprocess.run([sys.executable, __file__, case], check=True)


def cost(case: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        write(case, Path(folder))
        begun = time.process_time()
        dataset = read_dataset(CONTRACT, within_bounds(read_folder(Path(folder))).tables)
        read = time.process_time()
        subjects_overview(dataset, ON)
        shown = time.process_time()
    return f"{case}: read in {read - begun:.1f} s, first screen in {shown - read:.1f} s, {megabytes():.0f} MB"


def write(case: str, folder: Path) -> None:
    """The sample with the most of one thing."""
    for file in SAMPLE_DATA.glob("*.csv"):
        headings, *rows = csv.reader(file.read_text(encoding="utf-8").splitlines(), delimiter=";")
        table = CONTRACT.titled(file.stem)
        if table and table.title == case:
            many = islice(cycle(rows), table.most_rows)
            rows = list(many) if table.adds_up else [[f"Nr{n}", *row[1:]] for n, row in enumerate(many)]
        elif file.stem == "ansoegninger" and case == "columns":
            more = [f"K{n}" for n in range(MOST_COLUMNS - len(headings))]
            headings, rows = headings + more, [row + more for row in rows]
        elif file.stem == "ansoegninger" and case == "letters":
            purpose = headings.index("Formål")
            rows = [[*row[:purpose], "Fest " * (MOST_LETTERS // 5), *row[purpose + 1 :]] for row in rows]
        with (folder / file.name).open("w", encoding="utf-8", newline="") as opened:
            csv.writer(opened, delimiter=";").writerows([headings, *rows])


def megabytes() -> float:
    """The most that this process has taken."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
