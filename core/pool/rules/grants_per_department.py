"""Grants per department and year: no more grants in a calendar year, with this one, however large they are."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.danish import count, number
from core.pool.case import Case, doubts_about_departments
from core.pool.departments import grants_in_year, unplaced_in_year, without_department
from core.pool.finding import Finding, Verdict, kept_if, unknown, unsaid
from core.pool.rule import Limit, Rule
from core.pool.rule_values import at_most_value


def grants_per_department(
    departments: Sequence[str] | None, had: Mapping[str, int], most: int, year: int, names: Mapping[str, str]
) -> Finding:
    """had: grants that each has had earlier in the year from all pools of the name. departments: None if they cannot be
    read. names: of departments, by number.
    """
    if not departments:
        return unknown("afdeling", most=most)
    fullest = max(departments, key=lambda department: had.get(department, 0))
    name, already = names.get(fullest, f"Afdeling {fullest}"), had.get(fullest, 0)
    bound = f"der kan højst gives {number(most)} pr. afdeling pr. år"
    gets = f"{name} når {count(already + 1, 'tilsagn', 'tilsagn')} i {year}, og {bound}"
    found = kept_if(already < most, gets, gets, department=fullest, had=already, most=most)
    if found.verdict is Verdict.KEPT:
        return found
    has = f"har fået {count(already, 'tilsagn', 'tilsagn')}" if already else "har ikke fået tilsagn"
    return replace(found, nothing=f"{name} {has} i {year}, og {bound}")


def _judged(case: Case, most: int) -> Finding:
    on = case.decided_on
    found = grants_per_department(case.departments, grants_in_year(case.others, on), most, on.year, case.others.names)
    unplaced = [one for one, bound in unplaced_in_year(case.others, on).items() if bound > 0]
    return unsaid(without_department(unplaced)) if unplaced and found.verdict is Verdict.KEPT else found


def _most(case: Case, most: int) -> Limit | None:
    found = _judged(case, most)
    if found.unsaid:
        return Limit(None, f"det er ikke oplyst, {found.unsaid}")
    if found.missing:
        return Limit(None, lacking=found.missing)
    return Limit(0, found.nothing) if found.nothing else None


RULE = Rule(
    key="grants_per_department",
    name="tilsagn pr. afdeling pr. år",
    place=115,
    source="other organisations' guidelines",
    value=at_most_value("tilsagn", "tilsagn"),
    asks=("departments",),
    judged=_judged,
    doubts=doubts_about_departments,
    most=_most,
)
