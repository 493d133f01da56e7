"""A PDF made by typst from a file beside this one and plain data: tagged for screen readers, with its own fonts."""

import json
import re
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
_FONT = "Source Sans Pro"
"""The screens' own letters, from the folder fonts; what they lack comes from those that typst carries."""
_UNDRAWABLE = re.compile(r"the text [`\"]+(.+?)[`\"]+ could not be displayed")
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_STANDARD_LETTERS = re.compile("[^\u0020-\u024f\u2010-\u2026\u20ac\u200b\u2212]")
_IN_ITS_PLACE = "□"
_ATTEMPTS = 20
_ANY_DAY = date(2000, 1, 1)


class TooMuch(ValueError):  # noqa: N818 -- it is the sheet that says so, nothing went wrong
    """More than the sheet can hold. Said in Danish."""


def typeset(name: str, data: dict[str, Any], on: date = _ANY_DAY) -> bytes:
    """name: the .typ file; on: the day that the file says it was made. Letters that no font has become '□'."""
    import typst

    text = json.dumps(data | {"font": _FONT, "year": on.year, "month": on.month, "day": on.day}, ensure_ascii=False)
    for attempt in range(_ATTEMPTS):
        try:
            return typst.compile(
                _HERE / name,
                font_paths=[_HERE / "fonts"],
                ignore_system_fonts=True,
                sys_inputs={"data": text},
                pdf_standards=["ua-1"],
                timestamp=datetime.combine(on, time(), UTC),
            )
        except typst.TypstError as error:
            said = str(error)
            if (too_much := data.get("too-much")) and too_much in said:
                raise TooMuch(too_much) from error
            found = _UNDRAWABLE.search(said)
            if found is None or attempt == _ATTEMPTS - 1:
                raise
            text = _without(text, found[1], last=attempt == _ATTEMPTS - 2)
    raise AssertionError("the last attempt returns or raises")


def _without(text: str, letters: str, *, last: bool) -> str:
    if last:
        return _STANDARD_LETTERS.sub(_IN_ITS_PLACE, text)
    for letter in _ESCAPED.sub(lambda code: chr(int(code[1], 16)), letters):
        text = text.replace(letter, _IN_ITS_PLACE)
    return text
