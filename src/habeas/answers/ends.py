"""When an act ends, or by when it is done, as the act's own sentence in a letter says it."""

import re
from datetime import datetime

from habeas.answers.words import long_date
from habeas.deadlines.times import EARLIEST
from habeas.law.model.ends import ON_CUSTODY
from habeas.law.model.vocabulary import Act

_TIME = re.compile(r"\d+ hours after |11:59 p\.m\. on |the |when ")
"""How the words of a time begin; what begins in another way is an event that ends the act too."""
_SPAN = re.compile(r"(?P<hours>\d+ hours) after the time the inmate would otherwise be released")
"""A hold's span from the release that its sentence has just named: it is told as the most that it may be."""
PLAIN = (
    ("the day of the time of release", "the day the inmate would otherwise be released"),
    ("after when the request was received", "after the request was received"),
    ("the time of release", "the time the inmate would otherwise be released"),
)
"""Words of a rule's end that a letter says more plainly."""


def until_words(act: Act, until: datetime | None, says: str | None) -> str:
    """`, until 2:00 p.m. local time on July 20, 2025, at the latest`; empty where the law names no end.

    `says` is the end as its rule words it. An act that keeps nobody is done by then: `, no later than …`.
    """
    parts = [_plain(each) for each in (says or "").removeprefix(EARLIEST).split("; ") if each]
    times = [_moment(until)] if until is not None else [each for each in parts if _TIME.match(each)]
    events = [each for each in parts if not _TIME.match(each)]
    if act not in ON_CUSTODY:
        return f", no later than {_first_of(times, 'or')}" if times else ""
    last = ", at the latest" if until is not None and not events else ""
    span = _SPAN.fullmatch(times[0]) if times and act is Act.HOLD else None
    if span:
        ends = _first_of([span["hours"], *(f"until {each}" for each in (*times[1:], *events))], "or")
        return f", for no more than {ends}"
    return f", until {_first_of([*times, *events], 'or until')}{last}" if times or events else ""


def ended_words(ended: datetime) -> str:
    """`the time for the hold ended at 10:00 a.m. local time on November 22, 2026`: why a hold whose end is over is refused."""
    return f"the time for the hold ended at {_moment(ended)}"


def _first_of(ends: list[str], joint: str) -> str:
    said = f", {joint} ".join(ends)
    return f"{said}, whichever comes first" if len(ends) > 1 else said


def _plain(words: str) -> str:
    for written, said in PLAIN:
        words = words.replace(written, said)
    return words


def _moment(until: datetime) -> str:
    half = "a.m." if until.hour < 12 else "p.m."
    twice = until.replace(fold=0).utcoffset() != until.replace(fold=1).utcoffset()
    zone = f"local time ({until.tzname()})" if twice else "local time"  # an hour that the clocks show twice is named
    return f"{until.hour % 12 or 12}:{until.minute:02d} {half} {zone} on {long_date(until.date())}"
