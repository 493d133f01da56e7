"""One indicator, opened from the list: its measurements against the pace, and every figure with its formula."""

from datetime import date

import streamlit as st

from core.action_plans.overview import AreaRow, IndicatorRow, PlanRow, PlansOverview
from core.action_plans.progress import paced
from core.action_plans.sentences import (
    aim_in_brief,
    forecast_sentence,
    indicator_sentence,
    pace_sentence,
    share,
    value_told,
)
from core.action_plans.status import Status
from core.action_plans.tables import IndicatorKind, Target
from core.danish import count, day, day_short, number
from shell.drawing.table import Holds, Shown, table
from shell.drawing.text import plain
from shell.frame import address, frame
from shell.pictures.charts import Aim, Now, measured_line
from shell.screens.handleplaner import MARKS, evaluation


def indicator(overview: PlansOverview, key: str, today: date) -> None:
    plans = [(area, plan) for area in overview.areas for plan in area.plans]
    found = [(area, plan, row) for area, plan in plans for row in plan.indicators if row.indicator.id == key]
    if not found:
        frame.conclusion(f"Målepunktet {key} findes ikke pr. {day(overview.on)}")
        _back()
        st.markdown("Vælg en senere dato, eller gå tilbage til handleplanerne.")
        return
    ((area, plan, row),) = found
    frame.conclusion(indicator_sentence(row))
    _back()
    _course(row, overview.on, today)
    _formula(row, overview)
    _plan(area, plan)
    _measurements(row)


def _back() -> None:
    st.page_link(
        "pages/board/handleplaner.py",
        label="Tilbage til handleplanerne",
        icon=":material/arrow_back:",
        query_params=address.kept(),
    )


def _course(row: IndicatorRow, on: date, today: date) -> None:
    st.header("Målinger og plan")
    if said := " ".join(filter(None, (pace_sentence(row, on), forecast_sentence(row)))):
        st.markdown(plain(said))
    if row.later:
        st.markdown(f"{count(row.later, 'måling', 'målinger')} efter {day(on)} er ikke med.")
    if (target := row.standing.target) is None:
        return
    measured = tuple((one.date, float(one.value), value_told(row, one.value)) for one, _ in row.measured)
    held = row.indicator.kind is IndicatorKind.HOLD
    wrong = row.standing.status in (Status.BEHIND, Status.MISSED)
    short_of = float(target.value if held else paced(row.indicator, target, on)) if wrong else None
    spec = measured_line(
        measured,
        _pace_lines(row, on),
        row.indicator.measured_in,
        Now(on, "i dag" if on == today else day(on), short_of),
        Aim(max(target.reached_on, row.indicator.baseline_on), float(target.value), aim_in_brief(row)),
    )
    many = count(len(measured), "måling", "målinger")
    st.vega_lite_chart(spec, theme=None, alt=f"{many} ved siden af planen. {indicator_sentence(row)}")
    line = (
        "grænsen, der skal holdes" if held else "vejen fra udgangspunkt til mål, hvis det gik lige hurtigt hele tiden"
    )
    missing = " Orange: så meget mangler der." if wrong and measured else ""
    st.caption(
        f"Blå: målingerne, og den seneste ført frem til den lodrette streg. Stiplet: {line}.{missing}"
        if measured
        else f"Stiplet: {line}."
    )


def _pace_lines(row: IndicatorRow, on: date) -> tuple[tuple[tuple[date, float], ...], ...]:
    """For each target the part of the time in which it was the one to reach; level where it is to be held."""
    targets = {standing.target for _, standing in row.measured if standing.target} | {row.standing.target}
    ordered: list[Target] = sorted((one for one in targets if one), key=lambda one: one.valid_from)
    lines = []
    for place, target in enumerate(ordered):
        begins = row.indicator.baseline_on if place == 0 else target.valid_from
        ends = ordered[place + 1].valid_from if place + 1 < len(ordered) else max(target.reached_on, begins)
        held = row.indicator.kind is IndicatorKind.HOLD
        lines.append(
            tuple((one, float(target.value if held else paced(row.indicator, target, one))) for one in (begins, ends))
        )
    return tuple(lines)


def _formula(row: IndicatorRow, overview: PlansOverview) -> None:
    st.header("Sådan er det regnet")
    now, one = row.standing, row.indicator
    if now.target is None or now.latest is None:
        before = " Det, der er målt før udgangspunktet, er ikke fremdrift." if row.measured else ""
        st.markdown(f"Uden både mål og måling er der intet at regne.{before if now.latest is None else ''}")
        return
    value, target, start = number(now.latest.value), number(now.target.value), number(one.baseline)
    lines = [
        f"- Udgangspunkt {start} den {day(one.baseline_on)}, mål {target} den {day(now.target.reached_on)}, "
        f"målt {value} den {day(now.latest.date)}. Enhed: {plain(one.measured_in)}."
    ]
    if one.kind is IndicatorKind.HOLD:
        lines.append("- Målet skal holdes: det tæller, om målingen er på den rigtige side af grænsen.")
    elif now.progress is None or now.expected is None:
        lines.append("- Udgangspunkt og mål er ens, så fremdriften kan ikke regnes ud.")
    else:
        passed = min(max((overview.on - one.baseline_on).days, 0), (now.target.reached_on - one.baseline_on).days)
        whole = (now.target.reached_on - one.baseline_on).days
        lines += [
            f"- Fremdrift = ({value} − {start}) / ({target} − {start}) = **{share(now.progress)}**",
            f"- Ventet = {count(passed, 'dag', 'dage')} / {count(whole, 'dag', 'dage')} = **{share(now.expected)}**",
            f"- På sporet, når fremdriften er mindst det ventede minus {number(overview.tolerance)} procentpoint.",
        ]
    st.markdown("\n".join(lines))


def _plan(area: AreaRow, plan: PlanRow) -> None:
    st.header("Handleplanen")
    st.markdown(f"**{plain(plan.plan.name)}** i området {plain(area.name)}. {evaluation(plan)}")


def _measurements(row: IndicatorRow) -> None:
    st.header("Alle målinger")
    if not row.measured:
        st.markdown("Der er ingen målinger endnu.")
        return
    rows = [
        (
            day_short(one.date),
            plain(value_told(row, one.value)),
            plain(value_told(row, standing.target.value)) if standing.target else "intet mål",
            f"{MARKS[standing.status]} {standing.status}",
        )
        for one, standing in reversed(row.measured)
    ]
    columns = (
        Shown("Målt", Holds.DATE),
        Shown("Måling", Holds.NUMBER),
        Shown("Målet den dag", Holds.NUMBER),
        Shown("Status", Holds.STATUS),
    )
    table("measurements", columns, rows, "Alle målinger, de nyeste først, med målet og status den dag")
