"""Reads a screen as its visitor does: words as they are shown, tables as rows, figures by name."""

import re
from base64 import b64decode
from collections.abc import Iterator
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Button, Element

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_PIECE = re.compile(
    r"!\[((?:\\.|[^\\\]])*)\]\([^)]*\)|\[((?:\\.|[^\\\]])*)\]\([^)]*\)|\*\*((?:\\.|[^\\*])+)\*\*|\*((?:\\.|[^\\*])+)\*"
)
"""A picture, a link, a figure or a word of a row: what one sees of it, escaped."""
_LINK = re.compile(r"(?<!\\)\[((?:\\.|[^\\\[\]])*)\]\([a-z]*\?[^()]*\)")
"""To a screen of the dashboard."""
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_BREAKS = {0xA0: " ", 0xAD: None, 0x2060: None}
_WORDS = {"body", "label", "placeholder", "help", "alt", "caption", "title", "options", "value", "delta"}
"""Fields of Streamlit's messages that hold words for the visitor."""


def shown(text: str) -> str:
    """Markdown's escapes taken off, without what only says where a line may break."""
    return _ESCAPED.sub(r"\1", text.translate(_BREAKS))


def conclusion(at: AppTest) -> str:
    """The answer at the top. There is one, and only one."""
    (title,) = at.title
    return shown(title.value)


def name(at: AppTest) -> str:
    """The screen's own, first in the quiet line."""
    said = "\n".join(shown(one.value) for one in at.main.markdown)
    return re.findall(r"\*\*(.+?)\*\*", said)[0]


def as_of(at: AppTest) -> str:
    """The date that the screen is of, as the control that changes it says."""
    label: str = next(block.proto.popover.label for block in blocks(at.main) if block.proto.HasField("popover"))
    return label


def blocks(within: Block) -> Iterator[Block]:
    for child in within.children.values():
        if isinstance(child, Block):
            yield child
            yield from blocks(child)


def figures(at: AppTest) -> dict[str, str]:
    """By name, without the mark that may stand before it."""
    return {shown(_IMAGE.sub("", metric.label)).strip(): shown(metric.value) for metric in at.metric}


def bars(at: AppTest, key: str) -> list[tuple[str, str, str]]:
    """Of each row of a picture of bars its name, its figure, and its words for whoever cannot see it."""
    rows = at.container(key=f"bars_{key}").markdown[0].value.splitlines()
    found = [re.fullmatch(r"- \*(.*?)\* \*\*(.*?)\*\* !\[(.*)\]\(data:.*\)", row) for row in rows]
    return [(shown(without_links(row[1])), shown(row[2]), shown(row[3])) for row in found if row]


def drawings(at: AppTest) -> Iterator[tuple[str, str]]:
    """Of each drawing in a text its words and what is drawn."""
    for text in markdown(at):
        for words, source in re.findall(r"!\[(.*?)\]\(data:image/svg\+xml;base64,([^)]*)\)", text):
            yield shown(words), b64decode(source).decode()


def table(at: AppTest, key: str) -> list[list[str]]:
    """The table's rows; links are left as their words."""
    frame = at.container(key=key).table[0].value
    return [[shown(without_links(cell)) for cell in row] for row in frame.to_numpy().tolist()]


def judged(at: AppTest, key: str = "answer") -> dict[str, str]:
    """Rule -> its answer and why, as they stand in the table of the rules."""
    return {rule: f"{answer.strip('*')}. {why}" for rule, answer, why, *_ in table(at, key)}


def rows(at: AppTest, key: str) -> list[list[str]]:
    """Those of a list in the container, unfolded: each a name, figures and words, and pictures by what they say."""
    return [
        [shown("".join(piece)) for piece in _PIECE.findall(line)]
        for said in at.container(key=key).markdown
        for line in said.value.splitlines()
        if line.startswith("- ")
    ]


def button(at: AppTest, label: str) -> Button:
    return next(one for one in at.button if one.label == label)


def column(at: AppTest, key: str, place: int) -> list[str]:
    return [row[place] for row in table(at, key)]


def warnings(at: AppTest) -> list[str]:
    return [shown(warning.value) for warning in at.warning]


def everything_said(at: AppTest) -> str:
    """All words on the screen, menu and tables included; of a link its words."""
    return "\n".join(shown(without_links(words)) for words in raw_words(at))


def raw_words(at: AppTest) -> Iterator[str]:
    """Every text given to Streamlit as it was given, but for style sheets and charts' inner parts."""
    for element in elements(at):
        if element.type == "html":
            continue
        if element.type == "table":
            frame = element.value
            yield from map(str, frame.columns)
            yield from (str(cell) for row in frame.to_numpy().tolist() for cell in row)
        yield from _words_in(element.proto)


def markdown(at: AppTest) -> Iterator[str]:
    """The texts that Streamlit reads as Markdown: all but the options, values and hints of fields, and descriptions."""
    for element in elements(at):
        match element.type:
            case "html" | "vega_lite_chart":
                continue
            case "table":
                frame = element.value
                yield from map(str, frame.columns)
                yield from (str(cell) for row in frame.to_numpy().tolist() for cell in row)
            case _:
                yield from (words for name, words in _fields(element.proto) if name in ("body", "label", "help"))


def elements(at: AppTest) -> Iterator[Element]:
    for block in (at.main, at.sidebar):
        yield from _inside(block)


def words_in(block: Block) -> Iterator[str]:
    """Every text in a part of the screen, as it was given."""
    for element in _inside(block):
        yield from _words_in(element.proto)


def _inside(block: Block) -> Iterator[Element]:
    for child in block.children.values():
        if isinstance(child, Element):
            yield child
        elif isinstance(child, Block):
            yield from _inside(child)


def _words_in(proto: Any) -> Iterator[str]:
    return (words for name, words in _fields(proto) if name in _WORDS)


def _fields(proto: Any) -> Iterator[tuple[str, str]]:
    for field, value in proto.ListFields():
        if field.type == field.TYPE_STRING:
            for words in [value] if isinstance(value, str) else value:
                yield field.name, words
        elif field.type == field.TYPE_MESSAGE:
            for inner in [value] if hasattr(value, "ListFields") else value:
                yield from _fields(inner)


def without_links(text: str) -> str:
    """Markdown with the words of a link within the dashboard in place of the link."""
    return _LINK.sub(r"\1", text)
