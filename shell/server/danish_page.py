"""Streamlit's own page, Danish from the first byte. It has no setting for that: the page is changed as it is sent."""

from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core.menu import MENU_ITEMS
from shell.frame.address import UNKNOWN

# Streamlit's calendar and tables follow the browser's language; here every browser's language is Danish.
# Links written in text open a new tab in Streamlit; those within the dashboard should not.
# On a phone the menu lies over the screen and would stay there when a screen is chosen in it.
# A page link to the screen that is open, as the menu's out of one department, would leave the address as it was.
# Vega says in English what its charts are; they have their own words, and their parts have none to say.
# A chart on paper is as it was drawn for the screen, and its letters must not shrink with it (style.css).
# A table's heading that sorts it would load the page anew and leave the table: Streamlit goes to the address instead.
_HEAD = """<head><script>
for (const [name, value] of [["language", "da-DK"], ["languages", ["da-DK", "da"]]])
  Object.defineProperty(navigator, name, { get: () => value, configurable: true });
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[target=_blank]");
  if (link && link.origin === location.origin) link.target = "_self";
}, true);
document.addEventListener("click", (event) => {
  const close = document.querySelector("[data-testid=stSidebarCollapseButton] button");
  const covers = matchMedia("(max-width: 768px)").matches;
  if (close && covers && event.target.closest?.("[data-testid=stSidebar] a")) close.click();
});
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-testid=stPageLink] a");
  const elsewhere = !link || link.pathname !== location.pathname || link.href === location.href;
  if (elsewhere || event.ctrlKey || event.metaKey || event.shiftKey) return;
  history.pushState(null, "", link.href);
}, true);
new MutationObserver((changes) => {
  for (const { target } of changes) {
    const said = target.getAttribute("aria-roledescription");
    if (said === "visualization") target.setAttribute("aria-roledescription", "diagram");
    else if (said && target.ownerSVGElement) target.removeAttribute("aria-roledescription");
  }
}).observe(document, { subtree: true, attributeFilter: ["aria-roledescription"] });
addEventListener("beforeprint", () => {
  for (const drawn of document.querySelectorAll("[data-testid=stVegaLiteChart] svg"))
    drawn.style.setProperty("--drawn", drawn.getAttribute("width"));
});
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("th a");
  if (!link || link.pathname !== location.pathname || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  dispatchEvent(new PopStateEvent("popstate"));
});
</script>"""
_SCRIPTS = "".join(
    f"<script>{Path(__file__).with_name(name).read_text(encoding='utf-8')}</script>"
    for name in ("connection.js", "large.js")
)
_NAMES = Path(__file__).with_name("names.js").read_text(encoding="utf-8")
_ADDRESSES = frozenset(item.address for item in MENU_ITEMS)
_REPLACED = (
    ('lang="en"', 'lang="da"'),
    ("<head>", _HEAD + _SCRIPTS),
    ("</head>", f"<script>{_NAMES}</script></head>"),
    ("<title>Streamlit</title>", "<title>Bestyrelsens overblik</title>"),
    ("You need to enable JavaScript to run this app.", "Siden kræver, at JavaScript er slået til i browseren."),
)


class DanishPage:
    """Streamlit's own page says that it is English; this says that it is Danish. A page that names its language
    in a header is not Streamlit's and is let through.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or "text/html" not in Headers(scope=scope).get("accept", ""):
            await self.app(scope, receive, send)
            return
        del MutableHeaders(scope=scope)["accept-encoding"]  # a compressed page could not be read here
        start: Message | None = None
        body = b""
        redirected = False

        async def send_danish(message: Message) -> None:
            nonlocal start, body, redirected
            if redirected:
                return
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                is_page = headers.get("content-type", "").startswith("text/html") and message["status"] == 200
                if is_page and "content-language" not in headers:
                    if (unknown := scope["path"].rsplit("/", 1)[-1]) not in _ADDRESSES:
                        await _to_first_screen(unknown)(scope, receive, send)
                        redirected = True
                        return
                    start = message
                    return
            elif start is not None:
                body += message.get("body", b"")
                if message.get("more_body"):
                    return
                page = _in_danish(body.decode()).encode()
                headers = MutableHeaders(scope=start)
                headers["content-length"] = str(len(page))
                for stale in ("etag", "last-modified", "accept-ranges"):
                    del headers[stale]
                await send(start)
                message = {"type": "http.response.body", "body": page}
            await send(message)

        await self.app(scope, receive, send_danish)


def _in_danish(page: str) -> str:
    """With a mark of its own content, by which a page that is open knows that the server has another one now."""
    for english, danish in _REPLACED:
        page = page.replace(english, danish, 1)
    version = sha256(page.encode()).hexdigest()[:16]
    return page.replace("<head>", f'<head><meta name="version" content="{version}" />', 1)


def _to_first_screen(unknown: str) -> RedirectResponse:
    """Streamlit would show its first screen too, but with a message in English."""
    root = f"/{st.get_option('server.baseUrlPath').strip('/')}/".replace("//", "/")
    return RedirectResponse(f"{root}?{urlencode({UNKNOWN: unknown})}")
