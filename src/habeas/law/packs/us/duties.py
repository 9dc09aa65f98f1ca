"""What the jail finds out, and owes the person, before anything is done on a paper."""

from habeas.law.model.expressions import custody, on_record, request
from habeas.law.model.provision import Duty, DutyRule, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, What
from habeas.law.packs.us.terms import (
    ABOUT_NOBODY,
    ATTACHED_WARRANT,
    CIVIL_PAPER,
    DETAINER,
    DHS_PAPER,
    FOR_ANOTHER,
    NO_BOX,
    NO_FORCE,
    PROOF_KNOWN,
    PROOF_SHOWN,
    SIGNER_KNOWN,
    STATE_CUSTODY,
    WARRANT,
)

SOURCES = sources_of(__name__)

DUTIES = (
    DutyRule(
        id="us.identity-duty",
        sentence="Nothing is told and nobody is transferred on a paper before somebody has confirmed whom it is for.",
        when=~ABOUT_NOBODY & ~on_record(request.flag("identity_match")) & ~FOR_ANOTHER,
        duties=(
            Duty(
                What.CONFIRM_IDENTITY,
                "whoever compares the paper with the person",
                "Confirm that the paper is for this person before anybody is kept.",
                deadline="before anything is done on the paper",
                blocks=Act.HOLD,
                on=Act.HOLD,
            ),
            Duty(
                What.CONFIRM_IDENTITY,
                "whoever compares the paper with the person",
                "Confirm that the paper is for this person before anything is told.",
                deadline="before anything is done on the paper",
                blocks=Act.NOTIFY,
                on=Act.NOTIFY,
            ),
            Duty(
                What.CONFIRM_IDENTITY,
                "whoever compares the paper with the person",
                "Confirm that the paper is for this person before anybody is transferred.",
                deadline="before anything is done on the paper",
                blocks=Act.TRANSFER,
                on=Act.TRANSFER,
            ),
            Duty(
                What.CONFIRM_IDENTITY,
                "whoever compares the paper with the person",
                "Confirm that the paper is for this person before anybody is arrested on it.",
                deadline="before anything is done on the paper",
                blocks=Act.ARREST,
                on=Act.ARREST,
            ),
        ),
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["brown-v-ramsay"],
    ),
    DutyRule(
        id="us.signature-duty",
        sentence="Nothing is told and nobody is transferred on such a paper before somebody has looked whether it is signed, "
        "and by whom.",
        when=DHS_PAPER & ~SIGNER_KNOWN,
        duties=(
            Duty(
                What.CONFIRM_SIGNATURE,
                "whoever compares the paper with the person",
                "Look whether the paper is signed, and by whom, before anybody is kept.",
                deadline="before anything is done on the paper",
                blocks=Act.HOLD,
                on=Act.HOLD,
            ),
            Duty(
                What.CONFIRM_SIGNATURE,
                "whoever compares the paper with the person",
                "Look whether the paper is signed, and by whom, before anything is told.",
                deadline="before anything is done on the paper",
                blocks=Act.NOTIFY,
                on=Act.NOTIFY,
            ),
            Duty(
                What.CONFIRM_SIGNATURE,
                "whoever compares the paper with the person",
                "Look whether the paper is signed, and by whom, before anybody is transferred.",
                deadline="before anything is done on the paper",
                blocks=Act.TRANSFER,
                on=Act.TRANSFER,
            ),
            Duty(
                What.CONFIRM_SIGNATURE,
                "whoever compares the paper with the person",
                "Look whether the paper is signed, and by whom, before anybody is arrested on it.",
                deadline="before anything is done on the paper",
                blocks=Act.ARREST,
                on=Act.ARREST,
            ),
        ),
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["8cfr-287.7-b"],
    ),
    DutyRule(
        id="us.probable-cause-duty",
        sentence="Nothing is told and nobody is transferred on a detainer before somebody has looked whether it states "
        "probable cause.",
        when=DETAINER & ~on_record(request.flag("probable_cause_box")) & ~NO_BOX,
        duties=(
            Duty(
                What.CONFIRM_PROBABLE_CAUSE,
                "whoever compares the paper with the person",
                "Look whether a probable-cause box is marked on the form before anybody is kept.",
                deadline="before anything is done on the paper",
                blocks=Act.HOLD,
                on=Act.HOLD,
            ),
            Duty(
                What.CONFIRM_PROBABLE_CAUSE,
                "whoever compares the paper with the person",
                "Look whether a probable-cause box is marked on the form before anything is told.",
                deadline="before anything is done on the paper",
                blocks=Act.NOTIFY,
                on=Act.NOTIFY,
            ),
            Duty(
                What.CONFIRM_PROBABLE_CAUSE,
                "whoever compares the paper with the person",
                "Look whether a probable-cause box is marked on the form before anybody is transferred.",
                deadline="before anything is done on the paper",
                blocks=Act.TRANSFER,
                on=Act.TRANSFER,
            ),
            Duty(
                What.CONFIRM_PROBABLE_CAUSE,
                "whoever compares the paper with the person",
                "Look whether a probable-cause box is marked on the form before anybody is arrested on it.",
                deadline="before anything is done on the paper",
                blocks=Act.ARREST,
                on=Act.ARREST,
            ),
        ),
        effective=since("2017-04-02"),
        layer=Layer.FEDERAL,
        source=SOURCES["i-247a-probable-cause"],
    ),
    DutyRule(
        id="us.state-custody-duty",
        sentence="A warrant of arrest does not end the state's custody: nobody is transferred on one before somebody has "
        "confirmed that the state's custody has ended.",
        when=(WARRANT | ATTACHED_WARRANT) & ~on_record(custody.flag("releasable")) & ~NO_FORCE,
        duties=(
            Duty(
                What.CONFIRM_STATE_CUSTODY_ENDED,
                "whoever compares the paper with the person",
                "Confirm that the state's custody has ended (no pending case or sentence keeps the person) before anybody is "
                "transferred.",
                deadline="before anything is done on the paper",
                blocks=Act.TRANSFER,
                on=Act.TRANSFER,
            ),
        ),
        effective=since("1946-03-21"),
        layer=Layer.COURT_ORDER,
        source=SOURCES["state-custody-first"],
    ),
    DutyRule(
        id="us.detainer-state-custody-duty",
        sentence="A detainer and a request to be handed a person speak of the time of release: nobody whom the state still holds is "
        "transferred on one before somebody has confirmed that the state's custody has ended.",
        when=request.kind.is_("detainer", "transfer_request") & STATE_CUSTODY & ~ATTACHED_WARRANT,
        duties=(
            Duty(
                What.CONFIRM_STATE_CUSTODY_ENDED,
                "whoever compares the paper with the person",
                "Confirm that the state's custody has ended (no pending case or sentence keeps the person) before anybody is "
                "transferred.",
                deadline="before anything is done on the paper",
                blocks=Act.TRANSFER,
                on=Act.TRANSFER,
            ),
        ),
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["8cfr-287.7-a"],
    ),
    DutyRule(
        id="us.i-247a-served",
        sentence="A detainer takes effect only when a copy of the form has been served on the person.",
        when=DETAINER & ~on_record(request.flag("served_on_person")),
        duties=(
            Duty(
                What.GIVE_COPY,
                "the person",
                "Serve the person with a copy of the detainer: before that it has no effect.",
                deadline="before the hold begins",
                blocks=Act.HOLD,
                on=Act.HOLD,
            ),
        ),
        effective=since("2017-04-02"),
        layer=Layer.FEDERAL,
        source=SOURCES["i-247a-served"],
    ),
    DutyRule(
        id="us.proof-duty",
        sentence="Proof of citizenship ends what a civil immigration paper may do, in a state whose own law makes no exception for "
        "it too: whether it was shown is recorded before anybody is kept, arrested or transferred.",
        when=DHS_PAPER & ~PROOF_KNOWN,
        duties=(
            Duty(
                What.CONFIRM_PROOF,
                "whoever compares the paper with the person",
                "Record whether the person has shown proof of citizenship before anybody is kept.",
                deadline="before anything is done on the paper",
                blocks=Act.HOLD,
                on=Act.HOLD,
            ),
            Duty(
                What.CONFIRM_PROOF,
                "whoever compares the paper with the person",
                "Record whether the person has shown proof of citizenship before anybody is transferred.",
                deadline="before anything is done on the paper",
                blocks=Act.TRANSFER,
                on=Act.TRANSFER,
            ),
            Duty(
                What.CONFIRM_PROOF,
                "whoever compares the paper with the person",
                "Record whether the person has shown proof of citizenship before anybody is arrested on it.",
                deadline="before anything is done on the paper",
                blocks=Act.ARREST,
                on=Act.ARREST,
            ),
        ),
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["brown-v-ramsay"],
    ),
    DutyRule(
        id="us.citizenship-duty",
        sentence="A jail that is shown proof of citizenship verifies it with the sender of the paper; it does not look away.",
        when=PROOF_SHOWN & CIVIL_PAPER,
        duties=(
            Duty(
                What.RESOLVE_CITIZENSHIP,
                "ICE's Law Enforcement Support Center and county counsel",
                "Call them now, say which proof was shown, and record who answered and what.",
                deadline="at once",
            ),
        ),
        effective=since("1997-04-01"),
        layer=Layer.FEDERAL,
        source=SOURCES["brown-v-ramsay"],
    ),
)
