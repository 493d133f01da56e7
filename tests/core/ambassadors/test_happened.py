"""What happened among the ambassadors since a date."""

from core.ambassadors.happened import AmbassadorNews, ambassador_news
from core.ambassadors.tables import NetworkMeeting
from tests.core.ambassadors.build import ambassador, day, initiative

NAMES = {"1": "Ågården", "2": "Østergade"}


def test_who_came_and_went_and_what_was_held_and_begun_is_told_oldest_first() -> None:
    found = ambassador_news(
        [
            ambassador("T1", "1", "2026-11-01"),
            ambassador("T2", "1", "2026-11-01"),
            ambassador("T3", "2", "2020-01-01", "2026-10-30"),
        ],
        [NetworkMeeting(day("2026-11-05"), "Ideer til foråret"), NetworkMeeting(day("2026-11-06"))],
        [initiative("I1", "2026-11-07"), initiative("I2", "2020-01-01", "1", "2", last="2026-11-08")],
        NAMES,
        day("2026-10-29"),
        day("2026-11-22"),
    )
    assert found == (
        AmbassadorNews(day("2026-10-30"), "Østergade", "1 ambassadør er holdt op"),
        AmbassadorNews(day("2026-11-01"), "Ågården", "2 nye ambassadører"),
        AmbassadorNews(day("2026-11-05"), "Netværksmøde", "Ideer til foråret"),
        AmbassadorNews(day("2026-11-06"), "Netværksmøde", "holdt"),
        AmbassadorNews(day("2026-11-07"), "Initiativ I1", "er begyndt (alle afdelinger)"),
        AmbassadorNews(day("2026-11-08"), "Initiativ I2", "er slut (Ågården og Østergade)"),
    )


def test_the_day_of_the_meeting_is_before_and_the_day_itself_is_since() -> None:
    days = ["2026-10-29", "2026-10-30", "2026-11-22", "2026-11-23"]
    found = ambassador_news(
        [ambassador(f"T{on}", "1", on) for on in days], [], [], NAMES, day("2026-10-29"), day("2026-11-22")
    )
    assert [item.on for item in found] == [day("2026-10-30"), day("2026-11-22")]
