"""What is told in whole kroner adds up, and hides nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.danish import whole_kroner
from core.pool.balance import Balance
from core.pool.in_kroner import in_kroner


def a_balance(*, paid: int, committed: int, free: int, pending: int = 0, invoiced: int = 0) -> Balance:
    """Øre."""
    return Balance(
        appropriation=paid + committed + free,
        free=free,
        committed=committed,
        invoiced=invoiced,
        paid=paid,
        released=0,
        granted=paid + committed,
        overpaid=0,
        open_grants=0,
        pending=pending,
        pending_count=0,
        pending_unstated=0,
        paid_without_grant=0,
    )


@pytest.mark.parametrize(
    ("given", "told"),
    [
        pytest.param((60_865_50, 16_265_00, 22_869_50), (60_865_00, 16_265_00, 22_870_00), id="what is left"),
        pytest.param((60_865_25, 16_265_25, 22_869_50), (60_865_00, 16_265_00, 22_870_00), id="and neither other"),
        pytest.param((60_865_40, 16_265_30, 22_869_30), (60_866_00, 16_265_00, 22_869_00), id="the one that lost most"),
        pytest.param((60_865_30, 16_265_40, 22_869_30), (60_865_00, 16_266_00, 22_869_00), id="or the other"),
        pytest.param((60_865_80, 16_265_90, 22_868_30), (60_866_00, 16_266_00, 22_868_00), id="both"),
        pytest.param((60_865_00, 16_265_00, 22_870_00), (60_865_00, 16_265_00, 22_870_00), id="whole already"),
        pytest.param((90_865_50, 16_265_00, -7_130_50), (90_866_00, 16_265_00, -7_131_00), id="overdrawn"),
        pytest.param((99_999_60, 0, 40), (99_999_60, 0, 40), id="it would look like nothing"),
        pytest.param((50_000_20, 49_999_80, 0), (50_000_20, 49_999_80, 0), id="they would look alike"),
        pytest.param((0, 80_000_40, 19_999_60), (0, 80_000_40, 19_999_60), id="it would look like enough"),
    ],
)
def test_the_parts_are_the_whole(given: tuple[int, int, int], told: tuple[int, int, int]) -> None:
    paid, committed, free = given
    found = in_kroner(a_balance(paid=paid, committed=committed, free=free), 20_000_00)
    assert (found.paid, found.committed, found.free) == told


def test_what_is_asked_for_does_not_look_like_what_is_left() -> None:
    balance = a_balance(paid=77_130_50, committed=0, free=22_869_50, pending=22_870_00)
    assert in_kroner(balance, None) == balance


@pytest.mark.parametrize(("invoiced", "told"), [(16_265_30, 16_265_00), (16_264_60, 16_265_00), (4_555_50, 4_556_00)])
def test_what_is_invoiced_is_no_more_than_what_is_committed(invoiced: int, told: int) -> None:
    balance = a_balance(paid=60_865_40, committed=16_265_30, free=22_869_30, invoiced=invoiced)
    assert in_kroner(balance, None).invoiced == told


AMOUNT = st.integers(0, 300_000_00)
CAP = st.none() | st.integers(1, 50_000).map(lambda kroner: kroner * 100)


@given(AMOUNT, AMOUNT, st.integers(-300_000_00, 300_000_00), AMOUNT, CAP)
def test_they_add_up_and_none_is_more_than_a_krone_off(
    paid: int, committed: int, free: int, pending: int, cap: int | None
) -> None:
    balance = a_balance(paid=paid, committed=committed, free=free, pending=pending)
    found = in_kroner(balance, cap)
    assert found.appropriation == found.free + found.committed + found.paid
    if found != balance:
        assert (found.free, found.pending) == (whole_kroner(free), whole_kroner(pending))
        for exact, told in ((paid, found.paid), (committed, found.committed)):
            assert told % 100 == 0
            assert abs(exact - told) <= 100
        assert found.paid >= 0 <= found.committed
