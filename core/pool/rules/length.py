"""Length: an application is short."""

from decimal import Decimal

from core.danish import number
from core.pool.finding import Finding, kept_if, unknown


def length(pages: Decimal | None, limit: Decimal) -> Finding:
    """Both in pages."""
    if pages is None:
        return unknown("antal sider", limit=limit)
    most = f"højst {_pages(limit)}"
    return kept_if(
        pages <= limit,
        f"Ansøgningen fylder {_pages(pages)}, og {most} er tilladt",
        f"Ansøgningen fylder {_pages(pages)}, men {most} er tilladt",
        pages=pages,
        limit=limit,
    )


def _pages(pages: Decimal) -> str:
    return f"{number(pages)} {'side' if pages == 1 else 'sider'}"
