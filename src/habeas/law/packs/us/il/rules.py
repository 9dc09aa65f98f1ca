"""Illinois: the TRUST Act (2017) and the Way Forward Act (2021). Only a federal criminal warrant lifts the ban."""

from habeas.law.model.expressions import on_record, request
from habeas.law.model.open_records import open_to_anyone
from habeas.law.model.provision import Duty, DutyRule, Note, Pack, Periodic, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Every, Layer, Lower, Outcome, What
from habeas.law.packs.us.il.terms import DETAINER_OR_CIVIL_WARRANT
from habeas.law.packs.us.terms import (
    A_LIST,
    AGENTS,
    AGENTS_ASK,
    CRIME,
    DETAINER,
    FEDERAL_AUTHORITY,
    ICE,
    IMMIGRATION,
    JAIL_OR_PRISON,
    WARRANT,
)

SOURCES = sources_of(__name__)

TRUST_ACT = (
    Provision(
        id="us-il.805-5",
        sentence="The Act does not stop the exchange of citizenship or immigration status under 8 USC 1373 and 1644.",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY,
        effective=since("2017-08-28"),
        layer=Layer.STATE,
        reaches_everyone="The clause speaks of any individual.",
        source=SOURCES["805-5"],
    ),
    Provision(
        id="us-il.805-15-a-2017",
        sentence="Nobody is detained solely on an immigration detainer or a warrant that no judge signed.",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST_NOT,
        when=DETAINER_OR_CIVIL_WARRANT,
        effective=since("2017-08-28", to="2021-08-02"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["805-15-a-2017"],
    ),
    Provision(
        id="us-il.805-15-a-2017-notice",
        sentence="A detainer is a request to keep a person or to give notice of release, and nobody otherwise complies with "
        "one: no notice is given on it.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=DETAINER | AGENTS_ASK,
        effective=since("2017-08-28", to="2021-08-02"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["805-15-a-2017-notice"],
    ),
    Provision(
        id="us-il.805-15-a",
        sentence="Nobody is kept on an immigration detainer or a civil immigration warrant, and the jail does not otherwise "
        "comply with one.",
        acts=(Act.HOLD, Act.NOTIFY, Act.TRANSFER, Act.ARREST, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=DETAINER_OR_CIVIL_WARRANT,
        effective=since("2021-08-02"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["805-15-a"],
    ),
    Provision(
        id="us-il.805-10-keep",
        sentence="A request of an immigration agent to keep a person is a detainer whatever the form is called: nobody is kept past "
        "release on one that no judge ordered.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=AGENTS_ASK,
        effective=since("2017-08-28"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["805-10-keep"],
    ),
    Provision(
        id="us-il.805-15-e",
        sentence="Nobody in custody is asked about citizenship, immigration status or place of birth; word of consular rights "
        "is another matter and stays allowed.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=JAIL_OR_PRISON,
        effective=since("2021-08-02"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["805-15-e"],
    ),
    Provision(
        id="us-il.805-15-g-1",
        sentence="Without a federal criminal warrant immigration agents get no transfer, no access to people in custody even "
        "by telephone, and no answers about them.",
        acts=(Act.TRANSFER, Act.NOTIFY, Act.INTERVIEW, Act.LIST, Act.SHARE_PERSONAL, Act.ACCESS_FACILITY),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & IMMIGRATION,
        unless=WARRANT,
        effective=since("2021-08-02"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["805-15-g-1"],
    ),
    Provision(
        id="us-il.805-15-g-1-F",
        sentence="Without a federal criminal warrant an immigration agent's inquiry about a person in custody is answered with no "
        "information, a record of crimes among it.",
        acts=(Act.SHARE_CRIMINAL_HISTORY,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & IMMIGRATION,
        unless=WARRANT,
        effective=since("2021-08-02"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["805-15-g-1-F"],
    ),
    Provision(
        id="us-il.805-15-g-other-federal",
        sentence="The section names immigration agents; whether a list for another federal department is forbidden too is for "
        "counsel.",
        acts=(Act.LIST, Act.NOTIFY),
        outcome=Outcome.UNRESOLVED,
        when=A_LIST & request.issuer.is_("doj", "fbi", "usms") & IMMIGRATION,
        effective=since("2021-08-02"),
        layer=Layer.STATE,
        source=SOURCES["805-15-g-1"],
    ),
    Provision(
        id="us-il.805-15-287g",
        sentence="No law enforcement agency or official enters or stays in an agreement with ICE under a federal 287(g) "
        "program.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST_NOT,
        when=ICE,
        effective=since("2019-06-21"),
        layer=Layer.STATE,
        source=SOURCES["families-together-act"],
    ),
    Provision(
        id="us-il.805-15-detention",
        sentence="No county houses people in civil immigration detention; the contracts there were had to end by 1 January "
        "2022.",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2022-01-01"),
        layer=Layer.STATE,
        source=SOURCES["805-15-detention"],
    ),
)

DUTIES = (
    DutyRule(
        id="us-il.805-25",
        sentence="Each detainer and civil immigration warrant, and each other request of the Department of Homeland Security "
        "for help with civil enforcement, goes with how it was met, without names, into the yearly report to the Attorney "
        "General.",
        when=AGENTS & (DETAINER_OR_CIVIL_WARRANT | (IMMIGRATION & ~on_record(CRIME))),
        duties=(
            Duty(
                What.REPORT_REQUEST,
                "Illinois Attorney General",
                "Enter the request, what was done and when, in the yearly report: no names.",
                deadline="yearly; the Attorney General's page says by 1 March for the year before",
            ),
        ),
        effective=since("2021-08-02"),
        layer=Layer.STATE,
        source=SOURCES["805-25"],
    ),
)

REPORTS = (
    Periodic(
        id="us-il.805-25-yearly",
        every=Every.YEAR,
        what="every request of the Department of Homeland Security for help with civil enforcement and how it was met, and "
        "every detainer and civil immigration warrant with its five particulars, without names; where there was none, a "
        "certificate that there was none",
        to="Illinois Attorney General",
        due_months=3,
        due_day=1,
        by="each law enforcement agency",
        sentence="Each law enforcement agency reports yearly to the Attorney General, by 1 March for the year before, and "
        "certifies that it received nothing where it received nothing.",
        effective=since("2021-08-02"),
        source=SOURCES["805-25-yearly"],
    ),
)

NOTES = (
    Note(
        sentence="Whoever releases a person in good faith under the Act is immune; the Attorney General may investigate and "
        "sue.",
        source=SOURCES["805-15-d"],
    ),
)

EARLIER = (not_read_before("us-il", "Illinois", "2017-08-28", SOURCES[NOT_READ]),)

OPEN_RECORDS = (
    open_to_anyone(
        "us-il.5-140-2.15",
        "Who was arrested (name, age, address, photograph), the charges, the time and place, the agency, and of somebody held the"
        " times of receipt, discharge and transfer",
        "2018-01-01",
        SOURCES["5-140-2.15"],
    ),
)

PACK = Pack(
    id="us-il",
    title="Illinois",
    provisions=(*OPEN_RECORDS, *EARLIER, *TRUST_ACT),
    duty_rules=DUTIES,
    notes=NOTES,
    periodic=REPORTS,
)
