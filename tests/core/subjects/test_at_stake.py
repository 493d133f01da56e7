"""What the board's figures would be with what waits: only those that would be others, of every pool and subject."""

from datetime import date
from typing import Any

import pytest

from core.subjects.at_stake import at_stake
from tests.core.contract.build import ambassador, application, grant, invoice, member, pool, read

ON = date(2024, 6, 20)
POOLS = [pool(), pool(id="2023", first="01-01-2023", last="31-12-2023")]
PAID = {
    "applications": [grant(closed="01-06-2024"), application(id="A2", requested="5.000")],
    "invoices": [invoice(paid="01-03-2024"), invoice(id="F2", amount="2.000", paid="02-03-2024")],
}


def stakes(before: dict[str, Any], after: dict[str, Any], on: date = ON) -> list[str]:
    return [one.in_words.replace("\u00a0", " ") for one in at_stake(read(**before), read(**after), on)]


def test_nothing_is_told_where_no_figure_would_change() -> None:
    assert stakes(PAID, PAID) == []


@pytest.mark.parametrize(
    ("after", "told"),
    [
        # 100.000 - 1.000 - 2.000 = 97.000
        pytest.param(
            {"invoices": [invoice(paid="01-03-2024")]},
            ["Resten i »Fællesskabspuljen«: 99.000 kr. i stedet for 97.000 kr."],
            id="an invoice is gone",
        ),
        pytest.param(
            {"applications": [grant(closed="01-06-2024")]},
            ["Under behandling i »Fællesskabspuljen«: 0 kr. i stedet for 5.000 kr."],
            id="an application that waits for an answer is gone",
        ),
        pytest.param(
            {"pools": []},
            [
                "Resten i »Fællesskabspuljen«: kan ikke regnes ud i stedet for 97.000 kr.",
                "Under behandling i »Fællesskabspuljen«: kan ikke regnes ud i stedet for 5.000 kr.",
            ],
            id="the pool itself is gone",
        ),
    ],
)
def test_a_pools_figures_are_told_as_they_are_and_would_be(after: dict[str, Any], told: list[str]) -> None:
    assert stakes(PAID, PAID | after) == told


def test_a_pool_whose_period_is_over_is_told_too_and_each_by_its_id() -> None:
    before = {
        "pools": POOLS,
        "applications": [grant(id="B1", pool="2023", decided="25-01-2023", closed="01-06-2023")],
        "invoices": [invoice(application="B1", invoiced="01-02-2023", paid="01-03-2023")],
    }
    assert stakes(before, before | {"invoices": []}) == [
        "Resten i »Fællesskabspuljen«, 2023: 100.000 kr. i stedet for 99.000 kr."
    ]


def test_other_subjects_are_told_by_the_figure_of_their_brief() -> None:
    before = {"ambassadors": [ambassador(first="01-01-2024"), ambassador(id="T2", department="02", first="01-01-2024")]}
    after = {"ambassadors": before["ambassadors"][:1]}
    assert stakes(before, after) == ["Ambassadører: 1 af 3 afdelinger har mindst én i stedet for 2 af 3"]


def test_a_subject_of_which_nothing_would_be_left_cannot_be_worked_out() -> None:
    assert stakes({"members": [member()]}, {}) == ["Fokusgruppen: kan ikke regnes ud i stedet for 1 medlem"]
