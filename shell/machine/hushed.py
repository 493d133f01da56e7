"""A text without what in the settings nobody but the operator may read."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

HIDDEN = "…"
# What stands under these names is told to whoever has to mend it. All else in the settings is a secret.
_TOLD = frozenset(
    {
        *("spreadsheet", "client_email", "client_id", "type", "project_id", "universe_domain", "auth_uri", "token_uri"),
        *("auth_provider_x509_cert_url", "client_x509_cert_url"),
        *("file", "folder", "source", "minutes_between_readings", "state_folder", "slides_template", "hosts"),
        *("dialect", "driver", "host", "port", "database"),
        *("redirect_uri", "server_metadata_url", "longest_session_hours"),
    }
)
_SHORTEST = 4
# Of an address: what stands between user and host, and what is set after the question mark.
_IN_AN_ADDRESS = re.compile(r"(?<=:)[^/@][^@]*(?=@)|(?<==)[^&]+")


def hushed(text: str, secrets: Mapping[str, Any], database_url: str = "") -> str:
    """secrets: the whole of secrets.toml; database_url: of the environment. The longest are taken first, so that of a
    secret within another nothing is left.
    """
    values = {part for value in (*_values(secrets), database_url) for part in _parts(value)}
    for value in sorted(values, key=len, reverse=True):
        text = text.replace(value, HIDDEN)
    return text


def _values(settings: object) -> Iterator[str]:
    if isinstance(settings, Mapping):
        for name, value in settings.items():
            if name not in _TOLD or isinstance(value, Mapping):
                yield from _values(value)
    elif isinstance(settings, list | tuple):
        for value in settings:
            yield from _values(value)
    elif not isinstance(settings, bool):
        yield str(settings)


def _parts(value: str) -> Iterator[str]:
    """A key of many lines is no less secret where one of them stands alone."""
    found = [value, *value.splitlines(), *value.split("\\n")]
    if "://" in value:
        found += _IN_AN_ADDRESS.findall(value)
    for part in found:
        yield from (one for one in (part.strip(), unquote(part).strip()) if len(one) >= _SHORTEST)
