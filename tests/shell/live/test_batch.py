"""How much a table may write, and what a batch of changes comes to."""

import pytest

from core.planche.sheet import Sheet, Theme
from core.planche.standard import STANDARD
from shell.live.batch import Fields, Place, has_room, merged
from shell.live.seminar import LONGEST_NAME, MOST_LETTERS, MOST_NOTES, MOST_TABLES, Change, Outcome
from shell.live.store import Store
from tests.shell.live.test_store import LATER, NOW, SAVED


def notes(*lengths: int) -> dict[Place, Fields]:
    return {
        ("T", str(number)): {"done": False, "wished": False, "note": "n" * length}
        for number, length in enumerate(lengths)
    }


@pytest.mark.parametrize(
    ("stored", "wanted", "room"),
    [
        pytest.param({}, {}, True, id="nothing"),
        pytest.param({}, notes(MOST_LETTERS), True, id="as many letters as may be"),
        pytest.param({}, notes(MOST_LETTERS + 1), False, id="one letter more"),
        pytest.param(notes(MOST_LETTERS - 1), {("U", "x"): {"note": "nn"}}, False, id="one more in another note"),
        pytest.param(
            notes(MOST_LETTERS, 0), notes(MOST_LETTERS - 5, 5), True, id="what one note loses another may have"
        ),
        pytest.param(notes(MOST_LETTERS + 9), notes(MOST_LETTERS + 8), True, id="too many already, and fewer now"),
        pytest.param(notes(MOST_LETTERS + 9), notes(MOST_LETTERS + 9), True, id="too many already, and no more now"),
        pytest.param(notes(MOST_LETTERS + 8), notes(MOST_LETTERS + 9), False, id="too many already, and more now"),
        pytest.param({}, notes(*[1] * MOST_NOTES), True, id="as many notes as may be"),
        pytest.param({}, notes(*[1] * (MOST_NOTES + 1)), False, id="one note more"),
        pytest.param({}, notes(*[0] * (MOST_NOTES + 1)), True, id="marks without a note are no notes"),
    ],
)
def test_what_there_is_room_for(stored: dict[Place, Fields], wanted: dict[Place, Fields], room: bool) -> None:
    assert has_room(stored, wanted) is room


def test_what_is_not_mentioned_stays_and_the_last_counts() -> None:
    stored: dict[Place, Fields] = {("T", "a"): {"done": True, "wished": False, "note": "n"}}
    changes = [Change("T", "a", wished=True), Change("T", "b", done=True), Change("T", "b", done=False, note="m")]
    assert merged(stored, changes) == {
        ("T", "a"): {"done": True, "wished": True, "note": "n"},
        ("T", "b"): {"done": False, "wished": False, "note": "m"},
    }
    assert stored == {("T", "a"): {"done": True, "wished": False, "note": "n"}}


def test_a_table_that_is_full_may_tick_and_shorten_and_others_may_write(store: Store) -> None:
    items = tuple(f"Punkt {number}" for number in range(MOST_NOTES + 1))
    seminar = store.open_seminar(Sheet((Theme("T", "", "", items),), ()), ["1", "2"], "O", NOW)
    one, two = (table.key for table in seminar.tables)
    assert store.write(one, [Change("T", item, note="n") for item in items[:-1]], NOW) == SAVED
    more = Change("T", items[-1], note="n")
    refused = store.write(one, [Change("T", items[0], done=True), more], NOW)
    assert (refused.outcome, refused.refused) == (Outcome.FULL, (more,))
    assert not any(mark.done for mark in store.marks(seminar.id))
    assert store.write(one, [Change("T", items[0], done=True)], NOW) == SAVED
    assert store.write(two, [more], NOW) == SAVED
    assert store.write(one, [Change("T", items[0], note=""), more], LATER) == SAVED


def test_what_there_was_no_room_for_may_be_sent_again_with_its_number(store: Store) -> None:
    items = tuple(f"Punkt {number}" for number in range(MOST_NOTES + 1))
    seminar = store.open_seminar(Sheet((Theme("T", "", "", items),), ()), ["1"], "O", NOW)
    key = seminar.tables[0].key
    store.write(key, [Change("T", item, note="n") for item in items[:-1]], NOW)
    more = Change("T", items[-1], note="n", number=1)
    assert store.write(key, [more], NOW, "a").outcome is Outcome.FULL
    store.write(key, [Change("T", items[0], note="", number=2)], NOW, "a")
    assert store.write(key, [more], LATER, "a") == SAVED
    assert {mark.item for mark in store.marks(seminar.id) if mark.note} == set(items[1:])


@pytest.mark.parametrize(
    "tables",
    [
        pytest.param([f"Bord {number}" for number in range(MOST_TABLES + 1)], id="one table too many"),
        pytest.param(["B" * (LONGEST_NAME + 1)], id="one letter too many"),
    ],
)
def test_more_or_longer_tables_than_may_be_are_no_seminar(store: Store, tables: list[str]) -> None:
    with pytest.raises(ValueError, match="too"):
        store.open_seminar(STANDARD, tables, "O", NOW)
    assert store.seminars() == ()
