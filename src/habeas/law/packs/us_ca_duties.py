"""What a California jail owes the person and the state besides: copies, intent, written notice, consent forms, reports."""

from dataclasses import replace

from habeas.law.expressions import ask_counsel, custody, person, request
from habeas.law.provision import Duty, DutyRule, secondary, since, unverified, verified
from habeas.law.words import Act, Layer, What

SB54 = "https://leginfo.legislature.ca.gov/faces/billTextClient.xhtml?bill_id=201720180SB54"
TRUTH_ACT = "https://self-law.org/code/ca/government-code/7283-1"

A_COPY = Duty(
    What.GIVE_COPY, "the person", "Give the person a copy of the request.", deadline="on receiving the request"
)
THE_INTENT = Duty(
    What.STATE_INTENT,
    "the person",
    "Tell the person whether the jail intends to comply.",
    deadline="on receiving the request",
)

TELL_PERSON_OF_NOTICE = (
    Duty(
        What.NOTIFY_PERSON,
        "the person",
        "Give the person, in writing, the same notice that ICE was given.",
        deadline="promptly",
        on=Act.NOTIFY,
    ),
    Duty(
        What.NOTIFY_ATTORNEY,
        "the person's attorney, or one person whom they name",
        "Give the same written notice to the attorney or the one designated person.",
        deadline="promptly",
        on=Act.NOTIFY,
    ),
)
"""7283.1(b), second sentence: due when ICE is told that a person is, or will be, released on a certain date."""

REPORT_TRANSFER = Duty(
    What.REPORT_TRANSFER,
    "California Department of Justice",
    "Count the transfer, and the offence that allowed it, in the yearly report.",
    deadline="yearly",
    on=Act.TRANSFER,
)

WRITTEN_CONSENT = Duty(
    What.CONSENT_FORM,
    "the person",
    "Give the consent form: purpose, voluntary, may decline, may have an attorney present; "
    "in English, Spanish, Chinese, Tagalog, Vietnamese and Korean.",
    deadline="before the interview",
    blocks=Act.INTERVIEW,
)

ASKS_OF_ICE = request.asks.includes("hold", "notify", "transfer") & request.kind.is_(
    "detainer", "notification_request", "transfer_request", "administrative_warrant", "records_request"
)
"""7283(e)-(g): requests by function; a warrant handed in to take a person, or a letter that asks for a release date, is one too."""

A_FORUM = Duty(
    What.HOLD_FORUM,
    "the county's governing body",
    "Count it as ICE access: in a year with any, the Board holds at least one public forum, announced thirty days before.",
    deadline="within the year",
    by="the Board of Supervisors",
    on=Act.NOTIFY,
)
AN_INTERVIEW, A_HAND_OVER = (replace(A_FORUM, on=act) for act in (Act.INTERVIEW, Act.TRANSFER))
"""7283(d): ICE access is an interview too, and a hand-over."""

OFFER_CONSUL = Duty(
    What.CONSULAR_NOTICE,
    "the person",
    "Offer word to the consulate. Offer it to everyone, so that nobody is asked where they are from.",
    deadline="on booking, or after two hours",
)

DUTY_RULES = (
    DutyRule(
        id="us-ca.gov-7283.1-d",
        when=request.issuer.is_("ice") & (ASKS_OF_ICE | request.kind.is_("interview_request")),
        duties=(A_FORUM, AN_INTERVIEW, A_HAND_OVER),
        sentence="Where ICE was given access to anyone in the last year, notice of a release included, the governing body holds a "
        "public forum.",
        source=secondary(
            "Cal. Gov. Code 7283.1(d)",
            TRUTH_ACT,
            "Read (d) in the code; county papers that follow it were read.",
        ),
        effective=since("2018-01-01"),
        layer=Layer.STATE,
    ),
    DutyRule(
        id="us-ca.pen-834c",
        when=person.flag("foreign_national") & ~request.kind.is_("list_request", "public_records_request"),
        duties=(OFFER_CONSUL,),
        sentence="A known or suspected foreign national who is booked, or held more than two hours, is told of the right to speak "
        "with the consulate.",
        source=verified(
            "Cal. Pen. Code 834c(a)(1)",
            "http://law.onecle.com/california/penal/834c.html",
            "shall advise the foreign national that he or she has a right to communicate with an official from the consulate",
        ),
        effective=since("2000-01-01"),
        layer=Layer.STATE,
    ),
    DutyRule(
        id="us-ca.gov-7283.1-b",
        when=request.issuer.is_("ice") & ASKS_OF_ICE,
        duties=(A_COPY, THE_INTENT),
        sentence="On any hold, notification or transfer request of ICE the person gets a copy and is told whether the jail "
        "intends to comply, whatever it intends.",
        source=verified(
            "Cal. Gov. Code 7283.1(b)",
            TRUTH_ACT,
            "shall provide a copy of the request to the individual and inform the individual whether the law "
            "enforcement agency intends to comply with the request",
        ),
        effective=since("2017-01-01"),
        layer=Layer.STATE,
    ),
    DutyRule(
        id="us-ca.gov-7283.1-b-other",
        when=ask_counsel(
            "Does the copy-and-intent duty reach a request of Customs and Border Protection?",
            when=request.issuer.is_("cbp") & ASKS_OF_ICE,
        ),
        duties=(A_COPY, THE_INTENT),
        sentence="The TRUTH Act names ICE; whether the same copy and word of intent are due on another immigration "
        "authority's request is not certain, and giving them harms nobody.",
        source=unverified(
            "Cal. Gov. Code 7283, 7283.1(b), 7284.4(e)", TRUTH_ACT, "A ruling, or the Attorney General's word."
        ),
        effective=since("2018-01-01"),
        layer=Layer.STATE,
    ),
    DutyRule(
        id="us-ca.gov-7284.10-duties",
        when=custody.facility.is_("state_prison") & request.issuer.is_("ice") & ASKS_OF_ICE,
        duties=(A_COPY, THE_INTENT),
        sentence="The state's prisons too give the person a copy and say whether they intend to comply.",
        source=verified(
            "Cal. Gov. Code 7284.10(a)(2)",
            SB54,
            "provide a copy of the request to the individual and inform him or her whether the department intends "
            "to comply with the request",
        ),
        effective=since("2018-01-01"),
        layer=Layer.STATE,
    ),
)
