"""The square is the link."""

import re

import segno

from shell.live.qr import qr_svg

LINK = "http://192.168.1.20:8501/bord/Zm9vYmFyYmF6cXV4eHl6eg"


def test_the_square_holds_the_link_and_the_border_that_cameras_need() -> None:
    svg = qr_svg(LINK)
    code = segno.make_qr(LINK, error="m")
    side = code.symbol_size(border=4)[0]
    assert f'viewBox="0 0 {side} {side}"' in svg
    assert not re.search(r"<svg[^>]*\swidth=", svg)
    assert re.findall(r'class="qrline"[^>]* d="([^"]+)"', svg) == re.findall(
        r'class="qrline"[^>]* d="([^"]+)"', code.svg_inline(border=4)
    )


def test_a_link_is_text_in_the_svg() -> None:
    assert "<script>" not in qr_svg("http://x/<script>")
