"""The District of Columbia: nothing for the immigration agencies without a federal judge's warrant (24-211.07, since 2019)."""

from habeas.law.model.ends import PlusHours, at
from habeas.law.model.expressions import agency, person, request
from habeas.law.model.open_records import open_to_anyone
from habeas.law.model.provision import Duty, DutyRule, Note, Pack, Periodic, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Every, Layer, Lower, Outcome, What
from habeas.law.packs.us.dc.terms import (
    CUSTODY_ORDER,
    DANGEROUS_OR_VIOLENT,
    FEDERAL_CASE,
    INTERVIEW_ORDER,
    JUDGES_OWN,
)
from habeas.law.packs.us.dc.values_acts import ACT_OF_2019, ACTS_OF_2020, LAW_OF_2020
from habeas.law.packs.us.terms import (
    AGENTS,
    CITY_LOCKUP,
    CIVIL_PAPER,
    DETAINER,
    ICE,
    ICE_DETAINER,
    JAIL_OR_PRISON,
    NO_FORCE,
)

SOURCES = sources_of(__name__)

OF_2012 = (
    Provision(
        id="us-dc.24-211.07-2012-b",
        sentence="A detainer is honored for 24 hours (plain here; the section left weekends and holidays out), and only with a "
        "prior written agreement by which the federal government pays every cost, of an adult convicted of a dangerous or violent crime.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=ICE_DETAINER,
        unless=request.flag("in_writing")
        & agency.flag("policy.reimbursement_agreement")
        & ~person.flag("minor")
        & DANGEROUS_OR_VIOLENT,
        otherwise=Outcome.MAY,
        until=PlusHours(at("custody.release_at"), 24),
        effective=since("2012-12-11", to="2019-10-23"),
        layer=Layer.STATE,
        source=SOURCES["24-211.07-2012-b"],
    ),
    Provision(
        id="us-dc.24-211.07-2012-other",
        sentence="The section of 2012 spoke of requests of ICE; whether anybody might be kept on another authority's detainer is for "
        "counsel.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.UNRESOLVED,
        when=DETAINER & ~ICE,
        effective=since("2012-12-11", to="2019-10-23"),
        layer=Layer.STATE,
        source=SOURCES["24-211.07-2012-b"],
    ),
    Provision(
        id="us-dc.24-211.07-2012-d",
        sentence="ICE gets no office, booth or equipment for a general search of inmates, and no interview in which the person "
        "has no chance of having counsel present.",
        acts=(Act.ACCESS_FACILITY, Act.INTERVIEW),
        outcome=Outcome.MUST_NOT,
        when=ICE,
        unless=request.kind.is_("interview_request") & person.flag("counsel_present"),
        effective=since("2012-12-11", to="2019-10-23"),
        layer=Layer.STATE,
        source=SOURCES["24-211.07-2012-d"],
    ),
    Provision(
        id="us-dc.24-211.07-2020-january",
        sentence="The first emergency act ran out after ninety days, and the next began on January 27, 2020: which text stood for the "
        "six days between them is for counsel.",
        acts=(
            Act.HOLD,
            Act.DELAY_RELEASE,
            Act.NOTIFY,
            Act.TRANSFER,
            Act.INTERVIEW,
            Act.ACCESS_FACILITY,
            Act.LIST,
            Act.SHARE_PERSONAL,
            Act.SHARE_CRIMINAL_HISTORY,
            Act.ARREST,
            Act.ASK_STATUS,
        ),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS | CIVIL_PAPER,
        effective=since("2020-01-21", to="2020-01-27"),
        layer=Layer.STATE,
        source=SOURCES["sanctuary-values-acts"],
    ),
    Provision(
        id="us-dc.24-211.07-2019",
        sentence="The last emergency act ran out on March 22, 2021, and the permanent law began on April 27: whether another act stood "
        "between them, or the section of 2012, was not found.",
        acts=(
            Act.HOLD,
            Act.DELAY_RELEASE,
            Act.NOTIFY,
            Act.TRANSFER,
            Act.INTERVIEW,
            Act.ACCESS_FACILITY,
            Act.LIST,
            Act.SHARE_PERSONAL,
            Act.SHARE_CRIMINAL_HISTORY,
            Act.ARREST,
            Act.HOUSE_FEDERAL_DETAINEES,
            Act.ASK_STATUS,
        ),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS | CIVIL_PAPER,
        effective=since("2021-03-22", to="2021-04-27"),
        layer=Layer.STATE,
        source=SOURCES["sanctuary-values-acts"],
    ),
)

OF_2021 = (
    Provision(
        id="us-dc.24-211.07-a-1",
        sentence="Nobody is kept past release without a federal judge's warrant or order that gives the person into the "
        "immigration agency's custody.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=AGENTS | CIVIL_PAPER,
        unless=JUDGES_OWN,
        effective=since("2021-04-27"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["24-211.07-a-1"],
    ),
    Provision(
        id="us-dc.24-211.07-a-1-order",
        sentence="On a federal judge's own warrant or order that gives the person into the immigration agency's custody, the "
        "District may keep the person for it and transfer them.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.TRANSFER),
        outcome=Outcome.MAY,
        when=(AGENTS | CIVIL_PAPER) & JUDGES_OWN,
        effective=since("2021-04-27"),
        layer=Layer.STATE,
        reaches_everyone="A federal judge's warrant or order names the person.",
        lower=Lower.NO_LAXER,
        source=SOURCES["24-211.07-a-1"],
    ),
    Provision(
        id="us-dc.24-211.07-a-recalled",
        sentence="A judge's warrant or order that was recalled, or is for somebody else, is none that gives the person into the "
        "agency's custody.",
        acts=(
            Act.HOLD,
            Act.DELAY_RELEASE,
            Act.NOTIFY,
            Act.TRANSFER,
            Act.ARREST,
            Act.INTERVIEW,
            Act.SHARE_PERSONAL,
            Act.LIST,
        ),
        outcome=Outcome.MUST_NOT,
        when=(AGENTS | CIVIL_PAPER) & CUSTODY_ORDER & NO_FORCE,
        effective=since("2021-04-27"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["24-211.07-a-1"],
    ),
    Provision(
        id="us-dc.24-211.07-a-2",
        sentence="An immigration agency gets no office, booth, facility or equipment for a general search of or inquiry about "
        "people in custody, and no access to have somebody released to it.",
        acts=(Act.ACCESS_FACILITY,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        unless=CUSTODY_ORDER,
        effective=since("2021-04-27"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["24-211.07-a-2"],
    ),
    Provision(
        id="us-dc.24-211.07-a-3",
        sentence="An immigration agency interviews nobody unless a court's order allows it or the person asks for it, and counsel "
        "is present or was knowingly declined.",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        unless=CUSTODY_ORDER
        | ((INTERVIEW_ORDER | person.flag("requested_interview")) & person.flag("counsel_present")),
        otherwise=Outcome.MAY,
        effective=since("2021-04-27"),
        layer=Layer.STATE,
        reaches_everyone="A federal judge's warrant or order names the person.",
        lower=Lower.NO_LAXER,
        source=SOURCES["24-211.07-a-3"],
    ),
    Provision(
        id="us-dc.24-211.07-a-4-A",
        sentence="An immigration agency gets no space to house or hold people for civil immigration enforcement.",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2021-04-27"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["24-211.07-a-4-A"],
    ),
    Provision(
        id="us-dc.24-211.07-a-4-B",
        sentence="An immigration agency is not told a person's release date, place, address, identifying or medical information, "
        "photograph or criminal case, except of somebody held in a federal criminal case.",
        acts=(Act.NOTIFY, Act.SHARE_PERSONAL, Act.SHARE_PUBLIC, Act.SHARE_CRIMINAL_HISTORY, Act.LIST),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        unless=CUSTODY_ORDER | FEDERAL_CASE,
        otherwise=Outcome.MAY,
        effective=since("2021-04-27"),
        layer=Layer.STATE,
        reaches_everyone="A federal judge's warrant or order names the person.",
        lower=Lower.NO_LAXER,
        source=SOURCES["24-211.07-a-4-B"],
    ),
    Provision(
        id="us-dc.24-211.07-a-4-D",
        sentence="Nobody is released so as to be handed to an immigration agency, and none is granted access for it, except of somebody "
        "held in a federal criminal case.",
        acts=(Act.TRANSFER, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        unless=CUSTODY_ORDER | FEDERAL_CASE,
        effective=since("2021-04-27"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["24-211.07-a-4-D"],
    ),
    Provision(
        id="us-dc.24-211.07-b",
        sentence="The District does not ask into the immigration status of a person in its custody.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=JAIL_OR_PRISON,
        effective=since("2021-04-27"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["24-211.07-b"],
    ),
    Provision(
        id="us-dc.24-211.07-g-2025",
        sentence="Nothing in the section restricts the sharing of information that 8 USC 1373 covers.",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=AGENTS,
        effective=since("2025-09-03", to="2026-02-22"),
        layer=Layer.STATE,
        reaches_everyone="The clause speaks of the information, whoever it is about.",
        source=SOURCES["24-211.07-g-2025"],
    ),
    Provision(
        id="us-dc.24-211.07-g",
        sentence="Nothing in the section restricts the sharing of information that 8 USC 1373 covers, or forbids cooperation that "
        "federal law requires.",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=AGENTS,
        effective=since("2026-02-22"),
        layer=Layer.STATE,
        reaches_everyone="The clause speaks of the information, whoever it is about.",
        source=SOURCES["law-26-55"],
    ),
)

DUTIES = (
    DutyRule(
        id="us-dc.24-211.07-d-1",
        sentence="Each request for information and each detainer of an immigration agency, and what was done on it, goes into "
        "the yearly report.",
        when=AGENTS,
        duties=(
            Duty(
                What.REPORT_REQUEST,
                "the Mayor and the Council",
                "Enter the request, whether the person was held on local or federal charges, whether a judicial warrant came with "
                "it, and what was done.",
                deadline="1 January, in the yearly report",
            ),
        ),
        effective=since("2021-04-27"),
        layer=Layer.STATE,
        source=SOURCES["24-211.07-d"],
    ),
)

PERIODIC = (
    Periodic(
        id="us-dc.24-211.07-d",
        every=Every.YEAR,
        what="the numbers of requests and of people released to immigration agencies, with dates and reasons, and the kinds of "
        "information shared",
        to="the Mayor and the Council",
        due_months=1,
        due_day=1,
        by="the Department of Corrections",
        sentence="The Department of Corrections reports on the requests of immigration agencies on 1 January of each year.",
        source=SOURCES["24-211.07-d"],
        effective=since("2021-04-27"),
    ),
)

NOTES = (
    Note(
        sentence="A person who is released between 10 p.m. and 7 a.m. may choose in writing to stay until 7 a.m.; that is no hold.",
        source=SOURCES["24-211.02a-c-6"],
    ),
    Note(
        sentence="The District trains its employees on the section, and nobody gains a right to sue or to counsel from it.",
        source=SOURCES["24-211.07-c"],
    ),
)

EARLIER = (not_read_before("us-dc", "the District of Columbia", "2012-12-11", SOURCES[NOT_READ]),)

OPEN_RECORDS = (
    open_to_anyone(
        "us-dc.5-113.06",
        "The Metropolitan Police's arrest books (name, address, date of birth, birthplace, occupation, offense, disposition)",
        "2013-03-05",
        SOURCES["5-113.06"],
        where=CITY_LOCKUP & ~AGENTS,
    ),
)

PACK = Pack(
    id="us-dc",
    title="District of Columbia",
    provisions=(*OPEN_RECORDS, *EARLIER, *OF_2012, *ACT_OF_2019, *LAW_OF_2020, *ACTS_OF_2020, *OF_2021),
    duty_rules=DUTIES,
    notes=NOTES,
    periodic=PERIODIC,
)
