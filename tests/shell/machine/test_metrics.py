"""What is counted, and the text that a time series is made of."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from shell.machine import metrics
from shell.machine.metrics import COUNTERS, Counter, exposition

SAMPLE = re.compile(r'[a-z_]+(\{[a-z]+="[a-z]*"\})? [0-9.e+-]+')


def test_a_counter_tells_each_value_from_the_start() -> None:
    counter = Counter("readings", "Readings.", "result", "ok", "failed")
    counter.add("failed")
    counter.add("failed", 0.5)
    assert list(counter.lines()) == [
        "# HELP dashboard_readings_total Readings.",
        "# TYPE dashboard_readings_total counter",
        'dashboard_readings_total{result="ok"} 0.0',
        'dashboard_readings_total{result="failed"} 1.5',
    ]


def test_a_counter_without_values_is_one_number() -> None:
    counter = Counter("x", "X.")
    counter.add()
    assert list(counter.lines())[-1] == "dashboard_x_total 1.0"


def test_no_text_of_anybody_can_become_a_value() -> None:
    with pytest.raises(KeyError):
        Counter("x", "X.", "result", "ok").add("Hanne Jensen")


def test_nothing_that_happens_at_once_is_lost() -> None:
    counter = Counter("x", "X.")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: counter.add(), range(2000)))
    assert counter.of() == 2000


def test_the_text_is_lines_of_the_format_and_ends_with_one() -> None:
    text = exposition(COUNTERS, {"data_age_seconds": ("How old it is.", 1e-7), "problems": ("How many.", 3)})
    lines = text.split("\n")
    assert lines.pop() == ""
    samples = [line for line in lines if not line.startswith("# ")]
    assert all(SAMPLE.fullmatch(line) for line in samples)
    assert len(lines) - len(samples) == 2 * (len(COUNTERS) + 2)
    assert samples[-1] == "dashboard_problems 3"


def test_a_rerun_is_counted_with_its_time_even_where_it_fails() -> None:
    before, seconds = metrics.RERUNS.of(), metrics.RERUN_SECONDS.of()

    def fails() -> None:
        with metrics.rerun():
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert metrics.RERUNS.of() == before + 1
    assert metrics.RERUN_SECONDS.of() > seconds
