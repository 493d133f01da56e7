"""TrivselsAmbassadører as a subject."""

from core.ambassadors.brief import briefs
from core.ambassadors.due import due
from core.ambassadors.happened import happened
from core.ambassadors.messages import messages
from core.ambassadors.of_department import of_department
from core.ambassadors.overview import ambassador_overview
from core.ambassadors.tables import NUMBERS, TABLES
from core.subject.menu_item import MenuItem
from core.subject.subject import Subject

SUBJECT = Subject(
    screens=(MenuItem("Ambassadører", "ambassadoerer", "pages/board/ambassadoerer.py", ":material/diversity_3:"),),
    tables=TABLES,
    numbers=NUMBERS,
    overview=ambassador_overview,
    briefs=briefs,
    due=due,
    happened=happened,
    messages=messages,
    of_department=of_department,
)
