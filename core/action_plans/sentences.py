"""The measures as a board says them."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

from core.action_plans.overview import AreaRow, IndicatorRow, PlanRow, PlansOverview
from core.action_plans.progress import is_good, paced
from core.action_plans.status import Status
from core.action_plans.tables import IndicatorKind, Limit
from core.danish import NO_BREAK_SPACE, capital, count, day, ended, listed, number, percent


def conclusion(overview: PlansOverview) -> str:
    """'9 af 14 målepunkter er på sporet; en årlig evaluering i Det grønne er 43 dage over tid'."""
    if not overview.areas:
        return f"Ingen handleplaner er begyndt den {day(overview.on)}."
    counted, good = overview.counted, sum(row.standing.status.is_good for row in overview.counted)
    if counted:
        said = f"{number(good)} af {count(len(counted), 'målepunkt', 'målepunkter')} er på sporet"
    else:
        said = _untold(
            overview.indicators, "Der er ingen målepunkter i handleplanerne", "Ingen målepunkter er målt endnu"
        )
    parts = [said]
    if (unmeasured := sum(row.standing.status is Status.UNMEASURED for row in overview.indicators)) and counted:
        parts.append(f"{number(unmeasured)} mangler måling")
    return ended("; ".join([*parts, *_overdue([area for area in overview.areas if area.overdue])]))


def area_sentence(area: AreaRow) -> str:
    """How many of the area's indicators are where, those that cannot be told apart."""
    rows = area.indicators
    if not rows:
        return "Der er ingen målepunkter."
    counted = [row for row in rows if row.standing.status.is_counted]
    if counted:
        good = sum(row.standing.status.is_good for row in counted)
        said = f"{number(good)} af {count(len(counted), 'målepunkt', 'målepunkter')} er på sporet"
    else:
        said = _untold(rows, "", "Intet er målt")
    rest = [
        f"{number(amount)} {status}"
        for status in (Status.UNMEASURED, Status.UNCLEAR, Status.NOT_BEGUN)
        if (amount := sum(row.standing.status is status for row in rows))
    ]
    return ended(f"{said}. Ikke regnet med: {listed(rest)}" if rest else said)


def _untold(rows: Sequence[IndicatorRow], none: str, unmeasured: str) -> str:
    """Of indicators of which none can be told to be on track or not."""
    if not rows:
        return none
    return "Intet målepunkt kan bedømmes endnu" if any(row.standing.latest for row in rows) else unmeasured


def evaluation_sentence(plan: PlanRow) -> str:
    """When the plan was evaluated, and when it is to be again."""
    due = plan.due
    last = f"Evalueret {day(due.last.date)}" if due.last else "Ikke evalueret endnu"
    if due.on is None:
        return ended(f"Afsluttet {day(plan.plan.last)}. {last}" if plan.plan.last else last)
    if due.overdue:
        late = count(due.days_over, "dag", "dage")
        return ended(f"{last}. Evalueringen skulle være sket {day(due.on)}: {late} over tid")
    return ended(f"{last}. Næste gang senest {day(due.on)}")


def asked_sentence(plan: PlanRow) -> str:
    """What the board asked for at the last evaluation and what came of it; '' where it asked for nothing."""
    last = plan.due.last
    if last is None:
        return ""
    if not last.asked:
        return ended(f"Siden skete: {last.happened}") if last.happened else ""
    happened = f"Det skete: {last.happened}" if last.happened else "Hvad der siden skete, er ikke oplyst"
    return f"{ended(f'Bestyrelsen bad om: {last.asked}')} {ended(happened)}"


def progress_sentence(row: IndicatorRow) -> str:
    """'Varmeforbrug: 47 % af vejen til målet, ventet 41 %.'; of a limit the value beside it."""
    now, name = row.standing, row.indicator.name
    if now.target is None:
        return ended(f"{name}: der er intet mål i data")
    if now.latest is None:
        come = "ikke målt siden udgangspunktet" if row.measured else "aldrig målt"
    elif row.indicator.kind is IndicatorKind.HOLD:
        return ended(f"{name}: {value_told(row, now.latest.value)}, grænsen er {_aim(row)}")
    else:
        come = "kan ikke regnes ud" if now.progress is None else f"{share(now.progress)} af vejen til målet"
    expected = f", ventet {share(now.expected)}" if now.expected is not None else ""
    return ended(f"{name}: {come}{expected}")


def course_sentence(row: IndicatorRow) -> str:
    """From the baseline to the newest measurement."""
    now, one = row.standing, row.indicator
    if now.latest is None:
        return "Ingen måling siden udgangspunktet."
    return ended(
        f"Fra {value_told(row, one.baseline)} {day(one.baseline_on)} "
        f"til {value_told(row, now.latest.value)} {day(now.latest.date)}"
    )


def aim_in_brief(row: IndicatorRow) -> str:
    """'mål 60', 'højst 100': to stand beside the value, which has the unit."""
    if row.standing.target is None:
        return "intet mål"
    return f"{_side(row) or 'mål'} {number(row.standing.target.value)}"


def value_told(row: IndicatorRow, value: Decimal | float | Fraction) -> str:
    """With the indicator's unit, and no more decimals than are of use."""
    if isinstance(value, Fraction | float):
        value = Decimal(str(round(float(value), 2)))
    return f"{number(value)}{NO_BREAK_SPACE}{row.indicator.measured_in}"


def share(value: Fraction) -> str:
    """In whole percent, also below 0 and above 100."""
    return percent(Fraction(whole_percent(value), 100))


def whole_percent(value: Fraction) -> int:
    """Half a percent up: 33/40 -> 83."""
    return floor(value * 100 + Fraction(1, 2))


def indicator_sentence(row: IndicatorRow) -> str:
    """'Varmeforbrug er på sporet: 86 kWh/m², målet er 30 kWh/m² den 31. dec. 2030.'"""
    now, name = row.standing, row.indicator.name
    target = now.target
    aim = f"; målet er {_aim(row)} den {day(target.reached_on)}" if target else "; der er intet mål i data"
    if now.latest is None:
        return ended(f"{name} {now.status.told()}{aim}")
    old = " (målingen er for gammel)" if now.stale else ""
    return ended(f"{name} {now.status.told()}{old}: {value_told(row, now.latest.value)}{aim}")


def pace_sentence(row: IndicatorRow, on: date) -> str:
    """Where it should be on the date beside how old the newest measurement is: 'Pr. 25. nov. 2026 burde det være
    151,96 kg. Den seneste måling er 161,8 kg og 150 dage gammel. Målepunktet var på sporet, da det blev målt.'
    """
    now = row.standing
    if now.target is None or now.status is Status.NOT_BEGUN:
        return ""
    if row.indicator.kind is IndicatorKind.HOLD:
        due = f"Grænsen er {_aim(row)}"
    elif on > now.target.reached_on:
        due = f"{capital(_aim(row))} skulle være nået {day(now.target.reached_on)}"
    else:
        due = f"Pr. {day(on)} burde det være {value_told(row, paced(row.indicator, now.target, on))}"
    return " ".join([ended(due), *_age(row, on)])


def _age(row: IndicatorRow, on: date) -> Iterator[str]:
    latest = row.standing.latest
    if latest is None:
        yield "Det er ikke målt siden udgangspunktet." if row.measured else "Det er aldrig målt."
        return
    days = (on - latest.date).days
    old = f"{count(days, 'dag', 'dage')} gammel" if days else "fra samme dag"
    yield f"Den seneste måling er {value_told(row, latest.value)} og {old}."
    then = next(standing.status for one, standing in row.measured if one == latest)
    if then is not row.standing.status:
        yield f"Målepunktet {then.was}, da det blev målt."


def forecast_sentence(row: IndicatorRow) -> str:
    target = row.standing.target
    if row.forecast is None or target is None:
        return ""
    foreseen = Fraction(str(round(row.forecast, 6)))
    good = is_good(row.indicator, target, foreseen)
    verdict = {True: " Så bliver målet nået.", False: " Så bliver målet ikke nået.", None: ""}[good]
    return f"Hvis udviklingen fortsætter, er det {value_told(row, row.forecast)} den {day(target.reached_on)}.{verdict}"


def _aim(row: IndicatorRow) -> str:
    assert row.standing.target
    return f"{_side(row)} {value_told(row, row.standing.target.value)}".lstrip()


def _side(row: IndicatorRow) -> str:
    """Of a limit: which side of it is to be held, where that is told."""
    limit = row.indicator.limit if row.indicator.kind is IndicatorKind.HOLD else None
    return {Limit.AT_LEAST: "mindst", Limit.AT_MOST: "højst", None: ""}[limit]


def _overdue(areas: list[AreaRow]) -> list[str]:
    late = [plan.due.days_over for area in areas for plan in area.overdue]
    if not late:
        return []
    where = f" i {areas[0].name}" if len(areas) == 1 else ""
    most = count(max(late), "dag", "dage")
    if len(late) == 1:
        return [f"en årlig evaluering{where} er {most} over tid"]
    return [f"{number(len(late))} årlige evalueringer{where} er op til {most} over tid"]
