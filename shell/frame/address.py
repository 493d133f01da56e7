"""What is being looked at stands in the address, and only there: a link shows the same to everyone.

Each widget is filled from the address before it is drawn, and writes to it when it is changed.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from core.danish import ended
from shell.drawing.table import Sorted

DATE = "dato"
POOL = "pulje"
PROJECT = "projekt"
APPLICATION = "ansoegning"
INDICATOR = "maalepunkt"
AREA = "omraade"
DEPARTMENT = "afdeling"
UNKNOWN = "ukendt"
"""Set by the server when somebody asked for an address that is no screen."""
ORDER = "sorter"
ALL_ROWS = "alle"
LOOK = "visning"
PRESENTED = "stort"
"""The look of a screen on a projector: large, without menu, one after the other."""
KEPT_BETWEEN_SCREENS = (DATE, POOL, LOOK)
_EARLIEST, _LATEST = date(2000, 1, 1), date(2099, 12, 31)
_MOST_REPEATED = 60
_TELL: ContextVar[Callable[[str], object]] = ContextVar("tell", default=lambda _: None)


def get(name: str) -> str:
    return st.query_params.get(name, "")


@contextmanager
def telling(tell: Callable[[str], object]) -> Iterator[None]:
    """A screen run meanwhile tells at once what in its address it cannot use, in Danish: it may end at any moment."""
    told: set[str] = set()

    def once(note: str) -> None:
        if note not in told:
            told.add(note)
            tell(note)

    before = _TELL.set(once)
    try:
        yield
    finally:
        _TELL.reset(before)


def cannot_be_used(what: str, asked: str, instead: str) -> str:
    """what: 'Datoen'; instead: what is shown in its place. Of what is asked for no more than can be read."""
    asked = asked if len(asked) <= _MOST_REPEATED else f"{asked[:_MOST_REPEATED]}…"
    return f"{what} »{asked}« i adressen kan ikke bruges. Her vises {ended(instead)}"


def asked_for(name: str, options: Collection[str], what: str, instead: str) -> str:
    """The option that the address asks for, '' where it asks for none. Anything else is told, and so is what the
    screen shows instead.
    """
    asked = get(name)
    if asked in options:
        return asked
    if asked:
        _TELL.get()(cannot_be_used(what, asked, instead))
    return ""


def kept() -> dict[str, str]:
    """The part of the address that a link to another screen takes along."""
    asked = st.query_params.to_dict()
    return {name: asked[name] for name in KEPT_BETWEEN_SCREENS if asked.get(name)}


def here(**changes: str) -> dict[str, str]:
    """The whole address of this screen with the changes."""
    return st.query_params.to_dict() | changes


def link(screen: str = "", **changes: str) -> str:
    """A relative address of a screen, else of this one, with the kept part and the changes."""
    return f"{screen}?{urlencode(kept() | changes)}"


def sorted_by(order: str) -> Sorted:
    """For a table that stands in the order; its headings lead to this screen in another."""
    return Sorted(order, lambda other: "?" + urlencode(here(**{ORDER: other})))


def presented() -> bool:
    return get(LOOK) == PRESENTED


def forget_button(label: str, name: str, icon: str) -> None:
    """Takes one thing out of the address."""
    st.button(label, icon=icon, on_click=_set, args=(name, ""))


def look_button(label: str, look: str, icon: str) -> None:
    """Stays on the screen."""
    st.button(label, icon=icon, on_click=_set, args=(LOOK, look))


def date_in_address() -> date | None:
    """None if there is none or it is no date from 2000 to 2099."""
    try:
        found = date.fromisoformat(get(DATE))
    except ValueError:
        return None
    return found if _EARLIEST <= found <= _LATEST else None


def pick_date(label: str, on: date, today: date) -> None:
    def write() -> None:
        chosen = st.session_state[key]
        _set(DATE, chosen.isoformat() if chosen and chosen != today else "")

    key = _fill(DATE, on)
    st.date_input(
        label, key=key, format="DD-MM-YYYY", min_value=_EARLIEST, max_value=_LATEST, on_change=write, width=200
    )


def date_button(label: str, on: date, today: date) -> None:
    """Goes to the day."""
    st.button(
        label, key=f"dag_{on}", type="tertiary", on_click=_set, args=(DATE, on.isoformat() if on != today else "")
    )


def pick_pool(label: str, chosen: str, names: Mapping[str, str]) -> None:
    """names: pool id -> what the screen calls it."""
    key = _fill(POOL, chosen)
    st.selectbox(
        label,
        list(names),
        format_func=lambda name: names.get(name, name),
        key=key,
        width=260,
        label_visibility="collapsed",
        on_change=lambda: _set(POOL, st.session_state[key] or ""),
    )


def pick(
    label: str, name: str, options: Sequence[str], shown: Callable[[str], str], empty: str, *, least: int = 1
) -> str:
    """One of the options or '' for what stands in the field while it is empty. With fewer than the least to choose
    among there is no field.
    """
    current = asked_for(name, options, label, f"{empty[:1].lower()}{empty[1:]}")
    if len(options) < least:
        return current
    key = _fill(name, current or None)
    st.selectbox(
        label,
        list(options),
        index=None,
        placeholder=empty,
        format_func=shown,
        key=key,
        on_change=lambda: _set(name, st.session_state[key] or ""),
    )
    return current


def search(label: str, name: str, example: str) -> str:
    key = _fill(name, get(name))
    st.text_input(
        label,
        key=key,
        type="search",
        placeholder=example,
        on_change=lambda: _set(name, st.session_state[key].strip()),
    )
    return get(name)


def _fill(name: str, value: object) -> str:
    key = f"adresse_{name}"
    st.session_state[key] = value
    return key


def _set(name: str, value: str) -> None:
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)
