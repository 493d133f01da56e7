"""The answer on the screen »Kan vi bevilge dette?«: the money, then the rules."""

import streamlit as st

from core.danish import kroner, listed
from core.pool.can_grant import Answer, Largest
from core.pool.sentences import largest_in_words
from shell.drawing.text import plain
from shell.screens.shared import judgements_table


def money(answer: Answer) -> None:
    if not answer.within_period:
        st.metric("Rest", kroner(answer.before.free))
        return
    with st.grid(3, min_column_width=150):
        st.metric("Kan højst bevilges", _largest(answer.largest))
        st.metric("Rest nu", kroner(answer.before.free))
        st.metric("Rest bagefter", _after(answer))
    st.caption(plain(largest_in_words(answer)))


def _largest(largest: Largest) -> str:
    return "kan ikke siges" if largest.amount is None else kroner(largest.amount)


def _after(answer: Answer) -> str:
    if answer.room_unread:
        return "kan ikke siges"
    return "skriv et beløb" if answer.free_after is None else kroner(answer.free_after)


def answer_by_rule(answer: Answer) -> None:
    judgements_table("answer", answer.judgements)
    if answer.later:
        names = plain(listed(judgement.name for judgement in answer.later))
        st.caption(f"Kan først bedømmes, når fakturaen er kommet: {names}.")
