"""[auth] and [access] become who may log in and who has which role; all that is wrong in them is told in Danish."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from core.access.access import RoleRule
from core.access.role import Role
from shell.machine.login_settings import LoginSettings, login_settings
from shell.machine.obstacle import Obstacle
from shell.machine.settings import checked, read_login
from tests.conftest import Configure
from tests.each import each

SECRET = "meget-hemmelig-kode-nummer-7"
GOOGLE = {
    "client_id": "tavlen",
    "client_secret": SECRET,
    "server_metadata_url": "https://accounts.google.com/.well-known/openid-configuration",
}
MICROSOFT = GOOGLE | {"server_metadata_url": "https://login.microsoftonline.com/4711/v2.0/.well-known/x"}
EVERYBODY = GOOGLE | {"server_metadata_url": "https://login.microsoftonline.com/common/v2.0/.well-known/x"}
HERE = {"redirect_uri": "https://tavlen.lyng.dk/oauth2callback", "cookie_secret": SECRET}
ONE, TWO = HERE | GOOGLE, HERE | {"google": GOOGLE, "microsoft": MICROSOFT}
EMAIL = {"board": {"email": ["a@lyng.dk"]}}


def read(auth: object, access: object = None) -> tuple[LoginSettings | None, str]:
    """What comes out, and all that is said to be wrong."""
    told: list[str] = []
    secrets = {"auth": auth} | ({} if access is None else {"access": access})
    found = login_settings(secrets, lambda what, do: told.append(f"{what} {do}"))
    return found, " ".join(told)


def good(auth: object, access: object = None) -> LoginSettings:
    found, wrong = read(auth, access)
    assert wrong == ""
    assert found is not None
    return found


def test_without_auth_nobody_logs_in() -> None:
    assert checked({}).login is None


@each(
    {
        "one provider without a name": (ONE, ["default"]),
        "two with names": (TWO, ["google", "microsoft"]),
        "one with a name": (HERE | {"mitid": GOOGLE}, ["mitid"]),
        "one without a name beside one with": (ONE | {"microsoft": MICROSOFT}, ["default", "microsoft"]),
        "with what Streamlit may be told besides": (
            ONE | {"client_kwargs": {"prompt": "login"}, "expose_tokens": "id"},
            ["default"],
        ),
    }
)
def test_the_providers_are_found(auth: dict[str, Any], names: list[str]) -> None:
    assert [provider.name for provider in good(auth, EMAIL).providers] == names


@each(
    {
        "an address": ("https://tavlen.lyng.dk/oauth2callback", "tavlen.lyng.dk"),
        "in large letters": ("https://Tavlen.Lyng.dk/oauth2callback", "tavlen.lyng.dk"),
        "with a port": ("https://tavlen.lyng.dk:8443/oauth2callback", "tavlen.lyng.dk"),
        "under a path": ("https://lyng.dk/tavlen/oauth2callback", "lyng.dk"),
        "this machine": ("http://localhost:8501/oauth2callback", "localhost"),
        "this machine, at the port it listens on": ("http://localhost:{port}/oauth2callback", "localhost"),
        "this machine by its newer number": ("http://[::1]:8501/oauth2callback", "::1"),
    }
)
def test_the_host_is_where_they_come_back_to(written: str, host: str) -> None:
    auth = ONE | {"redirect_uri": written}
    assert good(auth, EMAIL).host == host
    opened = checked({"auth": auth, "access": EMAIL, "dashboard": {"hosts": ["andet.dk"]}}).hosts
    assert opened == (("andet.dk",) if host in ("localhost", "::1") else ("andet.dk", host))


@each(
    {
        "none": (None,),
        "a number": (5,),
        "a host alone": ("tavlen.lyng.dk/oauth2callback",),
        "without the end": ("https://tavlen.lyng.dk/",),
        "with another end": ("https://tavlen.lyng.dk/oauth2callback/x",),
        "with more behind": ("https://tavlen.lyng.dk/oauth2callback?x=1",),
        "not by TLS": ("http://tavlen.lyng.dk/oauth2callback",),
        "another scheme": ("ftp://localhost/oauth2callback",),
        "no host": ("https:///oauth2callback",),
        "half a number": ("https://[::1/oauth2callback",),
        "no port that can be": ("https://tavlen.lyng.dk:99999/oauth2callback",),
    }
)
def test_an_address_to_come_back_to_that_is_none_is_told(written: object) -> None:
    assert "»redirect_uri« under [auth]" in read(ONE | {"redirect_uri": written}, EMAIL)[1]


@each({"none": (None,), "a number": (1234567890123456,), "short": ("x" * 15,), "blank": (" " * 40,)})
def test_a_cookie_secret_that_can_be_guessed_is_told(written: object) -> None:
    assert "mindst 16 tegn" in read(ONE | {"cookie_secret": written}, EMAIL)[1]


@each(
    {
        "no provider": (HERE, "mangler client_id, client_secret og server_metadata_url"),
        "half a provider": (HERE | {"client_id": "x"}, "Under [auth] i secrets.toml mangler client_secret"),
        "half a provider with a name": (
            HERE | {"google": {"client_id": "x", "client_secret": SECRET}},
            "Under [auth.google] i secrets.toml mangler server_metadata_url.",
        ),
        "an empty value": (ONE | {"client_id": " "}, "mangler client_id."),
        "a number for text": (ONE | {"client_id": 7}, "mangler client_id."),
        "a name with a line under": (HERE | {"min_side": GOOGLE}, "fx [auth.minside]"),
        "no address": (ONE | {"server_metadata_url": "accounts.google.com"}, "skal være en adresse"),
        "an address that is none": (ONE | {"server_metadata_url": "https://[x"}, "skal være en adresse"),
        "an address without TLS": (ONE | {"server_metadata_url": "http://login.lyng.dk/x"}, "skal være en adresse"),
        "a slip": (ONE | {"cookie_secrets": SECRET}, "»cookie_secrets« under [auth] i secrets.toml kendes ikke. Skriv"),
        "something else": (ONE | {"xyz": 1}, "»xyz« under [auth] i secrets.toml kendes ikke. Fjern det."),
        "empty": ({}, "skal være et afsnit med noget i"),
        "a line": (SECRET, "skal være et afsnit med noget i"),
        "a switch": (False, "skal være et afsnit med noget i"),
    }
)
def test_what_is_wrong_in_auth_is_told_without_its_secrets(auth: object, told: str) -> None:
    wrong = read(auth, EMAIL)[1]
    assert told in wrong
    assert SECRET not in wrong


BOARD, CHAIR = Role.BOARD, Role.CHAIR


@each(
    {
        "addresses": (EMAIL, [RoleRule(BOARD, {"email": ("a@lyng.dk",)})]),
        "one address": ({"chair": {"email": "a@lyng.dk"}}, [RoleRule(CHAIR, {"email": ("a@lyng.dk",)})]),
        "a domain": ({"board": {"email_domain": "lyng.dk"}}, [RoleRule(BOARD, {"email_domain": ("lyng.dk",)})]),
        "all of several": ({"board": {"sub": "7", "x": True}}, [RoleRule(BOARD, {"sub": ("7",), "x": (True,)})]),
        "either of several": (
            {"board": [{"sub": ["7", "8"]}, {"level": 3}]},
            [RoleRule(BOARD, {"sub": ("7", "8")}), RoleRule(BOARD, {"level": (3,)})],
        ),
        "two roles": (
            {"chair": {"sub": "7"}, "board": {"sub": "7"}},
            [RoleRule(BOARD, {"sub": ("7",)}), RoleRule(CHAIR, {"sub": ("7",)})],
        ),
        "a claim named as an address": (
            {"board": {"https://lyng.dk/roller": "x"}},
            [RoleRule(BOARD, {"https://lyng.dk/roller": ("x",)})],
        ),
        "nobody": ({}, []),
        "no section": (None, []),
    }
)
def test_roles_are_given_by_claims(access: object, rules: list[RoleRule]) -> None:
    assert list(good(ONE, access).access.rules) == rules


@each(
    {
        "not said": ({}, 12),
        "a whole number": ({"longest_session_hours": 3}, 3),
        "half an hour": ({"longest_session_hours": 0.5}, 0.5),
        "thirty days": ({"longest_session_hours": 720}, 720),
    }
)
def test_the_longest_time_is_read_in_hours(access: dict[str, Any], hours: float) -> None:
    assert good(ONE, access).access.longest == timedelta(hours=hours)


@each({repr(one): (one,) for one in (0, -1, 721, "12", True, [12], float("nan"), float("inf"))})
def test_a_longest_time_that_is_none_is_told(hours: object) -> None:
    assert "longest_session_hours" in read(ONE, {"longest_session_hours": hours})[1]


@each(
    {
        "a slip": ({"bord": {"sub": "7"}}, "»bord« under [access] i secrets.toml kendes ikke. Skriv board."),
        "in Danish": ({"formand": {"sub": "7"}}, "»formand« under [access] i secrets.toml kendes ikke."),
        "a line": ({"board": "a@lyng.dk"}, "skal være et afsnit, der siger, hvem der har rollen"),
        "nothing in it": ({"board": {}}, "skal være et afsnit"),
        "an empty list": ({"board": []}, "skal være et afsnit"),
        "an empty value": ({"board": {"sub": ""}}, "»sub« under [access.board]"),
        "no values": ({"board": {"sub": []}}, "»sub« under [access.board]"),
        "a blank among the values": ({"board": {"sub": ["7", " "]}}, "»sub« under [access.board]"),
        "a part of its own": ({"board": {"realm": {"roles": "x"}}}, "»realm« under [access.board]"),
        "a number with a comma": ({"board": {"level": 1.5}}, "»level« under [access.board]"),
        "an address without a host": ({"board": {"email": "formand"}}, "Skriv hele adresser"),
        "every address": ({"board": {"email": "@lyng.dk"}}, "Skriv hele adresser"),
        "an address with a space": ({"board": {"email": "a@lyng.dk "}}, "Skriv hele adresser"),
        "an address for a domain": ({"board": {"email_domain": "a@lyng.dk"}}, "det, der står efter @"),
        "a domain with the sign": ({"board": {"email_domain": "@lyng.dk"}}, "det, der står efter @"),
        "all of a country": ({"board": {"email_domain": "dk"}}, "det, der står efter @"),
        "all there are": ({"board": {"email_domain": "*"}}, "det, der står efter @"),
        "a section that is a line": ("x", "Skriv det som [access]"),
        "a provider that is not there": ({"board": {"provider": "google", "sub": "7"}}, "er ikke sat op under [auth]"),
        "trust in one who is not there": ({"email_trusted_from": ["google"]}, 'email_trusted_from = ["default"]'),
        "trust that is a number": ({"email_trusted_from": 1}, 'email_trusted_from = ["default"]'),
    }
)
def test_what_is_wrong_in_access_is_told(access: object, told: str) -> None:
    assert told in read(ONE, access)[1]


@each(
    {
        "a number": ({"sub": "7"}, False),
        "a group": ({"groups": "x"}, False),
        "a number at one of them": ({"sub": "7", "provider": "google"}, True),
        "a number by who made it": ({"sub": "7", "iss": "https://accounts.google.com"}, True),
        "an address, which is the same at both": ({"email": "a@lyng.dk"}, True),
        "a domain": ({"email_domain": "lyng.dk"}, True),
    }
)
def test_of_two_providers_it_must_be_said_whose_number_or_group_it_is(claims: dict[str, Any], enough: bool) -> None:
    wrong = read(TWO, {"board": claims})[1]
    assert (wrong == "") is enough
    assert enough or 'Skriv provider = "google" eller provider = "microsoft"' in wrong


def test_only_an_organisations_own_directory_can_vouch_for_addresses() -> None:
    trusting = {"email_trusted_from": ["microsoft"]} | EMAIL
    assert good(TWO, trusting).access.vouching == {"microsoft"}
    assert good(ONE, {"email_trusted_from": "default"} | EMAIL).access.vouching == {"default"}
    assert "»common« i server_metadata_url" in read(HERE | {"microsoft": EVERYBODY}, trusting)[1]


def test_the_example_in_the_documents_is_right_as_it_stands(configure: Configure) -> None:
    page = (Path(__file__).parents[3] / "docs" / "login.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.+?)```", page, re.DOTALL)
    configure(example.replace("…", SECRET))
    login = read_login()
    assert login is not None
    assert [provider.name for provider in login.providers] == ["google", "microsoft"]
    assert [rule.role for rule in login.access.rules] == [BOARD, CHAIR, Role.CONSULTANT, Role.CONSULTANT]


def test_roles_without_a_login_are_told() -> None:
    with pytest.raises(Obstacle, match=r"\[access\] i secrets.toml, men ikke \[auth\]"):
        checked({"access": EMAIL})


def test_everything_that_is_wrong_is_told_at_once_with_all_else() -> None:
    with pytest.raises(Obstacle) as caught:
        checked({"auth": {"client_id": "x"}, "access": {"bord": {}}, "connections": {"csv": {}}})
    for part in ("redirect_uri", "cookie_secret", "client_secret", "»bord«", "hvilken mappe"):
        assert part in caught.value.what
