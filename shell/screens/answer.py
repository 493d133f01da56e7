"""The answer on the screen »Kan vi bevilge dette?«: the money, then the rules, kept apart by verdict."""

import streamlit as st

from core.danish import kroner
from core.pool.can_grant import Answer, Largest
from core.pool.finding import Verdict
from core.pool.sentences import largest_in_words
from shell.drawing.text import plain
from shell.screens.shared import judgements_table

_GROUPS = (
    (Verdict.BROKEN, "Ikke overholdt", "answer_broken"),
    (Verdict.UNKNOWN, "Kan ikke siges endnu", "answer_unknown"),
    (Verdict.DISPENSED, "Dispenseret", "answer_dispensed"),
    (Verdict.KEPT, "Overholdt", "answer_kept"),
    (Verdict.INFORMS, "Til orientering", "answer_informs"),
)


def money(answer: Answer) -> None:
    if not answer.within_period:
        _figure("Rest", kroner(answer.before.free))
        return
    with st.grid(3, min_column_width=180):
        _figure("Kan højst bevilges", _largest(answer.largest))
        _figure("Rest nu", kroner(answer.before.free))
        _figure("Rest bagefter", _after(answer))
    st.caption(plain(largest_in_words(answer)))


def _largest(largest: Largest) -> str:
    return "kan ikke siges" if largest.amount is None else kroner(largest.amount)


def _after(answer: Answer) -> str:
    if answer.room_unread:
        return "kan ikke siges"
    return "skriv et beløb" if answer.free_after is None else kroner(answer.free_after)


def answer_by_rule(answer: Answer) -> None:
    for verdict, title, key in _GROUPS:
        judgements = [judgement for judgement in answer.judgements if judgement.finding.verdict is verdict]
        if judgements:
            st.header(f"{title} ({len(judgements)})")
            judgements_table(key, judgements)
    if answer.later:
        with st.expander("Regler, der først kan bedømmes, når fakturaen er kommet"):
            judgements_table("answer_later", answer.later)


def _figure(name: str, value: str) -> None:
    with st.container(border=True, height="stretch"):
        st.metric(name, value)
