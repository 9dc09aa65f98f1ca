"""The fixed words of the law room: acts, outcomes, layers, sureness, duties. Added to where a law needs it, never renamed."""

from enum import IntEnum, StrEnum


class Act(StrEnum):
    """What could be done about a request (`cases/README.md` has the vocabulary)."""

    HOLD = "hold"
    NOTIFY = "notify"
    TRANSFER = "transfer"
    ARREST = "arrest"
    INTERVIEW = "interview"
    DELAY_RELEASE = "delay_release"
    SHARE_STATUS = "share_status"
    SHARE_PUBLIC = "share_public"
    SHARE_PERSONAL = "share_personal"
    SHARE_CRIMINAL_HISTORY = "share_criminal_history"
    LIST = "list"
    ASK_STATUS = "ask_status"
    QUERY_ICE = "query_ice"
    ACCESS_FACILITY = "access_facility"
    USE_AS_INTERPRETER = "use_as_interpreter"
    AGREE_287G = "agree_287g"
    HOUSE_FEDERAL_DETAINEES = "house_federal_detainees"


AGENCY_ACTS: frozenset[Act] = frozenset(
    {Act.ACCESS_FACILITY, Act.USE_AS_INTERPRETER, Act.AGREE_287G, Act.HOUSE_FEDERAL_DETAINEES}
)
"""Acts of the agency itself: they are not about one person."""


class Outcome(StrEnum):
    """What the law says of an act."""

    MUST = "must"
    MAY = "may"
    MUST_NOT = "must_not"
    SILENT = "silent"
    UNRESOLVED = "unresolved"
    UNKNOWN = "unknown"


class Layer(IntEnum):
    """Whose law it is; a smaller number stands above a larger one."""

    COURT_ORDER = 0
    FEDERAL = 1
    STATE_CONSTITUTION = 2
    STATE = 3
    GOVERNOR = 4
    ATTORNEY_GENERAL = 5
    COUNTY = 6
    CITY = 7
    AGENCY = 8
    NOTHING_READ = 9


LAYER_WORDS: dict[Layer, str] = {
    Layer.COURT_ORDER: "court order or process",
    Layer.FEDERAL: "federal law",
    Layer.STATE_CONSTITUTION: "state constitution or supreme court",
    Layer.STATE: "state statute",
    Layer.GOVERNOR: "governor's order",
    Layer.ATTORNEY_GENERAL: "attorney general's directive",
    Layer.COUNTY: "county law",
    Layer.CITY: "city law",
    Layer.AGENCY: "the agency's own policy",
    Layer.NOTHING_READ: "no law that was read",
}


class Lower(StrEnum):
    """What a lower layer may do where this provision leaves a choice."""

    EITHER = "either"
    NO_STRICTER = "no_stricter"
    NO_LAXER = "no_laxer"


class Sureness(StrEnum):
    """How sure we are of a provision."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


class What(StrEnum):
    """What a duty asks for."""

    GIVE_COPY = "give_copy_to_person"
    STATE_INTENT = "state_intent_to_person"
    NOTIFY_PERSON = "notify_person_in_writing"
    NOTIFY_ATTORNEY = "notify_attorney_or_designee"
    CONSENT_FORM = "written_consent_form"
    RIGHTS_NOTICE = "written_rights_notice"
    CONSULAR_NOTICE = "offer_consular_notice"
    INFORM_OF_DETAINER = "inform_person_of_detainer"
    NOTIFY_BAIL_JUDGE = "notify_bail_judge"
    NOTIFY_PROSECUTOR = "notify_prosecutor"
    RECORD_IN_FILE = "record_in_case_file"
    REPORT_TRANSFER = "report_transfer"
    REPORT_REQUEST = "report_request"
    REPORT_REFUSAL = "report_refusal"
    JUDICIAL_OFFICIAL_FIRST = "judicial_official_first"
    AGENCY_HEAD_FIRST = "agency_head_first"
    HOLD_FORUM = "hold_public_forum"
    CONFIRM_IDENTITY = "confirm_identity"
    CONFIRM_SIGNATURE = "confirm_signature"
    CONFIRM_PROBABLE_CAUSE = "confirm_probable_cause"
    CONFIRM_STATE_CUSTODY_ENDED = "confirm_state_custody_ended"
    RESOLVE_CITIZENSHIP = "resolve_citizenship"
    CONFIRM_PROOF = "confirm_proof_of_status"
    MAKE_AGREEMENT = "make_agreement"
    LEARN_STATUS = "learn_status"


SETTLED_BY: dict[What, str] = {
    What.CONFIRM_IDENTITY: "request.identity_match",
    What.CONFIRM_SIGNATURE: "request.signer",
    What.CONFIRM_PROBABLE_CAUSE: "request.probable_cause_box",
    What.CONFIRM_STATE_CUSTODY_ENDED: "custody.releasable",
    What.CONFIRM_PROOF: "person.proof_of_status_given",
}
"""Duties to find out a fact before an act: each is done when that fact is known, and until then the fact is asked for."""


class Every(StrEnum):
    """How often a periodic duty comes round."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


MONTHS_OF: dict[Every, int] = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}
"""How many months each period has."""
