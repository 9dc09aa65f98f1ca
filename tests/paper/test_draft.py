"""The draft request: what it is filed under goes with it, and what a writ commands is proposed."""

from dataclasses import replace

import pytest

from habeas.answers.build import asks_about_request
from habeas.paper import draft_request
from habeas.paper.reading import reading_from_wire, reading_to_wire
from habeas.requests.request import read_request
from tests.paper import forms
from tests.paper.helpers import reading, values


@pytest.mark.parametrize("sheet", [forms.detainer, forms.arrest_warrant, forms.writ])
def test_a_draft_holds_every_number_and_day_the_paper_is_filed_under(sheet):
    found = reading(sheet())
    made, read = draft_request(found), values(found)
    known = [
        key
        for key in ("event_number", "subject_id", "issued_on", "court", "case_number")
        if read.get(key) not in (None, "")
    ]
    assert len(known) >= 3 or sheet is forms.detainer
    assert {key: made.request[key] for key in known} == {key: read[key] for key in known}
    assert set(known) <= set(made.unconfirmed)


def test_a_draft_of_a_detainer_holds_its_event_number_and_subject_id():
    assert {"event_number", "subject_id", "issued_on"} <= set(draft_request(reading(forms.detainer())).request)


def test_a_writ_is_drafted_under_its_own_name_with_what_it_commands():
    found = reading_from_wire(reading_to_wire(reading(forms.writ())))
    made = draft_request(found)
    assert made.request["form"] == "writ of habeas corpus ad prosequendum"
    assert made.request["asks"] == ["transfer"]
    assert made.unconfirmed["asks"].confirm
    assert found.as_data()["form"] is None  # no number of a form
    assert not asks_about_request(read_request(made.request))


def test_an_order_whose_command_was_not_read_is_drafted_without_one_and_asked_about():
    found = reading(forms.writ())
    lead = replace(found.lead, title=None)
    made = draft_request(replace(found, lead=lead, papers=(lead,)))
    assert "asks" not in made.request
    assert asks_about_request(read_request(made.request))


def test_a_detainer_that_names_no_attachment_is_drafted_with_the_warrant_that_came_in_the_same_file():
    found = reading(forms.detainer(), forms.arrest_of_alien())
    bare = replace(found, lead=replace(found.lead, fields={**found.lead.fields}))
    bare.lead.fields.pop("attachments", None)
    came = [each for each in found.papers if each.form == "I-200"]
    assert came, "the warrant was read as one"
    made = draft_request(bare)
    assert made.request["attachments"] == ["I-200"]
    assert made.unconfirmed["attachments"].confirm, "a person confirms it"
    assert (
        "attachments" not in draft_request(reading(forms.detainer())).request
        or not draft_request(reading(forms.detainer())).request["attachments"]
    )
