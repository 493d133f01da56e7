"""One department, opened by its name: what falls due, what has happened in it, and what each subject tells of it."""

from collections.abc import Mapping, Sequence

import streamlit as st

from core.danish import count, day, sort_key
from core.organisation.departments import names_told_apart
from core.organisation.tables import Department
from core.subject.event import Event
from core.subject.of_department import Part, Row
from core.subjects.department import DepartmentOverview, department_overview, happened_by_department
from core.subjects.overview import SubjectsOverview, subjects_overview
from shell.drawing.table import Holds, Shown, table
from shell.drawing.text import plain
from shell.frame import address, frame
from shell.frame.view import View, on_date
from shell.screens.shared import department_link, first_lines, left_out

_MOST_ROWS = 12
_MOST_EVENTS = 6
_PICKER = 420
"""Pixels, for a long name."""


def department(seen: View, opened: Department) -> None:
    dataset, everything = seen.loaded.dataset, on_date(seen, subjects_overview)
    overview = department_overview(dataset, opened, everything, on_date(seen, happened_by_department))
    frame.conclusion(overview.sentence)
    st.caption(plain(" · ".join(_facts(overview))))
    _ways(dataset.of(Department), opened)
    if overview.aside:
        left_out(f"{count(overview.aside, 'række', 'rækker')}, der kan være om afdelingen,")
    left, right = st.columns(2, gap="large")
    with left:
        _due(overview, everything)
        _in_short(overview)
    with right:
        _happened(overview)
    for place, part in enumerate(part for part in overview.parts if part.rows):
        _part(part, f"part_{place}")


def pick_department(departments: Sequence[Department]) -> None:
    """Opens the one that is picked."""
    names = names_told_apart(departments)
    numbers = [one.number for one in _by_name(departments)]
    with st.container(width=_PICKER):
        address.pick("Gå til en afdeling", address.DEPARTMENT, numbers, names.__getitem__, "Vælg en afdeling")


def _by_name(departments: Sequence[Department]) -> list[Department]:
    return sorted(departments, key=lambda one: (sort_key(one.name), sort_key(one.number)))


def _facts(overview: DepartmentOverview) -> tuple[str, ...]:
    homes, latest = overview.department.homes, overview.latest
    return (
        f"Afdeling {overview.department.number}",
        "antal boliger ikke oplyst" if homes is None else count(homes, "bolig", "boliger"),
        f"seneste aktivitet {day(latest)}" if latest else "ingen aktivitet registreret",
    )


def _ways(departments: Sequence[Department], opened: Department) -> None:
    """Back to all of them, and to the ones before and after it by name."""
    ordered, names = _by_name(departments), names_told_apart(departments)
    place = ordered.index(opened)
    ways = [f"← [Alle afdelinger]({address.link('afdelinger')})"]
    if place:
        ways.append(f"forrige: {_named(ordered[place - 1], names)}")
    if place + 1 < len(ordered):
        ways.append(f"næste: {_named(ordered[place + 1], names)}")
    with st.container(key="not_on_paper_ways"):
        st.markdown(" · ".join(ways))


def _named(one: Department, names: Mapping[str, str]) -> str:
    return department_link(one.number, names[one.number])


def _due(overview: DepartmentOverview, everything: SubjectsOverview) -> None:
    st.header("Forfalder")
    if not overview.due:
        st.markdown(f"Der er ikke noget, der forfalder senest {day(everything.until)}.")
        return
    first_lines([_due_line(event, overview, everything) for event in overview.due])


def _happened(overview: DepartmentOverview) -> None:
    st.header("Det er sket")
    if not overview.happened:
        st.markdown("Der er ingen aktivitet registreret i afdelingen.")
        return
    first_lines([_line(event, overview) for event in overview.happened], _MOST_EVENTS)


def _due_line(event: Event, overview: DepartmentOverview, everything: SubjectsOverview) -> str:
    if event.on is None or not everything.overdue(event):
        return _line(event, overview)
    over = count((everything.on - event.on).days, "dag", "dage")
    return _line(event, overview, when=f"{over} over tid")


def _line(event: Event, overview: DepartmentOverview, when: str = "") -> str:
    """The department is not named on its own screen. when: in place of the day."""
    when = when or (day(event.on) if event.on else "")
    about = f"**{plain(event.about)}**"
    if event.asks:
        about = f"[{about}]({address.link(event.address, **dict(event.query))})"
    told = plain(event.what) if event.about == overview.department.name else f"{about}, {plain(event.what)}"
    return f"- {plain(when)}: {told}" if when else f"- {told}"


def _in_short(overview: DepartmentOverview) -> None:
    """What takes no table to tell."""
    if told := [f"- **{plain(part.heading)}**: {plain(part.told)}" for part in overview.parts if not part.rows]:
        st.header("Kort fortalt")
        st.markdown("\n".join(told))


def _part(part: Part, key: str) -> None:
    st.header(plain(part.heading))
    st.markdown(plain(part.told))
    columns = [Shown(column.heading, Holds[column.holds.name]) for column in part.columns]
    first, rest = part.rows[:_MOST_ROWS], part.rows[_MOST_ROWS:]
    table(key, columns, [_cells(row, part) for row in first], part.heading)
    if rest:
        with st.expander(f"Vis {count(len(rest), 'til', 'til')}"):
            table(f"{key}_rest", columns, [_cells(row, part) for row in rest], f"{part.heading}, resten")


def _cells(row: Row, part: Part) -> tuple[str, ...]:
    first, *others = map(plain, row.cells)
    return (f"[{first}]({address.link(part.address, **dict(row.query))})" if row.query else first, *others)
