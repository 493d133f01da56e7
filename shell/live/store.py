"""Keeps seminars and marks in a database. Each method is one short transaction; any thread and process may call it."""

import secrets
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from core.planche.sheet import Sheet, Theme
from shell.live.act import BY_ITSELF, Act, Did
from shell.live.batch import has_room, merged, without_late
from shell.live.database import SECONDS_TO_WRITE, Database
from shell.live.rows import (
    acts_of,
    content_of,
    erase_rows,
    marks_of,
    of_key,
    orders,
    remember,
    seminars_of,
    set_marks,
    stored_of,
    write_act,
    write_act_on,
)
from shell.live.schema import METADATA, SEMINARS, TABLES
from shell.live.seminar import (
    LONGEST_NAME,
    LONGEST_NOTE,
    MOST_CHANGES,
    MOST_TABLES,
    QUESTIONS,
    Change,
    Content,
    LiveMark,
    LiveTable,
    Outcome,
    Seminar,
    TableState,
    Written,
    places,
    sheet_from_json,
    sheet_to_json,
)

_BYTES_OF_A_KEY = 16
_SECONDS_THE_CHAIR_WAITS = 20


class Store:
    """Raises sa.exc.SQLAlchemyError where the database does not answer in time, Obstacle where its file is gone.
    by: the roles of who does it, in Danish, '' where nobody logs in; written in the log in the same transaction.
    """

    def __init__(self, url: sa.URL) -> None:
        self._database = Database(url)

    def open_seminar(
        self, sheet: Sheet, tables: Sequence[str], organisation: str, now: datetime, by: str = ""
    ) -> Seminar:
        """Freezes the sheet and gives each table a key. A seminar that is still open is closed.
        Blank names are left out; of a name that comes again the later ones get a number.
        Raises ValueError where no table is left, or more or longer ones than may be.
        """
        named = _told_apart(tables)
        if not named:
            raise ValueError("a seminar needs a table")
        if len(named) > MOST_TABLES or max(map(len, tables)) > LONGEST_NAME:
            raise ValueError("too many tables, or too long a name")
        sheet, organisation = _plain_sheet(sheet), _plain(organisation)
        made = tuple(LiveTable(name, secrets.token_urlsafe(_BYTES_OF_A_KEY)) for name in named)
        with self._database.writing(_SECONDS_THE_CHAIR_WAITS) as connection:
            self._close_any(connection, now, by)
            values = {"organisation": organisation, "opened_at": now.isoformat(), "sheet": sheet_to_json(sheet)}
            inserted = connection.execute(SEMINARS.insert().values(values).returning(SEMINARS.c.id))
            id_: int = inserted.scalar_one()
            rows = [
                {"key": table.key, "seminar_id": id_, "number": number, "name": table.name}
                for number, table in enumerate(made)
            ]
            connection.execute(TABLES.insert(), rows)
            write_act_on(connection, id_, Did.OPENED, now, by)
        return Seminar(id_, organisation, now, None, sheet, made)

    def close_seminar(self, seminar_id: int, now: datetime, by: str = "") -> None:
        """When this returns, nothing more is written. Closing what is closed leaves its moment as it was."""
        with self._database.writing(_SECONDS_THE_CHAIR_WAITS) as connection:
            self._close_any(connection, now, by, SEMINARS.c.id == seminar_id)

    def reopen_seminar(self, seminar_id: int, now: datetime, by: str = "") -> None:
        """With the same links. Another seminar that is open is closed. One that is deleted stays so."""
        with self._database.writing(_SECONDS_THE_CHAIR_WAITS) as connection:
            self._close_any(connection, now, by, SEMINARS.c.id != seminar_id)
            closed = SEMINARS.c.closed_at.is_not(None) & SEMINARS.c.deleted_at.is_(None)
            self._change(connection, seminar_id, closed, {"closed_at": None}, Did.REOPENED, now, by)

    def delete_seminar(self, seminar_id: int, now: datetime, by: str = "") -> None:
        """Nothing more is written, and no screen and no link shows what was. It can be brought back for some days."""
        with self._database.writing(_SECONDS_THE_CHAIR_WAITS) as connection:
            self._close_any(connection, now, by, SEMINARS.c.id == seminar_id)
            kept = SEMINARS.c.deleted_at.is_(None)
            self._change(connection, seminar_id, kept, {"deleted_at": now.isoformat()}, Did.DELETED, now, by)

    def restore_seminar(self, seminar_id: int, now: datetime, by: str = "") -> None:
        """As it was, and closed. Where it is too late, nothing happens."""
        with self._database.writing(_SECONDS_THE_CHAIR_WAITS) as connection:
            _alone(connection)
            if any(one.id == seminar_id for one in _due(connection, now)):
                return
            deleted = SEMINARS.c.deleted_at.is_not(None)
            self._change(connection, seminar_id, deleted, {"deleted_at": None}, Did.RESTORED, now, by)

    def forget_deleted(self, now: datetime) -> int:
        """How many were deleted so long ago that nobody can bring them back: nothing of them is left."""
        with self._database.reading() as connection:
            if not _due(connection, now):
                return 0
        with self._database.writing(_SECONDS_THE_CHAIR_WAITS) as connection:
            _alone(connection)
            due = _due(connection, now)
            for one in due:
                _erase(connection, one.id, now, BY_ITSELF)
        self._database.compact()
        return len(due)

    def erase_seminar(self, seminar_id: int, now: datetime, by: str) -> None:
        """At once and for good, deleted or not: not a byte of it is left in the database's files."""
        with self._database.writing(_SECONDS_THE_CHAIR_WAITS) as connection:
            _alone(connection)
            if seminars_of(connection, SEMINARS.c.id == seminar_id):
                _erase(connection, seminar_id, now, by)
        self._database.compact()

    def erase_everything(self) -> None:
        """The log too."""
        with self._database.writing(_SECONDS_THE_CHAIR_WAITS) as connection:
            for table in reversed(METADATA.sorted_tables):
                connection.execute(table.delete())
        self._database.compact()

    def seminars(self) -> tuple[Seminar, ...]:
        """All that are kept, the newest first."""
        with self._database.reading() as connection:
            return seminars_of(connection, SEMINARS.c.deleted_at.is_(None))

    def deleted_seminars(self) -> tuple[Seminar, ...]:
        """The newest first."""
        with self._database.reading() as connection:
            return seminars_of(connection, SEMINARS.c.deleted_at.is_not(None))

    def content(self, seminar_id: int) -> Content:
        with self._database.reading() as connection:
            return content_of(connection, seminar_id)

    def record(self, act: Act) -> None:
        """What was done elsewhere than here."""
        with self._database.writing(_SECONDS_THE_CHAIR_WAITS) as connection:
            write_act(connection, act)

    def acts(self, those: Collection[Did]) -> tuple[Act, ...]:
        """The newest first."""
        with self._database.reading() as connection:
            return acts_of(connection, those)

    def marks(self, seminar_id: int) -> tuple[LiveMark, ...]:
        """What has been marked, table by table; an item that was marked and is no longer is among them, empty."""
        with self._database.reading() as connection:
            return marks_of(connection, TABLES.c.seminar_id == seminar_id)

    def revision(self, seminar_id: int) -> int:
        """Higher after each time that a table has sent something."""
        with self._database.reading() as connection:
            written = sa.func.coalesce(sa.func.sum(TABLES.c.revision), 0)
            return int(connection.execute(sa.select(written).where(TABLES.c.seminar_id == seminar_id)).scalar_one())

    def tables_heard(self, seminar_id: int) -> Mapping[str, datetime]:
        """When each table last sent something; a table that has sent nothing is not there."""
        with self._database.reading() as connection:
            rows = connection.execute(
                sa.select(TABLES.c.name, TABLES.c.heard_at)
                .where((TABLES.c.seminar_id == seminar_id) & TABLES.c.heard_at.is_not(None))
                .order_by(TABLES.c.number)
            ).all()
        return {row.name: datetime.fromisoformat(row.heard_at) for row in rows}

    def table(self, key: str) -> TableState | None:
        """What the table with this key is shown; None for an unknown key."""
        with self._database.reading() as connection:
            row = connection.execute(of_key(key)).one_or_none()
            if row is None:
                return None
            deleted = row.deleted_at is not None
            marks = () if deleted else marks_of(connection, TABLES.c.key == key)
        is_open = row.closed_at is None
        return TableState(row.organisation, row.name, sheet_from_json(row.sheet), is_open, marks, deleted)

    def write(self, key: str, changes: Sequence[Change], now: datetime, phone: str = "") -> Written:
        """Sets the changes of one table, all or none. phone: whose numbers the changes carry, '' where they carry none.
        What the phone has set later, or sent before, changes nothing. Of two phones that set the same field the change
        that was written last counts.
        """
        with self._database.writing(SECONDS_TO_WRITE) as connection:
            # Held until the end: whoever closes waits for this, and who comes later sees the seminar closed.
            row = connection.execute(of_key(key).with_for_update(read=True, of=SEMINARS)).one_or_none()
            if row is None:
                return Written(Outcome.UNKNOWN_KEY)
            if row.deleted_at is not None:
                return Written(Outcome.DELETED)
            if row.closed_at is not None:
                return Written(Outcome.CLOSED)
            known = frozenset(places(sheet_from_json(row.sheet)))
            tidy = [_tidy(change) for change in changes]
            refused = tuple(change for change in tidy if not _acceptable(change, known)) or tuple(tidy[MOST_CHANGES:])
            if refused:
                return Written(Outcome.REFUSED, refused)
            # One phone of a table at a time.
            heard = {"heard_at": now.isoformat(), "revision": TABLES.c.revision + 1}
            connection.execute(TABLES.update().where(TABLES.c.key == key).values(heard))
            left, newest = without_late(tidy, orders(connection, key, phone) if phone else {})
            stored = stored_of(connection, key)
            wanted = merged(stored, left)
            if not has_room(stored, wanted):
                return Written(Outcome.FULL, tuple(change for change in tidy if change.note))
            if phone:
                remember(connection, key, phone, newest)
            changed = {place: fields for place, fields in wanted.items() if fields != stored.get(place)}
            set_marks(connection, key, changed, now)
        return Written(Outcome.SAVED)

    def _close_any(
        self, connection: sa.Connection, now: datetime, by: str, which: sa.ColumnElement[bool] | None = None
    ) -> None:
        _alone(connection)
        still_open = SEMINARS.c.closed_at.is_(None)
        those = sa.select(SEMINARS.c.id).where(still_open if which is None else still_open & which)
        for one in connection.execute(those).scalars().all():
            self._change(connection, one, still_open, {"closed_at": now.isoformat()}, Did.CLOSED, now, by)

    def _change(
        self,
        connection: sa.Connection,
        seminar_id: int,
        where: sa.ColumnElement[bool],
        values: Mapping[str, object],
        did: Did,
        now: datetime,
        by: str,
    ) -> None:
        """Sets the values and writes it in the log, where the seminar is as it must be for that; else nothing."""
        changed = connection.execute(SEMINARS.update().where((SEMINARS.c.id == seminar_id) & where).values(**values))
        if changed.rowcount:
            write_act_on(connection, seminar_id, did, now, by)


def _alone(connection: sa.Connection) -> None:
    """Else two who change seminars at once would not see what the other does. Tables go on writing meanwhile."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("LOCK TABLE live_seminars IN SHARE ROW EXCLUSIVE MODE")


def _due(connection: sa.Connection, now: datetime) -> list[Seminar]:
    """Those that are gone for good now, or should be."""
    deleted = seminars_of(connection, SEMINARS.c.deleted_at.is_not(None))
    return [one for one in deleted if one.gone_at and one.gone_at <= now]


def _erase(connection: sa.Connection, seminar_id: int, now: datetime, by: str) -> None:
    write_act_on(connection, seminar_id, Did.ERASED, now, by)
    erase_rows(connection, seminar_id)


def _told_apart(names: Sequence[str]) -> list[str]:
    """['Bord 1', ' ', 'Bord 1'] -> ['Bord 1', 'Bord 1 (2)']"""
    found: list[str] = []
    for name in filter(None, (" ".join(_plain(name).split()) for name in names)):
        number, apart = 1, name
        while apart in found:
            number += 1
            apart = f"{name} ({number})"
        found.append(apart)
    return found


def _plain(text: str) -> str:
    """Without what is no letter and what no database keeps: control characters and half characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in lines if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs"))


def _plain_sheet(sheet: Sheet) -> Sheet:
    themes = (
        Theme(_plain(one.name), _plain(one.done), _plain(one.wished), tuple(map(_plain, one.items)), _plain(one.other))
        for one in sheet.themes
    )
    return Sheet(tuple(themes), tuple(map(_plain, sheet.questions)))


def _tidy(change: Change) -> Change:
    note = None if change.note is None else _plain(change.note)
    return replace(change, note=note)


def _acceptable(change: Change, known: frozenset[tuple[str, str]]) -> bool:
    if (change.theme, change.item) not in known or len(change.note or "") > LONGEST_NOTE:
        return False
    return change.theme != QUESTIONS or (change.done is None and change.wished is None)
