"""The chair's material: the chosen subjects, period and departments, each message with its figures."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from core.contract.dataset import read_dataset
from core.subject.brief import Attention
from core.subject.message import Chosen, Message
from core.subject.picture import Bars, Line, Series, Unit, value_told
from core.subject.small import Role
from core.subjects import CONTRACT
from core.subjects.material import MOST_LINES, Material, deck, material
from core.subjects.overview import TITLES, subjects_overview
from shell.sources.csv_folder import read_folder
from shell.sources.sample import SAMPLE_DATA
from tests.core.contract.build import (
    action_plan,
    ambassador,
    application,
    grant,
    indicator,
    invoice,
    measurement,
    meeting,
    partnership,
    partnership_year,
    pool,
    pool_rule,
    read,
    target,
)

ON = date(2024, 6, 20)
GRANTS: dict[str, Any] = {
    "applications": [
        grant(decided="25-01-2024", granted="8.000"),
        grant(id="A2", departments="02", decided="15-06-2024", granted="5.000"),
    ],
    "invoices": [invoice(paid="01-03-2024")],
}


def made(
    first: date = date(2024, 6, 1),
    on: date = ON,
    subjects: frozenset[str] = frozenset(TITLES),
    departments: tuple[str, ...] = (),
    **changed: Any,
) -> Material:
    dataset = read(**(GRANTS | changed))
    return material(dataset, subjects_overview(dataset, on), Chosen(first, on, subjects, departments))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def of(found: Material, subject: str) -> list[Message]:
    return [message for message in found.messages if message.subject == subject]


def test_the_pool_as_parts_over_the_period_and_by_department() -> None:
    parts, over_time, departments = of(made(), "Puljen")
    assert plain(parts.sentence).startswith("Puljen har 87.000 kr. tilbage")
    assert isinstance(parts.picture, Bars)
    assert parts.picture.stacked
    assert [(series.name, series.values, series.role) for series in parts.picture.series] == [
        ("Afregnet", (Decimal(1000),), Role.ENDED),
        ("Bundet", (Decimal(12000),), Role.PLANNED),
        ("Rest", (Decimal(87000),), Role.IS),
    ]
    assert plain(parts.calculation[0]) == "Ramme 100.000 kr. = rest 87.000 kr. + bundet 12.000 kr. + afregnet 1.000 kr."
    assert plain(over_time.sentence) == "Siden 1. jun. 2024 er puljens rest faldet med 5.000 kr."
    assert over_time.picture == Line(
        "Rest",
        ((date(2024, 6, 1), Decimal(92000)), (date(2024, 6, 15), Decimal(87000)), (ON, Decimal(87000))),
        Unit.KRONER,
        steps=True,
    )
    assert departments.sentence == "2 af 3 afdelinger har fået penge af puljen; 1 har aldrig søgt."
    assert isinstance(departments.picture, Bars)
    assert departments.picture.categories == ("Vesterhåb", "Egholmparken")


@pytest.mark.parametrize(
    ("first", "said"),
    [
        pytest.param(date(2024, 6, 14), "faldet med 5.000 kr.", id="the day before it moved"),
        pytest.param(date(2024, 6, 15), "den samme.", id="the day it moved is counted as moved"),
        pytest.param(date(2023, 1, 1), "faldet med 13.000 kr.", id="before the pool began"),
    ],
)
def test_the_period_says_how_far_back_the_pool_is_followed(first: date, said: str) -> None:
    assert plain(of(made(first), "Puljen")[1].sentence).endswith(said)


def test_chosen_departments_are_shown_alone_and_side_by_side() -> None:
    found = made(departments=("02", "12"))
    assert of(found, "Puljen")[2].sentence == "1 af de 2 valgte afdelinger har fået penge af puljen; 1 har aldrig søgt."
    slide = found.messages[-1]
    assert slide.sentence == "I 1 af de 2 valgte afdelinger er der ingen aktivitet registreret."
    assert slide.table
    assert [row[0] for row in slide.table.rows] == ["Egholmparken", "Å"]
    assert [row.department.number for row in found.departments] == ["02", "12"]


def test_of_one_department_it_is_said_as_of_one() -> None:
    assert of(made(departments=("02",)), "Puljen")[2].sentence == ("Den valgte afdeling har fået penge af puljen.")


def test_without_chosen_departments_there_is_no_table_of_them() -> None:
    assert made().departments == ()
    assert not [one for one in made().messages if one.table and "Afdeling" in one.table.headings]


def test_what_happened_is_the_periods_with_both_its_days() -> None:
    def told(first: date, on: date) -> list[str]:
        return [plain(event.what) for event in made(first, on).happened if event.what.startswith("tilsagn")]

    assert told(date(2024, 6, 15), date(2024, 6, 15)) == ["tilsagn, 5.000 kr."]
    assert told(date(2024, 6, 16), ON) == []
    assert told(date(2024, 1, 1), date(2024, 6, 14)) == ["tilsagn, 8.000 kr."]


def test_the_period_and_not_the_last_meeting_says_what_is_new_of_plans_too() -> None:
    plans: dict[str, Any] = {
        "action_plans": [action_plan()],
        "indicators": [indicator()],
        "targets": [target()],
        "measurements": [measurement(date="10-06-2024", value="90")],
        "board_meetings": [meeting(date="19-06-2024")],
    }
    events = [event for event in made(date(2024, 6, 1), **plans).happened if event.subject == "Handleplaner"]
    assert [(event.on, event.about) for event in events] == [(date(2024, 6, 10), "Eng i stedet for plæne")]


@pytest.mark.parametrize(
    ("met", "told"),
    [
        pytest.param("20-02-2025", True, id="before the year's first board meeting"),
        pytest.param("20-01-2025", False, id="after it"),
    ],
)
@pytest.mark.parametrize("first", [date(2024, 6, 1), date(2025, 1, 10), date(2025, 2, 1)])
def test_too_few_network_meetings_stand_on_the_slide_until_the_board_has_met(first: date, met: str, told: bool) -> None:
    """Whatever the period that is told of."""
    found = made(
        first,
        date(2025, 2, 1),
        ambassadors=[ambassador(first="01-01-2024", cohort="")],
        board_meetings=[meeting(date=met)],
    )
    sentences = [message.sentence for message in of(found, "Ambassadører")]
    assert ("Der blev ikke holdt netværksmøder i 2024. Der skulle være 4 til 6." in sentences) == told


def test_only_chosen_subjects_are_told_anywhere() -> None:
    tables: dict[str, Any] = {
        "partnership_years": [partnership_year()],
        "partnerships": [partnership(applied="05-06-2024")],
    }
    alone = made(subjects=frozenset({"Partnerskaber"}), **tables)
    assert {message.subject for message in alone.messages} == {"", "Partnerskaber"}
    assert {event.subject for event in (*alone.happened, *alone.overview.due)} == {"Partnerskaber"}
    assert [brief.subject for brief in alone.overview.briefs] == ["Partnerskaber"]


def test_plans_show_progress_beside_what_was_expected_with_the_formula() -> None:
    plans: dict[str, Any] = {
        "action_plans": [action_plan()],
        "indicators": [indicator()],
        "targets": [target()],
        "measurements": [measurement()],
    }
    whole, area = of(made(on=date(2025, 7, 1), **plans), "Handleplaner")
    assert whole.sentence.startswith("1 af 1 målepunkt er på sporet")
    assert isinstance(area.picture, Bars)
    # 0,2000 and 547/2556, as in the domain's worked example.
    assert area.picture.series == (
        Series("Nået i dag", (Decimal(20),), asks=("",)),
        Series("Ventet i dag", (Decimal(21),), Role.PLANNED),
    )
    assert plain(area.calculation[0]) == (
        "Eng i stedet for plæne: (86 − 100) / (30 − 100) = 20 %; målt 86 % 30. jun. 2025."
    )


@pytest.mark.parametrize(
    ("measured", "told"),
    [
        # Of 100 down to 60: 33/40 = 82,5 % and 13/40 = 32,5 %, a half up; 127 is 27 of 40 the wrong way, -67,5 %.
        ("67", "83 %"),
        ("87", "33 %"),
        ("127", "-67 %"),
    ],
)
def test_the_picture_and_the_note_round_a_share_alike(measured: str, told: str) -> None:
    plans: dict[str, Any] = {
        "action_plans": [action_plan()],
        "indicators": [indicator()],
        "targets": [target(value="60")],
        "measurements": [measurement(value=measured)],
    }
    _, area = of(made(on=date(2025, 7, 1), **plans), "Handleplaner")
    assert isinstance(area.picture, Bars)
    assert plain(value_told(area.picture.series[0].values[0], Unit.PERCENT)) == told
    assert f"= {told};" in plain(area.calculation[0])


def test_an_indicator_that_is_behind_says_so_on_the_slide() -> None:
    plans: dict[str, Any] = {
        "action_plans": [action_plan()],
        "indicators": [indicator()],
        "targets": [target()],
        "measurements": [measurement(value="99")],
    }
    _, area = of(made(on=date(2025, 7, 1), **plans), "Handleplaner")
    assert isinstance(area.picture, Bars)
    now, expected = area.picture.series
    assert (now.asks_at(0), now.role_at(0)) == ("bagud", Role.ATTENTION)
    assert expected.role_at(0) is Role.PLANNED


def test_what_happened_and_falls_due_stands_subject_by_subject() -> None:
    found = made(ambassadors=[ambassador(first="05-06-2024")])
    message = next(one for one in found.messages if "er sket" in one.sentence)
    assert [group.title for group in message.groups] == list(dict.fromkeys(one.subject for one in found.happened))
    assert len(message.groups) > 1
    assert sum(len(group.lines) for group in message.groups) == len(found.happened)
    assert "15. jun. 2024: Fællesspisning: tilsagn, 5.000 kr." in [
        plain(line) for group in message.groups for line in group.lines
    ]


def test_the_second_slide_has_the_rows_of_the_first_screen() -> None:
    found = made(applications=[*GRANTS["applications"], application(id="A3", received="10-06-2024")])
    slide = found.messages[0]
    assert slide.table
    assert [row[1] for row in slide.table.rows] == [brief.title for brief in found.overview.briefs]
    (row, *_), (brief, *_) = slide.table.rows, found.overview.briefs
    assert row == ("Tag stilling", "Puljen", brief.figure, brief.meaning, brief.sentence)
    assert slide.table.attention[0] is Attention.ACT
    assert slide.table.said_in == 0


def decisions(**changed: Any) -> list[Message]:
    on = changed.pop("on", ON)
    return [one for one in made(on=on, **changed).messages if one.table and "Projekt" in one.table.headings]


def test_every_application_that_waits_has_a_row_with_what_is_left_after_it() -> None:
    waits = [
        application(id="A4", requested="15.000", received="12-06-2024"),
        application(id="A3", requested="80.000", received="10-06-2024"),
        application(id="A5", requested="", received="11-06-2024"),
    ]
    # 87.000 are left; no rule of the pool but those that hold for every one.
    (slide,) = decisions(applications=[*GRANTS["applications"], *waits], pool_rules=[pool_rule(value="90.000")])
    assert slide.subject == "Puljen"
    assert slide.sentence == (
        "Af 3 ansøgninger, der venter på svar, kan 1 bevilges, 1 kan ikke, og for 1 kan det ikke siges endnu."
    )
    assert slide.table
    assert [[plain(cell) for cell in row] for row in slide.table.rows] == [
        ["10. jun. 2024", "Fællesspisning", "80.000 kr.", "Ja", "7.000 kr."],
        ["11. jun. 2024", "Fællesspisning", "ikke oplyst", "Kan ikke siges endnu: der mangler beløb", "kan ikke siges"],
        [
            "12. jun. 2024",
            "Fællesspisning",
            "15.000 kr.",
            "Nej, hvis de foregående får ja",
            "kan ikke siges",
        ],
    ]
    assert slide.table.attention == (Attention.CALM, Attention.WATCH, Attention.ACT)
    assert slide.lines == ("Tilbage bagefter: som om den og alle før den får, hvad de søger om.",)


def test_what_is_more_than_the_pool_has_is_told_as_what_is_lacking() -> None:
    waits = [application(id=f"B{place}", requested="45.000", received="10-06-2024") for place in (1, 2)]
    (slide,) = decisions(applications=[*GRANTS["applications"], *waits])
    assert slide.table
    assert [plain(row[-1]) for row in slide.table.rows] == ["42.000 kr.", "mangler 3.000 kr."]


def test_where_nothing_waits_there_is_no_slide_to_decide_on() -> None:
    assert decisions() == []


def test_each_pool_has_its_own_slide_to_decide_on() -> None:
    other = pool(id="B", name="Grøn pulje", appropriation="5.000")
    waits = [application(id="A3", received="10-06-2024"), application(id="A4", pool="B", received="11-06-2024")]
    found = decisions(pools=[pool(), other], applications=[*GRANTS["applications"], *waits])
    assert [slide.sentence.split(": ")[0] for slide in found] == ["Fællesskabspuljen", "Grøn pulje"]
    assert [len(slide.table.rows) for slide in found if slide.table] == [1, 1]


def test_after_the_period_the_slide_says_so_and_nothing_of_what_is_left() -> None:
    waits = application(id="A3", requested="90.000", received="10-06-2024")
    (slide,) = decisions(applications=[*GRANTS["applications"], waits], on=date(2025, 2, 1))
    assert "perioden er slut" in slide.sentence
    assert slide.table
    assert slide.table.headings[-1] == "Svar efter reglerne"
    assert [row[-1] for row in slide.table.rows] == ["Nej, datoen ligger uden for puljens periode"]
    assert slide.lines == ()


def test_of_a_long_period_the_newest_are_read_aloud_and_it_is_said_that_there_are_more() -> None:
    many = [application(id=f"B{n}", project=f"Projekt {n}", received="10-06-2024") for n in range(MOST_LINES + 1)]
    message = next(
        one for one in made(applications=many, invoices=[]).messages if one.groups and "siden" in one.sentence
    )
    assert message.sentence == f"{MOST_LINES + 1} ting er sket siden 1. jun. 2024."
    (group,) = message.groups
    assert group.title == "Puljen"
    assert len(group.lines) == MOST_LINES
    assert message.calculation == (f"De {MOST_LINES} seneste; 1 tidligere står i regnearket.",)
    few = next(
        one for one in made(applications=many[1:], invoices=[]).messages if one.groups and "siden" in one.sentence
    )
    assert few.calculation == ()


def test_what_waits_is_on_the_pools_slide_against_what_is_left() -> None:
    waits = application(id="A3", requested="90.000", received="10-06-2024")
    slide = of(made(applications=[*GRANTS["applications"], waits]), "Puljen")[0]
    # 100.000 - 13.000 are left.
    told = "Der venter 1 ansøgning på 90.000 kr.: 3.000 kr. mere, end der er."
    assert plain(slide.sentence) == "1 ansøgning søger 90.000 kr., men puljen har 87.000 kr."
    assert told in [plain(line) for line in slide.calculation]
    assert "Ingen ansøgninger venter på svar." in of(made(), "Puljen")[0].calculation


@pytest.mark.parametrize(
    ("requested", "on", "expected"),
    [
        # 87.000 are left.
        pytest.param("87.000", ON, ("Søgt", Decimal(87000), Role.PLANNED), id="as much as is left"),
        pytest.param("87.000,01", ON, ("Søgt", Decimal("87000.01"), Role.ATTENTION), id="an øre more"),
        pytest.param("", ON, None, id="it is not told how much"),
        pytest.param("8.000", date(2025, 1, 1), None, id="the period is over"),
    ],
)
def test_what_is_asked_for_stands_on_the_pools_picture(
    requested: str, on: date, expected: tuple[str, Decimal, Role] | None
) -> None:
    waits = application(id="A3", requested=requested, received="10-06-2024")
    picture = of(made(applications=[*GRANTS["applications"], waits], on=on), "Puljen")[0].picture
    assert isinstance(picture, Bars)
    asked = picture.asked
    assert (asked and (asked.name, *asked.values, asked.role)) == expected
    assert picture.asked_from == sum((row.values[0] for row in picture.series[:2]), Decimal(0))


def test_where_an_amount_is_not_known_at_least_so_much_is_asked_for() -> None:
    waits = [application(id=f"A{n}", requested=asked, received="10-06-2024") for n, asked in ((3, ""), (4, "5.000"))]
    picture = of(made(applications=[*GRANTS["applications"], *waits]), "Puljen")[0].picture
    assert isinstance(picture, Bars)
    assert picture.asked
    assert picture.asked.name == "Søgt mindst"


def test_a_pool_of_another_period_has_one_slide_while_something_is_left_to_do() -> None:
    last_year = pool(id="2023", first="01-01-2023", last="31-12-2023")
    open_grant = grant(id="A0", pool="2023", received="01-03-2023", decided="01-04-2023")
    applications = [*GRANTS["applications"], open_grant]
    slides = of(made(pools=[last_year, pool()], applications=applications), "Puljen")
    assert [plain(slide.sentence).split(": ")[0] for slide in slides] == [
        "Fællesskabspuljen (2024)",
        "Fællesskabspuljen (2024)",
        "Fællesskabspuljen (2024)",
        "Fællesskabspuljen (2023)",
    ]
    assert plain(slides[-1].sentence) == (
        "Fællesskabspuljen (2023): Perioden sluttede 31. dec. 2023, men 1 tilsagn er stadig åbent: "
        "8.000 kr. er bundet, og 92.000 kr. er hverken bundet eller betalt."
    )
    assert "resten af perioden" not in slides[-1].questions[0]
    closed = of(made(pools=[last_year, pool()]), "Puljen")
    assert len(closed) == 3
    assert plain(closed[0].sentence).startswith("Puljen har")


def test_before_the_period_the_slide_asks_what_is_to_be_supported() -> None:
    found = made(pools=[pool(first="01-07-2024")], applications=[], invoices=[])
    assert of(found, "Puljen")[0].questions[0] == "Hvad vil vi gerne støtte, når perioden begynder?"


def test_an_overdrawn_pool_is_not_drawn_as_parts_of_itself() -> None:
    parts = of(made(pools=[pool(appropriation="10.000")]), "Puljen")[0].picture
    assert isinstance(parts, Bars)
    assert not parts.stacked
    (row,) = parts.series
    assert parts.categories[2] == "Rest"
    assert (row.values[2], row.asks_at(2), row.role_at(2)) == (Decimal(-3000), "overtrukket", Role.ATTENTION)
    assert [row.role_at(place) for place in (0, 1)] == [Role.ENDED, Role.PLANNED]


def test_every_slide_of_the_sample_has_its_conclusion_calculation_or_table_and_questions() -> None:
    dataset = read_dataset(CONTRACT, read_folder(SAMPLE_DATA).tables)
    chosen = Chosen(date(2026, 1, 1), date(2026, 11, 22), frozenset(TITLES), ("01", "02"))
    made_of = material(dataset, subjects_overview(dataset, chosen.on), chosen)
    found = deck(dataset, made_of, "Seminar", "Eksempeldata", datetime(2026, 11, 22, 12, tzinfo=UTC), True)
    assert (found.organisation, found.first, found.on, found.sample) == (
        "DOMI Bolig", date(2026, 1, 1), date(2026, 11, 22), True,
    )  # fmt: skip
    assert {message.subject for message in found.messages} == {"", *TITLES}
    for message in found.messages:
        assert message.sentence.endswith("."), message.sentence
        assert ".." not in " ".join((message.sentence, *message.calculation))
        assert message.questions
        assert message.picture or message.table or message.lines or message.groups


@pytest.mark.parametrize(
    ("held", "sentence"),
    [
        (("»Fakturaer« vises, som de var.",), "1 tabel er ikke vist, som den står nu."),
        (("»Fakturaer« vises.", "»Puljer« vises."), "2 tabeller er ikke vist, som de står nu."),
    ],
)
def test_what_is_not_the_newest_has_a_slide_of_its_own_right_after_the_overview(
    held: tuple[str, ...], sentence: str
) -> None:
    dataset, chosen = read(**GRANTS), Chosen(date(2024, 6, 1), ON, frozenset(TITLES), ())
    found = material(dataset, subjects_overview(dataset, ON), chosen, held)
    assert (found.messages[1].sentence, found.messages[1].lines) == (sentence, held)
    assert deck(dataset, found, "Seminar", "Kilde", datetime(2026, 11, 22, tzinfo=UTC), False).held


def test_where_all_is_the_newest_no_slide_says_otherwise() -> None:
    found = made()
    assert found.held == ()
    assert not [message for message in found.messages if "ikke vist" in message.sentence]
