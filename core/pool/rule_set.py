"""Which rules a pool has on a date. Rules are dated data: a later row replaces an earlier one."""

from collections.abc import Iterable, Mapping
from datetime import date

from core.contract.rows import PoolRule
from core.contract.rule_values import RULE_KIND_BY_NAME


def rules_on(rules: Iterable[PoolRule], pool_name: str, on: date) -> Mapping[str, PoolRule]:
    """Rule key -> the row in force, in the contract's order. Empty before the first date: the pool
    had no rules then, and whoever asks must say so.
    """
    in_force: dict[str, PoolRule] = {}
    for rule in sorted(rules, key=lambda rule: rule.valid_from):
        if rule.pool_name == pool_name and rule.valid_from <= on:
            in_force[RULE_KIND_BY_NAME[rule.rule].key] = rule
    return {
        kind.key: in_force[kind.key]
        for kind in RULE_KIND_BY_NAME.values()
        if kind.key in in_force and in_force[kind.key].value is not None
    }
