"""The sections of the screen »Data«."""

from collections.abc import Iterable

import streamlit as st

from core.contract.cells.cell import slug
from core.contract.changes import Change, Happened
from core.contract.dataset import Dataset
from core.contract.groups import Group, grouped
from core.contract.problem import Effect, Problem, to_mend, where
from core.danish import count, moment, number
from shell import clock
from shell.data import confirm, read_again
from shell.handouts.template_workbook import template_workbook
from shell.refresher import Loaded
from shell.tables import Shown, table
from shell.text import plain
from shell.workbook import Sheet, workbook

_MOST_SHOWN = 200
_MOST_CHANGES = 20


def conclusion_of(loaded: Loaded) -> str:
    """The state of the data in one sentence, worst first."""
    dataset = loaded.dataset
    read = sum(counted.read for counted in dataset.counts)
    wrong = sum(counted.wrong for counted in dataset.counts)
    unfinished = sum(counted.unfinished for counted in dataset.counts)
    unusable = [counted for counted in dataset.counts if not counted.usable and not counted.table.optional]
    if loaded.held:
        tables = count(len(loaded.held), "tabel venter", "tabeller venter")
        return f"{tables} på dit svar, før de nye rækker bruges"
    if unusable:
        return f"{count(len(unusable), 'tabel', 'tabeller')} mangler eller kan ikke læses"
    if not read:
        return "Tabellerne er der, men de er tomme"
    if wrong:
        return f"{number(wrong)} af {count(read, 'række', 'rækker')} kan ikke læses og er ikke talt med"
    if to_mend(dataset.problems):
        return f"Alle {count(read, 'række', 'rækker')} er talt med, men der er noget at se på"
    if unfinished:
        return f"Alt er i orden. {count(unfinished, 'række', 'rækker')} er ikke skrevet færdig endnu"
    return f"Alt er læst: {count(read, 'række', 'rækker')} uden problemer"


def buttons(loaded: Loaded) -> None:
    with st.container(horizontal=True):
        if st.button("Hent igen nu", icon=":material/refresh:", type="primary"):
            with st.spinner(f"Henter fra {loaded.source.label} …", show_time=True):
                read_again()
            st.rerun()
        if loaded.source.link:
            st.link_button("Åbn regnearket", loaded.source.link, icon=":material/open_in_new:")
        st.download_button(
            "Hent tomt regneark",
            template_workbook,
            file_name="bestyrelsens-overblik.xlsx",
            on_click="ignore",
            icon=":material/table_view:",
        )
        if loaded.dataset.problems:
            st.download_button(
                "Hent problemerne som Excel",
                lambda: _problems_workbook(loaded),
                file_name="problemer-i-data.xlsx",
                on_click="ignore",
                icon=":material/download:",
            )


def to_confirm(loaded: Loaded) -> None:
    """Each table whose newer state waits: what became of it, and the button that says it is meant."""
    for held in loaded.held:
        since = moment(loaded.tables[held.table.name].read_at, clock.today())
        with st.container(border=True, key=f"held_{held.table.name}"):
            st.subheader(plain(held.why))
            st.markdown(
                f"Skærmene viser rækkerne fra {since}, til du har rettet »{plain(held.table.title)}« "
                "eller sagt, at det er meningen."
            )
            if held.problems:
                _list(f"wrong_{held.table.name}", held.problems, f"Problemer i den nye {held.table.title}")
            # By on_click, since what was shown is what was confirmed: the rows may be others by now.
            st.button(
                "Det er meningen. Brug de nye rækker",
                key=f"confirm_{held.table.name}",
                on_click=confirm,
                args=(held,),
            )


def tables_read(loaded: Loaded) -> None:
    st.subheader("Tabellerne")
    held = {one.table.name for one in loaded.held}
    rows = [
        (
            counted.table.title,
            number(counted.read) if counted.found else "findes ikke",
            number(counted.used),
            number(counted.unfinished),
            number(counted.wrong),
            moment(loaded.tables[counted.table.name].read_at, clock.today()) if counted.table.name in held else "nu",
        )
        for counted in loaded.dataset.counts
    ]
    columns = (
        Shown("Tabel"),
        Shown("Rækker læst", number=True, wide=True),
        Shown("Talt med", number=True),
        Shown("Ikke færdige", number=True),
        Shown("Forkerte", number=True),
        Shown("Vises fra", wide=True),
    )
    table("tables", columns, rows, "Tabellerne, rækker læst, talt med, ikke færdige og forkerte")


def problems_of(dataset: Dataset) -> None:
    """What somebody should mend, table by table; problems of one kind are one line that unfolds."""
    problems = to_mend(dataset.problems)
    for title in dict.fromkeys(problem.table for problem in problems):
        mine = [problem for problem in problems if problem.table == title]
        st.subheader(f"{plain(title)}: {count(len(mine), 'problem', 'problemer')}")
        groups = grouped(mine)
        alone = [group.first for group in groups if len(group.problems) == 1]
        for place, group in enumerate(groups):
            if len(group.problems) > 1:
                _unfolding(f"{slug(title)}_{place}", group)
        if alone:
            _list(f"problems_{slug(title)}", alone, f"Problemer i {title}")


def unfinished(dataset: Dataset) -> None:
    """Rows still being typed, and what they lack: no cause for alarm."""
    problems = [problem for problem in dataset.problems if problem.effect is Effect.UNFINISHED]
    rows: dict[tuple[str, int | None], list[Problem]] = {}
    for problem in problems:
        rows.setdefault((problem.table, problem.row), []).append(problem)
    if not rows:
        return
    st.subheader(count(len(rows), "række er ikke færdig", "rækker er ikke færdige"))
    st.markdown("De tæller med, så snart det sidste er skrevet.")
    shown = [
        (title, _place(lacks[0]), plain(", ".join(dict.fromkeys(problem.column or "" for problem in lacks))))
        for (title, _), lacks in list(rows.items())[:_MOST_SHOWN]
    ]
    table(
        "unfinished",
        (Shown("Tabel"), Shown("Hvor"), Shown("Mangler")),
        shown,
        "Rækker, der ikke er færdige, og hvad de mangler",
    )


def what_changed(loaded: Loaded) -> None:
    st.subheader("Ændret ved seneste læsning")
    if not loaded.changed or not loaded.changed_at:
        st.markdown("Der er ikke kommet noget nyt, siden overblikket blev startet.")
        return
    tally = [
        count(amount, *words)
        for happened, words in _HAPPENED.items()
        if (amount := sum(change.rows for change in loaded.changed if change.happened is happened))
    ]
    st.markdown(f"Læst {moment(loaded.changed_at, clock.today())}: {', '.join(tally)}.")
    st.markdown("\n".join(f"- {_change_told(change)}" for change in loaded.changed[:_MOST_CHANGES]))
    if len(loaded.changed) > _MOST_CHANGES:
        st.markdown(f"Her vises de første {_MOST_CHANGES}.")


def _change_told(change: Change) -> str:
    """Of rows about persons only how many."""
    if not change.row:
        return f"{plain(change.table)}: {count(change.rows, *_HAPPENED[change.happened])}"
    what = f". {plain(change.what)}" if change.what else ""
    return f"{plain(change.table)} **{plain(change.row)}**: {change.happened}{what}"


def reading(loaded: Loaded) -> None:
    """Where the data comes from, and what happens if the source is gone."""
    minutes = loaded.source.seconds / 60
    often = "hvert minut" if minutes == 1 else f"hvert {minutes:g}. minut" if minutes >= 1 else "flere gange i minuttet"
    st.caption(
        f"Kilde: {plain(loaded.source.label)}. Læst {moment(loaded.read_at, clock.today())}, og igen {often}. "
        + (
            plain(loaded.unsaved)
            if loaded.unsaved
            else "Det sidste, der blev læst, er gemt og vises også uden net."
            if loaded.source.key
            else ""
        )
    )


_HAPPENED = {
    Happened.ADDED: ("ny række", "nye rækker"),
    Happened.CHANGED: ("ændret række", "ændrede rækker"),
    Happened.REMOVED: ("række tæller ikke længere med", "rækker tæller ikke længere med"),
}
_COLUMNS = (Shown("Hvor"), Shown("Der står"), Shown("Hvad er galt, og hvad gør du"), Shown("Betydning", wide=True))


def _unfolding(key: str, group: Group) -> None:
    with st.expander(plain(group.heading), icon=":material/warning:"):
        _list(f"group_{key}", group.problems, f"Problemer i {group.first.table}, {group.first.column}")


def _list(key: str, problems: Iterable[Problem], alt: str) -> None:
    in_order = sorted(problems, key=lambda problem: problem.row or 0)
    rows = [
        (
            _place(problem),
            plain(problem.value),
            f"{plain(problem.what)} **{plain(problem.do)}**",
            str(problem.effect),
        )
        for problem in in_order[:_MOST_SHOWN]
    ]
    table(key, _COLUMNS, rows, alt)
    if len(in_order) > _MOST_SHOWN:
        st.markdown(f"Her vises de første {_MOST_SHOWN}. Hent dem alle som Excel.")


def _place(problem: Problem) -> str:
    """The name of the cell, as a link straight to it where the source has one."""
    name = plain(where(problem))
    return f"[{name}]({problem.link})" if problem.link else name[:1].upper() + name[1:]


def _problems_workbook(loaded: Loaded) -> bytes:
    headings = ("Tabel", "Celle", "Række", "Kolonne", "Der står", "Hvad er galt", "Gør sådan", "Betydning")
    rows = [(p.table, p.cell, p.row, p.column, p.value, p.what, p.do, str(p.effect)) for p in loaded.dataset.problems]
    return workbook([Sheet("Problemer", headings, rows, (f"Kilde: {loaded.source.label}",))])
