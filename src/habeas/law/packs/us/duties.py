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
        sentence="No disclosure or transfer on a document before staff verify whom it names.",
        when=~ABOUT_NOBODY & ~on_record(request.flag("identity_match")) & ~FOR_ANOTHER,
        duties=(
            Duty(
                What.CONFIRM_IDENTITY,
                "whoever compares the paper with the person",
                "Verify that the document names this person before holding.",
                deadline="before anything is done on the paper",
                blocks=Act.HOLD,
                on=Act.HOLD,
            ),
            Duty(
                What.CONFIRM_IDENTITY,
                "whoever compares the paper with the person",
                "Verify that the document names this person before any disclosure.",
                deadline="before anything is done on the paper",
                blocks=Act.NOTIFY,
                on=Act.NOTIFY,
            ),
            Duty(
                What.CONFIRM_IDENTITY,
                "whoever compares the paper with the person",
                "Verify that the document names this person before transfer.",
                deadline="before anything is done on the paper",
                blocks=Act.TRANSFER,
                on=Act.TRANSFER,
            ),
            Duty(
                What.CONFIRM_IDENTITY,
                "whoever compares the paper with the person",
                "Verify that the document names this person before any arrest on it.",
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
        sentence="No disclosure or transfer on such a document before staff verify whether it is signed, and by whom.",
        when=DHS_PAPER & ~SIGNER_KNOWN,
        duties=(
            Duty(
                What.CONFIRM_SIGNATURE,
                "whoever compares the paper with the person",
                "Verify the signature, and who signed, before holding.",
                deadline="before anything is done on the paper",
                blocks=Act.HOLD,
                on=Act.HOLD,
            ),
            Duty(
                What.CONFIRM_SIGNATURE,
                "whoever compares the paper with the person",
                "Verify the signature, and who signed, before any disclosure.",
                deadline="before anything is done on the paper",
                blocks=Act.NOTIFY,
                on=Act.NOTIFY,
            ),
            Duty(
                What.CONFIRM_SIGNATURE,
                "whoever compares the paper with the person",
                "Verify the signature, and who signed, before transfer.",
                deadline="before anything is done on the paper",
                blocks=Act.TRANSFER,
                on=Act.TRANSFER,
            ),
            Duty(
                What.CONFIRM_SIGNATURE,
                "whoever compares the paper with the person",
                "Verify the signature, and who signed, before any arrest on it.",
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
        sentence="No disclosure or transfer on a detainer before staff verify whether it states probable cause.",
        when=DETAINER & ~on_record(request.flag("probable_cause_box")) & ~NO_BOX,
        duties=(
            Duty(
                What.CONFIRM_PROBABLE_CAUSE,
                "whoever compares the paper with the person",
                "Verify that a probable-cause box is checked on the form before holding.",
                deadline="before anything is done on the paper",
                blocks=Act.HOLD,
                on=Act.HOLD,
            ),
            Duty(
                What.CONFIRM_PROBABLE_CAUSE,
                "whoever compares the paper with the person",
                "Verify that a probable-cause box is checked on the form before any disclosure.",
                deadline="before anything is done on the paper",
                blocks=Act.NOTIFY,
                on=Act.NOTIFY,
            ),
            Duty(
                What.CONFIRM_PROBABLE_CAUSE,
                "whoever compares the paper with the person",
                "Verify that a probable-cause box is checked on the form before transfer.",
                deadline="before anything is done on the paper",
                blocks=Act.TRANSFER,
                on=Act.TRANSFER,
            ),
            Duty(
                What.CONFIRM_PROBABLE_CAUSE,
                "whoever compares the paper with the person",
                "Verify that a probable-cause box is checked on the form before any arrest on it.",
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
        sentence="A warrant of arrest does not end state custody: no one is transferred on one before staff confirm "
        "that state custody has ended.",
        when=(WARRANT | ATTACHED_WARRANT) & ~on_record(custody.flag("releasable")) & ~NO_FORCE,
        duties=(
            Duty(
                What.CONFIRM_STATE_CUSTODY_ENDED,
                "whoever compares the paper with the person",
                "Verify that state custody has ended (no pending case or sentence) before transfer.",
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
        sentence="A detainer and a transfer request refer to the time of release: no one with open state charges or a sentence is "
        "transferred on one before staff confirm that state custody has ended.",
        when=request.kind.is_("detainer", "transfer_request") & STATE_CUSTODY & ~ATTACHED_WARRANT,
        duties=(
            Duty(
                What.CONFIRM_STATE_CUSTODY_ENDED,
                "whoever compares the paper with the person",
                "Verify that state custody has ended (no pending case or sentence) before transfer.",
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
        "it too: whether it was shown is recorded before anyone is held, arrested or transferred.",
        when=DHS_PAPER & ~PROOF_KNOWN,
        duties=(
            Duty(
                What.CONFIRM_PROOF,
                "whoever compares the paper with the person",
                "Record whether the person has shown proof of citizenship before holding.",
                deadline="before anything is done on the paper",
                blocks=Act.HOLD,
                on=Act.HOLD,
            ),
            Duty(
                What.CONFIRM_PROOF,
                "whoever compares the paper with the person",
                "Record whether the person has shown proof of citizenship before transfer.",
                deadline="before anything is done on the paper",
                blocks=Act.TRANSFER,
                on=Act.TRANSFER,
            ),
            Duty(
                What.CONFIRM_PROOF,
                "whoever compares the paper with the person",
                "Record whether the person has shown proof of citizenship before any arrest on it.",
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
        sentence="A jail that is shown proof of citizenship verifies it with the sender of the document.",
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
