"""Which ideas of the catalogue one department uses or has used."""

from collections.abc import Iterator
from datetime import date

from core.calendar.active import active_on, is_active
from core.contract.dataset import Dataset
from core.danish import count, day_short, sort_key
from core.ideas.tables import IDEA_USES, Idea, IdeaUse
from core.organisation.departments import aside_of_department
from core.subject.of_department import Column, Holds, Part, Row


def of_department(dataset: Dataset, number: str, on: date) -> Iterator[Part]:
    names = {one.id: one.name for one in dataset.of(Idea)}
    mine = [one for one in dataset.of(IdeaUse) if one.department == number and one.first <= on]
    mine.sort(key=lambda one: (not is_active(one, on), -one.first.toordinal(), sort_key(names[one.idea])))
    used = len({one.idea for one in active_on(mine, on)})
    aside = len(aside_of_department(dataset, number, IDEA_USES.name))
    if used:
        told = f"Afdelingen har {count(used, 'idé', 'idéer')} fra kataloget i brug."
    elif aside:
        told = "Der er ingen idé i brug i afdelingen, der kan læses."
    else:
        told = f"Afdelingen {'bruger ingen idéer fra kataloget nu' if mine else 'har ikke prøvet nogen idé endnu'}."
    yield Part(
        heading="Idéer i brug",
        told=told,
        columns=(Column("Idé"), Column("Fra", Holds.DATE), Column("Til", Holds.DATE)),
        rows=tuple(Row((names[one.idea], day_short(one.first), _until(one, on))) for one in mine),
        aside=aside,
    )


def _until(one: IdeaUse, on: date) -> str:
    return "i brug" if one.last is None or is_active(one, on) else day_short(one.last)
