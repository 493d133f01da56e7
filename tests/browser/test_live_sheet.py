"""The sheet on a phone, against the real server: what is set is kept, whatever becomes of the network."""

import json
import random
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from core.planche.standard import STANDARD
from shell.live.routes import path_of
from shell.live.seminar import Seminar, places
from shell.machine import clock
from tests.browser.conftest import Running, running_in, start_dashboard
from tests.eventually import eventually
from tests.often import IN_FULL

LONG = "Bordet ved vinduet med udsigt til gården og de store træer "
DONE, WISHED = "Det gør vi allerede: ", "Det kunne vi også gøre: "
NOT_SENT = "Ikke sendt endnu. Det er gemt på telefonen og bliver sendt, når der er net igen."
CLOSED = "Arket er lukket: det, I har sendt, er gemt."

TICK: dict[str, object] = {"theme": "Fysiske rammer", "item": "Legepladser"}


@pytest.fixture
def seminar(running: Running) -> Seminar:
    return running.open(LONG)


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    context.set_default_timeout(60_000)
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext, running: Running, seminar: Seminar) -> Page:
    return opened(phone, running, seminar)


def opened(phone: BrowserContext, running: Running, seminar: Seminar) -> Page:
    page = phone.new_page()
    page.goto(f"{running.address}{path_of(seminar.tables[0].key, '')}")
    return page


def tap(page: Page, name: str) -> None:
    box = page.get_by_role("checkbox", name=name, exact=True)
    box.scroll_into_view_if_needed()
    box.tap()


def write(page: Page, item: str, text: str) -> None:
    page.get_by_label(f"Skriv en note: {item}").tap()
    page.get_by_role("textbox", name=f"Note: {item}").fill(text)


def look_again(page: Page) -> None:
    """As when the phone is taken out of the pocket."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def says(page: Page, text: str) -> None:
    expect(page.get_by_role("status")).to_have_text(text)


def test_ticks_and_a_note_reach_the_server(running: Running, seminar: Seminar, page: Page) -> None:
    says(page, "Klar. Tryk for at sætte V eller X.")
    tap(page, f"{DONE}Legepladser")
    tap(page, f"{WISHED}Legepladser")
    tap(page, f"{WISHED}Kommunen")
    write(page, "Fælleshuse", "Et til,\nmed køkken")
    page.get_by_label("Andre, skriv hvad:").fill("Biblioteket")
    page.get_by_label("Hvad er det første skridt?").fill("Et møde")
    says(page, "✓ Gemt")
    expected = {
        ("Legepladser", True, True, ""),
        ("Kommunen", False, True, ""),
        ("Fælleshuse", False, False, "Et til,\nmed køkken"),
        ("Andre", False, False, "Biblioteket"),
        ("Hvad er det første skridt?", False, False, "Et møde"),
    }
    eventually(lambda: running.marks(seminar), expected)
    tap(page, f"{WISHED}Legepladser")
    eventually(lambda: ("Legepladser", True, False, "") in running.marks(seminar), True)


def test_the_page_opens_with_what_the_table_has_marked(
    running: Running, seminar: Seminar, page: Page, browser: Browser
) -> None:
    tap(page, f"{DONE}Legepladser")
    write(page, "Fælleshuse", "Et til")
    says(page, "✓ Gemt")
    another = browser.new_context(has_touch=True)
    again = opened(another, running, seminar)
    expect(again.get_by_role("checkbox", name=f"{DONE}Legepladser")).to_be_checked()
    expect(again.get_by_role("checkbox", name=f"{WISHED}Legepladser")).not_to_be_checked()
    expect(again.get_by_role("textbox", name="Note: Fælleshuse")).to_have_value("Et til")
    expect(again.get_by_role("textbox", name="Note: Fælleshuse")).to_be_visible()
    another.close()


def test_two_phones_of_a_table_follow_each_other(
    running: Running, seminar: Seminar, page: Page, browser: Browser
) -> None:
    another = browser.new_context(has_touch=True)
    other = opened(another, running, seminar)
    write(page, "Fælleshuse", "Skrives på den ene")
    tap(other, f"{DONE}Fælleshuse")
    tap(other, f"{WISHED}Kommunen")
    expect(page.get_by_role("checkbox", name=f"{WISHED}Kommunen")).to_be_checked()  # by itself, within its interval
    expect(page.get_by_role("textbox", name="Note: Fælleshuse")).to_be_focused()
    look_again(other)
    expect(other.get_by_role("textbox", name="Note: Fælleshuse")).to_have_value("Skrives på den ene")
    eventually(lambda: ("Fælleshuse", True, False, "Skrives på den ene") in running.marks(seminar), True)
    another.close()


def test_what_is_being_written_is_not_overwritten(running: Running, seminar: Seminar, page: Page) -> None:
    write(page, "Fælleshuse", "Min egen")
    says(page, "✓ Gemt")
    note: dict[str, object] = {"theme": "Fysiske rammer", "item": "Fælleshuse", "note": "En andens"}
    assert post(running.address, seminar.tables[0].key, [note]) == 200
    with page.expect_response("**/svar"):
        look_again(page)
    expect(page.get_by_role("textbox", name="Note: Fælleshuse")).to_have_value("Min egen")
    page.get_by_role("textbox", name="Note: Fælleshuse").blur()
    expect(page.get_by_role("textbox", name="Note: Fælleshuse")).to_have_value("En andens")


def test_what_is_ticked_without_a_network_arrives_when_it_is_back(
    running: Running, seminar: Seminar, phone: BrowserContext, page: Page
) -> None:
    tap(page, f"{DONE}Legepladser")
    says(page, "✓ Gemt")
    phone.set_offline(True)
    for item in STANDARD.themes[1].items:
        tap(page, f"{WISHED}{item}")
        tap(page, f"{DONE}{item}")
    tap(page, f"{DONE}Legepladser")
    says(page, NOT_SENT)
    assert running.marks(seminar) == {("Legepladser", True, False, "")}
    phone.set_offline(False)
    says(page, "✓ Gemt")
    expected = {(item, True, True, "") for item in STANDARD.themes[1].items}
    eventually(lambda: running.marks(seminar), {("Legepladser", False, False, "")} | expected)


def test_what_was_not_sent_survives_that_the_page_is_closed(
    running: Running, seminar: Seminar, phone: BrowserContext, page: Page
) -> None:
    says(page, "Klar. Tryk for at sætte V eller X.")
    phone.set_offline(True)
    tap(page, f"{DONE}Legepladser")
    write(page, "Fælleshuse", "Uden net")
    says(page, NOT_SENT)
    page.close()
    phone.set_offline(False)
    again = opened(phone, running, seminar)
    says(again, "✓ Gemt")
    eventually(
        lambda: running.marks(seminar), {("Legepladser", True, False, ""), ("Fælleshuse", False, False, "Uden net")}
    )
    expect(again.get_by_role("checkbox", name=f"{DONE}Legepladser")).to_be_checked()


def test_the_page_can_be_reloaded_without_a_network(
    running: Running, seminar: Seminar, phone: BrowserContext, page: Page
) -> None:
    """Where the connection is encrypted, or the server is on the same machine, as here."""
    tap(page, f"{DONE}Legepladser")
    says(page, "✓ Gemt")
    page.wait_for_function("navigator.serviceWorker.controller && caches.open('bord').then((kept) => kept.keys())")
    page.wait_for_function("caches.match(location.href).then(Boolean)")
    phone.set_offline(True)
    page.reload()
    says(page, "Ingen forbindelse lige nu. I kan fortsætte: det bliver gemt på telefonen.")
    expect(page.get_by_role("checkbox", name=f"{DONE}Legepladser")).to_be_checked()
    tap(page, f"{WISHED}Kommunen")
    says(page, NOT_SENT)
    phone.set_offline(False)
    says(page, "✓ Gemt")
    eventually(lambda: running.marks(seminar), {("Legepladser", True, False, ""), ("Kommunen", False, True, "")})


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, "<html>Log på nettet</html>"),
        (400, "{}"),
        pytest.param(503, "{}", marks=pytest.mark.more_of_a_race),
        pytest.param(500, "", marks=pytest.mark.more_of_a_race),
    ],
)
def test_an_answer_that_is_not_the_servers_loses_nothing(
    running: Running, seminar: Seminar, page: Page, status: int, body: str
) -> None:
    says(page, "Klar. Tryk for at sætte V eller X.")
    page.route("**/svar", lambda route: route.fulfill(status=status, body=body))
    tap(page, f"{DONE}Legepladser")
    says(page, NOT_SENT)
    page.unroute("**/svar")
    says(page, "✓ Gemt")
    eventually(lambda: running.marks(seminar), {("Legepladser", True, False, "")})


def test_what_the_server_refuses_is_told_and_holds_nothing_else_back(
    running: Running, seminar: Seminar, page: Page
) -> None:
    says(page, "Klar. Tryk for at sætte V eller X.")
    refused = {"theme": "Fysiske rammer", "item": "Legepladser", "done": True}
    answer = json.dumps({"error": "", "refused": [refused]})
    page.route("**/svar", lambda route: route.fulfill(status=400, body=answer), times=1)
    tap(page, f"{DONE}Legepladser")
    says(page, "Noget af det kunne ikke gemmes. Se arket igennem, og sæt det igen.")
    expect(page.get_by_role("checkbox", name=f"{DONE}Legepladser")).not_to_be_checked()
    tap(page, f"{DONE}Kommunen")
    says(page, "✓ Gemt")
    eventually(lambda: running.marks(seminar), {("Kommunen", True, False, "")})


def test_an_answer_that_is_lost_is_asked_for_again(running: Running, seminar: Seminar, page: Page) -> None:
    says(page, "Klar. Tryk for at sætte V eller X.")

    def lose_the_answer(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/svar", lose_the_answer)
    tap(page, f"{DONE}Legepladser")
    says(page, NOT_SENT)
    page.unroute("**/svar")
    says(page, "✓ Gemt")
    eventually(lambda: running.marks(seminar), {("Legepladser", True, False, "")})


def test_a_closed_sheet_says_so_and_takes_nothing(running: Running, seminar: Seminar, page: Page) -> None:
    tap(page, f"{DONE}Legepladser")
    says(page, "✓ Gemt")
    running.store.close_seminar(seminar.id, clock.now())
    says(page, CLOSED)  # by itself, within its interval
    expect(page.get_by_role("checkbox", name=f"{WISHED}Legepladser")).to_be_disabled()
    expect(page.get_by_role("checkbox", name=f"{DONE}Legepladser")).to_be_checked()
    assert post(running.address, seminar.tables[0].key, [{**TICK, "wished": True}]) == 409
    assert running.marks(seminar) == {("Legepladser", True, False, "")}
    running.store.reopen_seminar(seminar.id, clock.now())
    look_again(page)
    tap(page, f"{WISHED}Legepladser")
    eventually(lambda: running.marks(seminar), {("Legepladser", True, True, "")})


def test_what_came_too_late_is_told_and_kept_until_it_is_reopened(
    running: Running, seminar: Seminar, phone: BrowserContext, page: Page
) -> None:
    says(page, "Klar. Tryk for at sætte V eller X.")
    phone.set_offline(True)
    tap(page, f"{DONE}Legepladser")
    write(page, "Fælleshuse", "<b>For sent</b>")
    running.store.close_seminar(seminar.id, clock.now())
    phone.set_offline(False)
    late = page.get_by_role("region", name="Nåede ikke frem")
    for shown in (page, opened(phone, running, seminar)):
        says(shown, f"{CLOSED} Noget nåede ikke frem: se øverst.")
        late = shown.get_by_role("region", name="Nåede ikke frem")
        expect(late.get_by_role("listitem")).to_have_text(["Legepladser: V sat", "Fælleshuse: »<b>For sent</b>«"])
        expect(shown.get_by_role("checkbox", name=f"{DONE}Legepladser")).to_be_checked()
    assert running.marks(seminar) == set()
    running.store.reopen_seminar(seminar.id, clock.now())
    look_again(page)
    says(page, "✓ Gemt")
    eventually(
        lambda: running.marks(seminar),
        {("Legepladser", True, False, ""), ("Fælleshuse", False, False, "<b>For sent</b>")},
    )


def test_a_deleted_seminar_is_told(running: Running, seminar: Seminar, page: Page) -> None:
    says(page, "Klar. Tryk for at sætte V eller X.")
    running.store.delete_seminar(seminar.id, clock.now())
    look_again(page)
    says(page, "Planchen er slettet. Sig det til formanden, hvis den skal bringes tilbage.")
    running.store.restore_seminar(seminar.id, clock.now())
    look_again(page)
    says(page, CLOSED)
    running.store.erase_seminar(seminar.id, clock.now(), "")
    look_again(page)
    says(page, "Linket kendes ikke længere. Spørg formanden om et nyt.")


def test_marks_can_be_set_by_keyboard(running: Running, seminar: Seminar, page: Page) -> None:
    page.get_by_role("checkbox", name=f"{DONE}Legepladser").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Fra tasterne")
    eventually(lambda: running.marks(seminar), {("Legepladser", True, True, "Fra tasterne")})


def axe_finds(page: Page) -> list[str]:
    return [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in Axe().run(page).response["violations"]
        for node in violation["nodes"]
    ]


def test_axe_finds_nothing_while_it_is_open_offline_and_late(
    running: Running, seminar: Seminar, phone: BrowserContext, page: Page
) -> None:
    tap(page, f"{WISHED}Legepladser")
    write(page, "Fælleshuse", "Et til")
    says(page, "✓ Gemt")
    assert axe_finds(page) == [], "open"
    phone.set_offline(True)
    tap(page, f"{DONE}Legepladser")
    says(page, NOT_SENT)
    assert axe_finds(page) == [], "offline"
    running.store.close_seminar(seminar.id, clock.now())
    phone.set_offline(False)
    expect(page.get_by_role("region", name="Nåede ikke frem")).to_be_visible()
    assert axe_finds(page) == [], "late"


def test_axe_finds_nothing_where_the_link_is_unknown(running: Running, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto(f"{running.address}/bord/ukendt")
    assert axe_finds(page) == []


SMALL_TEXT = """() => {
    const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode.data.trim(), element = walker.currentNode.parentElement;
        const size = parseFloat(getComputedStyle(element).fontSize);
        if (text && size < 18 && element.checkVisibility()) found.push(text);
    }
    return found;
}"""
SMALL_TARGETS = """() => [...document.querySelectorAll("input, summary, textarea")]
    .filter((one) => one.checkVisibility())
    .map((one) => [one.getBoundingClientRect(), one.outerHTML])
    .filter(([box]) => box.width < 44 || box.height < 44)
    .map(([, text]) => text)"""


def test_it_is_large_enough_for_old_eyes_and_fingers(page: Page) -> None:
    for summary in page.locator("summary").all():
        summary.click()
    for width in (320, 390, 844):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate(SMALL_TEXT) == [], width
        assert page.evaluate(SMALL_TARGETS) == [], width
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), width


def test_no_request_leaves_the_machine_and_no_script_fails(
    running: Running, seminar: Seminar, phone: BrowserContext
) -> None:
    asked: list[str] = []
    faults: list[str] = []
    page = phone.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda message: faults.append(message.text))
    page.goto(f"{running.address}{path_of(seminar.tables[0].key, '')}")
    tap(page, f"{DONE}Legepladser")
    says(page, "✓ Gemt")
    assert {urlsplit(address).netloc for address in asked if not address.startswith("data:")} == {
        urlsplit(running.address).netloc
    }
    assert faults == []


def post(address: str, key: str, changes: list[dict[str, object]]) -> int:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
    try:
        body = json.dumps({"changes": changes})
        connection.request(
            "POST", f"{path_of(key, '')}/svar", body, {"Content-Type": "application/json", "Origin": address}
        )
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


def test_thirty_phones_at_once(running: Running) -> None:
    """Each ticks everything, or else a theme, in small batches in an order of its own, and sends every third again."""
    seminar = running.open(*(f"Bord {number}" for number in range(1, 31)))
    items = [place for place in places(STANDARD) if place[0]][: None if IN_FULL else 10]
    begun = threading.Barrier(30)

    def marks_of(number: int, place: int) -> tuple[bool, bool]:
        return (number + place) % 2 == 0, (number + place) % 3 == 0

    def phone(number: int) -> list[int]:
        chance = random.Random(number)
        order = list(range(len(items)))
        chance.shuffle(order)
        answers = []
        begun.wait()
        for start in range(0, len(order), 4):
            changes: list[dict[str, object]] = []
            for place in order[start : start + 4]:
                done, wished = marks_of(number, place)
                theme, item = items[place]
                changes.append({"theme": theme, "item": item, "done": done, "wished": wished, "note": f"{number}"})
            for _ in range(1 + (start % 3 == 0)):
                answers.append(post(running.address, seminar.tables[number].key, changes))
        return answers

    with ThreadPoolExecutor(30) as pool:
        answers = [answer for one in pool.map(phone, range(30)) for answer in one]
    assert set(answers) == {200}
    found = [
        (mark.table, mark.theme, mark.item, mark.done, mark.wished, mark.note)
        for mark in running.store.marks(seminar.id)
    ]
    assert len(found) == 30 * len(items)
    assert set(found) == {
        (table.name, *items[place], *marks_of(number, place), f"{number}")
        for number, table in enumerate(seminar.tables)
        for place in range(len(items))
    }
    assert set(running.store.tables_heard(seminar.id)) == {table.name for table in seminar.tables}


def test_the_screens_answer_while_thirty_phones_write(running: Running) -> None:
    seminar = running.open(*(f"Bord {number}" for number in range(30)))
    stop = threading.Event()

    def phone(key: str) -> None:
        number = 0
        while not stop.is_set():
            number += 1
            post(running.address, key, [{**TICK, "note": str(number)}])

    with ThreadPoolExecutor(30) as pool:
        for table in seminar.tables:
            pool.submit(phone, table.key)
        try:
            for _ in range(20):
                connection = HTTPConnection(urlsplit(running.address).netloc, timeout=60)
                connection.request("GET", "/_stcore/health")
                assert connection.getresponse().status == 200
                connection.close()
                time.sleep(0.05)
        finally:
            stop.set()


def test_a_server_that_is_killed_has_kept_all_that_it_said_it_had(tmp_path: Path) -> None:
    started = start_dashboard(tmp_path)
    running = running_in(tmp_path, started)
    store = running.store
    seminar = running.open(*(f"Bord {number}" for number in range(10)))

    def phone(key: str) -> int:
        number = 0
        try:
            while post(running.address, key, [{**TICK, "note": str(number + 1)}]) == 200:
                number += 1
        except (OSError, HTTPException):
            return number
        return -1

    with ThreadPoolExecutor(10) as pool:
        told = [pool.submit(phone, table.key) for table in seminar.tables]
        eventually(lambda: len(store.marks(seminar.id)), len(seminar.tables))
        started.kill()
        last = {table.name: one.result() for table, one in zip(seminar.tables, told, strict=True)}
    kept = {mark.table: int(mark.note) for mark in store.marks(seminar.id)}
    assert max(last.values()) > 0
    # The last answer may have been lost.
    assert all(kept.get(table, 0) - number in (0, 1) for table, number in last.items())
