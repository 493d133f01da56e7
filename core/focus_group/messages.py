"""The focus group on slides."""

from collections.abc import Iterator
from decimal import Decimal

from core.danish import percent
from core.focus_group.overview import FocusGroupOverview
from core.focus_group.sentences import category_told, chance_in_words, conclusion, is_uneven, verdict_in_words
from core.subject.message import Chosen, Message
from core.subject.picture import Bars, Series, Unit
from core.subject.small import Role


def messages(overview: FocusGroupOverview, chosen: Chosen) -> Iterator[Message]:
    ages = overview.ages
    calculation = ["»Som beboerne« er gruppens størrelse gange beboernes andel i hver aldersgruppe."]
    if ages.d is not None and ages.best is not None:
        calculation.append(
            f"Skævhed D = ½ · Σ |gruppens andel − beboernes andel| = {percent(round(ages.d, 3))}; "
            f"den mindste, en gruppe af den størrelse kan have, er {percent(round(ages.best, 3))}."
        )
    if ages.by_lot:
        calculation += [chance_in_words(ages.by_lot), verdict_in_words(ages)]
    yield Message(
        conclusion(overview),
        _beside_residents(overview),
        calculation=tuple(calculation),
        questions=(
            "Gruppen er åben for alle. Hvem vil vi invitere næste gang, og hvem spørger?",
            "Hvad skal gruppen hjælpe os med det næste år?",
        ),
    )


def _beside_residents(overview: FocusGroupOverview) -> Bars | None:
    """The group, and as many as there would be of each if it were as the residents."""
    ages = overview.ages
    if not ages.seats:
        return None
    short = {one.place for one in ages.shortages} if is_uneven(ages) else set()
    return Bars(
        tuple(category_told(category, overview.names, "Øvrige aldersgrupper") for category in ages.categories),
        (
            Series(
                "I gruppen",
                tuple(Decimal(category.count) for category in ages.categories),
                asks=tuple("for få" if place in short else "" for place in range(len(ages.categories))),
            ),
            Series(
                "Som beboerne",
                tuple(Decimal(seat.expected.numerator) / seat.expected.denominator for seat in ages.seats),
                Role.PLANNED,
            ),
        ),
        Unit.COUNT,
    )
