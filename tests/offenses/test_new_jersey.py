"""New Jersey's indictable crimes: known by the degree or the kind that the record gives, asked of the court where it gives neither."""

from datetime import date

import pytest

from habeas.offenses.classify import classify
from habeas.offenses.finding import ChargeFacts
from habeas.offenses.reading import read_statute

ON = date(2025, 6, 10)


def of(statute, name="indictable", **facts):
    return classify(ChargeFacts(read_statute(statute, place="us-nj"), **facts), ON)[name]


@pytest.mark.parametrize("degree", ["first", "second", "third", "fourth", "3rd", "4th degree", "Second Degree", "3"])
def test_an_offense_of_any_of_the_four_degrees_is_indictable(degree):
    assert of("2C:20-3", degree=degree).value is True


@pytest.mark.parametrize("words", ["theft, third degree", "Theft 4th deg", "aggravated assault second-degree"])
def test_the_words_of_the_line_give_the_degree_too(words):
    assert of("2C:20-3", description=words).value is True


def test_a_disorderly_persons_offense_is_none_and_is_below_the_list_of_the_directive():
    assert of("2C:20-11", description="shoplifting, disorderly persons offense").value is False
    assert of("2C:20-11", classes=("petty_disorderly_persons",)).value is False
    assert of("2C:20-11", "nj_violent_or_serious", description="shoplifting, disorderly persons").value is False


@pytest.mark.parametrize(
    "facts", [{}, {"grade": "misdemeanor"}, {"description": "third time caught"}, {"degree": "fifth"}]
)
def test_what_the_record_does_not_say_is_asked_of_the_court(facts):
    found = of("2C:20-3", **facts)
    assert found.value is None
    assert found.of == "the court's record"


def test_a_record_at_odds_with_itself_is_asked_about():
    assert of("2C:20-3", degree="third", description="disorderly persons offense").value is None


def test_a_degree_of_another_states_code_says_nothing_of_new_jersey():
    assert of("PC 459", degree="first").value is None


def test_what_the_record_itself_calls_indictable_is():
    assert of("2C:20-3", classes=("indictable",)).value is True


def test_driving_while_intoxicated_is_a_motor_vehicle_offense_and_no_crime():
    assert of("39:4-50").value is False
    assert of("39:4-50(a)", grade="misdemeanor").value is False
    assert of("39:4-50", degree="third").value is not False
    assert of("39:4-129").value is None
