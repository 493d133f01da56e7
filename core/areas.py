"""The strategy's areas: one spelling of each, however it was typed."""

from core.action_plans.tables import ActionPlan
from core.contract.cells.cell import slug
from core.contract.dataset import Dataset
from core.ideas.tables import Idea
from core.outreach.tables import Outreach


def areas_of(dataset: Dataset) -> dict[str, str]:
    """Each area as typed -> as it is shown: as the action plans spell it, else the ideas, else the outreach."""
    typed = (
        *(one.area for one in dataset.of(ActionPlan)),
        *(one.area for one in dataset.of(Idea)),
        *(one.area for one in dataset.of(Outreach)),
    )
    first: dict[str, str] = {}
    return {area: first.setdefault(slug(area), area) for area in typed}
