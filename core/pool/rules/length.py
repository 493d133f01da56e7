"""Length: an application is short."""

from decimal import Decimal

from core.danish import number
from core.pool.finding import Finding, kept_if, unknown


def length(pages: Decimal | None, limit: Decimal) -> Finding:
    """Both in pages."""
    if pages is None:
        return unknown("antal sider", limit=limit)
    return kept_if(
        pages <= limit,
        f"Ansøgningen fylder {number(pages)} af højst {number(limit)} side(r)",
        f"Ansøgningen fylder {number(pages)} sider; højst {number(limit)} er tilladt",
        pages=pages,
        limit=limit,
    )
