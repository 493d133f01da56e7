"""The board's first screen on a date: every subject in one look, what happened, what falls due."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.action_plans.overview import PlansOverview, plans_overview
from core.action_plans.tables import ACTION_PLANS, INDICATORS, MEASUREMENTS
from core.ambassadors.overview import AmbassadorOverview, ambassador_overview
from core.ambassadors.tables import TABLES as AMBASSADOR_TABLES
from core.board.briefs import (
    ambassador_brief,
    focus_group_brief,
    partnership_brief,
    plans_brief,
    pool_brief,
    untold_pool_brief,
)
from core.board.due import ambassador_due, focus_group_due, partnership_due, plans_due, pool_due
from core.board.happened import (
    ambassador_events,
    by_day,
    focus_group_events,
    partnership_events,
    plan_events,
    pool_events,
)
from core.calendar.months import months_after
from core.contract.dataset import Dataset
from core.contract.table import Table
from core.focus_group.overview import FocusGroupOverview, focus_group_overview
from core.focus_group.tables import GROUP_MEETINGS, MEMBERS, RESIDENTS
from core.organisation.meetings import last_meeting, next_meeting
from core.organisation.tables import BoardMeeting
from core.partnerships.overview import PartnershipOverview, partnership_overview
from core.partnerships.tables import PARTNERSHIP_YEARS, PARTNERSHIPS
from core.pool.choose import pool_names, pools_on, pools_unsettled
from core.pool.overview import PoolOverview, pool_overview
from core.pool.sentences import unusable_in_words
from core.pool.tables import Application, Pool
from core.subject.brief import BoardOverview, Brief, Event
from core.subject.subject import Subject

MONTHS_AHEAD = 3
"""How far to look where the next board meeting is not known."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """Every subject on one date; None, or no pool, where nothing is typed about it. unsettled: pools of other periods
    with something left to do; pools_untold: why the figures of the pools cannot be told, '' where they can.
    """

    pools: tuple[PoolOverview, ...]
    unsettled: tuple[PoolOverview, ...]
    pools_untold: str
    ambassadors: AmbassadorOverview | None
    group: FocusGroupOverview | None
    plans: PlansOverview | None
    partnerships: PartnershipOverview | None


def subjects_on(dataset: Dataset, on: date) -> Subjects:
    chosen = pools_on(dataset.of(Pool), on)
    pools = tuple(pool_overview(dataset, pool, on) for pool in chosen)
    unsettled = tuple(
        pool_overview(dataset, pool, on)
        for pool in pools_unsettled(dataset.of(Pool), dataset.of(Application), on)
        if pool not in chosen
    )
    untold = unusable_in_words(unusable) if pools and (unusable := pools[0].unusable) else ""
    if not pools and dataset.has_rows("pools"):
        untold = "Ingen pulje i data kan læses."

    def typed(tables: Iterable[Table]) -> bool:
        return dataset.has_rows(*(table.name for table in tables))

    return Subjects(
        () if untold else pools,
        () if untold else unsettled,
        untold,
        ambassador_overview(dataset, on) if typed(AMBASSADOR_TABLES) else None,
        focus_group_overview(dataset, on) if typed((MEMBERS, RESIDENTS, GROUP_MEETINGS)) else None,
        plans_overview(dataset, on) if typed((ACTION_PLANS, INDICATORS, MEASUREMENTS)) else None,
        partnership_overview(dataset, on) if typed((PARTNERSHIP_YEARS, PARTNERSHIPS)) else None,
    )


def board_overview(dataset: Dataset, on: date) -> BoardOverview:
    since = last_meeting(dataset.of(BoardMeeting), on)
    coming = next_meeting(dataset.of(BoardMeeting), on + timedelta(1))
    until = coming.date if coming else months_after(on, MONTHS_AHEAD)
    subjects = subjects_on(dataset, on)
    briefs = briefs_of(subjects)
    found = {brief.subject for brief in briefs}
    return BoardOverview(
        on=on,
        briefs=briefs,
        since=since.date if since else None,
        coming=coming.date if coming else None,
        until=until,
        happened=happened(dataset, subjects, since.date, on) if since else (),
        due=_due(subjects, until),
        unused=tuple(subject for subject in Subject if subject not in found),
        aside=tuple((one.table.title, rows) for one in dataset.counts if (rows := dataset.not_counted(one.table.name))),
    )


def briefs_of(subjects: Subjects) -> tuple[Brief, ...]:
    """What asks most of the board first. One for each pool, named where there are several."""
    pools = (*subjects.pools, *subjects.unsettled)
    briefs = [pool_brief(one) for one in pools]
    if len(pools) > 1:
        names = pool_names(one.pool for one in pools)
        briefs = [replace(brief, name=names[brief.pool]) for brief in briefs]
    if subjects.pools_untold:
        briefs.append(untold_pool_brief(subjects.pools_untold))
    if subjects.ambassadors:
        briefs.append(ambassador_brief(subjects.ambassadors))
    if subjects.group:
        briefs.append(focus_group_brief(subjects.group))
    if subjects.plans:
        briefs.append(plans_brief(subjects.plans))
    if subjects.partnerships:
        briefs.append(partnership_brief(subjects.partnerships))
    return tuple(sorted(briefs, key=lambda brief: brief.attention))


def happened(dataset: Dataset, subjects: Subjects, after: date, until: date) -> tuple[Event, ...]:
    """subjects: on the last day, with the day before the first as their last meeting."""
    events = pool_events(dataset, after, until)
    if subjects.ambassadors:
        events += ambassador_events(subjects.ambassadors)
    if subjects.group:
        events += focus_group_events(subjects.group)
    if subjects.plans:
        events += plan_events(subjects.plans)
    if subjects.partnerships:
        events += partnership_events(subjects.partnerships)
    return by_day(events)


def _due(subjects: Subjects, until: date) -> tuple[Event, ...]:
    events = [event for one in (*subjects.pools, *subjects.unsettled) for event in pool_due(one, until)]
    if subjects.ambassadors:
        events += ambassador_due(subjects.ambassadors, until)
    if subjects.group:
        events += focus_group_due(subjects.group, until)
    if subjects.plans:
        events += plans_due(subjects.plans, until)
    if subjects.partnerships:
        events += partnership_due(subjects.partnerships, until)
    return by_day(events)
