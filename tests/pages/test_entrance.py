"""Where there is a login: who sees which screens, and that nothing is sent to anybody else."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element

from core.access.role import Role
from core.menu import MENU_ITEMS, SCREENS, may_open, seen_by
from shell.login.viewer import log_out
from shell.machine import clock
from shell.reading import newest
from shell.screens.live_store import answering
from tests.conftest import Configure
from tests.organisations.lyngklokken import lyngklokken
from tests.organisations.stores import write_csv
from tests.pages.conftest import DASHBOARD, Open
from tests.signing_in import ACCESS, AUTH, LOGIN, claims_of

BOARD, CHAIR, CONSULTANT = Role.BOARD, Role.CHAIR, Role.CONSULTANT
ROOT = Path(__file__).parents[2]
NOBODY: dict[str, Any] = {"is_logged_in": False}
LOG_IN, LOG_IN_AGAIN, NO_ACCESS = "Log ind for at se bestyrelsens overblik", "Log ind igen", "Du har ikke adgang"
OTHERS = "Denne skærm er ikke for din rolle"
ORGANISATION = "DOMI Bolig"
_BOARD, _CONSULTANT = "[access.board]\ngroups = 'bestyrelse'\n", "[access.consultant]\ngroups = 'konsulent'\n"
Visit = Callable[..., AppTest]


@pytest.fixture
def login(today: None, configure: Configure) -> Configure:
    """A dashboard with a login that has read its data."""
    configure(LOGIN)
    newest.load()
    return configure


@pytest.fixture
def visit(login: Configure, found_components: Any) -> Visit:
    """Opens a screen as somebody with these claims would."""

    def visit(claims: dict[str, Any], address: str = "", script: Path = DASHBOARD, **query: str) -> AppTest:
        at = AppTest.from_file(script, default_timeout=60)
        at._bidi_component_manager = found_components
        at.user = claims
        if script == DASHBOARD:
            at.switch_page(SCREENS[address].script)
        for name, value in query.items():
            at.query_params[name] = value
        at.run()
        assert not at.exception, at.exception
        return at

    return visit


def titles(at: AppTest) -> list[str]:
    return [title.value for title in at.title]


def kinds(at: AppTest) -> list[str]:
    """What there is on the page, but for the style sheet."""
    return [part.type for part in at if isinstance(part, Element) and part.type != "html"]


def menu_of(at: AppTest) -> list[str]:
    return [link.proto.label for link in at.sidebar.get("page_link")]


def test_whoever_has_not_logged_in_is_sent_nothing_but_the_way_in(visit: Visit) -> None:
    for item in MENU_ITEMS:
        at = visit(NOBODY, item.address, afdeling="07", projekt="A1", visning="stort")
        assert titles(at) == [LOG_IN], item.title
        assert [button.label for button in at.button] == ["Log ind"]
        assert [caption.value for caption in at.caption] == [ORGANISATION]
        assert kinds(at) == ["caption", "title", "button"]


def test_the_statement_on_accessibility_is_for_whoever_comes(visit: Visit, login: Configure) -> None:
    login("[dashboard]\naccessibility_statement = 'https://www.was.digst.dk/x'\n" + LOGIN)
    assert [text.value for text in visit(NOBODY).markdown][-1] == "[Tilgængelighedserklæring](was)"


def test_a_page_that_is_run_without_the_frame_sends_nothing_whoever_asks(visit: Visit) -> None:
    for item in MENU_ITEMS:
        assert kinds(visit(claims_of(*Role), script=ROOT / item.script)) == [], item.title


TOLD = {
    (BOARD,): "Logget ind som bestyrelsesmedlem",
    (CHAIR,): "Logget ind som formand",
    (CONSULTANT,): "Logget ind som beboerkonsulent",
    (BOARD, CONSULTANT): "Logget ind som bestyrelsesmedlem og beboerkonsulent",
}


def test_each_role_has_its_own_menu_and_is_told_which_it_is(visit: Visit) -> None:
    for roles, told in TOLD.items():
        at = visit(claims_of(*roles), "vejledning")
        assert menu_of(at) == [item.title for items in seen_by(frozenset(roles)).values() for item in items]
        assert at.sidebar.caption[-1].value == told
        assert [button.label for button in at.sidebar.button] == ["Log ud"]


def test_a_screen_for_others_is_not_run(visit: Visit) -> None:
    for role in Role:
        for item in MENU_ITEMS:
            if not may_open(frozenset({role}), item):
                at = visit(claims_of(role), item.address)
                assert titles(at) == [OTHERS], (role, item.title)
                assert f"Logget ind som {role.value}. Er det forkert, så spørg" in at.main.markdown[-1].value
                assert [button.label for button in at.main.button if not button.key] == ["Vis stort"]
                assert [link.proto.label for link in at.main.get("page_link")] == []


def test_a_screen_of_ones_own_is_shown(visit: Visit) -> None:
    for role, address in ((CHAIR, "telefon"), (CHAIR, "data"), (CONSULTANT, "data"), (BOARD, "formidling")):
        assert titles(visit(claims_of(role), address)) not in ([OTHERS], [LOG_IN], [NO_ACCESS]), (role, address)


def test_only_those_who_may_see_the_data_are_led_to_them(visit: Visit, login: Configure, tmp_path: Path) -> None:
    tables = lyngklokken()
    tables["Ansøgninger"][0]["Modtaget"] = "i foråret"
    login(f"{LOGIN}[connections.csv]\nfolder = '{write_csv(tables, tmp_path / 'tabeller')}'\n")
    newest.load()

    def led(at: AppTest) -> bool:
        return any("i data" in link.proto.label for link in at.main.get("page_link"))

    boards, consultants = (visit(claims_of(role), "vejledning") for role in (BOARD, CONSULTANT))
    assert (led(boards), led(consultants)) == (False, True)
    assert any("i data" in text.value for text in boards.main.markdown)


def test_a_stranger_is_told_which_account_it_is_and_whom_to_ask(visit: Visit) -> None:
    at = visit(claims_of(email="fremmed@lyngklokken.example"), "puljen")
    assert titles(at) == [NO_ACCESS]
    text = " ".join(markdown.value for markdown in at.markdown).replace("\\", "")
    assert "Du er logget ind som f…@lyngklokken.example, og den konto har ingen rolle her." in text
    assert "spørg den, der passer programmet" in text
    assert "bekræftet" not in text
    assert [button.label for button in at.button] == ["Log ud"]
    assert len(at.sidebar) == 0


def test_a_stranger_without_an_email_address_is_told_the_number_by_which_a_role_can_be_given(visit: Visit) -> None:
    at = visit(claims_of(email=None, sub="mitid-4711"))
    assert [code.value for code in at.code] == ["mitid-4711"]


def test_a_stranger_is_told_that_the_address_is_not_verified(visit: Visit) -> None:
    at = visit(claims_of(CHAIR, email_verified=False))
    assert titles(at) == [NO_ACCESS]
    assert any("ikke, at e-mailadressen er bekræftet" in markdown.value for markdown in at.markdown)


FORGED: dict[str, dict[str, Any]] = {
    "of a provider that is not set up": {"provider": "andet"},
    "of no provider": {"provider": None},
    "that do not say who": {"sub": ""},
    "that do not say since when": {"iat": None},
    "that do not say until when": {"exp": None},
    "that say they are logged in, in words": {"is_logged_in": "true"},
}


def test_claims_that_no_login_has_made_open_nothing(visit: Visit) -> None:
    for name, more in FORGED.items():
        assert titles(visit(claims_of(CHAIR, **more))) == [LOG_IN], name


def test_a_token_that_has_run_out_lets_nobody_in(visit: Visit) -> None:
    at = visit(claims_of(CHAIR, minutes_ago=61))
    assert titles(at) == [LOG_IN_AGAIN]
    assert any("højst 12 timer" in markdown.value for markdown in at.markdown)
    assert [button.label for button in at.button] == ["Log ind"]


def test_whoever_is_in_stays_in_until_the_longest_time_and_no_longer(visit: Visit) -> None:
    claims = claims_of(CHAIR)
    at = visit(claims, "vejledning")
    for hours, shown in ((11.9, True), (12.1, False)):
        with time_machine.travel(clock.now() + timedelta(hours=hours)):
            assert (titles(at.run()) != [LOG_IN_AGAIN]) is shown
            assert (titles(visit(claims, "vejledning")) != [LOG_IN_AGAIN]) is shown, "in another tab too"


def test_a_role_that_is_taken_away_is_gone_the_next_time_the_screen_is_drawn(visit: Visit, login: Configure) -> None:
    at = visit(claims_of(BOARD, CHAIR), "telefon")
    assert titles(at) not in ([OTHERS], [NO_ACCESS])
    for roles, expected in ((_BOARD, OTHERS), (_CONSULTANT, NO_ACCESS)):
        login(AUTH + roles)
        newest.load()
        assert titles(at.run()) == [expected]


def test_a_part_of_a_screen_that_is_drawn_again_asks_anew(login: Configure, monkeypatch: pytest.MonkeyPatch) -> None:
    class DrawnByTheFrame(Exception):  # noqa: N818
        pass

    def rerun() -> None:
        raise DrawnByTheFrame

    monkeypatch.setattr("streamlit.rerun", rerun)
    with pytest.raises(DrawnByTheFrame), answering():
        pytest.fail("It was shown to nobody in particular.")


def test_whoever_logs_out_is_out_in_every_tab(visit: Visit) -> None:
    claims = claims_of(CHAIR)
    one, other = visit(claims, "vejledning"), visit(claims, "ideer")
    log_out(claims)
    for at in (one, other):
        assert titles(at.run()) == [LOG_IN_AGAIN]
    assert titles(visit(claims_of(CHAIR, nonce="n2"), "vejledning")) not in ([LOG_IN_AGAIN], [LOG_IN]), "a new login"


def test_with_a_login_and_nobody_who_has_a_role_it_is_said_that_nobody_gets_in(visit: Visit, login: Configure) -> None:
    login(AUTH)
    newest.load()
    for claims in (NOBODY, claims_of(CHAIR)):
        at = visit(claims)
        assert at.title[0].value in (LOG_IN, NO_ACCESS)
        assert not at.sidebar
    (error,) = visit(NOBODY).error
    assert "ingen har fået en rolle endnu" in error.value


WRONG = {
    "a slip": AUTH.replace("cookie_secret", "cookie_secrets"),
    "nothing": "[auth]\n",
    "roles alone": ACCESS,
    "no file that can be read": LOGIN + "x = [",
}


def test_settings_that_do_not_say_who_gets_in_let_nobody_in(visit: Visit, login: Configure) -> None:
    for name, written in WRONG.items():
        login(written)
        at = visit(claims_of(*Role), "telefon")
        assert titles(at) == ["Ingen kan logge ind lige nu"], name
        assert kinds(at) == ["title", "error", "markdown"], name
        assert "tavlens-kode" not in str(at)


def test_a_login_that_is_gone_from_the_settings_while_it_runs_opens_nothing(visit: Visit, login: Configure) -> None:
    at = visit(claims_of(CHAIR), "vejledning")
    for written in ("", "[dashboard]\n"):
        login(written)
        newest.load()
        for found in (at.run(), visit(NOBODY, "puljen")):
            assert titles(found) == ["Ingen kan logge ind lige nu"]
            assert kinds(found) == ["title", "error", "markdown"]
    login(LOGIN)
    newest.load()
    assert titles(at.run()) != ["Ingen kan logge ind lige nu"]


def test_without_a_login_everyone_has_every_role_and_nobody_is_told_of_any(open_screen: Open) -> None:
    at = open_screen(SCREENS["telefon"].script)
    assert menu_of(at) == [item.title for item in MENU_ITEMS]
    assert "Log ud" not in [button.label for button in at.button]
    assert not any(caption.value.startswith("Logget ind") for caption in at.caption)
