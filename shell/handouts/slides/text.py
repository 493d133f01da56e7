"""Text on slides: made as large as its box allows, and never larger than the box."""

from collections.abc import Collection, Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.text.text import TextFrame
from pptx.util import Pt

from core.subject.message import Group
from shell.handouts.slides import xml
from shell.handouts.slides.boxes import Box
from shell.handouts.slides.measure import LINE, cut, even_pages, height, lines

LANGUAGE = "da-DK"
CONTINUED = " (fortsat)"
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


Page = tuple[tuple[Group, ...], tuple[str, ...]]
"""What stands on a slide, and in full the lines of it that are cut."""


def list_pages(groups: Sequence[Group], box: Box, size: float, wider: float) -> list[Page]:
    """A group that goes on has its title on the next slide too; what alone is more than a slide is cut with '…'."""
    inset = list_height([], size, box, wider)

    def high(text: str) -> float:
        return list_height([text], size, box, wider) - inset

    title = max((high(group.title + CONTINUED) for group in groups if group.title), default=0)
    room = box.points_high - inset - title
    full = [(group, line) for group in groups for line in group.lines]
    short = [cut(line, lambda part: high(part) <= room) for _, line in full]
    begins = [place == 0 or full[place - 1][0] is not group for place, (group, _) in enumerate(full)]
    highs = [
        high(line) + (title if first and place else 0)
        for place, (line, first) in enumerate(zip(short, begins, strict=True))
    ]
    found: list[Page] = []
    for start, end in even_pages(highs, room):
        page: list[Group] = []
        for place in range(start, end):
            group = full[place][0]
            if place == start or begins[place]:
                goes_on = CONTINUED if group.title and not begins[place] else ""
                page.append(Group(group.title + goes_on, ()))
            page[-1] = Group(page[-1].title, (*page[-1].lines, short[place]))
        lost = tuple(full[place][1] for place in range(start, end) if full[place][1] != short[place])
        found.append((tuple(page), lost))
    return found


def flat(groups: Sequence[Group]) -> tuple[list[str], set[int]]:
    """All of it below each other, and the places of the titles."""
    texts: list[str] = []
    titles: set[int] = set()
    for group in groups:
        if group.title:
            titles.add(len(texts))
            texts.append(group.title)
        texts += group.lines
    return texts, titles


def write(
    frame: TextFrame,
    texts: Sequence[str],
    size: float | None,
    *,
    bullets: bool = False,
    titles: Collection[int] = (),
) -> None:
    """size: None where what the layout says is right; bullets: the list's own, for a box that has none; titles: the
    places of those that have no bullet and are bold.
    """
    frame.word_wrap = True
    for place, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = text
        if size is not None:
            run.font.size = Pt(size)
        marks = xml.of_paragraph(paragraph).get_or_add_pPr()
        if place in titles:
            run.font.bold = True
            marks.set("marL", "0")
            marks.set("indent", "0")
            marks.append(parse_xml(f"<a:buNone {nsdecls('a')}/>"))
        elif bullets:
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
