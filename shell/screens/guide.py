"""The guide as a screen: the same text and pictures as docs/vejledning.md."""

import re
from base64 import b64encode
from html import escape
from pathlib import Path

import streamlit as st

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
        _picture(found[1], _DOCS / found[2])
        before = found.end()
    st.markdown(text[before:])


def _picture(words: str, file: Path) -> None:
    """Streamlit's own images have no words for whoever cannot see them."""
    content = b64encode(file.read_bytes()).decode()
    st.html(
        f'<figure class="guide"><img src="data:image/png;base64,{content}" alt="{escape(words)}">'
        f"<figcaption>{escape(words)}</figcaption></figure>"
    )
