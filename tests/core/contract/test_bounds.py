"""What no organisation has is told with where and what to do, and is not read."""

from core.contract.bounds import MOST_COLUMNS, MOST_LETTERS, beyond
from core.contract.raw import RawRow, RawTable, TabPlace
from core.organisation.tables import DEPARTMENTS
from tests.each import each

MOST_ROWS = DEPARTMENTS.most_rows


def raw(rows: int = 1, columns: int = 2, letters: int = 1, *, blank: int = 0, tab: bool = False) -> RawTable:
    headings = ("Afdeling", "Navn", *(f"K{place}" for place in range(columns - 2)))
    cells = (("1", "x" * letters),) * rows + (("", ""),) * blank
    place = TabPlace("Afdelinger", ("A", "B"), 1) if tab else None
    return RawTable("Afdelinger", headings, tuple(RawRow(n, row) for n, row in enumerate(cells, start=2)), place)


@each(
    {
        "an ordinary table": (raw(),),
        "no rows": (raw(rows=0),),
        "as many rows as are read": (raw(rows=MOST_ROWS),),
        "blank rows are none": (raw(rows=MOST_ROWS, blank=9 * MOST_ROWS),),
        "as many columns as are read": (raw(columns=MOST_COLUMNS),),
        "as many letters as are read": (raw(letters=MOST_LETTERS),),
    }
)
def test_what_an_organisation_may_have_is_read(table: RawTable) -> None:
    assert beyond(DEPARTMENTS, table) is None


@each(
    {
        "a row too many": (
            raw(rows=MOST_ROWS + 1),
            "Tabellen »Afdelinger« har 1.001 rækker, og der læses højst 1.000.",
        ),
        "a column too many": (
            raw(columns=MOST_COLUMNS + 1),
            "Tabellen »Afdelinger« har 1.001 kolonner, og der læses højst 1.000.",
        ),
        "a letter too many": (
            raw(letters=MOST_LETTERS + 1),
            "I »Afdelinger« i række 2 under »Navn« står der 50.001 tegn i ét felt, og der læses højst 50.000.",
        ),
        "in a spreadsheet": (
            raw(letters=1_000_000, tab=True),
            "I »Afdelinger« i celle B2 står der 1.000.000 tegn i ét felt, og der læses højst 50.000.",
        ),
        "beside the headings": (
            RawTable("Afdelinger", ("Afdeling",), (RawRow(7, ("1", "x" * (MOST_LETTERS + 1))),)),
            "I »Afdelinger« i række 7 står der 50.001 tegn i ét felt, og der læses højst 50.000.",
        ),
    }
)
def test_what_is_more_is_told_with_its_place(table: RawTable, what: str) -> None:
    found = beyond(DEPARTMENTS, table)
    assert found is not None
    assert found[0] == what
    assert found[1].endswith(".")
