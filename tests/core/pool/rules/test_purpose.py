import pytest

from core.pool.finding import Verdict
from core.pool.rules.purpose import purpose
from tests.core.pool.build import said

ACROSS, SHORT, SMALL = "går på tværs af afdelinger", "skal i gang med kort varsel", "er for en mindre gruppe"


@pytest.mark.parametrize(
    ("across", "short_notice", "small_group", "departments", "reasons"),
    [
        pytest.param(True, False, False, 1, (ACROSS,), id="across departments"),
        pytest.param(False, True, False, 1, (SHORT,), id="at short notice"),
        pytest.param(False, False, True, 1, (SMALL,), id="for a smaller group"),
        pytest.param(True, True, True, 1, (ACROSS, SHORT, SMALL), id="all three"),
        pytest.param(None, None, True, 1, (SMALL,), id="one is enough where the others are not stated"),
        pytest.param(None, False, False, 2, (ACROSS,), id="two departments are across though it is not stated"),
        pytest.param(False, False, False, 2, (ACROSS,), id="two departments are across though it says no"),
        pytest.param(None, None, None, 3, (ACROSS,), id="three departments and nothing stated"),
        pytest.param(None, True, None, None, (SHORT,), id="short notice is enough where departments cannot be read"),
    ],
)
def test_one_of_the_three_reasons_is_enough(
    across: bool | None,
    short_notice: bool | None,
    small_group: bool | None,
    departments: int | None,
    reasons: tuple[str, ...],
) -> None:
    finding = purpose(across, short_notice, small_group, departments)
    assert finding.verdict is Verdict.KEPT
    assert finding.figures == {"reasons": reasons}
    assert all(reason in finding.text for reason in reasons)


@pytest.mark.parametrize("departments", [0, 1], ids=["no department stated", "one department"])
def test_with_none_of_the_three_it_is_outside_the_purpose(departments: int) -> None:
    finding = purpose(False, False, False, departments)
    assert finding.verdict is Verdict.BROKEN
    assert said(finding.text) == (
        "Aktiviteten går ikke på tværs af afdelinger, skal ikke i gang med kort varsel og er ikke for en mindre gruppe"
    )
    assert finding.figures == {"reasons": ()}


@pytest.mark.parametrize(
    ("across", "short_notice", "small_group", "departments", "unsaid"),
    [
        pytest.param(None, False, False, 1, f"om den {ACROSS}", id="whether it is across"),
        pytest.param(False, None, False, 1, f"om den {SHORT}", id="whether it is at short notice"),
        pytest.param(False, False, None, 1, f"om den {SMALL}", id="whether it is for a smaller group"),
        pytest.param(False, None, None, 1, f"om den {SHORT} eller {SMALL}", id="two of them"),
        pytest.param(None, None, None, 1, f"om den {ACROSS}, {SHORT} eller {SMALL}", id="all of them"),
        pytest.param(None, False, False, None, f"om den {ACROSS}", id="across and departments both"),
    ],
)
def test_no_yes_and_something_not_stated_cannot_be_told(
    across: bool | None, short_notice: bool | None, small_group: bool | None, departments: int | None, unsaid: str
) -> None:
    finding = purpose(across, short_notice, small_group, departments)
    assert (finding.verdict, finding.unsaid) == (Verdict.UNKNOWN, unsaid)
