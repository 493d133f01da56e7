"""The focus group in one look."""

from collections.abc import Iterator
from decimal import Decimal

from core.danish import count, number
from core.focus_group.overview import FocusGroupOverview
from core.focus_group.seats import Seat
from core.focus_group.sentences import beside_the_residents, category_told, is_uneven, short_of
from core.subject.brief import ROOM, Attention, Brief, Reason, brief_of
from core.subject.small import Column, Columns, Role


def briefs(overview: FocusGroupOverview) -> tuple[Brief, ...]:
    figure = count(overview.members, "medlem", "medlemmer")
    reasons = tuple(_reasons(overview))
    notes = () if reasons and overview.members else (_note(overview),)
    return (
        brief_of(
            figure,
            "er i fokusgruppen",
            _deviations(overview),
            reasons,
            notes,
            overview.aside,
            value=Decimal(overview.members),
        ),
    )


def _note(overview: FocusGroupOverview) -> str:
    said = beside_the_residents(overview)
    return said if len(said) <= ROOM else "Emnets egen skærm siger, hvordan gruppen er ved siden af beboerne"


def _reasons(overview: FocusGroupOverview) -> Iterator[Reason]:
    if not overview.members:
        said = "Fokusgruppen har ingen medlemmer"
        yield Reason(Attention.ACT, said, "fokusgruppen har ingen medlemmer", in_figure=True)
    ages, departments = overview.ages, overview.departments
    if is_uneven(ages):
        uneven = "Gruppen er skævere på alder, end tilfældigt valgte ville være"
        yield Reason(Attention.WATCH, short_of(ages, overview).removesuffix(".") if ages.shortages else uneven)
    if departments and is_uneven(departments):
        yield Reason(Attention.WATCH, "Gruppen er skæv på afdelinger")


def _deviations(overview: FocusGroupOverview) -> Columns | None:
    """How many persons each age has more or fewer of than if the group were as the residents, as exact as the group's
    own screen tells it.
    """
    ages = overview.ages
    if not ages.seats:
        return None
    short = {shortage.place for shortage in ages.shortages} if is_uneven(ages) else set()
    columns = []
    for place, (category, seat) in enumerate(zip(ages.categories, ages.seats, strict=True)):
        name = category_told(category, overview.names, "øvrige aldersgrupper")
        expected = _told(seat)
        columns.append(
            Column(
                category.names[0] if len(category.names) == 1 else "øvrige",
                category.count - expected,
                Role.ATTENTION if place in short else Role.IS,
                f"{name}: {number(category.count)} i gruppen, {number(expected)}, hvis den var som beboerne",
            )
        )
    return Columns(tuple(columns))


def _told(seat: Seat) -> Decimal:
    return Decimal(round(seat.expected * 10)) / 10
