"""Pennsylvania: no statute found; Galarza v. Szalczyk (3d Cir. 2014) leaves a county free to disregard a detainer."""

from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome
from habeas.law.packs.us.terms import DHS_PAPER

SOURCES = sources_of(__name__)

CUSTODY = (
    Provision(
        id="us-pa.galarza",
        sentence="A county is free to disregard a detainer and answers itself for a hold; whether Pennsylvania law gives a jail "
        "power to keep or arrest anybody on a civil immigration paper was not found.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER,
        effective=since("1997-04-01"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["galarza"],
    ),
)

NOTES = (
    Note(
        sentence="Allegheny County's council had an ordinance before it in January 2026 that would write the jail's practice "
        "into law: no hold and no notice at federal request without a federal judge's order.",
        source=SOURCES["allegheny"],
    ),
)

PACK = Pack(id="us-pa", title="Pennsylvania", provisions=CUSTODY, notes=NOTES)
