"""What is asked, what is on the roster and what comes back. Plain values, no reading of files and no deciding."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from habeas.matching.names import NameParts, aliases, parts, readings

IDENTIFIERS = ("a_number", "fbi_number", "state_id", "booking_id")
"""The numbers that are compared, each with its own kind only."""


@dataclass(frozen=True, slots=True)
class Query:
    """Who is asked about, as the paper says it. Empty text and None mean that the paper does not say."""

    query_id: str = ""
    full_name: str = ""
    family_name: str = ""
    given_name: str = ""
    middle_name: str = ""
    suffix: str = ""
    aliases: str = ""
    """Other names, parted by semicolons."""
    date_of_birth: date | None = None
    sex: str = ""
    country_of_birth: str = ""
    """Kept beside the answer; never compared, for a roster holds none and nothing is inferred from it."""
    state_id: str = ""
    fbi_number: str = ""
    a_number: str = ""
    booking_id: str = ""
    photo_seen: bool | None = None
    """Whether somebody has compared a photograph; kept for the person who decides, never compared."""
    unreadable: tuple[str, ...] = ()
    """Fields that were written and could not be read: such a query is never answered `one`."""


class MatchVerdict(StrEnum):
    """What the roster says to a query."""

    NONE = "none"
    ONE = "one"
    AMBIGUOUS = "ambiguous"


class Strength(StrEnum):
    """How a candidate fits: a number agrees; name and birth date agree; it may be; little speaks for it."""

    IDENTIFIER = "identifier"
    STRONG = "strong"
    POSSIBLE = "possible"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person in custody who may be meant, with what agrees or is missing (`reasons`) and what disagrees (`conflicts`)."""

    person_id: str
    rank: int
    strength: Strength
    step: str
    reasons: tuple[str, ...]
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """The answer to one query: `one` has exactly one candidate and no conflict."""

    verdict: MatchVerdict
    candidates: tuple[Candidate, ...] = ()
    unread: tuple[str, ...] = ()
    """Rows of the roster that were refused and may be about the person, where nobody else fits."""


@dataclass(frozen=True, slots=True)
class Known:
    """A person or a query ready for comparing: every way the name can be read, the date, the sex, the numbers by kind."""

    names: tuple[NameParts, ...]
    aliases: tuple[NameParts, ...] = ()
    born: str = ""
    sex: str = ""
    numbers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def known_query(query: Query) -> Known:
    """Make a query ready for comparing. Where the boxes of the name are empty, the name in one box is read."""
    boxed = parts(query.family_name, query.given_name, query.middle_name, query.suffix)
    names = (boxed,) if not boxed.empty else _with_suffix(readings(query.full_name), boxed.suffix)
    numbers = {kind: (plain,) for kind in IDENTIFIERS if (plain := number(kind, getattr(query, kind)))}
    born = query.date_of_birth.isoformat() if query.date_of_birth else ""
    return Known(names, aliases(query.aliases), born, sex_code(query.sex), numbers)


def _with_suffix(names: tuple[NameParts, ...], suffix: str) -> tuple[NameParts, ...]:
    return tuple(replace(each, suffix=each.suffix or suffix) for each in names)


_PLACEHOLDER = re.compile(r"(.)\1*|0*1?2345678?9?|N/?A|NONE|UNKNOWN|UNK|PENDING")


def number(kind: str, text: str) -> str:
    """A number without the signs people put between; an A-number by its digits alone. A placeholder is no number."""
    plain = re.sub(r"[^A-Z0-9]", "", unicodedata.normalize("NFKC", text).upper())
    if kind == "a_number":
        plain = re.sub(r"^A", "", plain).lstrip("0")
    return "" if len(plain) < 3 or _PLACEHOLDER.fullmatch(plain) else plain


def sex_code(text: str) -> str:
    """`M`, `F` or empty where the paper says neither."""
    first = text.strip()[:1].upper()
    return first if first in {"M", "F"} else ""
