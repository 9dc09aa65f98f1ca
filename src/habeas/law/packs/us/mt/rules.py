"""Montana: Ramon v. Short, by which a detainer gave no power to arrest, the duty to arrest of 27-16-801, and HB 200 (2021)."""

from habeas.law.model.ends import PlusHours, at
from habeas.law.model.expressions import agency, asked, person, request
from habeas.law.model.open_records import OF_A_MINOR, open_arrest_records
from habeas.law.model.provision import Duty, Pack, Provision, since
from habeas.law.model.searched import NONE_FOUND, custody_open
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome, What
from habeas.law.packs.us.terms import (
    AGENTS,
    AN_AGENCY,
    DETAINER,
    DHS_PAPER,
    FEDERAL_AUTHORITY,
    WARRANT_CAME,
    WARRANT_FALLS,
    WITH_WARRANT,
)

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
        effective=since("2021-01-01", to="2026-01-01"),
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
        effective=since("2020-03-25", to="2026-01-01"),
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

FEDERAL_AGENCY = request.issuer.is_("ice", "cbp", "doj")
"""27-16-801(2)(a): the Departments of Justice and of Homeland Security and what belongs to them."""
STATUS_SHOWN = person.proof_of_status_given.is_("us_citizen", "lawful_status")
"""27-16-801(4): credible evidence of citizenship, or of lawful status."""

# The first day was not read. Until October 2025, when the acts of the last regular session began, the answers above stay unresolved.
DUTY_TO_ARREST = (
    Provision(
        id="us-mt.27-16-801-hold",
        sentence="An officer who has a detainer request of a federal immigration agency keeps the person who is in custody and named in "
        "it, as it asks, unless shown credible evidence of citizenship or of lawful status.",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST,
        when=AN_AGENCY & DETAINER & FEDERAL_AGENCY & WITH_WARRANT & asked,
        unless=STATUS_SHOWN | WARRANT_FALLS,
        until=PlusHours(at("custody.release_at"), 48),
        duties=(
            Duty(
                What.INFORM_OF_DETAINER,
                "the person",
                "Tell the person that they are held on an immigration detainer request of a federal immigration agency.",
                on=Act.HOLD,
            ),
        ),
        effective=since("2026-01-01"),
        layer=Layer.STATE,
        source=SOURCES["27-16-801"],
    ),
    Provision(
        id="us-mt.27-16-801-requests",
        sentence="Whatever else the detainer request asks, notice and transfer among it, the officer does too, with the same excuse.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.MUST,
        when=AN_AGENCY & DETAINER & FEDERAL_AGENCY & WITH_WARRANT & asked,
        unless=STATUS_SHOWN | WARRANT_FALLS,
        effective=since("2026-01-01"),
        layer=Layer.STATE,
        source=SOURCES["27-16-801"],
    ),
    Provision(
        id="us-mt.27-16-801-bare-detainer",
        sentence="The section speaks of any written request; whether it makes a jail arrest on a detainer without a warrant is not "
        "settled, as the one court that read such words, in the law of Texas, said that they do not require detention on every detainer.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=DETAINER & ~WARRANT_CAME,
        unless=STATUS_SHOWN,
        effective=since("2026-01-01"),
        layer=Layer.STATE,
        source=SOURCES["27-16-801-bare"],
    ),
    Provision(
        id="us-mt.27-16-801-other-papers",
        sentence="The section speaks of detainer requests; whether anybody is arrested, kept or transferred on another paper of the "
        "immigration authorities, or arrested by name on a detainer, is for counsel.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER & ~DETAINER,
        effective=since("2026-01-01"),
        layer=Layer.STATE,
        source=SOURCES["27-16-801-bare"],
    ),
    Provision(
        id="us-mt.27-16-801-arrest",
        sentence="The section orders an arrest of a person already in custody; what it adds to a hold, and whether federal law leaves "
        "room for it, is for counsel.",
        acts=(Act.ARREST,),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("detainer", "administrative_warrant"),
        effective=since("2026-01-01"),
        layer=Layer.STATE,
        source=SOURCES["27-16-801-bare"],
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
    provisions=(
        *OPEN_RECORDS,
        *RULES,
        *DUTY_TO_ARREST,
        custody_open("us-mt", "Montana", SOURCES[NONE_FOUND], until="2020-03-25"),
    ),
)
