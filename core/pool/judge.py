"""All the rules a pool has, applied to one application as it stood on a date."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from core.pool.case import Case, case_of
from core.pool.dispensation import with_dispensation
from core.pool.finding import Finding, Verdict, doubted, rows_in_words, unread
from core.pool.ledger import Ledger
from core.pool.rule import Rule
from core.pool.rule_set import RuleSet, rule_set, source_of
from core.pool.rule_table import PoolRule
from core.pool.rulebook import RULE_BY_NAME, RULES
from core.pool.tables import Application
from core.pool.unread import unread_rules
from core.subject.event import Event


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
            finding = Finding(Verdict.INFORMS, rows_in_words(rows)) if kind.informs else unread(rows)
            found.append(Judgement(kind, kind.name, rows[0].where, None, _excepted(case, kind, finding)))
        elif rule := rules.in_force.get(kind.key):
            finding = doubted(kind.judged(case, rule.value), *kind.doubts(case))
            found.append(Judgement(kind, kind.name, source_of(rule), rule, _excepted(case, kind, finding)))
    if rules.unnamed:
        name = "en regel, der ikke kan læses"
        found.append(Judgement(None, name, rules.unnamed[0].where, None, unread(rules.unnamed)))
    return tuple(found)


def _excepted(case: Case, kind: Rule, finding: Finding) -> Finding:
    if not kind.dispensable:
        return finding
    return with_dispensation(finding, case.dispensation_from(kind.name), case.may_except_from(kind.name))


def judge(
    application: Application, ledger: Ledger, pool_rules: Iterable[PoolRule], as_of: date
) -> tuple[Judgement, ...]:
    """By the rules in force on the day of decision, and those that hold for every pool."""
    case = case_of(application, ledger, as_of)
    return judge_case(case, rules_for(case, pool_rules))


def rules_for(case: Case, pool_rules: Iterable[PoolRule]) -> RuleSet:
    return rule_set(pool_rules, unread_rules(case.others), case.others.pool, case.decided_on)


def due_of_grants(ledger: Ledger, pool_rules: Iterable[PoolRule], as_of: date) -> tuple[Event, ...]:
    """What falls due for each grant by the rules of its decision, overdue or to come, the earliest first."""
    pool_rules = [row for row in pool_rules if row.pool_name == ledger.pool.name]
    if not any(RULE_BY_NAME[row.rule].due_of for row in pool_rules):
        return ()
    cases = [case for one in ledger.applications if (case := case_of(one, ledger, as_of)).granted is not None]
    found = [due for case in cases for due in _due_of(case, rules_for(case, pool_rules))]
    return tuple(sorted(found, key=lambda due: (due.on or date.max, due.about)))


def _due_of(case: Case, rules: RuleSet) -> Iterator[Event]:
    for kind in RULES:
        rule = rules.in_force.get(kind.key)
        if kind.due_of and rule and not case.dispensation_from(kind.name) and (due := kind.due_of(case, rule.value)):
            yield due
