"""Parts that more than one screen shows."""

from collections.abc import Iterable, Sequence
from datetime import date

import streamlit as st

from core.danish import count, day, ended, kroner, listed
from core.organisation.tables import BoardMeeting
from core.pool.balance import Balance
from core.pool.finding import Verdict
from core.pool.judge import Judgement
from core.pool.overview import PoolOverview
from core.pool.sentences import unusable_in_words
from core.pool.tables import Application
from shell.drawing.table import Shown, table
from shell.drawing.text import plain
from shell.frame import address, frame
from shell.frame.view import View, overview_of

_MARKS = {Verdict.KEPT: "✓", Verdict.BROKEN: "✗", Verdict.UNKNOWN: "?"}
_AT_ONCE = 8
_RULE_COLUMNS = (Shown("Regel"), Shown("Svar"), Shown("Kilde", wide=True))


_ROWS = {
    "pools": ("pulje", "puljer"),
    "applications": ("ansøgning", "ansøgninger"),
    "invoices": ("faktura", "fakturaer"),
    "pool_rules": ("regel", "regler"),
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


def news_list(overview: PoolOverview) -> None:
    """What happened in the pool since the last board meeting, and what it did to the money."""
    since_last_meeting(
        overview.since,
        ((item.on, item.application.project, item.text) for item in overview.news),
        "Der er ikke sket noget i puljen siden.",
        _change(overview.then, overview.balance) if overview.then else "",
    )


def since_last_meeting(
    since: BoardMeeting | None, news: Iterable[tuple[date, str, str]], nothing: str, change: str = ""
) -> None:
    """news: day, what it is about, what happened; nothing: said where there is none; change: said before them.
    Where no meeting is known that is said.
    """
    st.subheader("Siden sidste møde")
    if since is None:
        st.markdown("Der er ikke noget tidligere bestyrelsesmøde i data at sammenligne med.")
        return
    held = f"Sidste møde var {day(since.date)}."
    lines = [f"- {plain(day(on))}: **{plain(subject)}**, {plain(text)}" for on, subject, text in news]
    if not lines:
        st.markdown(f"{held} {nothing}")
        return
    st.markdown(held)
    if change:
        st.markdown(change)
    st.markdown("\n".join(lines))


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
