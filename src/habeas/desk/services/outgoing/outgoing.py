"""What leaves: the program sends nothing itself; a person sends, and records to whom, how, which files, and the proof."""

import hashlib
import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile

from habeas.answers.compose import DRAFT, DRAFT_FOR_COUNSEL
from habeas.desk.doing import Doing
from habeas.desk.models import Decision, Dispatch, PackageFile, Paper, Request
from habeas.desk.record.writing import acting
from habeas.desk.services.cases.freshness import demand_fresh
from habeas.desk.services.decisions.closing import go_on
from habeas.desk.services.decisions.leaving import leaving, name_of
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.guards import living_decision
from habeas.desk.workflow.machine import check_right, moving, needed

WAYS: dict[str, str] = {
    "fax": "Fax",
    "email": "E-mail",
    "portal": "Their portal",
    "mail": "Mail",
    "counter": "Delivered at the counter",
    "phone": "Read by telephone",
}
"""How an answer can leave."""

VERIFIED: dict[str, str] = {
    "known_number": "Called back at the number in our own directory",
    "known_address": "Address in our own directory",
    "court_directory": "In the court's or agency's published directory",
    "paper_only": "Not verified: from the document only",
}
"""How the address was checked; an address that only the paper gives is not checked."""

LATE: dict[str, str] = {
    "fact_missing": "A fact was received late",
    "counsel": "Waiting for counsel",
    "no_signer": "No one available to sign",
    "volume": "Workload",
    "system": "System outage",
    "unclear": "The request was unclear",
}
"""Why an answer went after the day asked for."""

MAX_PROOF = 5 * 2**20
EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class SendingProof:
    """What proves a sending: in words, who took it where it was read out, the receipt; how the address was checked; why it is late."""

    words: str
    verified: str
    """A key of `VERIFIED`."""
    taken_by: str = ""
    receipt: UploadedFile | None = None
    late: str = ""
    """A key of `LATE`, where it goes after the day asked for."""


def dispatch(
    request: Request, doing: Doing, to: str, way: str, address: str, proof: SendingProof, seen: int | None = None
) -> Dispatch:
    """Record that the answer was sent (again): to whom, by which way, to which checked address, with which proof.

    Raises RefusedError where the proof, the checked address or the reason for lateness is missing or an act is open; StaleError where
    it is out of date.
    """
    first = request.state == "ready"
    _check(to, way, address, proof)
    if first:
        demand_fresh(request, doing)
    with moving(request, "dispatch" if first else "send_again", doing, seen) as move:
        decision = _settled(move.request)
        _demand_no_draft(decision)
        sent = _files(decision)
        made = Dispatch.objects.create(
            request=move.request, decision=decision, to=to[:200], way=way, address=address[:200],
            address_verified=VERIFIED[proof.verified], files=sent, proof=proof.words[:300], taken_by=proof.taken_by[:160],
            proof_file=_receipt(proof.receipt, doing), by=doing.needed_account, at=doing.at,
        )  # fmt: skip
        move.request.lateness = _lateness(move.request, proof.late, doing) if first else move.request.lateness
        move.entry.detail |= {"dispatch": made.key, "way": way, "decision": decision.key, "files": sent}
        move.entry.sealed |= {"to": to, "address": address, "proof": proof.words, "taken_by": proof.taken_by}
    go_on(request, doing)
    return made


def _check(to: str, way: str, address: str, proof: SendingProof) -> None:
    faults = (
        (way not in WAYS, "Choose the method."),
        (not to.strip() or not address.strip(), "Enter the recipient, and the number or address."),
        (proof.verified not in VERIFIED, "Choose how the number or address was verified."),
        (
            proof.verified == "paper_only",
            "An address found only on the document is not verified: call back at a known number first.",
        ),
        (
            way == "phone" and not proof.taken_by.strip(),
            "Read it back: enter who took it, with badge or number, and when.",
        ),
        (
            not proof.words.strip(),
            "Enter the confirmation: the fax receipt, the delivery, or the read-back with its time.",
        ),
    )
    for wrong, sentence in faults:
        if wrong:
            raise RefusedError(sentence)


def _settled(request: Request) -> Decision:
    decision = living_decision(request)
    if decision is None or decision.state != Decision.State.SETTLED:
        raise RefusedError("No response is in effect, so nothing can be sent.")
    return decision


def _demand_no_draft(decision: Decision) -> None:
    """Raise RefusedError where the letter itself is marked as a draft, whatever left it open."""
    letter = decision.files.filter(path="outgoing/letter.txt").first()
    words = " ".join(bytes(letter.content).decode().split()) if letter else ""
    if any(mark in words for mark in (DRAFT, DRAFT_FOR_COUNSEL)):
        raise RefusedError("The letter is marked as a draft because something is open: decide again before it is sent.")


def _files(decision: Decision) -> list[dict[str, str]]:
    rows = dict(decision.files.order_by("path").values_list("path", "sha256"))
    out = leaving(rows)
    return [{"path": path, "sha256": digest} for path, digest in rows.items() if path in out]


def _lateness(request: Request, late: str, doing: Doing) -> str:
    if request.reply_by is None or doing.at <= request.reply_by:
        return ""
    if late not in LATE:
        raise RefusedError("It is late: choose the reason.")
    return LATE[late]


def _receipt(receipt: UploadedFile | None, doing: Doing) -> Paper | None:
    if receipt is None:
        return None
    if receipt.size is None or receipt.size > MAX_PROOF:
        raise RefusedError("The receipt is larger than 5 MB; keep a smaller picture of it.")
    content = receipt.read()
    digest = hashlib.sha256(content).hexdigest()
    kind = "application/pdf" if content[:5] == b"%PDF-" else "application/octet-stream"
    kept, _ = Paper.objects.get_or_create(
        sha256=digest,
        defaults={"content": content, "media_type": kind, "name": "receipt", "arrived_at": doing.at},
    )
    return kept


def package_zip(request: Request, doing: Doing) -> bytes:
    """Everything that goes out as one ZIP, the same bytes every time; an event says that it was taken out."""
    check_right(needed("dispatch"), doing.role, next(iter(needed("dispatch").from_states)))
    decision = living_decision(request)
    if decision is None:
        raise RefusedError("There is no response yet.")
    _demand_no_draft(decision)
    out = leaving(decision.files.values_list("path", flat=True))
    files = sorted(decision.files.filter(path__in=out), key=lambda each: name_of(each.path))
    with acting(doing, "export", "decision", decision.key, request.number) as entry:
        content = zip_of(files)
        entry.detail |= {"sha256": hashlib.sha256(content).hexdigest(), "files": len(files)}
    return content


def zip_of(files: Iterable[PackageFile]) -> bytes:
    """The files as a ZIP without times, owners or compression: equal files give equal bytes. `SHA256SUMS` is the last."""
    out, sums = io.BytesIO(), []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as kept:
        for each in files:
            name = name_of(each.path)
            _put(kept, name, bytes(each.content))
            sums.append(f"{each.sha256}  {name}\n")
        _put(kept, "SHA256SUMS", "".join(sums).encode())
    return out.getvalue()


def _put(kept: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.external_attr = 0o600 << 16
    entry.create_system = 3
    kept.writestr(entry, content)


def dispatch_called(number: str, key: str) -> Dispatch | None:
    """One sending of a request, with its receipt."""
    return Dispatch.objects.select_related("proof_file").filter(request__number=number, key=key).first()


def times_sent(request: Request) -> int:
    """How often the answer was sent."""
    return request.dispatches.count()
