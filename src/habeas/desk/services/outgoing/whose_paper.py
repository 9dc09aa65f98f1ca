"""Whether the agency that took an inmate is the one that the request's paper names: who executes it, who served it or who sent it."""

import re

from habeas.desk.models import Request
from habeas.desk.workflow.findings import FEDERAL_JUDGES
from habeas.requests.vocabulary import ISSUER_WORDS

FAMILIES: dict[str, frozenset[str]] = {
    "usms": frozenset({"usms", "marshal", "marshals"}),
    "ice": frozenset({"ice", "ero", "hsi", "immigration", "removal", "deportation"}),
    "cbp": frozenset({"cbp", "usbp", "border"}),
    "fbi": frozenset({"fbi", "investigation"}),
    "dea": frozenset({"dea", "drug"}),
    "atf": frozenset({"atf", "firearms"}),
    "bop": frozenset({"bop", "prisons"}),
}
"""Words by which an agency is known however its name is written."""
NO_NAME = frozenset(
    {
        "the",
        "of",
        "and",
        "for",
        "a",
        "office",
        "agency",
        "department",
        "united",
        "states",
        "us",
        "county",
        "city",
        "district",
    }
)
MARSHALS = "U.S. Marshals Service"
BY_RULE = "The document of {number} names no agency; a federal judge's warrant is executed by the {agency}."
NAMED_BY_CODE = frozenset({"usms", "ice", "cbp", "hsi", "dhs"})


def agencies_of(request: Request) -> list[str]:
    """The agencies that the paper names, in words: who executes it, who served it, the sender."""
    source = request.source
    given = [source.get("executing_agency"), source.get("served_by"), request.sender_agency]
    if source.get("issuer") in NAMED_BY_CODE:
        given.append(ISSUER_WORDS.get(source["issuer"], ""))
    return list(dict.fromkeys(filter(None, map(_words, given))))


def takes_by_rule(request: Request) -> str:
    """Who takes a person on a federal judge's warrant that names no agency to execute it: no name of the document; empty for others."""
    source = request.source
    federal = {source.get("signer"), source.get("attached_signer")} & FEDERAL_JUDGES
    return MARSHALS if federal and not _words(source.get("executing_agency")) else ""


def other_agency(request: Request, agency: str) -> str:
    """Why `agency` is not whom the paper names, in one sentence; empty where it is, or where the paper names nobody."""
    names, by_rule = agencies_of(request), takes_by_rule(request)
    known = [*names, by_rule] if by_rule else names
    if not known or any(_same(agency, each) for each in known):
        return ""
    if not names:
        return f"{agency.strip()} is not the {by_rule}. {BY_RULE.format(number=request.number, agency=by_rule)}"
    return f"{agency.strip()} is not the agency that the document of {request.number} names ({'; '.join(names)})."


def _words(given: object) -> str:
    named = given.get("agency") or given.get("name") if isinstance(given, dict) else given
    return str(named or "").strip()


def _same(one: str, other: str) -> bool:
    """Of the same known agency; where neither is a known one, a word in common that is a name."""
    known, theirs = _families(one), _families(other)
    if known or theirs:
        return bool(known & theirs)
    return bool(_names(one) & _names(other)) or _initials(one) in _names(other) or _initials(other) in _names(one)


def _families(name: str) -> set[str]:
    words = _tokens(name)
    return {key for key, known in FAMILIES.items() if known & words}


def _tokens(name: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", re.sub(r"(?<=\b\w)\.", "", name.casefold())))


def _names(name: str) -> set[str]:
    return {each for each in _tokens(name) if each not in NO_NAME and len(each) > 1}


def _initials(name: str) -> str:
    found = "".join(each[0] for each in re.findall(r"[^\W_]+", name.casefold()) if each not in {"of", "the", "and"})
    return found if len(found) > 1 else "\0"
