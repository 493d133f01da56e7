"""Streamlit's older kind of multipage app, which it takes a folder named pages for."""

from streamlit.runtime.pages_manager import PagesManager


def leave_pages_to_the_menu() -> None:
    """Until st.navigation has run once, the very first visitor of a deep link would be told that it does not exist."""
    PagesManager.uses_pages_directory = False
