"""Who has which role. Whoever fits no rule has none."""

from typing import Any

from core.access.access import Access, RoleRule, roles_of
from core.access.role import Role
from tests.each import each

RULES = (
    RoleRule(Role.BOARD, {"email_domain": ("lyng.dk",)}),
    RoleRule(Role.BOARD, {"sub": ("mitid-7", "mitid-8"), "provider": ("mitid",)}),
    RoleRule(Role.CHAIR, {"email": ("formand@lyng.dk",)}),
    RoleRule(Role.CONSULTANT, {"groups": ("Beboerkonsulenter",), "provider": ("microsoft",)}),
    RoleRule(Role.CONSULTANT, {"email": ("kons@lyng.dk",)}),
)


def mail(address: str, **more: Any) -> dict[str, Any]:
    return {"email": address, "email_verified": True, "provider": "google", **more}


@each(
    {
        "nobody": ({}, set()),
        "a stranger": (mail("a@ond.dk"), set()),
        "one by domain": (mail("a@lyng.dk"), {Role.BOARD}),
        "one by domain and address": (mail("formand@lyng.dk"), {Role.BOARD, Role.CHAIR}),
        "three roles at once": (
            mail("formand@lyng.dk", provider="microsoft", groups=["Beboerkonsulenter"]),
            {Role.BOARD, Role.CHAIR, Role.CONSULTANT},
        ),
        "one of several values": ({"sub": "mitid-8", "provider": "mitid"}, {Role.BOARD}),
        "none of several values": ({"sub": "mitid-9", "provider": "mitid"}, set()),
        "the same value from another provider": ({"sub": "mitid-8", "provider": "google"}, set()),
        "the provider alone": ({"provider": "mitid"}, set()),
        "an address that is not verified": ({"email": "formand@lyng.dk", "provider": "google"}, set()),
    }
)
def test_roles_are_given_to_whoever_fits_all_of_a_rule(claims: dict[str, Any], roles: set[Role]) -> None:
    assert roles_of(claims, Access(RULES)) == roles


@each({"no rule": ((),), "a rule that asks for nothing": ((RoleRule(Role.CHAIR, {}),),)})
def test_nobody_has_a_role_that_nobody_is_given(rules: tuple[RoleRule, ...]) -> None:
    assert roles_of(mail("formand@lyng.dk"), Access(rules)) == frozenset()


def test_a_provider_that_vouches_does_so_for_its_own_alone() -> None:
    access = Access(RULES, vouching=frozenset({"microsoft"}))
    assert roles_of({"email": "formand@lyng.dk", "provider": "microsoft"}, access) == {Role.BOARD, Role.CHAIR}
    assert roles_of({"email": "formand@lyng.dk", "provider": "google"}, access) == frozenset()
