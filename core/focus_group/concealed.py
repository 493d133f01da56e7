"""What of the residents' counts is told on no date. Names and no counts, so that it can be remembered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Concealed:
    # Numbers.
    departments: frozenset[str] = frozenset()
    # As text.
    bands: frozenset[str] = frozenset()
    # Each a department and a band.
    cells: frozenset[tuple[str, str]] = frozenset()
    # The departments that had counts.
    counted: frozenset[str] = frozenset()


NOTHING = Concealed()
