"""Connecticut's classes of felony come from the record alone: its word, or an answer that they are not known."""

from datetime import date

import pytest

from habeas.offenses.classify import ChargeFacts, classify
from habeas.offenses.reading import read_statute


def found(name, **facts):
    return classify(ChargeFacts(read_statute(""), **facts), date(2026, 1, 1))[name].value


@pytest.mark.parametrize(
    ("facts", "a_or_b", "added"),
    [
        ({"classes": ("class_b_felony",)}, True, None),
        ({"classes": ("class_c_felony",)}, False, None),
        ({"classes": ("class_c_felony", "listed")}, False, True),
        ({"grade": "misdemeanor"}, False, None),
        ({"grade": "felony"}, None, None),
        ({}, None, None),
    ],
)
def test_a_class_is_the_records_and_the_thirteen_crimes_are_never_guessed(facts, a_or_b, added):
    assert (found("ct_class_a_or_b_felony", **facts), found("ct_added_in_2025", **facts)) == (a_or_b, added)
