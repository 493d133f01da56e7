"""Ambassadører: how many in how many departments, where none, the cohorts, the course and the network."""

import streamlit as st

from core.ambassadors.overview import ambassador_overview
from shell.frame import frame
from shell.frame.view import on_date, view
from shell.screens import ambassadoerer as screen
from shell.screens.shared import rows_aside

seen = view()
overview = on_date(seen, ambassador_overview)
if not overview.used:
    frame.conclusion("Der er ingen ambassadører i data endnu")
    st.markdown("Opret tabellen »Ambassadører«: én række for hver, med et nummer, afdeling og dato. Ingen navne.")
    st.stop()

frame.conclusion(overview.sentence)
screen.figures(overview)
rows_aside(overview.aside, "om ambassadører")
screen.every_department(overview)
screen.news(seen)
screen.network(overview)
screen.programme(overview)
screen.cohorts(overview)
screen.initiatives(overview)
screen.calculation(overview)
