"""Requests: what is refused, what is said, which acts follow, and what serves immigration enforcement."""

import pytest

from habeas.common.errors import BadInputError
from habeas.requests.purpose import serves_immigration_enforcement
from habeas.requests.request import field_acts, load_request, read_request
from habeas.requests.vocabulary import ACTS, FIELD_ACTS, KIND_WORDS, KINDS


@pytest.mark.parametrize(
    ("request_object", "wanted"),
    [
        ({"kind": "detainer", "issuer": "ice"}, True),
        ({"kind": "list_request", "issuer": "doj"}, None),
        ({"kind": "list_request", "issuer": "doj", "purpose": "to assist in prioritizing removals"}, True),
        ({"kind": "list_request", "issuer": "doj", "class": {"filter": {"citizenship": "not US"}}}, True),
        ({"kind": "judicial_warrant", "issuer": "usms", "basis": "criminal_other"}, False),
        ({"kind": "judicial_warrant", "issuer": "ice", "basis": "criminal_immigration"}, None),
        ({"kind": "detainer", "issuer": "ice", "basis": "criminal_immigration"}, True),
        ({"kind": "interview_request", "issuer": "fbi", "basis": "criminal_other"}, False),
        ({"kind": "court_order", "issuer": "court", "basis": "civil"}, False),
        ({"kind": "public_records_request", "issuer": "public"}, False),
        ({"kind": "records_request", "issuer": "other"}, None),
        ({"kind": "records_request", "issuer": "doj", "purpose": "a robbery on the removal van's route"}, True),
        ({"kind": "records_request", "issuer": "doj", "purpose": "an alienation of affection suit"}, None),
    ],
)
def test_a_request_serves_immigration_enforcement_by_its_function_not_its_letterhead(request_object, wanted):
    assert serves_immigration_enforcement(request_object) is wanted


@pytest.mark.parametrize("crimes", [True, False, None])
def test_whether_a_crime_of_immigration_law_counts_is_for_the_law_of_the_place_to_say(crimes):
    asked = {"kind": "judicial_warrant", "issuer": "ice", "basis": "criminal_immigration"}
    assert serves_immigration_enforcement(asked, crimes=crimes) is crimes
    assert serves_immigration_enforcement(asked | {"basis": "criminal_other"}, crimes=crimes) is False


def test_every_kind_has_words_and_implies_known_acts():
    assert set(KIND_WORDS) == set(KINDS)
    assert all(act in ACTS for acts in KINDS.values() for act in acts)
    assert set(FIELD_ACTS.values()) <= ACTS


def test_an_unknown_kind_is_refused():
    with pytest.raises(BadInputError, match='the kind "subpoena" is not one Habeas knows'):
        read_request({"kind": "subpoena"})


def test_unknown_acts_and_fields_are_said_and_not_dropped_in_silence():
    made = read_request({"kind": "list_request", "asks": ["list", "count"], "fields": ["name", "shoe_size"]})
    assert made.asks == {"list"}
    assert made.fields == ("name",)
    assert [("count" in each, "shoe_size" in each) for each in made.said] == [(False, True), (True, False)]


def test_a_records_request_asks_for_the_acts_that_its_fields_need():
    made = read_request({"kind": "records_request", "fields": ["home_address", "criminal_history"]})
    assert made.asks == {"share_personal", "share_criminal_history"}
    assert field_acts(made) == {"home_address": "share_personal", "criminal_history": "share_criminal_history"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"kind": "detainer", "kind": "detainer"}', 'the key "kind" twice'),
        ("[1]", "holds no request"),
        ("{", "is not JSON"),
        ('{"kind": NaN}', "holds NaN"),
        ("[" * 100 + "]" * 100, "nested more than"),
        ('{"kind": 1e999}', "too large"),
        ('{"kind": ' + "9" * 30 + "}", "a number of 30 digits"),
        ('{"kind": "detainer", "names_person": "yes"}', "must be true, false"),
        ('{"kind": "detainer", "received_at": "yesterday"}', "no date and time"),
        ('{"kind": "detainer", "issuer": "fedex"}', "write one of"),
    ],
)
def test_a_request_file_that_cannot_be_used_says_what_to_mend(tmp_path, text, sentence):
    path = tmp_path / "r.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInputError, match=sentence):
        load_request(path)


@pytest.mark.parametrize("key", ["received_at", "touched_at"])
def test_a_day_without_an_hour_is_no_time_of_a_request_and_is_said(key):
    made = read_request({"kind": "detainer", key: "2026-11-20"})
    assert made.facts[key] is None
    assert made.said == ()
    assert made.unknown == (
        f'the request: request.{key} is "2026-11-20", a day without an hour, and counts as unknown until somebody gives the hour.',
    )


def test_a_missing_file_is_one_sentence(tmp_path):
    with pytest.raises(BadInputError, match=r"r\.json cannot be read: no such file or directory"):
        load_request(tmp_path / "r.json")


def test_a_file_that_is_not_utf_8_says_so(tmp_path):
    (tmp_path / "r.json").write_bytes(b'{"kind": "\xff"}')
    with pytest.raises(BadInputError, match="is not UTF-8 text"):
        load_request(tmp_path / "r.json")


def test_every_entry_of_the_desk_is_a_key_that_requests_know():
    from habeas.desk.services.intake.reading import DESK_KEYS
    from habeas.desk.services.papers.entries import ENTRIES
    from habeas.requests.keys import KNOWN

    assert {name.partition(".")[0] for name in ENTRIES} | set(DESK_KEYS) <= KNOWN


def test_a_key_nobody_knows_is_said_and_stands_in_the_way_of_nothing():
    made = read_request({"kind": "detainer", "tracking": "77"})
    assert (made.said, len(made.unknown), made.facts["cancelled"]) == ((), 1, False)
    assert made.all_said == made.unknown
