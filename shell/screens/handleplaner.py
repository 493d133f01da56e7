"""The sections of the screen »Handleplaner«."""

from fractions import Fraction

import streamlit as st

from core.action_plans.happened import happened
from core.action_plans.overview import AreaRow, IndicatorRow, PlanRow, PlansOverview
from core.action_plans.sentences import age_in_words, area_sentence, share, value_told
from core.action_plans.status import Status
from core.action_plans.tables import IndicatorKind
from core.danish import count, day, day_short, ended, number
from shell.drawing.table import Holds, Shown, table
from shell.drawing.text import plain
from shell.frame import address
from shell.frame.freshness import source_in_words
from shell.frame.view import View
from shell.handouts.workbooks.action_plans import plans_workbook
from shell.pictures.charts import Pace, pace_bars
from shell.screens.shared import since_last_meeting

MARKS = {
    Status.REACHED: "✓",
    Status.ON_TRACK: "✓",
    Status.BEHIND: "!",
    Status.MISSED: "✗",
    Status.UNMEASURED: "?",
    Status.UNCLEAR: "?",
    Status.NOT_BEGUN: "–",
}
_NO_FIGURE = "–"


def pick_area(overview: PlansOverview) -> tuple[AreaRow, ...]:
    """The areas to show: the one in the address, or all."""
    names = [area.name for area in overview.areas]
    chosen = address.pick("Område", address.AREA, names, str, "Alle områder") if len(names) > 1 else ""
    return tuple(area for area in overview.areas if not chosen or area.name == chosen)


def one_area(area: AreaRow, key: str) -> None:
    with st.container(key=f"area_{key}"):
        st.header(plain(area.name))
        st.markdown(plain(area_sentence(area)))
        if paced := [row for row in area.indicators if row.standing.expected is not None]:
            spec = pace_bars([_pace(row) for row in paced])
            st.vega_lite_chart(spec, theme=None, alt=_in_words(area, paced))
            st.caption(
                "Bjælken går fra udgangspunkt til mål. Den sorte streg er, hvor langt det burde være nået i dag. "
                "Blå: på sporet eller nået. Orange: bagud, ikke nået eller ikke målt."
            )
        for place, plan in enumerate(area.plans):
            _plan(plan, f"{key}_{place}")
        _asked_for(area, key)


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


def _asked_for(area: AreaRow, key: str) -> None:
    """What the board asked for at the last evaluation of each plan, beside what happened."""
    rows = [
        (
            plain(plan.plan.name),
            day_short(plan.due.last.date),
            plain(plan.due.last.asked or "ikke noget"),
            plain(plan.due.last.happened or "ikke oplyst endnu"),
        )
        for plan in area.plans
        if plan.due.last
    ]
    if rows:
        st.markdown("**Det bad bestyrelsen om sidst, og det skete**")
        columns = (
            Shown("Handleplan"),
            Shown("Evalueret", Holds.DATE),
            Shown("Bestyrelsen bad om"),
            Shown("Det skete"),
        )
        table(f"asked_for_{key}", columns, rows, f"Seneste evaluering af handleplanerne i {area.name}")


def _plan(row: PlanRow, key: str) -> None:
    st.markdown(f"**{plain(row.plan.name)}.** {plain(_evaluation(row))}")
    if not row.indicators:
        st.markdown("Der er ingen målepunkter.")
        return
    columns = (
        Shown("Målepunkt"),
        Shown("Status", Holds.STATUS),
        Shown("Nu", Holds.NUMBER),
        Shown("Mål", Holds.NUMBER),
        Shown("Fremdrift", Holds.NUMBER),
        Shown("Ventet", Holds.NUMBER),
        Shown("Målt", Holds.DATE),
    )
    table(f"plan_{key}", columns, [_cells(one) for one in row.indicators], f"Målepunkter i {row.plan.name}")


def _cells(row: IndicatorRow) -> tuple[str, ...]:
    now = row.standing
    return (
        f"[{plain(row.indicator.name)}]({address.link(**{address.INDICATOR: row.indicator.id})})",
        f"{MARKS[now.status]} {now.status}{', for gammel' if now.stale else ''}",
        plain(value_told(row, now.latest.value)) if now.latest else "ingen måling",
        plain(value_told(row, now.target.value)) if now.target else "intet mål",
        share(now.progress) if now.progress is not None else _NO_FIGURE,
        share(now.expected) if now.expected is not None else _NO_FIGURE,
        plain(age_in_words(row)),
    )


def _evaluation(row: PlanRow) -> str:
    due = row.due
    last = f"Evalueret {day(due.last.date)}" if due.last else "Ikke evalueret endnu"
    if due.on is None:
        return f"Afsluttet {day(row.plan.last)}. {last}." if row.plan.last else f"{last}."
    if due.overdue:
        return f"{last}. Evalueringen skulle være sket {day(due.on)}: {count(due.days_over, 'dag', 'dage')} over tid."
    return f"{last}. Næste gang senest {day(due.on)}."


def _pace(row: IndicatorRow) -> Pace:
    now = row.standing
    come = "ikke målt" if now.progress is None else f"{share(now.progress)} af vejen"
    return Pace(
        f"{row.indicator.name}: {MARKS[now.status]} {now.status}, {come}",
        now.progress,
        now.expected or Fraction(0),
        now.status.is_good,
    )


def _in_words(area: AreaRow, paced: list[IndicatorRow]) -> str:
    rows = "; ".join(_pace(row).label for row in paced)
    held = [row for row in area.indicators if row.indicator.kind is IndicatorKind.HOLD]
    more = f" Dertil {count(len(held), 'grænse', 'grænser')}, der skal holdes." if held else ""
    return ended(f"{count(len(paced), 'målepunkt', 'målepunkter')} i {area.name}: {rows}") + more
