"""The page on the phone: one document that asks no other host for anything. All text from data is escaped."""

import hashlib
import json
from base64 import b64encode
from html import escape
from pathlib import Path

from core.planche.sheet import DONE, WISHED, Theme
from shell.live.seminar import LONGEST_NOTE, QUESTIONS, TableState, places

_FOLDER = Path(__file__).parent
_STYLE = (_FOLDER / "page.css").read_text(encoding="utf-8")
SCRIPT = (_FOLDER / "page.js").read_text(encoding="utf-8")
OFFLINE_SCRIPT = (_FOLDER / "offline.js").read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


POLICY = "; ".join(
    (
        "default-src 'none'",
        f"script-src {_hash(SCRIPT)}",
        f"style-src {_hash(_STYLE)}",
        "connect-src 'self'",
        "worker-src 'self'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
"""The page's Content-Security-Policy: this script and this style, and nothing else."""


def sheet_page(state: TableState) -> str:
    """The same for as long as the key is known: what the table has marked is fetched by the page itself."""
    marked = places(state.sheet)
    numbers = {place: number for number, place in enumerate(marked)}
    themes = "".join(_theme(theme, number, numbers) for number, theme in enumerate(state.sheet.themes))
    return _document(
        f"{state.table}, {state.organisation}",
        f"""<header><p>{escape(state.organisation)}</p><h1>{escape(state.table)}</h1></header>
<main>
<div id="state" role="status">Henter …</div>
<noscript><p>Siden kræver, at JavaScript er slået til i browseren. Brug ellers et ark på papir.</p></noscript>
<section id="late" aria-labelledby="late-heading" hidden><h2 id="late-heading">Nåede ikke frem</h2>
<p>Det her blev sat uden net, og arket blev lukket imens. Det ligger stadig på telefonen. Sig det til formanden,
som kan åbne arket igen.</p><ul></ul></section>
<p><strong>V</strong> betyder: {DONE.lower()}.<br><strong>X</strong> betyder: {WISHED.lower()}.</p>
<p>Sæt det ene, begge dele eller ingen af dem. Alt bliver gemt af sig selv, og I kan ændre det, så længe arket er
åbent.</p>
{themes}{_questions(state.sheet.questions, numbers)}</main>
<script type="application/json" id="places">{_json(marked)}</script>
<script>{SCRIPT}</script>""",
    )


def plain_page(heading: str, text: str) -> str:
    """A page that only says something."""
    return _document(heading, f"<main><header><h1>{escape(heading)}</h1></header><p>{escape(text)}</p></main>")


def _document(title: str, body: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<title>{escape(title)}</title><link rel="icon" href="data:,"><style>{_STYLE}</style></head>
<body>{body}</body></html>
"""


def _theme(theme: Theme, number: int, numbers: dict[tuple[str, str], int]) -> str:
    asked = "".join(
        f"<div><dt>{letter}</dt><dd>{escape(text)}</dd></div>"
        for letter, text in (("V", theme.done), ("X", theme.wished))
        if text
    )
    items = "".join(
        _item(item, numbers[theme.name, item], is_open=item == theme.other)
        for item in dict.fromkeys((*theme.items, theme.other))
    )
    heading = f'<h2 id="theme-{number}">{escape(theme.name)}</h2>'
    asked = f'<dl class="asked">{asked}</dl>' if asked else ""
    return f'<section aria-labelledby="theme-{number}">{heading}{asked}{items}</section>\n'


def _item(item: str, number: int, *, is_open: bool) -> str:
    named = escape(item)
    if is_open:
        note = f'<label class="hint" for="note-{number}">{named}, skriv hvad:</label>{_note(number)}'
    else:
        note = (
            f'<details><summary aria-label="Skriv en note: {named}">Skriv en note</summary>'
            f"{_note(number, f'Note: {named}')}</details>"
        )
    marks = _mark("done", "V", DONE, named, number) + _mark("wished", "X", WISHED, named, number)
    return f'<fieldset><legend>{named}</legend><div class="marks">{marks}</div>{note}</fieldset>\n'


def _mark(field: str, letter: str, label: str, named: str, number: int) -> str:
    return (
        f'<label class="mark {field}">'
        f'<input type="checkbox" autocomplete="off" aria-label="{label}: {named}" '
        f'data-place="{number}" data-field="{field}">'
        f'<span class="box" aria-hidden="true">{letter}</span><span>{label}</span></label>'
    )


def _questions(questions: tuple[str, ...], numbers: dict[tuple[str, str], int]) -> str:
    if not questions:
        return ""
    asked = "".join(
        f'<label class="question" for="note-{number}">{escape(question)}</label>{_note(number)}\n'
        for question in dict.fromkeys(questions)
        for number in [numbers[QUESTIONS, question]]
    )
    return (
        '<section aria-labelledby="questions"><h2 id="questions">Hvis der er tid</h2>'
        f"<p>Skriv med jeres egne ord.</p>{asked}</section>"
    )


def _note(number: int, heard: str = "") -> str:
    """heard: its name where no label of its own has it."""
    label = f' aria-label="{heard}"' if heard else ""
    return (
        f'<textarea id="note-{number}"{label} rows="3" maxlength="{LONGEST_NOTE}" autocomplete="off" '
        f'data-place="{number}" data-field="note"></textarea>'
    )


def _json(value: object) -> str:
    """Inside a script element, where the text would otherwise end at </script>."""
    return json.dumps(value).replace("<", "\\u003c")
