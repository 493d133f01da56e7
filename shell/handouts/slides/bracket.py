"""What is asked for of a part of a bar, as a bracket below it with its figure."""

from pptx.dml.color import RGBColor
from pptx.enum.text import PP_ALIGN
from pptx.slide import Slide
from pptx.util import Pt

from shell.handouts.slides.boxes import POINT, Box
from shell.handouts.slides.measure import LINE, width
from shell.handouts.slides.text import write

_DOWN = 12.0
_LINE = 2.25
_INSETS = 14.4


def height(size: float) -> float:
    """Of all of it, in points."""
    return _DOWN + size * LINE + _INSETS


def draw(slide: Slide, box: Box, span: Box, told: str, size: float, color: str) -> None:
    """box: where the figure may stand; span: what the bracket is under, its ends at the top; color: '#F46A25'."""
    down = round(_DOWN * POINT)
    corners = ((span.left, span.top + down), (span.right, span.top + down), (span.right, span.top))
    pen = slide.shapes.build_freeform(span.left, span.top)
    pen.add_line_segments(corners, close=False)
    shape = pen.convert_to_shape()
    shape.name = "Klamme"
    shape.fill.background()
    shape.shadow.inherit = False
    shape.line.color.rgb = RGBColor.from_string(color.removeprefix("#"))
    shape.line.width = Pt(_LINE)
    wide = min(round((width(told, size) + 2 * _INSETS) * POINT), box.width)
    left = min(max(span.left + (span.width - wide) // 2, box.left), box.right - wide)
    under = Box(left, span.top + down, wide, round((size * LINE + _INSETS) * POINT))
    text = slide.shapes.add_textbox(*under.place())
    write(text.text_frame, [told], size)
    text.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
