"""A source that cannot be read: said in Danish with what to do, and the last good state kept where there is one."""

import shutil
import threading
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.menu import MENU_ITEMS
from shell.reading import refresher as refresher_module
from shell.reading.newest import refresher
from shell.sources.source import Reading, Source, read_in_time
from tests.conftest import Configure
from tests.each import each
from tests.eventually import eventually
from tests.organisations.lyngklokken import NAME, lyngklokken
from tests.organisations.stores import write_csv
from tests.pages.conftest import Open
from tests.pages.reading import button, conclusion, everything_said, figures, warnings

DATA = "pages/consultant/data.py"
EVERY_SCREEN = {item.title: (item.script,) for item in MENU_ITEMS}


def test_data_that_was_never_read_is_no_empty_screen(open_screen: Open, configure: Configure, tmp_path: Path) -> None:
    configure(f"[connections.csv]\nfolder = '{tmp_path / 'findes-ikke'}'\n")

    @each(EVERY_SCREEN)
    def says_what_to_do(script: str) -> None:
        at = open_screen(script)
        assert [title.value for title in at.title] == ["Der er ingen data at vise"]
        said = everything_said(at)
        assert "findes ikke." in said
        assert "Gør sådan:" in said
        assert not at.metric
        assert not at.table

    says_what_to_do()


def test_data_that_is_still_on_its_way_is_a_plain_page_that_comes_back_by_itself(
    open_screen: Open, configure: Configure, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure("")
    may_end = threading.Event()

    def late(source: Source) -> Reading:
        may_end.wait(60)
        return read_in_time(source)

    monkeypatch.setattr(refresher_module, "read_in_time", late)
    monkeypatch.setattr(refresher_module, "SECONDS_A_VISITOR_WAITS", 0.1)
    waiting: list[tuple[AppTest]] = []

    @each(EVERY_SCREEN)
    def waits(script: str) -> None:
        at = open_screen(script)
        assert [title.value for title in at.title] == ["Data hentes stadig"]
        assert [info.value for info in at.info] == ["Vent lidt: skærmen kommer af sig selv."]
        assert not at.metric
        assert not at.error
        waiting.append((at,))

    waits()
    may_end.set()
    eventually(lambda: refresher().waiting_for_the_first, False)

    @each(dict(zip(EVERY_SCREEN, waiting, strict=True)))
    def comes_back(at: AppTest) -> None:
        at.run()
        assert at.title[0].value != "Data hentes stadig"

    comes_back()


def test_a_thread_that_reads_no_longer_is_told_on_the_screen(
    open_screen: Open, configure: Configure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(f"[connections.csv]\nfolder = '{write_csv(lyngklokken(), tmp_path / 'tabeller')}'\n")
    open_screen(DATA)
    refresher().stop()
    monkeypatch.setattr(refresher_module, "_SECONDS_TOO_LATE", -60)
    (warning,) = warnings(open_screen("pages/board/puljen.py", dato="2025-11-05"))
    assert warning == (
        "Viser data fra i dag kl. 12.00. Siden i dag kl. 12.01 er der ikke hentet nyt. Programmet er holdt op med at "
        "læse. Bliver det ved, så start programmet igen. Der prøves igen af sig selv."
    )


def test_a_kept_state_that_could_not_be_read_is_told_on_the_data_screen(
    open_screen: Open, configure: Configure, tmp_path: Path
) -> None:
    settings = f"[connections.csv]\nfolder = '{write_csv(lyngklokken(), tmp_path / 'tabeller')}'\n"
    configure(settings)
    assert "kunne ikke læses, og alt er hentet på ny" not in everything_said(open_screen(DATA))
    (file,) = (tmp_path / "state").glob("*.json")
    file.write_text("{", encoding="utf-8")
    configure(settings)
    said = everything_said(open_screen(DATA))
    assert "Den gemte tilstand fra før kunne ikke læses, og alt er hentet på ny." in said
    assert file.with_suffix(".kan-ikke-laeses").name in said


def test_no_password_is_shown_when_a_database_does_not_answer(open_screen: Open, configure: Configure) -> None:
    configure("[connections.sql]\nurl = 'postgresql://bruger:hemmelig-kode@127.0.0.1:1/data'\n")
    at = open_screen("pages/board/overblik.py")
    assert "Databasen svarer ikke, som den skal" in everything_said(at)
    assert "hemmelig-kode" not in everything_said(at)
    assert "127.0.0.1" not in everything_said(at)


def test_trying_again_reads_again(open_screen: Open, configure: Configure, tmp_path: Path) -> None:
    folder = tmp_path / "tabeller"
    configure(f"[connections.csv]\nfolder = '{folder}'\n")
    at = open_screen("pages/board/puljen.py", dato="2025-11-05", pulje="G25")
    write_csv(lyngklokken(), folder)
    at.button[0].click().run()
    assert conclusion(at) == "2 ansøgninger søger 31.001 kr., og puljen har 61.154 kr."


def test_a_source_that_fails_later_leaves_the_last_good_state_and_says_so(
    open_screen: Open, configure: Configure, tmp_path: Path
) -> None:
    folder = write_csv(lyngklokken(), tmp_path / "tabeller")
    configure(f"[connections.csv]\nfolder = '{folder}'\n")
    at = open_screen(DATA)
    shutil.rmtree(folder)
    button(at, "Hent igen nu").click().run()

    @each(EVERY_SCREEN)
    def says_so(script: str) -> None:
        at = open_screen(script, dato="2025-11-05")
        assert at.sidebar.markdown[0].value == f"**{NAME}**"
        (warning,) = warnings(at)
        assert warning.startswith("Viser data fra i dag kl. 12.00. Siden i dag kl. 12.00 er der ")
        assert "hentet nyt. Mappen »" in warning
        assert "findes ikke." in warning
        assert "[connections.csv]" in warning

    says_so()


def test_the_figures_of_the_last_good_state_are_whole(open_screen: Open, configure: Configure, tmp_path: Path) -> None:
    folder = write_csv(lyngklokken(), tmp_path / "tabeller")
    configure(f"[connections.csv]\nfolder = '{folder}'\n")
    before = figures(open_screen("pages/board/puljen.py", dato="2025-11-05"))
    (folder / "fakturaer.csv").unlink()
    (folder / "fakturaer.csv").mkdir()
    at = open_screen(DATA)
    button(at, "Hent igen nu").click().run()
    assert figures(open_screen("pages/board/puljen.py", dato="2025-11-05")) == before
