"""Federal floors under every place: what a paper must have before a jail may hold or hand over anybody on it.

No lower layer lifts them, but for a law that answers what one of them asks (`answers`). They bar and they ask; none of them permits
anything, and none of them needs a record of the person: what nobody has recorded (no proof shown, no other person found) bars nothing.
"""

from habeas.law.model.expressions import ask_counsel, asked, on_record, request
from habeas.law.model.provision import Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import (
    CANCELLED,
    CAUSE_SHOWN,
    CIVIL_PAPER,
    DETAINER,
    DHS_PAPER,
    FOR_ANOTHER,
    NAMES_NOBODY,
    NO_CAUSE,
    NOT_A_COURTS,
    OF_A_COURT,
    OF_IMMIGRATION_JUDGE,
    OTHER_SIGNER,
    PROOF_SHOWN,
    SIGNED_FOR_NO_COURT,
    STATE_CUSTODY,
    WARRANT_FALLS,
)

SOURCES = sources_of(__name__)

FLOORS = (
    Provision(
        id="us.proof-of-citizenship",
        sentence="Nobody who has shown proof of United States citizenship is kept, arrested or transferred on a civil "
        "immigration paper: what the jail now knows makes the paper's probable cause stale, until somebody with "
        "authority has resolved it.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.TRANSFER, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=PROOF_SHOWN & CIVIL_PAPER,
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["brown-v-ramsay"],
    ),
    Provision(
        id="us.proof-of-citizenship-notice",
        sentence="A request for notice speaks of an alien; whether it reaches a person who has shown proof of United States "
        "citizenship is resolved before it is answered.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "The person has shown proof of United States citizenship, and the paper asks about an alien: call ICE's Law Enforcement "
            "Support Center and counsel now. May the jail still tell of the release?",
            when=PROOF_SHOWN & CIVIL_PAPER,
        ),
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["8cfr-287.7-a-alien"],
    ),
    Provision(
        id="us.paper-for-another",
        sentence="A paper for somebody else orders and permits nothing about this person.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.TRANSFER, Act.ARREST, Act.NOTIFY),
        outcome=Outcome.MUST_NOT,
        when=FOR_ANOTHER,
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["brown-v-ramsay"],
    ),
    Provision(
        id="us.identity-confirmed-first",
        sentence="Nobody is kept past release on a civil immigration paper before staff have confirmed that the paper is "
        "for them.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=DHS_PAPER & ~request.flag("identity_match"),
        effective=since("2017-04-02"),
        layer=Layer.FEDERAL,
        source=SOURCES["brown-v-ramsay"],
    ),
    Provision(
        id="us.unsigned-paper",
        sentence="Only the officers whom the regulation names issue such a paper: nobody is kept or transferred on one that "
        "nobody signed.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.TRANSFER, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=on_record(request.signer.is_("none")) & CIVIL_PAPER,
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["8cfr-287.7-b"],
    ),
    Provision(
        id="us.attached-warrant-falls",
        sentence="Only the officers whom the regulations name issue an immigration warrant, and they may cancel it: one that came with a "
        "request unsigned, signed by anybody else, or recalled orders and permits nothing, and counts as not sent.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.TRANSFER, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "The immigration warrant that came with the paper is unsigned, signed by no immigration officer, or recalled: ask the sender "
            "for one that stands. May anybody be kept or transferred on the paper without it?",
            when=DHS_PAPER & WARRANT_FALLS,
        ),
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["8cfr-241.2-a"],
    ),
    Provision(
        id="us.state-custody-first",
        sentence="A paper of the immigration authorities asks for the person at release, and does not end the state's custody: whether "
        "anybody whom the state still holds is transferred on one before that is asked first.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "The state has not released the person, and the paper speaks of the time of release: does any law let the jail transfer them "
            "before that?",
            when=DHS_PAPER & STATE_CUSTODY & asked,
        ),
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["8cfr-287.7-a"],
    ),
    Provision(
        id="us.signature-confirmed-first",
        sentence="Nobody is kept past release or arrested on such a paper before staff have verified whether it is signed, and "
        "by whom.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=DHS_PAPER & request.signer.is_("none"),
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["8cfr-287.7-b"],
    ),
    Provision(
        id="us.signed-by-another",
        sentence="Only the officers whom the regulation names issue such a paper, and no judge, clerk of a court or prosecutor "
        "is one: whether one that such a person signed was issued at all, or is another paper, is asked before anyone is arrested on it.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.TRANSFER, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "The signer is no immigration officer: did an authorized officer issue this paper, or is it another paper, a court's own? Ask "
            "the sender for the signed form, and call the court where a judge or clerk signed.",
            when=DHS_PAPER & OTHER_SIGNER,
        ),
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["8cfr-287.7-b"],
    ),
    Provision(
        id="us.signed-by-another-notice",
        sentence="Only the officers whom the regulation names issue a detainer; whether one that somebody else signed is "
        "answered at all is asked first.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "The signer is no immigration officer: was the detainer issued at all? Ask the sender for the signed form before anything is "
            "told on it.",
            when=DETAINER & OTHER_SIGNER,
        ),
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["8cfr-287.7-b"],
    ),
    Provision(
        id="us.names-nobody",
        sentence="A paper that names and describes nobody takes nobody, and what an officer knows beside it does not cure it.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.TRANSFER, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=NOT_A_COURTS & NAMES_NOBODY,
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["names-nobody"],
    ),
    Provision(
        id="us.names-nobody-notice",
        sentence="Of whom a paper that names nobody speaks is asked of its sender before anything is told on it.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "The paper names nobody: ask its sender whom it is about. May anything be told of this person on it?",
            when=NOT_A_COURTS & NAMES_NOBODY,
        ),
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["8cfr-287.7-a-alien"],
    ),
    Provision(
        id="us.order-of-immigration-judge",
        sentence="An order of an immigration judge is no order of a court and is made in a civil immigration matter: whether "
        "a jail may do anything on one is asked first.",
        acts=(
            Act.HOLD,
            Act.DELAY_RELEASE,
            Act.TRANSFER,
            Act.ARREST,
            Act.NOTIFY,
            Act.SHARE_PERSONAL,
            Act.LIST,
            Act.INTERVIEW,
            Act.SHARE_CRIMINAL_HISTORY,
            Act.ACCESS_FACILITY,
        ),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "An immigration judge signed this paper: an officer of the Department of Justice, no judge of a court. May the jail do "
            "anything on it, whoever is named as its issuer?",
            when=OF_IMMIGRATION_JUDGE,
        ),
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["8usc-1101-b-4"],
    ),
    Provision(
        id="us.unsigned-detainer-notice",
        sentence="Only the officers whom the regulation names issue a detainer; whether an unsigned one is answered at all is "
        "asked first.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "Nobody signed the detainer: was it issued at all? Ask the sender for the signed form before anything is told on it.",
            when=DETAINER & on_record(request.signer.is_("none")),
        ),
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["8cfr-287.7-b"],
    ),
    Provision(
        id="us.no-probable-cause",
        sentence="A detainer that states no probable cause, and came with no document that states it, moves nobody from one custody to "
        "another.",
        acts=(Act.DELAY_RELEASE, Act.TRANSFER, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=DETAINER & NO_CAUSE,
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["i-247a-probable-cause"],
    ),
    Provision(
        id="us.no-probable-cause-hold",
        sentence="A hold past release, and an arrest, is a new seizure and needs probable cause: a detainer that states none, "
        "and came with no document that states it, permits none.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=DETAINER & ~CAUSE_SHOWN,
        effective=since("2017-04-02"),
        layer=Layer.FEDERAL,
        source=SOURCES["new-seizure"],
    ),
    Provision(
        id="us.unsigned-court-paper",
        sentence="A court's process is signed for the court: a paper in the form of a court's that nobody, or nobody who could "
        "sign for a court, signed orders and permits nothing before the court has said whether it issued it.",
        acts=(
            Act.HOLD,
            Act.DELAY_RELEASE,
            Act.TRANSFER,
            Act.ARREST,
            Act.NOTIFY,
            Act.INTERVIEW,
            Act.SHARE_PERSONAL,
            Act.SHARE_CRIMINAL_HISTORY,
            Act.LIST,
            Act.ACCESS_FACILITY,
            Act.SHARE_PUBLIC,
            Act.ASK_STATUS,
            Act.USE_AS_INTERPRETER,
            Act.AGREE_287G,
            Act.HOUSE_FEDERAL_DETAINEES,
        ),  # every act of us.court-order but the two that 8 USC 1373 opens whatever the paper is
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "No judge's or clerk's signature is on this paper: did the court issue it? Call the issuing court's clerk, and ask the sender "
            "for the signed paper, before anything is done on it or refused.",
            when=OF_A_COURT & on_record(SIGNED_FOR_NO_COURT) & asked,
        ),
        effective=since("1948-09-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["28usc-1691"],
    ),
    Provision(
        id="us.paper-taken-back",
        sentence="A paper that its sender or a court has canceled, lifted, recalled or withdrawn orders and permits nothing.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.TRANSFER, Act.ARREST, Act.NOTIFY),
        outcome=Outcome.MUST_NOT,
        when=CANCELLED,
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["i-247a-cancellation"],
    ),
    Provision(
        id="us.detainer-cancellation",
        sentence="A cancellation takes a detainer back: it ends the hold that it names and asks for nothing else.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.TRANSFER, Act.ARREST, Act.NOTIFY),
        outcome=Outcome.MUST_NOT,
        when=request.kind.is_("detainer_cancellation"),
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["i-247a-cancellation"],
    ),
)

FLOOR_IDS = frozenset(rule.id for rule in FLOORS)
"""What stands above every policy of a county, as a court's process does: no policy needs to say so."""
