"""Something in the data that could not be used as it stands. Collected, never raised, never dropped."""

from dataclasses import dataclass
from enum import StrEnum


class Effect(StrEnum):
    """What a problem costs. The value is the Danish word on the screen."""

    TABLE_ASIDE = "Hele tabellen er ikke læst"
    ROW_ASIDE = "Rækken er ikke talt med"
    VALUE_ASIDE = "Rækken er talt med, feltet er ikke"
    NOTICE = "Rækken er talt med"
    DONE_WITHOUT = "Skærmene klarer sig uden"
    UNFINISHED = "Rækken er ikke færdig og ikke talt med endnu"


@dataclass(frozen=True, slots=True)
class Problem:
    # Its Danish title.
    table: str
    # Its number in the source, None for the whole table.
    row: int | None
    # Its Danish title.
    column: str | None
    # As typed, empty for private columns.
    value: str
    # What is wrong,
    what: str
    # what to do,
    do: str
    # and what it costs.
    effect: Effect
    # 'Ansøgninger!E14', '' outside spreadsheets.
    cell: str = ""
    # Straight to that cell, '' where there is none.
    link: str = ""
    # Table and row (None: the whole table) of the fault that this one only follows from, None where it is a fault of
    # its own.
    because: tuple[str, int | None] | None = None


def where(problem: Problem) -> str:
    """'Ansøgninger!E14', or 'række 14, Beløb' where the source has no cells to name."""
    row = "" if problem.row is None else f"række {problem.row}"
    return problem.cell or ", ".join(part for part in (row, problem.column) if part) or problem.table


def to_mend(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Those that somebody should mend: a row that is still being typed is none, nor is what goes with another."""
    return tuple(problem for problem in problems if problem.effect is not Effect.UNFINISHED and not problem.because)


def following(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Those that are gone as soon as others are mended."""
    return tuple(problem for problem in problems if problem.effect is not Effect.UNFINISHED and problem.because)
