"""Length: an application is short."""

from decimal import Decimal

from core.pool.finding import Finding, kept_if, unknown
from core.pool.rule import Rule
from core.pool.rule_values import MOST_PAGES, pages_in_words


def length(pages: Decimal | None, limit: Decimal) -> Finding:
    """Both in pages."""
    if pages is None:
        return unknown("antal sider", limit=limit)
    most = f"højst {pages_in_words(limit)}"
    return kept_if(
        pages <= limit,
        f"Ansøgningen fylder {pages_in_words(pages)}, og {most} er tilladt",
        f"Ansøgningen fylder {pages_in_words(pages)}, men {most} er tilladt",
        pages=pages,
        limit=limit,
    )


RULE = Rule(
    key="length",
    name="højst sider",
    place=50,
    source="the guidelines of 15 May 2023",
    value=MOST_PAGES,
    asks=("pages",),
    judged=lambda case, limit: length(case.application.pages, limit),
)
