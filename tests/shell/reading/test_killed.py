"""A dashboard killed at any moment of a reading leaves a whole state on disk, the old or the new."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.subjects import CONTRACT
from shell.machine.settings import read_settings
from shell.reading import last_good
from shell.sources.configured import configured_source
from tests.conftest import Configure
from tests.google_sheets.server import GoogleStandIn
from tests.google_sheets.service_account import secrets_toml
from tests.google_sheets.shown import Cell
from tests.organisations.lyngklokken import lyngklokken
from tests.organisations.stores import as_workbook

ROOT = Path(__file__).parents[3]
ROWS = 2_000
READS_WITHOUT_END = """
import sys
from streamlit import config
config.set_option("secrets.files", [sys.argv[1]])
from core.pool.tables import Invoice
from shell.reading.refresher import Refresher
refresher = Refresher()
while True:
    refresher.refresh()
    loaded = refresher.loaded()
    assert loaded.failed is None and not loaded.unsaved, (loaded.failed, loaded.unsaved)
    print(len(loaded.dataset.of(Invoice)), flush=True)
"""


@pytest.mark.parametrize("kills", [1, pytest.param(5, marks=pytest.mark.more_of_a_race)])
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_kill_during_a_reading_leaves_the_old_or_the_new_state_whole(
    configure: Configure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kills: int
) -> None:
    tables = lyngklokken()
    invoice = tables["Fakturaer"][0]
    tables["Fakturaer"] = [invoice | {"Faktura": f"F{number}"} for number in range(ROWS)]
    with GoogleStandIn([as_workbook(tables)]) as google:
        google.use(monkeypatch)
        monkeypatch.setenv("PYTHONPATH", str(ROOT))
        configure(secrets_toml("lyngklokken"))
        tab = google.workbooks["lyngklokken"].tab("Fakturaer")
        tab.row_count += kills
        key = configured_source(read_settings()).key
        chance = random.Random(1)
        states = set()
        for kill in range(kills):
            command = [sys.executable, "-c", READS_WITHOUT_END, str(tmp_path / "secrets.toml")]
            child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
            assert child.stdout
            assert child.stdout.readline().strip(), "it read once before it was killed"
            added: list[Cell] = list(tab.rows[1])
            added[0] = f"Ny{kill}"
            tab.rows.append(added)
            time.sleep(chance.uniform(0, 1.5))
            child.send_signal(signal.SIGKILL)
            child.wait()
            child.stdout.close()
            kept = last_good.load(tmp_path / "state", key)
            assert len(kept) == len(CONTRACT.tables)
            (raw,) = kept["invoices"].raws
            assert len(raw.rows) in (ROWS + kill, ROWS + kill + 1)
            assert raw.rows[-1].cells[0] in (f"F{ROWS - 1}", f"Ny{kill - 1}", f"Ny{kill}")
            states.add(len(raw.rows) - ROWS - kill)
    assert states <= {0, 1}
