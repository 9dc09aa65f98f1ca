"""Oregon: no public resources for immigration enforcement, whichever federal agency asks (2021 c.550); decline and document."""

from habeas.law.model.expressions import custody, on_record, request
from habeas.law.model.open_records import OF_A_MINOR, open_to_anyone
from habeas.law.model.provision import Duty, DutyRule, Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome, What
from habeas.law.packs.us.or_.terms import FEDERAL_REQUEST, IMMIGRATION_AGENCY
from habeas.law.packs.us.terms import AGENTS, CIVIL_PAPER, FEDERAL_AUTHORITY, LOCAL_JAIL

SOURCES = sources_of(__name__)

BEFORE_2021 = (
    Provision(
        id="us-or.181A.820-2017-query",
        sentence="An agency may exchange information with the immigration authorities to verify the immigration status of a "
        "person who is arrested for any criminal offense.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.MAY,
        when=LOCAL_JAIL & ~custody.flag("arrested_on_civil_immigration_only"),
        effective=since("2017-01-08", to="2021-07-19"),
        layer=Layer.STATE,
        source=SOURCES["181A.820-2017"],
    ),
    Provision(
        id="us-or.181A.820-2017",
        sentence="No agency uses money, equipment or personnel to detect or apprehend people whose only violation is presence "
        "against immigration law; whether keeping, giving notice of or transferring a person is that is for counsel.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST, Act.NOTIFY, Act.TRANSFER, Act.LIST),
        outcome=Outcome.UNRESOLVED,
        when=CIVIL_PAPER,
        effective=since("2017-01-08", to="2021-07-19"),
        layer=Layer.STATE,
        source=SOURCES["181A.820-2017-ban"],
    ),
)

ENFORCEMENT = (
    Provision(
        id="us-or.181A.820-5",
        sentence="A person may be arrested who is charged by the United States with a crime under the immigration laws that the "
        "section names and is subject to arrest on a federal magistrate's warrant.",
        acts=(Act.ARREST,),
        outcome=Outcome.MAY,
        when=request.kind.is_("judicial_warrant")
        & request.signer.is_("federal_magistrate_judge")
        & request.basis.is_("criminal_immigration"),
        effective=since("2021-07-19"),
        layer=Layer.STATE,
        reaches_everyone="The warrant names the person, and the section asks for nothing else of them.",
        source=SOURCES["181A.820-5"],
    ),
    Provision(
        id="us-or.181A.823-1-b",
        sentence="Nobody is asked, and nobody asks another, about a person's citizenship, immigration status or country of birth "
        "unless an investigation of a state or local crime requires it.",
        acts=(Act.ASK_STATUS, Act.QUERY_ICE),
        outcome=Outcome.MUST_NOT,
        when=~request.basis.is_("criminal_other"),
        effective=since("2021-07-19"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["181A.823-1-b"],
    ),
    Provision(
        id="us-or.181A.823-1-c-status",
        sentence="Nothing about a person in custody is told to an immigration authority for civil immigration enforcement, "
        "citizenship and status included; 8 USC 1373 says that nobody may forbid the last.",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION_AGENCY,
        effective=since("2021-07-19"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["181A.823-1-c"],
    ),
    Provision(
        id="us-or.181A.823-1-c-public",
        sentence="What is open to the public may be told to an immigration authority on the same terms.",
        acts=(Act.SHARE_PUBLIC,),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY,
        effective=since("2021-07-19"),
        layer=Layer.STATE,
        reaches_everyone="What anyone may see of a person, an immigration authority may see.",
        source=SOURCES["181A.823-1-c-public"],
    ),
    Provision(
        id="us-or.181A.826-1",
        sentence="No public facility, property, money, equipment or personnel is used to apprehend, arrest, detain or hold anybody "
        "for immigration enforcement, or to assist a federal agency in it.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST, Act.TRANSFER),
        outcome=Outcome.MUST_NOT,
        when=CIVIL_PAPER,
        effective=since("2021-07-19"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["181A.826-1"],
    ),
    Provision(
        id="us-or.181A.826-2-a",
        sentence="No immigration agency is let into a part of a facility that is not open to the public, and nobody is "
        "interrogated for immigration enforcement.",
        acts=(Act.ACCESS_FACILITY, Act.INTERVIEW),
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION_AGENCY,
        effective=since("2021-07-19"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["181A.826-2-a"],
    ),
    Provision(
        id="us-or.181A.826-2-b",
        sentence="No federal agency is told a person's custody status, release date, birthplace, addresses or anything else for "
        "immigration enforcement; of a release date that the public sees, counsel says whether it may be told on request.",
        acts=(Act.NOTIFY, Act.SHARE_PERSONAL, Act.SHARE_CRIMINAL_HISTORY),
        outcome=Outcome.MUST_NOT,
        when=FEDERAL_REQUEST,
        unless=on_record(custody.flag("release_date_public")),
        otherwise=Outcome.UNRESOLVED,
        effective=since("2021-07-19"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["181A.826-2-b"],
    ),
    Provision(
        id="us-or.181A.826-3-list",
        sentence="A federal agency's request for a list that relates to immigration enforcement is declined.",
        acts=(Act.LIST,),
        outcome=Outcome.MUST_NOT,
        when=FEDERAL_REQUEST,
        effective=since("2021-07-19"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["181A.826-3"],
    ),
    Provision(
        id="us-or.181A.829",
        sentence="No agreement, formal or informal, lets the agency use immigration powers, 8 USC 1357(g) included, or house or "
        "detain people who are in an immigration authority's custody.",
        acts=(Act.AGREE_287G, Act.HOUSE_FEDERAL_DETAINEES),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2021-07-19"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["181A.829"],
    ),
)

DUTIES = (
    DutyRule(
        id="us-or.181A.826-3",
        sentence="A federal agency's request that relates to immigration enforcement is declined, documented and reported, unless "
        "it is a court's subpoena.",
        when=FEDERAL_REQUEST,
        duties=(
            Duty(
                What.RECORD_IN_FILE,
                "the director of the agency",
                "Record the communication or request and give the document to the agency's director.",
            ),
            Duty(
                What.REPORT_REQUEST,
                "Oregon Criminal Justice Commission",
                "Report the request to the Commission; a court's subpoena is not reported.",
                deadline="at least monthly, by the Commission's own page",
            ),
        ),
        effective=since("2021-07-19"),
        layer=Layer.STATE,
        source=SOURCES["181A.826-3"],
    ),
    DutyRule(
        id="us-or.181A.823-2",
        sentence="Whoever is committed or detained is told of the right not to disclose nationality, citizenship or immigration "
        "status, and what disclosing it may lead to.",
        when=LOCAL_JAIL & ~request.kind.is_("list_request", "agreement_proposal"),
        duties=(
            Duty(
                What.RIGHTS_NOTICE,
                "the person",
                "Explain the right to refuse to disclose nationality, citizenship or immigration status, and the consequences.",
                deadline="on commitment or detention",
                blocks=Act.ASK_STATUS,
            ),
        ),
        effective=since("2021-07-19"),
        layer=Layer.STATE,
        source=SOURCES["181A.823-2"],
    ),
)

NOTES = (
    Note(
        sentence="Nobody in custody loses services, benefits or privileges over a suspected immigration status, a detainer, hold, "
        "notification request or civil immigration warrant.",
        source=SOURCES["181A.823-1-a"],
    ),
    Note(
        sentence="An agency may exchange information with an immigration authority to ask for criminal investigation information "
        "about people named in that authority's records.",
        source=SOURCES["181A.820-4"],
    ),
    Note(
        sentence="Any person may sue to stop an agency that detects or apprehends people for immigration enforcement or agrees to "
        "detain them.",
        source=SOURCES["181A.820-6"],
    ),
)

EARLIER = (not_read_before("us-or", "Oregon", "2017-01-08", SOURCES[NOT_READ]),)

OPEN_RECORDS = (
    open_to_anyone(
        "us-or.192.345-3",
        "The record of an arrest, unless and only so long as a specific investigation clearly needs delay,",
        "2018-01-01",
        SOURCES["192.345-3"],
        unless=OF_A_MINOR,
    ),
)

PACK = Pack(
    id="us-or",
    title="Oregon",
    provisions=(*OPEN_RECORDS, *EARLIER, *BEFORE_2021, *ENFORCEMENT),
    duty_rules=DUTIES,
    notes=NOTES,
)
