"""The sections of the screen »Ambassadører«."""

from collections.abc import Mapping

import streamlit as st

from core.ambassadors.cohorts import CohortRow
from core.ambassadors.coverage import Cover, Coverage, Covered
from core.ambassadors.happened import happened
from core.ambassadors.overview import AmbassadorOverview
from core.ambassadors.tables import Initiative
from core.danish import count, day, day_short, listed, number, out_of, tenths
from shell.drawing.table import Holds, Shown, kept_together, table
from shell.drawing.text import plain
from shell.frame.view import View
from shell.pictures.bars import Part, Row, swatch
from shell.pictures.roles import ATTENTION, IS, PAPER
from shell.screens.shared import bar_rows, department_link, since_last_meeting, sorted_table

_PERSON, _NEVER, _LOST = "●", "○", "✕"
_HEADINGS = {
    Cover.LOST: ("har mistet sin sidste", "har mistet deres sidste"),
    Cover.NEVER: ("har aldrig haft en", "har aldrig haft en"),
    Cover.COVERED: ("har mindst én", "har mindst én"),
}
"""Of one department and of several."""
_COLORS = {Cover.LOST: ATTENTION, Cover.NEVER: PAPER, Cover.COVERED: IS}


def figures(overview: AmbassadorOverview) -> None:
    coverage, network = overview.coverage, overview.network
    without = len(coverage.departments) - coverage.covered
    shown = (
        ("Ambassadører", number(coverage.active), "er aktiv" if coverage.active == 1 else "er aktive"),
        ("Afdelinger med", out_of(coverage.covered, len(coverage.departments)), "har mindst én"),
        ("Afdelinger uden", number(without), "har ingen nu"),
        (
            "Netværksmøder",
            number(len(network.held)),
            f"i {network.year}, skal være {network.asked}",
        ),
    )
    with st.grid(4, min_column_width=150):
        for name, amount, meaning in shown:
            with st.container(gap="xxsmall"):
                st.metric(name, amount)
                st.caption(meaning)


def news(seen: View) -> None:
    since_last_meeting(seen, happened, "Der er ikke sket noget blandt ambassadørerne siden.")


def every_department(overview: AmbassadorOverview) -> None:
    """All of them at once: those that lack one first, each with its ambassadors and homes."""
    st.header("Alle afdelinger")
    if overview.coverage.departments:
        bar_rows("departments", [_all_of_them(overview.coverage)])
    for cover in Cover:
        rows = overview.coverage.with_cover(cover)
        if rows:
            one, many = _HEADINGS[cover]
            heading = count(len(rows), f"afdeling {one}", f"afdelinger {many}")
            with st.container(key=f"standing_{cover.name.lower()}"):
                st.markdown(f"{swatch(_COLORS[cover]).in_markdown()} **{heading}**")
                st.markdown("\n".join(f"- {kept_together(_told(row))}" for row in rows))


def cohorts(overview: AmbassadorOverview) -> None:
    st.header("Hold for hold")
    if not overview.cohorts:
        st.markdown("Der er ingen hold i data.")
        return
    columns = (
        Shown("Hold"),
        Shown("Begyndte", Holds.DATE),
        Shown("Startet", Holds.NUMBER),
        Shown("Gennemført", Holds.NUMBER),
        Shown("Aktive efter 12 måneder", Holds.NUMBER),
        Shown("Aktive nu", Holds.NUMBER),
    )
    rows = [
        (
            f"Hold {plain(row.cohort.id)}",
            day_short(row.begins) if row.begins else "ikke oplyst",
            "ikke oplyst" if row.started is None else number(row.started),
            number(row.finished),
            _after_a_year(row),
            number(row.active),
        )
        for row in overview.cohorts
    ]
    sorted_table("cohorts", "hold", columns, rows, "Hold: startet, gennemført, aktive efter 12 måneder og aktive nu")


def programme(overview: AmbassadorOverview) -> None:
    st.header("Kurset")
    course = overview.programme
    if course is None:
        st.markdown("Der er ingen kursusgange i data.")
        return
    missing = (
        f" {count(course.without_date, 'kursusgang', 'kursusgange')} har ingen dato endnu."
        if course.without_date
        else ""
    )
    held = f"{number(course.held)} af {count(course.of, 'kursusgang', 'kursusgange')} er holdt"
    st.markdown(f"Hold {plain(course.cohort.id)}: {held}.{missing}")
    rows = [
        (
            str(place),
            day_short(session.date),
            plain(session.topic or "ikke oplyst"),
            plain(session.place or "ikke oplyst"),
            "✓ holdt" if session.date <= overview.on else "kommer",
        )
        for place, session in enumerate(course.sessions, start=1)
    ]
    columns = (
        Shown("Gang", Holds.NUMBER),
        Shown("Dato", Holds.DATE),
        Shown("Emne"),
        Shown("Sted"),
        Shown("Holdt", Holds.STATUS),
    )
    table("programme", columns, rows, "Kursusgangene, holdt og kommende")


def network(overview: AmbassadorOverview) -> None:
    st.header("Netværksmøder")
    if overview.breach:
        st.markdown(f"**{overview.breach.sentence}**")
    st.markdown(overview.network.sentence)
    rows = [
        (day_short(one.date), plain(one.topic or "ikke oplyst"), "✓ holdt" if one.date <= overview.on else "planlagt")
        for one in (*overview.network.held, *overview.network.planned)
    ]
    if rows:
        table(
            "network",
            (Shown("Dato", Holds.DATE), Shown("Emne"), Shown("Holdt", Holds.STATUS)),
            rows,
            "Årets netværksmøder",
        )


def initiatives(overview: AmbassadorOverview) -> None:
    across = [one for one in overview.initiatives if one.across]
    st.header("Initiativer i gang")
    if not overview.initiatives:
        st.markdown("Der er ingen initiativer i gang på datoen.")
        return
    total = count(len(overview.initiatives), "initiativ", "initiativer")
    st.markdown(f"{total} er i gang, heraf {number(len(across)) if across else 'ingen'} på tværs af afdelinger.")
    rows = [
        (
            plain(one.name),
            _departments_of(one, overview.names),
            "–" if one.where_unknown else "på tværs" if one.across else "i afdelingen",
            day_short(one.first),
        )
        for one in overview.initiatives
    ]
    columns = (Shown("Initiativ"), Shown("Afdeling"), Shown("Hvor", Holds.STATUS), Shown("Begyndt", Holds.DATE))
    sorted_table("initiatives", "initiativer", columns, rows, "Initiativer i gang, hvor, og hvornår de begyndte")


def _departments_of(initiative: Initiative, names: Mapping[str, str]) -> str:
    if initiative.where_unknown:
        return "kan ikke læses"
    return listed(department_link(number, names[number]) for number in initiative.departments) or "alle afdelinger"


def calculation(overview: AmbassadorOverview) -> None:
    coverage = overview.coverage
    with st.expander("Sådan er det regnet"):
        st.markdown(
            f"""
- **Aktiv** er den, der er begyndt senest {day(overview.on)} og ikke er holdt op den dag: {number(coverage.active)}
- **Dækning** er afdelinger med mindst én aktiv ud af alle afdelinger:
  {out_of(coverage.covered, len(coverage.departments))}
- **Gennemført** er de ambassadører, der står på holdet. **Aktive efter 12 måneder** tæller kun dem,
  for hvem det er mindst 12 måneder siden.
- **Netværksmøder** tælles i kalenderåret. For få er først et brud på aftalen, når året er gået, og står, til
  bestyrelsen har holdt det nye års første møde.
"""
        )


def _all_of_them(coverage: Coverage) -> Row:
    many = {cover: len(coverage.with_cover(cover)) for cover in Cover}
    told = (count(amount, *_HEADINGS[cover]) for cover, amount in many.items() if amount)
    return Row(
        "Afdelinger",
        number(len(coverage.departments)),
        f"Afdelinger: {listed(told)}",
        tuple(Part(amount, _COLORS[cover]) for cover, amount in many.items()),
        thick=28,
    )


def _told(row: Covered) -> str:
    name = f"**{department_link(row.department.number, row.department.name)}**"
    homes = "boliger ikke oplyst" if row.department.homes is None else count(row.department.homes, "bolig", "boliger")
    if row.cover is Cover.LOST and row.lost:
        return f"{_LOST} {name}, {homes}, siden {day(row.lost)}"
    if row.cover is Cover.NEVER:
        return f"{_NEVER} {name}, {homes}"
    each = f", {tenths(row.homes_each)} pr. ambassadør" if row.homes_each and row.active > 1 else ""
    return f"{_PERSON * row.active} {name}, {homes}{each}"


def _after_a_year(row: CohortRow) -> str:
    return f"{number(row.after_a_year)} af {number(row.due)}" if row.due else "endnu ikke gået"
