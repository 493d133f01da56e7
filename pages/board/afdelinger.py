"""Afdelinger: all of them side by side over every subject, and where nothing has happened."""

from core.subjects.side_by_side import Order, quiet_in_words
from shell.frame import frame
from shell.frame.view import departments_of, view
from shell.screens import afdelinger as screen

seen = view()
rows = departments_of(seen, Order.QUIET)
frame.conclusion(quiet_in_words(rows) if rows else "Der er ingen afdelinger i data endnu.")
if rows:
    screen.side_by_side(seen, screen.order())
