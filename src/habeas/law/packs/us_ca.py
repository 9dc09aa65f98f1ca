"""California: the Values Act (Gov. Code 7284-7284.12), the TRUST Act (7282, 7282.5), the TRUTH Act (7283-7283.2), and around them.

State law forbids, and leaves doors; it never orders cooperation. "may" here means: state law does not stop it.
"""

from habeas.law.expressions import agency, any_charge, ask_counsel, asked, charge, custody, on_record, person, request
from habeas.law.packs.us_ca_doors import B_FINDING, DOORS, TRUST_DOORS
from habeas.law.packs.us_ca_duties import DUTY_RULES, REPORT_TRANSFER, TELL_PERSON_OF_NOTICE, WRITTEN_CONSENT
from habeas.law.packs.us_terms import ATTACHED_WARRANT, WARRANT
from habeas.law.provision import Note, Pack, Provision, secondary, since, unverified, verified
from habeas.law.words import Act, Layer, Lower, Outcome

SB54 = "https://leginfo.legislature.ca.gov/faces/billTextClient.xhtml?bill_id=201720180SB54"
VALUES_ACT = since("2018-01-01")

LOCAL = agency.flag("local")
IMMIGRATION = request.flag("immigration_enforcement")
CRIMINAL = request.basis.is_("criminal_immigration")
A_LIST = request.kind.is_("list_request")
JUDICIAL = request.basis.is_("criminal_immigration") & (WARRANT | ATTACHED_WARRANT)
"""7284.4(h), (i): a federal judge or magistrate judge found probable cause of a federal immigration crime; the warrant may have come
with another paper."""
CIVIL_WARRANT = request.basis.is_("civil") | request.kind.is_("administrative_warrant")
"""7284.4(b): a warrant of the immigration authorities is civil by nature, whatever basis is written on it."""
PUBLIC_DATE = custody.flag("release_date_public")

_PUBLIC_LOG = "Arrest facts are made public of everyone arrested; the section turns on nothing about the person."
_STATUS_CLAUSE = "The clause protects the exchange of status information about any individual."
_NAMED = "The clause speaks of the criminal history of any specific person; what the history says does not matter."


def _rule(section: str) -> str:
    return f"Cal. Gov. Code 7284.6{section}"


_JUVENILE = verified(
    "Cal. Welf. & Inst. Code 831",
    "https://self-law.org/code/ca/welfare-and-institutions-code/831",
    "Nothing in this article authorizes the disclosure of juvenile information to federal officials absent a court order",
)
_CONSENT = verified(
    "Cal. Gov. Code 7283.1(a); 7284.6(b)(5)",
    "https://self-law.org/code/ca/government-code/7283-1",
    "a written consent form that explains the purpose of the interview, that the interview is voluntary",
)

RELEASE = (
    Provision(
        id="us-ca.gov-7284.6-a-1-B",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION & ~JUDICIAL,
        sentence="Nobody is kept past the time of release because of a hold request, whatever the record says.",
        source=verified(_rule("(a)(1)(B)"), SB54, "Detaining an individual on the basis of a hold request."),
        effective=VALUES_ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-ca.gov-7282.5-trust",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & request.kind.is_("detainer"),
        unless=TRUST_DOORS,
        otherwise=Outcome.MAY,
        sentence="A detainer may be honoured only for the records the TRUST Act lists, and only if no other law forbids it.",
        source=secondary(
            "Cal. Gov. Code 7282.5 (Stats. 2013 ch. 570)",
            "http://www.leginfo.ca.gov/pub/13-14/bill/asm/ab_0001-0050/ab_4_cfa_20130909_220101_asm_floor.html",
            "Read the chaptered text of AB 4 of 2013.",
        ),
        effective=since("2014-01-01", to="2018-01-01"),
        layer=Layer.STATE,
    ),
    Provision(
        id="us-ca.gov-7284.6-a-1-C",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION,
        unless=PUBLIC_DATE | (asked & ~A_LIST & (DOORS | B_FINDING)),
        otherwise=Outcome.MAY,
        duties=TELL_PERSON_OF_NOTICE,
        sentence="A release date is not given to immigration authorities unless anyone can see it, or it answers a request "
        "about a person whose record 7282.5 names; even then nothing requires it.",
        source=verified(
            f"{_rule('(a)(1)(C)')}, 7282.5(a)-(b)",
            SB54,
            "unless that information is available to the public, or is in response to a notification request "
            "from immigration authorities in accordance with Section 7282.5",
        ),
        effective=VALUES_ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-ca.gov-7284.6-a-4",
        acts=(Act.TRANSFER,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION,
        unless=JUDICIAL | DOORS,
        otherwise=Outcome.MAY,
        duties=(REPORT_TRANSFER,),
        sentence="Nobody is handed over to immigration authorities without a federal judge's warrant or finding of probable "
        "cause of a crime, unless the record is one that 7282.5(a) names.",
        source=verified(
            f"{_rule('(a)(4)')}, 7282.5(a)",
            SB54,
            "unless authorized by a judicial warrant or judicial probable cause determination, or in accordance "
            "with Section 7282.5",
        ),
        effective=VALUES_ACT,
        layer=Layer.STATE,
        reaches_everyone="A federal judge's own finding stands in place of the record.",
    ),
    Provision(
        id="us-ca.gov-7284.6-a-1-E",
        acts=(Act.ARREST,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION & CIVIL_WARRANT,
        sentence="No arrest is made, or knowingly joined, on a civil immigration warrant.",
        source=verified(
            _rule("(a)(1)(E)"),
            SB54,
            "Making or intentionally participating in arrests based on civil immigration warrants.",
        ),
        effective=VALUES_ACT,
        layer=Layer.STATE,
    ),
)

INFORMATION = (
    Provision(
        id="us-ca.gov-7284.6-a-1-list",
        acts=(Act.LIST,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION & A_LIST,
        sentence="No money or staff may go into picking people out by citizenship for immigration enforcement: a list is not "
        "a request about a person, so 7282.5 opens no door to it.",
        source=verified(
            _rule("(a)(1), (a)(1)(C)-(D), (b)(2)"),
            SB54,
            "Use agency or department moneys or personnel to investigate, interrogate, detain, detect, or arrest "
            "persons for immigration enforcement purposes",
        ),
        effective=VALUES_ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-ca.gov-7284.6-a-1-D",
        acts=(Act.SHARE_PERSONAL,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION,
        sentence="Home and work addresses and other personal information that the public cannot see are not given to "
        "immigration authorities; no conviction lifts this.",
        source=verified(
            _rule("(a)(1)(D)"),
            SB54,
            "including, but not limited to, the individual's home address or work address unless that "
            "information is available to the public",
        ),
        effective=VALUES_ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-ca.wic-831",
        acts=(Act.SHARE_PERSONAL, Act.SHARE_CRIMINAL_HISTORY),
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION & person.flag("minor"),
        sentence="Juvenile information goes to federal officers only by order of the juvenile court.",
        source=_JUVENILE,
        effective=since("2016-01-01"),
        layer=Layer.STATE,
    ),
    Provision(
        id="us-ca.wic-831-file",
        acts=(Act.SHARE_PERSONAL, Act.SHARE_CRIMINAL_HISTORY),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "The record holds a juvenile finding, which is protected whatever age the person has today: is anything of the juvenile "
            "file in what would be given?",
            when=IMMIGRATION & on_record(any_charge(charge.disposition.is_("juvenile_adjudication"))),
        ),
        sentence="The juvenile file stays protected when the person has grown up.",
        source=_JUVENILE,
        effective=since("2016-01-01"),
        layer=Layer.STATE,
    ),
    Provision(
        id="us-ca.wic-831-minor",
        acts=(Act.NOTIFY, Act.SHARE_STATUS),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "The person is a minor: is a release date or a status, which the section names, juvenile information that only the juvenile "
            "court may open, against 8 USC 1373 and a trial as an adult?",
            when=IMMIGRATION & on_record(person.flag("minor")),
        ),
        sentence="Whether a minor's release or immigration status is juvenile information that needs a court's order is asked first.",
        source=_JUVENILE,
        effective=since("2016-01-01"),
        layer=Layer.STATE,
    ),
    Provision(
        id="us-ca.gov-7284.6-b-2",
        acts=(Act.SHARE_CRIMINAL_HISTORY,),
        outcome=Outcome.MAY,
        when=IMMIGRATION & ~A_LIST,
        sentence="A specific person's criminal history may be given where state law otherwise permits and no local policy "
        "forbids it.",
        source=verified(
            _rule("(b)(2)"),
            SB54,
            "Responding to a request from immigration authorities for information about a "
            "specific person's criminal history",
        ),
        effective=VALUES_ACT,
        layer=Layer.STATE,
        reaches_everyone=_NAMED,
    ),
    Provision(
        id="us-ca.gov-7284.6-b-2-list",
        acts=(Act.SHARE_CRIMINAL_HISTORY,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION & A_LIST,
        sentence="Criminal histories are given of a specific person, never of a class picked out for immigration enforcement.",
        source=verified(_rule("(a)(1)(D), (b)(2)"), SB54, "a specific person's criminal history"),
        effective=VALUES_ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-ca.gov-7284.6-e",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=IMMIGRATION,
        sentence="The Values Act itself does not stop the jail from sending citizenship or immigration status that it holds; "
        "nothing makes it collect any.",
        source=verified(
            _rule("(e)"),
            SB54,
            "This section does not prohibit or restrict any government entity or official from sending to, or "
            "receiving from, federal immigration authorities, information regarding the citizenship or "
            "immigration status",
        ),
        effective=VALUES_ACT,
        layer=Layer.STATE,
        reaches_everyone=_STATUS_CLAUSE,
    ),
    Provision(
        id="us-ca.gov-7284.6-a-1-A",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION,
        sentence="Nobody is asked about immigration status for immigration enforcement.",
        source=verified(_rule("(a)(1)(A)"), SB54, "Inquiring into an individual's immigration status."),
        effective=VALUES_ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-ca.gov-7284.6-a-1-query",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION,
        sentence="No money or staff may be used to find out a person's status for immigration enforcement.",
        source=verified(
            _rule("(a)(1)"),
            SB54,
            "investigate, interrogate, detain, detect, or arrest persons for immigration enforcement purposes",
        ),
        effective=VALUES_ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-ca.gov-7923.610",
        acts=(Act.SHARE_PUBLIC,),
        outcome=Outcome.MUST,
        when=request.kind.is_("public_records_request"),
        sentence="The facts of an arrest and booking are made public to anyone who asks, unless that would endanger a person "
        "or an investigation.",
        source=secondary(
            "Cal. Gov. Code 7923.610",
            "http://www.insidesocal.com/sgvcrime/2016/03/17/"
            "whats-public-information-the-california-public-records-act/",
            "Read the section.",
            "shall make public",
        ),
        effective=since("2023-01-01"),
        layer=Layer.STATE,
        reaches_everyone=_PUBLIC_LOG,
    ),
    Provision(
        id="us-ca.gov-6254-f",
        acts=(Act.SHARE_PUBLIC,),
        outcome=Outcome.MUST,
        when=request.kind.is_("public_records_request"),
        sentence="The facts of an arrest and booking are made public to anyone who asks, unless that would endanger a person "
        "or an investigation.",
        source=verified(
            "Cal. Gov. Code former 6254(f)",
            "http://www.insidesocal.com/sgvcrime/2016/03/17/"
            "whats-public-information-the-california-public-records-act/",
            "state and local law enforcement agencies shall make public the following information, except to the extent that "
            "disclosure of a particular item of information would endanger the safety of a person",
        ),
        effective=since("1983-01-01", to="2023-01-01"),
        layer=Layer.STATE,
        reaches_everyone=_PUBLIC_LOG,
    ),
    Provision(
        id="us-ca.gov-7923.610-as-anyone",
        acts=(Act.SHARE_PUBLIC,),
        outcome=Outcome.MAY,
        when=~request.kind.is_("public_records_request"),
        sentence="What anyone may see may be given to a federal authority as it would be given to anyone.",
        source=secondary(
            f"Cal. Gov. Code 7923.610; {_rule('(a)(1)(C)-(D)')}",
            SB54,
            "Read 7923.610 for the list of facts.",
            "available to the public",
        ),
        effective=VALUES_ACT,
        layer=Layer.STATE,
        reaches_everyone=_PUBLIC_LOG,
    ),
)

AGENCY = (
    Provision(
        id="us-ca.gov-7283.1-a",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION & request.issuer.is_("ice") & ~on_record(CRIMINAL),
        unless=person.flag("written_consent"),
        otherwise=Outcome.MAY,
        duties=(WRITTEN_CONSENT,),
        sentence="No interview about civil immigration violations takes place before the person has answered the written "
        "consent form; the interview is voluntary.",
        source=_CONSENT,
        effective=since("2017-01-01"),
        layer=Layer.STATE,
    ),
    Provision(
        id="us-ca.gov-7284.6-b-5",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION & request.issuer.is_("cbp") & ~on_record(CRIMINAL),
        unless=person.flag("written_consent"),
        otherwise=Outcome.MAY,
        duties=(WRITTEN_CONSENT,),
        sentence="Since the Values Act the consent form is owed before any immigration authority's interview about civil matters.",
        source=_CONSENT,
        effective=VALUES_ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-ca.gov-7283.1-criminal",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.UNRESOLVED,
        when=IMMIGRATION & request.issuer.is_("ice", "cbp") & on_record(CRIMINAL),
        sentence="The consent form is owed on interviews about civil violations; whether an interview about a federal immigration crime is "
        "help in immigration enforcement is for counsel.",
        source=_CONSENT,
        effective=VALUES_ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-ca.gov-7284.6-a-3",
        acts=(Act.USE_AS_INTERPRETER,),
        outcome=Outcome.MUST_NOT,
        when=request.issuer.is_("ice", "cbp"),
        sentence="Immigration agents do not interpret for the jail in matters about people in custody.",
        source=verified(_rule("(a)(3)"), SB54, "Use immigration authorities as interpreters"),
        effective=VALUES_ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-ca.gov-7284.6-a-5",
        acts=(Act.ACCESS_FACILITY,),
        outcome=Outcome.MUST_NOT,
        when=request.issuer.is_("ice", "cbp") & request.fields.includes("dedicated_office_space"),
        sentence="No office space in a county facility is given over to immigration agents alone.",
        source=verified(
            _rule("(a)(5)"), SB54, "Provide office space exclusively dedicated for immigration authorities"
        ),
        effective=VALUES_ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-ca.gov-7284.6-a-1-G",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST_NOT,
        when=request.issuer.is_("ice", "cbp"),
        sentence="No officer does an immigration officer's work, under an agreement or any other rule.",
        source=verified(
            _rule("(a)(1)(G), (a)(2)"),
            SB54,
            "Performing the functions of an immigration officer, whether pursuant to Section 1357(g) of Title 8",
        ),
        effective=VALUES_ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-ca.gov-7310",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.MUST_NOT,
        when=request.issuer.is_("ice", "cbp"),
        unless=agency.flag("policy.housing_contract_on_2017_06_15"),
        otherwise=Outcome.UNRESOLVED,
        lower=Lower.NO_LAXER,
        sentence="A county that had no contract to house federal detainees on 15 June 2017 may not make one; one that had "
        "may not add beds.",
        source=verified(
            "Cal. Gov. Code 7310, 7284.6(a)(6)", "https://www.legalfina.com/en/laws/ca/gov/7/~/17.8", "on June 15, 2017"
        ),
        effective=since("2017-06-27"),
        layer=Layer.STATE,
    ),
    Provision(
        id="us-ca.gov-7284.10-prisons",
        acts=(Act.NOTIFY, Act.HOLD, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=custody.facility.is_("state_prison") & request.issuer.is_("ice", "cbp"),
        sentence="The state's prisons are no agency under the Values Act; what binds them besides the duties of 7284.10 is "
        "for their own counsel.",
        source=unverified("Cal. Gov. Code 7284.4(a), 7284.10", SB54, "The department's own rules."),
        effective=VALUES_ACT,
        layer=Layer.STATE,
    ),
)

NOTES = (
    Note(
        sentence="An officer may act on a reentry after removal that follows an aggravated felony (8 USC 1326(a), (b)(2)) if it came "
        "up in unrelated work; hand-over afterwards only through 7284.6(a)(4).",
        source=secondary(_rule("(b)(1)"), SB54, "Read with the case in hand; it decides no request."),
    ),
    Note(
        sentence="Every record of ICE access, and what is said to ICE, is a public record, names struck out as the law allows.",
        source=secondary(
            "Cal. Gov. Code 7283.1(c)", "https://self-law.org/code/ca/government-code/7283-1", "Read (c)."
        ),
    ),
    Note(
        sentence="Hand-overs under 7284.6(a)(4), and the offence that allowed each, are counted each year for the state; notices are not.",
        source=secondary(_rule("(c)(2)"), SB54, "Read the Attorney General's form of the year."),
    ),
    Note(
        sentence="The Attorney General's bulletins on these acts were not found in words; the first names 4 January 2018 as the day "
        "the Values Act began, others 1 January.",
        source=unverified(
            "Information Bulletin 2018-DLE-01; bulletin of January 2025",
            "https://oag.ca.gov/info-bulletins",
            "Both bulletins.",
        ),
    ),
)

PACK = Pack(
    id="us-ca", title="California", provisions=(*RELEASE, *INFORMATION, *AGENCY), duty_rules=DUTY_RULES, notes=NOTES
)
