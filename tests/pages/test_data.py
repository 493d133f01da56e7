"""»Data«: what was read, and for each cell that could not be: where, what stands there, what is wrong, what to do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.menu import MENU_ITEMS
from core.subjects import CONTRACT
from shell.reading.newest import forget
from shell.screens.data import often_in_words
from tests.conftest import Configure
from tests.each import each
from tests.google_sheets import faults
from tests.google_sheets.server import GoogleStandIn
from tests.google_sheets.service_account import EMAIL, secrets_toml
from tests.google_sheets.workbook import Workbook
from tests.organisations.lyngklokken import ROWS, SECRET, Tables, lyngklokken
from tests.organisations.stores import as_workbook, write_csv
from tests.pages.conftest import Open
from tests.pages.reading import button, conclusion, everything_said, markdown, shown, table, warnings

DATA = "pages/consultant/data.py"


@pytest.fixture
def tables() -> Tables:
    """F3, the invoice in row 4, has an English amount; L3, the application in row 4, has words for a number."""
    changed = lyngklokken()
    changed["Fakturaer"][2]["Beløb"] = "10,000.00"
    changed["Ansøgninger"][2]["Deltagere"] = "mange"
    return changed


@pytest.fixture
def folder(tables: Tables, configure: Configure, tmp_path: Path) -> Path:
    made = write_csv(tables, tmp_path / "tabeller")
    configure(f"[connections.csv]\nfolder = '{made}'\n")
    return made


def test_it_says_how_many_rows_are_not_counted(open_screen: Open, folder: Path) -> None:
    # 1 + 6 + 2 + 13 + 5 + 12 + 8 rows; the invoice is not counted, the application is.
    assert conclusion(open_screen(DATA)) == f"1 af {ROWS} rækker kan ikke læses og er ikke talt med."


def test_each_table_says_how_many_rows_it_has_and_how_many_count(open_screen: Open, folder: Path) -> None:
    at = open_screen(DATA)
    assert table(at, "tables") == [
        ["Ansøgninger", "12", "12", "0", "0", "nu"],
        ["Fakturaer", "8", "7", "0", "1", "nu"],
    ]
    assert table(at, "tables_quiet")[:5] == [
        ["Indstillinger", "1", "1", "0", "0", "nu"],
        ["Afdelinger", "6", "6", "0", "0", "nu"],
        ["Bestyrelsesmøder", "5", "5", "0", "0", "nu"],
        ["Puljer", "2", "2", "0", "0", "nu"],
        ["Puljeregler", "13", "13", "0", "0", "nu"],
    ]
    assert labels(at) == [f"{len(CONTRACT.tables) - 2} tabeller uden problemer"], "only these are folded"


def test_a_problem_is_told_with_row_column_value_what_is_wrong_and_what_to_do(open_screen: Open, folder: Path) -> None:
    (cells,) = table(open_screen(DATA), "problems_row_aside_fakturaer")
    words = " | ".join(cells)
    for part in (
        "4",
        "Beløb",
        "10,000.00",
        "Det ville blive læst som 10.000,00.",
        "Skriv beløbet med punktum ved tusinder og komma før ører, fx 1.234,50.",
        "Rækken er ikke talt med",
    ):
        assert part in words


def test_a_problem_that_costs_only_its_field_says_so(open_screen: Open, folder: Path) -> None:
    (cells,) = table(open_screen(DATA), "problems_value_aside_ansoegninger")
    assert "Deltagere" in " ".join(cells)
    assert cells[-1] == "Rækken er talt med, feltet er ikke"


def test_what_private_columns_hold_is_not_shown_even_where_it_is_wrong(
    open_screen: Open, configure: Configure, tmp_path: Path
) -> None:
    tables = lyngklokken()
    for row in tables["Ansøgninger"]:
        row["Ansøger"] = SECRET
    tables["Ansøgninger"][0]["Ansøgt beløb"] = "x"
    configure(f"[connections.csv]\nfolder = '{write_csv(tables, tmp_path / 'tabeller')}'\n")
    assert SECRET not in everything_said(open_screen(DATA))


def test_mended_data_is_read_at_the_press_of_a_button(open_screen: Open, folder: Path) -> None:
    at = open_screen(DATA)
    write_csv(lyngklokken(), folder)
    at.run()
    assert conclusion(at).startswith(f"1 af {ROWS}")
    button(at, "Hent igen nu").click().run()
    assert conclusion(at) == f"Alt er læst: {ROWS} rækker uden problemer. Der er ikke noget at rette."
    assert "ingen problemer i data" in everything_said(at)


def test_hundreds_of_problems_are_counted_and_the_first_of_them_shown(
    open_screen: Open, configure: Configure, tmp_path: Path
) -> None:
    tables = lyngklokken()
    tables["Fakturaer"] = [tables["Fakturaer"][0] | {"Faktura": f"F{number}", "Beløb": "?"} for number in range(250)]
    configure(f"[connections.csv]\nfolder = '{write_csv(tables, tmp_path / 'tabeller')}'\n")
    at = open_screen(DATA)
    assert conclusion(at).startswith(f"250 af {ROWS + 242} rækker")
    assert labels(at)[0].startswith("Beløb: 250 steder")
    assert len(table(at, "group_row_aside_fakturaer_0")) == 200
    assert "Her vises de første 200." in everything_said(at)


def test_the_sample_has_no_problems(open_screen: Open) -> None:
    # 1 + 38 + 3 + 9 + 18 + 61 + 94 rows, and 5 + 30 + 20 + 13 + 10 on ambassadors.
    assert conclusion(open_screen(DATA)) == "Alt er læst: 1.103 rækker uden problemer. Der er ikke noget at rette."


# Google Sheets


@pytest.fixture
def google(configure: Configure, monkeypatch: pytest.MonkeyPatch, today: None) -> Iterator[GoogleStandIn]:
    monkeypatch.setattr("shell.sources.configured._SPACING_AT_GOOGLE", 0)
    with GoogleStandIn([as_workbook(lyngklokken())]) as stand_in:
        stand_in.use(monkeypatch)
        configure(secrets_toml("lyngklokken"))
        yield stand_in


@pytest.fixture
def book(google: GoogleStandIn) -> Workbook:
    return google.workbooks["lyngklokken"]


def put(book: Workbook, title: str, row: int, heading: str, cell: str | float | None) -> None:
    """row: as a spreadsheet counts."""
    tab = book.tab(title)
    tab.put(row - 1, tab.rows[0].index(heading), cell)


def labels(at: AppTest) -> list[str]:
    """What can be unfolded, in the order of the screen."""
    return [shown(one.label) for one in at.expander]


def confirm(at: AppTest) -> AppTest:
    """Says twice that what is held back is meant."""
    assert button(at, "Brug det nye").disabled
    at.checkbox[0].check().run()
    return press(at, "Brug det nye")


def press(at: AppTest, label: str) -> AppTest:
    return next(button for button in at.button if button.label == label).click().run()


def test_each_problem_is_a_link_to_its_cell(open_screen: Open, book: Workbook) -> None:
    put(book, "Fakturaer", 4, "Beløb", "10,000.00")
    at = open_screen(DATA)
    cell = str(at.container(key="problems_row_aside_fakturaer").table[0].value.iloc[0, 0])
    gid = book.tab("Fakturaer").sheet_id
    address = f"https://docs.google.com/spreadsheets/d/lyngklokken/edit?gid={gid}#gid={gid}&range=C4"
    assert shown(cell) == f"[Fakturaer!C4]({address})"


def test_twenty_of_one_kind_are_one_line_that_unfolds_to_twenty_links(open_screen: Open, book: Workbook) -> None:
    tab = book.tab("Ansøgninger")
    for row in range(14, 34):
        tab.rows.append(list(tab.rows[1]))
        put(book, "Ansøgninger", row, "Ansøgning", f"Z{row}")
        put(book, "Ansøgninger", row, "Modtaget", "i går")
    at = open_screen(DATA)
    unfolding = at.expander[0]
    assert shown(unfolding.label).startswith("Modtaget: 20 steder. Skriv datoen som dag-måned-år")
    cells = [shown(row[0]) for row in unfolding.table[0].value.to_numpy().tolist()]
    assert len(cells) == 20
    assert all("&range=" in cell for cell in cells)


def test_a_row_being_typed_is_told_as_unfinished_and_is_no_problem_anywhere(open_screen: Open, book: Workbook) -> None:
    book.tab("Ansøgninger").rows.append(["L20", "G25"])
    at = open_screen(DATA)
    assert conclusion(at) == "Alt er i orden. 1 række er ikke skrevet færdig endnu."
    ((title, place, lacks),) = table(at, "unfinished")
    assert (title, lacks) == ("Ansøgninger", "Projekt, Modtaget")
    assert "Ansøgninger!C14" in place
    board = open_screen("pages/board/puljen.py", dato="2025-11-05")
    assert not board.warning
    assert "ingen problemer i data" in everything_said(board)
    assert "1 række er ikke færdig" in everything_said(board)


def test_a_tab_that_lost_its_rows_is_held_until_it_is_confirmed(open_screen: Open, book: Workbook) -> None:
    at = open_screen(DATA)
    del book.tab("Fakturaer").rows[3:]
    press(at, "Hent igen nu")
    assert conclusion(at) == "1 tabel venter på dit svar, før de nye rækker bruges."
    assert "»Fakturaer« havde 8 rækker, nu kan 2 læses." in everything_said(at)
    board = open_screen("pages/board/puljen.py", dato="2025-11-05")
    assert [words for words in warnings(board) if words.startswith("»Fakturaer« vises, som de var i dag kl. 12.0")]
    assert conclusion(board) == "2 ansøgninger søger 31.001 kr., og puljen har 61.154 kr."
    confirm(at)
    assert conclusion(at) == f"Alt er læst: {ROWS - 6} rækker uden problemer. Der er ikke noget at rette."
    ((when, who, what),) = table(at, "acts")
    assert when.startswith("i dag kl. ")
    assert (who, what) == ("Uden login", "Sagde ja til det nye i »Fakturaer«")
    assert not warnings(open_screen("pages/board/puljen.py", dato="2025-11-05"))


def test_a_row_that_is_gone_is_named_with_what_it_does_to_the_boards_figures(open_screen: Open, book: Workbook) -> None:
    """F8 of N2: 9.250,75 kr. paid of a grant that is closed, so that much more would be left."""
    at = open_screen(DATA, dato="2025-11-05")
    del book.tab("Fakturaer").rows[8]
    press(at, "Hent igen nu")
    said = everything_said(at)
    assert "1 af 8 rækker er væk fra »Fakturaer«." in said
    assert "Rækkerne, der er væk: F8." in said
    ((what, now, after),) = table(at, "stakes_invoices")
    assert what == "Resten i »Naboskabspuljen«, N25"
    # 75.000 - 12.000 bound by N1 - 9.250,75 paid of N2.
    assert (now, after) == ("53.749,25 kr.", "63.000 kr.")
    (link,) = at.get("link_button")[-1:]
    assert f"gid={book.tab('Fakturaer').sheet_id}" in link.proto.url


def test_every_screen_says_which_rows_wait_and_what_the_figure_would_be(open_screen: Open, book: Workbook) -> None:
    at = open_screen(DATA)
    del book.tab("Fakturaer").rows[8]
    press(at, "Hent igen nu")

    @each({item.title: (item.script,) for item in MENU_ITEMS if item.address != "data"})
    def says(script: str) -> None:
        board = open_screen(script, dato="2025-11-05")
        (warning,) = [one for one in warnings(board) if one.startswith("»Fakturaer« vises, som de var i dag kl. 12.0")]
        assert "1 af 8 rækker er væk fra »Fakturaer«. Det er F8." in warning
        assert "Resten i »Naboskabspuljen«, N25: 63.000 kr. i stedet for 53.749,25 kr." in warning
        assert "1 tabel venter på svar" in everything_said(board)
        assert "ingen problemer i data" not in everything_said(board)

    says()


def test_a_restart_without_a_network_says_which_table_is_older_than_the_rest(
    open_screen: Open, google: GoogleStandIn, book: Workbook
) -> None:
    at = open_screen(DATA)
    del book.tab("Fakturaer").rows[8]
    press(at, "Hent igen nu")
    google.fault = faults.always(faults.OFFLINE)
    forget()
    said = warnings(open_screen("pages/board/puljen.py", dato="2025-11-05"))
    assert [one for one in said if one.startswith("»Fakturaer« vises, som de var") and "ventede på svar" in one]
    assert len([one for one in said if "vises, som de var" in one]) == 1


def test_of_members_who_are_gone_only_the_number_is_told(open_screen: Open, book: Workbook) -> None:
    at = open_screen(DATA)
    del book.tab("Fokusgruppe").rows[2]
    press(at, "Hent igen nu")
    card = at.container(key="held_members")
    words = [shown(one.value) for one in [*card.header, *card.markdown]]
    assert words[0] == "1 af 6 rækker er væk fra »Fokusgruppe«."
    assert not [one for one in words if "G2" in one]


def test_a_renamed_tab_is_guessed_and_needs_only_its_name_back(open_screen: Open, book: Workbook) -> None:
    at = open_screen(DATA)
    book.tab("Fakturaer").title = "Faktura 2025"
    press(at, "Hent igen nu")
    assert "»Fakturaer« er væk fra kilden. Tabellen havde 8 rækker." in everything_said(at)
    assert warnings(at) == [
        "»Fakturaer« er der ikke. Hedder den nu »Faktura 2025«? Så giv den navnet »Fakturaer« igen."
    ]
    book.tab("Faktura 2025").title = "Fakturaer"
    press(at, "Hent igen nu")
    assert conclusion(at) == f"Alt er læst: {ROWS} rækker uden problemer. Der er ikke noget at rette."


def test_a_tab_under_quite_another_name_is_guessed_by_its_headings(open_screen: Open, book: Workbook) -> None:
    at = open_screen(DATA)
    book.tab("Fakturaer").title = "Regninger"
    press(at, "Hent igen nu")
    assert warnings(at) == ["»Fakturaer« er der ikke. Hedder den nu »Regninger«? Så giv den navnet »Fakturaer« igen."]


def test_in_a_folder_a_renamed_file_is_guessed_also_at_the_first_start(open_screen: Open, folder: Path) -> None:
    (folder / "fakturaer.csv").rename(folder / "faktura-2025.csv")
    at = open_screen(DATA)
    assert [one for one in warnings(at) if "Hedder den nu »faktura-2025«?" in one]


def test_rows_that_come_back_end_the_question(open_screen: Open, book: Workbook) -> None:
    at = open_screen(DATA)
    row = book.tab("Fakturaer").rows.pop(8)
    press(at, "Hent igen nu")
    assert "1 tabel venter" in conclusion(at)
    book.tab("Fakturaer").rows.append(row)
    press(at, "Hent igen nu")
    assert conclusion(at) == f"Alt er læst: {ROWS} rækker uden problemer. Der er ikke noget at rette."


def test_what_was_ticked_for_one_state_is_not_ticked_for_another(open_screen: Open, book: Workbook) -> None:
    at = open_screen(DATA)
    del book.tab("Fakturaer").rows[8]
    press(at, "Hent igen nu")
    at.checkbox[0].check().run()
    assert not button(at, "Brug det nye").disabled
    del book.tab("Fakturaer").rows[7]
    press(at, "Hent igen nu")
    assert "2 af 8 rækker er væk" in everything_said(at)
    assert not at.checkbox[0].value
    assert button(at, "Brug det nye").disabled


def test_all_is_not_well_while_the_source_fails(open_screen: Open, google: GoogleStandIn, book: Workbook) -> None:
    at = open_screen(DATA)
    google.fault = faults.on_sheets(faults.NO_PERMISSION)
    press(at, "Hent igen nu")
    assert conclusion(at).startswith("Der kan ikke hentes nyt. Her er data fra i dag kl. 12.0")
    assert "ingen problemer i data" not in everything_said(at)
    google.fault = None
    del book.tab("Fakturaer").rows[8]
    press(at, "Hent igen nu")
    google.fault = faults.on_sheets(faults.NO_PERMISSION)
    press(at, "Hent igen nu")
    assert conclusion(at).endswith(", og 1 tabel venter på svar.")


def test_what_is_not_counted_stands_before_what_can_be_done_without(open_screen: Open, book: Workbook) -> None:
    tab = book.tab("Afdelinger")
    tab.put(0, tab.rows[0].index("Boliger"), "Noter")
    put(book, "Fakturaer", 4, "Beløb", "10,000.00")
    put(book, "Ansøgninger", 4, "Deltagere", "mange")
    at = open_screen(DATA)
    assert [shown(one.value) for one in at.header][:3] == [
        "Rækken er ikke talt med: 1 problem",
        "Rækken er talt med, feltet er ikke: 1 problem",
        "Skærmene klarer sig uden: 1 problem",
    ]


def test_what_only_follows_stands_folded_below_its_cause(open_screen: Open, book: Workbook) -> None:
    """The application L1 cannot be read, and its invoices F1 and F2 cannot be counted without it."""
    put(book, "Ansøgninger", 2, "Modtaget", "i går")
    at = open_screen(DATA)
    assert conclusion(at) == (
        f"1 af {ROWS} rækker kan ikke læses og er ikke talt med. 2 rækker, der henviser til dem, er det heller ikke."
    )
    ((_, _, _, cost),) = table(at, "problems_row_aside_ansoegninger")
    assert cost == "Rækken er ikke talt med. 2 andre problemer følger af det"
    assert "2 problemer følger kun af dem ovenfor og går væk, når de er rettet" in labels(at)
    assert len(table(at, "following")) == 2
    assert "1 problem i data" in everything_said(at)


def test_most_of_a_column_changed_at_once_stands_at_the_top(open_screen: Open, book: Workbook) -> None:
    at = open_screen(DATA)
    for row in range(2, 10):
        put(book, "Fakturaer", row, "Beløb", 100 + row)
    press(at, "Hent igen nu")
    told = "»Beløb« i »Fakturaer« er ændret i 8 af 8 rækker på én gang"
    assert conclusion(at) == f"Alt er læst. Se efter, om det er rigtigt: {told}."
    assert warnings(at) == [f"{told}. Er det meningen?"]


def test_the_nearest_spelling_is_suggested(open_screen: Open, book: Workbook) -> None:
    put(book, "Ansøgninger", 2, "Afgørelse", "tilsaqn")
    put(book, "Ansøgninger", 4, "Afdelinger", "Ærenprisvek")
    said = everything_said(open_screen(DATA))
    assert "Mener du »tilsagn«?" in said
    assert "Mener du »Ærenprisvej«?" in said


def test_a_tab_that_lost_its_headings_says_so_and_links_to_it(open_screen: Open, book: Workbook) -> None:
    at = open_screen(DATA)
    del book.tab("Fakturaer").rows[0]
    press(at, "Hent igen nu")
    ((place, _, what, _),) = table(at, "wrong_invoices")
    assert "docs.google.com" in place
    assert "har ingen overskrifter" in what


def test_what_changed_since_the_last_reading_is_told(open_screen: Open, book: Workbook) -> None:
    at = open_screen(DATA)
    assert "Der er ikke kommet noget nyt" in everything_said(at)
    put(book, "Puljer", 2, "Ramme", 160_000)
    press(at, "Hent igen nu")
    said = everything_said(at)
    assert "Læst i dag kl. 12.0" in said
    assert "1 ændret række." in said
    assert "Puljer **G25**: ændret. Ramme: 150.000 kr. → 160.000 kr." in said


def test_of_persons_only_how_many_rows_have_changed_is_told(open_screen: Open, book: Workbook) -> None:
    at = open_screen(DATA)
    put(book, "Fokusgruppe", 2, "Afdeling", "103")
    put(book, "Fokusgruppe", 3, "Til", "Karen Kørvel")
    put(book, "Beboere", 2, "Beboere", 15)
    press(at, "Hent igen nu")
    said = everything_said(at)
    assert "Fokusgruppe: 1 ændret række" in said
    assert "Fokusgruppe: 1 række tæller ikke længere med" in said
    assert "Beboere: 1 ændret række" in said
    assert "2 ændrede rækker, 1 række tæller ikke længere med." in said
    assert not any(secret in said for secret in ("G1", "G2", "Karen", "103"))


def test_google_that_refuses_is_told_on_every_screen_with_the_address_to_share_with(
    open_screen: Open, google: GoogleStandIn
) -> None:
    at = open_screen(DATA)
    google.fault = faults.on_sheets(faults.NO_PERMISSION)
    press(at, "Hent igen nu")
    for screen in (DATA, "pages/board/overblik.py", "pages/board/puljen.py", "pages/board/bevilling.py"):
        (warning,) = warnings(open_screen(screen, dato="2025-11-05"))
        assert "Siden i dag kl. 12.0" in warning
        assert f"del det med `{EMAIL}`." in warning


def test_text_from_the_sheet_is_no_markup_in_links_groups_or_changes(open_screen: Open, book: Workbook) -> None:
    evil = "**[x](https://ond.invalid)** :red[y] `z` $k$"
    at = open_screen(DATA)
    for row in (2, 3):
        put(book, "Fakturaer", row, "Beløb", evil)
    put(book, "Ansøgninger", 2, "Projekt", evil)
    book.tab("Fakturaer").title = "FAKTURAER"
    press(at, "Hent igen nu")
    for words in markdown(at):
        assert "](https://ond.invalid)" not in words
        assert ":red[" not in words


def test_an_empty_workbook_can_be_fetched_and_holds_every_table(open_screen: Open, book: Workbook) -> None:
    at = open_screen(DATA)
    assert "Hent tomt regneark" in everything_said(at)


@pytest.mark.parametrize(
    ("seconds", "often"),
    [
        (5, "flere gange i minuttet"),
        (59, "flere gange i minuttet"),
        (60, "hvert minut"),
        (61, "hvert 61. sekund"),
        (90, "hvert 90. sekund"),
        (90.0, "hvert 90. sekund"),
        (120, "hvert 2. minut"),
        (300, "hvert 5. minut"),
        (66_000, "hvert 1.100. minut"),
    ],
)
def test_how_often_it_is_read_is_said_in_whole_minutes_or_seconds(seconds: float, often: str) -> None:
    assert often_in_words(seconds) == often
