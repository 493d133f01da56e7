"""The sections of the screen »Data«."""

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from core.access.rights import Right
from core.contract.cells.cell import slug
from core.contract.changes import Change, Happened
from core.contract.dataset import Dataset, TableCount
from core.contract.groups import Place, followers, grouped
from core.contract.held import Held
from core.contract.mass_change import MassChange
from core.contract.problem import Effect, Problem, following, to_mend, where
from core.contract.renamed import renamed
from core.danish import count, listed, moment, number
from shell.drawing.table import Holds, Shown, table
from shell.drawing.text import plain
from shell.frame.freshness import figures_in_words
from shell.frame.view import View, stakes_of
from shell.handouts.workbooks.template import template_workbook
from shell.handouts.workbooks.workbook import Sheet, workbook
from shell.live.act import Act, Did
from shell.machine import clock
from shell.reading.newest import confirm, read_again
from shell.reading.refresher import Loaded
from shell.screens import acts

_MOST_SHOWN = 200
_MOST_CHANGES = 20
_MOST_NAMED = 20
_NONE: Mapping[Place, int] = {}


def conclusion_of(loaded: Loaded) -> str:
    """The state of the data in one sentence, worst first."""
    dataset = loaded.dataset
    read = sum(counted.read for counted in dataset.counts)
    wrong = sum(counted.wrong for counted in dataset.counts)
    unfinished = sum(counted.unfinished for counted in dataset.counts)
    unusable = [counted for counted in dataset.counts if not counted.usable and not counted.table.optional]
    tables = count(len(loaded.held), "tabel venter", "tabeller venter")
    if loaded.failed:
        since = moment(loaded.read_at, clock.today())
        return f"Der kan ikke hentes nyt. Her er data fra {since}" + (f", og {tables} på svar" if loaded.held else "")
    if loaded.held:
        return f"{tables} på dit svar, før de nye rækker bruges"
    if unusable:
        return f"{count(len(unusable), 'tabel', 'tabeller')} mangler eller kan ikke læses"
    if not read:
        return "Tabellerne er der, men de er tomme"
    if wrong:
        follow = _rows_that_follow(dataset)
        own = f"{number(wrong - follow)} af {count(read, 'række', 'rækker')} kan ikke læses og er ikke talt med"
        others = count(follow, "række, der henviser til dem, er det", "rækker, der henviser til dem, er det")
        return f"{own}. {others} heller ikke" if follow else own
    if to_mend(dataset.problems):
        every = "Den ene række" if read == 1 else f"Alle {number(read)} rækker"
        return f"{every} er talt med, men der er noget at se på"
    if loaded.mass:
        return f"Alt er læst. Se efter, om det er rigtigt: {_mass_in_words(loaded.mass[0])}"
    if not loaded.fresh:
        return f"Nye data er ved at blive hentet. Her er data fra {moment(loaded.read_at, clock.today())}"
    if unfinished:
        written = count(unfinished, "række er ikke skrevet færdig", "rækker er ikke skrevet færdige")
        return f"Alt er i orden. {written} endnu"
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


def to_confirm(seen: View) -> None:
    """Each table whose newer state waits: what became of it, and what to do, before it can be said to be meant."""
    for held in seen.loaded.held:
        with st.container(border=True, key=f"held_{held.table.name}"):
            _held(seen, held)


def perhaps_renamed(loaded: Loaded) -> None:
    """Of each table that the source no longer has, or lacks and should have: what it may be called now."""
    gone = {held.table.name for held in loaded.held if not held.read.found}
    for counted in loaded.dataset.counts:
        missing = counted.table.name in gone or not (counted.found or counted.table.quiet)
        names = renamed(counted.table, loaded.others) if missing else ()
        if names:
            st.warning(
                f"»{plain(counted.table.title)}« er der ikke. Hedder den nu "
                f"{listed((f'»{plain(name)}«' for name in names), 'eller')}? "
                f"Så giv den navnet »{plain(counted.table.title)}« igen.",
                icon=":material/search:",
            )


def _held(seen: View, held: Held) -> None:
    loaded, name, title = seen.loaded, held.table.name, plain(held.table.title)
    st.header(plain(held.why))
    since = moment(loaded.tables[name].read_at, seen.today)
    new = count(held.new, "ny række", "nye rækker")
    waits = f" {new} venter sammen med resten." if held.new else ""
    st.markdown(
        f"Skærmene viser rækkerne fra {since}, til du har rettet »{title}« eller sagt, at det er meningen.{waits}"
    )
    if held.gone:
        first, rest = held.gone[:_MOST_NAMED], held.gone[_MOST_NAMED:]
        st.markdown(f"Rækkerne, der er væk: {plain(', '.join(first))}{' …' if rest else '.'}")
        if rest:
            with st.expander(f"Vis {count(len(rest), 'til', 'til')}"):
                st.markdown(f"{plain(', '.join(rest))}.")
    _at_stake(seen, held)
    if held.problems:
        _list(f"wrong_{name}", held.problems, f"Problemer i den nye {held.table.title}")
    if link := held.link or loaded.source.link:
        st.link_button("Åbn fanen" if held.link else "Åbn regnearket", link, icon=":material/open_in_new:")
    # Asked twice; a state that has changed since is another question.
    sure = st.checkbox(
        f"Ja, det er meningen, at »{title}« skal se sådan ud", key=f"sure_{name}_{hash(repr(held.read.raws))}"
    )
    # By on_click, since what was shown is what was confirmed: the rows may be others by now.
    st.button("Brug det nye", key=f"confirm_{name}", on_click=_confirm, args=(held,), disabled=not sure, type="primary")


def _confirm(held: Held) -> None:
    by = acts.doer(Right.ANSWERS)
    if by is not None and confirm(held):
        acts.record(Act(clock.now(), by, Did.CONFIRMED, held.table.title))


def _at_stake(seen: View, held: Held) -> None:
    stakes = stakes_of(seen, held)
    if not stakes:
        st.markdown(figures_in_words(stakes))
        return
    rows = [(plain(stake.what), plain(stake.used), plain(stake.newer)) for stake in stakes]
    columns = (Shown("Bestyrelsens tal"), Shown("Vises nu", Holds.NUMBER), Shown("Med det nye", Holds.NUMBER))
    table(
        f"stakes_{held.table.name}",
        columns,
        rows,
        f"Tallene, som de er, og som de bliver med den nye {held.table.title}",
    )


def tables_read(loaded: Loaded) -> None:
    """Those with something to say, and the others folded."""
    st.header("Tabellerne")
    held = {one.table.name for one in loaded.held}
    told = {problem.table for problem in loaded.dataset.problems}
    loud = [one for one in loaded.dataset.counts if one.table.name in held or one.table.title in told]
    quiet = [one for one in loaded.dataset.counts if one not in loud]
    if loud:
        _tables("tables", loaded, loud)
    with st.expander(f"{count(len(quiet), 'tabel', 'tabeller')} uden noget at se på"):
        _tables("tables_quiet", loaded, quiet)


def _tables(key: str, loaded: Loaded, counts: Iterable[TableCount]) -> None:
    held = {one.table.name for one in loaded.held}
    rows = [
        (
            counted.table.title,
            number(counted.read) if counted.found else "findes ikke",
            number(counted.used),
            number(counted.unfinished),
            number(counted.wrong),
            plain(moment(loaded.tables[counted.table.name].read_at, clock.today()))
            if counted.table.name in held
            else "nu",
        )
        for counted in counts
    ]
    columns = (
        Shown("Tabel"),
        Shown("Rækker læst", Holds.NUMBER),
        Shown("Talt med", Holds.NUMBER),
        Shown("Ikke færdige", Holds.NUMBER),
        Shown("Forkerte", Holds.NUMBER),
        Shown("Vises fra", Holds.DATE),
    )
    table(key, columns, rows, "Tabellerne, rækker læst, talt med, ikke færdige og forkerte")


def problems_of(dataset: Dataset) -> None:
    """What somebody should mend, the costliest first and then table by table; problems of one kind are one line that
    unfolds. What goes away by itself when they are mended stands folded below.
    """
    problems, follow = to_mend(dataset.problems), followers(dataset.problems)
    for effect in Effect:
        costing = [problem for problem in problems if problem.effect is effect]
        if costing:
            st.header(f"{effect}: {count(len(costing), 'problem', 'problemer')}")
        for title in dict.fromkeys(problem.table for problem in costing):
            st.markdown(f"**{plain(title)}**")
            _of_table(f"{effect.name.lower()}_{slug(title)}", [one for one in costing if one.table == title], follow)
    if only := following(dataset.problems):
        told = count(len(only), "problem følger", "problemer følger")
        with st.expander(f"{told} kun af dem ovenfor og går væk, når de er rettet"):
            _list("following", only, "Problemer, der kun følger af andre")


def _of_table(key: str, problems: Sequence[Problem], follow: Mapping[Place, int]) -> None:
    groups = grouped(problems)
    alone = [group.first for group in groups if len(group.problems) == 1]
    for place, group in enumerate(groups):
        if len(group.problems) > 1:
            with st.expander(plain(group.heading), icon=":material/warning:"):
                _list(f"group_{key}_{place}", group.problems, f"Problemer i {group.first.table}", follow)
    if alone:
        _list(f"problems_{key}", alone, f"Problemer i {alone[0].table}", follow)


def unfinished(dataset: Dataset) -> None:
    """Rows still being typed, and what they lack: no cause for alarm."""
    problems = [problem for problem in dataset.problems if problem.effect is Effect.UNFINISHED]
    rows: dict[tuple[str, int | None], list[Problem]] = {}
    for problem in problems:
        rows.setdefault((problem.table, problem.row), []).append(problem)
    if not rows:
        return
    st.header(count(len(rows), "række er ikke færdig", "rækker er ikke færdige"))
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
    st.header("Ændret ved seneste læsning")
    if not loaded.changed or not loaded.changed_at:
        st.markdown("Der er ikke kommet noget nyt, siden overblikket blev startet.")
        return
    tally = [
        count(amount, *words)
        for happened, words in _HAPPENED.items()
        if (amount := sum(change.rows for change in loaded.changed if change.happened is happened))
    ]
    for change in loaded.mass:
        st.warning(f"{plain(_mass_in_words(change))}. Er det meningen?", icon=":material/edit_note:")
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
    often = often_in_words(loaded.source.seconds)
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
    if loaded.put_aside:
        st.caption(plain(loaded.put_aside))


def often_in_words(seconds: float) -> str:
    """'hvert 5. minut', 'hvert minut', 'hvert 90. sekund'."""
    if seconds < 60:
        return "flere gange i minuttet"
    minutes, rest = divmod(round(seconds), 60)
    if rest:
        return f"hvert {number(round(seconds))}. sekund"
    return "hvert minut" if minutes == 1 else f"hvert {number(minutes)}. minut"


_HAPPENED = {
    Happened.ADDED: ("ny række", "nye rækker"),
    Happened.CHANGED: ("ændret række", "ændrede rækker"),
    Happened.REMOVED: ("række tæller ikke længere med", "rækker tæller ikke længere med"),
}
_COLUMNS = (Shown("Hvor"), Shown("Der står"), Shown("Hvad er galt, og hvad gør du"), Shown("Betydning"))


def _mass_in_words(change: MassChange) -> str:
    rows = count(change.of, "række", "rækker")
    return f"»{change.column}« i »{change.table}« er ændret i {number(change.changed)} af {rows} på én gang"


def _rows_that_follow(dataset: Dataset) -> int:
    """Rows that are not counted for no other reason than that others are not."""
    costly = [problem for problem in dataset.problems if problem.effect is Effect.ROW_ASIDE]
    own = {(problem.table, problem.row) for problem in costly if not problem.because}
    return len({(problem.table, problem.row) for problem in costly} - own)


def _cost(problem: Problem, follow: Mapping[Place, int]) -> str:
    others = follow.get((problem.table, problem.row), 0)
    told = count(others, "andet problem følger", "andre problemer følger")
    return f"{problem.effect}. {told} af det" if others else str(problem.effect)


def _list(key: str, problems: Iterable[Problem], alt: str, follow: Mapping[Place, int] = _NONE) -> None:
    in_order = sorted(problems, key=lambda problem: problem.row or 0)
    rows = [
        (
            _place(problem),
            plain(problem.value),
            f"{plain(problem.what)} **{plain(problem.do)}**",
            _cost(problem, follow),
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
