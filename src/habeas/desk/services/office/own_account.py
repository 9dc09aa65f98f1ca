"""What anybody may do with their own account: switch single keys off, end all sessions, see their last log-ins."""

import json
from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt

from habeas.desk.doing import Doing
from habeas.desk.models import Account, Event
from habeas.desk.record.writing import EventEntry, acting, write


def set_single_keys(account: Account, on: bool, doing: Doing) -> None:
    """Switch single keys on or off for an account."""
    with acting(doing, "account", "account", f"staff-{account.pk}") as entry:
        account.single_keys = on
        account.save(update_fields=["single_keys"])
        entry.detail |= {"step": "single keys", "on": on}


def set_sound(account: Account, on: bool, doing: Doing) -> None:
    """Switch the sound of the board on or off for an account."""
    with acting(doing, "account", "account", f"staff-{account.pk}") as entry:
        account.sound = on
        account.save(update_fields=["sound"])
        entry.detail |= {"step": "sound", "on": on}


def end_sessions(account: Account, doing: Doing) -> None:
    """End every session of an account: none fits any more from the next request on."""
    with acting(doing, "log_out", "account", f"staff-{account.pk}") as entry:
        account.read_anew()
        account.sessions_ended += 1
        account.save(update_fields=["sessions_ended"])
        entry.detail["step"] = "everywhere"
        more = EventEntry("account", f"staff-{account.pk}", detail={"step": "sessions ended"})
        write(doing, "account", more)  # says the count, by which a session from before is known


def factors_of(account: Account) -> dict[str, bool]:
    """Which second factors are set up: an app's codes (`totp`), a security key (`webauthn`), codes to get back in (`codes`)."""
    kinds = set(Authenticator.objects.filter(user=account).values_list("type", flat=True))
    wanted = Authenticator.Type
    return {
        "totp": wanted.TOTP in kinds,
        "webauthn": wanted.WEBAUTHN in kinds,
        "codes": wanted.RECOVERY_CODES in kinds,
    }


def has_second_factor(account: Account) -> bool:
    """Whether an account can give a second factor; codes to get back in are none."""
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return Authenticator.objects.filter(user=account, type__in=kinds).exists()


def app_secret(number: int) -> str:
    """The secret that an account's app makes its codes from; empty where it has none. For a demonstration alone."""
    held = Authenticator.objects.filter(user=number, type=Authenticator.Type.TOTP).first()
    return str(decrypt(held.data["secret"])) if held else ""


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One line about an account: when, and what."""

    at: datetime
    said: str


_SAID = {
    "log_in": "logged in", "log_out": "logged out", "log_in_refused": "log-in refused",
    "second_factor": "second factor given", "account": "account changed",
}  # fmt: skip


def last_lines(account: Account, most: int = 12) -> list[AccountLine]:
    """The last log-ins, refusals and changes of an account, newest first, so that a stranger's use is noticed."""
    rows = Event.objects.filter(kind="account", object=f"staff-{account.pk}", act__in=_SAID).order_by("-seq")[:most]
    return [AccountLine(row.at, _line(row)) for row in rows]


def _line(row: Event) -> str:
    detail = json.loads(row.body)["detail"]
    more = ", ".join(str(detail[key]) for key in ("method", "why", "step", "factor") if key in detail)
    return f"{_SAID[row.act]}{f' ({more})' if more else ''}"
