"""Who is meant: candidates with what agrees and disagrees. A conflict stands until a second person clears it with evidence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction

from habeas.desk.doing import Doing, by, by_system
from habeas.desk.models import Account, Booking, NeverThese, Person, Request
from habeas.desk.record.writing import acting
from habeas.desk.services.custody.checking import BY_EYE, Looked, check_identity
from habeas.desk.services.custody.looking import asked_sha256, look, near_to, ruled_out, subject_sha256
from habeas.desk.services.decisions.open_questions import ask_what_is_open
from habeas.desk.services.identity import disputes
from habeas.desk.services.identity.cancelling import ask_where_not_found
from habeas.desk.services.intake.reading import forget_choice, part_of, start_clocks
from habeas.desk.workflow.errors import NotYoursError, RefusedError
from habeas.desk.workflow.identity import (
    HARD,
    Pair,
    attached_to_another,
    differing,
    pair,
    plain_values,
    ruled_by_finding,
    says_anything,
    unreadable_fields,
)
from habeas.desk.workflow.machine import check_right, moving, needed
from habeas.desk.workflow.second_acts import demand_shown, hash_of
from habeas.matching.query import Candidate, Match
from habeas.requests.vocabulary import CANCELLATION
from habeas.roster.countries import same_country

NO_SUBJECT = "the document gives nothing to identify a person by"
AS_WELL = "another inmate also matches the document; compare photographs or prints of both"
MAYBE_GONE = "the roster does not show whether this person is still in custody"


def propose(request: Request, doing: Doing) -> dict[str, Any]:
    """Look who is meant among the people in custody, and keep the candidates with their reasons and conflicts.

    Returns `{"verdict", "candidates": [{"person", "rank", "strength", "step", "reasons", "conflicts"}], "unread", "asked", "at"}`.
    """
    found = look(request)
    with acting(doing, "match", "request", request.key, request.number) as entry:
        made = match_data(found, request, doing)
        _note_differences(made, request)
        Request.objects.filter(pk=request.pk).update(match=made)
        request.match = made
        entry.detail |= {"step": "looked", "verdict": made["verdict"], "candidates": len(made["candidates"])}
    return made


def match_data(found: Match, request: Request, doing: Doing) -> dict[str, Any]:
    """A match as JSON values, to keep with the request."""
    return {
        "verdict": found.verdict.value,
        "candidates": [_candidate(each) for each in found.candidates],
        "unread": list(found.unread),
        "asked": asked_sha256(request),
        "at": doing.at.isoformat(),
    }


def _note_differences(made: dict[str, Any], request: Request) -> None:
    """What differs between the document and a candidate is a conflict of that candidate; where one has any, nobody simply matches."""
    subject = request.source.get("subject") or {}
    ids = [each["person"] for each in made["candidates"]]
    records = dict(Person.objects.filter(person_id__in=ids).values_list("person_id", "record"))
    for each in made["candidates"]:
        if not each["conflicts"] and each["person"] in records:
            each["conflicts"] = [HARD[name] for name in differing(subject, records[each["person"]])]
        each["conflicts"] += attached_to_another(request.source)
    if made["verdict"] == "one" and all(each["conflicts"] for each in made["candidates"]):
        made["verdict"] = "conflict"


def _candidate(each: Candidate) -> dict[str, Any]:
    return {
        "person": each.person_id,
        "rank": each.rank,
        "strength": each.strength.value,
        "step": each.step,
        "reasons": list(each.reasons),
        "conflicts": list(each.conflicts),
    }


def conflicts_with(request: Request, person: Person) -> tuple[str, ...]:
    """Everything that stands between the paper and a person: what the pair disagrees in, and what the whole roster showed."""
    subject = request.source.get("subject") or {}
    if not says_anything(subject):
        found: tuple[str, ...] = (NO_SUBJECT,)
    else:
        found = (*_pair(request, person).against, *_shown(request, person), *_as_well(request, person))
    found = (*found, *ruled_by_finding(request, person), *attached_to_another(request.source))
    return tuple(dict.fromkeys((*found, MAYBE_GONE) if person.in_custody is None else found))


def _pair(request: Request, person: Person) -> Pair:
    return pair(request.source.get("subject") or {}, person.record, unreadable_fields(request))


def _as_well(request: Request, person: Person) -> tuple[str, ...]:
    """Where somebody else fits with nothing against them, the paper does not tell the two apart: a second person must look."""
    others = [row for row in (request.match or {}).get("candidates", ()) if row["person"] != person.person_id]
    return (AS_WELL,) if any(not row["conflicts"] and row["strength"] != "weak" for row in others) else ()


def _shown(request: Request, person: Person) -> tuple[str, ...]:
    rows = (request.match or {}).get("candidates", ())
    return tuple(words for row in rows if row["person"] == person.person_id for words in row["conflicts"])


def choose(
    request: Request,
    person: Person,
    booking: Booking | None,
    doing: Doing,
    conflict_resolved_with: Account | None = None,
    *,
    evidence: str = "",
    seen: int | None = None,
) -> None:
    """Say who is meant. Where nothing disagrees the request goes on to be decided.

    Where something does, it stays open with `match_conflict` until another person confirms (`confirm_choice`);
    `conflict_resolved_with` names that person where both stand before one screen, and `evidence` what they saw.
    """
    _check_choice(request, person, booking)
    conflicts = conflicts_with(request, person)
    with moving(request, "name_person" if conflicts else "choose_person", doing, seen) as move:
        row = move.request
        forget_choice(row)
        row.person, row.booking, row.chosen_by = person, booking or _stay(person), doing.account
        row.match_conflict = bool(conflicts)
        if not conflicts:
            row.source["identity_match"] = True
        move.entry.detail |= {"person": person.key, "conflicts": list(conflicts)}
        move.entry.detail["booking"] = row.booking.key if row.booking else ""
    if conflicts and conflict_resolved_with is not None:
        confirm_choice(request, shown_choice(request), by(conflict_resolved_with, doing.at, doing.factor), evidence)
    elif not conflicts:
        _go_on(request, doing)


def _check_choice(request: Request, person: Person, booking: Booking | None) -> None:
    if person.person_id in ruled_out(request):
        raise RefusedError("This inmate was ruled out for this document; choose another.")
    if person.in_custody is False:
        raise RefusedError("This person is not in custody; record no match.")
    if booking is not None and booking.person_id != person.pk:
        raise RefusedError("That booking belongs to another inmate.")


def _stay(person: Person) -> Booking | None:
    """The booking that keeps the person: the latest that has not ended."""
    rows = sorted(person.bookings.all(), key=lambda each: (each.booked_at is not None, each.booked_at, each.booking_id))
    open_now = [each for each in rows if each.released_at is None] or rows
    return open_now[-1] if open_now else None


def shown_choice(request: Request) -> str:
    """The hash of what the second person is shown of a choice: the document's version, whom, their record, what disagrees."""
    person = request.person
    if person is None:
        return hash_of({"version": request.version, "person": None})
    shown = {"version": request.version, "person": person.person_id, "record": person.record_sha256}
    return hash_of(shown | {"conflicts": conflicts_with(request, person), "by": request.chosen_by_id})


def shown_nobody(request: Request) -> str:
    """The hash of what the second person is shown where nobody is meant: the document's version, and everybody who is near."""
    return hash_of({"version": request.version, "near": near_to(request), "by": request.chosen_by_id})


def confirm_choice(request: Request, seen: str, doing: Doing, evidence: str) -> None:
    """The second person, who is not the first, confirms against the conflicts with what they looked at; the request goes on.

    `seen` is the hash of what the page showed. Raises RefusedError where the document, the choice or the record changed meanwhile.
    """
    if not evidence.strip():
        raise RefusedError(
            "Enter what you compared: a photograph, fingerprints, a call to the sender at a known number."
        )
    if doing.account is None:
        raise NotYoursError("Only a staff member can confirm identity.")
    with moving(request, "confirm_person", doing) as move:
        row = move.request
        if row.person is None:
            raise RefusedError("No inmate is selected yet; select the inmate first.")
        demand_shown(seen, shown_choice(row), move.entry)
        conflicts = conflicts_with(row, row.person)
        row.conflict_cleared = {"person": row.person.person_id, "words": list(conflicts)}
        row.conflict_cleared_by, row.conflict_evidence, row.match_conflict = doing.account, evidence[:500], False
        row.source["identity_match"] = True
        move.entry.detail |= {"person": row.person.key, "cleared": list(conflicts)}
        move.entry.sealed["evidence"] = evidence
    _go_on(request, doing)


def confirm_compared(request: Request, seen: str, doing: Doing, evidence: str, compared: Iterable[str]) -> None:
    """Confirm as `confirm_choice`, and log the prints or photograph compared as second identifiers: approval asks for no other.

    `compared` are identifiers that a person compares by eye. Raises RefusedError for any other.
    """
    looked = list(compared)
    if not set(looked) <= BY_EYE:
        raise RefusedError("Choose one of the listed identifiers.")
    with transaction.atomic():
        confirm_choice(request, seen, doing, evidence)
        for identifier in looked if request.state in needed("check_identity").from_states else ():
            check_identity(request, Looked(doing.at, identifier, words=evidence), doing)


def choose_nobody(request: Request, doing: Doing, why: str = "", seen: int | None = None) -> None:
    """Say that nobody in custody is meant. Everybody in custody is looked through again: where anybody is near, it waits until a
    second person confirms it (`confirm_nobody`). An open choice is taken back with it.
    """
    close = near_to(request)
    with moving(request, "name_nobody" if close else "choose_nobody", doing, seen) as move:
        forget_choice(move.request)
        move.request.nobody_near, move.request.chosen_by = close, doing.account
        move.entry.detail |= {"step": "nobody", "near": len(close)}
        move.entry.sealed["why"] = why
    if not close:
        _go_on(request, doing)


def confirm_nobody(request: Request, seen: str, doing: Doing, evidence: str) -> None:
    """The second person, who is not the first, confirms that none of those who are near is meant, with what they looked at."""
    if not evidence.strip():
        raise RefusedError(
            "Enter what you compared: photographs, fingerprints, a call to the sender at a known number."
        )
    with moving(request, "confirm_nobody", doing) as move:
        row = move.request
        demand_shown(seen, shown_nobody(row), move.entry)
        row.nobody_near = near_to(row)
        row.conflict_cleared = {"person": "", "words": [person_id for person_id, _ in row.nobody_near]}
        row.conflict_cleared_by, row.conflict_evidence = doing.needed_account, evidence[:500]
        move.entry.detail |= {"step": "nobody confirmed", "near": len(row.nobody_near)}
        move.entry.sealed["evidence"] = evidence
    _go_on(request, doing)


def unchoose(request: Request, doing: Doing, seen: int | None = None) -> None:
    """Undo identification and look again."""
    with moving(request, "unchoose", doing, seen) as move:
        forget_choice(move.request)


def never_these(request: Request, person: Person, why: str, doing: Doing, seen: int | None = None) -> None:
    """Record a human's word that this paper never means this person; it is not proposed again for these identifiers."""
    if not why.strip():
        raise RefusedError("Enter why it is not this person.")
    with moving(request, "never_these", doing, seen) as move:
        if move.request.person_id == person.pk:
            raise RefusedError("This inmate is the one selected; undo the identification first.")
        _keep_never(request, person, why, doing)
        rows = (move.request.match or {}).get("candidates", [])
        if move.request.match:
            move.request.match["candidates"] = [each for each in rows if each["person"] != person.person_id]
        move.entry.detail |= {"step": "never these", "person": person.key}
        move.entry.sealed["why"] = why


def _keep_never(request: Request, person: Person, why: str, doing: Doing) -> None:
    try:
        with transaction.atomic():
            NeverThese.objects.create(
                person=person, other=subject_sha256(request), why=why[:200], by=doing.needed_account, at=doing.at
            )
    except IntegrityError:
        raise RefusedError("This was recorded already.") from None


def says_not_them(request: Request, person: Person, on_word_of: str, words: str, doing: Doing) -> Any:
    """The person (or anybody for them) says that it is not them: a dispute is raised at once, and goes to a commander."""
    check_right(needed("raise_dispute"), doing.role)
    about = request if request.person_id == person.pk else None
    return disputes.raise_dispute(person, "not_me", on_word_of, doing, request=about, words=words)


def _go_on(request: Request, doing: Doing) -> None:
    """The person is said: clocks start, and a dispute about them that is open already blocks this request too. A cancellation
    goes its own way: it ends a hold, which nothing may delay.
    """
    if request.kind == CANCELLATION:
        with moving(request, "go_cancelling", by_system(doing.at)):
            pass
        ask_where_not_found(request, doing)
        return
    start_clocks(request, doing)
    if disputes.block(request, doing):
        request.refresh_from_db()
    ask_what_is_open(request, doing)


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One identifier, as the paper and as the record have it, and how the two stand: `same`, `partly`, `differs`, `missing`."""

    says: str
    paper: str
    record: str
    stands: str


_BESIDE: tuple[tuple[str, str, str], ...] = (
    ("Name", "full_name", ""),
    ("Date of birth", "date_of_birth", "date_of_birth"),
    ("Sex", "sex", "sex"),
    ("A-number", "a_number", "a_number"),
    ("FBI number", "fbi_number", "fbi_number"),
    ("State number", "state_id", "state_id"),
    ("Booking number", "booking_id", ""),
    ("Other names", "aliases", "aliases"),
)


def beside(subject: Mapping[str, Any], record: Mapping[str, Any]) -> list[ComparedLine]:
    """Paper and record side by side. Whether two spellings agree is said by the reasons, not here."""
    found = []
    for says, key, column in _BESIDE:
        paper = _paper_name(subject) if key == "full_name" else _joined(subject.get(key))
        mine = _record_text(record, key, column)
        if paper or mine:
            found.append(ComparedLine(says, paper, mine, _stands(key, paper, mine)))
    return found


def contradiction(request: Request, record: Mapping[str, Any]) -> str:
    """Where a paper says one country and our own record another, both in one sentence for a person to resolve.

    It is shown, never resolved and never counted: nothing is inferred from it, and nobody is found by it (Brown v. Ramsay).
    """
    mine = str(record.get("citizenship_on_record") or "")
    paper = str((request.source.get("subject") or {}).get("country_of_birth") or "") or _on_paper(request)
    if not paper or not mine or paper.casefold() == mine.casefold() or same_country(paper, mine):
        return ""
    source = record.get("citizenship_source") or "source not known"
    return f"The document says {paper}; our record says {mine} ({source})."


def _on_paper(request: Request) -> str:
    part = part_of(request)
    said = part.lead.fields.get("citizenship") if part is not None else None
    return str(said.value) if said is not None and said.value else ""


def _paper_name(subject: Mapping[str, Any]) -> str:
    return str(subject.get("full_name") or _name_of(subject))


def _name_of(parts: Mapping[str, Any]) -> str:
    """A name as a booking card has it: `FAMILY, GIVEN MIDDLE SUFFIX`."""
    given = " ".join(str(parts[key]) for key in ("given_name", "middle_name", "suffix") if parts.get(key))
    return ", ".join(filter(None, (str(parts.get("family_name") or ""), given)))


def _record_text(record: Mapping[str, Any], key: str, column: str) -> str:
    if key == "full_name":
        return _name_of(record)
    if key == "booking_id":
        return _joined([each.get("booking_id") for each in record.get("bookings", ())])
    return _joined(record.get(column))


def _joined(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "")


def _stands(key: str, paper: str, record: str) -> str:
    if not paper or not record:
        return "missing"
    if key in HARD:
        return _stands_hard(plain_values(key, paper), plain_values(key, record))
    mine, theirs = (_plain(key, text) for text in (paper, record))
    if mine == theirs or (key != "full_name" and mine & theirs):
        return "same"
    return "partly" if mine & theirs else "differs"


def _stands_hard(mine: frozenset[str], theirs: frozenset[str]) -> str:
    """As the conflicts see it: what a page marks as different is one."""
    if not mine or not theirs:
        return "missing"
    return "same" if mine & theirs else "differs"


def _plain(key: str, text: str) -> set[str]:
    if key == "full_name":
        return set("".join(each if each.isalnum() else " " for each in text.casefold()).split())
    letters = ("".join(filter(str.isalnum, part.casefold())) for part in text.split(";"))
    return {each.removeprefix("a").lstrip("0") if key == "a_number" else each for each in letters}
