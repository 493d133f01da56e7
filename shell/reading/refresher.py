"""Reads the source in the background, one reading at a time for the whole process, and keeps the last good state.

Viewers are handed what is newest and good, at once. Whatever goes wrong leaves it standing and is told beside it.
"""

import logging
import random
import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from core.contract.changes import Change, changes
from core.contract.dataset import Dataset, dataset_of
from core.contract.held import Held, Kept, confirmed, from_saved, merge
from core.contract.mass_change import MassChange, mass_changes
from core.contract.problem import Problem
from core.contract.renamed import Other
from core.focus_group.concealed import NOTHING, Concealed
from core.focus_group.concealing import remembering
from core.subjects import CONTRACT
from shell.machine import clock
from shell.machine.disk import why
from shell.machine.obstacle import Obstacle
from shell.machine.settings import Settings, read_settings
from shell.reading import last_good
from shell.sources.configured import configured_source
from shell.sources.source import MOST_SECONDS_OF_A_READING, Reading, Source, SourceError, read_in_time

_LOG = logging.getLogger(__name__)
_FIRST_PAUSE, _JITTER = 10.0, 0.25
_LONGEST_WITHOUT_A_SOURCE = 60.0
SECONDS_A_VISITOR_WAITS = 5.0
_SECONDS_TOO_LATE = 90.0


@dataclass(frozen=True, slots=True)
class Failure:
    """Why nothing newer can be read, in Danish, and since when."""

    what: str
    do: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Loaded:
    """What viewers see."""

    dataset: Dataset
    source: Source
    read_at: datetime
    # Changes when the data does, the key of every cached figure.
    version: int
    tables: Mapping[str, Kept]
    notes: tuple[Problem, ...] = ()
    # What else the source has.
    others: tuple[Other, ...] = ()
    # Newer states of tables that wait to be confirmed.
    held: tuple[Held, ...] = ()
    # By the table's name, the data as it would be with that state.
    newer: Mapping[str, Dataset] = field(default_factory=dict)
    # What the last reading that found something new brought, row by row
    changed: tuple[Change, ...] = ()
    # and in whole columns,
    mass: tuple[MassChange, ...] = ()
    # and when.
    changed_at: datetime | None = None
    # False for what a start found on disk.
    fresh: bool = True
    # Why there is nothing newer.
    failed: Failure | None = None
    # Why the state is not on disk.
    unsaved: str = ""
    # What became of a state on disk that could not be read at the start.
    put_aside: str = ""


class StillReading(Obstacle):
    """The very first reading is under way."""

    def __init__(self) -> None:
        super().__init__("Data hentes stadig.", "Vent lidt: skærmen kommer af sig selv.")


class Refresher:
    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._reading = threading.Lock()
        self._state = threading.Lock()
        self._started = 0
        self._started_at = 0.0
        self._first = threading.Event()
        self._thread: threading.Thread | None = None
        self._failures = 0
        self._not_before = 0.0
        self._settings: Settings | None = None
        self._source: Source | None = None
        self._loaded: Loaded | None = None
        self._concealed = NOTHING
        self._failed: Failure | None = None
        self._put_aside = ""
        self._stop = threading.Event()
        self._read_again_in(0)

    def start(self) -> None:
        """Reads now and then at the source's interval, in a thread that ends with the process."""
        with self._state:
            if not self._stop.is_set() and not (self._thread and self._thread.is_alive()):
                self._thread = threading.Thread(target=self._run, name="refresher", daemon=True)
                self._thread.start()

    def stop(self) -> None:
        self._stop.set()

    @property
    def waiting_for_the_first(self) -> bool:
        return self._loaded is None and self._failed is None

    def loaded(self) -> Loaded:
        """The newest good state. The very first reading is waited for, but not for long; raises StillReading then,
        and Obstacle if it fails. Whoever looks also sees to it that somebody reads.
        """
        if self.waiting_for_the_first:
            if self._reading.acquire(blocking=False):
                threading.Thread(target=self._read_first, name="first reading", daemon=True).start()
            self._first.wait(SECONDS_A_VISITOR_WAITS)
        late = self._late()
        if self._loaded is None:
            raise Obstacle(self._failed.what, self._failed.do) if self._failed else StillReading
        failed = late or self._failed
        return replace(self._loaded, failed=failed) if failed else self._loaded

    def refresh(self) -> None:
        """Reads the source. Returns when a reading that began after this call has ended, whoever began it."""
        asked = self._started
        if not self._reading.acquire(timeout=MOST_SECONDS_OF_A_READING):
            return
        try:
            if self._started == asked and time.monotonic() >= self._not_before:
                spacing = self._source.spacing if self._source else 0
                time.sleep(max(0.0, self._started_at + spacing - time.monotonic()))
                if self._source:
                    self._source.look_again()
                self._read()
        finally:
            self._reading.release()

    def confirm(self, held: Held) -> bool:
        """The newer state of a table is meant: it replaces the one that was kept, unless it has changed since.
        Whether it did.
        """
        with self._state:
            loaded = self._loaded
            if loaded is None or held not in loaded.held:
                return False
            tables = confirmed(loaded.tables, held)
            still_held = tuple(waiting for waiting in loaded.held if waiting != held)
            self._publish(loaded.source, tables, still_held, loaded.notes, loaded.others, loaded.read_at)
            return True

    def _run(self) -> None:
        while not self._stop.wait(max(0.0, self._due - time.monotonic())):
            with self._reading:
                if time.monotonic() >= self._due:
                    self._read()

    def _read_first(self) -> None:
        try:
            if self.waiting_for_the_first:
                self._read()
        finally:
            self._reading.release()

    def _read(self) -> None:
        self._started_at = time.monotonic()
        self._started += 1
        try:
            source = self._configured()
            reading = read_in_time(source)
            with self._state:
                self._take(source, reading)
        except Obstacle as error:
            _LOG.warning("%s %s (%r)", error.what, error.do, error.__cause__)
            self._fail(error)
        except Exception:
            _LOG.exception("The source could not be read")
            self._fail(
                Obstacle(
                    "Der er sket en fejl i programmet, mens data blev hentet.",
                    "Giv besked til den, der passer programmet: der står mere i serverens log.",
                )
            )
        finally:
            self._first.set()

    def _configured(self) -> Source:
        """The source in the settings; another one than before begins with what is on disk of it."""
        settings = read_settings()
        if self._source is None or settings != self._settings:
            source = configured_source(settings)
            if self._source is None or source.key != self._source.key:
                folder = settings.state_folder
                self._concealed = last_good.load_concealed(folder, source.key) if source.key else NOTHING
                self._loaded = self._from_disk(source, folder)
            self._settings, self._source = settings, source
        return self._source

    def _from_disk(self, source: Source, folder: Path) -> Loaded | None:
        self._put_aside = ""
        if not source.key:
            return None
        try:
            tables = from_saved(CONTRACT, last_good.load(folder, source.key), self._key)
            dataset = _dataset(tables, (), self._concealed)
        except Exception:
            _LOG.exception("The last good state on disk cannot be read")
            self._put_aside = _told_aside(last_good.put_aside(folder, source.key))
            return None
        if not tables:
            return None
        self._concealed = dataset.remembered
        read_at = max(kept.read_at for kept in tables.values())
        return Loaded(dataset, source, read_at, hash(dataset), tables, fresh=False)

    def _take(self, source: Source, reading: Reading) -> None:
        now = clock.now()
        before, waiting = (self._loaded.tables, self._loaded.held) if self._loaded else ({}, ())
        tables, held = merge(CONTRACT, before, CONTRACT.by_table(reading.tables), now, self._key, waiting)
        self._publish(source, tables, held, reading.notes, reading.others, now)
        self._failed, self._failures = None, 0
        self._read_again_in(self._started_at + source.seconds - time.monotonic())

    def _publish(
        self,
        source: Source,
        tables: Mapping[str, Kept],
        held: tuple[Held, ...],
        notes: tuple[Problem, ...],
        others: tuple[Other, ...],
        read_at: datetime,
    ) -> None:
        before = self._loaded
        if before and before.notes == notes and _same_readings(before.tables, tables):
            dataset = before.dataset
        else:
            dataset = _dataset(tables, notes, self._concealed)
        self._concealed = dataset.remembered
        same = before is not None and before.dataset == dataset
        news = changes(CONTRACT, before.dataset, dataset) if before and not same else ()
        loaded = Loaded(
            dataset=before.dataset if before and same else dataset,
            source=source,
            read_at=read_at,
            version=before.version if before and same else hash(dataset),
            tables=tables,
            notes=notes,
            others=others,
            held=held,
            newer=before.newer
            if before and same and before.held == held
            else _with_each(tables, held, dataset.remembered),
            changed=news or (before.changed if before else ()),
            mass=mass_changes(CONTRACT, before.dataset, dataset)
            if before and news
            else (before.mass if before else ()),
            changed_at=clock.now() if news else (before.changed_at if before else None),
            unsaved=_save(source, tables, dataset.remembered, self._settings.state_folder if self._settings else None),
            put_aside=self._put_aside,
        )
        self._loaded = loaded

    def _fail(self, error: Obstacle) -> None:
        wait = error.wait if isinstance(error, SourceError) else 0
        since = self._failed.since if self._failed else clock.now()
        self._failed = Failure(error.what, error.do, since)
        self._failures += 1
        longest = self._source.seconds if self._source else _LONGEST_WITHOUT_A_SOURCE
        self._read_again_in(max(pause_after(self._failures, longest, random.random()), wait))
        self._not_before = time.monotonic() + wait

    def _read_again_in(self, seconds: float) -> None:
        self._due, self._due_at = time.monotonic() + seconds, clock.now() + timedelta(seconds=seconds)

    def _late(self) -> Failure | None:
        """Where nobody has read for long after somebody should have, the thread that reads is gone: it is started
        again, and until that has helped it is told.
        """
        if not self._started or time.monotonic() < self._due + _SECONDS_TOO_LATE:
            return None
        self.start()
        since = self._failed.since if self._failed else self._due_at
        return Failure("Programmet er holdt op med at læse.", "Bliver det ved, så start programmet igen.", since)


def pause_after(failures: int, longest: float, chance: float) -> float:
    """Seconds to wait after so many failures in a row: longer each time up to longest, and spread by chance
    (0 to 1) so that two dashboards that fail together do not come back together.
    """
    doubled = _FIRST_PAUSE * 2.0 ** min(failures - 1, 20)
    return min(longest, doubled) * (1 - _JITTER + 2 * _JITTER * chance)


def _same_readings(before: Mapping[str, Kept], now: Mapping[str, Kept]) -> bool:
    """Whether no table was read anew."""
    return before.keys() == now.keys() and all(kept.read is now[name].read for name, kept in before.items())


def _dataset(tables: Mapping[str, Kept], notes: tuple[Problem, ...], concealed: Concealed) -> Dataset:
    read = {name: kept.read for name, kept in tables.items()}
    return remembering(dataset_of(CONTRACT, read, notes), concealed)


def _with_each(tables: Mapping[str, Kept], held: tuple[Held, ...], concealed: Concealed) -> Mapping[str, Dataset]:
    """The data as it would be with each of the newer states alone."""
    return {waiting.table.name: _dataset(confirmed(tables, waiting), (), concealed) for waiting in held}


def _save(source: Source, tables: Mapping[str, Kept], concealed: Concealed, folder: Path | None) -> str:
    """Why the state could not be kept on disk; '' where it was, or is not to be."""
    if not source.key or folder is None:
        return ""
    try:
        last_good.save_concealed(folder, source.key, concealed)
        last_good.save(folder, source.key, {name: kept.saved for name, kept in tables.items()})
    except OSError as error:
        _LOG.warning("The last good state cannot be kept in %s: %s", folder, error)
        return f"Det læste kan ikke gemmes i mappen »{folder}« ({why(error)}), så en genstart uden net viser intet."
    return ""


def _told_aside(file: Path | None) -> str:
    where = f" Den er lagt til side som »{file.name}« i mappen »{file.parent}«." if file else ""
    return f"Den gemte tilstand fra før kunne ikke læses, og alt er hentet på ny.{where}"
