"""The fixed words of a request (`cases/README.md`): kinds, the acts each implies, issuers, signers, fields."""

ACTS: frozenset[str] = frozenset(
    {
        "hold",
        "notify",
        "transfer",
        "arrest",
        "interview",
        "delay_release",
        "share_status",
        "share_public",
        "share_personal",
        "share_criminal_history",
        "list",
        "ask_status",
        "query_ice",
        "access_facility",
        "use_as_interpreter",
        "agree_287g",
        "house_federal_detainees",
    }
)

KINDS: dict[str, tuple[str, ...]] = {
    "detainer": ("hold", "notify", "transfer"),
    "detainer_cancellation": (),
    "notification_request": ("notify",),
    "transfer_request": ("transfer",),
    "administrative_warrant": ("transfer", "arrest"),
    "judicial_warrant": ("transfer",),
    "judicial_probable_cause": ("transfer",),
    "court_order": (),
    "administrative_subpoena": (),
    "judicial_subpoena": (),
    "grand_jury_subpoena": (),
    "interview_request": ("interview",),
    "records_request": (),
    "list_request": ("list",),
    "status_inquiry": ("share_status",),
    "facility_access": ("access_facility",),
    "agreement_proposal": ("agree_287g",),
    "public_records_request": ("share_public",),
}
"""Each kind of request with the acts it implies; a kind with none asks for what its fields say.

A cancellation takes back an earlier detainer: it asks for no act at all, and ends the hold that it names.
"""

EVENTS: dict[str, tuple[str, ...]] = {"intake": ("ask_status", "query_ice")}
"""What happens in the jail and is no request, with the acts that a law may order of it: somebody is brought in. Case files speak of it."""

ABOUT_NOBODY: frozenset[str] = frozenset({"facility_access", "agreement_proposal", "public_records_request"})
"""Kinds that never name a person in custody: the office itself is asked."""

ABOUT_CLASS: frozenset[str] = frozenset({"list_request"})
"""Kinds about a class of people: everybody in custody is looked at, nobody is named."""

ABOUT_EITHER: frozenset[str] = frozenset(
    {"records_request", "court_order", "administrative_subpoena", "judicial_subpoena", "grand_jury_subpoena"}
)
"""Kinds that may or may not name a person: the paper says."""

COUNSEL_FIRST: frozenset[str] = frozenset(
    {
        "list_request",
        "administrative_subpoena",
        "judicial_subpoena",
        "grand_jury_subpoena",
        "public_records_request",
        "agreement_proposal",
    }
)
"""Kinds whose answer, a refusal too, is in force only once counsel has signed off: no clock of theirs runs on anybody's liberty."""

CANCELLATION = "detainer_cancellation"
"""The kind that takes an earlier request back and ends the hold it names."""

EXECUTED: frozenset[str] = frozenset({"judicial_warrant", "judicial_probable_cause"})
"""A court's commands to take a person: lodged as a hold and executed by a hand-over, never answered to the court."""

COMMANDS: frozenset[str] = frozenset(
    {"court_order", "administrative_subpoena", "judicial_subpoena", "grand_jury_subpoena"}
)
"""Papers that command what they themselves say: where nothing of that was read, somebody must say it."""

KIND_WORDS: dict[str, str] = {
    "detainer": "immigration detainer",
    "detainer_cancellation": "cancellation of an immigration detainer",
    "notification_request": "request for notice of release",
    "transfer_request": "request to hand a person over",
    "administrative_warrant": "administrative warrant",
    "judicial_warrant": "judicial warrant",
    "judicial_probable_cause": "judicial finding of probable cause",
    "court_order": "court order",
    "administrative_subpoena": "administrative subpoena",
    "judicial_subpoena": "judicial subpoena",
    "grand_jury_subpoena": "grand jury subpoena",
    "interview_request": "request for an interview",
    "records_request": "request for records about named people",
    "list_request": "request for a list",
    "status_inquiry": "inquiry about status",
    "facility_access": "request for access to the facility",
    "agreement_proposal": "proposed agreement",
    "public_records_request": "public records request",
}

ISSUERS: frozenset[str] = frozenset({"ice", "cbp", "doj", "fbi", "usms", "court", "public", "other"})

ISSUER_WORDS: dict[str, str] = {
    "ice": "U.S. Immigration and Customs Enforcement",
    "cbp": "U.S. Customs and Border Protection",
    "doj": "U.S. Department of Justice",
    "fbi": "Federal Bureau of Investigation",
    "usms": "U.S. Marshals Service",
    "court": "a court",
    "public": "a member of the public",
    "other": "another authority",
}

SIGNERS: frozenset[str] = frozenset(
    {
        "immigration_officer",
        "immigration_judge",
        "federal_magistrate_judge",
        "federal_district_judge",
        "state_judge",
        "clerk_of_court",
        "prosecutor",
        "parole_authority",
        "governor",
        "marshal",
        "none",
    }
)

CHANNELS: frozenset[str] = frozenset({"fax", "email", "portal", "counter", "phone", "mail", "electronic"})

FIELD_ACTS: dict[str, str] = {
    "name": "share_public",
    "aliases": "share_public",
    "date_of_birth": "share_public",
    "sex": "share_public",
    "booking_id": "share_public",
    "booked_at": "share_public",
    "charges": "share_public",
    "bail": "share_public",
    "facility": "share_public",
    "court": "share_public",
    "case_number": "share_public",
    "released_at": "share_public",
    "housing": "share_personal",
    "release_date": "notify",
    "citizenship": "share_status",
    "immigration_status": "share_status",
    "birthplace": "share_personal",
    "home_address": "share_personal",
    "work_address": "share_personal",
    "telephone": "share_personal",
    "photograph": "share_personal",
    "state_id": "share_personal",
    "fbi_number": "share_personal",
    "a_number": "share_status",
    "criminal_history": "share_criminal_history",
}
"""Each field a list or records request may ask for, with the act that gives it."""

AGENCY_FIELDS: frozenset[str] = frozenset({"dedicated_office_space", "nonpublic_areas", "databases"})
"""Things a request for access may name that are not fields of a person."""

DHS_FORMS: frozenset[str] = frozenset(
    {
        "detainer",
        "detainer_cancellation",
        "notification_request",
        "transfer_request",
        "administrative_warrant",
        "administrative_subpoena",
    }
)
"""Kinds of paper that an office of the Department of Homeland Security makes out and signs."""
