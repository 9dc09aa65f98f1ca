"""The TRUTH Act: Government Code 7283 to 7283.2. The consent form, copies and intent, and the public forum."""

from habeas.law.model.expressions import ask_counsel, on_record, person, request
from habeas.law.model.provision import Duty, DutyRule, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome, What
from habeas.law.packs.us.ca.terms import ASKS_OF_ICE, IMMIGRATION_CRIME
from habeas.law.packs.us.terms import ICE, IMMIGRATION, PRISON

SOURCES = sources_of(__name__)

TRUTH_ACT = (
    Provision(
        id="us-ca.gov-7283.1-a",
        sentence="No interview about civil immigration violations takes place before the person has answered the written "
        "consent form; the interview is voluntary.",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.MUST_NOT,
        when=~PRISON & IMMIGRATION & ICE & ~on_record(IMMIGRATION_CRIME),
        unless=person.flag("written_consent"),
        otherwise=Outcome.MAY,
        duties=(
            Duty(
                What.CONSENT_FORM,
                "the person",
                "Give the consent form: purpose, voluntary, may decline, may have an attorney present; in English, Spanish, "
                "Chinese, Tagalog, Vietnamese and Korean, and in the county's threshold languages that are given it at no cost.",
                deadline="before the interview",
                blocks=Act.INTERVIEW,
            ),
        ),
        effective=since("2017-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7283.1-a-consent"],
    ),
    Provision(
        id="us-ca.gov-7283.1-criminal",
        sentence="The consent form is owed on interviews about civil violations; whether an interview about a federal "
        "immigration crime is help in immigration enforcement is for counsel.",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.UNRESOLVED,
        when=IMMIGRATION & on_record(IMMIGRATION_CRIME),
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7283.1-a-consent"],
    ),
)

TRUTH_ACT_DUTIES = (
    DutyRule(
        id="us-ca.gov-7283.1-b",
        sentence="On any hold, notification or transfer request of ICE the person gets a copy and is told whether the jail "
        "intends to comply, whatever it intends.",
        when=~PRISON & ICE & ASKS_OF_ICE,
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
        when=~PRISON
        & ask_counsel(
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
        id="us-ca.gov-7283.1-d",
        sentence="Where ICE was given access to anyone in the last year, notice of a release included, the governing body "
        "holds a public forum.",
        when=~PRISON & ICE & (ASKS_OF_ICE | request.kind.is_("interview_request")),
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
)
