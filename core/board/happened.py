"""What happened in every subject after one day and until another, in one list."""

from collections.abc import Iterable
from datetime import date

from core.action_plans.overview import PlansOverview
from core.ambassadors.overview import AmbassadorOverview
from core.contract.dataset import Dataset
from core.danish import count, sort_key
from core.focus_group.overview import FocusGroupOverview
from core.partnerships.overview import PartnershipOverview
from core.pool.happened import news
from core.pool.ledger import ledger_of
from core.pool.tables import Application, Invoice, Pool
from core.subject.brief import Event
from core.subject.subject import Subject


def pool_events(dataset: Dataset, after: date, until: date) -> list[Event]:
    """Of every pool: a grant of last year may be paid this year."""
    return [
        Event(item.on, Subject.POOL, item.application.project, item.text)
        for pool in dataset.of(Pool)
        for item in news(ledger_of(pool, dataset.of(Application), dataset.of(Invoice)), after, until)
    ]


def ambassador_events(overview: AmbassadorOverview) -> list[Event]:
    return [Event(item.on, Subject.AMBASSADORS, item.subject, item.text) for item in overview.news]


def focus_group_events(overview: FocusGroupOverview) -> list[Event]:
    """Who came and went is told without the day: see core/focus_group/told.py."""
    if overview.news is None:
        return []
    came, left = overview.news.came, overview.news.left
    told = [
        (came, count(came, "nyt medlem er kommet til", "nye medlemmer er kommet til")),
        (left, count(left, "medlem er holdt op", "medlemmer er holdt op")),
    ]
    events = [Event(None, Subject.FOCUS_GROUP, Subject.FOCUS_GROUP, text) for amount, text in told if amount]
    meetings = overview.news.meetings
    return events + [
        Event(one.date, Subject.FOCUS_GROUP, "Møde i fokusgruppen", one.topic or "holdt") for one in meetings
    ]


def plan_events(overview: PlansOverview) -> list[Event]:
    return [Event(on, Subject.ACTION_PLANS, about, what) for on, about, what in overview.news]


def partnership_events(overview: PartnershipOverview) -> list[Event]:
    return [Event(on, Subject.PARTNERSHIPS, about, what) for on, about, what in overview.news]


def by_day(events: Iterable[Event]) -> tuple[Event, ...]:
    """Oldest first; what has no day last."""
    return tuple(sorted(events, key=lambda one: (one.on is None, one.on or date.max, sort_key(one.about), one.what)))
