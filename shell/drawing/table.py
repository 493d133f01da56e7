"""Tables for reading: Streamlit's own static table, numbers to the right, fewer columns on a phone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st


@dataclass(frozen=True, slots=True)
class Shown:
    # With its unit.
    heading: str
    # Aligned right.
    number: bool = False
    # Left out on a narrow screen.
    wide: bool = False


def table(key: str, columns: Sequence[Shown], rows: Iterable[Sequence[str]], alt: str) -> None:
    """rows: Markdown, so text from a sheet must have gone through text.plain. alt: what the table is, in Danish."""
    frame = pd.DataFrame(list(rows), columns=[column.heading for column in columns], dtype="object")
    with st.container(key=key):
        st.html(f"<style>{_style(key, columns)}</style>")
        st.table(frame, border="horizontal", hide_index=True, alt=alt)


def _style(key: str, columns: Sequence[Shown]) -> str:
    def cells(place: int) -> str:
        return ", ".join(f".st-key-{key} {tag}:nth-child({place})" for tag in ("td", "th"))

    right = [
        f"{cells(place)} {{ text-align: right !important; padding-left: 0.4rem; font-variant-numeric: tabular-nums; }}"
        for place, column in enumerate(columns, start=1)
        if column.number
    ]
    whole = [
        f".st-key-{key} td:nth-child({place}) p {{ white-space: nowrap; }}"
        for place, column in enumerate(columns, start=1)
        if column.number
    ]
    hidden = [f"{cells(place)} {{ display: none; }}" for place, column in enumerate(columns, start=1) if column.wide]
    roomy, narrow = "@media (min-width: 641px)", "@media (max-width: 640px)"
    return f"{' '.join(right)} {roomy} {{ {' '.join(whole)} }} {narrow} {{ {' '.join(hidden)} }}"
