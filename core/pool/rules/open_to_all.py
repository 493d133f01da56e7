"""Open to all: everybody who lives there can take part, as the application states it."""

from core.pool.finding import Finding, kept_if, unsaid
from core.pool.rule import Rule
from core.pool.rule_values import switch


def open_to_all(stated: bool | None) -> Finding:
    if stated is None:
        return unsaid("om aktiviteten er åben for alle")
    return kept_if(stated, "Aktiviteten er åben for alle", "Aktiviteten er ikke åben for alle")


RULE = Rule(
    key="open_to_all",
    name="åben for alle",
    place=200,
    source="other organisations' guidelines",
    value=switch(),
    asks=("open_to_all",),
    judged=lambda case, _: open_to_all(case.application.open_to_all),
)
