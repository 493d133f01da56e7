from core.pool.ledger import ledger_of
from tests.core.pool.build import a_ledger, a_pool, application, invoice


def test_a_ledger_holds_its_own_pools_rows_and_no_others() -> None:
    own, other = application("A1"), application("B1", pool="2025")
    first, second, foreign = invoice(1_00, "A1"), invoice(2_00, "A1"), invoice(3_00, "B1")
    ledger = ledger_of(a_pool("2024"), [other, own], [first, foreign, second])
    assert ledger.applications == (own,)
    assert ledger.invoices_of(own) == (first, second)
    assert ledger.invoices_of(other) == ()


def test_an_application_without_invoices_has_none() -> None:
    assert a_ledger(application("A1")).invoices_of(application("A1")) == ()


def test_without_leaves_out_one_application_and_keeps_the_rest() -> None:
    ledger = a_ledger(application("A1"), application("A2"), application("A3"))
    assert [one.id for one in ledger.without("A2").applications] == ["A1", "A3"]
    assert ledger.without("A9") == ledger
    assert [one.id for one in ledger.applications] == ["A1", "A2", "A3"]
