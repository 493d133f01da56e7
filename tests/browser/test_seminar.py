"""The chair's journeys: files fetched and opened by other programs, and a seminar from opening to closing on phones."""

from io import BytesIO
from pathlib import Path

from playwright.sync_api import Browser, Page, expect
from pptx import Presentation
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from tests.browser.conftest import Running
from tests.browser.screen import DAY, conclusion, show
from tests.browser.settled import wait_until_settled


def fetched(page: Page, button: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return Path(str(download.value.path())).read_bytes()


def test_what_the_chair_picks_is_what_the_files_hold(app: str, page: Page) -> None:
    show(page, f"{app}/materiale?dato={DAY}")
    page.get_by_label("Overskrift på det første dias").fill("Seminar i Odder")
    page.keyboard.press("Tab")
    for subject in ("Ambassadører", "Fokusgruppen", "Partnerskaber"):
        page.get_by_role("button", name=subject, exact=True).click()
    expect(page.get_by_text("12 budskaber er klar som dias")).to_be_visible()
    wait_until_settled(page)
    said = conclusion(page)

    deck = Presentation(BytesIO(fetched(page, "Hent dias")))
    texts = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    assert texts[0] == "Seminar i Odder"
    assert len(deck.slides) > int(said.split()[0])  # the first has no message, and a long list takes several
    asked = "Fællesskabspuljen (2026): 4 ansøgninger søger 37.900 kr., men puljen har 22.870 kr."
    assert asked in [text.replace("\u00a0", " ") for text in texts]
    assert not any("ambassadører i" in text for text in texts)
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert [list(plot.categories) for plot in charts[0].plots] == [["Rammen"]]
    assert [series.values for series in charts[0].plots[0].series] == [(60866.0,), (16264.0,), (22870.0,)]

    sheet = PdfReader(BytesIO(fetched(page, "Hent mødeark")))
    assert len(sheet.pages) == 1
    assert "22.870" in sheet.pages[0].extract_text()

    planche = PdfReader(BytesIO(fetched(page, "Hent planche")))
    assert len(planche.pages) == 5
    assert "Bord 3" in planche.pages[2].extract_text()

    book = CalamineWorkbook.from_filelike(BytesIO(fetched(page, "Hent tallene")))
    assert [row[1:3] for row in book.get_sheet_by_name("Overblik").to_python()[1:3]] == [
        ["Puljen", 22869.5],
        ["Handleplaner", 11],
    ]
    figures = book.get_sheet_by_name("Tal bag billederne").to_python()
    assert [figures[3][2], figures[3][4], figures[3][5]] == ["Rammen", "Rest", 22870.0]


def test_a_seminar_from_opening_to_closing(running: Running, page: Page, browser: Browser) -> None:
    show(page, f"{running.address}/telefon")
    assert conclusion(page) == "Planchen er ikke åbnet endnu."
    page.get_by_role("textbox", name="Borde, ét på hver linje").fill("Køkkenbordet\nHavebordet")
    page.get_by_role("button", name="Åbn planchen for bordene").click()
    expect(page.get_by_role("heading", name="Planchen er åben for 2 borde")).to_be_visible()
    links = page.get_by_role("link", name="Åbn her")
    expect(links).to_have_count(2)
    squares = page.locator("[class*=st-key-qr_] img")
    expect(squares).to_have_count(2)
    assert [one.evaluate("image => image.decode().then(() => image.naturalWidth > 0)") for one in squares.all()] == [
        True,
        True,
    ]

    phone = browser.new_page(viewport={"width": 390, "height": 844})
    phone.goto(str(links.first.get_attribute("href")))
    expect(phone.get_by_role("heading", name="Køkkenbordet")).to_be_visible()
    phone.get_by_role("checkbox", name="Det kunne vi også gøre: Fælleshuse").check(force=True)
    expect(phone.get_by_role("status")).to_contain_text("Gemt")
    # The sum comes by itself.
    expect(page.get_by_text("1 af 2 borde har sendt noget.")).to_be_visible()
    expect(page.get_by_text("1 bord har sendt en planche og ønsker sig Fælleshuse.")).to_be_visible()
    expect(page.get_by_text("Mangler endnu: Havebordet")).to_be_visible()

    page.get_by_role("button", name="Luk planchen").click()
    expect(page.get_by_role("heading", name="Planchen er lukket: ingen kan skrive")).to_be_visible()
    expect(phone.get_by_role("status")).to_contain_text("lukket")
    expect(phone.get_by_role("checkbox", name="Det gør vi allerede: Fælleshuse")).to_be_disabled()

    book = CalamineWorkbook.from_filelike(BytesIO(fetched(page, "Hent rækkerne til »Plancher«")))
    headings, row = book.get_sheet_by_index(0).to_python()
    assert dict(zip(headings, row, strict=True)) | {"Dato": ""} == {
        "Dato": "", "Boligorganisation": "", "Bord": "Køkkenbordet", "Tema": "Fysiske rammer", "Punkt": "Fælleshuse",
        "Mærke": "X", "Note": "",
    }  # fmt: skip

    show(page, f"{running.address}/planchen")
    assert conclusion(page) == "1 bord har sendt en planche og ønsker sig Fælleshuse."

    show(page, f"{running.address}/telefon")
    page.get_by_role("button", name="Åbn den igen").click()
    expect(page.get_by_role("heading", name="Planchen er åben for 2 borde")).to_be_visible()
    again = phone.get_by_role("checkbox", name="Det gør vi allerede: Kommunen")
    expect(again).to_be_enabled()
    again.check(force=True)
    expect(phone.get_by_role("status")).to_contain_text("Gemt")
    phone.close()
