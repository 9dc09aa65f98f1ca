"""A document that numbers its pages and came without some of them says so; an unnumbered page may be the one."""

import pytest

from tests.paper import forms
from tests.paper.helpers import reading
from tests.paper.makers import Sheet
from tests.paper.test_bundles import faxed, notice


def said(found):
    return [each for each in found.warnings if each.startswith("Pages are missing")]


def test_a_detainer_of_three_pages_of_which_one_came_says_which_to_ask_for():
    assert said(reading(forms.detainer())) == [
        "Pages are missing: the document numbers its pages to 3, and 1 of them came. Ask the sender for pages 2, 3."
    ]


def test_a_warrant_beside_it_does_not_stand_for_the_pages_that_are_gone():
    assert said(reading(forms.detainer(), forms.arrest_of_alien()))


def test_a_detainer_that_came_whole_says_nothing():
    assert not said(reading(forms.detainer(), notice(2), notice(3)))


def test_as_many_pages_without_a_number_may_be_those():
    sheet = Sheet().say(40, 40, "A page whose foot was cut off by the machine, with some words on it.")
    assert not said(reading(forms.detainer(), notice(2), sheet))


def test_a_fax_that_broke_off_is_told_by_the_machines_own_line():
    assert (
        "Ask the sender for page 3." in said(reading(faxed(forms.list_letter(), 1), faxed(forms.list_letter(), 2)))[0]
    )


@pytest.mark.parametrize("words", ["Page 4 of 3", "Page 1 of 400", "see page 12", "Page 1 of 1"])
def test_what_numbers_no_page_that_is_gone_says_nothing(words):
    assert not said(reading(forms.list_letter().say(40, 760, words, 8)))
