"""What happens beside the requests: transfers, releases, notices, disclosures, queries, contacts, and what is entered to be counted."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from habeas.audit.event import Event
from habeas.statistics.ledger.moments import moment_in
from habeas.statistics.ledger.request_story import RequestStory
from habeas.statistics.ledger.rows import UNKNOWN, LedgerRow

NEAR = timedelta(days=1)
"""A release to another agency within this time of a logged transfer of the same person is that transfer, told twice."""
SETTINGS = frozenset({"rate", "begins", "printed"})
"""Entries that are counted nowhere: what a day costs, the first day of the record, and numbers that somebody printed."""
AWAY = frozenset({"handed_over", "other_agency"})
"""Releases that are transfers of custody."""
LEFT_BY_END = {"released": "released", **dict.fromkeys(AWAY, "transferred")}
"""How somebody left whose request was ended by that, where no release was recorded."""
NOT_LEFT = "not_left"
"""Somebody whose booking is known and of whom nothing says that they left."""


@dataclass(slots=True)
class Fact:
    """One fact before its zone is known."""

    noun: str
    key: str
    times: dict[str, datetime] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    amounts: dict[str, int] = field(default_factory=dict)
    person: str = UNKNOWN
    request: str = ""
    booking: str = ""
    events: list[int] = field(default_factory=list)

    def row(self, zone: ZoneInfo) -> LedgerRow:
        """It as a row of the ledger."""
        return LedgerRow(
            self.noun, self.key, zone, self.times, self.facts, self.amounts, self.person, tuple(self.events)
        )


@dataclass(slots=True)
class Beside:
    """Every fact beside the requests, by noun and key: told again, it is the same fact."""

    found: dict[tuple[str, str], Fact] = field(default_factory=dict)
    booked: dict[str, tuple[int, int]] = field(default_factory=dict)
    """How many were booked on each day, as the last import that knows says, and the event that said so."""
    by_request: dict[str, Fact] = field(default_factory=dict)
    by_booking: dict[str, Fact] = field(default_factory=dict)
    replies: dict[str, datetime] = field(default_factory=dict)
    """By when each request asks for its reply, by its number."""
    told: dict[str, datetime] = field(default_factory=dict)
    """When a release date was first told in a contact about a request, by its number."""

    def take(self, event: Event) -> None:
        """Take one event."""
        known = TAKES.get(event.act)
        if known is not None:
            known(self, event)
        if "notices" in event.detail:
            _raised(self, event)

    def fact(self, noun: str, key: str, event: Event) -> Fact:
        """The fact with this key, made where it is new."""
        made = self.found.setdefault((noun, key), Fact(noun, key))
        made.events.append(event.seq)
        return made

    def left(self, story: RequestStory) -> Fact:
        """How and when the person of a request left: transferred on it, released from its booking, or nothing is known."""
        gone = Fact("release", story.number)
        moved, freed = self.by_request.get(story.number), self.by_booking.get(story.booking)
        for each, how in ((freed, "released"), (moved, "transferred")):
            if each is not None:
                away = how == "transferred" or each.facts.get("how") in AWAY
                gone.facts["left_how"] = "transferred" if away else "released"
                if away:  # of somebody released there is no receiving agency, which is not an unknown one
                    gone.facts["agency"] = each.facts.get("agency", UNKNOWN)
                gone.times["left"] = each.times["at"]
                gone.events += each.events
        if "left_how" not in gone.facts and story.person:
            gone.facts["left_how"] = LEFT_BY_END.get(story.ended_how, NOT_LEFT if story.booking else UNKNOWN)
        self._held(story, gone)
        bail = self.by_request.get(f"bail {story.number}") or self.by_booking.get(f"bail {story.booking}")
        if bail is not None:
            gone.times["bail"] = bail.times["at"]
            gone.events += bail.events
        return gone

    def _held(self, story: RequestStory, gone: Fact) -> None:
        """Whether the hold kept the person beyond the time of release: unknown where nobody recorded when that was."""
        if "hold" not in story.does:
            return
        ready = self.by_booking.get(f"ready {story.booking}")
        if ready is not None:
            gone.times["ready"] = ready.times["at"]
        if "complies" not in story.does["hold"]:
            gone.facts["held_beyond"] = "no"
        elif ready is None or "left" not in gone.times:
            gone.facts["held_beyond"] = UNKNOWN
        else:
            gone.facts["held_beyond"] = "yes" if gone.times["left"] > ready.times["at"] else "no"

    def rows(self, zone: ZoneInfo, stories: Mapping[str, RequestStory]) -> Iterator[LedgerRow]:
        """Every fact beside the requests as a row."""
        yield from self._bookings(zone)
        counted = [each for each in self.found.values() if each.noun not in SETTINGS]
        for fact in counted:  # all of them first: a release is held against transfers that were told after it
            _with_request(fact, stories.get(fact.request))
        for fact in counted:
            twice = fact.noun == "release" and self._told_twice(fact)
            if not twice:
                yield fact.row(zone)
            if fact.noun == "release" and fact.facts["how"] in AWAY and not twice:
                yield _as_transfer(fact).row(zone)

    def _told_twice(self, fact: Fact) -> bool:
        """Whether a release to another agency is a transfer that was logged on a request as well."""
        if fact.facts["how"] not in AWAY:
            return False
        at = fact.times["at"]
        return any(
            each.noun == "transfer" and each.person == fact.person and abs(each.times["at"] - at) <= NEAR
            for each in self.by_request.values()
        )

    def _bookings(self, zone: ZoneInfo) -> Iterator[LedgerRow]:
        for day, (count, seq) in sorted(self.booked.items()):
            noon = datetime.combine(date.fromisoformat(day), time(12), zone)
            yield LedgerRow("booking", day, zone, {"at": noon.astimezone(UTC)}, {}, {"n": count}, events=(seq,))

    def rates(self) -> tuple[tuple[date, int], ...]:
        """What a day in custody costs, from each day on."""
        return tuple(
            sorted((date.fromisoformat(each.facts["since"]), each.amounts["cents"]) for each in self._of("rate"))
        )

    def begins(self) -> date | None:
        """The first day of the record, where somebody entered it."""
        return max((date.fromisoformat(each.facts["day"]) for each in self._of("begins")), default=None)

    def _of(self, noun: str) -> Iterator[Fact]:
        return (each for each in self.found.values() if each.noun == noun)


def _with_request(fact: Fact, story: RequestStory | None) -> None:
    """Add to a fact what its request says: whom it is about, when it came, its kind, and whether a judge ordered it."""
    if story is None:
        return
    fact.person = fact.person or story.person
    if "received" in story.times:
        fact.times.setdefault("received", story.times["received"])
    fact.facts |= {
        "kind": story.kind, "judicial": story.facts["judicial"], "request": story.number, "issuer": story.issuer,
    }  # fmt: skip
    if fact.facts["judicial"] == "yes" and fact.facts.get("opened_by") == UNKNOWN:
        del fact.facts["opened_by"]  # a judge's paper needs no offense that opens the transfer: it is not unknown


def _as_transfer(fact: Fact) -> Fact:
    """A release to another agency without a logged transfer is one all the same; what nobody logged is unknown."""
    facts = {"kind": UNKNOWN, "judicial": UNKNOWN, "agency": UNKNOWN, "opened_by": UNKNOWN, "logged": "no"}
    return Fact("transfer", fact.key, fact.times, facts, {}, fact.person, fact.request, fact.booking, fact.events)


def _raised(beside: Beside, event: Event) -> None:
    for each in event.detail["notices"]:
        made = beside.fact("notice", str(each["key"]), event)
        made.times["raised"] = event.when
        made.facts |= {"what": str(each["what"]), "result": "open", "language": UNKNOWN, "in_time": "open"}
        made.request = str(event.detail.get("request", ""))
        if (due := moment_in(each, "due_at")) is not None:
            made.times["due"] = due


def _served(beside: Beside, event: Event) -> None:
    key = str(event.detail.get("notice", ""))
    if ("notice", key) not in beside.found:
        return
    made = beside.fact("notice", key, event)
    if "excused" in event.detail:
        made.facts |= {"result": "excused", "in_time": "excused"}
        return
    made.facts |= {"result": str(event.detail.get("result")), "language": str(event.detail.get("language"))}
    if made.facts["result"] in {"open", "failed"} and "corrects" in event.detail:
        made.times.pop("served", None)
        made.facts["in_time"] = "open"
    elif made.facts["result"] != "failed":
        made.times["served"] = moment_in(event.detail, "at") or event.when
        late = "due" in made.times and made.times["served"] > made.times["due"]
        made.facts["in_time"] = "no" if late else "yes" if "due" in made.times else UNKNOWN


def _transfer(beside: Beside, event: Event) -> None:
    detail = event.detail
    made = beside.fact("transfer", str(detail.get("execution", event.object.id)), event)
    made.request = str(detail.get("request", ""))
    made.times["at"] = moment_in(detail, "at") or event.when
    opened = detail.get("opened_by")
    made.facts |= {
        "agency": str(detail.get("agency") or UNKNOWN), "logged": "yes",
        "opened_by": "; ".join(map(str, opened)) if isinstance(opened, list) else UNKNOWN,
    }  # fmt: skip
    beside.by_request[made.request] = made


def _transfer_corrected(beside: Beside, event: Event) -> None:
    """A logged transfer was wrong: another entry stands in its place, or none."""
    detail = event.detail
    wrong = beside.found.get(("transfer", str(detail.get("corrects", ""))))
    if detail.get("capability") != "correct_execution" or wrong is None:
        return
    wrong.events.append(event.seq)
    if detail.get("undone"):
        del beside.found["transfer", wrong.key]
        beside.by_request.pop(wrong.request, None)
        return
    wrong.times["at"] = moment_in(detail, "at") or wrong.times["at"]
    wrong.facts["agency"] = str(detail.get("agency") or UNKNOWN)
    old, wrong.key = wrong.key, str(detail.get("execution"))
    renamed = {("transfer", old): ("transfer", wrong.key)}  # in its place: what is told of it first stays first
    beside.found = {renamed.get(key, key): fact for key, fact in beside.found.items()}


def _release(beside: Beside, event: Event) -> None:
    if event.object.kind != "booking" or event.detail.get("step") not in {"left", "ready", "not left"}:
        return
    if event.detail["step"] == "not left":
        beside.found.pop(("release", event.object.id), None)
        beside.by_booking.pop(event.object.id, None)
        return
    if event.detail["step"] == "ready":
        at = moment_in(event.detail, "ready_at") or event.when
        beside.by_booking[f"ready {event.object.id}"] = Fact("ready", event.object.id, {"at": at})
        return
    made = beside.fact("release", event.object.id, event)
    made.booking, made.person = event.object.id, str(event.detail.get("person") or UNKNOWN)
    made.times["at"] = moment_in(event.detail, "left_at") or event.when
    made.facts["how"] = str(event.detail.get("how") or UNKNOWN)
    beside.by_booking[event.object.id] = made


def _telling(beside: Beside, event: Event) -> None:
    detail = event.detail
    by_hand = detail.get("kind") == "hand_query"
    made = beside.fact("query" if by_hand else "telling", str(detail.get("key", event.object.id)), event)
    made.times["at"] = moment_in(detail, "sent_at") or event.when
    made.person = str(detail.get("person") or UNKNOWN)
    answered = detail.get("answered")
    made.facts |= {
        "to": str(detail.get("to") or UNKNOWN), "by": str(detail.get("kind") or UNKNOWN),
        "answered": UNKNOWN if answered is None else "yes" if answered else "no",
    }  # fmt: skip


def _contact(beside: Beside, event: Event) -> None:
    detail = event.detail
    if not detail.get("finished"):
        return  # saved to be finished later, or a step after it
    made = beside.fact("contact", event.object.id, event)
    made.times["at"] = moment_in(detail, "began_at") or event.when
    made.person, made.request = str(detail.get("person") or UNKNOWN), str(detail.get("request", ""))
    told = detail.get("told")
    fields = sorted(told) if isinstance(told, dict) else []
    made.facts |= {
        "way": str(detail.get("way") or UNKNOWN),
        "told": " ".join(fields),
        "told_any": "yes" if fields else "no",
    }
    for each in fields:
        made.facts[f"told_{each}"] = "yes"
    if "release_date" in fields and made.request:
        beside.told[made.request] = min(made.times["at"], beside.told.get(made.request, made.times["at"]))


def _import(beside: Beside, event: Event) -> None:
    booked = event.detail.get("booked")
    if isinstance(booked, dict):
        beside.booked |= {day: (int(count), event.seq) for day, count in booked.items()}


def _tally(beside: Beside, event: Event) -> None:
    """What somebody entered to be counted; an entry that corrects another stands in its place, one that is struck is gone."""
    detail = event.detail
    corrects = str(detail.get("corrects") or "")
    for key in [each for each in beside.found if corrects and each[1] == corrects]:
        del beside.found[key]
    if detail.get("struck"):
        return
    if isinstance(detail.get("list"), list):
        _listed(beside, event)
        return
    noun, at = str(detail.get("noun", "")), moment_in(detail, "at") or event.when
    given = {str(key): str(value) for key, value in dict(detail.get("facts") or {}).items()}
    made = beside.fact(noun, str(detail.get("key", event.object.id)), event)
    made.times["at"], made.facts = at, given
    made.person, made.request = str(detail.get("person") or UNKNOWN), str(detail.get("request", ""))
    made.amounts = {str(key): int(value) for key, value in dict(detail.get("amounts") or {}).items()}
    made.booking = str(detail.get("booking") or "")
    if noun == "bail":
        beside.by_request |= {f"bail {made.request}": made} if made.request else {}
        beside.by_booking |= {f"bail {made.booking}": made} if made.booking else {}


def _listed(beside: Beside, event: Event) -> None:
    """The rows of the sender's own list; a row that comes again under the same reference is the same row."""
    for each in event.detail["list"]:
        made = beside.fact("sent", f"{event.detail.get('sender', '')} {each['ref']}".strip(), event)
        made.facts = {name: str(each.get(name) or UNKNOWN) for name in ("ref", "kind", "outcome", "ours", "day")}
        if (at := moment_in(each, "at")) is not None:
            made.times["at"] = at


def _clock(beside: Beside, event: Event) -> None:
    """By when a request asks for its reply; a later deadline stands in the place of an earlier one."""
    ends = moment_in(event.detail, "ends_at")
    if event.detail.get("clock") == "reply_by" and event.detail.get("step") == "started" and ends is not None:
        beside.replies[str(event.detail.get("request", ""))] = ends


def _dispute(beside: Beside, event: Event) -> None:
    """What somebody said against a document or a date, and how two people found on it. It says nothing about anybody's status."""
    if event.object.kind != "dispute":
        return
    made = beside.fact("dispute", event.object.id, event)
    if "says" in event.detail:
        made.times["raised"], made.request = event.when, str(event.detail.get("request", ""))
        made.facts |= {"says": str(event.detail["says"]), "finding": "open"}
    if event.detail.get("step") == "confirmed":
        made.times["ended"] = event.when
        made.facts["finding"] = str(event.detail.get("resolution") or UNKNOWN)


TAKES: dict[str, Callable[[Beside, Event], None]] = {
    "serve": _served, "transfer": _transfer, "release": _release, "telling": _telling, "contact": _contact, "import": _import,
    "tally": _tally, "clock": _clock, "record_fact": _transfer_corrected, "dispute": _dispute, "settle": _dispute,
}  # fmt: skip
"""What each act says beside the requests."""
