from datetime import date

import pytest

from core.ideas.overview import ideas_overview, is_found
from core.ideas.tables import Idea, WhoActs
from tests.core.contract.build import idea, idea_use, read

IDEA = Idea("D1", "Fælles æbletræer", "Det grønne", WhoActs.DEPARTMENT, "Plukkes af børnene i nabohaven om efteråret.")


@pytest.mark.parametrize(
    "typed",
    [
        "", "æbletræ", "æbletræer", "ÆBLETRÆERNE", "træ", "træer", "æble", "børn", "have", "haver",
        "nabohaver", "haven", "grøn", "det grønne", "fælles æble", "aebletraeer", "efterår",
    ],
)  # fmt: skip
def test_a_word_is_found_in_any_form_a_person_would_type(typed: str) -> None:
    assert is_found(IDEA, typed)


@pytest.mark.parametrize("typed", ["pære", "bo", "æble pære", "kompost", "trappe"])
def test_another_word_is_not(typed: str) -> None:
    assert not is_found(IDEA, typed)


@pytest.mark.parametrize(
    ("on", "in_use", "before", "sentence"),
    [
        pytest.param("2024-04-30", (), (), "0 af 2 idéer er i brug. 2 har ingen prøvet endnu.", id="before the first"),
        pytest.param(
            "2024-05-01", ("Vesterhåb",), (), "1 af 2 idéer er i brug. 1 har ingen prøvet endnu.", id="in use"
        ),
        pytest.param(
            "2024-07-01",
            ("Egholmparken",),
            ("Vesterhåb",),
            "1 af 2 idéer er i brug. 1 har ingen prøvet endnu.",
            id="ended in one, begun in another",
        ),
    ],
)
def test_what_is_in_use_where(on: str, in_use: tuple[str, ...], before: tuple[str, ...], sentence: str) -> None:
    dataset = read(
        ideas=[idea(), idea(id="D2", name="Bytterum", area="Beboere")],
        idea_uses=[idea_use(last="01-07-2024"), idea_use(department="02", first="15-06-2024")],
    )
    overview = ideas_overview(dataset, date.fromisoformat(on))
    row = next(row for row in overview.rows if row.idea.id == "D1")
    assert tuple(tuple(one.name for one in those) for those in (row.in_use, row.before)) == (in_use, before)
    assert overview.sentence == sentence
    assert [area for area, _ in overview.areas] == ["Beboere", "Det grønne"]


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        ("2024-04-30", "Den ene idé er ikke prøvet endnu."),
        ("2024-05-01", "Den ene idé er i brug."),
        ("2024-07-01", "Den ene idé er prøvet et sted."),
    ],
)
def test_a_catalogue_of_one_idea_is_told_as_one(on: str, sentence: str) -> None:
    dataset = read(ideas=[idea()], idea_uses=[idea_use(last="01-07-2024")])
    assert ideas_overview(dataset, date.fromisoformat(on)).sentence == sentence


def test_an_empty_catalogue_is_said() -> None:
    assert ideas_overview(read(), date(2024, 1, 1)).sentence == "Der er ingen idéer i kataloget endnu."
