"""California: the Values Act (Gov. Code 7284-7284.12), the TRUST Act (7282, 7282.5), the TRUTH Act (7283-7283.2), and around them.

State law forbids, and leaves exceptions; it never orders cooperation. "may" here means: state law does not stop it.
"""

from habeas.law.model.provision import Note, Pack
from habeas.law.model.sources import sources_of
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.packs.us.ca.other_codes import OTHER_CODES, OTHER_CODES_DUTIES
from habeas.law.packs.us.ca.trust_act import TRUST_ACT
from habeas.law.packs.us.ca.truth_act import TRUTH_ACT, TRUTH_ACT_DUTIES
from habeas.law.packs.us.ca.values_act import VALUES_ACT, VALUES_ACT_DUTIES

SOURCES = sources_of(__name__)

NOTES = (
    Note(
        sentence="7284.6(b) opens what it names only where no policy of the agency and no local law or policy is violated: each county's "
        "pack asks after its own.",
        source=SOURCES["gov-7284.6-b-local"],
    ),
    Note(
        sentence="An officer may act on a reentry after removal that follows an aggravated felony (8 USC 1326(a), (b)(2)) if "
        "it came up in unrelated work; transfer afterwards only through 7284.6(a)(4).",
        source=SOURCES["gov-7284.6-b-1"],
    ),
    Note(
        sentence="Every record of ICE access, and what is said to ICE, is a public record, names struck out as the law allows.",
        source=SOURCES["gov-7283.1-c"],
    ),
    Note(
        sentence="An agency that gives a joint task force people or means on an ongoing basis reports each year "
        "to the Department of Justice "
        "its purpose, its agencies, all arrests and those for immigration enforcement; one agency of a "
        "task force reports for all.",
        source=SOURCES["gov-7284.6-c-1"],
    ),
    Note(
        sentence="Transfers under 7284.6(a)(4), and the offense that allowed each, are counted each year for the state; "
        "notices are not.",
        source=SOURCES["gov-7284.6-c-2"],
    ),
    Note(
        sentence="By January 1, 2027, every state or local agency has in force the Attorney General's model "
        "policy on dealing with immigration "
        "authorities, or an equivalent one; the models and the guidance on databases were due on July 1, 2026.",
        source=SOURCES["gov-12532.5"],
    ),
    Note(
        sentence="Since 2020 what comes through CLETS, criminal history apart, is not used for immigration "
        "enforcement; since July 1, 2021, an "
        "inquiry for anything else gives its reason.",
        source=SOURCES["gov-15160"],
    ),
    Note(
        sentence="The Court of Appeals for the Ninth Circuit affirmed that the Values Act was not enjoined: what "
        "it withholds the state may "
        "withhold under the Tenth Amendment.",
        source=SOURCES["us-v-california"],
    ),
    Note(
        sentence="8 USC 1373 and 1644 do not reach release dates, in a case about a sheriff's memorandum of 2015.",
        source=SOURCES["steinle"],
    ),
    Note(
        sentence="Charter cities are bound by 7284.6 as others are.",
        source=SOURCES["huntington-beach"],
    ),
    Note(
        sentence="In the Ninth Circuit nobody stays held on an immigration detainer without a prompt finding of "
        "probable cause by a neutral "
        "magistrate.",
        source=SOURCES["gonzalez-v-ice"],
    ),
    Note(
        sentence="The Attorney General's bulletins on these acts were not found in words; the first names 4 January 2018 as "
        "the day the Values Act began, others 1 January.",
        source=SOURCES["bulletins"],
    ),
)

EARLIER = (not_read_before("us-ca", "California", "2014-01-01", SOURCES[NOT_READ]),)

PACK = Pack(
    id="us-ca",
    title="California",
    provisions=(*EARLIER, *TRUST_ACT, *TRUTH_ACT, *VALUES_ACT, *OTHER_CODES),
    duty_rules=(*TRUTH_ACT_DUTIES, *VALUES_ACT_DUTIES, *OTHER_CODES_DUTIES),
    notes=NOTES,
)
