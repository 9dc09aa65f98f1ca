"""Indiana: the act of 2026 on detainers, known from digests, and what no governmental body may restrict."""

from habeas.law.model.ends import PlusHours, at
from habeas.law.model.expressions import request
from habeas.law.model.open_records import open_arrest_records
from habeas.law.model.provision import Duty, Pack, Provision, since
from habeas.law.model.searched import NONE_FOUND, custody_open
from habeas.law.model.sources import sources_of
from habeas.law.model.starting import begins_between
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome, What
from habeas.law.packs.us.in_.terms import WHOLE_DETAINER
from habeas.law.packs.us.terms import DETAINER, WARRANT_FALLS

SOURCES = sources_of(__name__)

HOLD = Provision(
    id="us-in.sea-76-hold",
    sentence="A person subject to a detainer request is kept as it asks; the bail judge is told, the case file notes it and "
    "the person is informed.",
    acts=(Act.HOLD,),
    outcome=Outcome.MUST,
    when=WHOLE_DETAINER,
    unless=WARRANT_FALLS,
    until=PlusHours(at("custody.release_at"), 48),
    duties=(
        Duty(
            What.NOTIFY_BAIL_JUDGE,
            "the judge who may grant or deny release on bail",
            "Tell the judge that the person is subject to a detainer request.",
        ),
        Duty(What.RECORD_IN_FILE, "the person's case file", "Record the detainer request in the case file."),
        Duty(What.INFORM_OF_DETAINER, "the person", "Inform the person that they are held on a detainer request."),
    ),
    effective=since("2026-07-01"),
    layer=Layer.STATE,
    lower=Lower.NO_STRICTER,
    reaches_everyone="The act turns on the request to which the person in custody is subject.",
    source=SOURCES["sea-76"],
)

REQUESTS = Provision(
    id="us-in.sea-76-requests",
    sentence="What else the detainer request asks, notice and transfer among it, is complied with too.",
    acts=(Act.NOTIFY, Act.TRANSFER),
    outcome=Outcome.MUST,
    when=WHOLE_DETAINER,
    unless=WARRANT_FALLS,
    effective=since("2026-07-01"),
    layer=Layer.STATE,
    lower=Lower.NO_STRICTER,
    reaches_everyone="The act turns on the request to which the person in custody is subject.",
    source=SOURCES["sea-76"],
)

OTHERS = (
    Provision(
        id="us-in.sea-76-other",
        sentence="What the act of 2026 calls a detainer request was not read; whether a jail keeps or arrests a person on a "
        "paper that is not ICE's whole detainer with its warrant is for counsel.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("detainer", "administrative_warrant"),
        unless=WHOLE_DETAINER & ~WARRANT_FALLS,
        effective=since("2026-07-01"),
        layer=Layer.STATE,
        source=SOURCES["sea-76"],
    ),
    Provision(
        id="us-in.5-2-18.2-4",
        sentence="No governmental body may limit the enforcement of federal immigration laws to less than federal law permits: "
        "notice and transfer on a detainer may be given.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.MAY,
        when=DETAINER,
        effective=since("2012-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The chapter speaks of what a body may limit, not of any person's record.",
        source=SOURCES["5-2-18.2-4"],
    ),
)

OPEN_RECORDS = open_arrest_records(
    "us-in.5-14-3-5",
    "Who was received in a jail (name, age, address), why and on whose order, when received and discharged or transferred, and bail,",
    "2018-01-01",
    SOURCES["5-14-3-5"],
)

PACK = Pack(
    id="us-in",
    title="Indiana",
    provisions=(
        *OPEN_RECORDS,
        *begins_between(HOLD, "2026-03-05"),
        *begins_between(REQUESTS, "2026-03-05"),
        *OTHERS,
        custody_open("us-in", "Indiana", SOURCES[NONE_FOUND], until="2026-07-01"),
    ),
)
