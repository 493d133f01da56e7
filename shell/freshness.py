"""What is said where the screen does not show the source as it stands right now."""

from collections.abc import Iterator
from datetime import date

from core.danish import listed, moment
from shell.refresher import Loaded

_AGAIN = "Der prøves igen af sig selv."


def not_the_newest(loaded: Loaded, today: date) -> Iterator[str]:
    """Why, since when and what to do, for the top of a screen; nothing where all is as it should be."""
    shown = f"Viser data fra {moment(loaded.read_at, today)}"
    if loaded.failed:
        since = moment(loaded.failed.since, today)
        yield f"{shown}. Siden {since} er der ikke hentet nyt. {loaded.failed.what} {loaded.failed.do} {_AGAIN}"
    elif not loaded.fresh:
        yield f"{shown}. Nye data er ved at blive hentet."


def held_back(loaded: Loaded, today: date) -> Iterator[str]:
    """One sentence on all tables whose newer state waits to be confirmed."""
    if loaded.held:
        oldest = min(loaded.tables[held.table.name].read_at for held in loaded.held)
        titles = listed(f"»{held.table.title}«" for held in loaded.held)
        yield (
            f"{titles} vises, som de var {moment(oldest, today)}: siden er de fleste rækker eller overskrifterne "
            "væk. Beboerkonsulenten kan se hvorfor på »Data«."
        )


def what_is_shown(loaded: Loaded) -> tuple[object, ...]:
    """What an open screen would show otherwise if it were drawn anew."""
    return loaded.version, loaded.read_at, loaded.fresh, loaded.failed, loaded.held
