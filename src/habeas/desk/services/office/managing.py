"""What an administrator manages: accounts, and the office with its address and targets. An administrator decides nothing."""

import json
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from allauth.mfa.models import Authenticator
from django.db import IntegrityError
from django.db.models import Count, Q, QuerySet

from habeas.desk.doing import Doing
from habeas.desk.models import Account, Decision, Event, Office
from habeas.desk.record.writing import acting
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.second_acts import demand_shown, shown_of

OFFICE_FIELDS = (
    "name", "agency", "address", "email", "telephone", "letter_copies", "notice_hours", "dispute_minutes", "release_hours", "shift_starts",
    "date_form", "clock_form",
)  # fmt: skip
"""What an administrator sets alone; place, time zone and policy need counsel as well."""
VOUCHERS = (Account.Role.COMMANDER, Account.Role.COUNSEL)
"""Who vouches that the person behind an account is who it says, and holds that post."""
IDENTITY = frozenset({"first_name", "last_name", "employee_number", "title", "badge", "provider_subject"})
"""What says who holds an account, under letters too: a change of it has to be verified anew."""


def make_account(given: Mapping[str, str], doing: Doing) -> tuple[Account, str]:
    """Make an account and a first password, which is shown this once. Raises RefusedError for a taken user name or no such role."""
    username = given["username"].strip()
    if given["role"] not in Account.Role.values:
        raise RefusedError("Choose one of the listed roles.")
    if not username or Account.objects.filter(username__iexact=username).exists():
        raise RefusedError("There is an account of that user name, open or closed; choose another.")
    _one_a_person(given.get("employee_number", ""), None)
    password = _password()
    with _one_a_subject(), acting(doing, "account", "account", "new") as entry:
        made = Account.objects.create_user(
            username, password=password, **_details(given), role=given["role"], first_password=True
        )
        _await_voucher(made, doing)
        made.save(update_fields=["unvouched_since"])
        entry.object = f"staff-{made.pk}"
        entry.detail |= {"step": "made", "role": made.role}
    return made, password


def change_account(account: Account, given: Mapping[str, str], doing: Doing) -> None:
    """Change name, unit and numbers, and the role. A changed role ends the sessions. Raises RefusedError for one's own role.

    Whoever was verified under another name, title or number was not verified under this one: somebody vouches again.
    """
    role = given["role"]
    if role not in Account.Role.values:
        raise RefusedError("Choose one of the listed roles.")
    if role != account.role:
        _not_oneself(account, doing, "change your own role")
        _not_the_last(account)
    if account.is_active:
        _one_a_person(given.get("employee_number", ""), account)
    with _one_a_subject(), acting(doing, "account", "account", f"staff-{account.pk}") as entry:
        account.read_anew()
        entry.detail["step"] = "changed"
        if role != account.role:
            entry.detail |= {"step": "role changed", "from": account.role, "to": role}
            account.role, account.sessions_ended = role, account.sessions_ended + 1
        changed = [name for name, value in _details(given).items() if getattr(account, name) != value]
        entry.detail["changed"] = changed
        if entry.detail["step"] == "role changed" or not IDENTITY.isdisjoint(changed):
            _await_voucher(account, doing)
        for name, value in _details(given).items():
            setattr(account, name, value)
        account.save(update_fields=["role", "sessions_ended", "unvouched_since", *_details(given)])


def _one_a_person(number: str, account: Account | None) -> None:
    """Raise RefusedError where another open account bears this employee number: whoever has two could give both signatures."""
    others = Account.objects.filter(employee_number__iexact=number.strip(), is_active=True).exclude(employee_number="")
    other = (others.exclude(pk=account.pk) if account else others).first()
    if other is not None:
        raise RefusedError(
            f"Employee number {number.strip()} is that of {other.username}: one person, one account. Close that one, or correct the number."
        )


@contextmanager
def _one_a_subject() -> Iterator[None]:
    """Raise RefusedError where the database refuses a second account for one subject, open or closed."""
    try:
        yield
    except IntegrityError:
        raise RefusedError(
            "Another account, open or closed, has that name at the identity provider; clear it there first."
        ) from None


def close_account(account: Account, doing: Doing) -> None:
    """Close an account: its sessions end, nobody logs in with it, what it did stays.

    Raises RefusedError for one's own, or the last administrator's.
    """
    _not_oneself(account, doing, "close your own account")
    _not_the_last(account)
    with acting(doing, "account", "account", f"staff-{account.pk}") as entry:
        account.read_anew()
        account.is_active = False
        account.sessions_ended += 1
        account.save(update_fields=["is_active", "sessions_ended"])
        entry.detail["step"] = "closed"


def open_account(account: Account, doing: Doing) -> str:
    """Open a closed account again, with a fresh password, which is shown this once. Raises RefusedError for a person's second one."""
    _one_a_person(account.employee_number, account)
    return _fresh_password(account, doing, "opened again")


def new_password(account: Account, doing: Doing) -> str:
    """Give an account a fresh password, shown this once, and end its sessions."""
    return _fresh_password(account, doing, "password set by an administrator")


def drop_factors(account: Account, doing: Doing) -> None:
    """Take an account's second factors away (a lost device): it cannot sign before it has set up another."""
    _not_oneself(account, doing, "take away your own second factor here")
    with acting(doing, "account", "account", f"staff-{account.pk}") as entry:
        account.read_anew()
        Authenticator.objects.filter(user=account).delete()
        account.sessions_ended += 1
        _await_voucher(account, doing)
        account.save(update_fields=["sessions_ended", "unvouched_since"])
        entry.detail["step"] = "second factors taken away"


def _fresh_password(account: Account, doing: Doing, step: str) -> str:
    _not_oneself(account, doing, "set your own password here; change it under “Your account”")
    password = _password()
    with acting(doing, "account", "account", f"staff-{account.pk}") as entry:
        account.read_anew()
        account.set_password(password)
        account.is_active = account.first_password = True
        account.sessions_ended += 1
        _await_voucher(account, doing)
        account.save(update_fields=["password", "first_password", "is_active", "sessions_ended", "unvouched_since"])
        entry.detail["step"] = step
    return password


def vouch(account: Account, seen: str, doing: Doing) -> None:
    """A second person vouches for an account that an administrator made or could have entered; it works from now on.

    `seen` is the hash of what the page showed (`shown`). Whoever keeps the machine may do so at the shell, as the desk itself.
    Raises RefusedError for one's own, where nobody has to vouch, or where the account changed meanwhile.
    """
    _not_oneself(account, doing, "verify your own account")
    with acting(doing, "account", "account", f"staff-{account.pk}") as entry:
        waiting = to_vouch_for().select_for_update().filter(pk=account.pk).first()
        if waiting is None:
            raise RefusedError("This account does not need verification, or was verified already.")
        demand_shown(seen, shown(waiting), entry)
        waiting.unvouched_since = None
        waiting.save(update_fields=["unvouched_since"])
        entry.detail |= {"step": "vouched for", "role": waiting.role}


def shown(account: Account) -> str:
    """The hash of what whoever verifies an account is shown: who it says it is, its role, and how it is entered."""
    return shown_of("verify_account", account)


def to_vouch_for() -> QuerySet[Account]:
    """The accounts that wait for somebody to vouch for them, the oldest first."""
    return Account.objects.filter(is_active=True, unvouched_since__isnull=False).order_by("unvouched_since", "pk")


def unvouched(number: int) -> Account | None:
    """The account with this number, if it waits for somebody to vouch for it."""
    return to_vouch_for().filter(pk=number).first()


def account_numbered(number: int) -> Account | None:
    """One account, open or closed."""
    return Account.objects.filter(pk=number).first()


def every_account() -> list[Account]:
    """Every account, the open ones first, each with its second factors (`factors`)."""
    return list(
        Account.objects.annotate(factors=factors_set_up()).order_by("-is_active", "role", "last_name", "username")
    )


def factors_set_up() -> Count:
    """How many second factors an account has, as a column; codes to get back in are none."""
    return Count("authenticator", filter=~Q(authenticator__type=Authenticator.Type.RECOVERY_CODES))


def _await_voucher(account: Account, doing: Doing) -> None:
    """Stop an account until somebody vouches for it: whoever manages accounts must not become a second person by making one.

    An administrator's own kind sees nobody and decides nothing. Until the office has decided anything, an account waits only where
    somebody could vouch for it; afterwards always, also where every voucher was closed first: `habeas desk vouch` is then left.
    A mark that stands is lifted by a voucher alone.
    """
    others = Account.objects.filter(role__in=VOUCHERS, is_active=True, unvouched_since=None).exclude(pk=account.pk)
    waits = account.unvouched_since is not None or others.exists() or Decision.objects.exists()
    account.unvouched_since = doing.at if waits and account.role != Account.Role.ADMINISTRATOR else None


def _password() -> str:
    return secrets.token_urlsafe(12)


def _details(given: Mapping[str, str]) -> dict[str, str]:
    names = ("first_name", "last_name", "employee_number", "unit", "title", "badge", "telephone", "provider_subject")
    return {name: given.get(name, "").strip() for name in names}


def _not_oneself(account: Account, doing: Doing, what: str) -> None:
    if doing.account is not None and account.pk == doing.account.pk:
        raise RefusedError(f"You cannot {what}; another administrator can.")


def _not_the_last(account: Account) -> None:
    others = Account.objects.filter(role=Account.Role.ADMINISTRATOR, is_active=True).exclude(pk=account.pk)
    if account.role == Account.Role.ADMINISTRATOR and not others.exists():
        raise RefusedError("This is the last administrator; make another one first.")


def last_change(here: Office) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """The last change of the office's settings, from what to what; None where there was none, or something changed since."""
    rows = Event.objects.filter(act="configure", kind="office", object=here.site).order_by("-seq")
    found: dict[str, Any] = next((json.loads(body)["detail"] for body in rows.values_list("body", flat=True)[:1]), {})
    before, after = found.get("from"), found.get("to")
    if not isinstance(before, dict) or not isinstance(after, dict) or not set(after) <= set(OFFICE_FIELDS):
        return None
    return (before, after) if all(getattr(here, name) == value for name, value in after.items()) else None


def undo_office(here: Office, doing: Doing) -> None:
    """Take the last change of the office's settings back; that is a change of its own. RefusedError where there is none to take back."""
    found = last_change(here)
    if found is None:
        raise RefusedError("There is no change of these settings to undo.")
    set_office(here, found[0], doing)


def set_office(here: Office, given: Mapping[str, Any], doing: Doing) -> None:
    """Set the office's name, address and targets; the record says each from what to what. Its place and law: `office_law`."""
    changed = {name: (getattr(here, name), given[name]) for name in OFFICE_FIELDS if name in given}
    changed = {name: pair for name, pair in changed.items() if pair[0] != pair[1]}
    if not changed:
        return
    with acting(doing, "configure", "office", here.site) as entry:
        for name, (_, new) in changed.items():
            setattr(here, name, new)
        here.save(update_fields=list(changed))
        entry.detail |= {"changed": sorted(changed), "from": {name: old for name, (old, _) in changed.items()}}
        entry.detail["to"] = {name: new for name, (_, new) in changed.items()}
