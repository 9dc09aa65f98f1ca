"""How often a password or a code may be tried, so that nobody guesses one and nobody outside keeps a named person out.

A device or address from which the person was logged in before has a count of its own, which nobody elsewhere can use up.
Anywhere else is counted by name and address, by address, and by name; beyond the limit of the name alone a wait is asked, nobody shut out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.account.utils import filter_users_by_username
from django.http import HttpRequest

from habeas.desk.accounts.places import address_of, known_place
from habeas.desk.accounts.signals import moment_of
from habeas.desk.accounts.tries import Limit, give_back, take
from habeas.desk.models import Account
from habeas.desk.workflow.errors import RefusedError

SHORT, HOUR = timedelta(minutes=5), timedelta(hours=1)
PLACE = (Limit(5, SHORT), Limit(20, HOUR))
"""For one name from one place: what a person mistypes, and less than a machine needs."""
ADDRESS = Limit(30, SHORT)
"""From one unknown address, whatever the names."""
NAME = Limit(50, HOUR)
"""Passwords for one name from unknown places all together; beyond it each such address has to wait between two tries."""
PASSWORD_SLOW = Limit(1, timedelta(minutes=10))
CODE_NAME = Limit(20, HOUR)
"""Codes for one account from unknown places all together. Whoever tries one there gave the password already."""
CODE_SLOW = Limit(1, timedelta(minutes=1))
"""Beyond it: one code a minute from all unknown places together, for six digits are soon tried out."""
UNLOCK = Limit(5, timedelta(hours=12))
"""Passwords at the idle lock of one session."""

PASSWORDS = "Too many failed log-ins. Wait five minutes, then try again."
CODES = "Too many wrong codes. Wait five minutes, then try again."
NEW_PLACE = (
    "Too many failed log-ins for this name. A new device must wait: try again in {} minutes. A device you used "
    "before does not have to wait."
)
Bucket = tuple[str, Limit]


class TooManyTriesError(RefusedError):
    """Something was tried too often."""

    status = 429


@dataclass(frozen=True, slots=True)
class Taken:
    """The counts that one try was added to."""

    buckets: tuple[str, ...]

    def rollback(self) -> None:
        """Take it off again: it fitted. Named as the log-in library names it."""
        for bucket in self.buckets:
            give_back(bucket)


def password_try(request: HttpRequest, username: str) -> Taken:
    """Count a password about to be tried for a name. Raises TooManyTriesError where it may not be tried now."""
    at, account = moment_of(request), filter_users_by_username(username).first()
    who = f"password staff-{account.pk}" if account else f"password name {username.strip().casefold()}"
    place = known_place(account, request, at) if account else ""
    if place:
        return _taken(_same(who, place), at, PASSWORDS)
    here = address_of(request)
    taken = _taken([*_same(who, here), (f"password {here}", ADDRESS)], at, PASSWORDS)
    return _or_slowly(taken, (who, NAME), (f"{who} slow {here}", PASSWORD_SLOW), at)


def code_try(request: HttpRequest, account: Account) -> Taken:
    """Count a code of the second factor about to be tried. Raises TooManyTriesError where it may not be tried now."""
    at, who = moment_of(request), f"code staff-{account.pk}"
    place = known_place(account, request, at)
    taken = _taken(_same(who, place or address_of(request)), at, CODES)
    return taken if place else _or_slowly(taken, (who, CODE_NAME), (f"{who} slow", CODE_SLOW), at)


def first_use(account: Account, code: str, at: datetime) -> bool:
    """Whether a code is used for the first time while it can fit; counted where no flood of log-ins can push it out."""
    return take(f"used staff-{account.pk} {code}", Limit(1, timedelta(minutes=3)), at)


def _same(who: str, place: str) -> list[Bucket]:
    return [(f"{who} {place} {limit.within}", limit) for limit in PLACE]


def _taken(buckets: Iterable[Bucket], at: datetime, why: str) -> Taken:
    """One try added to every count, or to none."""
    done: list[str] = []
    for bucket, limit in buckets:
        if not take(bucket, limit, at):
            Taken(tuple(done)).rollback()
            raise TooManyTriesError(why)
        done.append(bucket)
    return Taken(tuple(done))


def _or_slowly(taken: Taken, name: Bucket, slow: Bucket, at: datetime) -> Taken:
    """Count it by name as well; where that is full, by the count that asks a wait."""
    if take(*name, at):
        return Taken((*taken.buckets, name[0]))
    if take(*slow, at):
        return Taken((*taken.buckets, slow[0]))
    taken.rollback()
    raise TooManyTriesError(NEW_PLACE.format(slow[1].within // timedelta(minutes=1)))
