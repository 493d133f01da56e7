from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

from core.pool.can_grant import Answer, can_grant
from core.pool.departments import bound_by_department
from core.pool.finding import Verdict
from core.pool.ledger import Ledger
from core.pool.notice import Notice
from core.pool.rule_set import is_implied, rules_on
from core.pool.rule_table import PoolRule
from core.pool.rule_values import DayOfYear
from core.pool.tables import Application, Decision
from tests.core.pool.build import (
    a_full_application,
    a_ledger,
    a_pool,
    application,
    day,
    findings,
    grant,
    invoice,
    rule,
    said,
    the_guidelines,
)
from tests.core.pool.histories import History, amounts, days, histories, often

YES, NO, NOT_YET = Verdict.KEPT, Verdict.BROKEN, Verdict.UNKNOWN
ROOM = rule("plads i puljen", True)


def asked(
    draft: Application, *rows: Any, rules: list[PoolRule] | None = None, on: str = "2024-02-01", **pool: Any
) -> Answer:
    ledger = a_ledger(*rows, pool=a_pool(**pool))
    return can_grant(draft, ledger, the_guidelines() if rules is None else rules, day(on))


class TestYesNoOrNotYet:
    def test_a_full_application_within_the_rules_is_a_yes(self) -> None:
        answer = asked(a_full_application())
        assert (answer.verdict, answer.missing) == (YES, ())
        assert {judgement.finding.verdict for judgement in answer.judgements} == {Verdict.KEPT}

    def test_one_broken_rule_is_a_no(self) -> None:
        answer = asked(a_full_application(requested=20_000_01))
        assert answer.verdict is NO
        broken = [judgement.key for judgement in answer.judgements if judgement.finding.verdict is Verdict.BROKEN]
        assert broken == ["cap"]

    def test_one_missing_piece_is_not_yet(self) -> None:
        answer = asked(a_full_application(participants=None))
        assert (answer.verdict, answer.missing) == (NOT_YET, ("antal deltagere",))

    def test_a_broken_rule_is_a_no_whatever_else_is_missing(self) -> None:
        answer = asked(a_full_application(participants=None, requested=20_000_01))
        assert (answer.verdict, answer.missing) == (NO, ("antal deltagere",))

    def test_the_rules_about_invoices_are_for_later_and_hold_nothing_back(self) -> None:
        answer = asked(a_full_application())
        assert [judgement.key for judgement in answer.later] == ["third_party", "organisation_name", "within_grant"]
        assert {judgement.finding.verdict for judgement in answer.later} == {Verdict.UNKNOWN}
        assert not {judgement.key for judgement in answer.later} & {judgement.key for judgement in answer.judgements}

    def test_an_activity_on_the_day_itself_is_not_yet(self) -> None:
        answer = asked(a_full_application(activity_first="2024-02-01"))
        assert (answer.verdict, answer.missing) == (NOT_YET, ("klokkeslæt for afgørelse og aktivitet",))

    @pytest.mark.parametrize(
        ("on", "verdict"),
        [
            pytest.param("2023-12-31", NO, id="the day before the period"),
            pytest.param("2024-01-01", YES, id="the period's first day"),
            pytest.param("2024-03-31", YES, id="the period's last day"),
            pytest.param("2024-04-01", NO, id="the day after the period"),
        ],
    )
    def test_nothing_is_granted_outside_the_pools_period(self, on: str, verdict: Verdict) -> None:
        answer = asked(a_full_application(), on=on, last="2024-03-31")
        assert (answer.verdict, answer.within_period) == (verdict, verdict is YES)

    @pytest.mark.parametrize(
        ("on", "verdict", "has_rules"),
        [
            pytest.param("2024-01-14", NOT_YET, False, id="the day before the first rule"),
            pytest.param("2024-01-15", YES, True, id="the day of the first rule"),
        ],
    )
    def test_without_rules_it_cannot_be_told(self, on: str, verdict: Verdict, has_rules: bool) -> None:
        answer = asked(a_full_application(), rules=the_guidelines("2024-01-15"), on=on)
        assert (answer.verdict, answer.has_rules) == (verdict, has_rules)
        assert (len(answer.judgements) > 2) is has_rules

    @pytest.mark.parametrize(
        ("on", "verdict"),
        [
            pytest.param("2024-02-29", YES, id="the day before the cap is lowered"),
            pytest.param("2024-03-01", NO, id="the day the cap is lowered"),
        ],
    )
    def test_the_rules_of_the_day_hold(self, on: str, verdict: Verdict) -> None:
        rules = [*the_guidelines(), rule("loft pr. projekt", 10_000_00, "2024-03-01")]
        assert asked(a_full_application(requested=12_000_00), rules=rules, on=on).verdict is verdict

    def test_another_pools_rules_do_not_hold(self) -> None:
        rules = [*the_guidelines(), rule("loft pr. projekt", 1_00, pool_name="Grøn pulje")]
        assert asked(a_full_application(), rules=rules).verdict is YES


class TestWhatIsMissing:
    def test_an_empty_draft_is_asked_once_for_each_thing_by_its_plainest_name(self) -> None:
        reasons = "går på tværs af afdelinger, skal i gang med kort varsel eller er for en mindre gruppe"
        missing = asked(application(departments=())).missing
        assert len(missing) == len(set(missing))
        assert set(missing) == {
            "ansøger",
            "formål",
            "antal deltagere",
            "beløb",
            "antal sider",
            "aktivitetens første dag",
        }
        assert asked(application(departments=())).unsaid == (f"om den {reasons}",)

    @pytest.mark.parametrize(
        ("lacks", "missing"),
        [
            pytest.param({"applicant_given": False}, ("ansøger",), id="the applicant"),
            pytest.param({"purpose": None}, ("formål",), id="the purpose"),
            pytest.param({"activity_first": None}, ("aktivitetens første dag",), id="the period"),
            pytest.param({"requested": None}, ("beløb",), id="the amount"),
            pytest.param({"pages": None}, ("antal sider",), id="the pages"),
            pytest.param(
                {"applicant_given": False, "participants": None}, ("ansøger", "antal deltagere"), id="two pieces"
            ),
        ],
    )
    def test_what_is_not_stated_is_asked_for(self, lacks: dict[str, Any], missing: tuple[str, ...]) -> None:
        answer = asked(a_full_application(**lacks))
        assert (answer.verdict, answer.missing) == (NOT_YET, missing)

    def test_only_what_a_rule_needs_is_asked_for(self) -> None:
        answer = asked(application(requested=1_00), rules=[rule("loft pr. projekt", 20_000_00)])
        assert (answer.verdict, answer.missing) == (YES, ())

    @pytest.mark.parametrize(
        ("rules", "missing"),
        [
            pytest.param([rule("fuldstændig ansøgning", True)], "periode", id="where no other rule needs the day"),
            pytest.param(
                [rule("fuldstændig ansøgning", True), rule("tilsagn før aktivitet", True)],
                "aktivitetens første dag",
                id="where another rule needs the day",
            ),
        ],
    )
    def test_the_period_is_asked_for_by_the_name_that_is_needed(self, rules: list[PoolRule], missing: str) -> None:
        assert asked(a_full_application(activity_first=None), rules=rules).missing == (missing,)

    def test_the_projects_cost_is_asked_for_where_the_pool_pays_a_share(self) -> None:
        answer = asked(a_full_application(), rules=[rule("puljens højeste andel", Fraction(2, 3))])
        assert (answer.verdict, answer.missing) == (NOT_YET, ("projektets samlede udgift",))


class TestTheLargestAmount:
    def largest(self, *rules: PoolRule, free: int = 100_000_00, **given: Any) -> tuple[int | None, str]:
        answer = asked(a_full_application(**given), rules=[ROOM, *rules], appropriation=free)
        return answer.largest.amount, said(answer.largest.because)

    def test_the_cap_sets_it(self) -> None:
        assert self.largest(rule("loft pr. projekt", 20_000_00)) == (20_000_00, "loftet pr. projekt er 20.000 kr.")

    def test_what_is_left_sets_it(self) -> None:
        cap = rule("loft pr. projekt", 20_000_00)
        assert self.largest(cap, free=19_999_99) == (19_999_99, "puljen har 19.999,99 kr. tilbage")
        assert self.largest(cap, free=20_000_00)[0] == 20_000_00
        assert self.largest(cap, free=20_000_01) == (20_000_00, "loftet pr. projekt er 20.000 kr.")

    def test_an_empty_or_overdrawn_pool_leaves_nothing(self) -> None:
        answer = asked(a_full_application(), grant("A2", 100_000_00, "2024-01-10"))
        assert (answer.largest.amount, said(answer.largest.because)) == (0, "puljen er brugt op")
        answer = asked(a_full_application(), grant("A2", 100_000_01, "2024-01-10"))
        assert (answer.largest.amount, answer.before.free) == (0, -1)

    @pytest.mark.parametrize(
        ("total_cost", "share", "largest"),
        [
            pytest.param(300_00, Fraction(2, 3), 200_00, id="two thirds of 300"),
            # 66,666...
            pytest.param(100_00, Fraction(2, 3), 66_66, id="two thirds of 100, down to the øre"),
            # 5.000,005
            pytest.param(10_000_01, Fraction(1, 2), 5_000_00, id="half of an odd amount, down to the øre"),
            pytest.param(0, Fraction(1, 2), 0, id="half of nothing"),
        ],
    )
    def test_the_pools_share_sets_it(self, total_cost: int, share: Fraction, largest: int) -> None:
        assert self.largest(rule("puljens højeste andel", share), total_cost=total_cost)[0] == largest

    def test_the_pools_share_is_named(self) -> None:
        share = rule("puljens højeste andel", Fraction(2, 3))
        assert self.largest(share, total_cost=100_00)[1] == "puljen kan betale højst 2/3 af den samlede udgift"

    def test_a_share_of_an_unknown_cost_sets_nothing(self) -> None:
        share = rule("puljens højeste andel", Fraction(2, 3))
        assert self.largest(share, rule("loft pr. projekt", 20_000_00))[0] == 20_000_00

    @pytest.mark.parametrize(
        ("departments", "had", "largest"),
        [
            pytest.param(("1",), {}, 100_00, id="one department that had nothing"),
            pytest.param(("1",), {"1": 40_01}, 59_99, id="one that had some"),
            pytest.param(("1",), {"1": 100_00}, 0, id="one that had all of it"),
            pytest.param(("1",), {"1": 100_01}, 0, id="one that had more than it"),
            pytest.param(("1",), {"2": 40_00}, 100_00, id="another that had some"),
            pytest.param(("1", "2"), {}, 200_00, id="two that had nothing"),
            # Left 99,99 and 100,00: even parts of 99,99, for the first can take no odd øre.
            pytest.param(("1", "2"), {"1": 1}, 199_98, id="two, the first one øre short"),
            # Left 100,00 and 99,99: the first takes the odd øre.
            pytest.param(("2", "1"), {"1": 1}, 199_99, id="two, the last one øre short"),
            # Left 50,00, 40,02 and 40,00: 40,00 each, and one øre more to the first two.
            pytest.param(("1", "2", "3"), {"1": 50_00, "2": 59_98, "3": 60_00}, 120_02, id="three, odd øre for two"),
            # Left 40,00, 50,00 and 60,00: the first can take no more.
            pytest.param(("1", "2", "3"), {"1": 60_00, "2": 50_00, "3": 40_00}, 120_00, id="three, no odd øre"),
            # Left 10,00, 10,00 and 10,00.
            pytest.param(("1", "2", "3"), {"1": 90_00, "2": 90_00, "3": 90_00}, 30_00, id="three alike"),
            pytest.param(("1", "2"), {"1": 100_00}, 0, id="two, the first had all of it"),
        ],
    )
    def test_the_cap_per_department_sets_it(
        self, departments: tuple[str, ...], had: dict[str, int], largest: int
    ) -> None:
        others = [grant(f"B{name}", amount, "2024-01-15", departments=(name,)) for name, amount in had.items()]
        rules = [ROOM, rule("loft pr. afdeling pr. år", 100_00)]
        answer = asked(a_full_application(departments=departments), *others, rules=rules)
        most = answer.largest
        assert (most.amount, said(most.because)) == (largest, "loftet pr. afdeling pr. år er 100 kr.")

    def test_the_cap_per_department_starts_afresh_each_year(self) -> None:
        rules = [ROOM, rule("loft pr. afdeling pr. år", 100_00)]
        before = grant("B1", 70_00, "2023-12-31")
        for on, most in (("2023-12-31", 30_00), ("2024-01-01", 100_00)):
            answer = asked(a_full_application(), before, rules=rules, on=on, first="2023-01-01")
            assert answer.largest.amount == most

    def test_a_cap_per_department_sets_nothing_where_no_department_is_known(self) -> None:
        assert self.largest(rule("loft pr. afdeling pr. år", 100_00), departments=())[0] == 100_000_00

    @pytest.mark.parametrize(
        ("free", "largest", "because"),
        [
            pytest.param(
                999_99,
                0,
                "det mindste beløb er 1.000 kr., og puljen har 999,99 kr. tilbage",
                id="one øre less than the minimum is nothing",
            ),
            pytest.param(1_000_00, 1_000_00, "puljen har 1.000 kr. tilbage", id="exactly the minimum"),
            pytest.param(1_000_01, 1_000_01, "puljen har 1.000,01 kr. tilbage", id="one øre more"),
        ],
    )
    def test_below_the_minimum_nothing_can_be_granted(self, free: int, largest: int, because: str) -> None:
        assert self.largest(rule("mindste beløb", 1_000_00), free=free) == (largest, because)

    def test_the_least_of_them_sets_it(self) -> None:
        rules = [
            rule("loft pr. projekt", 20_000_00),
            rule("puljens højeste andel", Fraction(1, 2)),
            rule("loft pr. afdeling pr. år", 15_000_00),
        ]
        assert self.largest(*rules, total_cost=28_000_00)[0] == 14_000_00
        assert self.largest(*rules, total_cost=31_000_00)[0] == 15_000_00
        assert self.largest(*rules, total_cost=31_000_00, departments=("1", "2"))[0] == 15_500_00
        assert self.largest(*rules, total_cost=50_000_00, departments=("1", "2"))[0] == 20_000_00

    def test_it_does_not_depend_on_what_is_applied_for(self) -> None:
        cap = rule("loft pr. projekt", 20_000_00)
        assert self.largest(cap, requested=None) == self.largest(cap, requested=99_000_00) == self.largest(cap)


class TestTheBalance:
    def test_before_and_after(self) -> None:
        answer = asked(a_full_application(requested=12_000_50), grant("A2", 30_000_00, "2024-01-15"))
        # 100.000 - 30.000, and less 12.000,50.
        assert (answer.before.free, answer.free_after) == (70_000_00, 57_999_50)

    def test_without_an_amount_there_is_no_after(self) -> None:
        answer = asked(a_full_application(requested=None))
        assert (answer.before.free, answer.free_after) == (100_000_00, None)

    def test_an_amount_above_what_is_left_shows_a_negative_after(self) -> None:
        answer = asked(a_full_application(requested=1_00), appropriation=99)
        assert (answer.verdict, answer.free_after) == (NO, -1)

    @pytest.mark.parametrize(
        ("decided", "free"),
        [
            pytest.param("2024-02-01", 70_000_00, id="a grant of the same day counts"),
            pytest.param("2024-02-02", 100_000_00, id="a grant of the day after does not"),
        ],
    )
    def test_other_grants_by_the_end_of_the_day_are_in_the_before(self, decided: str, free: int) -> None:
        assert asked(a_full_application(), grant("A2", 30_000_00, decided)).before.free == free


class TestItsOwnPlace:
    def test_a_pending_application_takes_its_own_place(self) -> None:
        own = a_full_application(requested=5_000_00)
        other = a_full_application("A2", requested=7_000_00)
        answer = asked(replace(own, requested=6_000_00), own, other)
        assert (answer.before.pending, answer.before.pending_count) == (7_000_00, 1)
        assert findings(answer.judgements)["cap"].figures["amount"] == 6_000_00

    def test_a_new_draft_stands_beside_the_pending_ones(self) -> None:
        answer = asked(a_full_application("ny"), a_full_application("A2", requested=7_000_00))
        assert (answer.before.pending, answer.before.pending_count) == (7_000_00, 1)

    def test_a_granted_application_is_asked_about_as_if_undecided(self) -> None:
        own = replace(
            a_full_application(requested=15_000_00),
            decision=Decision.GRANT,
            decided=day("2024-01-20"),
            granted=90_000_00,
        )
        answer = asked(own, own, invoice(9_000_00, paid="2024-01-25"))
        assert (answer.verdict, answer.before.free, answer.free_after) == (YES, 100_000_00, 85_000_00)

    def test_its_own_earlier_grant_is_not_held_against_its_department(self) -> None:
        own = replace(a_full_application(), decision=Decision.GRANT, decided=day("2024-01-20"), granted=90_00)
        answer = asked(own, own, rules=[ROOM, rule("loft pr. afdeling pr. år", 100_00)])
        assert answer.largest.amount == 100_00


AMOUNT_RULES = ("cap", "room", "co_funding", "department_cap", "minimum")


@often(200)
@given(
    history=histories(),
    on=days,
    cap=st.none() | amounts,
    share=st.none() | st.sampled_from([Fraction(2, 3), Fraction(1, 2), Fraction(1, 7)]),
    total_cost=amounts,
    department_cap=st.none() | amounts,
    minimum=st.none() | st.integers(0, 40_00),
    departments=st.sampled_from([("1",), ("2", "1"), ("1", "2", "3"), ("4", "3", "2", "1")]),
)
def test_the_largest_amount_keeps_every_rule_about_amounts_and_one_ore_more_breaks_one(
    history: History,
    on: date,
    cap: int | None,
    share: Fraction | None,
    total_cost: int,
    department_cap: int | None,
    minimum: int | None,
    departments: tuple[str, ...],
) -> None:
    values = {
        "plads i puljen": True,
        "loft pr. projekt": cap,
        "puljens højeste andel": share,
        "loft pr. afdeling pr. år": department_cap,
        "mindste beløb": minimum,
    }
    rules = [rule(name, value) for name, value in values.items()]
    draft = application("ny", pool="P1", departments=departments, total_cost=total_cost)
    if department_cap is not None:
        # To a department above its cap already nothing can be granted: a case of its own.
        had = bound_by_department(history.ledger, on, on.year)
        assume(all(had[name] <= department_cap for name in departments))
    largest = can_grant(draft, history.ledger, rules, on).largest.amount
    event("something can be granted" if largest else "nothing can be granted")
    if not largest:
        return
    assert set(about_amounts(draft, largest, history.ledger, rules, on)) == {Verdict.KEPT}
    assert Verdict.BROKEN in about_amounts(draft, largest + 1, history.ledger, rules, on)


def about_amounts(draft: Application, amount: int, ledger: Ledger, rules: list[PoolRule], on: date) -> list[Verdict]:
    answer = can_grant(replace(draft, requested=amount), ledger, rules, on)
    return [judgement.finding.verdict for judgement in answer.judgements if judgement.key in AMOUNT_RULES]


@often(60)
@given(histories(with_rules=True), days)
def test_the_answer_judges_by_the_rules_of_the_day_and_no_others(history: History, on: date) -> None:
    in_force = rules_on(history.rules, history.pools[0].name, on)
    for one in history.own:
        answer = can_grant(one, history.ledger, history.rules, on)
        judged = {judgement.key: judgement.rule for judgement in (*answer.judgements, *answer.later)}
        always = {key: rule for key, rule in judged.items() if rule and is_implied(rule)}
        assert judged == always | dict(in_force)
        assert answer.has_rules is bool(in_force)
        assert answer.largest.amount is None or answer.largest.amount >= 0


def test_all_rules_of_several_organisations_can_be_answered_for_together() -> None:
    values: dict[str, object] = {
        "puljens højeste andel": Fraction(2, 3),
        "loft pr. afdeling pr. år": 30_000_00,
        "mindste beløb": 1_000_00,
        "ansøgningsfrist": (DayOfYear(3, 1),),
        "dage fra afgørelse til aktivitet": Notice(14),
        "dage fra ansøgning til aktivitet": Notice(30),
        "ikke begyndt": True,
    }
    rules = [*the_guidelines(), *(rule(name, value) for name, value in values.items())]
    answer = asked(a_full_application(total_cost=18_000_00), rules=rules)
    assert answer.verdict is YES
    assert len(answer.judgements) + len(answer.later) == 1 + len(rules)


class TestRoomHoldsForEveryPool:
    CAP = rule("loft pr. projekt", 20_000_00)

    def answer(self, requested: int | None, *rules: PoolRule, free: int = 5_000_00) -> Answer:
        return asked(a_full_application(requested=requested), rules=[self.CAP, *rules], appropriation=free)

    @pytest.mark.parametrize(
        ("requested", "verdict"),
        [pytest.param(5_000_00, YES, id="what is left"), pytest.param(5_000_01, NO, id="one øre more")],
    )
    def test_money_that_is_not_there_cannot_be_granted_though_no_row_says_so(
        self, requested: int, verdict: Verdict
    ) -> None:
        answer = self.answer(requested)
        assert (answer.verdict, answer.largest.amount) == (verdict, 5_000_00)
        room = next(one for one in answer.judgements if one.key == "room")
        assert (room.name, room.source) == ("plads i puljen", "Penge, der ikke er der, kan ikke bevilges")

    def test_the_rule_of_the_table_says_where_it_comes_from(self) -> None:
        room = next(one for one in self.answer(1_00, ROOM).judgements if one.key == "room")
        assert room.source == "Retningslinjer for puljen, godkendt 15. maj 2023"

    @pytest.mark.parametrize(
        ("since", "verdict", "largest"),
        [
            pytest.param("2024-02-01", YES, 20_000_00, id="from that day it may"),
            pytest.param("2024-02-02", NO, 5_000_00, id="the day before it may not"),
        ],
    )
    def test_a_pool_may_be_overdrawn_where_its_rules_say_so(self, since: str, verdict: Verdict, largest: int) -> None:
        answer = self.answer(20_000_00, rule("plads i puljen", None, since))
        assert (answer.verdict, answer.largest.amount) == (verdict, largest)

    def test_where_nothing_sets_the_largest_amount_none_is_named(self) -> None:
        answer = asked(a_full_application(requested=900_000_00), rules=[rule("plads i puljen", None)])
        assert (answer.largest.amount, answer.largest.because) == (
            None,
            "ingen af puljens regler sætter et højeste beløb",
        )

    def test_without_any_rule_there_is_still_no_room_for_what_is_not_there(self) -> None:
        draft = a_full_application(requested=5_000_01)
        assert asked(draft, rules=[], appropriation=5_000_00).verdict is NO
        assert asked(draft, rules=[], appropriation=5_000_01).verdict is NOT_YET


@pytest.mark.parametrize("requested", [None, 1, 5_000_00])
@pytest.mark.parametrize(("granted", "verdict"), [(99_999_99, None), (100_000_00, NO), (100_000_01, NO)])
def test_a_pool_with_nothing_left_says_no_before_an_amount_is_typed(
    requested: int | None, granted: int, verdict: Verdict | None
) -> None:
    answer = asked(a_full_application(requested=requested), grant("A2", granted, "2024-01-10"))
    expected = verdict or (NOT_YET if requested is None else YES if requested == 1 else NO)
    assert answer.verdict is expected


@pytest.mark.parametrize("requested", [0, -1, -5_000_00])
@pytest.mark.parametrize("rules", [the_guidelines(), [rule("plads i puljen", None)]], ids=["guidelines", "overdrawn"])
def test_nothing_is_no_application(requested: int, rules: list[PoolRule]) -> None:
    answer = asked(a_full_application(requested=requested), rules=rules)
    assert (answer.verdict, answer.missing, answer.free_after) == (NOT_YET, ("beløb",), None)


def test_a_department_that_has_had_it_all_is_a_no_before_an_amount_is_typed() -> None:
    rules = [rule("loft pr. afdeling pr. år", 100_00)]
    answer = asked(a_full_application(requested=None), grant("A2", 100_00, "2024-01-10"), rules=rules)
    assert (answer.verdict, answer.largest.amount) == (NO, 0)


@pytest.mark.parametrize("on", ["2023-12-31", "2024-04-01"])
def test_outside_the_period_there_is_no_largest_amount_and_a_named_rule_is_broken(on: str) -> None:
    answer = asked(a_full_application(), on=on, last="2024-03-31", rules=[rule("højst sider", 1, "2023-01-01")])
    assert answer.largest.amount is None
    assert findings(answer.judgements)["within_period"].verdict is Verdict.BROKEN


@pytest.mark.parametrize(
    ("on", "not_before"),
    [
        pytest.param("2024-02-29", "2024-03-01", id="the day before the deadline"),
        pytest.param("2024-03-01", None, id="on the deadline"),
    ],
)
def test_a_yes_before_the_deadline_says_when_it_holds(on: str, not_before: str | None) -> None:
    rules = [*the_guidelines(), rule("ansøgningsfrist", (DayOfYear(3, 1),))]
    answer = asked(a_full_application(), rules=rules, on=on)
    assert (answer.verdict, answer.not_before) == (YES, day(not_before) if not_before else None)


@often(150)
@given(
    history=histories(),
    on=days,
    room=st.sampled_from([True, None, "no row"]),
    cap=st.none() | amounts,
    department_cap=st.none() | amounts,
    share=st.none() | st.sampled_from([Fraction(2, 3), Fraction(1, 7)]),
    total_cost=st.none() | amounts,
    minimum=st.none() | amounts,
    departments=st.sampled_from([(), ("1",), ("2", "1")]),
    requested=st.none() | amounts,
)
def test_a_yes_is_never_above_what_is_left_nor_above_what_can_be_granted_at_most(
    history: History,
    on: date,
    room: object,
    cap: int | None,
    department_cap: int | None,
    share: Fraction | None,
    total_cost: int | None,
    minimum: int | None,
    departments: tuple[str, ...],
    requested: int | None,
) -> None:
    values = {
        "loft pr. projekt": cap,
        "loft pr. afdeling pr. år": department_cap,
        "puljens højeste andel": share,
        "mindste beløb": minimum,
    }
    rules = [rule(name, value) for name, value in values.items()]
    if room != "no row":
        rules.append(rule("plads i puljen", room))
    draft = a_full_application(
        "ny", pool="P1", received="2023-12-01", departments=departments, total_cost=total_cost, requested=requested
    )
    answer = can_grant(draft, history.ledger, rules, on)
    event(str(answer.verdict))
    if answer.largest.amount is None:
        assert room is None or answer.verdict is not YES
        return
    if answer.verdict is YES:
        assert requested is not None
        assert 0 < requested <= answer.largest.amount
        assert room is None or requested <= answer.before.free
        assert not answer.largest.less_for
    if answer.largest.amount and not answer.largest.less_for:
        at_most = can_grant(replace(draft, requested=answer.largest.amount), history.ledger, rules, on)
        told = [one.finding.verdict for one in at_most.judgements if one.key in AMOUNT_RULES]
        assert set(told) <= {Verdict.KEPT}
