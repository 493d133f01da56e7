"""The partnership agreements in one look."""

from decimal import Decimal

from core.danish import count, number
from core.partnerships.overview import PartnershipOverview
from core.subject.brief import Attention, Brief, brief_of
from core.subject.picture import Bars, Series, Unit, unless_empty


def briefs(overview: PartnershipOverview) -> tuple[Brief, ...]:
    this = next((year for year in overview.years if year.year == overview.on.year), None)
    waiting = sum(len(department.waiting) for department in overview.departments)
    reasons = []
    if this and this.over:
        more = count(this.over, "aftale mere", "aftaler mere")
        reasons.append((Attention.ACT, f"Der er indgået {more}, end der er plads til i {this.year}"))
    if waiting:
        reasons.append((Attention.ACT, f"{count(waiting, 'afdeling venter', 'afdelinger venter')} på svar"))
    if this and this.room:
        figure = f"{number(this.agreed)} af {number(this.room)}"
        meaning = f"{'plads' if this.room == 1 else 'pladser'} i {this.year} er brugt"
    else:
        figure, meaning = number(overview.running), "aftale løber" if overview.running == 1 else "aftaler løber"
    return (brief_of(overview.sentence, figure, meaning, year_parts(overview), reasons, overview.aside),)


def year_parts(overview: PartnershipOverview) -> Bars | None:
    """Agreements and the room there was, year by year, the oldest first."""
    years = [year for year in reversed(overview.years) if year.room is not None or year.agreed]
    known = all(year.room is not None for year in years)
    series = [Series("Indgået", tuple(Decimal(year.agreed) for year in years))]
    if known:
        series.append(Series("Pladser", tuple(Decimal(year.room or 0) for year in years)))
    return unless_empty(Bars(tuple(str(year.year) for year in years), tuple(series), Unit.COUNT))
