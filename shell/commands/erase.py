"""Erases for good what the dashboard has stored, and says what it was.

Without an argument it tells what there is: every seminar with its number, and the data as last read. With the number of
a seminar it erases what its tables have sent, and with »everything« all that is stored: seminars, the log of what was
done, and the data as last read. It asks first, unless --yes is given. The organisation's own spreadsheet or database is
never touched, and backups are not reached.

The exit code is 0 where it was erased or told, 1 where nothing was, 2 where what is stored cannot be reached.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from core.danish import count, day, moment
from shell.live.act import BY_THE_OPERATOR, Did
from shell.live.configured import FILE, kept_store
from shell.live.seminar import Seminar, sent_in_words
from shell.live.store import Store
from shell.machine import clock, environment
from shell.machine.disk import why
from shell.machine.obstacle import Obstacle
from shell.machine.settings import read_settings
from shell.reading import last_good

EVERYTHING = "everything"
_YES = "ja"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m shell.commands.erase",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", nargs="?", help=f"the number of a seminar, or {EVERYTHING}")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    given = parser.parse_args(arguments)
    environment.heed()
    try:
        return _erase(given.what, sure=given.yes)
    except Obstacle as error:
        print(f"{error.what} {error.do}", file=sys.stderr)  # noqa: T201
    except OSError as error:
        print(f"Filen »{error.filename}« kan ikke slettes: {why(error)}.", file=sys.stderr)  # noqa: T201
    except SQLAlchemyError:
        print(  # noqa: T201
            "Databasen til bordenes ark svarer ikke, eller andre bruger den, så der kan være noget tilbage. "
            "Stop programmet, og prøv igen.",
            file=sys.stderr,
        )
    return 2


def _erase(what: str | None, *, sure: bool) -> int:
    settings = read_settings()
    store = kept_store(settings)
    seminars = (*store.seminars(), *store.deleted_seminars()) if store else ()
    states = last_good.files_in(settings.state_folder)
    stored = _stored(store, seminars, states)
    if what is None:
        _say(*stored)
        return 0
    if what == EVERYTHING:
        _say(*stored)
        # Where another database is named now, the file that was used before is of no use.
        files = [*states, *(settings.state_folder.glob(f"{FILE}*") if settings.live_url is not None else ())]
        return _erase_everything(store, files, sure=sure)
    seminar = next((one for one in seminars if str(one.id) == what), None)
    if store is None or seminar is None:
        _say(f"Der er intet seminar med nummer {what}.", *stored)
        return 1
    return _erase_seminar(store, seminar, sure=sure)


def _erase_everything(store: Store | None, files: Sequence[Path], *, sure: bool) -> int:
    if not (store or files) or not (sure or _confirmed("Skal alt det slettes for altid?")):
        _say("Intet er slettet.")
        return 1
    if store:
        store.erase_everything()
    for file in files:
        file.unlink(missing_ok=True)
    _say(
        "Alt er slettet. Kører programmet, læser det snart kilden igen og gemmer det læste: stop det først, hvis intet "
        "skal gemmes. Sikkerhedskopier skal slettes for sig."
    )
    return 0


def _erase_seminar(store: Store, seminar: Seminar, *, sure: bool) -> int:
    told = _told(store, seminar)
    if not (sure or _confirmed(f"Skal {told} slettes for altid?")):
        _say("Intet er slettet.")
        return 1
    store.erase_seminar(seminar.id, clock.now(), BY_THE_OPERATOR)
    _say(
        f"Slettet: {told}.",
        "Rækker, der er sat ind i fanen »Plancher«, og sikkerhedskopier skal slettes for sig.",
    )
    return 0


def _stored(store: Store | None, seminars: Sequence[Seminar], states: Sequence[Path]) -> list[str]:
    if store is None and not states:
        return ["Der er intet gemt."]
    lines = [f"{one.id}: {_told(store, one)}" for one in seminars] if store else []
    if store and not seminars:
        lines.append("Der er ingen seminarer.")
    if store and (acts := store.acts(frozenset(Did))):
        lines.append(f"Loggen over, hvad der er gjort: {count(len(acts), 'linje', 'linjer')}")
    if states:
        lines.append(f"Det senest læste: {count(len(states), 'fil', 'filer')} i mappen »{states[0].parent}«")
    return lines


def _told(store: Store, seminar: Seminar) -> str:
    gone_at = seminar.gone_at
    deleted = f" (slettet, væk af sig selv {day(gone_at.date())})" if gone_at else ""
    return f"planchen fra {moment(seminar.opened_at)} med {sent_in_words(store.content(seminar.id))}{deleted}"


def _confirmed(question: str) -> bool:
    try:
        return input(f"{question} Skriv {_YES}: ").strip().lower() == _YES
    except EOFError:
        return False


def _say(*lines: str) -> None:
    for line in lines:
        print(line)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
