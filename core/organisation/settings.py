"""The organisation's name, and the numbers it has set otherwise than usual."""

from core.contract.dataset import Dataset
from core.organisation.tables import NAME, Number, Setting


def organisation_name(dataset: Dataset) -> str | None:
    return next((setting.value for setting in dataset.of(Setting) if setting.name == NAME), None)


def number_set(dataset: Dataset, number: Number) -> int:
    return next((int(setting.value) for setting in dataset.of(Setting) if setting.name == number.name), number.usual)
