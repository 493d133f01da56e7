"""What the sheets say, as a chair says it."""

from core.danish import count, listed, number
from core.planche.results import ItemCount, Results

NONE_BACK = "Ingen plancher er kommet tilbage endnu."
_MOST_NAMED = 3


def conclusion(found: Results) -> str:
    """'Det mest udbredte ønske er Fælleshuse, ved 4 af 8 borde. Bordene er uenige om 6 punkter.'"""
    if not found.tables:
        return NONE_BACK
    if not found.most_wanted:
        return f"{count(len(found.tables), 'bord', 'borde')} har sendt en planche. {no_wish(found)}"
    if not found.disagreed:
        return _first_wish(found)
    return f"{_first_wish(found)} Bordene er uenige om {count(len(found.disagreed), 'punkt', 'punkter')}."


def _first_wish(found: Results) -> str:
    tables, top = len(found.tables), found.most_wanted[0].wanted
    first = [item.item for item in found.most_wanted if item.wanted == top]
    rest = len(first) - _MOST_NAMED
    named = listed(first) if rest <= 0 else f"{', '.join(first[:_MOST_NAMED])} og {count(rest, 'andet', 'andre')}"
    if tables == 1:
        return f"1 bord har sendt en planche og ønsker sig {named}."
    if top == tables:
        return f"{'Begge' if tables == 2 else f'Alle {number(tables)}'} borde ønsker sig {named}."
    if top == 1 and len(first) == 1:
        return f"1 af {number(tables)} borde ønsker sig {named}."
    if top == 1:
        return f"Intet ønske går igen: {named}."
    wish = "Det mest udbredte ønske er" if len(first) == 1 else "De mest udbredte ønsker er"
    each = "" if len(first) == 1 else "hver "
    return f"{wish} {named}, {each}ved {number(top)} af {number(tables)} borde."


def no_wish(found: Results) -> str:
    """Where nothing that can be named is wished for."""
    if not found.tables:
        return NONE_BACK
    if any(item.wanted for item in found.items):
        return "X står kun på den åbne linje, og der er ikke skrevet hvad."
    if len(found.tables) == 1:
        return "Bordet har ikke sat X ved noget."
    return "Ingen borde har sat X ved noget."


def no_disagreement(found: Results) -> str:
    if not found.tables:
        return NONE_BACK
    if len(found.tables) == 1:
        return "Kun ét bord har sendt en planche, så der er ingen at være uenig med."
    return "Der er intet punkt, som nogle borde siger gøres i dag, og andre kun siger kunne gøres."


def disagreement(item: ItemCount) -> str:
    """'3 borde siger, at det gøres; 2 borde siger, at det kunne gøres.'"""
    done = item.done + item.both
    return (
        f"{count(done, 'bord siger', 'borde siger')}, at det gøres; "
        f"{count(item.wished, 'bord siger', 'borde siger')}, at det kunne gøres."
    )
