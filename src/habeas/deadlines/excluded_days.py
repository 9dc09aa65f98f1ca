"""Days that a count leaves out: Saturdays, Sundays, legal federal holidays, and a court's own holidays where the court's list is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from habeas.common.errors import BadInputError

SATURDAY, SUNDAY, FEDERAL_HOLIDAY, COURT_HOLIDAY = "saturday", "sunday", "federal_holiday", "court_holiday"
WORDS = (SATURDAY, SUNDAY, FEDERAL_HOLIDAY, COURT_HOLIDAY)
"""Every word that `excluding` may hold."""

WORKING_DAYS = (SATURDAY, SUNDAY, FEDERAL_HOLIDAY)
"""What a count of business days leaves out where no court is concerned."""

HOLIDAY_CITATION = "5 USC 6103(a), (b); Executive Order 11582"
"""Which days are legal federal holidays, and on which day each is observed when it falls on a Saturday or Sunday."""

_WEEKDAYS = {5: (SATURDAY, "Saturday"), 6: (SUNDAY, "Sunday")}


@dataclass(frozen=True)
class ExcludedDays:
    """Which local calendar days do not count. `court` holds the court's own holidays with their names, as the court lists them."""

    words: tuple[str, ...] = ()
    court: Mapping[date, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.words)

    def why(self, day: date) -> str | None:
        """Return the reason why `day` does not count, in words, or None where it counts."""
        word, name = _WEEKDAYS.get(day.weekday(), ("", ""))
        if word in self.words:
            return name
        if FEDERAL_HOLIDAY in self.words and (found := federal_holidays(day.year).get(day)):
            return f"{found}, a legal federal holiday"
        if COURT_HOLIDAY in self.words and (found := self.court.get(day)):
            return f"{found}, a holiday of the court"
        return None

    def says(self) -> str:
        """Return the calendar in words."""
        return f"{self.names('and')} do not count" if self.words else "every day counts"

    def names(self, last: str) -> str:
        """Return the days left out in words, joined with `last` (`and`, `or`)."""
        names = [_NAMES[word] for word in WORDS if word in self.words]
        return f" {last} ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


_NAMES = {
    SATURDAY: "Saturdays",
    SUNDAY: "Sundays",
    FEDERAL_HOLIDAY: "legal federal holidays",
    COURT_HOLIDAY: "the court's own holidays",
}


def excluded_days(words: Iterable[str] = (), court: Mapping[date, str] | None = None) -> ExcludedDays:
    """Check `words` (see WORDS) and return the days they leave out.

    Raises BadInputError for a word Habeas does not know, and for `court_holiday` without the court's list: no state's
    or court's holidays are ever supposed.
    """
    given = tuple(dict.fromkeys(words))
    strange = [word for word in given if word not in WORDS]
    if strange:
        raise BadInputError(f'"{strange[0]}" is no kind of day that can be left out; write {", ".join(WORDS)}.')
    if COURT_HOLIDAY in given and not court:
        raise BadInputError("court_holiday needs the court's own list; give it as court_holidays.")
    return ExcludedDays(given, dict(court or {}))


@lru_cache(maxsize=64)
def federal_holidays(year: int) -> Mapping[date, str]:
    """Legal public holidays of 5 USC 6103(a) that fall or are observed in `year`, by day, with their names; no state's, no local ones.

    A holiday on a Saturday is the Friday before instead, one on a Sunday the Monday after: one holiday leaves out one day.
    """
    import holidays  # noqa: PLC0415 - slow to load, and most cases have no count that leaves holidays out

    found = dict(holidays.country_holidays("US", years=(year - 1, year, year + 1), observed=True).items())
    moved = {_holiday_observed_on(day) for day, name in found.items() if name.endswith(_OBSERVED)}
    return {day: name for day, name in found.items() if day.year == year and day not in moved}


_OBSERVED = "(observed)"


def _holiday_observed_on(day: date) -> date:
    """The weekend day whose holiday is observed on `day`: the Saturday after a Friday, the Sunday before a Monday."""
    return day + timedelta(days=1 if day.weekday() == _FRIDAY else -1)


_FRIDAY = 4
