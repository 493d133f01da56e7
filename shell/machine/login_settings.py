"""[auth] and [access] in secrets.toml: who may log in by which provider, and who has which role then.

[auth] is as Streamlit asks for it; Streamlit would tell what is wrong in it in English, and to whoever visits.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from core.access.access import LONGEST, Access, RoleRule
from core.access.claims import EMAIL, EMAIL_DOMAIN, PROVIDER, Value
from core.access.role import Role
from core.contract.cells.nearest import nearest
from core.danish import listed

DEFAULT = "default"
"""What Streamlit calls the one provider that has no name of its own."""
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_CALLBACK = "/oauth2callback"
_SHORTEST_SECRET = 16
_MOST_HOURS = 24 * 30
_OF_A_PROVIDER = ("client_id", "client_secret", "server_metadata_url")
_OF_ALL = ("redirect_uri", "cookie_secret", "expose_tokens", "client_kwargs", *_OF_A_PROVIDER)
_ROLES = {"board": Role.BOARD, "chair": Role.CHAIR, "consultant": Role.CONSULTANT}
_HOURS, _TRUSTED = "longest_session_hours", "email_trusted_from"
_OF_MICROSOFT = "login.microsoftonline.com"
# In place of an organisation's own directory: everybody has an account in one of them.
_OF_EVERYBODY = ("common", "organizations", "consumers")

Tell = Callable[[str, str], None]
"""What is wrong and what to do about it."""


@dataclass(frozen=True, slots=True)
class Provider:
    # As Streamlit and the settings call it.
    name: str
    # Where its own settings are read.
    metadata: str

    @property
    def host(self) -> str:
        """'' where the address is none."""
        try:
            return urlsplit(self.metadata).hostname or ""
        except ValueError:
            return ""


@dataclass(frozen=True, slots=True)
class LoginSettings:
    providers: tuple[Provider, ...]
    access: Access
    # Under which the dashboard is reached: a login holds for this one alone.
    host: str


def login_settings(secrets: Mapping[str, Any], wrong: Tell) -> LoginSettings | None:
    """None where nobody logs in, and everyone has every role. What is wrong is told; what comes out then is no use."""
    auth, access = secrets.get("auth"), secrets.get("access")
    if auth is None:
        if access is not None:
            wrong(
                "Der står [access] i secrets.toml, men ikke [auth], så ingen kan logge ind.",
                "Tilføj [auth], eller fjern [access].",
            )
        return None
    if not isinstance(auth, Mapping) or not auth:
        wrong("»auth« i secrets.toml skal være et afsnit med noget i.", "Skriv det som [auth].")
        return None
    host = _host(auth, wrong)
    _cookie_secret(auth, wrong)
    providers = _providers(auth, wrong)
    return LoginSettings(providers, _access({} if access is None else access, providers, wrong), host)


def _host(auth: Mapping[str, Any], wrong: Tell) -> str:
    written = auth.get("redirect_uri")
    try:
        parts = urlsplit(written.replace("{port}", "1") if isinstance(written, str) else "")
        host, by_tls, port = (parts.hostname or "").rstrip("."), parts.scheme == "https", parts.port
    except ValueError:
        host, by_tls, port = "", False, 0
    safe = by_tls or (parts.scheme == "http" and host in LOOPBACK) if host else False
    if not (safe and port != 0 and parts.path.endswith(_CALLBACK) and not parts.query and not parts.fragment):
        wrong(
            f"»redirect_uri« under [auth] i secrets.toml skal være adressen, som I åbner, med {_CALLBACK} efter.",
            f'Skriv fx redirect_uri = "https://tavlen.boligorganisation.dk{_CALLBACK}". '
            "http:// kan kun bruges med localhost.",
        )
    return host


def _cookie_secret(auth: Mapping[str, Any], wrong: Tell) -> None:
    written = auth.get("cookie_secret")
    if not isinstance(written, str) or len(written.strip()) < _SHORTEST_SECRET:
        wrong(
            f"»cookie_secret« under [auth] i secrets.toml skal være en tilfældig tekst på mindst {_SHORTEST_SECRET} "
            "tegn.",
            'Lav en med: python3 -c "import secrets; print(secrets.token_hex(32))".',
        )


def _providers(auth: Mapping[str, Any], wrong: Tell) -> tuple[Provider, ...]:
    named = {name: value for name, value in auth.items() if isinstance(value, Mapping) and name not in _OF_ALL}
    for written in auth:
        if written not in named and written not in _OF_ALL:
            meant = nearest(written, _OF_ALL)
            wrong(f"»{written}« under [auth] i secrets.toml kendes ikke.", f"Skriv {meant}." if meant else "Fjern det.")
    if not named or any(name in auth for name in _OF_A_PROVIDER):
        named = {DEFAULT: auth} | named
    return tuple(filter(None, (_provider(name, settings, wrong) for name, settings in named.items())))


def _provider(name: str, settings: Mapping[str, Any], wrong: Tell) -> Provider | None:
    section = "auth" if name == DEFAULT else f"auth.{name}"
    if "_" in name:
        wrong(
            f"»{name}« under [auth] i secrets.toml kan ikke være navn på en udbyder.",
            f"Skriv det uden understreg, fx [auth.{name.replace('_', '')}].",
        )
        return None
    missing = [key for key in _OF_A_PROVIDER if not isinstance(settings.get(key), str) or not settings[key].strip()]
    if missing:
        wrong(
            f"Under [{section}] i secrets.toml mangler {listed(missing)}.",
            "Den, man logger ind hos, har givet jer det; docs/login.md siger hvor.",
        )
        return None
    provider = Provider(name, settings["server_metadata_url"])
    if not provider.metadata.startswith("http://" if provider.host in LOOPBACK else "https://") or not provider.host:
        wrong(
            f"»server_metadata_url« under [{section}] i secrets.toml skal være en adresse.",
            "Den begynder med https:// og ender som regel med /.well-known/openid-configuration.",
        )
        return None
    return provider


def _access(written: object, providers: tuple[Provider, ...], wrong: Tell) -> Access:
    if not isinstance(written, Mapping):
        wrong("»access« i secrets.toml skal være et afsnit for sig.", "Skriv det som [access].")
        return Access()
    known = (*_ROLES, _HOURS, _TRUSTED)
    for name in written:
        if name not in known:
            meant = nearest(name, known)
            wrong(
                f"»{name}« under [access] i secrets.toml kendes ikke.",
                f"Skriv {meant}." if meant else f"Fjern det; her kan stå {listed(known, 'eller')}.",
            )
    rules = [
        rule
        for name, role in _ROLES.items()
        if name in written
        for rule in _rules(name, role, written[name], providers, wrong)
    ]
    longest = _longest(written.get(_HOURS), wrong)
    return Access(tuple(rules), _vouching(written.get(_TRUSTED, []), providers, wrong), longest)


def _longest(hours: object, wrong: Tell) -> timedelta:
    if hours is None:
        return LONGEST
    if isinstance(hours, int | float) and not isinstance(hours, bool) and 0 < hours <= _MOST_HOURS:
        return timedelta(hours=hours)
    wrong(
        f"»{_HOURS}« under [access] i secrets.toml skal være et tal over 0 og højst {_MOST_HOURS}.",
        f"Skriv fx {_HOURS} = 12.",
    )
    return LONGEST


def _vouching(written: object, providers: tuple[Provider, ...], wrong: Tell) -> frozenset[str]:
    names = [written] if isinstance(written, str) else written
    by_name = {provider.name: provider for provider in providers}
    if not isinstance(names, list) or not all(isinstance(name, str) and name in by_name for name in names):
        example = next(iter(by_name), DEFAULT)
        wrong(
            f"»{_TRUSTED}« under [access] i secrets.toml skal være en liste af dem, man logger ind hos.",
            f'Skriv fx {_TRUSTED} = ["{example}"].',
        )
        return frozenset()
    for name in names:
        provider = by_name[name]
        directory = urlsplit(provider.metadata).path.strip("/").partition("/")[0]
        if provider.host == _OF_MICROSOFT and directory in _OF_EVERYBODY:
            wrong(
                f"»{name}« kan ikke stå ved »{_TRUSTED}«: alle i verden kan logge ind der, og hver organisation "
                "skriver selv sine e-mailadresser.",
                f"Skriv jeres eget katalogs nummer i stedet for »{directory}« i server_metadata_url.",
            )
    return frozenset(names)


def _rules(name: str, role: Role, written: object, providers: tuple[Provider, ...], wrong: Tell) -> list[RoleRule]:
    several = written if isinstance(written, list) else [written]
    parts = [one for one in several if isinstance(one, Mapping) and one]
    if not parts or len(parts) < len(several):
        wrong(
            f"»{name}« under [access] i secrets.toml skal være et afsnit, der siger, hvem der har rollen.",
            f'Skriv fx [access.{name}] og på næste linje email = ["navn@boligorganisation.dk"].',
        )
        return []
    rules = []
    for one in parts:
        claims = {claim: _values(value) for claim, value in one.items()}
        for claim, values in claims.items():
            if not values or not all(_fits(claim, value) for value in values):
                wrong(
                    f"Værdien ved »{claim}« under [access.{name}] i secrets.toml kan ikke bruges.",
                    _HOW_TO_WRITE.get(claim, f'Skriv en tekst eller en liste af tekster, fx {claim} = ["…"].'),
                )
        _asks_the_right_provider(name, claims, providers, wrong)
        rules.append(RoleRule(role, claims))
    return rules


_HOW_TO_WRITE = {
    EMAIL: f'Skriv hele adresser, fx {EMAIL} = ["navn@boligorganisation.dk"].',
    EMAIL_DOMAIN: f'Skriv det, der står efter @, fx {EMAIL_DOMAIN} = ["boligorganisation.dk"].',
}


def _asks_the_right_provider(
    name: str, claims: Mapping[str, tuple[Value, ...]], providers: tuple[Provider, ...], wrong: Tell
) -> None:
    """A number or a group is somebody's at one provider, and somebody else's at another."""
    names = [provider.name for provider in providers]
    unknown = [one for one in claims.get(PROVIDER, ()) if one not in names]
    if unknown and names:
        wrong(
            f"»{unknown[0]}« ved »{PROVIDER}« under [access.{name}] i secrets.toml er ikke sat op under [auth].",
            f"Skriv {listed(names, 'eller')}.",
        )
    if len(names) > 1 and not claims.keys() & {EMAIL, EMAIL_DOMAIN, PROVIDER, "iss"}:
        to_write = listed((f'{PROVIDER} = "{one}"' for one in names), "eller")
        wrong(
            f"Under [access.{name}] i secrets.toml er det ikke sagt, hvor man skal være logget ind for at få rollen.",
            f"Skriv {to_write} i samme afsnit.",
        )


def _values(written: object) -> tuple[Any, ...]:
    return tuple(written) if isinstance(written, list) else (written,)


def _fits(claim: str, value: object) -> bool:
    if claim == EMAIL:
        return isinstance(value, str) and value.count("@") == 1 and all(value.split("@")) and value == value.strip()
    if claim == EMAIL_DOMAIN:
        return isinstance(value, str) and "@" not in value and "." in value.strip(".") and value == value.strip()
    return isinstance(value, bool | int) or (isinstance(value, str) and bool(value.strip()))
