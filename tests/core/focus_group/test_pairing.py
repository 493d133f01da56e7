from collections.abc import Mapping

import pytest

from core.focus_group.pairing import paired


@pytest.mark.parametrize(
    ("living", "expected"),
    [
        pytest.param(None, ((0, 7), (1, 8)), id="no table: the first with the first"),
        pytest.param({}, ((0, 7), (1, 8)), id="a table in which everything is hidden"),
        pytest.param({(0, 8): 6, (1, 7): 9}, ((0, 8), (1, 7)), id="where somebody is known to live"),
        pytest.param({(0, 7): 90, (0, 8): 6, (1, 7): 6}, ((0, 8), (1, 7)), id="two known pairs before one large one"),
        pytest.param({(0, 7): 6, (1, 8): 6, (0, 8): 6, (1, 7): 7}, ((0, 8), (1, 7)), id="where more live"),
        pytest.param({(0, 7): 6, (1, 8): 7, (0, 8): 6, (1, 7): 7}, ((0, 7), (1, 8)), id="equally good: as without"),
    ],
)
def test_two_bands_and_two_departments(
    living: Mapping[tuple[int, int], int] | None, expected: tuple[tuple[int, int], ...]
) -> None:
    assert paired((0, 1), (7, 8), living) == expected


def test_the_same_band_twice() -> None:
    assert paired((3, 3), (7, 8), {(3, 8): 9}) == ((3, 7), (3, 8))


def test_nobody_to_pair() -> None:
    assert paired((), (), {(0, 0): 9}) == ()


def test_unequal_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        paired((1, 2), (3,))
