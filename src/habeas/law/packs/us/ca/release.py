"""Holding, telling of a release, handing over, arresting: Government Code 7284.6(a), and 7282.5 as the TRUST Act had it."""

from habeas.law.expressions import asked, request
from habeas.law.packs.us.ca.doors import B_FINDING, DOORS, TRUST_DOORS
from habeas.law.packs.us.ca.terms import CIVIL_WARRANT, JUDICIAL, PUBLIC_DATE
from habeas.law.packs.us.terms import A_LIST, IMMIGRATION, LOCAL
from habeas.law.provision import Duty, Provision, since
from habeas.law.sources import sources_of
from habeas.law.words import Act, Layer, Outcome, What

SOURCES = sources_of(__name__)

RELEASE = (
    Provision(
        id="us-ca.gov-7284.6-a-1-B",
        sentence="Nobody is kept past the time of release because of a hold request, whatever the record says.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION & ~JUDICIAL,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.6-a-1-B"],
    ),
    Provision(
        id="us-ca.gov-7282.5-trust",
        sentence="A detainer may be honoured only for the records the TRUST Act lists, and only if no other law forbids it.",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & request.kind.is_("detainer"),
        unless=TRUST_DOORS,
        otherwise=Outcome.MAY,
        effective=since("2014-01-01", to="2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7282.5-trust"],
    ),
    Provision(
        id="us-ca.gov-7284.6-a-1-C",
        sentence="A release date is not given to immigration authorities unless anyone can see it, or it answers a request "
        "about a person whose record 7282.5 names; even then nothing requires it.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION,
        unless=PUBLIC_DATE | (asked & ~A_LIST & (DOORS | B_FINDING)),
        otherwise=Outcome.MAY,
        duties=(
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
        ),
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.6-a-1-C"],
    ),
    Provision(
        id="us-ca.gov-7284.6-a-4",
        sentence="Nobody is handed over to immigration authorities without a federal judge's warrant or finding of probable "
        "cause of a crime, unless the record is one that 7282.5(a) names.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION,
        unless=JUDICIAL | DOORS,
        otherwise=Outcome.MAY,
        duties=(
            Duty(
                What.REPORT_TRANSFER,
                "California Department of Justice",
                "Count the transfer, and the offence that allowed it, in the yearly report.",
                deadline="yearly",
                on=Act.TRANSFER,
            ),
        ),
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        reaches_everyone="A federal judge's own finding stands in place of the record.",
        source=SOURCES["gov-7284.6-a-4"],
    ),
    Provision(
        id="us-ca.gov-7284.6-a-1-E",
        sentence="No arrest is made, or knowingly joined, on a civil immigration warrant.",
        acts=(Act.ARREST,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION & CIVIL_WARRANT,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.6-a-1-E"],
    ),
)
