"""The guide as a screen: the same text and pictures as docs/vejledning.md."""

import re
from pathlib import Path

import streamlit as st

from shell.drawing.images import image

_DOCS = Path(__file__).parents[2] / "docs"
_PART = re.compile(r"^## (.+)$", re.MULTILINE)
_PICTURE = re.compile(r"^!\[(.+?)\]\((.+?)\)$", re.MULTILINE)


def guide() -> tuple[str, dict[str, str]]:
    """What stands before the parts, and each part by its heading."""
    text = (_DOCS / "vejledning.md").read_text(encoding="utf-8")
    opening, *parts = _PART.split(text)
    return opening.partition("\n")[2].strip(), dict(zip(parts[::2], map(str.strip, parts[1::2]), strict=True))


def part(text: str) -> None:
    """Markdown with pictures that lie beside it."""
    before = 0
    for found in _PICTURE.finditer(text):
        st.markdown(text[before : found.start()])
        image((_DOCS / found[2]).read_bytes(), "image/png", found[1], caption=True)
        before = found.end()
    st.markdown(text[before:])
