"""Images with words for whoever cannot see them, which Streamlit's own have not. The words are the program's own."""

from base64 import b64encode
from html import escape

import streamlit as st


def image(content: bytes, kind: str, words: str, *, caption: bool = False) -> None:
    """kind: its media type; caption: whether the words stand below it too."""
    source = f"data:{kind};base64,{b64encode(content).decode()}"
    below = f"<figcaption>{escape(words)}</figcaption>" if caption else ""
    st.html(f'<figure class="described"><img src="{source}" alt="{escape(words)}">{below}</figure>')
