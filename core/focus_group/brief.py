"""The focus group in one look."""

from decimal import Decimal

from core.danish import count
from core.focus_group.compared import Compared
from core.focus_group.overview import FocusGroupOverview
from core.focus_group.sentences import category_told, conclusion, is_uneven
from core.subject.brief import Attention, Brief, brief_of
from core.subject.picture import Bars, Series, Unit


def briefs(overview: FocusGroupOverview) -> tuple[Brief, ...]:
    reasons = []
    if not overview.members:
        reasons.append((Attention.ACT, "Fokusgruppen har ingen medlemmer"))
    for what, compared in (("alder", overview.ages), ("afdelinger", overview.departments)):
        if compared and is_uneven(compared):
            reasons.append((Attention.WATCH, f"Gruppen er skæv på {what}"))
    return (
        brief_of(
            conclusion(overview),
            count(overview.members, "medlem", "medlemmer"),
            "er i fokusgruppen",
            beside_residents(overview.ages, overview.names, "øvrige aldersgrupper"),
            reasons,
            overview.aside,
        ),
    )


def beside_residents(compared: Compared, names: dict[str, str], rest: str) -> Bars | None:
    """The group, and as many as there would be of each if it were as the residents."""
    if not compared.seats:
        return None
    return Bars(
        tuple(category_told(category, names, rest) for category in compared.categories),
        (
            Series("I gruppen", tuple(Decimal(category.count) for category in compared.categories)),
            Series("Som beboerne", tuple(Decimal(round(seat.expected * 10)) / 10 for seat in compared.seats)),
        ),
        Unit.COUNT,
    )
