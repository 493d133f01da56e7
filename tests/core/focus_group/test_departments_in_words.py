"""How many departments the group comes from, with none, one, two and all of them."""

import pytest

from core.focus_group.compared import Category
from core.focus_group.sentences import departments_in_words

TOGETHER = Category(("07", "08", "09"), 1, 30)


def alone(*members: int) -> list[Category]:
    return [Category((f"0{place}",), number, 40) for place, number in enumerate(members, start=1)]


@pytest.mark.parametrize(
    ("categories", "sentence"),
    [
        (alone(0), "Ingen af gruppens medlemmer kommer fra den afdeling, der vises for sig."),
        (alone(0, 0), "Ingen af gruppens medlemmer kommer fra de 2 afdelinger, der vises for sig."),
        (alone(3), "Gruppens medlemmer kommer fra den ene afdeling."),
        (alone(3, 0), "Gruppens medlemmer kommer fra 1 af 2 afdelinger."),
        (alone(3, 2), "Gruppens medlemmer kommer fra begge afdelinger."),
        (alone(3, 2, 1), "Gruppens medlemmer kommer fra alle 3 afdelinger."),
        (alone(3, 2, 0), "Gruppens medlemmer kommer fra 2 af 3 afdelinger."),
        (
            [*alone(3, 0), TOGETHER],
            "Gruppens medlemmer kommer fra 1 af 2 afdelinger. "
            "Dertil er 3 afdelinger med få beboere lagt sammen, med 1 medlem.",
        ),
        (
            [*alone(0), Category(("07", "08"), 4, 30)],
            "Ingen af gruppens medlemmer kommer fra den afdeling, der vises for sig. "
            "Dertil er 2 afdelinger med få beboere lagt sammen, med 4 medlemmer.",
        ),
        ([TOGETHER], "Alle 3 afdelinger med få beboere er lagt sammen, med 1 medlem."),
    ],
)
def test_where_the_group_comes_from_is_said_in_whole_sentences(categories: list[Category], sentence: str) -> None:
    assert departments_in_words(tuple(categories)) == sentence
