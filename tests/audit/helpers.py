"""Logs for the tests: bodies, chains, lines, made from a seed."""

import random
from datetime import UTC, datetime, timedelta

from habeas.audit.acts import ACTS
from habeas.audit.chain import Head, head_after, link
from habeas.audit.event import Event, EventBasis, EventBody, Thing

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
WORDS = (
    "",
    "fax",
    "José",
    "“quoted”",
    'a "quote"',
    "tab\there",
    "\u2028",
    "日本",
    "\U0001f512",
    "\x7f",
    "\x1f",
    "back\\slash",
)


def body(**changes) -> EventBody:
    given = {
        "act": "view", "actor": "clerk7", "role": "clerk", "at": NOON, "monotonic": 1, "object": Thing(kind="person", id="p-1"),
        "program": "habeas 0.1.0",
    } | changes  # fmt: skip
    return EventBody(**given)


def chain(bodies, site="county") -> list[Event]:
    head, events = Head(site), []
    for each in bodies:
        events.append(link(head, each))
        head = head_after(events[-1])
    return events


def some_log(size: int, seed: int = 1, site: str = "county") -> list[Event]:
    """A log of `size` events of every kind, the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - a test's dice
    return chain([random_body(rng, place) for place in range(size)], site)


def random_body(rng: random.Random, place: int) -> EventBody:
    digest = lambda: rng.randbytes(32).hex()  # noqa: E731 - one line, used here only
    return body(
        act=rng.choice(list(ACTS)), actor=f"clerk{rng.randrange(9)}", at=NOON + timedelta(seconds=place, microseconds=rng.randrange(10**6)),
        monotonic=place * 10**9 + rng.randrange(10**9), object=Thing(kind=rng.choice(("person", "request")), id=f"x-{rng.randrange(99)}"),
        basis=EventBasis(provisions=["us-ca/7282.5"], packs={"us-ca": digest()}) if rng.random() < 0.5 else EventBasis(),
        shown=digest() if rng.random() < 0.5 else "", refs={"person": digest()} if rng.random() < 0.5 else {},
        detail={rng.choice(WORDS): rng.choice(WORDS), "n": rng.randrange(10**6), "list": [None, True, {"b": 1, "a": 2}]},
    )  # fmt: skip


def lines(events) -> bytes:
    return b"".join(event.canonical + b"\n" for event in events)
