from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from core.pool.finding import Verdict
from core.pool.judge import judge
from core.pool.notice import Notice
from core.pool.rule_table import PoolRule
from core.pool.rule_values import DayOfYear
from core.pool.rulebook import RULES
from core.pool.rules.complete import pieces_of
from core.pool.tables import Application, Decision, Invoice
from tests.core.pool.build import (
    GUIDELINE,
    a_full_application,
    a_ledger,
    a_pool,
    application,
    day,
    findings,
    grant,
    invoice,
    rejection,
    rule,
    said,
    the_guidelines,
)

KEPT, BROKEN, UNKNOWN = Verdict.KEPT, Verdict.BROKEN, Verdict.UNKNOWN

OTHERS_RULES = [
    rule("puljens højeste andel", Fraction(2, 3)),
    rule("loft pr. afdeling pr. år", 30_000_00),
    rule("mindste beløb", 1_000_00),
    rule("ansøgningsfrist", (DayOfYear(3, 1), DayOfYear(9, 1))),
    rule("dage fra afgørelse til aktivitet", Notice(14)),
    rule("dage fra ansøgning til aktivitet", Notice(30)),
    rule("ikke begyndt", True),
]

NEW_CAP = [rule("loft pr. projekt", 20_000_00), rule("loft pr. projekt", 10_000_00, "2024-07-01")]
ROOM = [rule("plads i puljen", True)]


def decided(one: Application, granted: int, on: str) -> Application:
    return replace(one, decision=Decision.GRANT, granted=granted, decided=day(on))


def verdict_of(
    key: str, one: Application, *rows: Application | Invoice, on: str, rules: list[PoolRule] = OTHERS_RULES
) -> Verdict:
    found = judge(one, a_ledger(one, *rows), [*the_guidelines(), *rules], day(on))
    return findings(found)[key].verdict


ALWAYS = ("within_period", "room")
"""Rules that hold for every pool."""


def test_a_grant_can_keep_the_rules_of_several_organisations_together() -> None:
    one = decided(a_full_application(total_cost=18_000_00), 12_000_00, "2024-03-15")
    paid = invoice(12_000_00, paid="2024-07-01", own=False, in_our_name=True)
    found = judge(one, a_ledger(one, paid), [*the_guidelines(), *OTHERS_RULES], day("2024-08-01"))
    stated = {one.rule for one in (*the_guidelines(), *OTHERS_RULES)}
    assert [judgement.key for judgement in found] == [one.key for one in RULES if one.implied or one.name in stated]
    assert {judgement.key: judgement.finding.verdict for judgement in found if judgement.finding.verdict != KEPT} == {}


def test_each_judgement_says_where_its_rule_comes_from() -> None:
    found = judge(application(), a_ledger(), the_guidelines(), day("2024-02-01"))
    period, *stated = found
    assert (period.name, said(period.source)) == (
        "inden for puljens periode",
        "Puljens periode, 1. jan. 2024 til 31. dec. 2024, godkendt 15. maj 2023",
    )
    assert [judgement.name for judgement in stated] == [one.rule for one in the_guidelines()]
    assert {judgement.source for judgement in stated} == {f"{GUIDELINE}, godkendt 15. maj 2023"}


def test_an_application_with_nothing_stated_breaks_nothing_and_keeps_nothing_while_undecided() -> None:
    bare = application(departments=())
    rules = [one for one in (*the_guidelines(), *OTHERS_RULES) if one.rule != "ansøgningsfrist"]
    _, *found = judge(bare, a_ledger(bare), rules, day("2024-02-01"))
    assert len(found) == 15
    assert {judgement.finding.verdict for judgement in found} == {UNKNOWN}
    assert all(judgement.finding.missing or judgement.finding.unsaid for judgement in found)


class TestByTheRulesOfTheDay:
    @pytest.mark.parametrize(
        ("decided_on", "limit", "verdict"),
        [
            pytest.param("2024-06-30", 20_000_00, KEPT, id="decided the day before the change"),
            pytest.param("2024-07-01", 10_000_00, BROKEN, id="decided the day of the change"),
            pytest.param("2024-07-02", 10_000_00, BROKEN, id="decided the day after the change"),
        ],
    )
    def test_a_decided_application_is_judged_by_the_rules_of_its_decision_whenever_it_is_looked_at(
        self, decided_on: str, limit: int, verdict: Verdict
    ) -> None:
        one = grant("A1", 15_000_00, decided_on)
        for on in (decided_on, "2024-12-31", "2030-01-01"):
            finding = findings(judge(one, a_ledger(one), NEW_CAP, day(on)))["cap"]
            assert (finding.verdict, finding.figures["limit"]) == (verdict, limit)

    @pytest.mark.parametrize(
        ("on", "verdict"),
        [
            pytest.param("2024-06-30", KEPT, id="looked at the day before the change"),
            pytest.param("2024-07-01", BROKEN, id="looked at the day of the change"),
        ],
    )
    @pytest.mark.parametrize(
        "one",
        [
            pytest.param(application(requested=15_000_00), id="never decided"),
            pytest.param(grant("A1", 5_000_00, "2024-07-02", received="2024-01-10", requested=15_000_00), id="later"),
        ],
    )
    def test_an_undecided_application_is_judged_by_the_rules_of_the_day_it_is_looked_at(
        self, one: Application, on: str, verdict: Verdict
    ) -> None:
        assert findings(judge(one, a_ledger(one), NEW_CAP, day(on)))["cap"].verdict is verdict

    @pytest.mark.parametrize(
        ("decided_on", "keys"),
        [
            pytest.param("2023-05-14", [], id="the day before the first rule"),
            pytest.param("2023-05-15", ["cap"], id="the day of the first rule"),
        ],
    )
    def test_a_decision_before_the_first_rule_is_judged_by_none(self, decided_on: str, keys: list[str]) -> None:
        one = grant("A1", 99_000_00, decided_on)
        found = judge(one, a_ledger(one), [rule("loft pr. projekt", 20_000_00)], day("2024-06-01"))
        assert [judgement.key for judgement in found if judgement.key not in ALWAYS] == keys

    @pytest.mark.parametrize(
        ("decided_on", "keys"),
        [
            pytest.param("2024-06-30", ["length"], id="the day before it ends"),
            pytest.param("2024-07-01", [], id="the day it ends"),
        ],
    )
    def test_a_rule_that_has_ended_judges_nothing(self, decided_on: str, keys: list[str]) -> None:
        one = grant("A1", 1_00, decided_on)
        rules = [rule("højst sider", Decimal(1)), rule("højst sider", None, "2024-07-01")]
        found = judge(one, a_ledger(one), rules, day("2025-01-01"))
        assert [judgement.key for judgement in found if judgement.key not in ALWAYS] == keys

    def test_two_pools_with_different_rules_stand_side_by_side(self) -> None:
        rules = [
            rule("loft pr. projekt", 20_000_00),
            rule("loft pr. projekt", 5_000_00, pool_name="Grøn pulje"),
            rule("mindste beløb", 6_000_00, pool_name="Grøn pulje"),
        ]
        one, other = grant("A1", 5_500_00, "2024-02-01"), grant("G1", 5_500_00, "2024-02-01", pool="grøn")
        green = a_ledger(one, other, pool=a_pool("grøn", name="Grøn pulje"))
        ours = findings(judge(one, a_ledger(one, other), rules, day("2024-03-01")))
        theirs = findings(judge(other, green, rules, day("2024-03-01")))
        always = dict.fromkeys(ALWAYS, KEPT)
        assert {key: finding.verdict for key, finding in ours.items()} == always | {"cap": KEPT}
        assert {key: finding.verdict for key, finding in theirs.items()} == always | {"cap": BROKEN, "minimum": BROKEN}


class TestTheAmount:
    def test_once_granted_it_is_what_was_granted(self) -> None:
        one = grant("A1", 20_000_00, "2024-02-01", requested=25_000_00)
        assert verdict_of("cap", one, on="2024-02-01") is KEPT

    def test_until_then_it_is_what_is_applied_for(self) -> None:
        one = grant("A1", 20_000_00, "2024-02-01", received="2024-01-10", requested=25_000_00)
        assert verdict_of("cap", one, on="2024-01-31") is BROKEN

    def test_of_a_rejected_application_it_is_what_was_applied_for(self) -> None:
        found = findings(
            judge(rejection("A1", "2024-02-01", requested=25_000_00), a_ledger(), the_guidelines(), day("2024-03-01"))
        )
        assert (found["cap"].verdict, found["cap"].figures["amount"]) == (BROKEN, 25_000_00)
        assert found["room"].verdict is KEPT
        assert (found["within_grant"].verdict, found["within_grant"].missing) == (UNKNOWN, "et tilsagn")
        assert found["third_party"].verdict is UNKNOWN


class TestRoomInThePool:
    def free_before(self, one: Application, *rows: Application | Invoice, on: str = "2024-12-31") -> object:
        return findings(judge(one, a_ledger(one, *rows), ROOM, day(on)))["room"].figures["free_before"]

    def test_the_free_amount_is_counted_without_this_grant(self) -> None:
        one = grant("A1", 100_000_00, "2024-02-01")
        assert self.free_before(one) == 100_000_00
        assert verdict_of("room", one, on="2024-12-31") is KEPT

    def test_other_grants_of_the_same_day_count(self) -> None:
        one, other = grant("A1", 60_000_00, "2024-02-01"), grant("A2", 40_000_00, "2024-02-01")
        assert (self.free_before(one, other), self.free_before(other, one)) == (60_000_00, 40_000_00)
        assert verdict_of("room", one, other, on="2024-02-01") is KEPT
        assert verdict_of("room", other, one, on="2024-02-01") is KEPT

    def test_one_ore_too_much_on_one_day_leaves_no_room_for_either(self) -> None:
        one, other = grant("A1", 60_000_00, "2024-02-01"), grant("A2", 40_000_01, "2024-02-01")
        assert verdict_of("room", one, other, on="2024-02-01") is BROKEN
        assert verdict_of("room", other, one, on="2024-02-01") is BROKEN

    def test_grants_of_later_days_do_not_count(self) -> None:
        assert self.free_before(grant("A1", 1_00, "2024-02-01"), grant("A2", 40_000_00, "2024-02-02")) == 100_000_00

    @pytest.mark.parametrize(
        ("closed", "free"),
        [
            pytest.param("2024-02-01", 70_000_00, id="closed on the day of the decision"),
            pytest.param("2024-02-02", 50_000_00, id="closed the day after the decision"),
        ],
    )
    def test_what_was_released_by_the_day_of_the_decision_counts(self, closed: str, free: int) -> None:
        # Granted 50.000, of which 30.000 is paid.
        other = grant("A2", 50_000_00, "2024-01-15", closed=closed)
        paid = invoice(30_000_00, "A2", paid="2024-01-20")
        assert self.free_before(grant("A1", 1_00, "2024-02-01"), other, paid) == free

    def test_its_own_invoices_do_not_count(self) -> None:
        assert self.free_before(grant("A1", 5_00, "2024-02-01"), invoice(9_00, paid="2024-02-01")) == 100_000_00

    def test_an_undecided_application_is_held_against_what_is_free_when_it_is_looked_at(self) -> None:
        one, other = application("A1", requested=50_000_00), grant("A2", 60_000_00, "2024-02-01")
        assert self.free_before(one, other, on="2024-01-31") == 100_000_00
        assert self.free_before(one, other, on="2024-02-01") == 40_000_00


class TestInvoices:
    @pytest.mark.parametrize(
        ("on", "verdict"),
        [
            pytest.param("2024-03-09", UNKNOWN, id="the day before the invoice's date"),
            pytest.param("2024-03-10", BROKEN, id="the invoice's date"),
        ],
    )
    @pytest.mark.parametrize("key", ["third_party", "organisation_name"])
    def test_an_invoice_is_not_seen_before_its_date(self, key: str, on: str, verdict: Verdict) -> None:
        bill = invoice(1_00, invoiced="2024-03-10", paid="2024-03-20", own=True, in_our_name=False)
        assert verdict_of(key, grant("A1", 1_00, "2024-02-01"), bill, on=on) is verdict

    @pytest.mark.parametrize(
        ("on", "verdict"),
        [
            pytest.param("2024-03-19", UNKNOWN, id="the day before it is paid"),
            pytest.param("2024-03-20", BROKEN, id="the day it is paid"),
        ],
    )
    def test_an_invoice_without_a_date_is_seen_when_it_is_paid(self, on: str, verdict: Verdict) -> None:
        bill = invoice(1_00, paid="2024-03-20", own=True)
        assert verdict_of("third_party", grant("A1", 1_00, "2024-02-01"), bill, on=on) is verdict

    @pytest.mark.parametrize(
        ("on", "verdict"),
        [
            pytest.param("2024-03-19", KEPT, id="the day before the payment that is too much"),
            pytest.param("2024-03-20", BROKEN, id="the day of the payment that is too much"),
        ],
    )
    def test_only_what_is_paid_counts_against_the_grant(self, on: str, verdict: Verdict) -> None:
        bills = invoice(60_00, paid="2024-03-01"), invoice(40_01, invoiced="2024-03-02", paid="2024-03-20")
        assert verdict_of("within_grant", grant("A1", 100_00, "2024-02-01"), *bills, on=on) is verdict

    def test_another_applications_invoices_are_not_its_own(self) -> None:
        one, other = grant("A1", 1_00, "2024-02-01"), grant("A2", 1_00, "2024-02-01")
        bill = invoice(9_00, "A2", paid="2024-03-01", own=True)
        assert verdict_of("third_party", one, other, bill, on="2024-03-01") is UNKNOWN
        assert verdict_of("within_grant", one, other, bill, on="2024-03-01") is KEPT


class TestDates:
    @pytest.mark.parametrize(
        ("on", "verdict"),
        [
            pytest.param("2024-05-31", KEPT, id="looked at the day before the activity"),
            pytest.param("2024-06-01", UNKNOWN, id="looked at on the activity's first day"),
            pytest.param("2024-06-02", BROKEN, id="looked at the day after"),
        ],
    )
    def test_an_undecided_application_is_running_out_of_time(self, on: str, verdict: Verdict) -> None:
        assert verdict_of("before_activity", a_full_application(), on=on) is verdict

    def test_a_decision_in_time_stays_in_time(self) -> None:
        one = decided(a_full_application(), 1_000_00, "2024-05-31")
        assert verdict_of("before_activity", one, on="2024-12-31") is KEPT

    @pytest.mark.parametrize(
        ("decided_on", "verdict"),
        [
            # 18 May + 14 days is 1 June.
            pytest.param("2024-05-18", KEPT, id="14 days before the activity"),
            pytest.param("2024-05-19", BROKEN, id="13 days before the activity"),
        ],
    )
    def test_days_from_the_decision_are_counted_from_the_decision(self, decided_on: str, verdict: Verdict) -> None:
        one = decided(a_full_application(), 1_000_00, decided_on)
        assert verdict_of("days_from_decision", one, on="2024-12-31") is verdict

    @pytest.mark.parametrize(
        ("received", "verdict"),
        [
            # 2 May + 30 days is 1 June.
            pytest.param("2024-05-02", KEPT, id="30 days before the activity"),
            pytest.param("2024-05-03", BROKEN, id="29 days before the activity"),
        ],
    )
    def test_days_from_the_application_are_counted_from_its_receipt(self, received: str, verdict: Verdict) -> None:
        one = decided(a_full_application(received=received), 1_000_00, "2024-05-25")
        assert verdict_of("days_from_application", one, on="2024-12-31") is verdict

    @pytest.mark.parametrize(
        ("received", "verdict"),
        [
            pytest.param("2024-09-01", KEPT, id="on the last deadline of the pool's period"),
            pytest.param("2024-09-02", BROKEN, id="the day after it"),
        ],
    )
    def test_the_deadline_is_held_against_the_receipt_within_the_pools_period(
        self, received: str, verdict: Verdict
    ) -> None:
        assert verdict_of("deadline", application(received=received), on="2024-12-31") is verdict

    @pytest.mark.parametrize(
        ("decided_on", "verdict"),
        [
            pytest.param("2024-05-31", KEPT, id="decided the day before the activity"),
            pytest.param("2024-06-02", BROKEN, id="decided the day after its first day"),
        ],
    )
    def test_an_activity_before_the_decision_had_begun(self, decided_on: str, verdict: Verdict) -> None:
        one = decided(a_full_application(), 1_000_00, decided_on)
        assert verdict_of("not_begun", one, on="2024-12-31") is verdict


class TestTheCapPerDepartmentAndYear:
    def test_the_grant_is_split_among_its_departments(self) -> None:
        one = grant("A1", 60_000_00, "2024-02-01", departments=("1", "2"))
        assert verdict_of("department_cap", one, on="2024-03-01") is KEPT
        # 60.000,01 gives the first 30.000,01.
        one = grant("A1", 60_000_01, "2024-02-01", departments=("1", "2"))
        assert verdict_of("department_cap", one, on="2024-03-01") is BROKEN

    @pytest.mark.parametrize(
        ("other", "verdict"),
        [
            pytest.param(grant("A2", 20_000_00, "2024-01-15"), KEPT, id="the department's other grant leaves room"),
            pytest.param(grant("A2", 20_000_01, "2024-01-15"), BROKEN, id="one øre too much with the other grant"),
            pytest.param(grant("A2", 20_000_01, "2024-02-01"), BROKEN, id="on the same day too"),
            pytest.param(grant("A2", 20_000_01, "2024-02-02"), KEPT, id="a grant of the day after does not count"),
            pytest.param(grant("A2", 20_000_01, "2023-12-31"), KEPT, id="a grant of the year before does not count"),
            pytest.param(grant("A2", 20_000_01, "2024-01-15", departments=("2",)), KEPT, id="another department's"),
            pytest.param(grant("A2", 20_000_01, "2024-01-15", pool="2025"), KEPT, id="another pool's"),
            pytest.param(
                grant("A2", 20_000_01, "2024-01-15", lapsed="2024-01-31"), KEPT, id="lapsed before the decision"
            ),
            pytest.param(
                grant("A2", 20_000_01, "2024-01-15", lapsed="2024-02-02"), BROKEN, id="lapsed after the decision"
            ),
            pytest.param(application("A2", requested=20_000_01), KEPT, id="an undecided one binds nothing"),
        ],
    )
    def test_what_the_department_has_this_year_counts(self, other: Application, verdict: Verdict) -> None:
        assert verdict_of("department_cap", grant("A1", 10_000_00, "2024-02-01"), other, on="2024-12-31") is verdict


class TestWhatCannotBeRead:
    @pytest.mark.parametrize(
        ("field", "keys"),
        [
            pytest.param("requested", ["cap", "room", "minimum", "co_funding", "department_cap"], id="the amount"),
            pytest.param("total_cost", ["co_funding"], id="the project's cost"),
            pytest.param("pages", ["length"], id="the pages"),
            pytest.param(
                "activity_first",
                ["complete", "before_activity", "days_from_decision", "days_from_application"],
                id="the first day",
            ),
            pytest.param("participants", ["complete"], id="the participants"),
            pytest.param("purpose", ["complete"], id="the purpose in words"),
            pytest.param("short_notice", ["purpose"], id="whether at short notice"),
            pytest.param("begun", ["not_begun"], id="whether begun"),
            pytest.param("departments", ["department_cap"], id="the departments"),
        ],
    )
    @pytest.mark.parametrize("is_decided", [True, False], ids=["decided", "undecided"])
    def test_a_field_that_cannot_be_read_cannot_be_told(self, field: str, keys: list[str], is_decided: bool) -> None:
        blank: dict[str, Any] = {
            "total_cost": 18_000_00,
            "unreadable": frozenset({field}),
            field: () if field == "departments" else None,
        }
        one = a_full_application(**blank)
        if is_decided and field != "requested":
            one = decided(one, 12_000_00, "2024-03-15")
        found = findings(judge(one, a_ledger(one), [*the_guidelines(), *OTHERS_RULES], day("2024-03-15")))
        assert {key: found[key].verdict for key in keys} == dict.fromkeys(keys, UNKNOWN)

    def test_unreadable_departments_leave_open_whether_it_is_across(self) -> None:
        one = a_full_application(across=None, short_notice=False, departments=(), unreadable=frozenset({"departments"}))
        assert verdict_of("purpose", one, on="2024-03-15") is UNKNOWN

    def test_a_piece_left_empty_is_broken_once_decided_and_one_unreadable_is_not(self) -> None:
        empty = decided(a_full_application(participants=None), 1_000_00, "2024-03-15")
        unreadable = replace(empty, unreadable=frozenset({"participants"}))
        assert verdict_of("complete", empty, on="2024-03-15") is BROKEN
        assert verdict_of("complete", unreadable, on="2024-03-15") is UNKNOWN


@pytest.mark.parametrize(
    ("one", "pieces"),
    [
        pytest.param(a_full_application(), (True, True, True, True, True), id="all stated"),
        pytest.param(application(), (False, False, False, False, False), id="none stated"),
        pytest.param(a_full_application(requested=0, participants=0), (True,) * 5, id="nought is stated"),
        pytest.param(
            application(unreadable=frozenset({"purpose", "participants", "activity_first", "requested"})),
            (False, None, None, None, None),
            id="unreadable is neither",
        ),
    ],
)
def test_the_five_pieces_of_an_application(one: Application, pieces: tuple[bool | None, ...]) -> None:
    names = ("ansøger", "formål", "antal deltagere", "periode", "økonomi")
    assert pieces_of(one) == dict(zip(names, pieces, strict=True))


def test_a_finding_says_its_figures_in_danish() -> None:
    one = grant("A1", 25_000_50, "2024-02-01")
    found = findings(judge(one, a_ledger(one), the_guidelines(), day("2024-02-01")))
    assert said(found["cap"].text) == "25.000,50 kr. er 5.000,50 kr. over loftet på 20.000 kr."


@pytest.mark.parametrize(
    ("decided_on", "verdict", "text"),
    [
        pytest.param("2023-12-31", BROKEN, "31. dec. 2023 er før perioden begynder 1. jan. 2024", id="the day before"),
        pytest.param("2024-01-01", KEPT, "1. jan. 2024 er i puljens periode", id="its first day"),
        pytest.param("2024-12-31", KEPT, "31. dec. 2024 er i puljens periode", id="its last day"),
        pytest.param("2025-01-01", BROKEN, "1. jan. 2025 er efter perioden sluttede 31. dec. 2024", id="the day after"),
    ],
)
def test_a_grant_is_given_within_the_pools_period(decided_on: str, verdict: Verdict, text: str) -> None:
    one = grant("A1", 1_00, decided_on)
    found = findings(judge(one, a_ledger(one), [], day("2030-01-01")))["within_period"]
    assert (found.verdict, found.text) == (verdict, text)


class TestTwoGrantsOfOneEvening:
    def text(self, one: Application, *others: Application) -> str:
        return said(findings(judge(one, a_ledger(one, *others), ROOM, day("2024-12-31")))["room"].text)

    def test_they_name_each_other_where_they_do_not_fit_together(self) -> None:
        one, other = grant("A1", 60_000_00, "2024-02-01"), grant("A2", 40_000_01, "2024-02-01")
        beside = "når tilsagnet samme dag til"
        assert self.text(one, other).endswith(f"{beside} »Projekt A2« (40.000,01 kr.) er trukket fra")
        assert self.text(other, one).endswith(f"{beside} »Projekt A1« (60.000 kr.) er trukket fra")

    def test_one_that_was_rejected_or_granted_another_day_is_not_named(self) -> None:
        one = grant("A1", 60_000_01, "2024-02-01")
        others = grant("A2", 40_000_00, "2024-01-31"), rejection("A3", "2024-02-01"), grant("A4", 9, "2024-02-02")
        assert "samme dag" not in self.text(one, *others)
