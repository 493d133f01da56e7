"""What somebody is told of their login."""

from typing import Any

from core.access.rights import Right
from core.access.role import Role, Roles
from core.access.sentences import account, logged_in_as, meant_for, unverified
from tests.each import each


@each(
    {
        "one": (frozenset({Role.CHAIR}), "Logget ind som formand"),
        "two": (frozenset({Role.CONSULTANT, Role.BOARD}), "Logget ind som bestyrelsesmedlem og beboerkonsulent"),
        "three": (frozenset(Role), "Logget ind som bestyrelsesmedlem, formand og beboerkonsulent"),
    }
)
def test_roles_are_told(roles: Roles, told: str) -> None:
    assert logged_in_as(roles) == told


@each(
    {
        "one": (Right.MATERIAL, "Skærmen er for formanden."),
        "two": (Right.DATA, "Skærmen er for formanden og beboerkonsulenten."),
        "all": (Right.FIGURES, "Skærmen er for bestyrelsen, formanden og beboerkonsulenten."),
    }
)
def test_it_is_told_whom_a_screen_is_for(right: Right, told: str) -> None:
    assert meant_for(right) == told


@each(
    {
        "an address": ("formand@lyng.dk", "f…@lyng.dk"),
        "an address of one letter": ("f@lyng.dk", "f…@lyng.dk"),
        "no address": (None, ""),
        "no name": ("@lyng.dk", ""),
        "no domain": ("formand@", ""),
        "no at": ("formand", ""),
        "a list": (["formand@lyng.dk"], ""),
    }
)
def test_an_account_is_known_again_by_its_first_letter_and_its_domain(written: Any, told: str) -> None:
    assert account({"email": written}) == told


@each(
    {
        "verified": ({"email": "a@lyng.dk", "email_verified": True}, False),
        "not verified": ({"email": "a@lyng.dk"}, True),
        "vouched for": ({"email": "a@lyng.dk", "provider": "microsoft"}, False),
        "no address": ({}, False),
    }
)
def test_an_address_that_does_not_count_is_told_from_none(claims: dict[str, Any], expected: bool) -> None:
    assert unverified(claims, frozenset({"microsoft"})) is expected
