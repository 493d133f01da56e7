"""Partnerskaber: agreements year by year against the room there is, and which departments have one."""

import streamlit as st

from core.partnerships.overview import partnership_overview
from shell.frame import frame
from shell.frame.view import on_date, view
from shell.screens import partnerskaber as screen
from shell.screens.shared import rows_aside

seen = view()
overview = on_date(seen, partnership_overview)
if not overview.used:
    frame.conclusion("Der er ingen partnerskabsaftaler i data endnu")
    st.markdown("Opret tabellerne »Partnerskabsår« og »Partnerskabsaftaler«.")
    st.stop()

frame.conclusion(overview.sentence)
rows_aside(overview.aside, "om partnerskaber")
screen.years(overview)
screen.departments(overview)
screen.news(seen)
screen.calculation(overview)
