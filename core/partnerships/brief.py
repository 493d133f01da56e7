"""The partnership agreements in one look."""

from collections.abc import Iterator
from decimal import Decimal

from core.danish import capital, count, number, part_of
from core.partnerships.overview import PartnershipOverview, Year
from core.subject.brief import Attention, Brief, Reason, brief_of
from core.subject.small import Column, Columns, Role

_MOST_YEARS = 6
THIS_YEAR = "i år"
"""Under the year of the date."""


def briefs(overview: PartnershipOverview) -> tuple[Brief, ...]:
    this = overview.this_year
    value = this.agreed if this and (this.room or this.over) else overview.running
    if this and this.room:
        figure = f"{number(this.agreed)} af {number(this.room)}"
        meaning = f"{'plads' if this.room == 1 else 'pladser'} i {this.year} er brugt"
    elif this and this.over:
        figure, meaning = number(this.agreed), f"{'aftale' if this.agreed == 1 else 'aftaler'} i {this.year} uden plads"
    else:
        figure, meaning = number(overview.running), "aftale løber" if overview.running == 1 else "aftaler løber"
    return (
        brief_of(
            figure,
            meaning,
            _columns(overview),
            _reasons(overview),
            _notes(overview),
            overview.aside,
            value=Decimal(value),
        ),
    )


def _reasons(overview: PartnershipOverview) -> Iterator[Reason]:
    this = overview.this_year
    if this and this.over:
        more = count(this.over, "aftale mere", "aftaler mere")
        yield Reason(
            Attention.ACT,
            f"Der er indgået {more}, end der er plads til i {this.year}",
            count(this.over, "partnerskab er for meget", "partnerskaber er for mange"),
            in_figure=True,
        )
    if overview.waiting:
        they = f"{count(overview.waiting, 'afdeling venter', 'afdelinger venter')} på svar"
        yield Reason(
            Attention.ACT,
            they,
            f"{they} om en partnerskabsaftale",
        )


def _notes(overview: PartnershipOverview) -> tuple[str, ...]:
    never, every = len(overview.never), overview.every
    if not every:
        return ("Der er ingen afdelinger i data",)
    if never == every:
        return ("Ingen afdelinger har haft en aftale endnu",)
    if not never:
        return (f"{capital(part_of(every, every, 'afdeling', 'afdelinger'))} har haft en aftale",)
    return (f"{part_of(never, every, 'afdeling', 'afdelinger')} har aldrig haft en aftale",)


def _columns(overview: PartnershipOverview) -> Columns | None:
    """Agreements and the room there was, year by year, the oldest first."""
    years = [year for year in reversed(overview.years) if year.room is not None or year.agreed][-_MOST_YEARS:]
    if not any(year.agreed or year.room for year in years):
        return None
    return Columns(tuple(_column(year, overview.on.year) for year in years))


def _column(year: Year, this_year: int) -> Column:
    now = year.year == this_year
    room = "" if year.room is None else f", plads til {number(year.room)}"
    return Column(
        THIS_YEAR if now else str(year.year),
        Decimal(year.agreed),
        Role.ATTENTION if now and year.over else Role.IS,
        f"{year.year}: {count(year.agreed, 'aftale', 'aftaler')}{room}",
        None if year.room is None else Decimal(year.room),
    )
