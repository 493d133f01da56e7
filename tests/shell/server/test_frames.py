"""What is sent to a browser, frame by frame: no path of the server, no word of its settings, no trace of a fault. And
what it asks for beside a screen is not done.
"""

import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Origin

from core.menu import MENU_ITEMS
from core.subject.menu_item import MenuItem
from shell.drawing.text import plain
from tests.browser.conftest import ROOT, Dashboard, start_dashboard
from tests.organisations.hostile import unreadable
from tests.organisations.stores import write_csv

SECRET = "hemmelig"
SETTINGS = """
[connections.csv]
folder = "{folder}/csv"

[live]
url = "postgresql://bruger:hemmelig-kode@127.0.0.1:9/hemmelig-database"

[dashboard]
slides_template = "{folder}/findes-ikke.potx"
"""
FAULTY = """
import sys

sys.path.insert(0, {root!r})

import streamlit as st

from shell.server import server

if __name__ == "__main__":
    st.markdown("her går det galt")
    open("/hemmelig-mappe/hemmelig-fil")
else:
    app = st.App(__file__, middleware=server.MIDDLEWARE, on_script_error=server.on_script_error)
"""
REFUSED = ("clear_cache", "set_run_on_save", "load_git_info", "debug_shutdown_runtime", "file_urls_request")


def running(screen: str = "") -> BackMsg:
    asked = BackMsg()
    asked.rerun_script.page_name = screen
    return asked


def frames(dashboard: Dashboard, *asked: BackMsg) -> Iterator[ForwardMsg]:
    """What a browser is sent for what it asks, until a screen is there."""
    address = f"{dashboard.address.replace('http', 'ws', 1)}/_stcore/stream"
    with connect(address, origin=Origin(dashboard.address), max_size=None) as stream:
        for one in asked:
            stream.send(one.SerializeToString())
        while True:
            frame = stream.recv(timeout=60)
            assert isinstance(frame, bytes)
            yield (told := ForwardMsg.FromString(frame))
            if told.HasField("script_finished"):
                return


def given_away(sent: list[ForwardMsg]) -> list[str]:
    told = b"".join(frame.SerializeToString() for frame in sent)
    private = (ROOT.as_posix(), sysconfig.get_paths()["purelib"], sys.prefix, f"{Path.home().as_posix()}/", SECRET)
    return [word for word in (*private, "Traceback", "site-packages") if word.encode() in told]


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """One in whose settings and data much is wrong, in folders whose names are nobody's business."""
    folder = tmp_path_factory.mktemp(SECRET)
    write_csv(unreadable(), folder / "csv")
    started = start_dashboard(folder, SETTINGS.format(folder=folder.as_posix()))
    yield started
    started.kill()


@pytest.mark.parametrize("item", MENU_ITEMS, ids=[item.title for item in MENU_ITEMS])
def test_no_screen_gives_the_server_away(dashboard: Dashboard, item: MenuItem) -> None:
    sent = list(frames(dashboard, running(item.address)))
    assert given_away(sent) == []
    name = f"**{plain(item.title)}** · ".encode()
    assert any(name in frame.SerializeToString() for frame in sent)


def test_a_fault_in_a_screen_is_told_without_what_and_where_it_is(tmp_path: Path) -> None:
    script = tmp_path / "faulty.py"
    script.write_text(FAULTY.format(root=str(ROOT)), encoding="utf-8")
    started = start_dashboard(tmp_path, script=script)
    sent = list(frames(started, running()))
    started.kill()
    assert given_away(sent) == []
    told = b"".join(frame.SerializeToString() for frame in sent).decode(errors="replace")
    assert "her går det galt" in told
    assert "Der er sket en fejl i programmet" in told
    assert str(tmp_path) not in told
    # Whoever looks after it has all of it.
    assert "hemmelig-fil" in (tmp_path / "log.txt").read_text(encoding="utf-8")


def test_what_no_screen_needs_is_not_done_for_a_browser(dashboard: Dashboard) -> None:
    wanted = [running()]
    for name in REFUSED:
        one = BackMsg()
        if name == "file_urls_request":
            one.file_urls_request.file_names.append("a.txt")
        else:
            setattr(one, name, True)
        wanted.insert(0, one)
    for operation in ("install_skills", "dismiss_skills_nudge"):
        one = BackMsg()
        getattr(one.backend_operation_request, operation).SetInParent()
        one.backend_operation_request.request_id = operation
        wanted.insert(0, one)
    sent = list(frames(dashboard, *wanted))
    answers = {frame.WhichOneof("type") for frame in sent}
    assert "new_session" in answers
    assert not answers & {"git_info_changed", "file_urls_response", "backend_operation_response"}
    assert not (ROOT / ".agents").exists()


@pytest.mark.parametrize("path", ["/_stcore/agent/interact", "/_stcore/agent/openapi.json", "/_stcore/agent/mcp"])
def test_no_program_can_drive_the_screens(dashboard: Dashboard, path: str) -> None:
    with pytest.raises(HTTPError, match="404"):
        urlopen(f"{dashboard.address}{path}", timeout=60)
