"""The style names parts of Streamlit's page by marks that it does not promise to keep."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

STYLE = (Path(__file__).parents[3] / "shell" / "frame" / "style.css").read_text(encoding="utf-8")
MARKS = sorted(set(re.findall(r'data-testid="(\w+)"', STYLE)))


@pytest.fixture(scope="module")
def page_of_streamlit() -> str:
    spec = find_spec("streamlit")
    assert spec is not None
    assert spec.origin is not None
    static = Path(spec.origin).parent / "static"
    return "\n".join(file.read_text(encoding="utf-8") for file in static.rglob("*.js"))


@pytest.mark.parametrize("mark", MARKS)
def test_a_newer_streamlit_still_marks_the_parts_that_the_style_is_for(page_of_streamlit: str, mark: str) -> None:
    assert re.search(rf"[\"'`]{mark}[\"'`]", page_of_streamlit)
