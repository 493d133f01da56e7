"""Formidling: what has been told, when, where, and which areas and months nobody heard about."""

import streamlit as st

from core.outreach.overview import outreach_overview
from shell.frame import frame
from shell.frame.view import on_date, view
from shell.screens import formidling as screen
from shell.screens.shared import rows_aside

seen = view()
overview = on_date(seen, outreach_overview)
if not overview.used:
    frame.conclusion("Der er ingen formidling i data endnu")
    st.markdown("Opret tabellen »Formidling«: én række for hver gang der er fortalt noget.")
    st.stop()

frame.conclusion(overview.sentence)
rows_aside(overview.aside, "om formidling")
screen.months(overview)
screen.everything(overview)
screen.news(seen)
