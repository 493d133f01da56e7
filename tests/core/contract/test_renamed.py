"""A tab under a new name is guessed, so that the consultant can give it the old one again."""

import pytest

from core.contract.renamed import renamed
from core.subjects import CONTRACT


@pytest.mark.parametrize(
    ("name", "others", "found"),
    [
        pytest.param("invoices", ["Noter", "Faktura 2025"], ("Faktura 2025",), id="the singular and a year"),
        pytest.param("invoices", ["Fakturaer (kopi)"], ("Fakturaer (kopi)",), id="a copy"),
        pytest.param("invoices", ["Fakuraer"], ("Fakuraer",), id="a letter is missing"),
        pytest.param(
            "applications",
            ["Ansøgninger 2024", "Ansøgninger 2025"],
            ("Ansøgninger 2024", "Ansøgninger 2025"),
            id="two may be it",
        ),
        pytest.param("invoices", ["Regninger", "Ark1", "F", "2025"], (), id="none is like it"),
        pytest.param("invoices", [], (), id="there are no others"),
        pytest.param("targets", ["Må", "Målsætninger"], ("Målsætninger",), id="two letters are too few to go by"),
    ],
)
def test_which_titles_may_be_the_missing_table(name: str, others: list[str], found: tuple[str, ...]) -> None:
    assert renamed(CONTRACT.by_name[name], others) == found
