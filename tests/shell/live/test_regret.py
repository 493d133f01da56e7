"""What the chair deletes can be brought back for thirty days, and is then gone from the disk; what is done is written
down without naming anybody.
"""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from core.planche.standard import STANDARD
from shell.live.act import BY_ITSELF, ON_SEMINARS, Act, Did
from shell.live.schema import METADATA
from shell.live.seminar import DAYS_TO_REGRET, NOTHING_SENT, Change, Content, Outcome, Seminar, Written, sheet_to_json
from shell.live.store import Store
from tests.shell.live.test_store import LATER, NOW, PLAYGROUNDS, SAVED, STEP, marked, opened

SECRET = "Fru Hansens hemmelige ønske"
TOO_LATE = LATER + timedelta(days=DAYS_TO_REGRET)
LAST_MOMENT = TOO_LATE - timedelta(seconds=1)


def with_a_note(store: Store) -> Seminar:
    seminar = opened(store, "Bord 1", "Bord 2")
    changes = [Change(*PLAYGROUNDS, done=True, wished=True, note=SECRET), Change(*STEP, note="Et møde")]
    assert store.write(seminar.tables[0].key, changes, NOW) == SAVED
    return seminar


def deleted(store: Store) -> Seminar:
    seminar = with_a_note(store)
    store.delete_seminar(seminar.id, LATER, "formand")
    return seminar


def log(store: Store) -> list[tuple[Did, str]]:
    return [(act.did, act.who) for act in store.acts(frozenset(Did))]


def test_a_deleted_seminar_is_no_longer_among_the_others_and_takes_nothing_more(store: Store) -> None:
    seminar = deleted(store)
    key = seminar.tables[0].key
    assert store.seminars() == ()
    assert [one.id for one in store.deleted_seminars()] == [seminar.id]
    assert store.write(key, [Change(*PLAYGROUNDS, done=False)], LATER) == Written(Outcome.DELETED)
    state = store.table(key)
    assert state is not None
    assert (state.is_deleted, state.is_open, state.marks) == (True, False, ())


def test_it_is_brought_back_closed_with_its_links_and_all_that_was_sent(store: Store) -> None:
    seminar = deleted(store)
    store.restore_seminar(seminar.id, LAST_MOMENT, "formand")
    (again,) = store.seminars()
    assert (again.tables, again.sheet, again.closed_at, again.deleted_at) == (seminar.tables, STANDARD, LATER, None)
    assert ("Bord 1", "Legepladser", True, True, SECRET) in marked(store, seminar)
    store.reopen_seminar(seminar.id, LAST_MOMENT)
    assert store.write(seminar.tables[0].key, [Change(*PLAYGROUNDS, done=False)], LAST_MOMENT) == SAVED


def test_one_that_is_deleted_is_not_opened_again(store: Store) -> None:
    seminar = deleted(store)
    store.reopen_seminar(seminar.id, LATER)
    assert store.seminars() == ()
    assert store.write(seminar.tables[0].key, [], LATER) == Written(Outcome.DELETED)


@pytest.mark.parametrize(
    ("now", "forgotten"),
    [pytest.param(LAST_MOMENT, 0, id="a second before"), pytest.param(TOO_LATE, 1, id="thirty days after")],
)
def test_it_is_gone_after_thirty_days(store: Store, now: datetime, forgotten: int) -> None:
    assert DAYS_TO_REGRET == 30
    deleted(store)
    assert store.forget_deleted(now) == forgotten
    assert len(store.deleted_seminars()) == 1 - forgotten


def test_what_is_due_is_not_brought_back_though_nobody_has_forgotten_it_yet(store: Store) -> None:
    seminar = deleted(store)
    store.restore_seminar(seminar.id, TOO_LATE)
    assert store.seminars() == ()
    assert store.forget_deleted(TOO_LATE) == 1
    store.restore_seminar(seminar.id, TOO_LATE)
    assert (store.seminars(), store.deleted_seminars()) == ((), ())
    assert store.table(seminar.tables[0].key) is None


def test_those_that_are_kept_or_deleted_later_are_not_forgotten(store: Store) -> None:
    first, kept, later = with_a_note(store), opened(store), opened(store)
    store.delete_seminar(first.id, NOW)
    store.delete_seminar(later.id, LATER)
    assert store.forget_deleted(TOO_LATE - timedelta(minutes=1)) == 1
    assert [one.id for one in store.seminars()] == [kept.id]
    assert [one.id for one in store.deleted_seminars()] == [later.id]


def test_deleting_twice_does_not_give_more_time(store: Store) -> None:
    seminar = deleted(store)
    store.delete_seminar(seminar.id, LATER + timedelta(days=20))
    assert store.forget_deleted(TOO_LATE) == 1


def test_what_a_seminar_contains_is_counted(store: Store) -> None:
    seminar = with_a_note(store)
    assert store.content(seminar.id) == Content(tables=2, marks=2, notes=2)
    assert store.content(opened(store, "Bord 1").id) == Content(1, 0, 0)
    assert store.content(0) == NOTHING_SENT


def test_each_act_is_written_down_by_role_with_what_was_there(store: Store) -> None:
    seminar = opened(store, "Bord hos Fru Hansen")
    store.write(seminar.tables[0].key, [Change(*PLAYGROUNDS, wished=True, note=SECRET)], NOW)
    store.close_seminar(seminar.id, LATER, "formand")
    store.reopen_seminar(seminar.id, LATER, "formand")
    store.delete_seminar(seminar.id, LATER, "formand og beboerkonsulent")
    store.restore_seminar(seminar.id, LATER, "formand")
    store.erase_seminar(seminar.id, LATER, "drift")
    assert list(reversed(log(store))) == [
        (Did.OPENED, ""),
        (Did.CLOSED, "formand"),
        (Did.REOPENED, "formand"),
        (Did.CLOSED, "formand og beboerkonsulent"),
        (Did.DELETED, "formand og beboerkonsulent"),
        (Did.RESTORED, "formand"),
        (Did.ERASED, "drift"),
    ]
    first, *_, last = reversed(store.acts(ON_SEMINARS))
    assert first == Act(NOW, "", Did.OPENED, NOW.isoformat(), Content(1, 0, 0))
    assert last == Act(LATER, "drift", Did.ERASED, NOW.isoformat(), Content(1, 1, 1))
    assert "Hansen" not in repr(store.acts(frozenset(Did)))


def test_what_changes_nothing_is_not_written_down(store: Store) -> None:
    seminar = deleted(store)
    before = log(store)
    store.delete_seminar(seminar.id, LATER)
    store.close_seminar(seminar.id, LATER)
    store.reopen_seminar(seminar.id, LATER)
    store.erase_seminar(seminar.id + 1, LATER, "drift")
    assert log(store) == before
    store.restore_seminar(seminar.id, LATER)
    store.restore_seminar(seminar.id, LATER)
    assert log(store) == [(Did.RESTORED, ""), *before]


def test_one_that_is_closed_because_another_is_opened_is_written_down(store: Store) -> None:
    opened(store)
    store.open_seminar(STANDARD, ["Bord 1"], "", LATER, "formand")
    assert log(store) == [(Did.OPENED, "formand"), (Did.CLOSED, "formand"), (Did.OPENED, "")]


def test_what_goes_by_itself_is_written_down_as_such(store: Store) -> None:
    deleted(store)
    store.forget_deleted(TOO_LATE)
    assert log(store)[0] == (Did.ERASED, BY_ITSELF)


def test_what_is_done_to_a_table_of_data_stands_for_itself(store: Store) -> None:
    act = Act(NOW, "beboerkonsulent", Did.CONFIRMED, "Puljer")
    store.record(act)
    assert store.acts({Did.CONFIRMED}) == (act,)
    assert store.acts(ON_SEMINARS) == ()


def test_the_log_keeps_the_newest(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shell.live.rows.MOST_ACTS", 2)
    for number in range(4):
        store.record(Act(NOW, "", Did.CONFIRMED, str(number)))
    assert [act.about for act in store.acts({Did.CONFIRMED})] == ["3", "2"]


def test_everything_can_be_erased(store: Store, address: sa.URL) -> None:
    deleted(store)
    with_a_note(store)
    store.erase_everything()
    with sa.create_engine(address, poolclass=sa.NullPool).connect() as connection:
        for table in METADATA.tables.values():
            assert connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one() == 0
    assert opened(store) == store.seminars()[0]


BYTES_OF_A_SECRET = SECRET.encode()


def on_disk(folder: Path) -> bool:
    return any(BYTES_OF_A_SECRET in file.read_bytes() for file in folder.iterdir())


@pytest.mark.parametrize("how", ["forgotten", "erased", "everything", "written over"])
def test_not_a_byte_is_left_on_the_disk(tmp_path: Path, how: str) -> None:
    """While another reads and writes in the same file."""
    url = sa.make_url(f"sqlite:///{(tmp_path / 'live.sqlite').as_posix()}")
    store, another = Store(url), Store(url)
    seminar = deleted(store)
    another.seminars()
    assert on_disk(tmp_path)
    if how == "forgotten":
        store.forget_deleted(TOO_LATE)
    elif how == "erased":
        store.erase_seminar(seminar.id, LATER, "")
    elif how == "everything":
        store.erase_everything()
    else:
        store.restore_seminar(seminar.id, LATER)
        store.reopen_seminar(seminar.id, LATER)
        store.write(seminar.tables[0].key, [Change(*PLAYGROUNDS, note="")], LATER)
        with sa.create_engine(url).connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    assert not on_disk(tmp_path)
    assert opened(another) in store.seminars()


FORMER = """
CREATE TABLE live_seminars (id {id}, organisation TEXT NOT NULL, opened_at TEXT NOT NULL, closed_at TEXT,
    sheet TEXT NOT NULL);
CREATE TABLE live_tables (key VARCHAR(64) PRIMARY KEY, seminar_id INTEGER NOT NULL REFERENCES live_seminars (id),
    number INTEGER NOT NULL, name TEXT NOT NULL, heard_at TEXT, revision INTEGER DEFAULT '0' NOT NULL);
CREATE TABLE live_marks (key VARCHAR(64) REFERENCES live_tables (key), theme TEXT, item TEXT, done BOOLEAN NOT NULL,
    wished BOOLEAN NOT NULL, note TEXT NOT NULL, changed_at TEXT NOT NULL, PRIMARY KEY (key, theme, item));
CREATE TABLE live_orders (key VARCHAR(64) REFERENCES live_tables (key), phone VARCHAR(64), theme TEXT, item TEXT,
    field VARCHAR(8), number BIGINT NOT NULL, PRIMARY KEY (key, phone, theme, item, field));
INSERT INTO live_seminars (organisation, opened_at, closed_at, sheet) VALUES ('Lyngklokken',
    '2024-09-21T10:30:00+02:00', NULL, '{sheet}');
INSERT INTO live_tables VALUES ('noegle', 1, 0, 'Bord 1', NULL, 3);
INSERT INTO live_marks VALUES ('noegle', 'Fysiske rammer', 'Legepladser', TRUE, FALSE, 'Fra før',
    '2024-09-21T10:31:00+02:00')
"""
"""As the version before the log made it, with a seminar that is open."""


def test_a_database_from_before_the_log_is_upgraded_with_all_that_was_in_it(address: sa.URL) -> None:
    ids = {"sqlite": "INTEGER PRIMARY KEY AUTOINCREMENT", "postgresql": "SERIAL PRIMARY KEY"}
    former = FORMER.format(id=ids[address.get_backend_name()], sheet=sheet_to_json(STANDARD).replace("'", "''"))
    with sa.create_engine(address, poolclass=sa.NullPool).begin() as connection:
        for statement in former.split(";\n"):
            connection.exec_driver_sql(statement.replace("%", "%%"))
    stores = [Store(address), Store(address)]
    (seminar,) = stores[0].seminars()
    assert (seminar.sheet, seminar.deleted_at, seminar.closed_at) == (STANDARD, None, None)
    assert marked(stores[1], seminar) == [("Bord 1", "Legepladser", True, False, "Fra før")]
    assert stores[1].write("noegle", [Change(*PLAYGROUNDS, wished=True)], LATER) == SAVED
    stores[0].delete_seminar(seminar.id, LATER, "formand")
    assert log(stores[1]) == [(Did.DELETED, "formand"), (Did.CLOSED, "formand")]


def test_the_version_before_can_still_open_and_close_seminars(store: Store, address: sa.URL) -> None:
    """When an update is taken back: it knows neither column nor table."""
    with sa.create_engine(address, poolclass=sa.NullPool).begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO live_seminars (organisation, opened_at, sheet) VALUES ('', '2024-09-21T10:30:00+02:00', "
            '\'{"themes": [], "questions": []}\')'
        )
    assert len(store.seminars()) == 1
