"""Which screens are whose."""

from core.access.role import EVERY_ROLE, Role, Roles
from core.menu import MENU, MENU_ITEMS, may_open, seen_by
from tests.each import each

FOR_ALL, CHAIRS, DATA = ("Bestyrelsen", "Hjælp"), ("Formanden",), ("Beboerkonsulenten",)


def roles(*some: Role) -> Roles:
    return frozenset(some)


@each(
    {
        "nobody": (roles(), ()),
        "a board member": (roles(Role.BOARD), FOR_ALL),
        "the chair": (roles(Role.CHAIR), FOR_ALL + CHAIRS + DATA),
        "the consultant": (roles(Role.CONSULTANT), FOR_ALL + DATA),
        "a board member who is the consultant": (roles(Role.BOARD, Role.CONSULTANT), FOR_ALL + DATA),
        "all at once": (EVERY_ROLE, tuple(MENU)),
    }
)
def test_each_role_sees_its_parts_of_the_menu_and_opens_no_other_screen(some: Roles, parts: tuple[str, ...]) -> None:
    seen = seen_by(some)
    assert set(seen) == set(parts)
    opened = {item.address for item in MENU_ITEMS if may_open(some, item)}
    assert opened == {item.address for part in parts for item in MENU[part]}
    assert seen == {part: items for part, items in MENU.items() if part in parts}, "in the menu's order"
