"""What the chair does asks the role, says what is lost, can be regretted, and stands in a log that names nobody."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

import pytest
from streamlit.testing.v1 import AppTest

from core.access.rights import Right
from core.access.role import EVERY_ROLE, Role
from core.contract.held import Held
from core.danish import NO_BREAK_SPACE
from shell.frame import entrance
from shell.live.act import BY_ITSELF, BY_THE_OPERATOR, Act, Did
from shell.live.configured import live_store
from shell.live.seminar import DAYS_TO_REGRET, Change, Content, sent_in_words
from shell.live.store import Store
from shell.login.logins import logins
from shell.login.viewer import OUTSIDE, Standing, Viewer
from shell.machine.settings import read_settings
from shell.reading import newest
from shell.screens import data
from shell.screens.acts import doer, log_of_tables, record, told
from tests.conftest import Configure
from tests.each import each
from tests.pages.conftest import DASHBOARD, Open
from tests.pages.reading import button, conclusion, everything_said, table
from tests.pages.test_telefon import NOW, PHONES, PLAYGROUNDS, opened, store
from tests.signing_in import ACCESS, AUTH, LOGIN, claims_of

__all__ = ["store"]
LOG = "Det er der gjort ved plancherne"


@each(
    {
        "nothing": (Content(5, 0, 0), "ingenting fra 5 borde"),
        "one of each": (Content(1, 1, 1), "1 mærke og 1 note fra 1 bord"),
        "marks alone": (Content(2, 30, 0), "30 mærker fra 2 borde"),
        "notes alone": (Content(2, 0, 2), "2 noter fra 2 borde"),
        "many": (Content(60, 1234, 2), "1.234 mærker og 2 noter fra 60 borde"),
    }
)
def test_what_tables_have_sent_is_said(content: Content, words: str) -> None:
    assert sent_in_words(content) == words


OPENED = datetime(2026, 11, 21, 10, 5, tzinfo=UTC)


@each(
    {
        "opened": (Did.OPENED, Content(1, 0, 0), "Åbnede planchen fra 21. nov. 2026 kl. 10.05 for 1 bord"),
        "closed": (
            Did.CLOSED,
            Content(2, 1, 0),
            "Lukkede planchen fra 21. nov. 2026 kl. 10.05 med 1 mærke fra 2 borde",
        ),
        "gone": (
            Did.ERASED,
            Content(2, 0, 0),
            "Slettede for altid planchen fra 21. nov. 2026 kl. 10.05 med ingenting fra 2 borde",
        ),
    }
)
def test_an_act_is_told(did: Did, content: Content, words: str) -> None:
    assert told(Act(NOW, "formand", did, OPENED.isoformat(), content), date(2026, 11, 22)) == words


def test_every_kind_of_act_on_a_seminar_has_words_of_its_own() -> None:
    said = {told(Act(NOW, "", did, OPENED.isoformat()), OPENED.date()) for did in Did}
    assert len(said) == len(Did)


def test_a_confirmed_table_is_named() -> None:
    assert told(Act(NOW, "", Did.CONFIRMED, "Puljer"), NOW.date()) == "Sagde ja til det nye i »Puljer«"


def with_a_note(store: Store) -> None:
    seminar = opened(store)
    store.write(seminar.tables[0].key, [Change(*PLAYGROUNDS, wished=True, note="Hemmeligt ønske")], NOW)
    store.close_seminar(seminar.id, NOW)


def test_whoever_deletes_is_told_what_is_lost_and_can_bring_it_back(open_screen: Open, store: Store) -> None:
    with_a_note(store)
    at = open_screen(PHONES)
    assert "Planchen med 1 mærke og 1 note fra 2 borde bliver slettet" in everything_said(at)
    assert "kan bringes tilbage i 30 dage" in everything_said(at)
    button(at, "Ja, slet det hele").click().run()
    said = everything_said(at)
    assert conclusion(at) == "Planchen er ikke åbnet endnu."
    assert "Hemmeligt ønske" not in said
    assert "med 1 mærke og 1 note fra 2 borde. Den bliver slettet for altid 22. dec. 2026" in said
    button(at, "Bring den tilbage").click().run()
    assert conclusion(at) == "Planchen er lukket: ingen kan skrive."
    assert "Hemmeligt ønske" in everything_said(at)
    assert "Bring den tilbage" not in [one.label for one in at.button]


def test_what_is_due_is_not_offered(open_screen: Open, store: Store) -> None:
    with_a_note(store)
    store.delete_seminar(store.seminars()[0].id, datetime.now(UTC) - timedelta(days=DAYS_TO_REGRET))
    assert "Bring den tilbage" not in [one.label for one in open_screen(PHONES).button]


def test_the_log_says_who_when_and_what_and_names_nobody(open_screen: Open, store: Store) -> None:
    assert LOG not in everything_said(open_screen(PHONES)), "nothing was done"
    with_a_note(store)
    at = open_screen(PHONES)
    button(at, "Ja, slet det hele").click().run()
    store.record(Act(NOW, BY_ITSELF, Did.ERASED, NOW.isoformat(), Content(2, 1, 1)))
    store.record(Act(NOW, BY_THE_OPERATOR, Did.ERASED, NOW.isoformat(), Content(2, 1, 1)))
    store.record(Act(NOW, "", Did.CONFIRMED, "Puljer"))
    rows = table(open_screen(PHONES), "acts")
    assert [row[1] for row in rows] == [
        "Den, der passer programmet",
        "Programmet selv",
        *["Uden login"] * 3,
    ]
    assert [row[2].split(" planchen")[0] for row in rows] == [
        "Slettede for altid",
        "Slettede for altid",
        "Slettede",
        "Lukkede",
        "Åbnede",
    ]
    assert all(row[0].startswith("i dag kl. ") for row in rows)


def test_the_day_of_an_act_is_no_item_of_a_list(open_screen: Open, store: Store) -> None:
    """A number with a full stop begins one in a cell."""
    store.close_seminar(opened(store).id, NOW - timedelta(days=1))
    (log,) = (one for one in open_screen(PHONES).table if "Hvad" in one.value.columns)
    cells = [str(cell).replace(NO_BREAK_SPACE, " ") for cell in log.value.reset_index().to_numpy().ravel()]
    assert any(cell.startswith("21\\. nov\\. 2026 kl") for cell in cells), cells


def test_the_large_screen_has_neither_log_nor_buttons(open_screen: Open, store: Store) -> None:
    opened(store)
    said = everything_said(open_screen(PHONES, visning="stort"))
    assert LOG not in said
    assert "Luk planchen" not in said


@pytest.fixture
def visit(today: None, configure: Configure, found_components: Any) -> Callable[..., AppTest]:
    logins.cache_clear()
    configure(LOGIN)
    newest.load()

    def visit(*roles: Role) -> AppTest:
        at = AppTest.from_file(DASHBOARD, default_timeout=60)
        at._bidi_component_manager = found_components
        at.user = claims_of(*roles)
        at.switch_page(PHONES)
        at.run()
        assert not at.exception, at.exception
        return at

    return visit


def test_the_log_has_the_role_by_which_it_was_done(visit: Callable[..., AppTest]) -> None:
    at = visit(Role.CHAIR, Role.BOARD)
    button(at, "Åbn planchen for bordene").click().run()
    button(at, "Luk planchen").click().run()
    assert [row[1] for row in table(at, "acts")] == ["Formand"] * 2


def test_a_chair_who_is_one_no_longer_does_nothing_with_a_screen_that_is_still_open(
    visit: Callable[..., AppTest], configure: Configure
) -> None:
    at = visit(Role.CHAIR, Role.BOARD)
    button(at, "Åbn planchen for bordene").click().run()
    configure(AUTH + ACCESS.replace("formand@", "en-anden@"))
    newest.load()
    button(at, "Luk planchen").click().run()
    store = live_store(read_settings())
    assert store
    assert store.seminars()[0].closed_at is None
    assert "Luk planchen" not in [one.label for one in at.button]
    assert not at.get("grid")


@pytest.mark.parametrize(
    ("looking", "right", "by"),
    [
        pytest.param(Viewer(Standing.NO_LOGIN, EVERY_ROLE), Right.SEMINARS, "", id="nobody logs in"),
        pytest.param(Viewer(Standing.INSIDE, EVERY_ROLE), Right.SEMINARS, "formand", id="with every role"),
        pytest.param(
            Viewer(Standing.INSIDE, EVERY_ROLE), Right.ANSWERS, "formand og beboerkonsulent", id="by either of two"
        ),
        pytest.param(
            Viewer(Standing.INSIDE, frozenset({Role.BOARD, Role.CONSULTANT})), Right.SEMINARS, None, id="others' right"
        ),
        pytest.param(OUTSIDE, Right.SEMINARS, None, id="outside"),
        pytest.param(Viewer(Standing.OVER), Right.ANSWERS, None, id="too long ago"),
    ],
)
def test_who_does_it_is_the_roles_that_may(
    monkeypatch: pytest.MonkeyPatch, looking: Viewer, right: Right, by: str | None
) -> None:
    monkeypatch.setattr(entrance, "viewer_now", lambda: looking)
    assert doer(right) == by


def test_a_table_is_not_confirmed_by_who_may_not(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(entrance, "viewer_now", lambda: OUTSIDE)
    monkeypatch.setattr(data, "confirm", asked.append)
    data._confirm(cast(Held, object()))
    assert asked == []


def test_what_cannot_be_written_in_the_log_is_said(configure: Configure, monkeypatch: pytest.MonkeyPatch) -> None:
    configure("[live]\nurl = 'nosuch://host/db'\n")
    said: list[str] = []
    monkeypatch.setattr("shell.screens.acts.st.warning", lambda words, **_: said.append(words))
    record(Act(NOW, "", Did.CONFIRMED, "Puljer"))
    assert said == ["Det er gjort, men det kunne ikke skrives i loggen."]
    log_of_tables(NOW.date())
