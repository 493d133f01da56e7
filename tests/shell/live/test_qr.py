"""The square is the link."""

import re
from xml.etree import ElementTree

import segno

from shell.live.qr import qr_svg

LINK = "http://192.168.1.20:8501/bord/Zm9vYmFyYmF6cXV4eHl6eg"
SVG = "{http://www.w3.org/2000/svg}"


def test_the_square_holds_the_link_and_the_border_that_cameras_need() -> None:
    drawn = ElementTree.fromstring(qr_svg(LINK))
    code = segno.make_qr(LINK, error="m")
    side = code.symbol_size(border=4)[0]
    assert drawn.tag == f"{SVG}svg"  # without its namespace a browser draws no image
    assert drawn.attrib["viewBox"] == f"0 0 {side} {side}"
    assert "width" not in drawn.attrib
    lines = [path.attrib["d"] for path in drawn.iter(f"{SVG}path") if path.attrib.get("class") == "qrline"]
    assert lines == re.findall(r'class="qrline"[^>]* d="([^"]+)"', code.svg_inline(border=4))


def test_a_link_is_text_in_the_svg() -> None:
    assert b"<script>" not in qr_svg("http://x/<script>")
