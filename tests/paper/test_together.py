"""Words on another sheet of the same file that take a court's paper back."""

import pytest

from habeas.paper import draft_request
from tests.paper import forms
from tests.paper.helpers import asked, reading
from tests.paper.makers import Sheet


def _sheet(title, *lines):
    sheet = Sheet().say(190, 60, title, 14, "B")
    for count, line in enumerate(lines):
        sheet.say(60, 140 + 14 * count, line)
    return sheet


TAKING_BACK = (
    _sheet(
        "ORDER RECALLING ARREST WARRANT",
        "Upon motion of the government, IT IS ORDERED that the arrest warrant issued August 19, 2025 is recalled.",
    ),
    _sheet(
        "NOTICE OF RECALLED WARRANT",
        "Please take notice that the arrest warrant issued August 19, 2025 has been RECALLED.",
    ),
    _sheet("ORDER OF DISMISSAL", "The complaint is dismissed and the outstanding arrest warrant is vacated."),
    _sheet(
        "FAX COVER SHEET",
        "TO: Quillon County Jail  FROM: Clerk of Court  PAGES: 2",
        "MESSAGE: The attached warrant for Odalys Wrexley has been QUASHED. Please release.",
    ),
    _sheet("MESSAGE", "the warrant we sent with this was withdrawn by the government"),
)


@pytest.mark.parametrize("sheet", TAKING_BACK)
@pytest.mark.parametrize("paper", [forms.arrest_warrant, forms.bench_warrant, forms.writ])
@pytest.mark.parametrize("before", [False, True])
def test_words_of_undoing_on_another_sheet_make_a_courts_paper_not_established(paper, sheet, before):
    found = reading(sheet, paper()) if before else reading(paper(), sheet)
    page = 1 if before else 2
    assert found.judicial is None
    assert all(each.judicial is not True for each in found.papers)
    assert any(f"page {page} of this file says “" in each for each in found.warnings)
    assert f"Page {page} of this file says" in asked(found)


def test_a_marked_warrant_is_no_courts_and_takes_the_clean_one_beside_it_along():
    found = reading(forms.arrest_warrant(), forms.bench_warrant().say(430, 72, "RECALLED", 18, "B"))
    assert [each.judicial for each in found.papers] == [None, None]


TAKING_NOTHING = (
    _sheet("RECEIPT", "Received by Quillon County Jail, November 6, 2026."),
    _sheet("CRIMINAL HISTORY", "Count 1").say(200, 140, "DISMISSED", 11, "B"),
    forms.detainer().say(430, 300, "SERVED", 18, "B"),
    _sheet("NOTICE", "Unless this warrant is recalled by the court it remains in force."),
    _sheet("MOTION", "Defense motion to recall this warrant DENIED."),
)


@pytest.mark.parametrize("sheet", TAKING_NOTHING)
def test_another_sheet_that_undoes_nothing_leaves_a_courts_paper_what_it_is(sheet):
    found = reading(forms.arrest_warrant(), sheet)
    assert [each.judicial for each in found.papers if each.form == "AO 442"] == [True]
    assert not any("of this file says" in each for each in found.warnings)


def test_another_sheets_words_propose_no_cancellation():
    assert "cancelled" not in draft_request(reading(forms.arrest_warrant(), TAKING_BACK[0])).request
