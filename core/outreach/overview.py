"""Outreach: what has been told, when and to whom, and which areas and months nobody heard about."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from core.calendar.months import months_after
from core.contract.dataset import Dataset
from core.danish import count, ended, listed, sort_key
from core.organisation.areas import areas_of
from core.outreach.tables import OUTREACH, Outreach, Side

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Month:
    first: date
    # By area, in the order of the areas.
    told: tuple[int, ...]

    @property
    def silent(self) -> bool:
        return not any(self.told)


@dataclass(frozen=True, slots=True)
class OutreachOverview:
    on: date
    # Everything not after the date, newest first.
    told: tuple[Outreach, ...]
    # All that plans, ideas or outreach name, in Danish order.
    areas: tuple[str, ...]
    # The last twelve, oldest first, the date's own the last.
    months: tuple[Month, ...]
    # Of those months.
    sides: dict[Side, int]
    aside: int

    @property
    def silent_areas(self) -> tuple[str, ...]:
        """Areas that nothing was told of in the last twelve months."""
        return tuple(
            area for place, area in enumerate(self.areas) if not any(month.told[place] for month in self.months)
        )

    @property
    def sentence(self) -> str:
        times = sum(sum(month.told) for month in self.months)
        if not times:
            return "Der er ikke fortalt noget det seneste år."
        said = f"Der er fortalt {count(times, 'gang', 'gange')} på et år"
        if self.silent_areas:
            return f"{said}, men ikke om {listed(self.silent_areas, 'eller')}."
        silent = sum(month.silent for month in self.months)
        return ended(f"{said}; i {count(silent, 'måned', 'måneder')} hørte ingen noget" if silent else said)


def outreach_overview(dataset: Dataset, on: date) -> OutreachOverview:
    told = sorted((one for one in dataset.of(Outreach) if one.date <= on), key=lambda one: one.date, reverse=True)
    spelled = areas_of(dataset)
    areas = tuple(sorted(set(spelled.values()), key=sort_key))
    months = [months_after(on.replace(day=1), -back) for back in reversed(range(MONTHS))]
    counts = Counter((one.date.replace(day=1), spelled[one.area]) for one in told)
    lately = [one for one in told if one.date >= months[0]]
    return OutreachOverview(
        on=on,
        told=tuple(told),
        areas=areas,
        months=tuple(Month(month, tuple(counts[month, area] for area in areas)) for month in months),
        sides=dict(Counter(one.side for one in lately)),
        aside=dataset.not_counted(OUTREACH.name),
    )
