"""What stands in a cell where something else should: only for the message, nothing is read from it."""

import re
from datetime import date, time, timedelta
from decimal import Decimal

from core.contract.cells.cell import clean

_DATE, _CLOCK, _PERCENT, _AMOUNT, _NUMBER, _YES_NO = (
    "en dato", "et klokkeslæt", "en procent", "et beløb", "et tal", "ja eller nej"
)  # fmt: skip
_TYPES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, _YES_NO),
    (date, _DATE),
    ((time, timedelta), _CLOCK),
    ((int, float, Decimal), _NUMBER),
)
_DIGITS = r"[-+]?\d[\d.]*(?: \d{3})*(?:,\d+)?"
_PART = r"[-./ ]{1,2}"
_MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*"
_TEXTS = (
    (_YES_NO, re.compile("ja|nej")),
    (_DATE, re.compile(rf"\d{{1,2}}{_PART}(?:\d{{1,2}}|{_MONTH}){_PART}\d{{4}}|\d{{4}}(?:-\d\d){{2}}")),
    (_CLOCK, re.compile(r"(?:kl\.? )?-?\d{1,4}:\d\d(?::\d\d)?")),
    (_PERCENT, re.compile(rf"{_DIGITS} ?(?:%|pct\.?|procent)")),
    (_AMOUNT, re.compile(rf"(?:kr\.?|dkk) ?{_DIGITS}(?:,-)?|{_DIGITS}(?:,-)? ?(?:kr\.?|kroner|dkk)|{_DIGITS},-")),
    (_NUMBER, re.compile(_DIGITS)),
)


def instead(value: object, wanted: str, *akin: str) -> str:
    """'Her står en dato, men der skal stå et beløb.' Where that would explain nothing, because nobody can tell what
    stands there or because it is akin to what is wanted: 'Det kan ikke læses som et beløb.'
    """
    text = clean(value).casefold()
    by_type = (name for kind, name in _TYPES if isinstance(value, kind))
    by_text = (name for name, pattern in _TEXTS if isinstance(value, str) and pattern.fullmatch(text))
    found = next(by_type, None) or next(by_text, None)
    if found in (None, wanted, *akin):
        return f"Det kan ikke læses som {wanted}."
    return f"Her står {found}, men der skal stå {wanted}."
