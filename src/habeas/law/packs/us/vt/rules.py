"""Vermont: a model policing policy that no agency may loosen (20 V.S.A. 2366), and chapter 207 on registration and agreements."""

from habeas.law.model.expressions import custody
from habeas.law.model.open_records import open_arrest_records
from habeas.law.model.provision import Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import AGENTS, CIVIL_PAPER, DHS_PAPER, FEDERAL_AUTHORITY, LOCAL_JAIL

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-vt.2366-hold",
        sentence="A police agency enforces no civil immigration law: it keeps or arrests nobody on a paper of the immigration "
        "authorities.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=DHS_PAPER & LOCAL_JAIL,
        effective=since("2018-03-01"),
        layer=Layer.STATE,
        source=SOURCES["2366-model-policy"],
    ),
    Provision(
        id="us-vt.2366-open",
        sentence="The model policy itself was not read: what it says of notice, transfer and interviews, and of the State's own "
        "correctional facilities, is for counsel.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.NOTIFY, Act.TRANSFER, Act.INTERVIEW),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS & CIVIL_PAPER & custody.facility.is_("state_prison"),
        effective=since("2018-03-01"),
        layer=Layer.STATE,
        source=SOURCES["2366"],
    ),
    Provision(
        id="us-vt.2366-open-local",
        sentence="No agency's policy allows more communication or involvement with immigration authorities than the model policy, "
        "which was not read: notice, transfer and interviews are for counsel.",
        acts=(Act.NOTIFY, Act.TRANSFER, Act.INTERVIEW),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS & CIVIL_PAPER & LOCAL_JAIL,
        effective=since("2018-03-01"),
        layer=Layer.STATE,
        source=SOURCES["2366"],
    ),
    Provision(
        id="us-vt.4651-b",
        sentence="No agency gives a federal agency a person's national origin, immigration status or the like for a registration of "
        "people by such things; whether a request is one is for counsel.",
        acts=(Act.LIST, Act.SHARE_PERSONAL),
        outcome=Outcome.UNRESOLVED,
        when=FEDERAL_AUTHORITY & CIVIL_PAPER,
        effective=since("2017-03-28"),
        layer=Layer.STATE,
        source=SOURCES["4651-b"],
    ),
    Provision(
        id="us-vt.4651-d",
        sentence="The chapter hinders nobody in what 8 USC 1373 and 1644 lawfully require.",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY,
        effective=since("2017-03-28"),
        layer=Layer.STATE,
        reaches_everyone="The clause speaks of any individual.",
        source=SOURCES["4651-d"],
    ),
    Provision(
        id="us-vt.4652",
        sentence="Only the Governor, after consulting the Attorney General, makes an agreement under 8 USC 1357(g); an agency may "
        "when a declared emergency makes it necessary, and whether one does is for counsel.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS,
        effective=since("2017-03-28", to="2025-07-01"),
        layer=Layer.STATE,
        source=SOURCES["4652"],
    ),
    Provision(
        id="us-vt.4652-2025",
        sentence="Only the Governor, after consulting the Attorney General, makes an agreement under 8 USC 1357(g): what an agency "
        "could do in a declared emergency was struck in 2025.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2025-07-01"),  # signed on May 21, 2025; the act's first day was not read
        layer=Layer.STATE,
        source=SOURCES["4652-2025"],
    ),
)

OPEN_RECORDS = open_arrest_records(
    "us-vt.1-317-c-5-B",
    "Records reflecting the initial arrest of a person, and the charge,",
    "2022-11-28",  # the day of the copy that was read; what stood before was not
    SOURCES["1-317-c-5-B"],
)

EARLIER = (not_read_before("us-vt", "Vermont", "2018-03-01", SOURCES[NOT_READ]),)

PACK = Pack(id="us-vt", title="Vermont", provisions=(*EARLIER, *OPEN_RECORDS, *RULES))
