"""Everything the screen »Ambassadører« shows on one date, computed once."""

from dataclasses import dataclass
from datetime import date

from core.active import active_on
from core.ambassadors.cohorts import CohortRow, cohort_rows
from core.ambassadors.course import USUAL_SESSIONS, Programme, programme_on
from core.ambassadors.coverage import Coverage, Standing, coverage_on
from core.ambassadors.network import (
    USUAL_FEWEST,
    USUAL_MOST,
    Breach,
    NetworkYear,
    breach_of_last_year,
    network_year,
)
from core.ambassadors.news import AmbassadorNews, ambassador_news
from core.contract.ambassador_tables import AMBASSADOR_TABLES
from core.contract.checks import FEWEST_MEETINGS, MOST_MEETINGS, SESSIONS
from core.contract.dataset import Dataset
from core.contract.rows import BoardMeeting, Initiative
from core.danish import count, part_of, sort_key
from core.since import last_meeting


@dataclass(frozen=True, slots=True)
class AmbassadorOverview:
    """used: False where the organisation has no such tables; breach: of last year, as long as it stands; initiatives:
    those under way, in Danish order; since: the last board meeting; names: department number -> name; aside: rows that
    count nowhere.
    """

    on: date
    used: bool
    coverage: Coverage
    cohorts: tuple[CohortRow, ...]
    programme: Programme | None
    network: NetworkYear
    breach: Breach | None
    initiatives: tuple[Initiative, ...]
    since: BoardMeeting | None
    news: tuple[AmbassadorNews, ...]
    names: dict[str, str]
    aside: int

    @property
    def sentence(self) -> str:
        """'Der er 12 ambassadører i 10 af 38 afdelinger.', and what has been lost."""
        coverage = self.coverage
        lost = len(coverage.with_standing(Standing.LOST))
        last = count(lost, "afdeling har mistet sin sidste", "afdelinger har mistet deres sidste")
        after = f" {last}." if lost else ""
        if not coverage.active:
            return f"Der er ingen aktive ambassadører.{after}"
        people = count(coverage.active, "ambassadør", "ambassadører")
        where = part_of(coverage.covered, len(coverage.departments), "afdeling", "afdelinger")
        return f"Der er {people} i {where}.{after}"


_TABLES = tuple(table.name for table in AMBASSADOR_TABLES)


def ambassador_overview(dataset: Dataset, on: date) -> AmbassadorOverview:
    names = {one.number: one.name for one in dataset.departments}
    since = last_meeting(dataset.board_meetings, on)
    return AmbassadorOverview(
        on=on,
        used=dataset.has(*_TABLES),
        coverage=coverage_on(dataset.departments, dataset.ambassadors, on),
        cohorts=cohort_rows(dataset.cohorts, dataset.course_sessions, dataset.ambassadors, on),
        programme=programme_on(
            dataset.cohorts, dataset.course_sessions, on, dataset.whole_setting(SESSIONS, USUAL_SESSIONS)
        ),
        network=_network_year(dataset, on),
        breach=_breach(dataset, on),
        initiatives=tuple(sorted(active_on(dataset.initiatives, on), key=lambda one: sort_key(one.name))),
        since=since,
        news=ambassador_news(dataset.ambassadors, dataset.network_meetings, dataset.initiatives, names, since.date, on)
        if since
        else (),
        names=names,
        aside=dataset.not_counted_in(*_TABLES),
    )


def _network_year(dataset: Dataset, on: date) -> NetworkYear:
    return network_year(
        dataset.network_meetings,
        on,
        dataset.whole_setting(FEWEST_MEETINGS, USUAL_FEWEST),
        dataset.whole_setting(MOST_MEETINGS, USUAL_MOST),
    )


def _breach(dataset: Dataset, on: date) -> Breach | None:
    """A year before there were ambassadors or meetings, as far as the data tells, had nothing to hold."""
    ended = date(on.year - 1, 12, 31)
    begun = (*(one.first for one in dataset.ambassadors), *(one.date for one in dataset.network_meetings))
    if min(begun, default=date.max) > ended:
        return None
    return breach_of_last_year(_network_year(dataset, ended), dataset.board_meetings, on)
