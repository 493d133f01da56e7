"""Data: what was read, what could not be, exactly where, and what to do about it."""

from shell import frame
from shell.screens import data
from shell.view import view

loaded = view().loaded
frame.conclusion(data.conclusion_of(loaded))
data.buttons(loaded)
data.to_confirm(loaded)
data.problems_of(loaded.dataset)
data.unfinished(loaded.dataset)
data.tables_read(loaded)
data.what_changed(loaded)
data.reading(loaded)
