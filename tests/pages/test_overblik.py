"""»Overblik«: every subject in one look, what happened, what falls due, and never a figure that cannot be told."""

import re
from collections import Counter
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.danish import listed
from core.menu import MENU_ITEMS
from core.subjects import SUBJECTS
from core.subjects.overview import TITLES
from tests.organisations.lyngklokken import GREEN, lyngklokken
from tests.pages.conftest import Open, Put
from tests.pages.reading import (
    button,
    conclusion,
    everything_said,
    figures,
    name,
    shown,
    table,
    warnings,
    words_in,
)

OVERBLIK, PULJEN = "pages/board/overblik.py", "pages/board/puljen.py"
ON = "2025-11-05"


ROWS = ["Puljen", "Handleplaner", "Partnerskaber", "Fællesskabspuljen (2025)", "Ambassadører", "Fokusgruppen"]
NUMBER = re.compile(r"\d[\d.,-]*\d|\d")


def ways(at: AppTest) -> dict[str, str]:
    """What the screen's links are called, and what their address has."""
    return {shown(link.label).replace("*", ""): link.proto.query_string for link in at.main.page_link}


def row(at: AppTest, place: int) -> str:
    """Its words, but for what is told of its picture to whoever cannot see it, and the names of its columns."""
    parts = ("subject", "figure", "picture", "sentence")
    said = (words for part in parts for words in words_in(at.container(key=f"row_{part}_{place}")))
    return shown("\n".join(re.sub(r"!\[.*?\]\(.*?\)|^1\. .*$", "", words, flags=re.MULTILINE) for words in said))


def picture(at: AppTest, place: int) -> str:
    """What is told of a row's picture."""
    (drawn,) = at.container(key=f"row_picture_{place}").markdown
    return shown(re.findall(r"!\[(.*?)\]\(", drawn.value)[0])


def test_the_conclusion_is_what_the_board_must_decide(open_screen: Open) -> None:
    assert conclusion(open_screen(OVERBLIK)) == (
        "4 ansøgninger søger 37.900 kr., men puljen har 22.870 kr. "
        "3 evalueringer er over tid, og 1 partnerskab er for meget."
    )


def test_every_subject_of_the_sample_has_its_figure_status_sentence_and_way_on(open_screen: Open) -> None:
    at = open_screen(OVERBLIK)
    assert figures(at) == {
        "af 100.000 kr. er tilbage": "22.870 kr.",
        "af 100.000 kr. er ubrugt": "8.479 kr.",
        "målepunkter er på sporet": "11 af 22",
        "pladser i 2026 er brugt": "6 af 5",
        "afdelinger har mindst én": "11 af 38",
        "er i fokusgruppen": "14 medlemmer",
    }
    assert list(ways(at))[: len(ROWS)] == ROWS
    for place, title in enumerate(ROWS):
        said = row(at, place)
        assert said.startswith(title)
        assert ("Tag stilling" if place < 3 else "Hold øje") in said
    assert "4 ansøgninger venter: 15.030 kr. mere, end der er." in row(at, 0)
    assert "Perioden er slut, men 2 tilsagn er stadig åbne." in row(at, 3)
    assert "pulje=2025" in ways(at)["Fællesskabspuljen (2025)"]


@pytest.mark.parametrize("on", ["2026-11-22", "2025-06-15", "2024-03-01", "2030-01-01"])
def test_no_figure_stands_twice_in_a_row(open_screen: Open, on: str) -> None:
    at = open_screen(OVERBLIK, dato=on)
    for place in range(len(at.metric)):
        counted = Counter(NUMBER.findall(row(at, place)))
        assert [number for number, times in counted.items() if times > 1] == [], row(at, place)


def test_every_picture_is_told_with_its_figures(open_screen: Open) -> None:
    at = open_screen(OVERBLIK)
    assert picture(at, 0) == "Afregnet 60.866 kr.; bundet 16.264 kr.; tilbage 22.870 kr.; søgt 37.900 kr."
    assert picture(at, 1) == "På sporet 11; bagud 11; ikke talt med 3."
    assert picture(at, 2) == "2024: 3 aftaler, plads til 4; 2025: 3 aftaler, plads til 5; 2026: 6 aftaler, plads til 5."
    assert picture(at, 4) == "Har en 11; har mistet den 5; aldrig haft 22."
    assert "18-29 år: 0 i gruppen" in picture(at, 5)


def test_what_waits_stands_in_the_order_of_its_own_screen(open_screen: Open) -> None:
    waits = [way for way, query in ways(open_screen(OVERBLIK)).items() if "ansoegning=" in query]
    there = [row[0] for row in table(open_screen("pages/board/bevilling.py"), "waiting")]
    assert [way.split(", ")[0] for way in waits] == there


def test_an_application_to_a_pool_that_has_ended_is_not_forgotten(in_csv: Put) -> None:
    tables = lyngklokken()
    tables["Ansøgninger"] = [row for row in tables["Ansøgninger"] if row["Ansøgning"] == "L6"]
    tables["Fakturaer"] = []
    at = in_csv(tables)(OVERBLIK, dato="2026-02-01")
    # »Naboskabspuljen« runs until the end of June; »Grøn pulje« ended with 2025.
    assert conclusion(at) == "1 ansøgning venter, men perioden er slut for Grøn pulje."
    assert "1 ansøgning venter, men kan ikke få penge af puljen." in row(at, 0)
    (way,) = (query for label, query in ways(at).items() if label.startswith("Fælles drivhus, søger"))
    assert {"pulje=G25", "ansoegning=L6"} <= set(way.split("&"))


def test_three_short_lists_stand_below_the_first_four_of_each_at_once(open_screen: Open) -> None:
    at = open_screen(OVERBLIK)
    assert [shown(heading.value) for heading in at.header] == [
        "Venter på bestyrelsen (8)",
        "Inden mødet 10. dec. 2026 (14)",
        "Siden mødet 29. okt. 2026 (10)",
    ]
    assert [one.label for one in at.expander] == [
        "Vis 4 til",
        "Vis 10 til",
        "Vis 6 til",
        "Sådan er rækkefølgen bestemt",
    ]
    said = everything_said(at)
    assert "- 73 dage over tid: **Genbrug ved renovering**" not in said, "what waits for the board is told there alone"
    assert "- 26. nov. 2026: **Kursusgang**, At sætte noget i gang" in said
    assert "- 12. nov. 2026: **Juletræstænding på torvet**, tilsagn, 5.500 kr." in said
    assert said.index("Nytårsbrunch for naboer**, ny ansøgning") < said.index("Juletræstænding på torvet**, tilsagn")


def test_what_waits_leads_to_where_it_is_decided(open_screen: Open) -> None:
    at = open_screen(OVERBLIK, dato="2026-11-22")
    links = {shown(link.label).replace("*", ""): link.proto for link in at.main.page_link}
    application = links["Vinterbanko, søger 6.200 kr."]
    assert application.page == "bevilling"
    assert set(application.query_string.split("&")) == {"dato=2026-11-22", "pulje=2026", "ansoegning=A26-20"}
    evaluation = links["Genbrug ved renovering, evalueringen er 73 dage over tid"]
    assert (evaluation.page, "omraade=Boliger" in evaluation.query_string) == ("handleplaner", True)
    assert links["Teglværksløkken, søger en partnerskabsaftale"].page == "partnerskaber"


@pytest.mark.parametrize(
    ("on", "said"),
    [
        pytest.param("2022-01-01", "Der er ikke noget tidligere bestyrelsesmøde i data", id="before the first meeting"),
        pytest.param("2030-01-01", "Der er ikke noget kommende møde i data.", id="after the last"),
        pytest.param("2026-10-30", "Der er ikke ført noget ind siden mødet.", id="the day after a meeting"),
    ],
)
def test_a_day_long_ago_or_to_come_says_what_is_not_known(open_screen: Open, on: str, said: str) -> None:
    assert said in everything_said(open_screen(OVERBLIK, dato=on))


def test_two_pools_are_two_rows_that_lead_to_each_pool(in_csv: Put) -> None:
    at = in_csv(lyngklokken())(OVERBLIK, dato=ON)
    assert figures(at)["af 150.000 kr. er tilbage"] == "61.154 kr."
    assert figures(at)["af 75.000 kr. er tilbage"] == "53.749 kr."
    assert "pulje=G25" in ways(at)["Grøn pulje"]
    assert "pulje=N25" in ways(at)["Naboskabspuljen"]
    lacking = listed(title.lower() for title in TITLES if title not in ("Puljen", "Fokusgruppen"))
    assert f"Der er ingen data om {lacking}." in everything_said(at)


def test_rows_that_cannot_be_read_are_said_by_table_and_make_the_pool_one_to_watch(in_csv: Put) -> None:
    tables = lyngklokken()
    tables["Fakturaer"][0]["Beløb"] = "12,345.67"
    tables["Bestyrelsesmøder"][0]["Dato"] = "i går"
    tables["Afdelinger"][0]["Navn"] = None
    tables["Ansøgninger"] = [one for one in tables["Ansøgninger"] if one.get("Afgørelse")]
    at = in_csv(tables)(OVERBLIK, dato=ON, pulje=GREEN)
    (warning,) = warnings(at)
    for part in ("1 række i »Afdelinger«", "1 række i »Bestyrelsesmøder«", "i »Fakturaer«", "ikke talt med"):
        assert part in warning
    said = everything_said(at)
    assert "er måske tilbage" in said
    assert "kan ikke læses." in row(at, 0)
    assert "Intet, der kan læses, venter på et svar fra bestyrelsen." in said


@pytest.mark.parametrize("title", ["ansoegninger", "fakturaer"])
def test_without_a_table_of_money_there_is_no_figure_of_the_pool(in_csv: Put, tmp_path: Path, title: str) -> None:
    open_screen = in_csv(lyngklokken())
    (tmp_path / "tabeller" / f"{title}.csv").unlink()
    at = open_screen(OVERBLIK, dato=ON)
    assert conclusion(at).startswith("Puljens tal kan ikke regnes ud: »")
    assert list(figures(at)) == ["er i fokusgruppen"]


def test_pools_that_cannot_be_read_are_not_said_to_be_none(in_csv: Put) -> None:
    tables = lyngklokken()
    for pool in tables["Puljer"]:
        pool["Ramme"] = "mange penge"
    assert conclusion(in_csv(tables)(OVERBLIK, dato=ON)).startswith("Ingen pulje i data kan læses.")


def test_without_pools_the_other_subjects_are_shown(in_csv: Put) -> None:
    tables = lyngklokken()
    tables["Puljer"], tables["Puljeregler"], tables["Ansøgninger"], tables["Fakturaer"] = [], [], [], []
    at = in_csv(tables)(OVERBLIK, dato=ON)
    assert list(figures(at)) == ["er i fokusgruppen"]
    assert "Der er ingen data om puljen" in everything_said(at)


# Shown large.


@pytest.mark.parametrize("item", MENU_ITEMS, ids=[item.title for item in MENU_ITEMS])
def test_every_screen_can_be_shown_large_without_menu_and_fields(open_screen: Open, item: object) -> None:
    script, title = item.script, item.title  # type: ignore[attr-defined]
    ordinary = open_screen(script, dato="2026-09-15")
    at = open_screen(script, dato="2026-09-15", visning="stort")
    assert conclusion(at) == conclusion(ordinary)
    assert name(at) == title
    assert not at.sidebar.page_link
    assert not [one for one in at.date_input if one.label == "Vis pr."]
    assert "Eksempeldata, ikke jeres egne tal** · Pr. 15. sep. 2026 · læst" in everything_said(at)


def test_shown_large_one_screen_follows_the_other_and_the_look_is_kept(open_screen: Open) -> None:
    at = open_screen(PULJEN, dato="2026-09-15", visning="stort")
    links = {link.label: link.proto.query_string for link in at.main.page_link[:2]}
    assert list(links) == ["← Overblik", "Kan vi bevilge dette? →"]
    assert all("dato=2026-09-15" in query and "visning=stort" in query for query in links.values())
    button(at, "Afslut").click().run()
    assert at.query_params["dato"] == "2026-09-15"
    assert "visning" not in at.query_params
    assert at.sidebar.page_link
    button(at, "Vis stort").click().run()
    assert at.query_params["visning"] == "stort"


def test_the_first_and_the_last_screen_have_one_neighbour_and_the_boards_last_leads_on(open_screen: Open) -> None:
    assert [shown(link.label) for link in open_screen(OVERBLIK, visning="stort").main.page_link][:2] == [
        "Puljen →",
        "Puljen",
    ]
    assert [link.label for link in open_screen("pages/board/afdelinger.py", visning="stort").main.page_link] == [
        f"← {SUBJECTS[-1].screens[-1].title}",
        "Seminarmateriale →",
    ]
    assert [link.label for link in open_screen("pages/everyone/vejledning.py", visning="stort").main.page_link] == [
        "← Data"
    ]


def test_another_look_in_the_address_is_the_ordinary_one(open_screen: Open) -> None:
    assert open_screen(OVERBLIK, visning="småt").sidebar.page_link


def test_all_rows_of_the_pool_can_be_seen_large(in_csv: Put) -> None:
    tables = lyngklokken()
    one = next(row for row in tables["Ansøgninger"] if row["Ansøgning"] == "L3")
    tables["Ansøgninger"] += [{**one, "Ansøgning": f"X{number}"} for number in range(60)]
    open_screen = in_csv(tables)
    few = open_screen(PULJEN, dato=ON, pulje=GREEN, visning="stort")
    more = next(link for link in few.main.page_link if "vis=alle" in link.proto.query_string)
    assert "visning=stort" in more.proto.query_string
    at = open_screen(PULJEN, dato=ON, pulje=GREEN, visning="stort", vis="alle")
    assert not at.sidebar.page_link
    assert len(table(at, "history")) > len(table(few, "history"))
