"""Cells of one row that must fit together. Each check takes the row's read values, None where blank."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from core.contract.cells.cell import slug
from core.contract.cells.number import Percent
from core.contract.problem import Effect
from core.contract.rows import Decision, IndicatorKind
from core.contract.table import Fault, RowsOf
from core.planche.sheet import QUESTIONS, is_open_line
from core.planche.standard import STANDARD

ORGANISATION = "Organisation"
SESSIONS, FEWEST_MEETINGS, MOST_MEETINGS = "Kursusgange", "Netværksmøder mindst", "Netværksmøder højst"
MINIMUM_AGE, THRESHOLD = "Mindste alder", "Skjul under"
TOLERANCE = "Tolerance i procentpoint"
WHOLE_SETTINGS = (SESSIONS, FEWEST_MEETINGS, MOST_MEETINGS, MINIMUM_AGE, THRESHOLD, TOLERANCE)
Values = Mapping[str, Any]
_STANDARD_ITEMS = [(theme.name, item) for theme in STANDARD.themes for item in theme.items]


def check_setting(values: Values) -> Iterator[Fault]:
    if values["name"] in WHOLE_SETTINGS and not re.fullmatch(r"\d{1,3}", values["value"]):
        yield Fault("value", f"»{values['name']}« skal være et helt tal på højst tre cifre.", "Skriv fx 4.")


def check_active(values: Values) -> Iterator[Fault]:
    """Something that begins and may end."""
    if values["last"] and values["last"] < values["first"]:
        yield Fault("last", "Det slutter, før det begynder.", "Ret en af de to datoer.")


def check_bands(rows: Sequence[Values]) -> Iterator[tuple[int, Fault]]:
    """Of two age bands with an age in common the one further down does not count."""
    kept: list[Any] = []
    for place, band in enumerate(row["ages"] for row in rows):
        if any(band.first <= other.last and other.first <= band.last for other in kept):
            yield place, Fault("ages", "Aldersgruppen dækker aldre, som en anden også dækker.", "Ret en af de to.")
        else:
            kept.append(band)


def check_indicator(values: Values) -> Iterator[Fault]:
    yield from _check_percent("baseline", values["baseline"], values["measured_in"])
    if values["kind"] == IndicatorKind.REACH and values["limit"]:
        yield Fault(
            "limit",
            "En grænse hører til »hold«. For »nå« siger udgangspunkt og mål selv, hvilken vej det går.",
            "Slet grænsen, eller skriv hold under »Art«.",
            Effect.NOTICE,
        )


def check_target(values: Values) -> Iterator[Fault]:
    if values["reached_on"] < values["valid_from"]:
        yield Fault("reached_on", "Målet skulle nås, før det kom til at gælde.", "Ret en af de to datoer.")


def check_target_unit(values: Values, rows_of: RowsOf) -> Iterator[Fault]:
    if indicator := rows_of("indicators").get(values["indicator"]):
        yield from _check_percent("value", values["value"], indicator["measured_in"])


def _check_percent(column: str, value: object, unit: str) -> Iterator[Fault]:
    if isinstance(value, Percent) and not re.search(r"%|\bpct\b|procent", unit.casefold()):
        yield Fault(
            column, f"Her står en procent, men målepunktet er i »{unit}«.", "Skriv tallet i målepunktets enhed."
        )


def check_unit(values: Values, rows_of: RowsOf) -> Iterator[Fault]:
    """A measurement in another unit than its indicator's is not that indicator's: nothing is converted by guess."""
    yield from check_target_unit(values, rows_of)
    indicator = rows_of("indicators").get(values["indicator"])
    typed = values["measured_in"]
    if indicator and typed and _unit(typed) != _unit(indicator["measured_in"]):
        yield Fault(
            "measured_in",
            f"Målingen er i »{typed}«, men målepunktet er i »{indicator['measured_in']}«.",
            "Regn målingen om, og ret enheden.",
        )


def _unit(text: str) -> str:
    return text.casefold().replace(" ", "").rstrip(".")


def check_partnership(values: Values) -> Iterator[Fault]:
    applied, agreed, declined, ended = (values[name] for name in ("applied", "agreed", "declined", "ended"))
    if agreed and declined:
        yield Fault("declined", "Aftalen er både indgået og afslået.", "Slet den dato, der ikke passer.")
    elif ended and not agreed:
        yield Fault("ended", "Aftalen er slut, men ikke indgået.", "Skriv, hvornår den blev indgået.")
    elif ended and ended < agreed:
        yield Fault("ended", "Aftalen slutter, før den er indgået.", "Ret en af de to datoer.")
    elif min(agreed or applied, declined or applied) < applied:
        yield Fault(
            "applied", "Der er svaret, før der er ansøgt.", "Se efter, om en af datoerne er forkert.", Effect.NOTICE
        )


def check_mark(values: Values, rows_of: RowsOf) -> Iterator[Fault]:
    """Theme and item stand on the sheet: the organisation's own, or the workshop's where it has none."""
    on_sheet: dict[str, set[str]] = {}
    for theme, item in rows_of("theme_items") or _STANDARD_ITEMS:
        on_sheet.setdefault(slug(theme), set()).add(slug(item))
    questions = list(rows_of("seminar_questions")) or STANDARD.questions
    on_sheet[slug(QUESTIONS)] = {slug(question) for question in questions}
    theme, item = slug(values["theme"]), slug(values["item"])
    if theme not in on_sheet:
        yield Fault(
            "theme",
            f"»{values['theme']}« er ikke et tema på planchen.",
            "Ret stavemåden, eller tilføj temaet i »Temapunkter«.",
        )
    elif item not in on_sheet[theme] and (theme == slug(QUESTIONS) or not is_open_line(values["item"])):
        yield Fault(
            "item",
            f"»{values['item']}« står ikke på planchen under »{values['theme']}«.",
            "Ret stavemåden, skriv Andet med en note, eller tilføj punktet i »Temapunkter«.",
        )


def check_pool(values: Values) -> Iterator[Fault]:
    if values["last"] < values["first"]:
        yield Fault("last", "Puljens periode slutter, før den begynder.", "Ret en af de to datoer.")


def check_application(values: Values) -> Iterator[Fault]:
    decision, decided, granted = values["decision"], values["decided"], values["granted"]
    ends = [name for name in ("closed", "lapsed") if values[name]]
    if decision is None and decided is None and (granted is not None or ends):
        yield Fault(
            "decided",
            "Der står et tilsagn eller en afslutning, men ikke hvornår det er afgjort.",
            "Skriv datoen for afgørelsen.",
        )
    elif decision is None and decided is not None and granted is None:
        yield Fault(
            "decision", "Der står en dato for afgørelsen, men ikke hvad den blev.", "Skriv tilsagn eller afslag."
        )
    elif decision is not None and decided is None:
        yield Fault("decided", f"Der står {decision}, men ikke hvornår.", "Skriv datoen for afgørelsen.")
    elif decision == Decision.GRANT and granted is None:
        yield Fault("granted", "Der er givet tilsagn, men beløbet mangler.", "Skriv det bevilgede beløb.")
    elif decision == Decision.REJECTION and (granted or ends):
        yield Fault(
            "decision",
            "Der står afslag, men også et bevilget beløb eller en afslutning.",
            "Ret afgørelsen, eller slet det, der ikke passer.",
        )
    for name in ends:
        if decided and values[name] < decided:
            yield Fault(name, "Projektet slutter, før der er givet tilsagn.", "Ret en af de to datoer.")
    first, last = values["activity_first"], values["activity_last"]
    if first and last and last < first:
        yield Fault(
            "activity_last",
            "Aktiviteten slutter, før den begynder.",
            "Ret en af de to datoer.",
            Effect.VALUE_ASIDE,
        )
    if decided and values["received"] and decided < values["received"]:
        yield Fault(
            "received",
            "Ansøgningen er afgjort, før den er modtaget.",
            "Se efter, om en af de to datoer er forkert.",
            Effect.NOTICE,
        )


def check_invoice(values: Values) -> Iterator[Fault]:
    invoiced, paid = values["invoiced"], values["paid"]
    if invoiced is None and paid is None:
        yield Fault("invoiced", "Fakturaen har hverken fakturadato eller betalingsdato.", "Skriv mindst fakturadatoen.")
    elif invoiced and paid and paid < invoiced:
        yield Fault(
            "paid",
            "Fakturaen er betalt før sin egen dato.",
            "Se efter, om en af de to datoer er forkert.",
            Effect.NOTICE,
        )
