"""The sections of the screen »Overblik«."""

import streamlit as st

from core.danish import count, day, day_short, ended, listed
from core.menu import MENU_ITEMS
from core.subject.brief import Attention, Brief
from core.subject.event import Event
from core.subjects.overview import SubjectsOverview
from shell.drawing.text import plain
from shell.frame import address
from shell.screens.shared import first_lines, left_out, what_is_missing

_MARKS = {
    Attention.ACT: ":material/priority_high:",
    Attention.WATCH: ":material/visibility:",
    Attention.CALM: ":material/check:",
}
_ITEMS = {item.address: item for item in MENU_ITEMS}


def briefs(overview: SubjectsOverview) -> None:
    """A card for each subject: what asks most of the board first."""
    if not overview.briefs:
        what_is_missing()
        return
    if overview.aside:
        rows = (f"{count(amount, 'række', 'rækker')} i »{title}«" for title, amount in overview.aside)
        left_out(plain(listed(rows)))
    with st.grid(2 if address.presented() else 3, min_column_width=330):
        for place, brief in enumerate(overview.briefs):
            with st.container(
                border=True, height="stretch", gap="small", key=f"brief_{brief.attention.name.lower()}_{place}"
            ):
                _card(brief, overview)
    if overview.unused:
        st.caption(f"Der er ingen data om {listed(subject.lower() for subject in overview.unused)}.")


def happened(overview: SubjectsOverview) -> None:
    st.header("Siden sidste møde")
    if overview.since is None:
        st.markdown("Der er ikke noget tidligere bestyrelsesmøde i data at sammenligne med.")
        return
    held = f"Sidste møde var {day(overview.since)}."
    st.markdown(held if overview.happened else f"{held} Der er ikke sket noget siden.")
    first_lines([_line(event) for event in overview.happened])


def due(overview: SubjectsOverview) -> None:
    st.header("Forfalder før næste møde")
    if overview.coming:
        until = f"Næste bestyrelsesmøde er {day(overview.coming)}."
    else:
        until = f"Der er ikke noget kommende møde i data. Her er det, der forfalder til og med {day(overview.until)}."
    st.markdown(until if overview.due else f"{until} Der er ikke noget, der forfalder.")
    late = [event for event in overview.due if overview.overdue(event)]
    soon = [event for event in overview.due if not overview.overdue(event)]
    if late:
        st.markdown(f"**Skulle være sket ({len(late)})**")
        first_lines([_line(event) for event in late])
    if soon:
        st.markdown(f"**Inden mødet ({len(soon)})**")
        first_lines([_line(event) for event in soon])


def calculation() -> None:
    with st.expander("Sådan er rækkefølgen bestemt"):
        st.markdown(
            """
- **Tag stilling**: noget venter på bestyrelsen. Puljen er overtrukket, en ansøgning har intet svar, en årlig evaluering
  er over tid, der er aftalt mere, end der er plads til, eller fokusgruppen er tom.
- **Hold øje**: noget er på vej skævt, eller der er rækker i data, som ikke kan læses.
- **Puljer fra andre perioder** står med, så længe en ansøgning til dem venter på svar, eller et tilsagn er åbent.
- **Det går**: ingen af delene. Inden for hver af de tre står emnerne i menuens rækkefølge.
- **Skulle være sket** er det, hvis dag er gået: evalueringer, målinger, projekter, der bør afsluttes, og svar på
  ansøgninger, hvor aktiviteten er begyndt. Det, der ikke har nogen dag, står sidst.
"""
        )


def _card(brief: Brief, overview: SubjectsOverview) -> None:
    item = _ITEMS[brief.address]
    kept = address.kept() | dict(brief.query)
    st.page_link(item.script, label=f"**{plain(brief.title)}**", icon=item.icon, query_params=kept)
    lacks = f" · {count(brief.aside, 'række', 'rækker')} ikke talt med" if brief.aside else ""
    if brief.figure:
        st.metric(plain(brief.meaning), plain(brief.figure))
        st.caption(f"pr. {day(overview.on)}{lacks}")
    st.markdown(plain(ended(brief.sentence)))
    why = f": {plain('; '.join(brief.why))}" if brief.why else ""
    st.markdown(f"{_MARKS[brief.attention]} **{brief.attention.label}**{why}")


def _line(event: Event) -> str:
    when = f"{day_short(event.on)} " if event.on else ""
    return f"- {when}**{plain(event.about)}**, {plain(event.what)} ({plain(event.subject)})"
