"""What is said where the screen does not show the source as it stands right now."""

from collections.abc import Iterator, Sequence
from datetime import date

from core.danish import count, ended, listed, moment
from core.subject.stake import Stake
from core.subjects import CONTRACT
from shell.frame.view import View, stakes_of
from shell.reading.refresher import Loaded

_MOST_NAMED, _MOST_FIGURES = 5, 3
_AGAIN = "Der prøves igen af sig selv."


def not_the_newest(loaded: Loaded, today: date) -> Iterator[str]:
    """Why, since when and what to do, for the top of a screen; nothing where all is as it should be."""
    shown = f"Viser data fra {moment(loaded.read_at, today)}"
    if loaded.failed:
        since = moment(loaded.failed.since, today)
        yield f"{shown}. Siden {since} er der ikke hentet nyt. {loaded.failed.what} {loaded.failed.do} {_AGAIN}"
    elif not loaded.fresh:
        yield f"{shown}. Nye data er ved at blive hentet."


def held_back(seen: View, today: date | None = None) -> Iterator[str]:
    """Of each table whose newer state waits to be confirmed: from when it is, why, which rows, which figures.
    today: not for what is read on another day.
    """
    loaded = seen.loaded
    for held in loaded.held:
        rows = f" Det er {_named(held.gone)}." if held.gone else ""
        yield (
            f"{_as_it_was(loaded, held.table.name, today)}: {held.why}{rows} "
            f"{figures_in_words(stakes_of(seen, held))} Beboerkonsulenten svarer på »Data«."
        )
    if not loaded.fresh:
        for name, kept in loaded.tables.items():
            if kept.read.found and kept.read_at < loaded.read_at:
                yield f"{_as_it_was(loaded, name, today)}: det, der er læst siden, ventede på svar."


def source_in_words(seen: View) -> str:
    """The source as a sheet names it, and what in it is not the newest."""
    label, held = seen.loaded.source.label, tuple(held_back(seen))
    return " ".join((ended(label), *held)) if held else label


def figures_in_words(stakes: Sequence[Stake]) -> str:
    """'Med det nye bliver tallene andre. Resten i »Puljen«: 72.700 kr. i stedet for 22.869,50 kr.'"""
    if not stakes:
        return "Med det nye bliver ingen af hovedtallene andre på denne dato."
    rest = len(stakes) - _MOST_FIGURES
    more = [f"Også {count(rest, 'andet tal', 'andre tal')} ville ændre sig"] if rest > 0 else []
    told = [stake.in_words for stake in stakes[:_MOST_FIGURES]]
    return " ".join(map(ended, ["Med det nye bliver tallene andre", *told, *more]))


def _as_it_was(loaded: Loaded, name: str, today: date | None) -> str:
    return f"»{CONTRACT.by_name[name].title}« vises, som de var {moment(loaded.tables[name].read_at, today)}"


def _named(keys: Sequence[str]) -> str:
    rest = len(keys) - _MOST_NAMED
    return listed([*keys[:_MOST_NAMED], *([count(rest, "anden", "andre")] if rest > 0 else [])])


def what_is_shown(loaded: Loaded) -> tuple[object, ...]:
    """What an open screen would show otherwise if it were drawn anew."""
    return loaded.version, loaded.read_at, loaded.fresh, loaded.failed, loaded.held
