"""What every kind of cell shares: what blank is, how text is cleaned, how an unreadable one is told."""

import re
import unicodedata
from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from core import danish

_ERROR = re.compile(
    r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|ERROR!|SPILL!|CALC!"
    r"|REFERENCE!|I/T|VÆRDI!|DIVISION/0!|NAVN\?|NUM!|NUL!|OVERLØB!|BEREGN!)"
)
_LOADING = re.compile(r"(?:Loading|Indlæser)(?:\.\.\.|…)", re.IGNORECASE)
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\u2060\ufeff]+")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HALF_A_LETTER = re.compile("[\ud800-\udfff]")


_MOST_LETTERS_TOLD = 100


class Unreadable(Exception):  # noqa: N818 - it is the cell that is, not a fault in the program
    """The cell cannot be read without guessing.

    what: what is wrong, do: how to mend it; Danish, whole sentences.
    """

    def __init__(self, what: str, do: str) -> None:
        super().__init__(what)
        self.what = what
        self.do = do


def clean(value: object) -> str:
    """The cell as text with every kind of space made one plain space and none at the ends, without the marks
    that only turn the direction of writing. A date is written as 15-05-2023.
    """
    return _SPACES.sub(" ", _DIRECTION.sub("", _HALF_A_LETTER.sub("\ufffd", _text(value)))).strip()


def in_short(text: str) -> str:
    """As much of what is typed as anybody reads when it is told what is wrong with it."""
    return text if len(text) <= _MOST_LETTERS_TOLD else f"{text[: _MOST_LETTERS_TOLD - 1]}…"


def _text(value: object) -> str:
    if isinstance(value, datetime) and value.time() != time():
        return f"{danish.day_short(value)} {value:%H:%M}"
    if isinstance(value, date):
        return danish.day_short(value)
    if isinstance(value, timedelta):
        minutes = abs(value) // timedelta(minutes=1)
        return f"{'-' if value < timedelta() else ''}{minutes // 60}:{minutes % 60:02d}"
    if isinstance(value, int) and not isinstance(value, bool):
        return str(Decimal(value))  # str refuses a whole number of more than 4300 digits
    try:
        return str(value)
    except ValueError:  # and so does a list with one in it
        return "…"


def is_blank(value: object) -> bool:
    """True for an empty cell, also one with only spaces, and for a number that is not one (NaN)."""
    if isinstance(value, Decimal):
        return value.is_nan()
    return value is None or (isinstance(value, float) and value != value) or clean(value) == ""


def not_an_error(value: object) -> object:
    """The value. Raises Unreadable where a spreadsheet shows that its own formula failed ('#REF!', '#I/T') or is not
    worked out yet ('Loading...'), and where a database has stored bytes or several values in one.
    """
    if isinstance(value, Collection | memoryview) and not isinstance(value, str):
        raise Unreadable("Her ligger noget, der hverken er tekst, tal eller dato.", "Skriv værdien som tekst.")
    if isinstance(value, str) and _LOADING.fullmatch(clean(value)):
        raise Unreadable(
            "Regnearket var ikke færdigt med at regne cellen ud.",
            "Vent lidt, og hent igen. Bliver det ved, så ret formlen, eller skriv værdien i stedet for den.",
        )
    if isinstance(value, str) and _ERROR.fullmatch(clean(value)):
        raise Unreadable("En formel i cellen er gået galt.", "Ret formlen, eller skriv værdien i stedet for den.")
    return value


def slug(text: object) -> str:
    """One spelling for names that people write differently: 'Ansøgt beløb (kr.)' -> 'ansoegtbeloebkr'.

    Used for headings, table names and allowed values, never for what is shown.
    """
    folded = clean(text).casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    plain = unicodedata.normalize("NFKD", folded)
    return "".join(filter(str.isalnum, plain))
