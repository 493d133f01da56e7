"""Kan vi bevilge dette? What waits for an answer; of one application, or of what is typed, the answer rule by rule."""

import streamlit as st

from core.pool.can_grant import can_grant
from core.pool.rule_table import PoolRule
from shell.frame.view import view
from shell.screens.bevilling import answered, draft_from_fields, stop_where_it_does_not_wait, waiting
from shell.screens.shared import pool_or_stop

seen = view()
overview = pool_or_stop(seen)
stop_where_it_does_not_wait(seen, overview)
above = st.container(gap="xsmall")
draft = draft_from_fields(seen, overview)
with above:
    if draft.nothing_asked and (overview.waiting.applications or overview.within_period):
        waiting(seen, overview)
    else:
        answer = can_grant(draft.application, overview.ledger, seen.loaded.dataset.of(PoolRule), seen.on)
        answered(seen, overview, draft, answer)
