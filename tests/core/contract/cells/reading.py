"""What reading a cell comes to in these tests: a value, or an Unreadable that says what is wrong and what to do."""

from collections.abc import Callable

from core.contract.cells.cell import Unreadable


def read(parse: Callable[[object], object], cell: object) -> object:
    """The value, or the Unreadable itself. Anything else that is raised fails the test."""
    found: object
    try:
        found = parse(cell)
    except Unreadable as unreadable:
        found = unreadable
    if isinstance(found, Unreadable):
        assert found.what.endswith((".", "?")), found.what
        assert found.do.endswith("."), found.do
    return found


def refused(parse: Callable[[object], object], cell: object) -> Unreadable:
    found = read(parse, cell)
    assert isinstance(found, Unreadable), f"{cell!r} is read as {found!r}"
    return found
