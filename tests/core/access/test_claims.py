"""When a claim is what the operator asks for: to the letter, and an e-mail address only where it is verified."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.access.claims import Value, says, verified_email
from tests.each import each

VERIFIED = {"email_verified": True}


def said(claims: dict[str, Any], name: str, value: Value) -> bool:
    return says(claims, name, value, vouching=())


@each(
    {
        "the same text": ({"sub": "a1"}, "sub", "a1", True),
        "another text": ({"sub": "a1"}, "sub", "a2", False),
        "the beginning of it": ({"sub": "a12"}, "sub", "a1", False),
        "in large letters": ({"sub": "A1"}, "sub", "a1", False),
        "with a space after it": ({"sub": "a1 "}, "sub", "a1", False),
        "no such claim": ({}, "sub", "a1", False),
        "an empty claim": ({"sub": ""}, "sub", "a1", False),
        "nothing in it": ({"sub": None}, "sub", "a1", False),
        "one of a list": ({"groups": ["haver", "bestyrelsen"]}, "groups", "bestyrelsen", True),
        "one of a list with another kind in it": ({"groups": [7, None, "bestyrelsen"]}, "groups", "bestyrelsen", True),
        "none of a list": ({"groups": ["bestyrelsen2"]}, "groups", "bestyrelsen", False),
        "an empty list": ({"groups": []}, "groups", "bestyrelsen", False),
        "a list in a list": ({"groups": [["bestyrelsen"]]}, "groups", "bestyrelsen", False),
        "a part of a longer text": ({"groups": "haver bestyrelsen"}, "groups", "bestyrelsen", False),
        "a claim of several parts": ({"realm": {"bestyrelsen": True}}, "realm", "bestyrelsen", False),
        "a claim with dots and slashes": ({"https://a.dk/r": ["x"]}, "https://a.dk/r", "x", True),
        "a number": ({"level": 3}, "level", 3, True),
        "a number is no text": ({"level": 3}, "level", "3", False),
        "text is no number": ({"level": "3"}, "level", 3, False),
        "yes": ({"admin": True}, "admin", True, True),
        "no": ({"admin": False}, "admin", True, False),
        "one is not yes": ({"admin": 1}, "admin", True, False),
        "yes is not one": ({"admin": True}, "admin", 1, False),
        "yes in words is not yes": ({"admin": "true"}, "admin", True, False),
    }
)
def test_a_claim_is_compared_to_the_letter(claims: dict[str, Any], name: str, value: Value, expected: bool) -> None:
    assert said(claims, name, value) is expected


@each(
    {
        "the same": ("a@lyng.dk", "a@lyng.dk", True),
        "in large letters at the provider": ("A@Lyng.DK", "a@lyng.dk", True),
        "in large letters in the settings": ("a@lyng.dk", "A@LYNG.dk", True),
        "another": ("b@lyng.dk", "a@lyng.dk", False),
        "with a plus": ("a+x@lyng.dk", "a@lyng.dk", False),
        "with an address in front": ("a@lyng.dk@ond.dk", "a@lyng.dk", False),
        "an address that begins so": ("a@lyng.dk.ond.dk", "a@lyng.dk", False),
        "a letter that only looks so": ("\u0430@lyng.dk", "a@lyng.dk", False),
        "a letter whose small one is another's": ("\u212a@lyng.dk", "k@lyng.dk", False),
        "a letter that becomes two": ("stra\u00dfe@lyng.dk", "strasse@lyng.dk", False),
        "with a space": (" a@lyng.dk", "a@lyng.dk", False),
        "in a list": (["a@lyng.dk"], "a@lyng.dk", False),
    }
)
def test_an_email_address_is_the_same_in_large_and_small_letters(written: Any, asked: str, expected: bool) -> None:
    assert said({"email": written, **VERIFIED}, "email", asked) is expected


@each(
    {
        "the domain": ("a@lyng.dk", True),
        "in large letters": ("a@LYNG.dk", True),
        "a domain below it": ("a@sub.lyng.dk", False),
        "a domain that ends so": ("a@ond-lyng.dk", False),
        "a domain that begins so": ("a@lyng.dk.ond.dk", False),
        "as somebody's name": ("lyng.dk@ond.dk", False),
        "between two": ("a@ond.dk@lyng.dk", False),
        "first of two": ("a@lyng.dk@ond.dk", False),
        "alone": ("@lyng.dk", False),
        "no address at all": ("lyng.dk", False),
        "nothing": ("", False),
        "a number": (5, False),
    }
)
def test_a_domain_is_all_that_follows_the_only_at(address: Any, expected: bool) -> None:
    assert said({"email": address, **VERIFIED}, "email_domain", "lyng.dk") is expected


@each(
    {
        "verified": ({"email_verified": True}, (), True),
        "verified, in words": ({"email_verified": "true"}, (), True),
        "not verified": ({"email_verified": False}, (), False),
        "not verified, in words": ({"email_verified": "false"}, (), False),
        "verified by a number": ({"email_verified": 1}, (), False),
        "not said": ({}, (), False),
        "not said, by a provider that vouches": ({"provider": "microsoft"}, ("microsoft",), True),
        "not said, by another": ({"provider": "google"}, ("microsoft",), False),
        "not verified, by a provider that vouches": (
            {"provider": "microsoft", "email_verified": False},
            ("microsoft",),
            False,
        ),
        "not said, by nobody": ({}, ("microsoft",), False),
    }
)
def test_an_email_address_counts_where_it_is_verified(
    more: dict[str, Any], vouching: tuple[str, ...], expected: bool
) -> None:
    claims = {"email": "a@lyng.dk", **more}
    assert says(claims, "email", "a@lyng.dk", vouching) is expected
    assert says(claims, "email_domain", "lyng.dk", vouching) is expected
    assert bool(verified_email(claims, vouching)) is expected


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["email", "email_verified", "provider", "groups", "sub"]), ANYTHING))
def test_whatever_a_token_says_it_never_says_what_is_not_in_it(claims: dict[str, Any]) -> None:
    for name in ("email", "email_domain", "groups", "sub", "provider"):
        assert not says(claims, name, "formand@lyngklokken.example", ("x",))
