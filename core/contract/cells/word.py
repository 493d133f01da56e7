"""Cells that hold words: names, keys, yes or no, one of a few, several in one cell."""

import re
from collections.abc import Iterable

from core.contract.cells.cell import Unreadable, clean, slug
from core.contract.cells.nearest import perhaps

_YES = {"ja", "j", "x", "true", "sand", "1", "yes", "y", "✓", "✔", "☑"}
_NO = {"nej", "n", "false", "falsk", "0", "no", "☐"}


def parse_text(value: object) -> str:
    """Text with its spaces tidied; a whole number typed as one keeps no '.0'."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return clean(value)


def parse_yes_no(value: object) -> bool:
    """'ja', 'x', TRUE -> True; 'nej', FALSE -> False. Raises Unreadable otherwise."""
    word = parse_text(value).casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise Unreadable("Her skal stå ja eller nej.", "Skriv ja eller nej, eller lad feltet være tomt.")


def parse_choice(value: object, allowed: Iterable[str]) -> str:
    """The allowed value that is meant, whatever capitals and spaces were typed. Raises Unreadable."""
    choices = tuple(allowed)
    wanted = slug(value)
    for choice in choices:
        if slug(choice) == wanted:
            return choice
    what = f"Det er ikke en af de værdier, der kan bruges.{perhaps(clean(value), choices)}"
    raise Unreadable(what, f"Vælg en af disse: {', '.join(choices)}.")


def split_list(value: object) -> tuple[str, ...]:
    """'Egholmparken; Tværgade' -> two. Semicolon or a new line parts them; a number is one."""
    parts = re.split(r"[;\n]", value if isinstance(value, str) else parse_text(value))
    return tuple(parse_text(part) for part in parts if clean(part))
