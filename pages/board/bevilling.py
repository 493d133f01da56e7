"""Kan vi bevilge dette? The application so far in, the answer rule by rule out."""

import streamlit as st

from core.danish import ended, period
from core.pool.can_grant import can_grant
from core.pool.rule_table import PoolRule
from core.pool.sentences import answer_in_words, rest_of_the_appropriation
from core.pool.waiting import what_else_waits
from shell.drawing.text import plain
from shell.frame import frame
from shell.frame.view import view
from shell.screens.answer import answer_by_rule, money
from shell.screens.bevilling import draft_from_fields, stop_where_it_does_not_wait
from shell.screens.shared import counted_note, not_counted, pool_or_stop

seen = view()
overview = pool_or_stop(seen)
stop_where_it_does_not_wait(seen, overview)
answer_first = st.container()
left, right = st.columns([2, 3], gap="large")
with left:
    draft, unreadable = draft_from_fields(seen, overview)
answer = can_grant(draft, overview.ledger, seen.loaded.dataset.of(PoolRule), seen.on)
with answer_first:
    sentence = "Ret det felt, der ikke kan læses" if unreadable else answer_in_words(answer)
    frame.conclusion(sentence)
    if not answer.within_period:
        st.markdown(f"{plain(overview.pool.name)} gælder {period(overview.pool.first, overview.pool.last)}.")
    if beside := what_else_waits(draft, overview.ledger, seen.on, overview.money_aside):
        st.markdown(plain(beside))
    not_counted(overview)
with right:
    money(answer)
    answer_by_rule(answer)
left_before = rest_of_the_appropriation(overview.pool, answer.before, seen.on)
st.caption(
    "Bedømt efter puljens regler den valgte dato. "
    f"{ended(f'Før denne ansøgning: {left_before}{counted_note(overview)}')} "
    "Det, der skrives her, bliver ikke gemt."
)
