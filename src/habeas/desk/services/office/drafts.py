"""Unsent words of long forms: kept for the account that typed them, encrypted, offered back, discarded when sent, swept after a week."""

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.urls import Resolver404, resolve

from habeas.desk.models import Account, FormDraft
from habeas.desk.seals import keys
from habeas.desk.workflow.errors import RefusedError

LASTS = timedelta(days=7)
"""How long unsent words are kept."""
MOST_BYTES = 64_000
MOST_FORMS = 40
"""What one account can leave behind: the size of a form, and how many."""
PAGES = frozenset(
    {
        "deciding", "dispute_new", "letters", "manage_office", "profile_shape", "profile_columns", "profile_codes",
    }
)  # fmt: skip
"""The pages with a form that is worth keeping; the words of no other are stored."""
NEVER = frozenset(
    {"csrfmiddlewaretoken", "version", "shown", "seen", "code", "password", "answer", "draft", "do", "propose"}
)
"""What is never kept of a form: what proves who sends it, or what was shown."""


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """Unsent words of a form, and when they were last saved."""

    fields: Mapping[str, Sequence[str]]
    saved_at: datetime


def save_draft(account: Account, form: str, fields: Mapping[str, Sequence[str]], at: datetime) -> None:
    """Keep what somebody typed into a form: its page's path and, after `#`, its name. Old words of everybody are swept.

    Raises RefusedError for a form that is not kept, or too much.
    """
    _check(form)
    kept = {name: list(values) for name, values in fields.items() if name not in NEVER and any(map(str.strip, values))}
    text = json.dumps(kept)
    if len(text) > MOST_BYTES:
        raise RefusedError("The form is too long to be kept.")
    sweep(at)
    if not kept:
        discard_draft(account, form)
        return
    FormDraft.objects.update_or_create(
        account=account, form=form, defaults={"content": _closed(account.pk, form, text), "saved_at": at}
    )
    extra = FormDraft.objects.filter(account=account).order_by("-saved_at").values_list("pk", flat=True)[MOST_FORMS:]
    FormDraft.objects.filter(pk__in=list(extra)).delete()


def _check(form: str) -> None:
    path, _, name = form.partition("#")
    try:
        known = resolve(path).view_name in PAGES
    except Resolver404:
        known = False
    if not known or not name.isidentifier() or len(form) > 160:
        raise RefusedError("The words of this form are not kept.")


def kept_draft(
    account: Account, form: str, at: datetime, rows: Iterable[Mapping[str, Any]] | None = None
) -> KeptDraft | None:
    """What this account typed into the form and did not send; None where there is nothing, or it cannot be read here.

    `rows` are drafts that the page has read already.
    """
    if rows is None:
        rows = FormDraft.objects.filter(account=account, form=form).values("account_id", "form", "content", "saved_at")
    mine = (
        row for row in rows if (row["account_id"], row["form"]) == (account.pk, form) and row["saved_at"] > at - LASTS
    )
    return next((_read(account.pk, form, row["content"], row["saved_at"]) for row in mine), None)


def _closed(account: int, form: str, text: str) -> str:
    """The words as they are stored: for one account and one form, so that whoever moves the row to their own account reads nothing."""
    return _box().encrypt(json.dumps([account, form, text]).encode()).decode()


def _read(account: int, form: str, content: str, saved_at: datetime) -> KeptDraft | None:
    try:
        *of, text = json.loads(_box().decrypt(content.encode()))
        return KeptDraft(json.loads(text), saved_at) if of == [account, form] else None
    except (InvalidToken, ValueError, TypeError):
        return None


def discard_draft(account: Account, form: str) -> None:
    """Forget what this account typed into the form."""
    FormDraft.objects.filter(account=account, form=form).delete()


def sweep(at: datetime) -> None:
    """Forget everything that nobody sent in a week."""
    FormDraft.objects.filter(saved_at__lte=at - LASTS).delete()


def _box() -> MultiFernet:
    return MultiFernet([_fernet(each) for each in keys()])


@cache
def _fernet(secret: str) -> Fernet:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"habeas drafts of forms").derive(secret.encode())
    return Fernet(base64.urlsafe_b64encode(key))
