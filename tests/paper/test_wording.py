"""A letter is quoted as it stands: its sender, the people it means, what it says the answer is for."""

from habeas.paper import draft_request
from tests.paper import forms
from tests.paper.helpers import reading, values


def test_a_letter_is_quoted_in_its_senders_own_words():
    found = reading(forms.list_letter())
    read = values(found)
    assert read["issuing_office"] == "U.S. Department of Justice"
    assert read["class_words"].startswith("a list of all inmates who are not citizens of the United States")
    request = draft_request(found).request
    assert request["from"]["agency"] == "U.S. Department of Justice"
    assert request["class"] == {"filter": {"citizenship": "not US"}, "words": read["class_words"]}
    assert found.fields["class_words"].box is not None


def test_what_a_letter_does_not_say_is_left_out():
    assert "purpose" not in values(reading(forms.list_letter()))


def test_a_stated_purpose_is_quoted():
    sheet = forms.list_letter().say(64, 224, "The list is needed in order to identify persons subject to removal.")
    assert values(reading(sheet))["purpose"] == "in order to identify persons subject to removal"
