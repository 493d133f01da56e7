"""What people see in a cell that a spreadsheet stores as a number. Its format decides what it is: 0.826 shown as
82,6 % is no 0.826, and 46143 shown as a date is no amount.
"""

from datetime import date, datetime, time, timedelta
from decimal import Context, Decimal

_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - spreadsheets count days from here, in no time zone
_DIGITS = Context(prec=15)  # as many as spreadsheets reckon with; what stands behind them is noise


def percent(share: float) -> str:
    """0.826 -> '82,6 %', exactly as stored and not rounded as shown."""
    return f"{(_exact(share) * 100).normalize():f} %".replace(".", ",")


def day(serial: float) -> date | datetime | str:
    """45716 -> 28 February 2025, 45716.5 -> the same at noon. A number beyond the calendar is told as one, in text
    that is read neither as a date nor as an amount.
    """
    try:
        return without_midnight(_DAY_ZERO + timedelta(seconds=round(serial * 86400)))
    except (OverflowError, ValueError):
        return f"dato nr. {_exact(serial):g}"


def without_midnight(moment: datetime) -> date | datetime:
    """Spreadsheets know no dates without a time: midnight is taken for a date."""
    return moment.date() if moment.time() == time() else moment


def clock(days: float) -> str:
    """A time of day or a span of time: 0.75 -> '18:00', 1.0625 -> '25:30', with seconds where there are any."""
    try:
        seconds = round(days * 86400)
    except (OverflowError, ValueError):
        return f"klokkeslæt nr. {_exact(days):g}"
    minutes, rest = divmod(abs(seconds), 60)
    text = f"{minutes // 60:02d}:{minutes % 60:02d}" + (f":{rest:02d}" if rest else "")
    return f"-{text}" if seconds < 0 else text


def _exact(number: float) -> Decimal:
    return _DIGITS.create_decimal(repr(number)).normalize()
