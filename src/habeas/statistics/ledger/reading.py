"""From the events of a record to its ledger: each fact once, whatever was seen, corrected, reopened or told twice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from habeas.audit.acts import said_of
from habeas.audit.event import START, Event
from habeas.common.errors import BadInputError
from habeas.deadlines.clocks import zone_of
from habeas.statistics.ledger.beside import Beside
from habeas.statistics.ledger.request_story import RequestStory, part_of, received
from habeas.statistics.ledger.rows import Ledger, LedgerRow, LeftOut, OfficePlace

LOOKED = frozenset(
    {
        "view",
        "search",
        "print",
        "log_in",
        "log_out",
        "log_in_refused",
        "second_factor",
        "refuse",
        "checkpoint",
        "anchor",
    }
)
"""Events that change nothing that is counted."""


@dataclass(slots=True)
class LedgerReader:
    """What is known of a record so far. Feed it every event in order, then ask for the ledger."""

    stories: dict[str, RequestStory] = field(default_factory=dict)
    beside: Beside = field(default_factory=Beside)
    place: dict[str, str] = field(default_factory=dict)
    first: datetime | None = None
    last: datetime | None = None
    said: dict[int, str] = field(default_factory=dict)
    size: int = 0
    head: str = START

    def take(self, event: Event) -> None:
        """Take the next event."""
        self.first = self.first or event.when
        self.last = max(self.last or event.when, event.when)  # two servers' events stand a little out of order of time
        self.size, self.head = event.seq + 1, event.hash
        if event.act in LOOKED:
            return
        self.said[event.seq] = _said(event)
        if event.object.kind == "request":
            self._about_request(event)
        self._about_place(event)
        self.beside.take(event)

    def _about_request(self, event: Event) -> None:
        number = str(event.detail.get("request", ""))
        if event.act == "receive":
            self.stories[number] = received(event)
        elif event.act == "split" and "packet" in event.detail:
            packet = self.stories.get(str(event.detail["packet"]))
            self.stories[number] = part_of(packet, event) if packet else received(event)
        elif number in self.stories:
            self.stories[number].take(event)

    def _about_place(self, event: Event) -> None:
        """The place as it is told whole, or as its agency, law and zone are changed later."""
        told = event.detail.get("place")
        if isinstance(told, dict):
            self.place |= {str(key): str(value) for key, value in told.items()}
        changed = event.detail.get("to")
        if (
            event.object.kind == "office"
            and isinstance(changed, dict)
            and event.detail.get("step") != "place turned down"
        ):
            self.place |= {key: str(changed[key]) for key in ("agency", "jurisdiction", "time_zone") if key in changed}

    def ledger(self) -> Ledger:
        """The ledger as the record stands. Raises BadInputError for an empty record, and for one that says no time zone."""
        if self.first is None or self.last is None:
            raise BadInputError("The record holds no event: there is nothing to count, and that is not zero.")
        place = self._place()
        stories = sorted(self.stories.values(), key=lambda each: (each.times.get("received", self.first), each.number))
        requests = [self._row(each, place) for each in stories if not each.same_as]
        begins = self.beside.begins() or self.first.astimezone(place.zone).date()
        rows = (*requests, *self.beside.rows(place.zone, self.stories))
        return Ledger(
            place, begins, self.last.astimezone(place.zone).date(), self.size, self.head, rows, tuple(_left_out(stories)),
            self.beside.rates(), self.said,
        )  # fmt: skip

    def _place(self) -> OfficePlace:
        name = self.place.get("time_zone")
        if not name:
            raise BadInputError("This record does not say the office's time zone: name it with --time-zone.")
        return OfficePlace(self.place.get("agency", ""), self.place.get("jurisdiction", ""), zone_of(name))

    def _row(self, story: RequestStory, place: OfficePlace) -> LedgerRow:
        """A request with how and when its person left, where that is known."""
        left = self.beside.left(story)
        times = story.times | left.times
        if story.number in self.beside.replies:
            times["reply_due"] = self.beside.replies[story.number]
        facts = story.facts | left.facts
        told = [
            self.beside.told.get(story.number),
            times.get("sent") if facts.get("act_notify") == "complies" else None,
        ]
        if at := min((each for each in told if each is not None), default=None):
            times["told"] = at
        facts["date_told"] = "yes" if "told" in times else "no"
        return LedgerRow(
            "request", story.number, place.zone, times, facts, person=story.person,
            events=(*story.events, *left.events),
        )  # fmt: skip


def _said(event: Event) -> str:
    reason = event.detail.get("reason")
    return said_of(event.act, event.detail).words + (f" ({reason})" if isinstance(reason, str) and reason else "")


def _left_out(stories: Iterable[RequestStory]) -> Iterable[LeftOut]:
    for each in stories:
        if each.same_as:
            yield LeftOut(each.number, "the same request again", each.same_as, each.times["received"], each.kind)


def read_ledger(events: Iterable[Event], place: Mapping[str, str] | None = None, upto: int | None = None) -> Ledger:
    """The ledger of the first `upto` events (all where None). `place` counts where the record says none.

    Raises BadInputError for an empty or broken record.
    """
    reader = LedgerReader(place=dict(place or {}))
    for event in events:
        if upto is not None and event.seq >= upto:
            break
        reader.take(event)
    return reader.ledger()
