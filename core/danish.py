"""How numbers, dates and words are written in Danish, from CLDR's data through Babel.

Money comes in as whole øre (1/100 kr.) and leaves as text.

How many there are of anything is written in figures, in the middle of a sentence and at its beginning alike, by number,
count, part_of or out_of: '3 evalueringer', '11 af 22'. No word stands for a number beside them but the article ('en
ansøgning', 'mindst én'), 'begge' and 'ingen'. So the eye finds the figures, and 'tre' never stands beside '11 af 22'.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import floor

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

LOCALE = "da_DK"
NO_BREAK_SPACE = "\u00a0"
_FIGURE = re.compile(r"(?<=\d) (?=\w)")
_ALPHABET = {letter: index for index, letter in enumerate("abcdefghijklmnopqrstuvwxyzæøå")}
_SAME_LETTER = str.maketrans({"ä": "æ", "ö": "ø", "ü": "y", "é": "e", "è": "e", "ê": "e", "á": "a", "à": "a", "ó": "o"})


@lru_cache(maxsize=4096)
def kroner(ore: int) -> str:
    """1875050 -> '18.750,50 kr.'; whole kroner without decimals: 6450000 -> '64.500 kr.'"""
    return kroner_plain(ore) + NO_BREAK_SPACE + "kr."


@lru_cache(maxsize=4096)
def kroner_plain(ore: int) -> str:
    """The amount without its unit, for a column whose heading has it: '18.750,50'."""
    pattern = "#,##0" if ore % 100 == 0 else "#,##0.00"
    return format_decimal(Decimal(ore) / 100, format=pattern, locale=LOCALE)


def kroner_whole(ore: int) -> str:
    """For a headline or a picture, a half away from 0: 2286950 -> '22.870 kr.'"""
    return kroner(whole_kroner(ore))


def whole_kroner(ore: int) -> int:
    """Rounded to whole kroner, a half away from 0, still in øre: 2286950 -> 2287000"""
    rounded = (abs(ore) + 50) // 100
    return 100 * (rounded if ore > 0 else -rounded)


def kroner_apart(*amounts: int) -> tuple[str, ...]:
    """Whole kroner, but to the øre where two amounts would look alike, or one like nothing: (2286950, 2287000) ->
    ('22.869,50 kr.', '22.870 kr.').
    """
    whole = {amount: kroner_whole(amount) for amount in (0, *amounts)}
    told = whole.__getitem__ if len(set(whole.values())) == len(whole) else kroner
    return tuple(told(amount) for amount in amounts)


def number(value: int | Decimal) -> str:
    """1240.5 -> '1.240,5'."""
    return format_decimal(value, locale=LOCALE)


def tenths(value: Fraction) -> str:
    """Rounded to one decimal, a half away from 0: 18/5 -> '3,6', 3 -> '3', 1/20 -> '0,1'."""
    rounded = floor(abs(value) * 10 + Fraction(1, 2))
    return number(Decimal(rounded if value > 0 else -rounded) / 10)


def percent(share: Fraction | Decimal) -> str:
    """Fraction(1, 8) -> '12,5 %'; at most one decimal."""
    exact = share if isinstance(share, Decimal) else Decimal(share.numerator) / share.denominator
    return format_percent(exact, format="#,##0.#\u00a0%", locale=LOCALE)


def fraction(share: Fraction) -> str:
    """An exact share, never rounded to look like another one: 2/3 -> '2/3', 6667/10000 -> '66,67 %', 1/32 -> '1/32'."""
    if 10_000 % share.denominator:
        return f"{share.numerator}/{share.denominator}"
    exact = Decimal(share.numerator) / share.denominator
    return format_percent(exact, format="#,##0.##\u00a0%", locale=LOCALE)


@lru_cache(maxsize=4096)
def day(value: date) -> str:
    """'3. okt. 2024': in text and lists, and in what stands over a picture."""
    return format_date(value, format="d. MMM y", locale=LOCALE)


@lru_cache(maxsize=4096)
def day_short(value: date) -> str:
    """'03-10-2024', as wide as any other date: in the columns of tables and files."""
    return format_date(value, format="dd-MM-y", locale=LOCALE)


def moment(value: datetime, today: date | None = None) -> str:
    """'3. okt. 2024 kl. 14.05', or 'i dag kl. 14.05'."""
    return f"{'i dag' if value.date() == today else day(value.date())} kl. {value:%H.%M}"


def period(first: date | None, last: date | None) -> str:
    """'1. jan. 2024 til 31. dec. 2024'; one day is said once; what is not known is left out."""
    if first and last and first != last:
        return f"{day(first)} til {day(last)}"
    if first and not last:
        return f"fra {day(first)}"
    if last and not first:
        return f"til {day(last)}"
    return day(first) if first else "ukendt periode"


def count(amount: int, one: str, many: str) -> str:
    """count(1, 'række', 'rækker') -> '1 række'; count(1200, …) -> '1.200 rækker'."""
    return f"{number(amount)} {one if amount == 1 else many}"


def out_of(some: int, whole: int) -> str:
    """'3 af 5', for a figure by itself; of none there is no part: 'ingen'."""
    return f"{number(some)} af {number(whole)}" if whole else "ingen"


def part_of(some: int, whole: int, one: str, many: str) -> str:
    """'3 af 5 afdelinger'; of all of them 'alle 5 afdelinger', 'begge afdelinger', 'den ene afdeling'; of none 'ingen
    afdelinger'.
    """
    if not whole:
        return f"ingen {many}"
    if some != whole:
        return f"{number(some)} af {count(whole, one, many)}"
    return {1: f"den ene {one}", 2: f"begge {many}"}.get(whole, f"alle {number(whole)} {many}")


def unparted(text: str) -> str:
    """No line of it ends with a figure whose word is on the next: '2 ambassadører'."""
    return _FIGURE.sub(NO_BREAK_SPACE, text)


def capital(text: str) -> str:
    """With a capital first, to begin a sentence; the rest as it is."""
    return text[:1].upper() + text[1:]


def listed(words: Iterable[str], joint: str = "og") -> str:
    """['a', 'b', 'c'] -> 'a, b og c'."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} {joint} {last}" if first else last


def ended(sentence: str) -> str:
    """With one full stop, also after 'kr.'."""
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def sort_key(text: str) -> tuple[tuple[int, int | Decimal, str], ...]:
    """The Danish order: æ, ø, å last, 'aa' as å, capitals beside small letters, numbers by size.

    Python's locale module would do it process-wide, and CLDR's collation is not in Babel, so the
    alphabet's order stands here.
    """
    folded = text.casefold().translate(_SAME_LETTER).replace("aa", "å")
    key: list[tuple[int, int | Decimal, str]] = []
    digits = ""
    for letter in folded + "\0":
        if letter.isdecimal():
            digits += letter
            continue
        if digits:
            key.append((1, Decimal(digits), digits))  # int refuses more than 4300 digits
            digits = ""
        if letter in _ALPHABET:
            key.append((2, _ALPHABET[letter], ""))
        elif letter != "\0":
            key.append((0, 0, letter))
    return tuple(key)
