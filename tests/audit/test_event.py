"""An event is one canonical line; what could not be hashed the same way elsewhere is refused when it is written."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.audit.acts import ACTS
from habeas.audit.chain import Head, link
from habeas.audit.event import EventBasis, Thing, decode_event, unfit_detail
from habeas.common.canonical import canonical_json
from habeas.common.errors import BadInputError
from tests.audit.helpers import body, chain, some_log

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
DETAIL = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3), max_leaves=8,
)  # fmt: skip


def event(**changes):
    return link(Head("county"), body(**changes))


@given(detail=st.dictionaries(TEXT, DETAIL, max_size=4), name=TEXT.filter(bool))
def test_the_canonical_bytes_are_those_of_the_rooms_plain_json_and_read_back_the_same(detail, name):
    made = event(detail=detail, actor=name)
    assert made.canonical == canonical_json(json.loads(made.canonical)).encode()
    assert decode_event(made.canonical) == made


def test_the_line_has_its_keys_in_the_alphabet_and_no_blanks():
    line = event(detail={"b": 1, "a": "José"}).canonical.decode()
    assert list(json.loads(line)) == sorted(json.loads(line))
    assert '"detail":{"a":"José","b":1}' in line
    assert ": " not in line


def test_a_time_of_another_zone_is_written_in_utc_with_six_digits():
    pacific = timezone(timedelta(hours=-8))
    made = event(at=datetime(2026, 11, 25, 4, 0, 0, 5, tzinfo=pacific))
    assert made.at == "2026-11-25T12:00:00.000005Z"
    assert made.when == datetime(2026, 11, 25, 12, 0, 0, 5, tzinfo=UTC)
    assert event(at=datetime(99, 1, 1, tzinfo=UTC)).at == "0099-01-01T00:00:00.000000Z"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"at": datetime(2026, 11, 25)}, "no time zone"),  # noqa: DTZ001 - that is the fault
        ({"act": "peek"}, '"peek" is no kind of event'),
        ({"actor": ""}, "actor is empty"),
        ({"role": "", "program": ""}, "role, program is empty"),
        ({"object": Thing(kind="person", id="")}, "no kind or no id"),
        ({"shown": "abc"}, "a digest is not 64 hexadecimal digits"),
        ({"refs": {"person": "Jane Doe"}}, "a digest is not 64 hexadecimal digits"),
        ({"basis": EventBasis(packs={"us-ca": "v3"})}, "a digest is not 64 hexadecimal digits"),
        ({"monotonic": -1}, "monotonic"),
        ({"detail": {"hours": 1.5}}, "detail holds a float; write it as text or a whole number"),
        ({"detail": {"n": 2**53}}, "beyond 2^53"),
        ({"detail": {"when": datetime(2026, 1, 1, tzinfo=UTC)}}, "detail holds a datetime"),
        ({"detail": {"a": [{"b": {1: 2}}]}}, "a key that is no text"),
        ({"detail": {"a": "\ud800"}}, "no Unicode"),
    ],
)
def test_what_cannot_be_hashed_alike_everywhere_is_refused_with_the_reason(changes, says):
    with pytest.raises(BadInputError) as fault:
        event(**changes)
    assert says in str(fault.value)


def test_a_refusal_repeats_no_name_that_was_handed_in():
    with pytest.raises(BadInputError) as fault:
        event(refs={"person": "Jane Doe"}, detail={"name": 1.5})
    assert "Jane" not in str(fault.value)


@pytest.mark.parametrize(
    "change",
    [
        lambda line: line.replace(b'"act"', b' "act"'), lambda line: line + b" ", lambda line: line.replace(b'"v":1', b'"v":1,"w":1'),
        lambda line: line.replace(b'"seq":0', b'"seq":0,"seq":0'), lambda line: line.replace(b'"seq":0', b'"seq":false'),
        lambda line: line.replace(b'"seq":0', b'"seq":0.0'), lambda line: line.replace(b"clerk7", b"cl\\u0065rk7"),
        lambda line: line.replace(b"clerk7", b"cl\xffrk7"), lambda line: b"", lambda line: b"[]", lambda line: b"[" * 100_000,
        lambda line: line.replace(b',"v":1', b""), lambda line: line.replace(b'"packs":{},', b""),
    ],
)  # fmt: skip
def test_a_line_that_is_no_event_in_its_one_form_is_not_read(change):
    line = change(event().canonical)
    with pytest.raises(BadInputError, match="line is"):
        decode_event(line)


def test_each_kind_of_event_has_words_and_a_sentence():
    for word, kind in ACTS.items():
        assert kind.said, word
        assert kind.about, word
    assert event().sentence == "2026-11-25 12:00:00 UTC: clerk7 (clerk) viewed person p-1."


def test_an_act_of_a_later_program_still_reads():
    line = event().canonical.replace(b'"view"', b'"teleport"')
    assert "did “teleport” to person p-1" in decode_event(line).sentence


def test_a_tuple_or_enum_in_a_detail_is_what_will_be_read_back():
    assert event(detail={"fields": ("name", "dob")}).detail == {"fields": ["name", "dob"]}
    assert unfit_detail((1, "a", None, True)) is None


def test_every_event_has_a_hash_of_its_own_and_the_site_is_in_it():
    events = some_log(200)
    assert len({each.hash for each in events}) == 200
    assert chain([body()])[0].hash != chain([body()], site="elsewhere")[0].hash
