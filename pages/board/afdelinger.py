"""Afdelinger: all of them side by side over every subject, and where nothing has happened; or one with everything."""

import streamlit as st

from core.organisation.departments import departments_meant, not_one_in_words
from core.organisation.tables import Department
from core.subjects.side_by_side import Order, quiet_in_words
from shell.drawing.text import plain
from shell.frame import address, frame
from shell.frame.view import departments_of, view
from shell.screens import afdelinger as screen
from shell.screens.department import department, pick_department

seen = view()
if asked := address.get(address.DEPARTMENT):
    meant = departments_meant(seen.loaded.dataset.of(Department), asked)
    if len(meant) == 1:
        department(seen, meant[0])
        st.stop()
    st.warning(plain(not_one_in_words(seen.loaded.dataset, asked)), icon=":material/link_off:")

rows = departments_of(seen, Order.QUIET)
frame.conclusion(quiet_in_words(rows) if rows else "Der er ingen afdelinger i data endnu.")
if rows:
    screen.recency(rows, seen.on)
    if not asked:
        pick_department(seen.loaded.dataset.of(Department))
    screen.side_by_side(seen, screen.order())
