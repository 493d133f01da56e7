import pytest

from core.pool.finding import Verdict
from core.pool.rules.organisation_name import organisation_name


@pytest.mark.parametrize(
    ("in_our_name", "verdict"),
    [
        pytest.param([True], Verdict.KEPT, id="one in the organisation's name"),
        pytest.param([True, True], Verdict.KEPT, id="two in the organisation's name"),
        pytest.param([False], Verdict.BROKEN, id="one in another name"),
        pytest.param([True, False], Verdict.BROKEN, id="one of two in another name"),
        pytest.param([None, False], Verdict.BROKEN, id="one in another name, one not recorded"),
        pytest.param([None], Verdict.UNKNOWN, id="not recorded"),
        pytest.param([True, None], Verdict.UNKNOWN, id="one right, one not recorded"),
        pytest.param([], Verdict.UNKNOWN, id="no invoice"),
    ],
)
def test_the_invoice_is_in_the_organisations_name(in_our_name: list[bool | None], verdict: Verdict) -> None:
    assert organisation_name(in_our_name).verdict is verdict
    assert organisation_name(in_our_name[::-1]).verdict is verdict


def test_without_an_invoice_it_is_the_invoice_that_is_missing() -> None:
    assert organisation_name([]).missing == "en faktura"


def test_how_many_invoices_do_not_say_is_named() -> None:
    assert organisation_name([None]).unsaid == "hvem 1 faktura er udstedt til"
    assert organisation_name([None, None, True]).unsaid == "hvem 2 fakturaer er udstedt til"


def test_how_many_are_in_another_name_is_counted() -> None:
    assert organisation_name([False, True, False]).figures == {"others": 2}
    assert organisation_name([True, True]).figures == {"others": 0}
    assert organisation_name([True]).text == "1 faktura er udstedt til boligorganisationen"
    assert organisation_name([True, True]).text == "2 fakturaer er udstedt til boligorganisationen"
    assert organisation_name([False]).text == "1 faktura er ikke i boligorganisationens navn"
