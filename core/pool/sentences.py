"""The pool's state said to a board in one plain sentence."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from core import danish
from core.danish import day, ended, kroner, kroner_apart, kroner_whole, whole_kroner
from core.pool.balance import Balance
from core.pool.can_grant import Answer
from core.pool.departments import NeverApplied
from core.pool.finding import Verdict, rows_named
from core.pool.in_kroner import in_kroner
from core.pool.rules.room import left_in_words
from core.pool.tables import Pool
from core.pool.waiting import Waiting, waiting_of

_MOST_NAMED = 3


def conclusion(pool: Pool, balance: Balance, cap: int | None, on: date, aside: int = 0) -> str:
    """cap: the highest amount for one project in øre, None if the pool has none; aside: rows that are not
    counted, with which the answer could be another. What waits is set against what is left.
    """
    told = in_kroner(balance, cap)
    waiting = waiting_of(pool, told, on, aside)
    state = _state(pool, balance, told, cap, on, aside)
    if not waiting.applications:
        return state
    left = kroner(abs(waiting.left))
    asking = _asking(waiting, kroner(waiting.asked))
    they = "den" if waiting.applications == 1 else "dem"
    if waiting.over:
        return f"{state} {asking}, men perioden er slut for {they}."
    if waiting.too_early:
        return ended(f"{state} {asking}")
    if aside:
        return f"{state} {asking}, og det er usikkert, om der er nok."
    if waiting.left < 0:
        return f"{state} {asking}, men der er ingen penge til {they}."
    if not waiting.left:
        return f"{asking}, men puljen er brugt op."
    return ended(f"{asking}, {'men' if waiting.beyond else 'og'} puljen har {left}")


def _asking(waiting: Waiting, asked: str) -> str:
    """'Fire ansøgninger søger 37.900 kr.', without the full stop."""
    they = danish.count(waiting.applications, "ansøgning", "ansøgninger")
    if waiting.unstated == waiting.applications:
        return f"{they} søger {'et ukendt beløb' if waiting.applications == 1 else 'ukendte beløb'}"
    return f"{they} søger {'mindst ' if waiting.unstated else ''}{asked}"


def _state(pool: Pool, balance: Balance, told: Balance, cap: int | None, on: date, aside: int) -> str:
    """told: the balance as its amounts are said."""
    rest = kroner(abs(told.free))
    if aside:
        left_out = danish.count(aside, "række kan ikke læses og er", "rækker kan ikke læses og er")
        said = f"overtrukket med {rest}" if balance.free < 0 else rest
        over = f"Perioden sluttede {day(pool.last)}. " if on > pool.last else ""
        return f"{over}Puljens rest er usikker: {said}, men {left_out} ikke talt med."
    if balance.free < 0:
        return ended(f"Puljen er overtrukket med {rest}: {_cause(balance)}")
    if on < pool.first:
        return ended(f"Puljen begynder {day(pool.first)} med en ramme på {kroner_whole(balance.appropriation)}")
    if on > pool.last:
        return _when_over(pool, told)
    if balance.free == 0:
        return f"Puljen er brugt op: der er {kroner(0)} tilbage."
    if not cap:
        return ended(f"Puljen har {rest} tilbage")
    projects = balance.free // cap
    if projects == 0:
        return f"Puljen har {rest} tilbage: ikke nok til et projekt på højeste beløb ({kroner(cap)})."
    return f"Puljen har {rest} tilbage: nok til {danish.count(projects, 'projekt', 'projekter')} på højeste beløb."


def _when_over(pool: Pool, told: Balance) -> str:
    """What was not used is known once every grant is closed."""
    free = kroner(told.free)
    if told.open_grants:
        still = danish.count(told.open_grants, "tilsagn er stadig åbent", "tilsagn er stadig åbne")
        return (
            f"Perioden sluttede {day(pool.last)}, men {still}: {kroner(told.committed)} er bundet, "
            f"og {free} er hverken bundet eller betalt."
        )
    left = f"{free} blev ikke brugt" if told.free else "hele rammen blev brugt"
    return f"Perioden sluttede {day(pool.last)}, og {left}."


def meaning_of_rest(pool: Pool, balance: Balance, on: date) -> str:
    """What the rest is, to stand under its figure: 'kan stadig bevilges'."""
    if balance.free < 0:
        return "bevilget eller betalt ud over rammen"
    if on < pool.first:
        return f"kan bevilges fra {day(pool.first)}"
    if on > pool.last:
        return "er hverken bundet eller betalt" if balance.open_grants else "blev ikke brugt"
    return "kan stadig bevilges"


def rest_of_the_appropriation(pool: Pool, balance: Balance, on: date) -> str:
    """'64.500 kr. af rammen på 100.000 kr. er tilbage'."""
    if balance.free < 0:
        return left_in_words(balance.free)
    what = "er tilbage" if pool.first <= on <= pool.last else meaning_of_rest(pool, balance, on)
    return f"{kroner(balance.free)} af rammen på {kroner(balance.appropriation)} {what}"


def rest_moved_in_words(first: int, last: int, since: date) -> str:
    """What is left now beside what was there, in øre: 'Resten er faldet 35.500 kr. siden 1. jan. 2024'"""
    if first == last:
        return f"Resten er som {day(since)}"
    then, now = (kroner_whole(amount) for amount in (first, last))
    moved = kroner(abs(last - first)) if then == now else kroner(abs(whole_kroner(last) - whole_kroner(first)))
    return f"Resten er {'steget' if last > first else 'faldet'} {moved} siden {day(since)}"


def never_applied_in_words(never: NeverApplied) -> tuple[str, str]:
    """'2 af 3 afdelinger har aldrig søgt.', and how many homes they have."""
    if not never.departments:
        return "Alle afdelinger har søgt.", ""
    told = f"{never.departments} af {danish.count(never.of_departments, 'afdeling', 'afdelinger')} har aldrig søgt."
    they = "Den" if never.departments == 1 else "De"
    if not never.of_homes:
        return told, ""
    if never.never_unknown == never.departments:
        return told, f"Hvor mange boliger {they.lower()} har, er ikke oplyst."
    least = "mindst " if never.never_unknown else ""
    homes = f"{danish.number(never.homes)} af {danish.count(never.of_homes, 'bolig', 'boliger')}"
    return told, f"{they} har {least}{homes}."


def without_department_in_words(without: int, unreadable: int) -> str:
    """Of so many applications, one at least, so many have a department that cannot be read."""
    applications = danish.count(without, "ansøgning", "ansøgninger")
    told = f"{applications} i perioden er uden afdeling og er ikke fordelt herunder."
    if not unreadable:
        return told
    if without == 1:
        return f"{told} Der står noget i feltet, der ikke kan læses."
    who = "dem alle" if unreadable == without else f"{'én' if unreadable == 1 else danish.number(unreadable)} af dem"
    return f"{told} Hos {who} står der noget, der ikke kan læses."


def unusable_in_words(tables: Iterable[str]) -> str:
    """tables: titles of those without which the money cannot be told."""
    return f"Puljens tal kan ikke regnes ud: {danish.listed(f'»{title}«' for title in tables)} kan ikke læses."


def _cause(balance: Balance) -> str:
    causes = []
    promised = balance.granted - balance.released - balance.appropriation
    if promised > 0:
        more, appropriation = kroner_apart(promised, balance.appropriation)
        causes.append(f"der er bevilget {more} mere end rammen på {appropriation}")
    if balance.overpaid > 0:
        causes.append(f"der er betalt {kroner_apart(balance.overpaid)[0]} mere, end der er bevilget")
    return danish.listed(causes)


def answer_in_words(answer: Answer) -> str:
    """The answer to »Kan vi bevilge dette?«, the same wherever it is said."""
    broken = [one for one in answer.judgements if one.finding.verdict is Verdict.BROKEN]
    if not answer.within_period:
        if answer.verdict is Verdict.BROKEN:
            return "Nej, datoen ligger uden for puljens periode"
        return f"Kan ikke siges: {rows_named(answer.unread)}"
    match answer.verdict:
        case Verdict.KEPT:
            return f"Ja, der kan bevilges {kroner(answer.amount or 0)}{_after(answer)}"
        case Verdict.BROKEN if answer.largest.amount == 0 or answer.nothing_left:
            return f"Nej, der kan ikke bevilges noget: {answer.nothing_left or answer.largest.because}"
        case Verdict.BROKEN:
            return f"Nej, ikke som den er: {danish.count(len(broken), 'regel', 'regler')} er ikke overholdt"
        case _:
            return _not_yet(answer)


def largest_in_words(answer: Answer) -> str:
    """What can be granted at most, and why."""
    largest = answer.largest
    if largest.amount is None:
        return ended(f"Det kan ikke siges, hvor meget der højst kan bevilges: {largest.because}")
    most = f"Højst {kroner(largest.amount)}"
    if largest.less_for:
        lacking = f"{danish.listed(largest.less_for)} mangler"
        return ended(f"{most}, og måske mindre: {lacking}. Beløbet er sat, fordi {largest.because}")
    said = ended(f"{most}, fordi {largest.because}")
    if answer.verdict is Verdict.BROKEN and largest.amount > 0 and (answer.amount or 0) <= largest.amount:
        said += " Det gælder, når det, der ikke er overholdt, er rettet."
    return said


def _after(answer: Answer) -> str:
    return f", men først når fristen {day(answer.not_before)} er nået" if answer.not_before else ""


def _not_yet(answer: Answer) -> str:
    if answer.unread:
        return f"Kan ikke siges: {rows_named(answer.unread)}"
    if not answer.has_rules:
        return "Kan ikke siges: puljen har ingen regler, der gælder den dag"
    if answer.amount is not None and answer.amount <= 0:
        return f"Kan ikke siges endnu: der er ikke søgt om et beløb over {kroner(0)}"
    if (lacking := len(answer.missing) + len(answer.unsaid)) > _MOST_NAMED:
        return f"Kan ikke siges endnu: der mangler {danish.number(lacking)} oplysninger"
    parts = [f"der mangler {danish.listed(answer.missing)}"] if answer.missing else []
    if answer.unsaid:
        parts.append(f"det er ikke oplyst, {danish.listed(answer.unsaid)}")
    return f"Kan ikke siges endnu: {', og '.join(parts)}"


def verdicts_in_words(verdicts: Sequence[Verdict]) -> str:
    """'Af 9 regler er 7 overholdt, 1 ikke overholdt, 1 dispenseret, og 0 kan ikke siges.'"""
    of = Counter(verdicts)
    dispensed = f"{of[Verdict.DISPENSED]} dispenseret, " if of[Verdict.DISPENSED] else ""
    rules = danish.count(of.total() - of[Verdict.INFORMS], "regel", "regler")
    return (
        f"Af {rules} er {of[Verdict.KEPT]} overholdt, {of[Verdict.BROKEN]} ikke overholdt, "
        f"{dispensed}og {of[Verdict.UNKNOWN]} kan ikke siges."
    )
