"""Problems of one kind told together, so that twenty alike are one line."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.contract.problem import Effect, Problem
from core.danish import count


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


def grouped(problems: Iterable[Problem]) -> tuple[Group, ...]:
    """By table, column, remedy and effect; the costliest kinds first, then the largest."""
    found: dict[tuple[str, str | None, str, Effect], list[Problem]] = {}
    for problem in problems:
        found.setdefault((problem.table, problem.column, problem.do, problem.effect), []).append(problem)
    groups = [Group(tuple(sorted(alike, key=lambda problem: problem.row or 0))) for alike in found.values()]
    order = list(Effect)
    return tuple(sorted(groups, key=lambda group: (order.index(group.first.effect), -len(group.problems))))
