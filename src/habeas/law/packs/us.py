"""Federal law and the process of courts, as it reaches a county jail.

Federal law asks and does not order: a detainer is a request, an immigration subpoena binds only through a court. What a
jail must do comes from a court's own process; what it may do is left to the states, save that none may forbid the
exchange of citizenship or immigration status (8 USC 1373, 1644).
"""

from habeas.law.expressions import agency, asked, custody, person, request
from habeas.law.packs.us_floors import DUTY_RULES, FLOORS
from habeas.law.packs.us_terms import (
    ANY_JUDGE,
    ASKED_WARRANT,
    ATTACHED_WARRANT,
    CANCELLED,
    CRIME,
    DETAINER,
    NO_FORCE,
    OTHER_ATTACHED,
    STATE_CUSTODY,
    WARRANT,
)
from habeas.law.provision import Note, Pack, Provision, secondary, since, unverified, verified
from habeas.law.until import PlusHours, at
from habeas.law.words import Act, Layer, Lower, Outcome

FEDERAL_AUTHORITY = request.issuer.is_("ice", "cbp", "doj", "fbi", "usms")

_COURT = "A court's process binds the jail whoever it names; nothing in it turns on that person's record."
_ASKS = "Federal law puts the question of anyone named in the paper and turns on nothing about the person."

_RECORDS = (Act.SHARE_PERSONAL, Act.SHARE_CRIMINAL_HISTORY, Act.SHARE_STATUS, Act.SHARE_PUBLIC)
_SUBPOENA = request.kind.is_("judicial_subpoena", "grand_jury_subpoena")
_RULE_17 = secondary(
    "Fed. R. Crim. P. 17(a), (c)(2), (g)", "https://www.law.cornell.edu/rules/frcrmp/rule_17", "Read Rule 17."
)

COURT_PROCESS = (
    Provision(
        id="us.court-order",
        acts=tuple(Act),
        outcome=Outcome.MUST,
        when=request.kind.is_("court_order") & ANY_JUDGE & asked,
        unless=NO_FORCE,
        sentence="An order of a court to this agency is obeyed until it is stayed or reversed; disobedience is contempt.",
        source=verified(
            "8 USC 1225(d)(4)(B)",
            "https://en.m.wikisource.org/wiki/Page:United_States_Statutes_at_Large_Volume_110_Part_4.djvu/747",
            "in the event of neglect or refusal to respond to a subpoena",
        ),
        effective=since("1996-09-30"),
        layer=Layer.COURT_ORDER,
        reaches_everyone=_COURT,
    ),
    Provision(
        id="us.criminal-arrest-warrant",
        acts=(Act.TRANSFER,),
        outcome=Outcome.MUST,
        when=ASKED_WARRANT,
        unless=NO_FORCE | STATE_CUSTODY,
        sentence="A federal judge's warrant of arrest for a crime is a court's command to take the named person, not a request; it "
        "takes the person when the state's custody ends.",
        source=verified(
            "Fed. R. Crim. P. 4(b)(1)",
            "https://juriseek.com/?p=482",
            "command that the defendant be arrested and brought without unnecessary delay before a magistrate judge",
        ),
        effective=since("1946-03-21"),
        layer=Layer.COURT_ORDER,
        reaches_everyone=_COURT,
    ),
    Provision(
        id="us.criminal-arrest-warrant-lodged",
        acts=(Act.TRANSFER,),
        outcome=Outcome.UNRESOLVED,
        when=ASKED_WARRANT & STATE_CUSTODY,
        unless=NO_FORCE,
        sentence="A warrant of arrest does not end the state's custody: while the person is held for the state it is lodged, and whether "
        "they are handed over before that is for the courts and counsel; a writ says itself when.",
        source=secondary(
            "Ponzi v. Fessenden, 258 U.S. 254 (1922); Thomas v. Brewer, 923 F.2d 1361, 1366-67 (9th Cir. 1991)",
            "https://law.justia.com/cases/federal/appellate-courts/F2/923/1361/",
            "Read both opinions; a later order that follows them was read.",
        ),
        effective=since("1946-03-21"),
        layer=Layer.COURT_ORDER,
    ),
    Provision(
        id="us.judges-warrant-hold",
        acts=(Act.HOLD,),
        outcome=Outcome.UNRESOLVED,
        when=WARRANT | ATTACHED_WARRANT,
        unless=NO_FORCE,
        sentence="A judge's warrant commands an arrest and is no hold request: whether the jail itself keeps the person past release until "
        "the agents named in it come is for counsel and the court.",
        source=verified(
            "Fed. R. Crim. P. 4(b)(1)",
            "https://juriseek.com/?p=482",
            "command that the defendant be arrested and brought without unnecessary delay before a magistrate judge",
        ),
        effective=since("1946-03-21"),
        layer=Layer.COURT_ORDER,
    ),
    Provision(
        id="us.attached-judges-paper",
        acts=(Act.TRANSFER,),
        outcome=Outcome.UNRESOLVED,
        when=OTHER_ATTACHED & asked,
        sentence="A paper that a federal judge signed came with the request: what it commands is read before anybody refuses.",
        source=verified(
            "Fed. R. Crim. P. 4(b)(1)",
            "https://juriseek.com/?p=482",
            "command that the defendant be arrested and brought without unnecessary delay before a magistrate judge",
        ),
        effective=since("1946-03-21"),
        layer=Layer.COURT_ORDER,
    ),
    Provision(
        id="us.rule-9-clerk-signed",
        acts=(Act.TRANSFER,),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("judicial_warrant") & request.signer.is_("clerk_of_court") & CRIME & asked,
        sentence="A warrant on an indictment bears the clerk's signature and is a court's all the same: call the court before "
        "it is taken for anything else.",
        source=verified(
            "Fed. R. Crim. P. 9(b)(1)", "http://www.laws9.com/rules/frcrmp/rule_9", "must be signed by the clerk"
        ),
        effective=since("1946-03-21"),
        layer=Layer.COURT_ORDER,
    ),
    Provision(
        id="us.clerk-signed-order",
        acts=tuple(Act),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("court_order") & request.signer.is_("clerk_of_court") & asked,
        sentence="A court's writs run under its seal and the signature of its clerk: call the court before one is taken for anything else.",
        source=secondary("28 USC 1691", "https://www.law.cornell.edu/uscode/text/28/1691", "Read 28 USC 1691."),
        effective=since("1948-09-01"),
        layer=Layer.COURT_ORDER,
    ),
    Provision(
        id="us.grand-jury-any-crime",
        acts=_RECORDS,
        outcome=Outcome.UNRESOLVED,
        when=_SUBPOENA & ~request.basis.is_("criminal_other") & asked,
        sentence="A subpoena of a federal court or grand jury is one whatever the case is about, immigration crimes too: only the court "
        "excuses from it, and counsel sees it before anybody answers or refuses.",
        source=_RULE_17,
        effective=since("1946-03-21"),
        layer=Layer.COURT_ORDER,
    ),
    Provision(
        id="us.grand-jury-dates-and-lists",
        acts=(Act.NOTIFY, Act.LIST),
        outcome=Outcome.UNRESOLVED,
        when=_SUBPOENA & asked,
        sentence="A subpoena that asks for release dates or for a list is a court's process all the same: counsel sees it before anybody "
        "answers or refuses.",
        source=_RULE_17,
        effective=since("1946-03-21"),
        layer=Layer.COURT_ORDER,
    ),
    Provision(
        id="us.search-warrant",
        acts=(*_RECORDS, Act.LIST),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("judicial_warrant") & ANY_JUDGE & asked,
        sentence="A judge's warrant for records is a court's command whatever the offense: it is never refused at the counter, and counsel "
        "sees at once what it reaches.",
        source=verified(
            "Fed. R. Crim. P. 41(a)(2)(A), (b)",
            "https://print.casetext.com/statute/united-states-code/title-18-appendix/federal-rules-of-criminal-procedure/"
            "section-41-search-and-seizure",
            "has authority to issue a warrant to search for and seize a person or property",
        ),
        effective=since("1946-03-21"),
        layer=Layer.COURT_ORDER,
    ),
    Provision(
        id="us.judicial-subpoena",
        acts=_RECORDS,
        outcome=Outcome.MUST,
        when=_SUBPOENA & request.basis.is_("criminal_other") & asked,
        unless=CANCELLED,
        sentence="A federal court's or grand jury's subpoena in a criminal matter is obeyed unless the court quashes it; "
        "counsel sees it first.",
        source=_RULE_17,
        effective=since("1946-03-21"),
        layer=Layer.COURT_ORDER,
        reaches_everyone=_COURT,
    ),
)

REQUESTS = (
    Provision(
        id="us.8cfr-287.7-d",
        acts=(Act.HOLD,),
        outcome=Outcome.MAY,
        when=DETAINER
        & request.flag("probable_cause_box")
        & request.attachments.includes("I-200", "I-205")
        & person.proof_of_status_given.is_("none", "lawful_status"),
        until=PlusHours(at("custody.release_at"), 48),
        sentence="A detainer asks the jail to keep a removable person up to 48 hours past release; federal law neither "
        "orders it nor forbids it, and a hold without probable cause breaks the Fourth Amendment.",
        source=verified(
            "8 CFR 287.7(a), (d); Galarza v. Szalczyk, 745 F.3d 634 (3d Cir. 2014)",
            "https://www.avvo.com/legal-guides/ugc/immigration-holds-ice-detainers-placed-pursuant-to-8-cfr-2877d",
            "for a period not to exceed 48 hours, excluding Saturdays, Sundays, and holidays",
        ),
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
    ),
    Provision(
        id="us.8cfr-287.7-a",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.MAY,
        when=request.kind.is_("detainer", "notification_request", "transfer_request") & asked,
        sentence="A request to be told of a release, or to be handed the person at release, is a request: federal law "
        "leaves the answer to the jail.",
        source=verified(
            "8 CFR 287.7(a); Galarza v. Szalczyk, 745 F.3d 634 (3d Cir. 2014)",
            "https://www.usborderpatrol.com/usbp/laws/border_patrol608_11",
            "The detainer is a request that such agency advise the Service, prior to release of the alien",
        ),
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        reaches_everyone=_ASKS,
    ),
    Provision(
        id="us.arizona-v-united-states",
        acts=(Act.ARREST,),
        outcome=Outcome.MUST_NOT,
        when=request.kind.is_("administrative_warrant", "detainer"),
        unless=agency.flag("agreement_287g"),
        otherwise=Outcome.MAY,
        sentence="Without an agreement under 8 USC 1357(g), local officers have no federal power to arrest on a civil "
        "immigration warrant.",
        source=secondary(
            "Arizona v. United States, 567 U.S. 387 (2012); 8 USC 1357(g)",
            "https://supreme.justia.com/cases/federal/us/567/387/",
            "Read part IV.C of the opinion; 8 USC 1357(g)(1)-(10) was read.",
        ),
        effective=since("2012-06-25"),
        layer=Layer.FEDERAL,
        reaches_everyone=_ASKS,
    ),
    Provision(
        id="us.8usc-1225-d-4",
        acts=(Act.SHARE_PERSONAL, Act.SHARE_CRIMINAL_HISTORY, Act.NOTIFY, Act.LIST),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("administrative_subpoena") & asked,
        sentence="An immigration subpoena has no force of its own: only a federal court can order obedience, and whether "
        "state law may forbid an answer before that is not settled.",
        source=verified(
            "8 USC 1225(d)(4)(A)-(B); 8 CFR 287.4",
            "https://en.m.wikisource.org/wiki/Page:United_States_Statutes_at_Large_Volume_110_Part_4.djvu/747",
            "to that end may invoke the aid of any court of the United States",
        ),
        effective=since("1996-09-30"),
        layer=Layer.FEDERAL,
    ),
)

STATUS = (
    Provision(
        id="us.8usc-1373",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY,
        lower=Lower.NO_STRICTER,
        sentence="No law or policy may stop a jail from sending what it holds about a person's citizenship or immigration "
        "status to federal authorities; nothing makes it send it.",
        source=verified(
            "8 USC 1373(a)-(b)",
            "https://instalawyer.io/laws/us-code/1373",
            "may not prohibit, or in any way restrict, any government entity or official from sending to, or receiving from",
        ),
        effective=since("1996-09-30"),
        layer=Layer.FEDERAL,
        reaches_everyone="8 USC 1373 speaks of any individual: it protects the exchange, whoever it is about.",
    ),
    Provision(
        id="us.8usc-1373-b-request",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        lower=Lower.NO_STRICTER,
        sentence="No law or policy may stop a jail from requesting or receiving status information from the federal "
        "authorities; nothing makes it ask.",
        source=verified(
            "8 USC 1373(b)(1)",
            "https://instalawyer.io/laws/us-code/1373",
            "Sending such information to, or requesting or receiving such information from",
        ),
        effective=since("1996-09-30"),
        layer=Layer.FEDERAL,
        reaches_everyone="8 USC 1373 speaks of any individual: it protects the exchange, whoever it is about.",
    ),
)

DETAINEES = (
    Provision(
        id="us.8cfr-236.6",
        acts=(Act.SHARE_PUBLIC, Act.SHARE_PERSONAL),
        outcome=Outcome.MUST_NOT,
        when=custody.flag("arrested_on_civil_immigration_only") & request.issuer.is_("public", "other"),
        sentence="A jail that houses a person for the immigration authorities tells the public nothing of that person; requests go "
        "to the federal agency.",
        source=secondary(
            "8 CFR 236.6",
            "https://sgp.fas.org/news/2002/04/fr042202.html",
            "Read the section; its summary and dates in the Federal Register were read (67 FR 19508, made final at 68 FR 4364).",
            "governs the public disclosure by any state or local government entity or by any privately operated facility of the name "
            "or other information relating to any immigration detainee",
        ),
        effective=since("2002-04-17"),
        layer=Layer.FEDERAL,
    ),
)

NOTES = (
    Note(
        sentence="Federal officers must take certain people into custody when a jail releases them, and since 29 January 2025 must "
        "issue detainers for people charged with theft, burglary and like crimes; none of it orders a jail to hold anyone.",
        source=verified(
            "8 USC 1226(c)(1)(E), (3), as amended by the Laken Riley Act, Pub. L. 119-1",
            "https://github.com/legalize-dev/legalize-us/blob/f8280a048cd1b974b441dc979fe611793757202e/us/USC-T8-S1226.md",
            "shall issue a detainer for an alien described in paragraph (1)(E)",
        ),
    ),
    Note(
        sentence="After a final order the federal government has ninety days to remove a person and detains them meanwhile; the section "
        "speaks to it, not to jails.",
        source=verified(
            "8 USC 1231(a)(1)-(2)",
            "https://github.com/legalize-dev/legalize-us/blob/9af667d254732036238cba5b3e93027a7b37bf8c/us/USC-T8-S1231.md",
            "the Attorney General shall remove the alien from the United States within a period of 90 days",
        ),
    ),
    Note(
        sentence="A subpoena of the immigration authorities is served under 8 CFR 287.4; only a court can punish a refusal.",
        source=unverified("8 CFR 287.4(d)", "https://www.law.cornell.edu/cfr/text/8/287.4", "Read 287.4(d)."),
    ),
)

PACK = Pack(
    id="us",
    title="Federal law and the process of courts",
    provisions=(*COURT_PROCESS, *FLOORS, *REQUESTS, *STATUS, *DETAINEES),
    duty_rules=DUTY_RULES,
    notes=NOTES,
)
