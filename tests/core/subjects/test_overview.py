"""The first screen's rules on a small organisation: what asks for attention, what happened, what falls due."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.pool.in_turn import in_turn
from core.pool.ledger import ledger_in
from core.pool.rule_table import PoolRule
from core.pool.tables import Pool
from core.subject.brief import Attention, Brief
from core.subject.picture import Bars, Line, Series, Unit, picture_in_words
from core.subjects.overview import TITLES, SubjectsOverview, subjects_overview
from core.subjects.sentences import conclusion
from tests.core.contract.build import (
    action_plan,
    ambassador,
    application,
    cohort,
    evaluation,
    grant,
    group_meeting,
    indicator,
    invoice,
    measurement,
    meeting,
    member,
    network_meeting,
    partnership,
    partnership_year,
    pool,
    pool_rule,
    read,
    residents,
    session,
    target,
)

ON = date(2024, 6, 20)
MEETINGS = [meeting(), meeting(date="20-09-2024")]
ENOUGH_MEETINGS = [network_meeting(date=f"0{month}-02-2024") for month in range(1, 5)]


def seen(on: date = ON, **changed: Any) -> SubjectsOverview:
    return subjects_overview(read(**({"board_meetings": MEETINGS} | changed)), on)


def brief(subject: str, on: date = ON, **changed: Any) -> Brief:
    return next(one for one in seen(on, **changed).briefs if one.subject == subject)


def due(on: date = ON, **changed: Any) -> list[tuple[str, str, str]]:
    return [(str(one.on), one.about, one.what.replace("\u00a0", " ")) for one in seen(on, **changed).due]


def happened(on: date = ON, **changed: Any) -> list[tuple[str | None, str, str]]:
    return [
        (one.on.isoformat() if one.on else None, one.about, one.what.replace("\u00a0", " "))
        for one in seen(on, **changed).happened
    ]


PLANS: dict[str, Any] = {
    "action_plans": [action_plan(first="01-07-2023")],
    "indicators": [indicator(baseline_on="01-07-2023", months="12")],
    "targets": [target(valid_from="01-07-2023")],
    "measurements": [measurement(date="01-03-2024", value="90")],
    "evaluations": [],
}


@pytest.mark.parametrize(
    ("subject", "changed", "attention", "first"),
    [
        pytest.param("Puljen", {}, Attention.CALM, None, id="a pool with money and nobody waiting is calm"),
        pytest.param(
            "Puljen",
            {"applications": [grant(), application(id="A2")]},
            Attention.ACT,
            "1 ansøgning venter, og der er nok til den",
            id="an application without an answer asks for one",
        ),
        pytest.param(
            "Puljen",
            {"applications": [grant(granted="100.000")], "invoices": []},
            Attention.WATCH,
            "Puljen er brugt op",
            id="a pool with exactly nothing left is to be watched",
        ),
        pytest.param(
            "Puljen",
            {"applications": [grant(granted="100.000,01")], "invoices": []},
            Attention.ACT,
            "Puljen er overtrukket med 0,01 kr.",
            id="one øre beyond the pool asks the board to act",
        ),
        pytest.param(
            "Puljen",
            {"pools": [pool(last="19-06-2024")]},
            Attention.WATCH,
            "Perioden er slut, men 1 tilsagn er stadig åbent",
            id="the day after the period is to be watched",
        ),
        pytest.param("Puljen", {"pools": [pool(last="20-06-2024")]}, Attention.CALM, None, id="its last day is not"),
        pytest.param(
            "Puljen",
            {"invoices": [invoice(amount="12.34")]},
            Attention.WATCH,
            "1 række kan ikke læses",
            id="a row that cannot be read is to be watched",
        ),
        pytest.param(
            "Ambassadører",
            {"ambassadors": [ambassador(first="01-01-2024", cohort=None)], "network_meetings": ENOUGH_MEETINGS},
            Attention.CALM,
            None,
            id="ambassadors with their meetings held are calm",
        ),
        pytest.param(
            "Ambassadører",
            {
                "ambassadors": [ambassador(first="01-01-2024", last="20-06-2024", cohort=None)],
                "network_meetings": ENOUGH_MEETINGS,
            },
            Attention.WATCH,
            "1 afdeling har mistet sin sidste",
            id="a department that lost its last one is to be watched",
        ),
        pytest.param(
            "Ambassadører",
            {"ambassadors": [ambassador(first="01-01-2024", cohort=None)], "network_meetings": ENOUGH_MEETINGS[:3]},
            Attention.WATCH,
            "1 netværksmøde mangler at blive planlagt",
            id="a missing meeting is to be watched while the year runs",
        ),
        pytest.param(
            "Fokusgruppen",
            {"residents": [residents()]},
            Attention.ACT,
            "Fokusgruppen har ingen medlemmer",
            id="an empty focus group asks the board to act",
        ),
        pytest.param("Fokusgruppen", {"members": [member()]}, Attention.CALM, None, id="a member is enough"),
        pytest.param("Handleplaner", PLANS, Attention.CALM, None, id="plans on the pace are calm"),
        pytest.param(
            "Handleplaner",
            PLANS | {"action_plans": [action_plan(first="19-06-2023")]},
            Attention.ACT,
            "1 evaluering er 1 dag over tid",
            id="an evaluation the day after it was due asks for it",
        ),
        pytest.param(
            "Handleplaner",
            PLANS | {"action_plans": [action_plan(first="20-06-2023")]},
            Attention.CALM,
            None,
            id="on the day it is due it is not late",
        ),
        pytest.param(
            "Handleplaner",
            PLANS | {"measurements": [measurement(date="01-03-2024", value="110")]},
            Attention.WATCH,
            "1 målepunkt er bagud eller ikke nået",
            id="an indicator behind is to be watched",
        ),
        pytest.param(
            "Handleplaner",
            PLANS | {"measurements": []},
            Attention.WATCH,
            "1 målepunkt mangler en ny måling",
            id="one never measured is to be watched",
        ),
        pytest.param(
            "Partnerskaber",
            {"partnership_years": [partnership_year(room="1")], "partnerships": [partnership(agreed="01-03-2024")]},
            Attention.CALM,
            None,
            id="as many agreements as there is room for is calm",
        ),
        pytest.param(
            "Partnerskaber",
            {"partnership_years": [partnership_year(room="0")], "partnerships": [partnership(agreed="01-03-2024")]},
            Attention.ACT,
            "Der er indgået 1 aftale mere, end der er plads til i 2024",
            id="one more asks the board to act",
        ),
        pytest.param(
            "Partnerskaber",
            {"partnerships": [partnership()]},
            Attention.ACT,
            "1 afdeling venter på svar",
            id="an application for an agreement asks for an answer",
        ),
    ],
)
def test_what_asks_for_the_boards_attention(
    subject: str, changed: dict[str, Any], attention: Attention, first: str | None
) -> None:
    one = brief(subject, **changed)
    assert one.attention is attention, one.why
    assert [why.replace("\u00a0", " ") for why in one.why[:1]] == ([first] if first else [])


def test_too_few_network_meetings_are_a_matter_for_the_board_when_the_year_is_over() -> None:
    changed = {"ambassadors": [ambassador(first="01-01-2024", cohort=None)], "network_meetings": ENOUGH_MEETINGS[:3]}
    assert brief("Ambassadører", date(2024, 12, 30), **changed).attention is Attention.WATCH
    assert brief("Ambassadører", date(2024, 12, 31), **changed).attention is Attention.ACT


@pytest.mark.parametrize(
    ("on", "meetings", "told"),
    [
        pytest.param(date(2025, 1, 1), ["14-01-2025"], True, id="the day after the year ended"),
        pytest.param(date(2025, 1, 14), ["14-01-2025"], True, id="on the day of the first board meeting"),
        pytest.param(date(2025, 1, 15), ["14-01-2025"], False, id="the day after it"),
        pytest.param(date(2025, 1, 15), ["14-02-2025"], True, id="before a later first meeting"),
        pytest.param(date(2025, 12, 31), ["14-01-2024"], True, id="all the year where no meeting is known"),
        pytest.param(date(2026, 1, 1), [], False, id="but not the year after"),
    ],
)
def test_too_few_of_last_year_stand_until_the_board_has_met(on: date, meetings: list[str], told: bool) -> None:
    changed = {
        "ambassadors": [ambassador(first="01-01-2024", cohort=None)],
        "network_meetings": [
            *ENOUGH_MEETINGS[:3],
            *(network_meeting(date=f"0{month}-02-2025") for month in range(1, 5)),
        ],
        "board_meetings": [meeting(date=day) for day in meetings],
    }
    found = brief("Ambassadører", on, **changed)
    assert ("For få netværksmøder i 2024" in found.why) == told
    assert (found.attention is Attention.ACT) == told


@pytest.mark.parametrize(("first", "told"), [("31-12-2024", True), ("01-01-2025", False)])
def test_a_year_before_there_was_anything_had_no_meetings_to_hold(first: str, told: bool) -> None:
    found = brief("Ambassadører", date(2025, 1, 2), ambassadors=[ambassador(first=first, cohort=None)])
    assert ("For få netværksmøder i 2024" in found.why) == told


def test_what_asks_most_stands_first_and_equals_in_their_own_order() -> None:
    overview = seen(
        partnerships=[partnership()], residents=[residents()], ambassadors=[ambassador(first="01-01-2024", cohort=None)]
    )
    assert [one.subject for one in overview.briefs] == [
        "Fokusgruppen",
        "Partnerskaber",
        "Ambassadører",
        "Puljen",
    ]
    shown = {one.subject for one in overview.briefs}
    assert "Handleplaner" in overview.unused
    assert overview.unused == tuple(title for title in TITLES if title not in shown)
    assert conclusion(overview).replace("\u00a0", " ") == (
        "Fokusgruppen har ingen medlemmer. 1 afdeling venter på svar om en partnerskabsaftale."
    )


def test_tables_in_which_nothing_is_typed_are_no_subject() -> None:
    overview = seen()
    assert [one.subject for one in overview.briefs] == ["Puljen"]
    assert overview.unused == TITLES[1:]


def test_a_row_that_cannot_be_read_makes_a_subject_of_its_table() -> None:
    assert brief("Partnerskaber", partnerships=[partnership(applied="i går")]).attention is Attention.WATCH


def test_pools_side_by_side_are_told_by_name() -> None:
    pools = [pool(), pool(id="N24", name="Naboskabspuljen", appropriation="50.000")]
    briefs = [one for one in seen(pools=pools).briefs if one.subject == "Puljen"]
    assert [(one.title, dict(one.query)["pulje"], one.figure.replace("\u00a0", " ")) for one in briefs] == [
        ("Fællesskabspuljen", "2024", "92.000 kr."),
        ("Naboskabspuljen", "N24", "50.000 kr."),
    ]


LAST_YEAR, NEXT_YEAR = (
    pool(id="2023", first="01-01-2023", last="31-12-2023"),
    pool(id="2025", first="01-01-2025", last="31-12-2025"),
)


def pools_told(on: date = ON, **changed: Any) -> list[tuple[str, Attention, list[str]]]:
    rows = {"pools": [LAST_YEAR, pool(), NEXT_YEAR], "invoices": []} | changed
    return [
        (one.title, one.attention, [why.replace("\u00a0", " ") for why in one.why])
        for one in seen(on, **rows).briefs
        if one.subject == "Puljen"
    ]


@pytest.mark.parametrize(
    ("applications", "told"),
    [
        pytest.param(
            [], [("Puljen", Attention.CALM, [])], id="where nothing is left to do the pool of the date is told"
        ),
        pytest.param(
            [application(pool="2023", received="01-12-2023")],
            [
                (
                    "Fællesskabspuljen (2023)",
                    Attention.ACT,
                    ["1 ansøgning venter, men kan ikke få penge af puljen", "Perioden er slut"],
                ),
                ("Puljen", Attention.CALM, []),
            ],
            id="an application that waits in an ended pool asks for a decision",
        ),
        pytest.param(
            [grant(pool="2023", received="01-03-2023", decided="01-04-2023")],
            [
                (
                    "Fællesskabspuljen (2023)",
                    Attention.WATCH,
                    ["Perioden er slut, men 1 tilsagn er stadig åbent"],
                ),
                ("Puljen", Attention.CALM, []),
            ],
            id="an open grant of an ended pool is to be watched",
        ),
        pytest.param(
            [grant(pool="2023", received="01-03-2023", decided="01-04-2023", closed="20-06-2024")],
            [("Puljen", Attention.CALM, [])],
            id="one that is closed that day is not",
        ),
        pytest.param(
            [grant(pool="2023", received="01-03-2023", decided="01-04-2023", closed="21-06-2024")],
            [
                (
                    "Fællesskabspuljen (2023)",
                    Attention.WATCH,
                    ["Perioden er slut, men 1 tilsagn er stadig åbent"],
                ),
                ("Puljen", Attention.CALM, []),
            ],
            id="one that is closed the day after is",
        ),
        pytest.param(
            [
                application(
                    pool="2023", received="01-03-2023", decision="afslag", decided="01-04-2023", requested="8.000"
                )
            ],
            [("Puljen", Attention.CALM, [])],
            id="a rejected one is settled",
        ),
        pytest.param(
            [application(pool="2025", received="20-06-2024")],
            [
                ("Fællesskabspuljen (2025)", Attention.ACT, ["1 ansøgning venter, og der er nok til den"]),
                ("Puljen", Attention.CALM, []),
            ],
            id="an application to a pool that has not begun is told",
        ),
        pytest.param(
            [application(pool="2025", received="21-06-2024")],
            [("Puljen", Attention.CALM, [])],
            id="the day before it is received it is not",
        ),
    ],
)
def test_pools_of_other_periods_are_told_while_something_is_left_to_do(
    applications: list[Any], told: list[tuple[str, Attention, list[str]]]
) -> None:
    assert pools_told(applications=applications) == told


def test_what_waits_in_pools_of_other_periods_falls_due_and_is_called_by_name() -> None:
    rows: dict[str, Any] = {
        "pools": [LAST_YEAR, pool()],
        "invoices": [],
        "applications": [
            application(pool="2023", received="01-12-2023", project="Bålaften"),
            grant(id="A2", pool="2023", received="01-03-2023", decided="01-04-2023", project="Banko"),
        ],
    }
    assert (
        conclusion(seen(**rows)).replace("\u00a0", " ")
        == "1 ansøgning venter, men perioden er slut for Fællesskabspuljen (2023)."
    )
    assert due(**rows) == [
        (
            "None",
            "Banko",
            "har stået åben siden 1. apr. 2023, og 8.000 kr. er stadig bundet; "
            "det er ikke oplyst, hvornår aktiviteten slutter",
        ),
        ("None", "Bålaften", "har ventet på svar siden 1. dec. 2023"),
    ]


@pytest.mark.parametrize(
    ("amounts", "why"),
    [
        pytest.param(
            ["60.000", "40.000"], "2 ansøgninger venter, og der er nok til dem begge", id="exactly what there is"
        ),
        pytest.param(
            ["60.000", "40.000,01"],
            "2 ansøgninger venter: 0,01 kr. mere, end der er",
            id="one øre more",
        ),
        pytest.param(
            ["60.000", "50.000", None],
            "3 ansøgninger venter: mindst 10.000 kr. mere, end der er",
            id="more, and one unknown",
        ),
        pytest.param([None], "1 ansøgning venter, og det er uvist, om der er nok", id="an unknown amount"),
    ],
)
def test_what_is_applied_for_together_is_set_against_what_is_left(amounts: list[str | None], why: str) -> None:
    rows = [application(id=f"A{place}", requested=amount) for place, amount in enumerate(amounts)]
    one = brief("Puljen", applications=rows, invoices=[])
    assert (one.attention, one.why[0].replace("\u00a0", " ")) == (Attention.ACT, why)


def test_deadlines_of_rules_shared_with_an_ended_pool_are_told_once() -> None:
    found = due(
        pools=[LAST_YEAR, pool()],
        invoices=[],
        applications=[application(pool="2023", received="01-12-2023")],
        pool_rules=[pool_rule(rule="ansøgningsfrist", value="1. jul. 2024")],
    )
    assert [what for *_, what in found].count("ansøgningsfrist") == 1


@pytest.mark.parametrize(
    ("pools", "value", "days"),
    [
        pytest.param(
            [pool(), NEXT_YEAR], "1. jul. 2024", ["2024-07-01"], id="a dated one of a period and the one to come"
        ),
        pytest.param([pool(), NEXT_YEAR], "1. september", ["2024-09-01"], id="a yearly one of the same two"),
        pytest.param(
            [pool(), NEXT_YEAR],
            "1. juli; 1. september",
            ["2024-07-01", "2024-09-01"],
            id="each of two days",
        ),
        pytest.param([NEXT_YEAR], "1. september", ["2024-09-01"], id="before the only period there is"),
        pytest.param(
            [pool(last="31-07-2024"), NEXT_YEAR],
            "1. juli; 1. september",
            ["2024-07-01", "2024-09-01"],
            id="one day in the period, one between the two",
        ),
        pytest.param(
            [pool(), pool(id="2024b", first="01-06-2024", last="31-05-2025"), NEXT_YEAR],
            "1. september",
            ["2024-09-01"],
            id="periods that overlap",
        ),
    ],
)
def test_a_deadline_that_periods_of_one_pool_share_is_told_once(pools: list[Any], value: str, days: list[str]) -> None:
    found = due(
        pools=pools,
        invoices=[],
        applications=[application(pool="2025", received="10-06-2024")],
        pool_rules=[pool_rule(rule="ansøgningsfrist", value=value)],
    )
    assert [on for on, about, what in found if what == "ansøgningsfrist"] == days


def test_deadlines_of_two_pools_on_one_day_are_told_of_each() -> None:
    found = due(
        pools=[pool(), pool(id="N24", name="Naboskabspuljen")],
        invoices=[],
        pool_rules=[
            pool_rule(rule="ansøgningsfrist", value="1. september", pool_name=name)
            for name in ("Fællesskabspuljen", "Naboskabspuljen")
        ],
    )
    assert [about for _, about, what in found if what == "ansøgningsfrist"] == ["Fællesskabspuljen", "Naboskabspuljen"]


def test_two_projects_of_one_name_that_wait_are_two_things() -> None:
    found = due(applications=[application(), application(id="A2")], invoices=[])
    assert len(found) == 2


def test_an_overdrawn_pool_ends_overdrawn() -> None:
    rows: dict[str, Any] = {"pools": [pool(last="20-09-2024", appropriation="7.999,99")], "invoices": []}
    found = due(applications=[grant()], **rows)
    assert found[-1] == ("2024-09-20", "Fællesskabspuljen", "perioden slutter, og puljen er overtrukket med 0,01 kr.")


def test_one_pool_is_called_the_pool() -> None:
    assert brief("Puljen").title == "Puljen"


def test_every_figure_of_the_pool_is_the_balances() -> None:
    one = brief("Puljen", invoices=[invoice(paid="01-03-2024")])
    assert one.figure.replace("\u00a0", " ") == "92.000 kr."
    assert one.picture
    assert one.picture.words.replace("\u00a0", " ") == "Afregnet 1.000 kr.; bundet 7.000 kr.; tilbage 92.000 kr."


def test_what_happened_is_told_across_subjects_oldest_first() -> None:
    assert happened(
        applications=[grant(decided="15-06-2024"), application(id="A2", project="Bålaften", received="12-06-2024")],
        invoices=[invoice(paid="20-06-2024")],
        partnerships=[partnership(applied="13-06-2024")],
        members=[member(first="14-06-2024"), member(id="M2", first="16-06-2024")],
        group_meetings=[group_meeting(date="13-06-2024")],
    ) == [
        ("2024-06-13", "Møde i fokusgruppen", "Nye fællesskaber"),
        ("2024-06-13", "Vesterhåb", "har søgt en partnerskabsaftale om Vild have"),
        ("2024-06-15", "Fællesspisning", "tilsagn, 8.000 kr."),
        ("2024-06-20", "Fællesspisning", "faktura betalt, 1.000 kr."),
        (None, "Fokusgruppen", "2 nye medlemmer er kommet til"),
    ]


def test_nothing_is_told_as_new_where_no_earlier_meeting_is_known() -> None:
    overview = seen(board_meetings=[meeting(date="20-09-2024")])
    assert (overview.since, overview.happened) == (None, ())


def test_on_the_day_of_a_meeting_the_next_one_is_the_one_after() -> None:
    overview = seen(date(2024, 9, 20))
    assert (overview.since, overview.coming, overview.until) == (date(2024, 6, 12), None, date(2024, 12, 20))
    assert seen(date(2024, 9, 19)).coming == date(2024, 9, 20)


def test_what_waits_for_the_board_is_told_in_the_order_of_the_rows_with_the_way_to_its_answer() -> None:
    overview = seen(
        **PLANS | {"action_plans": [action_plan(first="19-06-2023", area="Boliger")]},
        partnerships=[partnership()],
        applications=[
            application(requested="18.500,50"),
            application(id="A2", project="Banko", requested=None),
            application(id="A3", received="21-06-2024"),
        ],
        invoices=[],
    )
    assert [(one.about, one.asks.replace("\u00a0", " "), one.address, dict(one.query)) for one in overview.waits] == [
        ("Fællesspisning", "søger 18.501 kr.", "bevilling", {"pulje": "2024", "ansoegning": "A1"}),
        ("Banko", "beløbet er ikke oplyst", "bevilling", {"pulje": "2024", "ansoegning": "A2"}),
        ("Vild natur", "evalueringen er 1 dag over tid", "handleplaner", {"omraade": "Boliger"}),
        ("Vesterhåb", "søger en partnerskabsaftale", "partnerskaber", {}),
    ]
    assert not set(overview.waits) & set(overview.falls_due)
    assert sorted(map(str, (*overview.waits, *overview.falls_due))) == sorted(map(str, overview.due))


@given(
    st.lists(
        st.tuples(st.integers(1, 3), st.sampled_from(["Banko", "Årsfest", "Loppemarked"]), st.booleans()), max_size=6
    )
)
def test_what_waits_for_an_answer_has_one_order_on_every_screen(rows: list[tuple[int, str, bool]]) -> None:
    """Whatever it is called, and whether its activity has begun or its first day is not known."""
    typed = [
        application(
            id=f"A{place}",
            project=name,
            received=f"0{day}-06-2024",
            activity_first="21-06-2024" if soon else None,
            activity_last=None,
        )
        for place, (day, name, soon) in enumerate(rows)
    ]
    dataset = read(applications=typed, invoices=[])
    (pool,) = dataset.of(Pool)
    turns = in_turn(ledger_in(dataset, pool), dataset.of(PoolRule), ON)
    waits = [dict(one.query)["ansoegning"] for one in subjects_overview(dataset, ON).waits]
    assert waits == [turn.application.id for turn in turns]
    assert len(waits) == len(rows)


def test_an_evaluation_that_is_not_late_yet_does_not_wait_for_the_board() -> None:
    overview = seen(**PLANS)
    assert overview.waits == ()
    assert [event.what for event in overview.falls_due] == ["årlig evaluering"]


def test_the_newest_stands_first_and_what_has_no_day_last() -> None:
    overview = seen(
        members=[member(first="01-06-2024")],
        group_meetings=[group_meeting(date="02-06-2024"), group_meeting(date="04-06-2024")],
        board_meetings=[meeting(date="20-05-2024")],
    )
    told = [one.on.day if one.on else None for one in overview.newest]
    assert told == [*sorted((day for day in told if day), reverse=True), None]
    assert len(told) == len(overview.happened) > 2


def test_what_falls_due_before_the_next_meeting_and_what_is_overdue() -> None:
    found = due(
        applications=[
            application(id="A2", project="Bålaften", received="01-06-2024", activity_first="01-08-2024"),
            grant(id="A3", project="Nabofest", activity_first="01-05-2024", activity_last="19-06-2024"),
            grant(id="A4", project="Banko", activity_first="01-07-2024", activity_last="20-09-2024"),
            grant(id="A5", project="Jul", activity_first="01-07-2024", activity_last="21-09-2024"),
        ],
        invoices=[],
        pool_rules=[pool_rule(rule="ansøgningsfrist", value="20. juni; 21. juni; 20. september; 21. september")],
    )
    assert found == [
        ("2024-06-19", "Nabofest", "bør afsluttes; 8.000 kr. er stadig bundet"),
        ("2024-06-21", "Fællesskabspuljen", "ansøgningsfrist"),
        ("2024-08-01", "Bålaften", "aktiviteten begynder, og ansøgningen har ventet på svar siden 1. jun. 2024"),
        ("2024-09-20", "Banko", "aktiviteten slutter, og bevillingen skal afsluttes"),
        ("2024-09-20", "Fællesskabspuljen", "ansøgningsfrist"),
    ]
    overview = seen()
    assert not any(overview.overdue(event) for event in overview.due)


@pytest.mark.parametrize(
    ("begins", "when", "late"),
    [
        pytest.param("20-09-2024", "2024-09-20", False, id="on the day of the coming meeting"),
        pytest.param("21-09-2024", "None", False, id="after the coming meeting it waits without a day"),
        pytest.param(None, "None", False, id="nor has it a day where none is known"),
        pytest.param("20-06-2024", "2024-06-20", False, id="today is not late"),
        pytest.param("19-06-2024", "2024-06-19", True, id="yesterday is late"),
    ],
)
def test_an_answer_is_due_when_the_activity_begins(begins: str | None, when: str, late: bool) -> None:
    overview = seen(applications=[application(activity_first=begins)], invoices=[])
    (event,) = overview.due
    assert (str(event.on), overview.overdue(event)) == (when, late)
    assert "har ventet på svar siden 10. jan. 2024" in event.what
    assert ("aktiviteten begyndte" in event.what) == late


def test_the_end_of_the_period_tells_what_is_left() -> None:
    assert due(pools=[pool(last="20-09-2024")])[-1] == (
        "2024-09-20",
        "Fællesskabspuljen",
        "perioden slutter, og 92.000 kr. er ikke bevilget",
    )
    assert due(pools=[pool(last="21-09-2024")]) == []


def test_plans_fall_due_by_evaluation_measurement_and_target() -> None:
    plans = PLANS | {"targets": [target(valid_from="01-07-2023", reached_on="20-09-2024")]}
    assert due(**plans) == [
        ("2024-07-01", "Vild natur", "årlig evaluering"),
        ("2024-09-20", "Eng i stedet for plæne", "målet skal være nået, og målepunktet er bagud"),
    ]
    measured = plans | {"measurements": [measurement(date="20-09-2023", value="90")]}
    assert ("2024-09-20", "Eng i stedet for plæne", "ny måling") in due(**measured)
    later = plans | {"measurements": [measurement(date="21-09-2023", value="90")]}
    assert "ny måling" not in [what for *_, what in due(**later)]


def test_a_plan_that_has_ended_asks_for_nothing() -> None:
    ended = PLANS | {"action_plans": [action_plan(first="01-07-2023", last="01-06-2024")]}
    assert due(**ended) == []


def test_meetings_sessions_and_agreements_until_the_next_meeting() -> None:
    assert due(
        network_meetings=[
            network_meeting(date=day) for day in ("20-06-2024", "21-06-2024", "20-09-2024", "21-09-2024")
        ],
        group_meetings=[group_meeting(date="20-09-2024"), group_meeting(date="21-09-2024")],
        cohorts=[cohort()],
        course_sessions=[session(date="19-09-2024"), session(date="03-10-2024")],
        partnerships=[partnership(agreed="01-03-2024", ended="20-09-2024"), partnership(id="P2", department="02")],
    ) == [
        ("2024-06-21", "Netværksmøde", "Året der gik"),
        ("2024-09-19", "Kursusgang", "Hvad er trivsel?"),
        ("2024-09-20", "Møde i fokusgruppen", "Nye fællesskaber"),
        ("2024-09-20", "Netværksmøde", "Året der gik"),
        ("2024-09-20", "Vesterhåb", "partnerskabsaftalen slutter"),
        ("None", "Egholmparken", "har ventet på svar om en partnerskabsaftale siden 5. feb. 2024"),
    ]


def test_an_evaluation_held_moves_the_next_a_year() -> None:
    held = PLANS | {"evaluations": [evaluation(date="01-06-2024")]}
    assert due(**held) == []


def test_a_picture_in_words_has_every_figure() -> None:
    two = Bars(("A", "B"), (Series("Nu", (_d(1), _d(2))), Series("Før", (_d(3), _d("4.5")))), Unit.COUNT)
    assert picture_in_words(two) == "Liggende søjler: Nu og Før. A: Nu 1, Før 3; B: Nu 2, Før 4,5."
    one = Bars(("A",), (Series("Nu", (_d("12.5"),)),), Unit.PERCENT, stacked=True)
    assert picture_in_words(one).replace("\u00a0", " ") == "Liggende stablede søjler: Nu. A: 12,5 %."
    line = Line("Rest", ((date(2024, 1, 1), _d("10.5")), (date(2024, 2, 1), _d(9))), Unit.KRONER, steps=True)
    assert picture_in_words(line).replace("\u00a0", " ") == (
        "Trappekurve: Rest. 1. jan. 2024: 11 kr.; 1. feb. 2024: 9 kr."
    )


def _d(value: object) -> Decimal:
    return Decimal(str(value))
