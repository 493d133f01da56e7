"""Cap per department and year: what a department has had this calendar year, with this grant, is within it."""

from collections.abc import Mapping

from core.danish import kroner
from core.pool.finding import Finding, kept_if, unknown


def department_cap(shares: Mapping[str, int] | None, had: Mapping[str, int], limit: int) -> Finding:
    """shares: this grant's øre by department; None if amount or departments are not known.
    had: what each had from the pool earlier in the year.
    """
    if not shares:
        return unknown("beløb og afdeling", limit=limit)
    department = max(shares, key=lambda name: (had.get(name, 0) + shares[name], name))
    total = had.get(department, 0) + shares[department]
    return kept_if(
        total <= limit,
        f"Afdeling {department} når {kroner(total)} i år; loftet er {kroner(limit)}",
        f"Afdeling {department} når {kroner(total)} i år, {kroner(total - limit)} over loftet på {kroner(limit)}",
        department=department,
        total=total,
        limit=limit,
    )
