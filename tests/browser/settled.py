"""When a page of Streamlit's stands still: what was asked of the server is answered, and the answer is on the screen.

A page that has just been clicked looks as finished as it did before: Streamlit shows that a script runs
once the server has said so. So the page keeps an account of its own of what it has asked for.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from string import Template
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.eventually import MOST_SECONDS

_ACCOUNT = Template("""(() => {
    const Plain = window.WebSocket;
    const number = (bytes, place) => {
        let value = 0, digit = 1, byte;
        do {
            byte = bytes[place++];
            value += (byte & 127) * digit;
            digit *= 128;
        } while (byte > 127);
        return [value, place];
    };
    const fieldsOf = (data) => {
        const bytes = new Uint8Array(data), fields = [];
        for (let place = 0, tag, value; place < bytes.length; ) {
            [tag, place] = number(bytes, place);
            [value, place] = number(bytes, place);
            if (tag % 8 === 2) place += value;
            fields.push(Math.floor(tag / 8));
        }
        return fields;
    };
    window.scriptRun = "never";
    window.WebSocket = class extends Plain {
        constructor(...address) {
            super(...address);
            this.addEventListener("message", ({ data }) => {
                const fields = fieldsOf(data);
                if (scriptRun === "asked for" && fields.includes($begun)) window.scriptRun = "begun";
                if (scriptRun === "begun" && fields.includes($ended)) window.scriptRun = "ended";
            });
        }
        send(data) {
            if (fieldsOf(data).includes($asked)) window.scriptRun = "asked for";
            super.send(data);
        }
    };
})()""").substitute(
    asked=BackMsg.RERUN_SCRIPT_FIELD_NUMBER,
    begun=ForwardMsg.NEW_SESSION_FIELD_NUMBER,
    ended=ForwardMsg.SCRIPT_FINISHED_FIELD_NUMBER,
)

_QUIET = """() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    return scriptRun === "ended"
        && all("[data-testid=stApp][data-test-connection-state=CONNECTED][data-test-script-state=notRunning]").length
        && all("[data-stale=true], [data-testid=stSkeleton]").length === 0
        && all("[data-testid=stVegaLiteChart]").filter((chart) => chart.checkVisibility()).every((chart) => {
            const drawn = chart.querySelector("svg.marks");
            // As Streamlit measured it when it drew: a page shown large is enlarged once more.
            return drawn && Math.abs(drawn.getAttribute("width") - chart.getBoundingClientRect().width) <= 1;
        })
        && all("img").every((image) => image.complete)
        && (!document.querySelector(".st-key-presented") || innerWidth < 900
            || document.querySelector("#steps [role=status]")?.textContent)
        && document.fonts.status === "loaded"
        && document.getAnimations().every((animation) => animation.playState !== "running");
}"""
_STILL = """async () => {
    const places = () => [...document.querySelectorAll("[data-testid], h1, h2, summary, tr, svg")].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height];
    }).join();
    const before = places();
    for (let frame = 0; frame < 3; frame++) {
        await new Promise(requestAnimationFrame);
        await new Promise((nothingElseToDo) => requestIdleCallback(nothingElseToDo, { timeout: 1000 }));
    }
    return places() === before;
}"""


def keep_account(context: BrowserContext) -> None:
    """Of what the context's pages ask the server for. To be called before the first of them is opened."""
    context.add_init_script(_ACCOUNT)


@contextmanager
def visitor(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page of somebody who has not been here before. What moves on a page moves at once: to draw it between costs
    as much as all else, and is waited for.
    """
    context = browser.new_context(**{"locale": "en-US", "reduced_motion": "reduce"} | options)
    context.set_default_timeout(MOST_SECONDS * 1000)
    keep_account(context)
    yield context.new_page()
    context.close()


def wait_until_settled(page: Page) -> None:
    """Nothing that was asked for is under way, everything is drawn, and nothing moves."""
    until = time.monotonic() + MOST_SECONDS
    still = False
    while not still:
        page.wait_for_function(_QUIET, timeout=1000 * max(until - time.monotonic(), 0.001))
        still = page.evaluate(_STILL) and page.evaluate(_QUIET)
