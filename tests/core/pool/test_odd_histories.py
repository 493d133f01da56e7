"""Histories that are legal and rare: what is said of them must still be true."""

from datetime import date
from fractions import Fraction

from core.organisation.tables import Department
from core.pool.can_grant import can_grant
from core.pool.departments import department_rows
from core.pool.finding import Verdict
from core.pool.history import entries_on, filtered
from core.pool.notice import Notice, notice_given
from core.pool.rules.purpose import purpose
from core.pool.sentences import answer_in_words
from core.pool.steps import steps
from tests.core.pool.build import (
    a_full_application,
    a_ledger,
    application,
    day,
    grant,
    invoice,
    rule,
)
from tests.core.pool.test_can_grant import ROOM, asked
from tests.core.pool.test_happened import told
from tests.core.pool.test_sentences import concluded


def test_a_lapse_is_told_though_the_grant_is_closed_later() -> None:
    ledger = a_ledger(grant("A1", 8_000_00, "2024-06-10", lapsed="2024-08-01", closed="2024-12-01"))
    assert told(ledger, "2024-06-10", "2024-09-01") == [("2024-08-01", "A1", "bortfaldet")]


def test_two_payments_of_a_day_are_told_in_one_order() -> None:
    rows = [invoice(1_00, paid="2024-03-01"), invoice(2_00, paid="2024-03-01")]
    one = grant("A1", 8_00, "2024-02-01")
    assert told(a_ledger(one, *rows)) == told(a_ledger(one, *rows[::-1]))


def test_headline_ends_with_one_full_stop() -> None:
    assert concluded(on="2023-12-31") == "Puljen begynder 1. jan. 2024 med en ramme på 100.000 kr."
    assert concluded(grant("A1", 100_000_01, "2024-02-01")).endswith("rammen på 100.000 kr.")
    assert not concluded(grant("A1", 100_000_01, "2024-02-01")).endswith("..")


def test_negative_before_the_period_is_said() -> None:
    assert concluded(grant("A1", 100_000_01, "2023-12-15"), on="2023-12-31").startswith(
        "Puljen er overtrukket med 0,01 kr."
    )


def test_nothing_can_be_granted_to_a_department_already_over_its_cap() -> None:
    others = [grant("B1", 150_00, "2024-01-15", departments=("2",))]
    rules = [ROOM, rule("loft pr. afdeling pr. år", 100_00)]
    assert asked(a_full_application(departments=("1", "2")), *others, rules=rules).largest.amount == 0


def test_purpose_with_unreadable_departments() -> None:
    f = purpose(False, False, False, None)
    assert f.verdict is Verdict.UNKNOWN


def test_days_text_says_what_the_figures_say() -> None:
    f = notice_given(day("2024-03-01"), day("2024-02-20"), Notice(14), "afgørelse")
    assert not f.text.startswith("0 dage")


def test_last_applied_is_never_after_the_date() -> None:
    late = grant("A1", 8_00, "2024-02-01", received="2024-02-10")
    (row,) = department_rows([Department("1", "A", 1)], a_ledger(late), [late], day("2024-02-05"))
    assert row.last_applied == day("2024-02-01")


def test_a_word_is_not_found_across_two_fields() -> None:
    entries = entries_on(a_ledger(application("A24-06", project="7 træer")), {}, day("2024-06-01"))
    assert filtered(entries, text="A24-067") == ()
    entries = entries_on(a_ledger(application("A1", project="Have", purpose="renovering")), {}, day("2024-06-01"))
    assert filtered(entries, text="haveren") == ()


def test_verdict_and_words_agree_outside_the_period_without_rules() -> None:
    answer = can_grant(a_full_application(), a_ledger(), [], day("2023-01-01"))
    words = answer_in_words(answer)
    assert (answer.verdict is Verdict.BROKEN) == words.startswith("Nej")


def test_all_that_a_rule_misses_is_asked_for_at_once() -> None:
    draft = application(departments=())
    rules = [ROOM, rule("puljens højeste andel", Fraction(2, 3)), rule("loft pr. afdeling pr. år", 100_00)]
    assert set(asked(draft, rules=rules).missing) == {"beløb", "projektets samlede udgift", "afdeling"}


def test_a_grant_ends_once() -> None:
    ledger = a_ledger(grant("A1", 20_000_00, "2024-02-01", lapsed="2024-08-01", closed="2024-05-01"))
    assert [s.on for s in steps(ledger, date(2024, 5, 1), date(2030, 1, 1))] == []
