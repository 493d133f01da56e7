"""What an organisation's data is about: every subject, and the contract that its tables make together."""

from core.action_plans import tables as action_plans
from core.ambassadors import tables as ambassadors
from core.contract.contract import Contract
from core.focus_group import tables as focus_group
from core.ideas import tables as ideas
from core.organisation import tables as organisation
from core.outreach import tables as outreach
from core.partnerships import tables as partnerships
from core.planche import tables as planche
from core.pool import tables as pool

CONTRACT = Contract(
    (
        organisation.settings_table((*ambassadors.NUMBERS, *focus_group.NUMBERS, *action_plans.NUMBERS)),
        *organisation.TABLES,
        *pool.TABLES,
        *ambassadors.TABLES,
        *focus_group.TABLES,
        *action_plans.TABLES,
        *partnerships.TABLES,
        *ideas.TABLES,
        *outreach.TABLES,
        *planche.TABLES,
    ),
)
