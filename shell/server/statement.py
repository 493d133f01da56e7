"""/was: the way to the organisation's statement on accessibility, where Danish authorities have it."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from shell.live.page import plain_page
from shell.machine.obstacle import Obstacle
from shell.machine.settings import read_settings


def statement_route(root: str) -> Route:
    """root: how every path of the dashboard begins."""
    return Route(f"{root}was", _statement)


async def _statement(_: Request) -> Response:
    try:
        address = read_settings().accessibility_statement
    except Obstacle:
        address = ""
    if address:
        return RedirectResponse(address, 302, {"Cache-Control": "no-store"})
    page = plain_page(
        "Her er ingen tilgængelighedserklæring endnu",
        "Spørg boligorganisationen, hvor den står. Den, der passer programmet, kan sætte adressen på den ind.",
    )
    return HTMLResponse(page, 404, {"Content-Language": "da", "Cache-Control": "no-store"})
