"""The ambassadors' own meetings in a calendar year, against the four to six that the scheme asks for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.ambassadors.tables import FEWEST_MEETINGS, MOST_MEETINGS, NetworkMeeting
from core.danish import count, day, number
from core.organisation.tables import BoardMeeting


@dataclass(frozen=True, slots=True)
class NetworkYear:
    year: int
    # Of this calendar year, on or before the date,
    held: tuple[NetworkMeeting, ...]
    # and after it.
    planned: tuple[NetworkMeeting, ...]
    fewest: int
    most: int
    # The date is the year's last.
    over: bool

    @property
    def needed(self) -> int:
        """Still to be held this year, whether planned or not."""
        return max(self.fewest - len(self.held), 0)

    @property
    def to_plan(self) -> int:
        return max(self.needed - len(self.planned), 0)

    @property
    def broken(self) -> bool:
        """Too few is a breach only when no more can come."""
        return self.over and self.needed > 0

    @property
    def sentence(self) -> str:
        if self.held:
            meetings = f"holdt {count(len(self.held), 'netværksmøde', 'netværksmøder')} i {self.year}."
        else:
            meetings = f"ikke holdt netværksmøder i {self.year}."
        if self.broken:
            return f"Der blev {meetings} Der skulle være {self.asked}."
        if not self.needed:
            return f"Der er {meetings} Det er nok: der skal være {self.asked}."
        missing = f"Der er {meetings} Der mangler {number(self.needed)} for at nå {number(self.fewest)}"
        if self.to_plan:
            return f"{missing}, og {number(len(self.planned)) if self.planned else 'ingen'} er planlagt."
        return f"{missing}, og {'det' if self.needed == 1 else 'de'} er planlagt."

    @property
    def asked(self) -> str:
        """So many meetings a year: '4 til 6'."""
        if not self.fewest:
            return f"højst {number(self.most)}"
        return " til ".join(map(number, dict.fromkeys((self.fewest, self.most))))


def network_year(
    meetings: Iterable[NetworkMeeting], on: date, fewest: int = FEWEST_MEETINGS.usual, most: int = MOST_MEETINGS.usual
) -> NetworkYear:
    mine = sorted((one for one in meetings if one.date.year == on.year), key=lambda one: one.date)
    return NetworkYear(
        on.year,
        tuple(one for one in mine if one.date <= on),
        tuple(one for one in mine if one.date > on),
        fewest,
        max(fewest, most),
        on == date(on.year, 12, 31),
    )


@dataclass(frozen=True, slots=True)
class Breach:
    """Too few network meetings in the year before."""

    year: NetworkYear
    # The year's first board meeting, whose matter it is; None where none is known.
    until: date | None

    @property
    def sentence(self) -> str:
        meeting = f"bestyrelsesmødet {day(self.until)} er" if self.until else "årets første bestyrelsesmøde er"
        return f"{self.year.sentence} Det står her, til {meeting} holdt."


def breach_of_last_year(last: NetworkYear, board_meetings: Iterable[BoardMeeting], on: date) -> Breach | None:
    """last: the year before the date, as it ended. It stands until the first board meeting of the date's year is over,
    and so all the year where there is none; on the day of the meeting it is still to be held.
    """
    first = min((one.date for one in board_meetings if one.date.year == on.year), default=None)
    return Breach(last, first) if last.broken and (first is None or on <= first) else None
