"""The registry: every subject, in the order in which they stand where nothing asks for attention, and the contract
that their tables make together.
"""

from typing import Any

from core.action_plans.subject import SUBJECT as ACTION_PLANS
from core.ambassadors.subject import SUBJECT as AMBASSADORS
from core.contract.contract import Contract
from core.focus_group.subject import SUBJECT as FOCUS_GROUP
from core.ideas.subject import SUBJECT as IDEAS
from core.organisation import tables as organisation
from core.outreach.subject import SUBJECT as OUTREACH
from core.partnerships.subject import SUBJECT as PARTNERSHIPS
from core.planche import tables as planche
from core.pool.subject import SUBJECT as POOL
from core.subject.subject import Subject

SUBJECTS: tuple[Subject[Any], ...] = (
    POOL,
    AMBASSADORS,
    FOCUS_GROUP,
    ACTION_PLANS,
    PARTNERSHIPS,
    IDEAS,
    OUTREACH,
)

CONTRACT = Contract(
    (
        organisation.settings_table(number for subject in SUBJECTS for number in subject.numbers),
        *organisation.TABLES,
        *(table for subject in SUBJECTS for table in subject.tables),
        *planche.TABLES,
    ),
)
