"""What the sheets say, as a chair says it."""

from core.danish import count, listed, number
from core.planche.results import ItemCount, Results

_MOST_NAMED = 3


def conclusion(found: Results) -> str:
    """'Flest borde ønsker sig Fælleshuse: 4 af 5. Bordene er uenige om 6 punkter.'"""
    tables = count(len(found.tables), "bord", "borde")
    if not found.tables:
        return "Ingen plancher er kommet tilbage endnu."
    if not found.most_wanted:
        return f"{tables} har sendt en planche, og ingen har sat X."
    top = found.most_wanted[0].wanted
    first = [item.item for item in found.most_wanted if item.wanted == top]
    rest = len(first) - _MOST_NAMED
    named = listed(first) if rest <= 0 else f"{', '.join(first[:_MOST_NAMED])} og {number(rest)} andre"
    said = f"Flest borde ønsker sig {named}: {number(top)} af {number(len(found.tables))}."
    if not found.disagreed:
        return said
    return f"{said} Bordene er uenige om {count(len(found.disagreed), 'punkt', 'punkter')}."


def disagreement(item: ItemCount) -> str:
    """'3 borde siger, at det gøres; 2 siger, at det kunne gøres'"""
    done = item.done + item.both
    return (
        f"{count(done, 'bord siger', 'borde siger')}, at det gøres; "
        f"{count(item.wished, 'bord siger', 'borde siger')}, at det kunne gøres"
    )
