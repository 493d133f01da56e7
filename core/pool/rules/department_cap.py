"""Cap per department and year: what a department has had this calendar year, with this grant, is within it."""

from collections.abc import Mapping, Sequence

from core.danish import kroner
from core.pool.departments import split_evenly
from core.pool.finding import Finding, kept_if, unknown


def department_cap(
    amount: int | None, departments: Sequence[str] | None, had: Mapping[str, int], limit: int
) -> Finding:
    """amount: of this grant, shared evenly by its departments; had: what each had from the pool earlier
    in the year; all in øre. departments: None if they cannot be read.
    """
    if amount is None or not departments:
        return unknown("beløb" if departments else "afdeling", limit=limit)
    shares = split_evenly(amount, departments)
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
