"""Text from a sheet reaches Markdown with nothing in it that Markdown could read as more than text.

A Markdown parser is not at hand, so these tests hold the rule of CommonMark by which it is true: a
backslash before ASCII punctuation makes it a letter, and what has no bare punctuation, no line break
and no space at its start can begin no construct.
"""

import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shell.drawing.text import in_file_name, plain, to_be_copied

BARE_PUNCTUATION = re.compile(r"(?<!\\)(?:\\\\)*[!-/:-@\[\]-`{-~]")


def unescaped(text: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text.replace("\u2060", ""))


@pytest.mark.parametrize("mark", string.punctuation)
def test_every_ascii_punctuation_mark_is_escaped(mark: str) -> None:
    assert plain(mark) == "\\" + mark
    assert plain(f"a{mark}{mark}b") == f"a\\{mark}\\{mark}b"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (":red[x]", r"\:red\[x\]"),
        (":material/home:", r"\:material\/home\:"),
        ("$x$", r"\$x\$"),
        ("<b>", r"\<b\>"),
        ("[l](mappe/fil)", r"\[l\]\(mappe\/fil\)"),
        ("![billede](p.png)", r"\!\[billede\]\(p\.png\)"),
        ("1. maj", r"1\. maj"),
        ("- punkt", r"\- punkt"),
        ("# overskrift", r"\# overskrift"),
        ("> citat", r"\> citat"),
        ("    kode", "kode"),
        ("a | b", r"a \| b"),
        ("**fed** _kursiv_ ~~væk~~ `kode`", r"\*\*fed\*\* \_kursiv\_ \~\~væk\~\~ \`kode\`"),
        ("&amp; &#60;", r"\&amp\; \&\#60\;"),
        ("\\", "\\\\"),
    ],
)
def test_what_markdown_would_read_is_shown_letter_for_letter(typed: str, shown: str) -> None:
    assert plain(typed) == shown


@pytest.mark.parametrize(
    ("typed", "joined"),
    [
        ("http://e.x/a", "http://|e.x/a"),
        ("(HTTPS://E.X)", "(HTTPS://|E.X)"),
        ("www.e.x", "www|.e.x"),
        ("se WWW.e.x.", "se WWW|.e.x."),
        ("a.b@e.x", "a.b@|e.x"),
        (":smile:", ":|smile:"),
        (":+1:", ":|+1:"),
        (":material_home:", ":|material_home:"),
        (":a:b:", ":|a:|b:"),
        ("a -- b -> c <- d <-> e", "a -|- b -|> c <|- d <|-> e"),
        ("a >= b <= c ~= d", "a >|= b <|= c ~|= d"),
        ("kl. 10:30", "kl. 10:30"),
        ("16:30 - 18:00", "16:30 - 18:00"),
        ("2024-25", "2024-25"),
        ("a @ b // c: www", "a @ b // c: www"),
        ("", ""),
    ],
)
def test_what_streamlit_looks_for_beside_markdown_is_parted_by_what_nobody_sees(typed: str, joined: str) -> None:
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", plain(typed)) == joined.replace("|", "\u2060")


_ADDRESS = re.compile(r"https?://[-.\w]|www\.|[-.\w+]@[-\w]+\.|:[\w+-]+:", re.IGNORECASE | re.ASCII)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["http", "://", "www", ".", "@", ":", "e", "-", "+", "_", " ", "\\", "\n"])).map("".join)
)
def test_no_address_and_no_picture_by_its_name_is_left(text: str) -> None:
    assert not _ADDRESS.search(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", plain(text)))


@pytest.mark.parametrize("brk", ["\n", "\r\n", "\n\n", "\t", "\x0b", "\u2028", "  \n  "])
def test_line_breaks_become_one_space(brk: str) -> None:
    assert plain(f"Sommerfest{brk}- og mere") == r"Sommerfest \- og mere"


def test_danish_letters_and_danish_quotation_marks_stay_as_they_are() -> None:
    assert plain("Ærø »Åben gård« – øl…") == "Ærø »Åben gård« – øl…"


def test_what_is_no_text_is_shown_as_text() -> None:
    assert plain(12.5) == r"12\.5"
    assert plain(None) == "None"


@settings(deadline=None)
@given(st.text())
def test_nothing_is_lost_but_the_kind_of_space(text: str) -> None:
    assert unescaped(plain(text)).split() == text.replace("\u2060", "").split()


@settings(deadline=None)
@given(st.text(alphabet=string.printable))
def test_no_bare_punctuation_no_line_break_and_no_space_at_the_start_is_left(text: str) -> None:
    shown = plain(text)
    assert not BARE_PUNCTUATION.search(re.sub(r"\\[!-/:-@\[-`{-~]", "", shown))
    assert len(shown.splitlines()) <= 1
    assert shown == shown.strip()


def test_an_amount_and_its_unit_stay_on_one_line() -> None:
    assert plain("22.869,50\u00a0kr.") == "22\\.869\\,50\u00a0kr\\."


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("2026", "2026"),
        ("N25_a-b", "N25_a-b"),
        ("Grøn pulje", "Grøn-pulje"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\\b:c*?<>|d", "a-b-c-d"),
        ('a"; filename="b.exe', "a-filename-b-exe"),
        ("a\r\nb\u202egpj.exe", "a-b-gpj-exe"),
        ("x" * 300, "x" * 40),
        ("..", ""),
    ],
)
def test_text_in_the_name_of_a_file_is_no_path_and_no_more_names(typed: str, named: str) -> None:
    assert in_file_name(typed) == named


def test_an_address_to_write_to_can_be_copied_as_it_is() -> None:
    told = to_be_copied("Del *arket* med læser@tal.iam.gserviceaccount.com, og prøv igen.")
    assert told == "Del \\*arket\\* med `læser@tal.iam.gserviceaccount.com`\\, og prøv igen\\."
