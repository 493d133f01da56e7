"""Text on slides: made as large as its box allows, and never larger than the box."""

from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.text.text import TextFrame
from pptx.util import Pt

from shell.handouts.slides import xml
from shell.handouts.slides.boxes import Box
from shell.handouts.slides.measure import LINE, cut, even_pages, height, lines

LANGUAGE = "da-DK"
_INSETS = 14.4
_BULLET = 32
_BETWEEN = 0.4


def fitting(
    text: str, box: Box, largest: float, smallest: float, *, wider: float = 1, bold: bool = False
) -> tuple[str, float]:
    """The text, cut with '…' where even the smallest size is too large; and its size in points."""
    wide, high = (box.points_wide - _INSETS) / wider, box.points_high - _INSETS / 2
    size = largest
    while size > smallest and not _inside(text, size, wide, high, bold):
        size = max(size - 1, smallest)
    return cut(text, lambda part: _inside(part, size, wide, high, bold)), size


def _inside(text: str, size: float, wide: float, high: float, bold: bool) -> bool:
    return lines(text, size, wide, bold=bold) * size * LINE <= high


def list_height(texts: Sequence[str], size: float, box: Box, wider: float) -> float:
    """What a bulleted list takes, in points."""
    room = (box.points_wide - _INSETS - _BULLET) / wider
    return height(tuple(texts), size, room, between=size * _BETWEEN) + _INSETS / 2


def list_size(texts: Sequence[str], box: Box, largest: float, smallest: float, wider: float) -> float | None:
    """The largest size at which the whole list stands in the box."""
    size = largest
    while size >= smallest:
        if list_height(texts, size, box, wider) <= box.points_high:
            return size
        size -= 1
    return None


def list_pages(texts: Sequence[str], box: Box, size: float, wider: float) -> list[list[str]]:
    """For each slide what stands on it; what alone is more than a slide is cut with '…'."""
    short = [cut(text, lambda part: list_height([part], size, box, wider) <= box.points_high) for text in texts]
    inset = list_height([], size, box, wider)
    highs = [list_height([text], size, box, wider) - inset for text in short]
    return [short[start:end] for start, end in even_pages(highs, box.points_high - inset)]


def write(frame: TextFrame, texts: Sequence[str], size: float | None, *, bullets: bool = False) -> None:
    """size: None where what the layout says is right; bullets: the list's own, for a box that has none."""
    frame.word_wrap = True
    for place, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = text
        if size is not None:
            run.font.size = Pt(size)
        if bullets:
            marks = xml.of_paragraph(paragraph).get_or_add_pPr()
            marks.set("marL", "285750")
            marks.set("indent", "-285750")
            marks.append(parse_xml(f'<a:buFont {nsdecls("a")} typeface="Arial"/>'))
            marks.append(parse_xml(f'<a:buChar {nsdecls("a")} char="•"/>'))


def space_out(frame: TextFrame, size: float) -> None:
    for paragraph in frame.paragraphs:
        paragraph.space_before = Pt(round(size * _BETWEEN))
        paragraph.space_after = Pt(0)
        paragraph.line_spacing = 1.0


def in_danish(element: Any) -> None:
    """Every run below it says that it is Danish."""
    for run in element.iter(qn("a:r"), qn("a:fld")):
        said = run.get_or_add_rPr() if run.tag == qn("a:r") else run.find(qn("a:rPr"))
        said.set("lang", LANGUAGE)
    for style in element.iter(qn("a:endParaRPr"), qn("a:defRPr")):
        style.set("lang", LANGUAGE)
