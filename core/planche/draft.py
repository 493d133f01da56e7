"""From a wished-for item to a row for the table »Handleplaner« that can be copied into the sheet."""

import re
from collections.abc import Iterable
from datetime import date

from core.action_plans.tables import ACTION_PLANS, ActionPlan
from core.contract.cells.formula import begins_like_a_formula
from core.contract.dataset import Dataset
from core.danish import day_short, sort_key
from core.organisation.areas import areas_of
from core.planche.sheet import OTHER

HEADINGS = tuple(column.heading for column in ACTION_PLANS.columns)


def areas(dataset: Dataset) -> tuple[str, ...]:
    """The areas that action plans, ideas or outreach already name, in Danish order."""
    return tuple(sorted(set(areas_of(dataset).values()), key=sort_key))


def draft_plan(dataset: Dataset, area: str, name: str, on: date) -> tuple[str, ...]:
    """Cells in the order of HEADINGS. The key is the next free one of its area."""
    spelled = areas_of(dataset)
    mine = [plan.id for plan in dataset.of(ActionPlan) if spelled[plan.area] == area]
    taken = {plan.id.casefold() for plan in dataset.of(ActionPlan)}
    return next_key(mine, taken, area), area, name.removeprefix(f"{OTHER}: "), day_short(on), ""


def next_key(mine: Iterable[str], taken: Iterable[str], area: str) -> str:
    """'G4' after 'G1' to 'G3'; by the area's first letter where it has no plan yet."""
    numbered = [found for key in mine if (found := re.fullmatch(r"(.*?)(\d+)", key))]
    prefix = numbered[-1][1] if numbered else area[:1].upper()
    used = set(taken)
    number = max((int(found[2]) for found in numbered if found[1] == prefix), default=0) + 1
    while f"{prefix}{number}".casefold() in used:
        number += 1
    return f"{prefix}{number}"


def tab_separated(rows: Iterable[Iterable[str]]) -> str:
    """To be pasted into a spreadsheet: one cell beside the other, none of them a formula."""
    return "\n".join("\t".join(_cell(cell) for cell in row) for row in rows)


def _cell(text: str) -> str:
    tidy = " ".join(text.split())
    # A quotation mark first would take the cells beside it in, until the next one.
    return f"'{tidy}" if begins_like_a_formula(tidy) or tidy.startswith('"') else tidy
