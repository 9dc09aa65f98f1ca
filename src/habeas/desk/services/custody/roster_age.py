"""How old the roster is that the desk works on: people come and go every hour, and an old export holds the wrong ones."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

FRESH = timedelta(hours=24)
"""Older than this is said on every page that rests on the roster: the county's own target, no law."""


@dataclass(frozen=True, slots=True)
class RosterAge:
    """The export in use: of when it speaks, how old that is, and how many of its rows were refused."""

    as_of: datetime
    age: timedelta
    refused: int

    @property
    def old(self) -> bool:
        """Whether it should be said."""
        return self.age > FRESH

    @property
    def words(self) -> str:
        """The age as one reads it."""
        hours = int(self.age.total_seconds() // 3600)
        return f"{hours // 24} days" if hours >= 48 else f"{hours} hours"


def roster_age(here: Any, at: datetime) -> RosterAge | None:
    """The age of the newest export applied, from the office as `office()` reads it; None where none was applied yet."""
    as_of = getattr(here, "roster_as_of", None)
    return RosterAge(as_of, at - as_of, _count(here.roster_refused)) if as_of else None


def _count(refused: object) -> int:
    return len(refused) if isinstance(refused, list) else refused if isinstance(refused, int) else 0
