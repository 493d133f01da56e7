"""Ambassadører: how many in how many departments, where none, the cohorts, the course and the network."""

from core.ambassadors.overview import ambassador_overview
from core.ambassadors.tables import TABLES
from shell.frame import frame
from shell.frame.view import on_date, view
from shell.screens import ambassadoerer as screen
from shell.screens.shared import rows_aside, stop_where_nothing_is_written

seen = view()
stop_where_nothing_is_written(
    seen,
    TABLES,
    "Der er ingen ambassadører i data endnu",
    "tabellen »Ambassadører«: én række for hver, med et nummer, afdeling og dato. Ingen navne.",
)
overview = on_date(seen, ambassador_overview)
frame.conclusion(overview.sentence)
screen.figures(overview)
rows_aside(overview.aside, "om ambassadører")
screen.every_department(overview)
screen.news(seen)
screen.network(overview)
screen.programme(overview)
screen.cohorts(overview)
screen.initiatives(overview)
screen.calculation(overview)
