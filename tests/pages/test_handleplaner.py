"""»Handleplaner«, »Partnerskaber«, »Idéer« and »Formidling«: the answer first, and what it was made from."""

import json
import re
from base64 import b64decode
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest

from shell.pictures.roles import ATTENTION, PAPER
from tests.conftest import Configure
from tests.organisations.lyngklokken import Row, Tables, lyngklokken
from tests.organisations.stores import write_csv
from tests.pages.conftest import Open
from tests.pages.reading import bars, column, conclusion, everything_said, rows, table

PLANS = "pages/board/handleplaner.py"
PARTNERSHIPS = "pages/board/partnerskaber.py"
IDEAS = "pages/board/ideer.py"
OUTREACH = "pages/board/formidling.py"
DAY = "2025-11-05"


def configured(configure: Configure, tmp_path: Path, **changed: list[Row]) -> None:
    tables: Tables = lyngklokken() | changed
    configure(f"[connections.csv]\nfolder = '{write_csv(tables, tmp_path / 'tabeller')}'\n")


def indicator(key: str, **cells: Any) -> Row:
    row: Row = {
        "Målepunkt": key,
        "Handleplan": "V",
        "Navn": f"Målepunkt {key}",
        "Enhed": "stk.",
        "Art": "nå",
        "Udgangspunkt": Decimal(0),
        "Udgangspunkt den": date(2025, 1, 1),
    }
    return row | cells


def aim(key: str, value: int, **cells: Any) -> Row:
    row: Row = {
        "Målepunkt": key,
        "Mål": Decimal(value),
        "Nås den": date(2025, 12, 31),
        "Gælder fra": date(2025, 1, 1),
    }
    return row | cells


def odd_but_legal() -> dict[str, list[Row]]:
    """One to be held at its baseline, one without a target, one measured before it began, a negative one, and a plan
    without any.
    """
    return {
        "Handleplaner": [
            {"Handleplan": "V", "Område": "Veje & <stier>", "Navn": "Grus", "Fra": date(2025, 1, 1)},
            {"Handleplan": "T", "Område": "Tage", "Navn": "Tegl", "Fra": date(2024, 1, 1), "Til": date(2024, 6, 1)},
        ],
        "Målepunkter": [
            indicator("hold", Art="hold", Grænse="højst", Udgangspunkt=Decimal(10)),
            indicator("uden"),
            indicator("før", **{"Udgangspunkt den": date(2026, 1, 1)}),
            indicator("minus", Udgangspunkt=Decimal(-10)),
        ],
        "Mål": [aim("hold", 10), aim("før", 5, **{"Nås den": date(2027, 1, 1)}), aim("minus", -40)],
        "Målinger": [
            {"Målepunkt": "hold", "Dato": date(2025, 6, 1), "Måling": Decimal("10.5")},
            {"Målepunkt": "før", "Dato": date(2025, 6, 1), "Måling": Decimal(1)},
            {"Målepunkt": "minus", "Dato": date(2025, 10, 1), "Måling": Decimal(-50)},
            {"Målepunkt": "minus", "Dato": date(2025, 12, 1), "Måling": Decimal(-60)},
        ],
    }


def test_the_sample_is_told_in_one_sentence(open_screen: Open) -> None:
    at = open_screen(PLANS)
    assert conclusion(at) == (
        "11 af 22 målepunkter er på sporet; 3 mangler måling; 3 årlige evalueringer er op til 73 dage over tid."
    )
    assert [one.value for one in at.header][:3] == ["Beboere", "Boliger", "Det grønne"]
    assert [row[-1] for row in rows(at, "plan_2_0")] == ["✓ nået", "! bagud"]
    said = everything_said(at)
    assert "**! Evalueret 10. okt. 2025. Evalueringen skulle være sket 10. okt. 2026: 43 dage over tid.**" in said
    assert "Bestyrelsen bad om: Beboerne skal spørges. Det skete: Ikke sket endnu." in said


def test_an_indicator_is_one_row_and_told_once(open_screen: Open) -> None:
    at = open_screen(PLANS)
    assert rows(at, "plan_1_2") == [
        [
            *("Boliger med for meget fugt", "Boliger med for meget fugt: 34 % af vejen til målet, ventet 88 %."),
            *("9,3 %", "mål 4", "Fra 12 % 1. apr. 2024 til 9,3 % 28. jun. 2026.", "! bagud"),
        ],
        [
            "Boliger med ventilation, der er efterset",
            "Boliger med ventilation, der er efterset: 44 % af vejen til målet, ventet 96 %.",
            *("55 %", "mål 100", "Fra 20 % 1. apr. 2024 til 55 % 31. mar. 2025.", "! bagud, for gammel"),
        ],
        [
            *("Radon i fællesrum", "Radon i fællesrum: 91 Bq/m³, grænsen er højst 100 Bq/m³."),
            *("91 Bq/m³", "højst 100", "Fra 80 Bq/m³ 1. apr. 2024 til 91 Bq/m³ 3. okt. 2025.", "✓ nået, for gammel"),
        ],
    ]
    everyone = [row for area in range(3) for plan in range(4) for row in _rows_or_none(at, f"plan_{area}_{plan}")]
    assert len(everyone) == 25
    assert len({row[0] for row in everyone}) == 25
    assert not at.main.table


def test_one_area_can_be_shown_alone(open_screen: Open) -> None:
    at = open_screen(PLANS, omraade="Boliger")
    assert [one.value for one in at.header] == ["Boliger", "Siden sidste møde"]
    assert len(rows(at, "plan_0_0")) == 2


def test_an_indicator_opened_shows_its_formula_filled_in_and_the_target_of_each_day(open_screen: Open) -> None:
    at = open_screen(PLANS, maalepunkt="G3-a")
    assert conclusion(at) == "Restaffald er bagud: 161,8 kg/beboer; målet er 140 kg/beboer den 31. maj 2027."
    said = everything_said(at)
    assert "Fremdrift = (161,8 − 210) / (140 − 210) = **69 %**" in said
    assert "Ventet = 904 dage / 1.094 dage = **83 %**" in said
    assert "Hvis udviklingen fortsætter, er det 141,66 kg/beboer den 31. maj 2027." in said
    assert column(at, "measurements", 2) == ["140 kg/beboer"] + ["150 kg/beboer"] * 3


def test_an_indicator_that_is_not_there_is_told(open_screen: Open) -> None:
    assert conclusion(open_screen(PLANS, maalepunkt="X")) == "Målepunktet X findes ikke pr. 22. nov. 2026."


def test_odd_but_legal_histories_are_told_one_by_one(open_screen: Open, configure: Configure, tmp_path: Path) -> None:
    configured(configure, tmp_path, **odd_but_legal())
    at = open_screen(PLANS, dato=DAY)
    assert conclusion(at) == "1 af 2 målepunkter er på sporet."
    told = {row[0]: row[1:] for row in rows(at, "plan_1_0")}
    assert told == {
        "Målepunkt hold": [
            *("Målepunkt hold: 10,5 stk., grænsen er højst 10 stk.", "10,5 stk.", "højst 10"),
            *("Fra 10 stk. 1. jan. 2025 til 10,5 stk. 1. jun. 2025.", "! bagud"),
        ],
        "Målepunkt uden": [
            *("Målepunkt uden: der er intet mål i data.", "ingen måling", "intet mål"),
            *("Ingen måling siden udgangspunktet.", "? kan ikke siges"),
        ],
        "Målepunkt før": [
            *("Målepunkt før: ikke målt siden udgangspunktet, ventet 0 %.", "ingen måling", "mål 5"),
            *("Ingen måling siden udgangspunktet.", "– ikke begyndt"),
        ],
        "Målepunkt minus": [
            *("Målepunkt minus: 133 % af vejen til målet, ventet 85 %.", "-50 stk.", "mål -40"),
            *("Fra -10 stk. 1. jan. 2025 til -50 stk. 1. okt. 2025.", "✓ nået"),
        ],
    }
    assert "Der er ingen målepunkter." in everything_said(at)
    assert "Afsluttet 1. jun. 2024." in everything_said(at)


def test_a_limit_without_a_side_is_drawn_hollow(open_screen: Open, configure: Configure, tmp_path: Path) -> None:
    found = odd_but_legal()
    del found["Målepunkter"][0]["Grænse"]
    configured(configure, tmp_path, **found)
    at = open_screen(PLANS, dato=DAY)
    row = next(line for line in at.container(key="plan_1_0").markdown[0].value.splitlines() if "hold" in line)
    drawn = b64decode(re.findall(r"base64,([^)]+)", row)[0]).decode()
    assert rows(at, "plan_1_0")[1][-1] == "? kan ikke siges"
    assert PAPER in drawn
    assert ATTENTION not in drawn


@pytest.mark.parametrize(
    ("kinds", "tick", "entries"),
    [
        (("nå",), "så langt burde det være nået nu", 5),
        (("hold",), "grænsen, der skal holdes", 4),
        (("nå", "hold"), "så langt burde det være nået nu, eller grænsen, der skal holdes", 5),
    ],
    ids=str,
)
def test_the_legend_explains_what_is_shown_and_nothing_else(
    open_screen: Open, configure: Configure, tmp_path: Path, kinds: tuple[str, ...], tick: str, entries: int
) -> None:
    found = odd_but_legal()
    found["Målepunkter"] = [row for row in found["Målepunkter"] if row["Art"] in kinds]
    configured(configure, tmp_path, **found)
    at = open_screen(PLANS, dato=DAY)
    assert len(rows(at, "legend_plans")) == entries
    assert f"Streg {tick}" in re.sub(r"!\[(.*?)\]\(.*?\)", r"\1", everything_said(at))


def test_where_there_are_no_indicators_there_is_nothing_to_explain(
    open_screen: Open, configure: Configure, tmp_path: Path
) -> None:
    configured(configure, tmp_path, **(odd_but_legal() | {"Målepunkter": [], "Mål": [], "Målinger": []}))
    with pytest.raises(KeyError):
        rows(open_screen(PLANS, dato=DAY), "legend_plans")


@pytest.mark.parametrize("key", ["hold", "uden", "før", "minus"])
def test_each_of_them_can_be_opened(open_screen: Open, configure: Configure, tmp_path: Path, key: str) -> None:
    configured(configure, tmp_path, **odd_but_legal())
    at = open_screen(PLANS, dato=DAY, maalepunkt=key)
    assert conclusion(at).startswith(f"Målepunkt {key}")
    if key == "minus":
        assert "1 måling efter 5. nov. 2025 er ikke med." in everything_said(at)


@pytest.mark.parametrize("screen", [PLANS, PARTNERSHIPS, IDEAS, OUTREACH])
def test_an_organisation_without_the_subject_is_told_what_to_do(
    open_screen: Open, configure: Configure, tmp_path: Path, screen: str
) -> None:
    tables = lyngklokken()
    kept = {title: tables[title] for title in ("Indstillinger", "Afdelinger", "Puljer", "Ansøgninger", "Fakturaer")}
    configure(f"[connections.csv]\nfolder = '{write_csv(kept, tmp_path / 'tabeller')}'\n")
    at = open_screen(screen)
    assert conclusion(at).startswith("Der er ingen ")
    assert "Opret tabel" in everything_said(at)


@pytest.mark.parametrize("screen", [PLANS, PARTNERSHIPS, IDEAS, OUTREACH])
def test_empty_tables_are_no_fault(open_screen: Open, configure: Configure, tmp_path: Path, screen: str) -> None:
    configured(configure, tmp_path)
    assert conclusion(open_screen(screen, dato=DAY))


def test_an_indicator_opened_says_which_plan_it_is_of_and_how_that_stands(open_screen: Open) -> None:
    said = everything_said(open_screen(PLANS, maalepunkt="G3-a"))
    assert "**Mindre affald** i området Det grønne. **! Evalueret 10. okt. 2025." in said
    assert "Bestyrelsen bad om: Et strammere mål for restaffald. Det skete: Nyt mål fra januar 2026." in said


def test_an_indicator_opened_says_and_draws_what_it_lacks_on_the_day_that_is_asked_about(open_screen: Open) -> None:
    at = open_screen(PLANS, maalepunkt="G3-a")
    said = everything_said(at)
    # 70 kg over 1.094 days from 210, of which 904 have passed.
    assert "Pr. 22. nov. 2026 burde det være 152,16 kg/beboer." in said
    assert "Den seneste måling er 161,8 kg/beboer og 147 dage gammel. Målepunktet var på sporet" in said
    assert "Orange: så meget mangler der." in said
    assert {"i dag", "mål 140"} <= set(words_drawn(at))
    assert "1. mar. 2026" in words_drawn(open_screen(PLANS, maalepunkt="G3-a", dato="2026-03-01"))


def words_drawn(at: AppTest) -> list[str]:
    (chart,) = at.get("vega_lite_chart")
    return [layer["mark"]["text"] for layer in json.loads(chart.proto.spec)["layer"] if "text" in layer["mark"]]


def test_a_limit_to_be_held_is_a_level_line(open_screen: Open) -> None:
    at = open_screen(PLANS, maalepunkt="B2-b")
    assert "Stiplet: grænsen, der skal holdes." in everything_said(at)
    (chart,) = at.get("vega_lite_chart")
    frames = [convert_arrow_bytes_to_pandas_df(one.data.data) for one in chart.proto.datasets]
    (line,) = (frame for frame in frames if "part" in frame)
    assert set(line["value"]) == {100}


# Partnerships, ideas, outreach.


def test_partnerships_stand_year_by_year_with_the_year_that_is_over(open_screen: Open) -> None:
    at = open_screen(PARTNERSHIPS)
    assert conclusion(at).startswith(
        "10 partnerskabsaftaler løber, og 1 afdeling venter på svar. I 2026 er der indgået 6, men der var kun plads"
    )
    assert table(at, "years")[0] == ["2026", "5", "7", "6", "10", "2", "! 1 over"]
    assert bars(at, "years") == [
        ("2026", "6 af 5", "2026: 6 aftaler, plads til 5, 1 over"),
        ("2025", "3 af 5", "2025: 3 aftaler, plads til 5"),
        ("2024", "3 af 4", "2024: 3 aftaler, plads til 4"),
    ]
    assert len(rows(at, "legend_years")) == 3
    assert "flere, end der er plads til" in everything_said(at)
    past = open_screen(PARTNERSHIPS, dato="2025-12-31")
    assert len(rows(past, "legend_years")) == 2, "nothing is beyond the room that year"
    first, second, *_ = table(at, "partners")
    assert first == ["Teglværksløkken", "Stisystem (søgt 28-10-2026)", "–", "–"], "what waits for the board is first"
    assert second == ["Bøgelunden", "–", "Delebiler (siden 04-05-2026)", "–"]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        pytest.param({"soeg": "haver"}, ["Havedag", "Vilde hjørner"], id="a word in another form"),
        pytest.param({"soeg": "haver", "hvem": "beboer"}, ["Vilde hjørner"], id="for residents only"),
        pytest.param(
            {"brug": "ingen har prøvet", "hvem": "afdeling"},
            ["Lektiecafé", "Værktøj til udlån", "Ladepladser til cykler"],
            id="untried, also for both",
        ),
        pytest.param({"soeg": "undervandsbåd"}, [], id="nothing"),
    ],
)
def test_ideas_are_found(open_screen: Open, asked: dict[str, str], names: list[str]) -> None:
    at = open_screen(IDEAS, **asked)
    found = [row[0].split(".")[0].removeprefix("**") for key in range(3) for row in _rows(at, f"ideas_{key}")]
    assert found == names
    assert ("Ingen idéer passer." in everything_said(at)) is not bool(names)


def test_where_an_idea_is_in_use_and_where_it_was_is_one_sentence(open_screen: Open) -> None:
    at = open_screen(IDEAS)
    where = {row[0].split(".")[0].removeprefix("**"): row[2] for key in range(3) for row in table(at, f"ideas_{key}")}
    named = {idea: re.sub(r"\[(.+?)\]\(.+?\)", r"\1", told) for idea, told in where.items()}
    assert named["Bytterum"] == "✓ Kløvermarken og Møllebakken"
    assert named["Fællesspisning"] == "✓ Hestehavegård og Skovbrynet, tidligere også i Katrineholmsalle"
    assert named["Plantebytte"] == "tidligere i Egholmparken"
    assert named["Lektiecafé"] == "○ ingen har prøvet"


def _rows_or_none(at: Any, key: str) -> list[list[str]]:
    try:
        return rows(at, key)
    except KeyError:
        return []


def _rows(at: Any, key: str) -> list[list[str]]:
    try:
        return table(at, key)
    except KeyError:
        return []


def test_an_area_that_nobody_heard_about_is_told(open_screen: Open) -> None:
    at = open_screen(OUTREACH)
    assert conclusion(at) == "Der er fortalt 9 gange på et år, men ikke om Boliger."
    assert table(at, "months")[-2] == ["oktober 2026", "●", "○", "○"]
    assert column(at, "told", 0)[0] == "22-10-2026"
    assert [one.value for one in at.markdown if one.value.startswith("- ")] == [], "what is told is not listed again"
