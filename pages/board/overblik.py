"""The first screen: the pool in one look, and the way to the rest."""

import streamlit as st

from core.danish import count, day, kroner
from core.since import next_meeting
from shell import address, frame
from shell.screens.shared import counted_note, news_list, not_counted, pool_or_stop
from shell.text import plain
from shell.view import view

seen = view()
overview = pool_or_stop(seen)
frame.conclusion(overview.sentence)
not_counted(overview)
left, right = st.columns(2, gap="large")
with left:
    st.metric(f"Rest i {plain(overview.pool.name)}", kroner(overview.balance.free), height="stretch")
    st.caption(f"Af en ramme på {kroner(overview.pool.appropriation)} · pr. {day(seen.on)}{counted_note(overview)}")
    st.page_link("pages/board/puljen.py", label="Se puljen", icon=":material/savings:", query_params=address.kept())
with right:
    waiting = overview.balance.pending_count
    st.metric("Under behandling", count(waiting, "ansøgning", "ansøgninger"), height="stretch")
    st.caption(f"Søger om {kroner(overview.balance.pending)} i alt · pr. {day(seen.on)}{counted_note(overview)}")
    st.page_link(
        "pages/board/bevilling.py", label="Kan vi bevilge dette?", icon=":material/gavel:", query_params=address.kept()
    )
news_list(overview)
if coming := next_meeting(seen.loaded.dataset.board_meetings, seen.on):
    st.markdown(f"Næste bestyrelsesmøde er {day(coming.date)}.")
