"""The typed rows that the rules work on. Money is whole øre, dates are dates, None is not known.

No name, e-mail, telephone or address of a resident has a field here, so none gets past the reader.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from core.contract.cells.age import Ages


@dataclass(frozen=True, slots=True)
class Setting:
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Department:
    number: str
    name: str
    homes: int | None


@dataclass(frozen=True, slots=True)
class Pool:
    """One appropriation for one period. Pools of one name share their rules from period to period."""

    id: str
    name: str
    appropriation: int
    first: date
    last: date
    approved: date | None


@dataclass(frozen=True, slots=True)
class PoolRule:
    """A rule's value from a date on; value None says that the rule no longer holds."""

    pool_name: str
    rule: str
    value: object
    valid_from: date
    source: str | None
    approved: date | None


class Decision(StrEnum):
    GRANT = "tilsagn"
    REJECTION = "afslag"


@dataclass(frozen=True, slots=True)
class Application:
    """departments: numbers; unreadable: names of fields that hold something that could not be read."""

    id: str
    pool: str
    project: str
    departments: tuple[str, ...]
    received: date
    requested: int | None = None
    total_cost: int | None = None
    applicant_given: bool = False
    purpose: str | None = None
    participants: int | None = None
    activity_first: date | None = None
    activity_last: date | None = None
    pages: Decimal | None = None
    across: bool | None = None
    short_notice: bool | None = None
    small_group: bool | None = None
    begun: bool | None = None
    decision: Decision | None = None
    decided: date | None = None
    granted: int | None = None
    closed: date | None = None
    lapsed: date | None = None
    unreadable: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Invoice:
    """A negative amount is a credit note. supplier_is_applicant: None where either is not stated."""

    id: str
    application: str
    amount: int
    invoiced: date | None = None
    paid: date | None = None
    supplier_is_applicant: bool | None = None
    made_out_to_organisation: bool | None = None


@dataclass(frozen=True, slots=True)
class Cohort:
    """One run of the course. started: how many began it."""

    id: str
    started: int | None = None


@dataclass(frozen=True, slots=True)
class CourseSession:
    cohort: str
    date: date
    topic: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Ambassador:
    """A resident who has finished the course, without a name. last: the day from which it is over."""

    department: str
    first: date
    cohort: str | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class NetworkMeeting:
    date: date
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Initiative:
    """departments: numbers; more than one, or none named, is across."""

    id: str
    name: str
    first: date
    departments: tuple[str, ...] = ()
    last: date | None = None


@dataclass(frozen=True, slots=True)
class AgeBand:
    ages: Ages


@dataclass(frozen=True, slots=True)
class Member:
    """Of the focus group. department: number; ages: the band as text on the day the member came; None: not known."""

    first: date
    department: str | None = None
    ages: str | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Residents:
    """number: persons of a department in a band (as text), or a part of them that adds up with others, such as
    those of one sex; stated: the day it holds for, None where not told.
    """

    department: str
    ages: str
    number: int
    stated: date | None = None


@dataclass(frozen=True, slots=True)
class GroupMeeting:
    date: date
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """area: one of the strategy's areas, as typed."""

    id: str
    area: str
    name: str
    first: date
    last: date | None = None


class IndicatorKind(StrEnum):
    REACH = "nå"
    HOLD = "hold"


class Limit(StrEnum):
    AT_LEAST = "mindst"
    AT_MOST = "højst"


@dataclass(frozen=True, slots=True)
class Indicator:
    """Values are in the unit measured_in. limit: which side of the target is good, where baseline and target do not
    say it; months: how many may pass between measurements, None where not told.
    """

    id: str
    plan: str
    name: str
    measured_in: str
    kind: IndicatorKind
    baseline: Decimal
    baseline_on: date
    limit: Limit | None = None
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """Holds from valid_from until the next one of the same indicator."""

    indicator: str
    value: Decimal
    reached_on: date
    valid_from: date


@dataclass(frozen=True, slots=True)
class Measurement:
    indicator: str
    date: date
    value: Decimal
    measured_in: str | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """asked: what the board asked for; happened: what was done about it."""

    plan: str
    date: date
    verdict: str | None = None
    asked: str | None = None
    happened: str | None = None


@dataclass(frozen=True, slots=True)
class PartnershipYear:
    """room: how many departments can apply and enter an agreement that year."""

    year: int
    room: int


@dataclass(frozen=True, slots=True)
class Partnership:
    id: str
    department: str
    applied: date
    subject: str | None = None
    agreed: date | None = None
    declined: date | None = None
    ended: date | None = None


class WhoActs(StrEnum):
    DEPARTMENT = "afdeling"
    RESIDENT = "beboer"
    BOTH = "begge"


@dataclass(frozen=True, slots=True)
class Idea:
    id: str
    name: str
    area: str
    who: WhoActs
    description: str | None = None


@dataclass(frozen=True, slots=True)
class IdeaUse:
    idea: str
    department: str
    first: date
    last: date | None = None


class Side(StrEnum):
    INSIDE = "indadtil"
    OUTSIDE = "udadtil"


@dataclass(frozen=True, slots=True)
class Outreach:
    """side: to the organisation's own people, or to everybody else."""

    date: date
    what: str
    area: str
    side: Side
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class BoardMeeting:
    date: date
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """Of the sheet on the seminar's tables. done, wished: what V and X ask of it."""

    name: str
    done: str | None = None
    wished: str | None = None


@dataclass(frozen=True, slots=True)
class ThemeItem:
    """place: its number in the order of the sheet, None where not told."""

    theme: str
    name: str
    place: int | None = None


@dataclass(frozen=True, slots=True)
class SeminarQuestion:
    text: str
    place: int | None = None


@dataclass(frozen=True, slots=True)
class SeminarTable:
    name: str


class Mark(StrEnum):
    DONE = "V"
    WISHED = "X"
    BOTH = "VX"
    NONE = "ingen"


@dataclass(frozen=True, slots=True)
class SheetMark:
    """What one table has marked or written at one item. organisation: None is the organisation's own."""

    date: date
    theme: str
    item: str
    organisation: str | None = None
    table: str | None = None
    mark: Mark | None = None
    note: str | None = None
