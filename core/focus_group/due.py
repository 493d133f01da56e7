"""What falls due in the focus group."""

from datetime import date

from core.focus_group.overview import FocusGroupOverview
from core.subject.event import Event


def due(overview: FocusGroupOverview, until: date) -> list[Event]:
    return [
        Event(meeting.date, "Møde i fokusgruppen", meeting.topic or "planlagt")
        for meeting in overview.coming
        if meeting.date <= until
    ]
