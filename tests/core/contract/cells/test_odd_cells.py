"""Cells as they really turn up: each is read right or refused, none is read as something else."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from core.contract.cells.day import parse_date
from core.contract.cells.number import parse_amount, parse_share, parse_whole
from core.contract.cells.word import parse_yes_no
from tests.core.contract.cells.reading import refused

REFUSED = object()
NO_BREAK, NARROW = "\u00a0", "\u202f"

ODD_CELLS = [
    # kind, cell as it stands, what it says
    (parse_amount, "20.000,- kr", 20_000_00),
    (parse_amount, "Kr.20.000,00", 20_000_00),
    (parse_amount, f"20{NARROW}000,50{NO_BREAK}kr.", 20_000_50),
    (parse_amount, "\u22121.250,75", -1_250_75),
    (parse_amount, "(1.250,75) kr.", -1_250_75),
    (parse_amount, "20 000,5", 20_000_50),
    (parse_amount, 1250.75, 1_250_75),
    (parse_amount, Decimal("1250.750"), 1_250_75),
    (parse_amount, "1250.75", REFUSED),
    (parse_amount, "1,255", REFUSED),
    (parse_amount, "1,250.75", REFUSED),
    (parse_amount, "12.50", REFUSED),
    (parse_amount, "1.2.3", REFUSED),
    (parse_amount, "1.23.456", REFUSED),
    (parse_amount, "12.3456", REFUSED),
    (parse_amount, "5.000-6.000", REFUSED),
    (parse_amount, "2x500", REFUSED),
    (parse_amount, "=SUM(A1:A3)", REFUSED),
    (parse_amount, "#I/T", REFUSED),
    (parse_amount, "max. 20.000", REFUSED),
    (parse_amount, "20.000 inkl. moms", REFUSED),
    (parse_amount, "20 tkr.", REFUSED),
    (parse_amount, "20k", REFUSED),
    (parse_amount, "O", REFUSED),
    (parse_amount, "?", REFUSED),
    (parse_amount, date(2024, 5, 15), REFUSED),
    (parse_date, "15.maj 2023", date(2023, 5, 15)),
    (parse_date, "D. 15-05-2023", date(2023, 5, 15)),
    (parse_date, "1/3-24", date(2024, 3, 1)),
    (parse_date, "3-10-2024", date(2024, 10, 3)),
    (parse_date, "10-3-2024", date(2024, 3, 10)),
    (parse_date, "2024-10-03", date(2024, 10, 3)),
    (parse_date, "torsdag den 3. oktober 2024", date(2024, 10, 3)),
    (parse_date, "onsdag den 3. oktober 2024", REFUSED),
    (parse_date, "10-31-2024", REFUSED),
    (parse_date, "31-11-2024", REFUSED),
    (parse_date, "29-02-2100", REFUSED),
    (parse_date, "uge 40", REFUSED),
    (parse_date, "oktober 2024", REFUSED),
    (parse_date, "efterår 2024", REFUSED),
    (parse_date, "snarest", REFUSED),
    (parse_date, "03102024", REFUSED),
    (parse_date, 3.10, REFUSED),
    (parse_date, "3.10", REFUSED),
    (parse_date, "3-10-2024 - 5-10-2024", REFUSED),
    (parse_yes_no, " X ", True),
    (parse_yes_no, "SAND", True),
    (parse_yes_no, False, False),
    (parse_yes_no, "Nej ", False),
    (parse_yes_no, "ja, men ikke endnu", REFUSED),
    (parse_yes_no, "(ja)", REFUSED),
    (parse_yes_no, "10", REFUSED),
    (parse_yes_no, "nja", REFUSED),
    (parse_share, "2 af 3", Fraction(2, 3)),
    (parse_share, "33 %", Fraction(33, 100)),
    (parse_share, "0,75", Fraction(3, 4)),
    (parse_share, "75", REFUSED),
    (parse_share, "3 af 2", REFUSED),
    (parse_share, "2/3 af udgiften", REFUSED),
    (parse_share, "0,6666666667", REFUSED),
    (parse_share, 0.6666666667, REFUSED),
    (parse_share, date(2024, 3, 2), REFUSED),
    (parse_whole, "1.100", 1100),
    (parse_whole, "35,00", 35),
    (parse_whole, "1.1", REFUSED),
    (parse_whole, "35 pers.", REFUSED),
    (parse_whole, "30-40", REFUSED),
    (parse_whole, "30/40", REFUSED),
    (parse_whole, "over 35", REFUSED),
    (parse_whole, "35,5", REFUSED),
    (parse_whole, "#DIV/0!", REFUSED),
]


@pytest.mark.parametrize(
    ("parse", "cell", "says"),
    [pytest.param(*odd, id=f"{odd[0].__name__.removeprefix('parse_')} {odd[1]}") for odd in ODD_CELLS],
)
def test_an_odd_cell_is_read_right_or_refused(parse: Callable[[object], object], cell: object, says: object) -> None:
    if says is REFUSED:
        refused(parse, cell)
    else:
        assert parse(cell) == says
