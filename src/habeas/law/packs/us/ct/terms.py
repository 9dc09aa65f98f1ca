"""What Conn. Gen. Stat. 54-192h speaks of."""

from habeas.law.model.expressions import any_charge, ask_counsel, charge, charge_is, on_record, person, request
from habeas.law.model.terms import Term
from habeas.law.packs.us.terms import ANY_JUDGE, ATTACHMENT_STANDS, DETAINER, FEDERAL, FEDERAL_JUDGE

CT_CONVICTED = charge.disposition.is_("convicted")
JUDICIAL_OFFICER = (request.kind.is_("judicial_warrant", "judicial_probable_cause") & ANY_JUDGE) | (
    on_record(request.attached_signer.is_(*FEDERAL, "state_judge")) & ATTACHMENT_STANDS
)
"""(b)(1)(A)(i): a judicial officer's warrant; an immigration judge's is none."""
SCREENING_MATCH = person.flag("terrorist_screening_match")
A_OR_B_CONVICTION = any_charge(CT_CONVICTED & charge_is("ct_class_a_or_b_felony"))
ADDED_CONVICTION = any_charge(CT_CONVICTED & charge_is("ct_added_in_2025"))
RECORD_2019 = A_OR_B_CONVICTION | SCREENING_MATCH
RECORD_2025 = A_OR_B_CONVICTION | SCREENING_MATCH | ADDED_CONVICTION
ORDER_CAME = on_record(request.attached_signer.is_(*FEDERAL))
"""A federal judge's paper came with the request."""
ORDER_TO_APPEAR = request.kind.is_("court_order") & FEDERAL_JUDGE
"""(b)(1)(D): an order under 8 USC 1225(d)(4)(B)."""
GROUND_2014 = (
    any_charge(CT_CONVICTED & charge_is("grade_felony"))
    | SCREENING_MATCH
    | request.flag("final_order_of_removal")
    | ask_counsel(
        "Does the officer find one of the other grounds: pending Connecticut charges with no bond posted, an outstanding "
        "Connecticut arrest warrant, a gang or security risk group listing, or an unacceptable risk to public safety?",
        when=DETAINER,
    )
)
"""The seven grounds of P.A. 13-155; four of them are the officer's to find."""
HOLD_PAPER = DETAINER | (request.kind.is_("judicial_warrant", "judicial_probable_cause") & ANY_JUDGE)

TERMS = (
    Term("a judicial officer's warrant stands behind the request", JUDICIAL_OFFICER, "54-192h(b)(1)(A)(i)"),
    Term(
        "the person was convicted of a class A or B felony, or may match the Terrorist Screening Database",
        RECORD_2019,
        "54-192h(b)(1)(A)(ii)-(iii), to 30 September 2025",
    ),
    Term(
        "the person was convicted of a class A or B felony or one of the thirteen crimes, or may match the Terrorist Screening "
        "Database",
        RECORD_2025,
        "54-192h(b)(1)(A)(ii)-(iii), since 1 October 2025",
    ),
    Term("one of the seven grounds of 2014 is there", GROUND_2014, "P.A. 13-155"),
)
