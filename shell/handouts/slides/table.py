"""A grid as PowerPoint's own table with hairlines between its rows, in as many parts as there must be slides."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.text.text import _Paragraph, _Run
from pptx.util import Emu, Pt

from core.danish import NO_BREAK_SPACE, count, listed
from core.subject.brief import Attention
from core.subject.message import SlideTable
from shell.handouts.plain_text import clean
from shell.handouts.slides import xml
from shell.handouts.slides.boxes import POINT, Box
from shell.handouts.slides.measure import LINE, cut, even_pages, lines, width
from shell.pictures import roles

_SIZES = (18, 16, 14)
_SMALLEST = 12
_SIDES = 14.4
_ABOVE = 7.4
_ORDINARY = 20
_LONGEST_FIGURE = 24
_NARROWEST = 66.0
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own table without fills and lines."""
_HAIRLINE, _UNDER_HEADINGS = 0.75, 1.0
_MARKS = {Attention.ACT: "● ", Attention.WATCH: "○ ", Attention.CALM: "● "}
_COLORS = {Attention.ACT: roles.ATTENTION, Attention.WATCH: roles.ATTENTION, Attention.CALM: roles.IS}
_BARS = {Attention.ACT: 6.0, Attention.WATCH: 2.25}
"""At the left edge of a row, in points."""


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one slide."""

    grid: SlideTable
    size: float
    # Both in points.
    widths: tuple[float, ...]
    highs: tuple[float, ...]
    # Cells that are cut, in full.
    shortened: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        return sum(self.highs)


def parts(grid: SlideTable, box: Box, wider: float) -> tuple[Part, ...]:
    """() for a grid without columns."""
    grid = _cleaned(grid)
    if not grid.headings:
        return ()
    most = max(int(box.points_wide / _NARROWEST), 2)
    if len(grid.headings) > most:
        starts = range(1, len(grid.headings), most - 1)
        return tuple(part for start in starts for part in parts(_columns(grid, start, start + most - 1), box, wider))
    for size in _SIZES:
        whole = _part(grid, size, box, wider)
        if whole.height <= box.points_high and not _crowded(grid, whole, wider):
            return (whole,)
    size = _SIZES[-1] if not _crowded(grid, _part(grid, _SIZES[-1], box, wider), wider) else _SMALLEST
    return _split(grid, size, box, wider)


def draw(slide: Slide, part: Part, box: Box) -> None:
    grid = part.grid
    shape = slide.shapes.add_table(
        len(grid.rows) + 1,
        len(grid.headings),
        Emu(box.left),
        Emu(box.top),
        Emu(round(sum(part.widths) * POINT)),
        Emu(round(part.height * POINT)),
    )
    table = shape.table
    table.first_row, table.horz_banding = True, False
    xml.of_table(table).tblPr.find(qn("a:tableStyleId")).text = _NO_STYLE
    for place, wide in enumerate(part.widths):
        table.columns[place].width = Emu(round(wide * POINT))
    for number, (row, high) in enumerate(zip((grid.headings, *grid.rows), part.highs, strict=True)):
        table.rows[number].height = Emu(round(high * POINT))
        for place, text in enumerate(row):
            cell = table.cell(number, place)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            paragraph = cell.text_frame.paragraphs[0]
            paragraph.alignment = PP_ALIGN.RIGHT if place in grid.numbers else PP_ALIGN.LEFT
            asked = grid.attention[number - 1] if number and grid.attention else None
            if asked is not None and place == grid.said_in:
                color = _COLORS[asked]
                mark = _run(paragraph, _MARKS[asked], part.size)
                mark.font.color.rgb = RGBColor.from_string(color.removeprefix("#"))
                text = text.removeprefix(_MARKS[asked])
            _run(paragraph, text, part.size).font.bold = True if number == 0 else None
            _lined(cell, heading=number == 0, bar=_BARS.get(asked, 0) if asked is not None and place == 0 else 0)
    shape.element.nvGraphicFramePr.cNvPr.set("descr", _told(grid))


def _run(paragraph: _Paragraph, text: str, size: float) -> _Run:
    run = paragraph.add_run()
    run.text = text
    run.font.size = Pt(size)
    return run


def _lined(cell: _Cell, *, heading: bool, bar: float) -> None:
    """bar: how wide the one at the row's left edge is, in points."""
    below = ("lnB", _UNDER_HEADINGS, roles.INK) if heading else ("lnB", _HAIRLINE, roles.HAIRLINE)
    for name, wide, color in ([("lnL", bar, roles.ATTENTION)] if bar else []) + [below]:
        xml.of_cell(cell).get_or_add_tcPr().append(
            parse_xml(
                f'<a:{name} {nsdecls("a")} w="{round(wide * POINT)}" cap="flat"><a:solidFill>'
                f'<a:srgbClr val="{color.removeprefix("#")}"/></a:solidFill></a:{name}>'
            )
        )


def _told(grid: SlideTable) -> str:
    rows = "; ".join(
        ", ".join(f"{heading}: {cell}" for heading, cell in zip(grid.headings, row, strict=True)) for row in grid.rows
    )
    return f"Tabel med {count(len(grid.rows), 'række', 'rækker')} og kolonnerne {listed(grid.headings)}. {rows}"


def _cleaned(grid: SlideTable) -> SlideTable:
    """All rows as long as the headings, with figures that do not break, and marked by what they ask."""
    columns = len(grid.headings)
    rows = [
        [_cell(cell, figure=place in grid.numbers) for place, cell in enumerate((*row, *[""] * columns)[:columns])]
        for row in grid.rows
    ]
    for row, asked in zip(rows, grid.attention, strict=False):
        row[grid.said_in] = _MARKS[asked] + row[grid.said_in]
    return replace(grid, headings=tuple(map(clean, grid.headings)), rows=tuple(map(tuple, rows)))


def _cell(text: str, *, figure: bool) -> str:
    said = clean(text)
    return said.replace(" ", NO_BREAK_SPACE) if figure and len(said) <= _LONGEST_FIGURE else said


def _columns(grid: SlideTable, start: int, end: int) -> SlideTable:
    """The first column, which says what a row is, and those from start to end."""
    rows = tuple((row[0], *row[start:end]) for row in grid.rows)
    numbers = {place - start + 1 for place in grid.numbers if start <= place < end} | (grid.numbers & {0})
    return SlideTable((grid.headings[0], *grid.headings[start:end]), rows, frozenset(numbers))


def _part(grid: SlideTable, size: float, box: Box, wider: float) -> Part:
    widths = _widths(grid, size, box.points_wide, wider)
    return Part(
        grid,
        size,
        widths,
        tuple(
            _high(row, size, widths, wider, bold=number == 0) for number, row in enumerate((grid.headings, *grid.rows))
        ),
    )


def _widths(grid: SlideTable, size: float, room: float, wider: float) -> tuple[float, ...]:
    """What each column asks for; where that is too much, the way of sharing that makes the lowest table."""
    edges = _SIDES + 4
    columns = list(zip(grid.headings, *grid.rows, strict=True))
    asked = [_asked(cells, size) * wider + edges for cells in columns]
    if sum(asked) <= room:
        spare = min((room - sum(asked)) / len(asked), 40)
        return tuple(wide + spare for wide in asked)
    words = [
        [
            word
            for cell in cells
            for word in cell.split(" ")
            if len(word) <= (_LONGEST_FIGURE if place in grid.numbers else _ORDINARY)
        ]
        for place, cells in enumerate(columns)
    ]
    least = [_asked(cells, size) * wider + edges for cells in words]
    ways = [_evenly(asked, room)]
    if sum(least) < room:
        ways.append(_by_text(asked, least, room))
    return min(ways, key=lambda way: sum(_high(row, size, way, wider) for row in (grid.headings, *grid.rows)))


def _evenly(asked: Sequence[float], room: float) -> tuple[float, ...]:
    """The widest columns share what the narrow ones leave."""
    left, fixed = room, dict[int, float]()
    for place in sorted(range(len(asked)), key=asked.__getitem__):
        fixed[place] = min(asked[place], left / (len(asked) - len(fixed)))
        left -= fixed[place]
    return tuple(fixed[place] for place in range(len(asked)))


def _by_text(asked: Sequence[float], least: Sequence[float], room: float) -> tuple[float, ...]:
    """Each column has its longest word, and by how much text it has a share of what is left."""
    wished = [one - two for one, two in zip(asked, least, strict=True)]
    left = (room - sum(least)) / sum(wished)
    return tuple(two + left * one for one, two in zip(wished, least, strict=True))


def _asked(cells: Sequence[str], size: float) -> float:
    """As a heading, which is bold."""
    return max((width(cell, size, bold=True) for cell in cells), default=0)


def _high(row: Sequence[str], size: float, widths: Sequence[float], wider: float, *, bold: bool = False) -> float:
    most = max(
        lines(text, size, max(wide - _SIDES, size) / wider, bold=bold) for text, wide in zip(row, widths, strict=True)
    )
    return most * size * LINE + _ABOVE


def _crowded(grid: SlideTable, part: Part, wider: float) -> bool:
    """Whether a figure or the longest ordinary word of a column would have to be broken."""
    for place, wide in enumerate(part.widths):
        for number, row in enumerate((grid.headings, *grid.rows)):
            for word in row[place].split(" "):
                ordinary = len(word) <= _ORDINARY or (place in grid.numbers and len(word) <= _LONGEST_FIGURE)
                if ordinary and width(word, part.size, bold=number == 0) * wider > wide - _SIDES:
                    return True
    return False


def _split(grid: SlideTable, size: float, box: Box, wider: float) -> tuple[Part, ...]:
    widths = _widths(grid, size, box.points_wide, wider)
    most = box.points_high / 2

    def fitting(text: str, wide: float, bold: bool) -> str:
        return cut(text, lambda part: _high([part], size, [wide], wider, bold=bold) <= most)

    def short(row: Sequence[str], *, bold: bool = False) -> tuple[str, ...]:
        return tuple(fitting(text, wide, bold) for text, wide in zip(row, widths, strict=True))

    headings = short(grid.headings, bold=True)
    head = _high(headings, size, widths, wider, bold=True)
    rows = [short(row) for row in grid.rows]
    highs = [_high(row, size, widths, wider) for row in rows]
    found: list[Part] = []
    for start, end in even_pages(highs, box.points_high - head):
        lost = [
            text
            for full, row in zip(grid.rows[start:end], rows[start:end], strict=True)
            for text in _missing(full, row)
        ]
        found.append(
            Part(
                replace(grid, headings=headings, rows=tuple(rows[start:end]), attention=grid.attention[start:end]),
                size,
                widths,
                (head, *highs[start:end]),
                (*_missing(grid.headings, headings), *lost),
            )
        )
    return tuple(found)


def _missing(full: Sequence[str], shown: Sequence[str]) -> list[str]:
    return [text for text, part in zip(full, shown, strict=True) if text != part]
