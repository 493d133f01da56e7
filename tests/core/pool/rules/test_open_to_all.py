import pytest

from core.pool.finding import Verdict
from core.pool.rules.open_to_all import open_to_all


@pytest.mark.parametrize(
    ("stated", "verdict", "text"),
    [
        (True, Verdict.KEPT, "Aktiviteten er åben for alle"),
        (False, Verdict.BROKEN, "Aktiviteten er ikke åben for alle"),
        (None, Verdict.UNKNOWN, "Det er ikke oplyst, om aktiviteten er åben for alle"),
    ],
)
def test_it_is_open_as_the_application_says(stated: bool | None, verdict: Verdict, text: str) -> None:
    finding = open_to_all(stated)
    assert (finding.verdict, finding.text) == (verdict, text)
