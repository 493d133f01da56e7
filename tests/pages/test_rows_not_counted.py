"""A row that cannot be read is said wherever it may change a figure, and nowhere else."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.organisations.lyngklokken import GREEN, NEIGHBOUR, Row, Tables, lyngklokken
from tests.pages.conftest import Put
from tests.pages.reading import conclusion, everything_said, figures, table, warnings

SCREENS = ("pages/board/puljen.py", "pages/board/bevilling.py")
ON = "2025-11-05"


def row(tables: Tables, title: str, heading: str, value: str) -> Row:
    return next(one for one in tables[title] if one[heading] == value)


def told(at: AppTest) -> str:
    """The one line on what is not counted, '' where there is none."""
    return next((words for words in warnings(at) if "ikke talt med" in words), "")


@pytest.mark.parametrize("screen", SCREENS)
def test_a_sound_set_of_tables_has_no_such_line(in_csv: Put, screen: str) -> None:
    open_screen = in_csv(lyngklokken())
    for pool in (GREEN, NEIGHBOUR):
        assert warnings(open_screen(screen, dato=ON, pulje=pool)) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_an_invoice_of_a_pool_is_said_on_that_pools_screens_only(in_csv: Put, screen: str) -> None:
    tables = lyngklokken()
    row(tables, "Fakturaer", "Faktura", "F1")["Beløb"] = "12,345.67"
    open_screen = in_csv(tables)
    assert told(open_screen(screen, dato=ON, pulje=GREEN)).startswith("1 faktura er ikke talt med")
    assert told(open_screen(screen, dato=ON, pulje=NEIGHBOUR)) == ""


@pytest.mark.parametrize("screen", SCREENS)
def test_an_application_of_the_other_pool_is_not_said_on_this_one(in_csv: Put, screen: str) -> None:
    tables = lyngklokken()
    row(tables, "Ansøgninger", "Ansøgning", "N4")["Ansøgt beløb"] = "otte tusind"
    open_screen = in_csv(tables)
    assert told(open_screen(screen, dato=ON, pulje=GREEN)) == ""
    assert told(open_screen(screen, dato=ON, pulje=NEIGHBOUR)).startswith("1 ansøgning er ikke talt med")


@pytest.mark.parametrize("pool", [GREEN, NEIGHBOUR])
def test_a_row_that_may_belong_to_any_pool_is_said_on_all_of_them(in_csv: Put, pool: str) -> None:
    tables = lyngklokken()
    row(tables, "Fakturaer", "Faktura", "F1")["Ansøgning"] = "L99"
    row(tables, "Ansøgninger", "Ansøgning", "N4")["Pulje"] = None
    at = in_csv(tables)("pages/board/puljen.py", dato=ON, pulje=pool)
    assert told(at).startswith("1 ansøgning og 1 faktura er ikke talt med")


@pytest.mark.parametrize("screen", SCREENS)
def test_the_invoices_of_an_application_that_is_not_counted_are_not_either(in_csv: Put, screen: str) -> None:
    tables = lyngklokken()
    row(tables, "Ansøgninger", "Ansøgning", "L2")["Tilsagn"] = "30,000.00"
    at = in_csv(tables)(screen, dato=ON, pulje=GREEN)
    assert told(at).startswith("1 ansøgning og 2 fakturaer er ikke talt med")


@pytest.mark.parametrize("screen", SCREENS)
def test_a_rule_that_cannot_be_read_is_said_where_it_would_hold(in_csv: Put, screen: str) -> None:
    tables = lyngklokken()
    row(tables, "Puljeregler", "Regel", "mindste beløb")["Værdi"] = "lidt"
    open_screen = in_csv(tables)
    assert told(open_screen(screen, dato=ON, pulje=GREEN)).startswith("1 regel er ikke talt med")
    assert told(open_screen(screen, dato=ON, pulje=NEIGHBOUR)) == ""


@pytest.mark.parametrize("screen", SCREENS)
def test_a_department_that_cannot_be_read_is_said(in_csv: Put, screen: str) -> None:
    """»x of y departments have never applied« would lack it."""
    tables = lyngklokken()
    row(tables, "Afdelinger", "Afdeling", "105")["Navn"] = None
    assert "1 afdeling" in told(in_csv(tables)(screen, dato=ON, pulje=GREEN))


@pytest.mark.parametrize("screen", SCREENS[:1])
def test_a_board_meeting_that_cannot_be_read_is_said(in_csv: Put, screen: str) -> None:
    """»Since the last meeting« would be since the one before."""
    tables = lyngklokken()
    tables["Bestyrelsesmøder"][2]["Dato"] = "17. sepember 2025"
    at = in_csv(tables)(screen, dato=ON, pulje=GREEN)
    assert "1 bestyrelsesmøde" in told(at)
    assert "Sidste møde var 21. maj 2025." in everything_said(at)


@pytest.mark.parametrize("screen", SCREENS[:1])
def test_an_answer_that_lacks_rows_is_not_given_as_certain(in_csv: Put, screen: str) -> None:
    tables = lyngklokken()
    row(tables, "Fakturaer", "Faktura", "F1")["Beløb"] = "ukendt"
    sentence = conclusion(in_csv(tables)(screen, dato=ON, pulje=GREEN))
    # L1 is closed: without F1's 12.345,67 only 5.000,25 of it are bound, and 73.499,75 seem left.
    assert "73.500 kr." in sentence
    assert "usikker" in sentence
    assert "1 række kan ikke læses" in sentence


def test_the_figures_do_leave_the_row_out(in_csv: Put) -> None:
    tables = lyngklokken()
    row(tables, "Ansøgninger", "Ansøgning", "L4")["Tilsagn"] = "40,000.00"
    shown = figures(in_csv(tables)("pages/board/puljen.py", dato=ON, pulje=GREEN))
    # Without L4's 40.000: 60.000 - 40.000 and 61.154,08 + 40.000.
    assert (shown["Bundet"], shown["Rest"]) == ("20.000 kr.", "101.154 kr.")


def test_a_field_that_cannot_be_read_where_the_row_still_counts_is_not_said_to_be_left_out(
    in_csv: Put,
) -> None:
    tables = lyngklokken()
    row(tables, "Ansøgninger", "Ansøgning", "L1")["Deltagere"] = "mange"
    at = in_csv(tables)("pages/board/puljen.py", dato=ON, pulje=GREEN)
    assert told(at) == ""
    assert "1 problem i data" in everything_said(at)


@pytest.mark.parametrize("screen", [*SCREENS, "pages/consultant/data.py"])
def test_every_screen_says_how_many_problems_there_are(in_csv: Put, screen: str) -> None:
    tables = lyngklokken()
    row(tables, "Fakturaer", "Faktura", "F1")["Beløb"] = "ukendt"
    row(tables, "Ansøgninger", "Ansøgning", "L3")["Deltagere"] = "mange"
    assert "2 problemer i data" in everything_said(in_csv(tables)(screen, dato=ON))


def test_a_grant_that_cannot_be_read_is_named_where_the_answer_rests_on_it(in_csv: Put) -> None:
    tables = lyngklokken()
    row(tables, "Ansøgninger", "Ansøgning", "L2")["Tilsagn"] = "ca. 90.000"
    number = 2 + tables["Ansøgninger"].index(row(tables, "Ansøgninger", "Ansøgning", "L2"))
    open_screen = in_csv(tables)
    at = open_screen("pages/board/bevilling.py", dato=ON, pulje=GREEN)
    assert f"Ansøgninger, række {number}, hvor der står »ca. 90.000« i »Tilsagn«, kan ikke læses" in everything_said(at)
    resting = [name for name, answer, _ in table(at, "answer_unknown") if "90.000" in answer]
    assert resting == ["Plads i puljen", "Loft pr. afdeling pr. år"]
    assert (figures(at)["Kan højst bevilges"], figures(at)["Rest bagefter"]) == ("kan ikke siges", "kan ikke siges")
    other = open_screen("pages/board/bevilling.py", dato=ON, pulje=NEIGHBOUR)
    assert "ca. 90.000" not in everything_said(other)


def test_a_rule_that_cannot_be_read_is_named_and_no_older_one_rules_on(in_csv: Put) -> None:
    tables = lyngklokken()
    rules = tables["Puljeregler"]
    cap = next(one for one in rules if one["Regel"] == "loft pr. afdeling pr. år")
    rules.append(cap | {"Værdi": "fem tusind", "Gælder fra": "01-06-2025"})
    at = in_csv(tables)("pages/board/bevilling.py", dato=ON, pulje=GREEN)
    named = f"Puljeregler, række {len(rules) + 1}"
    assert [named] == [where for name, _, where in table(at, "answer_unknown") if name == "Loft pr. afdeling pr. år"]
