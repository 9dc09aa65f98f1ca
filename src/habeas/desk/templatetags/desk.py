"""Words and times as pages show them: local wall-clock time with its date, time left in words, fixed words from their tables."""

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django import template
from django.template import Context
from django.urls import reverse

from habeas.desk.services.cases.office_law import missing_law
from habeas.desk.services.office.office import Office
from habeas.desk.services.office.own_account import app_secret
from habeas.desk.workflow.table import table
from habeas.requests.vocabulary import ISSUER_WORDS, KIND_WORDS

register = template.Library()

ACT_SAYS: dict[str, str] = {
    "hold": "Keep the person past release",
    "notify": "Tell immigration authorities the release date",
    "transfer": "Hand the person over",
    "arrest": "Arrest on a civil warrant",
    "interview": "Let them interview the person",
    "delay_release": "Delay the release",
    "share_status": "Tell citizenship or immigration status",
    "share_public": "Tell what anyone may see",
    "share_personal": "Tell personal information",
    "share_criminal_history": "Tell criminal history",
    "list": "Give a list of a class of people",
    "ask_status": "Ask the person about status",
    "query_ice": "Ask immigration authorities about the person",
    "access_facility": "Let them into non-public areas",
    "use_as_interpreter": "Use them as interpreters",
    "agree_287g": "Make a 287(g) agreement",
    "house_federal_detainees": "House federal detainees",
}

OUTCOME_SAYS: dict[str, str] = {
    "must": "Must",
    "may": "May",
    "must_not": "Must not",
    "silent": "No rule found",
    "unresolved": "Unsettled: counsel decides",
    "unknown": "A fact is missing",
}


@register.simple_tag(takes_context=True)
def demonstration_code(context: Context) -> str:
    """In a demonstration, the code that the account's device would show now; nothing anywhere else, and for accounts without one."""
    office, user, now = context.get("office"), context.get("user"), context.get("moment")
    if office is None or not office.demonstration or now is None or user is None or not user.is_authenticated:
        return ""
    secret = _secret_of(user.pk, user.password)
    return format_hotp_value(hotp_value(secret, int(now.timestamp()) // 30)) if secret else ""


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
def local(moment: datetime | None, zone: str) -> str:
    """A moment on the jail's wall clock, with date and zone: `Wed 25 Nov 2026, 14:05 PST`."""
    if moment is None:
        return "not known"
    there = moment.astimezone(ZoneInfo(zone))
    return f"{there:%a} {there.day} {there:%b %Y, %H:%M %Z}"


@register.filter
def left(ends: datetime | None, now: datetime) -> str:
    """Time left in words: `2 h 05 min left`, `35 min over`."""
    if ends is None:
        return ""
    minutes = int((ends - now).total_seconds() // 60)
    size, side = abs(minutes), "left" if minutes >= 0 else "over"
    days, hours, rest = size // 1440, size % 1440 // 60, size % 60
    text = f"{days} d {hours} h" if days else f"{hours} h {rest:02d} min" if hours else f"{rest} min"
    return f"{text} {side}"


@register.filter
def kind_words(kind: str) -> str:
    """The kind of a request in words."""
    return KIND_WORDS.get(kind, "kind not said yet").capitalize()


@register.filter
def issuer_words(issuer: str) -> str:
    """The authority in words."""
    return ISSUER_WORDS.get(issuer, issuer)


@register.filter
def act_words(act: str) -> str:
    """The act in words."""
    return ACT_SAYS.get(act, act.replace("_", " "))


@register.filter
def outcome_words(outcome: str) -> str:
    """The outcome in words."""
    return OUTCOME_SAYS.get(outcome, outcome)


@register.filter
def state_words(state: str) -> str:
    """The state of a request in words."""
    return table().states[state].words


@register.filter
def state_next(state: str) -> str:
    """What has to be done next in a state."""
    return table().states[state].next


@register.filter
def plain_words(text: str) -> str:
    """A fixed word without its underscores."""
    return str(text).replace("_", " ").replace(".", ": ")


@register.filter
def at_key(values: dict[str, object], key: str) -> object:
    """The value under a key."""
    return values.get(key, "")


@register.filter
def law_missing(office: Office) -> tuple[str, ...]:
    """What Habeas does not have of the law of the office's place, in sentences: it stands on every page of a request."""
    return missing_law(office.jurisdiction)
