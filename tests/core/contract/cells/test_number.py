"""Numbers, amounts, whole numbers and shares as Danes type them."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.cells.cell import Unreadable
from core.contract.cells.number import (
    LARGEST,
    Percent,
    parse_amount,
    parse_measured,
    parse_number,
    parse_share,
    parse_whole,
    without_word,
)
from tests.core.contract.cells.reading import read, refused

DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
NO_BREAK, NARROW, THIN = "\u00a0", "\u202f", "\u2009"


# Amounts, in øre.


@pytest.mark.parametrize(
    ("typed", "ore"),
    [
        pytest.param("20000", 20_000_00, id="digits only"),
        pytest.param("20.000", 20_000_00, id="a dot at the thousands"),
        pytest.param("20.000,50", 20_000_50, id="dot and comma"),
        pytest.param("20.000,5", 20_000_50, id="one decimal is tens of øre"),
        pytest.param("20000,05", 20_000_05, id="five øre"),
        pytest.param("20.000,00 kr.", 20_000_00, id="kr. after"),
        pytest.param("20.000,00kr", 20_000_00, id="kr close after, no dot"),
        pytest.param("kr. 20.000,-", 20_000_00, id="kr. before and a dash for no øre"),
        pytest.param("Kr 20.000,--", 20_000_00, id="Kr and two dashes"),
        pytest.param("20.000,- kr.", 20_000_00, id="a dash and kr. after"),
        pytest.param("20.000 DKK", 20_000_00, id="DKK"),
        pytest.param("dkk 500", 500_00, id="dkk before"),
        pytest.param("1 234,5", 1_234_50, id="a space at the thousands"),
        pytest.param(f"1{NO_BREAK}234,5", 1_234_50, id="a no-break space at the thousands"),
        pytest.param(f"1{NARROW}234{NARROW}567", 1_234_567_00, id="narrow no-break spaces"),
        pytest.param(f"{THIN}20.000,50{NO_BREAK}kr.{NARROW}", 20_000_50, id="spaces of all kinds around"),
        pytest.param("1.234.567,89", 1_234_567_89, id="millions"),
        pytest.param("-500", -500_00, id="minus"),
        pytest.param("- 500", -500_00, id="minus and a space"),
        pytest.param("\u2212500", -500_00, id="the minus of typographers"),
        pytest.param("\u2013500", -500_00, id="a dash for minus"),
        pytest.param("kr. -500", -500_00, id="minus after kr."),
        pytest.param("-1.234,50 kr.", -1_234_50, id="minus before, kr. after"),
        pytest.param("(500)", -500_00, id="brackets, as accountants write minus"),
        pytest.param("(1.234,50)", -1_234_50, id="brackets around thousands and øre"),
        pytest.param("0", 0, id="zero"),
        pytest.param("0,00", 0, id="zero with øre"),
        pytest.param("-0", 0, id="minus zero"),
        pytest.param("1000 kroner", 1_000_00, id="kroner in full"),
        pytest.param("1 krone", 1_00, id="one krone in full"),
        pytest.param("1.000 Kroner", 1_000_00, id="Kroner with a capital"),
        pytest.param("500.-", 500_00, id="a dot and a dash for no øre"),
        pytest.param("20.000.-", 20_000_00, id="the same after thousands"),
        pytest.param("500,- kroner", 500_00, id="a dash and kroner"),
        pytest.param("500 kr.,-", 500_00, id="kr. and a dash"),
        pytest.param("+500", 500_00, id="plus"),
        pytest.param("+ 1.234,50 kr.", 1_234_50, id="plus, a space and kr."),
        pytest.param("\u201115", -15_00, id="a hyphen that does not break, for minus"),
        *(pytest.param(f"{mark}500{mark}", 500_00, id=f"U+{ord(mark):04X} on both sides") for mark in DIRECTION),
        *(pytest.param(f"kr.{mark} 1.500,{mark}50", 1_500_50, id=f"U+{ord(mark):04X} within") for mark in DIRECTION),
        pytest.param("0,5", 50, id="half a krone"),
        pytest.param("0,01", 1, id="one øre"),
        pytest.param(500, 500_00, id="a number"),
        pytest.param(-500, -500_00, id="a negative number"),
        pytest.param(20000.5, 20_000_50, id="a float"),
        pytest.param(0.1 + 0.2, 30, id="a float with the noise of sums, 0.30000000000000004"),
        pytest.param(19.99 * 100, 1_999_00, id="a float with the noise of products, 1998.9999999999998"),
        pytest.param(Decimal("1234.50"), 1_234_50, id="a decimal from a database"),
        pytest.param(Decimal("1E+3"), 1_000_00, id="a decimal with an exponent"),
    ],
)
def test_an_amount_is_read_to_the_ore(typed: object, ore: int) -> None:
    found = parse_amount(typed)
    assert found == ore
    assert type(found) is int


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("ca. 5000", id="about"),
        pytest.param("5000 kr. i alt", id="words after"),
        pytest.param("fem tusind", id="words"),
        pytest.param("5.000-6.000", id="a range"),
        pytest.param("5000 + 500", id="a sum"),
        pytest.param("1.2.3", id="dots everywhere"),
        pytest.param("1.23", id="two digits after a dot"),
        pytest.param("1234.567", id="a dot after four digits"),
        pytest.param("1 23", id="a space before two digits"),
        pytest.param("1 000.000", id="space and dot together"),
        pytest.param("1.000 000", id="dot and space together"),
        pytest.param("1,234.56", id="English thousands and decimals"),
        pytest.param("1,234,567", id="English thousands"),
        pytest.param("12.34", id="English decimals"),
        pytest.param("0.500", id="half a krone in English, or five hundred"),
        pytest.param("0.500 kr.", id="the same with kr."),
        pytest.param("-0.500", id="the same below zero"),
        pytest.param("000.500", id="the same with three noughts"),
        pytest.param("01.500", id="thousands that begin with nought"),
        pytest.param("0 500", id="a space after nought"),
        pytest.param("+-500", id="plus and minus"),
        pytest.param("(+500)", id="brackets and plus"),
        pytest.param("+", id="only a plus"),
        pytest.param("kroner", id="only the word"),
        pytest.param(".-", id="only dot and dash"),
        pytest.param("\u00ad500", id="a hyphen that is only seen at the end of a line"),
        pytest.param("12,345", id="three decimals"),
        pytest.param("0,001", id="a tenth of an øre"),
        pytest.param("1,2,3", id="two commas"),
        pytest.param("5,", id="a comma with nothing after"),
        pytest.param(",5", id="a comma with nothing before"),
        pytest.param("--500", id="two minuses"),
        pytest.param("(-500)", id="brackets and minus"),
        pytest.param("500-", id="minus behind"),
        pytest.param("(500", id="half a bracket"),
        pytest.param("kr.", id="only the unit"),
        pytest.param("-", id="only a dash"),
        pytest.param(",-", id="only the dash for no øre"),
        pytest.param("5e3", id="an exponent"),
        pytest.param("1_000", id="an underscore"),
        pytest.param("0x10", id="hexadecimal"),
        pytest.param("NaN", id="the word NaN"),
        pytest.param("inf", id="the word inf"),
        pytest.param("#REF!", id="a broken formula"),
        pytest.param("500 EUR", id="another currency"),
        pytest.param("20 %", id="per cent"),
        pytest.param("l.000", id="the letter l for 1"),
        pytest.param("15-05-2023", id="a date"),
        pytest.param(True, id="TRUE"),
        pytest.param(False, id="FALSE"),
        pytest.param(float("nan"), id="a float that is not a number"),
        pytest.param(float("inf"), id="an infinite float"),
        pytest.param(float("-inf"), id="a minus infinite float"),
        pytest.param(12.345, id="a float with three decimals"),
        pytest.param(Decimal("0.001"), id="a decimal with three decimals"),
    ],
)
def test_an_amount_is_never_guessed(typed: object) -> None:
    refused(parse_amount, typed)


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        pytest.param("12.34", ("12,34",), id="an English decimal dot"),
        pytest.param("0.5", ("0,5",), id="half, in English"),
        pytest.param("0.500", ("0,500", "500"), id="half with three digits, in English"),
        pytest.param("0.050", ("0,050", "50"), id="a twentieth with three digits, in English"),
        pytest.param("1,234.56", ("1.234,56",), id="English thousands and decimals"),
        pytest.param("1,234,567", ("1.234.567",), id="English millions"),
        pytest.param("1,234", ("1,234 kr.", "1.234 kr."), id="a comma where the thousands part"),
        pytest.param("-12,345", ("-12,345 kr.", "-12.345 kr."), id="the same below zero"),
        pytest.param("1234,567", ("1.234,567 kr.",), id="three decimals after four digits"),
        pytest.param(12.345, ("12,345 kr.",), id="a float with three decimals"),
        pytest.param("0,3000000001", ("0,3000000001 kr.",), id="a decimal far out"),
        pytest.param(-1234.5678, ("-1.234,5678 kr.",), id="a float below zero with four decimals"),
    ],
)
def test_a_mistyped_amount_is_told_with_what_it_would_be_read_as(typed: object, read_as: tuple[str, ...]) -> None:
    message = refused(parse_amount, typed).what
    # Whole figures: »12,34« must not be found inside »12,345«.
    figures = re.findall(r"-?[\d.,]*\d(?: kr\.)?", message)
    assert set(read_as) <= set(figures)


def test_an_amount_with_four_digits_before_the_comma_is_not_taken_for_thousands() -> None:
    assert "Mente du" in refused(parse_amount, "1,234").what
    assert "Mente du" not in refused(parse_amount, "1234,567").what


def test_noise_is_only_taken_off_floats() -> None:
    assert parse_amount(0.3 + 1e-9) == 30
    refused(parse_amount, 0.3 + 1e-5)
    refused(parse_amount, "0,3000000001")


def _dots(whole: int) -> str:
    return f"{whole:,}".replace(",", ".")


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(lambda kr, ore: f"{kr},{ore:02}", id="no dots"),
        pytest.param(lambda kr, ore: f"{_dots(kr)},{ore:02}", id="dots"),
        pytest.param(lambda kr, ore: f"{_dots(kr)},{ore:02} kr.", id="dots and kr. after"),
        pytest.param(lambda kr, ore: f"kr. {_dots(kr)},{ore:02}", id="kr. before"),
        pytest.param(lambda kr, ore: f"{_dots(kr).replace('.', NO_BREAK)},{ore:02}{NO_BREAK}kr", id="no-break spaces"),
        pytest.param(lambda kr, ore: Decimal(kr * 100 + ore) / 100, id="decimal"),
        pytest.param(lambda kr, ore: (kr * 100 + ore) / 100, id="float"),
    ],
)
@given(ore=st.integers(0, 10**13))
def test_any_amount_written_the_danish_way_reads_back_the_same(written: Callable[[int, int], object], ore: int) -> None:
    assert parse_amount(written(*divmod(ore, 100))) == ore


@given(st.integers(-(10**12), 10**12))
def test_whole_kroner_read_back_with_and_without_their_ending(kroner: int) -> None:
    sign, size = ("-" if kroner < 0 else ""), abs(kroner)
    for typed in (kroner, f"{sign}{size}", f"{sign}{_dots(size)}", f"{sign}{_dots(size)},-", f"kr. {sign}{size},00"):
        assert parse_amount(typed) == kroner * 100


# Numbers that may have decimals, and whole numbers.


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        pytest.param("1", Decimal(1), id="one"),
        pytest.param("0,5", Decimal("0.5"), id="half"),
        pytest.param("1.240,5", Decimal("1240.5"), id="thousands and decimals"),
        pytest.param("12,345", Decimal("12.345"), id="three decimals"),
        pytest.param("\u22122,5", Decimal("-2.5"), id="below zero"),
        pytest.param(0.1, Decimal("0.1"), id="a float at its shortest form"),
        pytest.param(2, Decimal(2), id="a whole number"),
        pytest.param(Decimal("2.50"), Decimal("2.5"), id="a decimal"),
    ],
)
def test_a_number_is_read_exactly(typed: object, number: Decimal) -> None:
    assert parse_number(typed) == number


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("1 side", id="with its unit"),
        pytest.param("1,5 kr.", id="with kr."),
        pytest.param("1½", id="a half sign"),
        pytest.param("1.5", id="an English dot"),
        pytest.param("to", id="a word"),
        pytest.param("", id="nothing"),
        pytest.param(True, id="TRUE"),
        pytest.param(float("nan"), id="not a number"),
        pytest.param(float("inf"), id="infinite"),
    ],
)
def test_a_number_is_never_guessed(typed: object) -> None:
    refused(parse_number, typed)


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        pytest.param("40", 40, id="digits"),
        pytest.param("1.200", 1200, id="a dot at the thousands"),
        pytest.param(f"1{NO_BREAK}200", 1200, id="a no-break space at the thousands"),
        pytest.param("40,0", 40, id="a decimal that is zero"),
        pytest.param(40, 40, id="a number"),
        pytest.param(40.0, 40, id="a float that is whole"),
        pytest.param(Decimal("40.00"), 40, id="a decimal that is whole"),
        pytest.param("-1", -1, id="below zero, which the column may refuse"),
    ],
)
def test_a_whole_number_is_read(typed: object, whole: int) -> None:
    found = parse_whole(typed)
    assert found == whole
    assert type(found) is int


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        pytest.param("40,5", "40,5", id="a decimal"),
        pytest.param(40.5, "40,5", id="a float"),
        pytest.param("1,200", "1,2", id="an English thousand"),
        pytest.param("1.5", "1,5", id="an English decimal"),
        pytest.param("40,00001", "40,00001", id="a decimal far out"),
    ],
)
def test_a_number_that_is_not_whole_is_told_with_what_it_would_be_read_as(typed: object, read_as: str) -> None:
    assert read_as in re.findall(r"[\d.,]*\d", refused(parse_whole, typed).what)


@pytest.mark.parametrize(("typed", "meant"), [("1,200", "1.200"), ("1,000", "1.000"), ("-12,345", "-12.345")])
def test_a_comma_where_thousands_part_is_asked_about(typed: str, meant: str) -> None:
    assert refused(parse_whole, typed).what.endswith(f" Mente du {meant}?")


@pytest.mark.parametrize("typed", ["40,5", "1234,567", 1.234])
def test_any_other_comma_is_not(typed: object) -> None:
    assert "Mente du" not in refused(parse_whole, typed).what


@pytest.mark.parametrize("typed", ["40-50", "ca. 40", "40+", "fyrre", "40 personer", "4O", "", True, float("nan")])
def test_a_whole_number_is_never_guessed(typed: object) -> None:
    refused(parse_whole, typed)


@given(st.integers(-LARGEST, LARGEST))
def test_any_whole_number_reads_back(number: int) -> None:
    assert parse_whole(number) == parse_whole(str(number)) == number


# Shares.


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        pytest.param("2/3", Fraction(2, 3), id="two thirds"),
        pytest.param("2 / 3", Fraction(2, 3), id="with spaces"),
        pytest.param("2 af 3", Fraction(2, 3), id="two of three"),
        pytest.param("4/6", Fraction(2, 3), id="four sixths"),
        pytest.param("50 %", Fraction(1, 2), id="per cent"),
        pytest.param("50%", Fraction(1, 2), id="per cent close after"),
        pytest.param(f"50{NO_BREAK}%", Fraction(1, 2), id="a no-break space before the sign"),
        pytest.param("12,5 %", Fraction(1, 8), id="half a per cent"),
        pytest.param("0,5", Fraction(1, 2), id="a decimal"),
        pytest.param("0,125", Fraction(1, 8), id="three decimals"),
        pytest.param(0.5, Fraction(1, 2), id="a float"),
        pytest.param(0.1, Fraction(1, 10), id="a float that binary cannot hold"),
        pytest.param(Decimal("0.25"), Fraction(1, 4), id="a decimal from a database"),
        pytest.param("1", Fraction(1), id="all of it"),
        pytest.param(1, Fraction(1), id="all of it, a number"),
        pytest.param("100 %", Fraction(1), id="all of it, in per cent"),
        pytest.param("2 ud af 3", Fraction(2, 3), id="two out of three"),
        pytest.param("to ud af tre", Fraction(2, 3), id="two out of three, in words"),
        pytest.param("66,7 pct.", Fraction(667, 1000), id="pct."),
        pytest.param("66,67 %", Fraction(6667, 10000), id="two decimals of a per cent"),
        pytest.param("66,7 pct", Fraction(667, 1000), id="pct without a dot"),
        pytest.param("66,7pct.", Fraction(667, 1000), id="pct. close after"),
        pytest.param("66,7 Procent", Fraction(667, 1000), id="procent"),
        pytest.param("halvdelen", Fraction(1, 2), id="the half"),
        pytest.param("Halvdelen", Fraction(1, 2), id="the half, with a capital"),
        pytest.param("en halv", Fraction(1, 2), id="a half"),
        pytest.param("en tredjedel", Fraction(1, 3), id="a third"),
        pytest.param("én tredjedel", Fraction(1, 3), id="one third, with an accent"),
        pytest.param("to tredjedele", Fraction(2, 3), id="two thirds, in words"),
        pytest.param("2 tredjedele", Fraction(2, 3), id="two thirds, half in words"),
        pytest.param("tre fjerdedele", Fraction(3, 4), id="three quarters"),
        pytest.param("en kvart", Fraction(1, 4), id="a quarter"),
        pytest.param("ni tiendedele", Fraction(9, 10), id="nine tenths"),
        pytest.param("½", Fraction(1, 2), id="a half sign"),
        pytest.param("⅔", Fraction(2, 3), id="a sign of two thirds"),
        pytest.param("2\u20443", Fraction(2, 3), id="the stroke of a fraction"),
        pytest.param("\u200e2 af 3\u200f", Fraction(2, 3), id="marks of direction around"),
        pytest.param("3/3", Fraction(1), id="three thirds"),
        pytest.param("0,01", Fraction(1, 100), id="one in a hundred"),
    ],
)
def test_a_share_is_read_exactly(typed: object, share: Fraction) -> None:
    assert parse_share(typed) == share


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("0.6667", id="two thirds to four decimals, in English"),
        pytest.param("0,66667", id="two thirds to five decimals"),
        pytest.param(2 / 3, id="two thirds as a float"),
        pytest.param(1 / 3, id="a third as a float"),
        pytest.param("0", id="nothing"),
        pytest.param("0 %", id="no per cent"),
        pytest.param("0/3", id="no thirds"),
        pytest.param("-0,5", id="below zero"),
        pytest.param("-1/2", id="a fraction below zero"),
        pytest.param("1,01", id="just over all"),
        pytest.param("100,1 %", id="just over a hundred per cent"),
        pytest.param("4/3", id="four thirds"),
        pytest.param("2/0", id="a fraction of nothing"),
        pytest.param("50", id="per cent without its sign"),
        pytest.param(50, id="the same as a number"),
        pytest.param("0.5", id="an English decimal"),
        pytest.param("0.667", id="an English decimal with three digits, Danish for 667"),
        pytest.param("1/2/3", id="two strokes"),
        pytest.param("2:3", id="a colon"),
        pytest.param("50 % %", id="two signs"),
        pytest.param("2/3 %", id="a fraction of a per cent"),
        pytest.param("tredjedele", id="several parts without how many"),
        pytest.param("fire tredjedele", id="more than all, in words"),
        pytest.param("elleve tolvtedele", id="words of other parts"),
        pytest.param("en halvdelen", id="words that do not fit together"),
        pytest.param("1½", id="one and a half"),
        pytest.param("⅔⅔", id="two signs of a fraction"),
        pytest.param("hele", id="a word that is no part"),
        pytest.param("66,6666666666667 %", id="two thirds as a spreadsheet stores them"),
        pytest.param("66,667 pct.", id="two thirds to three decimals of a per cent"),
        pytest.param("120 pct.", id="more than all, with pct."),
        pytest.param("pct.", id="only the word"),
        pytest.param("66.7 pct.", id="an English decimal with pct."),
        pytest.param("0.500", id="half in English, or five hundred"),
        pytest.param("9" * 5000 + "/1", id="a fraction of thousands of digits"),
        pytest.param("1/" + "9" * 5000, id="one of a number of thousands of digits"),
        pytest.param("%", id="only the sign"),
        pytest.param("45061", id="a fraction that a spreadsheet took for a date"),
        pytest.param(True, id="TRUE"),
        pytest.param(float("nan"), id="not a number"),
        pytest.param(float("inf"), id="infinite"),
    ],
)
def test_a_share_is_never_guessed(typed: object) -> None:
    refused(parse_share, typed)


@given(st.integers(1, 500), st.integers(1, 500))
def test_any_fraction_is_read_or_refused_by_its_size(top: int, bottom: int) -> None:
    for typed in (f"{top}/{bottom}", f"{top} af {bottom}"):
        if top <= bottom:
            assert parse_share(typed) == Fraction(top, bottom)
        else:
            refused(parse_share, typed)


@pytest.mark.parametrize(("typed", "meant"), [("50", "50 %"), (50, "50 %"), ("66,7", "66,7 %"), ("100", "100 %")])
def test_per_cent_without_its_sign_is_asked_about(typed: object, meant: str) -> None:
    assert f"Mente du {meant}?" in refused(parse_share, typed).what


@pytest.mark.parametrize("typed", ["0", "-1", "101", "120 %", "3/2"])
def test_what_is_no_per_cent_either_is_not(typed: str) -> None:
    assert "Mente du" not in refused(parse_share, typed).what


# Numbers in a unit that stands elsewhere.


@pytest.mark.parametrize("typed", ["82,6 %", "82,6%", f"82,6{NO_BREAK}%", "82,6 pct.", "82,6 procent", "+82,6 %"])
def test_a_measured_number_in_per_cent_is_marked_as_such(typed: str) -> None:
    found = parse_measured(typed)
    assert found == Decimal("82.6")
    assert isinstance(found, Percent)


@pytest.mark.parametrize("cell", ["82,6", 82.6, Decimal("82.6")])
def test_a_measured_number_without_the_sign_is_a_plain_one(cell: object) -> None:
    found = parse_measured(cell)
    assert found == Decimal("82.6")
    assert not isinstance(found, Percent)


@pytest.mark.parametrize("typed", ["%", "82.6 %", "0.500 %", "82,6 % %", "ca. 82 %", "82 % af boligerne"])
def test_a_measured_number_is_never_guessed(typed: str) -> None:
    refused(parse_measured, typed)


# The word for what is counted.


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("1 side", "1"),
        ("1,5 sider", "1,5"),
        ("2sider", "2"),
        ("3 SIDER", "3"),
        ("sider", "sider"),
        ("en side", "en side"),
        ("1 dag", "1 dag"),
        ("1 side eller 2", "1 side eller 2"),
        (1, 1),
    ],
)
def test_only_the_word_after_a_number_is_taken_off(typed: object, left: object) -> None:
    assert without_word(typed, ("side", "sider")) == left
    assert without_word(typed, ()) == typed


# Numbers that no cell can mean.


@pytest.mark.parametrize("parse", [parse_number, parse_amount, parse_whole, parse_measured])
@pytest.mark.parametrize("sign", [1, -1])
def test_a_number_is_read_up_to_the_largest_there_can_be(parse: Callable[[object], object], sign: int) -> None:
    for cell in (sign * LARGEST, str(sign * LARGEST), float(sign * LARGEST), Decimal(sign * LARGEST)):
        assert not isinstance(read(parse, cell), Unreadable)
    for cell in (
        sign * (LARGEST + 1),
        str(sign * (LARGEST + 1)),
        sign * LARGEST * 1.001,
        sign * (LARGEST + Decimal("0.01")),
        sign * 10**26,
        sign * 1e26,
        sign * 1e308,
        sign * 10**5000,
        f"{sign * 10**30}",
        "-" * (sign < 0) + "9" * 5000,
        Decimal(f"{sign}E+9999999"),
    ):
        assert "så stort, at det ikke kan passe" in refused(parse, cell).what


@pytest.mark.parametrize("parse", [parse_number, parse_amount, parse_whole, parse_share, parse_measured])
@pytest.mark.parametrize(
    "cell", [Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), float("inf"), "9" * 5000 + ".5", "9" * 5000 + ",999"]
)
def test_what_is_no_number_at_all_is_refused_by_every_parser(parse: Callable[[object], object], cell: object) -> None:
    refused(parse, cell)


def test_a_number_of_many_decimals_is_read_to_the_twelfth_and_an_amount_of_them_is_refused() -> None:
    assert parse_number(2 / 3) == Decimal("0.666666666667")
    assert parse_number("0," + "0" * 5000 + "1") == parse_number(Decimal("1E-9999999")) == parse_number(5e-324) == 0
    refused(parse_amount, "1," + "0" * 40 + "1")
    refused(parse_amount, Decimal("1E-9999999"))
    refused(parse_whole, "1," + "0" * 40 + "1")


# What stands there instead.


@pytest.mark.parametrize(
    ("parse", "wanted", "advice"),
    [
        pytest.param(parse_amount, "et beløb", "1.234,50", id="an amount"),
        pytest.param(parse_number, "et tal", "1.234,5", id="a number"),
        pytest.param(parse_measured, "et tal", "1.234,5", id="a measured number"),
        pytest.param(parse_whole, "et helt tal", "40", id="a whole number"),
        pytest.param(parse_share, "en andel", "2 af 3 eller 50 %", id="a share"),
    ],
)
@pytest.mark.parametrize(
    ("cell", "said"),
    [
        pytest.param(date(2024, 3, 2), "Her står en dato, men der skal stå {}.", id="a date"),
        pytest.param(datetime(2024, 3, 2, 13, 45, tzinfo=UTC), "Her står en dato, men der skal stå {}.", id="a moment"),
        pytest.param("02-03-2024", "Her står en dato, men der skal stå {}.", id="a date as text"),
        pytest.param("2. marts 2024", "Her står en dato, men der skal stå {}.", id="a date with its month's name"),
        pytest.param(time(13, 45), "Her står et klokkeslæt, men der skal stå {}.", id="a time"),
        pytest.param(timedelta(hours=2), "Her står et klokkeslæt, men der skal stå {}.", id="a duration"),
        pytest.param(True, "Her står ja eller nej, men der skal stå {}.", id="TRUE"),
        pytest.param("ja", "Her står ja eller nej, men der skal stå {}.", id="yes"),
        pytest.param("fem tusind", "Det kan ikke læses som {}.", id="words"),
        pytest.param(b"20000", "Det kan ikke læses som {}.", id="bytes"),
    ],
)
def test_the_message_says_what_stands_there_and_what_should(
    parse: Callable[[object], object], wanted: str, advice: str, cell: object, said: str
) -> None:
    told = refused(parse, cell)
    assert told.what == said.format(wanted)
    assert advice in told.do


@pytest.mark.parametrize("parse", [parse_amount, parse_number, parse_whole])
def test_per_cent_is_named_where_it_cannot_be(parse: Callable[[object], object]) -> None:
    assert refused(parse, "82,6 %").what.startswith("Her står en procent, men der skal stå et ")


def test_an_amount_is_named_where_it_cannot_be() -> None:
    assert refused(parse_whole, "20.000 kr.").what == "Her står et beløb, men der skal stå et helt tal."
    assert refused(parse_share, "20.000,-").what == "Her står et beløb, men der skal stå en andel."


# Whatever is in the cell.

NUMBER_LIKE = st.text(alphabet="0123456789.,-+ ()/%krKRdafE\u00a0\u202f\u2212", max_size=20)


@given(NUMBER_LIKE | st.text(max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    for parse in (parse_number, parse_amount, parse_whole, parse_share):
        read(parse, text)


@given(st.floats(-1e12, 1e12) | st.decimals(-(10**12), 10**12, places=4) | st.integers(-(10**12), 10**12))
def test_any_stored_number_is_read_as_it_is_or_refused(number: float | Decimal) -> None:
    exact = Decimal(str(number))
    assert parse_number(number) == (exact if exact * 10**12 % 1 == 0 else round(exact, 12))
    for parse, factor in ((parse_amount, 100), (parse_whole, 1)):
        found = read(parse, number)
        if isinstance(found, Unreadable):
            assert exact * factor % 1 != 0
        else:
            assert isinstance(found, int)
            assert abs(exact * factor - found) < Decimal("0.0001")
