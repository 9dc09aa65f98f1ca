"""Addresses that are told of events: registered by an administrator, approved by a second person, ended by either."""

import json
import secrets
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.db.models import QuerySet

from habeas.desk.accounts.factor_secrets import FactorAdapter
from habeas.desk.doing import Doing
from habeas.desk.models import Webhook
from habeas.desk.models.access import last_event
from habeas.desk.record.writing import acting
from habeas.desk.seals import fits, seal
from habeas.desk.services.mail.settings import HERE
from habeas.desk.services.office.managing import VOUCHERS
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, needed
from habeas.desk.workflow.second_acts import demand_shown, shown_of

EVENTS: dict[str, str] = {
    "request.received": "A document was received",
    "request.ready": "A decision is in force",
    "request.answered": "An answer was sent",
    "request.watching": "A hold was lodged",
    "request.disputed": "A dispute was opened",
    "request.ended": "A request ended",
    "request.closed": "A request was closed",
}
"""What an address can be told: a request's new state."""
MOST = 20
"""How many addresses may stand at once."""


def make_hook(name: str, address: str, events: Iterable[str], doing: Doing) -> tuple[Webhook, str]:
    """Register an address. Returns its row and the secret, which is shown this once.

    It is told nothing before a second person approved it. Raises RefusedError for an address that is none, or no event.
    """
    check_right(needed("manage_keys"), doing.role)
    wanted, where = sorted(set(events)), checked_address(address)
    if not wanted or set(wanted) - EVENTS.keys():
        raise RefusedError(f"Choose at least one event of: {', '.join(EVENTS)}.")
    if not name.strip() or len(name.strip()) > 80:
        raise RefusedError("Purpose: enter at most 80 characters.")
    if standing().count() >= MOST:
        raise RefusedError(f"{MOST} addresses stand already. End one first.")
    secret = f"whsec_{secrets.token_urlsafe(32)}"
    made = Webhook(name=name.strip(), address=where, events=wanted, made_by=doing.needed_account, made_at=doing.at)
    made.secret = FactorAdapter().encrypt(json.dumps({"for": where, "secret": secret}))
    with acting(doing, "account", "webhook", made.key) as entry:
        made.save()
        entry.detail |= {"step": "made", "events": wanted}
        entry.sealed["address"] = where
    return made, secret


def checked_address(text: str) -> str:
    """An address that may be called: https, or http on this machine. Raises RefusedError for any other."""
    text = text.strip()
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise RefusedError(_WANTED) from None
    plain = parts.scheme == "http" and host in HERE
    usual = text.isascii() and text.isprintable() and " " not in text and len(text) <= 300
    if (
        not usual
        or not host
        or port == 0
        or not (parts.scheme == "https" or plain)
        or "@" in parts.netloc
        or parts.fragment
    ):
        raise RefusedError(_WANTED)
    return text


_WANTED = (
    "Address: enter one that begins with https://, such as https://jms.county.gov/habeas, without a password in it."
)


def shown(hook: Webhook) -> str:
    """The hash of what whoever approves an address is shown."""
    return shown_of("approve_webhook", hook)


def approve_hook(hook: Webhook, seen: str, doing: Doing) -> None:
    """A commander or counsel approves where events go. `seen`: the hash of what the page showed.

    Raises RefusedError for whoever registered it, for another role, and where it changed or ended meanwhile.
    """
    account = doing.needed_account
    if account.role not in VOUCHERS or account.unvouched_since is not None:
        raise RefusedError("Only a commander or county counsel whose own account is verified can approve an address.")
    with acting(doing, "account", "webhook", hook.key) as entry:
        fresh = Webhook.objects.select_for_update().get(pk=hook.pk)
        if fresh.made_by_id == account.pk:
            raise RefusedError("You registered this address; another person approves it.")
        if fresh.vouched_at is not None or fresh.ended_at is not None:
            raise RefusedError("This address does not need approval, or was approved or ended already.")
        demand_shown(seen, shown(fresh), entry)
        fresh.vouched_at, fresh.vouched_by, fresh.from_seq = doing.at, account, last_event()
        fresh.seal = seal(*fresh.said_of_seal)
        fresh.save(update_fields=["vouched_at", "vouched_by", "from_seq", "seal"])
        entry.detail |= {"step": "vouched for", "events": fresh.events}


def end_hook(hook: Webhook, doing: Doing) -> None:
    """Tell an address nothing more, now."""
    check_right(needed("manage_keys"), doing.role)
    with acting(doing, "account", "webhook", hook.key) as entry:
        hook.ended_at = doing.at
        hook.save(update_fields=["ended_at"])
        entry.detail["step"] = "revoked"


def is_ours(hook: Webhook) -> bool:
    """Whether two people at this desk stand for the address as it is."""
    return hook.vouched_at is not None and hook.ended_at is None and fits(hook.seal, *hook.said_of_seal)


def secret_of(hook: Webhook) -> bytes:
    """What calls to the address are signed with. Raises RefusedError where it was not sealed here, or for another address."""
    said = json.loads(FactorAdapter().decrypt(hook.secret))
    if said["for"] != hook.address:
        raise RefusedError("The secret belongs to another address.")
    return str(said["secret"]).encode()


def standing() -> QuerySet[Webhook]:
    """The addresses that nobody has ended."""
    return Webhook.objects.filter(ended_at=None)


def newest_first() -> list[Webhook]:
    """Every address, those that stand first."""
    return list(Webhook.objects.select_related("made_by", "vouched_by").order_by("ended_at", "-made_at"))


def to_approve() -> QuerySet[Webhook]:
    """The addresses that wait for a second person, the oldest first."""
    return standing().filter(vouched_at=None).select_related("made_by").order_by("made_at", "pk")


def hook_called(key: str) -> Webhook | None:
    """One address that stands."""
    return standing().filter(key=key).first()
