"""Handleplaner: how many indicators are on track, area by area, and what has not been evaluated."""

import streamlit as st

from core.action_plans.overview import plans_overview
from core.action_plans.sentences import conclusion
from shell.frame import address, frame
from shell.frame.view import on_date, view
from shell.screens import handleplaner as screen
from shell.screens.indicator import indicator
from shell.screens.shared import rows_aside

seen = view()
overview = on_date(seen, plans_overview)
if not overview.used:
    frame.conclusion("Der er ingen handleplaner i data endnu")
    st.markdown("Opret tabellerne »Handleplaner«, »Målepunkter«, »Mål«, »Målinger« og »Evalueringer«.")
    st.stop()
if address.get(address.INDICATOR):
    indicator(overview, address.get(address.INDICATOR), seen.today)
    st.stop()

frame.conclusion(conclusion(overview))
rows_aside(overview.aside, "om handleplanerne")
beside, choice = st.columns([3, 1], vertical_alignment="bottom")
with choice, st.container(key="not_on_paper_above"):
    areas = screen.pick_area(overview)
with beside:
    screen.legend(areas)
for place, area in enumerate(areas):
    screen.one_area(area, str(place))
with st.container(key="not_on_paper_below"):
    screen.news(seen)
    screen.download(seen, overview)
    screen.calculation(overview)
