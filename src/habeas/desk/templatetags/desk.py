"""Words and times as pages show them: local wall-clock time with its date, time left in words, fixed words from their tables."""

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from allauth.account.internal.stagekit import unstash_login
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django import template
from django.template import Context
from django.urls import reverse

from habeas.common.dates_read import US, dates_read, day_read, moment_read
from habeas.desk.services.cases.office_law import missing_law
from habeas.desk.services.clocks.late import is_late, left_words
from habeas.desk.services.office.office import Office, place_called, style_of, zone
from habeas.desk.services.office.own_account import app_secret
from habeas.desk.services.pages.act_names import act_name
from habeas.desk.services.pages.code_words import code_words
from habeas.desk.services.record import named_objects
from habeas.desk.workflow import open_acts
from habeas.desk.workflow.kinds import KINDS_SAID
from habeas.desk.workflow.table import table
from habeas.requests.vocabulary import ISSUER_WORDS

register = template.Library()

OUTCOME_SAYS: dict[str, str] = {
    "must": "Must",
    "may": "May",
    "must_not": "Must not",
    "silent": "No rule found",
    "unresolved": "Unsettled – counsel decides",
    "unknown": "Fact missing",
}


@register.simple_tag(takes_context=True)
def demonstration_code(context: Context) -> str:
    """In a demonstration, the code that the account's device would show now; nothing anywhere else, and for accounts without one."""
    office, now = context.get("office"), context.get("moment")
    if office is None or not office.demonstration or now is None or (user := _who(context)) is None:
        return ""
    secret = _secret_of(user.pk, user.password)
    return format_hotp_value(hotp_value(secret, int(now.timestamp()) // 30)) if secret else ""


def _who(context: Context) -> Any:
    """Who is logged in, or has given the password and is asked for the code."""
    user, request = context.get("user"), context.get("request")
    if user is not None and user.is_authenticated:
        return user
    pending = unstash_login(request, peek=True) if hasattr(request, "session") else None
    return pending.user if pending is not None else None


@lru_cache(maxsize=64)
def _secret_of(account: int, password: str) -> str:
    """The secret of an account's device, asked for once a process; the password tells accounts of two databases apart."""
    return app_secret(account)


@register.simple_tag
@lru_cache(maxsize=4096)
def href(name: str, key: str) -> str:
    """The address of one thing's page: `{% url %}` for tables, where the same addresses are asked for again and again."""
    return reverse(name, args=(key,))


@register.filter
def local(moment: datetime | None, here: Office | None) -> str:
    """A moment on the jail's wall clock, as the office writes it: `Wed 11/25/2026 1405 hrs`."""
    if moment is None or here is None:
        return "not known"
    return moment_read(moment, zone(here), style_of(here))


@register.filter
def day(day: date | None, here: Office | None) -> str:
    """A day as the office writes it: `02/20/1988`; nothing for none."""
    return day_read(day, style_of(here) if here else US) if day else ""


@register.filter(is_safe=True)
def dated(text: object, here: Office | None) -> str:
    """A stored sentence or value with its ISO days and times as the office writes them."""
    return dates_read(str(text), zone(here), style_of(here)) if here and text else str(text or "")


@register.filter
def left(ends: datetime | None, now: datetime) -> str:
    """Time left in words: `2 h 05 min left`, `overdue 35 min`."""
    return left_words(ends, now)


@register.filter
def late(ends: datetime | None, now: datetime) -> bool:
    """Whether a time has come: the one rule of every list."""
    return is_late(ends, now)


@register.filter
def kind_words(kind: str) -> str:
    """The kind of a request in words."""
    return KINDS_SAID.get(kind, "document not classified yet").capitalize()


@register.filter
def place_words(path: str) -> str:
    """A place by its name."""
    return place_called(path)


@register.filter
def issuer_words(issuer: str) -> str:
    """The authority in words."""
    return ISSUER_WORDS.get(issuer, issuer)


@register.filter
def act_words(act: str) -> str:
    """The act in words."""
    return act_name(act)


@register.filter
def act_of(act: str, asked: Any) -> str:
    """What the act is called of this request: a court's warrant asks for its own."""
    return act_name(act, asked.kind, asked.source) if asked else act_name(act)


@register.filter
def thing_words(kind: str) -> str:
    """What kind of thing an event is about, in words."""
    return named_objects.thing_words(kind)


@register.filter
def named(about: Any, of: str) -> Any:
    """Whom an event is about, among those that were looked up; None where it is about nobody."""
    return (about or {}).get(of)


@register.filter
def object_words(of: str, kind: str) -> str:
    """What an event is about that is nobody: a list by its name, else the key as the record keeps it."""
    return of.replace("-", " ").replace("_", " ") if kind == "list" else of


@register.filter(is_safe=True)
def uncapped(words: str) -> str:
    """A fixed phrase inside a sentence: its first letter small, where it starts no name in capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


@register.filter
def outcome_words(outcome: str) -> str:
    """The outcome in words."""
    return OUTCOME_SAYS.get(outcome, outcome)


@register.filter
def state_words(state: str) -> str:
    """The state of a request in words."""
    return table().states[state].words


@register.filter
def standing_words(request: Any) -> str:
    """The state of a row of a list in words; a draft with an open act is never called ready to send."""
    return open_acts.standing_words(request.state, getattr(request, "open_draft", False))[0]


@register.filter
def standing_next(request: Any) -> str:
    """What has to be done next with a row of a list."""
    return open_acts.standing_words(request.state, getattr(request, "open_draft", False))[1]


@register.filter
def state_next(state: str) -> str:
    """What has to be done next in a state."""
    return table().states[state].next


@register.filter
def plain_words(text: str) -> str:
    """A stored code in people's words; anything else as it stands."""
    return code_words(text)


@register.filter
def at_key(values: dict[str, object], key: str) -> object:
    """The value under a key."""
    return values.get(key, "")


@register.filter
def law_missing(office: Office) -> tuple[str, ...]:
    """What Habeas does not have of the law of the office's place, in sentences: it stands on every page of a request."""
    return missing_law(office.jurisdiction)
