"""The pool's tables, in the order of their tabs."""

from core.pool.rule_table import DISPENSATIONS, POOL_RULES
from core.pool.tables import APPLICATIONS, APPROPRIATION_CHANGES, INVOICES, POOLS

TABLES = (POOLS, POOL_RULES, APPLICATIONS, INVOICES, DISPENSATIONS, APPROPRIATION_CHANGES)
