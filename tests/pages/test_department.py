"""A department's own screen: everything about it from the address, and the ways to it."""

from datetime import date

import pytest

from tests.organisations.lyngklokken import lyngklokken
from tests.organisations.many_departments import many_departments
from tests.pages.conftest import Open, Put
from tests.pages.reading import bars, conclusion, everything_said, raw_words, shown, table, warnings

SCREEN = "pages/board/afdelinger.py"


def test_the_sample_is_told_with_the_departments_name_and_every_subject(seen: Open) -> None:
    at = seen(SCREEN, afdeling="02")
    assert conclusion(at) == (
        "Egholmparken har fået 7.600 kr. af puljen i 2026, har 2 ambassadører og har 1 partnerskabsaftale."
    )
    assert [one.value for one in at.main.header] == [
        "Forfalder",
        "Kort fortalt",
        "Det er sket",
        "Ansøgninger",
        "Initiativer",
        "Partnerskabsaftaler",
        "Idéer i brug",
    ]
    said = everything_said(at)
    assert "Afdeling 02 · 96 boliger · seneste aktivitet 12. nov. 2026" in said
    assert "- 12. nov. 2026: **Fællesspisning hver måned**, faktura betalt, 1.785,50 kr." in said
    assert "- **Ambassadører**: Afdelingen har 2 ambassadører, den første siden 24. feb. 2022." in said
    assert table(at, "part_0")[0][0] == "Fællesspisning hver måned"
    assert "[Fællesspisning hver måned](puljen?pulje=2026&projekt=A26-" in shown("\n".join(raw_words(at)))
    assert not warnings(at)


def test_where_nothing_has_ever_happened_that_is_said(seen: Open) -> None:
    at = seen(SCREEN, afdeling="29")
    assert conclusion(at) == (
        "Birkelyet har aldrig søgt om penge fra puljen, har aldrig haft en ambassadør og har ingen partnerskabsaftale."
    )
    assert "Afdeling 29 · 20 boliger · ingen aktivitet registreret" in everything_said(at)
    assert "Der er ingen aktivitet registreret i afdelingen." in everything_said(at)
    assert not at.main.table


def test_it_is_shown_as_it_was_on_the_date(open_screen: Open) -> None:
    at = open_screen(SCREEN, afdeling="03", dato="2023-11-16")
    assert conclusion(at) == (
        "Tværgade har aldrig søgt om penge fra puljen, har 1 ambassadør og har ingen partnerskabsaftale."
    )


@pytest.mark.parametrize("typed", ["2", "Egholmparken", "egholm parken"])
def test_it_is_found_by_its_name_too(open_screen: Open, typed: str) -> None:
    assert conclusion(open_screen(SCREEN, afdeling=typed)).startswith("Egholmparken har fået")


def test_one_that_is_not_there_is_said_not_to_be_and_all_are_shown(seen: Open) -> None:
    at = seen(SCREEN, afdeling="*99*")
    assert warnings(at) == ["Afdelingen »*99*« i adressen findes ikke. Her er alle afdelinger."]
    assert conclusion(at) == "I 8 af 38 afdelinger er der ingen aktivitet registreret."
    assert [(name, told) for name, told, _ in bars(at, "recency")] == [
        ("Ingen aktivitet registreret", "8 afdelinger"),
        ("Seneste aktivitet for over et år siden", "4 afdelinger"),
        ("Aktivitet inden for det seneste år", "26 afdelinger"),
    ]
    assert len(table(at, "side_by_side")) == 38


def test_of_two_with_one_name_the_number_says_which(in_csv: Put) -> None:
    tables = lyngklokken()
    tables["Afdelinger"][1]["Navn"] = "Lyngtoften"
    open_screen = in_csv(tables)
    at = open_screen(SCREEN, afdeling="Lyngtoften", dato="2025-10-01")
    assert "kan være en af 2: »101« og »102«" in warnings(at)[0]
    assert [row[0] for row in table(at, "side_by_side") if "Lyngtoften" in row[0]] == [
        "Lyngtoften (101)",
        "Lyngtoften (102)",
    ]
    assert conclusion(open_screen(SCREEN, afdeling="102", dato="2025-10-01")).startswith("Lyngtoften (102) har")


def test_the_ways_lead_to_the_ones_beside_it_by_name_and_keep_the_date(open_screen: Open) -> None:
    def ways(number: str) -> str:
        (line,) = open_screen(SCREEN, afdeling=number, dato="2026-11-20").container(key="not_on_paper_ways").markdown
        return shown(line.value)

    everything = "← [Alle afdelinger](afdelinger?dato=2026-11-20)"
    assert ways("29") == f"{everything} · næste: [Brombærkrogen](afdelinger?dato=2026-11-20&afdeling=35)"
    assert ways("30") == f"{everything} · forrige: [Åbrinken](afdelinger?dato=2026-11-20&afdeling=08)"


def test_the_only_one_has_none_beside_it(in_csv: Put) -> None:
    tables = lyngklokken()
    del tables["Afdelinger"][1:]
    at = in_csv(tables)(SCREEN, afdeling="101", dato="2025-10-01")
    (line,) = at.container(key="not_on_paper_ways").markdown
    assert line.value == "← [Alle afdelinger](afdelinger?dato=2025-10-01)"


def test_text_of_the_sheet_is_shown_letter_for_letter_and_leads_where_it_should(in_csv: Put) -> None:
    tables = lyngklokken()
    tables["Afdelinger"][0] |= {"Navn": "[Lyng](https://x.invalid) <b>*toften*</b>"}
    tables["Afdelinger"][5] |= {"Afdeling": "20&1 #?", "Boliger": None}
    open_screen = in_csv(tables)
    at = open_screen(SCREEN, afdeling="101", dato="2025-10-01")
    assert conclusion(at).startswith("[Lyng](https://x.invalid) <b>*toften*</b> har ")
    assert "](https" not in "\n".join(raw_words(at))
    listed = open_screen(SCREEN, dato="2025-10-01")
    assert "(afdelinger?dato=2025-10-01&afdeling=20%261+%23%3F)" in "\n".join(raw_words(listed))
    assert "antal boliger ikke oplyst" in everything_said(open_screen(SCREEN, afdeling="20&1 #?", dato="2025-10-01"))


def test_rows_that_may_be_about_it_and_cannot_be_read_are_said(in_csv: Put) -> None:
    tables = lyngklokken()
    tables["Partnerskabsaftaler"] = [{"Aftale": "P1", "Afdeling": "101", "Ansøgt": "engang"}]
    open_screen = in_csv(tables)
    told = (
        "1 række, der kan være om afdelingen, er ikke talt med, fordi der står noget, som ikke kan læses. "
        "Se »Data« i menuen."
    )
    at = open_screen(SCREEN, afdeling="101", dato="2025-10-01")
    assert told in warnings(at)
    assert "partnerskabsaftale" not in conclusion(at)
    assert told not in warnings(open_screen(SCREEN, afdeling="102", dato="2025-10-01"))


def test_subjects_that_the_organisation_does_not_have_are_not_told_of(in_csv: Put) -> None:
    at = in_csv(lyngklokken())(SCREEN, afdeling="101", dato="2025-10-01")
    assert "ambassadør" not in conclusion(at)
    assert "Partnerskab" not in "\n".join(one.value for one in at.main.markdown)


def test_of_many_applications_the_newest_stand_and_the_rest_can_be_unfolded(in_csv: Put) -> None:
    tables = many_departments(150, 20)
    tables["Ansøgninger"] = [
        {
            "Ansøgning": f"A{place}",
            "Pulje": "G25",
            "Projekt": f"Projekt {place}",
            "Afdelinger": "007",
            "Modtaget": date(2025, 2, place + 1),
            "Ansøgt beløb": 1000,
        }
        for place in range(14)
    ]
    at = in_csv(tables)(SCREEN, afdeling="007", dato="2025-10-01")
    assert [row[0] for row in table(at, "part_0")] == [f"Projekt {place}" for place in range(13, 1, -1)]
    assert [row[0] for row in table(at, "part_0_rest")] == ["Projekt 1", "Projekt 0"]
    assert "Vis 2 til" in [one.label for one in at.expander]


@pytest.mark.parametrize(
    ("script", "address"),
    [
        pytest.param("pages/board/ambassadoerer.py", {}, id="the tiles of the ambassadors"),
        pytest.param("pages/board/partnerskaber.py", {}, id="the agreements"),
        pytest.param("pages/board/ideer.py", {}, id="the ideas"),
        pytest.param("pages/board/puljen.py", {}, id="the pool's list and its departments"),
        pytest.param("pages/board/puljen.py", {"projekt": "A24-02"}, id="a project"),
    ],
)
def test_a_departments_name_opens_it_from_every_screen(seen: Open, script: str, address: dict[str, str]) -> None:
    assert "[Egholmparken](afdelinger?afdeling=02)" in "\n".join(raw_words(seen(script, **address)))
