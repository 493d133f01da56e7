"""Fokusgruppen: how the group mirrors the residents, whom to invite next, and how sure that is."""

import streamlit as st

from core.focus_group.overview import focus_group_overview
from core.focus_group.sentences import conclusion
from shell.frame import frame
from shell.frame.view import on_date, view
from shell.screens import fokusgruppen as screen
from shell.screens.shared import rows_aside

seen = view()
overview = on_date(seen, focus_group_overview)
if not overview.used:
    frame.conclusion("Der er ingen fokusgruppe i data endnu")
    st.markdown(
        "Opret tabellerne »Fokusgruppe« (et nummer, afdeling, alder og dato for hvert medlem; ingen navne) "
        "og »Beboere« (hvor mange beboere hver afdeling har i hver aldersgruppe)."
    )
    st.stop()

frame.conclusion(conclusion(overview))
screen.figures(overview)
rows_aside(overview.aside, "om fokusgruppen eller beboerne")
screen.ages(overview)
screen.invitations(overview)
screen.departments(overview)
screen.how_sure(overview)
screen.history(overview)
screen.news(seen)
screen.calculation(overview)
