"""Where a pool's money is: one bar of the appropriation, with what is asked for as a bracket."""

from collections.abc import Iterator

from core.danish import ended, kroner_apart, kroner_whole, listed
from core.pool.balance import Balance
from shell.pictures.bars import Bracket, Part, Row
from shell.pictures.roles import ATTENTION, ENDED, IS, PLANNED

_THICK = 28


def money(balance: Balance) -> Row:
    """What is bound or paid beyond the appropriation stands beyond its tick."""
    used = balance.paid + balance.committed
    whole = kroner_whole(balance.appropriation)
    parts = [*_within(balance), Part(max(balance.free, 0), IS)]
    return Row(
        "Rammen",
        whole,
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
    (rest,) = kroner_apart(abs(balance.free))
    parts = [f"afregnet {kroner_whole(balance.paid)}", f"bundet {kroner_whole(balance.committed)}"]
    parts.append(f"overtrukket med {rest}" if balance.free < 0 else f"rest {rest}")
    told = ended(f"Rammen på {kroner_whole(balance.appropriation)}: {listed(parts)}")
    return f"{told} Der søges om {kroner_whole(balance.pending)}" if balance.pending else told
