"""The partnership agreements on slides."""

from collections.abc import Iterator
from decimal import Decimal

from core.danish import count, day, number
from core.partnerships.overview import PartnershipOverview
from core.subject.message import Chosen, Message
from core.subject.picture import Bars, Series, Unit, unless_empty
from core.subject.small import Role


def messages(overview: PartnershipOverview, chosen: Chosen) -> Iterator[Message]:
    running = count(overview.running, "aftale", "aftaler") if overview.running else "ingen aftaler"
    yield Message(
        overview.sentence,
        _by_year(overview),
        calculation=(
            "Indgået er aftaler indgået i året. Pladser er, hvor mange afdelinger der kan få en aftale det år.",
            f"Den {day(overview.on)} løber {running}.",
        ),
        questions=("Har vi det rigtige antal pladser næste år?", "Hvad lærer afdelingerne af hinanden?"),
    )


def _by_year(overview: PartnershipOverview) -> Bars | None:
    """Agreements, and the room there was where that is known of every year; the oldest first. Only in the year of the
    date does what is beyond it ask for attention.
    """
    years = [year for year in reversed(overview.years) if year.room is not None or year.agreed]
    asks = tuple(
        f"{number(year.over)} for {'meget' if year.over == 1 else 'mange'}"
        if year.over and year.year == overview.on.year
        else ""
        for year in years
    )
    series = [Series("Indgået", tuple(Decimal(year.agreed) for year in years), asks=asks)]
    if all(year.room is not None for year in years):
        series.append(Series("Pladser", tuple(Decimal(year.room or 0) for year in years), Role.PLANNED))
    return unless_empty(Bars(tuple(str(year.year) for year in years), tuple(series), Unit.COUNT))
