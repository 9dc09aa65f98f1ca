"""Kinds of punishment as the tables name them, in the groups that the law asks for."""

STATE_PRISON = frozenset({"felony_state_prison", "wobbler_state_prison"})
COUNTY_JAIL = frozenset({"felony_1170h", "wobbler_1170h"})
BEFORE_1170H = {"felony_1170h": "felony_before_1170h", "wobbler_1170h": "wobbler_before_1170h"}
WOBBLERS = frozenset({"wobbler_state_prison", "wobbler_1170h", "wobbler_before_1170h"})
FELONIES = frozenset({"felony_state_prison", "felony_1170h", "felony_before_1170h"})
MISDEMEANORS = frozenset({"straight_misdemeanor", "infraction", "misdemeanor_or_infraction"})
ONLY_MISDEMEANOR = frozenset({"straight_misdemeanor"})
RULED_OUT = {
    "felony": MISDEMEANORS,
    "misdemeanor": FELONIES | {"infraction"},
    "infraction": FELONIES | WOBBLERS | ONLY_MISDEMEANOR,
}
"""The kinds that a grade on record leaves out, where a section stands under several."""
