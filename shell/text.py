"""Text from a sheet is data: here it is made safe for Markdown."""

import re

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: object) -> str:
    """The text so that Markdown shows it letter for letter, on one line."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(str(text).split()))
