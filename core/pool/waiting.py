"""What waits for an answer, set together against what is left: each may fit, and all of it not."""

from dataclasses import dataclass, replace
from datetime import date

from core.danish import count, day, ended, in_words, kroner, number
from core.pool.balance import Balance, balance_on
from core.pool.ledger import Ledger
from core.pool.tables import Application, Pool
from core.pool.unread import drafts


@dataclass(frozen=True, slots=True)
class Waiting:
    """Applications to the pool without an answer at the end of a day."""

    pool: Pool
    on: date
    applications: int
    # What they ask for together, in øre.
    asked: int
    # So many of them have no amount that is known, and are not in it.
    unstated: int
    # What is free, in øre, negative where the pool is overdrawn.
    left: int
    # Rows that cannot be read and may change any of it.
    aside: int
    # Applications that somebody is still typing, and that are not in it.
    drafts: int = 0

    @property
    def beyond(self) -> int:
        """Øre asked for above what is there, at least; of an overdrawn pool nothing is there."""
        return max(self.asked - max(self.left, 0), 0)

    @property
    def over(self) -> bool:
        """The pool's period is: nothing can be granted any more."""
        return self.on > self.pool.last

    @property
    def too_early(self) -> bool:
        return self.on < self.pool.first


def waiting_of(pool: Pool, balance: Balance, on: date, aside: int = 0, drafts: int = 0) -> Waiting:
    """balance: the pool's on the date; aside: rows of money set aside; drafts: applications being typed."""
    there = balance.pending_count, balance.pending, balance.pending_unstated
    return Waiting(pool, on, *there, balance.free, aside, drafts)


def waiting_in_words(waiting: Waiting) -> str:
    """'Der venter 4 ansøgninger på i alt 37.900 kr.: 15.030,50 kr. mere, end der er.'; '' where none waits."""
    if not waiting.applications:
        return ""
    told = _told(f"Der venter {_applications(waiting)}", waiting)
    return f"{told} Der kan først bevilges fra {day(waiting.pool.first)}." if waiting.too_early else told


def meaning_of_waiting(waiting: Waiting) -> str:
    """To stand under the figure of what is asked for: '4 ansøgninger: 15.030,50 kr. mere, end der er'."""
    if not waiting.applications:
        return "ingen ansøgninger venter på svar"
    there = count(waiting.applications, "ansøgning", "ansøgninger")
    if waiting.over:
        return f"{there}, men perioden er slut"
    if waiting.beyond:
        return f"{there}: {beyond_in_words(waiting)}"
    if waiting.unstated == waiting.applications:
        return f"{there} med {'ukendt' if waiting.applications == 1 else 'ukendte'} beløb"
    return f"{there}, binder ikke penge"


def what_else_waits(application: Application, ledger: Ledger, on: date, aside: int = 0) -> str:
    """Beside the application, be it in the ledger or not yet: 'Der venter også 3 ansøgninger på i alt 19.400 kr.;
    sammen er de fire 15.030,50 kr. mere, end der er.' '' where nothing does.
    """
    others = waiting_of(ledger.pool, balance_on(ledger.without(application.id), on), on, aside, len(drafts(ledger)))
    if not others.applications:
        return doubt_in_words(others)
    also = f"Der venter også {_applications(others)}"
    if application.requested is None or others.over:
        return " ".join(filter(None, (_told(also, others), doubt_in_words(others))))
    together = replace(others, applications=others.applications + 1, asked=others.asked + application.requested)
    they = in_words(together.applications)
    if together.beyond:
        told = f"{also}; sammen er de {they} {beyond_in_words(together)}{_overdrawn(together)}"
    else:
        sum_of = f"{'mindst ' if together.unstated else ''}{kroner(together.asked)}"
        told = f"{also}; sammen søger de {they} om {sum_of}, og {_left(together)}"
    return " ".join(filter(None, (ended(told), doubt_in_words(together))))


def beyond_in_words(waiting: Waiting) -> str:
    """'15.030,50 kr. mere, end der er'; '' where it is not more, as far as is known."""
    least = "mindst " if waiting.unstated else ""
    return f"{least}{kroner(waiting.beyond)} mere, end der er" if waiting.beyond else ""


def doubt_in_words(waiting: Waiting) -> str:
    """Why the sum, or what it is held against, may be another; '' where nothing is, or nothing can be granted."""
    if waiting.over:
        return ""
    doubts = []
    if waiting.drafts:
        written = count(waiting.drafts, "ansøgning er ved at blive skrevet", "ansøgninger er ved at blive skrevet")
        doubts.append(f"{written} og er ikke regnet med.")
    if not waiting.applications:
        return " ".join(doubts)
    if 0 < waiting.unstated < waiting.applications:
        doubts.append(f"Beløbet er ukendt for {number(waiting.unstated)} af dem.")
    if waiting.unstated and not waiting.beyond:
        doubts.append("Om der er nok, kan ikke siges.")
    if waiting.aside:
        doubts.append(f"Det er usikkert, for {count(waiting.aside, 'række', 'rækker')} kan ikke læses.")
    return " ".join(doubts)


def _applications(waiting: Waiting) -> str:
    there = count(waiting.applications, "ansøgning", "ansøgninger")
    if waiting.unstated == waiting.applications:
        return f"{there} med {'ukendt' if waiting.applications == 1 else 'ukendte'} beløb"
    if waiting.applications == 1:
        return f"{there} på {kroner(waiting.asked)}"
    return f"{there} på i alt {'mindst ' if waiting.unstated else ''}{kroner(waiting.asked)}"


def _told(there: str, waiting: Waiting) -> str:
    if waiting.over:
        they = "den" if waiting.applications == 1 else "de"
        return f"{there}, men perioden er slut, så {they} kan ikke få penge af puljen."
    if waiting.beyond:
        return ended(f"{there}: {beyond_in_words(waiting)}{_overdrawn(waiting)}")
    return ended(f"{there}, og {_left(waiting)}")


def _left(waiting: Waiting) -> str:
    if waiting.left < 0:
        return f"puljen er overtrukket med {kroner(-waiting.left)}"
    return f"der er {kroner(waiting.left)} tilbage"


def _overdrawn(waiting: Waiting) -> str:
    return f", for {_left(waiting)}" if waiting.left < 0 else ""
