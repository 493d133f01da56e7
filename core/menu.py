"""The menu as data: every screen, who uses it, and the address that people paste into agendas."""

from core.subject.menu_item import MenuItem
from core.subjects import SUBJECTS

MENU: dict[str, tuple[MenuItem, ...]] = {
    "Bestyrelsen": (
        MenuItem("Overblik", "", "pages/board/overblik.py", ":material/home:"),
        *(screen for subject in SUBJECTS for screen in subject.screens),
        MenuItem("Afdelinger", "afdelinger", "pages/board/afdelinger.py", ":material/holiday_village:"),
    ),
    "Formanden": (
        MenuItem("Seminarmateriale", "materiale", "pages/chair/materiale.py", ":material/slideshow:"),
        MenuItem("Planchen", "planchen", "pages/chair/planchen.py", ":material/checklist:"),
        MenuItem("Planchen på telefon", "telefon", "pages/chair/telefon.py", ":material/qr_code_2:"),
    ),
    "Beboerkonsulenten": (MenuItem("Data", "data", "pages/consultant/data.py", ":material/fact_check:"),),
    "Hjælp": (MenuItem("Vejledning", "vejledning", "pages/everyone/vejledning.py", ":material/help:"),),
}
MENU_ITEMS = tuple(item for items in MENU.values() for item in items)


def beside(item: MenuItem) -> tuple[MenuItem | None, MenuItem | None]:
    """The screens before and after it in the whole menu, None at either end."""
    place = MENU_ITEMS.index(item)
    return (*MENU_ITEMS[:place][-1:], None)[0], (*MENU_ITEMS[place + 1 :], None)[0]
