"""The first screen: every subject in one look, what happened since the last meeting, what falls due before the next."""

import streamlit as st

from core.subjects.overview import subjects_overview
from core.subjects.sentences import conclusion
from shell.frame import frame
from shell.frame.view import on_date, view
from shell.screens import overblik as screen

overview = on_date(view(), subjects_overview)
frame.conclusion(conclusion(overview))
screen.briefs(overview)
left, right = st.columns(2, gap="large")
with left:
    screen.happened(overview)
with right:
    screen.due(overview)
screen.calculation()
