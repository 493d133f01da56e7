"""A link as a square that a phone's camera reads."""

import segno


def qr_svg(link: str) -> str:
    """An SVG without a size of its own, with the quiet border that cameras need."""
    return segno.make_qr(link, error="m").svg_inline(omitsize=True, border=4, light="#fff", title=link)
