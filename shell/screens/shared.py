"""Parts that more than one screen shows."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import streamlit as st

from core.contract.dataset import Dataset
from core.danish import count, day, ended, kroner, listed
from core.organisation.meetings import last_meeting
from core.organisation.tables import BoardMeeting
from core.pool.balance import Balance, balance_on
from core.pool.finding import Verdict
from core.pool.happened import happened_in
from core.pool.judge import Judgement
from core.pool.overview import PoolOverview
from core.pool.sentences import unusable_in_words
from core.pool.tables import Application
from core.subject.event import Event
from shell.drawing.row_order import in_order, sortable
from shell.drawing.table import Shown, table
from shell.drawing.text import plain
from shell.frame import address, frame
from shell.frame.view import View, overview_of

_MARKS = {
    Verdict.KEPT: "✓",
    Verdict.BROKEN: "✗",
    Verdict.UNKNOWN: "?",
    Verdict.DISPENSED: "–",
    Verdict.INFORMS: "i",
}
_AT_ONCE = 8
_RULE_COLUMNS = (Shown("Regel"), Shown("Svar"), Shown("Kilde"))


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
    st.page_link(
        "pages/consultant/data.py",
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


def judgements_table(key: str, judgements: Iterable[Judgement]) -> None:
    rows = [
        (
            plain(judgement.name[:1].upper() + judgement.name[1:]),
            f"**{_MARKS[judgement.finding.verdict]} {judgement.finding.verdict}.** "
            + plain(ended(judgement.finding.text)),
            plain(judgement.source),
        )
        for judgement in judgements
    ]
    table(key, _RULE_COLUMNS, rows, "Reglerne, svaret på hver og begrundelsen")


def project_link(application: Application) -> str:
    """The project's name as a link to its own view of the screen."""
    return f"[{plain(application.project)}]({address.link(pulje=application.pool, projekt=application.id)})"


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
    st.markdown(held)
    if change:
        st.markdown(change(meeting.date))
    st.markdown("\n".join(said))


def _line(event: Event) -> str:
    return f"- {f'{plain(day(event.on))}: ' if event.on else ''}**{plain(event.about)}**, {plain(event.what)}"


def first_lines(lines: Sequence[str]) -> None:
    """Markdown lines; of a long list the first, and the rest to be unfolded."""
    st.markdown("\n".join(lines[:_AT_ONCE]))
    if rest := lines[_AT_ONCE:]:
        with st.expander(f"Vis {count(len(rest), 'til', 'til')}"):
            st.markdown("\n".join(rest))


def _change(then: Balance, now: Balance) -> str:
    """Only what is another amount: 'Rest er 64.500 kr., var 70.000 kr.'"""
    figures = (
        ("rest", then.free, now.free),
        ("bundet", then.committed, now.committed),
        ("afregnet", then.paid, now.paid),
    )
    changed = [
        f"{name} er {_amount(after)}, var {_amount(before)}" for name, before, after in figures if before != after
    ]
    said = "; ".join(changed) or "rest, bundet og afregnet er de samme"
    return ended(said[:1].upper() + said[1:])


def _amount(ore: int) -> str:
    return f"{kroner(-ore)} i minus" if ore < 0 else kroner(ore)
