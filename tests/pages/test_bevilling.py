"""»Kan vi bevilge dette?« on the sample: the form filled in step by step, and a pending application looked up."""

from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.organisations.lyngklokken import lyngklokken
from tests.pages.conftest import Open, Put
from tests.pages.reading import button, conclusion, everything_said, figures, judged, shown, table

BEVILLING = "pages/board/bevilling.py"


def field(at: AppTest, label: str) -> Any:
    """The one field of that name, to set or to look at."""
    found = [one for kind in (at.text_input, at.date_input, at.checkbox, at.multiselect) for one in kind]
    return next(one for one in found if one.label == label)


def fill(at: AppTest, **more: object) -> AppTest:
    """An application that keeps every rule, but for what is given otherwise."""
    values = {
        "Beløb, der søges om (kr.)": "10.000",
        "Afdelinger": ["02"],
        "Er for en mindre gruppe": True,
        "Aktivitetens første dag": date(2027, 1, 10),
        "Antal deltagere": "20",
        "Ansøgningens sider": "1",
        "Ansøger er oplyst": True,
        "Formål er oplyst": True,
    } | more
    for label, value in values.items():
        field(at, label).set_value(value)
    return at.run()


AMOUNT = "Beløb, der søges om (kr.)"


class TestWithNothingChosen:
    def test_all_that_waits_is_shown_with_its_answer_and_what_is_left_in_turn(self, seen: Open) -> None:
        at = seen(BEVILLING)
        assert conclusion(at) == "4 ansøgninger søger 37.900 kr., men puljen har 22.870 kr."
        across = "Vesterhåb, Rønnebærhegnet, Åbrinken og Ådalsparken"
        too_late = "✗ Nej, hvis de foregående får ja"
        # 22.869,50 are left before the first.
        assert table(at, "waiting") == [
            ["Forårsfestival på tværs", across, "18.500", "✓ Ja", "4.369,50"],
            ["Byggedag for fælles cykelskur", "Gartnervænget", "9.800", too_late, "-5.430,50"],
            ["Vinterbanko", "Bøgelunden", "6.200", too_late, "-11.630,50"],
            ["Nytårsbrunch for naboer", "Engdraget", "3.400", too_late, "-15.030,50"],
        ]

    def test_what_is_asked_for_is_drawn_against_what_is_left(self, seen: Open) -> None:
        said = everything_said(seen(BEVILLING))
        assert "*Rest* **22.870 kr.**" in said
        assert "*Søgt om* **37.900 kr.**" in said

    def test_where_there_is_not_room_for_all_it_says_which_no_leaves_room_for_whom(self, seen: Open) -> None:
        said = everything_said(seen(BEVILLING))
        # 22.869,50 less 9.800, 6.200 and 3.400, or less 18.500 and 3.400.
        first = "Siger I nej til Forårsfestival på tværs, er der plads til de 3 andre, og 3.469,50 kr. er tilbage."
        others = "Siger I nej til Byggedag for fælles cykelskur og Vinterbanko, er der plads til de 2 andre, og 969,50"
        assert said.index("Der er ikke plads til dem alle.") < said.index(first) < said.index(others)
        assert first + " Om Vinterbanko kan få ja, kan ikke siges endnu." in said

    def test_the_screen_of_one_says_what_a_no_to_it_leaves_room_for(self, open_screen: Open) -> None:
        festival, banko = (
            everything_said(open_screen(BEVILLING, dato="2026-11-25", ansoegning=one)) for one in ("A26-16", "A26-20")
        )
        assert "Siger I nej til Forårsfestival på tværs, er der plads til de 3 andre" in festival
        assert "Siger I nej" not in banko

    def test_with_room_for_all_no_choice_is_told(self, open_screen: Open) -> None:
        assert "Der er ikke plads til dem alle." not in everything_said(open_screen(BEVILLING, dato="2026-10-01"))

    def test_each_leads_to_its_own_answer(self, open_screen: Open) -> None:
        links = [row[0] for row in at_waiting(open_screen(BEVILLING, dato="2026-11-22"))]
        assert links[2] == "[Vinterbanko](?dato=2026-11-22&pulje=2026&ansoegning=A26-20)"

    def test_with_nothing_waiting_that_is_said_and_an_amount_can_be_tried(self, open_screen: Open) -> None:
        at = open_screen(BEVILLING, dato="2026-01-03")
        assert conclusion(at) == "Ingen ansøgninger venter på svar."
        assert "Fællesskabspuljen: 100.000 kr. af rammen på 100.000 kr. er tilbage." in everything_said(at)
        fill(at, **{"Aktivitetens første dag": date(2026, 2, 10)})
        assert conclusion(at) == "Ja, der kan bevilges 10.000 kr."

    def test_none_is_said_to_wait_only_of_those_that_can_be_read(self, in_csv: Put) -> None:
        tables = lyngklokken()
        del tables["Ansøgninger"][1:]
        tables["Ansøgninger"][0]["Modtaget"] = "i efteråret"
        at = in_csv(tables)(BEVILLING, dato="2025-11-05")
        assert conclusion(at) == "Ingen ansøgninger, der kan læses, venter på svar."

    def test_an_overdrawn_pool_says_so_and_leaves_less_and_less(self, in_csv: Put) -> None:
        tables = lyngklokken()
        tables["Puljer"] = [row | {"Ramme": "1"} for row in tables["Puljer"]]
        at = in_csv(tables)(BEVILLING, dato="2025-11-05")
        assert conclusion(at).startswith("Puljen er overtrukket med")
        assert all(row[3].startswith("✗ Nej") for row in at_waiting(at))
        assert all(row[4].startswith("-") for row in at_waiting(at))

    def test_an_amount_that_is_not_known_leaves_what_is_left_unknown_from_there_on(self, in_csv: Put) -> None:
        tables = lyngklokken()
        next(row for row in tables["Ansøgninger"] if row["Ansøgning"] == "L6")["Ansøgt beløb"] = None
        at = in_csv(tables)(BEVILLING, dato="2025-11-05")
        assert "*Søgt om* **mindst 6.001 kr.**" in everything_said(at)
        rows = at_waiting(at)
        assert rows[0][2] == "ikke oplyst"
        assert {row[4] for row in rows} == {"kan ikke siges"}

    def test_what_is_typed_is_answered_and_can_be_cleared(self, open_screen: Open) -> None:
        at = fill(open_screen(BEVILLING))
        assert conclusion(at) == "Ja, der kan bevilges 10.000 kr."
        button(at, "Ryd felterne").click().run()
        assert conclusion(at).startswith("4 ansøgninger søger")
        assert field(at, AMOUNT).value == ""


def at_waiting(at: AppTest) -> list[list[str]]:
    return [list(map(shown, row)) for row in at.container(key="waiting").table[0].value.to_numpy().tolist()]


def test_a_form_that_is_hardly_begun_cannot_be_answered_and_says_what_is_missing(open_screen: Open) -> None:
    at = open_screen(BEVILLING)
    field(at, "Ansøger er oplyst").set_value(True).run()
    assert conclusion(at) == "Kan ikke siges endnu: der mangler 6 oplysninger."
    assert figures(at) == {
        "Kan højst bevilges": "20.000 kr.",
        "Rest nu": "22.869,50 kr.",
        "Rest bagefter": "skriv et beløb",
    }


def test_what_is_missing_is_named_when_it_is_little(open_screen: Open) -> None:
    at = fill(open_screen(BEVILLING), **{"Antal deltagere": "", "Ansøgningens sider": ""})
    assert conclusion(at) == "Kan ikke siges endnu: der mangler antal deltagere og antal sider."


def test_a_full_form_that_keeps_every_rule_is_a_yes_with_the_amount(open_screen: Open) -> None:
    at = fill(open_screen(BEVILLING))
    assert conclusion(at) == "Ja, der kan bevilges 10.000 kr."
    # 22.869,50 - 10.000.
    assert figures(at)["Rest bagefter"] == "12.869,50 kr."
    assert len(judged(at)) == 7
    assert all(why.startswith("✓ Overholdt.") for why in judged(at).values())


@pytest.mark.parametrize(
    ("amount", "sentence"),
    [
        ("20.000", "Ja, der kan bevilges 20.000 kr."),
        ("20.000,01", "Nej, ikke som den er: 1 regel er ikke overholdt."),
        # Above the cap, but exactly what is left.
        ("22.869,50", "Nej, ikke som den er: 1 regel er ikke overholdt."),
        ("22.869,51", "Nej, ikke som den er: 2 regler er ikke overholdt."),
    ],
)
def test_the_answer_turns_on_the_ore(open_screen: Open, amount: str, sentence: str) -> None:
    assert conclusion(fill(open_screen(BEVILLING), **{AMOUNT: amount})) == sentence


def test_the_answer_follows_the_form_from_not_yet_to_yes_to_no_and_back(open_screen: Open) -> None:
    at = fill(open_screen(BEVILLING), **{"Antal deltagere": ""})
    assert conclusion(at).startswith("Kan ikke siges")
    fill(at)
    assert conclusion(at).startswith("Ja,")
    field(at, "Aktivitetens første dag").set_value(date(2026, 11, 21)).run()
    assert conclusion(at).startswith("Nej,")
    field(at, "Aktivitetens første dag").set_value(date(2026, 11, 23)).run()
    assert conclusion(at).startswith("Ja,")


def test_an_activity_of_today_cannot_be_told_by_its_date(open_screen: Open) -> None:
    at = fill(open_screen(BEVILLING), **{"Aktivitetens første dag": date(2026, 11, 22)})
    assert conclusion(at) == "Kan ikke siges endnu: der mangler klokkeslæt for afgørelse og aktivitet."


def test_two_departments_are_across_without_anybody_saying_so(open_screen: Open) -> None:
    at = fill(open_screen(BEVILLING), **{"Er for en mindre gruppe": False, "Afdelinger": ["02", "07"]})
    assert conclusion(at) == "Ja, der kan bevilges 10.000 kr."


def test_an_activity_outside_the_purpose_is_a_no(open_screen: Open) -> None:
    at = fill(open_screen(BEVILLING), **{"Er for en mindre gruppe": False, "Ingen af delene": True})
    assert conclusion(at) == "Nej, ikke som den er: 1 regel er ikke overholdt."
    assert next(iter(judged(at))) == "Inden for formålet"
    assert judged(at)["Inden for formålet"].startswith("✗ Ikke overholdt.")


@pytest.mark.parametrize(
    ("label", "typed", "why"),
    [
        (AMOUNT, "12.5", "Et punktum står ved tusinder på dansk, så tallet er tvetydigt."),
        (AMOUNT, "cirka 5000", "Det kan ikke læses som et beløb."),
        (AMOUNT, "0.500", "kan både være 0,500 og 500"),
        (AMOUNT, "9" * 30, "så stort, at det ikke kan passe"),
        (AMOUNT, "82,6 %", "Her står en procent, men der skal stå et beløb."),
        ("Antal deltagere", "9" * 30, "så stort, at det ikke kan passe"),
        ("Ansøgningens sider", "9" * 30, "så stort, at det ikke kan passe"),
        ("Ansøgningens sider", "5 %", "Her står en procent, men der skal stå et tal."),
        (AMOUNT, "1,234", "et beløb har højst 2 decimaler. Mente du 1.234 kr.?"),
        (AMOUNT, "20,000", "et beløb har højst 2 decimaler. Mente du 20.000 kr.?"),
        (AMOUNT, "-500", "Tallet kan ikke være negativt."),
        ("Antal deltagere", "20,5", "her skal stå et helt tal"),
        ("Antal deltagere", "1,200", "her skal stå et helt tal"),
        ("Antal deltagere", "20,000", "her skal stå et helt tal"),
        ("Ansøgningens sider", "en", "Det kan ikke læses som et tal."),
    ],
)
def test_what_cannot_be_read_is_explained_and_nothing_is_answered_by_it(
    open_screen: Open, label: str, typed: str, why: str
) -> None:
    at = fill(open_screen(BEVILLING), **{label: typed})
    assert conclusion(at) == "Ret det felt, der ikke kan læses."
    (error,) = at.error
    assert shown(error.value).startswith(f"»{typed}«: ")
    assert why in shown(error.value)
    assert "Skriv" in shown(error.value)


@pytest.mark.parametrize(
    "typed",
    [
        "10.000",
        "10000",
        "10 000",
        "10.000,00",
        "10.000 kr.",
        "kr. 10.000,-",
        "10000 kroner",
        "+10.000",
        "\u200e10.000.-",
    ],
)
def test_an_amount_may_be_written_in_any_danish_way(open_screen: Open, typed: str) -> None:
    assert conclusion(fill(open_screen(BEVILLING), **{AMOUNT: typed})) == "Ja, der kan bevilges 10.000 kr."


@pytest.mark.parametrize(
    ("label", "typed"),
    [("Ansøgningens sider", "1 side"), ("Antal deltagere", "40 personer"), ("Antal deltagere", "+40")],
)
def test_the_word_for_what_is_counted_may_stand_after_the_number(open_screen: Open, label: str, typed: str) -> None:
    assert conclusion(fill(open_screen(BEVILLING), **{label: typed})) == "Ja, der kan bevilges 10.000 kr."


def test_a_pending_application_fills_the_form_and_lacks_only_what_it_lacks(open_screen: Open) -> None:
    at = open_screen(BEVILLING, ansoegning="A26-20")
    assert field(at, AMOUNT).value == "6.200"
    assert field(at, "Afdelinger").value == ["14"]
    assert field(at, "Aktivitetens første dag").value == date(2027, 1, 15)
    assert field(at, "Ansøger er oplyst").value is True
    assert conclusion(at) == "Kan ikke siges endnu: der mangler antal deltagere."
    field(at, "Antal deltagere").set_value("30").run()
    assert conclusion(at) == "Ja, der kan bevilges 6.200 kr."


def test_another_pending_application_starts_afresh(open_screen: Open) -> None:
    at = open_screen(BEVILLING, ansoegning="A26-20")
    field(at, AMOUNT).set_value("25.000").run()
    at.query_params["ansoegning"] = "A26-21"
    at.run()
    assert field(at, AMOUNT).value == "3.400"
    assert conclusion(at) == "Ja, der kan bevilges 3.400 kr."


def test_only_undecided_applications_of_the_date_wait(open_screen: Open) -> None:
    def waiting(at: AppTest) -> list[str]:
        return sorted(row[0].rpartition("=")[2] for row in at_waiting(at))

    assert waiting(open_screen(BEVILLING)) == ["A26-16)", "A26-19)", "A26-20)", "A26-21)"]
    # On 1 June 2025 three are received and decided later.
    assert waiting(open_screen(BEVILLING, dato="2025-06-01")) == ["A25-09)", "A25-10)", "A25-11)"]


@pytest.mark.parametrize(
    ("address", "sentence", "project"),
    [
        ({"ansoegning": "A26-08"}, "Trampolin i jordhøjde er afgjort: afslag 11. jun. 2026.", "pulje=2026"),
        (
            {"ansoegning": "A26-18"},
            "Juletræstænding på torvet er afgjort: tilsagn på 5.500 kr. 12. nov. 2026.",
            "pulje=2026",
        ),
        (
            {"ansoegning": "A26-01"},
            "Suppeaftener i januar er afgjort: tilsagn på 3.800 kr. 13. jan. 2026, og projektet er afsluttet.",
            "pulje=2026",
        ),
        (
            {"ansoegning": "A26-07"},
            "Forårsloppemarked er afgjort: tilsagn på 3.500 kr. 27. apr. 2026, og projektet er bortfaldet.",
            "pulje=2026",
        ),
        # Of another year's pool, which the address need not name.
        ({"ansoegning": "A24-06"}, "Ny bålhytte med madpakkehus er afgjort: afslag 18. apr. 2024.", "pulje=2024"),
        (
            {"ansoegning": "A24-06", "pulje": "2026"},
            "Ny bålhytte med madpakkehus hører til en anden pulje end den, der er valgt.",
            "pulje=2024",
        ),
    ],
)
def test_an_application_that_has_its_answer_says_so_and_leads_to_its_project(
    open_screen: Open, address: dict[str, str], sentence: str, project: str
) -> None:
    at = open_screen(BEVILLING, **address)
    assert conclusion(at) == sentence
    (link,) = at.main.page_link
    assert link.label == "Se projektet"
    assert project in link.proto.query_string
    assert f"projekt={address['ansoegning']}" in link.proto.query_string
    assert not at.metric
    assert not at.text_input


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ({"ansoegning": "A99-99"}, "Ansøgning A99-99 findes ikke i data."),
        ({"ansoegning": "<b>"}, "Ansøgning <b> findes ikke i data."),
        (
            {"ansoegning": "A26-21", "dato": "2026-11-16"},
            "Nytårsbrunch for naboer er først modtaget 17. nov. 2026.",
        ),
    ],
)
def test_an_application_that_is_not_there_is_said_not_to_be(
    open_screen: Open, address: dict[str, str], sentence: str
) -> None:
    at = open_screen(BEVILLING, **address)
    assert conclusion(at) == sentence
    assert not at.main.page_link
    assert not at.text_input


def test_an_unknown_application_may_be_one_that_cannot_be_read(in_csv: Put) -> None:
    tables = lyngklokken()
    tables["Ansøgninger"][4]["Modtaget"] = "i efteråret"
    at = in_csv(tables)(BEVILLING, dato="2025-11-05", ansoegning="L5")
    assert conclusion(at) == "Ansøgning L5 findes ikke i data."
    assert "Den kan stå i en række, der ikke kan læses." in everything_said(at)


def test_from_an_application_with_an_answer_there_is_a_way_to_the_form(open_screen: Open) -> None:
    at = open_screen(BEVILLING, ansoegning="A26-08")
    button(at, "Bedøm en anden ansøgning").click().run()
    assert "ansoegning" not in at.query_params
    assert conclusion(at).startswith("4 ansøgninger søger")
    assert field(at, AMOUNT).value == ""


def test_each_answer_says_what_else_waits_and_that_together_it_is_more_than_there_is(open_screen: Open) -> None:
    # 18.500 + 9.800 + 3.400 wait beside the 6.200; 37.900 - 22.869,50.
    said = "Der venter også 3 ansøgninger på i alt 31.700 kr.; sammen søger de 4 om 15.030,50 kr. mere, end der er."
    at = open_screen(BEVILLING, ansoegning="A26-20")
    assert said in everything_said(at)
    assert said in everything_said(open_screen("pages/board/puljen.py", projekt="A26-20"))
    field(at, AMOUNT).set_value("6.200,50").run()
    assert "sammen søger de 4 om 15.031 kr. mere, end der er." in everything_said(at)
    field(at, AMOUNT).set_value("").run()
    assert "Der venter også 3 ansøgninger på i alt 31.700 kr.: 8.830,50 kr. mere, end der er." in everything_said(at)


def test_a_decided_project_does_not_speak_of_what_waits(open_screen: Open) -> None:
    assert "Der venter" not in everything_said(open_screen("pages/board/puljen.py", projekt="A26-08"))


def test_where_nothing_waits_nothing_is_said_of_it(open_screen: Open) -> None:
    assert "Der venter" not in everything_said(open_screen(BEVILLING, dato="2026-01-03"))


def test_before_a_past_decision_the_application_is_judged_as_it_stood(open_screen: Open) -> None:
    """A24-06 asked for 25.000 kr. and was rejected later."""
    at = open_screen(BEVILLING, dato="2024-04-17", ansoegning="A24-06")
    assert conclusion(at) == "Nej, ikke som den er: 1 regel er ikke overholdt."
    rule, answer, why, source = table(at, "answer")[0]
    assert (rule, answer) == ("Loft pr. projekt", "**✗ Ikke overholdt**")
    assert why == "25.000 kr. er 5.000 kr. over loftet på 20.000 kr."
    assert f"{source}: Retningslinjer for puljen, godkendt 15. maj 2023" in everything_said(at)


def test_a_source_is_said_once(open_screen: Open) -> None:
    said = everything_said(open_screen(BEVILLING, ansoegning="A26-20"))
    assert said.count("Retningslinjer for puljen, godkendt 15. maj 2023") == 1


def test_what_is_not_kept_or_not_known_stands_before_what_is_kept(open_screen: Open) -> None:
    at = fill(open_screen(BEVILLING), **{AMOUNT: "20.000,01", "Antal deltagere": ""})
    answers = [why.split(".")[0] for why in judged(at).values()]
    assert answers == ["✗ Ikke overholdt", "? Kan ikke siges", *["✓ Overholdt"] * 5]


def test_the_rules_that_wait_for_an_invoice_are_named(open_screen: Open) -> None:
    said = everything_said(open_screen(BEVILLING, ansoegning="A26-20"))
    assert (
        "Kan først bedømmes, når fakturaen er kommet: faktura fra tredjepart, faktura i boligorganisationens navn og "
        "betalt inden for tilsagn." in said
    )


def test_the_application_is_named_above_its_answer_with_a_way_to_its_project_and_to_the_others(
    open_screen: Open,
) -> None:
    at = open_screen(BEVILLING, ansoegning="A26-20")
    assert "**Vinterbanko** fra Bøgelunden, søger om 6.200 kr." in everything_said(at)
    links = " ".join(one.value for one in at.main.markdown)
    assert "](puljen?pulje=2026&projekt=A26-20)" in links


def test_outside_the_pools_period_the_answer_is_no_and_the_period_is_said(open_screen: Open) -> None:
    at = open_screen(BEVILLING, pulje="2025")
    assert conclusion(at) == "Nej, datoen ligger uden for puljens periode."
    assert "Fællesskabspuljen gælder 1. jan. 2025 til 31. dec. 2025." in everything_said(at)


def test_before_the_pool_began_and_had_rules_the_answer_is_no(open_screen: Open) -> None:
    assert conclusion(open_screen(BEVILLING, dato="2023-05-14")) == "Nej, datoen ligger uden for puljens periode."


def test_it_says_that_nothing_typed_is_kept(open_screen: Open) -> None:
    assert "Det, der skrives her, bliver ikke gemt." in everything_said(open_screen(BEVILLING, ansoegning="A26-20"))


@pytest.mark.parametrize("application", ["A26-19", "A26-20", "A26-21"])
@pytest.mark.parametrize("on", ["2026-11-22", "2027-01-03"])
def test_the_project_and_the_form_give_one_answer_in_one_wording(open_screen: Open, application: str, on: str) -> None:
    chosen = {"dato": on, "pulje": "2026"}
    form = open_screen(BEVILLING, ansoegning=application, **chosen)
    project = open_screen("pages/board/puljen.py", projekt=application, **chosen)
    assert f"Kan vi bevilge dette? {conclusion(form)}" in everything_said(project).replace("**", "")
    assert table(project, "answer") == table(form, "answer")
    assert len(table(form, "answer")) == 7


def test_outside_the_period_nothing_is_said_to_be_there_to_grant(open_screen: Open) -> None:
    at = open_screen(BEVILLING, dato="2027-01-03", pulje="2026", ansoegning="A26-20")
    assert conclusion(at) == "Nej, datoen ligger uden for puljens periode."
    assert list(figures(at)) == ["Rest"]
    words = everything_said(at) + everything_said(open_screen("pages/board/puljen.py", dato="2027-01-03", pulje="2026"))
    assert "højst bevilges" not in words
    assert "kan stadig bevilges" not in words


@pytest.mark.parametrize("typed", ["0", "0,00"])
def test_nothing_is_no_application(open_screen: Open, typed: str) -> None:
    at = fill(open_screen(BEVILLING), **{AMOUNT: typed})
    assert conclusion(at) == "Kan ikke siges endnu: der er ikke søgt om et beløb over 0 kr."
