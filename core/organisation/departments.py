"""The departments: some of them as a board says it, one of them as somebody names it, and what is not known of one."""

from collections import Counter
from collections.abc import Iterable

from core.contract.cells.cell import slug
from core.contract.dataset import Dataset, SetAside
from core.danish import listed, number, part_of
from core.organisation.tables import DEPARTMENTS, Department


def departments_among(some: int, whole: int, *, chosen: bool) -> str:
    """'3 af 38 afdelinger', 'alle 38 afdelinger', 'den ene afdeling'; of chosen ones '1 af de 2 valgte afdelinger'."""
    if not chosen:
        return part_of(some, whole, "afdeling", "afdelinger")
    if whole == 1:
        return "den valgte afdeling"
    if some < whole:
        return f"{number(some)} af de {number(whole)} valgte afdelinger"
    return f"{'begge' if whole == 2 else 'alle'} de valgte afdelinger"


def departments_meant(departments: Iterable[Department], typed: str) -> tuple[Department, ...]:
    """By number, else by number or name in any spelling; several where the name is that of several."""
    departments = tuple(departments)
    exact = tuple(one for one in departments if one.number == typed)
    return exact or tuple(one for one in departments if slug(typed) in _spellings(one))


def not_one_in_words(dataset: Dataset, typed: str) -> str:
    """Why the department that somebody asks for cannot be shown, where no one is meant."""
    asked = f"Afdelingen »{typed}« i adressen"
    if several := departments_meant(dataset.of(Department), typed):
        numbers = listed(f"»{one.number}«" for one in several)
        return f"{asked} kan være en af {number(len(several))}: {numbers}. Vælg den rigtige herunder."
    rows = (row.fields for row in dataset.set_aside if row.table == DEPARTMENTS.name)
    if any(slug(typed) in (slug(row.get("number") or ""), slug(row.get("name") or "")) for row in rows):
        return f"{asked} kan ikke læses. Se »Data« i menuen. Her er de afdelinger, der kan læses."
    return f"{asked} findes ikke. Her er alle afdelinger."


def _spellings(one: Department) -> set[str]:
    return {slug(one.number), slug(one.number).lstrip("0"), slug(one.name)} - {""}


def names_told_apart(departments: Iterable[Department]) -> dict[str, str]:
    """Number -> name; with the number where another has the same name: 'Birkelyet (07)'."""
    departments = tuple(departments)
    alike = Counter(slug(one.name) for one in departments)
    return {one.number: f"{one.name} ({one.number})" if alike[slug(one.name)] > 1 else one.name for one in departments}


def aside_of_department(dataset: Dataset, number: str, *tables: str) -> tuple[SetAside, ...]:
    """Rows of the tables that some figure of the department with the number may lack."""
    return tuple(row for row in dataset.set_aside if row.table in tables and row.lacking and may_concern(row, number))


def may_concern(row: SetAside, number: str) -> bool:
    """Of one that names departments, or one: where they cannot be read they may be any."""
    if row.fields.get("department"):
        return bool(row.fields["department"] == number)
    return "departments" not in row.fields or number in (row.fields["departments"] or ())
