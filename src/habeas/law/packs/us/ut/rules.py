"""Utah: the exchange of status, the check at arrest, and notice of certain releases since HB 226 (2025)."""

from habeas.law.model.expressions import request
from habeas.law.model.open_records import OF_A_MINOR, open_arrest_records
from habeas.law.model.provision import Pack, Provision, since
from habeas.law.model.searched import NONE_FOUND, custody_open
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome
from habeas.law.packs.us.terms import DHS_PAPER, FEDERAL_AUTHORITY

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-ut.76-9-1007",
        sentence="No agency is restricted in any way from sending, receiving or keeping what concerns a person's immigration "
        "status for a lawful purpose.",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY,
        effective=since("2019-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of the immigration status of any person.",
        source=SOURCES["76-9-1007"],
    ),
    Provision(
        id="us-ut.76-14-202",
        sentence="The officer who arrests for a class A misdemeanor or a felony asks for verification of status where identity "
        "is not shown; what this and the jail's own check ask of a jail is for counsel.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.UNRESOLVED,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2019-01-01"),
        layer=Layer.STATE,
        source=SOURCES["76-14-202"],
    ),
    Provision(
        id="us-ut.hb-226",
        sentence="Since 7 May 2025 a sheriff tells ICE before releasing a person convicted of certain class A misdemeanors; which, "
        "and what else of a release is coordinated, was not read.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER,
        effective=since("2025-05-07"),
        layer=Layer.STATE,
        source=SOURCES["hb-226"],
    ),
)

OPEN_RECORDS = open_arrest_records(
    "us-ut.63G-2-301-3",
    "The agency's log of arrests and jail bookings",
    "2012-01-01",
    SOURCES["63G-2-301-3"],
    unless=OF_A_MINOR,
)

PACK = Pack(
    id="us-ut",
    title="Utah",
    provisions=(*OPEN_RECORDS, *RULES, custody_open("us-ut", "Utah", SOURCES[NONE_FOUND])),
)
