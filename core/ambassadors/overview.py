"""Everything the screen »Ambassadører« shows on one date, computed once."""

from dataclasses import dataclass
from datetime import date

from core.ambassadors.cohorts import CohortRow, cohort_rows
from core.ambassadors.course import Programme, programme_on
from core.ambassadors.coverage import Cover, Coverage, coverage_on
from core.ambassadors.network import (
    Breach,
    NetworkYear,
    breach_of_last_year,
    network_year,
)
from core.ambassadors.tables import (
    FEWEST_MEETINGS,
    MOST_MEETINGS,
    SESSIONS,
    Ambassador,
    Cohort,
    CourseSession,
    Initiative,
    NetworkMeeting,
)
from core.ambassadors.tables import TABLES as AMBASSADOR_TABLES
from core.calendar.active import active_on
from core.contract.dataset import Dataset
from core.danish import count, part_of, sort_key
from core.organisation.settings import number_set
from core.organisation.tables import BoardMeeting, Department


@dataclass(frozen=True, slots=True)
class AmbassadorOverview:
    on: date
    coverage: Coverage
    cohorts: tuple[CohortRow, ...]
    programme: Programme | None
    network: NetworkYear
    # Last year's, as long as it stands.
    breach: Breach | None
    # Those under way, in Danish order.
    initiatives: tuple[Initiative, ...]
    # Of departments, by number.
    names: dict[str, str]
    # Rows that count nowhere.
    aside: int

    @property
    def sentence(self) -> str:
        """'Der er 12 ambassadører i 10 af 38 afdelinger.', and what has been lost."""
        coverage = self.coverage
        lost = len(coverage.with_cover(Cover.LOST))
        last = count(lost, "afdeling har mistet sin sidste", "afdelinger har mistet deres sidste")
        after = f" {last}." if lost else ""
        if not coverage.active:
            return f"Der er ingen aktive ambassadører.{after}"
        people = count(coverage.active, "ambassadør", "ambassadører")
        where = part_of(coverage.covered, len(coverage.departments), "afdeling", "afdelinger")
        return f"Der er {people} i {where}.{after}"


_TABLES = tuple(table.name for table in AMBASSADOR_TABLES)


def ambassador_overview(dataset: Dataset, on: date) -> AmbassadorOverview:
    names = {one.number: one.name for one in dataset.of(Department)}
    return AmbassadorOverview(
        on=on,
        coverage=coverage_on(dataset.of(Department), dataset.of(Ambassador), on),
        cohorts=cohort_rows(dataset.of(Cohort), dataset.of(CourseSession), dataset.of(Ambassador), on),
        programme=programme_on(dataset.of(Cohort), dataset.of(CourseSession), on, number_set(dataset, SESSIONS)),
        network=_network_year(dataset, on),
        breach=_breach(dataset, on),
        initiatives=tuple(sorted(active_on(dataset.of(Initiative), on), key=lambda one: sort_key(one.name))),
        names=names,
        aside=dataset.not_counted_in(*_TABLES),
    )


def _network_year(dataset: Dataset, on: date) -> NetworkYear:
    return network_year(
        dataset.of(NetworkMeeting),
        on,
        number_set(dataset, FEWEST_MEETINGS),
        number_set(dataset, MOST_MEETINGS),
    )


def _breach(dataset: Dataset, on: date) -> Breach | None:
    """A year before there were ambassadors or meetings, as far as the data tells, had nothing to hold."""
    ended = date(on.year - 1, 12, 31)
    begun = (*(one.first for one in dataset.of(Ambassador)), *(one.date for one in dataset.of(NetworkMeeting)))
    if min(begun, default=date.max) > ended:
        return None
    return breach_of_last_year(_network_year(dataset, ended), dataset.of(BoardMeeting), on)
