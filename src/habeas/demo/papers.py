"""The papers that reach the fictional county: the list request of July 2025 in our own words, one detainer, a register, facts."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from habeas.places.table import place_of

AGENCIES: dict[str, dict[str, Any]] = {
    "us-ca": {
        "name": "Custody Records",
        "agency": "Office of the Sheriff, Alder County (fictional)",
        "address": ["1 Courthouse Square", "Alder Point, California"],
        "email": "custody-records@alder.example",
    },
    "us-tx": {
        "name": "Jail Records",
        "agency": "Office of the Sheriff, Mesquite County (fictional)",
        "address": ["200 Main Street", "Mesquite Flat, Texas"],
        "email": "jail-records@mesquite.example",
    },
    "us-or": {
        "name": "Corrections Records",
        "agency": "Office of the Sheriff, Larch County (fictional)",
        "address": ["40 River Street", "Larch Landing, Oregon"],
        "email": "corrections-records@larch.example",
    },
    "us-il": {
        "name": "Jail Records",
        "agency": "Office of the Sheriff, Bluestem County (fictional)",
        "address": ["12 Court Street", "Bluestem, Illinois"],
        "email": "jail-records@bluestem.example",
    },
    "us-fl": {
        "name": "Jail Records",
        "agency": "Office of the Sheriff, Palmetto Key County (fictional)",
        "address": ["3 Bay Street", "Palmetto Key, Florida"],
        "email": "jail-records@palmettokey.example",
    },
}
"""The fictional office of each state."""

_DOJ = {
    "name": "Civil Division",
    "agency": "U.S. Department of Justice",
    "address": ["950 Pennsylvania Avenue NW", "Washington, DC"],
}
_ICE = {
    "name": "Enforcement and Removal Operations",
    "agency": "U.S. Immigration and Customs Enforcement",
    "address": ["Field Office (fictional)"],
}


def list_request(state: str) -> dict[str, Any]:
    """The request for a list of every inmate who is not a citizen, as the press reported it, in our own words."""
    return {
        "id": f"DOJ-2025-0717-{state[-2:].upper()}",
        "kind": "list_request",
        "issuer": "doj",
        "signer": "none",
        "in_writing": True,
        "channel": "mail",
        "received_at": "2025-07-17T09:30:00-07:00",
        "touched_at": "2025-07-17T11:05:00-07:00",
        "received_by": "mail room",
        "reply_by": "2025-08-16",
        "from": _DOJ,
        "to": AGENCIES[state],
        "purpose": "to assist federal immigration authorities in prioritizing removals",
        "class": {
            "words": "every inmate in your custody who is not a citizen of the United States",
            "filter": {"citizenship": "not US"},
            "filter_confirmed": True,
        },
        "fields": ["name", "citizenship", "charges", "release_date"],
        "text": "Please list every inmate who is not a citizen, with the crimes of arrest or conviction and the scheduled release "
        "date.",
    }


def detainer(state: str, subject: dict[str, str]) -> dict[str, Any]:
    """One immigration detainer (I-247A) with an administrative warrant (I-200)."""
    return {
        "id": f"ICE-2025-0714-{state[-2:].upper()}",
        "kind": "detainer",
        "issuer": "ice",
        "form": "I-247A",
        "signer": "immigration_officer",
        "basis": "civil",
        "in_writing": True,
        "names_person": True,
        "probable_cause_box": True,
        "identity_match": True,
        "attachments": ["I-200"],
        "channel": "fax",
        "received_at": "2025-07-16T02:50:00-07:00",
        "touched_at": "2025-07-16T03:04:00-07:00",
        "received_by": "records night desk",
        "from": _ICE,
        "to": AGENCIES[state],
        "subject": subject,
        "text": "Keep the person for up to 48 hours past release, tell us before release, and transfer the person to our custody.",
    }


def facts(state: str, person_id: str) -> dict[str, Any]:
    """What the desk recorded about the person beside the roster."""
    return {
        person_id: {
            "person": {"proof_of_status_given": "none"},
            "agency": {"agreement_287g": False},
            "custody": {
                "releasable": False,
                "release_at": datetime(2025, 7, 18, 10, tzinfo=ZoneInfo(place_of(state).zone or "UTC")).isoformat(),
            },
        }
    }


def _register(county: str, host: str) -> str:
    """A register of a county that shows who is in the jail, and for what."""
    fields = "".join(
        f"""
[[field]]
name = "{name}"
since = 2016-05-02
where = "the jail roster at {host}"
evidence = "screen print of 2016-05-02"
"""
        for name in ("name", "charges")
    )
    return f'# What {county} shows to anyone, since when, where.\ncounty = "{county}"\n{fields}'


REGISTERS: dict[str, str] = {
    "us-or": _register("Larch County (fictional)", "roster.larch.example"),
    "us-il": _register("Bluestem County (fictional)", "roster.bluestem.example"),
    "us-fl": _register("Palmetto Key County (fictional)", "roster.palmettokey.example"),
    "us-ca": """# What Alder County (fictional) shows to anyone, since when, where.
county = "Alder County (fictional)"

[[field]]
name = "name"
since = 2015-03-02
where = "the inmate locator at locator.alder.example"
evidence = "screen print of 2015-03-02, web change 118"

[[field]]
name = "charges"
since = 2015-03-02
where = "the inmate locator at locator.alder.example"
evidence = "screen print of 2015-03-02, web change 118"

[[field]]
name = "booked_at"
since = 2015-03-02
where = "the inmate locator at locator.alder.example"
evidence = "screen print of 2015-03-02, web change 118"
""",
    "us-tx": """# What Mesquite County (fictional) shows to anyone, since when, where.
county = "Mesquite County (fictional)"

[[field]]
name = "name"
since = 2012-01-09
where = "the jail roster at roster.mesquite.example"
evidence = "screen print of 2012-01-09"

[[field]]
name = "charges"
since = 2012-01-09
where = "the jail roster at roster.mesquite.example"
evidence = "screen print of 2012-01-09"

[[field]]
name = "release_date"
since = 2018-06-01
where = "the jail roster at roster.mesquite.example"
evidence = "screen print of 2018-06-01, change 44"
""",
}
"""Each county's publication register."""
