"""The sections of the screen »Handleplaner«."""

from collections.abc import Sequence

import streamlit as st

from core.action_plans.happened import happened
from core.action_plans.overview import AreaRow, IndicatorRow, PlanRow, PlansOverview
from core.action_plans.sentences import (
    aim_in_brief,
    area_sentence,
    asked_sentence,
    course_sentence,
    evaluation_sentence,
    progress_sentence,
    value_told,
)
from core.action_plans.status import Status
from core.action_plans.tables import IndicatorKind
from core.danish import number
from shell.drawing.text import plain
from shell.frame import address
from shell.frame.freshness import source_in_words
from shell.frame.view import View
from shell.handouts.workbooks.action_plans import plans_workbook
from shell.pictures.bars import swatch, tick_swatch
from shell.pictures.bullet import bullet, held
from shell.pictures.roles import ATTENTION, IS, PAPER, PLANNED
from shell.pictures.svg import Drawing
from shell.pictures.trend import trend
from shell.screens.shared import bar_legend, since_last_meeting

MARKS = {
    Status.REACHED: "✓",
    Status.ON_TRACK: "✓",
    Status.BEHIND: "!",
    Status.MISSED: "✗",
    Status.UNMEASURED: "?",
    Status.UNCLEAR: "?",
    Status.NOT_BEGUN: "–",
}


def pick_area(overview: PlansOverview) -> tuple[AreaRow, ...]:
    """The areas to show: the one in the address, or all."""
    names = [area.name for area in overview.areas]
    chosen = address.pick("Område", address.AREA, names, str, "Alle områder", least=2)
    return tuple(area for area in overview.areas if not chosen or area.name == chosen)


def legend(areas: Sequence[AreaRow]) -> None:
    """Only of what is shown."""
    kinds = {row.indicator.kind for area in areas for row in area.indicators}
    ticks = {
        IndicatorKind.REACH: "så langt burde det være nået nu",
        IndicatorKind.HOLD: "grænsen, der skal holdes",
    }
    if not kinds:
        return
    entries = [
        (swatch(IS), "på sporet eller nået"),
        (swatch(ATTENTION), "bagud eller ikke nået"),
        (swatch(PAPER), "ikke målt eller kan ikke bedømmes"),
        (tick_swatch(), ", eller ".join(words for kind, words in ticks.items() if kind in kinds)),
    ]
    if IndicatorKind.REACH in kinds:
        entries.insert(2, (swatch(PLANNED), "resten af vejen til målet"))
    bar_legend("plans", entries)


def one_area(area: AreaRow, key: str) -> None:
    with st.container(key=f"area_{key}"):
        st.header(plain(area.name))
        st.markdown(plain(area_sentence(area)))
        for place, plan in enumerate(area.plans):
            with st.container(key=f"plan_{key}_{place}"):
                st.markdown(_plan(plan))


def news(seen: View) -> None:
    since_last_meeting(seen, happened, "Intet er målt eller evalueret siden.")


def download(seen: View, overview: PlansOverview) -> None:
    st.download_button(
        "Hent ledelsesrapportering som Excel",
        lambda: plans_workbook(source_in_words(seen), overview),
        file_name=f"handleplaner-{overview.on.isoformat()}.xlsx",
        on_click="ignore",
        icon=":material/download:",
    )
    st.caption("Til papir: udskriv siden fra browseren i A4. Hvert område begynder på sit eget ark.")


def calculation(overview: PlansOverview) -> None:
    with st.expander("Sådan er det regnet"):
        st.markdown(
            f"""
- **Fremdrift** er (måling − udgangspunkt) / (mål − udgangspunkt). Den kan være under 0 og over 100 %.
- **Ventet** er den del af tiden fra udgangspunkt til mål, der er gået.
- **På sporet**: fremdriften er højst {number(overview.tolerance)} procentpoint under det ventede. **Bagud**: mere.
- **Nået**: fremdriften er mindst 100 %, eller for »hold«: målingen er på den rigtige side af grænsen.
- **Ikke nået**: datoen for målet er forbi, og det er ikke nået.
- **Mangler måling**: der er ingen måling. Det tæller ikke med i »x af y«. Er den seneste måling ældre, end målepunktet
  skal måles, står svaret ved magt, men mærket »for gammel«.
- **Nyt mål undervejs**: hver måling er bedømt efter det mål, der gjaldt den dag.
- **Evaluering** skal ske et år efter den seneste, eller efter begyndelsen.
- Tal i forskellige enheder er aldrig lagt sammen eller taget gennemsnit af.
"""
        )


def _plan(plan: PlanRow) -> str:
    rows = "\n".join(map(_row, plan.indicators)) or "Der er ingen målepunkter."
    return f"**{plain(plan.plan.name)}** {evaluation(plan)}\n\n{rows}"


def evaluation(plan: PlanRow) -> str:
    """In Markdown."""
    told = plain(evaluation_sentence(plan))
    return f"{f'**! {told}**' if plan.due.overdue else told} {plain(asked_sentence(plan))}".rstrip()


def _row(row: IndicatorRow) -> str:
    """Name, bar, value, aim, course and status; style.css knows them by this order."""
    now, one = row.standing, row.indicator
    name = f"[{plain(one.name)}]({address.link(**{address.INDICATOR: one.id})})"
    value = plain(value_told(row, now.latest.value)) if now.latest else "ingen måling"
    status = f"{MARKS[now.status]} {now.status}{', for gammel' if now.stale else ''}"
    return (
        f"- {name} {_bar(row).in_markdown()} **{value}** *{plain(aim_in_brief(row))}* "
        f"{_course(row).in_markdown()} *{status}*"
    )


def _bar(row: IndicatorRow) -> Drawing:
    now, words = row.standing, progress_sentence(row)
    if now.target and row.indicator.kind is IndicatorKind.HOLD:
        value = float(now.latest.value) if now.latest else None
        good = now.status.is_good if now.status.is_counted else None
        return held(words, value, float(now.target.value), good=good)
    return bullet(words, now.progress, now.expected, good=now.status.is_good)


def _course(row: IndicatorRow) -> Drawing:
    one = row.indicator
    measured = [(point.date, float(point.value)) for point, _ in row.measured if point.date >= one.baseline_on]
    return trend(course_sentence(row), [(one.baseline_on, float(one.baseline)), *measured])
