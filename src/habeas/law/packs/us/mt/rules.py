"""Montana: Ramon v. Short, by which a detainer gives no power to arrest, and what no policy may restrict since HB 200 (2021)."""

from habeas.law.model.expressions import agency, request
from habeas.law.model.open_records import OF_A_MINOR, open_arrest_records
from habeas.law.model.provision import Pack, Provision, since
from habeas.law.model.searched import NONE_FOUND, custody_open
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome
from habeas.law.packs.us.terms import AGENTS, DHS_PAPER, FEDERAL_AUTHORITY

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-mt.ramon-v-short",
        sentence="To keep a person past release on a detainer is an arrest, and Montana law gives no officer the power to make "
        "it.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=request.kind.is_("detainer", "administrative_warrant"),
        unless=agency.flag("agreement_287g"),
        otherwise=Outcome.UNRESOLVED,
        effective=since("2020-03-25", to="2021-01-01"),
        layer=Layer.STATE,
        source=SOURCES["ramon-v-short"],
    ),
    Provision(
        id="us-mt.ramon-v-short-since-2021",
        sentence="The court found no power to arrest on a detainer; whether the statute of 2021, which bars policies against "
        "answering the federal authorities, gives one is for counsel.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("detainer", "administrative_warrant"),
        effective=since("2021-01-01"),
        layer=Layer.STATE,
        source=SOURCES["ramon-v-short-since-2021"],
    ),
    Provision(
        id="us-mt.ramon-v-short-transfer",
        sentence="The court spoke of keeping a person; whether a transfer at release, without a minute more of custody, is an "
        "arrest too is for counsel.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER,
        effective=since("2020-03-25"),
        layer=Layer.STATE,
        source=SOURCES["ramon-v-short"],
    ),
    Provision(
        id="us-mt.2-1-602-1-a",
        sentence="No policy may stop the jail from sending, receiving, exchanging or keeping what concerns a person's "
        "citizenship or immigration status for a lawful purpose.",
        acts=(Act.SHARE_STATUS, Act.QUERY_ICE),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2022-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of a person's citizenship or immigration status, whoever it is.",
        source=SOURCES["2-1-602-1-a"],
    ),
    Provision(
        id="us-mt.2-1-602-1-b",
        sentence="No policy may stop the jail from answering a lawful request of the Department of Homeland Security for notice "
        "of a release; nothing orders the answer.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MAY,
        when=AGENTS & request.kind.is_("detainer", "notification_request") & request.asks.includes("notify"),
        effective=since("2022-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of the request and not of any person's record.",
        source=SOURCES["2-1-602-1-b"],
    ),
)

OPEN_RECORDS = open_arrest_records(
    "us-mt.44-5-301",
    "The initial arrest record (name, time and place of arrest, where the person is, pending charges, bail)",
    "2022-01-01",
    SOURCES["44-5-301"],
    unless=OF_A_MINOR,
)

PACK = Pack(
    id="us-mt",
    title="Montana",
    provisions=(*OPEN_RECORDS, *RULES, custody_open("us-mt", "Montana", SOURCES[NONE_FOUND], until="2020-03-25")),
)
