"""The facts a provision may rest on: each with its kind, its words, and the question to ask when it is missing.

A fact that is not in this table cannot stand in a provision. Values come from case files or a roster; None is unknown.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from habeas.requests.vocabulary import ACTS, CHANNELS, EVENTS, ISSUERS, KINDS, SIGNERS


class FactKind(StrEnum):
    """What sort of value a fact holds."""

    FLAG = "true or false"
    CODE = "one of a list"
    CODES = "any of a list"
    DATE = "date"
    TIME = "date and time"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of one entity (`request`, `person`, `custody`, `agency`, `charge`)."""

    entity: str
    name: str
    kind: FactKind
    says: str
    """The fact in words: `the signer of the paper`; a flag reads as a statement: `the person is a minor`."""
    ask: str
    """The question to put when it is unknown."""
    of: str
    """Who can say."""
    values: frozenset[str] = field(default=frozenset())

    @property
    def key(self) -> str:
        """`entity.name`, as questions and traces print it."""
        return f"{self.entity}.{self.name}"


_SENDER = "the sender of the request"
_RECORDS = "records unit"
_COMMANDER = "watch commander"
_CLERK = "the issuing court's clerk"
_COURT = "the court's record"
_COUNSEL = "county counsel"

_ROWS: tuple[tuple[str, str, FactKind, str, str, str, frozenset[str]], ...] = (
    ("request", "kind", FactKind.CODE, "the kind of request", "What kind of paper is this?", _RECORDS, frozenset({*KINDS, *EVENTS})),
    ("request", "asks", FactKind.CODES, "actions requested", "Which actions does the request ask for?", _SENDER, ACTS),
    ("request", "issuer", FactKind.CODE, "requesting agency", "Which agency sent the request?", _SENDER, ISSUERS),
    ("request", "form", FactKind.TEXT, "the form's number", "Which form is it?", _RECORDS, frozenset()),
    (
        "request",
        "signer",
        FactKind.CODE,
        "the signer of the paper",
        "Is the paper signed, and by whom: a judge, or an officer?",
        _CLERK,
        SIGNERS,
    ),
    (
        "request",
        "attached_signer",
        FactKind.CODE,
        "the signer of the attached paper",
        "Who signed the attached order or warrant?",
        _CLERK,
        SIGNERS,
    ),
    (
        "request",
        "basis",
        FactKind.CODE,
        "the basis of the request",
        "Is the matter civil, or a crime?",
        _SENDER,
        frozenset({"civil", "criminal_immigration", "criminal_other"}),
    ),
    ("request", "channel", FactKind.CODE, "how the request came", "How did the request arrive?", _RECORDS, CHANNELS),
    ("request", "attachments", FactKind.CODES, "the papers attached", "Which papers came with it?", _RECORDS, frozenset()),
    ("request", "fields", FactKind.CODES, "the fields asked for", "Which fields are asked for?", _SENDER, frozenset()),
    ("request", "in_writing", FactKind.FLAG, "the request is in writing", "Is it in writing?", _RECORDS, frozenset()),
    (
        "request",
        "probable_cause_box",
        FactKind.FLAG,
        "the form's probable-cause box is marked",
        "Is a probable-cause box marked on the form?",
        _RECORDS,
        frozenset(),
    ),
    ("request", "attached_probable_cause", FactKind.FLAG, "another document that came with the form states probable cause",
     "Does a warrant, affidavit, order or other official document that came with the form state probable cause to believe that the "
     "person is removable?", _RECORDS, frozenset()),
    (
        "request",
        "final_order_of_removal",
        FactKind.FLAG,
        "the paper states a final order of removal",
        "Does the paper state a final order of removal?",
        _RECORDS,
        frozenset(),
    ),
    (
        "request",
        "identity_match",
        FactKind.FLAG,
        "the paper appears to match the person",
        "Does the paper match the person in custody?",
        _COMMANDER,
        frozenset(),
    ),
    (
        "request",
        "cancelled",
        FactKind.FLAG,
        "the paper was canceled, lifted, recalled or withdrawn",
        "Was the paper canceled, lifted, recalled or withdrawn, by its sender or by a court?",
        _SENDER,
        frozenset(),
    ),
    ("request", "attached_cancelled", FactKind.FLAG, "the attached order or warrant was recalled",
     "Was the order or warrant that came with the paper recalled as well? A canceled request recalls no judge's warrant.", _CLERK,
     frozenset()),
    (
        "request",
        "served_on_person",
        FactKind.FLAG,
        "the paper was served on the person",
        "Was the paper served on the person?",
        _RECORDS,
        frozenset(),
    ),
    (
        "request",
        "names_person",
        FactKind.FLAG,
        "the request names one person",
        "Does it name one person?",
        _RECORDS,
        frozenset(),
    ),
    (
        "request",
        "immigration_enforcement",
        FactKind.FLAG,
        "the request serves immigration enforcement",
        "Does the request serve the enforcement of immigration law?",
        _COUNSEL,
        frozenset(),
    ),
    (
        "request",
        "received_at",
        FactKind.TIME,
        "when the request was received",
        "When did it arrive?",
        _RECORDS,
        frozenset(),
    ),
    (
        "person",
        "history_complete",
        FactKind.FLAG,
        "the full criminal history was checked",
        "Has the person's full criminal history been checked?",
        _RECORDS,
        frozenset(),
    ),
    ("person", "minor", FactKind.FLAG, "the person is a minor", "Is the person under eighteen?", _RECORDS, frozenset()),
    (
        "person",
        "sex_or_arson_registrant",
        FactKind.FLAG,
        "the person is a current sex or arson registrant",
        "Is the person now on the California Sex and Arson Registry?",
        _RECORDS,
        frozenset(),
    ),
    (
        "person",
        "federal_felony_arrest_warrant",
        FactKind.FLAG,
        "a federal felony arrest warrant is outstanding",
        "Does the sender name an outstanding federal felony arrest warrant for the person?",
        _SENDER,
        frozenset(),
    ),
    (
        "person",
        "terrorist_screening_match",
        FactKind.FLAG,
        "the person matches the terrorist screening list",
        "Is there a terrorist screening match?",
        _SENDER,
        frozenset(),
    ),
    ("person", "victim_or_witness", FactKind.FLAG, "the person is a victim or witness", "Is the person a victim or witness?",
     "the prosecutor", frozenset()),
    (
        "person",
        "written_consent",
        FactKind.FLAG,
        "the person consented in writing",
        "Has the person consented on the written consent form?",
        _COMMANDER,
        frozenset(),
    ),
    ("person", "requested_interview", FactKind.FLAG, "the person asked for the interview", "Did the person ask for the interview?",
     _COMMANDER, frozenset()),
    ("person", "counsel_present", FactKind.FLAG, "counsel is present or was waived", "Is counsel present, or was counsel waived?",
     _COMMANDER, frozenset()),
    (
        "person",
        "federal_status_verified",
        FactKind.FLAG,
        "the federal government verified the person's status",
        "Has the federal government verified the person's status?",
        _SENDER,
        frozenset(),
    ),
    (
        "person",
        "foreign_national",
        FactKind.FLAG,
        "a record says the person is a foreign national",
        "Does any record say the person is a foreign national?",
        _RECORDS,
        frozenset(),
    ),
    (
        "person",
        "claims_consular_status",
        FactKind.FLAG,
        "the person claims to be a consular officer",
        "Does the person claim to be a consular officer?",
        _COMMANDER,
        frozenset(),
    ),
    (
        "person",
        "proof_of_status_given",
        FactKind.CODE,
        "proof of citizenship or lawful status shown",
        "Has the person given proof of citizenship or of lawful status?",
        _COMMANDER,
        frozenset({"none", "us_citizen", "lawful_status"}),
    ),
    (
        "person",
        "in_requested_class",
        FactKind.FLAG,
        "the record places the person in the class asked for",
        "Does a record of this person's citizenship place the person in the class asked for, and which record?",
        _RECORDS,
        frozenset(),
    ),
    (
        "custody",
        "facility",
        FactKind.CODE,
        "the facility",
        "What kind of facility holds the person?",
        _RECORDS,
        frozenset({"county_jail", "city_lockup", "state_prison", "court", "probation"}),
    ),
    (
        "custody",
        "releasable",
        FactKind.FLAG,
        "the person is entitled to release now",
        "Is the person entitled to release now?",
        _RECORDS,
        frozenset(),
    ),
    (
        "custody",
        "release_date_public",
        FactKind.FLAG,
        "the release date is open to the public",
        "Does the jail show this release date to anyone who looks?",
        _RECORDS,
        frozenset(),
    ),
    (
        "custody",
        "initial_custody",
        FactKind.FLAG,
        "this is the first custody",
        "Is this the first custody, with no other agency that held the person before?",
        _RECORDS,
        frozenset(),
    ),
    (
        "custody",
        "arrested_on_civil_immigration_only",
        FactKind.FLAG,
        "the person is held on civil immigration grounds only",
        "Is the person held on civil immigration grounds alone, with no crime charged and no other matter?",
        _RECORDS,
        frozenset(),
    ),
    (
        "custody",
        "released_because",
        FactKind.CODE,
        "the reason for release",
        "Why is the person to be released?",
        _RECORDS,
        frozenset({"sentence_served", "charges_dropped", "acquitted", "bail_posted", "own_recognizance", "other"}),
    ),
    ("custody", "arrested_on", FactKind.DATE, "the day of the arrest that brought the person in",
     "On which day was the arrest that brought the person in?", _RECORDS, frozenset()),
    (
        "custody",
        "release_at",
        FactKind.TIME,
        "the time of release",
        "When would the person be released?",
        _RECORDS,
        frozenset(),
    ),
    (
        "agency",
        "local",
        FactKind.FLAG,
        "the agency is a local law enforcement agency",
        "Is the agency that has the person a local one, and not the state's prisons?",
        _RECORDS,
        frozenset(),
    ),
    (
        "agency",
        "agreement_287g",
        FactKind.FLAG,
        "the agency has an agreement under 8 USC 1357(g)",
        "Has the agency an agreement under 8 USC 1357(g) in force?",
        _COUNSEL,
        frozenset(),
    ),
    (
        "agency",
        "policy.local_rule_forbids",
        FactKind.FLAG,
        "a local law or policy forbids it",
        "Does a local law or policy forbid it: an ordinance of the county, a resolution of its board, the sheriff's own policy?",
        "the county's code and the sheriff's policies",
        frozenset(),
    ),
    (
        "agency",
        "policy.housing_contract_on_2017_06_15",
        FactKind.FLAG,
        "the county had a contract to house federal detainees on June 15, 2017",
        "Had the county a contract to house federal detainees on June 15, 2017?",
        _COUNSEL,
        frozenset(),
    ),
    (
        "agency",
        "policy.detention_agreement_before_2019",
        FactKind.FLAG,
        "the agency had an immigration detention agreement before 2019, paid under in 2017 or 2018",
        "Had the agency a detention agreement before Jan. 1, 2019, with a payment between July 1, 2017 and Dec. 31, 2018?",
        _COUNSEL,
        frozenset(),
    ),
    (
        "agency",
        "policy.honor_detainers",
        FactKind.FLAG,
        "the agency's policy is to honor detainers",
        "Is it the agency's policy to honor detainers?",
        _COUNSEL,
        frozenset(),
    ),
    (
        "agency",
        "policy.reimbursement_agreement",
        FactKind.FLAG,
        "the federal government has agreed in writing to pay all costs",
        "Is there a written agreement by which the federal government pays every cost of a hold?",
        _COUNSEL,
        frozenset(),
    ),
    ("charge", "statute", FactKind.TEXT, "the section", "Which section is the charge under?", _COURT, frozenset()),
    (
        "charge",
        "grade",
        FactKind.CODE,
        "the grade",
        "Was it a felony or a misdemeanor?",
        _COURT,
        frozenset({"felony", "misdemeanor", "infraction"}),
    ),
    (
        "charge",
        "disposition",
        FactKind.CODE,
        "how the charge ended",
        "How did the charge end?",
        _COURT,
        frozenset(
            {
                "pending",
                "held_to_answer",
                "convicted",
                "dismissed",
                "acquitted",
                "vacated",
                "juvenile_adjudication",
                "not_guilty_insanity",
                "youthful_offender",
            }
        ),
    ),
    (
        "charge",
        "disposed_on",
        FactKind.DATE,
        "the day of disposition",
        "On which day was it disposed of?",
        _COURT,
        frozenset(),
    ),
    ("charge", "reduced_on", FactKind.DATE, "the day it was reduced", "On which day was it reduced?", _COURT, frozenset()),
    ("charge", "offense_on", FactKind.DATE, "the day of the offense", "On which day was the offense?", _COURT, frozenset()),
    (
        "charge",
        "sentence",
        FactKind.CODE,
        "the sentence",
        "What was the sentence?",
        _COURT,
        frozenset({"state_prison", "county_jail", "county_jail_1170h", "probation", "fine"}),
    ),
    (
        "charge",
        "court",
        FactKind.CODE,
        "the court",
        "Which court: state, federal or foreign?",
        _COURT,
        frozenset({"state", "federal", "foreign"}),
    ),
    (
        "charge",
        "probable_cause_by",
        FactKind.CODE,
        "who found probable cause",
        "Who found probable cause: a magistrate at a preliminary hearing, a grand jury, or nobody because the hearing was waived?",
        _COURT,
        frozenset({"magistrate", "indictment", "waived"}),
    ),
    (
        "charge",
        "dismissed_under",
        FactKind.CODE,
        "how the charge was dismissed",
        "Under which section was it dismissed: before any conviction; on diversion; after a plea with no judgment entered; or after a "
        "conviction (Penal Code 1203.4 and the like)?",
        _COURT,
        frozenset({"before_conviction", "diversion", "after_plea", "after_conviction"}),
    ),
    (
        "charge",
        "sentence_years",
        FactKind.NUMBER,
        "the years of the sentence",
        "How many years was the sentence?",
        _COURT,
        frozenset(),
    ),
    ("charge", "served_from", FactKind.DATE, "the first day served", "From which day was time served for it?", _COURT, frozenset()),
    ("charge", "served_to", FactKind.DATE, "the last day served", "To which day was time served for it?", _COURT, frozenset()),
    ("charge", "years_before_arrest", FactKind.NUMBER,
     "the number of whole years from the judgment to the arrest that brought the person in, time served left out",
     "How many whole years lie between the judgment and the arrest that brought the person in, if the time served for violent or serious "
     "crimes is left out?", _COUNSEL, frozenset()),
)  # fmt: skip

FACTS: dict[str, Fact] = {f"{row[0]}.{row[1]}": Fact(*row) for row in _ROWS}
"""Every fact by its key."""

PERSON_ENTITIES: frozenset[str] = frozenset({"person", "custody", "charge"})
"""Entities that say something of one person; the rest speak of the request and the agency."""


def fact(key: str) -> Fact:
    """Return the fact called `key`; KeyError names the ones there are."""
    if key not in FACTS:
        raise KeyError(f"no fact is called {key!r}; the facts are {', '.join(sorted(FACTS))}")
    return FACTS[key]
