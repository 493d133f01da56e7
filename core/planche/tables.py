"""The tables on the seminar: what stands on the tables' sheet, and the sheets as they came back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from core.contract.cells.cell import in_short, slug
from core.contract.table import Column, Fault, RowsOf, Table
from core.planche.sheet import QUESTIONS, is_open_line
from core.planche.standard import STANDARD

Values = Mapping[str, Any]
_STANDARD_ITEMS = [(theme.name, item) for theme in STANDARD.themes for item in theme.items]


class Mark(StrEnum):
    DONE = "V"
    WISHED = "X"
    BOTH = "VX"
    NONE = "ingen"


def check_mark(values: Values, rows_of: RowsOf) -> Iterator[Fault]:
    """Theme and item stand on the sheet: the organisation's own, or the workshop's where it has none."""
    on_sheet: dict[str, set[str]] = {}
    for theme, item in rows_of("theme_items") or _STANDARD_ITEMS:
        on_sheet.setdefault(slug(theme), set()).add(slug(item))
    questions = list(rows_of("seminar_questions")) or STANDARD.questions
    on_sheet[slug(QUESTIONS)] = {slug(question) for question in questions}
    theme, item = slug(values["theme"]), slug(values["item"])
    if theme not in on_sheet:
        yield Fault(
            "theme",
            f"»{in_short(values['theme'])}« er ikke et tema på planchen.",
            "Ret stavemåden, eller tilføj temaet i »Temapunkter«.",
        )
    elif item not in on_sheet[theme] and (theme == slug(QUESTIONS) or not is_open_line(values["item"])):
        yield Fault(
            "item",
            f"»{in_short(values['item'])}« står ikke på planchen under »{in_short(values['theme'])}«.",
            "Ret stavemåden, skriv Andet med en note, eller tilføj punktet i »Temapunkter«.",
        )


@dataclass(frozen=True, slots=True)
class ThemePrompt:
    """Of the sheet on the seminar's tables."""

    name: Annotated[str, Column("Tema", required=True, note="som i »Temapunkter«")]
    # What V and X ask of it.
    done: Annotated[str | None, Column("V spørger", needed=False, note="fx Hvilke rammer har vi?")] = None
    wished: Annotated[str | None, Column("X spørger", needed=False, note="fx Hvilke kunne vi ønske os?")] = None


THEMES = Table(
    name="themes",
    title="Temaer",
    row=ThemePrompt,
    key=("name",),
    optional=True,
    quiet=True,
    note="Det, planchen spørger om i hvert tema. Kan undværes: så står der »Det gør vi allerede« og lignende",
)


@dataclass(frozen=True, slots=True)
class ThemeItem:
    theme: Annotated[str, Column("Tema", required=True)]
    name: Annotated[str, Column("Punkt", required=True, note="»Andet« bliver til en åben linje")]
    # Its number in the order of the sheet, None where not told.
    place: Annotated[
        int | None,
        Column("Nr", needed=False, minimum=0, note="rækkefølgen; tom: som rækkerne står, efter dem med nummer"),
    ] = None


THEME_ITEMS = Table(
    name="theme_items",
    title="Temapunkter",
    row=ThemeItem,
    key=("theme", "name"),
    optional=True,
    quiet=True,
    note="Planchens temaer og punkter. Uden tabellen er de som på workshoppen i 2024",
)


@dataclass(frozen=True, slots=True)
class SeminarQuestion:
    text: Annotated[str, Column("Spørgsmål", required=True)]
    place: Annotated[
        int | None,
        Column("Nr", needed=False, minimum=0, note="rækkefølgen; tom: som rækkerne står, efter dem med nummer"),
    ] = None


SEMINAR_QUESTIONS = Table(
    name="seminar_questions",
    title="Seminarspørgsmål",
    row=SeminarQuestion,
    key=("text",),
    optional=True,
    quiet=True,
    note="De spørgsmål, der står nederst på planchen. Uden tabellen er det dem fra workshoppen i 2024",
)


@dataclass(frozen=True, slots=True)
class SeminarTable:
    name: Annotated[str, Column("Bord", required=True, note="fx Bord 1 eller afdelingens navn, aldrig en persons")]


TABLES_AT_SEMINAR = Table(
    name="seminar_tables",
    title="Borde",
    row=SeminarTable,
    key=("name",),
    optional=True,
    quiet=True,
    note="Én række for hvert bord ved seminaret: hvert bord får sin egen planche",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMark:
    """What one table has marked or written at one item."""

    date: Annotated[date, Column("Dato", required=True, note="seminarets dag")]
    # None is the organisation's own.
    organisation: Annotated[str | None, Column("Boligorganisation", needed=False, note="tom er jeres egen")] = None
    table: Annotated[str | None, Column("Bord", needed=False, note="aldrig en persons navn")] = None
    theme: Annotated[str, Column("Tema", required=True, note="som på planchen, eller Spørgsmål")]
    item: Annotated[str, Column("Punkt", required=True, note="som på planchen, eller Andet")]
    mark: Annotated[Mark | None, Column("Mærke", note="V: det gør vi; X: det kunne vi også; VX: begge; tom: ingen")] = (
        None
    )
    note: Annotated[str | None, Column("Note", needed=False, note="fx hvad »Andet« er")] = None


SHEET_MARKS = Table(
    name="sheet_marks",
    title="Plancher",
    row=SheetMark,
    key=("date", "theme", "item"),
    optional=True,
    quiet=True,
    adds_up=True,
    note="De udfyldte plancher: én række for hvert punkt, et bord har sat mærke eller skrevet ved",
    check_beside=check_mark,
)


TABLES = (
    THEMES,
    THEME_ITEMS,
    SEMINAR_QUESTIONS,
    TABLES_AT_SEMINAR,
    SHEET_MARKS,
)
