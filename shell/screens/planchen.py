"""The sections of the screen »Planchen«: what the tables have marked, put together."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from core.danish import count, day, moment, number
from core.planche.draft import HEADINGS, areas, draft_plan, tab_separated
from core.planche.of_data import sheet_of
from core.planche.results import (
    Filled,
    ItemCount,
    Results,
    filled_on,
    organisations,
    results,
    seminar_days,
)
from core.planche.sentences import disagreement, no_disagreement, no_wish
from core.planche.sheet import Sheet
from shell.drawing.table import Holds, Shown, table
from shell.drawing.text import plain
from shell.frame import address
from shell.frame.view import View
from shell.live.filled import filled_of
from shell.live.seminar import Seminar
from shell.pictures.bars import Part, Row
from shell.screens.live_store import answering, kept_in
from shell.screens.shared import bar_rows, first_lines

_MOST_DRAWN = 8
_MOST_NOTES = 100
_OWN_AREA = "Et nyt område"


@dataclass(frozen=True, slots=True)
class Chosen:
    # What the seminar is called in the list, '' where there is none.
    title: str
    sheet: Sheet
    filled: tuple[Filled, ...]


def pick_seminar(seen: View) -> Chosen:
    """The one in the address, else the newest: from the table of sheets, or from the phones."""
    dataset = seen.loaded.dataset
    typed = {one.isoformat(): one for one in seminar_days(dataset, seen.on)}
    titles = {key: f"Fanen »Plancher« {day(one)}" for key, one in typed.items()}
    live = _from_phones(seen)
    titles |= {key: f"Telefonerne {moment(one.opened_at)}" for key, (one, _) in live.items()}
    newest = max(titles, key=lambda key: typed[key] if key in typed else live[key][0].opened_at.date(), default="")
    shown = titles.get(newest, "Den tomme planche")
    chosen = address.pick("Seminar", "seminar", list(titles), titles.__getitem__, shown, least=2) or newest
    if not chosen:
        return Chosen("", sheet_of(dataset), ())
    if chosen in typed:
        return Chosen(titles[chosen], sheet_of(dataset), filled_on(dataset, typed[chosen]))
    seminar, filled = live[chosen]
    return Chosen(titles[chosen], seminar.sheet, filled)


def _from_phones(seen: View) -> dict[str, tuple[Seminar, tuple[Filled, ...]]]:
    """The seminars of which any table has sent something, not after the date."""
    store = kept_in()
    if store is None:
        return {}
    found: dict[str, tuple[Seminar, tuple[Filled, ...]]] = {}
    with answering(ends=False):
        found = {f"telefon-{one.id}": (one, filled_of(store, one)) for one in store.seminars()}
    return {key: (one, filled) for key, (one, filled) in found.items() if filled and one.opened_at.date() <= seen.on}


def where_it_comes_from(chosen: Chosen, found: Results) -> None:
    if chosen.title:
        st.caption(f"{plain(chosen.title)} · {count(len(found.tables), 'bord', 'borde')}")
    else:
        st.markdown(
            "Hent planchen under »Seminarmateriale«, og skriv bordenes mærker i fanen »Plancher«: én række for hvert "
            "punkt, et bord har sat V eller X ved. Eller lad bordene udfylde den under »Planchen på telefon«."
        )


def by_theme(found: Results) -> None:
    st.header("Tema for tema")
    st.caption("V: det gør vi allerede. X: det kunne vi også gøre. Tallene er borde.")
    columns = (
        Shown("Punkt"),
        Shown("Kun V", Holds.NUMBER),
        Shown("Kun X", Holds.NUMBER),
        Shown("V og X", Holds.NUMBER),
        Shown("Ingen", Holds.NUMBER),
    )
    for place, theme in enumerate(found.themes):
        st.markdown(f"**{plain(theme.name)}**")
        rows = [
            (plain(item.item), *map(_amount, (item.done, item.wished, item.both, item.none))) for item in theme.items
        ]
        table(f"theme_{place}", columns, rows, "Punkter med V, X, begge og ingen")


def most_wanted(found: Results) -> None:
    st.header("Flest ønsker")
    top = found.most_wanted[:_MOST_DRAWN]
    if not top:
        st.markdown(no_wish(found))
        return
    tables = len(found.tables)
    st.caption(f"Hvor mange af {count(tables, 'bord', 'borde')} der har sat X.")
    bar_rows("wanted", [_wanted(item, tables) for item in top], whole=tables)


def disagreed(found: Results) -> None:
    st.header("Her er bordene uenige")
    if not found.disagreed:
        st.markdown(no_disagreement(found))
        return
    lines = [f"- **{plain(item.item)}** ({plain(item.theme)}): {disagreement(item)}" for item in found.disagreed]
    first_lines(lines)


def notes(found: Results) -> None:
    st.header("Det skrev bordene")
    if not found.notes:
        st.markdown("Ingen borde har skrevet noget.")
        return
    shown = found.notes[:_MOST_NOTES]
    first_lines([f"- **{plain(one.item)}**, {plain(one.who)}: {plain(one.note)}" for one in shown])
    if rest := len(found.notes) - len(shown):
        st.caption(
            f"{count(rest, 'note', 'noter')} til vises ikke her. Alle noter står i fanen »Plancher« eller i de rækker, "
            "der kan hentes under »Planchen på telefon«, når planchen er lukket."
        )


def draft(seen: View, found: Results) -> None:
    """From a wish to a row that can be copied into the sheet of action plans."""
    st.header("Fra ønske til handleplan")
    if not found.most_wanted:
        st.markdown("Når et bord har sat X ved et punkt, kan det blive til en række i »Handleplaner«.")
        return
    names = {f"{item.theme}: {item.item}": item for item in found.most_wanted}
    known = areas(seen.loaded.dataset)
    left, right = st.columns(2)
    with left:
        wish = st.selectbox("Ønske", list(names), format_func=lambda name: _wish(names[name]))
    with right:
        area = st.selectbox("Område i strategien", [*known, _OWN_AREA])
        if area == _OWN_AREA:
            area = st.text_input("Det nye områdes navn", placeholder="fx Fællesskaber").strip()
    if not area:
        st.markdown("Skriv områdets navn, så står rækken her.")
        return
    row = draft_plan(seen.loaded.dataset, area, names[wish].item, seen.on)
    st.markdown(
        "Kopiér rækken med knappen i hjørnet, og sæt den ind i fanen »Handleplaner«. "
        "Ret datoen, hvis planen begynder en anden dag."
    )
    st.code(tab_separated([row]), language=None, wrap_lines=True)
    st.caption(f"Kolonnerne er {', '.join(f'»{heading}«' for heading in HEADINGS)}. Den sidste er tom.")


def side_by_side(sheet: Sheet, filled: Sequence[Filled]) -> None:
    """Two organisations' sheets, item by item."""
    those = organisations(filled)
    if len(those) < 2:
        return
    st.header("Boligorganisationerne ved siden af hinanden")
    left, right = st.columns(2)
    with left:
        first = st.selectbox("Den ene", those, index=0)
    with right:
        second = st.selectbox("Den anden", those, index=1)
    one, other = results(sheet, filled, first), results(sheet, filled, second)
    st.caption(
        f"{plain(first)}: {count(len(one.tables), 'bord', 'borde')}. "
        f"{plain(second)}: {count(len(other.tables), 'bord', 'borde')}. Tallene er borde med V og borde med X."
    )
    columns = (Shown("Punkt"), Shown("Den ene", Holds.NUMBER), Shown("Den anden", Holds.NUMBER))
    theirs = {(item.theme, item.item): item for item in other.items}
    mine = {(item.theme, item.item): item for item in one.items}
    for place, theme in enumerate(dict.fromkeys(theme for theme, _ in (*mine, *theirs))):
        st.markdown(f"**{plain(theme)}**")
        items = dict.fromkeys(item for of, item in (*mine, *theirs) if of == theme)
        rows = [(plain(item), _marks(mine.get((theme, item))), _marks(theirs.get((theme, item)))) for item in items]
        table(f"beside_{place}", columns, rows, "Punkter hos begge boligorganisationer")


def pick_organisation(filled: Sequence[Filled]) -> str:
    return address.pick("Boligorganisation", "organisation", organisations(filled), str, "Alle", least=2)


def _wanted(item: ItemCount, tables: int) -> Row:
    told = f"{number(item.wanted)} af {number(tables)}"
    return Row(plain(item.item), told, f"{item.item}: {told}", (Part(item.wanted),))


def _wish(item: ItemCount) -> str:
    return f"{item.item} ({count(item.wanted, 'bord', 'borde')})"


def _amount(tables: int) -> str:
    return number(tables) if tables else "–"


def _marks(item: ItemCount | None) -> str:
    if item is None:
        return "–"
    return f"V {number(item.done + item.both)} · X {number(item.wanted)}"
