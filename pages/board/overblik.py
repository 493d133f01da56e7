"""The first screen: the pool in one look, and the way to the rest."""

import streamlit as st

from core.danish import count, day, kroner
from core.since import next_meeting
from shell import address, frame
from shell.pool_parts import news_list, not_counted
from shell.text import plain
from shell.view import overview_of, view

seen = view()
if seen.pool is None:
    frame.conclusion("Der er ingen pulje i data endnu")
    st.page_link("pages/consultant/data.py", label="Se, hvad der mangler", query_params=address.kept())
    st.stop()

overview = overview_of(seen, seen.pool)
frame.conclusion(overview.sentence)
not_counted(overview)
left, right = st.columns(2, gap="large")
with left:
    st.metric(f"Rest i {plain(seen.pool.name)}", kroner(overview.balance.free), height="stretch")
    st.caption(f"Af en ramme på {kroner(seen.pool.appropriation)} · pr. {day(seen.on)}")
    st.page_link("pages/board/puljen.py", label="Se puljen", icon=":material/savings:", query_params=address.kept())
with right:
    waiting = overview.balance.pending_count
    st.metric("Under behandling", count(waiting, "ansøgning", "ansøgninger"), height="stretch")
    st.caption(f"Søger om {kroner(overview.balance.pending)} i alt · pr. {day(seen.on)}")
    st.page_link(
        "pages/board/bevilling.py", label="Kan vi bevilge dette?", icon=":material/gavel:", query_params=address.kept()
    )
news_list(overview)
if coming := next_meeting(seen.loaded.dataset.board_meetings, seen.on):
    st.markdown(f"Næste bestyrelsesmøde er {day(coming.date)}.")
