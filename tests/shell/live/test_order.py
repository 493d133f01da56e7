"""An older change never undoes a newer one of the same phone, in whatever order they arrive."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shell.live.seminar import MOST_PHONES, Change, LiveMark
from shell.live.store import Store
from tests.often import examples
from tests.shell.live.test_store import LATER, NOW, PLAYGROUNDS, SAVED, STEP, opened


def tick(number: int, done: bool) -> Change:
    return Change(*PLAYGROUNDS, done=done, number=number)


def note(number: int, text: str) -> Change:
    return Change(*PLAYGROUNDS, note=text, number=number)


def only(store: Store) -> LiveMark:
    (mark,) = store.marks(store.seminars()[0].id)
    return mark


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        pytest.param(tick(1, True), tick(2, False), (False, ""), id="a newer tick counts"),
        pytest.param(tick(2, False), tick(1, True), (False, ""), id="an older tick that comes late does not"),
        pytest.param(tick(1, True), tick(1, False), (True, ""), id="the same number is the same change, sent again"),
        pytest.param(tick(0, True), tick(1, False), (False, ""), id="numbers may begin at 0"),
        pytest.param(
            note(2, "ny"), note(1, "gammel"), (False, "ny"), id="an older note that comes late does not count"
        ),
        pytest.param(tick(2, True), note(1, "fra før"), (True, "fra før"), id="each field has an order of its own"),
        pytest.param(
            Change(*PLAYGROUNDS, done=True, note="ny", number=2),
            Change(*PLAYGROUNDS, done=False, wished=True, note="gammel", number=1),
            (True, "ny"),
            id="a late change of several fields sets those that were not set since",
        ),
        pytest.param(tick(2**53 - 1, True), tick(2**53 - 2, False), (True, ""), id="the highest number a phone has"),
        pytest.param(tick(9, True), Change(*PLAYGROUNDS, done=False), (False, ""), id="without a number as it comes"),
    ],
)
def test_one_phones_changes(store: Store, first: Change, second: Change, kept: tuple[bool, str]) -> None:
    key = opened(store).tables[0].key
    for change in (first, second):
        assert store.write(key, [change], NOW, "a") == SAVED
    assert (only(store).done, only(store).note) == kept


def test_in_one_batch_too_the_newer_change_counts(store: Store) -> None:
    key = opened(store).tables[0].key
    store.write(key, [tick(2, True), tick(1, False)], NOW, "a")
    assert only(store).done


def test_another_phone_and_another_table_have_orders_of_their_own(store: Store) -> None:
    one, two = (table.key for table in opened(store).tables)
    store.write(one, [tick(9, True)], NOW, "a")
    store.write(one, [tick(1, False)], NOW, "b")
    store.write(two, [tick(1, True)], NOW, "a")
    assert [mark.done for mark in store.marks(store.seminars()[0].id)] == [False, True]


def test_what_is_sent_again_does_not_undo_another_phones_change(store: Store) -> None:
    key = opened(store).tables[0].key
    mine, another = tick(1, True), tick(1, False)
    store.write(key, [mine], NOW, "a")
    store.write(key, [another], NOW, "b")
    assert store.write(key, [mine], LATER, "a") == SAVED
    assert not only(store).done


def test_a_restart_forgets_no_order(address: sa.URL) -> None:
    key = opened(Store(address)).tables[0].key
    Store(address).write(key, [tick(2, True)], NOW, "a")
    after = Store(address)
    after.write(key, [tick(1, False)], NOW, "a")
    assert only(after).done


def test_closing_and_reopening_forgets_no_order(store: Store) -> None:
    seminar = opened(store)
    key = seminar.tables[0].key
    store.write(key, [tick(2, True)], NOW, "a")
    store.close_seminar(seminar.id, NOW)
    store.reopen_seminar(seminar.id, LATER)
    store.write(key, [tick(1, False)], LATER, "a")
    assert only(store).done


def test_a_refused_batch_is_not_remembered(store: Store) -> None:
    key = opened(store).tables[0].key
    store.write(key, [tick(2, True), Change("Ukendt", "Punkt", done=True, number=3)], NOW, "a")
    assert store.write(key, [tick(2, True)], NOW, "a") == SAVED
    assert only(store).done


def test_the_phone_that_was_silent_longest_is_forgotten_when_too_many_come(store: Store) -> None:
    key = opened(store).tables[0].key
    for number in range(MOST_PHONES + 1):
        store.write(key, [tick(number + 1, True)], NOW, f"telefon-{number}")
    store.write(key, [tick(1, False)], NOW, "telefon-1")
    assert only(store).done
    store.write(key, [tick(1, False)], NOW, "telefon-0")
    assert not only(store).done


FIELDS = [(PLAYGROUNDS, "done"), (PLAYGROUNDS, "note"), (STEP, "note")]
Sent = tuple[str, Change]


def set_by(phone: str, fields: list[tuple[tuple[str, str], str]]) -> list[Sent]:
    """What a phone sets one after the other, each value told from the others."""
    values: list[Any] = [
        f"{phone}{number}" if field == "note" else number % 2 == 0 for number, (_, field) in enumerate(fields)
    ]
    return [
        (phone, Change(*place, number=number, **{field: value}))
        for number, ((place, field), value) in enumerate(zip(fields, values, strict=True))
    ]


def arriving(phones: str) -> st.SearchStrategy[tuple[list[Sent], list[Sent]]]:
    """What the phones set, and how it arrives: requests overtake each other, are given up and sent again."""
    chosen = st.lists(st.sampled_from(FIELDS), min_size=1, max_size=6)
    made = st.tuples(*(st.builds(set_by, st.just(phone), chosen) for phone in phones))
    all_of = made.map(lambda those: [change for one in those for change in one])
    return all_of.flatmap(lambda sent: st.tuples(st.just(sent), st.permutations([*sent, *sent])))


def fields_of(store: Store) -> dict[tuple[str, str], bool | str]:
    marks = store.marks(store.seminars()[0].id)
    return {(mark.item, name): value for mark in marks for name, value in (("done", mark.done), ("note", mark.note))}


often = settings(max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@often
@given(arriving("a"))
def test_in_any_order_of_arrival_a_field_is_what_its_phone_set_last(
    store: Store, those: tuple[list[Sent], list[Sent]]
) -> None:
    sent, arrived = those
    key = opened(store).tables[0].key
    for phone, change in arrived:
        assert store.write(key, [change], NOW, phone) == SAVED
    last = {(change.item, name): value for _, change in sent for name, value in change.values.items()}
    assert fields_of(store).items() >= last.items()


@often
@given(arriving("ab"))
def test_of_two_phones_the_last_change_to_come_that_is_not_late_counts(
    store: Store, those: tuple[list[Sent], list[Sent]]
) -> None:
    _, arrived = those
    key = opened(store).tables[0].key
    counts: dict[tuple[str, str], bool | str] = {}
    for place, (phone, change) in enumerate(arrived):
        assert store.write(key, [change], NOW, phone) == SAVED
        ((field, value),) = change.values.items()
        before = [one for who, one in arrived[:place] if who == phone and one.place == change.place]
        if all(one.number < change.number for one in before if field in one.values):  # type: ignore[operator]
            counts[change.item, field] = value
    assert fields_of(store).items() >= counts.items()


@pytest.mark.parametrize("attempt", range(6))
def test_a_change_that_waited_for_the_database_does_not_undo_the_newer_one(address: sa.URL, attempt: int) -> None:
    """The phone gave the first up while the database was locked, and sent the second: either may be written first."""
    store = Store(address)
    seminar = opened(store)
    key = seminar.tables[0].key
    blocker = sa.create_engine(address)
    with ThreadPoolExecutor(2) as pool:
        with blocker.connect() as lock:
            if blocker.dialect.name == "sqlite":
                lock.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                lock.exec_driver_sql("LOCK TABLE live_tables IN EXCLUSIVE MODE")
            begun = threading.Barrier(3)

            def send(change: Change) -> object:
                begun.wait()
                return store.write(key, [change], NOW, "a")

            sent = [pool.submit(send, change) for change in (note(1, "ældre"), note(2, "nyere"))]
            begun.wait()
            lock.rollback()
        assert [one.result() for one in sent] == [SAVED, SAVED]
    blocker.dispose()
    assert only(store).note == "nyere"


def test_a_database_of_a_former_version_opens_with_all_that_was_in_it(address: sa.URL) -> None:
    before = Store(address)
    seminar = opened(before)
    key = seminar.tables[0].key
    before.write(key, [Change(*PLAYGROUNDS, done=True, note="Fra før")], NOW)
    marks = before.marks(seminar.id)
    with sa.create_engine(address, poolclass=sa.NullPool).begin() as connection:
        connection.exec_driver_sql("DROP TABLE live_orders")
        connection.exec_driver_sql("ALTER TABLE live_tables DROP COLUMN revision")
    after = Store(address)
    assert (after.seminars(), after.marks(seminar.id)) == ((seminar,), marks)
    assert after.write(key, [tick(2, False)], LATER, "a") == SAVED
    assert after.write(key, [tick(1, True)], LATER, "a") == SAVED
    assert not only(Store(address)).done
