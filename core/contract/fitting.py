"""Cells of a row that must fit together, where several tables ask the same of them."""

from collections.abc import Iterator, Mapping
from typing import Any

from core.contract.table import Fault


def ends_after_it_begins(values: Mapping[str, Any]) -> Iterator[Fault]:
    """Of something with a first day and, once it is over, a last."""
    if values["last"] and values["last"] < values["first"]:
        yield Fault("last", "Det slutter, før det begynder.", "Ret en af datoerne.")
