"""»Overblik«: every subject in one look, what happened, what falls due, and never a figure that cannot be told."""

from pathlib import Path

import pytest

from core.danish import listed
from core.menu import MENU_ITEMS
from core.subjects import SUBJECTS
from core.subjects.overview import TITLES
from tests.organisations.lyngklokken import GREEN, lyngklokken
from tests.pages.conftest import Open, Put
from tests.pages.reading import button, conclusion, everything_said, figures, name, shown, table, warnings

OVERBLIK, PULJEN = "pages/board/overblik.py", "pages/board/puljen.py"
ON = "2025-11-05"


def test_every_subject_of_the_sample_has_its_sentence_figure_date_and_way_on(open_screen: Open) -> None:
    at = open_screen(OVERBLIK)
    assert conclusion(at) == (
        "3 emner kræver, at bestyrelsen tager stilling: Fællesskabspuljen (2026), Handleplaner og Partnerskaber."
    )
    assert figures(at) == {
        "rest af en ramme på 100.000 kr.": "22.869,50 kr.",
        "ikke bundet eller betalt af en ramme på 100.000 kr.": "8.478,75 kr.",
        "målepunkter er på sporet": "11 af 22",
        "pladser i 2026 er brugt": "6 af 5",
        "afdelinger har mindst én ambassadør": "11 af 38",
        "er i fokusgruppen": "14 medlemmer",
    }
    assert [shown(one.value) for one in at.caption].count("pr. 22. november 2026") == len(figures(at))
    ways = [shown(link.label).strip("*") for link in at.main.page_link]
    assert ways == [
        "Fællesskabspuljen (2026)",
        "Handleplaner",
        "Partnerskaber",
        "Fællesskabspuljen (2025)",
        "Ambassadører",
        "Fokusgruppen",
    ]


def test_what_waits_together_is_set_against_what_is_left(open_screen: Open) -> None:
    said = everything_said(open_screen(OVERBLIK))
    assert "Der venter 4 ansøgninger på i alt 37.900 kr.: 15.030,50 kr. mere, end der er." in said
    assert "**Tag stilling**: 4 ansøgninger venter på svar og søger om 15.030,50 kr. mere, end der er" in said


def test_a_pool_whose_period_is_over_is_told_while_grants_of_it_are_open(open_screen: Open) -> None:
    at = open_screen(OVERBLIK)
    said = everything_said(at)
    assert "**Hold øje**: Perioden sluttede 31. december 2025; 2 tilsagn er stadig åbne" in said
    links = {shown(link.label).strip("*"): link.proto.query_string for link in at.main.page_link}
    assert "pulje=2025" in links["Fællesskabspuljen (2025)"]


def test_an_application_to_a_pool_that_has_ended_is_not_forgotten(in_csv: Put) -> None:
    tables = lyngklokken()
    tables["Ansøgninger"] = [row for row in tables["Ansøgninger"] if row["Ansøgning"] == "L6"]
    tables["Fakturaer"] = []
    at = in_csv(tables)(OVERBLIK, dato="2026-02-01")
    # »Naboskabspuljen« runs until the end of June; »Grøn pulje« ended with 2025.
    assert "kræver, at bestyrelsen tager stilling: Grøn pulje" in conclusion(at)
    said = everything_said(at)
    assert "1 ansøgning venter på svar, men kan ikke få penge af puljen" in said
    assert "**Fælles drivhus**, har ventet på svar siden 15. august 2025" in said


@pytest.mark.parametrize("on", ["2026-11-22", "2025-06-15", "2024-03-01"])
def test_its_sentences_are_the_subjects_own_screens(open_screen: Open, on: str) -> None:
    said = everything_said(open_screen(OVERBLIK, dato=on))
    for script in ("puljen", "ambassadoerer", "fokusgruppen", "handleplaner", "partnerskaber"):
        assert conclusion(open_screen(f"pages/board/{script}.py", dato=on)) in said


def test_what_happened_and_what_falls_due_are_lists_with_days(open_screen: Open) -> None:
    said = everything_said(open_screen(OVERBLIK))
    assert "Sidste møde var 29. oktober 2026." in said
    assert "- 12-11-2026 **Juletræstænding på torvet**, tilsagn, 5.500 kr. (Puljen)" in said
    assert "Næste bestyrelsesmøde er 10. december 2026." in said
    # Two of them grants of 2025.
    assert "**Skulle være sket (12)**" in said
    assert "- 30-09-2025 **Skakborde og bænke i gården**, bør afsluttes; 4.550 kr. er stadig bundet (Puljen)" in said
    assert "- 10-09-2026 **Genbrug ved renovering**, årlig evaluering (Handleplaner)" in said
    assert "**Inden mødet (10)**" in said
    assert "- 26-11-2026 **Kursusgang**, At sætte noget i gang (Ambassadører)" in said


def test_two_pools_are_two_cards_that_lead_to_each_pool(in_csv: Put) -> None:
    at = in_csv(lyngklokken())(OVERBLIK, dato=ON)
    assert figures(at)["rest af en ramme på 150.000 kr."] == "61.154,08 kr."
    assert figures(at)["rest af en ramme på 75.000 kr."] == "53.749,25 kr."
    links = {link.label.strip("*"): link.proto.query_string for link in at.main.page_link}
    assert "pulje=G25" in links["Grøn pulje"]
    assert "pulje=N25" in links["Naboskabspuljen"]
    lacking = listed(title.lower() for title in TITLES if title not in ("Puljen", "Fokusgruppen"))
    assert f"Der er ingen data om {lacking}." in everything_said(at)


def test_rows_that_cannot_be_read_are_said_by_table_and_make_the_pool_one_to_watch(in_csv: Put) -> None:
    tables = lyngklokken()
    tables["Fakturaer"][0]["Beløb"] = "12,345.67"
    tables["Bestyrelsesmøder"][0]["Dato"] = "i går"
    tables["Afdelinger"][0]["Navn"] = None
    at = in_csv(tables)(OVERBLIK, dato=ON, pulje=GREEN)
    (warning,) = warnings(at)
    for part in ("1 række i »Afdelinger«", "1 række i »Bestyrelsesmøder«", "i »Fakturaer«", "ikke talt med"):
        assert part in warning
    assert "Puljens rest er usikker" in everything_said(at)


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
    assert "Eksempeldata, ikke jeres egne tal** · Pr. 15. september 2026 · læst" in everything_said(at)


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


def test_the_first_and_the_last_of_the_boards_screens_have_one_neighbour(open_screen: Open) -> None:
    assert [shown(link.label) for link in open_screen(OVERBLIK, visning="stort").main.page_link][:2] == [
        "Puljen →",
        "**Fællesskabspuljen (2026)**",
    ]
    assert [link.label for link in open_screen("pages/board/afdelinger.py", visning="stort").main.page_link] == [
        f"← {SUBJECTS[-1].screens[-1].title}"
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
