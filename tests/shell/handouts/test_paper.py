"""The sheets of paper, read back by another program: their pages, for eyes and for screen readers."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from core.contract.dataset import read_dataset
from core.planche.sheet import Sheet, Theme
from core.subject.brief import Attention, Brief
from core.subject.event import Event
from core.subject.small import Column, Columns, Dots, Part, Parts, Role, Small
from core.subjects import CONTRACT
from core.subjects.overview import SubjectsOverview, subjects_overview
from shell.handouts.paper.sheets import TooMuch, meeting_sheet, planche
from shell.pictures import roles
from shell.sources.csv_folder import read_folder
from shell.sources.sample import SAMPLE_DATA
from tests.often import examples

ON = date(2026, 11, 22)
A4, A3_LYING = (595.276, 841.89), (1190.551, 841.89)
LONG = "Ørkenfortsættelseslandskab" * 6
POOL = Parts(
    (
        Part("afregnet", Decimal(60500), Role.ENDED),
        Part("bundet", Decimal(25000), Role.PLANNED),
        Part("tilbage", Decimal(64500), Role.IS),
    ),
    Decimal(70000),
    "søgt 70.000 kr.",
)
QUESTIONS = ("Hvordan lærer vi mere om beboernes ønsker?", "Hvilke barrierer ser I?", "Hvad er det første skridt?")
NASTY = st.one_of(
    st.text(max_size=60),
    st.sampled_from(["=1+1", "#set text(0pt)", "*@ref <a> $x$ \\", "\x00\x07", "😀漢字", "مرحبا", "\u202eabc", LONG]),
)


def brief(
    sentence: str = "4 ansøgninger har ventet længe.",
    subject: str = "Puljen",
    picture: Small | None = POOL,
    attention: Attention = Attention.ACT,
) -> Brief:
    return Brief(
        sentence, "64.500 kr.", "af 150.000 kr. er tilbage", picture, attention, subject=subject, address="puljen"
    )


def column(label: str, value: int = 2) -> Column:
    return Column(label, Decimal(value), Role.IS, f"{label}: {value} i gruppen")


def event(number: int = 0, about: str = "Solbakken") -> Event:
    return Event(ON - timedelta(days=number), about, f"faktura nr. {number} er betalt", subject="Puljen")


def waiting(number: int = 0) -> Event:
    return Event(None, f"Fællesspisning {number}", "har ventet", "Puljen", f"søger {number} kr.")


def overview(
    briefs: tuple[Brief, ...] = (brief(),), happened: tuple[Event, ...] = (event(),), due: tuple[Event, ...] = ()
) -> SubjectsOverview:
    return SubjectsOverview(ON, briefs, date(2026, 9, 20), date(2026, 12, 13), date(2026, 12, 13), happened, due)


def sheet(told: SubjectsOverview, organisation: str = "Fjordbo", sample: bool = False) -> bytes:
    return meeting_sheet(organisation, told, "Regneark i mappen x", "22. nov. 2026 kl. 14.05", sample)


def test_a_sheet_says_what_is_not_the_newest_at_its_head_and_its_foot() -> None:
    held = ("»Fakturaer« vises, som de var 21. nov. 2026 kl. 12.00: 1 af 8 rækker er væk.",)
    printed = text(meeting_sheet("Fjordbo", overview(), "Regneark", "22. nov. 2026", False, held))
    assert "1 af 8 rækker er væk" in printed
    assert "ikke alle tal er de nyeste" in printed
    assert "nyeste" not in text(sheet(overview()))


def theme(name: str = "Fysiske rammer", items: tuple[str, ...] = ("Legepladser", "Fælleshuse")) -> Theme:
    return Theme(name, "Hvilke rammer har vi?", "Hvilke kunne vi ønske os?", items)


def opened(file: bytes) -> PdfReader:
    return PdfReader(BytesIO(file))


def printed(file: bytes) -> list[tuple[str, float, float]]:
    """Every piece of text with its size in points and how far to the right it begins."""
    found: list[tuple[str, float, float]] = []
    for page in opened(file).pages:
        page.extract_text(
            visitor_text=lambda said, now, place, _font, size: (
                found.append((said, size * abs(place[3] * now[3]), place[4])) if said.strip() else None
            )
        )
    return found


def text(file: bytes) -> str:
    """With words together again that are broken at the end of a line."""
    whole = "\n".join(page.extract_text() for page in opened(file).pages)
    return " ".join(re.sub("\u00ad\\s*|\u200b", "", whole).replace("-\n", "-").split())


def sizes(file: bytes) -> list[tuple[float, float]]:
    return [(float(page.mediabox.width), float(page.mediabox.height)) for page in opened(file).pages]


def tags(file: bytes) -> list[str]:
    def under(node: object) -> Iterator[str]:
        held = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(held, list):
            for one in held:
                yield from under(one)
        elif isinstance(held, DictionaryObject):
            if "/S" in held:
                yield str(held["/S"])
            yield from under(held.get("/K"))

    return list(under(opened(file).root_object["/StructTreeRoot"]))


def alternatives(file: bytes) -> list[str]:
    """The words that stand for pictures."""

    def under(node: object) -> Iterator[str]:
        held = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(held, list):
            for one in held:
                yield from under(one)
        elif isinstance(held, DictionaryObject):
            if "/Alt" in held:
                yield str(held["/Alt"])
            yield from under(held.get("/K"))

    return list(under(opened(file).root_object["/StructTreeRoot"]))


@pytest.mark.parametrize(
    ("file", "page", "title"),
    [
        pytest.param(sheet(overview()), A4, "Bestyrelsens overblik, Fjordbo", id="the meeting"),
        pytest.param(
            planche("Fjordbo", Sheet((theme(),), QUESTIONS), ("Bord 1",), "22. nov. 2026"),
            A3_LYING,
            "Hvad gør vi, og hvad kunne vi gøre?",
            id="the tables",
        ),
    ],
)
def test_a_sheet_is_a_page_of_paper_that_a_screen_reader_can_read(
    file: bytes, page: tuple[float, float], title: str
) -> None:
    assert sizes(file) == [pytest.approx(page, abs=0.01)]
    root: Any = opened(file).root_object
    assert root["/Lang"] == "da"
    assert root["/MarkInfo"]["/Marked"]
    assert {"/H1", "/H2"} <= set(tags(file))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()
    metadata = opened(file).metadata
    assert metadata is not None
    assert metadata.title == title
    pages: Any = opened(file).pages
    fonts = [font.get_object() for one in pages for font in one["/Resources"]["/Font"].values()]
    assert fonts
    assert all("SourceSansPro" in font["/BaseFont"] for font in fonts)


def test_the_meeting_is_the_first_screens_rows_and_lists_with_dates_and_source() -> None:
    told = overview(
        (brief(), brief("Ni afdelinger er med.", "Ambassadører", None, Attention.WATCH)),
        due=(
            Event(date(2026, 12, 1), "Åparken", "årlig evaluering", subject="Handleplaner"),
            Event(ON - timedelta(1), "Høstfest", "bør afsluttes", subject="Puljen"),
            waiting(18),
        ),
    )
    said = text(sheet(told, sample=True))
    for part in (
        "Bestyrelsens overblik · Fjordbo · Pr. 22. nov. 2026 · Eksempeldata, ikke jeres egne tal",
        "Puljen Tag stilling 64.500 kr. af 150.000 kr. er tilbage",
        "afregnet 60.500 kr. bundet 25.000 kr. tilbage 64.500 kr. søgt 70.000 kr.",
        "4 ansøgninger har ventet længe.",
        "Ambassadører Hold øje",
        "Ni afdelinger er med.",
        "Venter på bestyrelsen (1)",
        "Fællesspisning 18, søger 18 kr.",
        "Inden mødet 13. dec. 2026 (2)",
        "1. dec. 2026: Åparken, årlig evaluering",
        "1 dag over tid: Høstfest, bør afsluttes",
        "Siden mødet 20. sep. 2026 (1)",
        "22. nov. 2026: Solbakken, faktura nr. 0 er betalt",
        "Eksempeldata, ikke jeres egne tal · Pr. 22. nov. 2026 · læst 22. nov. 2026 kl. 14.05",
        "Kilde: Regneark i mappen x",
        "1 af 1",
    ):
        assert part in said.replace("\u00a0", " ")
    assert said.index("4 ansøgninger") < said.index("Ni afdelinger"), "in the order they were given"


def test_what_the_board_must_decide_is_the_largest_print() -> None:
    told = overview((replace(brief(), decide="to evalueringer er over tid"),))
    pieces = printed(sheet(told))
    largest = max(size for _, size, _ in pieces)
    assert "".join(said for said, size, _ in pieces if size == largest).strip() == "To evalueringer er over tid."


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(overview(), id="a little"),
        pytest.param(
            overview((brief(),) * 12, tuple(map(event, range(200))), tuple(map(event, range(200)))), id="a lot"
        ),
        pytest.param(overview((brief(LONG, LONG),), (event(1, LONG),)), id="words without an end"),
    ],
)
def test_text_is_at_least_ten_and_a_half_points_and_nothing_is_under_nine(told: SubjectsOverview) -> None:
    sizes = {round(size, 1) for _, size, _ in printed(sheet(told))}
    # 9 is the foot and what stands below a picture.
    assert sizes <= {9, 10.5, 12, 15, 20}


def test_the_samples_meeting_says_what_waits_against_what_is_left_and_the_pool_that_has_ended() -> None:
    told = subjects_overview(read_dataset(CONTRACT, read_folder(SAMPLE_DATA).tables), ON)
    file = sheet(told)
    said = text(file).replace("\u00a0", " ")
    assert "15.030 kr. mere, end der er" in said
    assert "2 tilsagn er stadig åbne" in said
    for label in ("18-29", "30-44", "45-59", "60-74", "75+", "2024", "2025"):
        assert f" {label} " in said
    for one in (*told.waits, *told.falls_due, *told.happened):
        assert one.about in said
    assert len(opened(file).pages) == 2


@pytest.mark.parametrize("categories", [1, 2, 5, 12])
@pytest.mark.parametrize("label", ["75+", "Otteogtresårige og derover"])
def test_every_category_of_a_picture_is_named(categories: int, label: str) -> None:
    picture = Columns(tuple(column(f"{label} {place}") for place in range(categories)))
    said = text(sheet(overview((brief(picture=picture),))))
    assert [place for place in range(categories) if f"{label} {place}" not in said] == []


@pytest.mark.parametrize("many", [3, 400])
def test_dots_are_told_with_how_many_they_are(many: int) -> None:
    dots = Dots((Part("har en", Decimal(many), Role.IS), Part("har ingen", Decimal(1), Role.NONE)))
    assert f"har en {many} har ingen 1" in text(sheet(overview((brief(picture=dots),))))


def test_a_picture_is_drawn_in_the_colours_of_the_screens_and_told_to_a_screen_reader() -> None:
    file = sheet(overview())
    drawn = b"".join(page.get_contents().get_data() for page in opened(file).pages)  # type: ignore[union-attr]
    filled = set(re.findall(rb"([\d.]+ [\d.]+ [\d.]+) scn?\b", drawn))
    colours = {tuple(round(float(part) * 255) for part in one.split()) for one in filled}
    assert colours <= {tuple(bytes.fromhex(one[1:])) for one in roles.ALL}
    assert POOL.words in alternatives(file)


def test_your_own_data_is_not_called_sample_data() -> None:
    assert "Eksempeldata" not in text(sheet(overview()))


def test_happenings_are_a_list_to_a_screen_reader() -> None:
    assert {"/L", "/LI", "/LBody"} <= set(tags(sheet(overview())))


def test_a_meeting_with_nothing_to_tell_says_so() -> None:
    said = text(sheet(SubjectsOverview(ON, (), None, None, date(2026, 12, 31), (), (), ("Puljen",))))
    assert "Der er ingen puljer eller andre tal i data endnu." in said
    assert "Der er ingen data om puljen." in said
    assert "Der er ikke noget tidligere bestyrelsesmøde i data at sammenligne med." in said
    assert "Til og med 31. dec. 2026 Der er ikke noget kommende møde i data." in said


def test_rows_that_could_not_be_read_are_told_and_nothing_is_said_not_to_wait() -> None:
    said = text(sheet(replace(overview(), aside=(("Fakturaer", 1), ("Ansøgninger", 2)))))
    assert "1 række i »Fakturaer« og 2 rækker i »Ansøgninger« er ikke talt med" in said
    assert "Intet, der kan læses, venter på et svar fra bestyrelsen." in said
    assert "Intet venter på et svar fra bestyrelsen." in text(sheet(overview()))


@pytest.mark.parametrize(("events", "pages"), [(0, 1), (1, 1), (8, 1), (40, 2), (60, 2)])
def test_lists_stand_whole_on_one_side_or_two(events: int, pages: int) -> None:
    many = tuple(event(number) for number in range(events))
    file = sheet(overview((brief(),) * 3, many, many))
    assert len(opened(file).pages) == pages
    said = text(file)
    assert [number for number in range(events) if f"faktura nr. {number} er betalt" not in said] == []
    assert "mere, se skærmen" not in said


@pytest.mark.parametrize("briefs", [1, 6, 9])
def test_lists_of_any_length_leave_it_at_two_sides_and_say_how_many_are_left_out(briefs: int) -> None:
    many = tuple(event(number, LONG) for number in range(90))
    file = sheet(overview((brief(),) * briefs, many, many[:7]), LONG)
    assert len(opened(file).pages) == 2
    said = text(file)
    shown = len({number for number in range(90) if f"faktura nr. {number} er betalt" in said})
    assert shown > 3
    assert f"… og {90 - shown} mere, se skærmen »Overblik«" in said


def test_all_that_waits_for_the_board_is_there() -> None:
    said = text(sheet(overview(due=tuple(waiting(number) for number in range(70)))))
    assert [number for number in range(70) if f"søger {number} kr." not in said] == []


def test_no_sentence_is_cut() -> None:
    said = text(sheet(overview((brief("Ord uden ende " * 900 + "slut."),) * 2)))
    assert said.count("uden") == 1800
    assert said.count("slut.") == 2


@pytest.mark.parametrize("value", [Decimal(0), Decimal(-5), Decimal("0.5")])
def test_a_picture_is_shown_also_where_all_is_zero_or_below(value: Decimal) -> None:
    bars = Columns((Column("A", value, Role.IS, "A: 1"), Column("B", value, Role.ATTENTION, "B: 1")))
    for picture in (bars, Parts((Part("tilbage", value, Role.IS),))):
        assert len(opened(sheet(overview((brief(picture=picture),)))).pages) == 1


def test_every_table_gets_a_page_with_its_name_and_the_whole_sheet() -> None:
    file = planche("Fjordbo", Sheet((theme(), theme("Samarbejde")), QUESTIONS), ("Bord 1", "Åparken"), "22. nov. 2026")
    assert sizes(file) == [pytest.approx(A3_LYING, abs=0.01)] * 2
    for page, name in zip(opened(file).pages, ("Bord 1", "Åparken"), strict=True):
        said = " ".join(page.extract_text().split())
        for part in (name, "Fysiske rammer", "Samarbejde", "Legepladser", "Andet:", "Hvilke rammer har vi?", "Fjordbo"):
            assert part in said
        assert "Hvad er det første skridt?" in said
    assert {"/Table", "/THead", "/TH", "/TR", "/TD"} <= set(tags(file))


def heights(file: bytes, said: str) -> list[float]:
    """How high up every piece of text that begins so stands."""
    found: list[float] = []
    opened(file).pages[0].extract_text(
        visitor_text=lambda text, _now, place, _font, _size: (
            found.append(place[5]) if text.strip().startswith(said) else None
        )
    )
    return found


@pytest.mark.parametrize("beside", [2, 3, 4])
def test_the_pen_finds_the_same_place_in_every_theme(beside: int) -> None:
    long = "Engagement og uformelle fællesskaber på tværs af alle afdelinger"
    items = ("Punkt et", "Punkt to", "Punkt tre")
    themes = (
        theme(long, ("Punkt et", "Punkt to med et langt navn, der går over flere linjer")),
        *(Theme(f"Tema {place}", "", "", items[: place + 1]) for place in range(1, beside)),
    )
    file = planche("Fjordbo", Sheet(themes, ("Kort?", long + "?")), ("Bord 1",), "22. nov. 2026")
    for said in ("Sæt mærke", "Punkt et"):
        found = heights(file, said)
        assert len(found) == beside
        assert max(found) - min(found) < 0.01
    assert "kryds" not in text(file)


def rules_of(file: bytes) -> list[float]:
    """How high up every line to write on stands: drawn from the left, alone in its place."""
    drawn = opened(file).pages[0].get_contents()
    assert drawn is not None
    found = re.findall(rb"1 0 0 -1 ([\d.]+) ([\d.]+) cm[^\n]* 0\.6 w 4 M 0 0 m [\d.]+ 0 l", drawn.get_data())
    return [float(y) for _, y in found]


def test_the_lines_to_write_on_are_common_lines() -> None:
    themes = tuple(theme(f"Tema {place}", ("Punkt",) * place) for place in (1, 3, 5, 7))
    file = planche("Fjordbo", Sheet(themes, ("Kort?", "Et langt spørgsmål " * 5, "Hvad?", "Hvem?")), (), "i dag")
    rules = [round(y, 1) for y in rules_of(file)]
    assert {rules.count(y) for y in rules} == {4}
    assert len(set(rules)) >= 2, "one in the themes, the others below the questions"


def test_without_tables_there_is_a_line_for_the_name() -> None:
    file = planche("Fjordbo", Sheet((theme(),), ()), (), "22. nov. 2026")
    assert len(opened(file).pages) == 1
    assert "Bord:" in text(file)


@pytest.mark.parametrize("themes", [1, 4, 8])
def test_however_many_items_a_table_is_one_page(themes: int) -> None:
    items = tuple(f"Fællesskaber i nybyggeri nr. {number}" for number in range(20))
    file = planche("Fjordbo", Sheet((theme(items=items),) * themes, QUESTIONS), ("Bord 1", LONG), "22. nov. 2026")
    assert len(opened(file).pages) == 2
    assert text(file).count("nybyggeri nr. 19") == themes * 2


def test_a_word_without_an_end_is_broken_inside_its_box() -> None:
    file = planche("Fjordbo", Sheet((theme(LONG, (LONG,) * 5),) * 4, (LONG,)), (LONG,), "22. nov. 2026")
    assert len(opened(file).pages) == 1
    rights: list[float] = []
    opened(file).pages[0].extract_text(
        visitor_text=lambda said, _now, place, _font, _size: rights.append(place[4]) if said.strip() else None
    )
    assert max(rights) < A3_LYING[0] - 40


@pytest.mark.parametrize(
    "themes",
    [
        pytest.param((theme(items=(LONG,) * 80),) * 8, id="more than can be read"),
        pytest.param((theme(),) * 9, id="more themes than there is room for"),
    ],
)
def test_what_cannot_be_read_on_a_page_is_refused_in_danish(themes: tuple[Theme, ...]) -> None:
    with pytest.raises(TooMuch, match=r"Tag nogle .*ud"):
        planche("Fjordbo", Sheet(themes, ()), (), "22. nov. 2026")


def test_the_same_data_is_the_same_file() -> None:
    assert sheet(overview()) == sheet(overview())
    same = [planche("Fjordbo", Sheet((theme(),), QUESTIONS), ("Bord 1",), "22. nov. 2026") for _ in range(2)]
    assert same[0] == same[1]


def test_text_is_never_markup() -> None:
    said = text(sheet(overview((brief("#panic() *fed* $x$ @ref <a> http://e.x"),))))
    assert "#panic() *fed* $x$ @ref <a> http://e.x" in said


def test_letters_that_no_font_has_are_boxes_and_the_rest_stays() -> None:
    said = text(sheet(overview((brief("Fest 😀 på Åparken 漢字"),))))
    assert "Fest □ på Åparken □□" in said


@settings(max_examples=examples(12), deadline=None)
@given(NASTY, NASTY)
def test_any_text_makes_a_page(one: str, other: str) -> None:
    told = overview((brief(one, other),), (event(1, other),) * 3)
    assert len(opened(sheet(told, other)).pages) in (1, 2)
    assert len(opened(planche(one, Sheet((theme(one, (other,)),), (one,)), (other,), one)).pages) == 1
