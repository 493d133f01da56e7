"""The answer on the screen »Kan vi bevilge dette?«: the money, then the rules, kept apart by verdict."""

import streamlit as st

from core.danish import ended, kroner
from core.pool.can_grant import Answer
from core.pool.finding import Verdict
from shell.screens.shared import judgements_table
from shell.text import plain

_GROUPS = (
    (Verdict.BROKEN, "Ikke overholdt", "answer_broken"),
    (Verdict.UNKNOWN, "Kan ikke siges endnu", "answer_unknown"),
    (Verdict.KEPT, "Overholdt", "answer_kept"),
)


def money(answer: Answer, amount: int | None) -> None:
    with st.grid(3, min_column_width=180):
        _figure("Kan højst bevilges", kroner(answer.largest))
        _figure("Rest nu", kroner(answer.before.free))
        after = answer.free_after
        _figure("Rest bagefter", "skriv et beløb" if after is None else kroner(after))
    reason = ended(f"Højst {kroner(answer.largest)}, fordi {answer.because}")
    if answer.verdict is Verdict.BROKEN and (amount is None or amount <= answer.largest):
        reason += " Det gælder, når det, der ikke er overholdt, er rettet."
    st.caption(plain(reason))


def answer_by_rule(answer: Answer) -> None:
    for verdict, title, key in _GROUPS:
        judgements = [judgement for judgement in answer.judgements if judgement.finding.verdict is verdict]
        if judgements:
            st.subheader(f"{title} ({len(judgements)})")
            judgements_table(key, judgements)
    if answer.later:
        with st.expander("Regler, der først kan bedømmes, når fakturaen er kommet"):
            judgements_table("answer_later", answer.later)


def _figure(name: str, value: str) -> None:
    with st.container(border=True, height="stretch"):
        st.metric(name, value)
