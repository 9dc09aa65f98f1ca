"""What speaks against what the signer is shown: differences from the record, readings a person overrode, facts that changed."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime

from habeas.common.errors import BadInputError
from habeas.desk.models import Request
from habeas.desk.services.cases.related_rows import RelatedRows, Row
from habeas.desk.services.custody.own_record import about_proof
from habeas.desk.services.identity.identification import ComparedLine, beside, contradiction
from habeas.desk.services.intake.reading import five_signs
from habeas.desk.services.papers.entries import entry_of, said_in_words, value_of, written
from habeas.desk.workflow.entitled import speaks_against, words_in
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.findings import CLOSES, courts_own
from habeas.desk.workflow.guards import choices

NEEDS_CALL = frozenset({"transfer", "arrest"})
"""Acts before which the sender is called back, or the signer says why not."""


@dataclass(frozen=True, slots=True)
class Overridden:
    """One field that a person entered otherwise than it was read."""

    says: str
    read: str
    entered: str


@dataclass(frozen=True, slots=True)
class Changed:
    """One fact that was recorded with another value before."""

    fact: str
    old: Row
    new: Row


@dataclass(frozen=True, slots=True)
class Doubts:
    """What the signer sees before anything else."""

    differs: tuple[ComparedLine, ...] = ()
    overridden: tuple[Overridden, ...] = ()
    changed: tuple[Changed, ...] = ()
    opinions: tuple[Row, ...] = ()
    contradiction: str = ""
    no_call_back: bool = False
    """Whether somebody would be handed over and nobody called the sender back."""
    record_says: str = ""
    """Our record in its own words, where it says United States and an act that proof of citizenship closes would be done."""

    ahead: str = ""
    """What our own record says against the word that the inmate to be handed over is entitled to release."""

    @property
    def any(self) -> bool:
        """Whether there is anything to show."""
        return any(getattr(self, each.name) for each in fields(self))


def doubts_of(request: Request, rows: RelatedRows, at: datetime) -> Doubts:
    """Read what speaks against a waiting decision."""
    complied = {row["act"] for row in rows.of("choice") if row["does"] == "complies"}
    return Doubts(
        _differs(request),
        (*_overridden(rows.of("read_field")), *_signs(request)),
        tuple(_changed(rows.of("fact"))),
        tuple(rows.of("opinion")),
        contradiction(request, request.person.record) if request.person else "",
        _no_call_back(request, complied, _called(rows)),
        _record_says(request, complied),
        speaks_against(words_in(rows.standing("fact")), request.booking, at) if complied & NEEDS_CALL else "",
    )


def demand_call_back(request: Request, reason: str) -> None:
    """Raise RefusedError where somebody would be handed over, nobody called the sender back, and the signer gives no reason."""
    complied = {each.act for each in choices(request) if each.does == "complies"}
    called = request.identity_checks.filter(way="call_back", person=request.person).exists()
    if _no_call_back(request, complied, called) and not reason.strip():
        raise RefusedError(
            "Nobody called the sender back at a number from our own directory: log the call-back on the identification page, or enter why "
            "the transfer is approved without it."
        )


def demand_record_read(request: Request, given: str) -> str:
    """What of our own record the signer acknowledged, word for word as it is now; empty where there is nothing to acknowledge.

    Raises RefusedError where an act that proof of citizenship closes would be done against a record that says United States.
    """
    says = _record_says(request, {each.act for each in choices(request) if each.does == "complies"})
    if says and given != says:
        raise RefusedError(f"Our record says: {says}. Check the box that you read it, or return the draft.")
    return says


def _record_says(request: Request, complied: set[str]) -> str:
    own = about_proof(request) if complied & CLOSES else None
    return own.words if own and own.united_states else ""


def _no_call_back(request: Request, complied: set[str], called: bool) -> bool:
    return bool(complied & NEEDS_CALL) and not called and not request.sender_verified


def _called(rows: RelatedRows) -> bool:
    return any(row["way"] == "call_back" for row in rows.of("check"))


def _differs(request: Request) -> tuple[ComparedLine, ...]:
    if request.person is None:
        return ()
    lines = beside(request.source.get("subject") or {}, request.person.record)
    return tuple(line for line in lines if line.stands == "differs")


def _overridden(rows: Iterable[Row]) -> Iterable[Overridden]:
    for row in rows:
        read, entered = str(row["value_read"]), str(row["given"])
        if row["confirmed_at"] is not None and _plain(row["name"], read) != _plain(row["name"], entered):
            said = (said_in_words(row["name"], text) for text in (read, entered))
            yield Overridden(entry_of(row["name"]).says, *said)


def _plain(name: str, text: str) -> str:
    """A field's text in the one form in which it is kept: a day typed in another way, or codes in another order, are no other entry."""
    try:
        value = value_of(name, text)
    except BadInputError:
        return text.strip()
    return written(name, sorted(map(str, value)) if isinstance(value, list) else value)


def _signs(request: Request) -> Iterable[Overridden]:
    """The signs of a court's order that the program did not find on what is treated as one."""
    if not courts_own(request.kind, request.source):
        return
    signer = str(request.source.get("signer") or "not known").replace("_", " ")
    for each in five_signs(request):
        if not each.found:
            yield Overridden(f"Court order: {each.says}", "not found", f"treated as a court's; signer: {signer}")


def _changed(rows: Iterable[Row]) -> Iterable[Changed]:
    last: dict[str, Row] = {}
    for row in rows:
        before = last.get(row["fact"])
        if before is not None and before["value"] != row["value"]:
            yield Changed(row["fact"], before, row)
        last[row["fact"]] = row
