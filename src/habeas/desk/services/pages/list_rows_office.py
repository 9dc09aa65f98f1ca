"""The rows of the lists of people, rosters, law and office, as files and printed lists hold them."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from habeas.desk.models import Account, Office
from habeas.desk.services.contacts import external_accounts
from habeas.desk.services.custody import custody
from habeas.desk.services.office import managing, programs
from habeas.desk.services.publication import register as publication
from habeas.desk.services.record.access import COUNTED, accounts_in_use
from habeas.desk.services.releases import release_watch

Row = tuple[Any, ...]


def people(account: Account, asked: Mapping[str, str], here: Office, at: datetime) -> Iterator[Row]:
    """Everybody in custody by the newest roster, by name."""
    rows = release_watch.in_custody().order_by("person__family_name", "person__given_name", "booking_id")
    for each in rows.iterator(chunk_size=1000):
        born, booked, planned = each.person.date_of_birth, each.booked_at, each.scheduled_release_on
        yield each.person.shown, born, each.booking_id, booked, each.facility, each.housing, planned


def releases(account: Account, asked: Mapping[str, str], here: Office, at: datetime) -> Iterator[Row]:
    """The release watch, in its order."""
    for each in release_watch.watch(here, at).rows:
        stay, why = each.booking, release_watch.WHY[each.why]
        numbers = " ".join(request.number for request in each.requests)
        where = (stay.booking_id, stay.facility, stay.housing)
        yield why, stay.person.shown, *where, stay.scheduled_release_on, each.computed, stay.release_ready_at, numbers


def rosters(account: Account, asked: Mapping[str, str], here: Office, at: datetime) -> Iterator[Row]:
    """Every export taken in, the newest first."""
    for each in custody.newest_first():
        who = each.by.shown if each.by else "a program of the jail"
        yield each.as_of, each.received_at, each.name, each.profile, who, each.get_state_display(), each.applied_at


def register(account: Account, asked: Mapping[str, str], here: Office, at: datetime) -> Iterator[Row]:
    """Every entry of the publication register."""
    for each in publication.entries():
        field = each.field.replace("_", " ")
        yield field, each.since, each.until, each.where, each.evidence, each.recorded_by.shown


def outside(account: Account, asked: Mapping[str, str], here: Office, at: datetime) -> Iterator[Row]:
    """Who outside can look in."""
    for each in external_accounts.accounts():
        days = (each.opened_on, each.last_used_at, each.reviewed_on, each.revoked_on)
        yield each.holder, each.system, each.get_kind_display(), each.purpose, *days


def accounts(account: Account, asked: Mapping[str, str], here: Office, at: datetime) -> Iterator[Row]:
    """Every account."""
    for each in managing.every_account():
        factors = each.factors  # type: ignore[attr-defined] # a column of the list
        yield each.shown, each.username, each.get_role_display(), each.unit, factors, each.last_login, _status(each)


def keys(account: Account, asked: Mapping[str, str], here: Office, at: datetime) -> Iterator[Row]:
    """Every key of a program; never the key itself."""
    for each in programs.newest_first():
        verified = each.vouched_by.shown if each.vouched_by else ""
        may = ", ".join(each.scopes)
        yield each.name, may, each.made_by.shown, each.made_at, verified, each.expires_at, each.revoked_at


def access(account: Account, asked: Mapping[str, str], here: Office, at: datetime) -> Iterator[Row]:
    """The review of access."""
    for each, seen in accounts_in_use(at):
        often = f"{COUNTED} or more" if seen >= COUNTED else seen
        factors = each.factors  # type: ignore[attr-defined] # a column of the list
        yield each.shown, each.get_role_display(), factors, each.last_login, often, _status(each)


def _status(account: Account) -> str:
    if not account.is_active:
        return "closed"
    return "waits to be verified" if account.unvouched_since else "open"
