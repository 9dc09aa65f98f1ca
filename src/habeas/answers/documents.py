"""Which paper answers which kind of request: a letter, a notice that a warrant is lodged, an acknowledgment. One table."""

import re
from collections.abc import Mapping
from enum import StrEnum

from habeas.requests.request import Request
from habeas.requests.vocabulary import EXECUTED, KIND_WORDS, KINDS


class Document(StrEnum):
    """What goes out."""

    LETTER = "letter"
    RECORDS_RESPONSE = "records_response"
    LODGING_NOTICE = "lodging_notice"
    """To the agency that holds the warrant: a judge is never written to about her warrant."""
    ACKNOWLEDGMENT = "acknowledgment"
    """A detainer was taken back: the hold is removed, and nothing is answered act by act."""


_RECORDS = ("records_request", "public_records_request", "administrative_subpoena", "judicial_subpoena", "grand_jury_subpoena")  # fmt: skip

DOCUMENTS: Mapping[str, Document] = (
    dict.fromkeys(KINDS, Document.LETTER)
    | dict.fromkeys(_RECORDS, Document.RECORDS_RESPONSE)
    | dict.fromkeys(EXECUTED, Document.LODGING_NOTICE)
    | {"detainer_cancellation": Document.ACKNOWLEDGMENT}
)
"""Each kind of request with the paper that answers it."""

TAKES_A_PERSON = frozenset({"hold", "transfer", "arrest"})


def document_of(request: Request) -> Document:
    """The paper that answers `request`; a court's order to take somebody is lodged like a warrant."""
    if request.kind == "court_order" and request.asks & TAKES_A_PERSON:
        return Document.LODGING_NOTICE
    return DOCUMENTS[request.kind]


PAPER_WORDS: Mapping[str, str] = (
    dict.fromkeys(KINDS, "request")
    | {
        "detainer": "detainer",
        "administrative_warrant": "warrant",
        "court_order": "order",
        "agreement_proposal": "proposal",
    }
    | dict.fromkeys(EXECUTED, "warrant")
    | dict.fromkeys(("administrative_subpoena", "judicial_subpoena", "grand_jury_subpoena"), "subpoena")
)
"""What a sentence calls the paper once its kind was named: the detainer, the warrant, the subpoena, the request."""

PAPER_NAMES: Mapping[str, str] = KIND_WORDS | {
    "notification_request": "request for advance notification of release",
    "transfer_request": "request for transfer",
    "judicial_warrant": "arrest warrant",
    "judicial_subpoena": "subpoena",
    "records_request": "request for records",
    "facility_access": "request for access",
    "status_inquiry": "inquiry about citizenship or immigration status",
}
"""Each kind as its sender names it: the letter's own words, since other words of a kind serve staff and are stored."""

COURT_KINDS = EXECUTED | {"court_order", "judicial_subpoena", "grand_jury_subpoena"}
"""Kinds of paper by which a court commands: whoever serves one is written to, and never the court."""

_WRIT = re.compile(r"\bwrit\b(?: of [a-z]+ corpus)?(?: ad [a-z]+)?", re.IGNORECASE)


def writ_of(request: Request) -> str:
    """`writ of habeas corpus ad prosequendum`, where an order of a court calls itself one; else empty."""
    found = _WRIT.search(str(request.source.get("form") or "")) if request.kind == "court_order" else None
    return found.group().lower() if found else ""


def paper_word(request: Request) -> str:
    """What a sentence calls this paper: the writ, the order, the warrant, the subpoena, the request."""
    return "writ" if writ_of(request) else PAPER_WORDS[request.kind]


def paper_name(request: Request) -> str:
    """The paper by its whole name: a writ as it calls itself, and an immigration judge's order never as a court's."""
    if request.kind == "court_order" and request.facts.get("signer") == "immigration_judge":
        return "order of an immigration judge"
    return writ_of(request) or PAPER_NAMES[request.kind]
