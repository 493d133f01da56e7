"""An exception from a rule for one application: the rule is then neither kept nor broken."""

import pytest

from core.pool.can_grant import Answer, can_grant
from core.pool.dispensation import dispensation_from, with_dispensation
from core.pool.finding import Finding, Verdict, kept_if, unknown
from core.pool.judge import judge
from core.pool.rule_table import DISPENSATIONS
from core.pool.sentences import verdicts_in_words
from core.pool.tables import Application, Dispensation
from tests.core.pool.build import (
    a_full_application,
    a_ledger,
    day,
    dispensation,
    findings,
    grant,
    rule,
    said,
    the_guidelines,
)

KEPT, BROKEN, UNKNOWN, DISPENSED = Verdict.KEPT, Verdict.BROKEN, Verdict.UNKNOWN, Verdict.DISPENSED
CAP = "loft pr. projekt"
TOO_MUCH = a_full_application(requested=25_000_00)


def verdicts(one: Application, *rows: Dispensation, on: str = "2024-03-01") -> dict[str, Verdict]:
    found = judge(one, a_ledger(one, *rows), the_guidelines(), day(on))
    return {key: finding.verdict for key, finding in findings(found).items()}


def answered(*rows: Dispensation, draft: Application = TOO_MUCH, on: str = "2024-03-01") -> Answer:
    return can_grant(draft, a_ledger(draft, *rows), the_guidelines(), day(on))


@pytest.mark.parametrize(
    ("on", "verdict"),
    [
        pytest.param("2024-02-29", BROKEN, id="the day before it is given"),
        pytest.param("2024-03-01", DISPENSED, id="the day it is given"),
        pytest.param("2024-03-02", DISPENSED, id="the day after"),
    ],
)
def test_a_broken_rule_is_dispensed_from_the_day_of_the_dispensation(on: str, verdict: Verdict) -> None:
    assert verdicts(TOO_MUCH, dispensation(CAP, "2024-03-01"), on=on)["cap"] is verdict


@pytest.mark.parametrize(
    ("on", "verdict"),
    [pytest.param("2024-04-30", BROKEN, id="the day before"), pytest.param("2024-05-01", DISPENSED, id="the day")],
)
def test_one_given_after_the_decision_counts_from_its_own_day_too(on: str, verdict: Verdict) -> None:
    one = grant("A1", 25_000_00, "2024-02-01")
    assert verdicts(one, dispensation(CAP, "2024-05-01"), on=on)["cap"] is verdict


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(dispensation("højst sider", "2024-02-01"), id="another rule"),
        pytest.param(dispensation(CAP, "2024-02-01", application="A2"), id="another application"),
    ],
)
def test_it_is_for_one_rule_and_one_application(row: Dispensation) -> None:
    assert verdicts(TOO_MUCH, row)["cap"] is BROKEN


def test_a_rule_that_is_kept_stays_kept() -> None:
    assert verdicts(a_full_application(), dispensation(CAP, "2024-02-01"))["cap"] is KEPT


def test_what_need_not_be_known_is_not_asked_for() -> None:
    answer = answered(dispensation("højst sider", "2024-02-01"), draft=a_full_application(pages=None))
    assert (answer.verdict, answer.missing) == (KEPT, ())


@pytest.mark.parametrize(
    ("by", "text"),
    [
        pytest.param(
            "organisationsbestyrelsen",
            "For dyrt. Dispensation givet 1. mar. 2024 af organisationsbestyrelsen: Huset brændte.",
            id="somebody",
        ),
        pytest.param(None, "For dyrt. Dispensation givet 1. mar. 2024: Huset brændte.", id="nobody named"),
    ],
)
def test_the_verdict_says_what_was_excepted_when_by_whom_and_why(by: str | None, text: str) -> None:
    given = Dispensation("A1", CAP, day("2024-03-01"), "Huset brændte", by)  # type: ignore[arg-type]
    finding = with_dispensation(kept_if(False, "", "For dyrt", amount=1), given, ())
    assert (finding.verdict, said(finding.text), finding.figures) == (DISPENSED, text, {"amount": 1})
    assert (finding.missing, finding.unsaid, finding.unread) == ("", "", ())


def test_the_latest_that_has_been_given_counts() -> None:
    rows = [dispensation(CAP, on) for on in ("2024-03-01", "2024-05-01", "2024-04-01")]
    found = dispensation_from(CAP, rows, day("2024-04-30"))
    assert found is not None
    assert found.on == day("2024-04-01")
    assert dispensation_from(CAP, rows, day("2024-02-29")) is None


@pytest.mark.parametrize(
    "finding",
    [
        pytest.param(Finding(KEPT, "Inden for loftet"), id="kept"),
        pytest.param(Finding(Verdict.INFORMS, "Husk det"), id="only told"),
    ],
)
def test_what_is_not_broken_is_left_alone(finding: Finding) -> None:
    assert with_dispensation(finding, dispensation(CAP, "2024-03-01"), ()) == finding
    assert with_dispensation(unknown("beløb"), dispensation(CAP, "2024-03-01"), ()).verdict is DISPENSED


class TestTheAnswer:
    def test_an_exception_from_the_cap_makes_a_no_a_yes(self) -> None:
        assert answered().verdict is BROKEN
        assert answered(dispensation(CAP, "2024-02-01")).verdict is KEPT

    def test_the_cap_bounds_the_largest_amount_no_more(self) -> None:
        assert answered().largest.amount == 20_000_00
        # The pool has 100.000 kr. left.
        assert answered(dispensation(CAP, "2024-02-01")).largest.amount == 100_000_00

    def test_a_dispensation_to_come_changes_nothing_yet(self) -> None:
        assert answered(dispensation(CAP, "2024-03-02")).verdict is BROKEN

    def test_the_other_rules_still_hold(self) -> None:
        answer = answered(dispensation(CAP, "2024-02-01"), draft=a_full_application(requested=25_000_00, pages=2))
        assert answer.verdict is BROKEN

    def test_of_the_minimum(self) -> None:
        rules = [rule("mindste beløb", 1_000_00), rule(CAP, 900_00)]
        draft = a_full_application(requested=500_00)
        ledger = a_ledger(draft, dispensation("mindste beløb", "2024-02-01"))
        answer = can_grant(draft, ledger, rules, day("2024-03-01"))
        assert (answer.verdict, answer.largest.amount) == (KEPT, 900_00)


def test_nothing_is_excepted_from_what_holds_by_itself() -> None:
    allowed = DISPENSATIONS.column("rule").allowed
    assert CAP in allowed
    assert not {"plads i puljen", "inden for puljens periode"} & set(allowed)
    free = a_full_application(requested=100_000_01)
    assert verdicts(free, dispensation("plads i puljen", "2024-02-01"))["room"] is BROKEN


@pytest.mark.parametrize(
    ("verdicts", "sentence"),
    [
        ([KEPT, KEPT], "Af 2 regler er 2 overholdt, 0 ikke overholdt, og 0 kan ikke siges."),
        ([KEPT], "Af 1 regel er 1 overholdt, 0 ikke overholdt, og 0 kan ikke siges."),
        (
            [DISPENSED, BROKEN, UNKNOWN],
            "Af 3 regler er 0 overholdt, 1 ikke overholdt, 1 dispenseret, og 1 kan ikke siges.",
        ),
        ([KEPT, Verdict.INFORMS], "Af 1 regel er 1 overholdt, 0 ikke overholdt, og 0 kan ikke siges."),
    ],
)
def test_verdicts_are_counted_by_what_they_are(verdicts: list[Verdict], sentence: str) -> None:
    assert verdicts_in_words(verdicts) == sentence
