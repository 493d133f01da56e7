"""Cap per department and year: what a department has had this calendar year, with this grant, is within it."""

from collections.abc import Mapping, Sequence

from core.danish import kroner
from core.pool.case import Case, doubts_about_departments
from core.pool.departments import bound_in_year, split_evenly, unplaced_in_year, without_department
from core.pool.finding import Finding, Verdict, kept_if, unknown, unsaid
from core.pool.rule import Limit, Rule
from core.pool.rule_values import amount_value


def department_cap(
    amount: int | None,
    departments: Sequence[str] | None,
    had: Mapping[str, int],
    limit: int,
    year: int,
    names: Mapping[str, str],
) -> Finding:
    """amount: of this grant, shared evenly by its departments; had: what each had earlier in the year from all pools
    of the name; all in øre. departments: None if they cannot be read. names: of departments, by number.
    """

    def told(department: str, total: int) -> str:
        return f"{names.get(department, f'Afdeling {department}')} når {kroner(total)} i {year}"

    if not departments:
        return unknown("afdeling", limit=limit)
    if amount is None:
        left = [limit - had.get(name, 0) for name in departments]
        if largest_split(left) > 0:
            return unknown("beløb", limit=limit)
        fullest = departments[left.index(min(left))]
        name = names.get(fullest, f"Afdeling {fullest}")
        text = f"{name} har fået {kroner(had.get(fullest, 0))} i {year}; loftet er {kroner(limit)}"
        return Finding(Verdict.BROKEN, text, {"department": fullest, "limit": limit})
    shares = split_evenly(amount, departments)
    department = max(shares, key=lambda name: (had.get(name, 0) + shares[name], name))
    total = had.get(department, 0) + shares[department]
    return kept_if(
        total <= limit,
        f"{told(department, total)}; loftet er {kroner(limit)}",
        f"{told(department, total)}, {kroner(total - limit)} over loftet på {kroner(limit)}",
        department=department,
        total=total,
        limit=limit,
    )


def largest_split(left: Sequence[int]) -> int:
    """The largest amount whose even split gives nobody more than is left: all get the least,
    and as many of the first as have room take one øre more.
    """
    least = min(left)
    if least < 0:  # Even a part of nothing leaves that department above its cap.
        return 0
    extra = next((place for place, room in enumerate(left) if room == least), 0)
    return least * len(left) + extra


def _judged(case: Case, limit: int) -> Finding:
    on = case.decided_on
    had = bound_in_year(case.others, on)
    finding = department_cap(case.amount, case.departments, had, limit, on.year, case.others.names)
    unplaced = unplaced_in_year(case.others, on)
    gives_back = any(bound < 0 for bound in unplaced.values())
    if unplaced and (finding.verdict is Verdict.KEPT or (finding.verdict is Verdict.BROKEN and gives_back)):
        return unsaid(without_department(unplaced))
    return finding


def _most(case: Case, limit: int) -> Limit:
    if unplaced := unplaced_in_year(case.others, case.decided_on):
        return Limit(None, f"det er ikke oplyst, {without_department(unplaced)}")
    if not case.departments:
        return Limit(None, lacking="afdeling")
    had = bound_in_year(case.others, case.decided_on)
    left = [limit - had[name] for name in case.departments]
    return Limit(largest_split(left), f"loftet pr. afdeling pr. år er {kroner(limit)}")


RULE = Rule(
    key="department_cap",
    name="loft pr. afdeling pr. år",
    place=110,
    source="other organisations' guidelines",
    value=amount_value("højst"),
    asks=("requested", "departments"),
    judged=_judged,
    doubts=doubts_about_departments,
    most=_most,
)
