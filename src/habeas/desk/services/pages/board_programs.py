"""What the board says of programs: keys that wait for a second person, and requests that ended by a program's report."""

from habeas.desk.services.custody.two_people import Waiting
from habeas.desk.services.office.managing import VOUCHERS
from habeas.desk.services.office.programs import ApiKey, keys_to_vouch_for
from habeas.desk.services.releases.ended_by_programs import EndedByProgram, to_look_at
from habeas.desk.services.releases.release_watch import LEAVES


def programs_wait(role: str, *, keys: bool, ended: bool) -> list[Waiting]:
    """The lines for one role; `keys` and `ended` say whether there may be any: only then is there a query."""
    found = _ended() if ended and role == "commander" else []
    return found + (_keys() if keys and role in VOUCHERS else [])


def _ended() -> list[Waiting]:
    return [
        Waiting(_released_against(each) if each.booking else _program_ended(each), each.at, "program_endings")
        for each in to_look_at()
    ]


def _program_ended(each: EndedByProgram) -> str:
    program, number = each.api_key.name if each.api_key else "", each.request.number if each.request else ""
    return f"The program “{program}” reported a release and {number} ended: check that the inmate was released."


def _released_against(each: EndedByProgram) -> str:
    """A release against what stood, in a line: who, how, and what stood first."""
    name = each.booking.person.shown if each.booking else ""
    return f"NOW: {name} was reported “{LEAVES.get(each.how, each.how)}” against what stands: {' '.join(each.against)}"


def _keys() -> list[Waiting]:
    return [Waiting(_why(each), each.made_at, "vouch") for each in keys_to_vouch_for()]


def _why(key: ApiKey) -> str:
    """What is asked of a second person."""
    if key.vouched_by:
        left = f"{key.vouched_by.shown}, who approved the key of the program “{key.name}”, left that post"
        return f"{left}: approve it again, or have it revoked."
    return f"The key of the program “{key.name}” does not work until it is approved."
