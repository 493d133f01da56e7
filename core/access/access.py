"""Who has which role: the operator's rules against what a token says. Whoever fits none has no role."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from core.access.claims import Claims, Value, says
from core.access.role import Role, Roles

LONGEST = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class RoleRule:
    """Gives a role to whoever fits all of it."""

    role: Role
    # Claim -> values of which one must be there. Without any claim it fits nobody.
    claims: Mapping[str, tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class Access:
    rules: tuple[RoleRule, ...] = ()
    # The providers whose e-mail addresses count although their tokens do not say that they are verified.
    vouching: frozenset[str] = frozenset()
    # From one login to the next.
    longest: timedelta = LONGEST


def roles_of(claims: Claims, access: Access) -> Roles:
    return frozenset(rule.role for rule in access.rules if _fits(claims, rule, access.vouching))


def _fits(claims: Claims, rule: RoleRule, vouching: frozenset[str]) -> bool:
    return bool(rule.claims) and all(
        any(says(claims, name, value, vouching) for value in values) for name, values in rule.claims.items()
    )
