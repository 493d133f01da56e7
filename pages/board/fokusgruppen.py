"""Fokusgruppen: how the group mirrors the residents, whom to invite next, and how sure that is."""

from core.focus_group.overview import focus_group_overview
from core.focus_group.sentences import conclusion
from core.focus_group.tables import GROUP_MEETINGS, MEMBERS, RESIDENTS
from shell.frame import frame
from shell.frame.view import on_date, view
from shell.screens import fokusgruppen as screen
from shell.screens.shared import rows_aside, stop_where_nothing_is_written

seen = view()
stop_where_nothing_is_written(
    seen,
    (MEMBERS, RESIDENTS, GROUP_MEETINGS),
    "Der er ingen fokusgruppe i data endnu",
    "tabellerne »Fokusgruppe« (et nummer, afdeling, alder og dato for hvert medlem; ingen navne) "
    "og »Beboere« (hvor mange beboere hver afdeling har i hver aldersgruppe).",
)
overview = on_date(seen, focus_group_overview)
frame.conclusion(conclusion(overview))
screen.figures(overview)
rows_aside(overview.aside, "om fokusgruppen eller beboerne")
screen.ages(overview)
screen.invitations(overview)
screen.departments(overview)
screen.how_sure(overview)
screen.history(overview)
screen.news(seen)
screen.calculation(overview)
