"""A record made of events in the form the desk writes them, linked into a chain: what a ledger is read from, without a desk."""

import hashlib
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from habeas.audit.chain import Head, head_after, link
from habeas.audit.event import EventBody, Thing

ZONE = "America/Los_Angeles"
START = datetime(2024, 1, 1, 9, tzinfo=UTC)


class Record:
    """A growing chain. Each method is an act of the desk; what it leaves out of the event, no reader may use."""

    def __init__(self, begins=START, zone=ZONE, jurisdiction="us-ca-los-angeles"):
        self.zone, self.head, self.events, self.next, self.keys = ZoneInfo(zone), Head("alder"), [], 1, 0
        self.at = begins
        place = {"agency": "Office of the Sheriff (fictional)", "jurisdiction": jurisdiction, "time_zone": zone}
        self.add("account", "account", "staff-1", begins, step="made", place=place)

    def key(self, prefix):
        self.keys += 1
        return f"{prefix}-{self.keys}"

    def add(self, act, kind, key, at, /, **detail):
        self.at = max(self.at, at)
        body = EventBody(
            act=act, actor="staff-1", role="clerk", at=self.at, monotonic=len(self.events), object=Thing(id=key, kind=kind),
            program="habeas test", detail=detail,
        )  # fmt: skip
        event = link(self.head, body)
        self.head = head_after(event)
        self.events.append(event)
        return event

    def local(self, year, month, day, hour=12, minute=0):
        return datetime(year, month, day, hour, minute, tzinfo=self.zone)

    def move(self, number, name, act, at, to, /, **detail):
        return self.add(
            act, "request", f"key-{number}", at, request=number, capability=name, to=to, **{"from": "x"} | detail
        )

    def receive(self, at, same_as=None, entered=None, channel="fax"):
        number = f"R-{at.year}-{self.next:05d}"
        self.next += 1
        self.add(
            "receive", "request", f"key-{number}", entered or at, request=number, channel=channel,
            received_at=at.isoformat(), touched_at=None, sha256=None, same_as=same_as,
        )  # fmt: skip
        return number

    def detainer(self, at, kind="detainer", issuer="ice", person=None, **given):
        number = self.receive(at, **given)
        self.move(number, "register", "register", at, "reading", kind=kind, issuer=issuer, given=[])
        person = person or self.key("person")
        booking = f"booking-of-{person}"
        self.move(number, "choose_person", "match", at, "deciding", person=person, booking=booking, conflicts=[])
        return number

    def decide(self, number, at, acts, sign=False):
        key = self.key("decision")
        if not sign:
            self.move(number, "settle", "decide", at, "ready", decision=key, acts=acts)
        else:
            self.move(number, "send_to_sign", "prepare", at, "to_sign", decision=key, acts=acts)
            self.move(number, "sign", "sign", at, "ready", decision=key)
        return key

    def refuse(self, number, at):
        acts = {"hold": "must_not refuses", "notify": "must_not refuses", "transfer": "must_not refuses"}
        return self.decide(number, at, acts)

    def tell(self, number, at):
        acts = {"hold": "must_not refuses", "notify": "may complies", "transfer": "must_not refuses"}
        self.decide(number, at, acts, sign=True)
        self.move(number, "dispatch", "dispatch", at, "answered", dispatch=self.key("dispatch"))

    def hand_over(self, number, at, agency="U.S. Marshals Service (fictional)", opened_by=()):
        return self.move(
            number, "record_hand_over", "transfer", at, "ended", execution=self.key("execution"), step="handed_over",
            at=at.isoformat(), agency=agency, opened_by=list(opened_by),
        )  # fmt: skip

    def left(self, person, at, how="released"):
        self.add(
            "release",
            "booking",
            f"booking-of-{person}",
            at,
            step="left",
            left_at=at.isoformat(),
            how=how,
            person=person,
        )

    def ready(self, person, at):
        self.add("release", "booking", f"booking-of-{person}", at, step="ready", ready_at=at.isoformat(), person=person)

    def withdraw(self, number, at):
        self.move(number, "withdrawn_by_sender", "release", at, "ended", how="withdrawn")

    def set_aside(self, number, at, reason="misdirected", **more):
        self.move(number, "set_aside", "misdirect", at, "set_aside", reason=reason, **more)

    def tally(self, noun, at, facts=None, amounts=None, **more):
        key = self.key("tally")
        self.add(
            "tally",
            "tally",
            key,
            at,
            key=key,
            noun=noun,
            at=at.isoformat(),
            facts=facts or {},
            amounts=amounts or {},
            **more,
        )
        return key

    def query(self, at, answered=False, person="someone"):
        self.add(
            "telling", "booking", "booking-x", at, kind="hand_query", to="LESC", sent_at=at.isoformat(), key=self.key("query"),
            person=person, answered=answered,
        )  # fmt: skip

    def view(self, number, at):
        self.add("view", "request", f"key-{number}", at, request=number, fields=["kind"])

    def again(self, number, at):
        """The same document comes again."""
        return self.receive(at, same_as=number)

    def end_on(self, at):
        """Something that counts nowhere, so that the record reaches to a day."""
        self.add("backup", "backup", hashlib.sha256(str(at).encode()).hexdigest()[:24], at)
        return self

    def write(self, folder):
        """The chain as an export's folder holds it."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "events.jsonl").write_bytes(b"".join(event.canonical + b"\n" for event in self.events))
        return folder


def days(count):
    return timedelta(days=count)
