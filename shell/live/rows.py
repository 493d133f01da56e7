"""The rows of the live sheet's database, asked for and written inside a transaction that others have begun."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from shell.live.act import MOST_ACTS, Act, Did
from shell.live.batch import Fields, Orders, Place
from shell.live.schema import ACTS, MARKS, ORDERS, SEMINARS, TABLES
from shell.live.seminar import MOST_PHONES, Content, LiveMark, LiveTable, Seminar, sheet_from_json


def seminars_of(connection: sa.Connection, which: sa.ColumnElement[bool]) -> tuple[Seminar, ...]:
    """The newest first."""
    seminars = connection.execute(sa.select(SEMINARS).where(which).order_by(SEMINARS.c.id.desc())).all()
    tables = connection.execute(sa.select(TABLES).order_by(TABLES.c.number)).all()
    return tuple(
        Seminar(
            row.id,
            row.organisation,
            datetime.fromisoformat(row.opened_at),
            datetime.fromisoformat(row.closed_at) if row.closed_at else None,
            sheet_from_json(row.sheet),
            tuple(LiveTable(table.name, table.key) for table in tables if table.seminar_id == row.id),
            datetime.fromisoformat(row.deleted_at) if row.deleted_at else None,
        )
        for row in seminars
    )


def content_of(connection: sa.Connection, seminar_id: int) -> Content:
    of_seminar = TABLES.c.seminar_id == seminar_id
    tables = connection.execute(sa.select(sa.func.count()).select_from(TABLES).where(of_seminar)).scalar_one()
    marks, notes = (
        sa.func.coalesce(sa.func.sum(amount), 0)
        for amount in (
            sa.cast(MARKS.c.done, sa.Integer) + sa.cast(MARKS.c.wished, sa.Integer),
            sa.case((MARKS.c.note != "", 1), else_=0),
        )
    )
    sent = connection.execute(sa.select(marks, notes).join_from(MARKS, TABLES).where(of_seminar)).one()
    return Content(tables, *map(int, sent))


def erase_rows(connection: sa.Connection, seminar_id: int) -> None:
    """Of a seminar, with all its tables marked."""
    keys = sa.select(TABLES.c.key).where(TABLES.c.seminar_id == seminar_id)
    connection.execute(sa.select(SEMINARS.c.id).where(SEMINARS.c.id == seminar_id).with_for_update())
    connection.execute(MARKS.delete().where(MARKS.c.key.in_(keys)))
    connection.execute(ORDERS.delete().where(ORDERS.c.key.in_(keys)))
    connection.execute(TABLES.delete().where(TABLES.c.seminar_id == seminar_id))
    connection.execute(SEMINARS.delete().where(SEMINARS.c.id == seminar_id))


def write_act(connection: sa.Connection, act: Act) -> None:
    content = {"tables": act.content.tables, "marks": act.content.marks, "notes": act.content.notes}
    values = {"at": act.at.isoformat(), "who": act.who, "did": act.did.value, "about": act.about, **content}
    connection.execute(ACTS.insert().values(values))
    newest = sa.select(ACTS.c.id).order_by(ACTS.c.id.desc()).limit(MOST_ACTS)
    connection.execute(ACTS.delete().where(ACTS.c.id.not_in(newest)))


def write_act_on(connection: sa.Connection, seminar_id: int, did: Did, at: datetime, who: str) -> None:
    """With what the seminar contains now."""
    opened_at = connection.execute(sa.select(SEMINARS.c.opened_at).where(SEMINARS.c.id == seminar_id)).scalar_one()
    write_act(connection, Act(at, who, did, opened_at, content_of(connection, seminar_id)))


def acts_of(connection: sa.Connection, those: Collection[Did]) -> tuple[Act, ...]:
    """The newest first."""
    named = [did.value for did in those]
    rows = connection.execute(sa.select(ACTS).where(ACTS.c.did.in_(named)).order_by(ACTS.c.id.desc()))
    return tuple(
        Act(
            datetime.fromisoformat(row.at),
            row.who,
            Did(row.did),
            row.about,
            Content(row.tables, row.marks, row.notes),
        )
        for row in rows
    )


def of_key(key: str) -> sa.Select[Any]:
    return (
        sa.select(SEMINARS.c.organisation, SEMINARS.c.sheet, SEMINARS.c.closed_at, SEMINARS.c.deleted_at, TABLES.c.name)
        .join_from(TABLES, SEMINARS)
        .where(TABLES.c.key == key)
    )


def marks_of(connection: sa.Connection, which: sa.ColumnElement[bool]) -> tuple[LiveMark, ...]:
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


def stored_of(connection: sa.Connection, key: str) -> dict[Place, Fields]:
    return {
        (mark.theme, mark.item): {"done": mark.done, "wished": mark.wished, "note": mark.note}
        for mark in marks_of(connection, TABLES.c.key == key)
    }


def orders(connection: sa.Connection, key: str, phone: str) -> Orders:
    mine = (ORDERS.c.key == key) & (ORDERS.c.phone == phone)
    return {(row.theme, row.item, row.field): row.number for row in connection.execute(sa.select(ORDERS).where(mine))}


def remember(connection: sa.Connection, key: str, phone: str, newest: Orders) -> None:
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


def set_marks(connection: sa.Connection, key: str, changed: Mapping[Place, Fields], now: datetime) -> None:
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
