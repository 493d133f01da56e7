"""A yes must be safe: what a row that cannot be read could change is not told, and the row is named."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

from core.contract.dataset import Dataset, read_dataset
from core.pool.can_grant import Answer, can_grant
from core.pool.finding import Verdict
from core.pool.judge import judge
from core.pool.ledger import ledger_in
from core.pool.overview import pool_overview
from core.pool.rule_table import PoolRule
from core.pool.sentences import answer_in_words, largest_in_words
from core.pool.tables import Application, Pool
from core.subjects import CONTRACT
from tests.core.contract.build import (
    application,
    appropriation_change,
    department,
    dispensation,
    grant,
    invoice,
    pool,
    pool_rule,
    raw_tables,
    read,
)
from tests.core.pool.build import a_full_application, day, findings, said
from tests.core.pool.histories import often

KEPT, BROKEN, UNKNOWN = Verdict.KEPT, Verdict.BROKEN, Verdict.UNKNOWN
Cells = Mapping[str, object]
TWO_YEARS = [pool(), pool(id="2023", first="01-01-2023", last="31-12-2023")]
DEPARTMENTS = [department(), department(number="12", name="Tværgade")]


def a_dataset(**tables: Any) -> Dataset:
    return read(**({"departments": DEPARTMENTS, "pools": TWO_YEARS, "pool_rules": [pool_rule()]} | tables))


def answered(dataset: Dataset, on: str = "2024-03-01", **draft: Any) -> Answer:
    one = next(one for one in dataset.of(Pool) if one.id == "2024")
    given = {"id": "ny", "departments": ("07",)} | draft
    return can_grant(a_full_application(**given), ledger_in(dataset, one), dataset.of(PoolRule), day(on))


def verdict(answer: Answer, key: str) -> Verdict:
    return findings((*answer.judgements, *answer.later))[key].verdict


def sentence(answer: Answer) -> str:
    return said(answer_in_words(answer))


class TestAGrantThatCannotBeRead:
    def test_the_answer_is_not_yes_and_names_the_row(self) -> None:
        answer = answered(a_dataset(applications=[grant(granted="ca. 90.000")]))
        assert (answer.verdict, verdict(answer, "room"), verdict(answer, "cap")) == (UNKNOWN, UNKNOWN, KEPT)
        assert sentence(answer) == "Kan ikke siges: Ansøgninger, række 2, kan ikke læses"
        assert findings(answer.judgements)["room"].text == (
            "Ansøgninger, række 2, hvor der står »ca. 90.000« i »Tilsagn«, kan ikke læses"
        )

    def test_what_can_be_granted_and_what_is_left_afterwards_are_withheld(self) -> None:
        answer = answered(a_dataset(applications=[grant(granted="ca. 90.000")]))
        assert (answer.largest.amount, answer.free_after) == (None, None)
        assert largest_in_words(answer) == (
            "Det kan ikke siges, hvor meget der højst kan bevilges: "
            "Ansøgninger, række 2, hvor der står »ca. 90.000« i »Tilsagn«, kan ikke læses."
        )

    def test_two_rows_are_named_and_of_five_the_first_three(self) -> None:
        rows = [grant(id=f"A{number}", granted="ca. 90.000") for number in range(5)]
        assert sentence(answered(a_dataset(applications=rows[:2]))) == (
            "Kan ikke siges: Ansøgninger, række 2 og Ansøgninger, række 3 kan ikke læses"
        )
        assert sentence(answered(a_dataset(applications=rows))) == (
            "Kan ikke siges: Ansøgninger, række 2, Ansøgninger, række 3, Ansøgninger, række 4 og 2 rækker til "
            "kan ikke læses"
        )

    @pytest.mark.parametrize(
        ("cells", "room"),
        [
            pytest.param({"decided": "en dag i maj"}, UNKNOWN, id="the day of the decision"),
            pytest.param({"closed": "vist i maj"}, UNKNOWN, id="the day it was closed"),
            pytest.param({"lapsed": "vist i maj"}, UNKNOWN, id="the day it lapsed"),
            pytest.param({"decision": "nok ja"}, UNKNOWN, id="the decision"),
            pytest.param({"pool": "2042"}, UNKNOWN, id="the pool, which may be this one"),
            pytest.param({"pool": "2023", "granted": "?"}, KEPT, id="a grant of another pool"),
            pytest.param({"granted": "?", "decided": "02-03-2024"}, KEPT, id="a grant of the day after"),
            pytest.param({"granted": "?", "decided": "01-03-2024"}, UNKNOWN, id="a grant of the same day"),
            pytest.param(
                {"decision": "", "decided": "", "granted": "", "requested": "?"}, KEPT, id="one that is undecided"
            ),
            pytest.param({"decision": "afslag", "granted": "", "requested": "?"}, KEPT, id="a rejection"),
            pytest.param({"decision": "afslag", "granted": "?"}, UNKNOWN, id="a rejection with an amount"),
        ],
    )
    def test_it_depends_on_what_of_it_could_be_read(self, cells: Cells, room: Verdict) -> None:
        assert verdict(answered(a_dataset(applications=[grant(**cells)])), "room") is room

    def test_where_there_is_no_room_even_without_it_that_stands(self) -> None:
        rows = [grant(granted="95.000"), grant(id="A2", granted="?")]
        assert verdict(answered(a_dataset(applications=rows), requested=5_000_01), "room") is BROKEN
        assert verdict(answered(a_dataset(applications=rows), requested=5_000_00), "room") is UNKNOWN

    def test_a_row_that_stands_twice_is_read_and_holds_nothing_back(self) -> None:
        answer = answered(a_dataset(applications=[grant(), grant()]))
        assert (answer.verdict, answer.before.free) == (KEPT, 92_000_00)

    def test_two_rows_of_one_number_that_differ_are_both_unread(self) -> None:
        assert verdict(answered(a_dataset(applications=[grant(), grant(granted="9.000")])), "room") is UNKNOWN

    def test_on_the_project_too(self) -> None:
        dataset = a_dataset(applications=[grant(granted="?"), grant(id="A2")])
        ledger = ledger_in(dataset, dataset.of(Pool)[0])
        found = findings(judge(dataset.of(Application)[0], ledger, dataset.of(PoolRule), day("2024-12-31")))
        assert (found["room"].verdict, found["cap"].verdict) == (UNKNOWN, KEPT)
        assert [row.where for row in found["room"].unread] == ["Ansøgninger, række 2"]


class TestAnInvoiceThatCannotBeRead:
    @pytest.mark.parametrize(
        ("cells", "room"),
        [
            pytest.param({"amount": "?", "paid": "13-02-2024"}, UNKNOWN, id="the amount"),
            pytest.param({"paid": "?"}, UNKNOWN, id="the day it was paid"),
            pytest.param({"application": "A9", "paid": "13-02-2024"}, UNKNOWN, id="the application"),
            pytest.param({"amount": "?"}, KEPT, id="not paid"),
            pytest.param({"amount": "?", "paid": "02-03-2024"}, KEPT, id="paid the day after"),
        ],
    )
    def test_room_depends_on_it_where_it_may_be_paid(self, cells: Cells, room: Verdict) -> None:
        dataset = a_dataset(applications=[grant()], invoices=[invoice(**cells)])
        assert verdict(answered(dataset), "room") is room

    def test_it_may_be_a_credit_note_so_that_not_even_a_no_is_sure(self) -> None:
        rows = [grant(granted="99.000", closed="01-02-2024")]
        bills = [invoice(amount="99.000", paid="01-02-2024"), invoice(id="F2", amount="?", paid="02-02-2024")]
        assert verdict(answered(a_dataset(applications=rows, invoices=bills)), "room") is UNKNOWN

    @pytest.mark.parametrize(
        ("application", "expected"), [("A1", UNKNOWN), ("A2", KEPT), ("A9", UNKNOWN)], ids=["own", "another's", "any's"]
    )
    def test_whether_the_payments_are_within_the_grant_depends_on_its_own(
        self, application: str, expected: Verdict
    ) -> None:
        rules = [pool_rule(), pool_rule(rule="betalt inden for tilsagn", value="ja")]
        bills = [invoice(application=application, amount="?", paid="13-02-2024")]
        dataset = a_dataset(pool_rules=rules, applications=[grant(), grant(id="A2")], invoices=bills)
        own = next(one for one in dataset.of(Application) if one.id == "A1")
        found = findings(judge(own, ledger_in(dataset, dataset.of(Pool)[0]), dataset.of(PoolRule), day("2024-12-31")))
        assert found["within_grant"].verdict is expected


class TestARuleThatCannotBeRead:
    def test_the_older_one_does_not_rule_on(self) -> None:
        rules = [pool_rule(), pool_rule(value="fem tusind", valid_from="01-01-2024")]
        answer = answered(a_dataset(pool_rules=rules))
        assert (answer.verdict, verdict(answer, "cap"), answer.largest.amount) == (UNKNOWN, UNKNOWN, None)
        assert sentence(answer) == "Kan ikke siges: Puljeregler, række 3, kan ikke læses"
        cap = next(one for one in answer.judgements if one.key == "cap")
        assert (cap.name, cap.source) == ("loft pr. projekt", "Puljeregler, række 3")
        assert cap.finding.text == "Puljeregler, række 3, hvor der står »fem tusind« i »Værdi«, kan ikke læses"

    @pytest.mark.parametrize(
        ("cells", "expected"),
        [
            pytest.param({"value": "fem tusind"}, UNKNOWN, id="its value, on the day the other begins"),
            pytest.param({"value": "fem tusind", "valid_from": "14-05-2023"}, KEPT, id="replaced by the other"),
            pytest.param({"value": "fem tusind", "valid_from": "01-03-2024"}, UNKNOWN, id="it begins that day"),
            pytest.param({"value": "fem tusind", "valid_from": "02-03-2024"}, KEPT, id="it begins the day after"),
            pytest.param({"valid_from": "snart"}, UNKNOWN, id="the day it begins"),
            pytest.param({"valid_from": ""}, UNKNOWN, id="no day"),
            pytest.param({"pool_name": "Fællespulje", "valid_from": "01-01-2024"}, UNKNOWN, id="the pool"),
            pytest.param({"rule": "højst sider", "value": "et par stykker"}, KEPT, id="another rule"),
        ],
    )
    def test_the_cap_cannot_be_told_while_it_may_be_in_force(self, cells: Cells, expected: Verdict) -> None:
        answer = answered(a_dataset(pool_rules=[pool_rule(), pool_rule(**cells)]))
        assert verdict(answer, "cap") is expected

    def test_a_rule_that_no_other_row_states_is_not_dropped(self) -> None:
        rules = [pool_rule(), pool_rule(rule="puljens højeste andel", value="det meste")]
        answer = answered(a_dataset(pool_rules=rules))
        assert (answer.verdict, verdict(answer, "co_funding"), answer.largest.amount) == (UNKNOWN, UNKNOWN, None)

    def test_one_about_something_else_than_amounts_leaves_the_largest_amount(self) -> None:
        answer = answered(a_dataset(pool_rules=[pool_rule(), pool_rule(rule="højst sider", value="et par")]))
        assert (answer.verdict, answer.largest.amount) == (UNKNOWN, 20_000_00)

    @pytest.mark.parametrize("value", ["5.000", "?", "gælder ikke"])
    def test_a_row_of_an_unknown_rule_leaves_the_whole_answer_open(self, value: str) -> None:
        rules = [pool_rule(), pool_rule(rule="loft pr. projket", value=value, valid_from="01-01-2024")]
        for requested in (5_000_00, 20_000_01):
            answer = answered(a_dataset(pool_rules=rules), requested=requested)
            assert (answer.verdict, answer.largest.amount) == (UNKNOWN, None)
            assert sentence(answer) == "Kan ikke siges: Puljeregler, række 3, kan ikke læses"

    def test_a_row_of_an_unknown_rule_from_a_later_day_leaves_nothing_open(self) -> None:
        rules = [pool_rule(), pool_rule(rule="loft pr. projket", valid_from="02-03-2024")]
        assert answered(a_dataset(pool_rules=rules)).verdict is KEPT

    def test_another_pools_rule_leaves_nothing_open(self) -> None:
        pools = [*TWO_YEARS, pool(id="G", name="Grøn pulje")]
        rules = [pool_rule(), pool_rule(pool_name="Grøn pulje", value="?")]
        assert answered(a_dataset(pools=pools, pool_rules=rules)).verdict is KEPT

    def test_a_rule_that_is_still_being_typed_may_hold_already(self) -> None:
        rules = [pool_rule(), pool_rule(value="", valid_from="01-01-2024")]
        answer = answered(a_dataset(pool_rules=rules))
        assert verdict(answer, "cap") is UNKNOWN
        assert findings(answer.judgements)["cap"].text == "Puljeregler, række 3, er ikke skrevet færdig"

    def test_the_rows_of_a_table_whose_headings_are_in_doubt_may_be_any_rule(self) -> None:
        tables = raw_tables(applications=[], invoices=[])
        sound = answered(read_dataset(CONTRACT, tables.values()))
        headings = tuple("Rgl" if heading == "Regel" else heading for heading in tables["pool_rules"].headings)
        tables["pool_rules"] = replace(tables["pool_rules"], headings=headings)
        doubtful = answered(read_dataset(CONTRACT, tables.values()))
        assert (sound.verdict, doubtful.verdict) == (KEPT, UNKNOWN)
        assert sentence(doubtful) == "Kan ikke siges: Puljeregler, række 2, kan ikke læses"

    def test_the_pools_screen_does_not_count_projects_of_a_cap_in_doubt(self) -> None:
        rules = [pool_rule(), pool_rule(value="fem tusind", valid_from="01-01-2024")]
        dataset = a_dataset(pool_rules=rules)
        assert pool_overview(dataset, dataset.of(Pool)[0], day("2024-03-01")).cap is None


class TestOnePoolInSeveralSpellings:
    """What people take for one name is one name, in the pools, in their rules and in what has been granted."""

    HALVES = (
        pool(last="30-06-2024"),
        pool(id="2024b", name="fællesskabs-puljen", first="01-07-2024"),
    )

    @pytest.mark.parametrize("rules_of", ["Fællesskabspuljen", "fællesskabs-puljen", "FÆLLESSKABSPULJEN"])
    @pytest.mark.parametrize(("of_pool", "on"), [("2024", "2024-03-01"), ("2024b", "2024-08-01")])
    def test_its_rules_hold_in_every_period_and_the_yearly_cap_counts_them_together(
        self, rules_of: str, of_pool: str, on: str
    ) -> None:
        dataset = a_dataset(
            pools=self.HALVES,
            pool_rules=[pool_rule(pool_name=rules_of, rule="loft pr. afdeling pr. år", value="20.000")],
            applications=[grant(pool="2024" if of_pool == "2024b" else "2024b", granted="9.000")],
            invoices=[],
        )
        one = next(one for one in dataset.of(Pool) if one.id == of_pool)
        draft = a_full_application(id="ny", departments=("07",), pool=of_pool, requested=11_000_01)
        answer = can_grant(draft, ledger_in(dataset, one), dataset.of(PoolRule), day(on))
        assert verdict(answer, "department_cap") is BROKEN
        assert answer.largest.amount == 11_000_00

    def test_two_values_of_one_rule_from_one_day_leave_it_open(self) -> None:
        rules = [pool_rule(value="10.000"), pool_rule(pool_name="fællesskabs-puljen", value="50.000")]
        answer = answered(a_dataset(pool_rules=rules))
        assert (answer.verdict, verdict(answer, "cap")) == (UNKNOWN, UNKNOWN)
        assert [row.where for row in answer.unread] == ["Puljeregler, række 2", "Puljeregler, række 3"]

    def test_the_same_rule_twice_is_one_rule(self) -> None:
        answer = answered(a_dataset(pool_rules=[pool_rule(), pool_rule(pool_name="fællesskabs-puljen")]))
        assert (answer.verdict, verdict(answer, "cap")) == (KEPT, KEPT)


@pytest.mark.parametrize("begun", ["nej", "ja", ""])
def test_a_first_day_that_cannot_be_read_gives_no_yes(begun: str) -> None:
    rules = [pool_rule(), pool_rule(rule="ikke begyndt", value="ja")]
    rows = [application(begun=begun, activity_first="engang i marts")]
    dataset = a_dataset(pool_rules=rules, applications=rows, invoices=[])
    answer = can_grant(
        dataset.of(Application)[0], ledger_in(dataset, dataset.of(Pool)[0]), dataset.of(PoolRule), day("2024-03-01")
    )
    assert verdict(answer, "not_begun") is (BROKEN if begun == "ja" else UNKNOWN)


def test_rows_that_only_repeat_others_are_not_said_to_be_missing_from_any_figure() -> None:
    dataset = a_dataset(
        pool_rules=[pool_rule(), pool_rule()], applications=[grant(), grant()], invoices=[invoice(), invoice()]
    )
    overview = pool_overview(dataset, dataset.of(Pool)[0], day("2024-03-01"))
    assert not any(overview.aside.values())
    assert said(overview.sentence) == "Puljen har 92.000 kr. tilbage: nok til 4 projekter på højeste beløb."


class TestAPoolThatCannotBeRead:
    def test_a_date_outside_the_period_may_be_in_the_one_that_cannot_be_read(self) -> None:
        pools = [*TWO_YEARS, pool(id="2025", appropriation="?", first="01-01-2025", last="31-12-2025")]
        answer = answered(a_dataset(pools=pools), on="2025-02-01")
        assert (answer.verdict, answer.largest.amount) == (UNKNOWN, None)
        assert sentence(answer) == "Kan ikke siges: Puljer, række 4, kan ikke læses"

    def test_another_pools_row_has_nothing_to_do_with_it(self) -> None:
        pools = [*TWO_YEARS, pool(id="G", name="Grøn pulje", appropriation="?")]
        assert sentence(answered(a_dataset(pools=pools), on="2025-02-01")) == (
            "Nej, datoen ligger uden for puljens periode"
        )

    def test_within_the_period_it_changes_nothing(self) -> None:
        pools = [*TWO_YEARS, pool(id="2025", appropriation="?", first="01-01-2025", last="31-12-2025")]
        assert answered(a_dataset(pools=pools)).verdict is KEPT


class TestWhatBelongsToAPoolThatCannotBeRead:
    """It is that pool's, and opens no question in another; the yearly cap counts it where the two have one name."""

    GREEN = pool(id="G", name="Grøn pulje", appropriation="?")
    NEXT = pool(id="2025", first="01-01-2025", last="?")
    CAP = (pool_rule(), pool_rule(rule="loft pr. afdeling pr. år", value="20.000"))

    @pytest.mark.parametrize("called", ["G", "Grøn pulje", "grøn-pulje"])
    def test_the_applications_the_invoices_and_the_rules_of_another_pool_open_nothing(self, called: str) -> None:
        dataset = a_dataset(
            pools=[*TWO_YEARS, self.GREEN],
            pool_rules=[*self.CAP, pool_rule(pool_name="Grøn pulje", value="5")],
            applications=[grant(pool=called)],
            invoices=[invoice(paid="13-02-2024")],
        )
        answer = answered(dataset)
        assert (answer.verdict, answer.unread, answer.largest.amount) == (KEPT, (), 20_000_00)
        aside = pool_overview(dataset, dataset.of(Pool)[0], day("2024-03-01")).aside
        assert not any(aside.values())

    def test_the_yearly_cap_counts_what_another_period_of_the_name_may_have_given(self) -> None:
        rows = [grant(pool="2025")]
        answer = answered(a_dataset(pools=[*TWO_YEARS, self.NEXT], pool_rules=self.CAP, applications=rows))
        assert (verdict(answer, "room"), verdict(answer, "department_cap")) == (KEPT, UNKNOWN)
        assert [row.where for row in answer.unread] == ["Ansøgninger, række 2"]

    def test_a_name_that_a_readable_pool_has_too_may_be_that_one(self) -> None:
        rows = [grant(pool="Fællesskabspuljen")]
        answer = answered(a_dataset(pools=[pool(), self.NEXT], applications=rows))
        assert verdict(answer, "room") is UNKNOWN


def test_the_invoices_of_an_application_that_cannot_be_read_are_not_named_beside_it() -> None:
    bills = [invoice(paid="13-02-2024"), invoice(id="F2", application="a1", amount="?", paid="13-02-2024")]
    answer = answered(a_dataset(applications=[grant(granted="?")], invoices=bills))
    assert [row.where for row in answer.unread] == ["Ansøgninger, række 2"]


def test_an_invoice_of_another_application_that_cannot_be_read_leaves_a_project_alone() -> None:
    dataset = a_dataset(
        pool_rules=[pool_rule(), pool_rule(rule="betalt inden for tilsagn", value="ja")],
        applications=[grant(), grant(id="A2", granted="?")],
        invoices=[invoice(application="A2", paid="13-02-2024")],
    )
    ledger = ledger_in(dataset, dataset.of(Pool)[0])
    found = findings(judge(dataset.of(Application)[0], ledger, dataset.of(PoolRule), day("2024-12-31")))
    assert found["within_grant"].verdict is KEPT


class TestTheCapPerDepartmentAndYear:
    RULES = (pool_rule(), pool_rule(rule="loft pr. afdeling pr. år", value="20.000"))

    def verdict(self, *rows: Cells, **more: Any) -> Verdict:
        dataset = a_dataset(pool_rules=list(self.RULES), applications=list(rows), **more)
        return verdict(answered(dataset), "department_cap")

    @pytest.mark.parametrize(
        ("cells", "expected"),
        [
            # 12.000 is applied for, and 20.000 is the cap.
            pytest.param({"granted": "8.000"}, KEPT, id="this pool's grant leaves room"),
            pytest.param({"granted": "8.000,01"}, BROKEN, id="one øre too much"),
            pytest.param({"granted": "8.000,01", "pool": "2023"}, BROKEN, id="from another period of the name"),
            pytest.param({"granted": "8.000,01", "pool": "G"}, KEPT, id="from a pool of another name"),
            pytest.param(
                {"granted": "8.000,01", "pool": "2023", "decided": "31-12-2023", "received": "01-12-2023"},
                KEPT,
                id="in the year before",
            ),
        ],
    )
    def test_it_counts_by_calendar_year_over_all_pools_of_one_name(self, cells: Cells, expected: Verdict) -> None:
        pools = [*TWO_YEARS, pool(id="G", name="Grøn pulje")]
        assert self.verdict(grant(**cells), pools=pools) is expected

    @pytest.mark.parametrize(
        ("cells", "expected"),
        [
            pytest.param({"departments": ""}, UNKNOWN, id="no department"),
            pytest.param({"departments": "Vesterhøj"}, UNKNOWN, id="an unknown department"),
            pytest.param({"departments": "07; Vesterhøj"}, UNKNOWN, id="one of two is unknown"),
            pytest.param({"departments": "", "pool": "2023"}, UNKNOWN, id="of another period of the name"),
            pytest.param({"departments": "", "lapsed": "01-02-2024"}, KEPT, id="lapsed, so that nobody had it"),
            pytest.param({"granted": "?"}, UNKNOWN, id="an amount that cannot be read"),
            pytest.param({"granted": "?", "departments": "12"}, KEPT, id="of another department"),
            pytest.param({"granted": "?", "pool": "2023"}, UNKNOWN, id="unread, of another period of the name"),
        ],
    )
    def test_a_grant_of_the_year_that_may_be_the_departments_leaves_it_open(
        self, cells: Cells, expected: Verdict
    ) -> None:
        assert self.verdict(grant(**cells)) is expected

    def test_the_grant_without_a_department_is_named(self) -> None:
        dataset = a_dataset(pool_rules=list(self.RULES), applications=[grant(departments="")])
        answer = answered(dataset)
        assert sentence(answer) == (
            "Kan ikke siges endnu: det er ikke oplyst, hvilken afdeling »Fællesspisning« (A1) hører til"
        )
        assert answer.largest.amount is None

    def test_a_department_that_is_over_its_cap_anyway_stays_a_no(self) -> None:
        assert self.verdict(grant(granted="20.000"), grant(id="A2", departments="")) is BROKEN

    def test_the_department_is_told_by_its_name_and_the_year(self) -> None:
        found = findings(answered(a_dataset(pool_rules=list(self.RULES), applications=[grant()])).judgements)
        assert said(found["department_cap"].text) == "Vesterhåb når 20.000 kr. i 2024; loftet er 20.000 kr."

    def test_the_applications_own_department_or_cost_that_is_not_known_may_lower_what_can_be_granted(self) -> None:
        rules = [*self.RULES, pool_rule(rule="puljens højeste andel", value="1/2")]
        answer = answered(a_dataset(pool_rules=rules), departments=())
        assert (answer.largest.amount, answer.largest.less_for) == (
            20_000_00,
            ("projektets samlede udgift", "afdeling"),
        )
        assert said(largest_in_words(answer)) == (
            "Højst 20.000 kr., og måske mindre: projektets samlede udgift og afdeling mangler. "
            "Beløbet er sat, fordi loftet pr. projekt er 20.000 kr."
        )


# What a row could have been, and the same row with one cell nobody can read.

_days = st.sampled_from(["31-12-2023", "02-01-2024", "01-02-2024", "01-03-2024", "02-03-2024"])
_amounts = st.sampled_from(["0", "1", "7.999", "8.000", "80.000", "95.000"])
_pools = st.sampled_from(["2024", "2024", "2023", "G"])


@st.composite
def _grants(draw: st.DrawFn) -> dict[str, object]:
    decided = draw(st.sampled_from([True, True, False]))
    cells = grant(
        id="A9",
        pool=draw(_pools),
        departments=draw(st.sampled_from(["07", "12", "07; 12", ""])),
        received="01-12-2023",
    )
    if not decided:
        return cells | {"decision": "", "decided": "", "granted": ""}
    if draw(st.booleans()):
        cells |= {"closed": "02-03-2024"} if draw(st.booleans()) else {"lapsed": "01-03-2024"}
    elif draw(st.booleans()):
        return cells | {"decision": "afslag", "decided": draw(_days), "granted": ""}
    return cells | {"decided": draw(_days), "granted": draw(_amounts)}


@st.composite
def _invoices(draw: st.DrawFn) -> dict[str, object]:
    return invoice(
        id="F9",
        application=draw(st.sampled_from(["A1", "A2", "B1"])),
        amount=draw(_amounts | st.sampled_from(["-500", "-90.000"])),
        invoiced=draw(_days),
        paid=draw(_days | st.just("")),
    )


_values = {
    "loft pr. projekt": ["5.000", "12.000", "50.000", "gælder ikke"],
    "plads i puljen": ["ja", "nej", "gælder ikke"],
    "loft pr. afdeling pr. år": ["1.000", "20.000", "gælder ikke"],
    "mindste beløb": ["1.000", "13.000"],
    "højst sider": ["0", "1", "gælder ikke"],
    "tilsagn pr. afdeling pr. år": ["0", "1", "2", "gælder ikke"],
    "mindst deltagere": ["30", "400", "gælder ikke"],
    "til orientering": ["Søg også andre puljer", "gælder ikke"],
}


@st.composite
def _rules(draw: st.DrawFn) -> dict[str, object]:
    name = draw(st.sampled_from(list(_values)))
    return pool_rule(
        pool_name=draw(st.sampled_from(["Fællesskabspuljen", "Fællesskabspuljen", "Grøn pulje"])),
        rule=name,
        value=draw(st.sampled_from(_values[name])),
        valid_from=draw(st.sampled_from(["01-01-2022", "01-06-2023", "01-03-2024", "02-03-2024"])),
    )


_hidden = st.one_of(
    st.tuples(
        st.just("applications"),
        _grants(),
        st.sampled_from(["pool", "decision", "decided", "granted", "closed", "lapsed", "requested", "received"]),
    ),
    st.tuples(st.just("invoices"), _invoices(), st.sampled_from(["application", "amount", "invoiced", "paid"])),
    st.tuples(
        st.just("dispensations"),
        st.builds(
            dispensation,
            application=st.sampled_from(["A1", "A2"]),
            rule=st.sampled_from(["loft pr. projekt", "betalt inden for tilsagn"]),
            on=_days,
        ),
        st.sampled_from(["application", "rule", "on"]),
    ),
    st.tuples(
        st.just("appropriation_changes"),
        st.builds(
            appropriation_change,
            pool=st.sampled_from(["2024", "2023"]),
            from_pool=st.sampled_from(["", "G"]),
            on=_days,
            amount=_amounts,
        ),
        st.sampled_from(["pool", "from_pool", "on", "amount"]),
    ),
    st.tuples(st.just("pool_rules"), _rules(), st.sampled_from(["pool_name", "rule", "value", "valid_from"])),
)


@often(400)
@given(
    hidden=_hidden,
    requested=st.sampled_from([None, 1_00, 4_999_99, 12_000_00, 12_000_01, 50_000_00]),
    closed=st.booleans(),
    with_cap=st.booleans(),
)
def test_no_verdict_that_is_given_could_have_been_another_with_the_row_read(
    hidden: tuple[str, dict[str, object], str], requested: int | None, closed: bool, with_cap: bool
) -> None:
    table, cells, blurred = hidden
    rules = [pool_rule(valid_from="15-05-2023"), pool_rule(rule="betalt inden for tilsagn", value="ja")]
    if with_cap:
        rules.append(pool_rule(rule="loft pr. afdeling pr. år", value="20.000"))
        rules.append(pool_rule(rule="tilsagn pr. afdeling pr. år", value="1"))
    rows: dict[str, list[Cells]] = {
        "pools": [*TWO_YEARS, pool(id="G", name="Grøn pulje")],
        "pool_rules": list(rules),
        "applications": [
            grant(closed="01-02-2024") if closed else grant(),
            grant(id="A2", granted="80.000", departments="12"),
            grant(id="B1", pool="2023", granted="1.000"),
        ],
        "invoices": [invoice(paid="01-02-2024")],
        "dispensations": [],
        "appropriation_changes": [],
    }
    clear = a_dataset(**rows | {table: [*rows[table], cells]})
    dim = a_dataset(**rows | {table: [*rows[table], cells | {blurred: "vist nok"}]})
    assume(not clear.set_aside and len(dim.set_aside) == 1)
    seen, true = answered(dim, requested=requested), answered(clear, requested=requested)
    told = findings((*seen.judgements, *seen.later))
    event(f"{table}: {sum(one.verdict is UNKNOWN for one in told.values()) > 0}")
    for key, finding in findings((*true.judgements, *true.later)).items():
        if key in told and not any(one.key == "unnamed" for one in seen.judgements):
            assert told[key].verdict in (finding.verdict, UNKNOWN), key
        else:
            assert seen.verdict is not KEPT, key
    assert seen.verdict in (true.verdict, UNKNOWN)
    if seen.largest.amount is not None and not seen.largest.less_for:
        assert seen.largest.amount == true.largest.amount
    assert seen.free_after in (None, true.free_after)
    own = next(one for one in clear.of(Application) if one.id == "A2")
    before, after = (
        findings(judge(own, ledger_in(one, one.of(Pool)[0]), one.of(PoolRule), day("2024-12-31")))
        for one in (dim, clear)
    )
    if "unnamed" not in before:
        for key, finding in after.items():
            assert before[key].verdict in (finding.verdict, UNKNOWN), key
