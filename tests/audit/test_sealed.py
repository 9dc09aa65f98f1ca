"""A name stands beside the log, never in it; erasing the row obeys the order and leaves the log whole."""

import hashlib

import pytest

from habeas.audit.chain import verify_chain
from habeas.audit.evidence import LogEvidence
from habeas.audit.sealed import Sealed, open_refs, seal, untrue
from habeas.audit.verify import verify_log
from habeas.common.errors import BadInputError
from tests.audit.helpers import body, chain, lines

NAME = {"family": "Núñez", "given": "Ana"}


def test_an_order_to_erase_is_obeyed_by_deleting_the_row_and_the_log_still_verifies():
    person, paper = seal(NAME), seal("request of 17 July")
    events = chain([body(refs={"person": person.digest, "paper": paper.digest}), body(act="decide"), body(act="sign")])
    beside = {row.digest: row for row in (person, paper)}
    assert open_refs(events[0].refs, beside) == {"person": NAME, "paper": "request of 17 July"}
    del beside[person.digest]
    assert verify_chain(events) is None
    assert open_refs(events[0].refs, beside) == {"paper": "request of 17 July"}
    report = verify_log(events, LogEvidence(beside=beside.values()))
    assert report.holds
    assert "Of 2 sealed values 1 are still kept beside the log" in "\n".join(report.sentences)


def test_no_letter_of_the_name_stands_in_the_log():
    sealed = seal(NAME)
    assert "Núñez".encode() not in lines(chain([body(refs={"person": sealed.digest})]))


def test_the_same_name_sealed_twice_shows_two_digests_so_nobody_can_be_followed_or_guessed():
    assert seal(NAME).digest != seal(NAME).digest
    guess = hashlib.sha256(b'habeas-sealed/1\n{"family":"N\xc3\xba\xc3\xb1ez","given":"Ana"}').hexdigest()
    assert seal(NAME).digest != guess


def test_a_row_that_was_changed_after_it_was_sealed_is_told():
    row = seal(NAME)
    forged = Sealed(digest=row.digest, salt=row.salt, value={"family": "Smith", "given": "Ana"})
    assert untrue([row, forged]) == [row.digest]
    with pytest.raises(BadInputError, match="person was changed") as fault:
        open_refs({"person": row.digest}, {row.digest: forged})
    assert "Smith" not in str(fault.value)
    events = chain([body(refs={"person": row.digest})])
    assert not verify_log(events, LogEvidence(beside=[forged])).holds


@pytest.mark.parametrize("value", [float("nan"), {1, 2}, "\ud800", object()])
def test_what_is_no_json_cannot_be_sealed(value):
    with pytest.raises(BadInputError, match="no JSON value"):
        seal(value)


def test_salt_has_32_bytes():
    with pytest.raises(BadInputError, match="32 bytes"):
        seal("x", b"short")
    assert not Sealed(digest="0" * 64, salt="zz", value=1).true
