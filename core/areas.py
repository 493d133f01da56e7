"""The strategy's areas: one spelling of each, however it was typed."""

from core.contract.cells.cell import slug
from core.contract.dataset import Dataset


def areas_of(dataset: Dataset) -> dict[str, str]:
    """Each area as typed -> as it is shown: as the action plans spell it, else the ideas, else the outreach."""
    typed = (
        *(one.area for one in dataset.action_plans),
        *(one.area for one in dataset.ideas),
        *(one.area for one in dataset.outreach),
    )
    first: dict[str, str] = {}
    return {area: first.setdefault(slug(area), area) for area in typed}
