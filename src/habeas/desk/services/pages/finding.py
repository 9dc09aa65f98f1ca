"""One box for everything: inmates by name, birth date or number; requests by number, inmate, sender or a number on the paper."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Replace

from habeas.common.numbers import whole_number
from habeas.desk.doing import Doing
from habeas.desk.models import Event, Person, Request
from habeas.desk.record.writing import acting
from habeas.desk.services.custody.name_table import asked_words
from habeas.desk.services.custody.people import find, with_disputed
from habeas.desk.services.custody.picking import parted
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.open_acts import has_open_draft
from habeas.matching.names import tokens

MOST = 8
"""Inmates, similar inmates and requests of one search that are shown."""
SHORTEST = 2
RECENT = 6
"""Inmates and requests somebody looked at last that are offered again."""
_VIEWS = 60
_UNNAMED = 500
"""The newest requests without a confirmed inmate whose own words are read for a name."""
_SHORTEST_NUMBER = 4
_NAMES = ("full_name", "family_name", "given_name", "middle_name", "aliases")


@dataclass(frozen=True, slots=True)
class Finding:
    """What one search found: inmates who fit (`total` of them), those only similar, and requests, the newest first."""

    people: list[Person]
    total: int
    similar: list[Person]
    requests: list[Request]


def find_everything(text: str, doing: Doing) -> Finding:
    """Search inmates and requests by what one box says, and log it: how many were found, and sealed, what was typed.

    Raises RefusedError for fewer than `SHORTEST` letters or digits, for too many of them, for a date that is none, and for a NUL, which
    one database looks for in vain and the other not at all.
    """
    typed = " ".join(text.split())
    if "\0" in typed:
        raise RefusedError("The search has an invalid character (NUL). Type it again.")
    if sum(letter.isalnum() for letter in typed) < SHORTEST:
        raise RefusedError("Type at least two letters or digits.")
    found = find(parted(typed))
    requests = _requests(typed, found.people)
    with acting(doing, "search", "people", "people") as entry:
        entry.detail |= {"found": found.total, "similar": len(found.similar), "requests": len(requests)}
        entry.sealed["asked"] = {"text": typed}
    return Finding(found.people[:MOST], found.total, found.similar[:MOST], requests)


def recent(doing: Doing) -> Finding:
    """The inmates and requests whose pages this account opened last, the newest first; read from the record."""
    rows = Event.objects.filter(actor=doing.actor, act="view").order_by("-seq").values_list("kind", "object")[:_VIEWS]
    seen = list(dict.fromkeys(rows))
    people = [key for kind, key in seen if kind == "person"][:RECENT]
    requests = [key for kind, key in seen if kind == "request"][:RECENT]
    return Finding(_people_in(people), len(people), [], _requests_in(requests))


def _people_in(keys: list[str]) -> list[Person]:
    rows = with_disputed(Person.objects.filter(key__in=keys)).prefetch_related("bookings")
    return sorted(rows, key=lambda each: keys.index(each.key))


def _requests_in(keys: list[str]) -> list[Request]:
    return sorted(_shown(Request.objects.filter(key__in=keys)), key=lambda each: keys.index(each.key))


def _requests(typed: str, people: list[Person]) -> list[Request]:
    """The requests that fit: by number, whom they are about, who sent them, and any number on the paper."""
    wanted = Q(person__in=[each.pk for each in people]) | Q(pk__in=_naming(typed)) | _sent_by(typed) | _numbered(typed)
    rows = _bare(Request.objects.all()) if _is_number(typed) else Request.objects.all()
    wanted |= Q(bare__icontains=_closed_up(typed)) if _is_number(typed) else Q()
    return list(_shown(rows.filter(wanted)).order_by("-received_at", "-pk")[:MOST])


def _shown(rows: QuerySet[Request]) -> QuerySet[Request]:
    return rows.annotate(open_draft=has_open_draft()).select_related("person").defer("match", "person__record")


def _sent_by(typed: str) -> Q:
    """By the agency or the officer, as the desk keeps them and as the paper's own reading says."""
    names = ("sender_agency", "sender_name", "source__from__agency", "source__from__name")
    wanted = Q()
    for name in names:
        wanted |= Q(**{f"{name}__icontains": typed})
    return wanted


def _numbered(typed: str) -> Q:
    """By the request's own number: whole, a part of it, or the digits at its end."""
    number = whole_number(typed)
    if number is not None:
        return Q(number__endswith=f"-{number:05d}")
    return Q(number__icontains=typed)


def _is_number(typed: str) -> bool:
    closed = _closed_up(typed)
    return len(closed) >= _SHORTEST_NUMBER and closed.isascii() and re.search("[0-9]", closed) is not None


def _closed_up(text: str) -> str:
    return re.sub(r"[\s\-]", "", text)


def _bare(rows: QuerySet[Request]) -> QuerySet[Request]:
    """Each request with the text of its reading closed up, so that A 213-556-999 is found as A213556999."""
    text = _without(_without(Cast(F("source"), TextField()), "-"), " ")
    return rows.annotate(bare=text)


def _without(text: Combinable, letter: str) -> Replace:
    return Replace(text, Value(letter), Value(""), output_field=TextField())


def _naming(typed: str) -> list[int]:
    """Requests without a confirmed inmate whose paper bears every word of the name, folded as the matcher folds."""
    words = asked_words(typed)
    if not words:
        return []
    rows = Request.objects.filter(person=None).order_by("-pk").values_list("pk", "source__subject")[:_UNNAMED]
    return [pk for pk, subject in rows if isinstance(subject, dict) and _bears(subject, words)]


def _bears(subject: dict[str, object], words: Sequence[str]) -> bool:
    said = " ".join(str(subject[name]) for name in _NAMES if subject.get(name))
    borne = tokens(said.replace(",", " ").replace(";", " "))
    return all(any(word in each for each in borne) for word in words)
