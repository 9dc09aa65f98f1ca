"""Paths in trees whose words the export no longer has: a key that is gone stops the reading, also behind a choice."""

import json
from typing import Any

import pytest

from habeas.common.errors import BadInputError
from tests.roster.helpers import read_with, said

WORDS = """
[file]
shape = "tree"
people = "people[]"
charges = "charges[]"
[columns]
person_id = "id"
booking_id = "number"
family_name = "last"
holds = "detainers[active=true].agency"
statute = "charges.code"
"""


def tree(*detainers: dict[str, Any], **more: Any) -> str:
    """Two people; the second holds the detainers, the first none."""
    first = {"id": 1, "number": "B1", "last": "Doe", "detainers": [], "charges": [{"code": "211 PC"}]}
    second = {"id": 2, "number": "B2", "last": "Roe", "detainers": list(detainers), "charges": []} | more
    return json.dumps({"people": [first, second]})


ACTIVE, LIFTED = {"active": True, "agency": "ICE"}, {"active": False, "agency": "USMS"}


@pytest.mark.parametrize(
    ("there", "gone"),
    [
        ({"active": True, "agencyName": "ICE"}, 'was "agency" renamed "agencyName"'),
        ({"isActive": True, "agency": "ICE"}, 'was "active" renamed "isActive"'),
        ({"active": True, "heldFor": "ICE"}, '"agency" is nowhere'),
        ({"active": False, "agencyName": "ICE"}, 'was "agency" renamed "agencyName"'),
    ],
)
def test_a_key_that_is_gone_at_or_behind_a_choice_stops_the_reading(tmp_path, there, gone):
    with pytest.raises(BadInputError, match=gone):
        read_with(tmp_path, WORDS, tree(there), "d.json")
    made = read_with(tmp_path, 'optional = ["detainers[active=true].agency"]\n' + WORDS, tree(there), "d.json")
    assert len(made.people) == 2


def test_a_choice_that_nothing_meets_is_said(tmp_path):
    assert not any("active" in each for each in said(read_with(tmp_path, WORDS, tree(ACTIVE, LIFTED), "d.json")))
    made = read_with(tmp_path, WORDS, tree({"active": "Y", "agency": "ICE"}), "d.json")
    assert any("has active = true: is it still written so?" in each for each in said(made))


def test_a_choice_of_what_has_no_such_key_is_said_where_nothing_has_it(tmp_path):
    words = WORDS.replace("active=true", "lifted=")
    made = read_with(tmp_path, words, tree({"agency": "ICE"}), "d.json")
    assert made.people[1].bookings[0].holds == ("ICE",)
    assert any('has "lifted"' in each for each in said(made))


def test_a_place_that_is_empty_throughout_is_there(tmp_path):
    assert len(read_with(tmp_path, WORDS, tree(), "d.json").people) == 2


def test_one_key_of_a_person_is_no_key_of_a_charge(tmp_path):
    words = WORDS.replace('"charges.code"', '"charges.last"')
    with pytest.raises(BadInputError, match=r'no column "charges\.last"'):
        read_with(tmp_path, words, tree(ACTIVE), "d.json")


def test_a_text_where_a_path_goes_on_is_no_such_key(tmp_path):
    words = WORDS.replace('"last"', '"last.name"')
    with pytest.raises(BadInputError, match=r'no column "last\.name"'):
        read_with(tmp_path, words, tree(ACTIVE), "d.json")


def test_marks_of_a_tree_say_holds(tmp_path):
    words = WORDS + '[flags]\n"ice" = { true = "ICE detainer", false = "" }\n'
    made = read_with(tmp_path, words, tree(ACTIVE, ice=True), "d.json")
    assert made.people[1].bookings[0].holds == ("ICE", "ICE detainer")


def test_the_text_of_an_element_is_read_with_attributes_and_without(tmp_path):
    words = '[file]\nshape = "tree"\npeople = "R.P[]"\n[columns]\nperson_id = "@n"\nbooking_id = "@n"\nfamily_name = "Last.#text"\n'
    made = read_with(
        tmp_path, words, '<R><P n="1"><Last k="x">Doe</Last></P><P n="2"><Last>Roe</Last></P></R>', "d.xml"
    )
    assert [each.family_name for each in made.people] == ["Doe", "Roe"]


@pytest.mark.parametrize("state", ["PENDING", None, "Y?"])
def test_a_state_that_a_choice_left_out_and_that_is_not_its_opposite_is_said(tmp_path, state):
    third = {"active": state, "agency": "USMS"}
    made = read_with(tmp_path, WORDS, tree(ACTIVE, LIFTED, third), "d.json")
    told = f'active "{state}"' if state else "no active"
    assert any(f"something there has {told}:" in each and "left unknown" in each for each in said(made))
    assert not any(
        "something there has" in each for each in said(read_with(tmp_path, WORDS, tree(ACTIVE, LIFTED), "d.json"))
    )


def test_a_state_that_another_path_chooses_and_a_choice_of_a_kind_are_not_asked_about(tmp_path):
    words = WORDS.replace("holds = ", 'housing = "detainers[active=pending].agency"\nholds = ')
    third = {"active": "PENDING", "agency": "4B"}
    assert not any(
        "something there has" in each for each in said(read_with(tmp_path, words, tree(ACTIVE, third), "d.json"))
    )
    kinds = WORDS.replace("active=true", "active=ice")
    both = tree({"active": "ice", "agency": "ICE"}, {"active": "federal", "agency": "USMS"})
    assert not any("something there has" in each for each in said(read_with(tmp_path, kinds, both, "d.json")))
