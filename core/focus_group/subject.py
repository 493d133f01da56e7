"""The focus group as a subject."""

from core.focus_group.brief import briefs
from core.focus_group.due import due
from core.focus_group.happened import happened
from core.focus_group.messages import messages
from core.focus_group.of_department import of_department
from core.focus_group.overview import focus_group_overview
from core.focus_group.tables import GROUP_MEETINGS, MEMBERS, NUMBERS, RESIDENTS, TABLES
from core.subject.menu_item import MenuItem
from core.subject.subject import Subject

SUBJECT = Subject(
    screens=(MenuItem("Fokusgruppen", "fokusgruppen", "pages/board/fokusgruppen.py", ":material/groups:"),),
    tables=TABLES,
    numbers=NUMBERS,
    overview=focus_group_overview,
    typed_in=(MEMBERS, RESIDENTS, GROUP_MEETINGS),
    briefs=briefs,
    due=due,
    happened=happened,
    messages=messages,
    of_department=of_department,
)
