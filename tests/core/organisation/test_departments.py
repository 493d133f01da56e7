"""Some of the departments, as a board says it."""

import pytest

from core.organisation.departments import departments_among


@pytest.mark.parametrize(
    ("some", "whole", "all_there", "of_chosen"),
    [
        (1, 1, "den ene afdeling", "den valgte afdeling"),
        (1, 2, "1 af 2 afdelinger", "1 af de 2 valgte afdelinger"),
        (2, 2, "begge afdelinger", "begge de valgte afdelinger"),
        (3, 3, "alle 3 afdelinger", "alle de valgte afdelinger"),
    ],
)
def test_some_of_the_departments_are_told(some: int, whole: int, all_there: str, of_chosen: str) -> None:
    assert departments_among(some, whole, chosen=False) == all_there
    assert departments_among(some, whole, chosen=True) == of_chosen
