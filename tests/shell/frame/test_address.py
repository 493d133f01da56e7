"""What is looked at stands in the address: links take it along, widgets write to it, nonsense is left out."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest


def screen(body: str, **address: str) -> AppTest:
    """A script with one thing on it, opened at an address."""
    lines = [
        "from datetime import date",
        "import streamlit as st",
        "from shell.frame import address",
        body,
    ]
    at = AppTest.from_string("\n".join(lines), default_timeout=60)
    for name, value in address.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def test_a_link_takes_date_and_pool_along_and_nothing_else() -> None:
    at = screen(
        "st.text(address.link(projekt='A24-01'))", dato="2024-06-15", pulje="2024", soeg="fest", status="Afslag"
    )
    assert at.text[0].value == "?dato=2024-06-15&pulje=2024&projekt=A24-01"


def test_a_link_on_a_screen_of_today_names_only_what_is_changed() -> None:
    assert screen("st.text(address.link(projekt='A24-01'))").text[0].value == "?projekt=A24-01"


def test_a_change_replaces_what_the_address_had() -> None:
    at = screen("st.text(address.link(pulje='2025'))", pulje="2024")
    assert at.text[0].value == "?pulje=2025"


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("A 1", "A+1"),
        ("2024/25", "2024%2F25"),
        ("a&b=c#d?e", "a%26b%3Dc%23d%3Fe"),
        ("æøå", "%C3%A6%C3%B8%C3%A5"),
        ("x) [y](http://e.x)", "x%29+%5By%5D%28http%3A%2F%2Fe.x%29"),
    ],
)
def test_a_key_with_marks_of_its_own_can_break_neither_address_nor_markdown(key: str, written: str) -> None:
    assert screen(f"st.text(address.link(projekt={key!r}))").text[0].value == f"?projekt={written}"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("2024-06-15", "2024-06-15"),
        ("2000-01-01", "2000-01-01"),
        ("2099-12-31", "2099-12-31"),
        ("1999-12-31", "None"),
        ("2100-01-01", "None"),
        ("2024-02-30", "None"),
        ("15-06-2024", "None"),
        ("i dag", "None"),
        ("", "None"),
    ],
)
def test_a_date_in_the_address_is_one_of_this_century_or_none(typed: str, found: str) -> None:
    assert screen("st.text(str(address.date_in_address()))", dato=typed).text[0].value == found


DATE = "address.pick_date('Vis pr.', address.date_in_address() or date(2026, 11, 22), date(2026, 11, 22))"


def test_choosing_a_date_writes_it_and_choosing_today_takes_it_out() -> None:
    at = screen(DATE)
    at.date_input[0].set_value(date(2024, 6, 15)).run()
    assert at.query_params == {"dato": "2024-06-15"}
    assert at.date_input[0].value == date(2024, 6, 15)
    at.date_input[0].set_value(date(2026, 11, 22)).run()
    assert at.query_params == {}


def test_the_date_in_the_address_is_the_one_shown() -> None:
    assert screen(DATE, dato="2025-01-31").date_input[0].value == date(2025, 1, 31)


PICK = "st.text(repr(address.pick('Status', 'status', ['Afslag', 'Bortfaldet'], str, 'Alle')))"


def test_choosing_writes_it_to_the_address_and_clearing_takes_it_out() -> None:
    at = screen(PICK, pulje="2024")
    assert at.text[0].value == "''"
    at.selectbox[0].set_value("Afslag").run()
    assert at.query_params == {"pulje": "2024", "status": "Afslag"}
    assert at.text[0].value == "'Afslag'"
    at.selectbox[0].set_value(None).run()
    assert at.query_params == {"pulje": "2024"}


def test_a_choice_the_address_does_not_know_is_all_of_them() -> None:
    at = screen(PICK, status="<b>noget</b>")
    assert at.text[0].value == "''"
    assert at.selectbox[0].value is None


SEARCH = "st.text(repr(address.search('Søg', 'soeg', 'fx legeplads')))"


def test_searching_writes_the_words_without_the_spaces_around_them() -> None:
    at = screen(SEARCH)
    at.text_input[0].set_value("  fest i gården ").run()
    assert at.query_params == {"soeg": "fest i gården"}
    assert at.text[0].value == "'fest i gården'"
    at.text_input[0].set_value("").run()
    assert at.query_params == {}


POOL = "address.pick_pool('Pulje', address.get('pulje') or 'A', {'A': 'Første', 'B': 'Anden'})"


def test_choosing_a_pool_writes_its_key_to_the_address() -> None:
    at = screen(POOL)
    assert at.selectbox[0].value == "A"
    assert at.selectbox[0].options == ["Første", "Anden"]
    at.selectbox[0].set_value("B").run()
    assert at.query_params == {"pulje": "B"}
