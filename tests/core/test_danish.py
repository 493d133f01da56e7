"""How numbers, dates, lists and the alphabet are written in Danish."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import danish
from core.contract.cells.day import parse_date
from core.contract.cells.number import parse_amount, parse_share

NB = "\u00a0"


@pytest.mark.parametrize(
    ("ore", "text"),
    [
        pytest.param(0, f"0{NB}kr.", id="nothing"),
        pytest.param(1, f"0,01{NB}kr.", id="one øre"),
        pytest.param(50, f"0,50{NB}kr.", id="half a krone"),
        pytest.param(99, f"0,99{NB}kr.", id="one øre below a krone"),
        pytest.param(100, f"1{NB}kr.", id="a krone, no decimals"),
        pytest.param(110, f"1,10{NB}kr.", id="two decimals, not one"),
        pytest.param(999_00, f"999{NB}kr.", id="below a thousand"),
        pytest.param(1_000_00, f"1.000{NB}kr.", id="a thousand"),
        pytest.param(64_500_00, f"64.500{NB}kr.", id="thousands"),
        pytest.param(18_750_50, f"18.750,50{NB}kr.", id="thousands and øre"),
        pytest.param(1_234_567_89, f"1.234.567,89{NB}kr.", id="millions"),
        pytest.param(-1, f"-0,01{NB}kr.", id="one øre below nothing"),
        pytest.param(-12_500_00, f"-12.500{NB}kr.", id="below nothing"),
    ],
)
def test_an_amount_is_written_in_kroner(ore: int, text: str) -> None:
    assert danish.kroner(ore) == text
    assert danish.kroner_plain(ore) == text.removesuffix(f"{NB}kr.")


@pytest.mark.parametrize(
    ("ore", "text"),
    [
        pytest.param(0, "0 kr.", id="nothing"),
        pytest.param(22_869_49, "22.869 kr.", id="under a half"),
        pytest.param(22_869_50, "22.870 kr.", id="a half"),
        pytest.param(-22_869_49, "-22.869 kr.", id="under a half below nothing"),
        pytest.param(-22_869_50, "-22.870 kr.", id="a half below nothing"),
    ],
)
def test_an_amount_for_a_headline_is_in_whole_kroner(ore: int, text: str) -> None:
    assert danish.kroner_whole(ore) == text.replace(" ", NB)


@pytest.mark.parametrize(
    ("amounts", "texts"),
    [
        pytest.param((22_869_50, 37_900_00), ("22.870 kr.", "37.900 kr."), id="they look apart"),
        pytest.param((22_869_50, 22_870_00), ("22.869,50 kr.", "22.870 kr."), id="they would look alike"),
        pytest.param((22_870_00, 22_870_00), ("22.870 kr.", "22.870 kr."), id="they are alike"),
        pytest.param((49,), ("0,49 kr.",), id="it would look like nothing"),
        pytest.param((-49,), ("-0,49 kr.",), id="so would it below nothing"),
        pytest.param((0,), ("0 kr.",), id="it is nothing"),
        pytest.param((50,), ("1 kr.",), id="half a krone is one"),
        pytest.param((), (), id="none"),
    ],
)
def test_whole_kroner_never_hide_a_difference(amounts: tuple[int, ...], texts: tuple[str, ...]) -> None:
    assert danish.kroner_apart(*amounts) == tuple(text.replace(" ", NB) for text in texts)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("har 2 ambassadører og 3", f"har 2{NB}ambassadører og 3"),
        ("den 2. maj 2026", "den 2. maj 2026"),
        ("11 af 22", f"11{NB}af 22"),
        ("", ""),
    ],
)
def test_a_figure_is_kept_with_its_word(text: str, kept: str) -> None:
    assert danish.unparted(text) == kept


@given(st.integers(-(10**14), 10**14))
def test_an_amount_written_is_read_back_to_the_ore(ore: int) -> None:
    assert parse_amount(danish.kroner(ore)) == parse_amount(danish.kroner_plain(ore)) == ore


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (38, "38"),
        (1200, "1.200"),
        (-1200, "-1.200"),
        (1_000_000, "1.000.000"),
        (Decimal("1240.5"), "1.240,5"),
        (Decimal("0.5"), "0,5"),
        (Decimal("1.00"), "1"),
    ],
)
def test_a_number_has_dots_at_thousands_and_a_comma_at_decimals(value: int | Decimal, text: str) -> None:
    assert danish.number(value) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction(0), f"0{NB}%"),
        (Fraction(1, 2), f"50{NB}%"),
        (Fraction(1, 8), f"12,5{NB}%"),
        (Fraction(1, 3), f"33,3{NB}%"),
        (Fraction(2, 3), f"66,7{NB}%"),
        (Fraction(1, 1000), f"0,1{NB}%"),
        (Fraction(1), f"100{NB}%"),
        (Fraction(25, 2), f"1.250{NB}%"),
        (Fraction(-1, 8), f"-12,5{NB}%"),
        (Decimal("0.125"), f"12,5{NB}%"),
        (Decimal("0.07"), f"7{NB}%"),
    ],
)
def test_a_percentage_has_at_most_one_decimal(share: Fraction | Decimal, text: str) -> None:
    assert danish.percent(share) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        pytest.param(Fraction(1, 2), f"50{NB}%", id="a half"),
        pytest.param(Fraction(1, 8), f"12,5{NB}%", id="exact to one decimal"),
        pytest.param(Fraction(1, 1000), f"0,1{NB}%", id="the smallest that is exact"),
        pytest.param(Fraction(1), f"100{NB}%", id="all"),
        pytest.param(Fraction(2, 3), "2/3", id="two thirds"),
        pytest.param(Fraction(1, 16), f"6,25{NB}%", id="exact to two decimals"),
        pytest.param(Fraction(6667, 10000), f"66,67{NB}%", id="as two thirds is often typed"),
        pytest.param(Fraction(1, 2000), f"0,05{NB}%", id="below a tenth of a per cent"),
        pytest.param(Fraction(1, 3), "1/3", id="a third"),
        pytest.param(Fraction(667, 1000), f"66,7{NB}%", id="nearly two thirds"),
    ],
)
def test_a_share_is_never_rounded_to_look_like_another(share: Fraction, text: str) -> None:
    assert danish.fraction(share) == text


@given(st.fractions(0, 1, max_denominator=2000).filter(bool))
def test_a_share_written_is_read_back_exactly(share: Fraction) -> None:
    assert parse_share(danish.fraction(share)) == share


@pytest.mark.parametrize(
    ("value", "long", "short"),
    [
        (date(2024, 10, 3), "3. okt. 2024", "03-10-2024"),
        (date(2023, 5, 15), "15. maj 2023", "15-05-2023"),
        (date(2024, 2, 29), "29. feb. 2024", "29-02-2024"),
        (date(2024, 12, 30), "30. dec. 2024", "30-12-2024"),
        (date(2027, 1, 1), "1. jan. 2027", "01-01-2027"),
    ],
)
def test_a_date_is_written_with_its_month_or_in_digits(value: date, long: str, short: str) -> None:
    # 30 December 2024 and 1 January 2027 lie in weeks of the year after and the year before.
    assert danish.day(value) == long
    assert danish.day_short(value) == short


@given(st.dates(date(1950, 1, 1), date(2199, 12, 31)))
def test_a_date_written_is_read_back(value: date) -> None:
    assert parse_date(danish.day(value)) == parse_date(danish.day_short(value)) == value
    assert len(danish.day_short(value)) == 10


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        pytest.param(date(2024, 1, 1), date(2024, 12, 31), "1. jan. 2024 til 31. dec. 2024", id="a year"),
        pytest.param(date(2024, 1, 1), date(2024, 1, 2), "1. jan. 2024 til 2. jan. 2024", id="two days"),
        pytest.param(date(2024, 1, 1), date(2024, 1, 1), "1. jan. 2024", id="one day is said once"),
        pytest.param(date(2024, 1, 1), None, "fra 1. jan. 2024", id="no known end"),
        pytest.param(None, date(2024, 12, 31), "til 31. dec. 2024", id="no known beginning"),
        pytest.param(None, None, "ukendt periode", id="nothing known"),
    ],
)
def test_a_period_is_from_and_to(first: date | None, last: date | None, text: str) -> None:
    assert danish.period(first, last) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [(0, "0 rækker"), (1, "1 række"), (2, "2 rækker"), (21, "21 rækker"), (1200, "1.200 rækker")],
)
def test_one_is_one_and_everything_else_is_many(amount: int, text: str) -> None:
    assert danish.count(amount, "række", "rækker") == text


@pytest.mark.parametrize(
    ("some", "whole", "figure"),
    [(0, 0, "ingen"), (0, 1, "0 af 1"), (1, 1, "1 af 1"), (11, 22, "11 af 22"), (1200, 1201, "1.200 af 1.201")],
)
def test_a_part_as_a_figure_is_never_none_of_none(some: int, whole: int, figure: str) -> None:
    assert danish.out_of(some, whole) == figure


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([], ""),
        (["Tværgade"], "Tværgade"),
        (["Tværgade", "Egholmparken"], "Tværgade og Egholmparken"),
        (["a", "b", "c", "d"], "a, b, c og d"),
    ],
)
def test_a_list_has_commas_and_og(words: list[str], text: str) -> None:
    assert danish.listed(words) == text
    assert danish.listed(iter(words)) == text


def test_a_list_of_choices_has_eller() -> None:
    assert danish.listed(["a", "b", "c"], joint="eller") == "a, b eller c"


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Puljen har 64.500", "Puljen har 64.500."),
        ("Puljen har 64.500 kr.", "Puljen har 64.500 kr."),
        ("Mente du 1.234 kr.?", "Mente du 1.234 kr.?"),
        ("Stop!", "Stop!"),
        ("Færdig.", "Færdig."),
    ],
)
def test_a_sentence_ends_with_one_mark(sentence: str, text: str) -> None:
    assert danish.ended(sentence) == text


@pytest.mark.parametrize(
    "ordered",
    [
        pytest.param(["Zebravej", "Ærtebjerg", "Østervænget", "Åbrinken"], id="æ, ø, å last, in that order"),
        pytest.param(["Aben", "Bjerg", "Zoo", "Øst", "Aabenraa", "Ås"], id="aa is å"),
        pytest.param(["Ærø", "Øland", "Aarhus", "Åstrup"], id="aa and å among each other"),
        pytest.param(["Afdeling 2", "Afdeling 10", "Afdeling 100"], id="numbers by size"),
        pytest.param(["2", "10", "A", "Å"], id="numbers before letters"),
        pytest.param(["07", "8", "012", "20"], id="numbers with zeros in front"),
        pytest.param(["A24-9", "A24-10", "A25-1"], id="numbers within keys"),
        pytest.param(["abild", "Birk", "ceder", "Dild"], id="capitals and small letters together"),
        pytest.param(["Øst", "Øst 2", "Østen"], id="the shorter first, a space before letters"),
        pytest.param(["Cafe", "Café og bar", "Cafeteria"], id="an accent makes no difference"),
        pytest.param(["Muld", "Müller", "Mynte"], id="ü is y"),
    ],
)
def test_names_stand_in_the_danish_order(ordered: list[str]) -> None:
    for seed in range(5):
        shuffled = Random(seed).sample(ordered, len(ordered))
        assert sorted(shuffled, key=danish.sort_key) == ordered


def test_capitals_do_not_part_what_is_alike() -> None:
    assert danish.sort_key("ÆBLEHAVEN") == danish.sort_key("Æblehaven")
    assert danish.sort_key("AABRINKEN") == danish.sort_key("Åbrinken")


def test_digits_without_end_are_sorted_by_size_too() -> None:
    nines, more = "9" * 5000, "1" + "0" * 5000
    assert sorted([more, "Hold 10", nines, "Hold 2"], key=danish.sort_key) == [nines, more, "Hold 2", "Hold 10"]


@given(st.lists(st.text(alphabet="abzæøåÆØÅ 019-é", max_size=6), max_size=6))
def test_any_names_can_be_put_in_order(names: list[str]) -> None:
    once = sorted(names, key=danish.sort_key)
    assert sorted(once, key=danish.sort_key) == once


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(61, 2), "30,5"),
        (Fraction(61, 4), "15,3"),
        (Fraction(1, 20), "0,1"),
        (Fraction(1, 21), "0"),
        (Fraction(-1, 20), "-0,1"),
        (Fraction(-1, 21), "0"),
        (Fraction(18, 5), "3,6"),
        (Fraction(12345), "12.345"),
    ],
)
def test_tenths_are_rounded_with_a_half_away_from_nothing(value: Fraction, text: str) -> None:
    assert danish.tenths(value) == text


@pytest.mark.parametrize(
    ("some", "whole", "told"),
    [
        (0, 0, "ingen afdelinger"),
        (0, 1, "0 af 1 afdeling"),
        (1, 1, "den ene afdeling"),
        (1, 2, "1 af 2 afdelinger"),
        (2, 2, "begge afdelinger"),
        (2, 3, "2 af 3 afdelinger"),
        (1_200, 1_200, "alle 1.200 afdelinger"),
    ],
)
def test_a_part_of_a_whole_is_all_of_it_in_words(some: int, whole: int, told: str) -> None:
    assert danish.part_of(some, whole, "afdeling", "afdelinger") == told


@pytest.mark.parametrize(("text", "told"), [("", ""), ("å", "Å"), ("alle i DOMI", "Alle i DOMI")])
def test_a_sentence_begins_with_a_capital_and_keeps_the_others(text: str, told: str) -> None:
    assert danish.capital(text) == told
