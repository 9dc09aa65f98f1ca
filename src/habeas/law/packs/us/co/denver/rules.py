"""Denver: article VIII of chapter 28 of its code, the Public Safety Enforcement Priorities Act of 2017."""

from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.starting import begins_between
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import AGENTS, CIVIL_PAPER, COURT_PAPER, FEDERAL_JUDGE, IMMIGRATION, LOCAL

SOURCES = sources_of(__name__)

HELP = begins_between(
    Provision(
        id="us-co-denver.28-250-a-1",
        sentence="No officer or employee of the city assists or cooperates with an investigation, detention or arrest for a "
        "civil violation of immigration law.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=CIVIL_PAPER & AGENTS & LOCAL,
        effective=since("2018-01-01"),
        layer=Layer.COUNTY,
        source=SOURCES["28-250-a-1"],
    ),
    "2017-08-28",
)

QUESTIONS = begins_between(
    Provision(
        id="us-co-denver.28-250-a-2",
        sentence="Nobody is asked about national origin, immigration or citizenship status, except as a law or a treaty of "
        "the United States requires.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL,
        effective=since("2018-01-01"),
        layer=Layer.COUNTY,
        source=SOURCES["28-250-a-2"],
    ),
    "2017-08-28",
)

ROOMS = begins_between(
    Provision(
        id="us-co-denver.secure-areas",
        sentence="The immigration authorities are not let into the secure areas of the city's jails without a judge's warrant.",
        acts=(Act.ACCESS_FACILITY,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & AGENTS & IMMIGRATION,
        unless=COURT_PAPER & FEDERAL_JUDGE,
        effective=since("2018-01-01"),
        layer=Layer.COUNTY,
        source=SOURCES["secure-areas"],
    ),
    "2017-08-28",
)

HAND_OVER = (
    Provision(
        id="us-co-denver.28-250-exceptions",
        sentence="The ban holds except as the article itself authorizes, and the sheriff has given notice of releases under "
        "it: which notice or transfer it authorizes was not read.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=CIVIL_PAPER & AGENTS & LOCAL,
        effective=since("2017-08-28"),
        layer=Layer.COUNTY,
        source=SOURCES["exceptions"],
    ),
)

NOTES = (
    Note(
        sentence="Information about national origin, immigration or citizenship status is passed on only as a law requires, and "
        "the code names 8 USC 1373 and 1644 as such laws.",
        source=SOURCES["28-250-a-4"],
    ),
)

PACK = Pack(id="us-co-denver", title="Denver", provisions=(*HELP, *QUESTIONS, *ROOMS, *HAND_OVER), notes=NOTES)
