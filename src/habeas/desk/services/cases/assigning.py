"""In whose hands a request is: taken, given to a person or a role with a note, handed back; and comments, which only grow."""

from django.db import transaction
from django.db.models import QuerySet

from habeas.common.numbers import whole_number
from habeas.desk.doing import Doing
from habeas.desk.models import Account, Comment, Request
from habeas.desk.models.base import new_key
from habeas.desk.record.writing import acting
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, needed
from habeas.desk.workflow.table import table

Step = Comment.Step
MOST = 1000


def working_roles() -> dict[str, str]:
    """The roles a request can be given to, each in words."""
    may = needed("assign").roles
    return {value: str(label) for value, label in Account.Role.choices if value in may}


def colleagues() -> QuerySet[Account]:
    """Who can be given a request: every open and verified account of a role that works on requests."""
    return Account.objects.filter(role__in=working_roles(), is_active=True, unvouched_since=None)


def comment(request: Request, words: str, doing: Doing) -> Comment:
    """Add a comment. Raises RefusedError for an empty or an overlong one, NotYoursError for a role that only looks."""
    check_right(needed("comment"), doing.role)
    words = _checked(words)
    if not words:
        raise RefusedError("Write the comment first.")
    with acting(doing, "comment", "request", request.key, request.number):
        return _noted(request, Step.COMMENT, words, doing)


def assign(request: Request, to: str, note: str, doing: Doing) -> Comment:
    """Give a request to a person (the number of the account) or to a role, with a note that says what to do.

    Raises RefusedError without a note, for nobody who works on requests, and for a request that is closed.
    """
    person, role = _target(to)
    own = person is not None and doing.account is not None and person.pk == doing.account.pk
    note = _checked(note)
    if not note and not own:
        raise RefusedError("Write a note: what should be done?")
    return _given(request, Step.TAKEN if own else Step.ASSIGNED, note, doing, person, role)


def take(request: Request, doing: Doing) -> Comment:
    """Take a request into one's own hands."""
    return _given(request, Step.TAKEN, "", doing, doing.needed_account, "")


def pass_on(request: Request, doing: Doing) -> Comment:
    """With the shift, a request goes to whoever accepts it."""
    return _given(request, Step.TAKEN, "With the shift.", doing, doing.needed_account, "")


def hand_back(request: Request, note: str, doing: Doing) -> Comment:
    """Put a request back to everybody of the role whose turn it is. Raises RefusedError without a note, or where nobody has it."""
    note = _checked(note)
    if not note:
        raise RefusedError("Write a note: why is it handed back?")
    return _given(request, Step.HANDED_BACK, note, doing, None, "")


def _given(request: Request, step: str, note: str, doing: Doing, person: Account | None, role: str) -> Comment:
    check_right(needed("assign"), doing.role)
    with transaction.atomic(), acting(doing, "assign", "request", request.key, request.number) as entry:
        fresh = Request.objects.select_for_update(of=("self",)).get(pk=request.pk)
        _check(fresh, step)
        fresh.assigned_to, fresh.assigned_role = person, role
        fresh.save(update_fields=["assigned_to", "assigned_role"])
        entry.detail["step"] = step.replace("_", " ")
        entry.detail["to"] = f"staff-{person.pk}" if person else role
        return _noted(fresh, step, note, doing, person, role)


def _check(request: Request, step: str) -> None:
    if table().states[request.state].closed:
        raise RefusedError("This request is closed: there is nothing to work on.")
    if step == Step.HANDED_BACK and request.assigned_to_id is None and not request.assigned_role:
        raise RefusedError("Nobody has this request: there is nothing to hand back.")


def _target(to: str) -> tuple[Account | None, str]:
    """The person or the role that a form means. Raises RefusedError for neither."""
    if to in working_roles():
        return None, to
    number = whole_number(to)
    found = colleagues().filter(pk=number).first() if number is not None else None
    if found is None:
        raise RefusedError("Choose a person or a role from the list.")
    return found, ""


def _checked(words: str) -> str:
    """The words as they are kept. Raises RefusedError where they are too many."""
    words = words.replace("\r", "").strip()
    if len(words) > MOST:
        raise RefusedError(f"A note has at most {MOST:,} characters; shorten it.")
    return words


def _noted(request: Request, step: str, words: str, doing: Doing, to: Account | None = None, role: str = "") -> Comment:
    return Comment.objects.create(
        key=new_key(), request=request, step=step, words=words, to=to, to_role=role, by=doing.needed_account, at=doing.at,
    )  # fmt: skip
