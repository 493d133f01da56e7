"""The only place that knows what time it is, and that it is so in Denmark."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def now() -> datetime:
    return datetime.now(ZoneInfo("Europe/Copenhagen"))


def today() -> date:
    return now().date()
