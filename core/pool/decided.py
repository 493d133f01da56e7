"""Why an application that somebody asks about has no answer to be worked out: most often it has one."""

from datetime import date

from core.danish import day, kroner
from core.pool.position import Status, status_on
from core.pool.tables import Application


def decision_in_words(application: Application, on: date) -> str:
    """'Trampolin er afgjort: afslag 11. jun. 2026.'; '' while it waits; of one not received yet, when it is."""
    status = status_on(application, on)
    match status:
        case None:
            return f"{application.project} er først modtaget {day(application.received)}."
        case Status.PENDING:
            return ""
        case Status.REJECTED:
            answer = "afslag"
        case _:
            answer = "tilsagn" if application.granted is None else f"tilsagn på {kroner(application.granted)}"
    decided = f"{application.project} er afgjort: {answer} {day(application.decided or application.received)}"
    return f"{decided}, og projektet er {_ENDED[status]}." if status in _ENDED else f"{decided}."


_ENDED = {Status.CLOSED: "afsluttet", Status.LAPSED: "bortfaldet"}
