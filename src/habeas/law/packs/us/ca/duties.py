"""What a California jail owes the person and the state besides: copies, intent, written notice, consent forms, reports."""

from habeas.law.expressions import ask_counsel, custody, person, request
from habeas.law.packs.us.ca.terms import ASKS_OF_ICE
from habeas.law.provision import Duty, DutyRule, since
from habeas.law.sources import sources_of
from habeas.law.words import Act, Layer, What

SOURCES = sources_of(__name__)

DUTIES = (
    DutyRule(
        id="us-ca.gov-7283.1-d",
        sentence="Where ICE was given access to anyone in the last year, notice of a release included, the governing body "
        "holds a public forum.",
        when=request.issuer.is_("ice") & (ASKS_OF_ICE | request.kind.is_("interview_request")),
        duties=(
            Duty(
                What.HOLD_FORUM,
                "the county's governing body",
                "Count it as ICE access: in a year with any, the Board holds at least one public forum, announced thirty "
                "days before.",
                deadline="within the year",
                by="the Board of Supervisors",
                on=Act.NOTIFY,
            ),
            Duty(
                What.HOLD_FORUM,
                "the county's governing body",
                "Count it as ICE access: in a year with any, the Board holds at least one public forum, announced thirty "
                "days before.",
                deadline="within the year",
                by="the Board of Supervisors",
                on=Act.INTERVIEW,
            ),
            Duty(
                What.HOLD_FORUM,
                "the county's governing body",
                "Count it as ICE access: in a year with any, the Board holds at least one public forum, announced thirty "
                "days before.",
                deadline="within the year",
                by="the Board of Supervisors",
                on=Act.TRANSFER,
            ),
        ),
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7283.1-d"],
    ),
    DutyRule(
        id="us-ca.pen-834c",
        sentence="A known or suspected foreign national who is booked, or held more than two hours, is told of the right to "
        "speak with the consulate.",
        when=person.flag("foreign_national") & ~request.kind.is_("list_request", "public_records_request"),
        duties=(
            Duty(
                What.CONSULAR_NOTICE,
                "the person",
                "Offer word to the consulate. Offer it to everyone, so that nobody is asked where they are from.",
                deadline="on booking, or after two hours",
            ),
        ),
        effective=since("2000-01-01"),
        layer=Layer.STATE,
        source=SOURCES["pen-834c"],
    ),
    DutyRule(
        id="us-ca.gov-7283.1-b",
        sentence="On any hold, notification or transfer request of ICE the person gets a copy and is told whether the jail "
        "intends to comply, whatever it intends.",
        when=request.issuer.is_("ice") & ASKS_OF_ICE,
        duties=(
            Duty(
                What.GIVE_COPY,
                "the person",
                "Give the person a copy of the request.",
                deadline="on receiving the request",
            ),
            Duty(
                What.STATE_INTENT,
                "the person",
                "Tell the person whether the jail intends to comply.",
                deadline="on receiving the request",
            ),
        ),
        effective=since("2017-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7283.1-b"],
    ),
    DutyRule(
        id="us-ca.gov-7283.1-b-other",
        sentence="The TRUTH Act names ICE; whether the same copy and word of intent are due on another immigration "
        "authority's request is not certain, and giving them harms nobody.",
        when=ask_counsel(
            "Does the copy-and-intent duty reach a request of Customs and Border Protection?",
            when=request.issuer.is_("cbp") & ASKS_OF_ICE,
        ),
        duties=(
            Duty(
                What.GIVE_COPY,
                "the person",
                "Give the person a copy of the request.",
                deadline="on receiving the request",
            ),
            Duty(
                What.STATE_INTENT,
                "the person",
                "Tell the person whether the jail intends to comply.",
                deadline="on receiving the request",
            ),
        ),
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7283.1-b-other"],
    ),
    DutyRule(
        id="us-ca.gov-7284.10-duties",
        sentence="The state's prisons too give the person a copy and say whether they intend to comply.",
        when=custody.facility.is_("state_prison") & request.issuer.is_("ice") & ASKS_OF_ICE,
        duties=(
            Duty(
                What.GIVE_COPY,
                "the person",
                "Give the person a copy of the request.",
                deadline="on receiving the request",
            ),
            Duty(
                What.STATE_INTENT,
                "the person",
                "Tell the person whether the jail intends to comply.",
                deadline="on receiving the request",
            ),
        ),
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.10-duties"],
    ),
)
