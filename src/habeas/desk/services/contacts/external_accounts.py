"""The list of outside accounts: who outside can look into which of our systems. Access by log-in is disclosure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from habeas.desk.doing import Doing
from habeas.desk.models import Office, OutsideAccount
from habeas.desk.models.base import new_key
from habeas.desk.record.writing import acting
from habeas.desk.services.office.office import local_day, office, place_of
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, needed
from habeas.law.engine.jurisdictions import resolve

Kind = OutsideAccount.Kind
REVIEW_DAYS = 91
"""Four times a year: our own rule, not law."""


@dataclass(frozen=True, slots=True)
class GivenAccount:
    """What is written down when an account becomes known."""

    kind: str
    holder: str
    system: str
    purpose: str
    opened_on: date


@dataclass(frozen=True, slots=True)
class AccountStanding:
    """One account with why it must be looked at now, in words; nothing where it need not."""

    account: OutsideAccount
    why: tuple[str, ...]
    review_by: date


def record(given: GivenAccount, doing: Doing) -> OutsideAccount:
    """Write an account into the list. Raises RefusedError where it says too little."""
    check_right(needed("keep_outside_accounts"), doing.role)
    if given.kind not in Kind.values or not all(text.strip() for text in (given.holder, given.system, given.purpose)):
        raise RefusedError("Enter the type, the holder, the system and the purpose.")
    key = new_key()
    with acting(doing, "account", "outside", key) as entry:
        entry.detail |= {"step": "recorded", "kind": given.kind, "system": given.system}
        entry.sealed["holder"] = given.holder
        return OutsideAccount.objects.create(
            key=key, kind=given.kind, holder=given.holder[:120], system=given.system[:120],
            purpose=given.purpose[:200], opened_on=given.opened_on, recorded_by=doing.needed_account,
        )  # fmt: skip


def used(account: OutsideAccount, at: datetime, rows: int | None, doing: Doing) -> None:
    """Record when it was last used and how many rows it saw (None where the system does not say)."""
    check_right(needed("keep_outside_accounts"), doing.role)
    if at > doing.at:
        raise RefusedError("It cannot have been used in the future.")
    with acting(doing, "account", "outside", account.key) as entry:
        account.last_used_at, account.rows_seen = at, rows
        account.save(update_fields=["last_used_at", "rows_seen"])
        entry.detail |= {"step": "used", "at": at.isoformat(), "rows": rows}


def review(account: OutsideAccount, doing: Doing) -> None:
    """Record that it was reviewed under the law as it stands: the packs' hashes are kept with it."""
    check_right(needed("keep_outside_accounts"), doing.role)
    with acting(doing, "account", "outside", account.key) as entry:
        _open(account)
        here = office()
        account.reviewed_on, account.reviewed_by = local_day(here, doing.at), doing.needed_account
        account.law = law_now()
        account.save(update_fields=["reviewed_on", "reviewed_by", "law"])
        entry.detail["step"] = "reviewed"
        entry.packs = dict(account.law)


def revoke(account: OutsideAccount, doing: Doing) -> None:
    """Record that it was taken away."""
    check_right(needed("keep_outside_accounts"), doing.role)
    with acting(doing, "account", "outside", account.key) as entry:
        _open(account)
        account.revoked_on = local_day(office(), doing.at)
        account.save(update_fields=["revoked_on"])
        entry.detail["step"] = "revoked"


def _open(account: OutsideAccount) -> None:
    if account.revoked_on is not None:
        raise RefusedError("This account was revoked.")


def law_now(here: Office | None = None) -> dict[str, str]:
    """Each pack that governs here with its hash."""
    return dict(resolve(place_of(here or office())).hashes)


def standing(account: OutsideAccount, day: date, law: dict[str, str]) -> AccountStanding:
    """Whether an account must be looked at: never reviewed, a quarter past, or reviewed under other law."""
    last = account.reviewed_on or account.opened_on
    review_by = last + timedelta(days=REVIEW_DAYS)
    changed = sorted(name for name in law if account.law.get(name) != law[name])
    found = []
    if account.revoked_on is None:
        if account.reviewed_on is None:
            found.append("never reviewed")
        elif changed:
            found.append(f"the law changed since the review ({', '.join(changed)})")
        if review_by < day:
            found.append("the quarterly review is past")
    return AccountStanding(account, tuple(found), review_by)


def accounts() -> QuerySet[OutsideAccount]:
    """Every account, those that stand first."""
    return OutsideAccount.objects.select_related("recorded_by", "reviewed_by").order_by("revoked_on", "system", "id")


def account_called(key: str) -> OutsideAccount | None:
    """One account."""
    return OutsideAccount.objects.filter(key=key).first()


def by_holder() -> list[OutsideAccount]:
    """Every account, those that stand first, by who holds it."""
    return list(OutsideAccount.objects.select_related("reviewed_by").order_by("revoked_on", "holder"))
