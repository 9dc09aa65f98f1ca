"""What the immigration authorities ask, what nobody may stop a jail from telling them, and whom the jail houses for them."""

from habeas.law.model.ends import PlusHours, at
from habeas.law.model.expressions import agency, asked, custody, person, request
from habeas.law.model.provision import Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome
from habeas.law.packs.us.terms import DETAINER, FEDERAL_AUTHORITY, WARRANT_FALLS, WITH_WARRANT

SOURCES = sources_of(__name__)

REQUESTS = (
    Provision(
        id="us.8cfr-287.7-d",
        sentence="A detainer asks the jail to keep a removable person up to 48 hours past release; federal law neither orders "
        "it nor forbids it, and a hold without probable cause breaks the Fourth Amendment.",
        acts=(Act.HOLD,),
        outcome=Outcome.MAY,
        when=DETAINER
        & request.flag("probable_cause_box")
        & WITH_WARRANT
        & person.proof_of_status_given.is_("none", "lawful_status"),
        unless=WARRANT_FALLS,
        until=PlusHours(at("custody.release_at"), 48),
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["8cfr-287.7-d"],
    ),
    Provision(
        id="us.8cfr-287.7-a",
        sentence="A request to be told of a release, or to be handed the person at release, is a request: federal law leaves "
        "the answer to the jail.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.MAY,
        when=request.kind.is_("detainer", "notification_request", "transfer_request") & asked,
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        reaches_everyone="Federal law puts the question of anyone named in the paper and turns on nothing about the person.",
        source=SOURCES["8cfr-287.7-a"],
    ),
    Provision(
        id="us.arizona-v-united-states",
        sentence="Without an agreement under 8 USC 1357(g), local officers have no federal power to arrest on a civil "
        "immigration warrant.",
        acts=(Act.ARREST,),
        outcome=Outcome.MUST_NOT,
        when=request.kind.is_("administrative_warrant", "detainer"),
        unless=agency.flag("agreement_287g"),
        otherwise=Outcome.MAY,
        effective=since("2012-06-25"),
        layer=Layer.FEDERAL,
        reaches_everyone="Federal law puts the question of anyone named in the paper and turns on nothing about the person.",
        source=SOURCES["arizona-v-united-states"],
    ),
    Provision(
        id="us.8usc-1225-d-4",
        sentence="An immigration subpoena has no force of its own: only a federal court can order obedience, and whether "
        "state law may forbid an answer before that is not settled.",
        acts=(Act.SHARE_PERSONAL, Act.SHARE_CRIMINAL_HISTORY, Act.NOTIFY, Act.LIST),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("administrative_subpoena") & asked,
        effective=since("1996-09-30"),
        layer=Layer.FEDERAL,
        source=SOURCES["8usc-1225-d-4"],
    ),
)

STATUS = (
    Provision(
        id="us.8usc-1373",
        sentence="No law or policy may stop a jail from sending what it holds about a person's citizenship or immigration "
        "status to federal authorities; nothing makes it send it.",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY,
        effective=since("1996-09-30"),
        layer=Layer.FEDERAL,
        lower=Lower.NO_STRICTER,
        reaches_everyone="8 USC 1373 speaks of any individual: it protects the exchange, whoever it is about.",
        source=SOURCES["8usc-1373"],
    ),
    Provision(
        id="us.8usc-1373-b-request",
        sentence="No law or policy may stop a jail from requesting or receiving status information from the federal "
        "authorities; nothing makes it ask.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("1996-09-30"),
        layer=Layer.FEDERAL,
        lower=Lower.NO_STRICTER,
        reaches_everyone="8 USC 1373 speaks of any individual: it protects the exchange, whoever it is about.",
        source=SOURCES["8usc-1373-b-request"],
    ),
)

DETAINEES = (
    Provision(
        id="us.8cfr-236.6",
        sentence="A jail that houses a person for the immigration authorities tells the public nothing of that person; "
        "requests go to the federal agency.",
        acts=(Act.SHARE_PUBLIC, Act.SHARE_PERSONAL),
        outcome=Outcome.MUST_NOT,
        when=custody.flag("arrested_on_civil_immigration_only") & request.issuer.is_("public", "other"),
        effective=since("2002-04-17"),
        layer=Layer.FEDERAL,
        source=SOURCES["8cfr-236.6"],
    ),
)
