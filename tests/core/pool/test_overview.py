from datetime import date
from typing import Any

import pytest

from core.contract.dataset import Dataset, SetAside, TableCount
from core.organisation.tables import BoardMeeting, Department
from core.pool.balance import balance_on
from core.pool.overview import PoolOverview, pool_overview
from core.pool.rule_set import rules_on
from core.pool.tables import Pool
from core.subjects import CONTRACT
from tests.core.pool.build import a_ledger, a_pool, application, day, grant, invoice, rule, said, the_guidelines

THIS_YEAR, NEXT_YEAR, GREEN = (
    a_pool("2024"),
    a_pool("2025", 50_000_00, "2025-01-01", "2025-12-31"),
    a_pool("grøn", 7_000_00, name="Grøn pulje"),
)
APPLICATIONS = (
    grant("A1", 20_000_00, "2024-02-01", activity_last="2024-05-20"),
    grant("A2", 15_500_00, "2024-06-01", received="2024-05-10", departments=()),
    application("A3", received="2024-06-02", requested=9_000_00, departments=("2",)),
    grant("G1", 3_000_00, "2024-03-01", pool="grøn", departments=("2",)),
)
INVOICES = (invoice(12_500_00, "A1", paid="2024-05-15"), invoice(1_000_00, "G1", paid="2024-05-15"))
MEETINGS = (BoardMeeting(date(2024, 4, 10)), BoardMeeting(date(2024, 5, 15)), BoardMeeting(date(2024, 6, 12)))


def dataset(**given: Any) -> Dataset:
    rows: dict[str, Any] = {
        "settings": (),
        "departments": (Department("1", "Ågården", 40), Department("2", "Østergade", 25), Department("3", "Bakken", 9)),
        "pools": (THIS_YEAR, NEXT_YEAR, GREEN),
        "pool_rules": (*the_guidelines(), rule("loft pr. projekt", 2_000_00, pool_name="Grøn pulje")),
        "board_meetings": MEETINGS,
        "applications": APPLICATIONS,
        "invoices": INVOICES,
    }
    rows |= given
    return Dataset(
        tables=tuple((table.row, rows.get(table.name, ())) for table in CONTRACT),
        problems=(),
        counts=rows.get("counts", ()),
        set_aside=rows.get("set_aside", ()),
    )


def seen(on: str = "2024-06-12", pool: Pool = THIS_YEAR, **given: Any) -> PoolOverview:
    return pool_overview(dataset(**given), pool, day(on))


def test_the_overview_holds_the_pools_own_balance_rules_and_sentence() -> None:
    overview = seen()
    assert (overview.pool, overview.on) == (THIS_YEAR, day("2024-06-12"))
    assert overview.balance == balance_on(a_ledger(*APPLICATIONS[:3], INVOICES[0]), day("2024-06-12"))
    # 100.000 - 20.000 - 15.500
    assert overview.balance.free == 64_500_00
    assert overview.cap == 20_000_00
    assert overview.rules == rules_on(the_guidelines(), THIS_YEAR.name, day("2024-06-12"))
    assert said(overview.sentence) == "1 ansøgning søger 9.000 kr., og puljen har 64.500 kr."


def test_the_pool_beside_it_has_its_own() -> None:
    overview = seen(pool=GREEN)
    assert [entry.application.id for entry in overview.entries] == ["G1"]
    assert said(overview.sentence) == "Puljen har 4.000 kr. tilbage: nok til 2 projekter på højeste beløb."


def test_the_next_period_inherits_the_rules_by_the_pools_name() -> None:
    overview = seen("2025-03-01", NEXT_YEAR)
    assert (overview.balance.free, overview.cap, len(overview.rules)) == (50_000_00, 20_000_00, 9)


@pytest.mark.parametrize(
    ("on", "cap"),
    [
        pytest.param("2024-06-30", 20_000_00, id="the day before the cap is lowered"),
        pytest.param("2024-07-01", 10_000_00, id="the day the cap is lowered"),
        pytest.param("2024-08-31", 10_000_00, id="the day before it ends"),
        pytest.param("2024-09-01", None, id="the day it ends"),
    ],
)
def test_the_cap_is_the_one_of_the_date(on: str, cap: int | None) -> None:
    rules = (
        rule("loft pr. projekt", 20_000_00),
        rule("loft pr. projekt", 10_000_00, "2024-07-01"),
        rule("loft pr. projekt", None, "2024-09-01"),
    )
    overview = seen(on, pool_rules=rules)
    assert overview.cap == cap


@pytest.mark.parametrize(
    ("on", "waiting"),
    [
        pytest.param("2024-05-20", [], id="on the activity's last day"),
        pytest.param("2024-05-21", ["A1"], id="the day after"),
    ],
)
def test_the_open_grants_that_should_be_closed_are_named(on: str, waiting: list[str]) -> None:
    assert [entry.application.id for entry in seen(on).to_close] == waiting


def test_the_line_ends_in_the_balance() -> None:
    overview = seen()
    assert (overview.points[0].free, overview.points[-1].free) == (100_000_00, overview.balance.free)
    assert overview.points[-1].on == overview.on


def test_departments_are_seen_over_all_pools() -> None:
    overview = seen("2024-06-01")
    rows = {row.department.number: row for row in overview.departments}
    assert list(rows) == ["3", "2", "1"]
    # On 1 June department 2 has applied, though to the green pool only.
    assert (rows["2"].applications, rows["2"].last_applied) == (0, day("2024-03-01"))
    assert (overview.never.departments, overview.never.homes) == (1, 9)


@pytest.mark.parametrize(
    ("on", "number"),
    [
        pytest.param("2024-05-09", 0, id="the day before it is received"),
        pytest.param("2024-05-10", 1, id="the day it is received"),
    ],
)
def test_applications_that_name_no_department_are_counted(on: str, number: int) -> None:
    assert seen(on).without_department == number


def test_rows_set_aside_count_for_the_pool_they_belong_or_may_belong_to() -> None:
    aside = (
        SetAside("applications", 4, known=(("id", "A4"), ("pool", "2024"))),
        SetAside("applications", 5),
        SetAside("applications", 6, known=(("pool", "grøn"),)),
        SetAside("invoices", 7, known=(("application", "A4"),)),
        SetAside("pool_rules", 2, known=(("pool_name", "Fællesskabspuljen"),)),
        SetAside("pool_rules", 3, known=(("pool_name", "Grøn pulje"),)),
    )
    ours, green = seen(set_aside=aside), seen(pool=GREEN, set_aside=aside)
    assert (ours.aside["applications"], ours.aside["invoices"], ours.aside["pool_rules"]) == (2, 1, 1)
    assert (green.aside["applications"], green.aside["invoices"], green.aside["pool_rules"]) == (2, 0, 1)
    assert (ours.money_aside, green.money_aside) == (3, 2)
    assert "3 rækker" in ours.sentence
    assert "usikker" in ours.sentence


def test_without_rows_set_aside_nothing_is_lacking() -> None:
    overview = seen()
    assert overview.money_aside == 0
    assert set(overview.aside.values()) == {0}


@pytest.mark.parametrize(
    ("table", "unusable"),
    [
        pytest.param("applications", ("Ansøgninger",), id="applications"),
        pytest.param("invoices", ("Fakturaer",), id="invoices"),
        pytest.param("board_meetings", (), id="meetings: the money can be told without them"),
    ],
)
def test_a_table_that_the_money_needs_and_that_cannot_be_read_is_named(table: str, unusable: tuple[str, ...]) -> None:
    counts = (TableCount(CONTRACT.by_name[table], found=False, usable=False, read=0, used=0, unfinished=0),)
    assert seen(counts=counts).unusable == unusable


def test_a_pool_nobody_has_applied_to_is_all_free() -> None:
    overview = seen(applications=(), invoices=(), pool_rules=(), departments=(), board_meetings=())
    assert (overview.entries, overview.departments, overview.cap) == ((), (), None)
    assert said(overview.sentence) == "Puljen har 100.000 kr. tilbage."
