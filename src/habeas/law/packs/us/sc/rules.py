"""South Carolina: the status check of 23-3-1100 and what follows it; nothing found that gives a jail power to hold."""

from habeas.law.model.expressions import person, request
from habeas.law.model.provision import Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import AGENTS, DHS_PAPER, FEDERAL_AUTHORITY, LOCAL_JAIL

SOURCES = sources_of(__name__)


RULES = (
    Provision(
        id="us-sc.23-3-1100",
        sentence="Since June 2008 a section has jails check the status of prisoners; how it read before 2012 was not read.",
        acts=(Act.ASK_STATUS, Act.QUERY_ICE),
        outcome=Outcome.UNRESOLVED,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2008-06-04", to="2012-01-01"),
        layer=Layer.STATE,
        source=SOURCES["23-3-1100"],
    ),
    Provision(
        id="us-sc.23-3-1100-a",
        sentence="Of a person charged with an offense and confined in a jail a reasonable effort is made to learn whether they are an "
        "alien unlawfully present: the jail may ask, and judges nothing itself.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MAY,
        when=LOCAL_JAIL,
        effective=since("2012-01-01"),
        layer=Layer.STATE,
        reaches_everyone="The section speaks of any person charged and confined, for any period.",
        source=SOURCES["23-3-1100-a"],
    ),
    Provision(
        id="us-sc.23-3-1100-b",
        sentence="Of a prisoner who is an alien the jail asks the Law Enforcement Support Center within 72 hours whether the presence is "
        "lawful.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.MUST,
        when=LOCAL_JAIL & person.flag("foreign_national"),
        effective=since("2012-01-01"),
        layer=Layer.STATE,
        source=SOURCES["23-3-1100-b"],
    ),
    Provision(
        id="us-sc.23-3-1100-e",
        sentence="Of a prisoner found unlawfully present the jail tells the Department of Homeland Security, may transport them, and must "
        "at the end of the sentence: whether the federal government so found is for counsel.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER & AGENTS,
        effective=since("2012-01-01"),
        layer=Layer.STATE,
        source=SOURCES["23-3-1100-e"],
    ),
    Provision(
        id="us-sc.23-3-1100-f",
        sentence="The section denies nobody bond or release who is eligible for it, and no other law was found that lets a jail keep "
        "anybody on a civil immigration paper or forbids it: whether a jail may is for counsel.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER,
        effective=since("2012-01-01"),
        layer=Layer.STATE,
        source=SOURCES["23-3-1100-f"],
    ),
    Provision(
        id="us-sc.hold",
        sentence="No South Carolina law was found that makes a jail keep anybody on a civil immigration paper or gives it power "
        "to.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER,
        effective=since("1997-04-01", to="2012-01-01"),
        layer=Layer.STATE,
        source=SOURCES["hold"],
    ),
    Provision(
        id="us-sc.h-4764",
        sentence="A bill of 2026 would make jails seek agreements under 8 USC 1357(g); whether it is law was not found.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS,
        effective=since("2026-01-01"),
        layer=Layer.STATE,
        source=SOURCES["h-4764"],
    ),
)

PACK = Pack(id="us-sc", title="South Carolina", provisions=RULES)
