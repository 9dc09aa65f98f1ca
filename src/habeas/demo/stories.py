"""The sixty requests of the demonstration: what each is, how long ago it came, and how far it has been worked."""

from dataclasses import dataclass
from typing import Any

STEPS = (
    "received",
    "set_aside",
    "reading",
    "identifying",
    "deciding",
    "to_sign",
    "ready",
    "answered",
    "watching",
    "ended",
    "closed",
)
"""How far a request has come, in order."""


@dataclass(frozen=True, slots=True)
class Story:
    """One request: its kind, how far it is worked, how many hours ago it came, and what the paper says besides the usual."""

    kind: str
    upto: str
    hours_ago: float
    channel: str = "fax"
    source: tuple[tuple[str, Any], ...] = ()
    leaves_in_hours: float | None = None
    """When the person is due out, counted from now; None where nothing is known."""
    dispute: str = ""
    paper: str = ""
    """The specimen that came (`specimens.py`); typed by a clerk where empty."""


_ICE = (
    ("issuer", "ice"),
    ("signer", "immigration_officer"),
    ("basis", "civil"),
    ("in_writing", True),
    ("names_person", True),
)
DETAINER = (*_ICE, ("form", "I-247A"), ("probable_cause_box", True), ("attachments", ["I-200"]))
NOTICE_ONLY = (*_ICE, ("form", "I-247G"))
WARRANT = (*_ICE, ("form", "I-200"))
JUDGE = (
    ("issuer", "court"), ("signer", "federal_magistrate_judge"), ("basis", "criminal_other"), ("form", "AO 442"),
    ("in_writing", True), ("names_person", True),
)  # fmt: skip
LIST = (
    ("issuer", "doj"), ("signer", "none"), ("in_writing", True),
    ("class", {
        "words": "every inmate in your custody who is not a citizen of the United States",
        "filter": {"citizenship": "not US"}, "filter_confirmed": True,
    }),
    ("fields", ["name", "citizenship", "charges", "release_date"]),
    ("purpose", "to assist federal immigration authorities in prioritizing removals"),
)  # fmt: skip
RECORDS = (*_ICE, ("fields", ["home_address", "release_date", "charges"]))
ACCESS = (("issuer", "ice"), ("signer", "immigration_officer"), ("in_writing", True), ("fields", ["nonpublic_areas"]))
SUBPOENA = (*_ICE, ("form", "I-138"), ("fields", ["criminal_history"]))
INTERVIEW = _ICE
PUBLIC = (("issuer", "public"), ("signer", "none"), ("in_writing", True), ("fields", ["name", "charges"]))

STORIES: tuple[Story, ...] = (
    # what waits for the clerk tonight
    Story("detainer", "received", 0.2, paper="i247a"),
    Story("judicial_warrant", "received", 0.4, paper="ao442"),
    Story("", "received", 0.6, channel="email"),
    Story("detainer", "received", 1.1, paper="packet"),
    Story("detainer", "reading", 1.5, source=DETAINER, leaves_in_hours=3, paper="i247a"),
    Story("administrative_warrant", "reading", 2.0, source=WARRANT, paper="i200"),
    Story("detainer", "identifying", 2.2, source=DETAINER, leaves_in_hours=9),
    Story("notification_request", "identifying", 3.0, source=NOTICE_ONLY),
    Story("detainer", "deciding", 2.6, source=DETAINER, leaves_in_hours=1.2),
    Story("judicial_warrant", "deciding", 3.1, source=JUDGE, leaves_in_hours=2),
    Story("notification_request", "deciding", 3.8, source=NOTICE_ONLY, leaves_in_hours=6),
    Story("interview_request", "deciding", 5.0, channel="email", source=INTERVIEW),
    Story("records_request", "deciding", 6.0, channel="email", source=RECORDS),
    Story("facility_access", "deciding", 7.0, channel="counter", source=ACCESS),
    Story("administrative_subpoena", "deciding", 20, channel="mail", source=SUBPOENA),
    Story("list_request", "deciding", 30, channel="mail", source=LIST),
    # what waits for the second person
    Story("judicial_warrant", "to_sign", 2.8, source=JUDGE, leaves_in_hours=1.6),
    Story("judicial_warrant", "to_sign", 5.5, source=JUDGE, leaves_in_hours=12),
    Story("judicial_warrant", "to_sign", 9.0, source=JUDGE),
    Story("judicial_warrant", "to_sign", 11.0, source=JUDGE, leaves_in_hours=20),
    # disputed
    Story("detainer", "deciding", 4.0, source=DETAINER, leaves_in_hours=5, dispute="not_me"),
    Story("detainer", "deciding", 6.5, source=DETAINER, dispute="citizen"),
    Story("notification_request", "deciding", 8.0, source=NOTICE_ONLY, dispute="date_past"),
    # ready to go out
    *(Story("detainer", "ready", 4 + n, source=DETAINER, leaves_in_hours=8 + n) for n in range(4)),
    Story("judicial_warrant", "ready", 6.0, source=JUDGE, leaves_in_hours=4),
    Story("facility_access", "ready", 12.0, channel="counter", source=ACCESS),
    # answered; notices to serve
    *(Story("detainer", "answered", 10 + 3 * n, source=DETAINER, leaves_in_hours=10 + 5 * n) for n in range(6)),
    Story("notification_request", "answered", 40, source=NOTICE_ONLY),
    # watching until the person leaves
    *(Story("detainer", "watching", 50 + 8 * n, source=DETAINER, leaves_in_hours=14 + 9 * n) for n in range(8)),
    Story("judicial_warrant", "watching", 60, source=JUDGE, leaves_in_hours=30),
    # over
    *(Story("detainer", "ended", 100 + 10 * n, source=DETAINER) for n in range(3)),
    *(Story("detainer", "closed", 150 + 20 * n, source=DETAINER) for n in range(8)),
    Story("notification_request", "closed", 320, source=NOTICE_ONLY),
    Story("public_records_request", "closed", 340, channel="email", source=PUBLIC),
    Story("", "set_aside", 8.0, channel="mail"),
    Story("", "set_aside", 26.0, channel="email"),
)
