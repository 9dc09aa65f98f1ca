"""Puerto Rico: its law was searched and none read; accounts name an act and an executive order that nobody here has seen."""

from habeas.law.model.provision import Pack, Provision, since
from habeas.law.model.searched import NONE_FOUND, custody_open
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import AGENTS, COURT_PAPER

SOURCES = sources_of(__name__)

ACCOUNTS = (
    Provision(
        id="us-pr.accounts",
        sentence="An act and an executive order are said to limit help to the immigration authorities; neither was read, so what of this "
        "they leave is for counsel.",
        acts=(
            Act.NOTIFY,
            Act.TRANSFER,
            Act.INTERVIEW,
            Act.LIST,
            Act.SHARE_PERSONAL,
            Act.SHARE_CRIMINAL_HISTORY,
            Act.ASK_STATUS,
            Act.ACCESS_FACILITY,
            Act.AGREE_287G,
            Act.HOUSE_FEDERAL_DETAINEES,
        ),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS & ~COURT_PAPER,
        effective=since("1997-04-01"),
        layer=Layer.STATE,
        source=SOURCES["accounts"],
    ),
)

PACK = Pack(
    id="us-pr", title="Puerto Rico", provisions=(custody_open("us-pr", "Puerto Rico", SOURCES[NONE_FOUND]), *ACCOUNTS)
)
