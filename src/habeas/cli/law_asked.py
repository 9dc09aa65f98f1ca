"""What the commands of `habeas law` ask where no request is given, and the people of a roster they ask it about."""

from datetime import date
from pathlib import Path

from habeas.answers.subjects import Setting, Subject
from habeas.cli.options import working
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.vocabulary import Act
from habeas.requests.request import Request, read_request
from habeas.roster.profile import load_profile
from habeas.roster.read import people_in_custody, read_roster

DETAINER = {
    "kind": "detainer",
    "issuer": "ice",
    "form": "I-247A",
    "signer": "immigration_officer",
    "basis": "civil",
    "in_writing": True,
    "probable_cause_box": True,
    "identity_match": True,
    "attachments": ["I-200"],
}
"""What is asked where no request is given: a complete detainer of ICE for the very person, with its administrative warrant."""


def default_request() -> Request:
    """The detainer that is meant where no request is given."""
    return read_request(DETAINER, name="the usual detainer")


def acts_of(asked: Request) -> list[Act]:
    """The acts a request asks for, all where it says none."""
    return [act for act in Act if act.value in asked.asks] or list(Act)


def held(roster: Path, profile: str, place: str, custody_on: date, asked: Request) -> tuple[list[Subject], Setting]:
    """The people a roster holds on a day, and the setting they are decided in."""
    layout = load_profile(profile).in_zone(resolve(place).place.zone)
    found = working("Reading the roster", lambda: read_roster(roster, layout, export_day=custody_on))
    subjects = [Subject(each.person, each.booking) for each in people_in_custody(found, custody_on)]
    return subjects, Setting(place, custody_on, asked)
