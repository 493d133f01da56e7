"""The action plans as a subject."""

from core.action_plans.brief import briefs
from core.action_plans.due import due
from core.action_plans.happened import happened
from core.action_plans.messages import messages
from core.action_plans.overview import plans_overview
from core.action_plans.tables import ACTION_PLANS, INDICATORS, MEASUREMENTS, NUMBERS, TABLES
from core.subject.menu_item import MenuItem
from core.subject.subject import Subject

SUBJECT = Subject(
    screens=(MenuItem("Handleplaner", "handleplaner", "pages/board/handleplaner.py", ":material/flag:"),),
    tables=TABLES,
    numbers=NUMBERS,
    overview=plans_overview,
    typed_in=(ACTION_PLANS, INDICATORS, MEASUREMENTS),
    briefs=briefs,
    due=due,
    happened=happened,
    messages=messages,
)
