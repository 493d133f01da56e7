"""The sheets of paper, read back by another program: one page each, for eyes and for screen readers."""

import re
from collections.abc import Iterator
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
from core.subject.small import Column, Columns, Part, Parts, Role, Small
from core.subjects import CONTRACT
from core.subjects.overview import SubjectsOverview, subjects_overview
from shell.handouts.paper.sheets import TooMuch, meeting_sheet, planche
from shell.sources.csv_folder import read_folder
from shell.sources.sample import SAMPLE_DATA
from tests.often import examples

ON = date(2026, 11, 22)
A4, A3_LYING = (595.276, 841.89), (1190.551, 841.89)
LONG = "Ørkenfortsættelseslandskab" * 6
POOL = Parts((Part("Brugt", Decimal(85500), Role.ENDED), Part("Rest", Decimal(64500), Role.IS)))
QUESTIONS = ("Hvordan lærer vi mere om beboernes ønsker?", "Hvilke barrierer ser I?", "Hvad er det første skridt?")
NASTY = st.one_of(
    st.text(max_size=60),
    st.sampled_from(["=1+1", "#set text(0pt)", "*@ref <a> $x$ \\", "\x00\x07", "😀漢字", "مرحبا", "\u202eabc", LONG]),
)


def brief(
    sentence: str = "Puljen har 64.500 kr. tilbage",
    subject: str = "Puljen",
    picture: Small | None = POOL,
    why: tuple[str, ...] = (),
) -> Brief:
    return Brief(
        sentence, "64.500 kr.", "rest af 150.000 kr.", picture, Attention.ACT, why, 2, subject=subject, address="puljen"
    )


def event(number: int = 0, about: str = "Solbakken") -> Event:
    return Event(ON - timedelta(days=number), about, f"Faktura nr. {number} er betalt", "Puljen")


def overview(
    briefs: tuple[Brief, ...] = (brief(),), happened: tuple[Event, ...] = (event(),), due: tuple[Event, ...] = ()
) -> SubjectsOverview:
    return SubjectsOverview(ON, briefs, date(2026, 9, 20), date(2026, 12, 13), date(2026, 12, 13), happened, due)


def sheet(told: SubjectsOverview, organisation: str = "Fjordbo", sample: bool = False) -> bytes:
    return meeting_sheet(organisation, told, "Regneark i mappen x", "22. november 2026 kl. 14.05", sample)


def test_a_sheet_says_what_is_not_the_newest_at_its_head_and_its_foot() -> None:
    held = ("»Fakturaer« vises, som de var 21. november 2026 kl. 12.00: 1 af 8 rækker er væk.",)
    printed = text(meeting_sheet("Fjordbo", overview(), "Regneark", "22. november 2026", False, held))
    assert "1 af 8 rækker er væk" in printed
    assert "ikke alle tal er de nyeste" in printed
    assert "nyeste" not in text(sheet(overview()))


def theme(name: str = "Fysiske rammer", items: tuple[str, ...] = ("Legepladser", "Fælleshuse")) -> Theme:
    return Theme(name, "Hvilke rammer har vi?", "Hvilke kunne vi ønske os?", items)


def opened(file: bytes) -> PdfReader:
    return PdfReader(BytesIO(file))


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


@pytest.mark.parametrize(
    ("file", "page", "title"),
    [
        pytest.param(sheet(overview()), A4, "Bestyrelsens overblik, Fjordbo", id="the meeting"),
        pytest.param(
            planche("Fjordbo", Sheet((theme(),), QUESTIONS), ("Bord 1",), "22. november 2026"),
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
    assert all("Libertinus" in font["/BaseFont"] for font in fonts)


def test_the_meeting_says_each_subject_with_its_figures_dates_and_source() -> None:
    told = overview(
        (brief(why=("To ansøgninger venter",)), brief("Ni afdelinger er med", "Ambassadører", None)),
        due=(Event(date(2026, 12, 1), "Åparken", "Evaluering", "Handleplaner"),),
    )
    said = text(sheet(told, sample=True))
    for part in (
        "Pr. 22. november 2026",
        "Puljen Tag stilling",
        "Puljen har 64.500 kr. tilbage",
        "To ansøgninger venter",
        "2 rækker kan ikke læses",
        "Brugt 85.500",
        "Rest 64.500",
        "Ni afdelinger er med",
        "Siden sidste møde 20. september 2026",
        "22-11-2026 Puljen: Solbakken: Faktura nr. 0 er betalt",
        "Forfalder før næste møde 13. december 2026",
        "01-12-2026 Handleplaner: Åparken: Evaluering",
        "Eksempeldata, ikke jeres egne tal · Pr. 22. november 2026",  # at the foot, as above
        "læst 22. november 2026 kl. 14.05",
        "Kilde: Regneark i mappen x",
    ):
        assert part in said
    assert said.index("Puljen har") < said.index("Ni afdelinger"), "in the order they were given"


def test_the_samples_meeting_says_what_waits_against_what_is_left_and_the_pool_that_has_ended() -> None:
    told = subjects_overview(read_dataset(CONTRACT, read_folder(SAMPLE_DATA).tables), ON)
    said = text(sheet(told)).replace("\u00a0", " ")
    assert "15.030 kr. mere, end der er" in said
    assert "2 tilsagn er stadig åbne" in said


def test_your_own_data_is_not_called_sample_data() -> None:
    assert "Eksempeldata" not in text(sheet(overview()))


def test_happenings_are_a_list_to_a_screen_reader() -> None:
    assert {"/L", "/LI", "/LBody"} <= set(tags(sheet(overview())))


def test_a_meeting_with_nothing_to_tell_says_so() -> None:
    said = text(sheet(SubjectsOverview(ON, (), None, None, date(2026, 12, 31), (), ())))
    assert "Det er ukendt, hvornår I sidst mødtes." in said
    assert "Forfalder før næste møde (til og med 31. december 2026) Intet forfalder." in said


def test_sixty_events_with_long_names_are_still_one_page_and_say_how_many_are_left_out() -> None:
    many = tuple(event(number, LONG) for number in range(60))
    file = sheet(overview((brief(LONG), brief(LONG, "Ambassadører")), many, many[:7]), LONG)
    assert len(opened(file).pages) == 1
    said = text(file)
    shown = sum(f"Faktura nr. {number} er betalt" in said for number in range(60))
    assert shown > 3
    assert f"… og {60 - shown} mere, se skærmen »Overblik«" in said


def test_a_sentence_of_any_length_is_still_one_page() -> None:
    assert len(opened(sheet(overview((brief("Ord uden ende " * 900),) * 5))).pages) == 1


def test_the_shares_of_a_bar_are_shown_also_where_all_is_zero_or_below() -> None:
    for value in (Decimal(0), Decimal(-5), Decimal("0.5")):
        columns = Columns(tuple(Column(label, value, Role.IS, label) for label in "AB"))
        assert len(opened(sheet(overview((brief(picture=columns),)))).pages) == 1


def test_every_table_gets_a_page_with_its_name_and_the_whole_sheet() -> None:
    file = planche(
        "Fjordbo", Sheet((theme(), theme("Samarbejde")), QUESTIONS), ("Bord 1", "Åparken"), "22. november 2026"
    )
    assert sizes(file) == [pytest.approx(A3_LYING, abs=0.01)] * 2
    for page, name in zip(opened(file).pages, ("Bord 1", "Åparken"), strict=True):
        said = " ".join(page.extract_text().split())
        for part in (name, "Fysiske rammer", "Samarbejde", "Legepladser", "Andet:", "Hvilke rammer har vi?", "Fjordbo"):
            assert part in said
        assert "Hvad er det første skridt?" in said
    assert {"/Table", "/THead", "/TH", "/TR", "/TD"} <= set(tags(file))


def test_without_tables_there_is_a_line_for_the_name() -> None:
    file = planche("Fjordbo", Sheet((theme(),), ()), (), "22. november 2026")
    assert len(opened(file).pages) == 1
    assert "Bord:" in text(file)


@pytest.mark.parametrize("themes", [1, 4, 8])
def test_however_many_items_a_table_is_one_page(themes: int) -> None:
    items = tuple(f"Fællesskaber i nybyggeri nr. {number}" for number in range(20))
    file = planche("Fjordbo", Sheet((theme(items=items),) * themes, QUESTIONS), ("Bord 1", LONG), "22. november 2026")
    assert len(opened(file).pages) == 2
    assert text(file).count("nybyggeri nr. 19") == themes * 2


def test_a_word_without_an_end_is_broken_inside_its_box() -> None:
    file = planche("Fjordbo", Sheet((theme(LONG, (LONG,) * 5),) * 4, (LONG,)), (LONG,), "22. november 2026")
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
        planche("Fjordbo", Sheet(themes, ()), (), "22. november 2026")


def test_the_same_data_is_the_same_file() -> None:
    assert sheet(overview()) == sheet(overview())
    same = [planche("Fjordbo", Sheet((theme(),), QUESTIONS), ("Bord 1",), "22. november 2026") for _ in range(2)]
    assert same[0] == same[1]


def test_text_is_never_markup() -> None:
    said = text(sheet(overview((brief("#panic() *fed* $x$ @ref <a> http://e.x"),))))
    assert "#panic() *fed* $x$ @ref <a> http://e.x" in said


def test_letters_that_no_font_has_are_boxes_and_the_rest_stays() -> None:
    said = text(sheet(overview((brief("Fest 😀 på Åparken 漢字"),))))
    assert "Fest □ på Åparken □□" in said


@settings(max_examples=examples(12), deadline=None)
@given(NASTY, NASTY)
def test_any_text_makes_one_page(one: str, other: str) -> None:
    told = overview((brief(one, why=(other,)),), (event(1, other),) * 3)
    assert len(opened(sheet(told, other)).pages) == 1
    assert len(opened(planche(one, Sheet((theme(one, (other,)),), (one,)), (other,), one)).pages) == 1
