"""What somebody is told of their login, in Danish."""

from core.access.claims import EMAIL, Claims, verified_email
from core.access.rights import RIGHTS, Right
from core.access.role import Role, Roles
from core.danish import listed

_AS_A_WHOLE = {Role.BOARD: "bestyrelsen", Role.CHAIR: "formanden", Role.CONSULTANT: "beboerkonsulenten"}


def logged_in_as(roles: Roles) -> str:
    """'Logget ind som formand og beboerkonsulent'"""
    return f"Logget ind som {listed(role.value for role in Role if role in roles)}"


def meant_for(right: Right) -> str:
    """'Skærmen er for formanden og beboerkonsulenten.'"""
    return f"Skærmen er for {listed(_AS_A_WHOLE[role] for role in Role if right in RIGHTS[role])}."


def account(claims: Claims) -> str:
    """Enough for whoever has it to know it again, and no more: 'f…@lyngklokken.example'. '' where it has no address."""
    address = claims.get(EMAIL)
    name, at, domain = address.partition("@") if isinstance(address, str) else ("", "", "")
    return f"{name[0]}…@{domain}" if name and at and domain else ""


def unverified(claims: Claims, vouching: frozenset[str]) -> bool:
    """It has an e-mail address that cannot be relied on."""
    return bool(account(claims)) and not verified_email(claims, vouching)
