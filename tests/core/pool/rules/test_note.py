"""A text to be seen: it is neither kept nor broken, and alone it is no rule."""

from core.pool.can_grant import can_grant
from core.pool.finding import Verdict
from core.pool.judge import judge
from core.pool.terms import terms, value_in_words
from tests.core.pool.build import GUIDELINE, a_full_application, a_ledger, day, rule, the_guidelines

TEXT = "Søg også kommunens pulje."
NOTE = rule("til orientering", TEXT)
DRAFT = a_full_application()


def test_it_is_shown_beside_the_rules_with_its_source() -> None:
    found = next(one for one in judge(DRAFT, a_ledger(), [NOTE], day("2024-02-01")) if one.key == "note")
    assert (found.finding.verdict, found.finding.text) == (Verdict.INFORMS, TEXT)
    assert found.source == f"{GUIDELINE}, godkendt 15. maj 2023"
    assert [value_in_words(one.rule) for one in terms([NOTE], NOTE.pool_name, day("2024-02-01"))] == [TEXT]


def test_it_changes_no_answer() -> None:
    with_note = can_grant(DRAFT, a_ledger(), [*the_guidelines(), NOTE], day("2024-02-01"))
    without = can_grant(DRAFT, a_ledger(), the_guidelines(), day("2024-02-01"))
    assert (with_note.verdict, with_note.missing, with_note.largest) == (
        without.verdict,
        without.missing,
        without.largest,
    )


def test_a_pool_with_a_text_alone_has_no_rules() -> None:
    answer = can_grant(DRAFT, a_ledger(), [NOTE], day("2024-02-01"))
    assert (answer.verdict, answer.has_rules) == (Verdict.UNKNOWN, False)
