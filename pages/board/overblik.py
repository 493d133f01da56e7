"""The first screen: every subject in one row, what waits for the board, what falls due, what happened."""

from core.subjects.overview import subjects_overview
from core.subjects.sentences import conclusion
from shell.frame import frame
from shell.frame.view import on_date, view
from shell.screens import overblik as screen

overview = on_date(view(), subjects_overview)
frame.conclusion(conclusion(overview))
screen.briefs(overview)
screen.lists(overview)
screen.calculation()
