"""»Kan vi bevilge dette?« filled in without a mouse."""

from playwright.sync_api import Page, expect

from tests.browser.screen import show, unfold_everything

MOST_TABS = 80


class Keyboard:
    """Moves through the page as somebody without a mouse does."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.press, self.type = page.keyboard.press, page.keyboard.type

    def go_to(self, role: str, name: str) -> None:
        field = self.page.get_by_role(role, name=name).first  # type: ignore[arg-type]
        for _ in range(MOST_TABS):
            self.press("Tab")
            if field.evaluate("field => field === document.activeElement"):
                return
        raise AssertionError(f"{role} {name!r} cannot be reached by Tab")

    def unfold(self, title: str) -> None:
        heading = self.page.locator("summary", has_text=title)
        for _ in range(MOST_TABS):
            self.press("Tab")
            if heading.evaluate("heading => heading === document.activeElement"):
                self.press("Enter")
                return
        raise AssertionError(f"{title!r} cannot be reached by Tab")

    def tick(self, name: str) -> None:
        self.go_to("checkbox", name)
        self.press("Space")
        expect(self.page.get_by_role("checkbox", name=name)).to_be_checked()


def test_the_answer_goes_to_yes_and_above_the_cap_to_no(app: str, page: Page) -> None:
    show(page, f"{app}/bevilling?dato=2026-11-22&pulje=2026")
    answer = page.locator(".st-key-conclusion")
    expect(answer).to_contain_text("4 ansøgninger søger")
    keys = Keyboard(page)
    keys.unfold("Prøv et beløb, der ikke er søgt om")
    keys.go_to("textbox", "Beløb, der søges om (kr.)")
    keys.type("12.500")
    keys.go_to("combobox", "Afdelinger")
    expect(answer).to_contain_text("Kan ikke siges endnu")
    keys.type("Skovbrynet")
    keys.press("Enter")
    keys.press("Escape")
    keys.tick("Er for en mindre gruppe")
    keys.go_to("spinbutton", "Aktivitetens første dag")
    keys.type("12122026")
    keys.go_to("textbox", "Antal deltagere")
    keys.type("40")
    keys.go_to("textbox", "Ansøgningens sider")
    keys.type("1")
    keys.tick("Ansøger er oplyst")
    keys.tick("Formål er oplyst")
    expect(answer).to_have_text("Ja, der kan bevilges 12.500 kr.")
    keys.go_to("textbox", "Beløb, der søges om (kr.)")
    keys.press("Control+A")
    keys.type("20.000,01")
    keys.press("Enter")
    expect(answer).to_have_text("Nej, ikke som den er: 1 regel er ikke overholdt.")
    expect(page.locator(".st-key-answer tbody tr").first).to_contain_text("Loft pr. projekt")


def test_all_rules_of_an_answer_are_seen_without_scrolling(app: str, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    show(page, f"{app}/bevilling?dato=2026-11-22&ansoegning=A26-20")
    last = page.locator(".st-key-answer tbody tr").last.bounding_box()
    assert last
    assert last["y"] + last["height"] < 700


def test_an_amount_that_cannot_be_read_is_named(app: str, page: Page) -> None:
    show(page, f"{app}/bevilling?dato=2026-11-22&pulje=2026")
    unfold_everything(page)
    amount = page.get_by_role("textbox", name="Beløb, der søges om (kr.)")
    amount.fill("tyve")
    amount.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("»tyve«")
    expect(page.locator(".st-key-conclusion")).to_have_text("Ret det felt, der ikke kan læses.")
