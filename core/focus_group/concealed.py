"""What of the residents' counts is told on no date. Names and no counts, so that it can be remembered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Concealed:
    """departments: numbers; bands: as text; cells: (department, band); counted: the departments that had counts."""

    departments: frozenset[str] = frozenset()
    bands: frozenset[str] = frozenset()
    cells: frozenset[tuple[str, str]] = frozenset()
    counted: frozenset[str] = frozenset()


NOTHING = Concealed()
