"""A reading turned into a draft of the `request` object (`FORMATS.md`): every value waits until a person confirms it."""

from dataclasses import dataclass
from typing import Any

from habeas.paper.reading import FieldReading, Paper, PaperReading
from habeas.requests.request import IN_DOUBT
from habeas.requests.same_person import names_another, numbers_apart
from habeas.requests.vocabulary import FIELD_ACTS, KINDS

_DHS = frozenset(
    {"detainer", "notification_request", "transfer_request", "administrative_warrant", "administrative_subpoena"}
)
_COURT = frozenset(
    {"judicial_warrant", "judicial_probable_cause", "court_order", "judicial_subpoena", "grand_jury_subpoena"}
)
_WARRANTS = frozenset({"administrative_warrant", "judicial_warrant"})
_SUBJECT = {
    "subject_name": "full_name",
    "date_of_birth": "date_of_birth",
    "sex": "sex",
    "a_number": "a_number",
    "booking_id": "booking_id",
}
"""Fields of a paper with the columns by which a person is looked for (`FORMATS.md`, Matching). What the paper says about
citizenship is kept with the paper and never used to find or to sort anyone."""
_WRIT, _PRODUCED = "WRIT OF HABEAS CORPUS", ("transfer",)
_BESIDES = ("event_number", "subject_id", "issued_on", "court", "case_number")
"""What a paper is filed under by its sender and the court: the letter that answers it says the same."""
_FROM = {"signer_name": "name", "issuing_office": "agency", "requester": "name"}


@dataclass(frozen=True, slots=True)
class DraftRequest:
    """A draft. `request` is the object as far as the paper gives it; `unconfirmed` names, key by key, what a person must
    confirm, with the words and the place it was read from; `missing` names keys that the paper should carry and does not."""

    request: dict[str, Any]
    unconfirmed: dict[str, FieldReading]
    missing: tuple[str, ...]


def draft_request(reading: PaperReading) -> DraftRequest:
    """Turn `reading` into a draft request. Nothing in it counts before a person confirms; unknown keys are left out.

    `received_at`, `channel` and `id` are the desk's to fill: a paper does not know when it arrived.
    """
    lead = reading.lead
    known: dict[str, tuple[Any, FieldReading]] = _of_the_paper(lead) | _of_the_fields(lead)
    request: dict[str, Any] = {}
    known |= _taken_back(lead)
    known |= _with_it(reading, known)
    cited = {*_cited(lead), *known.get("attachments", ((),))[0]}
    known = _without_anothers(reading, known)
    for key, (value, _) in known.items():
        _place(request, key, value)
    signers = {each.signer for each in reading.papers if each is not lead and each.signer and _form(each) in cited}
    if len(signers) == 1:
        request["attached_signer"] = signers.pop()
    missing = tuple(name for name, each in lead.fields.items() if each.confidence == "absent")
    return DraftRequest(request, {key: evidence for key, (_, evidence) in known.items()}, missing)


def _of_the_paper(lead: Paper) -> dict[str, tuple[Any, FieldReading]]:
    """What the paper as a whole is; its evidence is the first page."""
    judicial = {"judicial": lead.judicial} if lead.judicial is not None else {}
    said = {"kind": lead.kind, "form": _form(lead), "signer": lead.signer, "basis": lead.basis, "issuer": _issuer(lead)}
    page = lead.pages[0] if lead.pages else None
    return {
        key: (value, FieldReading(value, page, None, None, "read", confirm=True))
        for key, value in (said | judicial).items()
        if value is not None
    }


def _form(lead: Paper) -> str | None:
    """The form's number; an order without one is called as it calls itself."""
    return lead.form or (lead.title.lower() if lead.title else None)


def _of_the_fields(lead: Paper) -> dict[str, tuple[Any, FieldReading]]:
    found: dict[str, tuple[Any, FieldReading]] = {}
    for name, key in _keys():
        each = lead.fields.get(name)
        if each is not None and each.value not in (None, "", []):
            found[key] = (_value(name, each.value), each)
    if "asks" not in found and lead.kind:
        found |= _implied(lead)
    return found


def _taken_back(lead: Paper) -> dict[str, tuple[Any, FieldReading]]:
    """That the paper was recalled, lifted or the like, where words on it say so: proposed, never taken for granted.

    A mark of which nobody knows what it says leaves it in doubt: neither yes nor no.
    """
    words, unknown = lead.fields.get("withdrawn_words"), lead.fields.get("unknown_marks")
    if words is not None and words.value:
        return {"cancelled": (True, words)}
    return {"cancelled": (IN_DOUBT, unknown)} if unknown is not None and unknown.value else {}


def _keys() -> list[tuple[str, str]]:
    subject = [(name, f"subject.{key}") for name, key in _SUBJECT.items()]
    sender = [(name, f"from.{key}") for name, key in _FROM.items()]
    plain = [
        (name, name)
        for name in ("asks", "attachments", "reply_by", "offense_statutes", "comply_by", "purpose", *_BESIDES)
    ]
    plain += [("class", "class.filter"), ("class_words", "class.words")]
    return [*subject, *sender, ("recipient", "to.name"), ("requested_fields", "fields"), *plain]


def _value(name: str, value: Any) -> Any:
    return [each for each in value if each in FIELD_ACTS] if name == "requested_fields" else value


def _implied(lead: Paper) -> dict[str, tuple[Any, FieldReading]]:
    """The acts a kind implies where the paper names none; a writ, that the person is brought before the court.

    A person confirms them like everything else.
    """
    writ = (lead.title or "").startswith(_WRIT)
    acts = list(_PRODUCED if writ else KINDS.get(lead.kind or "", ()))
    page = lead.pages[0] if lead.pages else None
    return {"asks": (acts, FieldReading(acts, page, None, None, "read", confirm=True))} if acts else {}


def _place(request: dict[str, Any], key: str, value: Any) -> None:
    head, _, rest = key.partition(".")
    if rest:
        request.setdefault(head, {}).setdefault(rest, value)
    else:
        request[head] = value


def _cited(lead: Paper) -> frozenset[str]:
    each = lead.fields.get("attachments")
    return frozenset(each.value or ()) if each else frozenset()


def _with_it(reading: PaperReading, known: dict[str, tuple[Any, FieldReading]]) -> dict[str, tuple[Any, FieldReading]]:
    """The warrants, an officer's or a judge's, that came in the same file where the paper itself names none; a person confirms them."""
    came = [each for each in reading.papers if each is not reading.lead and each.kind in _WARRANTS and _form(each)]
    if known.get("attachments", (None,))[0] or not came or reading.lead.kind not in _DHS:
        return {}
    forms = list(dict.fromkeys(str(_form(each)) for each in came))
    page = came[0].pages[0] if came[0].pages else None
    return {"attachments": (forms, FieldReading(forms, page, None, None, "read", confirm=True))}


def differ(one: Paper, two: Paper) -> bool:
    """Whether two papers of a file name different people: by their A-numbers or by their names, as each is written."""
    numbers, names = ([_written(each, name) for each in (one, two)] for name in ("a_number", "subject_name"))
    return numbers_apart(*numbers) or names_another(*names)


def _written(paper: Paper, name: str) -> str:
    each = paper.fields.get(name)
    return str(each.value or "") if each is not None else ""


def _without_anothers(
    reading: PaperReading, known: dict[str, tuple[Any, FieldReading]]
) -> dict[str, tuple[Any, FieldReading]]:
    """What is known, without the warrants that came along and name somebody else: whom those name is proposed, for a person to compare.

    Who signed them stays: that a judge's warrant came is never lost.
    """
    lead = reading.lead
    others = [each for each in reading.papers if each is not lead and each.kind in _WARRANTS and differ(lead, each)]
    if not others or lead.kind not in _DHS:
        return known
    forms, evidence = known.get("attachments", ([], FieldReading()))
    left = [each for each in forms if each not in {_form(other) for other in others}]
    named = next((name for name in ("subject_name", "a_number") if _written(others[0], name)), "subject_name")
    kept = {key: value for key, value in known.items() if key != "attachments"}
    kept |= {"attachments": (left, evidence)} if left else {}
    return kept | {"attached_subject": (_written(others[0], named), others[0].fields[named])}


def _issuer(lead: Paper) -> str | None:
    """Who issued it, as far as the form says; a letter's sender is confirmed by a person."""
    if lead.kind in _DHS:
        office = lead.fields.get("issuing_office")
        customs = office is not None and isinstance(office.value, str) and "border" in office.value.lower()
        return "cbp" if customs else "ice"
    if lead.kind in _COURT:
        return "court"
    return "doj" if lead.signer == "prosecutor" else "public" if lead.kind == "public_records_request" else None
