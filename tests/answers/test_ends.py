"""An end in a letter: a keeping act runs until then, any other is done by then, and several ends are told plainly."""

from datetime import UTC, datetime

import pytest

from habeas.answers.ends import until_words
from habeas.deadlines.times import EARLIEST
from habeas.law.model.vocabulary import Act
from tests.answers.helpers import ice
from tests.answers.test_letters import SUBJECT, letter

AT = datetime(2025, 7, 20, 10, tzinfo=UTC)
RELEASE = "the time of release"
THEN = "the time the inmate would otherwise be released"
ICE = "or until ICE takes custody, or until ICE rescinds the detainer, whichever comes first"
TWO_EVENTS = EARLIEST + f"48 hours after {RELEASE}; ICE takes custody; ICE rescinds the detainer"


@pytest.mark.parametrize(
    ("act", "until", "says", "words"),
    [
        (Act.HOLD, None, None, ""),
        (Act.HOLD, AT, f"48 hours after {RELEASE}", ", until 10:00 a.m. local time on July 20, 2025, at the latest"),
        (Act.HOLD, AT, TWO_EVENTS, f", until 10:00 a.m. local time on July 20, 2025, {ICE}"),
        (Act.HOLD, None, TWO_EVENTS, f", for no more than 48 hours, {ICE}"),
        (Act.HOLD, None, f"48 hours after {RELEASE}", ", for no more than 48 hours"),
        (
            Act.HOLD,
            None,
            f"{EARLIEST}48 hours after {RELEASE}; 11:59 p.m. on the day of {RELEASE}",
            f", for no more than 48 hours, or until 11:59 p.m. on {THEN.replace('time', 'day')}, whichever comes first",
        ),
        (
            Act.HOLD,
            None,
            "2 hours after when the request was received",
            ", until 2 hours after the request was received",
        ),
        (Act.NOTIFY, AT, f"2 hours after {RELEASE}", ", no later than 10:00 a.m. local time on July 20, 2025"),
        (Act.NOTIFY, None, f"2 hours after {RELEASE}", f", no later than 2 hours after {THEN}"),
    ],
)
def test_an_end_is_told_plainly(act, until, says, words):
    assert until_words(act, until, says) == words


def test_no_letter_lists_ends_after_a_colon(tmp_path):
    paper = ice(SUBJECT, "us-tx") | {"attachments": ["I-200"], "identity_match": True, "signer": "immigration_officer"}
    facts = {"P1": {"person": {"proof_of_status_given": "none"}}}
    said = " ".join(letter(tmp_path, paper | {"served_on_person": True}, "us-nc", facts=facts).split())
    assert "or until ICE rescinds the detainer, whichever comes first." in said
    assert "earliest of" not in said
