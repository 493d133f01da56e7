"""Length: an application is short."""

from decimal import Decimal

from core.danish import number
from core.pool.finding import Finding, kept_if, unknown


def length(pages: Decimal | None, limit: Decimal) -> Finding:
    """Both in pages."""
    if pages is None:
        return unknown("antal sider", limit=limit)
    most = f"højst {number(limit)} {'side' if limit == 1 else 'sider'}"
    return kept_if(
        pages <= limit,
        f"Ansøgningen fylder {number(pages)}, {most} er tilladt",
        f"Ansøgningen fylder {number(pages)}, men {most} er tilladt",
        pages=pages,
        limit=limit,
    )
