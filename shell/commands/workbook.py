"""Creates or completes the workbook in Google that secrets.toml names, from the contract.

What is missing is added: tabs, headings with notes, dropdowns, formats, frozen and protected headings, instructions.
What is there is never changed or deleted, so it can be run again at any time. Where [connections.gsheets] names no
spreadsheet yet, one is created and shared: say with whom by --share.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from gspread.auth import DEFAULT_SCOPES
from gspread.exceptions import APIError
from gspread.urls import SPREADSHEET_DRIVE_URL, SPREADSHEETS_API_V4_BASE_URL

from shell.sources.configured import read_settings
from shell.sources.google import google_client, in_danish, spreadsheet_key
from shell.sources.google_template import LOCALE, TIME_ZONE, complete
from shell.sources.source import SourceError

TITLE = "Bestyrelsens overblik"


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when the workbook is complete, 2 when it could not be made so; why then stands on stderr."""
    parser = argparse.ArgumentParser(
        prog="python -m shell.commands.workbook",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--share", metavar="name@example.dk", default="", help="who is to have a new spreadsheet")
    share_with = parser.parse_args(arguments).share
    try:
        for line in made_complete(read_settings(), share_with):
            print(line)  # noqa: T201
    except SourceError as error:
        print(f"{error.what} {error.do}", file=sys.stderr)  # noqa: T201
        return 2
    return 0


def made_complete(settings: Mapping[str, Any], share_with: str) -> Iterator[str]:
    """Does it, and says in Danish what was done, while it is done. Raises SourceError."""
    google = _section(settings)
    if google.get("api_key") and not google.get("private_key"):
        raise SourceError(
            "En api_key kan kun læse.", "Sæt en servicekontos felter ind under [connections.gsheets] i secrets.toml."
        )
    if not google.get("spreadsheet"):
        key = _created(google, share_with)
        address = SPREADSHEET_DRIVE_URL % key
        yield f"Regnearket »{TITLE}« er oprettet og delt med {share_with}: {address}"
        yield f'Skriv i secrets.toml under [connections.gsheets]: spreadsheet = "{address}"'
    elif share_with:
        raise SourceError(
            "Regnearket er der allerede, så --share kan ikke bruges.", "Del det selv med »Del« i regnearket."
        )
    else:
        key = spreadsheet_key(google)
    with in_danish(google), _writing(google):
        lines = complete(google_client(google, DEFAULT_SCOPES[:1]), key)
    yield from lines or ("Der manglede intet.",)


def _section(settings: Mapping[str, Any]) -> Mapping[str, Any]:
    connections = settings.get("connections")
    google = connections.get("gsheets") if isinstance(connections, Mapping) else None
    if not isinstance(google, Mapping):
        raise SourceError("Google er ikke sat op.", "Tilføj [connections.gsheets] i secrets.toml.")
    return google


def _created(google: Mapping[str, Any], share_with: str) -> str:
    """The key of a new spreadsheet that share_with may edit."""
    if not share_with:
        raise SourceError(
            "Der står ikke, hvilket Google-regneark der gælder.",
            "Skriv dets adresse som spreadsheet under [connections.gsheets] i secrets.toml, "
            "eller få oprettet et nyt med --share og din e-mail.",
        )
    client = google_client(google, DEFAULT_SCOPES)
    properties = {"title": TITLE, "locale": LOCALE, "timeZone": TIME_ZONE}
    with in_danish(google):
        try:
            answer = client.request("post", SPREADSHEETS_API_V4_BASE_URL, json={"properties": properties})
        except APIError as error:
            if not _is_no_access(error):
                raise
            raise SourceError("Google lader ikke servicekontoen oprette regneark.", _by_hand(google)) from error
        key = str(answer.json()["spreadsheetId"])
        try:
            client.insert_permission(key, share_with, "user", "writer")
        except APIError as error:
            raise SourceError(
                f"Regnearket er oprettet, men Google vil ikke dele det med {share_with}.", _by_hand(google)
            ) from error
    return key


def _by_hand(google: Mapping[str, Any]) -> str:
    return (
        f"Opret selv et tomt regneark, {_share(google)}, skriv dets adresse som spreadsheet "
        "under [connections.gsheets] i secrets.toml, og kør igen."
    )


@contextmanager
def _writing(google: Mapping[str, Any]) -> Iterator[None]:
    """The refusals that mean something else when something is to be written. Others pass."""
    try:
        yield
    except APIError as error:
        if _is_no_access(error):
            raise SourceError(
                "Servicekontoen må ikke skrive i regnearket.", f"Åbn regnearket, tryk »Del«, og {_share(google)}."
            ) from error
        if error.response.status_code == 400 and "protected" in error.response.text:
            raise SourceError(
                "Noget i regnearket er beskyttet mod servicekontoen. Intet er ændret.",
                f"Giv {google.get('client_email', 'kontoen')} lov til at redigere det under Data → Beskyttede ark og "
                "områder, og kør igen.",
            ) from error
        raise


def _share(google: Mapping[str, Any]) -> str:
    return f"del det med {google.get('client_email', 'servicekontoen')} som »Redigering«"


def _is_no_access(error: APIError) -> bool:
    """A 403 that is about this account and this file, not about the API, the key or the network."""
    text = error.response.text
    another = ("SERVICE_DISABLED", "has not been used in project", "insufficient authentication scopes")
    return (
        error.response.status_code == 403
        and not text.lstrip().startswith("<")
        and not any(word in text for word in another)
    )


if __name__ == "__main__":
    sys.exit(main())
