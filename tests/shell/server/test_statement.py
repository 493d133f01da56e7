"""/was leads to the organisation's statement on accessibility, and says in Danish where there is none."""

import pytest
from starlette.requests import Request
from starlette.responses import Response

from shell.server.statement import statement_route
from tests.conftest import Configure
from tests.shell.server.test_danish_page import run

ADDRESS = "https://www.was.digst.dk/tavlen-example"


def answer() -> Response:
    found: list[Response] = []

    async def ask() -> None:
        found.append(await statement_route("/tavle/").endpoint(Request({"type": "http"})))

    run(ask())
    return found[0]


def test_it_lies_below_the_dashboards_own_path() -> None:
    assert (statement_route("/").path, statement_route("/tavle/").path) == ("/was", "/tavle/was")


def test_the_statement_is_where_the_operator_says(configure: Configure) -> None:
    configure(f"[dashboard]\naccessibility_statement = '{ADDRESS}'\n")
    found = answer()
    assert (found.status_code, found.headers["location"], found.headers["cache-control"]) == (302, ADDRESS, "no-store")


@pytest.mark.parametrize(
    "settings",
    ["", "[dashboard]\naccessibility_statement = ''\n", "[dashboard]\naccessibility_statement = 'javascript:x'\n"],
    ids=["not set", "empty", "no address"],
)
def test_without_one_a_page_in_danish_says_so(configure: Configure, settings: str) -> None:
    configure(settings)
    found = answer()
    assert (found.status_code, found.headers["content-language"]) == (404, "da")
    assert "location" not in found.headers
    assert "Her er ingen tilgængelighedserklæring endnu" in bytes(found.body).decode()
