"""An organisation's own sheet from its tables; what it has not written is as on the workshop's."""

from math import inf

from core.contract.cells.cell import slug
from core.contract.dataset import Dataset
from core.danish import sort_key
from core.planche.sheet import DONE, OTHER, WISHED, Sheet, Theme, is_open_line
from core.planche.standard import STANDARD
from core.planche.tables import SeminarQuestion, SeminarTable, ThemeItem, ThemePrompt


def sheet_of(dataset: Dataset) -> Sheet:
    """Themes in the order in which the items name them. An item »Andet« or »Andre« is the theme's open line."""
    items: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for one in sorted(dataset.of(ThemeItem), key=_place):
        items.setdefault(slug(one.theme), []).append(one.name)
        names.setdefault(slug(one.theme), one.theme)
    asked = {slug(one.name): one for one in dataset.of(ThemePrompt)}
    usual = {slug(theme.name): theme for theme in STANDARD.themes}
    themes = []
    for key, mine in items.items():
        lead, standard = asked.get(key), usual.get(key)
        themes.append(
            Theme(
                names[key],
                (lead and lead.done) or (standard.done if standard else DONE),
                (lead and lead.wished) or (standard.wished if standard else WISHED),
                tuple(name for name in mine if not is_open_line(name)),
                next((name for name in mine if is_open_line(name)), OTHER),
            )
        )
    questions = tuple(one.text for one in sorted(dataset.of(SeminarQuestion), key=_place))
    return Sheet(tuple(themes) or STANDARD.themes, questions or STANDARD.questions)


def tables_of(dataset: Dataset) -> tuple[str, ...]:
    """In Danish order, 'Bord 10' after 'Bord 9'."""
    return tuple(sorted((one.name for one in dataset.of(SeminarTable)), key=sort_key))


def _place(one: ThemeItem | SeminarQuestion) -> float:
    return inf if one.place is None else one.place
