"""What the system says in English is said in Danish, and what is not known by its number."""

import errno

import pytest

from shell.machine.disk import why


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.EACCES, "programmet har ikke lov til det"),
        (errno.ENOSPC, "disken er fuld"),
        (errno.EISDIR, "det er en mappe"),
        (errno.ELOOP, f"fejl nummer {errno.ELOOP} fra styresystemet"),
    ],
)
def test_an_error_of_the_disk_is_told_in_danish(number: int, told: str) -> None:
    assert why(OSError(number, "Something in English")) == told


def test_an_error_without_a_number_is_told_all_the_same() -> None:
    assert why(OSError("Something in English")) == "ukendt fejl"
