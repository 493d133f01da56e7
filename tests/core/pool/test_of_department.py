"""What is told of one department: its applications to every pool, and what it has got of the pools of the date."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from core.contract.dataset import read_dataset
from core.pool.of_department import of_department
from core.pool.overview import pool_overview
from core.pool.tables import Pool
from core.subject.of_department import Holds, Part
from core.subjects import CONTRACT
from tests.core.contract.build import application, grant, invoice, pool, raw_tables, read


def part(on: str = "2024-07-01", number: str = "07", **tables: Any) -> Part:
    dataset = read(**({"applications": [], "invoices": []} | tables))
    (found,) = of_department(dataset, number, date.fromisoformat(on))
    return found


def words(text: str) -> str:
    return text.replace("\u00a0", " ")


PENDING = application(id="A2", received="01-07-2024")
REJECTED = application(id="A3", decision="afslag", decided="01-02-2024")
SHARED = grant(id="A4", departments="02; 07; 12", granted="1.000,01", closed="01-06-2024")
PAID = invoice(application="A4", amount="100,01", invoiced="01-05-2024", paid="01-05-2024")
LAST_YEAR = pool(id="2023", first="01-01-2023", last="31-12-2023")
OLD = grant(id="A5", pool="2023", received="01-01-2023", decided="01-02-2023", granted="500")


@pytest.mark.parametrize(
    ("tables", "clause", "told"),
    [
        pytest.param(
            {}, "har aldrig søgt om penge fra puljen", "Afdelingen har aldrig søgt.", id="a department that never asked"
        ),
        pytest.param(
            {"applications": [application(received="02-07-2024")]},
            "har aldrig søgt om penge fra puljen",
            "Afdelingen har aldrig søgt.",
            id="one that asks on the day after",
        ),
        pytest.param(
            {"applications": [PENDING]},
            "venter på svar på 1 ansøgning",
            "Afdelingen har søgt 1 gang: 1 venter på svar. Af Fællesskabspuljen har den ikke fået penge i 2024. "
            "I alt er der bevilget 0 kr. fra alle puljer og år.",
            id="one that waits from the day",
        ),
        pytest.param(
            {"applications": [REJECTED]},
            "har ikke fået penge af puljen i 2024",
            "Afdelingen har søgt 1 gang: 1 fik afslag. Af Fællesskabspuljen har den ikke fået penge i 2024. "
            "I alt er der bevilget 0 kr. fra alle puljer og år.",
            id="one that was rejected",
        ),
        pytest.param(
            # Committed 8.000; of the shared one 100,01 is paid in three parts of 33,34, 33,34 and 33,33 to 02, 07 and
            # 12, and of the 1.000,01 granted 333,34 falls on 07.
            {"applications": [grant(), PENDING, SHARED], "invoices": [PAID]},
            "har fået 8.033 kr. af puljen i 2024 og venter på svar på 1 ansøgning",
            "Afdelingen har søgt 3 gange: 1 venter på svar, 1 har fået tilsagn og 1 er afsluttet. "
            "Af Fællesskabspuljen har den fået 8.033,34 kr. i 2024. "
            "I alt er der bevilget 8.333,34 kr. fra alle puljer og år. "
            "Hvor flere afdelinger har søgt sammen, er pengene delt lige.",
            id="a part of what is shared",
        ),
        pytest.param(
            {"pools": [pool(), LAST_YEAR], "applications": [OLD]},
            "har ikke fået penge af puljen i 2024",
            "Afdelingen har søgt 1 gang: 1 har fået tilsagn. Af Fællesskabspuljen har den ikke fået penge i 2024. "
            "I alt er der bevilget 500 kr. fra alle puljer og år.",
            id="money of another year is not this year's",
        ),
        pytest.param(
            {
                "pools": [pool(), pool(id="G", name="Grøn pulje", first="01-07-2023", last="01-07-2024")],
                "applications": [grant(), grant(id="A6", pool="G", granted="0,50")],
            },
            "har fået 8.001 kr. af puljerne i perioden",
            "Afdelingen har søgt 2 gange: 2 har fået tilsagn. "
            "Af Grøn pulje har den fået 0,50 kr. fra 1. jul. 2023 til 1. jul. 2024. "
            "Af Fællesskabspuljen har den fået 8.000 kr. i 2024. "
            "I alt er der bevilget 8.000,50 kr. fra alle puljer og år.",
            id="two pools side by side",
        ),
        pytest.param(
            {"applications": [application(received="engang")]},
            "",
            "Der er ingen ansøgning fra afdelingen, der kan læses.",
            id="a row that cannot be read is not taken for none",
        ),
        pytest.param({"pools": []}, "", "Afdelingen har aldrig søgt.", id="no pool"),
    ],
)
def test_what_it_has_got_and_applied_for(tables: dict[str, Any], clause: str, told: str) -> None:
    found = part(**tables)
    assert (words(found.clause), words(found.told)) == (clause, told)


def test_every_application_stands_with_its_own_view_the_newest_first() -> None:
    found = part(pools=[pool(), LAST_YEAR], applications=[OLD, PENDING, SHARED], invoices=[PAID])
    headings = ["Projekt", "Dato", "Pulje", "Status", "Søgt eller bevilget (kr.)", "Fået (kr.)"]
    assert [column.heading for column in found.columns] == headings
    assert [(row.cells, dict(row.query)) for row in found.rows] == [
        (
            ("Fællesspisning", "01-07-2024", "Fællesskabspuljen (2024)", "Under behandling", "8.000", "0"),
            {"pulje": "2024", "projekt": "A2"},
        ),
        (
            ("Fællesspisning", "25-01-2024", "Fællesskabspuljen (2024)", "Afsluttet", "1.000,01", "33,34"),
            {"pulje": "2024", "projekt": "A4"},
        ),
        (
            ("Fællesspisning", "01-02-2023", "Fællesskabspuljen (2023)", "Tilsagn, åben", "500", "500"),
            {"pulje": "2023", "projekt": "A5"},
        ),
    ]


def test_one_pool_alone_needs_no_column() -> None:
    found = part(applications=[application(requested="")])
    assert [column.heading for column in found.columns if column.holds is Holds.AMOUNT] == [
        "Søgt eller bevilget (kr.)",
        "Fået (kr.)",
    ]
    assert found.rows[0].cells == ("Fællesspisning", "10-01-2024", "Under behandling", "ikke oplyst", "0")


@pytest.mark.parametrize(
    ("tables", "aside"),
    [
        pytest.param({"applications": [application(received="engang")]}, 1, id="an application of its own"),
        pytest.param({"applications": [application(received="engang", departments="02")]}, 0, id="another's"),
        pytest.param({"applications": [application(departments="hos os")]}, 1, id="one with an unreadable department"),
        pytest.param(
            {"applications": [application(departments="hos os", received="02-07-2024")]}, 0, id="one to come of these"
        ),
        pytest.param(
            {"applications": [grant()], "invoices": [invoice(amount="mange penge")]}, 1, id="an invoice of its own"
        ),
        pytest.param(
            {"applications": [grant(departments="02")], "invoices": [invoice(amount="mange penge")]},
            0,
            id="an invoice of another's",
        ),
        pytest.param(
            {"applications": [application(received="engang")], "invoices": [invoice()]},
            1,
            id="an invoice of an application that is itself not counted adds nothing",
        ),
        pytest.param({"invoices": [invoice(application="A99")]}, 1, id="an invoice that may be of any"),
    ],
)
def test_rows_that_may_be_the_departments_and_are_not_counted(tables: dict[str, Any], aside: int) -> None:
    assert part(**tables).aside == aside


def test_without_a_readable_table_no_money_is_told() -> None:
    tables = raw_tables()
    del tables["invoices"]
    (found,) = of_department(read_dataset(CONTRACT, tables.values()), "07", date(2024, 7, 1))
    assert found.told == "Puljens tal kan ikke regnes ud: »Fakturaer« kan ikke læses."
    assert (found.clause, found.rows) == ("", ())


def test_what_it_has_got_is_what_the_pools_screen_says() -> None:
    tables: dict[str, Any] = {
        "applications": [grant(), SHARED, REJECTED, PENDING, grant(id="A7", departments="12; 02", granted="0,05")],
        "invoices": [PAID, invoice(id="F2", paid="01-03-2024"), invoice(id="F3", application="A7", amount="7")],
    }
    dataset = read(**tables)
    for on in (date(2024, 1, 25), date(2024, 5, 1), date(2024, 7, 1)):
        for row in pool_overview(dataset, dataset.of(Pool)[0], on).departments:
            (found,) = of_department(dataset, row.department.number, on)
            told = [Decimal(one.cells[-1].replace(".", "").replace(",", ".")) for one in found.rows]
            assert sum(told) * 100 == row.bound
            assert len(told) == row.applications
