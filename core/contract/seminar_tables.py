"""The part of the contract on the seminar: what stands on the tables' sheet, and the sheets as they came back."""

from core.contract.checks import check_mark
from core.contract.rows import Mark, SeminarQuestion, SeminarTable, SheetMark, Theme, ThemeItem
from core.contract.table import Column, Kind, Table

_PLACE = Column(
    "Nr", "place", Kind.WHOLE, needed=False, minimum=0, note="rækkefølgen; tom: som rækkerne står, efter dem med nummer"
)

THEMES = Table(
    name="themes",
    title="Temaer",
    row=Theme,
    key=("name",),
    optional=True,
    quiet=True,
    note="Det, planchen spørger om i hvert tema. Kan undværes: så står der »Det gør vi allerede« og lignende",
    columns=(
        Column("Tema", "name", required=True, note="som i »Temapunkter«"),
        Column("V spørger", "done", needed=False, note="fx Hvilke rammer har vi?"),
        Column("X spørger", "wished", needed=False, note="fx Hvilke kunne vi ønske os?"),
    ),
)

THEME_ITEMS = Table(
    name="theme_items",
    title="Temapunkter",
    row=ThemeItem,
    key=("theme", "name"),
    optional=True,
    quiet=True,
    note="Planchens temaer og punkter. Uden tabellen er de som på workshoppen i 2024",
    columns=(
        Column("Tema", "theme", required=True),
        Column("Punkt", "name", required=True, note="»Andet« bliver til en åben linje"),
        _PLACE,
    ),
)

SEMINAR_QUESTIONS = Table(
    name="seminar_questions",
    title="Seminarspørgsmål",
    row=SeminarQuestion,
    key=("text",),
    optional=True,
    quiet=True,
    note="De spørgsmål, der står nederst på planchen. Uden tabellen er det de fire fra workshoppen i 2024",
    columns=(Column("Spørgsmål", "text", required=True), _PLACE),
)

TABLES_AT_SEMINAR = Table(
    name="seminar_tables",
    title="Borde",
    row=SeminarTable,
    key=("name",),
    optional=True,
    quiet=True,
    note="Én række for hvert bord ved seminaret: hvert bord får sin egen planche",
    columns=(Column("Bord", "name", required=True, note="fx Bord 1 eller afdelingens navn, aldrig en persons"),),
)

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
    columns=(
        Column("Dato", "date", Kind.DATE, required=True, note="seminarets dag"),
        Column("Boligorganisation", "organisation", needed=False, note="tom er jeres egen"),
        Column("Bord", "table", needed=False, note="aldrig en persons navn"),
        Column("Tema", "theme", required=True, note="som på planchen, eller Spørgsmål"),
        Column("Punkt", "item", required=True, note="som på planchen, eller Andet"),
        Column(
            "Mærke",
            "mark",
            Kind.CHOICE,
            allowed=tuple(Mark),
            note="V: det gør vi; X: det kunne vi også; VX: begge; tom: ingen",
        ),
        Column("Note", "note", needed=False, note="fx hvad »Andet« er"),
    ),
)

SEMINAR_TABLES = (THEMES, THEME_ITEMS, SEMINAR_QUESTIONS, TABLES_AT_SEMINAR, SHEET_MARKS)
