"""Every rule that a pool can have: one for each file in core/pool/rules/. No other place lists them."""

from importlib import import_module
from pkgutil import iter_modules

from core.pool import rules
from core.pool.rule import Rule


def _found() -> tuple[Rule, ...]:
    names = (module.name for module in iter_modules(rules.__path__))
    found: list[Rule] = [import_module(f"{rules.__name__}.{name}").RULE for name in names]
    return tuple(sorted(found, key=lambda rule: (rule.place, rule.name)))


RULES = _found()
RULE_BY_KEY = {rule.key: rule for rule in RULES}
IN_SHEET = {rule.name: rule.value for rule in RULES if rule.value}
"""What a row of »Puljeregler« can name, in the order of its list, and the kind of its value."""
DISPENSABLE = tuple(rule.name for rule in RULES if rule.dispensable)
"""Those that an application can be excepted from."""
RULE_BY_NAME = {rule.name: rule for rule in RULES}
