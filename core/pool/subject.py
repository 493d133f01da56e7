"""The pools as a subject."""

from core.pool.brief import briefs
from core.pool.due import due
from core.pool.happened import happened
from core.pool.messages import messages
from core.pool.of_department import of_department
from core.pool.pools import pools_overview
from core.pool.stakes import stakes
from core.pool.tables import POOLS
from core.pool.tabs import TABLES
from core.subject.menu_item import MenuItem
from core.subject.subject import Subject

SUBJECT = Subject(
    screens=(
        MenuItem("Puljen", "puljen", "pages/board/puljen.py", ":material/savings:", of_a_pool=True),
        MenuItem("Kan vi bevilge dette?", "bevilling", "pages/board/bevilling.py", ":material/gavel:", of_a_pool=True),
    ),
    tables=TABLES,
    overview=pools_overview,
    typed_in=(POOLS,),
    briefs=briefs,
    due=due,
    happened=happened,
    messages=messages,
    stakes=stakes,
    of_department=of_department,
)
