"""The draft request: what it is filed under goes with it, and what a writ commands is proposed."""

from dataclasses import replace

import pytest

from habeas.answers.build import asks_about_request
from habeas.paper import draft_request
from habeas.paper.reading import reading_from_wire, reading_to_wire
from habeas.requests.request import read_request
from tests.paper import forms
from tests.paper.helpers import asked, reading, values
from tests.paper.makers import Sheet


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


def test_a_judges_warrant_in_the_same_file_is_drafted_as_attached_with_who_signed_it():
    found = reading(forms.detainer(), forms.arrest_warrant())
    mine = found.lead.fields["subject_name"]
    theirs = replace(found.papers[1], fields={**found.papers[1].fields, "subject_name": mine})
    made = draft_request(replace(found, papers=(found.lead, theirs)))
    assert (made.request["attachments"], made.request["attached_signer"]) == (["AO 442"], "federal_magistrate_judge")
    assert made.unconfirmed["attachments"].confirm, "a person confirms it"


@pytest.mark.parametrize("warrant", [forms.arrest_of_alien, forms.arrest_warrant])
@pytest.mark.parametrize(("field", "theirs"), [("subject_name", "GILES-RAMOS, Gabriel"), ("a_number", "A 999 888 777")])
def test_a_warrant_that_names_somebody_else_is_not_drafted_as_attached_and_whom_it_names_is(warrant, field, theirs):
    found = reading(forms.detainer(), warrant())
    mine = found.lead.fields[field]
    other = next(each for each in found.papers if each is not found.lead)
    named = replace(other, fields={**other.fields, field: replace(mine, value=theirs)})
    cited = {**found.lead.fields, "attachments": replace(mine, value=[other.form])}
    lead = replace(found.lead, fields=cited)
    made = draft_request(replace(found, lead=lead, papers=(lead, named)))
    assert "attachments" not in made.request
    assert made.request["attached_signer"] == other.signer, "that it came, and who signed it, is not lost"
    assert made.request["attached_subject"] in {theirs, other.subject_name}
    assert made.unconfirmed["attached_subject"].value == made.request["attached_subject"]


def test_a_page_that_bears_its_forms_number_and_its_own_below_its_last_words_is_no_form_of_its_own():
    notice = Sheet().say(200, 60, "NOTICE TO THE DETAINEE", 12, "B")
    notice.say(40, 90, "The Department of Homeland Security (DHS) has placed an immigration detainer on you.")
    notice.say(40, 120, "DHS Form I-247A (3/17) Page 2 of 2", 8)
    found = reading(forms.detainer(), notice)
    assert [(each.form, each.pages) for each in found.papers] == [("I-247A", (1, 2))]
    assert "sent blank" not in asked(found)
