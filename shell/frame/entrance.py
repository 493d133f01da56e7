"""The way in: who is looking, and what is shown to those who may not see a screen.

Everything that a page shows comes through here: the frame asks before it runs a page, and a page that is run without
the frame is not opened.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st

from core.access.claims import Claims
from core.access.rights import Right
from core.access.sentences import account, logged_in_as, meant_for, unverified
from core.danish import count
from core.menu import may_open, right_to
from core.organisation.settings import organisation_name
from core.subject.menu_item import MenuItem
from shell.drawing.text import plain
from shell.login.viewer import OUTSIDE, Standing, Viewer, viewer_of
from shell.machine.login_settings import DEFAULT, LoginSettings, Provider
from shell.machine.obstacle import Obstacle
from shell.machine.settings import read_login
from shell.reading.newest import load, refresher

_NAMES = {"google": "Google", "microsoft": "Microsoft", "mitid": "MitID"}
_HOSTS = {"accounts.google.com": "Google", "login.microsoftonline.com": "Microsoft"}
_ASK = "Er det forkert, så spørg den, der passer programmet i jeres boligorganisation."
_INSIDE: ContextVar[Viewer | None] = ContextVar("inside", default=None)


def viewer() -> Viewer:
    """As they stand at this moment. Raises Obstacle where it cannot be told who may see anything."""
    return viewer_of(_claims)


def viewer_now() -> Viewer:
    """Nobody, where it cannot be told."""
    try:
        return viewer()
    except Obstacle:
        return OUTSIDE


def _claims() -> Claims:
    return st.user.to_dict()


@contextmanager
def opened_for(looking: Viewer) -> Iterator[None]:
    """What runs meanwhile is shown to them."""
    before = _INSIDE.set(looking)
    try:
        yield
    finally:
        _INSIDE.reset(before)


def stop_unless_opened() -> None:
    """Sends nothing of a page that the frame has not opened, where there is a login."""
    if _INSIDE.get() is None and viewer_now().standing is not Standing.NO_LOGIN:
        st.stop()


def may(right: Right) -> bool:
    """Also long after the screen was drawn: a button that has been clicked, a part that is drawn again."""
    return viewer_now().may(right)


def opens(item: MenuItem) -> bool:
    """Whether a link to the screen leads anywhere for whoever is looking."""
    looking = _INSIDE.get()
    return looking is not None and may_open(looking.roles, item)


def title_of(item: MenuItem, looking: Viewer) -> str:
    """Of the browser's tab. Whoever may see nothing is not told what there is to see."""
    return item.title if looking.roles else "Log ind"


def closed(looking: Viewer, in_the_way: Obstacle | None) -> None:
    """For those who have no role here. in_the_way: why it cannot be told who has."""
    if in_the_way:
        st.title("Ingen kan logge ind lige nu")
        st.error(plain(in_the_way.what), icon=":material/lock:")
        st.markdown(f"**Gør sådan:** {plain(in_the_way.do)}")
        return
    settings = read_login()
    if settings is None:  # It was taken out of the settings a moment ago.
        st.rerun()
    if name := _organisation():
        st.caption(plain(name))
    if looking.standing is Standing.NO_ROLE:
        _no_role(settings)
    else:
        _log_in(settings, looking)


def _log_in(settings: LoginSettings, looking: Viewer) -> None:
    over = looking.standing is Standing.OVER
    st.title("Log ind igen" if over else "Log ind for at se bestyrelsens overblik")
    if not settings.access.rules:
        st.error(
            "Der er sat login op, men ingen har fået en rolle endnu. Derfor kan ingen se noget, heller ikke når de er "
            "logget ind.",
            icon=":material/lock:",
        )
        st.markdown("**Gør sådan:** Skriv under \\[access] i secrets.toml, hvem der har hvilken rolle.")
        return
    if over:
        longest = settings.access.longest
        st.markdown(f"Et login gælder i højst {_in_words(longest.total_seconds())}, og til du logger ud.")
    for provider in settings.providers:
        name = _called(provider)
        st.button(
            f"Log ind med {plain(name)}" if name else "Log ind",
            key=f"log_in_{provider.name}",
            type="primary",
            icon=":material/login:",
            on_click=st.login,
            args=(provider.name,),
        )


def _in_words(seconds: float) -> str:
    """'12 timer'"""
    minutes = round(seconds / 60)
    return count(minutes // 60, "time", "timer") if minutes % 60 == 0 else count(minutes, "minut", "minutter")


def _no_role(settings: LoginSettings) -> None:
    claims = _claims()
    st.title("Du har ikke adgang")
    provider = next((one for one in settings.providers if one.name == claims.get("provider")), None)
    at = f" hos {plain(name)}" if provider and (name := _called(provider)) else ""
    if mine := account(claims):
        st.markdown(f"Du er logget ind som {plain(mine)}{at}, og den konto har ingen rolle her.")
    else:
        st.markdown(f"Du er logget ind{at}, og det login har ingen rolle her. Dit login har denne kode:")
        st.code(str(claims.get("sub", "")), language=None)
    if unverified(claims, settings.access.vouching):
        st.markdown("Det sted, du er logget ind, siger ikke, at e-mailadressen er bekræftet. Derfor tæller den ikke.")
    st.markdown(f"Har du en anden konto, så log ud, og log ind med den. {_ASK}")
    log_out_button()


def not_for(looking: Viewer, item: MenuItem) -> None:
    """A screen that is for others than whoever is looking."""
    st.title("Denne skærm er ikke for din rolle")
    st.markdown(f"{meant_for(right_to(item))} {logged_in_as(looking.roles)}. {_ASK}")


def who_is_in(looking: Viewer) -> None:
    """The menu's last lines, where somebody is logged in."""
    if looking.standing is Standing.INSIDE:
        st.caption(logged_in_as(looking.roles))
        log_out_button()


def log_out_button() -> None:
    st.button("Log ud", key="log_out", icon=":material/logout:", on_click=st.logout)


def _called(provider: Provider) -> str:
    """'' where there is but one, and it is none of those whom everybody knows."""
    known = _NAMES.get(provider.name.lower()) or _HOSTS.get(provider.host)
    return known or ("" if provider.name == DEFAULT else provider.name)


def _organisation() -> str:
    """'' where it is not known yet: nobody waits for it."""
    if refresher().waiting_for_the_first:
        return ""
    try:
        return organisation_name(load().dataset) or ""
    except Obstacle:
        return ""
