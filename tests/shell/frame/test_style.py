"""The style names parts of Streamlit's page by marks that it does not promise to keep."""

import re
from pathlib import Path

import pytest

from tests.shell.server.test_danish_page import streamlits_static_files

STYLE = (Path(__file__).parents[3] / "shell" / "frame" / "style.css").read_text(encoding="utf-8")
MARKS = sorted(set(re.findall(r'data-testid="(\w+)"', STYLE)))


@pytest.fixture(scope="module")
def page_of_streamlit() -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in streamlits_static_files().rglob("*.js"))


@pytest.mark.parametrize("mark", MARKS)
def test_a_newer_streamlit_still_marks_the_parts_that_the_style_is_for(page_of_streamlit: str, mark: str) -> None:
    assert re.search(rf"[\"'`]{mark}[\"'`]", page_of_streamlit)
