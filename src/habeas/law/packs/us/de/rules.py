"""Delaware: no agreement for immigration powers or detention (11 Del. C. 8402B, 2025); on single detainers nothing was found."""

from habeas.law.model.agreements import agreement_on_record
from habeas.law.model.provision import Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import AGENTS, DETAINER

SOURCES = sources_of(__name__)

AGREEMENTS = (
    Provision(
        id="us-de.8402B-a",
        sentence="No agency makes, changes, renews or extends an agreement to use powers under 8 USC 1357(g) or to detain or house "
        "people in an immigration authority's custody; what stood before ended by 13 August 2025.",
        acts=(Act.AGREE_287G, Act.HOUSE_FEDERAL_DETAINEES),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2025-07-14"),
        layer=Layer.STATE,
        source=SOURCES["8402B-a"],
    ),
    agreement_on_record("us-de", "Delaware", "2025-07-14", SOURCES["8402B-a"]),
    Provision(
        id="us-de.8402B-c",
        sentence="The section leaves the disclosure of criminal history under 28 CFR part 20 alone.",
        acts=(Act.SHARE_CRIMINAL_HISTORY,),
        outcome=Outcome.MAY,
        when=AGENTS,
        effective=since("2025-07-14"),
        layer=Layer.STATE,
        reaches_everyone="The clause speaks of records, whoever they are about.",
        source=SOURCES["8402B-c"],
    ),
    Provision(
        id="us-de.none-found",
        sentence="No law of the State on a single detainer was found: whether its officers have power to hold on one is for "
        "counsel.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.UNRESOLVED,
        when=DETAINER,
        effective=since("2025-07-14"),
        layer=Layer.STATE,
        source=SOURCES["none-found"],
    ),
)

EARLIER = (not_read_before("us-de", "Delaware", "2025-07-14", SOURCES[NOT_READ]),)

PACK = Pack(id="us-de", title="Delaware", provisions=(*EARLIER, *AGREEMENTS))
