"""What falls due among the ambassadors."""

from datetime import date

from core.ambassadors.overview import AmbassadorOverview
from core.danish import count
from core.subject.event import Event


def due(overview: AmbassadorOverview, until: date) -> list[Event]:
    """Meetings and sessions that are planned, and the year's end where meetings are missing."""
    network = overview.network
    events = [Event(meeting.date, "Netværksmøde", meeting.topic or "planlagt") for meeting in network.planned]
    if overview.programme:
        events += [
            Event(session.date, "Kursusgang", session.topic or "planlagt") for session in overview.programme.sessions
        ]
    if network.to_plan:
        missing = count(network.to_plan, "netværksmøde mangler", "netværksmøder mangler")
        year_ends = date(network.year, 12, 31)
        events.append(Event(year_ends, "Netværksmøder", f"{missing} at blive planlagt i {network.year}"))
    return [event for event in events if event.on and overview.on < event.on <= until]
