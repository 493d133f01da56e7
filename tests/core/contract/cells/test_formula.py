"""Text that a spreadsheet would take for a formula is known by its first sign."""

from core.contract.cells.formula import begins_like_a_formula
from tests.each import each


@each(
    {
        "an equals sign": ("=1+1", True),
        "a plus": ("+45", True),
        "a minus": ("-1+1", True),
        "an at": ("@SUM(A1)", True),
        "full-width signs": ("＝1", True),
        "a full-width plus": ("＋1", True),
        "a full-width minus": ("－1", True),
        "a full-width at": ("＠SUM(A1)", True),
        "behind spaces": ("  =1", True),
        "behind a tab": ("\t=1", True),
        "behind a new line": ("\r\n=1", True),
        "behind a space that does not break": ("\u00a0=1", True),
        "a sign alone": ("=", True),
        "a sign within": ("a=1", False),
        "a dash": ("– en note", False),
        "nothing": ("", False),
        "a letter": ("Leg", False),
    }
)
def test_a_formula_is_known_by_its_first_sign(text: str, is_one: bool) -> None:
    assert begins_like_a_formula(text) is is_one
