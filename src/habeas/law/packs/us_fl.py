"""Florida: chapter 908, the detainer as the chapter defines it, what nobody may restrict, and agreements every sheriff must make."""

from habeas.law.expressions import asked, on_record, person, request
from habeas.law.provision import Duty, DutyRule, Note, Pack, Provision, secondary, since, verified
from habeas.law.until import PlusHours, at
from habeas.law.words import Act, Layer, Lower, Outcome, What

CHAPTER = "https://flsenate.gov/Laws/Statutes/2022/Chapter908/All"
COOPERATION = "https://syfert.com/florida/statutes/0908.104.html"
FEDERAL_AGENCY = request.issuer.is_("ice", "cbp", "doj")
"""908.102(1): the Departments of Justice and of Homeland Security."""
COMPLETE_DETAINER = (
    request.kind.is_("detainer")
    & FEDERAL_AGENCY
    & request.flag("probable_cause_box")
    & request.attachments.includes("I-200", "I-205")
    & asked
)
"""908.102(2): the agency's official form, probable cause shown, and the warrant with it."""
FEDERAL_AUTHORITY = request.issuer.is_("ice", "cbp", "doj", "fbi", "usms")
_SINCE = since("2019-07-01")
_PAPERS = "The chapter's duty turns on the papers, complete on their face, and on nothing about the person's record."
_STATUS = "The section protects the exchange of status information about any person."
_DETAINER = secondary(
    "Fla. Stat. 908.102(2), 908.105(1)",
    CHAPTER,
    "Read 908.105; the definition of a detainer was read, the duty is known from the chapter's heads and from summaries.",
    "a facially sufficient written or electronic request issued by a federal immigration agency using that agency's official form",
)
_BEST_EFFORTS = verified(
    "Fla. Stat. 908.104(1)", COOPERATION, "shall use best efforts to support the enforcement of federal immigration law"
)

DETAINER = (
    Provision(
        id="us-fl.908.105-hold",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST,
        when=COMPLETE_DETAINER,
        until=PlusHours(at("custody.release_at"), 48),
        duties=(
            Duty(
                What.NOTIFY_BAIL_JUDGE,
                "the judge who may grant bail",
                "Tell the judge that the person is subject to a detainer.",
            ),
            Duty(What.RECORD_IN_FILE, "the person's case file", "Record the detainer in the case file."),
        ),
        sentence="A detainer on the official form, showing probable cause and with its warrant, is complied with; the bail "
        "judge is told and the case file notes it.",
        source=_DETAINER,
        effective=_SINCE,
        layer=Layer.STATE,
        reaches_everyone=_PAPERS,
    ),
    Provision(
        id="us-fl.908.105-requests",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.MUST,
        when=COMPLETE_DETAINER,
        sentence="What else such a detainer asks, notice and hand-over among it, is done too.",
        source=_DETAINER,
        effective=_SINCE,
        layer=Layer.STATE,
        reaches_everyone=_PAPERS,
    ),
)

INFORMATION = (
    Provision(
        id="us-fl.908.104-2",
        acts=(Act.SHARE_STATUS, Act.QUERY_ICE),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        lower=Lower.NO_STRICTER,
        sentence="Nobody may stop the jail from sending, requesting or receiving what concerns a person's immigration status.",
        source=verified(
            "Fla. Stat. 908.104(2)",
            COOPERATION,
            "may not prohibit or in any way restrict a law enforcement agency from taking any of the following actions "
            "with respect to information regarding a person's immigration status",
        ),
        effective=_SINCE,
        layer=Layer.STATE,
        reaches_everyone=_STATUS,
    ),
    Provision(
        id="us-fl.908.104-1-list",
        acts=(Act.LIST, Act.NOTIFY),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("list_request") & FEDERAL_AUTHORITY & request.flag("immigration_enforcement"),
        sentence="No section speaks of lists; whether best efforts to support enforcement require an answer about a class is for "
        "counsel and the State Board.",
        source=_BEST_EFFORTS,
        effective=_SINCE,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-fl.908.104-1-jail",
        acts=(Act.INTERVIEW, Act.ACCESS_FACILITY),
        outcome=Outcome.MAY,
        when=request.issuer.is_("ice", "cbp"),
        lower=Lower.NO_STRICTER,
        sentence="No policy may keep immigration officers out of the jail; how far best efforts must let them in is for counsel.",
        source=secondary("Fla. Stat. 908.103, 908.104(1)", CHAPTER, "Read 908.102(6) and 908.103."),
        effective=_SINCE,
        layer=Layer.STATE,
        reaches_everyone="The section speaks of the jail's doors, not of any person's record.",
    ),
)

AGENCY = (
    Provision(
        id="us-fl.908.11",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST,
        when=request.issuer.is_("ice"),
        sentence="Each sheriff or chief correctional officer who runs a county detention facility enters an agreement under "
        "8 USC 1357(g); which model is theirs to choose.",
        source=verified(
            "Fla. Stat. 908.11(1)",
            "https://www.flsenate.gov/Laws/Statutes/2024/0908.11",
            "must enter into a written agreement with the United States Immigration and Customs Enforcement",
        ),
        effective=since("2025-02-13"),
        layer=Layer.STATE,
    ),
)

AGREEMENTS = (
    Provision(
        id="us-fl.908.106",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.UNRESOLVED,
        when=request.issuer.is_("ice", "cbp"),
        sentence="Each county correctional facility agrees with a federal immigration agency on housing people under detainers for a time "
        "and on its payment; what must be agreed is for counsel until the section is read.",
        source=secondary(
            "Fla. Stat. 908.106 (ch. 2019-102)",
            "https://flsenate.gov/Session/Bill/2019/168/BillText/c1/HTML",
            "Read 908.106; the title of a bill of 2019 was read.",
            "requiring county correctional facilities to enter agreements for payments for complying with immigration detainers",
        ),
        effective=_SINCE,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-fl.908.11-2022",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.UNRESOLVED,
        when=request.issuer.is_("ice"),
        sentence="A duty to make an agreement under 8 USC 1357(g) stands in the chapter since 2022; its words before 2025 are for counsel.",
        source=secondary(
            "Fla. Stat. 908.11 (ch. 2022-193, s. 3)",
            "https://flsenate.gov/Session/Bill/2022/1808/BillText/e1/HTML",
            "Read ch. 2022-193 with its first day: the pack begins with the year after it.",
            "requiring each law enforcement agency operating a county detention facility to enter into a specified agreement",
        ),
        effective=since("2023-01-01", to="2025-02-13"),
        layer=Layer.STATE,
    ),
)

DUTIES = (
    DutyRule(
        id="us-fl.908.104-victims",
        when=on_record(person.flag("victim_or_witness"))
        & request.kind.is_("detainer", "notification_request", "transfer_request", "status_inquiry", "records_request"),
        duties=(
            Duty(What.RECORD_IN_FILE, "the person's case file", "Record that the person helps as a victim or witness."),
        ),
        sentence="Of a victim or witness who cooperates nothing need be told, and the cooperation is recorded.",
        source=secondary(
            "Fla. Stat. 908.104(5)-(6) (ch. 2019-102)",
            "https://flsenate.gov/Session/Bill/2019/168/BillText/c1/HTML",
            "Read (5) and (6); the title of a bill of 2019 was read.",
            "providing an exception to reporting requirements for crime victims or witnesses",
        ),
        effective=_SINCE,
        layer=Layer.STATE,
    ),
)

NOTES = (
    Note(
        sentence="Until the agreement is signed the sheriff tells the State Board of Immigration Enforcement each quarter how it "
        "stands, from 1 April 2025.",
        source=verified(
            "Fla. Stat. 908.11(2)",
            "https://www.flsenate.gov/Laws/Statutes/2024/0908.11",
            "must notify the State Board of Immigration Enforcement quarterly",
        ),
    ),
    Note(
        sentence="The judge who sentences a person subject to a detainer orders the confinement shortened for the transfer.",
        source=verified(
            "Fla. Stat. 908.104(3)",
            "https://getpocketlaw.com/law/state_florida/section-908-104-cooperation-with-federal-immigration-authorities_c795bbcc84eb",
            "reduce the defendant's sentence by a period",
        ),
    ),
)

PACK = Pack(
    id="us-fl",
    title="Florida",
    provisions=(*DETAINER, *INFORMATION, *AGENCY, *AGREEMENTS),
    duty_rules=DUTIES,
    notes=NOTES,
)
