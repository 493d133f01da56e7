"""Afdelinger: all of them side by side over every subject, and where nothing has happened."""

from core.board.side_by_side import Order
from core.danish import count
from shell import address, frame
from shell.screens import departments as screen
from shell.view import departments_of, view

seen = view()
rows = departments_of(seen, Order.QUIET)
quiet = sum(row.quiet for row in rows)
if not rows:
    frame.conclusion("Der er ingen afdelinger i data endnu")
elif quiet:
    frame.conclusion(f"I {quiet} af {count(len(rows), 'afdeling', 'afdelinger')} er der aldrig sket noget")
else:
    frame.conclusion(f"Der er sket noget i alle {count(len(rows), 'afdeling', 'afdelinger')}")
if rows:
    chosen = address.pick("Rækkefølge", "sorter", list(Order), str, Order.QUIET.value)
    screen.side_by_side(seen, departments_of(seen, Order(chosen) if chosen else Order.QUIET))
