"""A rule is the one file it stands in: whatever lists rules has found it there."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest

from core.pool import rulebook, rules
from core.pool.rule import Rule
from core.pool.rulebook import IN_SHEET, RULES
from core.pool.tables import Application

ROOT = Path(__file__).parents[3]
FILES = {file.stem for file in (ROOT / "core" / "pool" / "rules").glob("*.py")} - {"__init__"}

BESIDE = """
from core.danish import kroner
from core.pool.finding import kept_if, unknown
from core.pool.rule import Limit, Rule
from core.pool.rule_values import amount_value


def judged(case, limit):
    people = case.application.participants
    if case.amount is None or people is None:
        return unknown("antal deltagere")
    return kept_if(case.amount <= limit * people, "Det er ikke for dyrt", "Det er for dyrt", limit=limit)


RULE = Rule(
    key="by_head",
    name="loft pr. deltager",
    place=15,
    source="nobody's",
    value=amount_value("højst"),
    asks=("participants", "begun"),
    judged=judged,
    most=lambda case, limit: Limit(limit * case.application.participants, f"hver deltager får højst {kroner(limit)}"),
)
"""

SEEN = """
import json, sys
from core.pool import rules
rules.__path__.append(sys.argv[1])
from core.contract.template import guide
from core.pool.can_grant import can_grant
from core.pool.judge import judge
from core.pool.rule_table import POOL_RULES, parse_rule_value
from core.pool.terms import terms, value_in_words
from core.subjects import CONTRACT
from tests.core.pool.build import a_full_application, a_ledger, day, rule
from shell.sources.describe import tables_page

value = parse_rule_value("100 kr.", {"rule": "loft pr. deltager"})
row = rule("loft pr. deltager", value)
one = a_full_application(participants=40, requested=4_000_01)
answer = can_grant(one, a_ledger(one), [row], day("2024-02-01"))
print(json.dumps({
    "dropdown": list(POOL_RULES.column("rule").allowed),
    "guide": [(line.about, line.text) for line in guide(CONTRACT)],
    "page": tables_page(),
    "judged": [
        (found.key, found.name, found.finding.verdict, found.finding.text)
        for found in judge(one, a_ledger(one), [row], day("2024-02-01"))
    ],
    "largest": (answer.largest.amount, answer.largest.because),
    "verdict": answer.verdict,
    "terms": [(term.rule.rule, value_in_words(term.rule)) for term in terms([row], row.pool_name, day("2024-02-01"))],
}))
"""


def run(code: str, *arguments: str) -> str:
    found = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stderr
    return found.stdout


@pytest.fixture(scope="module")
def with_a_rule_beside(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What everything says of a rule whose file lies beside the others."""
    folder = tmp_path_factory.mktemp("rules")
    (folder / "by_head.py").write_text(BESIDE, encoding="utf-8")
    found: dict[str, Any] = json.loads(run(SEEN, str(folder)).replace("\\u00a0", " "))
    return found


class TestARuleBesideTheOthers:
    def test_can_be_chosen_in_the_sheet_at_its_place(self, with_a_rule_beside: dict[str, Any]) -> None:
        assert with_a_rule_beside["dropdown"][:3] == ["loft pr. projekt", "loft pr. deltager", "plads i puljen"]

    def test_says_what_to_write_in_the_template_and_the_docs(self, with_a_rule_beside: dict[str, Any]) -> None:
        assert ["loft pr. deltager", "et beløb i kr., fx 20.000"] in with_a_rule_beside["guide"]
        assert "| loft pr. deltager | et beløb i kr., fx 20.000 |" in with_a_rule_beside["page"]

    def test_is_judged(self, with_a_rule_beside: dict[str, Any]) -> None:
        assert ["by_head", "loft pr. deltager", "Ikke overholdt", "Det er for dyrt"] in with_a_rule_beside["judged"]

    def test_bounds_what_can_be_granted(self, with_a_rule_beside: dict[str, Any]) -> None:
        # 40 participants of 100 kr.
        assert with_a_rule_beside["largest"] == [4_000_00, "hver deltager får højst 100 kr."]
        assert with_a_rule_beside["verdict"] == "Ikke overholdt"

    def test_is_said_among_the_pools_terms(self, with_a_rule_beside: dict[str, Any]) -> None:
        assert with_a_rule_beside["terms"] == [["loft pr. deltager", "højst 100 kr."]]


def test_the_rules_are_found_when_the_code_is_packed_in_one_file(tmp_path: Path) -> None:
    packed = tmp_path / "core.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for file in (ROOT / "core").rglob("*.py"):
            archive.write(file, file.relative_to(ROOT))
    code = (
        "import sys; sys.path = [sys.argv[1], *(p for p in sys.path if p)]\n"
        "from core.pool import rulebook; assert sys.argv[1] in rulebook.__file__\n"
        "print(*(rule.key for rule in rulebook.RULES))"
    )
    assert run(code, str(packed)).split() == [rule.key for rule in RULES]


def test_every_file_is_the_rule_it_is_called_after() -> None:
    assert {rule.key for rule in RULES} == FILES


def test_the_order_is_the_same_whatever_order_the_files_are_found_in(monkeypatch: pytest.MonkeyPatch) -> None:
    there = list(iter_modules(rules.__path__))
    monkeypatch.setattr(rulebook, "iter_modules", lambda path: reversed(there))
    assert rulebook._found() == RULES


def test_what_holds_for_every_pool_is_known_among_them() -> None:
    assert {rule.key for rule in RULES if rule.implied} == {"within_period", "room"}
    assert {rule.key for rule in RULES if rule.name not in IN_SHEET} == {"within_period"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_a_rule_says_where_it_comes_from_and_asks_for_what_an_application_has(rule: Rule) -> None:
    assert rule.source
    assert set(rule.asks) <= set(Application.__dataclass_fields__)
