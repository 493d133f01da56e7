"""Accounts: the project's accounts come within a time after the activity's last day."""

from datetime import date

from core.danish import day
from core.pool.case import Case
from core.pool.finding import Finding, Verdict, kept_if, unknown
from core.pool.notice import AFTER, Notice
from core.pool.rule import Rule
from core.subject.event import Event


def accounts(last_day: date | None, received: date | None, within: Notice, as_of: date) -> Finding:
    """last_day: the activity's; received: the day the accounts came, None while they have not. The last day is in
    time.
    """
    if last_day is None:
        return unknown("aktivitetens sidste dag", within=within)
    latest = within.after(last_day)
    if received is not None:
        return kept_if(
            received <= latest,
            f"Regnskabet kom {day(received)}, senest {day(latest)}",
            f"Regnskabet kom {day(received)}; det skulle være kommet senest {day(latest)}",
            received=received,
            latest=latest,
        )
    if as_of <= latest:
        return unknown(f"regnskabet, som skal være der senest {day(latest)}", latest=latest)
    text = f"Regnskabet skulle være kommet senest {day(latest)}"
    return Finding(Verdict.BROKEN, text, {"latest": latest})


def _judged(case: Case, within: Notice) -> Finding:
    if case.granted is None:
        return unknown("et tilsagn", within=within)
    if "accounts" in case.application.unreadable:
        return unknown("den dag, regnskabet kom (feltet kan ikke læses)", within=within)
    if _came(case) is None and _has_lapsed(case) and not case.paid:
        return Finding(Verdict.KEPT, "Tilsagnet er bortfaldet uden betaling, så der er intet regnskab")
    return accounts(case.application.activity_last, _came(case), within, case.as_of)


def _came(case: Case) -> date | None:
    came = case.application.accounts
    return came if came and came <= case.as_of else None


def _has_lapsed(case: Case) -> bool:
    lapsed = case.application.lapsed
    return lapsed is not None and lapsed <= case.as_of


def _due(case: Case, within: Notice) -> Event | None:
    latest = _judged(case, within).figures.get("latest")
    if not isinstance(latest, date) or _came(case):
        return None
    what = "regnskabet skulle være kommet" if latest < case.as_of else "regnskabet skal være der"
    return Event(latest, case.application.project, what, departments=case.application.departments)


RULE = Rule(
    key="accounts",
    name="regnskab efter aktivitet",
    place=220,
    source="other organisations' guidelines",
    value=AFTER,
    asks=("accounts", "activity_last"),
    after_grant=True,
    judged=_judged,
    due_of=_due,
)
