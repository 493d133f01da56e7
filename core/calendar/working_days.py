"""Days on which Danes work: Monday to Friday but for public holidays.

The holidays (helligdage) are reckoned: they follow Easter or stand still, and no file of them has to be kept. Great
Prayer Day was one until 2023. Constitution Day, Christmas Eve and New Year's Eve are none, though many have them off.
"""

from datetime import date, timedelta
from functools import lru_cache

_LAST_GREAT_PRAYER_DAY = 2023


def easter_sunday(year: int) -> date:
    """By the Gregorian calendar: the Sunday after the first full moon of spring, as the church reckons it."""
    golden = year % 19
    century = year // 100
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return date(year, 3, 28) + timedelta(moon - weekday)


@lru_cache(maxsize=512)
def public_holidays(year: int) -> frozenset[date]:
    easter = easter_sunday(year)
    after_easter = [-3, -2, 0, 1, 39, 49, 50, *([26] if year <= _LAST_GREAT_PRAYER_DAY else [])]
    fixed = [(1, 1), (12, 25), (12, 26)]
    return frozenset([easter + timedelta(days) for days in after_easter] + [date(year, *day) for day in fixed])


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in public_holidays(day.year)


def working_days_from(day: date, count: int) -> date:
    """The count-th working day after the day, before it where the count is negative; of none the day itself."""
    step = timedelta(1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day
