"""The age bands of an organisation, as its data says them."""

from core.contract.cells.age import Ages
from core.contract.dataset import Dataset
from core.focus_group.age_bands import MINIMUM_AGE, age_bands
from core.focus_group.tables import AgeBand
from core.organisation.settings import number_set


def bands_of(dataset: Dataset) -> tuple[Ages, ...]:
    return age_bands((row.ages for row in dataset.of(AgeBand)), number_set(dataset, MINIMUM_AGE))
