"""Puljen: what is left and where the money is, what has come since the last meeting, and every application."""

import streamlit as st

from shell.frame import address, frame
from shell.frame.view import view
from shell.screens.project import project
from shell.screens.puljen import (
    calculation,
    departments,
    free_over_time,
    history,
    money,
    to_close,
)
from shell.screens.shared import news_list, not_counted, pool_or_stop

seen = view()
overview = pool_or_stop(seen)
if address.get(address.PROJECT):
    project(seen, overview, address.get(address.PROJECT))
    st.stop()

frame.conclusion(overview.sentence)
money(overview)
not_counted(overview)
left, right = st.columns(2, gap="large")
with left:
    news_list(seen, overview)
with right:
    free_over_time(seen, overview)
to_close(overview)
history(seen, overview)
departments(overview)
calculation(overview)
