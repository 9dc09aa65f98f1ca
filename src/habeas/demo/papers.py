"""The papers that reach the fictional county: the list request of July 2025 in our own words, one detainer, a register, facts."""

from typing import Any

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
}

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
                "release_at": "2025-07-18T10:00:00-07:00" if state == "us-ca" else "2025-07-18T10:00:00-05:00",
            },
        }
    }


REGISTERS: dict[str, str] = {
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
