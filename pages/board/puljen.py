"""Puljen: what is left, where the money is, what has come since the last meeting, and every application."""

import streamlit as st

from shell.frame import address, frame
from shell.frame.view import view
from shell.screens.project import project
from shell.screens.puljen import (
    calculation,
    departments,
    figures,
    free_over_time,
    history,
    to_close,
    where_the_money_is,
)
from shell.screens.shared import news_list, not_counted, pool_or_stop

seen = view()
overview = pool_or_stop(seen)
if address.get(address.PROJECT):
    project(seen, overview, address.get(address.PROJECT))
    st.stop()

frame.conclusion(overview.sentence)
figures(overview)
not_counted(overview)
where_the_money_is(overview)
news_list(seen, overview)
to_close(overview)
free_over_time(seen, overview)
history(seen, overview)
departments(overview)
calculation(overview)
