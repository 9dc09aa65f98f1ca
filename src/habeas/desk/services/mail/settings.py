"""The office's mail server as it is set: checked, its password sealed to the server it is for, every change in the record."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from habeas.common.numbers import whole_number
from habeas.desk.accounts.factor_secrets import FactorAdapter
from habeas.desk.doing import Doing
from habeas.desk.models import Account, MailSetting
from habeas.desk.record.writing import acting
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, needed

ROLES: dict[str, str] = {
    value: str(label) for value, label in Account.Role.choices if value not in {"inspector", "administrator"}
}
"""Whom a mail can be for."""
HERE = frozenset({"localhost", "127.0.0.1", "::1"})
MOST = 20
FIELDS = ("on", "host", "port", "security", "username", "sender", "desk_address", "recipients", "hours_before")


def mail_setting() -> MailSetting:
    """The setting; an empty one that is off where nobody set any."""
    return MailSetting.objects.first() or MailSetting()


def set_mail(given: Mapping[str, Any], doing: Doing) -> MailSetting:
    """Set the server, the sender and the recipients. An empty password leaves the one that is kept, for the same server only.

    Raises RefusedError with what to mend.
    """
    check_right(needed("manage_office"), doing.role)
    held = mail_setting()
    before = {name: getattr(held, name) for name in FIELDS}
    kept = password_of(held) if held.pk else ""
    for name, value in _checked(given).items():
        setattr(held, name, value)
    moved = any(before[name] != getattr(held, name) for name in ("host", "port", "security", "username"))
    typed = str(given.get("password", ""))
    held.password = _locked(held, typed or ("" if moved or not held.username else kept))
    _check_way(held)
    with acting(doing, "configure", "mail", "mail") as entry:
        held.save()
        changed = sorted(name for name in FIELDS if before[name] != getattr(held, name))
        entry.detail |= {"step": "mail", "changed": changed, "on": held.on, "password": bool(held.password)}
        entry.sealed["to"] = {name: getattr(held, name) for name in changed}
    return held


def password_of(held: MailSetting) -> str:
    """The password, opened. Raises RefusedError where it was not sealed here, or for another server."""
    if not held.password:
        return ""
    said = json.loads(FactorAdapter().decrypt(held.password))
    if said["for"] != _server(held):
        raise RefusedError("The password belongs to another mail server. Enter it again.")
    return str(said["password"])


def _locked(held: MailSetting, password: str) -> str:
    if not password:
        return ""
    return FactorAdapter().encrypt(json.dumps({"for": _server(held), "password": password}))


def _server(held: MailSetting) -> list[Any]:
    return [held.host, held.port, held.security, held.username]


def _checked(given: Mapping[str, Any]) -> dict[str, Any]:
    """What was given, field by field. Raises RefusedError for the first that cannot be."""
    port = whole_number(str(given.get("port", "")).strip(), most=65_535)
    hours = whole_number(str(given.get("hours_before", "")).strip(), most=72)
    if not port:
        raise RefusedError("Port: enter a whole number, such as 587.")
    if not hours:
        raise RefusedError("Hours before a deadline: enter a whole number from 1 to 72.")
    if given.get("security") not in MailSetting.Security.values:
        raise RefusedError("Choose how the connection is secured.")
    return {
        "on": bool(given.get("on")),
        "host": _host(str(given.get("host", ""))),
        "port": port,
        "security": given["security"],
        "username": _one_line(str(given.get("username", "")), "User name", 120),
        "sender": checked_address(str(given.get("sender", ""))),
        "desk_address": _link(str(given.get("desk_address", ""))),
        "recipients": _recipients(given),
        "hours_before": hours,
    }


def _check_way(held: MailSetting) -> None:
    if held.security == MailSetting.Security.NONE and held.host not in HERE:
        raise RefusedError("Without TLS only a mail server on this machine (localhost) is used.")
    if held.on and not any(held.recipients.values()):
        raise RefusedError("Enter at least one address that mail goes to.")


def _host(text: str) -> str:
    text = text.strip().lower()
    if not text or len(text) > 120 or not all((each.isalnum() and each.isascii()) or each in ".-:" for each in text):
        raise RefusedError("Mail server: enter its name or address, such as mail.county.gov.")
    return text


def _one_line(text: str, words: str, most: int) -> str:
    text = text.strip()
    if len(text) > most or not text.isprintable():
        raise RefusedError(f"{words}: at most {most} characters, on one line.")
    return text


def checked_address(text: str) -> str:
    """An e-mail address as it is used. Raises RefusedError for what is none."""
    text = text.strip()
    try:
        validate_email(text)
    except ValidationError:
        raise RefusedError(f'"{text[:60]}" is no e-mail address.') from None
    return text


def _link(text: str) -> str:
    text = _one_line(text, "Address of the desk", 200)
    try:
        found = urlsplit(text)
        usable = found.scheme in {"http", "https"} and bool(found.hostname) and not (found.query or found.fragment)
    except ValueError:
        usable = False
    if not usable or " " in text or "@" in text:
        raise RefusedError("Address of the desk: enter it as staff open it, such as https://habeas.county.gov/.")
    return text


def _recipients(given: Mapping[str, Any]) -> dict[str, list[str]]:
    found = {role: str(given.get(f"to_{role}", "")).replace(",", "\n").splitlines() for role in ROLES}
    made = {role: [checked_address(each) for each in lines if each.strip()] for role, lines in found.items()}
    if any(len(lines) > MOST for lines in made.values()):
        raise RefusedError(f"At most {MOST} addresses for a role.")
    return {role: lines for role, lines in made.items() if lines}
