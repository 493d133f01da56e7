"""The measures as a board says them."""

from decimal import Decimal
from fractions import Fraction
from math import floor

from core.action_plans.overview import AreaRow, IndicatorRow, PlansOverview
from core.action_plans.progress import is_good
from core.action_plans.status import Status
from core.action_plans.tables import IndicatorKind, Limit
from core.danish import count, day, day_short, ended, listed, number, percent


def conclusion(overview: PlansOverview) -> str:
    """'9 af 14 målepunkter er på sporet; en årlig evaluering i Det grønne er 43 dage over tid'."""
    if not overview.areas:
        return f"Ingen handleplaner er begyndt den {day(overview.on)}."
    counted, good = overview.counted, sum(row.standing.status.is_good for row in overview.counted)
    if counted:
        said = f"{number(good)} af {count(len(counted), 'målepunkt', 'målepunkter')} er på sporet"
    else:
        said = "Ingen målepunkter er målt endnu"
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
        said = "Intet er målt"
    rest = [
        f"{number(amount)} {status}"
        for status in (Status.UNMEASURED, Status.UNCLEAR, Status.NOT_BEGUN)
        if (amount := sum(row.standing.status is status for row in rows))
    ]
    return ended(f"{said}. Ikke regnet med: {listed(rest)}" if rest else said)


def age_in_words(row: IndicatorRow) -> str:
    """When it was last measured, and whether that is too long ago."""
    latest = row.standing.latest
    if latest is None:
        return "ikke målt siden udgangspunktet" if row.measured else "aldrig målt"
    return f"{day_short(latest.date)}{' (for gammel)' if row.standing.stale else ''}"


def value_told(row: IndicatorRow, value: Decimal | float | Fraction) -> str:
    """With the indicator's unit, and no more decimals than are of use."""
    if isinstance(value, Fraction | float):
        value = Decimal(str(round(float(value), 2)))
    return f"{number(value)} {row.indicator.measured_in}"


def share(value: Fraction) -> str:
    """In whole percent, also below 0 and above 100."""
    return percent(Fraction(whole_percent(value), 100))


def whole_percent(value: Fraction) -> int:
    """Half a percent up: 33/40 -> 83."""
    return floor(value * 100 + Fraction(1, 2))


def indicator_sentence(row: IndicatorRow) -> str:
    """'Varmeforbrug er på sporet: 86 kWh/m², målet er 30 kWh/m² den 31. december 2030.'"""
    now, name = row.standing, row.indicator.name
    target = now.target
    aim = f"; målet er {_aim(row)} den {day(target.reached_on)}" if target else "; der er intet mål i data"
    if now.latest is None:
        return ended(f"{name} {now.status.told()}{aim}")
    old = " (målingen er for gammel)" if now.stale else ""
    return ended(f"{name} {now.status.told()}{old}: {value_told(row, now.latest.value)}{aim}")


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
    told = value_told(row, row.standing.target.value)
    if row.indicator.kind is IndicatorKind.HOLD and row.indicator.limit is not None:
        return f"{'mindst' if row.indicator.limit is Limit.AT_LEAST else 'højst'} {told}"
    return told


def _overdue(areas: list[AreaRow]) -> list[str]:
    late = [plan.due.days_over for area in areas for plan in area.overdue]
    if not late:
        return []
    where = f" i {areas[0].name}" if len(areas) == 1 else ""
    most = count(max(late), "dag", "dage")
    if len(late) == 1:
        return [f"en årlig evaluering{where} er {most} over tid"]
    return [f"{number(len(late))} årlige evalueringer{where} er op til {most} over tid"]
