"""Templates of letters at the desk: counsel proposes one, a second person approves it with a second factor; the older stays on file."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import Max

from habeas.answers.letter_template import check_template
from habeas.desk.doing import Doing
from habeas.desk.models import LetterTemplate
from habeas.desk.record.writing import EventEntry, acting
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.guards import STRONG_FACTORS
from habeas.desk.workflow.machine import check_right, needed
from habeas.requests.vocabulary import KINDS

State = LetterTemplate.State


def template_text(kind: str) -> str:
    """The text of the template in use for a kind of request: its own, else the one for every kind; empty where there is none."""
    rows = LetterTemplate.objects.filter(state=State.IN_USE, kind__in=[kind, ""]).order_by("-kind")
    return next(iter(rows.values_list("text", flat=True)[:1]), "")


def templates() -> list[LetterTemplate]:
    """Every template in use or waiting, those that wait first, then by kind."""
    rows = LetterTemplate.objects.filter(state__in=[State.PROPOSED, State.IN_USE])
    return list(rows.select_related("proposed_by", "decided_by").order_by("-state", "kind", "version"))


def template_called(key: str) -> LetterTemplate | None:
    """One template by its key."""
    return LetterTemplate.objects.filter(key=key).first()


def propose(kind: str, text: str, doing: Doing) -> LetterTemplate:
    """Propose a template; nothing changes before it is approved.

    Raises RefusedError for no such kind, BadInputError where the text is no template.
    """
    check_right(needed("propose_letter"), doing.role)
    text = text.replace("\r", "").strip() + "\n"
    if kind and kind not in KINDS:
        raise RefusedError("Choose one of the listed kinds of request.")
    check_template(text)
    with acting(doing, "configure", "letter_template", "") as entry:
        last = LetterTemplate.objects.filter(kind=kind).aggregate(last=Max("version"))["last"] or 0
        made = LetterTemplate.objects.create(
            kind=kind, version=last + 1, text=text, sha256=hashlib.sha256(text.encode()).hexdigest(),
            proposed_by=doing.needed_account, proposed_at=doing.at,
        )  # fmt: skip
        entry.object = made.key
        _say(entry, "template proposed", made)
    return made


def approve(template: LetterTemplate, seen: str, doing: Doing) -> None:
    """Put a proposed template in use, in place of the older one of its kind; drafts made before keep their letter.

    `seen` is the hash of the text that the page showed. Raises RefusedError for whoever proposed it, or without a second factor.
    """
    with _deciding(template, seen, doing) as (fresh, entry):
        older = LetterTemplate.objects.filter(kind=fresh.kind, state=State.IN_USE)
        older.update(state=State.ENDED)
        fresh.state = State.IN_USE
        _say(entry, "template approved", fresh)


def turn_down(template: LetterTemplate, seen: str, why: str, doing: Doing) -> None:
    """Reject a proposed template. Raises RefusedError without a reason."""
    if not why.strip():
        raise RefusedError("Say why it is rejected.")
    with _deciding(template, seen, doing) as (fresh, entry):
        fresh.state, fresh.why = State.TURNED_DOWN, why.strip()[:300]
        _say(entry, "template rejected", fresh)
        entry.sealed["why"] = fresh.why


@contextmanager
def _deciding(template: LetterTemplate, seen: str, doing: Doing) -> Iterator[tuple[LetterTemplate, EventEntry]]:
    check_right(needed("approve_letter"), doing.role)
    if doing.factor not in STRONG_FACTORS:
        raise RefusedError("Enter your second factor (code or security key) to confirm.")
    with acting(doing, "configure", "letter_template", template.key) as entry:
        fresh = LetterTemplate.objects.select_for_update(of=("self",)).get(pk=template.pk)
        if fresh.state != State.PROPOSED or fresh.sha256 != seen:
            raise RefusedError("This template is not waiting as you were shown it; look again.")
        if fresh.proposed_by_id == doing.needed_account.pk:
            raise RefusedError("You proposed this template; another person approves it.")
        yield fresh, entry
        fresh.decided_by, fresh.decided_at = doing.needed_account, doing.at
        fresh.save()


def _say(entry: EventEntry, step: str, made: LetterTemplate) -> None:
    entry.detail |= {"step": step, "kind": made.kind or "every kind", "version": made.version, "sha256": made.sha256}
