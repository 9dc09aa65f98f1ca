"""California: the Values Act (Gov. Code 7284-7284.12), the TRUST Act (7282, 7282.5), the TRUTH Act (7283-7283.2), and around them.

State law forbids, and leaves doors; it never orders cooperation. "may" here means: state law does not stop it.
"""

from habeas.law.model.provision import Note, Pack
from habeas.law.model.sources import sources_of
from habeas.law.packs.us.ca.other_codes import OTHER_CODES, OTHER_CODES_DUTIES
from habeas.law.packs.us.ca.trust_act import TRUST_ACT
from habeas.law.packs.us.ca.truth_act import TRUTH_ACT, TRUTH_ACT_DUTIES
from habeas.law.packs.us.ca.values_act import VALUES_ACT, VALUES_ACT_DUTIES

SOURCES = sources_of(__name__)

NOTES = (
    Note(
        sentence="An officer may act on a reentry after removal that follows an aggravated felony (8 USC 1326(a), (b)(2)) if "
        "it came up in unrelated work; hand-over afterwards only through 7284.6(a)(4).",
        source=SOURCES["gov-7284.6-b-1"],
    ),
    Note(
        sentence="Every record of ICE access, and what is said to ICE, is a public record, names struck out as the law allows.",
        source=SOURCES["gov-7283.1-c"],
    ),
    Note(
        sentence="Hand-overs under 7284.6(a)(4), and the offence that allowed each, are counted each year for the state; "
        "notices are not.",
        source=SOURCES["gov-7284.6-c-2"],
    ),
    Note(
        sentence="The Attorney General's bulletins on these acts were not found in words; the first names 4 January 2018 as "
        "the day the Values Act began, others 1 January.",
        source=SOURCES["bulletins"],
    ),
)

PACK = Pack(
    id="us-ca",
    title="California",
    provisions=(*TRUST_ACT, *TRUTH_ACT, *VALUES_ACT, *OTHER_CODES),
    duty_rules=(*TRUTH_ACT_DUTIES, *VALUES_ACT_DUTIES, *OTHER_CODES_DUTIES),
    notes=NOTES,
)
