"""What must hold besides the state. Each guard says None where it holds, or the sentence that says what to do."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from habeas.answers.added import GENERATED
from habeas.answers.addressee import reads_as_label
from habeas.answers.build import asks_about_request
from habeas.desk.doing import Doing
from habeas.desk.models import STANDS, ActChoice, Decision, FactRecord, Request, RosterImport, Signature
from habeas.desk.workflow.entitled import ASK_FIRST, Word, second_missing, signed_by, words_of
from habeas.desk.workflow.findings import CLOSES, Finding, closed_words, closing, findings_about, open_against
from habeas.desk.workflow.identity import open_conflicts, unchecked
from habeas.desk.workflow.open_acts import open_acts, open_words
from habeas.law.engine.trace import Ask
from habeas.law.model.vocabulary import SETTLED_BY, What
from habeas.requests.request import read_request
from habeas.requests.vocabulary import (
    ABOUT_CLASS,
    ABOUT_EITHER,
    ABOUT_NOBODY,
    CANCELLATION,
    COUNSEL_FIRST,
    EXECUTED,
    KINDS,
)

STRONG_FACTORS = frozenset({"totp", "webauthn"})
BLOCKED_BY_DISPUTE = frozenset({"hold", "notify", "transfer"})
TAKES_A_PERSON = frozenset({"hold", "transfer", "arrest"})
"""Acts that keep or take a person: a name alone is not enough for them."""


def about_person(request: Request) -> bool:
    """Whether the request is about one person."""
    if request.kind in ABOUT_NOBODY | ABOUT_CLASS:
        return False
    return request.kind not in ABOUT_EITHER or bool(request.source.get("subject"))


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page has read already of a request it only shows."""

    decision: Decision | None
    choices: list[ActChoice]
    disputed: bool
    cancelled: bool = False
    unchecked: bool = False
    """Whether nothing but a name agrees, and nothing more was checked."""
    findings: tuple[Finding, ...] = ()
    """What two people found about the person."""
    gone_out: bool = False
    """Whether anything was sent, served, lodged or handed over on it."""
    entitled: tuple[Word, ...] | None = None
    """What is on record of whether the inmate is entitled to release; None where the page has not read it."""
    signed: tuple[tuple[int, datetime], ...] = ()
    """Who signed the decision as the second person or as counsel, and when; read with `entitled`."""


@dataclass(frozen=True, slots=True)
class State:
    """What a guard looks at: the request and what stands beside it.

    Without `page` everything is read when it is asked for, so that a guard after an act sees what the act has changed; only a
    page that shows a request gives what it has read, and nothing that moves one takes a page.
    """

    request: Request
    page: Shown | None = None

    def decision(self) -> Decision | None:
        """The living decision, if any."""
        return self.page.decision if self.page else living_decision(self.request)

    def choices(self) -> list[ActChoice]:
        """What the office does act by act under the living decision."""
        return self.page.choices if self.page else choices(self.request)

    def disputed(self) -> bool:
        """Whether a dispute about the person that stops this request is open."""
        return self.page.disputed if self.page else bool(open_against(self.request))

    def closed_by(self) -> Finding | None:
        """The finding of citizenship that closes hold, notification and transfer here, if any."""
        found = self.page.findings if self.page else findings_about(self.request.person)
        return closing(self.request, found)

    def cancelled(self) -> bool:
        """Whether the paper was cancelled, lifted, recalled or withdrawn."""
        return self.page.cancelled if self.page else cancelled(self.request)

    def gone_out(self) -> bool:
        """Whether anything was sent, served, lodged or handed over on it."""
        return self.page.gone_out if self.page else _gone_out(self.request)

    def second_missing(self, at: datetime) -> str | None:
        """Why nobody is handed over yet on the word that they are entitled to release; None where two people stand behind it."""
        page, booking = self.page, self.request.booking
        if page is not None and page.entitled is not None:
            return second_missing(page.entitled, page.signed, booking, at)
        words = words_of(self.request)
        return second_missing(words, signed_by(self.decision()), booking, at)

    def unchecked(self) -> bool:
        """Whether nothing but a name agrees with the person chosen, and nothing more was checked."""
        return self.page.unchecked if self.page else unchecked(self.request)


Guard = Callable[[State, Doing], str | None]


def living_decision(request: Request) -> Decision | None:
    """The decision that is drafted, waits or is in force, if any."""
    states = (Decision.State.DRAFT, Decision.State.TO_SIGN, Decision.State.SETTLED)
    return request.decisions.filter(state__in=states).order_by("-number").first()


def choices(request: Request) -> list[ActChoice]:
    """What the office does act by act under the living decision."""
    decision = living_decision(request)
    return list(decision.choices.all()) if decision else []


def open_about_request(request: Request) -> tuple[Ask, ...]:
    """What is open about the request itself: what no record about a person can answer, such as which people a list means."""
    if request.kind not in KINDS:
        return ()
    return asks_about_request(read_request({**request.source, "kind": request.kind, "id": request.number}))


def _request_understood(state: State, doing: Doing) -> str | None:
    asks = open_about_request(state.request)
    if not asks:
        return None
    return f"The request itself is not clear: {' '.join(ask.ask for ask in asks)} Ask {asks[0].of}, then correct the fields."


def _roster_plausible(state: State, doing: Doing) -> str | None:
    """A list is an answer about the whole jail: where the newest roster cannot be right, none is made."""
    if state.request.kind != "list_request" and not state.request.source.get("class"):
        return None
    applied = RosterImport.objects.filter(state=RosterImport.State.APPLIED).order_by("-applied_at", "-id").first()
    if applied is None or not applied.report.get("in_custody", 1):
        return "No roster with inmates is applied: import one before you respond to a list request."
    if applied.report.get("doubts"):
        return "The latest roster looked wrong when it was applied: undo it, or import a correct one, before you respond to a list request."
    return None


def _kind_known(state: State, doing: Doing) -> str | None:
    return None if state.request.kind in KINDS else "First classify the document."


def _about_a_person(state: State, doing: Doing) -> str | None:
    return None if about_person(state.request) else "This request names no person; go to the determination."


def _about_no_person(state: State, doing: Doing) -> str | None:
    return "This request is about one person; identify the inmate first." if about_person(state.request) else None


def _fields_confirmed(state: State, doing: Doing) -> str | None:
    left = state.request.read_fields.filter(confirmed_at=None, unreadable=False).count()
    return f"{left} fields are not verified yet: confirm each, or mark it illegible." if left else None


def _person_chosen(state: State, doing: Doing) -> str | None:
    if state.request.person_id is None:
        return "Select the inmate first."
    return _no_conflict(state, doing)


def _nobody_chosen(state: State, doing: Doing) -> str | None:
    return "An inmate is selected; undo the identification first." if state.request.person_id else None


def _no_conflict(state: State, doing: Doing) -> str | None:
    if state.request.match_conflict or open_conflicts(state.request):
        return "The document and our record disagree on identity: two people must resolve it before anything is signed."
    return None


def _another_chose(state: State, doing: Doing) -> str | None:
    if state.request.person_id is None or state.request.chosen_by_id is None:
        return "No inmate is selected yet; select the inmate first."
    if doing.account is not None and doing.account.pk == state.request.chosen_by_id:
        return (
            "You made this identification; another staff member must compare the document and our record and confirm."
        )
    return None


def _not_disputed(state: State, doing: Doing) -> str | None:
    if not state.disputed():
        return None
    if _complies(state) & BLOCKED_BY_DISPUTE:
        return "A dispute about this inmate is open: no hold, disclosure or transfer until a commander has decided it."
    return None


def _not_against_finding(state: State, doing: Doing) -> str | None:
    """What two people found is not set aside by an answer, whoever made it and whatever it rested on."""
    finding = state.closed_by()
    return closed_words(finding) if finding is not None and _complies(state) & CLOSES else None


def _needs_second(state: State, doing: Doing) -> str | None:
    if any(each.needs_second for each in state.choices()) or _letter_changed(state):
        return None
    return "No approval is needed; generate the response."


def _counsel_needed(state: State, doing: Doing) -> str | None:
    return None if state.request.kind in COUNSEL_FIRST else "This kind of request does not need counsel's approval."


def _no_counsel_needed(state: State, doing: Doing) -> str | None:
    if state.request.kind in COUNSEL_FIRST:
        return "A response to this kind of request, a denial too, goes to counsel before it takes effect."
    return None


def _counsel_signed(state: State, doing: Doing) -> str | None:
    decision = state.decision()
    if state.request.kind not in COUNSEL_FIRST or decision is None:
        return None
    if decision.signatures.filter(door=Signature.Door.COUNSEL).exists():
        return None
    return "Counsel has not signed off: withdraw the draft and submit it to counsel first."


def _letter_changed(state: State) -> bool:
    """Whether somebody added words of their own to the letter that was generated."""
    decision = state.decision()
    return decision is not None and decision.files.filter(path=GENERATED).exists()


def _addressee_read(state: State, doing: Doing) -> str | None:
    """A letter that nobody else looks at never goes to what a form's printed label was read as."""
    given = state.request.source.get("from")
    given = given if isinstance(given, Mapping) else {}
    wrong = [each for each in (given.get("name"),) if reads_as_label(each)]
    wrong += [each for each in (given.get("agency"),) if reads_as_label(each, agency=True)]
    if wrong:
        return f"The sender reads “{wrong[0]}”, which looks like a printed label of the form: return to the document and correct it."
    return None


def _only_safe_acts(state: State, doing: Doing) -> str | None:
    if state.decision() is None:
        return "There is no draft yet."
    if _letter_changed(state):
        return "Paragraphs were added to the letter: it needs a second person's approval."
    if any(each.needs_second for each in state.choices()):
        return "Disclosure, hold, transfer and facility access need a second person's approval."
    return None


def blocking(request: Request) -> list[str]:
    """The duties that must be done before an act the office complies with: what is owed, in words.

    A notice that blocks ends with its service; what must be found out first (who is meant, the signature, the
    paper's box) ends when a person has confirmed or recorded it. That the state's custody has ended is asked at the door: a warrant is
    lodged, and a request answered, before it has.
    """
    decision = living_decision(request)
    made = {each.act for each in choices(request) if each.does == ActChoice.Does.COMPLIES}
    due = request.notices.filter(served_at=None, excused="").exclude(blocks="")
    owed = [each.says or each.what.replace("_", " ") for each in due if each.blocks in made]
    owed += _to_find_out(request, decision, made, SETTLED_BY.keys() - {What.CONFIRM_STATE_CUSTODY_ENDED})
    return list(dict.fromkeys(owed))


def _to_find_out(request: Request, decision: Decision | None, acts: Iterable[str], what: Iterable[str]) -> list[str]:
    """The duties of these kinds to find something out before one of `acts`, where nobody has yet, in words."""
    duties = [each for each in (decision.answer.get("duties", ()) if decision else ()) if each["what"] in set(what)]
    return [each["says"] for each in duties if each["blocks"] in acts and not _found_out(request, each["what"])]


def _found_out(request: Request, what: str) -> bool:
    """Whether what a duty is there to find out is known, so that it lets the act go on: what was recorded last counts, else the paper."""
    entity, _, name = SETTLED_BY[What(what)].partition(".")
    of_person = FactRecord.objects.filter(person=request.person) if request.person_id else FactRecord.objects.none()
    told = request.facts.all() if entity == "request" else of_person
    last = told.filter(fact=f"{entity}.{name}", **STANDS).order_by("-id").values_list("value", flat=True).first()
    value = request.source.get(name) if last is None and entity == "request" else last
    settled = {None} if what == What.CONFIRM_PROOF else {None, False, "none"}  # that no proof was shown is an answer
    return value not in settled


def _nothing_blocks(state: State, doing: Doing) -> str | None:
    owed = blocking(state.request)
    return f"First: {'; '.join(each.rstrip('.') for each in owed)}." if owed else None


def _another_person(state: State, doing: Doing) -> str | None:
    decision = state.decision()
    first = decision.drafted_by_id if decision else state.request.assigned_to_id
    if first is not None and doing.account is not None and doing.account.pk == first:
        return "The person who prepared this cannot approve it; ask another commander."
    return None


def _second_factor(state: State, doing: Doing) -> str | None:
    return None if doing.factor in STRONG_FACTORS else "Enter your second factor (code or security key) to sign."


def _not_stale(state: State, doing: Doing) -> str | None:
    if state.request.stale:
        return f"Something changed since the draft: {'; '.join(state.request.stale)}. It must be decided again."
    return None


def _notices_served(state: State, doing: Doing) -> str | None:
    left = state.request.notices.filter(served_at=None, excused="").count()
    return f"{left} notices are not served yet: serve them, or have a commander mark each unservable." if left else None


def _another_said_nobody(state: State, doing: Doing) -> str | None:
    if state.request.nobody_near is None or state.request.chosen_by_id is None:
        return "No one has recorded no match yet."
    if doing.account is not None and doing.account.pk == state.request.chosen_by_id:
        return "You recorded this; another staff member must compare the document and the roster and confirm."
    return None


def name_alone(state: State) -> bool:
    """Whether somebody would be held or handed over of whom nothing but a name agrees with the paper, and nobody has checked more."""
    return bool(_complies(state) & TAKES_A_PERSON) and state.unchecked()


def _identified(state: State, doing: Doing) -> str | None:
    if name_alone(state):
        return (
            "Match on name only: log a second identifier that matches, or a call-back to the sender at a number "
            "from our own directory, before any hold or transfer."
        )
    return None


def _complies(state: State) -> set[str]:
    return {each.act for each in state.choices() if each.does == ActChoice.Does.COMPLIES}


def _nothing_open(state: State, doing: Doing) -> str | None:
    """An answer that leaves an act open is a draft. What is safe was done when it was made; only the sending waits."""
    if not open_acts(state.choices()):
        return None
    decision = state.decision()
    words = open_words(state.choices(), decision.answer if decision else {})
    return f"This response is a draft and cannot be sent: still open is whether to {words}. Resolve that, then decide again."


def _something_open(state: State, doing: Doing) -> str | None:
    return None if open_acts(state.choices()) else "Nothing in this response is open: it can be sent."


def _out_of_date(state: State, doing: Doing) -> str | None:
    return None if state.request.stale else "Nothing that the response rests on was corrected since it was made."


def _is_executed(state: State) -> bool:
    return state.request.kind in EXECUTED and bool(_complies(state) & TAKES_A_PERSON)


def _executed(state: State, doing: Doing) -> str | None:
    return None if _is_executed(state) else "Only a court warrant that must be executed is lodged as a hold."


def _not_executed(state: State, doing: Doing) -> str | None:
    if _is_executed(state):
        return "No response goes to the court on a court warrant: log that the hold is lodged, then the transfer of custody."
    return None


def _is_cancellation(state: State, doing: Doing) -> str | None:
    return None if state.request.kind == CANCELLATION else "Only a cancellation ends a hold in this way."


def _is_no_cancellation(state: State, doing: Doing) -> str | None:
    return None if state.request.kind != CANCELLATION else "A cancellation needs no response: end the hold it names."


def cancelled(request: Request) -> bool:
    """Whether the paper was cancelled, lifted, recalled or withdrawn: what was recorded last counts, else what the paper says."""
    return is_cancelled(request, request.facts.filter(**STANDS).order_by("id").values_list("fact", "value"))


def is_cancelled(request: Request, facts: Iterable[tuple[str, Any]]) -> bool:
    """The same of facts that were read already, oldest first."""
    recorded = [value for fact, value in facts if fact == "request.cancelled" and value is not None]
    return (recorded[-1] if recorded else request.source.get("cancelled")) is True


def _still_in_force(state: State, doing: Doing) -> str | None:
    if state.cancelled() and _complies(state) & TAKES_A_PERSON:
        return "The document was canceled or recalled: no hold or transfer on it."
    return None


def _hand_over_in_force(state: State, doing: Doing) -> str | None:
    decision = state.decision()
    if decision is None or decision.state != Decision.State.SETTLED or "transfer" not in _complies(state):
        return "No decision in effect authorizes a transfer of this inmate."
    return None


def _custody_ended(state: State, doing: Doing) -> str | None:
    """Nobody is handed over on a judge's warrant before two people stand behind the word that the state's custody has ended."""
    ends = {What.CONFIRM_STATE_CUSTODY_ENDED}
    owed = _to_find_out(state.request, state.decision(), {"transfer"}, ends)
    if owed:
        return f"{ASK_FIRST} {' '.join(owed)}"
    return state.second_missing(doing.at)  # also where the determination rested on the word, and so owes nothing more


def _nothing_gone_out(state: State, doing: Doing) -> str | None:
    """A document is set aside as entered in error only while nobody was told, sent or held anything on it."""
    decision = state.decision()
    if state.gone_out():
        return "Something has gone out on this document: correct that entry first, or log how the request ended."
    if decision is not None and decision.state == Decision.State.SETTLED and _complies(state) & TAKES_A_PERSON:
        return "A hold or transfer on this document is in effect: log how it ended."
    return None


def _gone_out(request: Request) -> bool:
    logged = request.dispatches.filter(**STANDS).exists() or request.executions.filter(**STANDS).exists()
    return logged or request.notices.exclude(served_at=None).exists()


def _lodged_first(state: State, doing: Doing) -> str | None:
    if _is_executed(state) and not state.request.executions.filter(step="lodged", **STANDS).exists():
        return "First log that the hold is lodged."
    return None


GUARDS: Mapping[str, Guard] = {
    "counsel_needed": _counsel_needed,
    "no_counsel_needed": _no_counsel_needed,
    "counsel_signed": _counsel_signed,
    "another_said_nobody": _another_said_nobody,
    "identified": _identified,
    "nothing_open": _nothing_open,
    "something_open": _something_open,
    "out_of_date": _out_of_date,
    "is_cancellation": _is_cancellation,
    "is_no_cancellation": _is_no_cancellation,
    "still_in_force": _still_in_force,
    "executed": _executed,
    "not_executed": _not_executed,
    "hand_over_in_force": _hand_over_in_force,
    "lodged_first": _lodged_first,
    "nothing_gone_out": _nothing_gone_out,
    "custody_ended": _custody_ended,
    "request_understood": _request_understood,
    "roster_plausible": _roster_plausible,
    "kind_known": _kind_known,
    "about_a_person": _about_a_person,
    "about_no_person": _about_no_person,
    "fields_confirmed": _fields_confirmed,
    "person_chosen": _person_chosen,
    "nobody_chosen": _nobody_chosen,
    "no_conflict": _no_conflict,
    "another_chose": _another_chose,
    "not_disputed": _not_disputed,
    "not_against_finding": _not_against_finding,
    "needs_second": _needs_second,
    "only_safe_acts": _only_safe_acts,
    "addressee_read": _addressee_read,
    "nothing_blocks": _nothing_blocks,
    "another_person": _another_person,
    "second_factor": _second_factor,
    "not_stale": _not_stale,
    "notices_served": _notices_served,
}
"""Every guard the table names; a test holds the two equal."""
