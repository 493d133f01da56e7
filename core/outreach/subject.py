"""Outreach as a subject. The common screens leave it out."""

from core.outreach.tables import TABLES
from core.subject.menu_item import MenuItem
from core.subject.subject import Subject

SUBJECT: Subject[None] = Subject(
    screens=(MenuItem("Formidling", "formidling", "pages/board/formidling.py", ":material/campaign:"),),
    tables=TABLES,
)
