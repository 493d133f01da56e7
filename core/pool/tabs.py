"""The pool's tables, in the order of their tabs."""

from core.pool.rule_table import POOL_RULES
from core.pool.tables import APPLICATIONS, INVOICES, POOLS

TABLES = (POOLS, POOL_RULES, APPLICATIONS, INVOICES)
