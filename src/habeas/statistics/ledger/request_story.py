"""One request as its events tell it: what it is, what was decided and is in force, how it ended. Looking at it changes nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from habeas.audit.event import Event
from habeas.requests.vocabulary import ACTS, EXECUTED
from habeas.statistics.ledger.moments import moment_in
from habeas.statistics.ledger.rows import NO_REQUEST, UNKNOWN

IN_FORCE = frozenset({"settle", "sign", "sign_off"})
"""The steps that put a decision in force; counsel's does where no second person is needed."""
ENDED = {"withdrawn": "withdrawn", "cancelled": "withdrawn", "replaced": "withdrawn", "hold_ended": "hold_ended"}
"""How a request that ended before any decision came out; every other way is another reason."""
DECIDED_BY = {"settle": "one_person", "sign": "two_people", "sign_off": "counsel"}
"""Who puts a decision in force by each step."""
CLOSED = frozenset({"ended", "closed"})


@dataclass(slots=True)
class RequestStory:
    """What is known of a request so far."""

    number: str
    times: dict[str, datetime] = field(default_factory=dict)
    kind: str = UNKNOWN
    issuer: str = UNKNOWN
    channel: str = UNKNOWN
    state: str = "received"
    same_as: str = ""
    aside: str = ""
    person: str = UNKNOWN
    booking: str = ""
    nobody: bool = False
    ended_how: str = ""
    late: bool = False
    drafts: dict[str, Mapping[str, str]] = field(default_factory=dict)
    does: Mapping[str, str] = field(default_factory=dict)
    """What the decision in force does about each act, in the words of the record: `must_not refuses`."""
    consent: str = ""
    decided_by: str = ""
    """Who put the decision in force: one person, two, or counsel."""
    to_counsel: bool = False
    events: list[int] = field(default_factory=list)

    def take(self, event: Event) -> None:
        """Take one event about it."""
        detail = event.detail
        step = STEPS.get(str(detail.get("capability", "")))
        if step is not None:
            step(self, event)
        elif event.act in BY_ACT:
            BY_ACT[event.act](self, event)
        else:
            return
        self.state = str(detail.get("to") or self.state)
        self.events.append(event.seq)

    @property
    def outcome(self) -> str:
        """How it came out: granted, refused, waiting, open, withdrawn, a hold ended, ended for another reason, set aside."""
        does = {part.rpartition(" ")[2] for words in self.does.values() for part in words.split("; ")}
        if self.state == "set_aside" or (self.aside and not does):
            return "aside"
        if not does:
            return ENDED.get(self.ended_how, "ended") if self.state in CLOSED else "open"
        return "complied" if "complies" in does else "waits" if "waits" in does else "refused"

    @property
    def facts(self) -> dict[str, str]:
        """What is known of it, by name."""
        does = {act: words for act, words in self.does.items() if act in ACTS}
        acts = {f"act_{act}": _does(words) for act, words in does.items()}
        found = acts | {f"law_{act}": _law(words) for act, words in does.items()} | {
            "kind": self.kind, "issuer": self.issuer, "channel": self.channel, "outcome": self.outcome, "ended": self.ended_how,
            "judicial": "yes" if self.kind in EXECUTED else "no" if self.kind else UNKNOWN,
            "person_is": "in_custody" if self.person else "nobody" if self.nobody else UNKNOWN,
            "late_entry": "yes" if self.late else "no", "consent": self.consent, "to_counsel": "yes" if self.to_counsel else "no",
        } | ({"decided_by": self.decided_by} if "decided" in self.times else {})  # fmt: skip
        found |= {"set_aside": self.aside} if self.aside else {}
        # of no request there is neither sender's authority nor inmate: they are not unknown
        none = ("issuer", "person_is") if self.kind == NO_REQUEST else ()
        return {name: value for name, value in found.items() if name not in none}


def _does(words: str) -> str:
    """What the office does about an act: granted where any part of it is, then waiting, then refused."""
    does = {part.rpartition(" ")[2] for part in words.split("; ")}
    return next((each for each in ("complies", "waits", "refuses") if each in does), UNKNOWN)


def _law(words: str) -> str:
    """What the law says of an act: must, may, must not; where its parts differ, each."""
    return "; ".join(sorted({part.rpartition(" ")[0] for part in words.split("; ")} - {""})) or UNKNOWN


def _received(story: RequestStory, event: Event) -> None:
    story.channel = str(event.detail.get("channel") or UNKNOWN)
    story.same_as = str(event.detail.get("same_as") or "")
    story.times["entered"] = event.when
    if (at := moment_in(event.detail, "received_at")) is not None:
        story.times["received"] = at


def _late(story: RequestStory, event: Event) -> None:
    story.late = True


def _named(story: RequestStory, event: Event) -> None:
    story.kind = str(event.detail.get("kind") or story.kind)
    story.issuer = str(event.detail.get("issuer") or story.issuer)


def _same(story: RequestStory, event: Event) -> None:
    story.same_as = str(event.detail.get("same_as") or "")


def _set_aside(story: RequestStory, event: Event) -> None:
    story.aside = str(event.detail.get("reason") or "unsaid")
    story.kind = story.kind or str(event.detail.get("counts_as") or UNKNOWN)


def _taken_back(story: RequestStory, event: Event) -> None:
    story.aside, story.kind = "", UNKNOWN if story.kind == NO_REQUEST else story.kind


def _chosen(story: RequestStory, event: Event) -> None:
    story.person = str(event.detail.get("person") or UNKNOWN)
    story.booking, story.nobody = str(event.detail.get("booking") or story.booking), False


def _unchosen(story: RequestStory, event: Event) -> None:
    story.person, story.booking, story.nobody = UNKNOWN, "", False


def _nobody(story: RequestStory, event: Event) -> None:
    story.person, story.booking, story.nobody = UNKNOWN, "", True


def _drafted(story: RequestStory, event: Event) -> None:
    acts = event.detail.get("acts")
    key = str(event.detail.get("decision", ""))
    story.drafts[key] = acts if isinstance(acts, dict) else {}
    story.to_counsel |= event.detail.get("capability") == "send_to_counsel"
    if event.detail.get("capability") == "settle":
        _in_force(story, key, event)


def _signed(story: RequestStory, event: Event) -> None:
    if event.detail.get("to") != "to_sign":  # counsel signed, and a commander must still
        _in_force(story, str(event.detail.get("decision", "")), event)


def _in_force(story: RequestStory, key: str, event: Event) -> None:
    story.does = story.drafts.get(key, {})
    story.decided_by = DECIDED_BY.get(str(event.detail.get("capability")), UNKNOWN)
    story.times.setdefault("first_decided", event.when)
    story.times["decided"] = event.when


def _sent(story: RequestStory, event: Event) -> None:
    story.times.setdefault("sent", event.when)


def _ended(story: RequestStory, event: Event) -> None:
    hows = {"hold_ended": "cancelled", "end_hold": "hold_ended", "record_hand_over": "handed_over"}
    story.ended_how = str(event.detail.get("how") or hows.get(str(event.detail.get("capability")), ""))
    story.times["ended"] = event.when


def _sent_corrected(story: RequestStory, event: Event) -> None:
    """A logged transmittal was wrong: where none stands any more, the request was not answered."""
    if event.detail.get("to") == "ready":
        story.times.pop("sent", None)


def _custody_corrected(story: RequestStory, event: Event) -> None:
    """A logged custody action was wrong: where the request goes on, it has not ended; where it is to be lodged, nothing was sent."""
    if event.detail.get("from") == "ended" and event.detail.get("to") != "ended":
        _reopened(story, event)
    _sent_corrected(story, event)


def _dispute_ended(story: RequestStory, event: Event) -> None:
    """A dispute was upheld: the request ends and its decision counts no more; where it was not, the work goes on."""
    if event.detail.get("to") == "ended":
        story.does = {}
        _ended(story, event)


def _reopened(story: RequestStory, event: Event) -> None:
    story.ended_how = ""
    story.times.pop("ended", None)


def _fact(story: RequestStory, event: Event) -> None:
    """That something was recorded; what it says is kept beside the chain."""


def _changed(story: RequestStory, event: Event) -> None:
    """A step that only moves it on."""


STEPS: dict[str, Callable[[RequestStory, Event], None]] = {
    "register": _named, "confirm_field": _named, "confirm_fields": _named, "confirm_class": _named, "same_as": _same,
    "set_aside": _set_aside, "confirm_set_aside": _changed, "take_back": _taken_back, "choose_person": _chosen,
    "name_person": _chosen, "confirm_person": _chosen, "unchoose": _unchosen, "choose_nobody": _nobody, "confirm_nobody": _nobody,
    "back_to_reading": _unchosen, "settle": _drafted, "send_to_sign": _drafted, "send_to_counsel": _drafted, "sign": _signed,
    "sign_off": _signed, "dispatch": _sent, "send_again": _sent, "lodge_hold": _sent, "record_hand_over": _ended, "end": _ended,
    "withdrawn_by_sender": _ended, "hold_ended": _ended, "end_hold": _ended, "reopen": _reopened,
    "confirm_resolution": _dispute_ended, "correct_service": _changed, "correct_dispatch": _sent_corrected,
    "correct_execution": _custody_corrected, "undo_end": _reopened,
}  # fmt: skip
"""What each step of the work says of a request; a step that is not here only moves it."""
BY_ACT: dict[str, Callable[[RequestStory, Event], None]] = {
    **dict.fromkeys(
        ("send_back", "stale", "clock", "release", "dispute", "settle", "match", "register", "misdirect"), _changed
    ),
    "late_entry": _late,
    "record_fact": _fact,
}
"""The rest by its act: it moves the request and says nothing that is counted."""


def received(event: Event) -> RequestStory:
    """A request as the event of its receipt tells it."""
    story = RequestStory(str(event.detail.get("request", "")))
    _received(story, event)
    story.events.append(event.seq)
    return story


def part_of(packet: RequestStory, event: Event) -> RequestStory:
    """A request that was split off a packet: it came when and how the packet came."""
    detail: Mapping[str, Any] = event.detail
    times = {"entered": event.when} | {name: packet.times[name] for name in ("received",) if name in packet.times}
    made = RequestStory(str(detail.get("request", "")), times, channel=packet.channel, late=packet.late)
    made.events.append(event.seq)
    return made
