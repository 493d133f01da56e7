"""Parts that more than one screen shows."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import streamlit as st

from core.contract.dataset import Dataset
from core.danish import capital, count, day, ended, kroner, listed
from core.menu import SCREENS
from core.organisation.meetings import last_meeting
from core.organisation.tables import BoardMeeting
from core.pool.balance import Balance, balance_on
from core.pool.finding import Verdict
from core.pool.happened import happened_in
from core.pool.history import Entry
from core.pool.judge import Judgement
from core.pool.overview import PoolOverview
from core.pool.sentences import unusable_in_words
from core.pool.tables import Application
from core.subject.event import Event
from core.subject.picture import Bars
from shell.drawing.row_order import in_order, sortable
from shell.drawing.table import Holds, Shown, table
from shell.drawing.text import plain
from shell.frame import address, entrance, frame
from shell.frame.view import View, overview_of
from shell.pictures.bars import Row, in_markdown, legend
from shell.pictures.svg import Drawing
from shell.pictures.values import legend_of, rows_of

MARKS = {
    Verdict.KEPT: "✓",
    Verdict.BROKEN: "✗",
    Verdict.UNKNOWN: "?",
    Verdict.DISPENSED: "–",
    Verdict.INFORMS: "i",
}
_FIRST = (Verdict.BROKEN, Verdict.UNKNOWN, Verdict.DISPENSED, Verdict.KEPT, Verdict.INFORMS)
_AT_ONCE = 8


_ROWS = {
    "pools": ("pulje", "puljer"),
    "applications": ("ansøgning", "ansøgninger"),
    "invoices": ("faktura", "fakturaer"),
    "pool_rules": ("regel", "regler"),
    "appropriation_changes": ("ændring af rammen", "ændringer af rammen"),
    "dispensations": ("dispensation", "dispensationer"),
    "departments": ("afdeling", "afdelinger"),
    "board_meetings": ("bestyrelsesmøde", "bestyrelsesmøder"),
}


def pool_or_stop(seen: View) -> PoolOverview:
    """The pool to show. Where there is none, or its money cannot be told, says so and ends the screen."""
    overview = overview_of(seen, seen.pool) if seen.pool else None
    if overview and not overview.unusable:
        return overview
    if overview:
        frame.conclusion(unusable_in_words(overview.unusable))
    else:
        unread = seen.loaded.dataset.unusable("pools") or seen.loaded.dataset.not_counted("pools")
        frame.conclusion("Ingen pulje i data kan læses" if unread else "Der er ingen puljer i data endnu")
    what_is_missing()
    st.stop()


def what_is_missing() -> None:
    """For those who may see it."""
    if not entrance.opens(SCREENS["data"]):
        return
    st.page_link(
        SCREENS["data"].script,
        label="Se, hvad der mangler",
        icon=":material/arrow_forward:",
        query_params=address.kept(),
    )


def not_counted(overview: PoolOverview) -> None:
    """Says how many rows the figures on screen leave out; nothing where there are none."""
    parts = [count(overview.aside[name], *words) for name, words in _ROWS.items() if overview.aside[name]]
    if parts:
        their = "rækken" if sum(overview.aside[name] for name in _ROWS) == 1 else "rækkerne"
        st.warning(
            f"{listed(parts).capitalize()} er ikke talt med på denne skærm, fordi {their} ikke kan læses. "
            "Se »Data« i menuen.",
            icon=":material/warning:",
        )


def rows_aside(aside: int, about: str) -> None:
    """Says how many rows a screen leaves out; nothing where there are none. about: 'om ambassadører'."""
    if aside:
        left_out(f"{count(aside, 'række', 'rækker')} {about}")


def left_out(rows: str) -> None:
    st.warning(
        f"{rows} er ikke talt med, fordi der står noget, som ikke kan læses. Se »Data« i menuen.",
        icon=":material/warning:",
    )


def counted_note(overview: PoolOverview) -> str:
    """To stand after what a figure in kroner means: how many rows it lacks, nothing where it lacks none."""
    return f" · {count(overview.money_aside, 'række', 'rækker')} ikke talt med" if overview.money_aside else ""


def sorted_table(key: str, name: str, columns: Sequence[Shown], rows: Sequence[Sequence[str]], alt: str) -> None:
    """One of all its rows, whose headings sort it. name: what the address calls it."""
    columns, by = sortable(name, columns), address.get(address.ORDER)
    table(key, columns, in_order(columns, rows, by), alt, address.sorted_by(by))


def judgements_table(key: str, judgements: Sequence[Judgement]) -> None:
    """What is not kept or cannot be told first. A source is said once; where there are several each has a number."""
    ordered = sorted(judgements, key=lambda judgement: _FIRST.index(judgement.finding.verdict))
    sources = list(dict.fromkeys(judgement.source for judgement in ordered if judgement.source))
    numbered = len(sources) > 1
    rows = [
        (
            plain(capital(judgement.name)),
            f"**{MARKS[judgement.finding.verdict]}\u00a0{judgement.finding.verdict}**",
            plain(ended(judgement.finding.text)),
            *([str(sources.index(judgement.source) + 1) if judgement.source else ""] if numbered else []),
        )
        for judgement in ordered
    ]
    columns = (
        Shown("Regel"),
        Shown("Svar", Holds.STATUS),
        Shown("Begrundelse"),
        *([Shown("Kilde", Holds.NUMBER)] if numbered else []),
    )
    table(key, columns, rows, "Reglerne, svaret på hver og begrundelsen")
    if numbered:
        st.caption(f"Kilder: {plain('; '.join(f'{place}: {one}' for place, one in enumerate(sources, start=1)))}")
    elif sources:
        st.caption(f"Kilde: {plain(ended(sources[0]))}")


def project_link(application: Application) -> str:
    """The project's name as a link to its own view of the screen."""
    return f"[{plain(application.project)}]({address.link(pulje=application.pool, projekt=application.id)})"


def department_link(number: str, name: str) -> str:
    """The department's name as a link to all that is told of it."""
    return f"[{plain(name)}]({address.link('afdelinger', **{address.DEPARTMENT: number})})"


def department_links(entry: Entry) -> list[str]:
    """Those that have applied."""
    return list(map(department_link, entry.application.departments, entry.departments))


def news_list(seen: View, overview: PoolOverview) -> None:
    """What happened in the pool since the last board meeting, and what it did to the money."""
    ledger = overview.ledger
    since_last_meeting(
        seen,
        lambda _, after, until: happened_in(ledger, after, until),
        "Der er ikke sket noget i puljen siden.",
        lambda after: _change(balance_on(ledger, after), overview.balance),
    )


def since_last_meeting(
    seen: View,
    happened: Callable[[Dataset, date, date], Iterable[Event]],
    nothing: str,
    change: Callable[[date], str] | None = None,
) -> None:
    """What happened after the day of the last board meeting and until the date; nothing: said where nothing did;
    change: from the day of the meeting, said before what did.
    """
    lines_since_last_meeting(seen, lambda *asked: list(map(_line, happened(*asked))), nothing, change)


def lines_since_last_meeting(
    seen: View,
    lines: Callable[[Dataset, date, date], Sequence[str]],
    nothing: str,
    change: Callable[[date], str] | None = None,
) -> None:
    """lines: in Markdown. Where no meeting is known that is said."""
    st.header("Siden sidste møde")
    dataset = seen.loaded.dataset
    meeting = last_meeting(dataset.of(BoardMeeting), seen.on)
    if meeting is None:
        st.markdown("Der er ikke noget tidligere bestyrelsesmøde i data at sammenligne med.")
        return
    held = f"Sidste møde var {day(meeting.date)}."
    said = lines(dataset, meeting.date, seen.on)
    if not said:
        st.markdown(f"{held} {nothing}")
        return
    st.markdown(f"{held} {change(meeting.date)}" if change else held)
    first_lines(said)


def _line(event: Event) -> str:
    return f"- {f'{plain(day(event.on))}: ' if event.on else ''}**{plain(event.about)}**, {plain(event.what)}"


def first_lines(lines: Sequence[str], at_once: int = _AT_ONCE) -> None:
    """Markdown lines; of a long list the first, and the rest to be unfolded."""
    st.markdown("\n".join(lines[:at_once]))
    if rest := lines[at_once:]:
        with st.expander(f"Vis {count(len(rest), 'til', 'til')}"):
            st.markdown("\n".join(rest))


def bar_rows(key: str, rows: Sequence[Row], *, whole: float = 0) -> None:
    """All on one scale. whole: what the scale reaches at least."""
    with st.container(key=f"bars_{key}"):
        st.markdown(in_markdown(rows, whole=whole))


def bar_legend(key: str, entries: Sequence[tuple[Drawing, str]]) -> None:
    """entries: a mark and what it is in Markdown, in the order of the bars."""
    with st.container(key=f"legend_{key}"):
        st.markdown(legend(entries))


def bars_of(key: str, values: Bars) -> None:
    if entries := legend_of(values):
        bar_legend(key, entries)
    bar_rows(key, rows_of(values))


def _change(then: Balance, now: Balance) -> str:
    """Only what has moved: 'Resten er faldet 5.500 kr., og bundet er steget 5.500 kr.'"""
    figures = (
        ("resten", now.free - then.free),
        ("bundet", now.committed - then.committed),
        ("afregnet", now.paid - then.paid),
    )
    moved = [f"{name} er {'steget' if by > 0 else 'faldet'} {kroner(abs(by))}" for name, by in figures if by]
    return ended(capital(listed(moved)) if moved else "Rest, bundet og afregnet er de samme")
