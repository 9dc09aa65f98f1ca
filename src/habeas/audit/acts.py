"""What can stand in the log: every kind of event with the words a person reads. A view is an event, as a decision is."""

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
log_in            | logged in                                  | a session began; detail: method
log_out           | logged out                                 | a session ended, by hand or by time
log_in_refused    | was refused a log-in                       | a log-in failed; detail: why
second_factor     | gave the second factor for                 | before signing, exporting or managing accounts
view              | looked at                                  | a page or an API answer showed a record; shown: what fields
search            | searched                                   | a search ran; the words searched for are sealed
print             | printed                                    | a page was made to be printed
export            | exported                                   | records left as a file
receive           | received                                   | a paper or message arrived; detail: channel, both times
register          | registered                                 | a paper became a request
split             | split                                      | one packet became several requests
misdirect         | sent on as misdirected                     | a paper was for somebody else
read              | verified what the paper says of            | a field of a paper was confirmed or marked unreadable
record_fact       | recorded a fact for                        | a fact with its source and time
match             | said who is meant in                       | a person was chosen, none was, or it stays open
assign            | assigned                                   | work was given to somebody
prepare           | prepared                                   | a draft was made ready for signing
decide            | decided                                    | a decision was stored; basis: provisions and packs
sign              | signed                                     | the second person signed
send_back         | sent back                                  | the second person refused, or something changed
override          | overrode the proposal for                  | another choice inside what the law leaves open; detail: ground
stale             | found out of date                          | facts, roster or law changed under a draft
disclose          | disclosed                                  | an answer was authorised to leave
dispatch          | sent                                       | a paper went out; detail: how, proof
serve             | served on the person                       | a notice reached the person, was refused or failed
dispute           | raised a dispute on                        | anyone, also on the person's own word
settle            | settled the dispute on                     | a dispute ended; detail: how
hold              | kept in custody                            | a hold began
release           | let out                                    | a person left; never waits for anything here
transfer          | handed over                                | a person was handed to another agency
contact           | recorded a contact about                   | a call, door, mail or outside log-in; what was told is sealed
telling           | recorded a telling of the third kind about | fingerprints sent at booking, a query sent by hand
clock             | set the clock of                           | a deadline was worked out, warned of, passed or met
hand_over         | handed the shift over with                 | the list at a change of shift
import            | imported                                   | a roster file was read in
publish           | changed the publication of                 | the publication register changed
law               | changed the law of                         | a pack, policy or review was installed
account           | changed the account of                     | an account was made, changed, closed, or its role was
configure         | changed the setting of                     | a setting of the program changed
sample            | drew a sample of                           | an inspector drew cases; detail: seed, size
replay            | decided again                              | stored decisions were replayed and compared
expunge           | erased names kept beside the log for       | a court's order; detail: the order, the digests erased
checkpoint        | signed a checkpoint of                     | a head of the log was signed
anchor            | handed out a checkpoint of                 | a signed head left the building; detail: to whom
verify            | checked                                    | the log was verified; detail: result
backup            | backed up                                  | a copy was made
restore           | restored                                   | a copy was put back
work              | ended the work on                          | work beside the pages ended; detail: which, how
late_entry        | entered from paper                         | work done while the program was down, with both times
refuse            | was refused                                | a right was missing; detail: which
"""


def _kinds() -> dict[str, ActKind]:
    rows = [[cell.strip() for cell in line.split("|")] for line in _TABLE.strip().splitlines()]
    return {word: ActKind(word, said, about) for word, said, about in rows}


ACTS: dict[str, ActKind] = _kinds()
"""Every kind of event by its word, in the order of the manual."""


_STEPS = """
read     | fields put beside                  | Habeas | read the paper of
read     | read by the program                | Habeas | read
read     | read too late; nothing was changed | Habeas | read too late, and changed nothing of,
read     | confirm_field                      |        | verified fields of
read     | confirm_fields                     |        | verified what the paper says of
read     | confirm_class                      |        | verified what the paper says of
read     | back_to_reading                    |        | went back to the paper of
match    | looked                             | Habeas | looked for matches for
match    | conflict found                     | Habeas | found, in a new roster, a conflict about
match    | name_person                        |        | named who may be meant in
match    | confirm_person                     |        | confirmed who is meant in
match    | unchoose                           |        | took back who is meant in
match    | choose_nobody                      |        | said that nobody in custody is meant in
match    | name_nobody                        |        | said that nobody in custody seems to be meant in
match    | confirm_nobody                     |        | confirmed that nobody in custody is meant in
match    | never_these                        |        | ruled a person out for
match    | check_identity                     |        | recorded a check of identity for
clock    | met                                |        | closed a deadline of
clock    | duties_met                         |        | found the duties that come first done for
clock    | start_watch                        |        | found every notice served for
clock    |                                    | Habeas | set a deadline of
prepare  | send_to_sign                       |        | asked for approval of
prepare  | send_to_counsel                    |        | asked counsel to sign off on
sign     | sign_off                           |        | signed off, as counsel,
decide   | give_opinion                       |        | gave counsel's answer on
record_fact | ask_question                    |        | recorded that somebody was asked for
register | same_as                            |        | said whether an earlier request is the same as
register | take_back                          |        | took back from being set aside
stale    | find_stale                         | Habeas | found out of date
hold     | lodge_hold                         |        | recorded that the hold is lodged for
transfer | record_hand_over                   |        | recorded the hand-over for
release  | withdrawn_by_sender                |        | recorded that the sender withdrew
release  | end                                |        | recorded the end of
release  | end_hold                           |        | ended the hold of
send_back | decide_open                       |        | took back, to decide what is open,
settle   | close                              |        | closed
settle   | reopen                             |        | opened again
dispute  | block_by_dispute                   |        | blocked, by a dispute,
serve    | excuse_notice                      |        | excused a notice of
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
