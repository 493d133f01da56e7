"""The frame around every screen: menu, date and pool, and one quiet line about the data."""

from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.danish import count, day, ended, moment, unparted
from core.menu import MENU_ITEMS, SCREENS, beside, may_open, seen_by
from core.organisation.settings import organisation_name
from core.organisation.tables import BoardMeeting
from core.pool.choose import pools_newest_first
from core.pool.tables import Pool
from core.subject.menu_item import MenuItem
from shell.drawing.text import SAMPLE, plain, to_be_copied
from shell.frame import address, entrance
from shell.frame.freshness import held_back, not_the_newest, what_is_shown
from shell.frame.view import View, view
from shell.login.viewer import OUTSIDE, Viewer
from shell.machine.obstacle import Obstacle
from shell.machine.settings import read_settings
from shell.reading.newest import load, read_again, refresher
from shell.reading.refresher import Loaded, StillReading

_SECONDS_BETWEEN_LOOKS = 20
_SECONDS_BETWEEN_FIRST_LOOKS = 2
_MOST_MEETINGS = 6
_STYLE = Path(__file__).with_name("style.css")


def show() -> None:
    st.set_page_config(page_title="Bestyrelsens overblik", page_icon="🏘️", layout="wide", initial_sidebar_state=220)
    st.html(_STYLE)
    try:
        looking, in_the_way = entrance.viewer(), None
    except Obstacle as error:
        looking, in_the_way = OUTSIDE, error
    pages = {
        item.address: st.Page(
            item.script,
            title=entrance.title_of(item, looking),
            icon=item.icon,
            url_path=item.address,
            default=not item.address,
        )
        for item in MENU_ITEMS
    }
    page = st.navigation(list(pages.values()), position="hidden")
    if not looking.roles:
        entrance.closed(looking, in_the_way)
        _statement()
        _follow_who_is_looking(looking)
        return
    item = next(item for item in MENU_ITEMS if item.address == page.url_path)
    with entrance.opened_for(looking):
        _show(item, page, pages, looking)


def _show(item: MenuItem, page: st.Page, pages: dict[str, st.Page], looking: Viewer) -> None:
    try:
        seen = view()
    except StillReading as error:
        _still_reading(error)
        return
    except Obstacle as error:
        _nothing_read(error, looking)
        return
    if address.presented():
        _presented(seen, item, pages, looking)
    else:
        _menu(seen, pages, looking)
        _header(seen, item, pages)
    about_the_address = st.container()
    for note in seen.notes:
        _not_used(about_the_address, note)
    _about_the_data(seen, item, looking)
    if not may_open(looking.roles, item):
        entrance.not_for(looking, item)
        return
    with address.telling(partial(_not_used, about_the_address)):
        page.run()


def _not_used(place: DeltaGenerator, note: str) -> None:
    place.warning(plain(note), icon=":material/link_off:")


def conclusion(sentence: str) -> None:
    """The screen's answer, before anything else on it."""
    entrance.stop_unless_opened()
    with st.container(key="conclusion"):
        st.title(plain(unparted(ended(sentence))))


def _menu(seen: View, pages: dict[str, st.Page], looking: Viewer) -> None:
    with st.sidebar:
        st.markdown(f"**{plain(organisation_name(seen.loaded.dataset) or 'Bestyrelsens overblik')}**")
        for section, items in seen_by(looking.roles).items():
            st.caption(section)
            for item in items:
                st.page_link(pages[item.address], query_params=address.kept())
        entrance.who_is_in(looking)
        _statement()


def _statement() -> None:
    """The way to the one on accessibility."""
    try:
        if read_settings().accessibility_statement:
            st.markdown("[Tilgængelighedserklæring](was)")
    except Obstacle:
        return


def _header(seen: View, item: MenuItem, pages: dict[str, st.Page]) -> None:
    """One row: the screen's name and how its data stands, and what the visitor can choose."""
    pools = pools_newest_first(seen.loaded.dataset.of(Pool))
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="small", key="controls"
    ):
        with st.container(key="line", horizontal=True, gap="small", vertical_alignment="center"):
            _line(seen, item, pages)
        with st.container(horizontal=True, width="content", vertical_alignment="center", gap="small", key="choices"):
            if item.of_a_pool and seen.pool and len(pools) > 1:
                # The part that tells them apart comes first: on a phone the rest is cut off.
                names = {pool.id: f"{pool.id}: {pool.name}" for pool in pools}
                address.pick_pool("Pulje og periode", seen.pool.id, names)
            _date(seen)
            with st.container(key="large", width="content"):
                address.look_button("Vis stort", address.PRESENTED, ":material/slideshow:")


def _date(seen: View) -> None:
    """Opens to a calendar, and to the meetings that have been held."""
    # Another date is another control, and so it closes when one is chosen.
    with st.popover(f"Pr. {day(seen.on)}", width="content", key=f"date_{seen.on}"):
        address.pick_date("Vis pr.", seen.on, seen.today)
        meetings = seen.loaded.dataset.of(BoardMeeting)
        held = sorted({meeting.date for meeting in meetings if meeting.date <= seen.today}, reverse=True)
        if held:
            st.caption("Bestyrelsesmøder")
        for on in held[:_MOST_MEETINGS]:
            address.date_button(day(on), on, seen.today)


def _presented(seen: View, item: MenuItem, pages: dict[str, st.Page], looking: Viewer) -> None:
    """In place of menu and fields: the way to the screen before, the one after, and out.

    The keys are known by server/large.js.
    """
    before, after = beside(item, looking.roles)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="presented"):
        with st.container(key="line", width="content"):
            st.markdown(f"**{plain(item.title)}** · {_source(seen)}")
        with st.container(horizontal=True, width="content", gap="small", vertical_alignment="center"):
            if before:
                with st.container(key="previous", width="content"):
                    st.page_link(
                        pages[before.address],
                        label=f"← {before.title}",
                        query_params=address.kept(),
                    )
            if after:
                with st.container(key="next", width="content"):
                    st.page_link(pages[after.address], label=f"{after.title} →", query_params=address.kept())
            with st.container(key="leave", width="content"):
                address.look_button("Afslut", "", ":material/close:")


def _about_the_data(seen: View, item: MenuItem, looking: Viewer) -> None:
    """What a reader must know before relying on the screen."""
    for sentence in not_the_newest(seen.loaded, seen.today):
        st.warning(to_be_copied(sentence), icon=":material/cloud_off:")
    if item.address != "data":
        for sentence in held_back(seen, seen.today):
            st.warning(plain(sentence), icon=":material/history:")
    _follow(seen.loaded, looking)


def _line(seen: View, item: MenuItem, pages: dict[str, st.Page]) -> None:
    loaded, dataset = seen.loaded, seen.loaded.dataset
    problems = loaded.problems
    unfinished = sum(counted.unfinished for counted in dataset.counts)
    quiet = [f"**{plain(item.title)}**", _source(seen)]
    if not problems and not loaded.held and not loaded.failed:
        quiet.append("ingen problemer i data")
    st.markdown(" · ".join(quiet), width="content")
    leads_on = entrance.opens(SCREENS["data"])
    to_data = [
        (len(loaded.held), "tabel venter på svar", "tabeller venter på svar", ":material/history:"),
        (problems, "problem i data", "problemer i data", ":material/warning:"),
        (unfinished, "række er ikke færdig", "rækker er ikke færdige", ":material/edit:"),
    ]
    for amount, one, many, icon in to_data:
        if amount and leads_on:
            st.page_link(pages["data"], label=count(amount, one, many), query_params=address.kept(), icon=icon)
        elif amount:
            st.markdown(f"{icon} {count(amount, one, many)}", width="content")


def _source(seen: View) -> str:
    loaded = seen.loaded
    sample = loaded.source.is_sample
    source = f"**{SAMPLE}**" if sample else f"Kilde: {plain(loaded.source.label)}"
    as_of = [f"Pr. {day(seen.on)}"] if address.presented() else []
    return " · ".join((source, *as_of, f"læst {moment(loaded.read_at, seen.today)}"))


@st.fragment(run_every=_SECONDS_BETWEEN_LOOKS)
def _follow(shown: Loaded | None, looking: Viewer) -> None:
    """A screen left open shows the newest data too, and to nobody who may not see it any more.
    shown: None where there was none.
    """
    _stop_unless_still(looking)
    try:
        newest = load()
    except Obstacle:
        return
    if shown is None or what_is_shown(newest) != what_is_shown(shown):
        st.rerun()


@st.fragment(run_every=_SECONDS_BETWEEN_LOOKS)
def _follow_who_is_looking(looking: Viewer) -> None:
    _stop_unless_still(looking)


def _stop_unless_still(looking: Viewer) -> None:
    if entrance.viewer_now() != looking:
        st.rerun()


def _still_reading(error: StillReading) -> None:
    st.title(error.what.rstrip("."))
    st.info(error.do, icon=":material/hourglass_top:")
    _come_back()


@st.fragment(run_every=_SECONDS_BETWEEN_FIRST_LOOKS)
def _come_back() -> None:
    if not refresher().waiting_for_the_first:
        st.rerun()


def _nothing_read(error: Obstacle, looking: Viewer) -> None:
    st.title("Der er ingen data at vise")
    st.error(to_be_copied(error.what), icon=":material/cloud_off:")
    st.markdown(f"**Gør sådan:** {to_be_copied(error.do)} Der prøves igen af sig selv.")
    if st.button("Prøv igen", type="primary"):
        with st.spinner("Prøver at hente data …", show_time=True):
            read_again()
        st.rerun()
    _follow(None, looking)
