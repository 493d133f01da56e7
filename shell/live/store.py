"""Keeps seminars and marks in a database. Each method is one short transaction; any thread and process may call it."""

import secrets
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from core.planche.sheet import Sheet, Theme
from shell.live.batch import Fields, Orders, Place, has_room, merged, without_late
from shell.live.database import SECONDS_TO_WRITE, Database
from shell.live.schema import MARKS, ORDERS, SEMINARS, TABLES
from shell.live.seminar import (
    LONGEST_NAME,
    LONGEST_NOTE,
    MOST_CHANGES,
    MOST_PHONES,
    MOST_TABLES,
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

_BYTES_OF_A_KEY = 16
_SECONDS_THE_CHAIR_WAITS = 20


class Store:
    """Raises sa.exc.SQLAlchemyError where the database does not answer in time, Obstacle where its file is gone."""

    def __init__(self, url: sa.URL) -> None:
        self._database = Database(url)

    def open_seminar(self, sheet: Sheet, tables: Sequence[str], organisation: str, now: datetime) -> Seminar:
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
        with self._database.writing(_SECONDS_THE_CHAIR_WAITS) as connection:
            still_open = SEMINARS.c.closed_at.is_(None) & (SEMINARS.c.id == seminar_id)
            connection.execute(SEMINARS.update().where(still_open).values(closed_at=now.isoformat()))

    def reopen_seminar(self, seminar_id: int, now: datetime) -> None:
        """With the same links. Another seminar that is open is closed."""
        with self._database.writing(_SECONDS_THE_CHAIR_WAITS) as connection:
            self._close_any(connection, now, SEMINARS.c.id != seminar_id)
            connection.execute(SEMINARS.update().where(SEMINARS.c.id == seminar_id).values(closed_at=None))

    def delete_seminar(self, seminar_id: int) -> None:
        """With all its tables marked. Its links are unknown from now on."""
        keys = sa.select(TABLES.c.key).where(TABLES.c.seminar_id == seminar_id)
        with self._database.writing(_SECONDS_THE_CHAIR_WAITS) as connection:
            connection.execute(sa.select(SEMINARS.c.id).where(SEMINARS.c.id == seminar_id).with_for_update())
            connection.execute(MARKS.delete().where(MARKS.c.key.in_(keys)))
            connection.execute(ORDERS.delete().where(ORDERS.c.key.in_(keys)))
            connection.execute(TABLES.delete().where(TABLES.c.seminar_id == seminar_id))
            connection.execute(SEMINARS.delete().where(SEMINARS.c.id == seminar_id))

    def seminars(self) -> tuple[Seminar, ...]:
        """All that are kept, the newest first."""
        with self._database.reading() as connection:
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
        with self._database.reading() as connection:
            return _marks(connection, TABLES.c.seminar_id == seminar_id)

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
            row = connection.execute(_of_key(key)).one_or_none()
            if row is None:
                return None
            marks = _marks(connection, TABLES.c.key == key)
        return TableState(row.organisation, row.name, sheet_from_json(row.sheet), row.closed_at is None, marks)

    def write(self, key: str, changes: Sequence[Change], now: datetime, phone: str = "") -> Written:
        """Sets the changes of one table, all or none. phone: whose numbers the changes carry, '' where they carry none.
        What the phone has set later, or sent before, changes nothing. Of two phones that set the same field the change
        that was written last counts.
        """
        with self._database.writing(SECONDS_TO_WRITE) as connection:
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
            heard = {"heard_at": now.isoformat(), "revision": TABLES.c.revision + 1}
            connection.execute(TABLES.update().where(TABLES.c.key == key).values(heard))
            left, newest = without_late(tidy, _orders(connection, key, phone) if phone else {})
            stored = _stored(connection, key)
            wanted = merged(stored, left)
            if not has_room(stored, wanted):
                return Written(Outcome.FULL, tuple(change for change in tidy if change.note))
            if phone:
                _remember(connection, key, phone, newest)
            changed = {place: fields for place, fields in wanted.items() if fields != stored.get(place)}
            _set(connection, key, changed, now)
        return Written(Outcome.SAVED)

    def _close_any(self, connection: sa.Connection, now: datetime, which: sa.ColumnElement[bool] | None = None) -> None:
        if connection.dialect.name == "postgresql":
            # Else two who open at once would not see each other's. Tables go on writing meanwhile.
            connection.exec_driver_sql("LOCK TABLE live_seminars IN SHARE ROW EXCLUSIVE MODE")
        still_open = SEMINARS.update().where(SEMINARS.c.closed_at.is_(None)).values(closed_at=now.isoformat())
        connection.execute(still_open if which is None else still_open.where(which))


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


def _stored(connection: sa.Connection, key: str) -> dict[Place, Fields]:
    return {
        (mark.theme, mark.item): {"done": mark.done, "wished": mark.wished, "note": mark.note}
        for mark in _marks(connection, TABLES.c.key == key)
    }


def _orders(connection: sa.Connection, key: str, phone: str) -> Orders:
    mine = (ORDERS.c.key == key) & (ORDERS.c.phone == phone)
    return {(row.theme, row.item, row.field): row.number for row in connection.execute(sa.select(ORDERS).where(mine))}


def _remember(connection: sa.Connection, key: str, phone: str, newest: Orders) -> None:
    rows = [
        {"key": key, "phone": phone, "theme": theme, "item": item, "field": name, "number": number}
        for (theme, item, name), number in newest.items()
    ]
    _replace(connection, ORDERS, rows)
    _forget_the_silent(connection, key)


def _forget_the_silent(connection: sa.Connection, key: str) -> None:
    phones = connection.execute(
        sa.select(ORDERS.c.phone)
        .where(ORDERS.c.key == key)
        .group_by(ORDERS.c.phone)
        .order_by(sa.func.max(ORDERS.c.number).desc())
    ).scalars()
    if silent := phones.all()[MOST_PHONES:]:
        connection.execute(ORDERS.delete().where((ORDERS.c.key == key) & ORDERS.c.phone.in_(silent)))


def _set(connection: sa.Connection, key: str, changed: Mapping[Place, Fields], now: datetime) -> None:
    rows = [
        {"key": key, "theme": theme, "item": item, **fields, "changed_at": now.isoformat()}
        for (theme, item), fields in changed.items()
    ]
    _replace(connection, MARKS, rows)


def _replace(connection: sa.Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """The rows stand in place of those with the same key."""
    if not rows:
        return
    same = sa.and_(*(column == sa.bindparam(f"its_{column.name}") for column in table.primary_key))
    keys = [{f"its_{column.name}": row[column.name] for column in table.primary_key} for row in rows]
    connection.execute(table.delete().where(same), keys)
    connection.execute(table.insert(), rows)
