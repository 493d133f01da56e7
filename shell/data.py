"""The data as last read, shared by all viewers. Values are frozen, so sharing is safe."""

import streamlit as st

from core.contract.held import Held
from shell.refresher import Loaded, Refresher


@st.cache_resource(show_spinner=False, on_release=Refresher.stop)
def refresher() -> Refresher:
    """The one of this process."""
    return Refresher()


def load() -> Loaded:
    """The newest good state, at once. Raises SourceError only if there has never been one."""
    return refresher().loaded()


def read_again() -> None:
    """Waits for a reading that begins after this call."""
    refresher().refresh()


def confirm(held: Held) -> None:
    refresher().confirm(held)
