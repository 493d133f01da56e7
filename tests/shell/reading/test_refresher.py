"""Reading in the background: one at a time, viewers at once, and nothing that was read is ever lost."""

import re
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import pytest
import streamlit as st
from hypothesis import given
from hypothesis import strategies as strategies

from core.contract import read_table
from core.contract.dataset import Dataset
from core.contract.mass_change import MassChange
from core.contract.row import ReadTable
from core.contract.table import Column, Table, sql_name
from core.focus_group.overview import focus_group_overview
from core.focus_group.tables import Member
from core.organisation.settings import organisation_name
from core.pool.tables import Invoice
from core.subjects import CONTRACT
from shell.machine.obstacle import Obstacle
from shell.reading import refresher as module
from shell.reading.refresher import Loaded, Refresher, StillReading, pause_after
from shell.sources import source as source_module
from shell.sources.source import Reading, Source
from tests.conftest import Configure
from tests.eventually import MOST_SECONDS, eventually
from tests.google_sheets import faults
from tests.google_sheets.server import GoogleStandIn
from tests.google_sheets.service_account import secrets_toml
from tests.google_sheets.workbook import Workbook
from tests.organisations.lyngklokken import EXTRA_COLUMNS, NAME, SECRET, Tables, lyngklokken
from tests.organisations.stores import as_workbook, write_csv

KEY = "lyngklokken"
Start = Callable[[], Refresher]


@pytest.fixture
def google(monkeypatch: pytest.MonkeyPatch) -> Iterator[GoogleStandIn]:
    monkeypatch.setattr("shell.sources.configured._SPACING_AT_GOOGLE", 0)
    with GoogleStandIn([as_workbook(lyngklokken(), KEY)]) as stand_in:
        stand_in.use(monkeypatch)
        yield stand_in


@pytest.fixture
def book(google: GoogleStandIn) -> Workbook:
    return google.workbooks[KEY]


@pytest.fixture
def start(google: GoogleStandIn, configure: Configure) -> Iterator[Start]:
    """A dashboard's refresher on the stand-in; called again, the dashboard is started again."""
    configure(secrets_toml(KEY))
    started: list[Refresher] = []

    def start() -> Refresher:
        started.append(Refresher())
        return started[-1]

    yield start
    for one in started:
        one.stop()
        if one._thread:
            one._thread.join()


def readings(google: GoogleStandIn) -> int:
    return len([one for one in google.asked("GET", "/v4/spreadsheets/") if not one.asks_for_cells])


class Queue:
    """The refresher's own lock, which also tells how many have come to it."""

    def __init__(self, refresher: Refresher) -> None:
        self._lock, self.came = refresher._reading, 0
        refresher._reading = self  # type: ignore[assignment]

    def acquire(self, *arguments: Any, **named: Any) -> bool:
        self.came += 1
        return self._lock.acquire(*arguments, **named)

    def release(self) -> None:
        self._lock.release()


@pytest.fixture
def may_end() -> Iterator[threading.Event]:
    """For a source that is held until this is set: what happens before has not waited for the reading."""
    event = threading.Event()
    yield event
    event.set()


# One at a time


def test_fifty_viewers_who_come_first_wait_for_one_reading(google: GoogleStandIn, start: Start) -> None:
    refresher = start()
    seen: list[Loaded] = []
    threads = [threading.Thread(target=lambda: seen.append(refresher.loaded())) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert readings(google) == 1
    assert {organisation_name(one.dataset) for one in seen} == {NAME}
    assert len(seen) == 50


def test_fifty_who_ask_again_at_once_share_what_is_read_after_they_asked(
    google: GoogleStandIn, start: Start, may_end: threading.Event
) -> None:
    refresher = start()
    refresher.loaded()
    google.fault, queue = faults.held(may_end), Queue(refresher)
    threads = [threading.Thread(target=refresher.refresh) for _ in range(50)]
    for thread in threads:
        thread.start()
    eventually(lambda: queue.came, 50)
    may_end.set()
    for thread in threads:
        thread.join()
    assert readings(google) <= 3, "the first, one that some of them began, and one for those who came during it"


def test_who_asks_again_gets_what_stood_there_when_he_asked(
    book: Workbook, start: Start, may_end: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a reading was under way that had passed the cell already."""
    refresher = start()
    refresher.loaded()
    passed = threading.Event()

    def held_when_read(source: Source) -> Reading:
        reading = source_module.read_in_time(source)
        passed.set()
        may_end.wait()
        return reading

    monkeypatch.setattr(module, "read_in_time", held_when_read)
    queue = Queue(refresher)
    both = [threading.Thread(target=refresher.refresh) for _ in range(2)]
    both[0].start()
    assert passed.wait(MOST_SECONDS)
    book.tab("Indstillinger").put(1, 1, "Nyt navn")
    both[1].start()
    eventually(lambda: queue.came, 2)
    may_end.set()
    for one in both:
        one.join()
    assert organisation_name(refresher.loaded().dataset) == "Nyt navn"


def test_while_a_reading_is_under_way_viewers_get_the_last_good_state_at_once(
    google: GoogleStandIn, start: Start, may_end: threading.Event
) -> None:
    refresher = start()
    before = refresher.loaded()
    google.fault = faults.held(may_end)
    under_way = threading.Thread(target=refresher.refresh)
    under_way.start()
    eventually(lambda: readings(google) == 2)
    assert refresher.loaded() is before
    may_end.set()
    under_way.join()


def test_two_requests_an_interval_however_many_look(google: GoogleStandIn, start: Start, configure: Configure) -> None:
    configure(f"{secrets_toml(KEY)}\n[dashboard]\nminutes_between_readings = {0.4 / 60}\n")
    refresher = start()
    refresher.start()
    stop = threading.Event()

    def look() -> None:
        while not stop.wait(0.02):
            refresher.loaded()

    viewers = [threading.Thread(target=look) for _ in range(50)]
    for viewer in viewers:
        viewer.start()
    eventually(lambda: readings(google) >= 11)
    stop.set()
    refresher.stop()
    for viewer in viewers:
        viewer.join()
    # Each of eleven readings asks twice; the very first also asks where the headings stand.
    assert len(google.asked("GET", "/v4/spreadsheets/")) <= 2 * readings(google) + 1
    assert len(google.token_requests) == 1


# What goes wrong leaves the last good state


def test_a_failure_leaves_the_last_good_state_and_says_why_and_since_when(google: GoogleStandIn, start: Start) -> None:
    refresher = start()
    before = refresher.loaded()
    google.fault = faults.on_sheets(faults.NO_PERMISSION)
    refresher.refresh()
    first = refresher.loaded()
    google.fault = faults.on_sheets(faults.NOT_FOUND)
    refresher.refresh()
    second = refresher.loaded()
    assert first.dataset is second.dataset is before.dataset
    assert first.failed
    assert second.failed
    assert "giver ikke adgang" in first.failed.what
    assert "findes ikke" in second.failed.what
    assert second.failed.since == first.failed.since, "since the first failure in a row"
    google.fault = None
    refresher.refresh()
    assert refresher.loaded().failed is None


def test_a_first_start_without_a_network_says_what_to_do(google: GoogleStandIn, start: Start) -> None:
    google.fault = faults.always(faults.OFFLINE)
    with pytest.raises(Obstacle) as caught:
        start().loaded()
    assert "ikke forbindelse" in caught.value.what
    assert caught.value.do


def test_a_fault_in_the_program_while_reading_leaves_the_last_good_state(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresher = start()
    before = refresher.loaded()

    def broken(*_: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(module, "merge", broken)
    refresher.refresh()
    after = refresher.loaded()
    assert after.dataset is before.dataset
    assert after.failed
    assert "fejl i programmet" in after.failed.what


def test_quota_is_left_alone_even_when_somebody_presses(google: GoogleStandIn, start: Start) -> None:
    refresher = start()
    refresher.loaded()
    google.fault = faults.on_sheets(faults.too_many_requests())
    for _ in range(20):
        refresher.refresh()
    assert readings(google) == 2
    failed = refresher.loaded().failed
    assert failed
    assert "for mange gange" in failed.what


def test_a_failing_source_is_not_hammered_at(
    google: GoogleStandIn, start: Start, configure: Configure, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(f"{secrets_toml(KEY)}\n[dashboard]\nminutes_between_readings = 0.5\n")
    monkeypatch.setattr("shell.reading.refresher.random.random", lambda: 1.0)
    google.fault = faults.on_sheets(faults.NOT_FOUND)
    refresher = start()
    pauses: list[float] = []

    def wait(seconds: float) -> bool:
        pauses.append(seconds)
        return len(pauses) > 1

    monkeypatch.setattr(refresher._stop, "wait", wait)
    refresher.start()
    eventually(lambda: len(pauses), 2)
    assert 5 < pauses[1] <= 12.5, "the first failure's pause, less what has passed of it"
    assert readings(google) == 1


@pytest.mark.parametrize(
    ("failures", "least", "most"),
    [(1, 7.5, 12.5), (2, 15, 25), (3, 30, 50), (4, 60, 100), (5, 120, 200), (6, 225, 375), (60, 225, 375)],
)
def test_each_failure_in_a_row_waits_longer_up_to_the_interval(failures: int, least: float, most: float) -> None:
    assert pause_after(failures, 300, 0) == least
    assert pause_after(failures, 300, 1) == most


@given(strategies.integers(1, 10_000), strategies.floats(0.01, 3600), strategies.floats(0, 1))
def test_a_pause_is_never_longer_than_the_interval_and_its_spread(failures: int, longest: float, chance: float) -> None:
    assert 0 < pause_after(failures, longest, chance) <= longest * 1.25


def test_a_reading_that_neither_ends_nor_fails_is_told(
    google: GoogleStandIn, start: Start, monkeypatch: pytest.MonkeyPatch, may_end: threading.Event
) -> None:
    refresher = start()
    refresher.loaded()
    monkeypatch.setattr(source_module, "MOST_SECONDS_OF_A_READING", 0.2)
    google.fault = faults.held(may_end)
    under_way = threading.Thread(target=refresher.refresh)
    under_way.start()
    eventually(lambda: refresher.loaded().failed is not None)
    failed = refresher.loaded().failed
    assert failed
    assert "meget langsomt" in failed.what
    may_end.set()
    under_way.join()
    monkeypatch.setattr(source_module, "MOST_SECONDS_OF_A_READING", 60)
    google.fault = None
    refresher.refresh()
    assert refresher.loaded().failed is None


def test_a_very_first_reading_that_neither_ends_nor_fails_is_told(
    google: GoogleStandIn, start: Start, monkeypatch: pytest.MonkeyPatch, may_end: threading.Event
) -> None:
    monkeypatch.setattr(source_module, "MOST_SECONDS_OF_A_READING", 0.2)
    google.fault = faults.held(may_end)
    refresher = start()
    under_way = threading.Thread(target=refresher.refresh)
    under_way.start()
    eventually(lambda: readings(google) == 1)
    with pytest.raises(Obstacle, match="meget langsomt"):
        refresher.loaded()
    may_end.set()
    under_way.join()


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(faults.on_tokens(faults.dripping(0.5)), id="the token"),
        pytest.param(faults.on_tokens(faults.dripping_headers(0.1)), id="the token's headers"),
        pytest.param(faults.on_sheets(faults.dripping(0.5)), id="the spreadsheet"),
        pytest.param(faults.on_sheets(faults.dripping_headers(0.1)), id="the spreadsheet's headers"),
        pytest.param(faults.on_values(faults.dripping_headers(0.1)), id="the cells' headers"),
    ],
)
def test_what_comes_drop_by_drop_is_given_up_and_the_next_reading_is_a_new_one(
    google: GoogleStandIn, start: Start, monkeypatch: pytest.MonkeyPatch, fault: faults.Policy
) -> None:
    monkeypatch.setattr(source_module, "MOST_SECONDS_OF_A_READING", 1)
    google.fault = fault
    refresher = start()
    began = time.monotonic()
    with pytest.raises(Obstacle, match="meget langsomt"):
        refresher.loaded()
    assert time.monotonic() - began < MOST_SECONDS
    google.fault = None
    monkeypatch.setattr(source_module, "MOST_SECONDS_OF_A_READING", 60)
    refresher.refresh()
    assert organisation_name(refresher.loaded().dataset) == NAME


def test_a_first_visitor_waits_only_a_little_for_what_takes_its_time(
    google: GoogleStandIn, start: Start, monkeypatch: pytest.MonkeyPatch, may_end: threading.Event
) -> None:
    monkeypatch.setattr(module, "SECONDS_A_VISITOR_WAITS", 0.2)
    google.fault = faults.held(may_end)
    refresher = start()
    for _ in range(3):
        with pytest.raises(StillReading, match="hentes stadig"):
            refresher.loaded()
    may_end.set()
    eventually(lambda: not refresher.waiting_for_the_first)
    assert organisation_name(refresher.loaded().dataset) == NAME
    assert readings(google) == 1, "all of them waited for one reading"


# The thread that reads is gone


def killed(_: object) -> NoReturn:
    raise SystemExit


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_thread_that_died_is_told_and_started_again_by_whoever_looks(
    google: GoogleStandIn, start: Start, configure: Configure, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(f"{secrets_toml(KEY)}\n[dashboard]\nminutes_between_readings = {0.2 / 60}\n")
    refresher = start()
    refresher.start()
    eventually(lambda: readings(google) >= 2)
    monkeypatch.setattr(module, "read_in_time", killed)
    thread = refresher._thread
    assert thread
    eventually(lambda: not thread.is_alive())
    assert refresher.loaded().failed is None, "not yet"
    monkeypatch.setattr(module, "_SECONDS_TOO_LATE", 0.1)
    eventually(lambda: refresher.loaded().failed is not None)
    first = refresher.loaded()
    assert first.failed
    assert first.failed.what == "Programmet er holdt op med at læse."
    assert organisation_name(first.dataset) == NAME
    for _ in range(20):
        assert refresher.loaded().failed == first.failed, "told as long as it lasts, since the same moment"
    monkeypatch.setattr(module, "read_in_time", source_module.read_in_time)
    before = readings(google)
    eventually(lambda: bool(refresher.loaded()) and readings(google) > before + 2)
    monkeypatch.setattr(module, "_SECONDS_TOO_LATE", MOST_SECONDS)
    assert refresher.loaded().failed is None


def test_where_nothing_was_ever_started_a_visitor_starts_it(
    google: GoogleStandIn, start: Start, configure: Configure, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(f"{secrets_toml(KEY)}\n[dashboard]\nminutes_between_readings = {0.2 / 60}\n")
    monkeypatch.setattr(module, "_SECONDS_TOO_LATE", 0.2)
    refresher = start()
    refresher.loaded()
    eventually(lambda: bool(refresher.loaded()) and readings(google) >= 3)


def test_nothing_is_started_again_that_was_stopped(
    google: GoogleStandIn, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresher = start()
    refresher.loaded()
    refresher.stop()
    monkeypatch.setattr(module, "_SECONDS_TOO_LATE", -300)
    assert refresher.loaded().failed
    assert refresher._thread is None


def test_while_all_is_well_nobody_is_told_that_nothing_is_read(start: Start) -> None:
    refresher = start()
    assert refresher.loaded().failed is None
    assert refresher._thread is None


def test_somebody_who_asks_makes_the_source_look_for_headings_again(
    google: GoogleStandIn, book: Workbook, start: Start
) -> None:
    tab = book.tab("Fakturaer")
    headings, tab.rows[0] = tab.rows[0], ["Bilag", "Kr.", "Hvornår"]
    refresher = start()
    assert refresher.loaded().dataset.of(Invoice) == ()
    tab.rows[0] = headings
    refresher.refresh()
    assert len(refresher.loaded().dataset.of(Invoice)) == 8


# On disk


def test_a_restart_without_a_network_shows_what_was_read_last(google: GoogleStandIn, start: Start) -> None:
    before = start().loaded()
    google.fault = faults.always(faults.OFFLINE)
    after = start().loaded()
    assert after.dataset == before.dataset
    assert after.read_at == before.read_at
    assert not after.fresh
    assert after.failed
    assert "ikke forbindelse" in after.failed.what


def test_a_restart_shows_what_is_on_disk_while_the_newest_is_fetched(
    google: GoogleStandIn, start: Start, may_end: threading.Event
) -> None:
    start().loaded()
    google.fault = faults.held(may_end)
    refresher = start()
    refresher.start()
    eventually(lambda: not refresher.waiting_for_the_first)
    assert not refresher.loaded().fresh
    assert refresher.loaded().failed is None
    may_end.set()
    eventually(lambda: refresher.loaded().fresh)


def test_no_name_no_key_and_no_foreign_column_is_on_disk(start: Start, book: Workbook, tmp_path: Path) -> None:
    tab = book.tab("Ansøgninger")
    tab.put(1, tab.rows[0].index("Ansøger"), SECRET)
    start().loaded()
    (file,) = (tmp_path / "state").glob("*.json")
    kept = file.read_text(encoding="utf-8")
    assert "Sommerfugleeng" in kept
    for private in (SECRET, "Høstgildegruppen", "Kontaktperson", "Telefon", "PRIVATE KEY", "gserviceaccount"):
        assert private not in kept


def test_another_spreadsheet_does_not_begin_with_this_ones_rows(
    google: GoogleStandIn, start: Start, configure: Configure
) -> None:
    start().loaded()
    configure(secrets_toml("et-andet"))
    with pytest.raises(Obstacle, match="findes ikke"):
        start().loaded()


def test_settings_that_name_another_source_while_running_drop_the_old_rows(
    start: Start, configure: Configure, tmp_path: Path
) -> None:
    refresher = start()
    refresher.loaded()
    tables = lyngklokken()
    tables["Indstillinger"][0]["Værdi"] = "En anden"
    configure(f"[connections.csv]\nfolder = '{write_csv(tables, tmp_path / 'csv')}'\n")
    refresher.refresh()
    loaded = refresher.loaded()
    assert (organisation_name(loaded.dataset), loaded.held, loaded.changed) == ("En anden", (), ())


def test_a_disk_that_takes_nothing_is_told_and_the_data_is_shown_all_the_same(start: Start, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("i vejen", encoding="utf-8")
    loaded = start().loaded()
    assert organisation_name(loaded.dataset) == NAME
    assert "kan ikke gemmes" in loaded.unsaved


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda text: text[:100], id="cut"),
        pytest.param(lambda text: re.sub(r"[+]0\d:00", "", text), id="in no time zone"),
        pytest.param(lambda text: text.replace('["A", "B"', '["A"'), id="a place with a column too few"),
        pytest.param(lambda text: text.replace('"format": 2', '"format": 1'), id="written by an earlier version"),
        pytest.param(lambda text: text.replace('"format": 2', '"format": 99'), id="written by a later version"),
    ],
)
def test_a_damaged_state_blocks_nothing_and_is_put_aside_and_said(
    start: Start, tmp_path: Path, damage: Callable[[str], str]
) -> None:
    start().loaded()
    (file,) = (tmp_path / "state").glob("*.json")
    whole = file.read_text(encoding="utf-8")
    file.write_text(damage(whole), encoding="utf-8")
    assert damage(whole) != whole
    loaded = start().loaded()
    assert (organisation_name(loaded.dataset), loaded.fresh, loaded.failed) == (NAME, True, None)
    assert file.with_suffix(".kan-ikke-laeses").read_text(encoding="utf-8") == damage(whole)
    assert "lagt til side" in loaded.put_aside
    assert file.with_suffix(".kan-ikke-laeses").name in loaded.put_aside
    assert start().loaded().put_aside == "", "the next start has a whole one"


def test_a_state_that_reads_but_cannot_be_used_is_put_aside_too(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start().loaded()
    dataset, calls = module._dataset, iter([True])

    def first_time_broken(*arguments: Any) -> Dataset:
        if next(calls, False):
            raise IndexError
        return dataset(*arguments)

    monkeypatch.setattr(module, "_dataset", first_time_broken)
    loaded = start().loaded()
    assert organisation_name(loaded.dataset) == NAME
    assert "lagt til side" in loaded.put_aside


def test_without_a_network_a_damaged_state_is_no_state(google: GoogleStandIn, start: Start, tmp_path: Path) -> None:
    start().loaded()
    (file,) = (tmp_path / "state").glob("*.json")
    file.write_text("{", encoding="utf-8")
    google.fault = faults.always(faults.OFFLINE)
    with pytest.raises(Obstacle, match="ikke forbindelse"):
        start().loaded()


# Held back until confirmed


def lose_most(book: Workbook) -> None:
    del book.tab("Fakturaer").rows[3:]


def test_a_tab_that_lost_most_rows_keeps_the_last_good_ones_until_that_is_confirmed(
    book: Workbook, start: Start
) -> None:
    refresher = start()
    before = refresher.loaded()
    lose_most(book)
    refresher.refresh()
    loaded = refresher.loaded()
    (held,) = loaded.held
    assert held.why == "»Fakturaer« havde 8 rækker, nu kan 2 læses. 6 af dem er væk."
    assert loaded.dataset == before.dataset
    assert loaded.tables["invoices"].read_at == before.read_at
    assert loaded.tables["pools"].read_at > before.read_at
    refresher.confirm(held)
    confirmed = refresher.loaded()
    assert (len(confirmed.dataset.of(Invoice)), confirmed.held) == (2, ())
    refresher.refresh()
    assert refresher.loaded().held == ()


def test_rows_that_come_back_need_no_confirmation(book: Workbook, start: Start) -> None:
    refresher = start()
    refresher.loaded()
    rows = list(book.tab("Fakturaer").rows)
    lose_most(book)
    refresher.refresh()
    book.tab("Fakturaer").rows = rows
    refresher.refresh()
    assert refresher.loaded().held == ()


def test_what_is_held_is_still_held_after_a_restart(book: Workbook, start: Start) -> None:
    before = start().loaded()
    lose_most(book)
    after = start().loaded()
    assert len(after.held) == 1
    assert len(after.dataset.of(Invoice)) == len(before.dataset.of(Invoice))


def test_what_is_lost_little_by_little_over_restarts_is_still_held(book: Workbook, start: Start) -> None:
    before = start().loaded()
    rows = book.tab("Fakturaer").rows
    for left in (6, 4, 4):
        del rows[left:]
        after = start().loaded()
        assert len(after.held[0].gone) == 9 - left
        assert [one.id for one in after.dataset.of(Invoice)] == [one.id for one in before.dataset.of(Invoice)]


def test_a_restart_without_a_network_still_has_the_rows_of_before_the_loss(
    google: GoogleStandIn, book: Workbook, start: Start
) -> None:
    refresher = start()
    before = refresher.loaded()
    lose_most(book)
    refresher.refresh()
    google.fault = faults.always(faults.OFFLINE)
    after = start().loaded()
    assert len(after.dataset.of(Invoice)) == len(before.dataset.of(Invoice))
    assert after.tables["invoices"].read_at == before.read_at < after.tables["pools"].read_at


@pytest.mark.parametrize("title", ["Fakturaer", "Ansøgninger", "Afdelinger"])
def test_a_heading_blanked_while_running_is_held_whatever_column_it_is(
    book: Workbook, start: Start, title: str
) -> None:
    refresher = start()
    before = refresher.loaded()
    tab = book.tab(title)
    for place, heading in enumerate(list(tab.rows[0])):
        filled = any(row[place] not in (None, "") for row in tab.rows[1:] if place < len(row))
        if heading in EXTRA_COLUMNS.get(title, {}) or not filled:
            continue
        tab.put(0, place, "")
        refresher.refresh()
        loaded = refresher.loaded()
        assert [one.table.title for one in loaded.held] == [title], heading
        assert loaded.dataset == before.dataset, heading
        tab.put(0, place, heading)
        refresher.refresh()
        assert refresher.loaded().held == (), heading


def test_what_waits_is_told_with_the_data_as_it_would_be(book: Workbook, start: Start) -> None:
    refresher = start()
    refresher.loaded()
    lose_most(book)
    refresher.refresh()
    loaded = refresher.loaded()
    assert (len(loaded.dataset.of(Invoice)), len(loaded.newer["invoices"].of(Invoice))) == (8, 2)
    refresher.refresh()
    assert refresher.loaded().newer is loaded.newer, "it is read anew only where something changed"
    del book.tab("Fakturaer").rows[2:]
    refresher.refresh()
    loaded = refresher.loaded()
    assert len(loaded.newer["invoices"].of(Invoice)) == 1
    refresher.confirm(loaded.held[0])
    assert refresher.loaded().newer == {}


def test_most_of_a_column_changed_at_once_is_used_and_told(book: Workbook, start: Start) -> None:
    refresher = start()
    refresher.loaded()
    tab = book.tab("Fakturaer")
    for row in range(1, 9):
        tab.put(row, tab.rows[0].index("Beløb"), 100 + row)
    refresher.refresh()
    loaded = refresher.loaded()
    assert loaded.held == ()
    assert loaded.mass == (MassChange("Fakturaer", "Beløb", 8, 8),)
    refresher.refresh()
    assert refresher.loaded().mass == loaded.mass


def test_what_was_confirmed_is_still_confirmed_after_a_restart(book: Workbook, start: Start) -> None:
    refresher = start()
    refresher.loaded()
    lose_most(book)
    refresher.refresh()
    refresher.confirm(refresher.loaded().held[0])
    after = start().loaded()
    assert (after.held, len(after.dataset.of(Invoice))) == ((), 2)


def test_a_confirmation_counts_only_for_what_was_seen(book: Workbook, start: Start) -> None:
    refresher = start()
    refresher.loaded()
    lose_most(book)
    refresher.refresh()
    (seen,) = refresher.loaded().held
    del book.tab("Fakturaer").rows[1:]
    refresher.refresh()
    refresher.confirm(seen)
    loaded = refresher.loaded()
    assert len(loaded.held) == 1
    assert len(loaded.dataset.of(Invoice)) == 8


def test_a_confirmation_does_not_wait_for_a_reading(
    google: GoogleStandIn, book: Workbook, start: Start, may_end: threading.Event
) -> None:
    refresher = start()
    refresher.loaded()
    lose_most(book)
    refresher.refresh()
    (seen,) = refresher.loaded().held
    google.fault = faults.held(may_end)
    under_way = threading.Thread(target=refresher.refresh)
    before = readings(google)
    under_way.start()
    eventually(lambda: readings(google) > before)
    refresher.confirm(seen)
    assert refresher.loaded().held == ()
    assert under_way.is_alive()
    may_end.set()
    under_way.join()
    assert refresher.loaded().held == ()


def test_a_held_state_that_was_read_again_unchanged_can_still_be_confirmed(book: Workbook, start: Start) -> None:
    refresher = start()
    refresher.loaded()
    lose_most(book)
    refresher.refresh()
    (seen,) = refresher.loaded().held
    refresher.refresh()
    refresher.confirm(seen)
    assert refresher.loaded().held == ()


# What changed


def test_what_changed_is_told_until_something_else_does(book: Workbook, start: Start) -> None:
    refresher = start()
    assert refresher.loaded().changed == ()
    tab = book.tab("Puljer")
    tab.put(1, tab.rows[0].index("Ramme"), 160_000)
    refresher.refresh()
    changed = refresher.loaded()
    assert [(one.table, one.row, one.what.replace("\u00a0", " ")) for one in changed.changed] == [
        ("Puljer", "G25", "Ramme: 150.000 kr. → 160.000 kr.")
    ]
    refresher.refresh()
    later = refresher.loaded()
    assert (later.changed, later.changed_at) == (changed.changed, changed.changed_at)
    assert later.dataset is changed.dataset, "what is cached by it stays"
    assert later.version == changed.version


def test_no_visitor_can_stop_the_one_of_the_process(google: GoogleStandIn, configure: Configure) -> None:
    from shell.reading.newest import forget, refresher

    configure(f"{secrets_toml(KEY)}\n[dashboard]\nminutes_between_readings = {0.05 / 60}\n")
    refresher().start()
    eventually(lambda: readings(google) >= 2)
    st.cache_resource.clear()  # any browser can ask for it
    before = readings(google)
    eventually(lambda: readings(google) >= before + 2)
    forget()
    eventually(lambda: not [one for one in threading.enumerate() if one.name == "refresher"])


# Read once


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of tables whose cells have been read, each time that they were."""
    names: list[str] = []
    as_it_is = read_table.read_table

    def counting(table: Table, *arguments: Any) -> ReadTable:
        names.append(table.name)
        return as_it_is(table, *arguments)

    monkeypatch.setattr(read_table, "read_table", counting)
    return names


def test_a_reading_reads_the_tables_that_have_changed_once_and_no_others(
    configure: Configure, tmp_path: Path, parsed: list[str]
) -> None:
    tables = lyngklokken()
    configure(f"[connections.csv]\nfolder = '{write_csv(tables, tmp_path / 'csv')}'\n")
    refresher = Refresher()
    refresher.loaded()
    there = {table.name for table in CONTRACT if table.title in tables}
    assert sorted(parsed) == sorted(there), "at the start each once"
    parsed.clear()
    refresher.refresh()
    assert parsed == []
    tables["Fakturaer"][0]["Beløb"] = "99"
    write_csv(tables, tmp_path / "csv")
    refresher.refresh()
    assert parsed == ["invoices"]
    assert [change.table for change in refresher.loaded().changed] == ["Fakturaer"]


def test_what_waits_is_read_once_and_not_again_to_tell_what_it_would_change(
    configure: Configure, tmp_path: Path, parsed: list[str]
) -> None:
    tables = lyngklokken()
    configure(f"[connections.csv]\nfolder = '{write_csv(tables, tmp_path / 'csv')}'\n")
    refresher = Refresher()
    refresher.loaded()
    parsed.clear()
    write_csv({**tables, "Fakturaer": tables["Fakturaer"][:2]}, tmp_path / "csv")
    for _ in range(2):
        refresher.refresh()
    (held,) = refresher.loaded().held
    assert len(refresher.loaded().newer["invoices"].of(Invoice)) == 2
    refresher.confirm(held)
    refresher.refresh()
    assert parsed == ["invoices"]


# What was hidden


def shown_departments(refresher: Refresher) -> list[tuple[str, ...]]:
    departments = focus_group_overview(refresher.loaded().dataset, date(2025, 11, 5)).departments
    assert departments
    return [one.names for one in departments.categories]


def with_residents(smallest: int) -> Tables:
    tables = lyngklokken()
    for row in tables["Beboere"]:
        row["Beboere"] = smallest if row["Afdeling"] == "105" else 30
    return tables


def test_residents_that_a_reading_hid_stay_hidden_after_a_correction_and_a_restart(
    configure: Configure, tmp_path: Path
) -> None:
    folder = write_csv(with_residents(1), tmp_path / "csv")
    configure(f"[connections.csv]\nfolder = '{folder}'\n")
    refresher = Refresher()
    before = shown_departments(refresher)
    assert ("105",) not in before
    write_csv(with_residents(30), folder)
    refresher.refresh()
    assert shown_departments(refresher) == before
    assert shown_departments(Refresher()) == before
    assert "30" not in "".join(file.read_text() for file in (tmp_path / "state").glob("*.hidden"))
    version = refresher.loaded().version
    refresher.refresh()
    assert refresher.loaded().version == version


@pytest.mark.parametrize("written", [None, "", "{}", '{"departments": 5}', '[["105"]]'])
def test_what_was_hidden_is_forgotten_on_purpose_by_deleting_its_file_and_lost_with_a_broken_one(
    configure: Configure, tmp_path: Path, written: str | None
) -> None:
    folder = write_csv(with_residents(1), tmp_path / "csv")
    configure(f"[connections.csv]\nfolder = '{folder}'\n")
    before = Refresher()
    before.loaded()
    write_csv(with_residents(30), folder)
    before.refresh()
    (file,) = (tmp_path / "state").glob("*.hidden")
    if written is None:
        file.unlink()
    else:
        file.write_text(written)
    assert ("105",) in shown_departments(Refresher())


def test_what_the_state_on_disk_hides_is_known_at_the_start(configure: Configure, tmp_path: Path) -> None:
    folder = write_csv(with_residents(1), tmp_path / "csv")
    configure(f"[connections.csv]\nfolder = '{folder}'\n")
    Refresher().loaded()
    (file,) = (tmp_path / "state").glob("*.hidden")
    file.unlink()
    write_csv(with_residents(30), folder)
    refresher = Refresher()
    refresher.refresh()
    assert ("105",) not in shown_departments(refresher)


def test_what_was_hidden_in_one_source_is_not_hidden_in_another(configure: Configure, tmp_path: Path) -> None:
    for smallest in (1, 30):
        folder = write_csv(with_residents(smallest), tmp_path / str(smallest))
        configure(f"[connections.csv]\nfolder = '{folder}'\n")
        assert (("105",) in shown_departments(Refresher())) == (smallest == 30)


# What is kept on disk

TYPED_WRONG = "Karen Kørvel, 47 år, Skovvej 4711"
TYPED_PARTS = ("Karen", "Kørvel", "Skovvej", "47 år", "vej 4711")  # no part that a random token could hold
NEVER_KEPT = [
    pytest.param(table, column, id=f"{table.title}: {column.heading}")
    for table in CONTRACT.tables
    for column in table.columns
    if not table.tells(column)
]


def kept_on_disk(folder: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in folder.iterdir())


@pytest.mark.parametrize("doubled", [False, True], ids=["read", "headings in doubt"])
@pytest.mark.parametrize(("table", "column"), NEVER_KEPT)
def test_no_name_age_or_address_in_a_wrong_column_is_kept_or_told(
    configure: Configure, tmp_path: Path, table: Table, column: Column, doubled: bool
) -> None:
    tables = lyngklokken()
    rows = tables[table.title] = tables[table.title] or [{"Ambassadør": "T1", "Afdeling": "101", "Fra": "01-02-2025"}]
    rows[0] = rows[0] | {column.heading: TYPED_WRONG}
    rows.append(rows[0])
    folder = write_csv(tables, tmp_path / "csv")
    if doubled:
        file = folder / f"{sql_name(table.title)}.csv"
        above, *below = file.read_text(encoding="utf-8").splitlines()
        file.write_text("\n".join([f"{above};{above}", *(f"{line};{line}" for line in below)]), encoding="utf-8")
    configure(f"[connections.csv]\nfolder = '{folder}'\n")
    refresher = Refresher()
    first = refresher.loaded()
    if not doubled:
        write_csv({**tables, table.title: rows[1:-1]}, folder)
        refresher.refresh()
        kept = kept_on_disk(tmp_path / "state")
        assert not any(part in kept for part in TYPED_PARTS)
        write_csv(tables, folder)
        refresher.refresh()
    loaded = refresher.loaded()
    kept = kept_on_disk(tmp_path / "state")
    assert not any(part in kept for part in TYPED_PARTS)
    told = repr((first.dataset, loaded.dataset, loaded.changed, Refresher().loaded().dataset))
    assert not any(part in told for part in TYPED_PARTS)


def test_a_member_keeps_the_department_that_is_held_back_with_the_others(configure: Configure, tmp_path: Path) -> None:
    tables = lyngklokken()
    folder = write_csv(tables, tmp_path / "csv")
    configure(f"[connections.csv]\nfolder = '{folder}'\n")
    refresher = Refresher()
    before = refresher.loaded().dataset.of(Member)
    assert any(one.department for one in before)
    write_csv({**tables, "Afdelinger": tables["Afdelinger"][:1]}, folder)
    refresher.refresh()
    assert [held.table.title for held in refresher.loaded().held] == ["Afdelinger"]
    assert refresher.loaded().dataset.of(Member) == before


def test_a_department_is_read_again_when_it_has_been_added(configure: Configure, tmp_path: Path) -> None:
    tables = lyngklokken()
    tables["Fokusgruppe"][0]["Afdeling"] = "Ny afdeling"
    folder = write_csv(tables, tmp_path / "csv")
    configure(f"[connections.csv]\nfolder = '{folder}'\n")
    refresher = Refresher()
    assert refresher.loaded().dataset.of(Member)[0].department is None
    write_csv({**tables, "Afdelinger": [*tables["Afdelinger"], {"Afdeling": "07", "Navn": "Ny afdeling"}]}, folder)
    refresher.refresh()
    assert refresher.loaded().dataset.of(Member)[0].department == "07"


def test_after_a_restart_the_same_members_are_no_news(configure: Configure, tmp_path: Path) -> None:
    folder = write_csv(lyngklokken(), tmp_path / "csv")
    configure(f"[connections.csv]\nfolder = '{folder}'\n")
    Refresher().loaded()
    again = Refresher()
    again.loaded()
    again.refresh()
    assert again.loaded().changed == ()
