"""Texas: the detainer mandate of SB 4 (2017), what no policy may limit, and the sheriffs' agreements of SB 8 (2025)."""

from habeas.law.model.ends import PlusHours, at
from habeas.law.model.expressions import ALWAYS, ask_counsel, asked, on_record, person, request
from habeas.law.model.provision import Duty, DutyRule, Note, Pack, Periodic, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Every, Layer, Lower, Outcome, What
from habeas.law.packs.us.terms import (
    A_LIST,
    AGENTS,
    AN_AGENCY,
    COUNTY_JAIL,
    DETAINER,
    FEDERAL_AUTHORITY,
    ICE,
    ICE_DETAINER,
    IMMIGRATION,
    NO_JAIL,
    WARRANT_CAME,
    WARRANT_FALLS,
    WITH_WARRANT,
)
from habeas.law.packs.us.tx.terms import PROOF_GIVEN

SOURCES = sources_of(__name__)

CRIMINAL_PROCEDURE = (
    Provision(
        id="us-tx.ccp-2.251-enjoined",
        sentence="The detainer article was enacted and, until the court of appeals stayed it, enjoined.",
        acts=(Act.HOLD, Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=ICE_DETAINER & asked,
        effective=since("2017-09-01", to="2017-09-25"),
        layer=Layer.STATE,
        source=SOURCES["el-cenizo-injunction"],
    ),
    Provision(
        id="us-tx.ccp-2.251-hold",
        sentence="The jail honors ICE's detainer (hold), unless the person has given proof of citizenship or of "
        "lawful status.",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST,
        when=AN_AGENCY & ICE_DETAINER & request.asks.includes("hold") & WITH_WARRANT,
        unless=PROOF_GIVEN | WARRANT_FALLS,
        until=PlusHours(at("custody.release_at"), 48),
        duties=(
            Duty(
                What.INFORM_OF_DETAINER,
                "the person",
                "Tell the person that they are held on an immigration detainer of ICE.",
                on=Act.HOLD,
            ),
        ),
        effective=since("2017-09-25", to="2025-01-01"),
        layer=Layer.STATE,
        source=SOURCES["ccp-2.251"],
    ),
    Provision(
        id="us-tx.ccp-2.251-notify",
        sentence="The jail honors ICE's detainer (notify), unless the person has given proof of citizenship or of "
        "lawful status.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST,
        when=AN_AGENCY & ICE_DETAINER & request.asks.includes("notify") & ALWAYS,
        unless=PROOF_GIVEN,
        effective=since("2017-09-25", to="2025-01-01"),
        layer=Layer.STATE,
        source=SOURCES["ccp-2.251"],
    ),
    Provision(
        id="us-tx.ccp-2.251-transfer",
        sentence="The jail honors ICE's detainer (transfer), unless the person has given proof of citizenship or "
        "of lawful status.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.MUST,
        when=AN_AGENCY & ICE_DETAINER & request.asks.includes("transfer") & ALWAYS,
        unless=PROOF_GIVEN,
        effective=since("2017-09-25", to="2025-01-01"),
        layer=Layer.STATE,
        source=SOURCES["ccp-2.251"],
    ),
    Provision(
        id="us-tx.el-cenizo-bare-detainer",
        sentence="A detainer that comes without a warrant does not follow ICE's own practice, and whether it must be honored "
        "is not settled.",
        acts=(Act.HOLD,),
        outcome=Outcome.UNRESOLVED,
        when=ICE_DETAINER & ~WARRANT_CAME & ~PROOF_GIVEN,
        effective=since("2017-09-25"),
        layer=Layer.STATE,
        source=SOURCES["el-cenizo-stay"],
    ),
    Provision(
        id="us-tx.ccp-2.251-other",
        sentence="The detainer article speaks of ICE's detainers; whether a jail may keep anybody on another authority's detainer is for "
        "counsel.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.UNRESOLVED,
        when=DETAINER & ~ICE,
        effective=since("2017-09-01", to="2025-01-01"),
        layer=Layer.STATE,
        source=SOURCES["ccp-2.251-other"],
    ),
    Provision(
        id="us-tx.ccp-2A.060-other",
        sentence="The detainer article speaks of ICE's detainers; whether a jail may keep anybody on another authority's detainer is for "
        "counsel.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.UNRESOLVED,
        when=DETAINER & ~ICE,
        effective=since("2025-01-01"),
        layer=Layer.STATE,
        source=SOURCES["ccp-2A.060-other"],
    ),
    Provision(
        id="us-tx.ccp-2A.059-victims",
        sentence="A victim or witness is asked about nationality or status only if that is necessary to investigate the "
        "offense or to tell them of federal visas.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "The person is a victim or a witness: is the question necessary to investigate the offense, or to tell of visas for those who "
            "help?",
            when=on_record(person.flag("victim_or_witness")),
        ),
        effective=since("2025-01-01"),
        layer=Layer.STATE,
        source=SOURCES["ccp-2A.059"],
    ),
    Provision(
        id="us-tx.ccp-2A.060-hold",
        sentence="The jail honors ICE's detainer (hold), unless the person has given proof of citizenship or of "
        "lawful status.",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST,
        when=AN_AGENCY & ICE_DETAINER & request.asks.includes("hold") & WITH_WARRANT,
        unless=PROOF_GIVEN | WARRANT_FALLS,
        until=PlusHours(at("custody.release_at"), 48),
        duties=(
            Duty(
                What.INFORM_OF_DETAINER,
                "the person",
                "Tell the person that they are held on an immigration detainer of ICE.",
                on=Act.HOLD,
            ),
        ),
        effective=since("2025-01-01"),
        layer=Layer.STATE,
        source=SOURCES["ccp-2A.060"],
    ),
    Provision(
        id="us-tx.ccp-2A.060-notify",
        sentence="The jail honors ICE's detainer (notify), unless the person has given proof of citizenship or of "
        "lawful status.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST,
        when=AN_AGENCY & ICE_DETAINER & request.asks.includes("notify") & ALWAYS,
        unless=PROOF_GIVEN,
        effective=since("2025-01-01"),
        layer=Layer.STATE,
        source=SOURCES["ccp-2A.060"],
    ),
    Provision(
        id="us-tx.ccp-2A.060-transfer",
        sentence="The jail honors ICE's detainer (transfer), unless the person has given proof of citizenship or "
        "of lawful status.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.MUST,
        when=AN_AGENCY & ICE_DETAINER & request.asks.includes("transfer") & ALWAYS,
        unless=PROOF_GIVEN,
        effective=since("2025-01-01"),
        layer=Layer.STATE,
        source=SOURCES["ccp-2A.060"],
    ),
)

GOVERNMENT_CODE = (
    Provision(
        id="us-tx.gov-552.108-c",
        sentence="Basic information about an arrested person, an arrest or a crime is open to anyone who asks.",
        acts=(Act.SHARE_PUBLIC,),
        outcome=Outcome.MUST,
        when=request.kind.is_("public_records_request"),
        unless=NO_JAIL,
        otherwise=Outcome.UNRESOLVED,
        effective=since("1997-09-01"),
        layer=Layer.STATE,
        reaches_everyone="Basic facts of an arrest are open to anyone about everyone arrested.",
        source=SOURCES["gov-552.108-c"],
    ),
    Provision(
        id="us-tx.gov-552.108-c-as-anyone",
        sentence="What anyone may see of an arrest may be given to a federal authority as it would be given to anyone.",
        acts=(Act.SHARE_PUBLIC,),
        outcome=Outcome.MAY,
        when=~request.kind.is_("public_records_request"),
        unless=NO_JAIL,
        otherwise=Outcome.UNRESOLVED,
        effective=since("1997-09-01"),
        layer=Layer.STATE,
        reaches_everyone="Basic facts of an arrest are open to anyone about everyone arrested.",
        source=SOURCES["gov-552.108-c"],
    ),
    Provision(
        id="us-tx.gov-752.053-list",
        sentence="Nothing in Texas law requires an answer about a class of people, and no policy may stop the jail from "
        "helping federal officers with one: the jail may answer of those whom a record places in the class.",
        acts=(Act.LIST,),
        outcome=Outcome.MAY,
        when=A_LIST & FEDERAL_AUTHORITY & IMMIGRATION & person.flag("in_requested_class"),
        effective=since("2017-09-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        source=SOURCES["gov-752.053-list"],
    ),
    Provision(
        id="us-tx.gov-752.053-release-date",
        sentence="No policy may stop the jail from helping federal officers; of those whom a record places in the class asked "
        "for it may give the scheduled release date.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MAY,
        when=A_LIST & FEDERAL_AUTHORITY & IMMIGRATION & person.flag("in_requested_class"),
        effective=since("2017-09-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        source=SOURCES["gov-752.053-list"],
    ),
    Provision(
        id="us-tx.gov-752.053-query",
        sentence="No policy may stop the jail from asking a person under arrest, or a federal agency, about immigration "
        "status; the section does not make it ask.",
        acts=(Act.QUERY_ICE, Act.ASK_STATUS),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2017-09-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section protects the exchange of information about any person under arrest.",
        source=SOURCES["gov-752.053-query"],
    ),
    Provision(
        id="us-tx.gov-752.053-status",
        sentence="No policy may stop the jail from sending what it holds about a person's immigration status to a federal "
        "agency; the section does not make it send it.",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY,
        effective=since("2017-09-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section protects the exchange of information about any person under arrest.",
        source=SOURCES["gov-752.053-status"],
    ),
    Provision(
        id="us-tx.gov-752.053-jail",
        sentence="No policy may stop the jail from letting a federal immigration officer in to do enforcement work.",
        acts=(Act.INTERVIEW, Act.ACCESS_FACILITY),
        outcome=Outcome.MAY,
        when=AGENTS,
        effective=since("2017-09-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of access to the jail, not of any person's record.",
        source=SOURCES["gov-752.053-jail"],
    ),
    Provision(
        id="us-tx.gov-753.051",
        sentence="The sheriff of each county that runs or contracts for a jail asks for and enters an agreement under 8 USC "
        "1357(g), by 1 December 2026.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST,
        when=COUNTY_JAIL & ICE,
        duties=(
            Duty(
                What.MAKE_AGREEMENT,
                "United States Immigration and Customs Enforcement",
                "Ask for the agreement and enter it.",
                deadline="by 1 December 2026",
                by="the sheriff",
            ),
        ),
        effective=since("2026-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-753.051"],
    ),
)

DUTIES = (
    DutyRule(
        id="us-tx.gov-511.0101",
        sentence="The county reports each month the prisoners for whom an immigration detainer has been issued, and their "
        "cost.",
        when=COUNTY_JAIL & ICE_DETAINER,
        duties=(
            Duty(
                What.REPORT_REQUEST,
                "Commission on Jail Standards",
                "Count the prisoner, and what the days on the detainer cost, in the monthly report.",
                deadline="by the fifth of each month",
                by="the county",
            ),
        ),
        effective=since("2017-09-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-511.0101"],
    ),
)

REPORTS = (
    Periodic(
        id="us-tx.gov-511.0101-monthly",
        every=Every.MONTH,
        what="the number of prisoners on the first day of the month for whom ICE has issued a detainer, and what housing them "
        "cost the county in the month before, at the jail's average daily cost",
        to="Commission on Jail Standards",
        due_months=1,
        due_day=5,
        by="the county",
        sentence="On or before the fifth day of each month the county reports the prisoners for whom ICE has issued a detainer, "
        "counted on the first day of that month, and the cost of housing them in the month before.",
        # the copies read are of 2024 or later; when paragraph (M) began was not read, so no earlier month is claimed
        effective=since("2025-01-01"),
        source=SOURCES["gov-511.0101-monthly"],
    ),
)

NOTES = (
    Note(
        sentence="The Act of 2017 sets a civil penalty and a criminal offense for those who do not comply with it.",
        source=SOURCES["sb-4-penalties"],
    ),
    Note(
        sentence="A court that sentences a person who is subject to a detainer orders how the last days are served in federal "
        "custody; the order is the court's, and the jail follows it.",
        source=SOURCES["ccp-42.039"],
    ),
    Note(
        sentence="Where a sheriff has no agreement under 8 USC 1357(g) the request is made again each year; the Attorney General "
        "may sue a sheriff who does not comply.",
        source=SOURCES["gov-753-each-year"],
    ),
)

EARLIER = (not_read_before("us-tx", "Texas", "2017-09-01", SOURCES[NOT_READ]),)

PACK = Pack(
    id="us-tx",
    title="Texas",
    provisions=(*EARLIER, *CRIMINAL_PROCEDURE, *GOVERNMENT_CODE),
    duty_rules=DUTIES,
    notes=NOTES,
    periodic=REPORTS,
)
