"""North Dakota: the nationality of a convicted felon is asked (44-04-04); nothing was found on detainers, notice or agreements."""

from habeas.law.model.expressions import any_present_charge, charge
from habeas.law.model.open_records import open_arrest_records
from habeas.law.model.provision import Provision, since
from habeas.law.model.searched import NONE_FOUND, nothing_found
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import JAIL_OR_PRISON

SOURCES = sources_of(__name__)

NATIONALITY = (
    Provision(
        id="us-nd.44-04-04",
        sentence="Of whoever is committed to a jail or to the Department of Corrections upon conviction of a felony the officer in charge "
        "asks the nationality at once, and tells the immigration officer of an alien's commitment, its reason and length.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST,
        when=JAIL_OR_PRISON & any_present_charge(charge.grade.is_("felony") & charge.disposition.is_("convicted")),
        effective=since("1997-04-01"),
        layer=Layer.STATE,
        source=SOURCES["44-04-04"],
    ),
)

OPEN_RECORDS = open_arrest_records(
    "us-nd.44-04-18.7-2",
    "Jail booking information, an arrestee's description, the facts of the arrest and the disposition of warrants",
    "2017-04-12",
    SOURCES["44-04-18.7-2"],
)

PACK = nothing_found(
    "us-nd",
    "North Dakota",
    on="2026-11-30",
    source=SOURCES[NONE_FOUND],
    look_again="2027-03-01",
    more=(*NATIONALITY, *OPEN_RECORDS),
)
