"""The idea catalogue as a subject. The common screens leave it out."""

from core.ideas.happened import happened
from core.ideas.of_department import of_department
from core.ideas.tables import TABLES
from core.subject.menu_item import MenuItem
from core.subject.subject import Subject

SUBJECT: Subject[None] = Subject(
    screens=(MenuItem("Idéer", "ideer", "pages/board/ideer.py", ":material/lightbulb:"),),
    tables=TABLES,
    happened=happened,
    of_department=of_department,
)
