"""Which rules a pool has on a date. Rules are dated data: a later row replaces an earlier one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.contract.dataset import SetAside
from core.danish import day
from core.pool.rule import Rule
from core.pool.rule_table import PoolRule
from core.pool.rulebook import RULE_BY_NAME, RULES
from core.pool.tables import Pool


@dataclass(frozen=True, slots=True)
class RuleSet:
    """By rule key, in the rulebook's order."""

    # The rows that can be read.
    in_force: Mapping[str, PoolRule]
    # Rows that cannot, and may be in force in their place.
    unread: Mapping[str, tuple[SetAside, ...]]
    # Rows in force, perhaps, of which not even the rule can be read.
    unnamed: tuple[SetAside, ...]

    @property
    def stated(self) -> bool:
        """Whether the pool's own table has any rule that day, readable or not."""
        return bool(self.unread or self.unnamed or any(_is_stated(rule) for rule in self.in_force.values()))

    def cannot_be_read(self, rules: Iterable[Rule]) -> tuple[SetAside, ...]:
        """The rows that any of the rules may be changed by."""
        return (*self.unnamed, *(row for rule in rules for row in self.unread.get(rule.key, ())))


def rules_on(rules: Iterable[PoolRule], pool_name: str, on: date) -> Mapping[str, PoolRule]:
    """Rule key -> the row in force, in the rulebook's order. Empty before the first date: the pool
    had no rules then, and whoever asks must say so.
    """
    return {key: rule for key, rule in _latest(rules, pool_name, on).items() if rule.value is not None}


def rule_set(rules: Iterable[PoolRule], aside: Sequence[SetAside], pool: Pool, on: date) -> RuleSet:
    """aside: rows of rules that may be the pool's. What is implied is a rule unless it has been said not to be."""
    latest = _latest(rules, pool.name, on)
    unread = {
        rule.key: rows
        for rule in RULES
        if (rows := _in_place_of(latest.get(rule.key), [row for row in aside if _rule(row) == rule.name], on))
    }
    in_force = {
        rule.key: row
        for rule in RULES
        if rule.key not in unread and (row := latest.get(rule.key, _implied(rule, pool))) and row.value is not None
    }
    return RuleSet(in_force, unread, _in_place_of(None, [row for row in aside if _rule(row) is None], on))


def _implied(rule: Rule, pool: Pool) -> PoolRule | None:
    if rule.implied is None:
        return None
    return PoolRule(pool.name, rule.name, True, date.min, rule.implied(pool), None)


def source_of(rule: PoolRule) -> str:
    """'Retningslinjer for puljen, godkendt 15. maj 2023'."""
    if is_implied(rule):
        return rule.source or ""
    dated = f"godkendt {day(rule.approved)}" if rule.approved else f"gælder fra {day(rule.valid_from)}"
    return f"{rule.source}, {dated}" if rule.source else dated


def is_implied(rule: PoolRule) -> bool:
    """Whether it has always held, and stands in no table."""
    return rule.valid_from == date.min


def _is_stated(rule: PoolRule) -> bool:
    """A mere text rules nothing."""
    return not is_implied(rule) and not RULE_BY_NAME[rule.rule].informs


def _latest(rules: Iterable[PoolRule], pool_name: str, on: date) -> dict[str, PoolRule]:
    found: dict[str, PoolRule] = {}
    for rule in sorted(rules, key=lambda rule: rule.valid_from):
        if rule.pool_name == pool_name and rule.valid_from <= on:
            found[RULE_BY_NAME[rule.rule].key] = rule
    return {rule.key: found[rule.key] for rule in RULES if rule.key in found}


def _in_place_of(rule: PoolRule | None, rows: Iterable[SetAside], on: date) -> tuple[SetAside, ...]:
    """The rows that may hold on the date, and are not known to be replaced by the rule that does."""

    def may_hold(row: SetAside) -> bool:
        since = row.fields.get("valid_from")
        if since is None:
            return rule is None or rule.valid_from < on
        return bool(since <= on and (rule is None or rule.valid_from <= since))

    return tuple(row for row in rows if may_hold(row))


def _rule(row: SetAside) -> str | None:
    name = row.fields.get("rule")
    return None if name is None else str(name)
