"""Papers, senders and judges that several packs speak of, each said once. A folder below may use the terms of the folders above it."""

from habeas.law.model.expressions import agency, ask_counsel, asked, custody, on_record, person, request
from habeas.law.model.terms import Term
from habeas.requests.vocabulary import SIGNERS

FEDERAL = ("federal_magistrate_judge", "federal_district_judge")
FEDERAL_JUDGE = request.signer.is_(*FEDERAL)
ANY_JUDGE = request.signer.is_(*FEDERAL, "state_judge")
SIGNER_KNOWN = on_record(request.signer.is_(*sorted(SIGNERS)))
OTHER_SIGNER = on_record(request.signer.is_(*sorted(SIGNERS - {"immigration_officer", "none"})))
"""Somebody signed, and it is nobody of the immigration authorities: 8 CFR 287.7(b) names their officers alone."""

ICE = request.issuer.is_("ice")
AGENTS = request.issuer.is_("ice", "cbp")
"""The immigration authorities of the Department of Homeland Security."""
FEDERAL_AUTHORITY = request.issuer.is_("ice", "cbp", "doj", "fbi", "usms")

IMMIGRATION = request.flag("immigration_enforcement")
CIVIL = request.basis.is_("civil")
CRIME = request.basis.is_("criminal_immigration", "criminal_other")
LOCAL = agency.flag("local")

A_LIST = request.kind.is_("list_request")
DETAINER = request.kind.is_("detainer")
ICE_DETAINER = DETAINER & ICE
WITH_WARRANT = request.attachments.includes("I-200", "I-205")
SUBPOENA = request.kind.is_("judicial_subpoena", "grand_jury_subpoena")
ABOUT_NOBODY = request.kind.is_(
    "list_request", "facility_access", "agreement_proposal", "public_records_request", "detainer_cancellation"
)

DHS_PAPER = request.kind.is_("detainer", "notification_request", "transfer_request", "administrative_warrant")
"""Papers that the immigration authorities themselves make out: civil by nature, whatever is written on them."""
OF_A_COURT = request.kind.is_(
    "judicial_warrant", "judicial_probable_cause", "court_order", "judicial_subpoena", "grand_jury_subpoena"
)
COURT_PAPER = OF_A_COURT & request.signer.is_(*FEDERAL, "state_judge", "clerk_of_court")
SIGNED_FOR_NO_COURT = request.signer.is_(
    "none", "immigration_officer", "prosecutor", "parole_authority", "governor", "marshal"
)
"""Nobody signed, or nobody who could sign for a court. An immigration judge's order has a rule of its own."""
NOT_A_COURTS = DHS_PAPER | (OF_A_COURT & on_record(~COURT_PAPER))
"""A paper of the immigration authorities, or one in a court's dress that is known to bear no signature of a court."""
CIVIL_PAPER = DHS_PAPER | (IMMIGRATION & ~COURT_PAPER)
"""A paper for the enforcement of immigration law that no court stands behind."""
OF_IMMIGRATION_JUDGE = OF_A_COURT & request.signer.is_("immigration_judge")
"""An order of the Department of Justice's own officer in the dress of a court's paper."""

FOR_ANOTHER = on_record(~request.flag("identity_match"))
CANCELLED = request.flag("cancelled")
RECALLED = (OF_A_COURT & CANCELLED) | (~OF_A_COURT & request.flag("attached_cancelled"))
"""The court's own paper was taken back. A request that is canceled recalls no warrant that came with it: each stands or falls alone."""
ATTACHMENT_STANDS = ~request.flag("attached_cancelled")
"""Nobody has said that the court's paper that came with this request was taken back."""
JUDGES_PAPER_CAME = on_record(request.attached_signer.is_(*FEDERAL)) & ATTACHMENT_STANDS
"""A federal judge's paper came with the request, whatever it is."""
ANY_JUDGE_CAME = on_record(request.attached_signer.is_(*FEDERAL, "state_judge")) & ATTACHMENT_STANDS
"""A judge's paper, of the federal courts or a State's, came with the request, whatever it is."""
AGENTS_ASK = request.kind.is_("notification_request", "transfer_request") & AGENTS & asked & ~ANY_JUDGE_CAME
"""The immigration authorities ask for the act on a form that is no detainer, and no judge's paper came with it."""
COURTS_CAME = request.attachments.includes("AO 442", "court_order", "final_order_of_removal")
"""A paper that a judge, a clerk or an immigration judge signs is among those that came."""
WARRANT_FALLS = on_record(WITH_WARRANT) & (
    on_record(request.attached_signer.is_("none", "prosecutor", "parole_authority", "governor", "marshal"))
    | on_record(
        request.attached_signer.is_(*FEDERAL, "state_judge", "clerk_of_court", "immigration_judge") & ~COURTS_CAME
    )
    | on_record(request.flag("attached_cancelled"))
)
"""The immigration warrant that came is known to be unsigned, signed by no immigration officer, or recalled: it counts as not sent."""
WARRANT_CAME = WITH_WARRANT & ~WARRANT_FALLS
"""The immigration warrant that came with the request stands. A duty or permission names WITH_WARRANT, and WARRANT_FALLS in `unless`."""
NO_FORCE = FOR_ANOTHER | RECALLED
"""Not for this person, or recalled: such a paper, a court's too, orders nothing."""
NAMES_NOBODY = on_record(~request.flag("names_person"))
NO_BOX = on_record(~request.flag("probable_cause_box"))
CAUSE_SHOWN = request.flag("probable_cause_box") | request.flag("attached_probable_cause")
"""Probable cause is stated by the form, or by a warrant, an affidavit or another official document that came with it."""
NO_CAUSE = NO_BOX & ~request.flag("attached_probable_cause")
"""The box is known to be bare, and nothing that came with the form states probable cause: asked, where something may have come."""

WARRANT = request.kind.is_("judicial_warrant", "judicial_probable_cause") & FEDERAL_JUDGE & CRIME
ATTACHED_WARRANT = (
    request.kind.is_("detainer", "notification_request", "transfer_request")
    & on_record(request.attachments.includes("AO 442"))
    & request.attached_signer.is_(*FEDERAL)
)
"""A judge's arrest warrant that came with a request: the request is answered as both papers."""
OTHER_ATTACHED = (
    request.kind.is_("detainer", "notification_request", "transfer_request")
    & on_record(request.attached_signer.is_(*FEDERAL))
    & ~request.attachments.includes("AO 442", "final_order_of_removal", "court_order")
)
ASKED_WARRANT = (WARRANT | ATTACHED_WARRANT) & asked

COUNTY_JAIL = custody.facility.is_("county_jail")
"""Whom a text binds that names the sheriff, or the jail or correctional facility of a county or parish, and nobody else."""
CITY_LOCKUP = custody.facility.is_("city_lockup")
"""Whom a text binds that names the police, who have the lockups of cities."""
LOCAL_JAIL = custody.facility.is_("county_jail", "city_lockup")
"""Whom a text binds that names jails, lockups or local confinement facilities, or the agencies of counties and cities that hold people."""
JAIL_OR_PRISON = custody.facility.is_("county_jail", "city_lockup", "state_prison")
"""Whom a text binds that names whoever confines people, the state's prisons among them."""
AN_AGENCY = LOCAL_JAIL | ask_counsel(
    "Is the state's prison, the court or the probation department a law enforcement agency as this law means the word?",
    when=custody.facility.is_("state_prison", "court", "probation"),
)
"""Whom a text binds that says "law enforcement agency" where no definition of it was read: a sheriff and a police department are one."""
COUNTY_JAIL_OR_ASKED = COUNTY_JAIL | ask_counsel(
    "Whom does this law bind besides the sheriff's jail? Its words were not read.",
    when=custody.facility.is_("city_lockup", "state_prison", "court", "probation"),
)
"""Whom a text binds whose words on that were not read: of anybody but the jail of a county counsel is asked."""
PRISON = on_record(custody.facility.is_("state_prison"))
NO_JAIL = on_record(custody.facility.is_("state_prison", "court", "probation"))
NOT_COUNTY_JAIL = on_record(custody.facility.is_("city_lockup", "state_prison", "court", "probation"))
"""Somebody known to be another than the text binds: for what forbids, and what opens records, which holds where nobody says who asks."""
COUNTYS_OWN = LOCAL & ~on_record(custody.facility.is_("city_lockup"))
"""Whom a county's own rule binds: the county's agencies, and no city's police and no prison of the state."""

STATE_CUSTODY = on_record(~custody.flag("releasable"))
"""The state has not let go: the person is not entitled to release."""
CITIZENSHIP_SHOWN = person.proof_of_status_given.is_("us_citizen")
PROOF_SHOWN = on_record(CITIZENSHIP_SHOWN)
NOT_SHOWN = person.proof_of_status_given.is_("none")
"""Nothing the person has given shows citizenship or lawful status."""
PROOF_KNOWN = on_record(person.proof_of_status_given.is_("none", "us_citizen", "lawful_status"))

TERMS = (
    Term("the paper is signed by a federal judge", FEDERAL_JUDGE),
    Term("the paper is signed by a judge", ANY_JUDGE),
    Term("the request comes from an immigration authority", AGENTS),
    Term("the request comes from a federal authority", FEDERAL_AUTHORITY),
    Term(
        "the immigration authorities ask for this, by another form than a detainer, without a judge's paper", AGENTS_ASK
    ),
    Term("the request is a detainer of ICE", ICE_DETAINER),
    Term("the request is a subpoena of a court or grand jury", SUBPOENA),
    Term("the request is a paper of the immigration authorities' own", DHS_PAPER),
    Term("the paper is in the form of a court's", OF_A_COURT),
    Term("the paper is a court's", COURT_PAPER),
    Term("the paper is known to be no court's", NOT_A_COURTS),
    Term("the paper is a civil immigration paper", CIVIL_PAPER),
    Term("the paper is an immigration judge's in the form of a court's", OF_IMMIGRATION_JUDGE),
    Term("the detainer, or a document that came with it, states probable cause", CAUSE_SHOWN),
    Term("the paper is for somebody else", FOR_ANOTHER),
    Term("the paper was recalled", RECALLED),
    Term("the paper has no force here", NO_FORCE),
    Term("the request is a federal judge's arrest warrant for a crime", WARRANT),
    Term("a federal judge's arrest warrant came with the request", ATTACHED_WARRANT),
    Term("another order of a federal judge came with the request", OTHER_ATTACHED),
    Term("a federal judge's paper came with the request", JUDGES_PAPER_CAME),
    Term(
        "the immigration warrant that came with the request does not stand",
        WARRANT_FALLS,
        "8 CFR 236.1(b), 241.2(a)(1)",
    ),
    Term("the immigration warrant that came with the request stands", WARRANT_CAME),
    Term("the person is still in the State's custody", STATE_CUSTODY),
    Term("a jail of a county or city has the person, or another agency that counsel finds bound", AN_AGENCY),
    Term("the jail of a county has the person, or another agency that counsel finds bound", COUNTY_JAIL_OR_ASKED),
    Term("the agency is the county's own", COUNTYS_OWN),
    Term("proof of United States citizenship is on record", PROOF_SHOWN),
)
"""The terms as the rule page names and defines them."""
