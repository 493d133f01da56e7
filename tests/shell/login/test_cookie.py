"""The cookie is read as Streamlit reads it, and only what Streamlit has signed for this address counts."""

import json

import pytest
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from core.access.role import Role
from shell.login.cookie import claims_of
from tests.conftest import Configure
from tests.signing_in import COOKIE_SECRET, LOGIN, ORIGIN
from tests.signing_in import claims_of as said_of

CHAIR = said_of(Role.CHAIR)


def signed(value: object, secret: str = COOKIE_SECRET, name: str = USER_COOKIE_NAME) -> str:
    return create_signed_value(secret, name, value if isinstance(value, str) else json.dumps(value)).decode()


@pytest.fixture(autouse=True)
def login(configure: Configure) -> None:
    configure(LOGIN)


def test_a_cookie_of_this_dashboard_says_what_the_provider_said() -> None:
    assert claims_of({USER_COOKIE_NAME: signed(CHAIR | {"origin": ORIGIN})}) == CHAIR


def test_a_long_cookie_comes_in_parts() -> None:
    whole = json.dumps(CHAIR | {"origin": ORIGIN})
    parts = {
        USER_COOKIE_NAME: signed("chunks-2"),
        f"{USER_COOKIE_NAME}_1": signed(whole[:50], name=f"{USER_COOKIE_NAME}_1"),
        f"{USER_COOKIE_NAME}_2": signed(whole[50:], name=f"{USER_COOKIE_NAME}_2"),
    }
    assert claims_of(parts) == CHAIR
    del parts[f"{USER_COOKIE_NAME}_2"]
    assert claims_of(parts) == {}


OF_NOBODY = {
    "none": {},
    "an empty one": {USER_COOKIE_NAME: ""},
    "no seal": {USER_COOKIE_NAME: json.dumps(CHAIR | {"origin": ORIGIN})},
    "another seal": {USER_COOKIE_NAME: signed(CHAIR | {"origin": ORIGIN}, secret="en-anden-hemmelighed")},
    "the seal of another cookie": {USER_COOKIE_NAME: signed(CHAIR | {"origin": ORIGIN}, name="andet")},
    "another address": {USER_COOKIE_NAME: signed(CHAIR | {"origin": "https://andet.example"})},
    "no address": {USER_COOKIE_NAME: signed(CHAIR)},
    "no words": {USER_COOKIE_NAME: signed("tavlen")},
    "letters of no alphabet": {USER_COOKIE_NAME: "æøå\x80"},
}


@pytest.mark.parametrize("cookies", OF_NOBODY.values(), ids=OF_NOBODY)
def test_any_other_cookie_is_of_nobody(cookies: dict[str, str]) -> None:
    assert claims_of(cookies) == {}
