"""Who is looking, and what they may: asked anew each time, by the settings as they are then."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from core.access.access import roles_of
from core.access.claims import PROVIDER, Claims
from core.access.login import login_of
from core.access.rights import Right, may
from core.access.role import EVERY_ROLE, Roles
from shell.login.logins import Logins, logins
from shell.machine import clock
from shell.machine.login_settings import LoginSettings
from shell.machine.obstacle import Obstacle
from shell.machine.settings import read_login


class Standing(Enum):
    # Nobody logs in here.
    NO_LOGIN = auto()
    # They have not logged in.
    OUTSIDE = auto()
    # They have, too long ago, or have logged out in another tab.
    OVER = auto()
    # They have, and nobody has given them a role.
    NO_ROLE = auto()
    INSIDE = auto()


@dataclass(frozen=True, slots=True)
class Viewer:
    standing: Standing
    roles: Roles = frozenset()

    def may(self, right: Right) -> bool:
        return may(self.roles, right)


OUTSIDE = Viewer(Standing.OUTSIDE)


def viewer_of(claims: Callable[[], Claims]) -> Viewer:
    """claims: what is known of them, asked for only where they log in. Raises Obstacle where the settings do not say
    who may see anything.
    """
    settings, known = read_login(), logins()
    if settings:
        known.needed = True
        return judged(claims(), settings, clock.now(), known)
    if known.needed:
        # A file that is gone for a moment, while it is written or moved, opens nothing.
        raise Obstacle(
            "Der står ikke længere noget login i secrets.toml.",
            "Skriv [auth] og [access] igen. Skal alle kunne se alt uden login, så start programmet igen.",
        )
    return Viewer(Standing.NO_LOGIN, EVERY_ROLE)


def judged(claims: Claims, settings: LoginSettings, now: datetime, known: Logins) -> Viewer:
    login = login_of(claims)
    if login is None or claims.get(PROVIDER) not in [provider.name for provider in settings.providers]:
        return OUTSIDE
    if not known.last(login, now, settings.access.longest):
        return Viewer(Standing.OVER)
    roles = roles_of(claims, settings.access)
    return Viewer(Standing.INSIDE if roles else Standing.NO_ROLE, roles)


def log_out(claims: Claims) -> None:
    """In every tab, from now on."""
    settings, login = read_login(), login_of(claims)
    if settings and login:
        logins().end(login, clock.now(), settings.access.longest)
