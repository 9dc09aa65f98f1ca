"""The Values Act: Government Code 7284 to 7284.12, by subsection."""

from habeas.law.model.expressions import asked, custody, on_record, person, request
from habeas.law.model.provision import Duty, DutyRule, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome, What
from habeas.law.packs.us.ca.doors import B_FINDING, DOORS
from habeas.law.packs.us.ca.terms import ASKS_OF_ICE, CIVIL_WARRANT, IMMIGRATION_CRIME, JUDICIAL, PUBLIC_DATE
from habeas.law.packs.us.terms import A_LIST, AGENTS, ICE, IMMIGRATION, LOCAL, PRISON
from habeas.requests.vocabulary import ISSUERS

SOURCES = sources_of(__name__)

OTHER_THAN_ICE = sorted(ISSUERS - {"ice"})
"""7284.4(c): an immigration authority is whoever performs immigration enforcement functions."""

VALUES_ACT = (
    Provision(
        id="us-ca.gov-7284.6-a-1-query",
        sentence="No money or staff may be used to find out a person's status for immigration enforcement.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.6-a-1-query"],
    ),
    Provision(
        id="us-ca.gov-7284.6-a-1-list",
        sentence="No money or staff may go into picking people out by citizenship for immigration enforcement: a list is not "
        "a request about a person, so 7282.5 allows nothing to it.",
        acts=(Act.LIST,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION & A_LIST,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.6-a-1-list"],
    ),
    Provision(
        id="us-ca.gov-7284.6-a-1-A",
        sentence="Nobody is asked about immigration status for immigration enforcement.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.6-a-1-A"],
    ),
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
        id="us-ca.gov-7284.6-a-1-D",
        sentence="Home and work addresses and other personal information that the public cannot see are not given to "
        "immigration authorities; no conviction lifts this.",
        acts=(Act.SHARE_PERSONAL,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.6-a-1-D"],
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
    Provision(
        id="us-ca.gov-7284.6-a-1-G",
        sentence="No officer does an immigration officer's work, under an agreement or any other rule.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST_NOT,
        when=~PRISON & AGENTS,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.6-a-1-G"],
    ),
    Provision(
        id="us-ca.gov-7284.6-a-3",
        sentence="Immigration agents do not interpret for the jail in matters about people in custody.",
        acts=(Act.USE_AS_INTERPRETER,),
        outcome=Outcome.MUST_NOT,
        when=~PRISON & AGENTS,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.6-a-3"],
    ),
    Provision(
        id="us-ca.gov-7284.6-a-4",
        sentence="Nobody is transferred to immigration authorities without a federal judge's warrant or finding of probable "
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
                "Count the transfer, and the offense that allowed it, in the yearly report.",
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
        id="us-ca.gov-7284.6-a-5",
        sentence="No office space in a county facility is given over to immigration agents alone.",
        acts=(Act.ACCESS_FACILITY,),
        outcome=Outcome.MUST_NOT,
        when=~PRISON & AGENTS & request.fields.includes("dedicated_office_space"),
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.6-a-5"],
    ),
    Provision(
        id="us-ca.gov-7284.6-b-2",
        sentence="A specific person's criminal history may be given where state law otherwise permits and no local policy "
        "forbids it.",
        acts=(Act.SHARE_CRIMINAL_HISTORY,),
        outcome=Outcome.MAY,
        when=IMMIGRATION & ~A_LIST,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        reaches_everyone="The clause speaks of the criminal history of any specific person; what the history says does not matter.",
        source=SOURCES["gov-7284.6-b-2"],
    ),
    Provision(
        id="us-ca.gov-7284.6-b-2-list",
        sentence="Criminal histories are given of a specific person, never of a class picked out for immigration enforcement.",
        acts=(Act.SHARE_CRIMINAL_HISTORY,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION & A_LIST,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.6-b-2-list"],
    ),
    Provision(
        id="us-ca.gov-7284.6-b-5",
        sentence="Since the Values Act the consent form is owed before any immigration authority's interview about civil "
        "matters.",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.MUST_NOT,
        when=~PRISON & IMMIGRATION & request.issuer.is_(*OTHER_THAN_ICE) & ~on_record(IMMIGRATION_CRIME),
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
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7283.1-a-consent"],
    ),
    Provision(
        id="us-ca.gov-7284.6-e",
        sentence="The Values Act itself does not stop the jail from sending citizenship or immigration status that it holds; "
        "nothing makes it collect any.",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=IMMIGRATION,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        reaches_everyone="The clause protects the exchange of status information about any individual.",
        source=SOURCES["gov-7284.6-e"],
    ),
    Provision(
        id="us-ca.gov-7284.10-a-1",
        sentence="In the state's prisons too ICE's interview about civil immigration violations waits for the written consent form.",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.MUST_NOT,
        when=custody.facility.is_("state_prison") & IMMIGRATION & ICE & ~on_record(IMMIGRATION_CRIME),
        unless=person.flag("written_consent"),
        otherwise=Outcome.UNRESOLVED,
        duties=(
            Duty(
                What.CONSENT_FORM,
                "the person",
                "Give the consent form: purpose, voluntary, may decline, may have an attorney present.",
                deadline="before the interview",
                blocks=Act.INTERVIEW,
            ),
        ),
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.10-a-1"],
    ),
    Provision(
        id="us-ca.gov-7284.10-prisons",
        sentence="The state's prisons are no agency under the Values Act; what binds them besides the duties of 7284.10 is "
        "for their own counsel.",
        acts=(Act.NOTIFY, Act.HOLD, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=custody.facility.is_("state_prison") & AGENTS,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.10-prisons"],
    ),
)

VALUES_ACT_DUTIES = (
    DutyRule(
        id="us-ca.gov-7284.10-duties",
        sentence="The state's prisons too give the person a copy and say whether they intend to comply.",
        when=custody.facility.is_("state_prison") & ICE & ASKS_OF_ICE,
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
