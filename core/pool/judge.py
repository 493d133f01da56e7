"""All the rules a pool has, applied to one application as it stood on a date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.pool.case import Case, case_of
from core.pool.finding import Finding, doubted, unread
from core.pool.ledger import Ledger
from core.pool.rule import Rule
from core.pool.rule_set import RuleSet, rule_set, source_of
from core.pool.rule_table import PoolRule
from core.pool.rulebook import RULES
from core.pool.tables import Application
from core.pool.unread import unread_rules


@dataclass(frozen=True, slots=True)
class Judgement:
    """Rules that have ended never get here."""

    # None for a row of which not even the rule can be read.
    kind: Rule | None
    # In Danish.
    name: str
    # Where it comes from, or which row cannot be read.
    source: str
    # Its row, None where that cannot be read.
    rule: PoolRule | None
    finding: Finding

    @property
    def key(self) -> str:
        """The rule in code."""
        return self.kind.key if self.kind else "unnamed"


def judge_case(case: Case, rules: RuleSet) -> tuple[Judgement, ...]:
    found: list[Judgement] = []
    for kind in RULES:
        if rows := rules.unread.get(kind.key):
            found.append(Judgement(kind, kind.name, rows[0].where, None, unread(rows)))
        elif rule := rules.in_force.get(kind.key):
            finding = doubted(kind.judged(case, rule.value), *kind.doubts(case))
            found.append(Judgement(kind, kind.name, source_of(rule), rule, finding))
    if rules.unnamed:
        name = "en regel, der ikke kan læses"
        found.append(Judgement(None, name, rules.unnamed[0].where, None, unread(rules.unnamed)))
    return tuple(found)


def judge(
    application: Application, ledger: Ledger, pool_rules: Iterable[PoolRule], as_of: date
) -> tuple[Judgement, ...]:
    """By the rules in force on the day of decision, and those that hold for every pool."""
    case = case_of(application, ledger, as_of)
    return judge_case(case, rules_for(case, pool_rules))


def rules_for(case: Case, pool_rules: Iterable[PoolRule]) -> RuleSet:
    return rule_set(pool_rules, unread_rules(case.others), case.others.pool, case.decided_on)
