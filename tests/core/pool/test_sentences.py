from typing import Any

import pytest

from core.pool.balance import balance_on
from core.pool.can_grant import can_grant
from core.pool.rule_values import DayOfYear
from core.pool.sentences import (
    answer_in_words,
    conclusion,
    meaning_of_rest,
    rest_moved_in_words,
    rest_of_the_appropriation,
    without_department_in_words,
)
from core.pool.tables import Application, Invoice
from tests.core.pool.build import (
    a_full_application,
    a_ledger,
    a_pool,
    application,
    day,
    grant,
    invoice,
    rule,
    said,
    the_guidelines,
)

CAP = 20_000_00


def concluded(
    *rows: Application | Invoice, cap: int | None = CAP, on: str = "2024-06-01", aside: int = 0, **pool: Any
) -> str:
    ledger = a_ledger(*rows, pool=a_pool(**pool))
    counted = (ledger.pool, balance_on(ledger, day(on)), cap, day(on))
    return said(conclusion(*counted, aside) if aside else conclusion(*counted))


@pytest.mark.parametrize(
    ("free", "sentence"),
    [
        pytest.param(
            64_500_00, "Puljen har 64.500 kr. tilbage: nok til 3 projekter på højeste beløb.", id="three projects"
        ),
        # 64.500,50 / 20.000 = 3,2
        pytest.param(
            64_500_50, "Puljen har 64.501 kr. tilbage: nok til 3 projekter på højeste beløb.", id="in whole kroner"
        ),
        pytest.param(
            60_000_00, "Puljen har 60.000 kr. tilbage: nok til 3 projekter på højeste beløb.", id="exactly three"
        ),
        pytest.param(
            59_999_99,
            "Puljen har 59.999,99 kr. tilbage: nok til 2 projekter på højeste beløb.",
            id="one øre short is told to the øre",
        ),
        pytest.param(
            59_999_49, "Puljen har 59.999 kr. tilbage: nok til 2 projekter på højeste beløb.", id="51 øre short is not"
        ),
        pytest.param(
            39_999_99, "Puljen har 39.999,99 kr. tilbage: nok til 1 projekt på højeste beløb.", id="one project"
        ),
        pytest.param(20_000_00, "Puljen har 20.000 kr. tilbage: nok til 1 projekt på højeste beløb.", id="exactly one"),
        pytest.param(
            19_999_99,
            "Puljen har 19.999,99 kr. tilbage: ikke nok til et projekt på højeste beløb (20.000 kr.).",
            id="one øre short of one",
        ),
        pytest.param(
            1, "Puljen har 0,01 kr. tilbage: ikke nok til et projekt på højeste beløb (20.000 kr.).", id="one øre"
        ),
        pytest.param(0, "Puljen er brugt op: der er 0 kr. tilbage.", id="nothing"),
        # 260.000 / 20.000 = 13
        pytest.param(
            260_000_00, "Puljen har 260.000 kr. tilbage: nok til 13 projekter på højeste beløb.", id="thirteen"
        ),
    ],
)
def test_what_the_pool_has_left_and_what_it_is_enough_for(free: int, sentence: str) -> None:
    assert concluded(appropriation=free) == sentence


@pytest.mark.parametrize("cap", [None, 0], ids=["no cap", "a cap of nothing"])
def test_without_a_cap_only_what_is_left_is_said(cap: int | None) -> None:
    assert concluded(appropriation=64_500_50, cap=cap) == "Puljen har 64.501 kr. tilbage."


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        pytest.param(
            "2023-12-31",
            "Puljen begynder 1. jan. 2024 med en ramme på 100.000 kr.",
            id="the day before the period",
        ),
        pytest.param(
            "2024-01-01",
            "Puljen har 100.000 kr. tilbage: nok til 5 projekter på højeste beløb.",
            id="the period's first day",
        ),
        pytest.param(
            "2024-12-31",
            "Puljen har 64.501 kr. tilbage: nok til 3 projekter på højeste beløb.",
            id="the period's last day",
        ),
        pytest.param(
            "2025-01-01",
            "Perioden sluttede 31. dec. 2024, og 64.501 kr. blev ikke brugt.",
            id="the day after the period",
        ),
    ],
)
def test_before_and_after_the_period_the_sentence_is_another(on: str, sentence: str) -> None:
    rows = grant("A1", 35_499_50, "2024-02-01", closed="2024-12-31"), invoice(35_499_50, paid="2024-03-01")
    assert concluded(*rows, on=on) == sentence


AFTER = "2025-01-01"
ENDED = "Perioden sluttede 31. dec. 2024"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        pytest.param(
            [grant("A1", 8_000_00, "2024-02-01")],
            f"{ENDED}, men 1 tilsagn er stadig åbent: 8.000 kr. er bundet, "
            "og 92.000 kr. er hverken bundet eller betalt.",
            id="one grant is open",
        ),
        pytest.param(
            [grant("A1", 8_000_00, "2024-02-01"), grant("A2", 2_000_00, "2024-02-01")],
            f"{ENDED}, men 2 tilsagn er stadig åbne: 10.000 kr. er bundet, "
            "og 90.000 kr. er hverken bundet eller betalt.",
            id="two are",
        ),
        pytest.param(
            [grant("A1", 8_000_00, "2024-02-01"), invoice(8_000_00, paid="2024-03-01")],
            f"{ENDED}, men 1 tilsagn er stadig åbent: 0 kr. er bundet, og 92.000 kr. er hverken bundet eller betalt.",
            id="one is paid in full and not closed",
        ),
        pytest.param(
            [grant("A1", 8_000_00, "2024-02-01", lapsed="2024-12-31")],
            f"{ENDED}, og 100.000 kr. blev ikke brugt.",
            id="the only one has lapsed",
        ),
        pytest.param(
            [grant("A1", 100_000_00, "2024-02-01", closed="2024-06-01"), invoice(100_000_00, paid="2024-03-01")],
            f"{ENDED}, og hele rammen blev brugt.",
            id="everything was used",
        ),
    ],
)
def test_what_was_not_used_is_said_once_every_grant_is_closed(rows: list[Any], sentence: str) -> None:
    assert concluded(*rows, on=AFTER) == sentence


def asks(*amounts: int | None) -> list[Application]:
    return [application(f"B{place}", requested=amount) for place, amount in enumerate(amounts)]


@pytest.mark.parametrize(
    ("rows", "on", "sentence"),
    [
        # 100.000 - 77.130,50 = 22.869,50
        pytest.param(
            [grant("A1", 77_130_50, "2024-02-01"), *asks(18_500_00, 9_800_00, 6_200_00, 3_400_00)],
            "2024-06-01",
            "4 ansøgninger søger 37.900 kr., men puljen har 22.870 kr.",
            id="together more than there is",
        ),
        pytest.param(
            asks(60_000_00, 40_000_00),
            "2024-06-01",
            "2 ansøgninger søger 100.000 kr., og puljen har 100.000 kr.",
            id="exactly what there is fits",
        ),
        pytest.param(
            asks(60_000_00, 40_000_01),
            "2024-06-01",
            "2 ansøgninger søger 100.000,01 kr., men puljen har 100.000 kr.",
            id="one øre more does not, and is told to the øre",
        ),
        pytest.param(
            asks(5_000_40), "2024-06-01", "1 ansøgning søger 5.000 kr., og puljen har 100.000 kr.", id="one waits"
        ),
        pytest.param(
            asks(*[1_000_00] * 13),
            "2024-06-01",
            "13 ansøgninger søger 13.000 kr., og puljen har 100.000 kr.",
            id="thirteen wait",
        ),
        pytest.param(
            asks(5_000_00, None),
            "2024-06-01",
            "2 ansøgninger søger mindst 5.000 kr., og puljen har 100.000 kr.",
            id="the amount of one is not known",
        ),
        pytest.param(
            asks(None, None),
            "2024-06-01",
            "2 ansøgninger søger ukendte beløb, og puljen har 100.000 kr.",
            id="nor of any",
        ),
        pytest.param(
            [grant("A1", 100_000_00, "2024-02-01"), *asks(5_000_00)],
            "2024-06-01",
            "1 ansøgning søger 5.000 kr., men puljen er brugt op.",
            id="nothing is left",
        ),
        pytest.param(
            [grant("A1", 100_000_00, "2024-02-01"), *asks(None)],
            "2024-06-01",
            "1 ansøgning søger et ukendt beløb, men puljen er brugt op.",
            id="nothing is left, and the amount is not known",
        ),
        pytest.param(
            [grant("A1", 99_999_80, "2024-02-01"), *asks(5_000_00)],
            "2024-06-01",
            "1 ansøgning søger 5.000 kr., men puljen har 0,20 kr.",
            id="a little is left, which is not nothing",
        ),
        # 8.846,08 too much
        pytest.param(
            [grant("A1", 108_846_08, "2024-02-01"), *asks(5_000_00)],
            "2024-06-01",
            "Puljen er overtrukket med 8.846 kr.: der er bevilget 8.846 kr. mere end rammen på 100.000 kr. "
            "1 ansøgning søger 5.000 kr., men der er ingen penge til den.",
            id="the pool is overdrawn",
        ),
        pytest.param(
            asks(5_000_00),
            AFTER,
            f"{ENDED}, og 100.000 kr. blev ikke brugt. 1 ansøgning søger 5.000 kr., men perioden er slut for den.",
            id="one waits after the period",
        ),
        pytest.param(
            asks(5_000_00, 150_000_00),
            AFTER,
            f"{ENDED}, og 100.000 kr. blev ikke brugt. 2 ansøgninger søger 155.000 kr., men perioden er slut for dem.",
            id="two wait after the period",
        ),
        pytest.param(
            [application("B1", received="2023-12-01", requested=5_000_00)],
            "2023-12-31",
            "Puljen begynder 1. jan. 2024 med en ramme på 100.000 kr. 1 ansøgning søger 5.000 kr.",
            id="one waits before the period",
        ),
    ],
)
def test_what_waits_is_set_against_what_is_left(rows: list[Any], on: str, sentence: str) -> None:
    assert concluded(*rows, on=on) == sentence


def test_a_rest_that_is_not_certain_is_told_with_what_waits() -> None:
    sentence = concluded(*asks(100_000_01), aside=1)
    assert sentence == (
        "Puljens rest er usikker: 100.000 kr., men 1 række kan ikke læses og er ikke talt med. "
        "1 ansøgning søger 100.000,01 kr., og det er usikkert, om der er nok."
    )
    assert concluded(aside=1, on=AFTER) == (
        f"{ENDED}. Puljens rest er usikker: 100.000 kr., men 1 række kan ikke læses og er ikke talt med."
    )
    assert "overtrukket med 0,01 kr., men 1 række" in concluded(grant("A1", 100_000_01, "2024-02-01"), aside=1)


@pytest.mark.parametrize(
    ("on", "rows", "under", "title"),
    [
        ("2023-12-31", [], "kan bevilges fra 1. jan. 2024", "kan bevilges fra 1. jan. 2024"),
        ("2024-01-01", [], "kan stadig bevilges", "er tilbage"),
        ("2024-12-31", [], "kan stadig bevilges", "er tilbage"),
        (AFTER, [], "blev ikke brugt", "blev ikke brugt"),
        (AFTER, [grant("A1", 1, "2024-02-01")], "er hverken bundet eller betalt", "er hverken bundet eller betalt"),
        (
            "2024-06-01",
            [grant("A1", 100_000_01, "2024-02-01")],
            "bevilget eller betalt ud over rammen",
            "puljen er overtrukket med 0,01 kr.",
        ),
    ],
)
def test_what_is_left_can_still_be_granted_in_the_period_alone(
    on: str, rows: list[Any], under: str, title: str
) -> None:
    ledger = a_ledger(*rows)
    counted = ledger.pool, balance_on(ledger, day(on)), day(on)
    assert said(meaning_of_rest(*counted)) == under
    assert said(rest_of_the_appropriation(*counted)).endswith(title)


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        (100_000_00, 64_500_00, "Resten er faldet 35.500 kr. siden 1. jan. 2024"),
        # The difference of what is told, 100.000 and 64.501.
        (100_000_00, 64_500_50, "Resten er faldet 35.499 kr. siden 1. jan. 2024"),
        (100_000_00, 100_000_01, "Resten er steget 0,01 kr. siden 1. jan. 2024"),
        (100_000_00, 100_000_00, "Resten er som 1. jan. 2024"),
        (100_000_00, -1_00, "Resten er faldet 100.001 kr. siden 1. jan. 2024"),
    ],
)
def test_how_the_rest_has_moved(first: int, last: int, sentence: str) -> None:
    assert said(rest_moved_in_words(first, last, day("2024-01-01"))) == sentence


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        pytest.param(
            [grant("A1", 70_000_00, "2024-02-01"), grant("A2", 30_000_01, "2024-02-01")],
            "Puljen er overtrukket med 0,01 kr.: der er bevilget 0,01 kr. mere end rammen på 100.000 kr.",
            id="granted one øre more than the appropriation",
        ),
        # Free 100.000 - 100.500,50.
        pytest.param(
            [grant("A1", 100_000_00, "2024-02-01"), invoice(100_500_50, paid="2024-03-01")],
            "Puljen er overtrukket med 501 kr.: der er betalt 501 kr. mere, end der er bevilget.",
            id="paid more than was granted",
        ),
        # Granted 101.000 of 100.000, and 500 too much paid: free 100.000 - 101.500.
        pytest.param(
            [grant("A1", 101_000_00, "2024-02-01"), invoice(101_500_00, paid="2024-03-01")],
            "Puljen er overtrukket med 1.500 kr.: der er bevilget 1.000 kr. mere end rammen på 100.000 kr. "
            "og der er betalt 500 kr. mere, end der er bevilget.",
            id="both",
        ),
        # Granted 120.000, of which 15.000 was released: 105.000 of 100.000.
        pytest.param(
            [
                grant("A1", 100_000_00, "2024-02-01"),
                grant("A2", 20_000_00, "2024-02-01", closed="2024-04-01"),
                invoice(5_000_00, "A2", paid="2024-03-01"),
            ],
            "Puljen er overtrukket med 5.000 kr.: der er bevilget 5.000 kr. mere end rammen på 100.000 kr.",
            id="granted more, less what was released",
        ),
    ],
)
def test_a_negative_free_amount_is_said_with_its_cause(rows: list[Any], sentence: str) -> None:
    assert concluded(*rows).startswith(sentence)


def test_one_ore_too_much_paid_is_a_cause() -> None:
    rows = grant("A1", 100_000_00, "2024-02-01"), invoice(100_000_01, paid="2024-03-01")
    assert concluded(*rows) == ("Puljen er overtrukket med 0,01 kr.: der er betalt 0,01 kr. mere, end der er bevilget.")


def test_only_what_happened_is_a_cause() -> None:
    assert "betalt" not in concluded(grant("A1", 100_000_01, "2024-02-01"))
    assert "bevilget 0" not in concluded(grant("A1", 100_000_00, "2024-02-01"), invoice(100_000_01, paid="2024-03-01"))


def test_a_negative_free_amount_is_said_after_the_period_too() -> None:
    assert concluded(grant("A1", 100_000_01, "2024-02-01"), on="2025-01-01").startswith(
        "Puljen er overtrukket med 0,01 kr.:"
    )


@pytest.mark.parametrize(
    ("aside", "rows"),
    [pytest.param(1, "1 række kan ikke læses", id="one"), pytest.param(2, "2 rækker kan ikke læses", id="two")],
)
def test_rows_that_are_not_counted_make_the_conclusion_uncertain(aside: int, rows: str) -> None:
    sentence = concluded(grant("A1", 35_499_50, "2024-02-01"), aside=aside)
    assert "usikker" in sentence
    assert "64.501 kr." in sentence
    assert rows in sentence


def answered(draft: Application, *rows: Any, rules: Any = None, on: str = "2024-02-01") -> str:
    answer = can_grant(draft, a_ledger(*rows), the_guidelines() if rules is None else rules, day(on))
    return said(answer_in_words(answer))


def test_yes_with_the_amount() -> None:
    assert answered(a_full_application(requested=12_000_50)) == "Ja, der kan bevilges 12.000,50 kr."


def test_without_an_amount_it_cannot_be_told_even_where_no_rule_asks_for_one() -> None:
    rules = [rule("inden for formålet", True), rule("plads i puljen", None)]
    assert answered(a_full_application(requested=None), rules=rules) == "Kan ikke siges endnu: der mangler beløb"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        pytest.param(
            {"requested": 20_000_01}, "Nej, ikke som den er: 1 regel er ikke overholdt", id="one rule is broken"
        ),
        pytest.param(
            {"requested": 100_000_01}, "Nej, ikke som den er: 2 regler er ikke overholdt", id="cap and room are broken"
        ),
        pytest.param(
            {"requested": 20_000_01, "participants": None},
            "Nej, ikke som den er: 1 regel er ikke overholdt",
            id="one is broken, one is missing",
        ),
    ],
)
def test_no_with_the_number_of_rules(given: dict[str, Any], sentence: str) -> None:
    assert answered(a_full_application(**given)) == sentence


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        pytest.param({"participants": None}, "antal deltagere", id="one piece"),
        pytest.param({"participants": None, "pages": None}, "antal deltagere og antal sider", id="two pieces"),
        pytest.param(
            {"applicant_given": False, "participants": None, "pages": None},
            "ansøger, antal deltagere og antal sider",
            id="three pieces",
        ),
        pytest.param(
            {"applicant_given": False, "purpose": None, "participants": None, "pages": None},
            "4 oplysninger",
            id="four are counted",
        ),
    ],
)
def test_not_yet_with_what_is_missing(given: dict[str, Any], sentence: str) -> None:
    assert answered(a_full_application(**given)) == f"Kan ikke siges endnu: der mangler {sentence}"


def test_outside_the_period_is_a_no() -> None:
    assert answered(a_full_application(), on="2025-01-01") == "Nej, datoen ligger uden for puljens periode"


def test_a_pool_without_rules_cannot_answer() -> None:
    assert answered(application(requested=1_00), rules=[]).startswith("Kan ikke siges: puljen har ingen regler")


@pytest.mark.parametrize(
    ("granted", "sentence"),
    [
        pytest.param(100_000_00, "Nej, der kan ikke bevilges noget: puljen er brugt op", id="used up"),
        pytest.param(
            110_000_00, "Nej, der kan ikke bevilges noget: puljen er overtrukket med 10.000 kr.", id="overdrawn"
        ),
    ],
)
@pytest.mark.parametrize("requested", [None, 0, 1_00])
def test_a_pool_with_nothing_left_is_a_no_with_its_reason(granted: int, sentence: str, requested: int | None) -> None:
    assert answered(a_full_application(requested=requested), grant("A2", granted, "2024-01-10")) == sentence


@pytest.mark.parametrize("requested", [0, -5_00])
def test_nothing_is_not_something_to_apply_for(requested: int) -> None:
    found = answered(a_full_application(requested=requested))
    assert found == "Kan ikke siges endnu: der er ikke søgt om et beløb over 0 kr."


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        pytest.param(
            {"short_notice": None},
            "det er ikke oplyst, om den skal i gang med kort varsel",
            id="a question",
        ),
        pytest.param(
            {"short_notice": None, "pages": None},
            "der mangler antal sider, og det er ikke oplyst, om den skal i gang med kort varsel",
            id="a thing and a question",
        ),
        pytest.param(
            {"short_notice": None, "pages": None, "participants": None, "applicant_given": False},
            "der mangler 4 oplysninger",
            id="four of both",
        ),
    ],
)
def test_what_is_not_answered_is_said_as_a_question(given: dict[str, Any], sentence: str) -> None:
    assert answered(a_full_application(**given)) == f"Kan ikke siges endnu: {sentence}"


def test_a_yes_before_the_deadline_says_from_when_it_holds() -> None:
    rules = [*the_guidelines(), rule("ansøgningsfrist", (DayOfYear(3, 1),))]
    yes = "Ja, der kan bevilges 12.000 kr."
    assert answered(a_full_application(), rules=rules) == f"{yes}, men først når fristen 1. mar. 2024 er nået"
    assert answered(a_full_application(), rules=rules, on="2024-03-01") == yes


@pytest.mark.parametrize(
    ("without", "unreadable", "sentence"),
    [
        (1, 0, "1 ansøgning i perioden er uden afdeling og er ikke fordelt herunder."),
        (
            1,
            1,
            "1 ansøgning i perioden er uden afdeling og er ikke fordelt herunder. "
            "Der står noget i feltet, der ikke kan læses.",
        ),
        (
            2,
            1,
            "2 ansøgninger i perioden er uden afdeling og er ikke fordelt herunder. "
            "Hos én af dem står der noget, der ikke kan læses.",
        ),
        (
            2,
            2,
            "2 ansøgninger i perioden er uden afdeling og er ikke fordelt herunder. "
            "Hos dem alle står der noget, der ikke kan læses.",
        ),
        (
            3,
            2,
            "3 ansøgninger i perioden er uden afdeling og er ikke fordelt herunder. "
            "Hos 2 af dem står der noget, der ikke kan læses.",
        ),
    ],
)
def test_applications_without_a_department_are_said_in_their_number(
    without: int, unreadable: int, sentence: str
) -> None:
    assert without_department_in_words(without, unreadable) == sentence
