"""Mississippi: the ban on sanctuary policies (25-1-119) and SB 2114 of 2026, known from a report."""

from habeas.law.model.expressions import request
from habeas.law.model.open_records import open_arrest_records
from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.starting import begins_between
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome
from habeas.law.packs.us.terms import AGENTS, DHS_PAPER, FEDERAL_AUTHORITY, NOT_COUNTY_JAIL

SOURCES = sources_of(__name__)

STATUS = begins_between(
    Provision(
        id="us-ms.25-1-119",
        sentence="No policy may limit or prohibit communicating or cooperating with federal officials to verify or report a "
        "person's immigration status; the section makes no one do it.",
        acts=(Act.SHARE_STATUS, Act.QUERY_ICE),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of the immigration status of any person.",
        source=SOURCES["25-1-119"],
    ),
    "2017-01-01",
)

CUSTODY = (
    Provision(
        id="us-ms.hold",
        sentence="No Mississippi law was found that makes a jail keep anybody on a civil immigration paper or gives it power to.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER,
        effective=since("1997-04-01"),
        layer=Layer.STATE,
        source=SOURCES["hold"],
    ),
)

AGREEMENTS = (
    Provision(
        id="us-ms.sb-2114",
        sentence="A county agency that runs a jail makes a reasonable attempt to enter into a written 287(g) agreement with ICE "
        "by 1 October 2026.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS,
        effective=since("2026-07-01"),
        layer=Layer.STATE,
        source=SOURCES["sb-2114"],
    ),
)

NOTES = (
    Note(
        sentence="The Department of Public Safety may find out who is in the State unlawfully; the act makes no jail give lists.",
        source=SOURCES["sb-2114"],
    ),
)

OPEN_RECORDS = open_arrest_records(
    "us-ms.19-25-63",
    "The entries of the sheriff's jail docket (name, dates of arrest and commitment, crime or other cause, authority, how "
    "long held, how released)",
    "1994-03-25",
    SOURCES["19-25-63"],
    not_of=NOT_COUNTY_JAIL,
)

PACK = Pack(id="us-ms", title="Mississippi", provisions=(*OPEN_RECORDS, *STATUS, *CUSTODY, *AGREEMENTS), notes=NOTES)
