"""Cases of the fictional county, for measuring how long one decision takes."""

import tempfile
from datetime import date
from pathlib import Path

from habeas.answers.subjects import Setting, Subject, subject_case
from habeas.demo.county import build_county
from habeas.law.model.case import Case
from habeas.requests.request import read_request
from habeas.roster.profile import load_profile
from habeas.roster.read import people_in_custody, read_roster

_AS_OF = date(2025, 7, 17)
_PEOPLE = 300


def sample_decisions() -> list[Case]:
    """People of the fictional Californian county under a detainer and Los Angeles law."""
    county = build_county("us-ca", _PEOPLE, _AS_OF)
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "roster.csv"
        path.write_bytes(county.csv().encode())
        roster = read_roster(path, load_profile("plain"))
    detainer = {
        "kind": "detainer",
        "issuer": "ice",
        "basis": "civil",
        "attachments": ["I-200"],
        "probable_cause_box": True,
    }
    setting = Setting("us-ca-los-angeles", _AS_OF, read_request(detainer))
    return [subject_case(Subject(each.person, each.booking), setting) for each in people_in_custody(roster, _AS_OF)]
