"""Within purpose: across departments, at shorter notice, or for a smaller group."""

from core import danish
from core.pool.finding import Finding, Verdict, unsaid
from core.pool.rule import Rule
from core.pool.rule_values import switch


def purpose(
    across: bool | None, short_notice: bool | None, small_group: bool | None, departments: int | None
) -> Finding:
    """One of the three is enough; two or more departments are across. departments: None if unreadable."""
    if departments is None and across is False:
        across = None  # There may be two or more, which is across whatever else it says.
    several = departments is not None and departments >= 2
    answers = {
        "går på tværs af afdelinger": True if several else across,
        "skal i gang med kort varsel": short_notice,
        "er for en mindre gruppe": small_group,
    }
    yes = [reason for reason, answer in answers.items() if answer]
    if yes:
        return Finding(Verdict.KEPT, f"Aktiviteten {danish.listed(yes)}", {"reasons": tuple(yes)})
    if all(answer is False for answer in answers.values()):
        return Finding(
            Verdict.BROKEN,
            "Den går ikke på tværs, har ikke kort varsel og er ikke for en mindre gruppe",
            {"reasons": ()},
        )
    return unsaid("om den " + danish.listed((reason for reason, answer in answers.items() if answer is None), "eller"))


RULE = Rule(
    key="purpose",
    name="inden for formålet",
    place=30,
    source="the guidelines of 15 May 2023",
    value=switch(),
    asks=("across", "short_notice", "small_group", "departments"),
    judged=lambda case, _: purpose(
        case.application.across,
        case.application.short_notice,
        case.application.small_group,
        None if case.departments is None else len(case.departments),
    ),
)
