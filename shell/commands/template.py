"""Writes the empty workbook to fill in, the one that the screen Data hands out. A file that is there is left alone."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from shell.handouts.workbooks.template import template_workbook
from shell.machine.disk import why


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m shell.commands.template", description=__doc__)
    parser.add_argument("file", type=Path, help="where to, ending in .xlsx")
    file: Path = parser.parse_args(arguments).file
    try:
        with file.open("xb") as opened:
            opened.write(template_workbook())
    except OSError as error:
        reason = "den findes allerede" if isinstance(error, FileExistsError) else why(error)
        print(f"»{file}« kan ikke skrives ({reason}).", file=sys.stderr)  # noqa: T201
        return 2
    print(f"»{file}« er skrevet. Udfyld den, og se efter med: python3 run.py problems {file}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
