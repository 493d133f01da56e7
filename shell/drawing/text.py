"""Text from a sheet is data: here it is made safe for Markdown."""

import re

SAMPLE = "Eksempeldata, ikke jeres egne tal"
"""What every screen and every file made of the sample data says."""
NOT_THE_NEWEST = "ikke alle tal er de nyeste"
"""What the foot of every slide and sheet says while a table waits to be confirmed."""
_SPACES = re.compile(r"[^\S\u00a0]+")  # all but the space that keeps an amount and its unit together
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# In text that is done with as Markdown Streamlit still looks for addresses, which it makes links, for ':names:' of
# pictures and for arrows and dashes of several signs.
_READ_AFTER_MARKDOWN = re.compile(
    r"(?<=://)(?=[-.\w])|(?<=www)(?=\.)|(?<=[-.\w+]@)(?=[-\w])|(?<=:)(?=[\w+-]+:)|(?<=(?<!\S)[-<>~])(?=[-=>])",
    re.IGNORECASE,
)
_JOINED = "\u2060"  # seen by nobody, and no line breaks there
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PLACE = "\ue000"
_NOT_IN_A_FILE_NAME = re.compile(r"[^\w-]+")
_LONGEST_IN_A_FILE_NAME = 40


def plain(text: object) -> str:
    """The text so that Streamlit's Markdown shows it letter for letter, on one line."""
    line = _READ_AFTER_MARKDOWN.sub(_JOINED, _SPACES.sub(" ", str(text)).strip())
    return _PUNCTUATION.sub(r"\\\1", line)


def to_be_copied(text: str) -> str:
    """As plain, of the program's own words: an e-mail address in it is to be copied, so no unseen sign parts it."""
    text = text.replace(_PLACE, "")
    addresses = iter(_EMAIL.findall(text))
    return re.sub(_PLACE, lambda _: f"`{next(addresses)}`", plain(_EMAIL.sub(_PLACE, text)))


def in_file_name(text: str) -> str:
    """What any system takes as a part of a file's name, and no browser as more than one."""
    return _NOT_IN_A_FILE_NAME.sub("-", text).strip("-")[:_LONGEST_IN_A_FILE_NAME]
