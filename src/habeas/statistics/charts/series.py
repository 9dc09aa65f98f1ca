"""What is counted of a year beside its requests by kind and outcome: time to answer, replies against deadlines, notices, both lists.

Each series is a set of classes that part one whole. Reports print them exactly; a public release prints them rounded, by year only.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.statistics.ledger.rows import Ledger, LedgerRow
from habeas.statistics.reports.counter import counter_rows

ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Series:
    """One series: its name, its title, what it says, what is counted, and each class by its stored name with its words."""

    name: str
    title: str
    says: str
    unit: str
    classes: Mapping[str, str]


WITHIN = (
    ("4h", timedelta(hours=4)),
    ("24h", timedelta(hours=24)),
    ("3d", timedelta(days=3)),
    ("10d", timedelta(days=10)),
)
"""How long an answer took: the class, and up to how long since receipt."""
ANSWER_TIME = Series(
    "answer_time", "Time to answer",
    "Requests by the time from receipt to the first response sent. Those set aside are left out.", "requests received",
    {
        "4h": "within 4 hours", "24h": "within 24 hours", "3d": "within 3 days", "10d": "within 10 days", "later": "later",
        "open": "no response sent",
    },
)  # fmt: skip
REPLY_DEADLINE = Series(
    "reply_deadline", "Responses against the deadline",
    "Requests that ask for a reply by a time of their own, by whether the first response was sent by then. Those set aside are left out.",
    "requests that name a deadline", {"in_time": "sent by the deadline", "late": "sent after the deadline", "open": "no response sent"},
)  # fmt: skip
NOTICES = Series(
    "notices", "Notices to inmates in time", "Notices that became due, by whether they were served in time.", "notices that became due",
    {"yes": "served in time", "no": "served late", "excused": "marked unservable", "open": "not served yet", "unknown": "unknown"},
)  # fmt: skip
BOTH_LISTS = Series(
    "both_lists", "Our requests and the sender's own list",
    "Detainers received and rows of the sender's own list, by whether each stands on both.", "requests on either list",
    {"both": "on both lists", "ours alone": "only in our record", "theirs alone": "only on the sender's list"},
)  # fmt: skip


def answer_time(ledger: Ledger, first: date, last: date) -> Counter[str]:
    """Requests of a period by how long the first response took."""
    return Counter(_within(row) for row in _requests(ledger, first, last))


def _within(row: LedgerRow) -> str:
    if "sent" not in row.times:
        return "open"
    took = row.times["sent"] - row.times["received"]
    return next((name for name, most in WITHIN if took <= most), "later")


def reply_deadline(ledger: Ledger, first: date, last: date) -> Counter[str]:
    """Requests of a period that name a deadline, by whether the first response met it."""
    asked = (row for row in _requests(ledger, first, last) if "reply_due" in row.times)
    return Counter(_met(row) for row in asked)


def _met(row: LedgerRow) -> str:
    if "sent" not in row.times:
        return "open"
    return "in_time" if row.times["sent"] <= row.times["reply_due"] else "late"


def _requests(ledger: Ledger, first: date, last: date) -> Iterator[LedgerRow]:
    return (row for row in _of(ledger, "request", "received", first, last) if row.facts["outcome"] != ASIDE)


def _of(ledger: Ledger, noun: str, day: str, first: date, last: date) -> Iterator[LedgerRow]:
    return (row for row in ledger.of(noun) if (found := row.day(day)) is not None and first <= found <= last)


def notices(ledger: Ledger, first: date, last: date) -> Counter[str]:
    """Notices of a period by service in time."""
    return Counter(row.facts["in_time"] or "unknown" for row in _of(ledger, "notice", "raised", first, last))


def both_lists(ledger: Ledger, first: date, last: date) -> Counter[str]:
    """Detainers of a period against the sender's own list; nothing where no list of the period was loaded."""
    if not any(True for _ in _of(ledger, "sent", "at", first, last)):
        return Counter()
    found: Counter[str] = Counter()
    for step, _, _, count in counter_rows(ledger, first, last):
        found[step] += int(count) if step in BOTH_LISTS.classes else 0
    return +found


SERIES: tuple[tuple[Series, Callable[[Ledger, date, date], Counter[str]]], ...] = (
    (ANSWER_TIME, answer_time), (REPLY_DEADLINE, reply_deadline), (NOTICES, notices), (BOTH_LISTS, both_lists),
)  # fmt: skip
"""Each series with how it is counted."""
