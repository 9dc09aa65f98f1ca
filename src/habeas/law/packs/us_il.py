"""Illinois: the TRUST Act (2017) and the Way Forward Act (2021). Only a federal criminal warrant lifts the ban."""

from habeas.law.expressions import custody, request
from habeas.law.provision import Duty, DutyRule, Note, Pack, Provision, secondary, since, verified
from habeas.law.words import Act, Layer, Lower, Outcome, What

SECTION_15 = "https://witnessslips.ilga.gov/ftp/ILCS/Ch%200005/Act%200805/000508050K15.html"
ACT_2017 = "https://ilga.gov/legislation/publicacts/100/100-0463.htm"
ACT_2021 = "https://ilga.gov/legislation/publicacts/fulltext.asp?Name=102-0234&print=true"

CIVIL_PAPER = request.kind.is_("detainer", "administrative_warrant")
AGENT = request.issuer.is_("ice", "cbp")
IMMIGRATION = request.flag("immigration_enforcement")
FEDERAL_JUDGE = request.signer.is_("federal_magistrate_judge", "federal_district_judge")
CRIMINAL_WARRANT = (
    request.kind.is_("judicial_warrant", "judicial_probable_cause")
    & FEDERAL_JUDGE
    & request.basis.is_("criminal_immigration", "criminal_other")
)
"""15(g)(1): a federal criminal warrant. A paper signed by an immigration judge is none."""
WAY_FORWARD = since("2021-08-02")
_G = secondary(
    "5 ILCS 805/15(g)(1)",
    ACT_2021,
    "Read (g)(1)(A)-(F); the chaptered digest was read: unless presented with a federal criminal warrant, or otherwise required "
    "by federal law, an agency may not perform specified actions.",
)
_HELD_2017 = "not approved or ordered by a judge and requests a law enforcement agency"

RELEASE = (
    Provision(
        id="us-il.805-15-a-2017",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST_NOT,
        when=request.kind.is_("detainer", "administrative_warrant"),
        sentence="Nobody is detained solely on an immigration detainer or a warrant that no judge signed.",
        source=verified("5 ILCS 805/10, 805/15(a) (P.A. 100-463)", ACT_2017, _HELD_2017),
        effective=since("2017-08-28", to="2021-08-02"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
    ),
    Provision(
        id="us-il.805-15-a-2017-notice",
        acts=(Act.NOTIFY,),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("detainer"),
        sentence="The Act of 2017 defines a detainer as a request for notice of release too, but forbids only detention on it; "
        "whether notice was forbidden was not settled before 2021.",
        source=secondary(
            "5 ILCS 805/10, 805/15(a) (P.A. 100-463)", ACT_2017, "A ruling on notice under the Act of 2017."
        ),
        effective=since("2017-08-28", to="2021-08-02"),
        layer=Layer.STATE,
    ),
    Provision(
        id="us-il.805-15-a",
        acts=(Act.HOLD, Act.NOTIFY, Act.TRANSFER, Act.ARREST, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=CIVIL_PAPER,
        sentence="Nobody is kept on an immigration detainer or a civil immigration warrant, and the jail does not otherwise "
        "comply with one.",
        source=verified(
            "5 ILCS 805/15(a)",
            SECTION_15,
            "solely on the basis of any immigration detainer or civil immigration warrant or otherwise comply with",
        ),
        effective=WAY_FORWARD,
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
    ),
    Provision(
        id="us-il.805-15-g-1",
        acts=(Act.TRANSFER, Act.NOTIFY, Act.INTERVIEW, Act.LIST, Act.SHARE_PERSONAL, Act.ACCESS_FACILITY),
        outcome=Outcome.MUST_NOT,
        when=AGENT & IMMIGRATION,
        unless=CRIMINAL_WARRANT,
        sentence="Without a federal criminal warrant immigration agents get no hand-over, no access to people in custody even by "
        "telephone, and no answers about them.",
        source=_G,
        effective=WAY_FORWARD,
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
    ),
    Provision(
        id="us-il.805-15-g-other-federal",
        acts=(Act.LIST, Act.NOTIFY),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("list_request") & request.issuer.is_("doj", "fbi", "usms") & IMMIGRATION,
        sentence="The section names immigration agents; whether a list for another federal department is forbidden too is for "
        "counsel.",
        source=_G,
        effective=WAY_FORWARD,
        layer=Layer.STATE,
    ),
)

INFORMATION = (
    Provision(
        id="us-il.805-5",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=request.issuer.is_("ice", "cbp", "doj", "fbi", "usms"),
        sentence="The Act does not stop the exchange of citizenship or immigration status under 8 USC 1373 and 1644.",
        source=verified(
            "5 ILCS 805/5",
            "https://legalfix.com/statutes/state-codes/illinois/chapter-5/act-5-ilcs-805",
            "information regarding the citizenship or immigration status of any individual under Sections 1373 and 1644",
        ),
        effective=since("2017-08-28"),
        layer=Layer.STATE,
        reaches_everyone="The clause speaks of any individual.",
    ),
    Provision(
        id="us-il.805-15-e",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=custody.facility.is_("county_jail", "city_lockup", "state_prison"),
        sentence="Nobody in custody is asked about citizenship, immigration status or place of birth; word of consular rights is "
        "another matter and stays allowed.",
        source=verified(
            "5 ILCS 805/15(e)",
            SECTION_15,
            "may not inquire about or investigate the citizenship or immigration status or place of birth of any individual",
        ),
        effective=WAY_FORWARD,
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
    ),
)

AGENCY = (
    Provision(
        id="us-il.805-15-287g",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST_NOT,
        when=request.issuer.is_("ice", "cbp"),
        sentence="No agency agrees to act for immigration agents.",
        source=secondary(
            "Keep Illinois Families Together Act (2019), subsection (b)",
            "https://edgarcountywatchdogs.com/2019/07/illinois-attorney-general-updates-guidance-to-law-enforcement-prohibitions-under-"
            "illinois-law-on-engaging-in-immigration-enforcement/",
            "Read the Act and its first day; the words are a report's quotation, of 16 July 2019.",
            "no law enforcement agency or official may enter into or remain in an agreement with U.S. Immigration and Customs Enforcement",
        ),
        # in force by the Attorney General's guidance of that day; the Act's own first day was not found
        effective=since("2019-07-12"),
        layer=Layer.STATE,
    ),
    Provision(
        id="us-il.805-15-detention",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.MUST_NOT,
        when=request.issuer.is_("ice", "cbp"),
        sentence="No county houses people in civil immigration detention; the contracts there were had to end by 1 January 2022.",
        source=secondary(
            "5 ILCS 805/15 (P.A. 102-234)",
            "https://coffmaninjurylaw.com/dramatic-new-law-restricts-illinois-police/",
            "Read the subsection on detention.",
        ),
        effective=since("2022-01-01"),
        layer=Layer.STATE,
    ),
)

DUTIES = (
    DutyRule(
        id="us-il.805-25",
        when=AGENT & IMMIGRATION,
        duties=(
            Duty(
                What.REPORT_REQUEST,
                "Illinois Attorney General",
                "Enter the request, what was done and when, in the yearly report: no names.",
                deadline="yearly; the Attorney General's page says by 1 March for the year before",
            ),
        ),
        sentence="Each request of immigration agents and how it was met goes, without names, into the yearly report to the "
        "Attorney General.",
        source=verified(
            "5 ILCS 805/25(a)(1)",
            "https://lexace.ai/us/statute/illinois/5-ILCS-805-25",
            "Any requests from the United States Department of Homeland Security, including, but not limited to",
        ),
        effective=WAY_FORWARD,
        layer=Layer.STATE,
    ),
)

NOTES = (
    Note(
        sentence="Whoever releases a person in good faith under the Act is immune; the Attorney General may investigate and sue.",
        source=verified(
            "5 ILCS 805/15(d)",
            SECTION_15,
            "shall have immunity from any civil or criminal liability that might otherwise occur",
        ),
    ),
)

PACK = Pack(id="us-il", title="Illinois", provisions=(*RELEASE, *INFORMATION, *AGENCY), duty_rules=DUTIES, notes=NOTES)
