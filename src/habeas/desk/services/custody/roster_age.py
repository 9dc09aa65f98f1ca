"""How old the roster is that the desk works on: people come and go every hour, and an old export holds the wrong ones."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from habeas.desk.models import RosterImport

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


def roster_age(at: datetime) -> RosterAge | None:
    """The age of the newest export applied; None where none was applied yet."""
    found = newest_applied().values_list("as_of", "report__refused").first()
    return age_of(*found, at) if found else None


def newest_applied() -> QuerySet[RosterImport]:
    """The rosters applied, the newest first."""
    return RosterImport.objects.filter(state=RosterImport.State.APPLIED).order_by("-applied_at", "-id")


def age_of(as_of: datetime, refused: object, at: datetime) -> RosterAge:
    """The age of an export as its row has it."""
    return RosterAge(as_of, at - as_of, _count(refused))


def _count(refused: object) -> int:
    return len(refused) if isinstance(refused, list) else refused if isinstance(refused, int) else 0
