"""One department over all subjects."""

from datetime import date
from typing import Any

import pytest

from core.contract.dataset import Dataset
from core.organisation.tables import Department
from core.subjects.department import DepartmentOverview, department_overview, happened_by_department
from core.subjects.overview import subjects_overview
from core.subjects.side_by_side import side_by_side
from tests.core.contract.build import (
    ambassador,
    application,
    department,
    grant,
    group_meeting,
    idea,
    idea_use,
    initiative,
    invoice,
    meeting,
    member,
    partnership,
    read,
)

ON = date(2024, 7, 1)


def opened(dataset: Dataset, number: str = "07", on: date = ON) -> DepartmentOverview:
    one = next(one for one in dataset.of(Department) if one.number == number)
    return department_overview(dataset, one, subjects_overview(dataset, on), happened_by_department(dataset, on))


def everything(**changed: Any) -> Dataset:
    return read(
        **{
            "board_meetings": [meeting(date="12-09-2024")],
            "applications": [grant(), application(id="A2", departments="02; 07", received="01-06-2024")],
            "invoices": [invoice(paid="01-07-2024")],
            "ambassadors": [ambassador(first="01-03-2024", cohort="")],
            "initiatives": [initiative(first="01-04-2024"), initiative(id="I2", departments="", first="01-04-2024")],
            "members": [member()],
            "group_meetings": [group_meeting()],
            "partnerships": [partnership(agreed="01-03-2024", ended="01-09-2024")],
            "ideas": [idea()],
            "idea_uses": [idea_use(first="01-05-2024")],
        }
        | changed
    )


def test_it_is_told_in_one_sentence_with_its_name() -> None:
    assert opened(everything()).sentence.replace("\u00a0", " ") == (
        "Vesterhåb har fået 8.000 kr. af puljen i 2024 og venter på svar på 1 ansøgning, "
        "har 1 ambassadør og har 1 partnerskabsaftale."
    )


def test_every_subject_in_use_tells_of_it_with_the_address_of_its_screen() -> None:
    assert [(part.heading, part.address) for part in opened(everything()).parts] == [
        ("Ansøgninger", "puljen"),
        ("Ambassadører", "ambassadoerer"),
        ("Initiativer", "ambassadoerer"),
        ("Fokusgruppen", "fokusgruppen"),
        ("Partnerskabsaftaler", "partnerskaber"),
        ("Idéer i brug", "ideer"),
    ]


def test_a_subject_of_which_nothing_is_typed_is_not_told_of() -> None:
    found = opened(read(pools=[], applications=[], invoices=[]))
    assert found.parts == ()
    assert found.sentence == "Der er intet at fortælle om Vesterhåb endnu."


def test_what_has_happened_in_it_is_told_newest_first_and_in_no_other_department() -> None:
    found = [(str(event.on), event.about, event.what.replace("\u00a0", " ")) for event in opened(everything()).happened]
    assert found == [
        ("2024-07-01", "Fællesspisning", "faktura betalt, 1.000 kr."),
        ("2024-06-01", "Fællesspisning", "ny ansøgning, 8.000 kr."),
        ("2024-05-01", "Vesterhåb", "har taget idéen »Fælles æbletræer« i brug"),
        ("2024-04-01", "Strikkecafé", "er begyndt (Vesterhåb)"),
        ("2024-03-01", "Vesterhåb", "1 ny ambassadør"),
        ("2024-03-01", "Vesterhåb", "har indgået en partnerskabsaftale om Vild have"),
        ("2024-02-05", "Vesterhåb", "har søgt en partnerskabsaftale om Vild have"),
        ("2024-01-25", "Fællesspisning", "tilsagn, 8.000 kr."),
        ("2024-01-10", "Fællesspisning", "ny ansøgning, 8.000 kr."),
    ]
    assert [event.what for event in opened(everything(), "02").happened] == ["ny ansøgning, 8.000\u00a0kr."]
    assert opened(everything(), "12").happened == ()


def test_what_falls_due_is_its_own_alone() -> None:
    assert [(event.on, event.about) for event in opened(everything()).due] == [
        (date(2024, 9, 1), "Vesterhåb"),
        (None, "Fællesspisning"),
    ]
    assert [event.what for event in opened(everything(), "02").due] == ["har ventet på svar siden 1. jun. 2024"]
    assert opened(everything(), "12").due == ()


def test_when_something_last_happened_is_the_same_beside_the_others() -> None:
    for on in (date(2024, 1, 9), date(2024, 1, 10), date(2024, 6, 30), date(2024, 7, 1)):
        for row in side_by_side(everything(), on):
            assert row.latest == opened(everything(), row.department.number, on).latest


def test_rows_that_cannot_be_read_are_counted_over_all_subjects() -> None:
    found = opened(everything(partnerships=[partnership(applied="engang")], idea_uses=[idea_use(first="engang")]))
    assert found.aside == 2
    assert "partnerskabsaftale" not in found.sentence


@pytest.mark.parametrize(("other", "name"), [("Birkelyet", "Vesterhåb"), ("Vesterhaab", "Vesterhåb (07)")])
def test_it_is_told_apart_from_another_of_its_name(other: str, name: str) -> None:
    rows = [department(), department(number="12", name=other)]
    found = opened(read(departments=rows, applications=[], invoices=[]))
    assert found.name == name
    assert found.sentence.startswith(f"{name} har aldrig søgt")
