"""The sections of the screen »Seminarmateriale«: what the chair picks, what it will be, and the files."""

from datetime import date
from pathlib import Path

import streamlit as st

from core.danish import count, day, moment, sort_key
from core.organisation.meetings import last_meeting
from core.organisation.settings import organisation_name
from core.organisation.tables import BoardMeeting, Department
from core.planche.of_data import sheet_of, tables_of
from core.planche.sheet import Sheet
from core.subject.message import Chosen, Group, Message
from core.subject.picture import Bars, picture_in_words
from core.subjects.material import Material, deck
from shell.drawing.table import Holds, Shown, table
from shell.drawing.text import plain
from shell.frame.view import View
from shell.handouts.paper.sheets import TooMuch, meeting_sheet, planche
from shell.handouts.slides.deck import slides
from shell.handouts.slides.template import TemplateError
from shell.handouts.slides.template import template as opened_template
from shell.handouts.workbooks.material import material_workbook
from shell.machine.settings import read_settings
from shell.pictures.charts import value_line
from shell.screens.shared import bars_of

_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def conclusion(found: Material | None) -> str:
    if found is None:
        return "Vælg mindst ét emne."
    told = count(len(found.messages), "budskab er klar som dias", "budskaber er klar som dias")
    return f"{told}; mødeark, planche og tallene bag kan også hentes."


def choose(seen: View, available: tuple[str, ...]) -> tuple[Chosen, str]:
    """The chair's choice and the title of the slides."""
    dataset = seen.loaded.dataset
    names = {one.number: one.name for one in dataset.of(Department)}
    meeting = last_meeting(dataset.of(BoardMeeting), seen.on)
    with st.container(border=True):
        left, right = st.columns(2)
        with left:
            title = st.text_input("Overskrift på det første dias", value="Bestyrelsesseminar", max_chars=120)
        with right:
            first = st.date_input(
                "Fortæl om det, der er sket fra",
                value=min(meeting.date if meeting else date(seen.on.year, 1, 1), seen.on),
                max_value=seen.on,
                format="DD-MM-YYYY",
                key=f"material_first_{seen.on}",
            )
        subjects = st.pills("Emner", available, selection_mode="multi", default=available, key="material_subjects")
        departments = st.multiselect(
            "Afdelinger, der skal vises hver for sig",
            sorted(names, key=lambda one: sort_key(names[one])),
            format_func=names.__getitem__,
            placeholder="Ingen: så er det organisationen som helhed",
        )
    begins = first if isinstance(first, date) else seen.on
    return Chosen(begins, seen.on, frozenset(subjects), tuple(departments)), title.strip() or "Bestyrelsesseminar"


def downloads(seen: View, found: Material, title: str) -> None:
    """Each file is made when it is asked for."""
    loaded = seen.loaded
    dataset, stamp = loaded.dataset, seen.on.isoformat()
    organisation, source = organisation_name(dataset) or "", loaded.source.label
    template = _template()
    read = moment(loaded.read_at, seen.today)
    with st.grid(4, min_column_width=190):
        with st.container(border=True, height="stretch"):
            st.markdown("**Dias**")
            st.caption("Til PowerPoint, med regnestykker og spørgsmål i noterne")
            st.download_button(
                "Hent dias",
                lambda: slides(deck(dataset, found, title, source, loaded.read_at, loaded.source.is_sample), template),
                file_name=f"dias-{stamp}.pptx",
                mime=_PPTX,
                on_click="ignore",
                icon=":material/slideshow:",
            )
        with st.container(border=True, height="stretch"):
            st.markdown("**Mødearket**")
            st.caption("Overblikket på et ark A4 som PDF")
            st.download_button(
                "Hent mødeark",
                lambda: meeting_sheet(organisation, found.overview, source, read, loaded.source.is_sample, found.held),
                file_name=f"moedeark-{stamp}.pdf",
                mime="application/pdf",
                on_click="ignore",
                icon=":material/description:",
            )
        with st.container(border=True, height="stretch"):
            planche_download(seen)
        with st.container(border=True, height="stretch"):
            st.markdown("**Tallene bag**")
            st.caption("Alt på dias og ark som Excel")
            st.download_button(
                "Hent tallene",
                lambda: material_workbook(source, found),
                file_name=f"seminar-{stamp}.xlsx",
                on_click="ignore",
                icon=":material/table_view:",
            )


def planche_download(seen: View) -> None:
    dataset = seen.loaded.dataset
    tables = list(tables_of(dataset))
    st.markdown("**Planchen**")
    st.caption(f"A3 som PDF, {count(len(tables), 'bord', 'borde')}" if tables else "A3 som PDF, til ét bord")
    sheet, organisation = sheet_of(dataset), organisation_name(dataset) or ""
    if too_much := _too_much(sheet, max(tables, key=len, default="")):
        st.error(plain(too_much))
        return
    st.download_button(
        "Hent planche",
        lambda: planche(organisation, sheet, tables, day(seen.on)),
        file_name=f"planche-{seen.on.isoformat()}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/table_restaurant:",
    )


@st.cache_data(max_entries=8, show_spinner=False)
def _too_much(sheet: Sheet, table: str) -> str:
    """Why the sheet of the table with the longest name cannot be printed, '' where it can."""
    try:
        planche("", sheet, [table] if table else [], "")
    except TooMuch as error:
        return str(error)
    return ""


def preview(found: Material) -> None:
    """What every slide says, and one of them as it will be."""
    st.header("Sådan bliver de enkelte dias")
    places = range(2, len(found.messages) + 2)
    chosen = st.selectbox(
        "Vis dias",
        places,
        format_func=lambda place: f"{place} · {found.messages[place - 2].sentence}",
        key="material_slide",
    )
    with st.container(border=True, key="slide"):
        message = found.messages[chosen - 2]
        st.markdown(f"**{plain(message.sentence)}**")
        _shown(message, chosen)
    st.markdown("**Alle dias**")
    st.markdown(
        "\n".join(
            f"- {place} · {message.subject or 'På tværs'}: {plain(message.sentence)}"
            for place, message in zip(places, found.messages, strict=True)
        )
    )


def _shown(message: Message, place: int) -> None:
    picture = message.picture
    if isinstance(picture, Bars):
        bars_of(f"slide_{place}", picture)
    elif picture:
        st.vega_lite_chart(value_line(picture), theme=None, alt=picture_in_words(picture))
    if message.table:
        columns = [
            Shown(heading, Holds.NUMBER if at in message.table.numbers else Holds.TEXT)
            for at, heading in enumerate(message.table.headings)
        ]
        table(
            f"grid_{place}",
            columns,
            [[plain(cell) for cell in row] for row in message.table.rows],
            "Tabellen på diasset",
        )
    groups = (*((Group("", message.lines),) if message.lines else ()), *message.groups)
    for group in groups:
        heading = f"**{plain(group.title)}**\n\n" if group.title else ""
        st.markdown(heading + "\n".join(f"- {plain(line)}" for line in group.lines))
    if message.calculation or message.questions:
        with st.expander("Noter til den, der fortæller"):
            st.markdown("\n".join(f"- {plain(line)}" for line in (*message.calculation, *message.questions)))


def _template() -> bytes | None:
    """The organisation's own slides, where there are any that can be used; else says why not."""
    file = read_settings().slides_template
    if file is None:
        return None
    try:
        return _checked(file, file.stat().st_mtime_ns)
    except (OSError, TemplateError) as error:
        why = str(error) if isinstance(error, TemplateError) else f"Filen »{file.name}« kan ikke læses."
        st.warning(
            f"{plain(why)} Dias får det almindelige udseende. Ret slides_template i secrets.toml.",
            icon=":material/warning:",
        )
        return None


@st.cache_data(max_entries=2, show_spinner=False)
def _checked(file: Path, changed: int) -> bytes:
    content = file.read_bytes()
    opened_template(content)
    return content
