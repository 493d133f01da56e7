"""The screen »Kan vi bevilge dette?«: what waits for an answer, the answer to one, and the form behind it with only the
fields that the pool's rules need.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import cycle
from typing import Any, TypeVar

import streamlit as st

from core.contract.cells.cell import Unreadable
from core.contract.cells.number import parse_amount, parse_number, parse_whole, without_word
from core.contract.cells.word import parse_text
from core.contract.table import Column, Kind
from core.danish import ended, kroner, kroner_apart, kroner_plain, listed, number, period, sort_key
from core.pool.can_grant import Answer
from core.pool.choices import Choice, choice_in_words, choices
from core.pool.decided import decision_in_words
from core.pool.in_turn import Turn, in_turn
from core.pool.overview import PoolOverview
from core.pool.position import Status, status_on
from core.pool.rulebook import RULE_BY_KEY
from core.pool.sentences import answer_in_words, rest_of_the_appropriation
from core.pool.tables import APPLICATIONS, Application
from core.pool.waiting import doubt_in_words, what_else_waits
from shell.drawing.table import Holds, Shown, table
from shell.drawing.text import plain
from shell.frame import address, frame
from shell.frame.view import View
from shell.pictures.bars import Part, Row
from shell.pictures.roles import PLANNED
from shell.screens.answer import answer_by_rule, money
from shell.screens.shared import MARKS, bar_rows, counted_note, not_counted

_ACROSS, _SHORT, _SMALL, _NONE = (
    "Går på tværs af afdelinger",
    "Skal i gang med kort varsel",
    "Er for en mindre gruppe",
    "Ingen af delene",
)
_YES, _NO = "Ja", "Nej"
_REASONS = {"across", "short_notice", "small_group"}
FIELDS_IN_ITS_OWN_WORDS = _REASONS | {
    "requested", "total_cost", "departments", "applicant_given", "purpose", "participants", "activity_first", "pages",
    "begun", "received",
}  # fmt: skip
"""Those that the form asks for in words of its own; any other that a rule needs, by its column."""

T = TypeVar("T", int, Decimal, str)
_TIMES_CLEARED = "bevilling_ryddet"


@dataclass(frozen=True, slots=True)
class Draft:
    application: Application
    # Whether it is one of those that wait.
    waits: bool
    # Whether anything stands in the fields that the application does not have.
    typed: bool
    # Whether a field holds something that cannot be read.
    unreadable: bool

    @property
    def nothing_asked(self) -> bool:
        return not self.waits and not self.typed


def waiting(seen: View, overview: PoolOverview) -> None:
    """All that has no answer yet, each a link to its own."""
    turns = in_turn(overview.ledger, overview.all_rules, seen.on)
    readable = ", der kan læses," if overview.aside["applications"] else ""
    nothing = f"Ingen ansøgninger{readable} venter på svar"
    frame.conclusion(overview.sentence if overview.waiting.applications else nothing)
    if doubt := doubt_in_words(overview.waiting):
        st.markdown(plain(doubt))
    not_counted(overview)
    left = rest_of_the_appropriation(overview.pool, overview.balance, seen.on)
    if not turns:
        st.markdown(f"{plain(overview.pool.name)}: {ended(f'{left}{counted_note(overview)}')}")
        return
    bar_rows("asked", _asked_beside_left(overview, turns))
    if found := choices(turns, overview.ledger, overview.all_rules, seen.on):
        ways = "\n".join(f"- {plain(choice_in_words(choice))}" for choice in found)
        st.markdown(f"**Der er ikke plads til dem alle.**\n\n{ways}")
    columns = (
        Shown("Projekt"),
        Shown("Afdeling"),
        Shown("Søger (kr.)", Holds.AMOUNT),
        Shown("Svar"),
        Shown("Rest bagefter (kr.)", Holds.AMOUNT),
    )
    names = {entry.application.id: entry.departments for entry in overview.entries}
    rows = [_turn(turn, names[turn.application.id]) for turn in turns]
    table("waiting", columns, rows, "Ansøgninger, der venter på svar, i den rækkefølge de er kommet")
    st.caption(
        "De står i den rækkefølge, de er kommet. »Rest bagefter« er det, puljen har tilbage, når også de ovenfor har "
        "fået, hvad de søger om. Åbn et projekt for at se svaret regel for regel."
    )


def _asked_beside_left(overview: PoolOverview, turns: Sequence[Turn]) -> list[Row]:
    left, asked = overview.balance.free, overview.waiting.asked
    told_left, together = kroner_apart(left, asked)
    rest = f"{told_left}{counted_note(overview)}"
    together = f"mindst {together}" if overview.waiting.unstated else together
    each = tuple(Part(turn.asked, PLANNED) for turn in turns if turn.asked)
    told = [Row("Rest", rest, f"Rest: {rest}", (Part(left),))]
    return [*told, Row("Søgt om", together, f"Søgt om i alt: {together}", each)] if each else told


def _turn(turn: Turn, departments: tuple[str, ...]) -> tuple[str, ...]:
    one = turn.application
    return (
        f"[{plain(one.project)}]({address.link(pulje=one.pool, ansoegning=one.id)})",
        plain(listed(departments)) or "ikke oplyst",
        "ikke oplyst" if one.requested is None else kroner_plain(one.requested),
        f"{MARKS[turn.verdict]} {plain(turn.in_words)}",
        "kan ikke siges" if turn.left is None else kroner_plain(turn.left),
    )


def answered(seen: View, overview: PoolOverview, draft: Draft, answer: Answer) -> None:
    """The answer, what it rests on, and every rule."""
    application, pool = draft.application, overview.pool
    frame.conclusion("Ret det felt, der ikke kan læses" if draft.unreadable else answer_in_words(answer))
    lines = [_about(overview, application)] if draft.waits else []
    if not answer.within_period:
        lines.append(f"{plain(pool.name)} gælder {period(pool.first, pool.last)}.")
    if beside := what_else_waits(application, overview.ledger, seen.on, overview.money_aside):
        lines.append(plain(beside))
    if draft.waits and not draft.typed:
        lines += [plain(choice_in_words(one)) for one in _refusing(application, seen, overview)]
    if draft.waits:
        lines.append(f"[Se alle, der venter]({address.link()})")
    st.markdown(" ".join(lines))
    not_counted(overview)
    money(answer)
    answer_by_rule(answer)
    left_before = rest_of_the_appropriation(pool, answer.before, seen.on)
    st.caption(
        "Bedømt efter puljens regler den valgte dato. "
        f"{ended(f'Før denne ansøgning: {left_before}{counted_note(overview)}')} "
        "Det, der skrives her, bliver ikke gemt."
    )


def _refusing(application: Application, seen: View, overview: PoolOverview) -> list[Choice]:
    """What a no to it alone leaves room for."""
    turns = in_turn(overview.ledger, overview.all_rules, seen.on)
    found = choices(turns, overview.ledger, overview.all_rules, seen.on)
    return [one for one in found if one.refused == (application,)]


def _about(overview: PoolOverview, application: Application) -> str:
    departments = next(one.departments for one in overview.entries if one.application.id == application.id)
    whose = f" fra {plain(listed(departments))}" if departments else ""
    asks = f", søger om {kroner(application.requested)}" if application.requested is not None else ""
    project = f"puljen{address.link(pulje=application.pool, projekt=application.id)}"
    return ended(f"**[{plain(application.project)}]({project})**{whose}{asks}")


def stop_where_it_does_not_wait(seen: View, overview: PoolOverview) -> None:
    """Where the address asks about an application that has its answer, or that is not there, says so and ends the
    screen: an empty form would be an answer to something else.
    """
    asked = address.get(address.APPLICATION)
    application = next((one for one in seen.loaded.dataset.of(Application) if one.id == asked), None)
    if not asked or asked in _pending(overview):
        return
    if application is None:
        frame.conclusion(f"Ansøgning {asked} findes ikke i data.")
        if overview.aside["applications"]:
            st.markdown("Den kan stå i en række, der ikke kan læses. Se »Data« i menuen.")
    elif application.pool != overview.pool.id:
        frame.conclusion(f"{application.project} hører til en anden pulje end den, der er valgt.")
    else:
        frame.conclusion(decision_in_words(application, seen.on))
    if application and status_on(application, seen.on):
        st.page_link(
            "pages/board/puljen.py",
            label="Se projektet",
            icon=":material/arrow_forward:",
            query_params=address.kept() | {address.POOL: application.pool, address.PROJECT: application.id},
        )
    address.forget_button("Bedøm en anden ansøgning", address.APPLICATION, ":material/edit:")
    st.stop()


def draft_from_fields(seen: View, overview: PoolOverview) -> Draft:
    """The application as typed so far: one of those that wait where the address names it, else a new one."""
    pending = _pending(overview)
    chosen = pending.get(address.get(address.APPLICATION))
    title = "Ret oplysningerne, eller prøv et andet beløb" if chosen else "Prøv et beløb, der ikke er søgt om"
    with st.expander(title, icon=":material/edit:", expanded=not pending):
        start = chosen or Application(
            id="", pool=overview.pool.id, project="Ny ansøgning", departments=(), received=seen.on
        )
        application, unreadable = _typed(overview, start)
        st.button("Ryd felterne", icon=":material/undo:", on_click=_clear)
    return Draft(application, chosen is not None, unreadable or application != start, unreadable)


def _clear() -> None:
    """Fields of another name begin afresh."""
    st.session_state[_TIMES_CLEARED] = _times_cleared() + 1


def _times_cleared() -> int:
    return int(st.session_state.get(_TIMES_CLEARED, 0))


def _typed(overview: PoolOverview, start: Application) -> tuple[Application, bool]:
    """The application with what stands in the fields, and whether one of them cannot be read."""
    fields = _Fields(overview.pool.id, start.id)
    first = [RULE_BY_KEY[key] for key in overview.rules if not RULE_BY_KEY[key].after_grant]
    asked = {field for rule in first for field in rule.asks}
    amounts, days, people = st.columns(3, gap="medium")
    with amounts:
        requested = fields.typed("Beløb, der søges om (kr.)", start.requested, kroner_plain, parse_amount, "fx 12.500")
        total_cost = start.total_cost
        if "total_cost" in asked:
            total_cost = fields.typed(
                "Hele projektets udgift (kr.)", start.total_cost, kroner_plain, parse_amount, "fx 30.000"
            )
        departments = fields.departments(start, overview)
    with days:
        first_day = fields.day("Aktivitetens første dag", start.activity_first)
        received: date | None = start.received
        if "received" in asked:
            received = fields.day("Modtaget", start.received)
        begun = fields.yes_no("Er arbejdet begyndt?", start.begun) if "begun" in asked else start.begun
        participants = fields.typed(
            "Antal deltagere", start.participants, number, _reader("participants", parse_whole), "fx 40"
        )
        pages = start.pages
        if "pages" in asked:
            pages = fields.typed("Ansøgningens sider", start.pages, number, _reader("pages", parse_number), "fx 1")
    with people:
        across, short_notice, small_group = fields.purpose(start) if asked >= _REASONS else (None, None, None)
        applicant = fields.tick("Ansøger er oplyst", start.applicant_given)
        purpose = fields.tick("Formål er oplyst", start.purpose is not None)
    further = {}
    more = (column for column in APPLICATIONS.columns if column.name in asked - FIELDS_IN_ITS_OWN_WORDS)
    for column, beside in zip(more, cycle((amounts, days, people)), strict=False):
        with beside:
            further[column.name] = fields.of_column(column, getattr(start, column.name))
    draft = replace(
        start,
        requested=requested,
        total_cost=total_cost,
        departments=departments,
        applicant_given=applicant,
        purpose=(start.purpose or "oplyst") if purpose else None,
        participants=participants,
        activity_first=first_day,
        pages=pages,
        across=across,
        short_notice=short_notice,
        small_group=small_group,
        begun=begun,
        received=received or start.received,
        **further,
    )
    draft = replace(draft, unreadable=frozenset(name for name in start.unreadable if not getattr(draft, name)))
    return draft, fields.unreadable


def _reader(field: str, parse: Callable[[object], T]) -> Callable[[object], T]:
    """Reads what is typed as the field's column would, with the word for what is counted or without."""
    words = APPLICATIONS.column(field).words
    return lambda typed: parse(without_word(typed, words))


def _pending(overview: PoolOverview) -> dict[str, Application]:
    return {e.application.id: e.application for e in overview.entries if e.status is Status.PENDING}


class _Fields:
    """The form's widgets; their keys name pool and application, so that another one starts afresh."""

    def __init__(self, pool: str, application: str) -> None:
        self.prefix = f"bevilling_{pool}_{application}_{_times_cleared()}"
        self.unreadable = False

    def _key(self, label: str) -> str:
        return f"{self.prefix}_{label}"

    def typed(
        self, label: str, start: T | None, show: Callable[[T], str], parse: Callable[[object], T], example: str
    ) -> T | None:
        shown = "" if start is None else show(start)
        typed = st.text_input(label, value=shown, key=self._key(label), placeholder=example)
        if not typed.strip():
            return None
        try:
            value = parse(typed)
            if not isinstance(value, str) and value < 0:
                raise Unreadable("Tallet kan ikke være negativt.", "Skriv et tal på 0 eller derover.")
        except Unreadable as error:
            self.unreadable = True
            st.error(f"»{plain(typed)}«: {plain(error.what)} {plain(error.do)}")
            return None
        return value

    def day(self, label: str, start: date | None) -> date | None:
        found = st.date_input(label, value=start, key=self._key(label), format="DD-MM-YYYY")
        return found if isinstance(found, date) else None

    def tick(self, label: str, start: bool) -> bool:
        return st.checkbox(label, value=start, key=self._key(label))

    def yes_no(self, label: str, start: bool | None) -> bool | None:
        default = None if start is None else _YES if start else _NO
        answer = st.segmented_control(label, [_YES, _NO], default=default, key=self._key(label))
        return None if answer is None else answer == _YES

    def of_column(self, column: Column, start: Any) -> Any:
        label = f"{column.heading} ({column.unit})" if column.unit else column.heading
        match column.kind:
            case Kind.YES_NO:
                return self.yes_no(label, start)
            case Kind.DATE:
                return self.day(label, start)
            case Kind.AMOUNT:
                return self.typed(label, start, kroner_plain, parse_amount, "fx 12.500")
            case Kind.WHOLE:
                return self.typed(label, start, number, _reader(column.name, parse_whole), "fx 40")
            case Kind.NUMBER:
                return self.typed(label, start, number, _reader(column.name, parse_number), "fx 1,5")
            case Kind.CHOICE:
                place = column.allowed.index(start) if start in column.allowed else None
                return st.selectbox(label, column.allowed, index=place, key=self._key(label), placeholder="Vælg")
            case _:
                return self.typed(label, start, str, parse_text, "")

    def departments(self, start: Application, overview: PoolOverview) -> tuple[str, ...]:
        names = {row.department.number: row.department.name for row in overview.departments}
        known = [number for number in start.departments if number in names]
        chosen = st.multiselect(
            "Afdelinger",
            sorted(names, key=lambda number: sort_key(names[number])),
            default=known,
            format_func=names.__getitem__,
            key=self._key("afdelinger"),
            placeholder="Vælg en eller flere",
        )
        return tuple(chosen)

    def purpose(self, start: Application) -> tuple[bool | None, bool | None, bool | None]:
        answers = {_ACROSS: start.across, _SHORT: start.short_notice, _SMALL: start.small_group}
        default = [name for name, answer in answers.items() if answer]
        if not default and all(answer is False for answer in answers.values()):
            default = [_NONE]
        st.markdown("Hvad passer på aktiviteten?")
        chosen = [name for name in (*answers, _NONE) if self.tick(name, name in default)]
        if not chosen:
            return (None, None, None) if default else (start.across, start.short_notice, start.small_group)
        return _ACROSS in chosen, _SHORT in chosen, _SMALL in chosen
