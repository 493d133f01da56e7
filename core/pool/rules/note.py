"""A text that the board should see, with its source. There is nothing in it to keep or break."""

from core.pool.finding import Finding, Verdict
from core.pool.rule import Rule
from core.pool.rule_values import TEXT

RULE = Rule(
    key="note",
    name="til orientering",
    place=900,
    source="other organisations' guidelines",
    value=TEXT,
    informs=True,
    judged=lambda case, text: Finding(Verdict.INFORMS, text),
)
