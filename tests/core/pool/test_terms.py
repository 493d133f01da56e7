from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from core.pool.notice import Notice
from core.pool.rule_table import parse_rule_value
from core.pool.rule_values import DayOfYear
from core.pool.rulebook import IN_SHEET
from core.pool.terms import days_in_words, terms, value_in_words
from tests.core.pool.build import day, rule, said

CAP = "loft pr. projekt"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        (CAP, 20_000_00, "højst 20.000 kr."),
        (CAP, 0, "højst 0 kr."),
        ("loft pr. afdeling pr. år", 40_000_50, "højst 40.000,50 kr."),
        ("mindste beløb", 2_500_00, "mindst 2.500 kr."),
        ("plads i puljen", True, "ja"),
        ("højst sider", Decimal(1), "højst 1 side"),
        ("højst sider", Decimal("1.0"), "højst 1 side"),
        ("højst sider", Decimal("1.5"), "højst 1,5 sider"),
        ("højst sider", Decimal(2), "højst 2 sider"),
        ("puljens højeste andel", Fraction(2, 3), "højst 2/3 af udgiften"),
        ("puljens højeste andel", Fraction(1, 2), "højst 50 % af udgiften"),
        ("dage fra afgørelse til aktivitet", Notice(0), "mindst 0 dage"),
        ("dage fra afgørelse til aktivitet", Notice(1), "mindst 1 dag"),
        ("dage fra ansøgning til aktivitet", Notice(30), "mindst 30 dage"),
        ("ansøgningsfrist", (DayOfYear(3, 1),), "1. mar. hvert år"),
        ("ansøgningsfrist", (DayOfYear(9, 1), DayOfYear(3, 1)), "1. mar. og 1. sep. hvert år"),
        ("ansøgningsfrist", (DayOfYear(2, 29),), "29. feb. hvert år"),
        ("ansøgningsfrist", (date(2025, 3, 1),), "1. mar. 2025"),
        (
            "ansøgningsfrist",
            (date(2025, 3, 1), DayOfYear(9, 1)),
            "1. sep. hvert år og 1. mar. 2025",
        ),
    ],
)
def test_a_rules_value_is_said_in_words(name: str, value: object, words: str) -> None:
    assert said(value_in_words(rule(name, value))) == words


@pytest.mark.parametrize("name", IN_SHEET)
def test_every_kind_of_rule_has_words_for_what_can_be_typed(name: str) -> None:
    example = IN_SHEET[name].advice
    typed = "ja" if example.startswith("ja") else example.split(", fx ")[-1].split(" eller ")[0]
    value = parse_rule_value(typed, {"rule": name})
    words = value_in_words(rule(name, value))
    assert words
    assert isinstance(value, str) or words != str(value)


RULES = [
    rule("plads i puljen", True, "2023-05-15"),
    rule(CAP, 20_000_00, "2023-05-15"),
    rule(CAP, 10_000_00, "2024-07-01"),
    rule(CAP, None, "2024-09-01"),
    rule("mindste beløb", 500_00, "2024-08-01"),
    rule(CAP, 1_00, "2020-01-01", pool_name="Grøn pulje"),
]


def told(on: str) -> list[tuple[str, str]]:
    return [
        (said(value_in_words(term.rule)), said(days_in_words(term)))
        for term in terms(RULES, "Fællesskabspuljen", day(on))
    ]


HIGH = "højst 20.000 kr."
LOW = "højst 10.000 kr."


@pytest.mark.parametrize(
    ("on", "rows"),
    [
        pytest.param(
            "2024-06-30",
            [
                (HIGH, "fra 15. maj 2023 til 30. jun. 2024"),
                ("ja", "fra 15. maj 2023"),
                (LOW, "kommer: fra 1. jul. 2024 til 31. aug. 2024"),
                ("mindst 500 kr.", "kommer: fra 1. aug. 2024"),
            ],
            id="the day before the cap is lowered",
        ),
        pytest.param(
            "2024-07-01",
            [
                (LOW, "fra 1. jul. 2024 til 31. aug. 2024"),
                ("ja", "fra 15. maj 2023"),
                ("mindst 500 kr.", "kommer: fra 1. aug. 2024"),
                (HIGH, "gælder ikke længere: 15. maj 2023 til 30. jun. 2024"),
            ],
            id="the day it is",
        ),
        pytest.param(
            "2024-08-31",
            [
                (LOW, "fra 1. jul. 2024 til 31. aug. 2024"),
                ("ja", "fra 15. maj 2023"),
                ("mindst 500 kr.", "fra 1. aug. 2024"),
                (HIGH, "gælder ikke længere: 15. maj 2023 til 30. jun. 2024"),
            ],
            id="its last day",
        ),
        pytest.param(
            "2024-09-01",
            [
                ("ja", "fra 15. maj 2023"),
                ("mindst 500 kr.", "fra 1. aug. 2024"),
                (HIGH, "gælder ikke længere: 15. maj 2023 til 30. jun. 2024"),
                (LOW, "gælder ikke længere: 1. jul. 2024 til 31. aug. 2024"),
            ],
            id="the day it ends",
        ),
    ],
)
def test_rules_that_hold_come_before_those_to_come_and_those_that_have_ended(
    on: str, rows: list[tuple[str, str]]
) -> None:
    assert told(on) == rows


def test_a_pool_without_rules_has_no_terms() -> None:
    assert terms(RULES, "Ny pulje", day("2024-06-01")) == ()
