"""Keeps seminars and marks in a database. Each method is one short transaction; any thread and process may call it."""

import secrets
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from core.planche.sheet import Sheet, Theme
from shell.live.seminar import (
    LONGEST_NOTE,
    MOST_CHANGES,
    QUESTIONS,
    Change,
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
from shell.live.tables import MARKS, METADATA, SEMINARS, TABLES

_BYTES_OF_A_KEY = 16
_MS_TO_WAIT_FOR_ANOTHER_WRITER = 20_000


class Store:
    """Raises sa.exc.SQLAlchemyError where the database does not answer."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._is_sqlite = engine.dialect.name == "sqlite"
        if self._is_sqlite:
            sa.event.listen(engine, "connect", _patient)
        try:
            self._prepare()
        except sa.exc.DBAPIError:
            self._prepare()  # another process did it in the meantime

    def open_seminar(self, sheet: Sheet, tables: Sequence[str], organisation: str, now: datetime) -> Seminar:
        """Freezes the sheet and gives each table a key. A seminar that is still open is closed.
        Blank names are left out; of a name that comes again the later ones get a number.
        Raises ValueError where no table is left.
        """
        named = _told_apart(tables)
        if not named:
            raise ValueError("a seminar needs a table")
        sheet, organisation = _plain_sheet(sheet), _plain(organisation)
        made = tuple(LiveTable(name, secrets.token_urlsafe(_BYTES_OF_A_KEY)) for name in named)
        with self._writing() as connection:
            self._close_any(connection, now)
            values = {"organisation": organisation, "opened_at": now.isoformat(), "sheet": sheet_to_json(sheet)}
            inserted = connection.execute(SEMINARS.insert().values(values).returning(SEMINARS.c.id))
            id_: int = inserted.scalar_one()
            rows = [
                {"key": table.key, "seminar_id": id_, "number": number, "name": table.name}
                for number, table in enumerate(made)
            ]
            connection.execute(TABLES.insert(), rows)
        return Seminar(id_, organisation, now, None, sheet, made)

    def close_seminar(self, seminar_id: int, now: datetime) -> None:
        """When this returns, nothing more is written. Closing what is closed leaves its moment as it was."""
        with self._writing() as connection:
            still_open = SEMINARS.c.closed_at.is_(None) & (SEMINARS.c.id == seminar_id)
            connection.execute(SEMINARS.update().where(still_open).values(closed_at=now.isoformat()))

    def reopen_seminar(self, seminar_id: int, now: datetime) -> None:
        """With the same links. Another seminar that is open is closed."""
        with self._writing() as connection:
            self._close_any(connection, now, SEMINARS.c.id != seminar_id)
            connection.execute(SEMINARS.update().where(SEMINARS.c.id == seminar_id).values(closed_at=None))

    def delete_seminar(self, seminar_id: int) -> None:
        """With all its tables marked. Its links are unknown from now on."""
        keys = sa.select(TABLES.c.key).where(TABLES.c.seminar_id == seminar_id)
        with self._writing() as connection:
            connection.execute(sa.select(SEMINARS.c.id).where(SEMINARS.c.id == seminar_id).with_for_update())
            connection.execute(MARKS.delete().where(MARKS.c.key.in_(keys)))
            connection.execute(TABLES.delete().where(TABLES.c.seminar_id == seminar_id))
            connection.execute(SEMINARS.delete().where(SEMINARS.c.id == seminar_id))

    def seminars(self) -> tuple[Seminar, ...]:
        """All that are kept, the newest first."""
        with self._engine.connect() as connection:
            seminars = connection.execute(sa.select(SEMINARS).order_by(SEMINARS.c.id.desc())).all()
            tables = connection.execute(sa.select(TABLES).order_by(TABLES.c.number)).all()
        return tuple(
            Seminar(
                row.id,
                row.organisation,
                datetime.fromisoformat(row.opened_at),
                datetime.fromisoformat(row.closed_at) if row.closed_at else None,
                sheet_from_json(row.sheet),
                tuple(LiveTable(table.name, table.key) for table in tables if table.seminar_id == row.id),
            )
            for row in seminars
        )

    def marks(self, seminar_id: int) -> tuple[LiveMark, ...]:
        """What has been marked, table by table; an item that was marked and is no longer is among them, empty."""
        with self._engine.connect() as connection:
            return _marks(connection, TABLES.c.seminar_id == seminar_id)

    def tables_heard(self, seminar_id: int) -> Mapping[str, datetime]:
        """When each table last sent something; a table that has sent nothing is not there."""
        with self._engine.connect() as connection:
            rows = connection.execute(
                sa.select(TABLES.c.name, TABLES.c.heard_at)
                .where((TABLES.c.seminar_id == seminar_id) & TABLES.c.heard_at.is_not(None))
                .order_by(TABLES.c.number)
            ).all()
        return {row.name: datetime.fromisoformat(row.heard_at) for row in rows}

    def table(self, key: str) -> TableState | None:
        """What the table with this key is shown; None for an unknown key."""
        with self._engine.connect() as connection:
            row = connection.execute(_of_key(key)).one_or_none()
            if row is None:
                return None
            marks = _marks(connection, TABLES.c.key == key)
        return TableState(row.organisation, row.name, sheet_from_json(row.sheet), row.closed_at is None, marks)

    def write(self, key: str, changes: Sequence[Change], now: datetime) -> Written:
        """Sets the changes of one table, all or none. The same changes once more change nothing."""
        with self._writing() as connection:
            # Held until the end: whoever closes waits for this, and who comes later sees the seminar closed.
            row = connection.execute(_of_key(key).with_for_update(read=True, of=SEMINARS)).one_or_none()
            if row is None:
                return Written(Outcome.UNKNOWN_KEY)
            if row.closed_at is not None:
                return Written(Outcome.CLOSED)
            known = frozenset(places(sheet_from_json(row.sheet)))
            tidy = [_tidy(change) for change in changes]
            refused = tuple(change for change in tidy if not _acceptable(change, known)) or tuple(tidy[MOST_CHANGES:])
            if refused:
                return Written(Outcome.REFUSED, refused)
            # One phone of a table at a time.
            connection.execute(TABLES.update().where(TABLES.c.key == key).values(heard_at=now.isoformat()))
            _set(connection, key, tidy, now)
        return Written(Outcome.SAVED)

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with self._engine.begin() as connection:
            if self._is_sqlite:
                connection.exec_driver_sql("BEGIN IMMEDIATE")  # the driver's own would let two read and then write
            yield connection

    def _prepare(self) -> None:
        if self._is_sqlite:
            with self._engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")  # who reads does not wait for who writes
        with self._writing() as connection:
            METADATA.create_all(connection)

    def _close_any(self, connection: sa.Connection, now: datetime, which: sa.ColumnElement[bool] | None = None) -> None:
        if self._engine.dialect.name == "postgresql":
            # Else two who open at once would not see each other's. Tables go on writing meanwhile.
            connection.exec_driver_sql("LOCK TABLE live_seminars IN SHARE ROW EXCLUSIVE MODE")
        still_open = SEMINARS.update().where(SEMINARS.c.closed_at.is_(None)).values(closed_at=now.isoformat())
        connection.execute(still_open if which is None else still_open.where(which))


def _patient(connection: Any, _: object) -> None:
    connection.execute(f"PRAGMA busy_timeout = {_MS_TO_WAIT_FOR_ANOTHER_WRITER}")


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
    return Change(change.theme, change.item, change.done, change.wished, note)


def _acceptable(change: Change, known: frozenset[tuple[str, str]]) -> bool:
    if (change.theme, change.item) not in known or len(change.note or "") > LONGEST_NOTE:
        return False
    return change.theme != QUESTIONS or (change.done is None and change.wished is None)


def _of_key(key: str) -> sa.Select[Any]:
    return (
        sa.select(SEMINARS.c.organisation, SEMINARS.c.sheet, SEMINARS.c.closed_at, TABLES.c.name)
        .join_from(TABLES, SEMINARS)
        .where(TABLES.c.key == key)
    )


def _marks(connection: sa.Connection, which: sa.ColumnElement[bool]) -> tuple[LiveMark, ...]:
    rows = connection.execute(
        sa.select(TABLES.c.name, MARKS)
        .join_from(MARKS, TABLES)
        .where(which)
        .order_by(TABLES.c.number, MARKS.c.theme, MARKS.c.item)
    )
    return tuple(
        LiveMark(row.name, row.theme, row.item, row.done, row.wished, row.note, datetime.fromisoformat(row.changed_at))
        for row in rows
    )


def _set(connection: sa.Connection, key: str, changes: Sequence[Change], now: datetime) -> None:
    stored: dict[tuple[str, str], dict[str, bool | str]] = {
        (mark.theme, mark.item): {"done": mark.done, "wished": mark.wished, "note": mark.note}
        for mark in _marks(connection, TABLES.c.key == key)
    }
    wanted: dict[tuple[str, str], dict[str, bool | str]] = {}
    for change in changes:
        place = (change.theme, change.item)
        fields = wanted.setdefault(place, dict(stored.get(place, {"done": False, "wished": False, "note": ""})))
        given = {"done": change.done, "wished": change.wished, "note": change.note}
        fields.update({name: value for name, value in given.items() if value is not None})
    rows = [
        {"key": key, "theme": theme, "item": item, **fields, "changed_at": now.isoformat()}
        for (theme, item), fields in wanted.items()
        if fields != stored.get((theme, item))
    ]
    if not rows:
        return
    replaced = [{"a": key, "b": row["theme"], "c": row["item"]} for row in rows]
    where = (
        (MARKS.c.key == sa.bindparam("a")) & (MARKS.c.theme == sa.bindparam("b")) & (MARKS.c.item == sa.bindparam("c"))
    )
    connection.execute(MARKS.delete().where(where), replaced)
    connection.execute(MARKS.insert(), rows)
