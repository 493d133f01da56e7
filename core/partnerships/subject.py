"""The partnership agreements as a subject."""

from core.partnerships.brief import briefs
from core.partnerships.due import due
from core.partnerships.happened import happened
from core.partnerships.messages import messages
from core.partnerships.of_department import of_department
from core.partnerships.overview import partnership_overview
from core.partnerships.tables import TABLES
from core.subject.menu_item import MenuItem
from core.subject.subject import Subject

SUBJECT = Subject(
    screens=(MenuItem("Partnerskaber", "partnerskaber", "pages/board/partnerskaber.py", ":material/handshake:"),),
    tables=TABLES,
    overview=partnership_overview,
    briefs=briefs,
    due=due,
    happened=happened,
    messages=messages,
    of_department=of_department,
)
