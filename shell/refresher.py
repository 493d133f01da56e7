"""Reads the source in the background, one reading at a time for the whole process, and keeps the last good state.

Viewers are handed what is newest and good, at once. Whatever goes wrong leaves it standing and is told beside it.
"""

import logging
import random
import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from core.contract.bands import banded
from core.contract.cells.cell import slug
from core.contract.changes import Change, changes
from core.contract.concealed import NOTHING, Concealed
from core.contract.dataset import Dataset, read_dataset
from core.contract.held import Held, Kept, Raws, merge
from core.contract.private import without_names
from core.contract.problem import Problem
from core.contract.tables import TABLES
from core.contract.unread import without_unread
from core.focus_group.concealing import remembering
from shell import clock, last_good
from shell.sources.configured import configured_source, read_settings, state_folder
from shell.sources.source import Reading, Source, SourceError

_LOG = logging.getLogger(__name__)
_FIRST_PAUSE, _JITTER = 10.0, 0.25
_LONGEST_WITHOUT_A_SOURCE = 60.0
_MOST_SECONDS_OF_A_READING = 90.0


@dataclass(frozen=True, slots=True)
class Failure:
    """Why nothing newer can be read, in Danish, and since when."""

    what: str
    do: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Loaded:
    """What viewers see. version: changes when the data does, the key of every cached figure; held: newer states
    of tables that wait to be confirmed; changed: what the last reading that found something new brought, and
    when; fresh: False for what a start found on disk; failed: why there is nothing newer; unsaved: why the
    state is not on disk.
    """

    dataset: Dataset
    source: Source
    read_at: datetime
    version: int
    tables: Mapping[str, Kept]
    notes: tuple[Problem, ...] = ()
    held: tuple[Held, ...] = ()
    changed: tuple[Change, ...] = ()
    changed_at: datetime | None = None
    fresh: bool = True
    failed: Failure | None = None
    unsaved: str = ""


class Refresher:
    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._reading = threading.Lock()
        self._state = threading.Lock()
        self._started = 0
        self._started_at = 0.0
        self._since = clock.now()
        self._finished = 0
        self._failures = 0
        self._due = 0.0
        self._not_before = 0.0
        self._settings: Mapping[str, Any] | None = None
        self._source: Source | None = None
        self._loaded: Loaded | None = None
        self._concealed = NOTHING
        self._failed: Failure | None = None
        self._stop = threading.Event()

    def start(self) -> None:
        """Reads now and then at the source's interval, in a thread that ends with the process."""
        threading.Thread(target=self._run, name="refresher", daemon=True).start()

    def stop(self) -> None:
        self._stop.set()

    @property
    def waiting_for_the_first(self) -> bool:
        return self._loaded is None and self._failed is None

    def loaded(self) -> Loaded:
        """The newest good state. The very first reading is waited for; raises SourceError if it fails."""
        if self.waiting_for_the_first and self._reading.acquire(timeout=_MOST_SECONDS_OF_A_READING):
            try:
                if self.waiting_for_the_first:
                    self._read()
            finally:
                self._reading.release()
        failed = self._failed or self._too_slow()
        if self._loaded is None:
            assert failed
            raise SourceError(failed.what, failed.do)
        return replace(self._loaded, failed=failed) if failed else self._loaded

    def refresh(self) -> None:
        """Reads the source. Returns when a reading that began after this call has ended, whoever began it."""
        asked = self._started
        if not self._reading.acquire(timeout=_MOST_SECONDS_OF_A_READING):
            return
        try:
            if self._started == asked and time.monotonic() >= self._not_before:
                spacing = self._source.spacing if self._source else 0
                time.sleep(max(0.0, self._started_at + spacing - time.monotonic()))
                self._read()
        finally:
            self._reading.release()

    def confirm(self, held: Held) -> None:
        """The newer state of a table is meant: it replaces the one that was kept, unless it has changed since."""
        with self._state:
            loaded = self._loaded
            if loaded is None or held not in loaded.held:
                return
            tables = {**loaded.tables, held.table.name: Kept(held.raws, held.read_at)}
            still_held = tuple(one for one in loaded.held if one != held)
            self._publish(loaded.source, tables, still_held, loaded.notes, loaded.read_at)

    def _run(self) -> None:
        while not self._stop.wait(max(0.0, self._due - time.monotonic())):
            with self._reading:
                if time.monotonic() >= self._due:
                    self._read()

    def _read(self) -> None:
        self._started_at, self._since = time.monotonic(), clock.now()
        self._started += 1
        try:
            source = self._configured()
            reading = source.read()
            with self._state:
                self._take(source, reading)
        except SourceError as error:
            _LOG.warning("%s %s (%r)", error.what, error.do, error.__cause__)
            self._fail(error)
        except Exception as error:
            _LOG.exception("The source could not be read")
            self._fail(
                SourceError(
                    f"Der er sket en fejl i programmet, mens data blev hentet ({type(error).__name__}).",
                    "Giv besked til den, der passer programmet: der står mere i serverens log.",
                )
            )
        finally:
            self._finished += 1

    def _configured(self) -> Source:
        """The source in the settings; another one than before begins with what is on disk of it."""
        settings = read_settings()
        if self._source is None or settings != self._settings:
            source = configured_source(settings)
            if self._source is None or source.key != self._source.key:
                folder = state_folder(settings)
                self._concealed = last_good.load_concealed(folder, source.key) if source.key else NOTHING
                self._loaded = self._from_disk(source, folder)
            self._settings, self._source = settings, source
        return self._source

    def _from_disk(self, source: Source, folder: Path) -> Loaded | None:
        tables = last_good.load(folder, source.key) if source.key else {}
        if not tables:
            return None
        dataset = _dataset(tables, (), self._concealed)
        self._concealed = dataset.concealed
        read_at = max(kept.read_at for kept in tables.values())
        return Loaded(dataset, source, read_at, hash(dataset), tables, fresh=False)

    def _take(self, source: Source, reading: Reading) -> None:
        now = clock.now()
        before = self._loaded.tables if self._loaded else {}
        found = without_unread(banded(reading.tables), (raw for kept in before.values() for raw in kept.raws))
        tables, held = merge(before, _by_table(without_names(found, self._key)), now)
        self._publish(source, tables, held, reading.notes, now)
        self._failed, self._failures = None, 0
        self._due = self._started_at + source.seconds

    def _publish(
        self,
        source: Source,
        tables: Mapping[str, Kept],
        held: tuple[Held, ...],
        notes: tuple[Problem, ...],
        read_at: datetime,
    ) -> None:
        before = self._loaded
        dataset = _dataset(tables, notes, self._concealed)
        self._concealed = dataset.concealed
        found = changes(before.dataset, dataset) if before else ()
        loaded = Loaded(
            dataset=before.dataset if before and before.dataset == dataset else dataset,
            source=source,
            read_at=read_at,
            version=hash(dataset),
            tables=tables,
            notes=notes,
            held=held,
            changed=found or (before.changed if before else ()),
            changed_at=clock.now() if found else (before.changed_at if before else None),
            unsaved=_save(source, tables, dataset.concealed, self._settings or {}),
        )
        self._loaded = loaded

    def _fail(self, error: SourceError) -> None:
        since = self._failed.since if self._failed else clock.now()
        self._failed = Failure(error.what, error.do, since)
        self._failures += 1
        longest = self._source.seconds if self._source else _LONGEST_WITHOUT_A_SOURCE
        now = time.monotonic()
        self._due = now + max(pause_after(self._failures, longest, random.random()), error.wait)
        self._not_before = now + error.wait

    def _too_slow(self) -> Failure | None:
        """A reading that neither ends nor fails is a failure too."""
        if self._finished == self._started or time.monotonic() - self._started_at < _MOST_SECONDS_OF_A_READING:
            return None
        do = "Se efter, om nettet virker. Der ventes stadig på svar."
        return Failure("Kilden svarer meget langsomt.", do, self._since)


def pause_after(failures: int, longest: float, chance: float) -> float:
    """Seconds to wait after so many failures in a row: longer each time up to longest, and spread by chance
    (0 to 1) so that two dashboards that fail together do not come back together.
    """
    doubled = _FIRST_PAUSE * 2.0 ** min(failures - 1, 20)
    return min(longest, doubled) * (1 - _JITTER + 2 * _JITTER * chance)


def _by_table(raw_tables: Raws) -> dict[str, Raws]:
    found = {table.name: tuple(raw for raw in raw_tables if slug(raw.name) == table.slug) for table in TABLES}
    return {name: raws for name, raws in found.items() if raws}


def _dataset(tables: Mapping[str, Kept], notes: tuple[Problem, ...], concealed: Concealed) -> Dataset:
    return remembering(read_dataset((raw for kept in tables.values() for raw in kept.raws), notes), concealed)


def _save(source: Source, tables: Mapping[str, Kept], concealed: Concealed, settings: Mapping[str, Any]) -> str:
    """Why the state could not be kept on disk; '' where it was, or is not to be."""
    if not source.key:
        return ""
    folder = state_folder(settings)
    try:
        last_good.save_concealed(folder, source.key, concealed)
        last_good.save(folder, source.key, tables)
    except OSError as error:
        _LOG.warning("The last good state cannot be kept in %s: %s", folder, error)
        return f"Det læste kan ikke gemmes i mappen »{folder}« ({error.strerror}), så en genstart uden net viser intet."
    return ""
