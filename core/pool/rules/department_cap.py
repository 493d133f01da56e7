"""Cap per department and year: what a department has had this calendar year, with this grant, is within it."""

from collections.abc import Mapping, Sequence

from core.danish import kroner
from core.pool.departments import split_evenly
from core.pool.finding import Finding, Verdict, kept_if, unknown


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
