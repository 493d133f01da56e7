"""Which role may see and do what."""

from core.access.rights import RIGHTS, Right, may
from core.access.role import EVERY_ROLE, Role
from tests.each import each

BOARD, CHAIR, CONSULTANT = Role.BOARD, Role.CHAIR, Role.CONSULTANT


@each(
    {
        "the figures are for all": (Right.FIGURES, {BOARD, CHAIR, CONSULTANT}),
        "the material is the chair's": (Right.MATERIAL, {CHAIR}),
        "seminars are opened and deleted by the chair": (Right.SEMINARS, {CHAIR}),
        "the data are the consultant's, and the chair's": (Right.DATA, {CHAIR, CONSULTANT}),
        "a table held back is answered for by either": (Right.ANSWERS, {CHAIR, CONSULTANT}),
    }
)
def test_a_right_belongs_to_these_roles(right: Right, roles: set[Role]) -> None:
    assert {role for role in Role if may(frozenset({role}), right)} == roles


def test_whoever_has_no_role_may_nothing_and_all_roles_may_all() -> None:
    assert not any(may(frozenset(), right) for right in Right)
    assert all(may(EVERY_ROLE, right) for right in Right)


def test_several_roles_may_what_either_may() -> None:
    for one in Role:
        for other in Role:
            both = {right for right in Right if may(frozenset({one, other}), right)}
            assert both == RIGHTS[one] | RIGHTS[other]
