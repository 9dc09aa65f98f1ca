"""Classes of a charge: true, false or unknown, each with its source; never false for want of knowledge."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.offenses.classify import CLASSES, ChargeFacts, classify
from habeas.offenses.describe import describe, words
from habeas.offenses.reading import read_statute

DAY = date(2025, 7, 17)


def found(text, name, on=DAY, **facts):
    return classify(ChargeFacts(read_statute(text), **facts), on)[name]


@pytest.mark.parametrize(
    ("text", "facts", "serious", "violent", "prison", "wobbler"),
    [
        ("PC 211", {}, True, True, True, False),
        ("PC 187(a)", {}, True, True, True, False),
        ("PC 422", {"grade": "felony"}, True, False, True, True),
        ("PC 422", {"grade": "misdemeanor"}, False, False, False, True),
        ("PC 422", {}, None, False, None, True),
        ("PC 245(a)(1)", {"grade": "felony"}, True, False, True, True),
        ("PC 245(a)(4)", {"grade": "felony"}, False, False, True, True),
        ("PC 245", {"grade": "felony"}, None, False, True, None),
        ("PC 217.1(a)", {"grade": "felony"}, False, False, False, True),
        ("PC 182", {"grade": "felony"}, None, None, None, None),
        ("PC 459", {"grade": "felony", "degree": "first"}, True, None, True, False),
        ("PC 459", {"grade": "felony", "degree": "second"}, False, False, False, True),
        ("PC 459", {"grade": "felony"}, None, None, None, None),
        ("HS 11378", {}, False, False, False, False),
        ("PC 664/187(a)", {}, True, True, True, False),
        ("PC 664/211", {}, True, False, True, False),
        ("PC 242", {}, False, False, None, None),
        ("PC 242", {"grade": "misdemeanor"}, False, False, False, False),
        ("PC 9999", {"grade": "felony"}, None, None, None, None),
        ("PC 9999", {"grade": "misdemeanor"}, False, False, False, None),
        ("NRS 200.380", {"grade": "felony"}, None, None, None, None),
        ("NRS 200.380", {"grade": "felony", "classes": ("serious", "violent")}, True, True, None, None),
        ("FTA", {}, None, None, None, None),
    ],
)
def test_classes_of_a_charge(text, facts, serious, violent, prison, wobbler):
    got = tuple(found(text, name, **facts).value for name in ("serious", "violent", "state_prison_felony", "wobbler"))
    assert got == (serious, violent, prison, wobbler)


@pytest.mark.parametrize(
    ("text", "facts", "value", "letter"),
    [
        ("PC 211", {}, True, "F"),
        ("PC 664/487(a)", {}, True, "P, F"),
        ("PC 273.5(a)", {}, True, "B"),
        ("PC 646.9(a)", {}, True, "Z"),
        ("VEH 23152(a)", {"grade": "felony"}, True, "G"),
        ("VEH 23152(a)", {"grade": "misdemeanor"}, False, "G"),
        ("VEH 23152(a)", {}, None, "G"),
        ("HS 11378", {}, True, "M"),
        ("HS 11377(a)", {"grade": "misdemeanor"}, False, "M"),
        ("PC 21310", {}, True, "L"),
        ("PC 594(b)(1)", {"grade": "felony"}, None, None),
        ("PC 594.7", {}, True, "N"),
        ("PC 286(c)", {}, True, "AA, AC"),
    ],
)
def test_the_list_of_7282_5_a_3_by_its_letters(text, facts, value, letter):
    finding = found(text, "listed_7282_5_a3", **facts)
    assert (finding.value, finding.detail) == (value, letter)


def test_an_offence_not_on_the_open_list_is_a_question_for_counsel_never_a_no():
    finding = found("PC 594(b)(1)", "listed_7282_5_a3", grade="felony")
    assert (finding.value, finding.of) == (None, "county counsel")


@pytest.mark.parametrize(
    ("text", "facts", "value"),
    [
        ("PC 459.5", {"grade": "misdemeanor"}, True),
        ("PC 490.2", {"grade": "misdemeanor"}, True),
        ("PC 496(a)", {"grade": "felony"}, False),
        ("PC 496(a)", {"grade": "misdemeanor"}, None),
        ("PC 496(a)", {"grade": "misdemeanor", "property_value": 900.0}, True),
        ("PC 496(a)", {"grade": "misdemeanor", "property_value": 2000.0}, False),
        ("PC 211", {}, False),
        ("PC 242", {"grade": "misdemeanor"}, False),
    ],
)
def test_what_proposition_47_made_a_misdemeanor(text, facts, value):
    assert found(text, "prop47_misdemeanor", **facts).value is value


@pytest.mark.parametrize(
    ("on", "grade", "value"),
    [
        (date(2014, 11, 4), None, True),
        (date(2014, 11, 5), "misdemeanor", False),
        (date(2014, 11, 5), None, None),
    ],
)
def test_possession_was_a_felony_until_proposition_47_and_is_one_after_it_only_with_the_priors_it_names(
    on, grade, value
):
    assert found("HS 11350(a)", "county_jail_1170h_felony", on=on, grade=grade).value is value


@pytest.mark.parametrize("text", ["PC 242", "PC 459.5", "PC 490.2", "HS 11377(a)"])
def test_a_misdemeanor_that_priors_or_harm_make_a_felony_is_never_called_one_by_its_section_alone(text):
    assert found(text, "grade_felony").value is None
    assert found(text, "straight_misdemeanor").value is None
    assert found(text, "straight_misdemeanor", grade="misdemeanor").value is True


def test_what_every_open_kind_says_alike_is_said_and_the_rest_is_asked():
    assert found("PC 666.1", "wobbler").value is True
    assert found("PC 666.1", "state_prison_felony", grade="felony").ask == "Is the felony punishable in state prison?"
    assert found("PC 115", "grade_felony").value is True


def test_words_read_in_2026_are_no_more_than_secondary_of_an_old_conviction():
    assert found("PC 211", "state_prison_felony", on=date(2025, 12, 31)).sureness == "secondary"
    assert found("PC 211", "state_prison_felony", on=date(2015, 3, 4)).value is True
    assert found("PC 381", "grade_felony", on=date(2015, 3, 4)).sureness == "unverified"


def test_how_sure_a_punishment_is_stands_with_the_finding():
    assert found("PC 211", "state_prison_felony", on=date(2026, 1, 1)).sureness == "verified"
    assert found("VEH 21453(a)", "straight_misdemeanor").sureness == "secondary"
    assert found("PC 381", "grade_felony").sureness == "unverified"


def test_the_sentence_served_is_evidence_of_where_a_felony_is_punished():
    assert found("PC 9999", "state_prison_felony", grade="felony", sentence="state_prison").value is True
    assert found("PC 69", "state_prison_felony", grade="felony", sentence="county_jail_1170h").value is False


def test_a_federal_crime_is_aggravated_only_where_the_record_or_counsel_says_so():
    assert found("18 USC 371", "aggravated_felony_a_to_p", court="federal").of == "county counsel"
    assert found("21 USC 841(a)(1)", "aggravated_felony_a_to_p", classes=("aggravated_felony",)).value is True
    assert found("PC 211", "aggravated_felony_a_to_p").value is False


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40), st.sampled_from([None, "felony"]))
def test_ignorance_of_a_section_is_never_a_no(text, grade):
    reading = read_statute(text)
    findings = classify(ChargeFacts(reading, grade=grade), DAY)
    if not reading.sections:
        assert findings["serious"].value is not False
        assert findings["listed_7282_5_a3"].value is None


@given(st.sampled_from(sorted(CLASSES)), st.sampled_from(["PC 211", "PC 422", "NRS 1", "", "HS 11377", "VEH 23152"]))
def test_every_unknown_has_a_question_and_someone_to_ask(name, text):
    finding = found(text, name)
    assert (finding.value is None) == bool(finding.ask and finding.of)
    assert finding.why


def test_a_section_under_the_wrong_code_is_asked_about():
    page = describe("PC 23152(A)/M", DAY)
    assert page["question"] == "Habeas knows no PC 23152(a), but it knows VEH 23152(a): which one is it?"
    assert page["grade"] == "misdemeanor"


def test_the_page_of_a_charge_says_what_is_known_and_from_where():
    page = words(describe("211 PC", DAY))
    assert "yes: violent felony ((9)): PC 211 is on the list [Pen. Code 667.5(c)(9), verified]." in page
    assert "yes: listed in Gov. Code 7282.5(a)(3) (F)" in page
    assert "punished: PC 211: a felony punished in state prison" in page


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("PC 262(a)(4)", "violent", True),
        ("PC 12022.5", "violent", True),
        ("PC 12022.55", "violent", True),
        ("PC 12022.8", "violent", True),
        ("PC 261(a)(3)", "violent", None),
        ("PC 261(a)(4)", "violent", False),
        ("PC 11418(b)", "violent", True),
        ("PC 11418(a)", "violent", False),
        ("PC 11418(c)", "serious", True),
        ("PC 191.5", "serious", None),
        ("PC 192(c)(1)", "serious", None),
        ("VC 2800.3", "serious", None),
        ("PC 12022(b)", "serious", None),
        ("PC 236.1(c)", "serious", None),
        ("PC 266h(b)", "registrable", True),
        ("PC 311.2(d)", "registrable", True),
        ("PC 653f(c)", "registrable", True),
        ("PC 286(b)", "registrable", None),
        ("PC 286(c)", "registrable", True),
        ("PC 286", "registrable", None),
        ("664/288 PC", "registrable", True),
        ("PC 187", "registrable", None),
        ("PC 272", "registrable", None),
        ("PC 211", "registrable", False),
        ("PC 311.2(a)", "registrable", False),
    ],
)
def test_the_lists_of_serious_violent_and_registrable_offences_have_what_the_sections_have(text, name, value):
    assert found(text, name, grade="felony").value is value


def test_a_section_under_a_code_that_does_not_have_it_is_of_no_class_until_somebody_says_which_is_meant():
    for name in ("listed_7282_5_a3", "wobbler", "serious", "dui", "registrable"):
        assert found("PC 23152(A)/M", name).value is not True
    listed = found("PC 23152(A)/M", "listed_7282_5_a3")
    assert listed.value is None
    assert listed.ask == "Habeas knows no PC 23152(a), but it knows VEH 23152(a): which one is it?"


@pytest.mark.parametrize(
    ("text", "serious", "violent"),
    [
        ("PC 219", True, True),
        ("PC 273ab", True, True),
        ("PC 217.1(b)", True, True),
        ("PC 136.1(b)(1)", True, None),
        ("HS 11380", None, False),
        ("PC 236.1(c)", None, False),
        ("PC 236.1(a)", False, False),
    ],
)
def test_items_that_name_no_section_are_held_by_the_sections_they_reach(text, serious, violent):
    assert (found(text, "serious", grade="felony").value, found(text, "violent", grade="felony").value) == (
        serious,
        violent,
    )


def test_a_list_that_was_not_read_whole_says_no_to_nothing():
    assert found("PC 288.2", "registrable").value is None
    assert found("PC 288.3", "registrable").value is True


@pytest.mark.parametrize(
    ("text", "facts", "felony", "wobbler", "straight", "prison"),
    [
        ("PC 115", {}, True, False, False, True),
        ("PC 460(a)", {}, True, False, False, True),
        ("PC 460(b)", {"grade": "felony"}, True, True, False, False),
        ("PC 243.3", {}, None, None, None, None),
        ("PC 243.3", {"grade": "felony"}, True, True, False, True),
        ("PC 243.3", {"grade": "misdemeanor"}, False, None, None, False),
        ("PC 237(a)", {"grade": "felony"}, True, False, False, False),
        ("PC 237(a)", {"grade": "misdemeanor"}, False, False, True, False),
        ("PC 71", {"grade": "misdemeanor"}, False, True, False, False),
        ("PC 71(a)(2)", {}, True, False, False, False),
        ("PC 166(a)(4)", {}, False, False, True, False),
        ("PC 166(c)(4)", {"grade": "felony"}, True, True, False, True),
        ("PC 107", {}, None, True, False, False),
        ("PC 506", {"grade": "misdemeanor", "property_value": 900.0}, False, False, True, False),
        ("PC 506", {"grade": "felony", "property_value": 900.0}, True, None, False, None),
        ("PC 488", {}, False, False, None, False),
        ("PC 488", {"grade": "misdemeanor"}, False, False, True, False),
        ("PC 488", {"grade": "infraction"}, False, False, False, False),
        ("HS 11380", {}, True, False, False, True),
        ("HS 11383", {}, True, False, False, False),
        ("HS 11379.2", {"grade": "felony"}, True, True, False, True),
        ("HS 11377(a)", {"grade": "misdemeanor"}, False, False, True, False),
        ("FG 2001", {}, False, False, True, False),
        ("UI 2101", {"grade": "felony"}, True, True, False, True),
        ("PC 99999", {}, None, None, None, None),
    ],
)
def test_what_the_words_of_a_section_make_of_it_and_what_they_leave_open(
    text, facts, felony, wobbler, straight, prison
):
    names = ("grade_felony", "wobbler", "straight_misdemeanor", "state_prison_felony")
    assert tuple(found(text, name, **facts).value for name in names) == (felony, wobbler, straight, prison)


@pytest.mark.parametrize(
    ("on", "felony", "misdemeanor"), [(date(2022, 12, 31), False, None), (date(2023, 1, 1), False, None)]
)
def test_driving_without_a_licence_is_no_felony_on_any_day(on, felony, misdemeanor):
    got = (found("VEH 12500(a)", name, on=on).value for name in ("grade_felony", "grade_misdemeanor"))
    assert tuple(got) == (felony, misdemeanor)
    assert found("VEH 12500(a)", "straight_misdemeanor", on=on, grade="misdemeanor").value is True


@pytest.mark.parametrize(("on", "prison", "jail"), [(date(2011, 9, 30), None, None), (date(2011, 10, 1), False, True)])
def test_no_felony_was_served_in_county_jail_before_penal_code_1170_h(on, prison, jail):
    finding = found("PC 69", "state_prison_felony", on=on, grade="felony")
    assert finding.value is prison
    assert found("PC 69", "county_jail_1170h_felony", on=on, grade="felony").value is jail
    assert found("PC 69", "wobbler", on=on).value is True
    assert found("PC 67", "state_prison_felony", on=on).value is True


@pytest.mark.parametrize(
    ("on", "value", "wobbler", "straight"),
    [
        (date(2014, 11, 4), 900.0, True, False),
        (date(2014, 11, 5), 900.0, False, True),
        (date(2014, 11, 5), 950.0, False, True),
        (date(2014, 11, 5), 950.01, True, False),
        (date(2014, 11, 5), None, None, None),
    ],
)
def test_theft_from_the_person_goes_by_value_since_proposition_47(on, value, wobbler, straight):
    got = (found("PC 487(c)", name, on=on, property_value=value).value for name in ("wobbler", "straight_misdemeanor"))
    assert tuple(got) == (wobbler, straight)
    assert found("PC 487(c)", "state_prison_felony", on=on, grade="felony", property_value=value).value is False


@pytest.mark.parametrize(("text", "felony"), [("PC 647(b)(1)", False), ("PC 647(b)(3)", None), ("PC 647(b)", None)])
def test_soliciting_a_minor_may_be_a_felony_since_2025(text, felony):
    assert found(text, "grade_felony", on=date(2024, 12, 31)).value is False
    assert found(text, "grade_felony", on=date(2026, 1, 2)).value is felony


def test_two_rows_are_as_sure_as_the_weaker():
    assert found("PC 237(a)", "grade_felony", grade=None).value is None
    assert found("PC 139", "wobbler", on=date(2026, 7, 17)).sureness == "verified"
    assert found("VEH 21453(a)", "grade_felony").sureness == "secondary"
    assert found("PC 653.22", "grade_felony").sureness == "unverified"
