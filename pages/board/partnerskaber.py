"""Partnerskaber: agreements year by year against the room there is, and which departments have one."""

from core.partnerships.overview import partnership_overview
from core.partnerships.tables import TABLES
from shell.frame import frame
from shell.frame.view import on_date, view
from shell.screens import partnerskaber as screen
from shell.screens.shared import rows_aside, stop_where_nothing_is_written

seen = view()
stop_where_nothing_is_written(
    seen,
    TABLES,
    "Der er ingen partnerskabsaftaler i data endnu",
    "tabellerne »Partnerskabsår« (hvor mange pladser der er) og »Partnerskabsaftaler« (én række for hver aftale).",
)
overview = on_date(seen, partnership_overview)
frame.conclusion(overview.sentence)
rows_aside(overview.aside, "om partnerskaber")
screen.years(overview)
screen.departments(overview)
screen.news(seen)
screen.calculation(overview)
