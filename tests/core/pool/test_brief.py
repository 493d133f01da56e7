"""A pool's row: its figure, what the board must decide of it, and what it draws, in whole kroner."""

from datetime import date
from typing import Any

import pytest

from core.pool.pools import pools_overview
from core.pool.subject import SUBJECT
from core.subject.brief import Brief
from core.subject.small import Parts, Role
from tests.core.contract.build import application, grant, invoice, pool, pool_rule, read

ON = date(2024, 6, 20)


def rows(on: date = ON, **changed: Any) -> list[Brief]:
    return list(SUBJECT.briefs(pools_overview(read(**({"applications": [], "invoices": []} | changed)), on)))


def row(on: date = ON, **changed: Any) -> Brief:
    (found,) = rows(on, **changed)
    return found


def said(text: str) -> str:
    return text.replace("\u00a0", " ")


def asking(*amounts: str | None, **cells: Any) -> list[dict[str, object]]:
    return [application(id=f"B{place}", requested=amount) | cells for place, amount in enumerate(amounts)]


BEFORE, AFTER = date(2023, 12, 31), date(2025, 1, 1)


@pytest.mark.parametrize(
    ("on", "changed", "told"),
    [
        pytest.param(ON, {}, "100.000 kr. hele rammen er tilbage", id="nothing granted"),
        pytest.param(ON, {"applications": [grant()]}, "92.000 kr. af 100.000 kr. er tilbage", id="some of it"),
        pytest.param(
            ON,
            {"applications": [grant(granted="0,40")]},
            "100.000 kr. næsten hele rammen er tilbage",
            id="so little that whole kroner hide it",
        ),
        pytest.param(
            ON, {"applications": [grant(granted="100.000")]}, "0 kr. af 100.000 kr. er tilbage", id="all of it"
        ),
        pytest.param(
            ON, {"applications": [grant(granted="99.999,60")]}, "0,40 kr. af 100.000 kr. er tilbage", id="all but øre"
        ),
        pytest.param(
            ON,
            {"applications": [grant(granted="108.000,50")]},
            "8.001 kr. ud over rammen på 100.000 kr.",
            id="overdrawn",
        ),
        pytest.param(
            ON,
            {"applications": [grant(granted="200.000")]},
            "100.000 kr. ud over rammen, som er lige så stor",
            id="overdrawn by as much again",
        ),
        pytest.param(BEFORE, {}, "100.000 kr. hele rammen kan bevilges senere", id="the day before the period"),
        pytest.param(AFTER, {}, "100.000 kr. hele rammen blev ikke brugt", id="the day after it, nothing used"),
        pytest.param(
            AFTER, {"applications": [grant()]}, "92.000 kr. af 100.000 kr. er ubrugt", id="after it with an open grant"
        ),
        pytest.param(
            AFTER,
            {"applications": [grant(closed="01-06-2024")], "invoices": [invoice(paid="01-03-2024")]},
            "99.000 kr. af 100.000 kr. blev ikke brugt",
            id="after it with all closed",
        ),
        pytest.param(
            ON,
            {"applications": [grant()], "invoices": [invoice(amount="12.34")]},
            "92.000 kr. af 100.000 kr. er måske tilbage",
            id="with an invoice that cannot be read",
        ),
        pytest.param(ON, {"pools": [pool(appropriation="0")]}, "0 kr. er rammen", id="a pool of nothing"),
    ],
)
def test_the_figure_and_what_it_is_of_are_never_the_same_amount(on: date, changed: dict[str, Any], told: str) -> None:
    one = row(on, **changed)
    assert said(f"{one.figure} {one.meaning}") == told


@pytest.mark.parametrize(
    ("on", "changed", "decide"),
    [
        pytest.param(ON, {}, "", id="nobody asks"),
        pytest.param(
            ON,
            {"applications": asking("8.000")},
            "1 ansøgning søger 8.000 kr., og puljen har 100.000 kr.",
            id="one that there is enough for",
        ),
        pytest.param(
            ON,
            {"applications": asking("60.000", "40.000")},
            "2 ansøgninger søger 100.000 kr., og puljen har 100.000 kr.",
            id="exactly what there is",
        ),
        pytest.param(
            ON,
            {"applications": asking("60.000", "40.000,01")},
            "2 ansøgninger søger 100.000,01 kr., men puljen har 100.000 kr.",
            id="one øre more is told to the øre",
        ),
        pytest.param(
            ON,
            {"applications": asking("60.000", "50.000", None)},
            "3 ansøgninger søger mindst 110.000 kr., men puljen har 100.000 kr.",
            id="one of them unknown",
        ),
        pytest.param(
            ON,
            {"applications": asking(None)},
            "1 ansøgning venter på svar, og puljen har 100.000 kr.",
            id="all unknown",
        ),
        pytest.param(
            ON,
            {"applications": [grant(granted="108.000"), *asking("5.000")]},
            "1 ansøgning søger 5.000 kr., men puljen er overtrukket med 8.000 kr.",
            id="of an overdrawn pool",
        ),
        pytest.param(
            ON,
            {"applications": [grant(granted="108.000")]},
            "puljen er overtrukket med 8.000 kr.",
            id="an overdrawn pool that nobody asks",
        ),
        pytest.param(
            AFTER,
            {"applications": asking("8.000")},
            "1 ansøgning venter, men perioden er slut for puljen",
            id="the day after the period",
        ),
        pytest.param(
            BEFORE,
            {"applications": asking("8.000", received="01-12-2023")},
            "1 ansøgning søger 8.000 kr., og puljen begynder først 1. jan. 2024",
            id="the day before it",
        ),
        pytest.param(
            ON,
            {"applications": [grant(), *asking("8.000")], "invoices": [invoice(amount="12.34")]},
            "1 ansøgning søger 8.000 kr., og det er usikkert, hvad puljen har tilbage",
            id="where the rest is not known",
        ),
    ],
)
def test_what_the_board_must_decide_is_said_with_what_is_left(on: date, changed: dict[str, Any], decide: str) -> None:
    assert said(row(on, **changed).decide) == decide


@pytest.mark.parametrize(
    ("name", "called"),
    [("Grøn pulje", "Grøn pulje"), ("G" * 30, "G" * 30), ("G" * 31, "en af puljerne")],
)
def test_of_pools_side_by_side_it_is_said_which_one_unless_its_name_is_too_long(name: str, called: str) -> None:
    pools = [pool(), pool(id="G24", name=name)]
    found = {one.name: one for one in rows(pools=pools, applications=asking("8.000", pool="G24"))}
    assert said(found[name].decide) == f"1 ansøgning søger 8.000 kr., og {called} har 100.000 kr."


def test_the_pool_of_the_date_is_the_pool_beside_one_of_another_period() -> None:
    pools = [pool(), pool(id="2023", first="01-01-2023", last="31-12-2023")]
    found = rows(pools=pools, applications=asking("8.000", pool="2023", received="01-12-2023"))
    assert [(one.name, dict(one.query)["pulje"]) for one in found] == [
        ("", "2024"),
        ("Fællesskabspuljen (2023)", "2023"),
    ]


def test_whole_kroner_that_are_told_add_up() -> None:
    """100.000 - 77.130,50 = 22.869,50 are left of 37.900: 15.030,50 too little, and 22.870 + 15.030 = 37.900."""
    found = row(applications=[grant(granted="77.130,50"), *asking("37.900")])
    assert said(found.figure) == "22.870 kr."
    assert said(found.sentence).startswith("1 ansøgning venter: 15.030 kr. mere, end der er.")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param({"pool_rules": []}, "Ingen ansøgninger venter på svar.", id="no cap, nobody asks"),
        pytest.param(
            {"pool_rules": [pool_rule(value="40.000")]},
            "Ingen ansøgninger venter på svar. Nok til 2 projekter på højeste beløb.",
            id="enough for some at the most",
        ),
        pytest.param(
            {"pool_rules": [pool_rule(value="100.000,01")]},
            "Ingen ansøgninger venter på svar. Ikke nok til et projekt på højeste beløb.",
            id="not enough for one",
        ),
        pytest.param(
            {"applications": asking("8.000")}, "1 ansøgning venter, og der er nok til den.", id="one that waits"
        ),
        pytest.param(
            {"applications": asking("8.000", "1", "1")},
            "3 ansøgninger venter, og der er nok til dem alle.",
            id="three that wait",
        ),
        pytest.param(
            {"applications": [grant(granted="100.000"), *asking("8.000")]},
            "1 ansøgning venter, og der er ingen penge til den.",
            id="one that waits at an empty pool",
        ),
        pytest.param(
            {"applications": [grant(activity_last="19-06-2024")]},
            "1 tilsagn bør ses efter (8.000 kr. er bundet).",
            id="a grant whose activity is over",
        ),
    ],
)
def test_its_sentence_says_what_the_figure_does_not(changed: dict[str, Any], told: str) -> None:
    assert said(row(**changed).sentence) == told


def test_the_picture_is_the_appropriation_and_what_is_asked_for() -> None:
    found = row(
        applications=[grant(), *asking("95.000,50", None)], invoices=[invoice(paid="01-03-2024", amount="1.000")]
    ).picture
    assert isinstance(found, Parts)
    assert [(part.name, int(part.value), part.role) for part in found.parts] == [
        ("afregnet", 1000, Role.ENDED),
        ("bundet", 7000, Role.PLANNED),
        ("tilbage", 92000, Role.IS),
    ]
    assert (str(found.asked), said(found.asked_told)) == ("95000.5", "søgt mindst 95.001 kr.")


@pytest.mark.parametrize(
    ("on", "changed", "asked"),
    [
        pytest.param(ON, {}, False, id="nobody asks"),
        pytest.param(ON, {"applications": asking(None)}, False, id="for an unknown amount"),
        pytest.param(AFTER, {"applications": asking("8.000")}, False, id="when nothing can be granted any more"),
        pytest.param(date(2024, 12, 31), {"applications": asking("8.000")}, True, id="on the last day"),
    ],
)
def test_a_bracket_stands_where_something_can_be_had(on: date, changed: dict[str, Any], asked: bool) -> None:
    found = row(on, **changed).picture
    assert isinstance(found, Parts)
    assert (found.asked is not None) is asked


def test_an_overdrawn_pool_is_its_appropriation_and_what_is_beyond() -> None:
    found = row(applications=[grant(granted="108.000")]).picture
    assert isinstance(found, Parts)
    assert [(int(part.value), part.role) for part in found.parts] == [(100000, Role.ENDED), (8000, Role.ATTENTION)]


def test_nothing_is_drawn_of_a_pool_of_nothing() -> None:
    assert row(pools=[pool(appropriation="0")]).picture is None
