"""The pool's money by the definitions themselves, figure by figure and slowly, to hold the code against."""

from collections.abc import Sequence
from datetime import date

from core.pool.tables import Application, AppropriationChange, Decision, Invoice, Pool


class Reference:
    """One pool on one date, with nothing taken over from the code under test."""

    def __init__(
        self,
        pool: Pool,
        applications: Sequence[Application],
        invoices: Sequence[Invoice],
        changes: Sequence[AppropriationChange],
        on: date,
    ) -> None:
        self.on = on
        made = [change for change in changes if self.happened(change.on)]
        gained = sum(change.amount for change in made if change.pool == pool.id)
        lost = sum(change.amount for change in made if change.from_pool == pool.id)
        self.appropriation = pool.appropriation + gained - lost
        self.own = [one for one in applications if one.pool == pool.id]
        self.invoices = invoices
        self.grants = [one for one in self.own if one.decision is Decision.GRANT and self.happened(one.decided)]

    def happened(self, day: date | None) -> bool:
        return day is not None and day <= self.on

    def is_open(self, grant: Application) -> bool:
        return not self.happened(grant.closed) and not self.happened(grant.lapsed)

    def granted_to(self, grant: Application) -> int:
        assert grant.granted is not None
        return grant.granted

    def paid_to(self, one: Application) -> int:
        return sum(bill.amount for bill in self.invoices if bill.application == one.id and self.happened(bill.paid))

    def committed_to(self, grant: Application) -> int:
        return max(self.granted_to(grant) - self.paid_to(grant), 0) if self.is_open(grant) else 0

    def invoiced_to(self, grant: Application) -> int:
        """The part of what is committed that has an invoice which is not yet paid."""
        unpaid = sum(
            bill.amount
            for bill in self.invoices
            if bill.application == grant.id and self.happened(bill.invoiced) and not self.happened(bill.paid)
        )
        return min(max(unpaid, 0), self.committed_to(grant))

    @property
    def paid(self) -> int:
        return sum(self.paid_to(grant) for grant in self.grants)

    @property
    def committed(self) -> int:
        return sum(self.committed_to(grant) for grant in self.grants)

    @property
    def invoiced(self) -> int:
        return sum(self.invoiced_to(grant) for grant in self.grants)

    @property
    def free(self) -> int:
        """What every grant takes is gone: the whole grant, or what was paid where it is more, or has ended."""
        taken = 0
        for grant in self.grants:
            promised = self.granted_to(grant) if self.is_open(grant) else self.paid_to(grant)
            taken += max(promised, self.paid_to(grant))
        return self.appropriation - taken

    @property
    def released(self) -> int:
        ended = [grant for grant in self.grants if not self.is_open(grant)]
        return sum(max(self.granted_to(grant) - self.paid_to(grant), 0) for grant in ended)

    @property
    def granted(self) -> int:
        return sum(self.granted_to(grant) for grant in self.grants)

    @property
    def overpaid(self) -> int:
        return sum(max(self.paid_to(grant) - self.granted_to(grant), 0) for grant in self.grants)

    @property
    def pending(self) -> list[int | None]:
        """What each application received and not decided by the date asks for."""
        return [one.requested for one in self.own if one.received <= self.on and not self.happened(one.decided)]

    @property
    def paid_without_grant(self) -> int:
        return sum(self.paid_to(one) for one in self.own if one not in self.grants)
