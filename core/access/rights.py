"""What each role may see and do. Whatever does not stand in the table may not be."""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType

from core.access.role import Role, Roles


class Right(Enum):
    """To see, and to do."""

    # The board's screens, the files on them, and the guide.
    FIGURES = auto()
    # The chair's screens: material to fetch, what a seminar's tables have marked, and the links to their sheets.
    MATERIAL = auto()
    # What was read cell by cell, what could not be, and how to mend it.
    DATA = auto()
    # To open, close, reopen, delete and bring back a seminar.
    SEMINARS = auto()
    # To say of a table that is held back whether its newer state is meant.
    ANSWERS = auto()


_FOR_ALL = frozenset({Right.FIGURES})
_OF_DATA = frozenset({Right.DATA, Right.ANSWERS})
RIGHTS: Mapping[Role, frozenset[Right]] = MappingProxyType(
    {
        Role.BOARD: _FOR_ALL,
        Role.CHAIR: _FOR_ALL | _OF_DATA | {Right.MATERIAL, Right.SEMINARS},
        Role.CONSULTANT: _FOR_ALL | _OF_DATA,
    }
)


def may(roles: Roles, right: Right) -> bool:
    return any(right in RIGHTS[role] for role in roles)
