"""The way to Google's Sheets API: who we are, how long we wait, and what each refusal means in Danish."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import requests
import urllib3
from google.auth.api_key import Credentials as ApiKey
from google.auth.credentials import Credentials
from google.auth.exceptions import GoogleAuthError, RefreshError, TransportError
from google.auth.transport.requests import AuthorizedSession, Request
from google.oauth2.service_account import Credentials as ServiceAccount
from gspread.exceptions import APIError, NoValidUrlKeyFound
from gspread.http_client import HTTPClient
from gspread.utils import absolute_range_name, extract_id_from_url
from requests.adapters import HTTPAdapter

from core.contract.grid import column_letter
from shell.sources.source import SourceError

SECONDS_TO_CONNECT, SECONDS_TO_ANSWER = 5, 15
_SECONDS_OF_QUOTA = 60  # Google counts requests by the minute


def spreadsheet_key(written: str) -> str:
    """written: the key, or the address in the browser. Raises SourceError."""
    written = written.strip()
    if "/" not in written and written:
        return written
    try:
        return extract_id_from_url(written)
    except NoValidUrlKeyFound as error:
        raise SourceError(
            "Der står ikke, hvilket Google-regneark der skal læses.",
            "Skriv regnearkets adresse som spreadsheet under [connections.gsheets] i secrets.toml.",
        ) from error


def google_client(account: Mapping[str, Any], scopes: list[str]) -> HTTPClient:
    """account: a service account's fields, or an api_key. Raises SourceError for one that cannot be used; nothing is
    sent yet.
    """
    if account.get("private_key"):
        fields = {name: value for name, value in account.items() if value and isinstance(value, str)}
        fields["private_key"] = fields["private_key"].replace("\\n", "\n")
        fields.setdefault("token_uri", "https://oauth2.googleapis.com/token")
        try:
            credentials: Credentials = ServiceAccount.from_service_account_info(fields, scopes=scopes)
        except (ValueError, GoogleAuthError) as error:
            raise SourceError(
                "Servicekontoens nøgle i secrets.toml kan ikke læses.",
                "Kopier alle felter fra kontoens JSON-fil til [connections.gsheets], private_key i tre anførselstegn.",
            ) from error
    elif account.get("api_key"):
        credentials = ApiKey(str(account["api_key"]))
    else:
        raise SourceError(
            "Der mangler en nøgle til Google.",
            "Sæt servicekontoens felter eller en api_key ind under [connections.gsheets] i secrets.toml.",
        )
    tokens = requests.Session()
    tokens.mount("https://", _Deadline(max_retries=3))
    session = AuthorizedSession(credentials, auth_request=Request(tokens))
    client = HTTPClient(credentials, session)
    client.set_timeout((SECONDS_TO_CONNECT, SECONDS_TO_ANSWER))
    # One more try for what passes by itself. Quota is no such thing: that waits for the next reading.
    retry = urllib3.Retry(
        total=1,
        status_forcelist=[500, 502, 503, 504],
        allowed_methods=["GET"],
        backoff_factor=0.5,
        backoff_jitter=0.5,
        respect_retry_after_header=False,
        raise_on_status=False,
    )
    session.mount("https://", _Deadline(max_retries=retry))
    session.max_redirects = 0  # Google does not redirect; the key must not follow somebody else's
    return client


def rows_range(title: str, width: int, first: int, last: int) -> str:
    """Whole rows of a tab that is so many columns wide: "'Puljer'!A1:Z1"."""
    return absolute_range_name(title, f"A{first}:{column_letter(width - 1)}{last}")


class _Deadline(HTTPAdapter):
    """Ends an answer that comes drop by drop: requests' own timeout only counts from one drop to the next."""

    def send(self, request: requests.PreparedRequest, *args: Any, **options: Any) -> requests.Response:
        ends = time.monotonic() + SECONDS_TO_ANSWER
        response = super().send(request, *args, **options | {"stream": True})
        parts: list[bytes] = []
        while part := response.raw.read1(65536, decode_content=True):
            parts.append(part)
            if time.monotonic() > ends:
                response.close()
                raise requests.exceptions.ReadTimeout("timed out", request=request)
        response.raw = urllib3.HTTPResponse(BytesIO(b"".join(parts)), preload_content=False)
        return response


@contextmanager
def in_danish(account: Mapping[str, Any]) -> Iterator[None]:
    """Turns whatever goes wrong between here and Google into a SourceError."""
    try:
        yield
    except APIError as error:
        raise _refused(error.response, account) from error
    except RefreshError as error:
        if "<html" in str(error).lower():
            raise _another_network() from error
        if error.retryable:
            raise _broken("") from error
        raise SourceError(
            "Google afviser servicekontoens nøgle.",
            "Lav en ny nøgle til kontoen, og sæt den ind under [connections.gsheets] i secrets.toml. "
            "Se også efter, om serverens ur går rigtigt.",
        ) from error
    except (requests.exceptions.TooManyRedirects, requests.exceptions.SSLError) as error:
        raise _another_network() from error
    except requests.exceptions.JSONDecodeError as error:
        raise _unreadable(error.doc) from error
    except (requests.exceptions.Timeout, TimeoutError) as error:
        raise _slow() from error
    except (requests.exceptions.RequestException, TransportError, urllib3.exceptions.HTTPError) as error:
        if "timed out" in str(error):
            raise _slow() from error
        if "CERTIFICATE_VERIFY_FAILED" in str(error):
            raise _another_network() from error
        raise SourceError("Der er ikke forbindelse til Google.", "Se efter, om nettet virker.") from error
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise _unreadable("") from error


def _refused(response: requests.Response, account: Mapping[str, Any]) -> SourceError:
    text, code = response.text, response.status_code
    if code < 500 and text.lstrip().startswith("<"):
        return _another_network()
    if code == 403 and ("SERVICE_DISABLED" in text or "has not been used in project" in text):
        return SourceError(
            "Google Sheets API er ikke slået til for kontoen.",
            "Slå »Google Sheets API« til i Google Cloud, i det projekt som nøglen hører til.",
        )
    if code == 403 and "insufficient authentication scopes" in text:
        return SourceError("Nøglen til Google må kun læse.", "Brug en servicekonto.")
    if code == 403:
        return SourceError(
            "Google giver ikke adgang til regnearket.", f"Åbn regnearket, tryk »Del«, {_share(account)}."
        )
    if code == 404:
        return SourceError(
            "Regnearket findes ikke hos Google.",
            "Se efter, om det er slettet, og om spreadsheet under [connections.gsheets] er regnearkets adresse.",
        )
    if code == 429:
        asked = response.headers.get("Retry-After", "")
        wait = max(_SECONDS_OF_QUOTA, int(asked) if asked.isdecimal() else 0)
        return SourceError("Google siger, at der er hentet for mange gange.", "Vent lidt.", wait=wait)
    if code == 401 or "API_KEY_INVALID" in text or "API key not valid" in text:
        return SourceError("Google afviser nøglen.", "Sæt en ny nøgle ind under [connections.gsheets] i secrets.toml.")
    if code == 400 and "not supported for this document" in text:
        return SourceError(
            "Filen er et Excel-ark, der ligger i Google Drev.",
            "Åbn det, vælg Filer → Gem som Google Sheets, og skriv det nye arks adresse i secrets.toml.",
        )
    if code >= 500:
        return _broken(f" ({code})")
    return SourceError(f"Google afviser at give regnearket ({code}).", "Vent lidt.")


def _share(account: Mapping[str, Any]) -> str:
    if email := account.get("client_email"):
        return f"og del det med {email}"
    return "og lad alle med linket se det"


def _broken(code: str) -> SourceError:
    return SourceError(f"Google har en fejl lige nu{code}.", "Vent lidt.")


def _slow() -> SourceError:
    return SourceError("Google svarer ikke inden for rimelig tid.", "Se efter, om nettet er langsomt.")


def _another_network() -> SourceError:
    return SourceError(
        "Noget andet end Google svarer: nok nettets egen login-side.",
        "Åbn en browser på den maskine, der viser overblikket, og log på nettet.",
    )


def _unreadable(text: str) -> SourceError:
    if text.lstrip().startswith("<"):
        return _another_network()
    return SourceError(
        "Svaret fra Google er ufuldstændigt.", "Se efter, om nettet er ustabilt eller vil have et login."
    )
