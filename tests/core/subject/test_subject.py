"""The shape in which a subject declares itself, on one that is made up, and on every one that there is."""

from collections import Counter
from datetime import date
from typing import Any

import pytest

from core.contract.dataset import Dataset, read_dataset
from core.ideas.tables import IDEA_USES, IDEAS
from core.subject.menu_item import MenuItem
from core.subject.message import Chosen
from core.subject.subject import Subject
from core.subjects import CONTRACT, SUBJECTS
from shell.sources.csv_folder import read_folder
from shell.sources.sample import SAMPLE_DATA
from tests.core.contract.build import idea, idea_use, read

ON = date(2024, 6, 20)
SCREENS = (
    MenuItem("Fælleshuse", "faelleshuse", "pages/board/faelleshuse.py", ":material/cottage:"),
    MenuItem("Udlån", "udlaan", "pages/board/udlaan.py", ":material/key:"),
)
BARE: Subject[None] = Subject(screens=SCREENS, tables=(IDEAS, IDEA_USES))
every_subject = pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.title)


def test_its_first_screen_gives_it_title_and_address() -> None:
    assert (BARE.title, BARE.address) == ("Fælleshuse", "faelleshuse")


@pytest.mark.parametrize(
    ("typed_in", "rows", "in_use"),
    [
        pytest.param((), {}, False, id="nothing is typed"),
        pytest.param((), {"ideas": [idea()]}, True, id="a row in one of its tables"),
        pytest.param((), {"idea_uses": [idea_use(first="i går")]}, True, id="a row that cannot be read"),
        pytest.param((IDEAS,), {"idea_uses": [idea_use()]}, False, id="rows in another of its tables alone"),
        pytest.param((IDEAS,), {"ideas": [idea()]}, True, id="a row in the table that says it"),
    ],
)
def test_an_organisation_has_it_where_something_is_typed(
    typed_in: tuple[Any, ...], rows: dict[str, Any], in_use: bool
) -> None:
    subject: Subject[None] = Subject(screens=SCREENS, tables=(IDEAS, IDEA_USES), typed_in=typed_in)
    assert subject.in_use(read(**rows)) is in_use


def test_what_it_leaves_out_it_does_not_have() -> None:
    chosen = Chosen(ON, ON, frozenset(), ())
    assert [*BARE.briefs(None), *BARE.due(None, ON), *BARE.messages(None, chosen)] == []
    assert [*BARE.happened(read(), ON, ON)] == []
    assert (BARE.overview, BARE.stakes) == (None, None)


def test_titles_addresses_and_tables_are_one_subjects() -> None:
    counted = Counter(
        name
        for subject in SUBJECTS
        for name in (
            *(f"/{screen.address}" for screen in subject.screens),
            *(screen.title for screen in subject.screens),
            *(f"table {table.name}" for table in subject.tables),
            *(f"number {number.name}" for number in subject.numbers),
        )
    )
    assert [name for name, times in counted.items() if times > 1] == []


@every_subject
def test_its_tables_are_read(subject: Subject[Any]) -> None:
    assert set(subject.tables) <= set(CONTRACT.tables)
    assert set(subject.typed_in) <= set(subject.tables)


@pytest.fixture(scope="module")
def sample() -> Dataset:
    return read_dataset(CONTRACT, read_folder(SAMPLE_DATA).tables)


@pytest.mark.parametrize("subject", [one for one in SUBJECTS if one.overview], ids=lambda subject: subject.title)
def test_what_it_tells_of_the_sample_leaves_its_title_to_whoever_puts_the_subjects_together(
    subject: Subject[Any], sample: Dataset
) -> None:
    on, chosen = date(2026, 11, 22), Chosen(date(2026, 1, 1), date(2026, 11, 22), frozenset(), ())
    assert subject.overview
    overview = subject.overview(sample, on)
    told: tuple[Any, ...] = (
        *subject.briefs(overview),
        *subject.due(overview, date(2026, 12, 31)),
        *subject.happened(sample, chosen.first, on),
        *subject.messages(overview, chosen),
    )
    assert {one.subject for one in told} == {""}


@every_subject
def test_nothing_happens_between_a_day_and_itself(subject: Subject[Any]) -> None:
    assert list(subject.happened(read(), ON, ON)) == []
