"""The data as last read, shared by all viewers. Values are frozen, so sharing is safe."""

from dataclasses import dataclass, replace
from datetime import datetime

import streamlit as st

from core.contract.dataset import Dataset, read_dataset
from shell import clock
from shell.sources.configured import configured_source
from shell.sources.source import SourceError

SECONDS_BETWEEN_READS = 60


@dataclass(frozen=True, slots=True)
class Loaded:
    """version: changes when the data does, the key of every cached figure; failed: why the newest
    attempt did not succeed, while the state before it is still shown.
    """

    dataset: Dataset
    source: str
    is_sample: bool
    read_at: datetime
    version: int
    failed: SourceError | None = None


class _LastGood:
    def __init__(self) -> None:
        self.loaded: Loaded | None = None


@st.cache_resource
def _last_good() -> _LastGood:
    return _LastGood()


@st.cache_resource(ttl=SECONDS_BETWEEN_READS, max_entries=1, show_spinner=False)
def load() -> Loaded:
    """Reads the configured source at most once a minute. Raises SourceError only if it has never been read."""
    kept = _last_good()
    try:
        source = configured_source()
        dataset = read_dataset(source.read())
        loaded = Loaded(dataset, source.label, source.is_sample, clock.now(), hash(dataset))
    except SourceError as error:
        if kept.loaded is None:
            raise
        return replace(kept.loaded, failed=error)
    kept.loaded = loaded
    return loaded


def read_again() -> None:
    load.clear()
