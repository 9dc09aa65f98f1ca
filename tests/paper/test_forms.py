"""Each form is known by its title and number, and its entries are found with the words they rest on."""

import pytest

from tests.paper import forms
from tests.paper.helpers import asked, reading, values
from tests.paper.makers import Sheet


def test_a_detainer_is_read_whole_with_its_evidence():
    found = reading(forms.detainer())
    assert (found.kind, found.form, found.version, found.signer, found.basis, found.judicial) == (
        "detainer",
        "I-247A",
        "3/17",
        "immigration_officer",
        "civil",
        False,
    )
    assert values(found) | {"phone": None} == {
        "subject_id": "411200873",
        "event_number": "SND2506000771",
        "a_number": "A 208 771 904",
        "issued_on": "2025-06-03",
        "recipient": "Sheriff, Quillon County",
        "issuing_office": "ICE ERO San Diego Field Office",
        "subject_name": "WREXLEY, Odalys Pilar",
        "date_of_birth": "1989-02-11",
        "citizenship": "PERU",
        "sex": "F",
        "phone": None,
        "signer_name": "T. Quennell",
        "signer_title": "Deportation Officer",
        "grounds": ["final_order", "statements"],
        "asks": ["hold", "notify"],
        "attachments": [],
    }
    name = found.fields["subject_name"]
    assert (name.page, name.words, name.confidence, name.confirm) == (1, "WREXLEY, Odalys Pilar", "read", False)
    assert name.box is not None
    assert (round(name.box[0]), 590 < name.box[1] < name.box[3] < 606) == (106, True)
    assert not found.questions


@pytest.mark.parametrize(
    ("form", "title", "kind"),
    [
        ("I-247D", "IMMIGRATION DETAINER - REQUEST FOR VOLUNTARY ACTION", "detainer"),
        ("I-247N", "REQUEST FOR VOLUNTARY NOTIFICATION OF RELEASE", "notification_request"),
        ("I-247G", "REQUEST FOR ADVANCE NOTIFICATION OF RELEASE", "notification_request"),
        ("I-247X", "REQUEST FOR VOLUNTARY TRANSFER", "transfer_request"),
    ],
)
def test_the_other_forms_of_the_family_are_told_apart(form, title, kind):
    found = reading(forms.detainer(form, "5/15", title, issued="06/03/2016"))
    assert (found.kind, found.form, found.judicial) == (kind, form, False)


def test_an_old_form_dated_after_its_time_is_asked_about():
    found = reading(forms.detainer("I-247D", "5/15", "IMMIGRATION DETAINER - REQUEST FOR VOLUNTARY ACTION"))
    assert "replaced by I-247A on Apr. 2, 2017" in asked(found)


def test_administrative_warrants_are_read_and_are_no_courts_paper():
    found = reading(forms.arrest_of_alien())
    assert (found.kind, found.form, found.judicial, values(found)["grounds"]) == (
        "administrative_warrant",
        "I-200",
        False,
        ["biometric_match"],
    )
    found = reading(forms.removal())
    read = values(found)
    assert (found.form, found.judicial, found.signer) == ("I-205", False, "immigration_officer")
    assert (read["subject_name"], read["removal_order_by"], read["entry_on"], read["issued_at"]) == (
        "Brannock, Tobias",
        "district_court",
        "2009-06",
        "San Diego, California",
    )


def test_an_immigration_subpoena_stays_administrative_though_it_names_a_court():
    found = reading(forms.subpoena_of_ice())
    read = values(found)
    assert (found.kind, found.judicial, found.signer) == ("administrative_subpoena", False, "immigration_officer")
    assert (read["comply_by"], read["issued_on"], read["case_number"]) == (
        "2025-10-20",
        "2025-10-06",
        "ICE-SND-2025-0098",
    )
    assert read["records_sought"] == "Booking record of WREXLEY, Odalys Pilar."


def test_a_federal_arrest_warrant_is_read():
    found = reading(forms.arrest_warrant())
    read = values(found)
    assert (found.kind, found.form, found.signer, found.basis, found.judicial) == (
        "judicial_warrant",
        "AO 442",
        "federal_magistrate_judge",
        "criminal_immigration",
        True,
    )
    assert (read["court"], read["case_number"], read["offense_statutes"], read["charging_document"]) == (
        "United States District Court, Southern District of California",
        "3:25-cr-00417",
        ["8 USC 1326"],
        "indictment",
    )
    assert (read["subject_name"], read["issued_on"], read["issued_at"]) == (
        "Osric Dunmore",
        "2025-08-21",
        "San Diego, California",
    )


def test_subpoenas_signed_by_a_clerk_are_asked_about():
    for form, title, kind in (
        ("AO 89B", "SUBPOENA TO PRODUCE DOCUMENTS, INFORMATION, OR OBJECTS IN A CRIMINAL CASE", "judicial_subpoena"),
        ("AO 110", "SUBPOENA TO TESTIFY BEFORE A GRAND JURY", "grand_jury_subpoena"),
    ):
        found = reading(forms.subpoena(form, title, grand_jury=form == "AO 110"))
        read = values(found)
        assert (found.kind, found.form, found.signer, found.judicial) == (kind, form, "clerk_of_court", None)
        assert (read["comply_by"], read["attorney_name"], read["recipient"]) == (
            "2025-11-12",
            "Ines Vauclair",
            "Custodian of Records, Quillon County Jail",
        )
        assert read["records_sought"] == "Visitor logs for booking number 25-000117."
        assert "clerk" in asked(found)


def test_a_writ_and_a_state_judges_warrant_are_courts_papers():
    found = reading(forms.writ())
    assert (found.kind, found.judicial, values(found)["offense_statutes"], values(found)["comply_by"]) == (
        "court_order",
        True,
        ["21 USC 841(a)(1)", "21 USC 846"],
        "2025-09-09",
    )
    found = reading(forms.bench_warrant())
    read = values(found)
    assert (found.kind, found.signer, found.judicial, read["bail"], read["offense_statutes"]) == (
        "judicial_warrant",
        "state_judge",
        True,
        "15000",
        ["PC 459"],
    )


def test_a_search_warrant_names_no_offence_and_is_asked_about():
    found = reading(forms.search_warrant())
    assert (found.kind, found.form, found.judicial, values(found)["place_searched"]) == (
        "judicial_warrant",
        "AO 93",
        None,
        "Locker 14, Quillon County Jail",
    )
    assert "an offense" in asked(found)


def test_a_letter_for_a_list_is_read_and_is_no_courts_paper():
    found = reading(forms.list_letter())
    read = values(found)
    assert (found.kind, found.signer, found.judicial) == ("list_request", "prosecutor", False)
    assert set(read["requested_fields"]) == {"name", "citizenship", "charges", "release_date"}
    assert (read["class"], read["reply_by"], read["issued_on"]) == (
        {"citizenship": "not US"},
        "2025-07-31",
        "2025-07-17",
    )


def test_an_unrelated_paper_is_no_request_and_nothing_is_read_off_it():
    found = reading(forms.invoice())
    assert (found.kind, found.judicial, found.fields) == (None, None, {})
    assert "What is this document" in asked(found)


def test_an_empty_form_asks_nothing():
    sheet = (
        Sheet()
        .say(170, 40, "DEPARTMENT OF HOMELAND SECURITY (DHS)", 11, "B")
        .say(170, 56, "IMMIGRATION DETAINER - NOTICE OF ACTION", 11, "B")
    )
    for place, label in enumerate(
        ("Subject ID:", "File No:", "Date:", "Name of Alien:", "Date of Birth:", "Citizenship:", "Sex:")
    ):
        sheet.say(40, 90 + 20 * place, label)
    found = reading(
        sheet.rule(310, 500, 572)
        .say(345, 509, "(Signature of Immigration Officer)", 7)
        .say(40, 772, "DHS Form I-247A (3/17)", 8)
    )
    assert (found.kind, found.signer, values(found)["asks"]) == ("detainer", None, None)
    assert "sent blank" in asked(found)


def test_filled_form_fields_are_read_and_a_box_is_what_its_state_says():
    sheet = forms.detainer()
    sheet.parts = [each for each in sheet.parts if "WREXLEY" not in each]
    sheet.entry(104, 198, "name", "MARLOWE, Ines", 300)
    found = reading(sheet)
    assert (values(found)["subject_name"], found.text_source) == ("MARLOWE, Ines", "form fields")


def test_papers_in_one_file_are_split_and_the_one_that_asks_leads():
    found = reading(forms.cover_sheet(), forms.arrest_of_alien(), forms.detainer(attached="I-200"))
    assert [(each.form, each.pages) for each in found.papers] == [(None, (1,)), ("I-200", (2,)), ("I-247A", (3,))]
    assert (found.form, values(found)["attachments"], found.fields["a_number"].page) == ("I-247A", ["I-200"], 3)
    assert not found.questions


def test_what_is_said_to_be_attached_and_is_not_there_is_asked_for():
    assert "Where is the I-200?" in asked(reading(forms.detainer(attached="I-200")))


def test_a_warrant_for_somebody_else_is_noticed():
    found = reading(forms.detainer(attached="I-200"), forms.removal())
    assert "name the same person" in asked(found)


def test_a_date_no_calendar_has_is_asked_for_and_not_guessed():
    found = reading(forms.detainer(issued="02/30/2025"))
    assert values(found)["issued_on"] is None
    assert "in no calendar" in asked(found)
    found = reading(forms.detainer(issued="02/03/25"))
    assert values(found)["issued_on"] is None
    assert "two digits" in asked(found)
