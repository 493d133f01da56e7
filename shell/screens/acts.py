"""What was done to seminars and to tables that waited: by whom it may be, and how it is told."""

import logging
from collections.abc import Collection
from datetime import date, datetime

import streamlit as st
from sqlalchemy.exc import SQLAlchemyError

from core.access.rights import Right, may
from core.access.role import Role
from core.danish import capital, count, listed, moment
from shell.drawing.table import Holds, Shown, table
from shell.drawing.text import plain
from shell.frame import entrance
from shell.live.act import BY_ITSELF, BY_THE_OPERATOR, Act, Did
from shell.live.configured import kept_store, own_store
from shell.live.seminar import sent_in_words
from shell.live.store import Store
from shell.login.viewer import Standing
from shell.machine.obstacle import Obstacle
from shell.machine.settings import read_settings

_LOG = logging.getLogger(__name__)
_MOST_SHOWN = 50
_WHO = {"": "Uden login", BY_ITSELF: "Programmet selv", BY_THE_OPERATOR: "Den, der passer programmet"}
_DID = {
    Did.OPENED: "Åbnede",
    Did.CLOSED: "Lukkede",
    Did.REOPENED: "Åbnede igen",
    Did.DELETED: "Slettede",
    Did.RESTORED: "Bragte tilbage",
    Did.ERASED: "Slettede for altid",
}


def doer(right: Right) -> str | None:
    """The roles by which whoever is looking may do it now, in Danish, '' where nobody logs in. None where they may
    not; what they are told then is written here.
    """
    looking = entrance.viewer_now()
    if looking.standing is Standing.NO_LOGIN:
        return ""
    by = [role.value for role in Role if role in looking.roles and may(frozenset({role}), right)]
    if not by:
        st.error("Din rolle giver dig ikke lov til det længere, så der er ikke sket noget.", icon=":material/lock:")
        return None
    return listed(by)


def told(act: Act, today: date) -> str:
    """What was done, without a full stop. Text of it may be a table's title."""
    if act.did is Did.CONFIRMED:
        return f"Sagde ja til det nye i »{act.about}«"
    which = f"planchen fra {moment(datetime.fromisoformat(act.about), today)}"
    if act.did is Did.OPENED:
        return f"Åbnede {which} for {count(act.content.tables, 'bord', 'borde')}"
    return f"{_DID[act.did]} {which} med {sent_in_words(act.content)}"


def log(store: Store, those: Collection[Did], title: str, today: date) -> None:
    """Folded, and nothing where nothing was done."""
    acts = store.acts(those)[:_MOST_SHOWN]
    if not acts:
        return
    rows = [(plain(moment(act.at, today)), plain(_who(act)), plain(told(act, today))) for act in acts]
    with st.expander(title, icon=":material/history:"):
        table("acts", (Shown("Hvornår", Holds.DATE), Shown("Hvem"), Shown("Hvad")), rows, title)


def _who(act: Act) -> str:
    return _WHO.get(act.who, capital(act.who))


def record(act: Act) -> None:
    """What was done all the same is said, where it cannot be written in the log."""
    try:
        own_store(read_settings()).record(act)
    except (Obstacle, SQLAlchemyError) as error:
        _LOG.warning("An act could not be written in the log: %s", type(error).__name__)
        st.warning("Det er gjort, men det kunne ikke skrives i loggen.", icon=":material/history:")


def log_of_tables(today: date) -> None:
    """What was answered of tables that waited; nothing where the log cannot be read, for the screen tells of more."""
    try:
        if store := kept_store(read_settings()):
            log(store, {Did.CONFIRMED}, "Svar på tabeller, der ventede", today)
    except (Obstacle, SQLAlchemyError) as error:
        _LOG.warning("The log cannot be read: %s", type(error).__name__)
