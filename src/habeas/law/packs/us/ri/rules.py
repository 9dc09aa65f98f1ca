"""Rhode Island: no law was found but bills of 2025 and 2026 against detention agreements, whose fate is not known."""

from habeas.law.model.expressions import custody, on_record, request
from habeas.law.model.open_records import OF_A_MINOR, open_arrest_records
from habeas.law.model.provision import Provision, since
from habeas.law.model.searched import NONE_FOUND, nothing_found
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import AGENTS

SOURCES = sources_of(__name__)

BILL = (
    Provision(
        id="us-ri.s-295-agreements",
        sentence="Bills of 2025 and 2026 would bar agreements to detain people for federal civil immigration violations; whether one "
        "became law was not found.",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS,
        effective=since("2025-02-13"),
        layer=Layer.STATE,
        source=SOURCES["s-295"],
    ),
)

ARRANGEMENTS = (
    Provision(
        id="us-ri.31-21.2-8",
        sentence="The state and municipal police show anyone who asks their arrangements with ICE, formal or not, agreements under "
        "8 USC 1357(g) among them, and their policies on asking federal authorities about a person's status.",
        acts=(Act.SHARE_PUBLIC,),
        outcome=Outcome.MUST,
        when=request.kind.is_("public_records_request")
        & request.fields.includes("agreements", "arrangements", "immigration_policies"),
        unless=on_record(custody.facility.is_("county_jail", "state_prison", "court", "probation")),
        effective=since("2016-01-01"),
        layer=Layer.STATE,
        reaches_everyone="The section speaks of arrangements and policies and of no person.",
        source=SOURCES["31-21.2-8"],
    ),
)

OPEN_RECORDS = open_arrest_records(
    "us-ri.38-2-3.2",
    "The facts of the arrest of an adult within five days before the request (name, address, year of birth, charge, date, "
    "time, gender, race)",
    "2012-09-01",
    SOURCES["38-2-3.2"],
    unless=OF_A_MINOR,
)

PACK = nothing_found(
    "us-ri",
    "Rhode Island",
    on="2026-11-30",
    source=SOURCES[NONE_FOUND],
    look_again="2027-03-01",
    more=(*BILL, *ARRANGEMENTS, *OPEN_RECORDS),
)
