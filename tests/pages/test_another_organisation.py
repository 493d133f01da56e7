"""Another organisation's two pools on the same screens, by their own rules, from a database and from files."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from tests.conftest import Configure
from tests.organisations.lyngklokken import GREEN, NAME, NEIGHBOUR, lyngklokken
from tests.organisations.stores import write_csv, write_sqlite
from tests.pages.conftest import Open
from tests.pages.reading import column, conclusion, everything_said, figures, judged, table

PULJEN, BEVILLING = "pages/board/puljen.py", "pages/board/bevilling.py"
ON = "2025-11-05"


def _csv(folder: Path) -> str:
    return f"[connections.csv]\nfolder = '{write_csv(lyngklokken(), folder / 'tabeller')}'\n"


def _sqlite(folder: Path, *, typed: bool) -> str:
    write_sqlite(lyngklokken(), folder / "data.db", typed=typed).dispose()
    return f"[connections.sql]\nurl = 'sqlite:///{folder / 'data.db'}'\n"


SOURCES: dict[str, Callable[[Path], str]] = {
    "csv": _csv,
    "sqlite": lambda folder: _sqlite(folder, typed=True),
    "sqlite of text": lambda folder: _sqlite(folder, typed=False),
}


@pytest.fixture(params=["csv"])
def of_lyngklokken(request: pytest.FixtureRequest, open_screen: Open, configure: Configure, tmp_path: Path) -> Open:
    configure(SOURCES[request.param](tmp_path))
    return open_screen


from_every_source = pytest.mark.parametrize("of_lyngklokken", SOURCES, indirect=True)


@from_every_source
def test_it_is_named_and_nothing_of_the_sample_is_left(of_lyngklokken: Open) -> None:
    at = of_lyngklokken(PULJEN, dato=ON)
    assert at.sidebar.markdown[0].value == f"**{NAME}**"
    said = everything_said(at)
    assert "Eksempeldata" not in said
    assert "DOMI" not in said
    assert "Kilde: " in said


@from_every_source
def test_the_pools_stand_side_by_side_each_with_figures_of_its_own(of_lyngklokken: Open) -> None:
    green = of_lyngklokken(PULJEN, dato=ON, pulje=GREEN)
    assert green.selectbox(key="adresse_pulje").options == ["N25: Naboskabspuljen", "G25: Grøn pulje"]
    assert figures(green) == {
        # In whole kroner: 150.000 - 60.000 - 28.845,92.
        "Rest": "61.154 kr.",
        # L2 30.000 - 10.000, L4 40.000.
        "Bundet": "60.000 kr.",
        # L1 12.345,67 + 5.000,25, L2 10.000, L7 1.500.
        "Afregnet": "28.846 kr.",
        # L5 6.000,50, L6 25.000.
        "Under behandling": "31.001 kr.",
    }
    assert figures(of_lyngklokken(PULJEN, dato=ON, pulje=NEIGHBOUR)) == {
        # 75.000 - 8.500 - 12.750,75.
        "Rest": "53.749 kr.",
        # N1 12.000 - 4.000 + 500.
        "Bundet": "8.500 kr.",
        # N1 4.000 - 500, N2 9.250,75.
        "Afregnet": "12.751 kr.",
        # N4; N5 states no amount.
        "Under behandling": "8.000 kr.",
    }


@pytest.mark.parametrize(
    ("pool", "on", "sentence"),
    [
        # L5 and L6.
        (GREEN, ON, "2 ansøgninger søger 31.001 kr., og puljen har 61.154 kr."),
        # 63.000; N2 came in September.
        (NEIGHBOUR, "2025-09-30", "1 ansøgning søger 9.000 kr., og puljen har 63.000 kr."),
        # 54.000 by 8.000 from that day on: N2's 9.000 are granted on it.
        (NEIGHBOUR, "2025-10-01", "Puljen har 54.000 kr. tilbage: nok til 6 projekter på højeste beløb."),
    ],
)
def test_the_answer_goes_by_the_rules_of_pool_and_date(of_lyngklokken: Open, pool: str, on: str, sentence: str) -> None:
    assert conclusion(of_lyngklokken(PULJEN, dato=on, pulje=pool)) == sentence


def test_an_amount_that_is_not_stated_is_said_and_not_counted_as_nothing(of_lyngklokken: Open) -> None:
    at = of_lyngklokken(PULJEN, dato=ON, pulje=NEIGHBOUR)
    assert conclusion(at) == "2 ansøgninger søger mindst 8.000 kr., og puljen har 53.749 kr."
    assert "Beløbet er ukendt for 1 af dem. Om der er nok, kan ikke siges." in everything_said(at)
    assert table(at, "history")[0] == ["01-11-2025", "Sangaften", "ikke oplyst", "Under behandling", "ikke oplyst", "0"]


def test_applications_of_one_pool_are_not_on_the_others_list(of_lyngklokken: Open) -> None:
    assert set(column(of_lyngklokken(PULJEN, dato=ON, pulje=NEIGHBOUR), "history", 1)) == {
        "Nabokaffe",
        "Høstgilde",
        "Banko for alle",
        "Julefrokost",
        "Sangaften",
    }


def test_a_grant_for_two_departments_is_split_to_the_ore(of_lyngklokken: Open) -> None:
    received = {row[0]: row[3] for row in table(of_lyngklokken(PULJEN, dato=ON, pulje=NEIGHBOUR), "departments")}
    # N2's 9.250,75 by two is 4.625,37 each and one øre over, which the first department takes.
    assert (received["Østergårdene"], received["Klokkebakken"]) == ("4.625,38", "4.625,37")


def test_homes_that_are_not_stated_are_said_to_be(of_lyngklokken: Open) -> None:
    at = of_lyngklokken(PULJEN, dato=ON)
    assert "1 afdeling har intet boligtal." in everything_said(at)
    assert ["Mosevænget", "ikke oplyst"] in [row[:2] for row in table(at, "departments")]


def test_a_project_is_judged_by_the_rules_of_the_day_it_was_decided(of_lyngklokken: Open) -> None:
    kept = judged(of_lyngklokken(PULJEN, dato=ON, projekt="N1"), "verdicts")
    assert kept["Loft pr. projekt"] == "✓ Overholdt. 12.000 kr. er inden for loftet på 12.000 kr."
    broken = judged(of_lyngklokken(PULJEN, dato=ON, projekt="N2"), "verdicts")
    assert broken["Loft pr. projekt"] == "✗ Ikke overholdt. 9.000 kr. er 1.000 kr. over loftet på 8.000 kr."
    assert "13 dage fra afgørelsen 1. okt. 2025" in broken["Dage fra afgørelse til aktivitet"]
    assert broken["Dage fra ansøgning til aktivitet"].startswith("✓ Overholdt. 34 dage")
    assert "250,75 kr. mere end tilsagnet på 9.000 kr." in broken["Betalt inden for tilsagn"]
    assert broken["Faktura fra tredjepart"] == "✗ Ikke overholdt. 1 faktura er fra ansøgeren selv."


def test_the_form_asks_only_for_what_the_pools_rules_need(of_lyngklokken: Open) -> None:
    green = _labels(of_lyngklokken(BEVILLING, dato=ON, pulje=GREEN))
    neighbour = _labels(of_lyngklokken(BEVILLING, dato=ON, pulje=NEIGHBOUR))
    assert {"Hele projektets udgift (kr.)", "Modtaget", "Er arbejdet begyndt?"} <= green
    assert "Modtaget" in neighbour
    assert not {"Hele projektets udgift (kr.)", "Er arbejdet begyndt?"} & neighbour
    assert not {"Ansøgningens sider", "Er for en mindre gruppe"} & (green | neighbour)


def test_an_answer_changes_when_the_one_missing_thing_is_told(of_lyngklokken: Open) -> None:
    at = of_lyngklokken(BEVILLING, dato=ON, pulje=GREEN, ansoegning="L6")
    assert conclusion(at) == "Kan ikke siges endnu: det er ikke oplyst, om arbejdet er begyndt."
    begun = at.segmented_control[0]
    begun.set_value("Nej").run()
    assert conclusion(at) == "Ja, der kan bevilges 25.000 kr."
    at.segmented_control[0].set_value("Ja").run()
    assert conclusion(at) == "Nej, ikke som den er: 1 regel er ikke overholdt."


def test_the_most_that_can_be_granted_is_what_the_tightest_rule_leaves(of_lyngklokken: Open) -> None:
    at = of_lyngklokken(BEVILLING, dato=ON, pulje=GREEN, ansoegning="L6")
    # Two thirds of 40.000 are 26.666,66; Åløkken has had 15.000 of 40.000; 61.154,08 are left.
    assert figures(at)["Kan højst bevilges"] == "25.000 kr."
    assert "fordi loftet pr. afdeling pr. år er 40.000 kr." in everything_said(at)


def test_an_application_that_breaks_three_rules_is_told_all_three(of_lyngklokken: Open) -> None:
    at = of_lyngklokken(BEVILLING, dato=ON, pulje=GREEN, ansoegning="L5")
    assert conclusion(at) == "Nej, ikke som den er: 3 regler er ikke overholdt."
    broken = {rule: why for rule, why in judged(at).items() if why.startswith("✗ Ikke overholdt.")}
    assert list(broken) == list(judged(at))[:3]
    assert broken["Puljens højeste andel"].endswith("6.000,50 kr. er mere end 2/3 af 9.000 kr. (6.000 kr.).")
    assert broken["Ansøgningsfrist"].endswith("Modtaget 2. sep. 2025, efter fristen 1. sep. 2025.")
    assert broken["Ikke begyndt"].endswith("Arbejdet var begyndt, da der blev søgt.")


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        # The activity is on 6 December: 14 days from the decision are enough, 13 are not.
        ("2025-11-22", "Ja, der kan bevilges 8.000 kr."),
        ("2025-11-23", "Nej, ikke som den er: 1 regel er ikke overholdt."),
    ],
)
def test_the_days_before_the_activity_are_counted_from_the_chosen_date(
    of_lyngklokken: Open, on: str, answer: str
) -> None:
    assert conclusion(of_lyngklokken(BEVILLING, dato=on, pulje=NEIGHBOUR, ansoegning="N4")) == answer


def test_a_received_date_typed_in_the_form_is_held_against_the_deadline(of_lyngklokken: Open) -> None:
    at = of_lyngklokken(BEVILLING, dato="2025-09-02", pulje=GREEN)
    next(field for field in at.text_input if field.label.startswith("Beløb")).set_value("1.000").run()
    assert judged(at)["Ansøgningsfrist"].startswith("✗ Ikke overholdt.")
    received = next(field for field in at.date_input if field.label == "Modtaget")
    received.set_value(date(2025, 9, 1)).run()
    assert judged(at)["Ansøgningsfrist"].startswith("✓ Overholdt.")


def test_years_can_be_told_apart_in_a_pool_that_runs_across_new_year(
    open_screen: Open, configure: Configure, tmp_path: Path
) -> None:
    tables = lyngklokken()
    tables["Ansøgninger"][-1]["Modtaget"] = date(2026, 1, 5)
    configure(f"[connections.csv]\nfolder = '{write_csv(tables, tmp_path / 'tabeller')}'\n")
    at = open_screen(PULJEN, dato="2026-02-01", pulje=NEIGHBOUR, aar="2026")
    assert column(at, "history", 1) == ["Sangaften"]
    assert at.selectbox(key="adresse_aar").options == ["2026", "2025"]


def test_a_long_list_is_cut_and_says_so_until_all_of_it_is_asked_for(
    open_screen: Open, configure: Configure, tmp_path: Path
) -> None:
    tables = lyngklokken()
    last = tables["Ansøgninger"][-1]
    tables["Ansøgninger"] += [last | {"Ansøgning": f"N{number}"} for number in range(6, 71)]
    configure(f"[connections.csv]\nfolder = '{write_csv(tables, tmp_path / 'tabeller')}'\n")
    address = {"dato": ON, "pulje": NEIGHBOUR, "sorter": "projekt"}
    at = open_screen(PULJEN, **address)
    # N1 to N70.
    assert "Viser 70 af 70 ansøgninger" in everything_said(at)
    shown = table(at, "history")
    assert len(shown) < 70
    (more,) = [link for link in at.main.page_link if "Vis alle 70" in link.label]
    assert str(len(shown)) in more.label
    assert dict(parse_qsl(more.proto.query_string)) == address | {"vis": "alle"}
    assert len(table(open_screen(PULJEN, **address, vis="alle"), "history")) == 70


def _labels(at: AppTest) -> set[str]:
    return {one.label for kind in (at.text_input, at.date_input, at.checkbox, at.segmented_control) for one in kind}
