"""Idéer: the catalogue by area and by who acts, what is in use where, and what nobody has tried."""

from core.ideas.overview import ideas_overview
from core.ideas.tables import TABLES
from shell.frame import frame
from shell.frame.view import on_date, view
from shell.screens import ideer as screen
from shell.screens.shared import rows_aside, stop_where_nothing_is_written

seen = view()
stop_where_nothing_is_written(
    seen,
    TABLES,
    "Der er ingen idéer i data endnu",
    "tabellerne »Idéer« (én række for hver idé) og »Idéer i brug« (hvor og hvornår).",
)
overview = on_date(seen, ideas_overview)
frame.conclusion(overview.sentence)
rows_aside(overview.aside, "om idéer")
screen.catalogue(overview)
