"""Numbers as Danes type them. Dot and space part thousands, comma parts decimals; nothing is guessed."""

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from core import danish
from core.contract.cells.cell import Unreadable, clean, in_short
from core.contract.cells.instead import instead

LARGEST = 10**12
"""No cell of this field holds more, be it kroner, kilowatt-hours or people."""
_MOST_DECIMALS = 12

_DANISH = re.compile(r"(?P<whole>\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+)(?:,(?P<part>\d+))?")
_ENGLISH = re.compile(r"(?P<whole>\d{1,3}(?:,\d{3}){1,4}|\d{1,12})\.(?P<part>\d{1,2})|\d{1,3}(?:,\d{3}){2,4}")
_NOUGHT_AND_DOT = re.compile(r"0+\.(?P<part>\d{3,12})")
_KRONER = re.compile(r"^(?:kroner|kr\.?|dkk)\s*|\s*(?:kroner?|kr\.?|dkk)$", re.IGNORECASE)
_NO_ORE = re.compile(r"[,.]\s*-{1,2}$")
_PERCENT = re.compile(r"(?P<number>.*\S) ?(?:%|pct\.?|procent)", re.IGNORECASE)
_MINUS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))

_COUNTED = ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti")
_PARTS = {
    part: bottom
    for bottom, part in enumerate(
        ("halvdel", "tredjedel", "fjerdedel", "femtedel", "sjettedel", "syvendedel", "ottendedel", "niendedel",
         "tiendedel"), start=2)
} | {"halv": 2, "kvart": 4}  # fmt: skip
_SIGNS = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4"}
_OF = re.compile(r"(?P<top>\w+) ?(?:/|\u2044| (?:ud )?af ) ?(?P<bottom>\w+)")
_NAMED_PART = re.compile(rf"(?P<top>\w+) (?P<parts>{'|'.join(_PARTS)})e?|(?P<part>{'|'.join(_PARTS)})(?:en)?")


class Percent(Decimal):
    """A number that was typed in per cent: 82.6 for '82,6 %'."""


def parse_number(value: object) -> Decimal:
    """'1.240,5' -> Decimal('1240.5'). A float is taken at its shortest decimal form; what stands after the twelfth
    decimal is a calculation's noise.

    Raises Unreadable for text that is not one number in Danish writing.
    """
    number = _exact(value, "et tal", "Skriv tallet med punktum ved tusinder og komma før decimaler, fx 1.234,5.")
    return number if number == (rounded := round(number, _MOST_DECIMALS)) else rounded


def parse_measured(value: object) -> Decimal:
    """A number in a unit that stands elsewhere: '82,6 %' is a Percent, which only a unit of per cent can take."""
    if isinstance(value, str) and (found := _PERCENT.fullmatch(clean(value))):
        return Percent(parse_number(found["number"]))
    return parse_number(value)


def parse_amount(value: object) -> int:
    """Kroner as typed to whole øre: '20.000,50 kr.' -> 2000050, 'kr. 20.000,-' -> 2000000, '(500)' -> -50000.

    Raises Unreadable for anything else, for more than two decimals, and for a comma where
    the thousands probably part ('1,234').
    """
    do = "Skriv beløbet med punktum ved tusinder og komma før ører, fx 1.234,50."
    if isinstance(value, str):
        text = _NO_ORE.sub("", clean(value).translate(_MINUS))
        value = _NO_ORE.sub("", _KRONER.sub("", text).strip())
    number = _exact(value, "et beløb", do, "et tal")
    if isinstance(value, float):
        number = _without_float_noise(number)
    if _may_be_thousands(value) or number != round(number, 2):
        meant = f" Mente du {clean(value).replace(',', '.')} kr.?" if _may_be_thousands(value) else ""
        raise Unreadable(
            f"Beløbet ville blive læst som {_in_full(number)} kr., men et beløb har højst 2 decimaler.{meant}", do
        )
    return int(round(number, 2) * 100)


def parse_whole(value: object) -> int:
    """A count of something: '1.200' -> 1200. Raises Unreadable for decimals."""
    do = "Skriv et helt tal, fx 40."
    number = _exact(value, "et helt tal", do, "et tal")
    if _may_be_thousands(value) or number != number.to_integral_value():
        meant = f" Mente du {clean(value).replace(',', '.')}?" if _may_be_thousands(value) else ""
        raise Unreadable(f"Tallet ville blive læst som {_in_full(number)}, men her skal stå et helt tal.{meant}", do)
    return int(number)


def parse_share(value: object) -> Fraction:
    """A share above 0 and at most 1, exactly: '2/3', '2 ud af 3', 'to tredjedele', 'halvdelen', '66,7 pct.', '0,5'.

    Raises Unreadable for a decimal that only comes near a fraction, as 0.6667 does to 2/3.
    """
    do = "Skriv andelen som brøk eller procent, fx 2 af 3 eller 50 %."
    text = clean(value).casefold()
    share, meant = _fraction(_SIGNS.get(text, text)), ""
    if share is None:
        percent = _PERCENT.fullmatch(text) if isinstance(value, str) else None
        number = _exact(percent["number"] if percent else value, "en andel", do, "et tal", "en procent")
        if number != round(number, 2 if percent else 4):
            raise Unreadable("Andelen har så mange decimaler, at den nok skulle være en brøk.", do)
        share = Fraction(number) / (100 if percent else 1)
        meant = f" Mente du {danish.number(number)} %?" if not percent and 1 < number <= 100 else ""
    if not 0 < share <= 1:
        raise Unreadable(f"Andelen skal være over 0 og højst 1 (100 %).{meant}", do)
    return share


def without_word(value: object, words: Sequence[str]) -> object:
    """The cell without the word for what is counted: '1,5 sider' -> '1,5'."""
    if not isinstance(value, str) or not words:
        return value
    return re.sub(rf"(?<=\d) ?(?:{'|'.join(words)})$", "", clean(value), flags=re.IGNORECASE)


def _fraction(text: str) -> Fraction | None:
    """'2/3', 'to ud af tre', '2 tredjedele', 'halvdelen'; a fraction of nothing is 0."""
    if found := _OF.fullmatch(text):
        top, bottom = _counted(found["top"]), _counted(found["bottom"])
    elif found := _NAMED_PART.fullmatch(text):
        top, bottom = _counted(found["top"] or "en"), _PARTS[found["parts"] or found["part"]]
    else:
        return None
    if top is None or bottom is None:
        return None
    return Fraction(top, bottom) if bottom else Fraction(0)


def _counted(text: str) -> int | None:
    if re.fullmatch(r"\d{1,12}", text):
        return int(text)
    word = {"et": "en", "én": "en", "ét": "en"}.get(text, text)
    return _COUNTED.index(word) if word in _COUNTED else None


def _exact(value: object, wanted: str, do: str, *akin: str) -> Decimal:
    """wanted: what should stand in the cell, and akin what is near enough to be no explanation (see instead);
    do: how to write it. Raises Unreadable, also for a number so large that no cell can mean it.
    """
    if isinstance(value, str):
        number = _from_text(value, wanted, do, akin)
    elif isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        number = Decimal(repr(float(value))) if isinstance(value, float) else Decimal(value)
    else:
        raise Unreadable(instead(value, wanted, *akin), do)
    if not number.is_finite() or number.copy_abs() > LARGEST:
        raise Unreadable("Tallet er så stort, at det ikke kan passe.", do)
    return number


def _from_text(value: str, wanted: str, do: str, akin: Sequence[str]) -> Decimal:
    text = clean(value).translate(_MINUS)
    bracketed = text.startswith("(") and text.endswith(")")
    bare = (text[1:-1] if bracketed else re.sub(r"^[-+]", "", text)).strip()
    match = _DANISH.fullmatch(bare)
    if not match:
        raise Unreadable(_not_danish(bare) or instead(value, wanted, *akin), do)
    whole = match["whole"].replace(".", "").replace(" ", "")
    number = Decimal(f"{whole}.{match['part'] or 0}")
    return -number if bracketed or text.startswith("-") else number


def _may_be_thousands(value: object) -> bool:
    """'20,000': three digits after the comma are no øre, and may be meant as thousands."""
    return isinstance(value, str) and bool(re.fullmatch(r"[-+]?\d{1,3},\d{3}", clean(value)))


def _in_full(number: Decimal) -> str:
    """With all its decimals: rounded it would look as if it had few enough."""
    whole, point, part = f"{number.copy_abs().normalize():f}".partition(".")
    return in_short(f"{'-' if number < 0 else ''}{danish.number(int(whole))}{point and ','}{part}")


def _without_float_noise(number: Decimal) -> Decimal:
    """A spreadsheet's own arithmetic leaves 0.30000000000000004; half a millionth is no money."""
    rounded = round(number, 2)
    return rounded if abs(number - rounded) < Decimal("0.000001") else number


def _not_danish(text: str) -> str:
    """What is wrong with a number written the English way, '' for any other text."""
    if match := _NOUGHT_AND_DOT.fullmatch(text):
        return f"Tallet begynder med 0 og har punktum, så det kan både være 0,{match['part']} og {int(match['part'])}."
    if match := _ENGLISH.fullmatch(text):
        if match["part"] is None:
            return f"Tallet er skrevet på engelsk. Det ville blive læst som {text.replace(',', '.')}."
        whole = int(match["whole"].replace(",", ""))
        likely = f"{danish.number(whole)},{match['part']}"
        return f"Et punktum står ved tusinder på dansk, så tallet er tvetydigt. Det ville blive læst som {likely}."
    return ""
