"""Every kind of event of the log, with the words a person reads. A view is an event, as a decision is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from habeas.common.errors import BadInputError


@dataclass(frozen=True)
class ActKind:
    """One kind of event: `word` stands in the log, `said` is the past tense in a sentence, `about` says when it is written."""

    word: str
    said: str
    about: str


_TABLE = """
log_in         | logged in                                      | a session began; detail: method
log_out        | logged out                                     | a session ended, by hand or by time
log_in_refused | was refused a log-in                           | a log-in failed; detail: why
second_factor  | entered the second factor for                  | before signing, exporting or managing accounts
view           | viewed                                         | a page or an API answer showed a record; shown: what fields
search         | searched                                       | a search ran; the words searched for are sealed
print          | printed                                        | a page was made to be printed
export         | exported                                       | records left as a file
receive        | received                                       | a document or message was received; detail: channel, both times
register       | created                                        | a document became a request
split          | split                                          | one packet became several requests
misdirect      | set aside or forwarded                         | a document was for another office, or no request
read           | verified fields of                             | a field of a document was confirmed or marked illegible
record_fact    | recorded a fact for                            | a fact with its source and time
match          | recorded the identification in                 | an inmate was selected, no match was recorded, or it stays open
assign         | assigned                                       | work was given to somebody
comment        | commented on                                   | a note of staff was added to a request; its words stand beside
prepare        | prepared                                       | a draft was made ready for signing
decide         | decided                                        | a decision was stored; basis: provisions and packs
sign           | signed                                         | the second person signed
send_back      | returned                                       | the second person refused, or something changed
override       | chose otherwise than proposed for              | another choice where the law leaves one; detail: reason
stale          | found out of date                              | facts, roster or law changed under a draft
disclose       | disclosed                                      | a response was authorized
dispatch       | logged the transmittal of                      | a response was sent; detail: method, confirmation
serve          | logged service of notice for                   | a notice was served on the inmate, was refused or could not be served
dispute        | filed a dispute on                             | anyone, also on the inmate's own word
settle         | decided the dispute on                         | a dispute ended; detail: how
hold           | logged a hold for                              | a hold began
release        | logged the release for                         | an inmate was released; never waits for anything here
transfer       | logged the transfer of custody for             | an inmate was transferred to another agency
contact        | logged a contact about                         | a call, visit, mail or outside log-in; what was disclosed is sealed
telling        | logged a fingerprint or database inquiry about | fingerprints sent at booking, a manual database query
clock          | set a deadline of                              | a deadline was calculated, warned of, passed or met
hand_over      | created the shift pass-on of                   | the pass-on report at a change of shift
import         | imported                                       | a roster file was read in
publish        | changed the publication of                     | the public information schedule changed
law            | changed the law of                             | a pack, policy or review was installed
account        | changed the account of                         | an account was made, changed, closed, or its role was
configure      | changed the setting of                         | a setting of the program changed
sample         | drew a sample of                               | an inspector drew cases; detail: seed, size
replay         | replayed                                       | stored decisions were replayed and compared
expunge        | erased names kept beside the log for           | a court's order; detail: the order, the digests erased
checkpoint     | signed a checkpoint of                         | a checkpoint of the log was signed
anchor         | filed a checkpoint of                          | a signed checkpoint was filed outside the building; detail: with whom
verify         | checked                                        | the log was verified; detail: result
backup         | backed up                                      | a copy was made
restore        | restored                                       | a copy was put back
work           | ended the work on                              | work beside the pages ended; detail: which, how
late_entry     | entered from paper                             | work done while the program was down, with both times
tally          | logged for the count, in                       | bail, an interview, a task force, a cost; detail: noun
refuse         | was refused                                    | a right was missing; detail: which
"""


def _kinds() -> dict[str, ActKind]:
    rows = [[cell.strip() for cell in line.split("|")] for line in _TABLE.strip().splitlines()]
    return {word: ActKind(word, said, about) for word, said, about in rows}


ACTS: dict[str, ActKind] = _kinds()
"""Every kind of event by its word, in the order of the manual."""


_STEPS = """
read     | fields put beside                  | Habeas | read the document of
read     | read by the program                | Habeas | read
read     | read too late; nothing was changed | Habeas | read too late, and changed nothing of,
read     | confirm_field                      |        | verified fields of
read     | confirm_fields                     |        | verified all fields of
read     | confirm_class                      |        | verified all fields of
read     | back_to_reading                    |        | returned to data entry review of
match    | looked                             | Habeas | looked for matches for
match    | conflict found                     | Habeas | found, in a new roster, a conflict about
match    | name_person                        |        | recorded a possible match in
match    | choose_person                      |        | identified the inmate in
match    | confirm_person                     |        | confirmed the identification in
match    | unchoose                           |        | undid the identification in
match    | choose_nobody                      |        | recorded no match in
match    | name_nobody                        |        | recorded that no match was found in
match    | confirm_nobody                     |        | confirmed no match in
match    | never_these                        |        | ruled an inmate out for
match    | check_identity                     |        | logged an identity check for
clock    | met                                |        | closed out a deadline of
clock    | runs again                         |        | reopened a deadline of
clock    | duties_met                         |        | recorded the prerequisites as completed for
clock    | start_watch                        |        | recorded all notices as served for
clock    |                                    | Habeas | set a deadline of
assign   | taken                              |        | took
assign   | handed back                        |        | handed back
prepare  | send_to_sign                       |        | asked for approval of
prepare  | send_to_counsel                    |        | asked counsel to sign off on
sign     | sign_off                           |        | signed off, as counsel,
decide   | give_opinion                       |        | gave counsel's answer on
record_fact | correct_fact                    |        | corrected a recorded fact of
record_fact | correct_execution               |        | corrected a logged custody action of
serve    | correct_service                    |        | corrected a logged service of notice for
dispatch | correct_dispatch                   |        | corrected a logged transmittal of
record_fact | ask_question                    |        | logged that a question was asked for
register | same_as                            |        | recorded whether an earlier request is a duplicate of
register | take_back                          |        | undid the set-aside of
stale    | find_stale                         | Habeas | found out of date
hold     | lodge_hold                         |        | logged the hold as lodged for
transfer | record_hand_over                   |        | logged the transfer of custody for
release  | ready                              |        | logged the clearance for release in
release  | withdrawn_by_sender                |        | recorded that the sender withdrew
release  | end                                |        | recorded the end of
release  | end_hold                           |        | ended the hold of
release  | undo_end                           |        | put back, after a release reported wrongly,
send_back | decide_anew                       |        | reopened, after a correction, the determination on
send_back | decide_open                       |        | reopened the determination on
prepare  | report prepared                    |        | prepared the report
sign     | report approved                    |        | approved the report
send_back | report returned                   |        | returned the report
tally    | list                               |        | loaded a sender's list as
settle   | close                              |        | closed
settle   | reopen                             |        | reopened
dispute  | block_by_dispute                   |        | filed a dispute on
serve    | excuse_notice                      |        | marked a notice unservable of
"""


@dataclass(frozen=True)
class Said:
    """What an event is told as: the past tense in a sentence, and whether the program did it and no person."""

    words: str
    by_program: bool = False


def _steps() -> dict[tuple[str, str], Said]:
    rows = [[cell.strip() for cell in line.split("|")] for line in _STEPS.strip().splitlines()]
    return {(act, step): Said(words, who == "Habeas") for act, step, who, words in rows}


STEPS: dict[tuple[str, str], Said] = _steps()
"""How an act is told by the step or capability in its detail: a step of the program is never told as a person's act."""


def said_of(act: str, detail: Mapping[str, Any]) -> Said:
    """What one event is told as: by its step, then by its capability, then by its kind; an unknown kind by its own word."""
    for key in (detail.get("step"), detail.get("capability"), ""):
        if isinstance(key, str) and (act, key) in STEPS:
            return STEPS[act, key]
    kind = ACTS.get(act)
    return Said(kind.said if kind else f"did “{act}” to")


def act_kind(word: str) -> ActKind:
    """Give the kind of event called `word`; BadInputError names an unknown one."""
    try:
        return ACTS[word]
    except KeyError:
        raise BadInputError(f'"{word[:30]}" is no kind of event; docs/audit.md lists them.') from None
