"""The sections of the screen »Overblik«."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from core.danish import count, day_in_brief, listed
from core.menu import MENU_ITEMS
from core.subject.brief import Brief
from core.subject.event import Event
from core.subjects.overview import SubjectsOverview
from shell.drawing.text import plain
from shell.frame import address
from shell.pictures.small import in_markdown, status_mark
from shell.screens.shared import left_out, what_is_missing

_ITEMS = {item.address: item for item in MENU_ITEMS}
_AT_ONCE = 4
T = TypeVar("T")


def briefs(overview: SubjectsOverview) -> None:
    """A row for each subject: what asks most of the board first."""
    if not overview.briefs:
        what_is_missing()
        return
    if overview.aside:
        rows = (f"{count(amount, 'række', 'rækker')} i »{title}«" for title, amount in overview.aside)
        left_out(plain(listed(rows)))
    with st.container(gap=None, key="rows"):
        for place, brief in enumerate(overview.briefs):
            with st.container(gap=None, key=f"brief_{brief.attention.name.lower()}_{place}"):
                _row(brief, place)
    if overview.unused:
        st.caption(f"Der er ingen data om {listed(subject.lower() for subject in overview.unused)}.")


def lists(overview: SubjectsOverview) -> None:
    """What waits for the board, what is to come and what is over, side by side; nothing where there is no data."""
    if not overview.briefs:
        return
    with st.container(key="lists"):
        for column, shown in zip(st.columns(3, gap="medium"), (_waits, _falls_due, _happened), strict=True):
            with column:
                shown(overview)


def calculation() -> None:
    with st.expander("Sådan er rækkefølgen bestemt", type="compact"):
        st.markdown(
            """
- **Tag stilling**: noget venter på bestyrelsen. Puljen er overtrukket, en ansøgning har intet svar, en årlig evaluering
  er over tid, der er aftalt mere, end der er plads til, eller fokusgruppen er tom.
- **Hold øje**: noget er på vej skævt, eller der er rækker i data, som ikke kan læses.
- **Puljer fra andre perioder** står med, så længe en ansøgning til dem venter på svar, eller et tilsagn er åbent.
- **Det går**: ingen af delene. Inden for hver af dem står emnerne i menuens rækkefølge.
- **Venter på bestyrelsen** er det, som bestyrelsen selv skal svare på. **Inden mødet** er resten af det, der forfalder:
  først det, hvis dag er gået, og sidst det, der ikke har nogen dag. **Siden mødet** er det nyeste først.
- Beløb er i hele kroner. De står med øre på emnets egen skærm.
"""
        )


def _row(brief: Brief, place: int) -> None:
    with st.container(gap=None, key=f"row_subject_{place}"):
        kept = address.kept() | dict(brief.query)
        st.page_link(_ITEMS[brief.address].script, label=plain(brief.title), query_params=kept)
        st.markdown(f"{status_mark(brief.attention).in_markdown()} {brief.attention.label}")
    with st.container(gap=None, key=f"row_figure_{place}"):
        if brief.figure:
            st.metric(plain(brief.meaning), plain(brief.figure))
    with st.container(gap=None, key=f"row_picture_{place}"):
        if brief.picture:
            st.markdown(in_markdown(brief.picture))
    with st.container(gap=None, key=f"row_sentence_{place}"):
        st.markdown(plain(brief.sentence))


def _waits(overview: SubjectsOverview) -> None:
    st.header(_counted("Venter på bestyrelsen", overview.waits))
    if not overview.waits:
        untold = overview.aside or not all(brief.figure for brief in overview.briefs)
        st.markdown(f"Intet{', der kan læses,' if untold else ''} venter på et svar fra bestyrelsen.")
    _first(overview.waits, _links)


def _falls_due(overview: SubjectsOverview) -> None:
    until = "Inden mødet" if overview.coming else "Til og med"
    st.header(_counted(f"{until} {day_in_brief(overview.until)}", overview.falls_due))
    if not overview.coming:
        st.markdown("Der er ikke noget kommende møde i data.")
    if not overview.falls_due:
        st.markdown("Der er ikke andet i data, der forfalder.")
    _first([_due_line(event, overview) for event in overview.falls_due], _markdown)


def _happened(overview: SubjectsOverview) -> None:
    if overview.since is None:
        st.header("Siden sidste møde")
        st.markdown("Der er ikke noget tidligere bestyrelsesmøde i data at sammenligne med.")
        return
    st.header(_counted(f"Siden mødet {day_in_brief(overview.since)}", overview.happened))
    if not overview.happened:
        st.markdown("Der er ikke ført noget ind siden mødet.")
    _first([_line(event) for event in overview.newest], _markdown)


def _counted(heading: str, events: Sequence[Event]) -> str:
    return f"{heading} ({len(events)})" if events else heading


def _first(things: Sequence[T], show: Callable[[Sequence[T]], None]) -> None:
    """A few at once, the rest to be unfolded."""
    if things:
        show(things[:_AT_ONCE])
    if rest := things[_AT_ONCE:]:
        with st.expander(f"Vis {len(rest)} til", type="compact"):
            show(rest)


def _markdown(lines: Sequence[str]) -> None:
    st.markdown("\n".join(lines))


def _links(events: Sequence[Event]) -> None:
    """Each to where it is decided."""
    for event in events:
        label = f"**{plain(event.about)}**, {plain(event.asks)}"
        way = address.kept() | dict(event.query)
        st.page_link(_ITEMS[event.address].script, label=label, query_params=way, width="stretch")


def _due_line(event: Event, overview: SubjectsOverview) -> str:
    if not overview.overdue(event) or event.on is None:
        return _line(event)
    over = count((overview.on - event.on).days, "dag", "dage")
    return f"- {over} over tid: **{plain(event.about)}**, {plain(event.what)}"


def _line(event: Event) -> str:
    when = f"{plain(day_in_brief(event.on))}: " if event.on else ""
    return f"- {when}**{plain(event.about)}**, {plain(event.what)}"
