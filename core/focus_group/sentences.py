"""What the measures mean, as a board says it."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from math import floor

from core.contract.cells.age import OLDEST, ages_or_none
from core.danish import count, day, listed, number, part_of, percent, tenths
from core.focus_group.chance import Chance
from core.focus_group.compared import Category, Compared
from core.focus_group.dissimilarity import smallest_dissimilarity
from core.focus_group.happened import News
from core.focus_group.invite import Invitations
from core.focus_group.overview import AtMeeting, FocusGroupOverview, band_told
from core.focus_group.verdict import BOUNDARY, within_lot

_SHARES = (
    (Fraction(1, 10), "hver tiende"),
    (Fraction(1, 5), "hver femte"),
    (Fraction(1, 4), "hver fjerde"),
    (Fraction(3, 10), "3 af 10"),
    (Fraction(1, 3), "hver tredje"),
    (Fraction(2, 5), "2 af 5"),
    (Fraction(1, 2), "hver anden"),
    (Fraction(3, 5), "3 af 5"),
    (Fraction(2, 3), "2 af 3"),
    (Fraction(3, 4), "3 af 4"),
)
_NEAR = Fraction(15, 1000)
MORE_THAN_RESIDENTS = "Der er flere medlemmer end beboere i tallene, så der kan ikke trækkes lod om pladserne."
_AS_A_LOT = "ligner beboerne så godt, som tilfældigt valgte ville gøre det"
IN_THE_SENTENCE = 3
"""So many invitations are named in the conclusion."""


def conclusion(overview: FocusGroupOverview) -> str:
    """'Gruppen har ingen under 30; blandt beboerne er det hver fjerde. Inviter helst: 2 på 18-29 år, …'"""
    if not overview.members:
        invited = f" {_invited(overview)}" if overview.invitations else ""
        return f"Fokusgruppen har ingen medlemmer den {day(overview.on)}.{invited}"
    people = count(overview.members, "medlem", "medlemmer")
    ages, departments = overview.ages, overview.departments
    if ages.within is None and (departments is None or departments.within is None):
        return f"Fokusgruppen har {people}. {_cannot_compare(overview)}"
    uneven = [what for what, one in (("alder", ages), ("afdelinger", departments)) if one and is_uneven(one)]
    if not uneven:
        return f"Fokusgruppen har {people} og {_AS_A_LOT}."
    if "alder" in uneven and ages.shortages:
        return f"{short_of(ages, overview)} {_invited(overview)}"
    return (
        f"Fokusgruppen har {people} og er skævere på {listed(uneven)}, end tilfældigt valgte ville være. "
        f"{_invited(overview)}"
    )


def share_in_words(share: Fraction) -> str:
    """1/4 -> 'hver fjerde'; near it 'omkring hver fjerde'; else in percent."""
    nearest, words = min(_SHARES, key=lambda one: abs(one[0] - share))
    if abs(nearest - share) > _NEAR:
        return percent(Fraction(round(share * 100), 100))
    return words if nearest == share else f"omkring {words}"


def chance_in_words(by_lot: Chance) -> str:
    """'En gruppe udtrukket ved lodtrækning ville i 90 af 100 tilfælde ramme mindst lige så skævt.'

    Beside the boundary it is said on which side of it, where that is sure: the verdict depends on it.
    """
    of_hundred = floor(by_lot.at_least * 100 + 0.5)
    boundary = round(BOUNDARY * 100)
    if by_lot.at_least == 1:
        how_often = "altid"
    elif of_hundred == 100:
        how_often = "så godt som altid"
    elif of_hundred == 0:
        how_often = "i færre end 1 af 100 tilfælde"
    elif of_hundred == boundary and within_lot(by_lot).sure and by_lot.at_least != BOUNDARY:
        side = "lidt over" if by_lot.at_least > BOUNDARY else "færre end"
        how_often = f"i {side} {boundary} af 100 tilfælde"
    else:
        how_often = f"i {'' if by_lot.exact else 'omkring '}{of_hundred} af 100 tilfælde"
    return f"En gruppe udtrukket ved lodtrækning ville {how_often} ramme mindst lige så skævt."


def unevenness_beside(compared: Compared) -> str:
    """What a D is to be held against: the smallest that so many can have, and that of a lot."""
    assert compared.best is not None
    least = f"{count(compared.counted, 'medlem', 'medlemmer')} kan nå ned på {percent_of(compared.best)}"
    if compared.by_lot is None:
        return least
    return f"{least}; tilfældigt valgte ville have {percent_of(Fraction(compared.by_lot.expected))}"


def effect_in_words(overview: FocusGroupOverview, found: Invitations) -> str:
    """'Siger de ja, går skævheden i alder fra 37 % til 22 %. Så stor en gruppe kan nå ned på 5 % i alder.'"""
    changes, least = [], []
    both = (("alder", found.bands, overview.ages), ("afdelinger", found.departments, overview.departments))
    for what, effect, compared in both:
        if compared and compared.comparable and effect.before is not None and effect.after is not None:
            best = smallest_dissimilarity(compared.counted + sum(effect.invited), compared.residents)
            assert best is not None
            changes.append(f"i {what} fra {percent_of(effect.before)} til {percent_of(effect.after)}")
            least.append(f"{percent_of(best)} i {what}")
    if not changes or not found.pairs:
        return ""
    they = "de" if len(found.pairs) > 1 else "den inviterede"
    return f"Siger {they} ja, går skævheden {listed(changes)}. Så stor en gruppe kan nå ned på {listed(least)}."


def verdict_in_words(compared: Compared) -> str:
    """Whether that is more than chance, and how sure it is."""
    if compared.within is None:
        return ""
    if not compared.within.sure:
        return "Det er så tæt på grænsen, at det ikke kan siges med sikkerhed, om det er mere end tilfældigt."
    if compared.within.within:
        return "Det er ikke mere, end tilfældet kan gøre."
    return "Så skævt bliver det sjældent ved et tilfælde."


def category_told(category: Category, names: dict[str, str], everything_else: str) -> str:
    """A band or a department by its name; those put together by what they are called together."""
    if len(category.names) != 1:
        return everything_else
    (name,) = category.names
    return names[name] if name in names else band_told(name)


def course_in_words(history: tuple[AtMeeting, ...]) -> str:
    """Whether the group has come nearer to the residents' ages since the meeting before."""
    measured = [one for one in history if one.ages is not None]
    if len(measured) < 2:
        return ""
    before, now = measured[-2], measured[-1]
    assert before.ages is not None
    assert now.ages is not None
    since = f"Siden mødet {day(before.meeting.date)}"
    if now.ages == before.ages:
        return f"{since} har gruppens alder ikke flyttet sig i forhold til beboernes."
    nearer = "er gruppen kommet nærmere" if now.ages < before.ages else "er gruppen kommet længere fra"
    return f"{since} {nearer} beboerne i alder: skævheden gik fra {percent_of(before.ages)} til {percent_of(now.ages)}."


def news_in_words(news: News) -> tuple[str, ...]:
    meetings = (f"Møde {day(one.date)}{f': {one.topic}' if one.topic else ''}" for one in news.meetings)
    return (*news.of_members, *meetings)


def percent_of(share: Fraction) -> str:
    """Rounded to whole percent."""
    return percent(Fraction(floor(share * 100 + Fraction(1, 2)), 100))


def gap_in_words(gap: Fraction) -> str:
    """In persons, beside a group that is as the residents: '2,5 færre', '3 flere'."""
    told = tenths(abs(gap))
    if told == tenths(Fraction(0)):
        return "som beboerne"
    return f"{told} {'færre' if gap < 0 else 'flere'}"


def departments_in_words(categories: Sequence[Category]) -> str:
    """'Gruppens medlemmer kommer fra 9 af 24 afdelinger. Dertil er 14 afdelinger lagt sammen, med 2 medlemmer.'"""
    alone = [one for one in categories if len(one.names) == 1]
    said = []
    if there := sum(one.count > 0 for one in alone):
        said.append(f"Gruppens medlemmer kommer fra {part_of(there, len(alone), 'afdeling', 'afdelinger')}.")
    elif alone:
        where = "den afdeling" if len(alone) == 1 else f"de {number(len(alone))} afdelinger"
        said.append(f"Ingen af gruppens medlemmer kommer fra {where}, der vises for sig.")
    for one in categories:
        if len(one.names) > 1:
            these = f"{'Dertil er' if alone else 'Alle'} {number(len(one.names))} afdelinger"
            members = count(one.count, "medlem", "medlemmer")
            said.append(f"{these} med få beboere {'' if alone else 'er '}lagt sammen, med {members}.")
    return " ".join(said)


def _cannot_compare(overview: FocusGroupOverview) -> str:
    if overview.residents == 0:
        return "Der er ingen beboertal at sammenligne med."
    if not overview.ages.comparable:
        return "Beboertallene er for små til at sammenligne med."
    if overview.ages.d is not None:
        return MORE_THAN_RESIDENTS
    if overview.members == 1:
        return "Medlemmets alder er ikke oplyst eller kan ikke sammenlignes med beboernes."
    return "Ingen af dem har en alder, der kan sammenlignes med beboernes."


def is_uneven(compared: Compared) -> bool:
    """More so than a group drawn by lot, as far as can be told."""
    return compared.within is not None and not compared.within.within


def beside_the_residents(overview: FocusGroupOverview) -> str:
    """Of a group that is no more uneven than a lot would make it, or empty: then whom to invite."""
    if not overview.members:
        return _invited(overview) if overview.invitations else _cannot_compare(overview)
    if overview.ages.within is None and (overview.departments is None or overview.departments.within is None):
        return _cannot_compare(overview)
    return f"Gruppen {_AS_A_LOT}."


def short_of(ages: Compared, overview: FocusGroupOverview) -> str:
    """Of ages with a shortage: 'Gruppen har ingen under 30; blandt beboerne er det hver fjerde.'"""
    place = ages.shortages[0].place
    category, seat = ages.categories[place], ages.seats[place]
    told = _within_band(category, overview)
    if not category.count:
        share = share_in_words(Fraction(category.residents, sum(ages.residents)))
        return f"Gruppen har ingen {told}; blandt beboerne er det {share}."
    wanted = floor(seat.expected + Fraction(1, 2))
    return f"Gruppen har {number(category.count)} {told}; hvis den lignede beboerne, var det {number(wanted)}."


def _within_band(category: Category, overview: FocusGroupOverview) -> str:
    """'under 30', '75 år og derover', 'på 30-44 år'."""
    ages = ages_or_none(category.names[0]) if len(category.names) == 1 else None
    if ages is None:
        return "i de øvrige aldersgrupper"
    if ages == overview.bands[0]:
        return f"under {ages.last + 1}" if ages.last < OLDEST else f"på {ages.told}"
    return f"på {ages.told}"


def _invited(overview: FocusGroupOverview) -> str:
    """The next three, by age where that can be compared, else by department."""
    invitations = overview.invitations[min(IN_THE_SENTENCE, len(overview.invitations)) - 1]
    if overview.ages.comparable:
        wanted = Counter(band for band, _ in invitations.pairs)
        told = {place: f"på {band_told(one.names[0])}" if len(one.names) == 1 else "fra de øvrige aldersgrupper"
                for place, one in enumerate(overview.ages.categories)}  # fmt: skip
    else:
        assert overview.departments
        wanted = Counter(department for _, department in invitations.pairs)
        told = {
            place: f"fra {category_told(one, overview.names, 'de mindste afdelinger')}"
            for place, one in enumerate(overview.departments.categories)
        }
    parts = [f"{number(amount)} {told[place]}" for place, amount in wanted.most_common()]
    return f"Inviter helst: {listed(parts)}." if parts else ""
