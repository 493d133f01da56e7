"""The value of each rule a pool can state: read by that rule, ended by »gælder ikke«, else refused."""

from datetime import date, time
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.cells.cell import Unreadable
from core.pool.notice import Notice, Unit
from core.pool.rule_table import parse_rule_value
from core.pool.rule_values import DayOfYear
from core.pool.rulebook import IN_SHEET, RULES
from tests.core.contract.cells.reading import read as read_cell
from tests.core.contract.cells.reading import refused

AMOUNTS = ("loft pr. projekt", "loft pr. afdeling pr. år", "mindste beløb")
DAYS = ("dage fra afgørelse til aktivitet", "dage fra ansøgning til aktivitet")
SWITCHES = (
    "plads i puljen",
    "inden for formålet",
    "fuldstændig ansøgning",
    "tilsagn før aktivitet",
    "faktura fra tredjepart",
    "faktura i boligorganisationens navn",
    "betalt inden for tilsagn",
    "ikke begyndt",
)
EXACT = (*AMOUNTS, *DAYS, *SWITCHES, "højst sider", "puljens højeste andel", "ansøgningsfrist")
"""Rules whose value is no free text."""


def test_keys_and_names_of_rules_are_unique() -> None:
    assert len({rule.key for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", IN_SHEET)
@pytest.mark.parametrize("typed", ["gælder ikke", "Gælder ikke", "GÆLDER IKKE ", "gaelder ikke"])
def test_any_rule_can_end(rule: str, typed: str) -> None:
    assert parse_rule_value(typed, {"rule": rule}) is None


@pytest.mark.parametrize("rule", EXACT)
@pytest.mark.parametrize("typed", ["ca. 5", "måske", "#REF!", "-", "gælder", "ikke"])
def test_no_rule_guesses_its_value(rule: str, typed: str) -> None:
    refused(lambda cell: parse_rule_value(cell, {"rule": rule}), typed)


@pytest.mark.parametrize("rule", AMOUNTS)
@pytest.mark.parametrize(
    ("typed", "ore"),
    [
        ("20.000", 20_000_00),
        ("20.000,50 kr.", 20_000_50),
        ("20000 kroner", 20_000_00),
        ("20.000.-", 20_000_00),
        ("+20.000", 20_000_00),
        (20000, 20_000_00),
        ("0", 0),
        ("0,01", 1),
    ],
)
def test_a_cap_or_a_least_amount_is_in_ore(rule: str, typed: object, ore: int) -> None:
    assert parse_rule_value(typed, {"rule": rule}) == ore


@pytest.mark.parametrize("rule", AMOUNTS)
@pytest.mark.parametrize("typed", ["-0,01", "-20.000", "ja", "12.34", "0.500", "20 %", "fem tusind", "9" * 30, 1e26])
def test_an_amount_below_zero_or_no_amount_is_refused(rule: str, typed: str) -> None:
    refused(lambda cell: parse_rule_value(cell, {"rule": rule}), typed)


@pytest.mark.parametrize("rule", DAYS)
@pytest.mark.parametrize(
    ("typed", "days"),
    [("14", 14), ("14 dage", 14), ("14dage", 14), ("1 dag", 1), ("0", 0), (14, 14), (14.0, 14), ("3650", 3650)],
)
def test_days_are_a_whole_number_with_or_without_the_word(rule: str, typed: object, days: int) -> None:
    assert parse_rule_value(typed, {"rule": rule}) == Notice(days)


@pytest.mark.parametrize("rule", DAYS)
@pytest.mark.parametrize(
    ("typed", "notice"),
    [
        ("1 uge", Notice(1, Unit.WEEKS)),
        ("4 Uger", Notice(4, Unit.WEEKS)),
        ("520 uger", Notice(520, Unit.WEEKS)),
        ("1 måned", Notice(1, Unit.MONTHS)),
        ("2 måneder", Notice(2, Unit.MONTHS)),
        ("3 mdr.", Notice(3, Unit.MONTHS)),
        ("10 arbejdsdage", Notice(10, Unit.WORKING_DAYS)),
        ("1 arbejdsdag", Notice(1, Unit.WORKING_DAYS)),
    ],
)
def test_other_lengths_of_time_are_read_as_they_are(rule: str, typed: str, notice: Notice) -> None:
    assert parse_rule_value(typed, {"rule": rule}) == notice


@pytest.mark.parametrize("rule", DAYS)
@pytest.mark.parametrize(
    "typed",
    [
        "-1",
        -1,
        "-2 uger",
        "1,5",
        "1,5 uge",
        "to uger",
        "en måned",
        "10 hverdage",
        "2 år",
        "dage",
        "uger",
        "15-05-2023",
        "3651",
        "521 uger",
        "121 måneder",
        "2601 arbejdsdage",
        45061,
        "2 sider",
    ],
)
def test_notice_below_zero_halves_and_other_words_are_refused(rule: str, typed: object) -> None:
    refused(lambda cell: parse_rule_value(cell, {"rule": rule}), typed)


def test_of_weekdays_it_is_said_that_they_may_be_with_or_without_saturdays() -> None:
    found = refused(lambda cell: parse_rule_value(cell, {"rule": DAYS[0]}), "10 hverdage")
    assert found.what == "Hverdage kan både være med og uden lørdage."


@pytest.mark.parametrize("rule", SWITCHES)
@pytest.mark.parametrize(
    ("typed", "value"), [("ja", True), ("x", True), (True, True), ("nej", None), (False, None), ("0", None)]
)
def test_yes_says_that_the_rule_holds_and_no_that_it_does_not(rule: str, typed: object, value: bool | None) -> None:
    assert parse_rule_value(typed, {"rule": rule}) is value


@pytest.mark.parametrize("rule", SWITCHES)
@pytest.mark.parametrize("typed", ["20.000", "2", "ja, som regel"])
def test_a_rule_of_yes_or_no_takes_nothing_else(rule: str, typed: str) -> None:
    refused(lambda cell: parse_rule_value(cell, {"rule": rule}), typed)


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("1", Decimal(1)),
        ("1,5", Decimal("1.5")),
        ("1 side", Decimal(1)),
        ("1,5 sider", Decimal("1.5")),
        ("2 Sider", Decimal(2)),
        (1, Decimal(1)),
        ("0", Decimal(0)),
        ("1000", Decimal(1000)),
    ],
)
def test_pages_may_be_halves(typed: object, pages: Decimal) -> None:
    assert parse_rule_value(typed, {"rule": "højst sider"}) == pages


@pytest.mark.parametrize(
    "typed", ["-1", "-1 side", "en", "en side", "1.5", "1.5 sider", "sider", "5 %", "1 dag", "1001", 45061]
)
def test_pages_below_zero_or_with_words_are_refused(typed: str) -> None:
    refused(lambda cell: parse_rule_value(cell, {"rule": "højst sider"}), typed)


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        ("2 af 3", Fraction(2, 3)),
        ("2 ud af 3", Fraction(2, 3)),
        ("66,7 pct.", Fraction(667, 1000)),
        ("halvdelen", Fraction(1, 2)),
        ("to tredjedele", Fraction(2, 3)),
        ("50 %", Fraction(1, 2)),
        ("100 %", Fraction(1)),
        ("0,5", Fraction(1, 2)),
    ],
)
def test_the_pools_largest_share_is_exact(typed: str, share: Fraction) -> None:
    assert parse_rule_value(typed, {"rule": "puljens højeste andel"}) == share


@pytest.mark.parametrize("typed", ["0", "101 %", "50", "0,66667", "ja", "fem tusind", "0.500", date(2024, 3, 2)])
def test_a_share_of_nothing_or_of_more_than_all_is_refused(typed: object) -> None:
    refused(lambda cell: parse_rule_value(cell, {"rule": "puljens højeste andel"}), typed)


MARCH, SEPTEMBER = DayOfYear(3, 1), DayOfYear(9, 1)


@pytest.mark.parametrize(
    ("typed", "deadlines"),
    [
        pytest.param("1. marts", (MARCH,), id="every year"),
        pytest.param("1. marts; 1. september", (MARCH, SEPTEMBER), id="twice a year"),
        pytest.param("1. marts\n1. september", (MARCH, SEPTEMBER), id="on two lines"),
        pytest.param("1. marts og 1. september", (MARCH, SEPTEMBER), id="joined by a word"),
        pytest.param("1. marts samt 1. september", (MARCH, SEPTEMBER), id="joined by another word"),
        pytest.param("1. marts & 1. september", (MARCH, SEPTEMBER), id="joined by a sign"),
        pytest.param("1. marts, 1. september", (MARCH, SEPTEMBER), id="parted by a comma"),
        pytest.param("1. marts, 1. juni og 1. september", (MARCH, DayOfYear(6, 1), SEPTEMBER), id="three of them"),
        pytest.param("1/3 og 1/9", (MARCH, SEPTEMBER), id="digits joined by a word"),
        pytest.param("den 1. marts og d. 1. september", (MARCH, SEPTEMBER), id="den and d. before"),
        pytest.param("\u200e1. marts\u200f og 1. september\u202c", (MARCH, SEPTEMBER), id="marks of direction"),
        pytest.param("1. marts, 2025", (date(2025, 3, 1),), id="a comma before the year"),
        pytest.param("1. mar. 2025 og 1. sep. 2025", (date(2025, 3, 1), date(2025, 9, 1)), id="both with years"),
        pytest.param("lørdag den 1. mar. 2025", (date(2025, 3, 1),), id="a weekday that fits its year"),
        pytest.param("1. Mar.;1. SEPT", (MARCH, SEPTEMBER), id="shortened names"),
        pytest.param("1/3; 1/9", (MARCH, SEPTEMBER), id="digits with strokes"),
        pytest.param("01-03", (MARCH,), id="digits with a hyphen"),
        pytest.param("1.3.", (MARCH,), id="digits with dots"),
        pytest.param("29. februar", (DayOfYear(2, 29),), id="a leap day"),
        pytest.param("31. december", (DayOfYear(12, 31),), id="the year's last day"),
        pytest.param("1. mar. 2025", (date(2025, 3, 1),), id="one year only"),
        pytest.param("01-03-2025; 1/9-26", (date(2025, 3, 1), date(2026, 9, 1)), id="two days of their own years"),
        pytest.param("1. marts; 1. sep. 2025", (MARCH, date(2025, 9, 1)), id="one of each"),
        pytest.param(date(2025, 3, 1), (date(2025, 3, 1),), id="a date"),
        pytest.param(45717, (date(2025, 3, 1),), id="a spreadsheet's serial number"),
    ],
)
def test_a_deadline_comes_back_every_year_unless_it_has_one(typed: object, deadlines: tuple[object, ...]) -> None:
    assert parse_rule_value(typed, {"rule": "ansøgningsfrist"}) == deadlines


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("31. februar", id="no such day"),
        pytest.param("29. feb. 2025", id="no leap year"),
        pytest.param("1. marts og 1. sep. 2025", id="a year that may be meant for both"),
        pytest.param("1. mar. 2025, 1. september", id="a year at the first only"),
        pytest.param("1. og 15. marts", id="a month that may be meant for both"),
        pytest.param("1. marts og snarest", id="joined with a word that is no day"),
        pytest.param("1. marts og", id="nothing after the joint"),
        pytest.param(" og ", id="only the joint"),
        pytest.param("fredag 1. marts", id="a weekday, which fits some years only"),
        pytest.param("1. marts-1. september", id="from one day to the next"),
        pytest.param("45717", id="a serial number as text"),
        pytest.param(20000, id="a number that is no day of these years"),
        pytest.param("1/3-99", id="a year of either century"),
        pytest.param("1. marts; snarest", id="one of them a word"),
        pytest.param("marts", id="a month"),
        pytest.param("3", id="a number"),
        pytest.param("1/13", id="no such month"),
        pytest.param("løbende", id="at any time"),
        pytest.param("ja", id="yes"),
        pytest.param(" ; ", id="a separator alone"),
    ],
)
def test_a_deadline_is_never_guessed(typed: object) -> None:
    refused(lambda cell: parse_rule_value(cell, {"rule": "ansøgningsfrist"}), typed)


ADVICE = {
    **dict.fromkeys(AMOUNTS, "Skriv et beløb i kr., fx 20.000, eller »gælder ikke«, når reglen ophører."),
    **dict.fromkeys(
        DAYS,
        "Skriv et antal dage, uger, måneder eller arbejdsdage, fx 14 dage, eller »gælder ikke«, når reglen ophører.",
    ),
    **dict.fromkeys(SWITCHES, "Skriv ja, eller »gælder ikke«, når reglen ophører."),
    "plads i puljen": ("Skriv ja, eller nej, hvis puljen må overtrækkes, eller »gælder ikke«, når reglen ophører."),
    "højst sider": "Skriv et antal sider, fx 1, eller »gælder ikke«, når reglen ophører.",
    "puljens højeste andel": (
        "Skriv en brøk eller procent, fx 2 af 3 eller 50 %, eller »gælder ikke«, når reglen ophører."
    ),
    "ansøgningsfrist": "Skriv dag og måned, fx 1. marts; 1. september, eller »gælder ikke«, når reglen ophører.",
}


@pytest.mark.parametrize("rule", EXACT)
@pytest.mark.parametrize(
    "cell",
    [
        "fem tusind",
        "ca. 5",
        "-1",
        "-1 dag",
        "12.34",
        "82.6 %",
        "0.500",
        "31. februar",
        "2 kvartaler",
        "9" * 30,
        1e26,
        time(1),
    ],
    ids=str,
)
def test_the_advice_is_what_belongs_to_the_rule_whatever_is_wrong(rule: str, cell: object) -> None:
    assert refused(lambda value: parse_rule_value(value, {"rule": rule}), cell).do == ADVICE[rule]


NOTICES = (*DAYS, "tilsagn bortfalder", "regnskab efter aktivitet")
COUNTS = ("mindst husstande", "mindst deltagere", "mindst afdelinger", "tilsagn pr. afdeling pr. år")


@pytest.mark.parametrize(
    ("rule", "typed", "count"),
    [
        ("mindst husstande", "3 husstande", 3),
        ("mindst deltagere", "1.200 deltagere", 1200),
        ("mindst afdelinger", "2", 2),
        ("tilsagn pr. afdeling pr. år", "1 tilsagn", 1),
    ],
)
def test_a_count_is_a_whole_number_with_or_without_the_word(rule: str, typed: str, count: int) -> None:
    assert parse_rule_value(typed, {"rule": rule}) == count


@pytest.mark.parametrize("rule", COUNTS)
@pytest.mark.parametrize("typed", ["-1", "1,5", "to", "10.001", "3 hunde", "01-05-2024", 45061])
def test_no_count_is_guessed(rule: str, typed: object) -> None:
    refused(lambda cell: parse_rule_value(cell, {"rule": rule}), typed)


@pytest.mark.parametrize("rule", NOTICES)
def test_every_length_of_time_can_be_in_months(rule: str) -> None:
    assert parse_rule_value("12 måneder", {"rule": rule}) == Notice(12, Unit.MONTHS)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Kultur", ("Kultur",)),
        ("Kultur; Leg og bevægelse ;Mad, sammen", ("Kultur", "Leg og bevægelse", "Mad, sammen")),
        ("Kultur\nMad", ("Kultur", "Mad")),
    ],
)
def test_names_are_parted_by_semicolon_or_a_new_line_alone(typed: str, names: tuple[str, ...]) -> None:
    assert parse_rule_value(typed, {"rule": "puljens egne formål"}) == names


def test_separators_alone_are_no_names() -> None:
    refused(lambda cell: parse_rule_value(cell, {"rule": "puljens egne formål"}), " ; ")


def test_a_text_to_be_seen_is_any_text() -> None:
    typed = "Søg også kommunens pulje; den lukker 1. maj."
    assert parse_rule_value(typed, {"rule": "til orientering"}) == typed


@pytest.mark.parametrize("typed", ["", " ", "\u00a0\n"])
def test_spaces_alone_are_no_text_to_be_seen(typed: str) -> None:
    refused(lambda cell: parse_rule_value(cell, {"rule": "til orientering"}), typed)


@given(
    rule=st.sampled_from(tuple(IN_SHEET)),
    cell=st.text(max_size=20)
    | st.text(alphabet="0123456789-/. ,;%afjnegt", max_size=20)
    | st.integers()
    | st.floats()
    | st.decimals(allow_nan=None)
    | st.booleans()
    | st.dates()
    | st.times(),
)
def test_any_cell_is_read_and_can_be_said_or_is_refused_by_any_rule(rule: str, cell: object) -> None:
    found = read_cell(lambda value: parse_rule_value(value, {"rule": rule}), cell)
    assert found is None or isinstance(found, Unreadable) or IN_SHEET[rule].in_words(found)
