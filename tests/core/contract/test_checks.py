"""Cells of one row that must fit together, on both sides of each line."""

from datetime import date
from decimal import Decimal

import pytest

from core.contract.dataset import Dataset
from core.contract.problem import Effect
from core.organisation.settings import number_set
from core.organisation.tables import Number
from core.pool.tables import Application, Decision
from core.subjects import CONTRACT
from tests.core.contract.build import (
    Cells,
    action_plan,
    application,
    counts,
    grant,
    indicator,
    invoice,
    measurement,
    only_problem,
    pool,
    read,
    setting,
    target,
)

KEPT = None


def read_pool(**cells: object) -> Dataset:
    return read(pools=[pool(**cells)], pool_rules=[], applications=[], invoices=[])


def read_application(cells: dict[str, object]) -> Dataset:
    return read(applications=[cells], invoices=[])


# Pools.


def test_a_pool_may_not_end_before_it_begins() -> None:
    dataset = read_pool(first="02-01-2024", last="01-01-2024")
    assert counts(dataset, "pools") == (1, 0)
    assert only_problem(dataset).column == "Til"


@pytest.mark.parametrize("last", ["01-01-2024", "02-01-2024"], ids=["the same day", "the day after"])
def test_a_pool_may_end_on_the_day_it_begins_and_later(last: str) -> None:
    dataset = read_pool(first="01-01-2024", last=last)
    assert counts(dataset, "pools") == (1, 1)
    assert not dataset.problems


# The decision: what it was, when, and how much. All on applications that are otherwise right.

UNDECIDED = application()
REJECTED = application(decision="afslag", decided="25-01-2024")


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        pytest.param(UNDECIDED, KEPT, id="nothing about a decision"),
        pytest.param(UNDECIDED | {"granted": "8.000"}, "Afgjort", id="an amount, but neither decision nor date"),
        pytest.param(UNDECIDED | {"granted": "0"}, "Afgjort", id="an amount of zero is an amount"),
        pytest.param(UNDECIDED | {"closed": "01-05-2024"}, "Afgjort", id="closed, but never decided"),
        pytest.param(UNDECIDED | {"lapsed": "01-05-2024"}, "Afgjort", id="lapsed, but never decided"),
        pytest.param(UNDECIDED | {"decided": "25-01-2024"}, "Afgørelse", id="a date, but what was decided?"),
        pytest.param(
            UNDECIDED | {"decided": "25-01-2024", "closed": "01-05-2024"}, "Afgørelse", id="a date and an end, no more"
        ),
        pytest.param(
            UNDECIDED | {"decided": "25-01-2024", "granted": "8.000"}, KEPT, id="a date and an amount are a grant"
        ),
        pytest.param(UNDECIDED | {"decision": "tilsagn"}, "Afgjort", id="a grant, but when?"),
        pytest.param(
            UNDECIDED | {"decision": "tilsagn", "granted": "8.000"}, "Afgjort", id="a grant and amount, but when?"
        ),
        pytest.param(UNDECIDED | {"decision": "afslag"}, "Afgjort", id="a rejection, but when?"),
        pytest.param(grant(), KEPT, id="a whole grant"),
        pytest.param(grant(granted=None), "Tilsagn", id="a grant without its amount"),
        pytest.param(grant(granted="0"), KEPT, id="a grant of zero"),
        pytest.param(REJECTED, KEPT, id="a whole rejection"),
        pytest.param(REJECTED | {"granted": "0"}, KEPT, id="a rejection of zero kroner"),
        pytest.param(REJECTED | {"granted": "0,01"}, "Afgørelse", id="a rejection with one øre granted"),
        pytest.param(REJECTED | {"closed": "01-05-2024"}, "Afgørelse", id="a rejection that was closed"),
        pytest.param(REJECTED | {"lapsed": "01-05-2024"}, "Afgørelse", id="a rejection that lapsed"),
        pytest.param(grant(closed="25-01-2024"), KEPT, id="closed on the day of the grant"),
        pytest.param(grant(closed="24-01-2024"), "Lukket", id="closed the day before the grant"),
        pytest.param(grant(lapsed="25-01-2024"), KEPT, id="lapsed on the day of the grant"),
        pytest.param(grant(lapsed="24-01-2024"), "Bortfaldet", id="lapsed the day before the grant"),
    ],
)
def test_a_decision_has_its_kind_its_day_and_its_amount(cells: dict[str, object], column: str | None) -> None:
    dataset = read_application(cells)
    if column is KEPT:
        assert not dataset.problems
        assert counts(dataset, "applications") == (1, 1)
    else:
        problem = only_problem(dataset)
        assert (problem.column, problem.row, problem.effect) == (column, 2, Effect.ROW_ASIDE)
        assert counts(dataset, "applications") == (1, 0)


@pytest.mark.parametrize(
    ("cells", "decision"),
    [
        pytest.param(UNDECIDED, None, id="undecided"),
        pytest.param(grant(), Decision.GRANT, id="granted"),
        pytest.param(grant(decision=None), Decision.GRANT, id="a date and an amount are a grant"),
        pytest.param(REJECTED, Decision.REJECTION, id="rejected"),
    ],
)
def test_the_decision_is_read(cells: dict[str, object], decision: Decision | None) -> None:
    (read_back,) = read_application(cells).of(Application)
    assert read_back.decision is decision


def test_both_ends_before_the_grant_are_told_one_by_one() -> None:
    dataset = read_application(grant(closed="24-01-2024", lapsed="23-01-2024"))
    assert [problem.column for problem in dataset.problems] == ["Lukket", "Bortfaldet"]
    assert counts(dataset, "applications") == (1, 0)


# The activity's days: descriptive, so only the cell is left out.


def test_an_activity_that_ends_before_it_begins_loses_its_last_day_only() -> None:
    dataset = read_application(grant(activity_first="02-03-2024", activity_last="01-03-2024"))
    problem = only_problem(dataset)
    assert (problem.column, problem.value, problem.effect) == ("Aktivitet til", "01-03-2024", Effect.VALUE_ASIDE)
    (read_back,) = dataset.of(Application)
    assert (read_back.activity_first, read_back.activity_last) == (date(2024, 3, 2), None)
    assert read_back.unreadable == {"activity_last"}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        pytest.param("02-03-2024", "02-03-2024", id="one day"),
        pytest.param("02-03-2024", "03-03-2024", id="two days"),
        pytest.param("02-03-2024", None, id="no last day"),
        pytest.param(None, "02-03-2024", id="no first day"),
    ],
)
def test_an_activity_may_last_one_day_and_may_lack_either(first: str | None, last: str | None) -> None:
    dataset = read_application(grant(activity_first=first, activity_last=last))
    assert not dataset.problems
    assert (dataset.of(Application)[0].activity_first is None) == (first is None)
    assert (dataset.of(Application)[0].activity_last is None) == (last is None)


# Order of days that may be a mistake, and may not: a notice.


@pytest.mark.parametrize(
    ("received", "noticed"),
    [
        pytest.param("24-01-2024", False, id="received the day before the decision"),
        pytest.param("25-01-2024", False, id="received on the day of the decision"),
        pytest.param("26-01-2024", True, id="received the day after the decision"),
    ],
)
def test_a_decision_before_the_application_came_in_is_noticed_and_counted(received: str, noticed: bool) -> None:
    dataset = read_application(grant(received=received))
    assert counts(dataset, "applications") == (1, 1)
    assert dataset.of(Application)[0].received == date(2024, 1, int(received[:2]))
    assert not dataset.of(Application)[0].unreadable
    if noticed:
        problem = only_problem(dataset)
        assert (problem.column, problem.effect) == ("Modtaget", Effect.NOTICE)
    else:
        assert not dataset.problems


@pytest.mark.parametrize(
    ("invoiced", "paid", "noticed"),
    [
        pytest.param("12-02-2024", "11-02-2024", True, id="paid the day before its date"),
        pytest.param("12-02-2024", "12-02-2024", False, id="paid on its date"),
        pytest.param("12-02-2024", "13-02-2024", False, id="paid the day after"),
        pytest.param("12-02-2024", None, False, id="not paid"),
        pytest.param(None, "12-02-2024", False, id="paid, its own date not known"),
    ],
)
def test_an_invoice_paid_before_its_date_is_noticed_and_counted(
    invoiced: str | None, paid: str | None, noticed: bool
) -> None:
    dataset = read(invoices=[invoice(invoiced=invoiced, paid=paid)])
    assert counts(dataset, "invoices") == (1, 1)
    if noticed:
        problem = only_problem(dataset)
        assert (problem.column, problem.effect) == ("Betalt", Effect.NOTICE)
    else:
        assert not dataset.problems


def test_an_invoice_without_any_date_is_set_aside() -> None:
    dataset = read(invoices=[invoice(invoiced=None, paid=None)])
    assert counts(dataset, "invoices") == (1, 0)
    problem = only_problem(dataset)
    assert (problem.column, problem.effect) == ("Fakturadato", Effect.UNFINISHED)


def test_a_row_that_is_set_aside_anyway_is_not_checked_further() -> None:
    # The unreadable date would make every comparison with it wrong.
    dataset = read_application(grant(decided="25-13-2024", granted=None))
    assert [problem.column for problem in dataset.problems] == ["Afgjort"]


# A number in the unit of its indicator.

MEASURED = [
    pytest.param("indicators", "baseline", "Udgangspunkt", id="where it began"),
    pytest.param("targets", "value", "Mål", id="the target"),
    pytest.param("measurements", "value", "Måling", id="a measurement"),
]


def _measured(table: str, name: str, typed: object, unit: str) -> Dataset:
    rows: dict[str, Cells] = {
        "indicators": indicator(measured_in=unit),
        "targets": target(),
        "measurements": measurement(),
    }
    rows[table] = {**rows[table], name: typed}
    return read(action_plans=[action_plan()], **{one: [row] for one, row in rows.items()})


@pytest.mark.parametrize("unit", ["%", "% af boligerne", "pct.", "Procent", "procentpoint"])
@pytest.mark.parametrize(("table", "name", "heading"), MEASURED)
def test_per_cent_is_read_where_the_unit_is_per_cent(table: str, name: str, heading: str, unit: str) -> None:
    dataset = _measured(table, name, "82,6 %", unit)
    assert not dataset.problems
    assert getattr(dataset.of(CONTRACT.by_name[table].row)[0], name) == Decimal("82.6")


@pytest.mark.parametrize("unit", ["kWh pr. m²", "tons", "antal", "pctel"])
@pytest.mark.parametrize(("table", "name", "heading"), MEASURED)
def test_per_cent_is_refused_where_the_unit_is_another(table: str, name: str, heading: str, unit: str) -> None:
    dataset = _measured(table, name, "82,6 %", unit)
    problem = next(one for one in dataset.problems if one.column == heading)
    assert problem.what == f"Her står en procent, men målepunktet er i »{unit}«."
    assert problem.effect is Effect.ROW_ASIDE
    assert counts(dataset, table) == (1, 0)


@pytest.mark.parametrize(("table", "name", "heading"), MEASURED)
@pytest.mark.parametrize("typed", ["82,6", 82.6])
def test_a_number_without_the_sign_is_in_whatever_unit_there_is(
    table: str, name: str, heading: str, typed: object
) -> None:
    for unit in ("%", "tons"):
        assert not _measured(table, name, typed, unit).problems


# Settings.


@pytest.mark.parametrize("typed", ["0", "4", "999", 4, 4.0])
def test_a_setting_of_a_number_is_whole_and_has_at_most_three_digits(typed: object) -> None:
    assert not read(settings=[setting(name="Kursusgange", value=typed)]).problems


@pytest.mark.parametrize("name", ["Kursusgange", "Mindste alder", "Skjul under", "Tolerance i procentpoint"])
@pytest.mark.parametrize(
    "typed", ["1000", "-1", "4,5", "fire", "9" * 5000, 10**4000, 1e26, "²"], ids=lambda typed: str(typed)[:9]
)
def test_a_setting_of_any_other_value_is_told_and_not_used(name: str, typed: object) -> None:
    dataset = read(settings=[setting(name=name, value=typed)])
    assert "højst 3 cifre" in only_problem(dataset).what
    assert number_set(dataset, Number(name, 7)) == 7


@pytest.mark.parametrize("typed", ["0", "129", "130", "999"])
def test_any_least_age_leaves_the_data_readable(typed: str) -> None:
    assert not read(settings=[setting(name="Mindste alder", value=typed)]).problems
