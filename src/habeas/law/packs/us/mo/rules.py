"""Missouri: no sanctuary policies (67.307), the check of status of the charged and confined (544.472), and no rule on a hold."""

from habeas.law.model.expressions import any_present_charge, charge, custody, person, request
from habeas.law.model.open_records import open_arrest_records
from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.searched import NONE_FOUND, custody_open
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome
from habeas.law.packs.us.terms import FEDERAL_AUTHORITY, LOCAL_JAIL, NOT_SHOWN

SOURCES = sources_of(__name__)

CHARGED_AND_CONFINED = LOCAL_JAIL & any_present_charge(charge.disposition.is_("pending", "held_to_answer", "convicted"))
"""544.472: charged and confined to jail for any period of time."""

RULES = (
    Provision(
        id="us-mo.67.307",
        sentence="No county or city may limit or prohibit communicating or cooperating with federal agencies to verify or report "
        "the immigration status of anyone there.",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY,
        effective=since("2016-08-28"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of any alien within the municipality.",
        source=SOURCES["67.307"],
    ),
    Provision(
        id="us-mo.544.472",
        sentence="Where documents and a reasonable effort do not show the status of a person charged and confined, the arresting "
        "agency asks the federal center within 48 hours; when that falls to the jail is for counsel.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.UNRESOLVED,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        # it stood as 577.680 before 2017; its first day was not read, and nothing is firm before it either
        effective=since("1997-04-01", to="2009-08-28"),
        layer=Layer.STATE,
        source=SOURCES["544.472"],
    ),
    Provision(
        id="us-mo.544.472-query",
        sentence="Where documents and a reasonable effort do not show the nationality or status of a person charged and confined, the "
        "arresting agency verifies it within 48 hours through a query of the federal Law Enforcement Support Center.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.MUST,
        when=CHARGED_AND_CONFINED
        & custody.flag("initial_custody")
        & NOT_SHOWN
        & ~person.flag("federal_status_verified"),
        effective=since("2009-08-28"),
        layer=Layer.STATE,
        source=SOURCES["544.472"],
    ),
    Provision(
        id="us-mo.544.472-elsewhere",
        sentence="The query is the arresting agency's: what it asks of a jail that holds a person whom another agency arrested is for "
        "counsel.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.UNRESOLVED,
        when=CHARGED_AND_CONFINED & ~custody.flag("initial_custody"),
        effective=since("2009-08-28"),
        layer=Layer.STATE,
        source=SOURCES["544.472"],
    ),
)

NOTES = (
    Note(
        sentence="If the prisoner is found to be in the United States unlawfully, the arresting agency tells the Department of "
        "Homeland Security; nothing in the section keeps anyone from bond or release.",
        source=SOURCES["544.472"],
    ),
    Note(
        sentence="Whoever is arrested without a warrant is discharged within twenty-four hours unless charged and held by warrant; "
        "who refuses it, or hands such a person to another's custody to avoid it, commits a misdemeanor.",
        source=SOURCES["544.170"],
    ),
)

OPEN_RECORDS = open_arrest_records(
    "us-mo.610.100",
    "Arrest reports, with any confinement that follows and the charge, while no section closes them (nobody charged within "
    "thirty days; a case that ended without a conviction),",
    "2005-01-01",
    SOURCES["610.100"],
)

PACK = Pack(
    id="us-mo",
    title="Missouri",
    provisions=(*OPEN_RECORDS, *RULES, custody_open("us-mo", "Missouri", SOURCES[NONE_FOUND])),
    notes=NOTES,
)
