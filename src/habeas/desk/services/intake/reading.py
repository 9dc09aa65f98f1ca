"""What the paper says: read by the program, confirmed by a person, both kept; the request object is made of what was confirmed only."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from habeas.common.errors import BadInputError
from habeas.desk.doing import Doing
from habeas.desk.models import ReadField, Request
from habeas.desk.services.clocks import clocks
from habeas.desk.services.office.office import office, zone
from habeas.desk.services.papers.entries import (
    BESIDES,
    ENTRIES,
    IDENTIFYING,
    assembled,
    leaves,
    names_to_show,
    value_of,
    written,
)
from habeas.desk.services.papers.packets import pages_of
from habeas.desk.services.papers.papers import reading_of
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.guards import about_person
from habeas.desk.workflow.identity import ATTACHED_SUBJECT, open_conflicts
from habeas.desk.workflow.machine import Move, moving
from habeas.paper import COURT_SIGNS, DraftRequest, FieldReading, Paper, PaperReading, draft_request
from habeas.requests.request import IN_DOUBT, read_request
from habeas.requests.vocabulary import CANCELLATION

DESK_KEYS = ("identity_match", "paper_form")
"""What the desk itself knows of a request, not the paper: kept when the object is made anew."""
SAID = "said"
"""The confidence of a field that the jail's own program sent with the request."""
_ASKING_FIRST = (
    "detainer",
    "notification_request",
    "transfer_request",
    "interview_request",
    "records_request",
    "list_request",
)


@dataclass(frozen=True, slots=True)
class Test:
    """One sign of a court's process and whether it was found."""

    says: str
    found: bool


_SAID_BEFORE = {
    "a court case number": "a case number of a court's kind",
    "an offense under a criminal statute": "an offence of a criminal statute",
    "a command to arrest, hold, produce, release or search": "a command to arrest, produce or search",
}
"""How readings that are stored from before name a sign."""


def part_of(request: Request) -> PaperReading | None:
    """The reading of the pages this request is made of: its own lead paper, and the papers with it."""
    whole = reading_of(request.paper)
    numbers = pages_of(request)
    if whole is None or not numbers:
        return whole
    papers = tuple(each for each in whole.papers if set(each.pages) & numbers)
    if not papers:
        return None
    lead = whole.lead if whole.lead in papers else min(papers, key=_rank)
    return replace(whole, lead=lead, papers=papers)


def _rank(paper: Paper) -> tuple[int, int]:
    first = paper.pages[0] if paper.pages else 0
    return (0 if paper.kind in _ASKING_FIRST else 1 if paper.kind else 2, first)


def five_signs(request: Request) -> list[Test]:
    """Whether a judge of a court ordered it: the five signs, each found or not. Empty where nothing was read."""
    part = part_of(request)
    if part is None or not (part.lead.found or part.lead.missing):
        return []
    return [Test(each, bool({each, _SAID_BEFORE.get(each)} & {*part.lead.found})) for each in COURT_SIGNS]


def drafted(request: Request) -> DraftRequest | None:
    """What the reading proposes for this request; nothing of it counts before a person confirms."""
    part = part_of(request)
    return draft_request(part) if part is not None else None


def write_draft(request: Request) -> None:
    """Put what was read beside the request, field by field. What a person confirmed, or a program said, stays as it is."""
    draft = drafted(request)
    if draft is None:
        return
    request.read_fields.filter(confirmed_at=None).exclude(confidence=SAID).delete()
    touched = set(request.read_fields.values_list("name", flat=True))
    found = _proposed(draft, part_of(request))
    rows = [_row(request, name, value, each) for name, (value, each) in found.items() if name not in touched]
    ReadField.objects.bulk_create(rows)


def _proposed(draft: DraftRequest, part: PaperReading | None) -> dict[str, tuple[Any, FieldReading]]:
    """Each entry with its value and evidence: those of the paper, and the yes-or-no questions its boxes answer."""
    blank = FieldReading(confidence="read")
    found = {name: (value, draft.unconfirmed.get(name, blank)) for name, value in leaves(draft.request).items()}
    fields = part.lead.fields if part else {}
    found |= {name: (fields[name].value, fields[name]) for name in BESIDES if name in fields and fields[name].value}
    grounds = fields.get("grounds")
    if grounds is not None and grounds.value and part is not None and part.kind == "detainer":
        found["probable_cause_box"] = (True, grounds)  # a box that was not found ticked is unknown, never no
        if "final_order" in grounds.value:
            found["final_order_of_removal"] = (True, grounds)
    if found.get("cancelled", (None,))[0] == IN_DOUBT:
        del found["cancelled"]
    if part is not None and part.kind != CANCELLATION:
        found |= _taken_back(part)
    if "subject.full_name" in found:
        found["names_person"] = (True, found["subject.full_name"][1])
    return found | {"in_writing": (True, FieldReading(True, 1, None, None, "read"))}


_MARKED = re.compile("marked \u201c(?P<words>[^\u201d]+)\u201d")


def _taken_back(part: PaperReading) -> dict[str, tuple[Any, FieldReading]]:
    """Whether words on it take the document back. What a mark says that nobody knows is left to a person: no answer is proposed."""
    if any(name in part.lead.fields for name in ("withdrawn_words", "unknown_marks")):
        known = part.lead.fields.get("withdrawn_words")
        said = known if known is not None and known.value else part.lead.fields.get("unknown_marks")
        return {} if said is None or not said.value else {"cancelled": (True if said is known else None, said)}
    found = next((hit for each in part.warnings if (hit := _MARKED.search(each))), None)
    if found is None:
        return {}
    page = part.lead.pages[0] if part.lead.pages else 1
    return {"cancelled": (None, FieldReading(None, page, found["words"], None, "read"))}


def _row(request: Request, name: str, value: Any, each: FieldReading) -> ReadField:
    return ReadField(
        request=request, name=name[:60], value_read=written(name, value), words=(each.words or "")[:2000], page=each.page,
        box=list(each.box) if each.box else None, confidence=each.confidence,
    )  # fmt: skip


def confirm(request: Request, name: str, value: Any, doing: Doing, seen: int | None = None) -> None:
    """Confirm one field as `value` says (None: it is not on the paper); what was read stays beside it."""
    confirm_many(request, {name: value}, (), doing, seen)


def mark_unreadable(request: Request, name: str, doing: Doing, seen: int | None = None) -> None:
    """Say that a field is on the paper and cannot be read: such a field never identifies anybody."""
    confirm_many(request, {}, (name,), doing, seen)


def confirm_many(
    request: Request, values: Mapping[str, Any], unreadable: Iterable[str], doing: Doing, seen: int | None = None
) -> None:
    """Confirm several fields at once, all or none. Raises BadInputError in one sentence where a value cannot be."""
    texts = {name: written(name, value) for name, value in values.items()}
    with moving(request, "confirm_field", doing, seen) as move:
        settle_fields(move, texts, tuple(unreadable), doing)


def settle_fields(move: Move, texts: Mapping[str, str], unreadable: tuple[str, ...], doing: Doing) -> None:
    """Store what a person confirms, make the request object anew, and see whether the person chosen still fits."""
    for name, text in texts.items():
        value_of(name, text)
    rows = {each.name: each for each in move.request.read_fields.all()}
    changed: dict[str, list[str]] = {}
    for name in (*texts, *unreadable):
        row = rows.get(name) or ReadField(request=move.request, name=name[:60], confidence="absent")
        row.value, row.unreadable = ("", True) if name in unreadable else (texts[name], False)
        row.confirmed_by, row.confirmed_at = doing.account, doing.at
        row.save()
        changed[name] = [row.value_read, row.value]
    rebuild(move.request)
    if set(changed) & {*IDENTIFYING, ATTACHED_SUBJECT} and move.request.person_id:
        move.request.match_conflict = bool(open_conflicts(move.request))
    move.entry.detail |= {"fields": sorted(changed), "unreadable": sorted(unreadable)}
    move.entry.detail |= {"kind": move.request.kind, "issuer": move.request.source.get("issuer") or ""}
    move.entry.sealed["fields"] = changed


def rebuild(request: Request) -> None:
    """Make the request object of the confirmed fields alone. Raises BadInputError where it could not be read as a request."""
    rows = request.read_fields.exclude(confirmed_at=None).filter(unreadable=False).exclude(value="")
    values = {each.name: value_of(each.name, each.value) for each in rows if each.name not in DESK_KEYS}
    if "cancelled" not in values and request.read_fields.filter(name="cancelled").exclude(words="").exists():
        values["cancelled"] = IN_DOUBT  # it is marked, and nobody has said whether the mark takes it back
    request.kind = values.pop("kind", request.kind)
    kept = {key: request.source[key] for key in DESK_KEYS if key in request.source}
    request.source = assembled(values) | kept
    request.reply_by = _end_of(values.get("reply_by"))
    if request.kind:
        read_request(request.source | {"kind": request.kind}, name="This request")


def _end_of(text: str | None) -> datetime | None:
    """A reply requested by a day is wanted by its last minute, on the jail's own calendar."""
    if not text:
        return None
    at = datetime.fromisoformat(text) if "T" in text else datetime.combine(date.fromisoformat(text), time(23, 59))
    return at if at.tzinfo else at.replace(tzinfo=zone(office()))


def finish(request: Request, doing: Doing, seen: int | None = None) -> None:
    """All that is relied on is confirmed: go on to who is meant, or, where it is about nobody, to the decision."""
    with moving(request, "confirm_fields" if about_person(request) else "confirm_class", doing, seen):
        pass
    start_clocks(request, doing)


def start_clocks(request: Request, doing: Doing) -> None:
    """Start the clocks that the request itself sets running; one that runs already is left alone."""
    clocks.start_for_request(request, doing)


def read_again(request: Request, doing: Doing, seen: int | None = None) -> None:
    """Take a request back to its paper. Whoever was chosen must be chosen again."""
    with moving(request, "back_to_reading", doing, seen) as move:
        forget_choice(move.request)


def forget_choice(request: Request) -> None:
    """Nobody is chosen any more, and nothing is cleared."""
    request.person = request.booking = request.chosen_by = request.conflict_cleared_by = None
    request.conflict_cleared, request.conflict_evidence, request.match_conflict = {}, "", False
    request.nobody_near = None
    request.source.pop("identity_match", None)


def settled_names(request: Request) -> set[str]:
    """The entries that somebody has confirmed."""
    return set(request.read_fields.exclude(confirmed_at=None).values_list("name", flat=True))


def read_names(request: Request) -> set[str]:
    """The entries the request has a field for."""
    return set(request.read_fields.values_list("name", flat=True))


def rows_to_show(request: Request) -> list[ReadField]:
    """Every field of the page: those read or typed, and those the kind usually has, in the order of the table."""
    rows = {each.name: each for each in request.read_fields.all()}
    return [
        rows.get(name) or ReadField(request=request, name=name, confidence="absent")
        for name in names_to_show(request.kind, rows)
    ]


def checked(texts: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with each text, in a sentence; empty where all can be stored."""
    faults = {}
    for name, text in texts.items():
        try:
            value_of(name, text)
        except BadInputError as fault:
            faults[name] = str(fault)
    return faults


def demand_known(names: Iterable[str]) -> None:
    """Raise RefusedError for an entry nobody knows."""
    strange = sorted(set(names) - set(ENTRIES))
    if strange:
        raise RefusedError(f"There is no field called {strange[0][:40]}.")
