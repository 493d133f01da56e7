"""Cells as Google shows them, and what it makes of what is typed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

Plain = str | int | float | bool


@dataclass(frozen=True)
class Formula:
    """A cell with a formula and what it comes to; '#REF!' and its like are errors."""

    text: str
    value: Plain


Cell = Plain | Decimal | date | Formula | None

ERRORS = {
    "#NULL!": "NULL_VALUE", "#DIV/0!": "DIVIDE_BY_ZERO", "#VALUE!": "VALUE", "#REF!": "REF", "#NAME?": "NAME",
    "#NUM!": "NUM", "#N/A": "N_A", "#ERROR!": "ERROR",
}  # fmt: skip
DATE_TYPES = frozenset({"DATE", "TIME", "DATE_TIME"})
_DAY_0 = datetime(1899, 12, 30)  # noqa: DTZ001
_DATE_PATTERNS = {"da_DK": "dd-mm-yyyy", "en_US": "m/d/yyyy", "en_GB": "dd/mm/yyyy", "de_DE": "dd.mm.yyyy"}
_POINT_LANGUAGES = {"en", "ja", "ko", "zh", "th", "iw"}
_DATE_TOKEN = re.compile(r'"[^"]*"|y+|m+|d+|h+|s+|.', re.DOTALL)
_NUMBER_CORE = re.compile(r"[#,0]*[#0](?:\.([#0]+))?")


def plain(cell: Cell) -> Plain:
    """What UNFORMATTED_VALUE with SERIAL_NUMBER says of the cell."""
    if cell is None:
        return ""
    if isinstance(cell, Formula):
        return plain(cell.value)
    if isinstance(cell, datetime):
        return _number((cell.replace(tzinfo=None) - _DAY_0) / timedelta(days=1))
    if isinstance(cell, date):
        return (cell - _DAY_0.date()).days
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return _number(cell) if isinstance(cell, float) else cell


def _number(value: float) -> int | float:
    return int(value) if value.is_integer() else value


def number_format(cell: Cell, given: Mapping[str, Any], locale: str) -> dict[str, Any]:
    """The format the cell was given, else that of a date, else none."""
    if given.get("numberFormat"):
        return dict(given["numberFormat"])
    if isinstance(cell, datetime):
        return {"type": "DATE_TIME", "pattern": f"{date_pattern(locale)} hh:mm:ss"}
    if isinstance(cell, date):
        return {"type": "DATE", "pattern": date_pattern(locale)}
    return {}


def date_pattern(locale: str) -> str:
    return _DATE_PATTERNS.get(locale, "yyyy-mm-dd")


def shown(value: Plain, form: Mapping[str, Any], locale: str) -> str:
    """What FORMATTED_VALUE says of the value."""
    pattern = str(form.get("pattern", ""))
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        truths = ("SAND", "FALSK") if locale.startswith("da") else ("TRUE", "FALSE")
        return truths[0] if value else truths[1]
    if form.get("type") in DATE_TYPES:
        try:
            return _shown_date(_DAY_0 + timedelta(days=value), pattern or date_pattern(locale))
        except OverflowError:
            return "########"
    if core := _NUMBER_CORE.search(pattern):
        return _shown_number(value, pattern, core, locale)
    return _in_locale(f"{value:.10g}" if isinstance(value, float) else str(value), locale)


def _shown_date(moment: datetime, pattern: str) -> str:
    text = ""
    previous = ""
    for token in _DATE_TOKEN.findall(pattern):
        if token[0] in "ymdhs":
            minutes = token[0] == "m" and previous == "h"
            part = {"y": moment.year, "m": moment.month, "d": moment.day, "h": moment.hour, "s": moment.second}
            number = moment.minute if minutes else part[token[0]]
            text += str(number)[-len(token) :] if token == "yy" else f"{number:0{len(token)}d}"
            previous = token[0]
        else:
            text += token.strip('"')
    return text


def _shown_number(value: float, pattern: str, core: re.Match[str], locale: str) -> str:
    before, after = pattern.split(";")[0][: core.start()], pattern.split(";")[0][core.end() :]
    scaled = value * 100 if "%" in pattern else value
    grouping = "," if "," in core[0] else ""
    number = f"{scaled:{grouping}.{len(core[1] or '')}f}"
    literal = str.maketrans("", "", '"\\')
    return before.translate(literal) + _in_locale(number, locale) + after.translate(literal)


def _in_locale(number: str, locale: str) -> str:
    return number if locale.partition("_")[0] in _POINT_LANGUAGES else number.translate(str.maketrans(",.", ".,"))


def typed(text: str, locale: str) -> tuple[Plain, dict[str, Any]]:
    """What USER_ENTERED makes of a text: its value and, for a date, its format."""
    if text.startswith("'"):
        return text[1:], {}
    if text.upper() in {"TRUE", "FALSE"}:
        return text.upper() == "TRUE", {}
    for separator, pattern, order in (
        ("-", "yyyy-mm-dd", r"(?P<y>\d{4})-(?P<m>\d\d?)-(?P<d>\d\d?)"),
        ("-", "dd-mm-yyyy", r"(?P<d>\d\d?)-(?P<m>\d\d?)-(?P<y>\d{4})"),
    ):
        if separator in text and (match := re.fullmatch(order, text)):
            try:
                day = date(int(match["y"]), int(match["m"]), int(match["d"]))
            except ValueError:
                return text, {}
            return plain(day), {"type": "DATE", "pattern": pattern}
    number = text if locale.partition("_")[0] in _POINT_LANGUAGES else text.translate(str.maketrans(",.", ".,"))
    if re.fullmatch(r"-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?", number):
        return plain(Decimal(number.replace(",", ""))), {}
    return text, {}
