"""The charges that the Orleans sheriff's detainer policy of 2013 excepts: by the words of the record, never by a number nobody read."""

from datetime import date

import pytest

from habeas.offenses.classify import classify
from habeas.offenses.finding import ChargeFacts
from habeas.offenses.reading import read_statute


def found(statute, description, grade=None):
    facts = ChargeFacts(read_statute(statute, place="us-la"), description=description, grade=grade)
    return classify(facts, date(2023, 3, 10))["orleans_2013_excepted"].value


@pytest.mark.parametrize(
    ("description", "grade", "value"),
    [
        ("SECOND DEGREE MURDER", "felony", True),
        ("murder in the first degree", None, True),
        ("agg. kidnapping", "felony", True),
        ("Armed robbery, use of a firearm", "felony", True),
        # Below a felony it is none of them; another felony may be one under another name.
        ("simple battery", "misdemeanor", False),
        ("armed robbery", "felony", None),
        ("attempted second degree murder", "felony", None),
        ("simple robbery", "felony", None),
        (None, None, None),
    ],
)
def test_only_the_words_of_the_policy_are_a_yes_and_only_a_lesser_grade_a_no(description, grade, value):
    assert found("14:30.1", description, grade) is value
