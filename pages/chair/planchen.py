"""Planchen: what the tables at a seminar have marked, and from a wish to a row in the action plans."""

import streamlit as st

from core.planche.results import results
from core.planche.sentences import conclusion
from shell.frame import frame
from shell.frame.view import view
from shell.screens import planchen as screen
from shell.screens.shared import rows_aside

seen = view()
answer = st.container()
chosen = screen.pick_seminar(seen)
organisation = screen.pick_organisation(chosen.filled)
found = results(chosen.sheet, chosen.filled, organisation)
with answer:
    frame.conclusion(conclusion(found))
rows_aside(seen.loaded.dataset.not_counted("sheet_marks"), "om plancherne")
screen.where_it_comes_from(chosen, found)
if found.tables:
    screen.most_wanted(found)
    screen.disagreed(found)
    screen.by_theme(found)
    screen.notes(found)
screen.side_by_side(chosen.sheet, chosen.filled)
screen.draft(seen, found)
