"""The entries of a request: what each is called, what it may hold, and how it is written as text in the record and read back."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from habeas.common.errors import BadInputError
from habeas.common.moments import typed_day, typed_time
from habeas.desk.workflow.kinds import KINDS_SAID
from habeas.requests.vocabulary import (
    ACTS,
    AGENCY_FIELDS,
    FIELD_ACTS,
    ISSUER_WORDS,
    ISSUERS,
    SIGNERS,
)


class Holds(StrEnum):
    """What an entry holds."""

    TEXT = "text"
    LONG = "long"
    DAY = "day"
    TIME = "time"
    CODE = "code"
    CODES = "codes"
    WORDS = "words"
    FLAG = "flag"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """One entry: its key in the request object (`subject.full_name`), the words a page shows, what it holds, and its fixed words."""

    name: str
    says: str
    holds: Holds = Holds.TEXT
    options: tuple[tuple[str, str], ...] = ()


def _options(values: Iterable[str], words: Mapping[str, str] | None = None) -> tuple[tuple[str, str], ...]:
    named = words or {}
    return tuple((each, _upper(named.get(each, each.replace("_", " ")))) for each in sorted(values))


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


SIGNER_WORDS = {
    "immigration_officer": "immigration officer",
    "immigration_judge": "immigration judge (Department of Justice; not a judicial officer)",
    "federal_magistrate_judge": "federal magistrate judge",
    "federal_district_judge": "federal district judge",
    "state_judge": "state judge",
    "clerk_of_court": "clerk of court",
    "parole_authority": "parole authority (no court)",
    "governor": "governor",
    "marshal": "U.S. marshal or deputy",
    "none": "not signed",
}
BASES = {
    "civil": "civil (immigration)",
    "criminal_immigration": "crime under immigration law",
    "criminal_other": "another crime",
}
_SIGNERS = _options(SIGNERS, SIGNER_WORDS)
_TABLE = (
    PaperEntry("kind", "Document type", Holds.CODE, _options(KINDS_SAID, KINDS_SAID)),
    PaperEntry("form", "Form number"),
    PaperEntry("issuer", "Who issued it", Holds.CODE, _options(ISSUERS, ISSUER_WORDS)),
    PaperEntry("signer", "Who signed it", Holds.CODE, _SIGNERS),
    PaperEntry("judicial", "Ordered by a judge", Holds.FLAG),
    PaperEntry("basis", "Civil or criminal", Holds.CODE, _options(BASES, BASES)),
    PaperEntry("subject.full_name", "Subject's name, as written"),
    PaperEntry("subject.family_name", "Family name"),
    PaperEntry("subject.given_name", "Given name"),
    PaperEntry("subject.middle_name", "Middle name"),
    PaperEntry("subject.suffix", "Jr., Sr., II"),
    PaperEntry("subject.aliases", "Other names", Holds.WORDS),
    PaperEntry("subject.date_of_birth", "Date of birth", Holds.DAY),
    PaperEntry("subject.sex", "Sex"),
    PaperEntry("subject.a_number", "A-number"),
    PaperEntry("subject.fbi_number", "FBI number"),
    PaperEntry("subject.state_id", "State number"),
    PaperEntry("subject.booking_id", "Booking number"),
    PaperEntry("subject.country_of_birth", "Country of birth, as written (never used for matching)"),
    PaperEntry("asks", "Requested actions", Holds.CODES, _options(ACTS)),
    PaperEntry("fields", "Information requested", Holds.CODES, _options(frozenset(FIELD_ACTS) | AGENCY_FIELDS)),
    PaperEntry("class.words", "Class of inmates requested, as written", Holds.LONG),
    PaperEntry("class.filter.citizenship", "Group requested (citizenship)", Holds.TEXT),
    PaperEntry("class.filter_confirmed", "Does the group match the letter?", Holds.FLAG),
    PaperEntry("attachments", "Attached documents (form numbers)", Holds.WORDS),
    PaperEntry("attached_signer", "Who signed the attached document", Holds.CODE, _SIGNERS),
    PaperEntry("attached_subject", "Whom the attached document names, as written"),
    PaperEntry("in_writing", "In writing", Holds.FLAG),
    PaperEntry("names_person", "Names one person", Holds.FLAG),
    PaperEntry("probable_cause_box", "A probable-cause box is checked", Holds.FLAG),
    PaperEntry("attached_probable_cause", "An attached document states probable cause", Holds.FLAG),
    PaperEntry("final_order_of_removal", "States a final order of removal", Holds.FLAG),
    PaperEntry("cancelled", "Canceled, lifted, recalled or withdrawn", Holds.FLAG),
    PaperEntry("attached_cancelled", "The attached document was recalled", Holds.FLAG),
    PaperEntry("served_on_person", "Already served on the inmate", Holds.FLAG),
    PaperEntry("court", "Court, with its district or county"),
    PaperEntry("case_number", "Case number"),
    PaperEntry("offense", "Offense, as written", Holds.LONG),
    PaperEntry("offense_statutes", "Statutes of the offense", Holds.WORDS),
    PaperEntry("records_sought", "Records requested, as written", Holds.LONG),
    PaperEntry("issued_on", "Document date", Holds.DAY),
    PaperEntry("subject_id", "Subject ID of the sender"),
    PaperEntry("executing_agency", "Agency that holds or executes the warrant"),
    PaperEntry("event_number", "Event number of the sender"),
    PaperEntry("cancels_detainer_of", "Date of the detainer it cancels", Holds.DAY),
    PaperEntry("phone", "Telephone on the document (never used to verify it)"),
    PaperEntry("comply_by", "Comply by", Holds.DAY),
    PaperEntry("reply_by", "Reply requested by", Holds.DAY),
    PaperEntry("from.name", "Sender or signer, by name"),
    PaperEntry("from.agency", "Office that sent it"),
    PaperEntry("from.address", "Address of the sender", Holds.WORDS),
    PaperEntry("to.name", "Addressed to"),
    PaperEntry("to.agency", "Agency it is addressed to"),
    PaperEntry("purpose", "Purpose, in the sender's words", Holds.LONG),
    PaperEntry("text", "The words of the request", Holds.LONG),
)
ENTRIES: dict[str, PaperEntry] = {each.name: each for each in _TABLE}
"""Every entry the desk knows, in the order of the page."""

PLACE = {name: number for number, name in enumerate(ENTRIES)}
BESIDES = (
    "court", "case_number", "offense", "records_sought", "issued_on", "event_number", "subject_id", "phone", "cancels_detainer_of",
)  # fmt: skip
"""What a paper says besides its request: confirmed like the rest, and kept with it."""
IDENTIFYING = tuple(name for name in ENTRIES if name.startswith("subject."))
NEVER_BLANK = (
    "subject.full_name", "subject.date_of_birth", "subject.a_number", "subject.booking_id", "from.agency", "class.words",
    "attached_subject",
)  # fmt: skip
"""What says who is meant or who asks: never confirmed as blank along with the rest, but by saying that the paper does not give it."""
_PERSON = (
    "subject.full_name", "subject.date_of_birth", "subject.sex", "subject.a_number", "subject.booking_id", "names_person",
)  # fmt: skip
_ANY = ("form", "issued_on", "issuer", "signer", "basis", "asks", "in_writing", "from.agency", "from.name")
_BOXES = ("attachments", "attached_signer", "probable_cause_box", "final_order_of_removal", "served_on_person")
_COURT = ("judicial", "court", "case_number", "executing_agency", "offense_statutes", "comply_by")
SHOWN: dict[str, tuple[str, ...]] = {
    "detainer": (*_ANY, *_PERSON, *_BOXES),
    "detainer_cancellation": (
        "form",
        "issued_on",
        "issuer",
        "in_writing",
        "from.agency",
        "from.name",
        *_PERSON,
        "event_number",
        "cancels_detainer_of",
    ),
    "notification_request": (*_ANY, *_PERSON, *_BOXES),
    "transfer_request": (*_ANY, *_PERSON, *_BOXES),
    "administrative_warrant": (*_ANY, *_PERSON, *_BOXES),
    "judicial_warrant": (*_ANY, *_PERSON, *_COURT),
    "judicial_probable_cause": (*_ANY, *_PERSON, *_COURT),
    "court_order": (*_ANY, *_PERSON, *_COURT, "fields"),
    "administrative_subpoena": (*_ANY, *_PERSON, "fields", "comply_by"),
    "judicial_subpoena": (*_ANY, *_PERSON, *_COURT, "fields"),
    "grand_jury_subpoena": (*_ANY, *_PERSON, *_COURT, "fields"),
    "interview_request": (*_ANY, *_PERSON, "purpose"),
    "records_request": (*_ANY, *_PERSON, "fields", "purpose", "reply_by"),
    "list_request": (
        *_ANY,
        "class.words",
        "class.filter.citizenship",
        "class.filter_confirmed",
        "fields",
        "purpose",
        "reply_by",
    ),
    "status_inquiry": (*_ANY, *_PERSON, "purpose"),
    "facility_access": (*_ANY, "fields", "purpose"),
    "agreement_proposal": (*_ANY, "purpose"),
    "public_records_request": ("in_writing", "from.name", "from.agency", "fields", "text", "reply_by"),
}
"""Which entries the page of each kind shows open; every other one can be opened and filled too."""


def names_to_show(kind: str, names: Iterable[str]) -> list[str]:
    """The fields of a paper in the order of every page: those it has (`names`), and those its kind usually has."""
    every = {*names, *SHOWN.get(kind, ())}
    return sorted(every, key=lambda name: (PLACE.get(name, len(PLACE)), name))


def entry_of(name: str) -> PaperEntry:
    """The entry called `name`; one that the table does not know holds whatever it was given."""
    return ENTRIES.get(name) or PaperEntry(name, name.replace("_", " ").replace(".", ": "), Holds.OTHER)


def written(name: str, value: Any) -> str:
    """A value as the text the record keeps; empty for None."""
    holds = entry_of(name).holds
    if value is None or value == "":
        return ""
    if holds is Holds.OTHER:
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    if holds in {Holds.CODES, Holds.WORDS} and isinstance(value, list | tuple | set | frozenset):
        return "; ".join(map(str, sorted(value) if isinstance(value, set | frozenset) else value))
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value).strip()


def said_in_words(name: str, text: str) -> str:
    """A stored text as pages say it: codes as their options call them, yes and no for a flag; any other text as it stands."""
    entry = entry_of(name)
    if entry.holds is Holds.FLAG:
        return {"true": "yes", "false": "no"}.get(text, text)
    if entry.holds not in {Holds.CODE, Holds.CODES}:
        return text
    words = dict(entry.options)
    parts = [each.strip() for each in text.replace(";", ",").split(",")]
    return ", ".join(words.get(each, each.replace("_", " ")) for each in parts if each)


def value_of(name: str, text: str) -> Any:
    """A value read back from its text, None for the empty one. Raises BadInputError in one sentence where it cannot be."""
    entry = entry_of(name)
    return _READERS[entry.holds](entry, text.strip()) if text.strip() else None


def _other(entry: PaperEntry, text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _day(entry: PaperEntry, text: str) -> str:
    try:
        return typed_day(text).isoformat()
    except ValueError:
        pass
    try:
        return typed_time(text).isoformat()
    except ValueError:
        raise BadInputError(f"{entry.says}: enter the date as month/day/year, such as 04/02/1979.") from None


def _code(entry: PaperEntry, text: str) -> str:
    if text not in dict(entry.options):
        raise BadInputError(f"{entry.says}: choose one of the words in the list.")
    return text


def _codes(entry: PaperEntry, text: str) -> list[str]:
    return [_code(entry, each) for each in _words(entry, text)]


def _words(entry: PaperEntry, text: str) -> list[str]:
    return [each.strip() for each in text.split(";") if each.strip()]


def _flag(entry: PaperEntry, text: str) -> bool:
    if text not in {"true", "false"}:
        raise BadInputError(f"{entry.says}: choose yes, no or unknown.")
    return text == "true"


_READERS = {
    Holds.TEXT: lambda entry, text: text,
    Holds.LONG: lambda entry, text: text,
    Holds.DAY: _day,
    Holds.TIME: _day,
    Holds.CODE: _code,
    Holds.CODES: _codes,
    Holds.WORDS: _words,
    Holds.FLAG: _flag,
    Holds.OTHER: _other,
}


def leaves(source: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    """A request object taken apart: `{"subject": {"sex": "M"}}` gives `{"subject.sex": "M"}`; what is unknown is left out."""
    found: dict[str, Any] = {}
    for key, value in source.items():
        name = f"{before}{key}"
        if name == "class" and isinstance(value, dict) and not {"words", "filter"} & set(value):
            value = {"filter": value}  # noqa: PLW2901 - a class may be written as its filter alone
        if isinstance(value, dict):
            found |= leaves(value, f"{name}.")
        elif value not in (None, "", []):
            found[name] = value
    return found


def assembled(values: Mapping[str, Any]) -> dict[str, Any]:
    """The request object of its leaves."""
    made: dict[str, Any] = {}
    for name, value in values.items():
        at, *rest = name.split(".")
        inside = made
        for each in rest:
            inside, at = inside.setdefault(at, {}), each
        inside[at] = value
    return made
