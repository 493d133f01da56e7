"""The menu as data: every screen, who uses it, and the address that people paste into agendas."""

from collections.abc import Mapping

from core.access.rights import Right, may
from core.access.role import Roles
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
_RIGHT_TO: Mapping[str, Right] = {
    "Bestyrelsen": Right.FIGURES,
    "Formanden": Right.MATERIAL,
    "Beboerkonsulenten": Right.DATA,
    "Hjælp": Right.FIGURES,
}
MENU_ITEMS = tuple(item for items in MENU.values() for item in items)
SCREENS = {item.address: item for item in MENU_ITEMS}


def beside(item: MenuItem) -> tuple[MenuItem | None, MenuItem | None]:
    """The screens before and after it among those of the same users, None at either end."""
    items = next(items for items in MENU.values() if item in items)
    place = items.index(item)
    return (items[place - 1] if place else None, items[place + 1] if place + 1 < len(items) else None)


def right_to(item: MenuItem) -> Right:
    """What somebody must be allowed in order to see it."""
    return next(_RIGHT_TO[part] for part, items in MENU.items() if item in items)


def may_open(roles: Roles, item: MenuItem) -> bool:
    return may(roles, right_to(item))


def seen_by(roles: Roles) -> dict[str, tuple[MenuItem, ...]]:
    """The parts of the menu with something in them for these roles."""
    return {part: items for part, items in MENU.items() if may(roles, _RIGHT_TO[part])}
