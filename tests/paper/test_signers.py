"""A judge's signature is a judge's: those who work for one, or sign for one, are not; judges' own titles stay what they are."""

import pytest

from habeas.paper.judicial.standins import stand_in
from tests.paper import forms, signers
from tests.paper.helpers import asked, reading


@pytest.mark.parametrize("family", list(signers.NOT_OWN))
def test_a_line_of_a_judges_staff_is_no_judge_and_asks_who_signed(family):
    for line in signers.NOT_OWN[family]:
        found = reading(signers.warrant(line))
        assert (found.judicial, found.signer in {None, "clerk_of_court"}) == (None, True), line
        assert "signed" in asked(found), line


@pytest.mark.parametrize("family", list(signers.OWN))
def test_a_judges_own_line_is_a_judge(family):
    for line in signers.OWN[family]:
        found = reading(signers.warrant(line))
        assert found.judicial is True, line
        assert found.signer in {"federal_magistrate_judge", "federal_district_judge"}, line


@pytest.mark.parametrize("family", list(signers.OWN_OF_A_STATE))
def test_a_state_judge_of_every_title_is_one(family):
    for title in signers.OWN_OF_A_STATE[family]:
        found = reading(signers.state_warrant(title))
        assert (found.judicial, found.signer) == (True, "state_judge"), title


@pytest.mark.parametrize(
    ("more", "signer"),
    [
        ({"over": "D. Pratt, for"}, None),
        ({"over": "D. Pratt, Courtroom Deputy to"}, None),
        ({"under": "By: D. Pratt, Deputy Clerk"}, "clerk_of_court"),
        ({"typed": "/s/ D. Pratt for Judge Tarrant"}, None),
        ({"typed": "/s/ Dana Pratt"}, None),
    ],
)
def test_somebody_elses_words_around_a_judges_name_are_seen(more, signer):
    found = reading(signers.warrant("Hon. Isolde V. Tarrant, United States Magistrate Judge", **more))
    assert (found.judicial, found.signer) == (None, signer)
    assert "Who signed it?" in asked(found)


def test_a_judge_who_types_the_own_name_is_a_judge():
    found = reading(signers.warrant("Isolde V. Tarrant, United States Magistrate Judge", typed="/s/ Isolde V. Tarrant"))
    assert found.judicial is True


@pytest.mark.parametrize("typed", ["/s/", "/s/ ____________", "s/ ________", "/s/ - - -"])
def test_a_typed_s_with_no_name_behind_it_is_no_signature(typed):
    found = reading(forms.arrest_warrant(signed=False, typed=typed))
    assert (found.judicial, found.signer) == (None, None)
    assert "Is it signed?" in asked(found)


@pytest.mark.parametrize("typed", ["/s/ IVT", "/s/ I.T.", "/s/ X", "s/ KM"])
def test_letters_that_are_no_name_are_no_judges_signature(typed):
    assert reading(forms.arrest_warrant(signed=False, typed=typed)).judicial is None


def test_a_short_name_typed_as_the_signature_is_the_judges():
    found = reading(signers.warrant("Yan Li, United States Magistrate Judge", typed="/s/ Y. Li"))
    assert found.judicial is True


@pytest.mark.parametrize(
    "title", ["Law Clerk to the Judge of the Superior Court", "Administrative Law Judge", "Court Reporter"]
)
def test_a_state_paper_signed_by_another_is_not_established(title):
    found = reading(signers.state_warrant(title))
    assert found.judicial is None
    assert found.signer != "state_judge"


def test_a_second_name_after_the_title_is_another_person():
    assert stand_in("D. Pratt, U.S. Magistrate Judge Sandoval", "D. Pratt") == "Sandoval"
    assert stand_in("Sandoval, U.S. Magistrate Judge Sandoval", "Sandoval") is None


def test_a_date_after_the_title_is_no_second_name():
    assert stand_in("Lydia Marchetti-Cole District Judge March 20, 2025 Tampa", "Lydia Marchetti-Cole") is None


def test_an_officer_of_immigration_is_no_stand_in():
    assert reading(forms.detainer()).signer == "immigration_officer"


def test_a_title_under_the_printed_name_is_the_officers_where_the_form_has_no_caption_for_it():
    sheet = forms.removal()
    sheet.parts = [
        each.replace("Deportation Officer", "Field Office Director")
        for each in sheet.parts
        if "Title of immigration officer" not in each
    ]
    found = reading(sheet)
    assert (found.signer, found.judicial) == ("immigration_officer", False)
