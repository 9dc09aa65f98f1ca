"""The Re block: the paper, the person, and every number by which the sender and the jail each file it."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from habeas.answers.build import Answer
from habeas.answers.documents import PAPER_NAMES, paper_name, writ_of
from habeas.answers.neutral import custody_untold, to_a_stranger
from habeas.answers.words import as_day, long_date

_SMALL_WORDS = frozenset({"a", "about", "ad", "an", "for", "of", "or", "the", "to"})
_THEIRS = (
    ("court", "Court"),
    ("case_number", "Case No."),
    ("event_number", "Your Event No."),
    ("subject_id", "Your Subject ID"),
    ("file_number", "Your File No."),
    ("reference", "Your Reference No."),
)
"""Numbers of the sender's as a request may carry them, with their titles."""
_PERSONS = (("fbi_number", "FBI No."), ("state_id", "State ID No."))


def re_lines(answer: Answer) -> tuple[str, ...]:
    """The lines of the Re block, the paper first and our own numbers last."""
    request = answer.request
    given = request.source.get("subject")
    subject = given if isinstance(given, Mapping) else {}
    rows = ((paper_title(answer),), _person(answer, subject), _their_numbers(answer), _ours(answer, subject))
    return tuple(line for line in map("; ".join, rows) if line)


def paper_title(answer: Answer) -> str:
    """`Immigration Detainer (Form I-247A) dated 11/28/2026`."""
    source, title = answer.request.source, as_title(paper_name(answer.request))
    form, day = "" if writ_of(answer.request) else source.get("form"), us_date(source.get("issued_on"))
    return f"{title}{f' (Form {form})' if form else ''}{f' dated {day}' if day else ''}"


def order_citation(answer: Answer) -> str:
    """`Court Order, Superior Court of Alder County, No. 26-0417 (November 10, 2026)`: an order cited as what an act rests on."""
    source = answer.request.source
    number, day = source.get("case_number"), as_day(source.get("issued_on"))
    parts = (as_title(paper_name(answer.request)), source.get("court"), number and f"No. {number}")
    return ", ".join(str(each) for each in parts if each) + (f" ({long_date(day)})" if day else "")


def kind_title(kind: str) -> str:
    """The name of a kind of paper as a title: `Request for a List`, `Administrative Subpoena`."""
    return as_title(PAPER_NAMES[kind])


def as_title(name: str) -> str:
    """The name of a paper with the capitals of a title."""
    words = name.split()
    return " ".join(word if word in _SMALL_WORDS else word[:1].upper() + word[1:] for word in words)


def subject_name(answer: Answer) -> str:
    """The person's name as the sender gave it; where the sender gave a number alone, the name on the record it fits."""
    given = answer.request.source.get("subject")
    subject = given if isinstance(given, Mapping) else {}
    if subject.get("full_name"):
        return str(subject["full_name"]).strip()
    named = _in_order(subject)
    if named or len(answer.people) != 1 or answer.request.about_a_class or custody_untold(answer):
        return named
    person = answer.people[0].subject.person
    return _in_order({key: getattr(person, key) for key in ("family_name", "given_name", "middle_name", "suffix")})


def _in_order(parts: Mapping[str, Any]) -> str:
    first = " ".join(str(parts[key]) for key in ("given_name", "middle_name", "suffix") if parts.get(key))
    family = str(parts.get("family_name") or "").upper()
    return ", ".join(part for part in (family, first) if part)


def us_date(value: Any) -> str:
    """`11/28/2026`; a text that is no ISO date stays as it is, an empty one empty."""
    if isinstance(value, date | datetime):
        return value.strftime("%m/%d/%Y")
    try:
        return date.fromisoformat(str(value)[:10]).strftime("%m/%d/%Y")
    except ValueError:
        return str(value or "")


def _person(answer: Answer, subject: Mapping[str, Any]) -> Iterator[str]:
    name = subject_name(answer)
    if name:
        yield f"Subject: {name}"
    if subject.get("date_of_birth"):
        yield f"DOB {us_date(subject['date_of_birth'])}"
    if subject.get("a_number"):
        yield a_number(str(subject["a_number"]))
    yield from (f"{title} {subject[key]}" for key, title in _PERSONS if subject.get(key))


def a_number(text: str) -> str:
    """`A 213-556-999` of nine digits written in any way; anything else as it was written."""
    digits = "".join(letter for letter in text if letter.isdigit())
    return f"A {digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == 9 else f"A-number {text}"


def _their_numbers(answer: Answer) -> Iterator[str]:
    source = answer.request.source
    subject = source.get("subject")
    inside = subject if isinstance(subject, Mapping) else {}
    for key, title in _THEIRS:
        value = source.get(key) or inside.get(key)
        if value:
            yield f"{title}: {value}" if key == "court" else f"{title} {value}"


def _ours(answer: Answer, subject: Mapping[str, Any]) -> Iterator[str]:
    """Our booking number of the person who is meant, else the one the sender wrote; and the number of the request.

    A stranger is never told a number that they did not give: it would tell that the person is here.
    """
    if _about_one(answer):
        yield f"Our Booking No. {answer.people[0].subject.booking.booking_id}"
    elif subject.get("booking_id"):
        yield f"Booking No. in your request: {subject['booking_id']}"
    yield f"Our Request No. {answer.request.id}"


def _about_one(answer: Answer) -> bool:
    return len(answer.people) == 1 and not answer.request.about_a_class and not to_a_stranger(answer)
