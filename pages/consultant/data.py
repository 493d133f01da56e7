"""Data: what was read, what could not be, exactly where, and what to do about it."""

from shell.frame import frame
from shell.frame.view import view
from shell.screens import acts, data

seen = view()
loaded = seen.loaded
frame.conclusion(data.conclusion_of(loaded))
data.buttons(loaded)
data.perhaps_renamed(loaded)
data.to_confirm(seen)
data.problems_of(loaded.dataset)
data.unfinished(loaded.dataset)
data.what_changed(loaded)
data.tables_read(loaded)
acts.log_of_tables(seen.today)
data.reading(loaded)
