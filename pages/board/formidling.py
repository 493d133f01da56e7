"""Formidling: what has been told, when, where, and which areas and months nobody heard about."""

from core.outreach.overview import outreach_overview
from core.outreach.tables import TABLES
from shell.frame import frame
from shell.frame.view import on_date, view
from shell.screens import formidling as screen
from shell.screens.shared import rows_aside, stop_where_nothing_is_written

seen = view()
stop_where_nothing_is_written(
    seen,
    TABLES,
    "Der er ingen formidling i data endnu",
    "tabellen »Formidling«: én række for hver gang der er fortalt noget.",
)
overview = on_date(seen, outreach_overview)
frame.conclusion(overview.sentence)
rows_aside(overview.aside, "om formidling")
screen.months(overview)
screen.everything(overview)
screen.news(seen)
