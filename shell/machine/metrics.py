"""What is counted while the program runs, for whoever draws it as a time series. Nothing of it is anybody's text."""

import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

_PREFIX = "dashboard_"


class Counter:
    """Only ever rises, from 0 at the start of the program."""

    def __init__(self, name: str, about: str, label: str = "", *values: str) -> None:
        """about: an English sentence. label and values: by what it is counted apart, and what that can be."""
        self.name, self.about, self._label = f"{_PREFIX}{name}_total", about, label
        self._counted = dict.fromkeys(values or ("",), 0.0)
        self._lock = threading.Lock()

    def add(self, value: str = "", amount: float = 1) -> None:
        """value: one of those that are counted apart."""
        with self._lock:
            self._counted[value] += amount

    def of(self, value: str = "") -> float:
        return self._counted[value]

    def lines(self) -> Iterator[str]:
        yield from _heading(self.name, self.about, "counter")
        for value, amount in self._counted.items():
            label = f'{{{self._label}="{value}"}}' if self._label else ""
            yield f"{self.name}{label} {amount!r}"


READINGS = Counter("readings", "Readings of the source by how they ended.", "result", "ok", "failed")
REFUSED = Counter("refused_requests", "Requests that were not served, for where they came from.")
FAILED_SCREENS = Counter("failed_screens", "Screens that ended in a fault of the program.")


RERUNS = Counter("reruns", "Times that a screen was worked out for somebody.")
RERUN_SECONDS = Counter("rerun_seconds", "What that took in all.")
COUNTERS = (READINGS, REFUSED, RERUNS, RERUN_SECONDS, FAILED_SCREENS)


@contextmanager
def rerun() -> Iterator[None]:
    began = time.perf_counter()
    try:
        yield
    finally:
        RERUNS.add()
        RERUN_SECONDS.add(amount=time.perf_counter() - began)


def exposition(counters: Iterable[Counter], gauges: Mapping[str, tuple[str, float]]) -> str:
    """In Prometheus' text format. gauges: by name what each is, in English, and how much it is now."""
    lines = [line for counter in counters for line in counter.lines()]
    for name, (about, amount) in gauges.items():
        lines += [*_heading(f"{_PREFIX}{name}", about, "gauge"), f"{_PREFIX}{name} {amount!r}"]
    return "\n".join((*lines, ""))


def _heading(name: str, about: str, kind: str) -> tuple[str, str]:
    return f"# HELP {name} {about}", f"# TYPE {name} {kind}"
