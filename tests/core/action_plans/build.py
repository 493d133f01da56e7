"""Indicators, targets and measurements with what a test is about, and nothing else."""

from datetime import date
from decimal import Decimal
from typing import Any

from core.action_plans.tables import Indicator, IndicatorKind, Measurement, Target
from core.danish import NO_BREAK_SPACE


def day(text: str) -> date:
    return date.fromisoformat(text)


def said(text: str) -> str:
    """With plain spaces, as one types it."""
    return text.replace(NO_BREAK_SPACE, " ")


def indicator(baseline: str = "100", on: str = "2024-01-01", **given: Any) -> Indicator:
    given.setdefault("kind", IndicatorKind.REACH)
    return Indicator(
        id="I",
        plan="P",
        name="Varme",
        measured_in="kWh",
        baseline=Decimal(baseline),
        baseline_on=day(on),
        **given,
    )


def target(value: str = "30", reached: str = "2030-12-31", valid: str = "2024-01-01") -> Target:
    return Target("I", Decimal(value), day(reached), day(valid))


def measured(*pairs: tuple[str, str]) -> list[Measurement]:
    """Day and value of each."""
    return [Measurement("I", day(on), Decimal(value)) for on, value in pairs]
