"""Cook County: section 46-37 of its code (Ordinance 11-O-73), older and in part stricter than the state's Act."""

from habeas.law.model.expressions import agency, request
from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import COUNTYS_OWN, ICE, ICE_DETAINER, IMMIGRATION, WARRANT

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-il-cook.46-37-a",
        sentence="The Sheriff declines ICE's detainers unless a written agreement repays the county every cost.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=ICE_DETAINER & COUNTYS_OWN,
        unless=agency.flag("policy.reimbursement_agreement"),
        effective=since("2011-09-07"),
        layer=Layer.COUNTY,
        source=SOURCES["46-37-a"],
    ),
    Provision(
        id="us-il-cook.46-37-b",
        sentence="ICE's agents get no access to people or rooms, and no answers about custody or release dates, without a "
        "criminal warrant or a purpose other than immigration law.",
        acts=(Act.INTERVIEW, Act.ACCESS_FACILITY, Act.NOTIFY, Act.LIST),
        outcome=Outcome.MUST_NOT,
        when=ICE & IMMIGRATION & COUNTYS_OWN,
        unless=WARRANT,
        effective=since("2011-09-07"),
        layer=Layer.COUNTY,
        source=SOURCES["46-37-b"],
    ),
    Provision(
        id="us-il-cook.46-37-c",
        sentence="No county resources or effort go into complying with a detainer.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.MUST_NOT,
        when=request.kind.is_("detainer", "transfer_request", "administrative_warrant")
        & ICE
        & IMMIGRATION
        & COUNTYS_OWN,
        effective=since("2011-09-07"),
        layer=Layer.COUNTY,
        source=SOURCES["46-37-c"],
    ),
)


NOTES = (
    Note(
        sentence="Since 16 October 2025 an executive order of the President of the County Board keeps the County's property, "
        "resources and people from civil immigration enforcement; how far it binds the Sheriff was not read.",
        source=SOURCES["eo-2025-1"],
    ),
)

PACK = Pack(id="us-il-cook", title="Cook County", provisions=RULES, notes=NOTES)
