"""The day a statistic holds for, as the statistics bank writes it too: '2024K3', '2024'."""

import re
from datetime import date

from core.contract.cells.cell import Unreadable, clean
from core.contract.cells.day import parse_date

_PERIOD = re.compile(r"(\d{4})(?: ?[kq] ?([1-4])| ?m ?(0?[1-9]|1[0-2]))?(?:\.0)?")


def parse_stated(value: object) -> date:
    """A date, or the first day of a quarter ('2024K3'), a month ('2024M07') or a year. Raises Unreadable."""
    if found := _PERIOD.fullmatch(clean(value).casefold()):
        year, quarter, month = found.groups()
        if 1900 <= int(year) < 2200:
            return date(int(year), int(quarter) * 3 - 2 if quarter else int(month or 1), 1)
    try:
        return parse_date(value)
    except Unreadable as unreadable:
        raise Unreadable(
            unreadable.what, "Skriv en dato, et kvartal eller et år, fx 01-01-2024, 2024K1 eller 2024."
        ) from None
