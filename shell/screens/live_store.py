"""The database of the live sheet as screens use it: what is wrong with it is said, never a screen broken."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from sqlalchemy.exc import SQLAlchemyError

from core.access.rights import Right
from shell.drawing.text import plain
from shell.frame import entrance
from shell.live.configured import live_store
from shell.live.store import Store
from shell.machine.log import kinds
from shell.machine.obstacle import Obstacle
from shell.machine.settings import read_settings

_LOG = logging.getLogger(__name__)


def kept_in() -> Store | None:
    """Where the phones' marks are kept; None where they are not, or where that cannot be used, which is said."""
    try:
        return live_store(read_settings())
    except Obstacle as error:
        st.error(f"{plain(error.what)} {plain(error.do)}", icon=":material/cloud_off:")
        return None


@contextmanager
def answering(*, ends: bool = True) -> Iterator[None]:
    """Says so where the database stops answering, or its file is gone. Asks anew whether whoever is looking may still
    see it: a part of a screen is drawn again and again without the frame.
    ends: whether the screen can tell nothing then.
    """
    if not entrance.may(Right.MATERIAL):
        st.rerun()
    try:
        yield
        return
    except Obstacle as error:
        _LOG.warning("%s %s", error.what, error.do, extra={"cause": kinds(error.__cause__)})
        st.error(f"{plain(error.what)} {plain(error.do)}", icon=":material/cloud_off:")
    except SQLAlchemyError as error:
        _LOG.warning("The database of the live sheet does not answer", extra={"cause": kinds(error)})
        st.error(
            "Databasen til bordenes ark svarer ikke lige nu. Det, bordene sætter imens, bliver på telefonerne og "
            "sendes, når den svarer igen. Prøv igen om lidt.",
            icon=":material/cloud_off:",
        )
    if ends:
        st.stop()
