"""How much of an export a draft reads: where a file may be read in two ways, the way that tells more is taken."""

from habeas.roster.columns import FULL_NAME
from habeas.roster.drafting.write import Written
from habeas.roster.records import Roster

_TOLD = (
    {"booking_id"},
    {"person_id"},
    {FULL_NAME, "family_name"},
    {FULL_NAME, "given_name"},
    {"date_of_birth"},
    {"booked_at"},
    {"scheduled_release_on", "released_at"},
    {"statute"},
    {"charge_description"},
    {"charge_grade"},
    {"holds"},
    {"citizenship_on_record"},
)
"""What an export tells of somebody, each by the plain columns that may say it."""
_UNREAD, _LEAST_PEOPLE = -100.0, 2
_OF_A_REFUSAL = 8.0
"""What a whole file of refused rows weighs."""


def worth_of(draft: Written, made: Roster | None) -> float:
    """The kinds of things that the draft reads, less for rows that it refuses and for guesses; far below nothing where it reads nobody."""
    if made is None or len(made.people) < _LEAST_PEOPLE:
        return _UNREAD
    plain = {each.plain for each in draft.proposals if each.plain} | {*draft.glued}
    if draft.flags or any(kind == "hold" for kind, *_ in draft.rows) or 'is = "hold"' in draft.lines:
        plain.add("holds")
    refused = sum(not each.nobody for each in made.refused) / max(1, made.rows + len(made.refused))
    charges = sum(len(stay.charges) for each in made.people for stay in each.bookings)
    told = sum(bool(each & plain) for each in _TOLD) + 0.5 * min(2.0, charges / len(made.people))
    return told - _OF_A_REFUSAL * refused - 0.25 * len(draft.make_sure)
