"""The pool's state said to a board in one plain sentence."""

from collections.abc import Iterable
from datetime import date

from core import danish
from core.contract.rows import Pool
from core.danish import day, kroner
from core.pool.balance import Balance
from core.pool.can_grant import Answer
from core.pool.finding import Verdict

_MOST_NAMED = 3


def conclusion(pool: Pool, balance: Balance, cap: int | None, on: date, aside: int = 0) -> str:
    """cap: the highest amount for one project in øre, None if the pool has none; aside: rows that are not
    counted, with which the answer could be another.
    """
    if aside:
        left_out = danish.count(aside, "række kan ikke læses og er", "rækker kan ikke læses og er")
        return f"Puljens rest er usikker: {kroner(balance.free)}, men {left_out} ikke talt med."
    if balance.free < 0:
        return danish.ended(f"Puljen er overtrukket med {kroner(-balance.free)}: {_cause(balance)}")
    if on < pool.first:
        return danish.ended(f"Puljen begynder {day(pool.first)} med en ramme på {kroner(pool.appropriation)}")
    if on > pool.last:
        return f"Perioden sluttede {day(pool.last)}, og {kroner(balance.free)} blev ikke brugt."
    if balance.free == 0:
        return "Puljen er brugt op: der er 0 kr. tilbage."
    return f"Puljen har {kroner(balance.free)} tilbage{_enough_for(balance.free, cap)}."


def unusable_in_words(tables: Iterable[str]) -> str:
    """tables: titles of those without which the money cannot be told."""
    return f"Puljens tal kan ikke regnes ud: {danish.listed(f'»{title}«' for title in tables)} kan ikke læses."


def _enough_for(free: int, cap: int | None) -> str:
    if not cap:
        return ""
    projects = free // cap
    if projects == 0:
        return f": ikke nok til et projekt på højeste beløb ({kroner(cap)})"
    return f": nok til {danish.in_words(projects)} {'projekt' if projects == 1 else 'projekter'} på højeste beløb"


def _cause(balance: Balance) -> str:
    causes = []
    promised = balance.granted - balance.released - balance.appropriation
    if promised > 0:
        causes.append(f"der er bevilget {kroner(promised)} mere end rammen på {kroner(balance.appropriation)}")
    if balance.overpaid > 0:
        causes.append(f"der er betalt {kroner(balance.overpaid)} mere, end der er bevilget")
    return danish.listed(causes)


def answer_in_words(answer: Answer, amount: int | None) -> str:
    """The answer to »Kan vi bevilge dette?«; amount: applied for, in øre."""
    if not answer.within_period:
        return "Nej, datoen ligger uden for puljens periode"
    if not answer.has_rules:
        return "Kan ikke siges: puljen har ingen regler, der gælder den dag"
    broken = sum(judgement.finding.verdict is Verdict.BROKEN for judgement in answer.judgements)
    if broken:
        return f"Nej, ikke som den er: {danish.count(broken, 'regel', 'regler')} er ikke overholdt"
    if answer.verdict is Verdict.UNKNOWN:
        few = len(answer.missing) <= _MOST_NAMED
        named = danish.listed(answer.missing) if few else f"{danish.in_words(len(answer.missing))} oplysninger"
        return f"Kan ikke siges endnu: der mangler {named}"
    if amount is None:
        return f"Ja, der kan bevilges op til {kroner(answer.largest)}"
    return f"Ja, der kan bevilges {kroner(amount)}"
