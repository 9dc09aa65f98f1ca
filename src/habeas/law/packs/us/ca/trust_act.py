"""The TRUST Act: Government Code 7282.5 as it opened the hold itself from 2014 to 2017. Its items stand in `doors.py`."""

from habeas.law.model.provision import Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.ca.doors import TRUST_DOORS
from habeas.law.packs.us.terms import DETAINER, LOCAL

SOURCES = sources_of(__name__)

TRUST_ACT = (
    Provision(
        id="us-ca.gov-7282.5-trust",
        sentence="A detainer may be honored only for the records the TRUST Act lists, and only if no other law forbids it.",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & DETAINER,
        unless=TRUST_DOORS,
        otherwise=Outcome.MAY,
        effective=since("2014-01-01", to="2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7282.5-trust"],
    ),
)
