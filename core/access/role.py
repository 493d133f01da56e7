"""What somebody is to the organisation. One person may be several at once."""

from enum import Enum


class Role(Enum):
    """In Danish as in »Logget ind som formand«."""

    BOARD = "bestyrelsesmedlem"
    CHAIR = "formand"
    CONSULTANT = "beboerkonsulent"


Roles = frozenset[Role]
EVERY_ROLE: Roles = frozenset(Role)
"""Where no login is set up there is nobody to tell apart."""
