"""Wisconsin: whether a sheriff may keep a person on a detainer is before the supreme court (Voces de la Frontera v. Gerber)."""

from habeas.law.model.expressions import request
from habeas.law.model.open_records import OF_A_MINOR, open_arrest_records
from habeas.law.model.provision import Pack, Provision, since
from habeas.law.model.searched import NONE_FOUND, custody_open
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import AGENTS, DHS_PAPER, NOT_COUNTY_JAIL

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-wi.voces-v-gerber-hold",
        sentence="Whether chapter 818 lets a sheriff arrest on a federal immigration detainer is before the supreme court since "
        "3 December 2025; until it decides county counsel does.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("detainer", "administrative_warrant"),
        effective=since("2025-12-03"),
        layer=Layer.STATE,
        source=SOURCES["voces-v-gerber"],
    ),
    Provision(
        id="us-wi.voces-v-gerber-transfer",
        sentence="Whether a transfer at release, without a minute more of custody, is an arrest that chapter 818 forbids hangs on "
        "what the supreme court decides.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER,
        effective=since("2025-12-03"),
        layer=Layer.STATE,
        source=SOURCES["voces-v-gerber"],
    ),
    Provision(
        id="us-wi.voces-v-gerber-agreements",
        sentence="How an agreement under 8 USC 1357(g) bears on a sheriff's power under chapter 818 is before the supreme court "
        "since 3 December 2025.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS,
        effective=since("2025-12-03"),
        layer=Layer.STATE,
        source=SOURCES["voces-v-gerber-agreements"],
    ),
)

OPEN_RECORDS = open_arrest_records(
    "us-wi.59.27-2",
    "The sheriff's register of prisoners and daily jail record, with the charge of each arrest,",
    "1979-05-30",
    SOURCES["59.27-2"],
    unless=OF_A_MINOR,
    not_of=NOT_COUNTY_JAIL,
)

PACK = Pack(
    id="us-wi",
    title="Wisconsin",
    provisions=(*OPEN_RECORDS, *RULES, custody_open("us-wi", "Wisconsin", SOURCES[NONE_FOUND], until="2025-12-03")),
)
