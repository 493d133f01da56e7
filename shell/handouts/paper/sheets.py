"""What is printed: the meeting on one sheet of A4, and the sheet on the tables in A3."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from core.danish import count, day, day_short, number
from core.planche.sheet import Sheet
from core.subject.brief import Attention, Brief
from core.subject.event import Event
from core.subject.picture import Bars, Series, Unit, value_told
from core.subject.small import Columns, Dots, Parts, Role, Small
from core.subjects.overview import SubjectsOverview
from shell.drawing.text import NOT_THE_NEWEST, SAMPLE
from shell.handouts.paper.typeset import TooMuch, typeset
from shell.handouts.plain_text import breakable, clean, shortened

__all__ = ["TooMuch", "meeting_sheet", "planche"]

_SIZES = (12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8)
_SIZES_WITH_SHORT_LISTS = (9.5, 9, 8.5, 8)
_LONGEST_TEXTS = (None, 240, 120, 60)
_MOST_ROWS, _MOST_PARTS = 3, 4
_MOST_WHY = 3
_LONGEST_HELD = 600
_GOOD = ("blue", "light", "grey")
_SHEET_SIZES = (18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7)
_MOST_THEMES = 8
_NO_THEMES_FIT = (
    "Der står for meget på arket til, at det kan læses på én side i A3. Tag nogle punkter eller temaer ud, "
    "eller gør teksterne kortere."
)


def meeting_sheet(
    organisation: str, overview: SubjectsOverview, source: str, read: str, sample: bool, held: Sequence[str] = ()
) -> bytes:
    """One page of A4 as PDF, whatever there is to tell. read: when the data was read, as screens say it;
    held: a sentence for each table that is not shown as it stands now.
    """
    on = f"Pr. {day(overview.on)}"
    footer = [on, f"læst {read}", f"Kilde: {source}"]
    if held:
        footer.insert(2, NOT_THE_NEWEST)
    if sample:
        footer.insert(0, SAMPLE)
    since = "" if overview.since is None else f" {day(overview.since)}"
    due = f"møde {day(overview.coming)}" if overview.coming else f"møde (til og med {day(overview.until)})"
    data = {
        "title": "Bestyrelsens overblik",
        "organisation": _short(organisation, 160),
        "on": on,
        "sample": SAMPLE if sample else "",
        "held": _short(" ".join(held), _LONGEST_HELD),
        "footer": _short(" · ".join(footer), 320),
        "briefs": [[_brief(one, longest) for one in overview.briefs] for longest in _LONGEST_TEXTS],
        "happened-title": f"Siden sidste møde{since}",
        "happened-none": "Der er ikke sket noget siden."
        if overview.since
        else "Det er ukendt, hvornår I sidst mødtes.",
        "happened": [_event(one) for one in overview.happened],
        "due-title": f"Forfalder før næste {due}",
        "due-none": "Intet forfalder.",
        "due": [_event(one) for one in overview.due],
        "sizes": _SIZES,
        "sizes-with-short-lists": _SIZES_WITH_SHORT_LISTS,
    }
    return typeset("meeting_sheet.typ", data, overview.on)


def planche(organisation: str, sheet: Sheet, tables: Sequence[str], on: str) -> bytes:
    """A page of A3 for each table as PDF; without tables, one page with a line for its name. on: said at the foot.

    Raises TooMuch where it could not be read.
    """
    if len(sheet.themes) > _MOST_THEMES:
        raise TooMuch(
            f"Der er {number(len(sheet.themes))} temaer, og der er plads til {_MOST_THEMES} på et ark. Tag nogle ud."
        )
    data = {
        "title": "Hvad gør vi, og hvad kunne vi gøre?",
        "organisation": _short(organisation, 160),
        "on": _short(on, 120),
        "tables": [_short(name, 120) or None for name in tables] or [None],
        "themes": [
            {
                "name": breakable(theme.name) or "Tema",
                "done": breakable(theme.done),
                "wished": breakable(theme.wished),
                "items": [breakable(item) for item in theme.items],
                "other": breakable(theme.other),
            }
            for theme in sheet.themes
        ],
        "questions": [breakable(question) for question in sheet.questions],
        "sizes": _SHEET_SIZES,
        "too-much": _NO_THEMES_FIT,
    }
    return typeset("planche.typ", data)


def _short(text: str, longest: int) -> str:
    return breakable(shortened(clean(text), longest))


def _brief(one: Brief, longest: int | None) -> dict[str, Any]:
    def text(whole: str) -> str:
        return breakable(whole) if longest is None else _short(whole, longest)

    aside = count(one.aside, "række", "rækker")
    return {
        "subject": text(one.title),
        "attention": one.attention.label,
        "urgent": one.attention is Attention.ACT,
        "sentence": text(one.sentence),
        "figure": text(one.figure),
        "meaning": text(one.meaning),
        "why": [text(reason) for reason in one.why[:_MOST_WHY]],
        "aside": f"{aside} kan ikke læses og er ikke talt med" if one.aside else "",
        "picture": _picture(_as_bars(one.picture), longest or 60),
    }


def _event(one: Event) -> dict[str, str]:
    about = clean(one.about)
    said = f"{one.subject}: {about}: {clean(one.what)}" if about else f"{one.subject}: {clean(one.what)}"
    return {"day": day_short(one.on) if one.on else "–", "said": breakable(said)}


def _as_bars(small: Small | None) -> Bars | None:
    match small:
        case Parts(parts, _) | Dots(parts):
            series = tuple(Series(part.name, (part.value,), part.role) for part in parts)
            return Bars(("",), series, Unit.KRONER if isinstance(small, Parts) else Unit.COUNT, stacked=True)
        case Columns(columns):
            values = tuple(column.value for column in columns)
            return Bars(tuple(column.label for column in columns), (Series("", values),), Unit.COUNT)
    return None


def _picture(bars: Bars | None, longest: int) -> dict[str, Any] | None:
    """At most a few rows, each with its figures in words; the length of a part is its share of the longest row."""
    if bars is None or not bars.categories or not bars.series:
        return None
    longest_row = max(
        sum((max(row.values[place], Decimal(0)) for row in bars.series), Decimal(0))
        if bars.stacked
        else max(row.values[place] for row in bars.series)
        for place in range(len(bars.categories))
    )
    whole = max(longest_row, Decimal(0))
    one = len(bars.series) == 1
    rows: list[dict[str, Any]] = []
    for place, category in enumerate(bars.categories):
        name = "" if len(bars.categories) == 1 else _short(category, longest)
        parts = [_part(bars, row, place, whole, longest) for row in bars.series[:_MOST_PARTS]]
        if one and name:
            rows.append({"name": "", "parts": [parts[0] | {"name": name}]})
        elif bars.stacked:
            rows.append({"name": name, "parts": parts})
        else:
            rows += [{"name": name if at == 0 else "", "parts": [part]} for at, part in enumerate(parts)]
    most = _MOST_ROWS if bars.stacked or one else _MOST_ROWS * len(bars.series[:_MOST_PARTS])
    left = len(bars.categories) - _MOST_ROWS
    return {
        "about": _short(bars.series[0].name, longest) if one and len(bars.categories) > 1 else "",
        "rows": rows[:most],
        "rest": f"… og {number(left)} mere på skærmen" if left > 0 else "",
    }


def _part(bars: Bars, row: Series, place: int, whole: Decimal, longest: int) -> dict[str, Any]:
    value = row.values[place]
    before = [other for other in bars.series[: bars.series.index(row)] if other.role is not Role.ATTENTION]
    return {
        "share": float(max(value, Decimal(0)) / whole) if whole else 0.0,
        "colour": _GOOD[len(before) % len(_GOOD)] if row.role is not Role.ATTENTION else "orange",
        "name": _short(row.name, longest),
        "figure": value_told(value, bars.unit),
    }
