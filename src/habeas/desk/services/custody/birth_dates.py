"""Birth dates as people in a jail write them, and the days that a slip of the hand makes of one."""

from datetime import date

from habeas.desk.workflow.errors import RefusedError
from habeas.matching.dates import parse_date


def day_of_birth(text: str) -> date:
    """Read 02/20/1988, 2/20/1988, 1988-02-20, 20 Feb 1988 or Feb 20, 1988. Raises RefusedError for anything else."""
    try:
        return parse_date(text)
    except ValueError:
        raise RefusedError(
            "Date of birth: enter it as month/day/year with a four-digit year, such as 02/20/1988."
        ) from None


def near_days(day: date) -> list[date]:
    """The same day with month and day the other way round, and a year before and after."""
    found = [(day.year, day.day, day.month), (day.year - 1, day.month, day.day), (day.year + 1, day.month, day.day)]
    return [date(*each) for each in found if _is_day(*each) and date(*each) != day]


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
