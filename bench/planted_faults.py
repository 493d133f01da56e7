"""Plants one fault at a time in a copy of the checkout, and sees whether the tests find it.

    python bench/planted_faults.py [--only WORD] [--at-once 2]

Needs requirements-dev.txt, and for the faults in style a Chromium (CHROMIUM_PATH, or any that the browser tests
would find). Each fault is looked for by its text, and its tests by the names of their files, so that both may move.
The tests chosen for a fault must pass without it, else nothing can be said.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", ".hypothesis", ".*_cache", "state", "secrets.toml")
MOST_SECONDS = 600
PASSED, FAILED = 0, 1  # pytest's exit codes
CAUGHT, NOT_CAUGHT, NOT_PLANTED = "caught", "NOT caught", "could not be planted"


@dataclass(frozen=True)
class Fault:
    # What a user would meet.
    name: str
    # Where its text may stand, as globs from the root, parted by blanks.
    files: str
    # Text and what to put in its place; the first that stands there exactly once is taken.
    changes: tuple[tuple[str, str], ...]
    # File names of the tests that should find it; those that there are.
    tests: tuple[str, ...]
    # As pytest's -k.
    keyword: str = ""


def fault(name: str, files: str, find: str, replacement: str, *tests: str, keyword: str = "") -> Fault:
    return Fault(name, files, ((find, replacement),), tests, keyword)


FAULTS = (
    # Rules of the pool.
    fault(
        "an amount at the cap breaks the cap", "core/**/*.py",
        "        amount <= limit,\n", "        amount < limit,\n", "test_cap.py",
    ),
    fault(
        "the least amount itself is too little", "core/**/*.py",
        "        amount >= limit,\n", "        amount > limit,\n", "test_minimum.py",
    ),
    fault(
        "what is received on the day of the deadline is late", "core/**/*.py",
        "if received <= found), default=None)", "if received < found), default=None)", "test_deadline.py",
    ),
    fault(
        "the pool pays an øre more than its share", "core/**/*.py",
        "return total_cost * share.numerator // share.denominator",
        "return -(-total_cost * share.numerator // share.denominator)", "test_co_funding.py", "test_can_grant.py",
    ),
    fault(
        "two departments are not across departments", "core/**/*.py",
        "departments >= 2", "departments > 2", "test_purpose.py",
    ),
    Fault(
        "the loosest limit says what can be granted", "core/**/*.py",
        (
            ("largest, because = min(known", "largest, because = max(known"),
            ("largest, because = min(limits", "largest, because = max(limits"),
        ),
        ("test_can_grant.py",),
    ),
    # The pool's money.
    fault(
        "what is paid on the date is not paid yet", "core/**/*.py",
        "if invoice.paid and invoice.paid <= on)", "if invoice.paid and invoice.paid < on)", "test_position.py",
    ),
    fault(
        "a closed grant keeps what was not used", "core/**/*.py",
        "return Position(granted, paid, 0, 0, max(granted - paid, 0), paid)",
        "return Position(granted, paid, 0, 0, max(granted - paid, 0), granted)", "test_position.py",
        "test_invariants.py",
    ),
    fault(
        "a rejected application still waits", "core/**/*.py",
        "            return Status.REJECTED\n", "            return Status.PENDING\n", "test_position.py",
    ),
    # The other subjects.
    fault(
        "an indicator at the end of its tolerance is behind", "core/**/*.py",
        "come >= pace - Fraction(tolerance, 100)", "come > pace - Fraction(tolerance, 100)", "test_status.py",
    ),
    fault(
        "a new target holds only from the day after", "core/**/*.py",
        "if one.valid_from <= on]\n    return held[-1]", "if one.valid_from < on]\n    return held[-1]",
        "test_status.py",
    ),
    fault(
        "the seat goes to the smallest remainder", "core/**/*.py",
        "(-(n * residents[place] % total)", "((n * residents[place] % total)", "test_largest_remainder.py",
    ),
    fault(
        "whole kroner are shown with decimals", "core/**/*.py",
        'if ore % 100 == 0 else "#,##0.00"', 'if ore == 0 else "#,##0.00"', "test_danish.py",
    ),
    # The reader.
    fault(
        "day and month change places", "core/**/*.py",
        "return _make(_year(match[3]), int(match[2]), int(match[1]))",
        "return _make(_year(match[3]), int(match[1]), int(match[2]))", "test_day.py",
    ),
    fault(
        "of two rows with one key and different values the first counts", "core/**/*.py",
        "for row in same[1:] if equal else same:", "for row in same[1:]:", "test_read_table.py",
    ),
    fault(
        "a CSV file of Windows is read with signs for letters", "core/**/*.py",
        'data.decode("cp1252", errors="replace")', 'data.decode("utf-8", errors="replace")', "test_csv_text.py",
    ),
    Fault(
        "most of a table can go without anybody being asked", "core/**/*.py",
        (
            ("(one.had >= _FEWEST_CELLS and one.lost * 2 > one.had)", "(one.had >= 99 and one.lost * 2 > one.had)"),
            ("if len(new.kept) * 2 < good:", "if len(new.kept) * 99 < good:"),
        ),
        ("test_loss.py", "test_held.py"),
    ),
    # Privacy.
    Fault(
        "names are not exchanged for tokens", "core/**/*.py",
        (
            ("return replace(raw, rows=tuple(map(without, raw.rows))) if spelled else raw", "return raw"),
            ("return replace(raw, rows=tuple(map(row, raw.rows))) if spelled else raw", "return raw"),
            (
                "return replace(raw, rows=rows)\n\n    return tuple(veiled_table",
                "return raw\n\n    return tuple(veiled_table",
            ),
        ),
        ("test_private.py",),
    ),
    Fault(
        "a count one below the threshold is shown", "core/**/*.py",
        (
            ("[figure.count < threshold for", "[figure.count < threshold - 1 for"),
            ("[least <= figure.count < threshold for", "[least <= figure.count < threshold - 1 for"),
        ),
        ("test_hidden.py", "test_suppress.py"),
    ),
    fault(
        "departments are told though a member can be singled out", "core/**/*.py",
        "+ max(departments.values(), default=0) <= len(members)",
        "+ max(departments.values(), default=0) <= len(members) + 1", "test_told.py",
    ),
    fault(
        "columns outside the contract leave the sheet", "core/**/*.py",
        "tuple(cell if keep else None for cell, keep in zip(", "tuple(cell for cell, keep in zip(", "test_grid.py",
        "test_excel.py",
    ),
    Fault(
        "the state on disk holds columns outside the contract", "core/**/*.py shell/**/*.py",
        (
            ("raws=tuple(contract_only(table, raw) for raw in kept))", "raws=tuple(kept))"),
            ("_from_raw(contract_only(CONTRACT.by_name[name], raw))", "_from_raw(raw)"),
            ("_from_raw(contract_only(TABLE_BY_NAME[name], raw))", "_from_raw(raw)"),
        ),
        ("test_last_good.py", "test_refresher.py"), "column",
    ),
    # Sources.
    fault(
        "Google is asked again before its minute is over", "shell/**/*.py",
        "wait = max(_SECONDS_OF_QUOTA,", "wait = min(_SECONDS_OF_QUOTA,", "test_google_refuses.py",
        keyword="left_alone or too_many",
    ),
    fault(
        "every column of a database is asked for", "shell/**/*.py",
        'inspector.get_columns(name) if table.knows(column["name"])]', "inspector.get_columns(name)]",
        "test_same_data_from_every_source.py", "test_sqlite.py", "test_postgresql.py",
    ),
    # The refresher and the state on disk.
    fault(
        "a failure is always said to have begun just now", "shell/**/*.py",
        "since = self._failed.since if self._failed else clock.now()\n        self._failed =",
        "since = clock.now()\n        self._failed =", "test_refresher.py", keyword="fail",
    ),
    fault(
        "the source is given up for good after a failure", "shell/**/*.py",
        "self._failed, self._failures = None, 0", "self._failures = 0", "test_refresher.py", keyword="fail",
    ),
    fault(
        "a state half written stands in place of the whole one", "shell/**/*.py",
        'unfinished = file.with_suffix(f".{os.getpid()}.tmp")', "unfinished = file", "test_last_good.py",
    ),
    # The sheet on phones.
    Fault(
        "marks are taken after the sheet is closed", "shell/**/*.py",
        (("            if row.closed_at is not None:\n", "            if row.closed_at == 0:\n"),),
        ("test_store.py",), "closing and sqlite",
    ),
    fault(
        "a table's name is HTML on the phones", "shell/**/*.py",
        "<h1>{escape(state.table)}</h1>", "<h1>{state.table}</h1>", "test_routes.py",
    ),
    # Screens.
    fault(
        "text from a sheet is Markdown", "shell/**/*.py",
        r'return _PUNCTUATION.sub(r"\\\1", _SPACES.sub(" ", str(text)).strip())',
        'return _SPACES.sub(" ", str(text)).strip()', "test_text.py", "test_text_from_sheets.py",
    ),
    fault(
        "a link to another screen forgets the date", "shell/**/*.py",
        "KEPT_BETWEEN_SCREENS = (DATE, ", "KEPT_BETWEEN_SCREENS = (", "pages/test_every_screen.py",
        keyword="takes_date_and_pool_along",
    ),
    fault(
        "the sample is shown as if it were the board's own", "shell/**/*.py",
        'source = f"**{SAMPLE}**" if sample else', 'source = "Kilde: data" if sample else',
        "pages/test_every_screen.py",
        keyword="no_data_of_the_boards_own",
    ),
    fault(
        "rows that cannot be read are not said to be left out", "shell/**/*.py",
        "    if aside:\n        left_out(", "    if aside > 99:\n        left_out(", "test_rows_not_counted.py",
        "test_fokusgruppen.py",
    ),
    fault(
        "the page says that it is English", "shell/**/*.py",
        """('lang="en"', 'lang="da"')""", """('lang="en"', 'lang="en"')""", "test_server.py",
        "test_danish_page.py",
    ),
    # The login.
    fault(
        "an address that nobody has verified gives a role", "core/**/*.py",
        'verified is True or verified == "true" or vouched', "True", "test_claims.py",
    ),
    fault(
        "a token that has run out lets somebody in", "core/**/*.py",
        "(shown_before or now < login.token_until)", "True", "access/test_login.py",
    ),
    fault(
        "a login lasts for ever", "core/**/*.py",
        "now < login.at + longest and", "True and", "access/test_login.py",
    ),
    fault(
        "a page shows itself without the frame", "shell/**/*.py",
        "if _INSIDE.get() is None and", "if False and", "test_entrance.py", keyword="without_the_frame",
    ),
    fault(
        "a board member opens the chair's screens", "shell/**/*.py",
        "if not may_open(looking.roles, item):", "if False:", "test_entrance.py", keyword="for_others",
    ),
    fault(
        "a file is fetched without a login", "shell/**/*.py",
        "elif _may_have_files(scope):", "elif True:", "test_gate.py",
    ),
    fault(
        "whoever logs out stays in in another tab", "shell/**/*.py",
        "if login.id in self._ended or not lasts", "if not lasts", "test_logins.py",
    ),
    fault(
        "a login that is gone from the settings opens all", "shell/**/*.py",
        "    if known.needed:\n", "    if False:\n", "test_gate.py",
    ),
    # Handouts.
    fault(
        "text in a workbook becomes a formula", "shell/**/*.py",
        '"strings_to_formulas": False', '"strings_to_formulas": True', "test_workbook.py",
    ),
    fault(
        "the foot of the sheet for the meeting does not say that it shows the sample", "shell/**/*.py",
        "    if sample:\n        footer.insert(0, SAMPLE)", "    if sample:\n        footer.insert(0, on)",
        "test_paper.py",
    ),
    fault(
        "a workbook shows øre as kroner", "shell/**/*.py",
        "return None if ore is None else Decimal(ore) / 100", "return None if ore is None else Decimal(ore)",
        "test_pool_workbook.py", "workbooks/test_pool.py",
    ),
    # Style, seen in a browser.
    fault(
        "the answer is written small", ".streamlit/config.toml",
        'headingFontSizes = ["1.65rem"', 'headingFontSizes = ["1.1rem"',
        "browser/test_every_screen.py",
        keyword="wrong and Puljen or back_of_the_room and Puljen",
    ),
    fault(
        "where the keyboard is cannot be seen", "shell/**/style.css",
        "outline: 3px solid #f46a25 !important; outline-offset: 2px;", "outline: 0 !important;", "test_keyboard.py",
        keyword="can_be_seen",
    ),
    fault(
        "a table is broader than a phone", "shell/**/style.css",
        '[data-testid="stTable"] table { font-size: 1rem; min-width: 0; }',
        '[data-testid="stTable"] table { font-size: 1rem; min-width: 900px; }', "browser/test_every_screen.py",
        keyword="wrong and Puljen or sideways and Puljen",
    ),
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="faults with this in their name")
    parser.add_argument("--at-once", type=int, default=os.cpu_count() or 1, help="how many are tried at a time")
    options = parser.parse_args()
    finder = [sys.executable, str(ROOT / "tests" / "browser" / "chromium.py")]
    chromium = subprocess.run(finder, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout.strip()
    chosen = [one for one in FAULTS if options.only in one.name]
    found: Counter[str] = Counter()
    with ThreadPoolExecutor(options.at_once) as pool:
        for one, (outcome, why) in zip(chosen, pool.map(partial(tried, chromium), chosen), strict=True):
            print(f"{outcome:<20} {one.name}{f': {why}' if why else ''}", flush=True)
            found[outcome] += 1
    print(f"\n{len(chosen)} faults: {', '.join(f'{number} {outcome}' for outcome, number in found.items())}")
    sys.exit(bool(found[NOT_CAUGHT] or found[NOT_PLANTED]))


def tried(chromium: str, one: Fault) -> tuple[str, str]:
    """What became of the fault, and why it could not be planted."""
    with tempfile.TemporaryDirectory(prefix="planted-", ignore_cleanup_errors=True) as name:
        copy = Path(name) / "checkout"
        shutil.copytree(ROOT, copy, ignore=NOT_COPIED)
        tests = [str(found) for file in one.tests for found in sorted((copy / "tests").rglob(file))]
        if not tests:
            return NOT_PLANTED, "its tests are not there"
        found = place_of(one, copy)
        if found is None:
            return NOT_PLANTED, "its text does not stand there exactly once"
        if (code := run(copy, tests, one.keyword, chromium)) != PASSED:
            return NOT_PLANTED, f"its tests do not pass without it (pytest's exit code is {code})"
        file, text = found
        file.write_text(text, encoding="utf-8")
        # Whatever ends them otherwise than without it has found it, also while they are collected.
        return (NOT_CAUGHT if run(copy, tests, one.keyword, chromium) == PASSED else CAUGHT), ""


def place_of(one: Fault, root: Path) -> tuple[Path, str] | None:
    """The file, and its text with the fault in it."""
    texts = {file: file.read_text(encoding="utf-8") for glob in one.files.split() for file in root.glob(glob)}
    for find, replacement in one.changes:
        files = [file for file, text in texts.items() if find in text]
        if len(files) == 1 and texts[files[0]].count(find) == 1:
            return files[0], texts[files[0]].replace(find, replacement)
    return None


def run(copy: Path, tests: list[str], keyword: str, chromium: str) -> int:
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    if keyword:
        command += ["-k", keyword]
    environment = os.environ | ({"CHROMIUM_PATH": chromium} if chromium else {})
    try:
        return subprocess.run(
            command,
            cwd=copy,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=MOST_SECONDS,
        ).returncode
    except subprocess.TimeoutExpired:
        return FAILED


if __name__ == "__main__":
    main()
