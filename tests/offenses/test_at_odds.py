"""Two things recorded of one charge that cannot both be right: neither is believed, and what to ask is said."""

from datetime import date

import pytest

from habeas.offenses.classify import ChargeFacts, classify
from habeas.offenses.reading import read_statute

DAY = date(2025, 7, 17)


def found(text, name, on=DAY, **facts):
    return classify(ChargeFacts(read_statute(text), **facts), on)[name]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("8 USC 1326(a)", {"grade": "felony", "court": "federal"}),
        ("18 USC 1001", {"grade": "felony"}),
        ("18 USC 1382", {}),
        ("NRS 205.0835", {"grade": "felony", "court": "state"}),
        ("Codigo Penal 371", {"grade": "felony", "court": "foreign"}),
        ("", {"grade": "felony", "court": "federal"}),
        ("", {"grade": "felony"}),
        ("PC 211", {"grade": "felony", "court": "foreign"}),
        ("PC 602(m)", {"grade": "misdemeanor"}),
        ("PC 273.5(a)", {"grade": "felony", "reduced_on": date(2020, 1, 1)}),
    ],
)
def test_a_sentence_to_state_prison_opens_nothing_that_no_california_felony_stands_behind(text, facts):
    finding = found(text, "state_prison_felony", sentence="state_prison", **facts)
    assert finding.value is None
    assert finding.ask


@pytest.mark.parametrize(("text", "grade"), [("PC 69", "felony"), ("PC 9999", "felony"), ("PC 273.5(a)", None)])
def test_a_sentence_to_state_prison_on_a_felony_of_californias_is_one(text, grade):
    assert found(text, "state_prison_felony", grade=grade, sentence="state_prison").value is True


@pytest.mark.parametrize(
    ("text", "grade", "facts"),
    [
        ("PC 211", "misdemeanor", {}),
        ("PC 211", "infraction", {}),
        ("PC 243(e)(1)", "felony", {}),
        ("PC 273.5(a)", "misdemeanor", {"sentence": "state_prison"}),
        ("PC 530.5(a)", "misdemeanor", {"sentence": "county_jail_1170h"}),
        ("PC 273.5(a)", "felony", {"sentence": "county_jail"}),
        ("PC 273.5(a)", "felony", {"sentence": "fine"}),
        ("PC 273.5(a) (M)", "felony", {}),
    ],
)
def test_a_grade_that_the_section_the_line_or_the_sentence_denies_is_asked(text, grade, facts):
    for name in ("grade_felony", "grade_misdemeanor"):
        assert found(text, name, grade=grade, **facts).value is None
    assert found(text, "state_prison_felony", grade=grade, **facts).value is None


@pytest.mark.parametrize(
    ("text", "grade", "facts"),
    [
        ("PC 273.5(a)", "felony", {"sentence": "probation"}),
        ("PC 211", "felony", {"sentence": "county_jail"}),
        ("PC 182(a)(1)/242", "felony", {}),
        ("PC 415", "infraction", {}),
        ("VEH 23152(a)", "felony", {"sentence": "county_jail_1170h"}),
    ],
)
def test_a_grade_that_can_be_is_believed(text, grade, facts):
    assert found(text, "grade_felony", grade=grade, **facts).value is (grade == "felony")


@pytest.mark.parametrize(("text", "wobbler"), [("PC 243(e)(1)", True), ("PC 211", True), ("PC 245(a)(4)", False)])
def test_what_the_record_says_of_both_ways_is_asked_where_the_section_says_otherwise(text, wobbler):
    assert found(text, "wobbler", wobbler=wobbler).value is None


def test_what_the_record_says_of_both_ways_is_believed_of_a_section_that_leaves_it_open():
    assert found("PC 9999", "wobbler", wobbler=True).value is True


@pytest.mark.parametrize(
    ("text", "court", "name"),
    [
        ("PC 211", "federal", "serious"),
        ("PC 211", "foreign", "violent"),
        ("PC 273.5(a)", "foreign", "listed_7282_5_a3"),
        ("18 USC 2252(a)(2)", "state", "aggravated_felony_a_to_p"),
        ("18 USC 2252(a)(2)", "foreign", "aggravated_felony_a_to_p"),
    ],
)
def test_a_section_that_the_court_does_not_apply_is_of_no_class_and_asked(text, court, name):
    assert found(text, name, grade="felony").value is True
    assert found(text, name, grade="felony", court=court).value is None


@pytest.mark.parametrize(
    ("text", "facts", "name"),
    [
        ("PC 484(a)", {"grade": "misdemeanor"}, "violent"),
        ("PC 484(a)", {"grade": "misdemeanor"}, "state_prison_felony"),
        ("", {"grade": "misdemeanor"}, "serious"),
    ],
)
def test_a_class_that_the_record_names_is_asked_where_its_own_section_or_grade_denies_it(text, facts, name):
    finding = found(text, name, classes=(name,), **facts)
    assert (finding.value, finding.of) == (None, "the court's record")


def test_a_class_that_the_record_names_is_believed_where_nothing_denies_it():
    assert found("NRS 200.380", "violent", grade="felony", classes=("violent",)).value is True


def test_1170h_is_no_sentence_for_a_crime_that_only_state_prison_punishes():
    assert found("PC 245(a)(4)", "state_prison_felony", grade="felony", sentence="county_jail_1170h").value is None


@pytest.mark.parametrize(("on", "value"), [(date(2011, 9, 30), None), (date(2011, 10, 1), False)])
def test_a_sentence_under_1170h_before_there_was_one_is_asked(on, value):
    finding = found("HS 11378", "state_prison_felony", on=on, grade="felony", sentence="county_jail_1170h")
    assert finding.value is value
    assert (finding.ask is not None and "1170(h)(6)" in finding.ask) is (value is None)


@pytest.mark.parametrize(
    ("name", "classes", "grade"),
    [
        ("ct_class_a_or_b_felony", ("class_a_felony", "class_d_felony"), None),
        ("ct_class_a_or_b_felony", ("class_b_felony",), "misdemeanor"),
        ("nj_violent_or_serious", ("violent",), "misdemeanor"),
        ("nj_violent_or_serious", ("serious", "traffic"), None),
    ],
)
def test_a_class_of_another_state_that_the_same_record_denies_is_asked(name, classes, grade):
    assert found("", name, classes=classes, grade=grade).value is None
