"""A text without what in the settings nobody but the operator may read."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from shell.machine.hushed import hushed
from tests.each import each

URL = "postgresql://bruger:S%40ndslot@vaert.dk/base?sslpassword=N%C3%B8gle-ring"


@each(
    {
        "an address as it is written": (URL, {"url": URL}, "…"),
        "the password of an address": ("kode S%40ndslot afvist", {"url": URL}, "kode … afvist"),
        "the password as it is meant": ("kode S@ndslot afvist", {"url": URL}, "kode … afvist"),
        "a password set after the address": ("Nøgle-ring", {"url": URL}, "…"),
        "the host of an address is told": ("vaert.dk svarer ikke", {"url": URL}, "vaert.dk svarer ikke"),
        "an address that is none": ("hemmelig", {"url": "postgres://b:hemmelig@[::1"}, "…"),
        "one line of a key": ("MIIEvQ", {"private_key": "-----BEGIN-----\nMIIEvQ\n-----END-----"}, "…"),
        "one line of a key that is written on one": ("MIIEvQ", {"private_key": "-----BEGIN-----\\nMIIEvQ\\n--"}, "…"),
        "a secret within another": ("abcdefgh", {"x": "abcd", "y": "abcdefgh"}, "…"),
        "a number": ("12345678", {"password": 12345678}, "…"),
        "a list": ("nogen@hjemme.dk", {"email": ["nogen@hjemme.dk"]}, "…"),
        "a section under a name that is told": ("hemmelig", {"host": {"password": "hemmelig"}}, "…"),
        "whom a sheet must be shared with is told": ("a@b.dk", {"client_email": "a@b.dk"}, "a@b.dk"),
        "a file is told": ("/data/puljen.xlsx", {"file": "/data/puljen.xlsx"}, "/data/puljen.xlsx"),
        "true and false are no secrets": ("True", {"x": True}, "True"),
        "what is too short to be one": ("a b c", {"x": "a"}, "a b c"),
        "nothing is set": ("alt", {}, "alt"),
    }
)
def test_what_is_left_of_a_text(text: str, section: dict[str, Any], left: str) -> None:
    assert hushed(text, {"afsnit": section}) == left


def test_the_address_in_the_environment_is_a_secret_too() -> None:
    assert hushed("S@ndslot", {}, URL) == "…"


SECRETS = st.recursive(
    st.text(min_size=4).filter(lambda text: text.strip() == text and "…" not in text and len(text.strip()) >= 4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
)


def leaves(settings: object) -> list[str]:
    if isinstance(settings, dict):
        return [leaf for value in settings.values() for leaf in leaves(value)]
    return [leaf for value in settings for leaf in leaves(value)] if isinstance(settings, list) else [str(settings)]


@given(SECRETS, st.text())
def test_no_secret_is_left_whatever_shape_it_is_written_in(settings: object, around: str) -> None:
    secrets = leaves(settings)
    left = hushed(around + " ".join(secrets), {"afsnit": settings})
    assert [secret for secret in secrets if secret in left] == []
