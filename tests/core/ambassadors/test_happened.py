"""What happened among the ambassadors since a date."""

from typing import Any

from core.ambassadors.happened import happened
from core.subject.event import Event
from tests.core.ambassadors.build import day
from tests.core.contract.build import ambassador, department, initiative, network_meeting, read

DEPARTMENTS = [department(number="1", name="Ågården"), department(number="2", name="Østergade")]


def events(**tables: Any) -> tuple[Event, ...]:
    dataset = read(departments=DEPARTMENTS, applications=[], invoices=[], **tables)
    return happened(dataset, day("2026-10-29"), day("2026-11-22"))


def test_who_came_and_went_and_what_was_held_and_begun_is_told_oldest_first() -> None:
    assert events(
        ambassadors=[
            ambassador(id="T1", department="1", first="01-11-2026", cohort=""),
            ambassador(id="T2", department="1", first="01-11-2026", cohort=""),
            ambassador(id="T3", department="2", first="01-01-2020", last="30-10-2026", cohort=""),
        ],
        network_meetings=[
            network_meeting(date="05-11-2026", topic="Ideer til foråret"),
            network_meeting(date="06-11-2026", topic=""),
        ],
        initiatives=[
            initiative(id="I1", name="Initiativ I1", first="07-11-2026", departments=""),
            initiative(id="I2", name="Initiativ I2", first="01-01-2020", last="08-11-2026", departments="1; 2"),
        ],
    ) == (
        Event(day("2026-10-30"), "Østergade", "1 ambassadør er holdt op", departments=("2",)),
        Event(day("2026-11-01"), "Ågården", "2 nye ambassadører", departments=("1",)),
        Event(day("2026-11-05"), "Netværksmøde", "Ideer til foråret"),
        Event(day("2026-11-06"), "Netværksmøde", "holdt"),
        Event(day("2026-11-07"), "Initiativ I1", "er begyndt (alle afdelinger)"),
        Event(day("2026-11-08"), "Initiativ I2", "er slut (Ågården og Østergade)", departments=("1", "2")),
    )


def test_departments_of_one_name_are_told_each_for_itself() -> None:
    alike = [department(number="1", name="Ågården"), department(number="2", name="Ågården")]
    ambassadors = [ambassador(id=f"T{home}", department=home, first="01-11-2026", cohort="") for home in ("1", "2")]
    dataset = read(departments=alike, applications=[], invoices=[], ambassadors=ambassadors)
    found = happened(dataset, day("2026-10-29"), day("2026-11-22"))
    assert [(event.what, event.departments) for event in found] == [
        ("1 ny ambassadør", ("1",)),
        ("1 ny ambassadør", ("2",)),
    ]


def test_the_day_of_the_meeting_is_before_and_the_day_itself_is_since() -> None:
    days = ["29-10-2026", "30-10-2026", "22-11-2026", "23-11-2026"]
    rows = [ambassador(id=f"T{on}", department="1", first=on, cohort="") for on in days]
    assert [event.on for event in events(ambassadors=rows)] == [day("2026-10-30"), day("2026-11-22")]


def test_an_initiative_whose_departments_cannot_be_read_is_not_said_to_be_everybodys() -> None:
    (event,) = events(initiatives=[initiative(first="07-11-2026", departments="hos os")])
    assert (event.what, event.departments) == ("er begyndt (afdelingen kan ikke læses)", ())
