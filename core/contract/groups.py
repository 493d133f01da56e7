"""Problems of one kind told together, so that twenty alike are one line."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.contract.problem import Effect, Problem
from core.danish import count

Place = tuple[str, int | None]
"""A table's title, and a row in it or None for the whole table."""


@dataclass(frozen=True, slots=True)
class Group:
    """Problems in one column with one remedy, in the order of their rows."""

    problems: tuple[Problem, ...]

    @property
    def first(self) -> Problem:
        return self.problems[0]

    @property
    def heading(self) -> str:
        """'Beløb: 20 steder. Skriv tallet med punktum …'; for a problem alone what is wrong."""
        place = f"{self.first.column}: " if self.first.column else ""
        if len(self.problems) == 1:
            return f"{place}{self.first.what} {self.first.do}"
        return f"{place}{count(len(self.problems), 'sted', 'steder')}. {self.first.do}"


def followers(problems: Sequence[Problem]) -> Mapping[Place, int]:
    """How many problems are gone when a row, or a whole table, is mended: also those that follow from what follows."""
    costly = [problem for problem in problems if problem.effect is Effect.ROW_ASIDE]
    own = {(problem.table, problem.row) for problem in costly if not problem.because}
    cause_of = {place: one.because for one in costly if one.because and (place := (one.table, one.row)) not in own}
    found: Counter[Place] = Counter()
    for problem in problems:
        cause = problem.because
        while cause in cause_of:
            cause = cause_of[cause]
        if cause:
            found[cause] += 1
    return found


def grouped(problems: Iterable[Problem]) -> tuple[Group, ...]:
    """By table, column, remedy and effect; the costliest kinds first, then the largest."""
    found: dict[tuple[str, str | None, str, Effect], list[Problem]] = {}
    for problem in problems:
        found.setdefault((problem.table, problem.column, problem.do, problem.effect), []).append(problem)
    groups = [Group(tuple(sorted(alike, key=lambda problem: problem.row or 0))) for alike in found.values()]
    order = list(Effect)
    return tuple(sorted(groups, key=lambda group: (order.index(group.first.effect), -len(group.problems))))
