"""Idéer: the catalogue by area and by who acts, what is in use where, and what nobody has tried."""

import streamlit as st

from core.ideas.overview import ideas_overview
from shell.frame import frame
from shell.frame.view import on_date, view
from shell.screens import ideer as screen
from shell.screens.shared import rows_aside

overview = on_date(view(), ideas_overview)
if not overview.used:
    frame.conclusion("Der er ingen idéer i data endnu")
    st.markdown("Opret tabellerne »Idéer« og »Idéer i brug«.")
    st.stop()

frame.conclusion(overview.sentence)
rows_aside(overview.aside, "om idéer")
screen.catalogue(overview)
