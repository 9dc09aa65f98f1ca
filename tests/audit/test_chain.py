"""Whatever is changed in a chain, the first event that does not fit is named."""

from datetime import timedelta
from itertools import pairwise

import pytest

from habeas.audit.chain import (
    WAIT,
    Head,
    check_chain,
    copies,
    head_after,
    link,
    read_lines,
    read_log,
    read_records,
    read_rows,
    verify_chain,
)
from habeas.audit.event import decode_event
from habeas.common.errors import BadInputError
from habeas.desk.database import WAIT_SECONDS
from tests.audit.helpers import NOON, body, chain, lines, some_log

LOG = some_log(12)


def swapped(old: bytes, new: bytes):
    """The log with one event changed, as its line would be."""
    return [*LOG[:4], decode_event(LOG[4].canonical.replace(old, new)), *LOG[5:]]


def test_a_chain_begins_at_nought_and_each_event_names_the_one_before():
    assert (LOG[0].seq, LOG[0].prev) == (0, "0" * 64)
    assert all(later.prev == earlier.hash and later.seq == earlier.seq + 1 for earlier, later in pairwise(LOG))
    assert verify_chain(LOG) is None
    assert check_chain(LOG).head == head_after(LOG[-1]) == Head("county", 12, LOG[-1].hash)


def test_an_empty_chain_holds_and_has_the_first_head():
    assert verify_chain([]) is None
    assert check_chain([]).head == Head("", 0, "0" * 64)


@pytest.mark.parametrize(
    ("changed", "seq", "says"),
    [
        (LOG[:4] + LOG[5:], 4, "its number is 5"),
        ([*LOG[:4], LOG[3], *LOG[4:]], 4, "its number is 3"),
        ([*LOG[:4], LOG[5], LOG[4], *LOG[6:]], 4, "its number is 5"),
        (LOG[1:], 0, "its number is 1"),
        (LOG[:4] + some_log(12, seed=9)[4:], 4, "does not follow from the event before"),
        (LOG[:4] + some_log(12, site="elsewhere")[4:], 4, "another site"),
        (swapped(b'"role":"clerk"', b'"role":"chief"'), 5, "one of the two was changed"),
        (swapped(b'"v":1', b'"v":2'), 4, "a format this program does not know"),
        (swapped(b'Z","basis', b'z","basis'), 4, "a form this format does not have"),
    ],
    ids=["deleted", "doubled", "swapped", "beginning cut", "spliced", "other site", "changed", "other format", "other time"],
)  # fmt: skip
def test_the_first_event_that_does_not_fit_is_named(changed, seq, says):
    fault = verify_chain(changed)
    assert fault.seq == seq
    assert says in fault.sentence


def test_a_cut_end_is_not_seen_by_the_chain_alone():
    """Why checkpoints are handed out."""
    assert verify_chain(LOG[:7]) is None


def test_a_part_of_a_chain_is_checked_from_the_head_before_it():
    assert verify_chain(LOG[5:], start=head_after(LOG[4])) is None
    assert verify_chain(LOG[5:], start=head_after(LOG[3])).seq == 4


def test_a_clock_that_was_set_back_is_told_and_is_no_fault():
    events = chain([body(at=NOON.replace(hour=hour)) for hour in (9, 12, 10, 11, 3)])
    report = check_chain(events)
    assert report.fault is None
    assert (report.clock_back, report.first_back) == (2, 2)


@pytest.mark.parametrize(("seconds", "back"), [(1, 0), (8, 0), (20, 0), (21, 1)])
def test_events_of_two_servers_that_waited_for_their_turn_are_no_clock_set_back(seconds, back):
    report = check_chain(chain([body(at=NOON), body(at=NOON - timedelta(seconds=seconds)), body(at=NOON)]))
    assert (report.fault, report.clock_back) == (None, back)


def test_no_act_of_the_desk_waits_longer_than_the_chain_allows_for():
    assert timedelta(seconds=WAIT_SECONDS) == WAIT


def test_lines_and_stored_rows_that_do_not_read_are_faults_with_their_place(tmp_path):
    text = lines(LOG)
    assert verify_chain(read_lines(text.splitlines(keepends=True))) is None
    broken = text.replace(b'"seq":3,', b'"seq":3 ,')
    assert verify_chain(read_lines(broken.splitlines())).sentence.startswith(
        "Event 3: the line is not in the canonical form"
    )
    rows = [(event.hash, event.canonical.decode()) for event in LOG]
    assert verify_chain(read_rows(rows)) is None
    rows[6] = (rows[5][0], rows[6][1])
    assert verify_chain(read_rows(rows)).sentence == "Event 6: the hash stored with it is not the hash of its text."
    (tmp_path / "log").write_bytes(text)
    assert list(read_log(tmp_path / "log")) == LOG
    with pytest.raises(BadInputError, match="no such file"):
        list(read_log(tmp_path / "none"))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("actor", "somebody else"),
        ("at", NOON),
        ("act", "print"),
        ("object", "p-2"),
        ("kind", "x"),
        ("seq", 9),
        ("request", "r-1"),
    ],
)
def test_a_column_beside_the_event_that_says_something_else_is_a_fault(column, value):
    records = [copies(event) | {"body": event.canonical.decode(), "id": event.seq + 1} for event in LOG]
    assert verify_chain(read_records(records)) is None
    records[5] |= {column: value}
    assert (
        verify_chain(read_records(records)).sentence
        == f"Event 5: its column {column} does not say what the event says."
    )


def test_the_last_stored_row_is_held_to_its_hash_though_no_event_follows():
    rows = [(event.hash, event.canonical.decode()) for event in LOG]
    rows[-1] = (rows[-1][0], rows[-1][1].replace('"role":"clerk"', '"role":"chief"'))
    assert verify_chain(read_rows(rows)).seq == 11


def test_the_next_event_takes_its_place_from_the_head_alone():
    later = link(head_after(LOG[-1]), body(act="decide"))
    assert (later.seq, later.prev, later.site) == (12, LOG[-1].hash, "county")
    assert verify_chain([*LOG, later]) is None
