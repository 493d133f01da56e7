"""Which column of a raw table is which, and what is wrong with its headings."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from core import danish
from core.contract.cells.cell import clean, in_short
from core.contract.problem import Effect, Problem
from core.contract.table import Column, Table, heading_slug


@dataclass(frozen=True, slots=True)
class Headings:
    # Column name -> place among the cells.
    positions: Mapping[str, int]
    # The same for every column whose heading is there, also twice.
    seen: Mapping[str, int]
    # Where a heading stands that may be a missing column's under a new name.
    renamed: Mapping[str, int]
    problems: tuple[Problem, ...]
    # False where a needed column is in doubt.
    usable: bool


def match_headings(table: Table, typed: tuple[object, ...]) -> Headings:
    """Headings in any order, capitals and spelling of æøå; columns outside the contract are passed over.

    A needed column that stands twice, or a required one that is missing, makes the table unusable:
    no row of it can be read without guessing.
    """
    slugs = [heading_slug(heading) for heading in typed]
    unknown = {
        found: place
        for place, found in enumerate(slugs)
        if found and not any(found in column.slugs for column in table.columns)
    }
    positions: dict[str, int] = {}
    seen: dict[str, int] = {}
    renamed: dict[str, int] = {}
    problems: list[Problem] = []
    for column in table.columns:
        places = [place for place, found in enumerate(slugs) if found in column.slugs]
        exact = [place for place in places if slugs[place] == heading_slug(column.heading)]
        if len(exact) == 1:
            places = exact
        if places:
            seen[column.name] = places[-1]
        if len(places) == 1:
            positions[column.name] = places[0]
        elif places:
            problems.append(_doubled(table, column, len(places)))
        else:
            near = _near(column, unknown)
            if near is not None:
                renamed[column.name] = near
            if near is not None or not column.quiet:
                problems.append(_missing(table, column, "" if near is None else in_short(clean(typed[near]))))
    if not seen:
        return Headings({}, {}, {}, (_none(table),), usable=False)
    usable = all(problem.effect is not Effect.TABLE_ASIDE for problem in problems)
    return Headings(positions, seen, renamed, tuple(problems), usable)


def _none(table: Table) -> Problem:
    required = danish.listed(f"»{column.heading}«" for column in table.columns if column.required)
    return Problem(
        table.title,
        None,
        None,
        "",
        f"Tabellen »{table.title}« har ingen overskrifter, der kan kendes.",
        f"Skriv overskrifterne i én række øverst. Der skal mindst være {required}.",
        Effect.TABLE_ASIDE,
    )


def _doubled(table: Table, column: Column, times: int) -> Problem:
    return Problem(
        table.title,
        None,
        column.heading,
        column.heading,
        f"Kolonnen »{column.heading}« står {times} gange, så det er ikke til at vide, hvilken der gælder.",
        "Slet eller omdøb den, der ikke skal bruges.",
        Effect.TABLE_ASIDE if column.needed else Effect.VALUE_ASIDE,
    )


def _near(column: Column, unknown: Mapping[str, int]) -> int | None:
    """The place of the unknown heading that is most like the column's; None where none is."""
    near = get_close_matches(heading_slug(column.heading), unknown, n=1, cutoff=0.6) or [
        found for found in unknown if min(map(len, (found, *column.slugs))) >= 4
        and any(found.startswith(known) or known.startswith(found) for known in column.slugs)
    ]  # fmt: skip
    return unknown[near[0]] if near else None


def _missing(table: Table, column: Column, near: str) -> Problem:
    """near: a heading that may be the column's new one, as typed."""
    renamed = f" Er det kolonnen »{near}«, der har skiftet navn?" if near else ""
    in_doubt = column.required or (near and column.needed)
    effect = Effect.TABLE_ASIDE if in_doubt else Effect.DONE_WITHOUT
    return Problem(
        table.title,
        None,
        column.heading,
        "",
        f"Kolonnen »{column.heading}« mangler.{renamed}",
        f"Giv kolonnen overskriften »{column.heading}«."
        if near or column.required
        else f"Tilføj en kolonne med overskriften »{column.heading}«, hvis I bruger den.",
        effect,
    )
