"""Who a paper goes to: the sender, or whoever serves a court's paper. No judge, no magistrate and no court is ever written to."""

import re
from collections.abc import Mapping
from typing import Any

from habeas.answers.documents import COURT_KINDS, Document, paper_word
from habeas.answers.letter import Party
from habeas.requests.request import Request
from habeas.requests.vocabulary import ISSUER_WORDS

NAMED_ISSUERS = frozenset({"ice", "cbp", "doj", "fbi", "usms"})
"""Issuers whose name alone is an address to write to."""
TO_FILL = "____________________________"

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
    named = (str(given.get("name") or ""), str(given.get("agency") or fallback))
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
