"""What is printed: the meeting on A4, and the sheet on the tables in A3."""

from collections.abc import Iterator, Sequence
from typing import Any

from core.danish import count, day, listed, number
from core.planche.sheet import Sheet
from core.subject.brief import Attention, Brief
from core.subject.event import Event
from core.subject.small import Columns, Small
from core.subjects.overview import SubjectsOverview
from core.subjects.sentences import conclusion
from shell.drawing.text import NOT_THE_NEWEST, SAMPLE
from shell.handouts.paper.typeset import TooMuch, typeset
from shell.handouts.plain_text import breakable, clean, shortened
from shell.pictures import roles
from shell.pictures.small import drawing, legend, status_mark
from shell.pictures.svg import Drawing

__all__ = ["TooMuch", "meeting_sheet", "planche"]

_TITLE = "Bestyrelsens overblik"
_EDGES = {Attention.ACT: 3.0, Attention.WATCH: 1.5, Attention.CALM: 0.0}
"""How thick the edge of a subject's row is, in points."""
_SHEET_SIZES = (18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7)
_MOST_THEMES = 8
_NO_THEMES_FIT = (
    "Der står for meget på arket til, at det kan læses på én side i A3. Tag nogle punkter eller temaer ud, "
    "eller gør teksterne kortere."
)


def meeting_sheet(
    organisation: str, overview: SubjectsOverview, source: str, read: str, sample: bool, held: Sequence[str] = ()
) -> bytes:
    """The first screen on A4 as PDF. read: when the data was read, as screens say it; held: a sentence for each table
    that is not shown as it stands now.
    """
    on = f"Pr. {day(overview.on)}"
    footer = [on, f"læst {read}", f"Kilde: {source}"]
    if held:
        footer.insert(2, NOT_THE_NEWEST)
    if sample:
        footer.insert(0, SAMPLE)
    data = {
        "title": _TITLE,
        "organisation": _short(organisation, 160),
        "quiet": breakable(" · ".join(filter(None, (_TITLE, organisation, on, SAMPLE if sample else "")))),
        "conclusion": breakable(conclusion(overview)),
        "notes": [breakable(said) for said in (*held, *_left_out(overview))],
        "footer": _short(" · ".join(footer), 320),
        "briefs": [_brief(one) for one in overview.briefs],
        "unused": _unused(overview),
        "waits": _waits(overview),
        "due": _falls_due(overview),
        "happened": _happened(overview),
        "attention": roles.ATTENTION,
        "ink": roles.INK,
        "hairline": roles.HAIRLINE,
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


def _brief(one: Brief) -> dict[str, Any]:
    return {
        "subject": breakable(one.title) or "–",
        "attention": one.attention.label,
        "status": _drawing(status_mark(one.attention)),
        "edge": _EDGES[one.attention],
        "figure": breakable(one.figure),
        "meaning": breakable(one.meaning),
        "picture": _picture(one.picture) if one.picture else None,
        "sentence": breakable(one.sentence),
    }


def _picture(small: Small) -> dict[str, Any]:
    """With what is to be read below it: labels, or what each mark means with its amount."""
    if isinstance(small, Columns):
        columns = small.columns
        below = {"labels": [column.label for column in columns], "told": [column.words for column in columns]}
        return _drawing(drawing(small)) | below
    meant = zip(map(_drawing, legend(small)), map(breakable, small.told), strict=True)
    return _drawing(drawing(small)) | {"labels": [], "legend": list(meant)}


def _drawing(one: Drawing) -> dict[str, Any]:
    return {"svg": one.svg, "words": one.words}


def _left_out(overview: SubjectsOverview) -> Iterator[str]:
    if overview.aside:
        rows = listed(f"{count(amount, 'række', 'rækker')} i »{title}«" for title, amount in overview.aside)
        yield f"{rows} er ikke talt med, fordi der står noget, som ikke kan læses."


def _unused(overview: SubjectsOverview) -> str:
    return f"Der er ingen data om {listed(title.lower() for title in overview.unused)}." if overview.unused else ""


def _waits(overview: SubjectsOverview) -> dict[str, Any]:
    untold = overview.aside or not all(brief.figure for brief in overview.briefs)
    nothing = f"Intet{', der kan læses,' if untold else ''} venter på et svar fra bestyrelsen."
    waits = [_line("", event.about, event.asks) for event in overview.waits]
    return _list("Venter på bestyrelsen", waits, "" if waits else nothing)


def _falls_due(overview: SubjectsOverview) -> dict[str, Any]:
    title = f"{'Inden mødet' if overview.coming else 'Til og med'} {day(overview.until)}"
    unknown = "" if overview.coming else "Der er ikke noget kommende møde i data."
    nothing = "" if overview.falls_due else "Der er ikke andet i data, der forfalder."
    due = [_line(_when_due(event, overview), event.about, event.what) for event in overview.falls_due]
    return _list(title, due, f"{unknown} {nothing}".strip())


def _when_due(event: Event, overview: SubjectsOverview) -> str:
    if event.on and overview.overdue(event):
        return f"{count((overview.on - event.on).days, 'dag', 'dage')} over tid"
    return day(event.on) if event.on else ""


def _happened(overview: SubjectsOverview) -> dict[str, Any]:
    if overview.since is None:
        unknown = "Der er ikke noget tidligere bestyrelsesmøde i data at sammenligne med."
        return _list("Siden sidste møde", [], unknown)
    happened = [_line(day(event.on) if event.on else "", event.about, event.what) for event in overview.newest]
    nothing = "" if happened else "Der er ikke ført noget ind siden mødet."
    return _list(f"Siden mødet {day(overview.since)}", happened, nothing)


def _list(title: str, lines: list[dict[str, str]], none: str) -> dict[str, Any]:
    """none: what is said where there are no lines, or before them."""
    return {"title": f"{title} ({len(lines)})" if lines else title, "none": none, "all": lines}


def _line(when: str, about: str, what: str) -> dict[str, str]:
    return {"when": when, "about": breakable(about), "what": breakable(what)}
