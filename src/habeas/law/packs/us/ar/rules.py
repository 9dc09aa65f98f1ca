"""Arkansas: Act 654 of 2025 sends sheriffs who run a jail to the Warrant Service Officer program."""

from habeas.law.model.open_records import open_arrest_records
from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import AGENTS, COUNTY_JAIL, DHS_PAPER

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-ar.act-654",
        sentence="A sheriff in charge of a county jail applies for the Warrant Service Officer program, or chooses the Jail "
        "Enforcement Model.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST,
        when=COUNTY_JAIL & AGENTS,
        effective=since("2025-08-05"),
        layer=Layer.STATE,
        source=SOURCES["act-654"],
    ),
    Provision(
        id="us-ar.hold",
        sentence="The act speaks of the program and of no single detainer; no Arkansas law was found that makes a jail keep "
        "anybody on a civil immigration paper or gives it power to.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER,
        effective=since("1997-04-01"),
        layer=Layer.STATE,
        source=SOURCES["hold"],
    ),
)

NOTES = (
    Note(
        sentence="The ban on sanctuary policies of cities is widened to counties and unincorporated areas.",
        source=SOURCES["sanctuary"],
    ),
)

OPEN_RECORDS = open_arrest_records(
    "us-ar.25-19-105",
    "A jail log and the records of an arrest, of any citizen of Arkansas,",
    "2022-11-28",
    SOURCES["25-19-105"],
)

PACK = Pack(id="us-ar", title="Arkansas", provisions=(*RULES, *OPEN_RECORDS), notes=NOTES)
