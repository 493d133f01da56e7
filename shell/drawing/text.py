"""Text from a sheet is data: here it is made safe for Markdown."""

import re

SAMPLE = "Eksempeldata, ikke jeres egne tal"
"""What every screen and every file made of the sample data says."""
NOT_THE_NEWEST = "ikke alle tal er de nyeste"
"""What the foot of every slide and sheet says while a table waits to be confirmed."""
_SPACES = re.compile(r"[^\S\u00a0]+")  # all but the space that keeps an amount and its unit together
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: object) -> str:
    """The text so that Markdown shows it letter for letter, on one line."""
    return _PUNCTUATION.sub(r"\\\1", _SPACES.sub(" ", str(text)).strip())
