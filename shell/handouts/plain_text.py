"""Text from a sheet as files can hold it: no letter that XML refuses, and long words that can be broken."""

import re

_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")  # all but the spaces that keep an amount and its unit together
_LONG_WORD = re.compile(r"[^\s\u200b]{26,}")
_PIECE = 12
_MAY_BREAK = "\u200b"


def clean(text: str) -> str:
    """On one line, without control characters and without marks that turn the direction of what follows."""
    return _SPACES.sub(" ", _REFUSED.sub("", text)).strip()


def breakable(text: str) -> str:
    """Clean, and a word of more than 25 letters may be broken: a space of no width stands at every twelfth letter."""
    return _LONG_WORD.sub(lambda word: _MAY_BREAK.join(_pieces(word[0])), clean(text))


def shortened(text: str, longest: int) -> str:
    """With '…' at the end where it is longer."""
    return text if len(text) <= longest else text[: max(longest - 1, 0)].rstrip() + "…"


def _pieces(word: str) -> list[str]:
    return [word[start : start + _PIECE] for start in range(0, len(word), _PIECE)]
