"""What the tables send is kept, whole and once, while the seminar is open and not after."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from core.planche.sheet import Sheet, Theme
from core.planche.standard import STANDARD
from shell.live.seminar import Change, Outcome, Seminar, Written, places
from shell.live.store import Store
from tests.eventually import eventually

NOW = datetime(2024, 9, 21, 10, 30, tzinfo=ZoneInfo("Europe/Copenhagen"))
LATER = NOW + timedelta(minutes=5)
SAVED = Written(Outcome.SAVED)
CLOSED = Written(Outcome.CLOSED)
PLAYGROUNDS = ("Fysiske rammer", "Legepladser")
STEP = ("", "Hvad er det første skridt?")


def opened(store: Store, *tables: str) -> Seminar:
    return store.open_seminar(STANDARD, tables or ("Bord 1", "Bord 2"), "Lyngklokken", NOW)


def marked(store: Store, seminar: Seminar) -> list[tuple[str, str, bool, bool, str]]:
    return [(mark.table, mark.item, mark.done, mark.wished, mark.note) for mark in store.marks(seminar.id)]


def test_a_seminar_is_kept_as_it_was_opened(store: Store) -> None:
    seminar = opened(store)
    assert store.seminars() == (seminar,)
    assert (seminar.sheet, seminar.organisation, seminar.opened_at) == (STANDARD, "Lyngklokken", NOW)
    assert seminar.closed_at is None
    assert [table.name for table in seminar.tables] == ["Bord 1", "Bord 2"]


def test_the_keys_cannot_be_guessed(store: Store) -> None:
    keys = [table.key for table in opened(store, *(f"Bord {number}" for number in range(30))).tables]
    assert len(set(keys)) == 30
    assert min(map(len, keys)) >= 22  # 128 bits


def test_tables_are_told_apart_and_blank_ones_left_out(store: Store) -> None:
    seminar = opened(store, " Bord  1 ", "", "  ", "Bord 1", "Bord 1 (2)", "Bord 1", "\x00")
    assert [table.name for table in seminar.tables] == ["Bord 1", "Bord 1 (2)", "Bord 1 (2) (2)", "Bord 1 (3)"]


@pytest.mark.parametrize("tables", [(), ("", " ")])
def test_a_seminar_needs_a_table(store: Store, tables: tuple[str, ...]) -> None:
    before = opened(store)
    with pytest.raises(ValueError, match="needs a table"):
        store.open_seminar(STANDARD, tables, "Lyngklokken", LATER)
    assert store.seminars() == (before,)


def test_a_new_seminar_closes_the_one_that_is_open(store: Store) -> None:
    first = opened(store)
    second = store.open_seminar(STANDARD, ["Bord 1"], "Lyngklokken", LATER)
    assert store.seminars() == (second, replace(first, closed_at=LATER))


def test_reopening_closes_the_one_that_is_open(store: Store) -> None:
    first, second = opened(store), opened(store)
    store.reopen_seminar(first.id, LATER)
    assert store.seminars() == (replace(second, closed_at=LATER), first)


def test_closing_twice_keeps_the_first_moment(store: Store) -> None:
    seminar = opened(store)
    store.close_seminar(seminar.id, NOW)
    store.close_seminar(seminar.id, LATER)
    assert store.seminars()[0].closed_at == NOW


def test_every_place_on_the_sheet_can_be_marked(store: Store) -> None:
    seminar = opened(store)
    changes = [Change(theme, item, note="n") for theme, item in places(STANDARD)]
    assert ("Samarbejde med omverdenen", "Andre") in places(STANDARD)
    assert len(changes) == 7 + 7 + 6 + 6 + 4 + 4
    assert store.write(seminar.tables[0].key, changes, NOW) == SAVED
    assert {(mark.theme, mark.item) for mark in store.marks(seminar.id)} == set(places(STANDARD))


def test_a_table_writes_its_own_marks_only(store: Store) -> None:
    seminar = opened(store)
    one, two = (table.key for table in seminar.tables)
    store.write(one, [Change(*PLAYGROUNDS, done=True, wished=False, note="To af dem")], NOW)
    store.write(two, [Change(*PLAYGROUNDS, wished=True)], NOW)
    assert marked(store, seminar) == [
        ("Bord 1", "Legepladser", True, False, "To af dem"),
        ("Bord 2", "Legepladser", False, True, ""),
    ]
    state = store.table(two)
    assert state is not None
    assert (state.table, state.sheet, state.is_open, len(state.marks)) == ("Bord 2", STANDARD, True, 1)


def test_an_item_may_have_both_marks_and_lose_them_again(store: Store) -> None:
    seminar = opened(store, "Bord 1")
    key = seminar.tables[0].key
    store.write(key, [Change(*PLAYGROUNDS, done=True, wished=True)], NOW)
    assert marked(store, seminar) == [("Bord 1", "Legepladser", True, True, "")]
    store.write(key, [Change(*PLAYGROUNDS, done=False, wished=False)], NOW)
    assert marked(store, seminar) == [("Bord 1", "Legepladser", False, False, "")]


def test_what_a_change_does_not_mention_stays(store: Store) -> None:
    seminar = opened(store, "Bord 1")
    key = seminar.tables[0].key
    store.write(key, [Change(*PLAYGROUNDS, note="Fra den ene telefon")], NOW)
    store.write(key, [Change(*PLAYGROUNDS, done=True)], NOW)
    assert marked(store, seminar) == [("Bord 1", "Legepladser", True, False, "Fra den ene telefon")]


def test_the_last_of_several_changes_in_a_batch_counts(store: Store) -> None:
    seminar = opened(store, "Bord 1")
    changes = [Change(*PLAYGROUNDS, done=True, note="a"), Change(*PLAYGROUNDS, done=False), Change(*STEP, note="b")]
    store.write(seminar.tables[0].key, changes, NOW)
    assert marked(store, seminar) == [
        ("Bord 1", STEP[1], False, False, "b"),
        ("Bord 1", "Legepladser", False, False, "a"),
    ]


def test_what_is_sent_again_changes_nothing(store: Store) -> None:
    seminar = opened(store, "Bord 1")
    key = seminar.tables[0].key
    changes = [Change(*PLAYGROUNDS, done=True, note="To"), Change(*STEP, note="Et møde")]
    store.write(key, changes, NOW)
    before = store.marks(seminar.id)
    assert store.write(key, changes, LATER) == SAVED
    assert store.marks(seminar.id) == before
    assert store.tables_heard(seminar.id) == {"Bord 1": LATER}


def test_the_chair_sees_who_has_sent(store: Store) -> None:
    seminar = opened(store)
    assert store.tables_heard(seminar.id) == {}
    store.write(seminar.tables[1].key, [Change(*PLAYGROUNDS, done=True)], LATER)
    assert store.tables_heard(seminar.id) == {"Bord 2": LATER}


def test_nothing_is_written_after_closing_until_it_is_reopened(store: Store) -> None:
    seminar = opened(store, "Bord 1")
    key = seminar.tables[0].key
    store.close_seminar(seminar.id, NOW)
    assert store.write(key, [Change(*PLAYGROUNDS, done=True)], NOW) == CLOSED
    assert store.marks(seminar.id) == ()
    assert store.tables_heard(seminar.id) == {}
    state = store.table(key)
    assert state is not None
    assert not state.is_open
    store.reopen_seminar(seminar.id, LATER)
    assert store.write(key, [Change(*PLAYGROUNDS, done=True)], LATER) == SAVED


@pytest.mark.parametrize("key", ["", "x", "' OR 1=1 --", "æ" * 1000])
def test_an_unknown_key_opens_nothing(store: Store, key: str) -> None:
    seminar = opened(store)
    assert store.write(key, [Change(*PLAYGROUNDS, done=True)], NOW) == Written(Outcome.UNKNOWN_KEY)
    assert store.table(key) is None
    assert store.marks(seminar.id) == ()


def test_an_erased_seminar_leaves_nothing(store: Store, address: sa.URL) -> None:
    gone, kept = opened(store), opened(store)
    store.reopen_seminar(gone.id, NOW)
    store.write(gone.tables[0].key, [Change(*PLAYGROUNDS, done=True)], NOW)
    store.erase_seminar(gone.id, LATER, "formand")
    assert [seminar.id for seminar in store.seminars()] == [kept.id]
    assert store.write(gone.tables[0].key, [], NOW) == Written(Outcome.UNKNOWN_KEY)
    with sa.create_engine(address).connect() as connection:
        counts = [
            connection.execute(sa.select(sa.func.count()).select_from(sa.table(name))).scalar()
            for name in ("live_marks", "live_tables", "live_seminars")
        ]
    assert counts == [0, 2, 1]
    assert opened(store).id not in (gone.id, kept.id)


@pytest.mark.parametrize(
    "refused",
    [
        pytest.param(Change("Fysiske rammer", "Svømmehal", done=True), id="unknown item"),
        pytest.param(Change("Bestyrelsens fokus", "Legepladser", done=True), id="item of another theme"),
        pytest.param(Change("Ukendt", "Legepladser", done=True), id="unknown theme"),
        pytest.param(Change("Samarbejde med omverdenen", "Andet", done=True), id="another theme's open line"),
        pytest.param(Change("", "Hvorfor?", note="x"), id="unknown question"),
        pytest.param(Change(*STEP, done=True), id="a question with a V"),
        pytest.param(Change(*STEP, wished=False), id="a question with an X"),
        pytest.param(Change(*PLAYGROUNDS, note="æ" * 1001), id="a note of 1001 letters"),
    ],
)
def test_one_change_that_is_refused_is_named_and_stops_its_batch(store: Store, refused: Change) -> None:
    seminar = opened(store)
    key = seminar.tables[0].key
    batch = [Change(*PLAYGROUNDS, done=True), refused]
    assert store.write(key, batch, NOW) == Written(Outcome.REFUSED, (refused,))
    assert store.marks(seminar.id) == ()
    assert store.tables_heard(seminar.id) == {}


def test_a_note_of_1000_letters_is_kept_whole(store: Store) -> None:
    seminar = opened(store)
    note = "æ😀" * 500
    assert store.write(seminar.tables[0].key, [Change(*PLAYGROUNDS, note=note)], NOW) == SAVED
    assert store.marks(seminar.id)[0].note == note


def test_a_note_keeps_its_lines_and_loses_what_no_database_keeps(store: Store) -> None:
    seminar = opened(store)
    store.write(seminar.tables[0].key, [Change(*PLAYGROUNDS, note="a\r\nb\rc\td\x00\ud83d<script>")], NOW)
    assert store.marks(seminar.id)[0].note == "a\nb\nc\td<script>"


def test_500_changes_are_taken_at_once_and_501_are_not(store: Store) -> None:
    seminar = opened(store)
    key = seminar.tables[0].key
    changes = [Change(*PLAYGROUNDS, note=str(number)) for number in range(501)]
    assert store.write(key, changes[:500], NOW) == SAVED
    assert store.marks(seminar.id)[0].note == "499"
    assert store.write(key, changes, NOW) == Written(Outcome.REFUSED, (changes[500],))
    assert store.marks(seminar.id)[0].note == "499"


def test_a_sheet_where_a_name_comes_twice_can_be_marked(store: Store) -> None:
    theme = Theme("T", "V", "X", ("Andet", "A", "A"))
    seminar = store.open_seminar(Sheet((theme, theme), ("?", "?")), ["Bord"], "O", NOW)
    assert places(seminar.sheet) == (("T", "Andet"), ("T", "A"), ("", "?"))
    assert store.write(seminar.tables[0].key, [Change("T", "Andet", done=True)], NOW) == SAVED


def test_half_a_letter_in_the_workbook_stops_no_seminar(store: Store) -> None:
    sheet = Sheet((Theme("T\ud83d", "V\x00", "X", ("A\ud83d\x00",)),), ("Q\x00",))
    seminar = store.open_seminar(sheet, ["Bord\ud83d"], "O\x00", NOW)
    assert seminar.sheet == Sheet((Theme("T", "V", "X", ("A",)),), ("Q",))
    assert store.seminars() == (seminar,)
    assert store.write(seminar.tables[0].key, [Change("T", "A", done=True)], NOW) == SAVED


def test_two_processes_may_make_the_tables_at_once(address: sa.URL) -> None:
    together = threading.Barrier(8)

    def make() -> Store:
        together.wait()
        return Store(address)

    with ThreadPoolExecutor(8) as pool:
        stores = [made.result() for made in [pool.submit(make) for _ in range(8)]]
    seminar = opened(stores[0])
    assert all(store.seminars() == (seminar,) for store in stores)


def test_of_many_who_open_at_once_one_seminar_is_open(address: sa.URL) -> None:
    stores = [Store(address) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(opened, stores * 4))
    seminars = stores[0].seminars()
    assert len(seminars) == 16
    assert [seminar.closed_at is None for seminar in seminars].count(True) == 1


@pytest.mark.parametrize("before", [9, *(pytest.param(other, marks=pytest.mark.more_of_a_race) for other in (0, 90))])
def test_nothing_is_written_once_closing_has_returned(address: sa.URL, before: int) -> None:
    """Whoever is told »saved« is in the sum that is read after closing, and nobody else is."""
    chair = Store(address)
    seminar = opened(chair, *(f"Bord {number}" for number in range(6)))
    everything = places(STANDARD)
    begun = threading.Barrier(7)

    def tick(store: Store, table: str, key: str) -> set[tuple[str, str, str]]:
        saved: set[tuple[str, str, str]] = set()
        begun.wait()
        for theme, item in everything * 20:
            answer = store.write(key, [Change(theme, item, note=str(time.monotonic()))], NOW)
            if answer != SAVED:
                assert answer == CLOSED
                return saved
            saved.add((table, theme, item))
        return saved

    with ThreadPoolExecutor(6) as pool:
        running = [pool.submit(tick, Store(address), table.name, table.key) for table in seminar.tables]
        begun.wait()
        eventually(lambda: len(chair.marks(seminar.id)) >= before)
        chair.close_seminar(seminar.id, LATER)
        after_closing = chair.marks(seminar.id)
        saved = set[tuple[str, str, str]]().union(*(one.result() for one in running))
    assert chair.marks(seminar.id) == after_closing
    assert {(mark.table, mark.theme, mark.item) for mark in after_closing} == saved


def test_two_phones_of_one_table_and_the_chair_at_once(address: sa.URL) -> None:
    chair = Store(address)
    seminar = opened(chair, "Bord 1")
    key = seminar.tables[0].key
    items = [place for place in places(STANDARD) if place[0]]

    def phone(store: Store, change: Callable[[str, str], Change], order: int) -> None:
        for theme, item in items[::order]:
            assert store.write(key, [change(theme, item), change(*items[0])], NOW) == SAVED

    with ThreadPoolExecutor(3) as pool:
        running = [
            pool.submit(phone, Store(address), lambda theme, item: Change(theme, item, done=True), 1),
            pool.submit(phone, Store(address), lambda theme, item: Change(theme, item, wished=True), -1),
            pool.submit(phone, Store(address), lambda theme, item: Change(theme, item, note="n"), -1),
        ]
        for one in running:
            one.result()
    assert [(mark.done, mark.wished, mark.note) for mark in chair.marks(seminar.id)] == [(True, True, "n")] * len(items)


def test_thirty_tables_at_once(address: sa.URL) -> None:
    """Each ticks everything in small batches and sends half of them again; the server writes eight at a time."""
    server = Store(address)
    seminar = opened(server, *(f"Bord {number}" for number in range(30)))
    items = [place for place in places(STANDARD) if place[0]]
    batches = [items[start : start + 3] for start in range(0, len(items), 3)]

    def phone(name: str, key: str) -> None:
        for number, batch in enumerate(batches):
            changes = [Change(theme, item, done=True, wished=number % 2 == 0, note=name) for theme, item in batch]
            for _ in range(1 + number % 2):
                assert server.write(key, changes, NOW) == SAVED

    with ThreadPoolExecutor(8) as pool:
        for one in [pool.submit(phone, table.name, table.key) for table in seminar.tables]:
            one.result()
    expected = {
        (table.name, theme, item, True, number % 2 == 0, table.name)
        for table in seminar.tables
        for number, batch in enumerate(batches)
        for theme, item in batch
    }
    found = [
        (mark.table, mark.theme, mark.item, mark.done, mark.wished, mark.note) for mark in server.marks(seminar.id)
    ]
    assert len(found) == len(expected) == 30 * len(items)
    assert set(found) == expected


def test_a_restart_finds_everything(address: sa.URL) -> None:
    before = Store(address)
    seminar = opened(before)
    before.write(seminar.tables[0].key, [Change(*PLAYGROUNDS, done=True)], NOW)
    after = Store(address)
    assert after.seminars() == (seminar,)
    assert after.marks(seminar.id) == before.marks(seminar.id)
