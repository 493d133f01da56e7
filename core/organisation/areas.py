"""The strategy's areas: one spelling of each, however it was typed."""

from dataclasses import fields

from core.contract.cells.cell import slug
from core.contract.dataset import Dataset


def areas_of(dataset: Dataset) -> dict[str, str]:
    """Each area as typed -> as it is shown: as the first table that has a column of areas spells it."""
    with_areas = (rows for row, rows in dataset.tables if any(field.name == "area" for field in fields(row)))
    first: dict[str, str] = {}
    return {one.area: first.setdefault(slug(one.area), one.area) for rows in with_areas for one in rows}
