"""Who a request about one person means: the one person in custody, or the reasons why a person must say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from habeas.answers.subjects import Subject
from habeas.common.errors import BadInputError
from habeas.matching import Candidate, Index, MatchVerdict, Query
from habeas.matching.dates import parse_date
from habeas.matching.unread import Unread, unread_words
from habeas.requests.request import Request
from habeas.roster.records import Refusal

_TEXTS = (
    "full_name", "family_name", "given_name", "middle_name", "suffix", "aliases", "sex", "country_of_birth", "state_id", "fbi_number",
    "a_number", "booking_id",
)  # fmt: skip

FITS_NOBODY = "The request fits nobody in custody"
NOBODY = f"{FITS_NOBODY}: identify the person."


@dataclass(frozen=True, slots=True)
class Meant:
    """The one who is meant; where that is nobody or not certain, `question` says what a person must settle, with the reasons."""

    subject: Subject | None
    question: str = ""
    unread: bool = False
    """Rows of the roster that were refused may be about the person: the question is the jail's own to settle."""


def who_is_meant(subjects: Sequence[Subject], request: Request, refused: Sequence[Refusal] = ()) -> Meant:
    """Look for the request's `subject` among the people in custody. Nothing is decided where it is ambiguous or conflicts.

    `refused` are the rows of the roster that were not read: while one may be about the person, nobody says "not here".
    The jail's own person number, where the request gives it, counts as the number of that person's booking.
    Raises BadInputError where the request gives no subject.
    """
    wanted = request.source.get("subject")
    if not isinstance(wanted, Mapping) or not wanted:
        raise BadInputError(
            f'{request.id}: a request about one person needs a "subject" with at least a name and birth date, '
            "or a number."
        )
    query, ours = _query(wanted), str(wanted.get("person_id") or "").strip()
    if ours:
        named = next((each for each in subjects if each.person.person_id.casefold() == ours.casefold()), None)
        if named is None or query == Query():
            return Meant(named) if named else _nobody(query, refused)
        query = replace(query, booking_id=query.booking_id or named.booking.booking_id)
    found = Index.of_known_custody([each.person for each in subjects]).match(query)
    if found.verdict is MatchVerdict.ONE:
        return Meant(next(each for each in subjects if each.person.person_id == found.candidates[0].person_id))
    if found.verdict is MatchVerdict.NONE:
        return _nobody(query, refused)
    return Meant(None, _question(found.candidates))


def _nobody(query: Query, refused: Sequence[Refusal]) -> Meant:
    rows = Unread(refused).near(query)
    return Meant(None, f"{FITS_NOBODY}, but {unread_words(rows)}.", unread=True) if rows else Meant(None, NOBODY)


def _query(wanted: Mapping[str, Any]) -> Query:
    texts: dict[str, Any] = {key: _text(wanted[key]) for key in _TEXTS if wanted.get(key) not in (None, "")}
    born = _text(wanted.get("date_of_birth") or "")
    try:
        return Query(**texts, date_of_birth=parse_date(born) if born else None)
    except ValueError:
        return Query(**texts, unreadable=("date_of_birth",))


def _text(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value).strip()


def _question(candidates: tuple[Candidate, ...]) -> str:
    """One question for inside the jail: person numbers and reasons, and no value of the paper or the record."""
    how = "one person" if len(candidates) == 1 else f"{len(candidates)} people"
    return f"The request may mean {how} in custody, and it is not certain: identify the person. {' '.join(map(_said, candidates))}"


def _said(each: Candidate) -> str:
    against = f"; but {'; '.join(each.conflicts)}" if each.conflicts else ""
    return f"{each.person_id}: {'; '.join(each.reasons)}{against}."
