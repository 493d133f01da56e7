"""The data as last read: a reading that fails never takes away what was read before."""

import shutil
from pathlib import Path

import pytest
import streamlit as st

from core.organisation.settings import organisation_name
from shell.machine.obstacle import Obstacle
from shell.reading.newest import load, read_again
from tests.conftest import Configure
from tests.organisations.lyngklokken import NAME, lyngklokken
from tests.organisations.stores import write_csv


@pytest.fixture
def folder(tmp_path: Path, configure: Configure) -> Path:
    made = write_csv(lyngklokken(), tmp_path / "tabeller")
    configure(f"[connections.csv]\nfolder = '{made}'\n")
    return made


def test_the_first_reading_that_fails_is_raised(configure: Configure, tmp_path: Path) -> None:
    configure(f"[connections.csv]\nfolder = '{tmp_path / 'findes-ikke'}'\n")
    with pytest.raises(Obstacle, match="findes ikke"):
        load()


def test_after_a_first_reading_that_failed_the_next_that_succeeds_is_shown(
    configure: Configure, tmp_path: Path
) -> None:
    configure(f"[connections.csv]\nfolder = '{tmp_path / 'kommer'}'\n")
    with pytest.raises(Obstacle):
        load()
    write_csv(lyngklokken(), tmp_path / "kommer")
    read_again()
    assert organisation_name(load().dataset) == NAME


def test_a_later_reading_that_fails_keeps_the_last_good_state_and_says_why(folder: Path) -> None:
    before = load()
    shutil.rmtree(folder)
    read_again()
    after = load()
    assert before.failed is None
    assert after.failed is not None
    assert "findes ikke" in after.failed.what
    assert after.dataset == before.dataset
    assert after.read_at == before.read_at
    assert after.source.label == "CSV-filer i mappen tabeller"


def test_when_the_source_is_back_its_newest_state_is_shown_and_the_fault_forgotten(folder: Path) -> None:
    before = load()
    shutil.rmtree(folder)
    read_again()
    load()
    tables = lyngklokken()
    tables["Indstillinger"][0]["Værdi"] = "Et nyt navn"
    write_csv(tables, folder)
    read_again()
    after = load()
    assert after.failed is None
    assert organisation_name(after.dataset) == "Et nyt navn"
    assert after.read_at > before.read_at


def test_settings_that_became_unusable_keep_the_last_good_state_too(folder: Path, tmp_path: Path) -> None:
    load()
    (tmp_path / "secrets.toml").write_text('[connections.csv]\nfolder = "x"\n[dashboard]\nsource = "sql"\n')
    st.secrets._reset()
    read_again()
    after = load()
    assert after.failed is not None
    assert after.failed.what == "Kilden »sql« er valgt, men ikke sat op."
    assert organisation_name(after.dataset) == NAME


def test_within_a_minute_the_source_is_left_alone(folder: Path) -> None:
    before = load()
    shutil.rmtree(folder)
    assert load() is before


def test_the_version_follows_the_data_and_not_the_reading(folder: Path) -> None:
    """Figures are kept by it: a version that stood still would show yesterday's figures with today's rows."""
    before = load()
    read_again()
    unchanged = load()
    tables = lyngklokken()
    tables["Fakturaer"][0]["Betalt"] = None
    write_csv(tables, folder)
    read_again()
    changed = load()
    assert unchanged.read_at > before.read_at
    assert unchanged.version == before.version
    assert changed.version != before.version
