"""The pool's money as headlines, tiles and pictures tell it: in whole kroner that add up."""

from dataclasses import replace

from core.danish import whole_kroner
from core.pool.balance import Balance


def in_kroner(balance: Balance, cap: int | None) -> Balance:
    """In whole kroner (still counted in øre) with appropriation = free + committed + paid. To the øre as it is where
    two of its amounts would look alike, or one like nothing, or what is left like enough for one more project. cap: in
    øre, the most that a project can get.
    """
    enough = {(balance.free // cap + 1) * cap} if cap and balance.free > 0 else set()
    amounts = {0, abs(balance.free), balance.committed, balance.paid, balance.pending, *enough}
    if len({whole_kroner(amount) for amount in amounts}) < len(amounts):
        return balance
    appropriation, free = whole_kroner(balance.appropriation), whole_kroner(balance.free)
    paid, committed = _shared(appropriation - free, balance.paid, balance.committed)
    return replace(
        balance,
        appropriation=appropriation,
        free=free,
        committed=committed,
        invoiced=committed if balance.invoiced == balance.committed else min(whole_kroner(balance.invoiced), committed),
        paid=paid,
        pending=whole_kroner(balance.pending),
    )


def _shared(whole: int, first: int, second: int) -> tuple[int, int]:
    """In whole kroner that are the whole: what is left of it once both are rounded down goes to what lost most."""
    down = first - first % 100
    left = whole - down - (second - second % 100)
    up = 100 if left > 100 or (left == 100 and first % 100 >= second % 100) else 0
    return down + up, whole - down - up
