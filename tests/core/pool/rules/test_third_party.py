import pytest

from core.pool.finding import Verdict
from core.pool.rules.third_party import third_party


@pytest.mark.parametrize(
    ("own", "verdict"),
    [
        pytest.param([False], Verdict.KEPT, id="one from somebody else"),
        pytest.param([False, False], Verdict.KEPT, id="two from somebody else"),
        pytest.param([True], Verdict.BROKEN, id="one from the applicant"),
        pytest.param([False, True], Verdict.BROKEN, id="one of two from the applicant"),
        pytest.param([None, True], Verdict.BROKEN, id="one from the applicant, one not stated"),
        pytest.param([None], Verdict.UNKNOWN, id="not stated"),
        pytest.param([False, None], Verdict.UNKNOWN, id="one from somebody else, one not stated"),
        pytest.param([], Verdict.UNKNOWN, id="no invoice"),
    ],
)
def test_the_supplier_is_not_the_applicant(own: list[bool | None], verdict: Verdict) -> None:
    assert third_party(own).verdict is verdict
    assert third_party(own[::-1]).verdict is verdict


def test_without_an_invoice_it_is_the_invoice_that_is_missing() -> None:
    assert third_party([]).missing == "en faktura"


def test_how_many_invoices_do_not_say_is_named() -> None:
    assert third_party([None]).unsaid == "om 1 faktura er fra ansøgeren selv"
    assert third_party([None, False, None]).unsaid == "om 2 fakturaer er fra ansøgeren selv"


def test_how_many_are_the_applicants_own_is_counted() -> None:
    assert third_party([True, False, True]).figures == {"own": 2}
    assert third_party([False, False]).figures == {"own": 0}
    assert third_party([True]).text == "1 faktura er fra ansøgeren selv"
    assert third_party([True, True]).text == "2 fakturaer er fra ansøgeren selv"
