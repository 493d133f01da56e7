"""Drawings that nobody points at: SVG as text, shown as an image with words for whoever cannot see it.

As an image it loads no script, stops no key and prints sharp. It has the page's letters not at its disposal, so what is
to be read stands beside it as text, which wraps as it must.
"""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from shell.drawing.text import plain


@dataclass(frozen=True, slots=True)
class Drawing:
    # A whole document.
    svg: str
    # What it shows, in Danish with its figures.
    words: str

    def in_markdown(self) -> str:
        return f"![{plain(self.words)}]({self.source})"

    @property
    def source(self) -> str:
        """An address that holds it whole."""
        return f"data:image/svg+xml;base64,{b64encode(self.svg.encode()).decode()}"


def document(width: float, height: float, parts: list[str], *, stretched: bool = False) -> str:
    """stretched: it takes the width it is given and keeps its height, so it must hold no letters and no circles."""
    size = {"xmlns": "http://www.w3.org/2000/svg", "width": "100%" if stretched else width, "height": height}
    view = {"viewBox": f"0 0 {width:g} {height:g}"}
    if not stretched:
        return element("svg", {**size, **view}, "".join(parts))
    # A view of the outermost would tie the height to the width.
    within = element("svg", {**view, "preserveAspectRatio": "none"}, "".join(parts))
    return element("svg", size, within)


def element(tag: str, attributes: Mapping[str, object], within: str = "") -> str:
    """within: made by this function, or escaped."""
    said = "".join(f" {name}={quoteattr(_said(value))}" for name, value in attributes.items())
    return f"<{tag}{said}>{within}</{tag}>" if within else f"<{tag}{said}/>"


def _said(value: object) -> str:
    return f"{value:.6g}" if isinstance(value, float) else str(value)
