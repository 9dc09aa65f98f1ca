"""Federal floors under every place: what a paper must have before a jail may hold or hand over anybody on it.

No lower layer lifts them. They bar and they ask; none of them permits anything, and none of them needs a record of the person:
what nobody has recorded (no proof shown, no other person found) bars nothing.
"""

from habeas.law.expressions import ask_counsel, custody, on_record, request
from habeas.law.packs.us_terms import (
    ATTACHED_WARRANT,
    CANCELLED,
    CIVIL_PAPER,
    DETAINER,
    DHS_PAPER,
    FOR_ANOTHER,
    NO_BOX,
    NO_FORCE,
    OF_IMMIGRATION_JUDGE,
    PROOF_SHOWN,
    SIGNER_KNOWN,
    WARRANT,
)
from habeas.law.provision import Duty, DutyRule, Provision, secondary, since, verified
from habeas.law.words import Act, Layer, Outcome, What

TAKING = (Act.HOLD, Act.DELAY_RELEASE, Act.TRANSFER, Act.ARREST)
_SINCE = since("1997-04-01")
"""The day of the present 8 CFR 287.7; the Fourth Amendment is older."""
_FORM = since("2017-04-02")
"""The day of Form I-247A, which has the box and names the person by more than a name: what must be asked of it is asked from then on."""
_REGULATION = "https://www.usborderpatrol.com/usbp/laws/border_patrol608_11"
_GUIDANCE = "https://www.scribd.com/document/343192456/ICE-Guidance-for-Form-I-247A"
_BROWN = secondary(
    "U.S. Const. amend. IV; Brown v. Ramsay, No. 4:18-cv-10279 (S.D. Fla. May 30, 2025)",
    "https://app.midpage.ai/document/brown-v-ramsay-1000441131288",
    "Read the order whole: its beginning, a summary of it, and this sentence in the press were read.",
    "this is the exact type of information that renders the earlier probable cause determination to be stale, requiring some sort "
    "of action on MCSO's part to verify or inquire",
)
_THE_ALIEN = verified(
    "8 CFR 287.7(a)", _REGULATION, "advise another law enforcement agency that the Service seeks custody of an alien"
)
_OFFICERS = verified("8 CFR 287.7(b)", _REGULATION, "The following officers are authorized to issue detainers")
_IMMIGRATION_JUDGE = secondary(
    "8 USC 1101(b)(4)",
    "http://intelligencelaw.com/html-only/law_library/glossary/Immigration_Judge.html",
    "Read the section; its words as a glossary has them (2010) were read.",
    "an attorney whom the Attorney General appoints as an administrative judge within the Executive Office for Immigration Review",
)
_CAUSE = secondary(
    "U.S. Const. amend. IV; ICE guidance for completing Form I-247A (2017), item 2(2)",
    _GUIDANCE,
    "Read Form I-247A and ICE Policy 10074.2; the guidance was read.",
    "immigration officers must have probable cause to believe",
)
_SERVED = secondary(
    "Form I-247A; ICE guidance for completing Form I-247A (2017), item 2(3)",
    _GUIDANCE,
    "Read the form; the guidance was read.",
    "a copy of the form must be served on the alien in order for the detainer to take effect",
)
_STATE_FIRST = secondary(
    "Ponzi v. Fessenden, 258 U.S. 254 (1922); Thomas v. Brewer, 923 F.2d 1361, 1366-67 (9th Cir. 1991)",
    "https://law.justia.com/cases/federal/appellate-courts/F2/923/1361/",
    "Read both opinions; a later order that follows them was read.",
)
_TAKEN_BACK = secondary(
    "8 CFR 287.7(a); Form I-247A",
    _REGULATION,
    "Read the form's box by which the Department cancels an earlier detainer; that a detainer is a request was read in the section.",
    "The detainer is a request",
)

FLOORS = (
    Provision(
        id="us.proof-of-citizenship",
        acts=TAKING,
        outcome=Outcome.MUST_NOT,
        when=PROOF_SHOWN & CIVIL_PAPER,
        sentence="Nobody who has shown proof of United States citizenship is kept, arrested or handed over on a civil immigration paper: "
        "what the jail now knows makes the paper's probable cause stale, until somebody with authority has resolved it.",
        source=_BROWN,
        effective=_SINCE,
        layer=Layer.FEDERAL,
    ),
    Provision(
        id="us.proof-of-citizenship-notice",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "The person has shown proof of United States citizenship, and the paper asks about an alien: call ICE's Law Enforcement "
            "Support Center and counsel now. May the jail still tell of the release?",
            when=PROOF_SHOWN & CIVIL_PAPER,
        ),
        sentence="A request for notice speaks of an alien; whether it reaches a person who has shown proof of United States citizenship "
        "is resolved before it is answered.",
        source=_THE_ALIEN,
        effective=_SINCE,
        layer=Layer.FEDERAL,
    ),
    Provision(
        id="us.paper-for-another",
        acts=(*TAKING, Act.NOTIFY),
        outcome=Outcome.MUST_NOT,
        when=FOR_ANOTHER,
        sentence="A paper for somebody else orders and permits nothing about this person.",
        source=_BROWN,
        effective=_SINCE,
        layer=Layer.FEDERAL,
    ),
    Provision(
        id="us.identity-confirmed-first",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST_NOT,
        when=DHS_PAPER & ~request.flag("identity_match"),
        sentence="Nobody is kept past release on a civil immigration paper before somebody has confirmed that the paper is for them.",
        source=_BROWN,
        effective=_FORM,
        layer=Layer.FEDERAL,
    ),
    Provision(
        id="us.unsigned-paper",
        acts=TAKING,
        outcome=Outcome.MUST_NOT,
        when=on_record(request.signer.is_("none")) & CIVIL_PAPER,
        sentence="Only the officers whom the regulation names issue such a paper: nobody is kept or handed over on one that nobody signed.",
        source=_OFFICERS,
        effective=_SINCE,
        layer=Layer.FEDERAL,
    ),
    Provision(
        id="us.signature-confirmed-first",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST_NOT,
        when=DHS_PAPER & request.signer.is_("none"),
        sentence="Nobody is kept past release on such a paper before somebody has looked whether it is signed, and by whom.",
        source=_OFFICERS,
        effective=_SINCE,
        layer=Layer.FEDERAL,
    ),
    Provision(
        id="us.order-of-immigration-judge",
        acts=(*TAKING, Act.NOTIFY, Act.SHARE_PERSONAL, Act.LIST),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "An immigration judge signed this paper: an officer of the Department of Justice, no judge of a court. May the jail do "
            "anything on it, whoever is named as its issuer?",
            when=OF_IMMIGRATION_JUDGE,
        ),
        sentence="An order of an immigration judge is no order of a court and is made in a civil immigration matter: whether a jail may do "
        "anything on one is asked first.",
        source=_IMMIGRATION_JUDGE,
        effective=_SINCE,
        layer=Layer.FEDERAL,
    ),
    Provision(
        id="us.unsigned-detainer-notice",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "Nobody signed the detainer: was it issued at all? Ask the sender for the signed form before anything is told on it.",
            when=DETAINER & on_record(request.signer.is_("none")),
        ),
        sentence="Only the officers whom the regulation names issue a detainer; whether an unsigned one is answered at all is asked first.",
        source=_OFFICERS,
        effective=_SINCE,
        layer=Layer.FEDERAL,
    ),
    Provision(
        id="us.no-probable-cause",
        acts=(Act.DELAY_RELEASE, Act.TRANSFER, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=DETAINER & NO_BOX,
        sentence="A detainer that states no probable cause moves nobody from one custody to another.",
        source=_CAUSE,
        effective=_SINCE,
        layer=Layer.FEDERAL,
    ),
    Provision(
        id="us.no-probable-cause-hold",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST_NOT,
        when=DETAINER & ~request.flag("probable_cause_box"),
        sentence="A hold past release is a new seizure and needs probable cause: a detainer that states none permits none.",
        source=_CAUSE,
        effective=_FORM,
        layer=Layer.FEDERAL,
    ),
    Provision(
        id="us.paper-taken-back",
        acts=(*TAKING, Act.NOTIFY),
        outcome=Outcome.MUST_NOT,
        when=CANCELLED,
        sentence="A paper that its sender or a court has cancelled, lifted, recalled or withdrawn orders and permits nothing.",
        source=_TAKEN_BACK,
        effective=_SINCE,
        layer=Layer.FEDERAL,
    ),
    Provision(
        id="us.detainer-cancellation",
        acts=(*TAKING, Act.NOTIFY),
        outcome=Outcome.MUST_NOT,
        when=request.kind.is_("detainer_cancellation"),
        sentence="A cancellation takes a detainer back: it ends the hold that it names and asks for nothing else.",
        source=_TAKEN_BACK,
        effective=_SINCE,
        layer=Layer.FEDERAL,
    ),
)

FLOOR_IDS = frozenset(rule.id for rule in FLOORS)
"""What stands above every policy of a county, as a court's process does: no policy needs to say so."""

_ABOUT_NOBODY = request.kind.is_(
    "list_request", "facility_access", "agreement_proposal", "public_records_request", "detainer_cancellation"
)


def _first(what: What, says: str, *acts: Act) -> tuple[Duty, ...]:
    """One duty to find out before each of `acts`; `says` has the act's words at `{}`."""
    return tuple(
        Duty(
            what,
            "whoever compares the paper with the person",
            says.format(_BEFORE[act]),
            deadline="before anything is done on the paper",
            blocks=act,
            on=act,
        )
        for act in acts
    )


_BEFORE = {
    Act.HOLD: "anybody is kept",
    Act.NOTIFY: "anything is told",
    Act.TRANSFER: "anybody is handed over",
}

DUTY_RULES = (
    DutyRule(
        id="us.identity-duty",
        when=~_ABOUT_NOBODY & ~on_record(request.flag("identity_match")) & ~FOR_ANOTHER,
        duties=_first(What.CONFIRM_IDENTITY, "Confirm that the paper is for this person before {}.", *_BEFORE),
        sentence="Nothing is told and nobody is handed over on a paper before somebody has confirmed whom it is for.",
        source=_BROWN,
        effective=_SINCE,
        layer=Layer.FEDERAL,
    ),
    DutyRule(
        id="us.signature-duty",
        when=DHS_PAPER & ~SIGNER_KNOWN,
        duties=_first(What.CONFIRM_SIGNATURE, "Look whether the paper is signed, and by whom, before {}.", *_BEFORE),
        sentence="Nothing is told and nobody is handed over on such a paper before somebody has looked whether it is signed, and by whom.",
        source=_OFFICERS,
        effective=_SINCE,
        layer=Layer.FEDERAL,
    ),
    DutyRule(
        id="us.probable-cause-duty",
        when=DETAINER & ~on_record(request.flag("probable_cause_box")) & ~NO_BOX,
        duties=_first(
            What.CONFIRM_PROBABLE_CAUSE, "Look whether a probable-cause box is marked on the form before {}.", *_BEFORE
        ),
        sentence="Nothing is told and nobody is handed over on a detainer before somebody has looked whether it states probable cause.",
        source=_CAUSE,
        effective=_FORM,
        layer=Layer.FEDERAL,
    ),
    DutyRule(
        id="us.state-custody-duty",
        when=(WARRANT | ATTACHED_WARRANT) & ~on_record(custody.flag("releasable")) & ~NO_FORCE,
        duties=_first(
            What.CONFIRM_STATE_CUSTODY_ENDED,
            "Confirm that the state's custody has ended (no pending case or sentence keeps the person) before {}.",
            Act.TRANSFER,
        ),
        sentence="A warrant of arrest does not end the state's custody: nobody is handed over on one before somebody has confirmed "
        "that the state's custody has ended.",
        source=_STATE_FIRST,
        effective=since("1946-03-21"),
        layer=Layer.COURT_ORDER,
    ),
    DutyRule(
        id="us.i-247a-served",
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
        sentence="A detainer takes effect only when a copy of the form has been served on the person.",
        source=_SERVED,
        effective=_FORM,
        layer=Layer.FEDERAL,
    ),
    DutyRule(
        id="us.citizenship-duty",
        when=PROOF_SHOWN & CIVIL_PAPER,
        duties=(
            Duty(
                What.RESOLVE_CITIZENSHIP,
                "ICE's Law Enforcement Support Center and county counsel",
                "Call them now, say which proof was shown, and write down who answered and what.",
                deadline="at once",
            ),
        ),
        sentence="A jail that is shown proof of citizenship verifies it with the sender of the paper; it does not look away.",
        source=_BROWN,
        effective=_SINCE,
        layer=Layer.FEDERAL,
    ),
)
"""What the jail owes on such a paper besides."""
