"""The order of the screens, from one to the next."""

from core.menu import MENU_ITEMS, beside


def test_from_any_screen_the_way_goes_on_to_the_last_and_back_to_the_first() -> None:
    before, after = zip(*map(beside, MENU_ITEMS), strict=True)
    assert before == (None, *MENU_ITEMS[:-1])
    assert after == (*MENU_ITEMS[1:], None)
