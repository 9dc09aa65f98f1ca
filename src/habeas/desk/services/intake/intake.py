"""Intake: every paper and every word that asks becomes a numbered request with both its times, known by content before anybody types."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q

from habeas.desk.doing import Doing
from habeas.desk.models import Dispute, Paper, PaperForm, ReadField, Request
from habeas.desk.record.writing import EventEntry, acting
from habeas.desk.services.intake.entered_in_error import undo_what_was_prepared
from habeas.desk.services.intake.reading import SAID, rebuild, start_clocks, write_draft
from habeas.desk.services.office.numbers import next_number
from habeas.desk.services.papers.entries import leaves, value_of, written
from habeas.desk.services.papers.packets import pages_of, read_pages, write_pages
from habeas.desk.services.papers.papers import keep, read_now, requests_of, text_of
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, moving, needed
from habeas.desk.workflow.second_acts import demand_shown, shown_of
from habeas.requests.request import read_request
from habeas.requests.vocabulary import CHANNELS
from habeas.statistics.ledger.rows import NO_REQUEST

ASIDE_REASONS: dict[str, str] = {
    "not_a_request": "It makes no request",
    "misdirected": "Misdirected; forwarded to the right office",
    "same_again": "Duplicate; handled under the earlier number",
    "blank": "Empty, a test page, or a failed transmission",
    "not_ours": "About inmates of another jail",
    "wrong_file": "Wrong file uploaded, or entered in error",
    "attorneys_letter": "Attorney's letter for an inmate's claim",
    "proof_of_citizenship": "Proof for an inmate's claim (birth certificate, passport)",
}
"""Why a paper is set aside, in the words people choose from."""
NO_REQUESTS = frozenset({"not_a_request", "blank", "wrong_file", "attorneys_letter", "proof_of_citizenship"})
"""Reasons that say that the paper makes no request; one for another office may be of any kind, so unread it stays unknown."""
OF_A_CLAIM = ("attorneys_letter", "proof_of_citizenship")
"""Documents that ask for no act: they belong to a claim, whose page shows them by their hash."""
SENDER = frozenset({"sender_name", "sender_agency", "sender_verified"})
CLOCK_SLIP = timedelta(minutes=5)
"""How far a fax machine's clock may run ahead of ours."""


def receive_paper(  # noqa: PLR0913 - each argument is one line of the intake form
    content: bytes | None,
    name: str,
    channel: str,
    received_at: datetime,
    touched_at: datetime | None,
    received_by: str,
    doing: Doing,
    *,
    read: bool = True,
    late_entry: bool = False,
    paper_form: str = "",
    **sender: str,
) -> Request:
    """Receive document (None where it was only said): keep it, give it the next number, and read it in the limited child.

    `received_at` is when it reached the building, `touched_at` when any employee first had it in hand; `sender` may give
    `sender_name`, `sender_agency` (as written) and `sender_verified` (the known number it was called back through). The same
    paper again becomes a request that points to the first. `late_entry`: it was worked on paper, on the form `paper_form`.
    Raises RefusedError or BadInputError in one sentence; then nothing is kept.
    """
    check_right(needed("receive"), doing.role)
    _check_times(received_at, touched_at, doing.at)
    _check_words(channel, sender)
    earlier = requests_of(content) if content is not None else []
    with acting(doing, "receive", "request", "") as entry:
        paper = keep(content, name, doing) if content is not None else None
        made = Request.objects.create(
            number=next_number(doing), state="received", channel=channel, received_at=received_at, touched_at=touched_at,
            entered_at=doing.at, received_by=received_by[:120], paper=paper, late_entry=late_entry,
            duplicate_of=earlier[0] if earlier else None, source={"paper_form": paper_form.strip().upper()} if paper_form.strip() else {},
            **{key: value[:200 if key == "sender_verified" else 160] for key, value in sender.items()},
        )  # fmt: skip
        _say(entry, made)
        if late_entry:
            _record_late(made, doing)
    if paper is not None and read:
        read_paper_of(made, doing)
    return made


def doubt_about_form(made: Request) -> str:
    """What is odd about the number of the paper form a request was entered from, in a sentence; empty where nothing is.

    Never a refusal: after a restore the desk may not know forms that were printed, and the paper itself counts.
    """
    number = made.source.get("paper_form", "")
    if not number:
        return ""
    other = (
        Request.objects.filter(source__paper_form=number).exclude(pk=made.pk).values_list("number", flat=True).first()
    )
    if other:
        return f"Form {number} was entered before, as {other}: check whether this is the same document."
    if not PaperForm.objects.filter(number=number, kind=PaperForm.Kind.INTAKE).exists():
        return f"No intake form {number} was printed by this desk: check the number at the top of the form."
    return ""


def _say(entry: EventEntry, made: Request) -> None:
    entry.object, entry.request = made.key, made.number
    entry.detail |= {
        "channel": made.channel,
        "received_at": made.received_at.isoformat(),
        "touched_at": made.touched_at.isoformat() if made.touched_at else None,
        "sha256": made.paper.sha256 if made.paper else None,
        "same_as": made.duplicate_of.number if made.duplicate_of else None,
    }
    entry.sealed["sender"] = [made.sender_name, made.sender_agency, made.sender_verified, made.received_by]


def _record_late(made: Request, doing: Doing) -> None:
    check_right(needed("enter_from_paper"), doing.role)
    with acting(doing, "late_entry", "request", made.key, made.number) as entry:
        entry.detail |= {"worked_at": made.received_at.isoformat(), "entered_at": made.entered_at.isoformat()}
        entry.detail |= {"form": made.source.get("paper_form", ""), "doubt": doubt_about_form(made)}


def _check_times(received_at: datetime, touched_at: datetime | None, now: datetime) -> None:
    times = [("was received", received_at), *([("was first handled", touched_at)] if touched_at else [])]
    for words, at in times:
        if at.tzinfo is None:
            raise RefusedError(f"Enter when it {words}, with the time zone.")
        if at > now + CLOCK_SLIP:
            raise RefusedError(f"It cannot be that it {words} in the future; check the date and the time.")
    if touched_at is not None and touched_at < received_at:
        raise RefusedError("It cannot have been handled before it was received; check both times.")


def _check_words(channel: str, sender: Mapping[str, str]) -> None:
    if channel and channel not in CHANNELS:
        raise RefusedError("Choose how it was received, or choose unknown.")
    strange = sorted(set(sender) - SENDER)
    if strange:
        raise TypeError(f"receive_paper knows no {strange[0]}")


def read_paper_of(request: Request, doing: Doing) -> None:
    """Read the paper of a request and put what was read beside it. Nothing is lost where it cannot be read."""
    if request.paper is None:
        return
    read_now(request.paper, doing)
    take_reading(request, doing)


def take_reading(request: Request, doing: Doing) -> None:
    """Put what was read of the paper beside its request: fields that wait to be confirmed, and the kind it seems to be."""
    with acting(doing, "read", "request", request.key, request.number) as entry:
        fresh = Request.objects.select_for_update(of=("self",)).select_related("paper").get(pk=request.pk)
        if fresh.state not in {"received", "reading"}:
            entry.detail["step"] = "read too late; nothing was changed"
            return
        write_draft(fresh)
        if fresh.paper and fresh.paper.media_type == "text/plain":
            _take_text(fresh, fresh.paper)
        entry.detail |= {"step": "fields put beside", "fields": fresh.read_fields.count()}
    request.refresh_from_db()


def _take_text(request: Request, paper: Paper) -> None:
    text = text_of(bytes(paper.content)) or ""
    for name, value in (("text", text), ("in_writing", "true")):
        request.read_fields.get_or_create(name=name, defaults={"value_read": value, "page": 1, "confidence": "read"})


def said_of(request: Request) -> dict[str, str]:
    """What was confirmed, or else read, of each field."""
    rows = request.read_fields.values_list("name", "value", "value_read")
    return {name: value or read for name, value, read in rows}


def seems_to_be(request: Request, said: Mapping[str, str] | None = None) -> str:
    """The kind that the reading proposes; empty where it proposes none."""
    return (said_of(request) if said is None else said).get("kind", "")


def register(request: Request, source: Mapping[str, Any], doing: Doing, seen: int | None = None) -> None:
    """Register a paper as a request of `source["kind"]`. What a member of staff types in `source` counts as confirmed;
    what a program says waits until a person confirms it.

    Raises BadInputError where the object could not be read as a request.
    """
    read_request(dict(source), name="This request")
    given = {name: written(name, value) for name, value in leaves(source).items()}
    for name, text in given.items():
        value_of(name, text)
    with moving(request, "register", doing, seen) as move:
        move.request.kind = given["kind"]
        _write_given(move.request, given, doing)
        rebuild(move.request)
        move.request.kind = given["kind"]
        move.entry.detail |= {
            "kind": given["kind"],
            "issuer": move.request.source.get("issuer") or "",
            "given": sorted(given),
        }
    start_clocks(request, doing)


def _write_given(request: Request, given: Mapping[str, str], doing: Doing) -> None:
    rows = {each.name: each for each in request.read_fields.all()}
    for name, text in given.items():
        row = rows.get(name) or ReadField(request=request, name=name[:60], confidence="absent")
        if doing.account is not None:
            row.value, row.unreadable, row.confirmed_by, row.confirmed_at = text, False, doing.account, doing.at
        else:
            row.value_read, row.confidence = text, SAID
        row.save()


def alike(request: Request, said: Mapping[str, str] | None = None) -> list[Request]:
    """Earlier requests of the same kind about what seems to be the same person: a suggestion, never a conclusion."""
    rows = said_of(request) if said is None else said
    kind = request.kind or seems_to_be(request, rows)
    number, name, born = (rows.get(f"subject.{key}", "") for key in ("a_number", "full_name", "date_of_birth"))
    asked = Q()
    if number:
        asked |= Q(pk__in=_with_field("subject.a_number", number))
    if name and born:
        asked |= Q(pk__in=_with_field("subject.full_name", name)) & Q(pk__in=_with_field("subject.date_of_birth", born))
    if request.person_id:
        asked |= Q(person=request.person_id)
    if not asked or not kind:
        return []
    others = Request.objects.filter(asked, kind=kind).exclude(pk=request.pk).defer("source", "match")
    return list(others.order_by("-received_at", "-id")[:5])


def _with_field(name: str, text: str) -> Any:
    found = ReadField.objects.filter(Q(value__iexact=text) | Q(value="", value_read__iexact=text), name=name)
    return found.values("request_id")


def same_as(request: Request, earlier: Request | None, doing: Doing, seen: int | None = None) -> None:
    """Say that a request is the same as an earlier one (None: that it is not)."""
    if earlier is not None and request.pk in {earlier.pk, earlier.duplicate_of_id}:
        raise RefusedError("A request cannot be a duplicate of itself; choose the earlier one.")
    with moving(request, "same_as", doing, seen) as move:
        move.request.duplicate_of = earlier
        move.entry.detail["same_as"] = earlier.number if earlier else None


def split(request: Request, ranges: Iterable[str], doing: Doing, seen: int | None = None) -> list[Request]:
    """Split a packet: the first range stays with this request, each other becomes a request of its own with the same times.

    Raises RefusedError where ranges overlap, name pages that are not there, or leave only one.
    """
    parts = _parts(request, ranges)
    with moving(request, "split", doing, seen) as move:
        packet = move.request
        if packet.read_fields.exclude(confirmed_at=None).exists() and packet.pages:
            raise RefusedError("This part was verified already; it cannot be split again.")
        packet.pages = write_pages(parts[0])
        packet.read_fields.filter(confirmed_at=None).delete()
        made = [_part(packet, pages, doing) for pages in parts[1:]]
        move.entry.detail |= {"pages": packet.pages, "parts": {each.number: each.pages for each in made}}
        move.entry.detail["left_over"] = _left_over(packet, parts)
        for each in (packet, *made):
            write_draft(each)
    return [request, *made]


def _parts(request: Request, ranges: Iterable[str]) -> list[frozenset[int]]:
    last = request.paper.pages if request.paper else None
    parts = [found for each in ranges if (found := read_pages(each, last))]
    mine = pages_of(request)
    if len(parts) < 2:
        raise RefusedError("Enter at least two page ranges.")
    if sum(map(len, parts)) != len(frozenset().union(*parts)):
        raise RefusedError("A page is in two ranges; each page belongs to one request.")
    if mine and not frozenset().union(*parts) <= mine:
        raise RefusedError(f"This request is pages {request.pages}; split only those.")
    return parts


def _left_over(packet: Request, parts: list[frozenset[int]]) -> str:
    last = packet.paper.pages if packet.paper else None
    return write_pages(set(range(1, (last or 0) + 1)) - set().union(*parts))


def _part(packet: Request, pages: frozenset[int], doing: Doing) -> Request:
    made = Request.objects.create(
        number=next_number(doing), state="received", channel=packet.channel, received_at=packet.received_at,
        touched_at=packet.touched_at, entered_at=doing.at, received_by=packet.received_by, paper=packet.paper,
        pages=write_pages(pages), packet=packet, late_entry=packet.late_entry, sender_name=packet.sender_name,
        sender_agency=packet.sender_agency, sender_verified=packet.sender_verified,
    )  # fmt: skip
    with acting(doing, "split", "request", made.key, made.number) as entry:
        entry.detail |= {"packet": packet.number, "pages": made.pages}
    return made


def set_aside(
    request: Request,
    reason: str,
    doing: Doing,
    words: str = "",
    sent_to: str = "",
    seen: int | None = None,
    claim: str = "",
) -> None:
    """Set a paper aside: not a request, not ours, entered in error, or evidence of a claim, as long as nothing has gone out on it.

    Its copy stays; a commander other than the clerk confirms. `claim` is the key of the claim that it is put to.
    """
    if reason not in ASIDE_REASONS:
        raise RefusedError("Choose one of the listed reasons.")
    if reason == "misdirected" and not sent_to.strip():
        raise RefusedError("Enter to whom it was forwarded, and how.")
    if reason == "same_again" and request.duplicate_of_id is None:
        raise RefusedError("First choose the earlier request that it duplicates.")
    if reason == "wrong_file" and not words.strip():
        raise RefusedError("Enter what was wrong.")
    if reason in OF_A_CLAIM and not Dispute.objects.filter(key=claim).exists():
        raise RefusedError("Open the claim first, or choose the open claim that this document is for.")
    with moving(request, "set_aside", doing, seen) as move:
        undo_what_was_prepared(move, doing)
        move.request.assigned_to = doing.account
        move.request.aside = {
            "reason": reason, "words": words[:300], "sent_to": sent_to[:200], "at": doing.at.isoformat(),
            "by": doing.account.shown if doing.account else "",
        }  # fmt: skip
        move.entry.detail["reason"] = reason
        if not move.request.kind and reason in NO_REQUESTS:
            move.entry.detail["counts_as"] = NO_REQUEST
        if reason in OF_A_CLAIM:
            move.request.aside["claim"] = claim
            move.entry.detail |= {"claim": claim, "sha256": request.paper.sha256 if request.paper else ""}
        move.entry.sealed["aside"] = {"words": words, "sent_to": sent_to}


def open_claims() -> list[Dispute]:
    """The claims to which a document can be put: those that nobody has decided, the newest first."""
    return list(Dispute.objects.filter(resolved_at=None).select_related("person").order_by("-raised_at")[:50])


def documents_of(claim: str) -> list[Request]:
    """The documents that were put to a claim, each with its file's hash, the oldest first."""
    rows = Request.objects.filter(aside__claim=claim).select_related("paper").defer("paper__content", "source", "match")
    return list(rows.order_by("id"))


def shown_aside(request: Request) -> str:
    """The hash of what a commander is shown of a document that was set aside."""
    return shown_of("confirm_set_aside", request)


def confirm_set_aside(request: Request, seen: str, doing: Doing) -> None:
    """A commander confirms the set-aside; the request is closed and stays in the record. `seen`: the hash of what the page showed."""
    with moving(request, "confirm_set_aside", doing) as move:
        demand_shown(seen, shown_aside(move.request), move.entry)
        move.request.closed_at = doing.at
        move.request.ended_how = (move.request.aside or {}).get("reason", "")
        move.request.assigned_to = None


def take_back(request: Request, doing: Doing, seen: int | None = None) -> None:
    """It is a request after all."""
    with moving(request, "take_back", doing, seen) as move:
        move.entry.detail["reason"] = (move.request.aside or {}).get("reason", "")
        move.request.aside, move.request.assigned_to = None, None
