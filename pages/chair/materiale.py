"""Seminarmateriale: subjects, period and departments chosen, seen as they will be, and fetched as files."""

import streamlit as st

from core.subjects.overview import subjects_overview
from shell.frame import frame
from shell.frame.freshness import held_back
from shell.frame.view import material_of, on_date, view
from shell.screens import materiale as screen

seen = view()
overview = on_date(seen, subjects_overview)
if not overview.in_use:
    frame.conclusion("Planchen kan hentes; der er ingen tal at lave andet af endnu.")
    screen.planche_download(seen)
    st.stop()
answer = st.container()
chosen, title = screen.choose(seen, overview.in_use)
held = tuple(held_back(seen))
found = material_of(seen, overview, chosen, held) if chosen.subjects else None
with answer:
    frame.conclusion(screen.conclusion(found))
if found is None:
    st.stop()
screen.downloads(seen, found, title)
screen.preview(found)
