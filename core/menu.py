"""The menu as data: every screen, who uses it, and the address that people paste into agendas."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MenuItem:
    """address: the path after the host, '' for the first screen; of_a_pool: shows one pool and period."""

    title: str
    address: str
    script: str
    icon: str
    of_a_pool: bool = False


MENU: dict[str, tuple[MenuItem, ...]] = {
    "Bestyrelsen": (
        MenuItem("Overblik", "", "pages/board/overblik.py", ":material/home:"),
        MenuItem("Puljen", "puljen", "pages/board/puljen.py", ":material/savings:", of_a_pool=True),
        MenuItem("Kan vi bevilge dette?", "bevilling", "pages/board/bevilling.py", ":material/gavel:", of_a_pool=True),
        MenuItem("Ambassadører", "ambassadoerer", "pages/board/ambassadoerer.py", ":material/diversity_3:"),
        MenuItem("Fokusgruppen", "fokusgruppen", "pages/board/fokusgruppen.py", ":material/groups:"),
        MenuItem("Handleplaner", "handleplaner", "pages/board/handleplaner.py", ":material/flag:"),
        MenuItem("Partnerskaber", "partnerskaber", "pages/board/partnerskaber.py", ":material/handshake:"),
        MenuItem("Idéer", "ideer", "pages/board/ideer.py", ":material/lightbulb:"),
        MenuItem("Formidling", "formidling", "pages/board/formidling.py", ":material/campaign:"),
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
    """The screens before and after it among those of the same users, None at either end."""
    mine = next(items for items in MENU.values() if item in items)
    place = mine.index(item)
    return (mine[place - 1] if place else None, mine[place + 1] if place + 1 < len(mine) else None)
