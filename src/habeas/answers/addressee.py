"""Who a paper goes to: the sender, or whoever serves a court's paper. No judge, no magistrate and no court is ever written to."""

import re
from collections.abc import Mapping
from typing import Any

from rapidfuzz.distance import OSA

from habeas.answers.documents import COURT_KINDS, Document, paper_word
from habeas.answers.letter import Party
from habeas.requests.request import Request
from habeas.requests.vocabulary import ISSUER_WORDS

NAMED_ISSUERS = frozenset({"ice", "cbp", "doj", "fbi", "usms"})
"""Issuers whose name alone is an address to write to."""
TO_FILL = "____________________________"

_OF_SENDERS = (
    "name names title position rank signature signed sign printed print typed type first last middle initial initials"
)
_OF_OFFICES = "officer official agent immigration issuing requesting authorized supervisor agency sender recipient badge contact point"
_BESIDE = "address phone telephone number date time location office field facility subject re fax email to of and or the by from"
_LABELS = frozenset(f"{_OF_SENDERS} {_OF_OFFICES} {_BESIDE}".split())
"""Words of the printed labels beside which a sender's name is written."""
_OF_NOBODY = frozenset({"of", "and", "or", "the", "by", "to", "from"})
_SURE_LABELS = frozenset({"name", "title", "signature", "printed", "print"})
_MISREAD = 5
"""From so many letters on, one letter misread by a scanner leaves a label's word a label's word."""


def reads_as_label(text: Any, *, agency: bool = False) -> bool:
    """Whether what was read as a sender is a form's printed label, or the rest of one: `Name and ttle of`, `(Signature of officer)`.

    An agency's own name may be made of such words (`Field Office`): it is a label only where a name, title or signature is asked.
    """
    words = re.findall(r"[a-z]+", str(text or "").casefold())
    if not words or re.search(r"\d", str(text)):
        return False
    known = [_label(word) for word in words]
    if agency:
        return all(known) and (bool(_SURE_LABELS & set(known)) or words[-1] in _OF_NOBODY)
    return all(known) or (len(words) > 1 and words[-1] in _OF_NOBODY and bool(_SURE_LABELS & set(known)))


def _label(word: str) -> str:
    """The label's word that a word is, with one letter misread where it is long enough; empty where it is none."""
    if word in _LABELS:
        return word
    return next((each for each in sorted(_LABELS) if len(each) >= _MISREAD and OSA.distance(word, each) == 1), "")


_OF_A_COURT = re.compile(r"\b(court|courts|judge|magistrate|justice of the peace|chambers|clerk)\b", re.IGNORECASE)
_JUDGE = re.compile(r"\b(judge|magistrate|justice of the peace)\b|^hon(?:\.|orable)\s", re.IGNORECASE)
_OFFICERS_OF_COURTS = frozenset({"federal_magistrate_judge", "federal_district_judge", "state_judge", "clerk_of_court"})


def addressee(request: Request, document: Document) -> tuple[str, ...]:
    """The lines of the address; a line to fill in where nobody is known, or where only a court is."""
    source, word = request.source, paper_word(request)
    if document is Document.LODGING_NOTICE:
        held = "holding the warrant" if word == "warrant" else f"that served the {word}"
        return _server(source) or (f"To (agency {held}): {TO_FILL}",)
    if request.kind in COURT_KINDS:
        return _server(source) or (f"To (agency or attorney that served the {word}): {TO_FILL}",)
    fallback = ISSUER_WORDS[source["issuer"]] if source.get("issuer") in NAMED_ISSUERS else ""
    sender = () if _names_judge(source.get("from")) else party(source.get("from"), fallback).lines()
    return sender or (f"To: {TO_FILL}",)


def party(given: Any, fallback: str) -> Party:
    """Somebody a request names, with the address; `fallback` is the agency where it names none."""
    if not isinstance(given, Mapping):
        return Party("", str(given or fallback))
    address = given.get("address") or ()
    given_lines = address.split("\n") if isinstance(address, str) else [str(line) for line in address]
    lines = tuple(part for line in given_lines for part in _street_and_city(line))
    name, agency = given.get("name") or "", given.get("agency") or ""
    named = (
        "" if reads_as_label(name) else str(name),
        str(fallback if reads_as_label(agency, agency=True) else agency or fallback),
    )
    return Party(*named, lines, given.get("email"), given.get("phone") or given.get("telephone"))


_CITY_LINE = re.compile(r"(?P<street>.*\d.*), ?(?P<city>[^,\d]+, ?[A-Z]{2} +\d{5}(?:-\d{4})?)")
"""An address on one line: street, then city, state and ZIP code."""


def _street_and_city(line: str) -> tuple[str, ...]:
    """The lines of an envelope: the street above the city where both stand on one line."""
    met = _CITY_LINE.fullmatch(line.strip())
    return (met["street"], met["city"]) if met else (line,)


def _server(source: Mapping[str, Any]) -> tuple[str, ...]:
    """The agency that executes the paper or whoever served it: as named, else the sender where the sender is no court."""
    named = source.get("executing_agency") or source.get("served_by")
    if named:
        return party(named, "").lines()
    sender = party(source.get("from"), "")
    if _is_court(source, sender):
        return (ISSUER_WORDS[source["issuer"]],) if source.get("issuer") in NAMED_ISSUERS else ()
    # the name beside the agency is kept only with a title of its own: it may be the judge's who signed
    alone = source.get("issuer") == "court" and not _title(source) and sender.agency
    return (Party("", sender.agency, sender.address) if alone else sender).lines()


def _is_court(source: Mapping[str, Any], sender: Party) -> bool:
    """Whether the sender is a court or somebody of one; a bare name beside a judge's signature is the judge's."""
    if _OF_A_COURT.search(" ".join((sender.name, sender.agency, _title(source)))) or _names_judge(source.get("from")):
        return True
    return not sender.agency and (not _title(source) or not sender.name) and _signed_by_court(source)


def _signed_by_court(source: Mapping[str, Any]) -> bool:
    return source.get("signer") in _OFFICERS_OF_COURTS or source.get("issuer") == "court" or not source.get("from")


def _names_judge(given: Any) -> bool:
    """Whether a sender is a judge, by the title or by how a judge is called."""
    if not isinstance(given, Mapping):
        return False
    return bool(_JUDGE.search(str(given.get("title") or "")) or _JUDGE.match(str(given.get("name") or "")))


def _title(source: Mapping[str, Any]) -> str:
    given = source.get("from")
    return str(given.get("title") or "") if isinstance(given, Mapping) else ""
