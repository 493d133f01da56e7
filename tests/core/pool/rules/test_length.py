from decimal import Decimal

import pytest

from core.pool.finding import Verdict
from core.pool.rules.length import length

ONE_PAGE = Decimal(1)


@pytest.mark.parametrize(
    ("pages", "limit", "verdict", "text"),
    [
        pytest.param(
            "0.5", "1", Verdict.KEPT, "Ansøgningen fylder 0,5 sider, og højst 1 side er tilladt", id="half a page"
        ),
        pytest.param(
            "1", "1", Verdict.KEPT, "Ansøgningen fylder 1 side, og højst 1 side er tilladt", id="exactly one page"
        ),
        pytest.param(
            "1.0", "1", Verdict.KEPT, "Ansøgningen fylder 1 side, og højst 1 side er tilladt", id="one page as 1,0"
        ),
        pytest.param(
            "1.01",
            "1",
            Verdict.BROKEN,
            "Ansøgningen fylder 1,01 sider, men højst 1 side er tilladt",
            id="a line too much",
        ),
        pytest.param(
            "1.5",
            "1",
            Verdict.BROKEN,
            "Ansøgningen fylder 1,5 sider, men højst 1 side er tilladt",
            id="one and a half",
        ),
        pytest.param(
            "2", "2", Verdict.KEPT, "Ansøgningen fylder 2 sider, og højst 2 sider er tilladt", id="another pool's two"
        ),
        pytest.param(
            "2",
            "1.5",
            Verdict.BROKEN,
            "Ansøgningen fylder 2 sider, men højst 1,5 sider er tilladt",
            id="a limit of 1,5",
        ),
    ],
)
def test_an_application_is_at_most_so_long(pages: str, limit: str, verdict: Verdict, text: str) -> None:
    finding = length(Decimal(pages), Decimal(limit))
    assert (finding.verdict, finding.text) == (verdict, text)
    assert finding.figures == {"pages": Decimal(pages), "limit": Decimal(limit)}


def test_without_the_number_of_pages_the_length_cannot_be_told() -> None:
    finding = length(None, ONE_PAGE)
    assert (finding.verdict, finding.missing) == (Verdict.UNKNOWN, "antal sider")
    assert finding.figures == {"limit": ONE_PAGE}
