"""Numbers as Danes type them. Dot and space part thousands, comma parts decimals; nothing is guessed."""

import math
import re
from decimal import Decimal
from fractions import Fraction

from core import danish
from core.contract.cells.cell import Unreadable, clean

_DANISH = re.compile(r"(?P<whole>\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+)(?:,(?P<part>\d+))?")
_ENGLISH = re.compile(r"(?P<whole>\d{1,3}(?:,\d{3})+|\d+)\.(?P<part>\d{1,2})|\d{1,3}(?:,\d{3}){2,}")
_KRONER = re.compile(r"^(?:kr\.?|dkk)\s*|\s*(?:kr\.?|dkk)$", re.IGNORECASE)
_MINUS = str.maketrans({"\u2212": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-"})


def parse_number(value: object) -> Decimal:
    """'1.240,5' -> Decimal('1240.5'). A float is taken at its shortest decimal form.

    Raises Unreadable for text that is not one number in Danish writing.
    """
    if isinstance(value, bool):
        raise Unreadable("Her står ja eller nej, men der skal stå et tal.", "Skriv et tal.")
    if isinstance(value, float | Decimal) and not math.isfinite(value):
        raise Unreadable("Tallet er ikke et endeligt tal.", "Skriv et tal, fx 1.240,5.")
    if isinstance(value, int | Decimal):
        return Decimal(value)
    if isinstance(value, float):
        return Decimal(repr(value))
    text = clean(value).translate(_MINUS)
    negative = text.startswith("-") or (text.startswith("(") and text.endswith(")"))
    bare = text[1:-1] if text.startswith("(") and text.endswith(")") else text.removeprefix("-")
    match = _DANISH.fullmatch(bare.strip())
    if not match:
        raise _not_danish(bare.strip())
    whole = match["whole"].replace(".", "").replace(" ", "")
    number = Decimal(f"{whole}.{match['part'] or 0}")
    return -number if negative else number


def parse_amount(value: object) -> int:
    """Kroner as typed to whole øre: '20.000,50 kr.' -> 2000050, 'kr. 20.000,-' -> 2000000, '(500)' -> -50000.

    Raises Unreadable for anything else, for more than two decimals, and for a comma where
    the thousands probably part ('1,234').
    """
    if isinstance(value, str):
        text = _KRONER.sub("", clean(value).translate(_MINUS)).strip()
        value = re.sub(r",\s*-{1,2}$", "", text)
    number = parse_number(value)
    if isinstance(value, float):
        number = _without_float_noise(number)
    ore = number * 100
    if _may_be_thousands(value) or ore != ore.to_integral_value():
        meant = f" Mente du {str(value).replace(',', '.')} kr.?" if _may_be_thousands(value) else ""
        raise Unreadable(
            f"Beløbet ville blive læst som {danish.number(number)} kr., men et beløb har højst to decimaler.{meant}",
            "Skriv beløbet med punktum ved tusinder og komma før ører, fx 1.234,50.",
        )
    return int(ore)


def parse_whole(value: object) -> int:
    """A count of something: '1.200' -> 1200. Raises Unreadable for decimals."""
    number = parse_number(value)
    if _may_be_thousands(value) or number != number.to_integral_value():
        raise Unreadable(
            f"Tallet ville blive læst som {danish.number(number)}, men her skal stå et helt tal.",
            "Skriv et helt tal, fx 40.",
        )
    return int(number)


def parse_share(value: object) -> Fraction:
    """A share above 0 and at most 1, exactly: '2/3', '2 af 3', '50 %', '0,5'.

    Raises Unreadable for a decimal that only comes near a fraction, as 0.6667 does to 2/3.
    """
    do = "Skriv andelen som brøk eller procent, fx 2 af 3 eller 50 %."
    text = clean(value)
    if match := re.fullmatch(r"(\d+) ?(?:/|af) ?(\d+)", text):
        top, bottom = int(match[1]), int(match[2])
        share = Fraction(top, bottom) if bottom else Fraction(0)
    elif text.endswith("%"):
        share = Fraction(parse_number(text[:-1].strip())) / 100
    else:
        number = parse_number(value)
        if number != round(number, 4):
            raise Unreadable("Andelen har så mange decimaler, at den nok skulle være en brøk.", do)
        share = Fraction(number)
    if not 0 < share <= 1:
        raise Unreadable("Andelen skal være over 0 og højst 1 (100 %).", do)
    return share


def _may_be_thousands(value: object) -> bool:
    """'20,000': three digits after the comma are no øre, and may be meant as thousands."""
    return isinstance(value, str) and bool(re.fullmatch(r"-?\d{1,3},\d{3}", clean(value)))


def _without_float_noise(number: Decimal) -> Decimal:
    """A spreadsheet's own arithmetic leaves 0.30000000000000004; half a millionth is no money."""
    rounded = round(number, 2)
    return rounded if abs(number - rounded) < Decimal("0.000001") else number


def _not_danish(text: str) -> Unreadable:
    do = "Skriv tallet med punktum ved tusinder og komma før decimaler, fx 1.234,50."
    if match := _ENGLISH.fullmatch(text):
        if match["part"] is None:
            return Unreadable(f"Tallet er skrevet på engelsk. Det ville blive læst som {text.replace(',', '.')}.", do)
        whole = int(match["whole"].replace(",", ""))
        likely = f"{danish.number(whole)},{match['part']}"
        return Unreadable(
            f"Et punktum står ved tusinder på dansk, så tallet er tvetydigt. Det ville blive læst som {likely}.", do
        )
    return Unreadable("Det kan ikke læses som et tal.", do)
