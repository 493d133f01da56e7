"""Every screen of the menu, on the sample, on any date: it opens, answers once, and says whose data it shows."""

import csv
import re
from datetime import date

import pytest

from core.menu import MENU_ITEMS
from core.subject.menu_item import MenuItem
from shell.pictures.roles import ALL
from tests.conftest import Configure
from tests.organisations.lyngklokken import Tables
from tests.pages.conftest import DASHBOARD, Open, Put
from tests.pages.reading import as_of, conclusion, drawings, everything_said, name, raw_words, shown, warnings

NUMBER_WORD = re.compile(r"(?<![\w-])(to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)(?![\w-])", re.IGNORECASE)
NONE_OF_NONE = re.compile(r"(?<![\d.])0 af 0(?!\d)")
SPELT_OUT_IN_SHEETS = {
    cell
    for file in (DASHBOARD.parent / "sample_data").glob("*.csv")
    for row in csv.reader(file.read_text(encoding="utf-8").splitlines(), delimiter=";")
    for cell in row
    if NUMBER_WORD.search(cell)
}

every_screen = pytest.mark.parametrize("item", MENU_ITEMS, ids=[item.title for item in MENU_ITEMS])
of_a_pool = pytest.mark.parametrize("item", MENU_ITEMS[:3], ids=[item.title for item in MENU_ITEMS[:3]])

_COLOR = re.compile(r"(?<![\w&])#[0-9a-fA-F]{6}\b")
ENGLISH = re.compile(
    r"\b(the|this|that|with|without|from|loading|error|warning|failed|choose|select|search|close|cancel|submit|"
    r"download|upload|amount|applications?|grants?|granted|invoices?|paid|balance|departments?|meetings?|rows?|"
    r"columns?|tables?|values?|missing|unknown|pending|yes|none|nan|nat|null|true|false|today|options?|"
    r"january|february|march|june|july|october|monday|sunday|dd|mm|yyyy)\b",
    re.IGNORECASE,
)


@every_screen
def test_it_opens_with_its_title_and_one_answer(seen: Open, item: MenuItem) -> None:
    at = seen(item.script)
    assert name(at) == item.title
    assert conclusion(at)


@every_screen
def test_it_says_that_the_sample_is_no_data_of_the_boards_own(seen: Open, item: MenuItem) -> None:
    assert "Eksempeldata, ikke jeres egne tal" in everything_said(seen(item.script))


@every_screen
def test_it_names_the_organisation_and_the_way_to_every_other_screen(seen: Open, item: MenuItem) -> None:
    at = seen(item.script)
    assert at.sidebar.markdown[0].value == "**DOMI Bolig**"
    assert [link.label for link in at.sidebar.page_link] == [one.title for one in MENU_ITEMS]


def test_the_statement_on_accessibility_is_below_the_menu_where_there_is_one(
    configure: Configure, open_screen: Open
) -> None:
    def links() -> list[str]:
        return [text.value for text in open_screen("pages/board/puljen.py").sidebar.markdown[1:]]

    configure("[dashboard]\naccessibility_statement = 'https://www.was.digst.dk/x'\n")
    assert links() == ["[Tilgængelighedserklæring](was)"]
    configure("[dashboard]\n")
    assert links() == []


@every_screen
def test_it_says_as_of_when_and_when_the_data_was_read(seen: Open, item: MenuItem) -> None:
    at = seen(item.script, dato="2026-09-15")
    assert as_of(at) == "Pr. 15. sep. 2026"
    assert "læst i dag kl. 12.00" in everything_said(at)


def test_the_date_can_be_that_of_a_meeting_that_was_held(open_screen: Open) -> None:
    at = open_screen("pages/board/puljen.py")
    meetings = [one for one in at.button if str(one.key).startswith("dag_")]
    assert 0 < len(meetings) <= 6
    assert [one.key for one in meetings] == sorted((str(one.key) for one in meetings), reverse=True)
    meetings[0].click().run()
    assert at.query_params["dato"] == str(meetings[0].key).removeprefix("dag_")


@every_screen
@pytest.mark.parametrize(
    "on",
    [
        "2000-01-01",
        "2024-06-15",
        "2099-12-31",
        *(
            pytest.param(on, marks=pytest.mark.more_of_a_race)
            for on in ("2023-12-31", "2024-01-01", "2025-01-01", "2026-12-31", "2027-01-01")
        ),
    ],
)
def test_it_can_be_seen_as_of_any_date(seen: Open, item: MenuItem, on: str) -> None:
    at = seen(item.script, dato=on)
    assert conclusion(at)
    assert not warnings(at)


@pytest.mark.parametrize(
    ("item", "typed"),
    [
        *((item, "2024-02-30") for item in MENU_ITEMS),
        *((MENU_ITEMS[0], typed) for typed in ("15-06-2024", "i går", "1999-12-31", "2100-01-01", "9" * 50)),
    ],
    ids=str,
)
def test_a_date_that_is_none_is_said_and_today_is_shown(seen: Open, item: MenuItem, typed: str) -> None:
    at = seen(item.script, dato=typed)
    assert warnings(at) == [f"Datoen »{typed}« i adressen kan ikke bruges. Her vises 22. nov. 2026."]
    assert as_of(at) == "Pr. 22. nov. 2026"


@of_a_pool
def test_a_pool_that_does_not_exist_is_said_and_todays_is_shown(seen: Open, item: MenuItem) -> None:
    at = seen(item.script, pulje="1999")
    assert warnings(at) == ["Puljen »1999« i adressen kan ikke bruges. Her vises Fællesskabspuljen (2026)."]


@pytest.mark.parametrize(
    ("screen", "name", "asked", "said"),
    [
        ("puljen", "afdeling", "99", "Afdeling »99« i adressen kan ikke bruges. Her vises alle afdelinger."),
        ("puljen", "aar", "1999", "År »1999« i adressen kan ikke bruges. Her vises alle år."),
        ("puljen", "status", "afslag", "Status »afslag« i adressen kan ikke bruges. Her vises alle."),
        ("puljen", "sorter", "x", "Rækkefølgen »x« i adressen kan ikke bruges. Her vises de nyeste først."),
        ("puljen", "vis", "60", "Visningen »60« i adressen kan ikke bruges. Her vises højst 8 ansøgninger."),
        ("puljen", "visning", "s", "Visningen »s« i adressen kan ikke bruges. Her vises skærmen, som den plejer."),
        ("fokusgruppen", "invitationer", "8", "Antal invitationer »8« i adressen kan ikke bruges. Her vises 3."),
        ("fokusgruppen", "invitationer", "0", "Antal invitationer »0« i adressen kan ikke bruges. Her vises 3."),
        ("fokusgruppen", "invitationer", "-1", "Antal invitationer »-1« i adressen kan ikke bruges. Her vises 3."),
        ("fokusgruppen", "invitationer", "fem", "Antal invitationer »fem« i adressen kan ikke bruges. Her vises 3."),
        ("handleplaner", "omraade", "<b>", "Område »<b>« i adressen kan ikke bruges. Her vises alle områder."),
        ("ideer", "hvem", "ingen", "Hvem »ingen« i adressen kan ikke bruges. Her vises alle."),
        ("ideer", "brug", "[x](y)", "Brug »[x](y)« i adressen kan ikke bruges. Her vises alle."),
        ("afdelinger", "sorter", "x", "Rækkefølgen »x« i adressen kan ikke bruges. Her vises længst tid siden først."),
        (
            "planchen",
            "seminar",
            "2020-01-01",
            "Seminar »2020-01-01« i adressen kan ikke bruges. Her vises fanen »Plancher« 19. sep. 2026.",
        ),
        ("planchen", "organisation", "x", "Boligorganisation »x« i adressen kan ikke bruges. Her vises alle."),
        ("vejledning", "hvem", "x", "Vejledning til »x« i adressen kan ikke bruges. Her vises bestyrelsen."),
    ],
)
def test_what_the_address_asks_for_and_is_not_there_is_said_and_so_is_what_is_shown(
    seen: Open, screen: str, name: str, asked: str, said: str
) -> None:
    item = next(item for item in MENU_ITEMS if item.address == screen)
    assert warnings(seen(item.script, **{name: asked})) == [said]


def test_what_the_screen_does_not_ask_for_in_its_address_is_left_alone(seen: Open) -> None:
    """Links get more names put to them on their way."""
    assert not warnings(seen("pages/board/puljen.py", utm_source="nyhedsbrev", invitationer="8"))


def test_a_note_about_the_address_is_shown_too_where_the_screen_has_nothing_to_show(in_csv: Put) -> None:
    """Also above a screen that ends early."""
    at = in_csv({"Afdelinger": []})("pages/chair/planchen.py", seminar="2024-09-21", visning="stor")
    assert warnings(at) == [
        "Visningen »stor« i adressen kan ikke bruges. Her vises skærmen, som den plejer.",
        "Seminar »2024-09-21« i adressen kan ikke bruges. Her vises den tomme planche.",
    ]
    at = in_csv({"Afdelinger": []})("pages/board/puljen.py", visning="stor")
    assert warnings(at) == ["Visningen »stor« i adressen kan ikke bruges. Her vises skærmen, som den plejer."]


def test_a_very_long_wish_in_the_address_is_said_in_brief(seen: Open) -> None:
    (said,) = warnings(seen("pages/board/puljen.py", aar="9" * 3000))
    assert said == f"År »{'9' * 60}…« i adressen kan ikke bruges. Her vises alle år."


@every_screen
def test_its_words_are_danish(seen: Open, item: MenuItem) -> None:
    at = seen(item.script)
    english = [(found[0], words) for words in raw_words(at) for found in ENGLISH.finditer(shown(words))]
    assert not english


def test_so_are_those_of_an_opened_project_of_a_full_form_and_of_the_empty_list(seen: Open) -> None:
    for script, address in (
        ("pages/board/puljen.py", {"projekt": "A25-11"}),
        ("pages/board/puljen.py", {"projekt": "findes-ikke"}),
        ("pages/board/puljen.py", {"soeg": "findes-ikke"}),
        ("pages/board/bevilling.py", {"ansoegning": "A26-20"}),
        ("pages/board/bevilling.py", {"dato": "2023-01-01"}),
    ):
        at = seen(script, **address)
        assert not [words for words in raw_words(at) if ENGLISH.search(shown(words))]


@every_screen
def test_every_field_to_choose_in_has_a_danish_hint_of_its_own(seen: Open, item: MenuItem) -> None:
    """Without one Streamlit writes an English hint in an empty field."""
    at = seen(item.script)
    empty = [field for field in [*at.selectbox, *at.multiselect] if not field.value]
    assert [field.label for field in empty if not field.placeholder] == []


@every_screen
def test_every_field_has_a_label(seen: Open, item: MenuItem) -> None:
    at = seen(item.script)
    fields = [*at.selectbox, *at.multiselect, *at.text_input, *at.date_input, *at.checkbox, *at.button]
    assert all(field.label.strip() for field in fields)


@every_screen
def test_every_picture_and_table_has_a_description_in_words(seen: Open, item: MenuItem) -> None:
    at = seen(item.script)
    for element in [*at.get("vega_lite_chart"), *at.get("table")]:
        assert len(element.proto.alt) > 10


@every_screen
@pytest.mark.parametrize("on", ["2000-01-01", "2024-06-15", "2099-12-31", ""])
def test_every_drawing_has_words_and_every_picture_the_roles_colours_alone(seen: Open, item: MenuItem, on: str) -> None:
    at = seen(item.script, **({"dato": on} if on else {}))
    for words, svg in drawings(at):
        assert words or 'width="12"' in svg, "only a mark beside its word has none"
        assert {color.upper() for color in _COLOR.findall(svg)} <= ALL
    for chart in at.get("vega_lite_chart"):
        assert {color.upper() for color in _COLOR.findall(chart.proto.spec)} <= ALL


@pytest.mark.parametrize(
    ("script", "pictures"),
    [("board/puljen", 5), ("board/partnerskaber", 3), ("board/ambassadoerer", 4), ("chair/planchen", 8)],
)
def test_screens_that_have_drawings_show_them(seen: Open, script: str, pictures: int) -> None:
    assert len(list(drawings(seen(f"pages/{script}.py")))) >= pictures


def test_a_link_to_another_screen_takes_date_and_pool_along(seen: Open) -> None:
    at = seen("pages/board/puljen.py", dato="2024-06-15", pulje="2024", soeg="fest")
    for link in at.sidebar.page_link:
        assert link.proto.query_string == "dato=2024-06-15&pulje=2024"


@every_screen
@pytest.mark.parametrize("address", [{"dato": "2024-06-15"}, {}], ids=["on a day gone by", "today"])
def test_no_sentence_ends_twice(seen: Open, item: MenuItem, address: dict[str, str]) -> None:
    """An amount ends in »kr.« by itself."""
    assert not [line for line in everything_said(seen(item.script, **address)).splitlines() if ".." in line]


@every_screen
@pytest.mark.parametrize("address", [{"dato": "2000-01-01"}, {"dato": "2024-06-15"}, {}], ids=["before", "past", "now"])
def test_how_many_is_told_in_figures_and_never_as_none_of_none(
    seen: Open, item: MenuItem, address: dict[str, str]
) -> None:
    said = everything_said(seen(item.script, **address))
    for cell in SPELT_OUT_IN_SHEETS:
        said = said.replace(cell, "")
    assert not NONE_OF_NONE.search(said)
    assert not [line for line in said.splitlines() if NUMBER_WORD.search(line)]


@every_screen
def test_an_organisation_with_little_more_than_headings_is_never_told_of_none_of_none(
    in_csv: Put, item: MenuItem
) -> None:
    nobody: Tables = {
        "Afdelinger": [],
        "Hold": [{"Hold": "1"}],
        "Partnerskabsår": [{"År": 2026, "Pladser": 0}],
        "Handleplaner": [{"Handleplan": "H1", "Navn": "Grønt", "Område": "Det grønne", "Fra": date(2026, 1, 1)}],
    }
    said = everything_said(in_csv(nobody)(item.script))
    assert not NONE_OF_NONE.search(said)
