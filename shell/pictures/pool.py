"""Where a pool's money is: one bar of the appropriation, with what is asked for as a bracket."""

from collections.abc import Iterator

from core.danish import ended, kroner, listed
from core.pool.balance import Balance
from shell.pictures.bars import Bracket, Part, Row
from shell.pictures.roles import ATTENTION, ENDED, IS, PLANNED

_THICK = 28


def money(balance: Balance) -> Row:
    """What is bound or paid beyond the appropriation stands beyond its tick. balance: as it is to be told."""
    used = balance.paid + balance.committed
    parts = [*_within(balance), Part(max(balance.free, 0), IS)]
    return Row(
        "Rammen",
        kroner(balance.appropriation),
        _in_words(balance),
        tuple(parts),
        tick=balance.appropriation if balance.free < 0 else None,
        bracket=Bracket(used, used + balance.pending, asked_color(balance)) if balance.pending else None,
        thick=_THICK,
    )


def asked_color(balance: Balance) -> str:
    return ATTENTION if balance.pending > max(balance.free, 0) else PLANNED


def _within(balance: Balance) -> Iterator[Part]:
    """What is paid and what is committed, each cut where the appropriation ends."""
    room = balance.appropriation
    for amount, color in ((balance.paid, ENDED), (balance.committed, PLANNED)):
        within = min(amount, max(room, 0))
        yield Part(within, color)
        yield Part(amount - within, ATTENTION)
        room -= within


def _in_words(balance: Balance) -> str:
    rest = kroner(abs(balance.free))
    parts = [f"afregnet {kroner(balance.paid)}", f"bundet {kroner(balance.committed)}"]
    parts.append(f"overtrukket med {rest}" if balance.free < 0 else f"rest {rest}")
    told = ended(f"Rammen på {kroner(balance.appropriation)}: {listed(parts)}")
    return f"{told} Der søges om {kroner(balance.pending)}" if balance.pending else told
