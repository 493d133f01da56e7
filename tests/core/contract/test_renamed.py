"""A tab under a new name is guessed, so that the consultant can give it the old one again."""

from collections.abc import Sequence

import pytest

from core.contract.renamed import Other, other, renamed
from core.subjects import CONTRACT


def called(*titles: str) -> list[Other]:
    return [Other(title) for title in titles]


INVOICES = ("Faktura", "Ansøgning", "Beløb")


@pytest.mark.parametrize(
    ("name", "others", "found"),
    [
        pytest.param("invoices", called("Noter", "Faktura 2025"), ("Faktura 2025",), id="the singular and a year"),
        pytest.param("invoices", called("Fakturaer (kopi)"), ("Fakturaer (kopi)",), id="a copy"),
        pytest.param("invoices", called("Fakuraer"), ("Fakuraer",), id="a letter is missing"),
        pytest.param(
            "applications",
            called("Ansøgninger 2024", "Ansøgninger 2025"),
            ("Ansøgninger 2024", "Ansøgninger 2025"),
            id="two may be it",
        ),
        pytest.param("invoices", called("Regninger", "Ark1", "F", "2025"), (), id="none is like it"),
        pytest.param("invoices", [], (), id="there are no others"),
        pytest.param("targets", called("Må", "Målsætninger"), ("Målsætninger",), id="two letters are too few"),
        pytest.param("invoices", [Other("Regninger", ("invoices",))], ("Regninger",), id="its headings"),
        pytest.param("pools", [Other("Regninger", ("invoices",))], (), id="another table's headings"),
        pytest.param(
            "invoices",
            [*called("Faktura 2025"), Other("Regninger", ("invoices",))],
            ("Faktura 2025", "Regninger"),
            id="one by its name and one by its headings",
        ),
        pytest.param(
            "invoices",
            [*called("Fakuraer"), Other("Regninger", ("invoices",))],
            ("Regninger",),
            id="headings say more than a name somewhat like it",
        ),
    ],
)
def test_which_may_be_the_missing_table(name: str, others: list[Other], found: tuple[str, ...]) -> None:
    assert renamed(CONTRACT.by_name[name], others) == found


@pytest.mark.parametrize(
    ("rows", "tables"),
    [
        pytest.param([INVOICES], ["invoices"], id="all that it must have"),
        pytest.param([("Noter", *INVOICES[::-1], None, 7)], ["invoices"], id="in any order, among others"),
        pytest.param(
            [(), ("Regninger 2025",), ("FAKTURA", "ansoegning", "Beløb (kr.)")],
            ["invoices"],
            id="spelled otherwise, below a title",
        ),
        pytest.param([INVOICES[:2]], [], id="one is missing"),
        pytest.param([INVOICES[:2], INVOICES[2:]], [], id="in two rows"),
        pytest.param([("Dato",)], [], id="a day stands in many a sheet"),
        pytest.param([("Konto", "Beløb")], [], id="one heading of ours"),
        pytest.param([("Aldersgruppe",)], [], id="of a table with one column nothing can be told"),
        pytest.param([("Afdeling", "18-29", "30-44", "45-59")], ["residents"], id="ages side by side"),
        pytest.param([], [], id="nothing was looked at"),
        pytest.param([()], [], id="a blank row"),
    ],
)
def test_whose_headings_a_tab_has(rows: list[Sequence[object]], tables: list[str]) -> None:
    assert list(other(CONTRACT, "Ark1", rows).headed_as) == tables


@pytest.mark.parametrize("table", [one for one in CONTRACT if len(one.columns) > 1], ids=lambda table: table.title)
def test_every_table_is_known_by_its_own_headings(table: object) -> None:
    assert table.name in other(CONTRACT, "Ark1", [[one.heading for one in table.columns]]).headed_as  # type: ignore[attr-defined]
