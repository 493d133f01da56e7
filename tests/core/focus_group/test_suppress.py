"""What must be hidden, and an attacker who tries to work it out: every hidden count as an unknown of the sums."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.focus_group.suppress import HiddenTable, suppress_table
from tests.core.focus_group.groups import often


def drawn(table: Sequence[Sequence[int]], hidden: HiddenTable) -> list[str]:
    """The table with its totals, hidden counts as -."""
    rows = [[*row, sum(row)] for row in table]
    rows.append([sum(row[place] for row in rows) for place in range(len(rows[0]))])
    flags = [[*cells, row] for cells, row in zip(hidden.cells, hidden.rows, strict=True)]
    flags.append([*hidden.columns, hidden.total])
    return [
        " ".join("-" if is_hidden else str(number) for number, is_hidden in zip(numbers, line, strict=True))
        for numbers, line in zip(rows, flags, strict=True)
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param([[5, 6], [7, 8]], ["5 6 11", "7 8 15", "12 14 26"], id="nothing is small"),
        # The 2 can be worked out from its row and from its column, and their partners from theirs.
        pytest.param(
            [[2, 6, 9], [7, 8, 9], [9, 9, 9]],
            ["- - 9 17", "- - 9 24", "9 9 9 27", "18 23 27 68"],
            id="one small count hides a rectangle and no total",
        ),
        pytest.param(
            [[4, 1, 9], [1, 4, 9], [9, 9, 9]],
            ["- - 9 14", "- - 9 14", "9 9 9 27", "14 14 27 55"],
            id="four small counts of five hide each other",
        ),
        # 1 + 1 = 2: alone they would both be known to be small.
        pytest.param(
            [[1, 1, 9], [1, 1, 9], [9, 9, 9]],
            ["- - - 11", "- - - 11", "- - - 27", "11 11 27 49"],
            id="small counts that even together are small",
        ),
        pytest.param([[9, 0], [9, 9]], ["- - 9", "- - 18", "18 9 27"], id="nobody is a small count"),
        pytest.param([[3], [30], [40]], ["- -", "- -", "40 40", "73 73"], id="a column that repeats its totals"),
        pytest.param([[3]], ["- -", "- -"], id="three persons in all"),
    ],
)
def test_what_is_hidden(table: list[list[int]], expected: list[str]) -> None:
    assert drawn(table, suppress_table(table)) == expected


def test_an_empty_table_has_nothing_but_its_total() -> None:
    assert suppress_table([]) == HiddenTable((), (), (), True)


def test_rows_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="different lengths"):
        suppress_table([[1, 2], [3]])


def test_150_departments_keep_most_of_their_table() -> None:
    table = [[(7 * row + 11 * band) % 23 for band in range(5)] for row in range(150)]
    hidden = suppress_table(table)
    small = sum(number < 5 for row in table for number in row)
    assert small <= sum(map(sum, hidden.cells)) < 2 * small
    assert not any((*hidden.rows, *hidden.columns, hidden.total))


class Attacker:
    """Knows the sums and the visible figures; finds the least and most a hidden one can be."""

    def __init__(self, figures: list[int], hidden: list[bool], sums: list[tuple[list[int], int]]) -> None:
        self.optimize = pytest.importorskip("scipy.optimize")
        self.unknown = [place for place, is_hidden in enumerate(hidden) if is_hidden]
        self.rows, self.right = [], []
        for parts, total in sums:
            signs = {**dict.fromkeys(parts, 1), total: -1}
            self.rows.append([signs.get(place, 0) for place in self.unknown])
            self.right.append(-sum(figures[place] * sign for place, sign in signs.items() if not hidden[place]))

    def interval(self, place: int) -> tuple[float, float]:
        ends = []
        for sign in (1, -1):
            aim = [sign * (other == place) for other in self.unknown]
            found = self.optimize.linprog(aim, A_eq=self.rows, b_eq=self.right, bounds=(0, None))
            ends.append(sign * found.fun if found.status == 0 else float("inf"))
            assert found.status in (0, 3)  # Found, or without bounds.
        return round(ends[0], 6), round(ends[1], 6)


def attack(figures: list[int], hidden: list[bool], sums: list[tuple[list[int], int]], threshold: int) -> None:
    for number, is_hidden in zip(figures, hidden, strict=True):
        assert is_hidden or number >= threshold
    attacker = Attacker(figures, hidden, sums)
    for place in attacker.unknown:
        low, high = attacker.interval(place)
        assert low <= figures[place] <= high
        assert high - low >= 1
        assert high >= threshold


@st.composite
def tables(draw: st.DrawFn) -> list[list[int]]:
    width = draw(st.integers(1, 4))
    count = st.integers(0, 6) | st.integers(0, 30)
    return draw(st.lists(st.lists(count, min_size=width, max_size=width), min_size=1, max_size=4))


@often(150)
@given(tables(), st.sampled_from((1, 3, 5)), st.data())
def test_an_attacker_learns_no_hidden_count(table: list[list[int]], threshold: int, draw: st.DataObject) -> None:
    already = [draw.draw(st.lists(st.booleans(), min_size=size, max_size=size)) for size in (len(table), len(table[0]))]
    none = HiddenTable(tuple((False,) * len(row) for row in table), tuple(already[0]), tuple(already[1]), total=False)
    hidden = suppress_table(table, threshold, none)
    height, width = len(table), len(table[0])
    inner = [number for row in table for number in row]
    rows = [sum(row) for row in table]
    columns = [sum(row[place] for row in table) for place in range(width)]
    first_row, first_column = height * width, height * width + height
    grand = first_column + width
    sums = [
        *(([row * width + place for place in range(width)], first_row + row) for row in range(height)),
        *(([row * width + place for row in range(height)], first_column + place) for place in range(width)),
        (list(range(first_row, first_column)), grand),
        (list(range(first_column, grand)), grand),
    ]
    flags = [flag for line in hidden.cells for flag in line]
    attack(
        [*inner, *rows, *columns, sum(inner)],
        [*flags, *hidden.rows, *hidden.columns, hidden.total],
        sums,
        threshold,
    )


def test_the_attacker_can_attack() -> None:
    # 2 + 6 + 9 = 17 with only the 2 hidden.
    only = Attacker([2, 6, 9, 17], [True, False, False, False], [([0, 1, 2], 3)])
    assert only.interval(0) == (2, 2)
    both = Attacker([2, 6, 9, 17], [True, True, False, False], [([0, 1, 2], 3)])
    assert both.interval(0) == (0, 8)
