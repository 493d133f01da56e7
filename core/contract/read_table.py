"""One raw table to read cells and problems. What references lead to comes later, in references.py."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from core import danish
from core.contract.cells.age import parse_ages, parse_band
from core.contract.cells.cell import Unreadable, clean, in_short, is_blank, not_an_error
from core.contract.cells.day import parse_date
from core.contract.cells.kept import Hidden, Unread
from core.contract.cells.number import parse_amount, parse_measured, parse_number, parse_whole, without_word
from core.contract.cells.stated import parse_stated
from core.contract.cells.word import parse_choice, parse_text, parse_yes_no, split_list
from core.contract.headings import Headings, match_headings
from core.contract.problem import Effect, Problem
from core.contract.raw import RawRow, Raws, RawTable
from core.contract.row import ReadRow, ReadTable
from core.contract.table import Column, Kind, Table
from core.contract.unfinished import unfinished_marked
from core.contract.unread import ANYTHING, Known, is_known

_PARSERS: dict[Kind, Callable[[object], object]] = {
    Kind.TEXT: parse_text,
    Kind.AMOUNT: parse_amount,
    Kind.NUMBER: parse_number,
    Kind.MEASURED: parse_measured,
    Kind.WHOLE: parse_whole,
    Kind.DATE: parse_date,
    Kind.YES_NO: parse_yes_no,
    Kind.REFERENCE: parse_text,
    Kind.REFERENCES: split_list,
    Kind.BAND: parse_band,
    Kind.AGES: parse_ages,
    Kind.STATED: parse_stated,
}


def read_alone(table: Table, raws: Raws, known: Known = ANYTHING) -> ReadTable:
    """One table by itself, from what the source has under its title: nothing, one, or by mistake several. known: what
    its references may say, where it is about persons.
    """
    if not raws:
        return missing_table(table)
    return read_table(table, raws[0], known) if len(raws) == 1 else doubled_table(table, raws)


def missing_table(table: Table) -> ReadTable:
    if table.quiet:
        return ReadTable(table, found=False, usable=False)
    return ReadTable(
        table,
        found=False,
        usable=False,
        problems=(
            Problem(
                table.title,
                None,
                None,
                "",
                f"Tabellen »{table.title}« findes ikke i kilden.",
                f"Opret den med kolonnerne {danish.listed(f'»{c.heading}«' for c in table.columns if c.required)}.",
                Effect.DONE_WITHOUT if table.optional else Effect.TABLE_ASIDE,
            ),
        ),
    )


def doubled_table(table: Table, raws: Raws) -> ReadTable:
    """A table that stands more than once: which one counts cannot be told, so none does."""
    names = danish.listed(f"»{in_short(raw.name)}«" for raw in raws)
    problem = Problem(
        table.title,
        None,
        None,
        "",
        f"Tabellen »{table.title}« står {len(raws)} gange, som {names}, så ingen kan vide, hvilken der gælder.",
        "Slet eller omdøb dem, der ikke skal bruges.",
        Effect.TABLE_ASIDE,
    )
    rows = tuple(ReadRow(row.number, {}, {}, aside=True) for raw in raws for row in raw.rows if row.is_filled)
    return ReadTable(table, True, False, rows, (problem,), raws[-1].tab_place, raws=raws)


def read_table(table: Table, raw: RawTable, known: Known = ANYTHING) -> ReadTable:
    """Every cell of every row that is not blank. A table whose headings are in doubt has all rows aside."""
    headings = match_headings(table, raw.headings)
    filled = {place: row for place, row in enumerate(raw.rows) if row.is_filled}
    if not headings.usable:
        rows = tuple(ReadRow(row.number, {}, {}, aside=True) for row in filled.values())
        return _placed(ReadTable(table, True, False, rows, headings.problems), raw, headings)
    width = len(raw.headings)
    each = [_read_row(table, row, place, headings.positions, width, known) for place, row in filled.items()]
    read = unfinished_marked(table, each)
    rows, doubles = set_doubles_aside(table, [row for row, _ in read])
    rows, unfit = _set_unfit_aside(table, rows)
    problems = (*headings.problems, *(problem for _, faults in read for problem in faults), *doubles, *unfit)
    return _placed(ReadTable(table, True, True, rows, problems), raw, headings)


def _placed(read: ReadTable, raw: RawTable, headings: Headings) -> ReadTable:
    """With the headings it has, in a spreadsheet also by letter."""
    read = replace(read, headings=frozenset(headings.positions), raws=(raw,))
    if raw.tab_place is None:
        return read
    letters = {read.table.column(name).heading: raw.tab_place.columns[place] for name, place in headings.seen.items()}
    return replace(read, tab_place=raw.tab_place, letters=letters)


def placed_problem(read: ReadTable, problem: Problem) -> Problem:
    """The problem with the name of its cell and a link to it."""
    if read.tab_place is None:
        return problem
    row = problem.row or read.tab_place.heading_row
    letter = read.letters.get(problem.column or "", "")
    cell = f"{letter}{row}" if letter and row else ""
    area = cell or (f"{row}:{row}" if row else "")
    link = f"{read.tab_place.link}&range={area}" if read.tab_place.link and area else read.tab_place.link
    return replace(problem, cell=f"{read.tab_place.tab}!{cell}" if cell else "", link=link)


def place_problem(table: Table, row: ReadRow, column: Column, what: str, do: str, effect: Effect) -> Problem:
    value = in_short(row.typed.get(column.name, ""))
    return Problem(table.title, row.number, column.heading, value, what, do, effect)


def _read_row(
    table: Table, raw: RawRow, place: int, positions: Mapping[str, int], width: int, known: Known
) -> tuple[ReadRow, list[Problem]]:
    def cell(column: Column) -> object:
        at = positions.get(column.name)
        return raw.cells[at] if at is not None and at < len(raw.cells) else None

    values: dict[str, Any] = {}
    typed = {c.name: clean(cell(c)) if table.tells(c) else "" for c in table.columns if not is_blank(cell(c))}
    faults: list[tuple[Column, str, str, Effect]] = []
    if any(not is_blank(extra) for extra in raw.cells[width:]):
        faults.append(
            (
                next((c for c in table.columns if c.name in typed), table.columns[0]),
                "Rækken har flere felter, end der er overskrifter: et komma kan have delt et felt i to.",
                "Sæt feltet med kommaet i anførselstegn, eller gem filen med semikolon.",
                Effect.ROW_ASIDE,
            )
        )
    for column in table.columns:
        value = cell(column)
        values[column.name] = None
        if is_blank(value):
            if column.required:
                faults.append((column, f"Feltet »{column.heading}« er tomt.", "Udfyld feltet.", Effect.ROW_ASIDE))
            continue
        try:
            values[column.name] = _known_or_not(column, _parse(column, value, values), known)
        except Unreadable as unreadable:
            effect = Effect.ROW_ASIDE if column.needed else Effect.VALUE_ASIDE
            faults.append((column, *_told(table, column, unreadable), effect))
    if not any(effect is Effect.ROW_ASIDE for *_, effect in faults):
        faults.extend((table.column(f.column), f.what, f.do, f.effect) for f in table.check(values))
    row = ReadRow(raw.number, values, typed, place=place)
    for column, _, _, effect in faults:
        row = row.after(effect, column.name)
    return row, [place_problem(table, row, *fault) for fault in faults]


def _told(table: Table, column: Column, unreadable: Unreadable) -> tuple[str, str]:
    """Without the value where it is never told; what is said of ages never has it."""
    if table.tells(column) or column.kind is Kind.AGES:
        return unreadable.what, unreadable.do
    return f"»{column.heading}« kan ikke læses.", _UNTOLD.get(column.kind, "Ret feltet.")


_UNTOLD = {
    Kind.DATE: "Skriv datoen som dag-måned-år, fx 15-05-2023.",
    Kind.STATED: "Skriv en dato, et kvartal eller et år, fx 01-01-2024, 2024K1 eller 2024.",
    Kind.WHOLE: "Skriv et helt tal, fx 40.",
}


def _known_or_not(column: Column, value: object, known: Known) -> object:
    """What a reference about persons names, or only that it names nothing: it may be somebody's name."""
    return value if column.name not in known or is_known(value, known[column.name]) else Unread.UNKNOWN


def _parse(column: Column, value: object, earlier: dict[str, Any]) -> object:
    if (column.kind is Kind.PRIVATE and isinstance(value, Hidden)) or (column.reference and value is Unread.UNKNOWN):
        return value
    if column.kind is Kind.PRIVATE or (isinstance(value, Hidden | Unread) and column.kind is not Kind.AGES):
        raise Unreadable(Unread.UNREADABLE.what, Unread.UNREADABLE.do)
    not_an_error(value)
    if column.kind is Kind.CHOICE:
        return parse_choice(value, column.allowed)
    if column.parse:
        return column.parse(value, earlier)
    parsed = _PARSERS[column.kind](without_word(value, column.words))
    if column.minimum is not None and isinstance(parsed, int | Decimal) and parsed < column.minimum:
        raise Unreadable(f"»{column.heading}« kan ikke være under {column.minimum}.", "Ret tallet.")
    if column.maximum is not None and isinstance(parsed, int | Decimal) and parsed > column.maximum:
        raise Unreadable(f"»{column.heading}« kan ikke være over {column.maximum}.", "Ret tallet.")
    return parsed


def set_doubles_aside(table: Table, rows: Iterable[ReadRow]) -> tuple[tuple[ReadRow, ...], list[Problem]]:
    """Rows that share a key: of equal rows one counts; where they differ none does, for none is the right one."""
    rows = tuple(rows)
    if table.adds_up:
        return rows, []
    column = table.column(table.key[0])
    headings = danish.listed(f"»{table.column(name).heading}«" for name in table.key)
    unique, alike = ("entydig", "samme værdi") if len(table.key) == 1 else ("entydige", "de samme værdier")
    by_key: dict[tuple[object, ...], list[ReadRow]] = defaultdict(list)
    for row in rows:
        key = tuple(_comparable(row.values[name]) for name in table.key)
        if None not in key and not row.unfinished:
            by_key[key].append(row)
    aside: set[int] = set()
    problems: list[Problem] = []
    for same in by_key.values():
        if len(same) == 1:
            continue
        equal = all(row.values == same[0].values for row in same)
        numbers = danish.listed(danish.number(row.number) for row in same)
        for row in same[1:] if equal else same:
            aside.add(row.number)
            what = (
                f"Rækken står flere gange (række {numbers}). Den tæller kun én gang."
                if equal
                else f"{headings} skal være {unique}, men række {numbers} har {alike}."
            )
            do = "Slet de overflødige." if equal else "Ret eller slet den forkerte."
            problems.append(place_problem(table, row, column, what, do, Effect.ROW_ASIDE))
    return tuple(replace(row, aside=True) if row.number in aside else row for row in rows), problems


def _set_unfit_aside(table: Table, rows: tuple[ReadRow, ...]) -> tuple[tuple[ReadRow, ...], list[Problem]]:
    """Rows that do not fit together with others of the table."""
    places = [place for place, row in enumerate(rows) if not row.aside]
    fitting, problems = list(rows), list[Problem]()
    for at, fault in table.check_all([rows[place].values for place in places]):
        row = fitting[places[at]] = fitting[places[at]].after(fault.effect, fault.column)
        problems.append(place_problem(table, row, table.column(fault.column), fault.what, fault.do, fault.effect))
    return tuple(fitting), problems


def _comparable(value: object) -> object:
    return value.casefold() if isinstance(value, str) else value
