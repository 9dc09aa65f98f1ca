"""A request as it arrived: read from JSON, checked against the fixed words, with what could not be understood said."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from habeas.common.canonical import sha256_of
from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import load_json
from habeas.common.moments import moment, said_of_day
from habeas.requests.field_names import field_named
from habeas.requests.keys import KNOWN, said_of_unknown, speaks_of_recall
from habeas.requests.purpose import serves_immigration_enforcement
from habeas.requests.vocabulary import (
    ACTS,
    AGENCY_FIELDS,
    CHANNELS,
    EVENTS,
    FIELD_ACTS,
    ISSUERS,
    KINDS,
    SIGNERS,
)

_CODED: dict[str, frozenset[str]] = {
    "issuer": ISSUERS,
    "signer": SIGNERS,
    "attached_signer": SIGNERS,
    "channel": CHANNELS,
    "basis": frozenset({"civil", "criminal_immigration", "criminal_other"}),
}
_FLAGS = (
    "in_writing",
    "probable_cause_box",
    "final_order_of_removal",
    "identity_match",
    "served_on_person",
    "names_person",
)
_TIMES = ("received_at", "touched_at")
_DETAINERS = "I-247"
IN_DOUBT = "unknown"
"""What is written of `cancelled` where somebody asked and does not know."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request. `facts` are the facts of the law room's entity `request`; `said` what was not understood, in sentences."""

    id: str
    kind: str
    asks: frozenset[str]
    fields: tuple[str, ...]
    facts: Mapping[str, Any]
    source: Mapping[str, Any]
    """The request object as it was written."""
    said: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    """A sentence for each key that Habeas does not know and each day without an hour: said with every decision, in the way of none."""
    sha256: str = ""
    parties: Mapping[str, Any] = field(default_factory=dict)

    @property
    def all_said(self) -> tuple[str, ...]:
        """What was not understood and what was not known, in sentences."""
        return self.said + self.unknown

    @property
    def about_a_class(self) -> bool:
        """Whether it asks about a class of people rather than one."""
        return self.kind == "list_request"


def load_request(path: Path) -> Request:
    """Read a request file (`FORMATS.md`). Raises BadInputError in one sentence where it cannot be used."""
    data = load_json(path)
    if not isinstance(data, dict):
        raise BadInputError(f"{path.name} holds no request: write one JSON object with a kind.")
    return read_request(data, name=path.name)


def read_request(data: Mapping[str, Any], *, name: str = "the request", events: bool = False) -> Request:
    """Read a request object. Unknown kinds raise BadInputError; unknown acts and fields are said and left out.

    `events` lets what happens in the jail and is no request stand in a request's place, as in a case file.
    """
    _check_shapes(data, name)
    kind = _kind(data, KINDS | (EVENTS if events else {}), name)
    said: list[str] = []
    fields = _names(data, "fields", frozenset(FIELD_ACTS) | AGENCY_FIELDS, "field", said, name)
    asks = _asks(data, kind, fields, said, name)
    facts: dict[str, Any] = {
        "kind": kind,
        "asks": asks,
        "fields": frozenset(fields) if data.get("fields") is not None else None,
        "form": data.get("form"),
        "attachments": _texts(data, "attachments", name),
    }
    facts |= {key: _flag(data, key, name) for key in _FLAGS}
    facts |= {key: _code(data, key, values, name) for key, values in _CODED.items()}
    facts |= {key: _time(data, key, name) for key in _TIMES}
    if kind in EVENTS and facts["issuer"] is None:
        facts["issuer"] = "other"
    facts["cancelled"] = _cancelled(data, name)
    facts["attached_cancelled"] = attached_cancelled(data, facts["cancelled"], name)
    facts["attached_probable_cause"] = attached_probable_cause(data, facts["attachments"], name)
    facts["immigration_enforcement"] = serves_immigration_enforcement(data)
    parties = {key: data.get(key) or {} for key in ("from", "to")}
    return Request(
        str(data.get("id") or "request"),
        kind,
        asks,
        tuple(fields),
        facts,
        dict(data),
        tuple(said),
        (*said_of_unknown(data, KNOWN, name), *_days_without_an_hour(data, name)),
        sha256_of(dict(data)),
        parties,
    )


def _kind(data: Mapping[str, Any], known: Mapping[str, Any], name: str) -> str:
    """The kind, one of `known`. Raises BadInputError for another."""
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in known:
        raise BadInputError(
            f'{name}: the kind "{str(kind)[:40]}" is not one Habeas knows; write one of {", ".join(known)}.'
        )
    return kind


_OBJECTS = ("from", "to", "subject", "class")
_PARTIES = ("from", "to", "executing_agency", "served_by")
_WORDS_OF_A_PARTY = ("name", "agency", "title", "email", "phone", "telephone")
_WORDS = ("id", "form", "text", "purpose", "received_by", "duplicate_of", "reply_by")


def _check_shapes(data: Mapping[str, Any], name: str) -> None:
    """Raise BadInputError where a key that holds an object or words holds another kind of thing."""
    wanted = data.get("class")
    objects = {key: data.get(key) for key in _OBJECTS}
    objects |= {"class.filter": wanted.get("filter")} if isinstance(wanted, Mapping) else {}
    for key, value in objects.items():
        if value is not None and not isinstance(value, Mapping) and not (key == "class" and isinstance(value, str)):
            raise BadInputError(f'{name}: "{key}" must be an object, or left out.')
    for key in _WORDS:
        if isinstance(data.get(key), Mapping | list | bool):
            raise BadInputError(f'{name}: "{key}" must be text, or left out.')
    for key in _PARTIES:
        _check_party(data.get(key), key, name)


def _check_party(given: Any, key: str, name: str) -> None:
    """Raise BadInputError where somebody who is named has a part that cannot stand on an envelope."""
    if not isinstance(given, Mapping):
        if isinstance(given, list | bool):
            raise BadInputError(f'{name}: "{key}" must be text or an object, or left out.')
        return
    for part in _WORDS_OF_A_PARTY:
        if isinstance(given.get(part), Mapping | list | bool):
            raise BadInputError(f'{name}: "{key}.{part}" must be text, or left out.')
    address = given.get("address")
    lines = address if isinstance(address, list | tuple) else [address]
    if any(not isinstance(line, str | None) for line in lines):
        raise BadInputError(f'{name}: "{key}.address" must be text or a list of lines, or left out.')


def _asks(data: Mapping[str, Any], kind: str, fields: list[str], said: list[str], name: str) -> frozenset[str]:
    """The acts asked: those written, else those the kind implies; a list adds what each of its fields needs."""
    if data.get("asks") is not None:
        named = _names(data, "asks", ACTS, "act", said, name)
    else:
        named = list((KINDS | EVENTS)[kind]) or [FIELD_ACTS[each] for each in fields if each in FIELD_ACTS]
    return frozenset(named)


def field_acts(request: Request) -> dict[str, str]:
    """Each field asked for with the act that gives it, in the order asked."""
    return {each: FIELD_ACTS[each] for each in request.fields if each in FIELD_ACTS}


def _names(
    data: Mapping[str, Any], key: str, known: frozenset[str], what: str, said: list[str], name: str
) -> list[str]:
    found: list[str] = []
    for each in sorted(_texts(data, key, name) or ()) if key == "asks" else _ordered(data, key, name):
        if each in known:
            found.append(each)
        else:
            said.append(f'{name} asks for the {what} "{each[:60]}", which is none Habeas knows: a person must read it.')
    return list(dict.fromkeys(found))


def _ordered(data: Mapping[str, Any], key: str, name: str) -> list[str]:
    _texts(data, key, name)
    return [field_named(each) for each in data.get(key) or []]


_BACK = r"(?:cancel\w*|rescind\w*|withdraw\w*|withdrew|lift(?:ed|s)?|recall\w*|revok\w*|quash\w*|vacated?)"
_PAPER = r"(?:detainer|warrant|writ|order|subpoena|hold|request|notice)s?"
_TAKEN_BACK = re.compile(
    rf"\b{_PAPER}\b.{{0,60}}\b{_BACK}\b|\b{_BACK}\b.{{0,60}}\b{_PAPER}\b", re.IGNORECASE | re.DOTALL
)
"""A paper and a word of taking it back near each other: somebody must read which is meant."""


def _cancelled(data: Mapping[str, Any], name: str) -> bool | None:
    """Whether the paper was taken back: as written; where nothing is written, no, unless the sender's own words say something of it.

    Null says nothing, as a key left out does. Somebody who asked and does not know writes `unknown`.
    """
    doubted = data.get("cancelled") == IN_DOUBT
    written = None if doubted else _flag(data, "cancelled", name)
    if doubted or (written is not True and speaks_of_recall(data, KNOWN)):
        return None
    if written is not None:
        return written
    words = " ".join(str(data.get(key) or "") for key in ("purpose", "text"))
    return None if _TAKEN_BACK.search(words) else False


def attached_probable_cause(data: Mapping[str, Any], came: frozenset[str] | None, name: str) -> bool | None:
    """Whether another document that came states probable cause: as written; else no where it is known that none came, and unknown else.

    The detainer's own form is no other document.
    """
    written = _flag(data, "attached_probable_cause", name)
    if written is not None:
        return written
    return False if came is not None and all(each.upper().startswith(_DETAINERS) for each in came) else None


def attached_cancelled(data: Mapping[str, Any], cancelled: bool | None, name: str) -> bool | None:
    """Whether the paper that came with a request was taken back: as written; else no where the request itself stands, and unknown else.

    A request that is taken back recalls no judge's warrant, and whoever wrote it may have meant both. A written no does not stand
    against words of recall that nobody has understood.
    """
    written = _flag(data, "attached_cancelled", name)
    if written is True:
        return True
    return False if cancelled is False or (written is False and cancelled) else None


def _texts(data: Mapping[str, Any], key: str, name: str) -> frozenset[str] | None:
    value = data.get(key)
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise BadInputError(f'{name}: "{key}" must be a list of words.')
    return frozenset(value)


def _flag(data: Mapping[str, Any], key: str, name: str) -> bool | None:
    value = data.get(key)
    if value is not None and not isinstance(value, bool):
        raise BadInputError(f'{name}: "{key}" must be true, false or left out, not "{str(value)[:40]}".')
    return value


def _code(data: Mapping[str, Any], key: str, values: frozenset[str], name: str) -> str | None:
    value = data.get(key)
    if value is not None and not (isinstance(value, str) and value in values):
        raise BadInputError(
            f'{name}: "{key}" is "{str(value)[:40]}"; write one of {", ".join(sorted(values))}, or leave it out.'
        )
    return value


def _time(data: Mapping[str, Any], key: str, name: str) -> datetime | None:
    value = data.get(key)
    if value is None:
        return None
    try:
        return moment(str(value))
    except ValueError:
        raise BadInputError(
            f'{name}: "{key}" is "{str(value)[:40]}", which is no date and time like 2025-07-17T09:30:00-07:00.'
        ) from None


def _days_without_an_hour(data: Mapping[str, Any], name: str) -> Iterator[str]:
    """A sentence for each time that is written as a day alone."""
    for key in _TIMES:
        if data.get(key) is not None and _time(data, key, name) is None:
            yield said_of_day(data[key], f"request.{key}", name)
