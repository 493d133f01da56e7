"""What was probably meant is suggested where one name is clearly the nearest, and else nothing."""

import pytest

from core.contract.cells.nearest import nearest, perhaps
from tests.core.contract.build import grant, member, only_problem, read

NAMES = ("Egholmparken", "Tværgade", "Katrineholmsalle", "Vesterhåb")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("Egholmsparken", "Egholmparken", id="a letter too many"),
        pytest.param("tvaergad", "Tværgade", id="a letter too few, and without æ"),
        pytest.param("Vesterhøb", "Vesterhåb", id="another letter"),
        pytest.param("Egholmparken", "Egholmparken", id="the name itself"),
        pytest.param("Markskellet", None, id="a name like none of them"),
        pytest.param("", None, id="nothing"),
        pytest.param("?!", None, id="no letters"),
    ],
)
def test_the_nearest_name(typed: str, found: str | None) -> None:
    assert nearest(typed, NAMES) == found


@pytest.mark.parametrize(
    ("typed", "names", "found"),
    [
        pytest.param("A24-99", ("A24-01", "A24-02"), None, id="numbers equally far away"),
        pytest.param("A24-033", ("A24-03", "A24-11"), "A24-03", id="a digit too many"),
        pytest.param("2042", ("2024", "2025"), None, id="two years as near"),
        pytest.param("anything", (), None, id="no names"),
    ],
)
def test_of_names_equally_near_none_is_suggested(typed: str, names: tuple[str, ...], found: str | None) -> None:
    assert nearest(typed, names) == found
    assert perhaps(typed, names) == (f" Mener du »{found}«?" if found else "")


@pytest.mark.parametrize(
    ("changed", "suggested"),
    [
        pytest.param(
            {"applications": [grant(departments="Egholmpakren")], "invoices": []}, "Egholmparken", id="a name"
        ),
        pytest.param({"applications": [grant(decision="tilsaqn")], "invoices": []}, "tilsagn", id="one of few"),
        pytest.param({"settings": [{"name": "Organisatoin", "value": "x"}]}, "Organisation", id="a setting"),
    ],
)
def test_the_suggestion_stands_after_what_is_wrong(changed: dict[str, object], suggested: str) -> None:
    assert only_problem(read(**changed)).what.endswith(f" Mener du »{suggested}«?")  # type: ignore[arg-type]


def test_nothing_is_suggested_for_a_secret_column() -> None:
    problem = only_problem(read(members=[member(department="Egholmpakren", ages="30-44")]))
    assert "Mener du" not in problem.what


def test_looking_for_the_nearest_ends_where_thousands_are_not_found() -> None:
    """Only so many different names are looked for in a column; the same name costs nothing more."""
    rows = [grant(id=f"B{place}", departments=f"Egholmpark{place % 30}") for place in range(60)]
    told = [one.what for one in read(applications=rows, invoices=[]).problems]
    assert len(told) == 60
    assert sum("Mener du" in what for what in told) == 40
