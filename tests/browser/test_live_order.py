"""What the phone's page gave up, or has no room for, never undoes or hides what was set since."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from core.planche.standard import STANDARD
from shell.live.routes import path_of
from shell.live.seminar import LONGEST_NOTE, MOST_LETTERS, Change, Seminar, places
from shell.machine import clock
from tests.browser.conftest import Running
from tests.browser.test_live_sheet import DONE, NOT_SENT, opened, says, tap, write
from tests.eventually import eventually

LEGEPLADSER = f"{DONE}Legepladser"
FULL = "Der er ikke plads til flere ord fra bordet. Gør en note kortere, så bliver resten gemt."
TURNED_AWAY = "Serveren kan ikke svare lige nu. Det, I sætter, er gemt på telefonen og bliver sendt om lidt."


@pytest.fixture
def seminar(running: Running) -> Seminar:
    return running.open("Bord 1")


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    yield context
    context.close()


def sent(request: Request) -> dict[str, Any]:
    return dict(json.loads(request.post_data or "{}"))


def test_each_change_has_a_higher_number_than_all_before_it_also_after_a_reload(
    running: Running, seminar: Seminar, phone: BrowserContext
) -> None:
    page = opened(phone, running, seminar)
    bodies: list[dict[str, Any]] = []
    page.on("request", lambda request: bodies.append(sent(request)) if request.method == "POST" else None)
    for _ in range(2):
        says_something_is_saved(page)
        page.reload()
    another = opened(phone, running, seminar)
    another.on("request", lambda request: bodies.append(sent(request)) if request.method == "POST" else None)
    says_something_is_saved(another)
    assert len({body["phone"] for body in bodies}) == 1
    numbers = [change["number"] for body in bodies for change in body["changes"]]
    assert len(numbers) == 3
    assert numbers == sorted(set(numbers))


def says_something_is_saved(page: Page) -> None:
    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.status == 200):
        tap(page, LEGEPLADSER)
    says(page, "✓ Gemt")


def test_a_change_that_was_given_up_does_not_undo_the_newer_one_when_it_arrives_at_last(
    running: Running, seminar: Seminar, phone: BrowserContext
) -> None:
    page = opened(phone, running, seminar)
    says(page, "Klar. Tryk for at sætte V eller X.")
    given_up: list[str] = []

    def give_up(route: Route) -> None:
        given_up.append(route.request.post_data or "")
        route.abort()

    page.route("**/svar", give_up, times=1)
    tap(page, LEGEPLADSER)
    says(page, NOT_SENT)
    tap(page, LEGEPLADSER)
    says(page, "✓ Gemt")
    assert running.marks(seminar) <= {("Legepladser", False, False, "")}
    answer = phone.request.post(
        f"{running.address}{path_of(seminar.tables[0].key, '')}/svar",
        data=given_up[0],
        headers={"Content-Type": "application/json", "Origin": running.address},
    )
    assert answer.status == 200
    assert running.marks(seminar) == {("Legepladser", False, False, "")}


def test_what_there_is_no_room_for_stays_on_the_phone_until_a_note_is_shorter(
    running: Running, seminar: Seminar, phone: BrowserContext
) -> None:
    most = places(STANDARD)[-MOST_LETTERS // LONGEST_NOTE :]
    changes = [Change(theme, item, note="n" * LONGEST_NOTE) for theme, item in most]
    running.store.write(seminar.tables[0].key, changes, clock.now())
    page = opened(phone, running, seminar)
    says(page, "✓ Gemt")
    write(page, "Legepladser", "Et ord for meget")
    says(page, FULL)
    tap(page, LEGEPLADSER)
    eventually(lambda: ("Legepladser", True, False, "") in running.marks(seminar), True)
    says(page, FULL)
    expect(page.get_by_role("textbox", name="Note: Legepladser")).to_have_value("Et ord for meget")
    page.reload()
    says(page, FULL)
    page.get_by_label("Hvad er det første skridt?").fill("Kort")
    says(page, "✓ Gemt")
    assert running.marks(seminar) >= {
        ("Legepladser", True, False, "Et ord for meget"),
        ("Hvad er det første skridt?", False, False, "Kort"),
    }


def test_what_a_former_page_kept_on_the_phone_is_sent(
    running: Running, seminar: Seminar, phone: BrowserContext
) -> None:
    key = seminar.tables[0].key
    kept = {
        f"bord/{key}/{json.dumps(['Fysiske rammer', 'Legepladser', 'done'], separators=(',', ':'))}": "true",
        f"bord/{key}/{json.dumps(['Fysiske rammer', 'Kommunen', 'done'], separators=(',', ':'))}": "true",
        f"bord/{key}/{json.dumps(['Fysiske rammer', 'Legepladser', 'note'], separators=(',', ':'))}": '"Fra før"',
    }
    first = phone.new_page()
    first.goto(f"{running.address}/bord/ukendt")
    first.evaluate("(kept) => Object.entries(kept).forEach(([name, value]) => localStorage.setItem(name, value))", kept)
    first.close()
    page = opened(phone, running, seminar)
    says(page, "Noget af det kunne ikke gemmes. Se arket igennem, og sæt det igen.")
    eventually(lambda: running.marks(seminar), {("Legepladser", True, False, "Fra før")})


def test_a_server_that_has_lost_its_file_is_told_and_what_was_set_is_sent_when_it_is_back(
    running: Running, seminar: Seminar, phone: BrowserContext, browser: Browser
) -> None:
    page = opened(phone, running, seminar)
    says(page, "Klar. Tryk for at sætte V eller X.")
    another = browser.new_context()
    running.take_away()
    try:
        tap(page, LEGEPLADSER)
        says(page, TURNED_AWAY)
        waiting = opened(another, running, seminar)
        expect(waiting.get_by_role("heading", name="Arket kan ikke hentes lige nu")).to_be_visible()
    finally:
        running.put_back()
    says(page, "✓ Gemt")
    assert running.marks(seminar) == {("Legepladser", True, False, "")}
    expect(waiting.get_by_role("heading", name="Bord 1")).to_be_visible()  # by itself
    expect(waiting.get_by_role("checkbox", name=LEGEPLADSER)).to_be_checked()
    another.close()
