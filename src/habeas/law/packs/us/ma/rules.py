"""Massachusetts: no authority to arrest on a civil immigration detainer (Lunn v. Commonwealth, 2017)."""

from habeas.law.model.expressions import agency, on_record
from habeas.law.model.open_records import OF_A_MINOR, open_arrest_records
from habeas.law.model.provision import Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import CITY_LOCKUP, DHS_PAPER, JUDGES_PAPER_CAME

SOURCES = sources_of(__name__)

LUNN = (
    Provision(
        id="us-ma.lunn",
        sentence="Massachusetts law gives its officers no power to arrest and hold a person on a civil immigration detainer past "
        "the time of release.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=DHS_PAPER,
        unless=JUDGES_PAPER_CAME | on_record(agency.flag("agreement_287g")),
        otherwise=Outcome.UNRESOLVED,
        effective=since("2017-07-24"),
        layer=Layer.STATE,
        source=SOURCES["lunn"],
    ),
    Provision(
        id="us-ma.lunn-transfer",
        sentence="The decision is about keeping people: whether a person may be transferred at release, without a minute more of "
        "custody, is for counsel.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER,
        unless=JUDGES_PAPER_CAME,
        effective=since("2017-07-24"),
        layer=Layer.STATE,
        source=SOURCES["lunn"],
    ),
)

EARLIER = (not_read_before("us-ma", "Massachusetts", "2017-07-24", SOURCES[NOT_READ]),)

OPEN_RECORDS = open_arrest_records(
    "us-ma.41-98F",
    "A police department's daily log of arrests (names, addresses, charges), less what the section keeps apart (a victim in "
    "the household; an arrest under eighteen; a disability),",
    "2024-06-12",
    SOURCES["41-98F"],
    where=CITY_LOCKUP,
    unless=OF_A_MINOR,
)

PACK = Pack(id="us-ma", title="Massachusetts", provisions=(*OPEN_RECORDS, *EARLIER, *LUNN))
