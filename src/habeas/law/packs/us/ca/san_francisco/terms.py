"""What chapter 12I of the Administrative Code speaks of."""

from habeas.law.model.expressions import any_charge, any_present_charge, ask_counsel, charge, charge_is
from habeas.law.packs.us.ca.doors import CONVICTED

RECENT_RECORD = (
    any_charge(CONVICTED & charge_is("violent") & charge.disposed_on.within(7))
    | any_charge(CONVICTED & charge_is("serious") & charge.disposed_on.within(5))
    | ask_counsel(
        "Are there three listed felonies from separate events within five years (12I.3)?",
        when=any_charge(CONVICTED & charge_is("grade_felony") & charge.disposed_on.within(5)),
    )
)
HELD = charge.disposition.is_("held_to_answer")
HELD_TO_ANSWER = any_present_charge(HELD & (charge_is("serious") | charge_is("violent"))) | ask_counsel(
    "Is the felony on which the person is held to answer one that 12I.3 lists, and no domestic violence?",
    when=any_present_charge(HELD & charge_is("grade_felony")),
)
