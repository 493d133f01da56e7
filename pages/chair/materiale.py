"""Seminarmateriale: subjects, period and departments chosen, seen as they will be, and fetched as files."""

import streamlit as st

from core.board.material import material
from core.board.overview import board_overview
from core.board.subject import Subject
from core.danish import day
from shell import frame
from shell.screens import material as screen
from shell.view import on_date, view

seen = view()
overview = on_date(seen, board_overview)
available = tuple(subject for subject in Subject if subject not in overview.unused)
frame.conclusion(f"Materialet til mødet, som tallene er {day(seen.on)}")
if not available:
    st.markdown("Der er ingen tal at lave materiale af endnu.")
    screen.planche_download(seen)
    st.stop()
chosen, title = screen.choose(seen, available)
if not chosen.subjects:
    st.warning("Vælg mindst ét emne.")
    st.stop()
found = material(seen.loaded.dataset, chosen)
screen.downloads(seen, found, title)
screen.preview(found)
