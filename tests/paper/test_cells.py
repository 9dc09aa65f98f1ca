"""What a grid or a caption prints takes nothing back; whatever may undo a paper is still asked about in the same places."""

import pytest

from habeas.paper.judicial.cells import of_a_cell
from tests.paper import forms
from tests.paper.helpers import asked, reading
from tests.paper.test_state_papers import california


@pytest.mark.parametrize(
    "text",
    [
        "RACE", "STATE VERSUS", "G.S. 15A-301, 15A-305",
        "CHARGE(S)", "CII NO.", "AGENCY", "HAIR COLOR:", "LIVESCAN PCN #: 121800019322", "ACCUSATION NO.: 2026-SC-1183",
        "CHARGE(S): THEFT BY SHOPLIFTING", "NIGHT SERVICE: NO", "ADDRESS: 19 Sample Ct, Halcyon NJ 08800",
        "1000 SAMPLE PARK, BURLINGTON, MA 01800",
    ],
)  # fmt: skip
def test_print_of_a_cell_is_no_mark(text):
    assert of_a_cell(text)


@pytest.mark.parametrize(
    "text",
    [
        "RTND TO CT #4412", "N.P. 4417", "G.S. 15A-301 PULLED", "STATE VS. NOTHING",
        "PULLED NO. 11224", "CHARGE: NOT FILED", "CHARGE: NP", "CHARGE: NONE PENDING",
        "CHARGE: DISMISSED", "CASE NO. 4417 CLOSED", "SAMPLE",
        "CASE: PULLED", "STATUS: RTND", "RECALLED NO. 20261", "DEFENDANT RELEASED", "NIGHT SERVICE: NO LONGER VALID", "11 VOID COURT ORDER",
    ],
)  # fmt: skip
def test_what_may_undo_a_paper_is_no_print_of_a_cell(text):
    assert not of_a_cell(text)


@pytest.mark.parametrize("text", ["LIVESCAN PCN #: 121800019322", "CHARGE(S): THEFT BY SHOPLIFTING", "CII NO."])
def test_a_cell_leaves_a_judges_warrant_a_judges(text):
    assert reading(california().say(360, 640, text)).judicial is True


@pytest.mark.parametrize("text", ["RTND TO CT #4412", "CHARGE: NOT FILED", "PULLED NO. 11224"])
def test_an_unknown_mark_that_looks_like_a_cell_is_still_asked_about(text):
    found = reading(california().say(360, 640, text))
    assert found.judicial is not True
    assert "in force" in asked(found)


def test_a_streets_name_is_no_undoing_word_and_the_word_alone_is():
    assert reading(forms.arrest_warrant().say(60, 640, "4200 Sample Street, Cedar Rapids, Iowa")).judicial is True
    assert reading(forms.arrest_warrant().say(60, 640, "Sample")).judicial is not True
    assert reading(forms.arrest_warrant().say(60, 640, "SAMPLE COPY ONLY")).judicial is not True


def test_an_empty_return_of_a_sheriff_takes_nothing_back_and_a_filled_one_does():
    line = "Came to hand the {0} day of {1}, 20{2}, and executed on the {0} day of {1}, 20{2}."
    assert reading(california().say(50, 640, line.format("____", "________", "__"))).judicial is True
    assert reading(california().say(50, 640, line.format("3rd", "November", "26"))).judicial is not True
