"""A stored decision is decided again from what was kept with it; the finding names no fact."""

import pytest

from habeas.audit.replay import ADDED, ReplayVerdict, compare, replay
from habeas.audit.sealed import Sealed, seal
from habeas.common.errors import BadInputError
from habeas.law.engine.decision import ActDecision
from habeas.law.model.vocabulary import Act, Outcome
from tests.audit.helpers import body, chain

CASE = seal({"id": "c-1", "name": "Jane Doe"})
ANSWER = {"acts": {"hold": "must_not"}, "law": {"us-ca": "a" * 64}}


def again(stored, now, *, kept=(CASE,)):
    decision = seal(stored)
    event = body(act="decide", refs={"case": CASE.digest, "decision": decision.digest})
    beside = {row.digest: row for row in (*kept, decision)}
    (found,) = replay(chain([body(), event]), beside, now if callable(now) else lambda case: now)
    return found


def refused(case):
    raise BadInputError(f"{case} cannot be read.")


@pytest.mark.parametrize(
    ("now", "verdict", "says"),
    [
        (ANSWER, "same", "gives the same answer."),
        (
            ANSWER | {"law": {"us-ca": "b" * 64}},
            "other_law",
            "under another text of the packs. Packs that are not the same: us-ca.",
        ),
        (ANSWER | {"acts": {"hold": "may"}}, "differs", "gives another answer in acts."),
        ({**ANSWER, "duties": []}, "differs", "gives another answer in duties."),
        (refused, "failed", "could not be decided by this program."),
    ],
)
def test_the_answer_is_compared_with_the_one_that_was_given(now, verdict, says):
    found = again(ANSWER, now)
    assert (found.seq, found.verdict) == (1, verdict)
    assert found.sentence.endswith(says)
    assert "Doe" not in found.sentence


def test_what_was_erased_by_order_cannot_be_decided_again_and_that_is_said():
    assert "no longer kept" in again(ANSWER, ANSWER, kept=()).sentence


def test_facts_that_were_changed_after_the_decision_are_not_decided_on():
    forged = Sealed(digest=CASE.digest, salt=CASE.salt, value={"id": "c-1", "name": "June Doe"})
    assert again(ANSWER, refused, kept=(forged,)).verdict == "changed"


def test_events_that_are_no_decisions_are_passed_over():
    assert list(replay(chain([body(), body(act="decide")]), {}, refused)) == []


def test_an_act_stored_before_its_end_was_told_is_no_other_answer_and_a_changed_end_is():
    told = {"acts": {"hold": {"outcome": "may", "end": {"clock": None}}}}
    before = {"acts": {"hold": {"outcome": "may"}}}
    assert compare(before, told)[0] is ReplayVerdict.SAME
    assert compare({"acts": {"hold": {"outcome": "may", "end": None}}}, told)[0] is ReplayVerdict.DIFFERS
    assert compare({"acts": {"hold": {"end": {"clock": None}}}}, told)[0] is ReplayVerdict.DIFFERS


FIRST = {"outcome", "asked", "because", "until", "until_says", "questions"}
"""What an act was told with in the first decisions ever stored."""


def test_whatever_an_act_is_told_since_the_first_decisions_were_stored_is_known_to_replay():
    told = ActDecision(Act.HOLD, Outcome.MAY, asked=True).as_data(with_trace=False)
    assert set(told) - FIRST == ADDED
    assert set(told) > FIRST
