"""What the Immigrant Trust Directive speaks of."""

from habeas.law.model.expressions import any_charge, charge, charge_is, on_record, request
from habeas.law.packs.us.terms import ATTACHMENT_STANDS, FEDERAL

CHARGED_OR_FOUND = charge.disposition.is_(
    "pending", "held_to_answer", "convicted", "not_guilty_insanity", "juvenile_adjudication"
)

ORDER = request.attachments.includes("final_order_of_removal", "court_order")
SIGNED = request.attached_signer.is_(*FEDERAL)
SPOKEN_OF = on_record(ORDER) | on_record(SIGNED) | on_record(request.flag("final_order_of_removal"))
"""Something on record speaks of an order: only then are the papers that came, and their signer, asked about."""

GROUNDS = (
    any_charge(CHARGED_OR_FOUND & charge_is("nj_violent_or_serious"))
    | any_charge(charge.disposition.is_("convicted") & charge_is("indictable") & charge.disposed_on.within(5))
    | (SPOKEN_OF & ORDER & SIGNED & ATTACHMENT_STANDS)
)
"""II.B.5-6: (a) charged with or ever found to have done a violent or serious offence, (b) convicted of another indictable crime in
the past five years, (c) a final order of removal signed by a federal judge and lodged: the paper itself, not a form's word of it."""
OF_A_JUDGE = request.kind.is_("judicial_warrant", "court_order") & request.signer.is_(*FEDERAL, "state_judge")
