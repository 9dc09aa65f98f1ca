"""Papers that take a detainer back: the form's own box, letters and notices in many words, and what is neither."""

import pytest

from habeas.paper import draft_request
from tests.paper import cancellations as made
from tests.paper import forms
from tests.paper.helpers import asked, reading, values
from tests.paper.makers import Sheet


@pytest.mark.parametrize("words", [*made.SAID, *made.SAID_KEPT_BACK])
def test_a_letter_that_cancels_is_a_cancellation_and_holds_nobody(words):
    found = reading(made.letter(words))
    assert (found.kind, found.signer, found.judicial) == ("detainer_cancellation", "immigration_officer", False)
    read = values(found)
    assert (read["subject_name"], read["a_number"], read["date_of_birth"]) == (made.WHO, "A208-771-904", "1989-02-11")
    assert not draft_request(found).request.get("asks")


@pytest.mark.parametrize("words", made.NOT_SAID)
def test_a_letter_that_does_not_cancel_outright_is_none(words):
    assert reading(made.letter(words)).kind != "detainer_cancellation"


@pytest.mark.parametrize("second", ["Attorneys at Law", "ICE Detention Defense"])
def test_a_lawyers_letter_cancels_no_detainer(second):
    head = ("Law Offices of Vauclair LLP", second)
    assert reading(made.letter(made.SAID[0], head=head)).kind != "detainer_cancellation"


def test_a_notice_without_a_letters_words_is_read_by_its_entries():
    found = reading(made.notice())
    read = values(found)
    assert found.kind == "detainer_cancellation"
    assert (read["subject_name"], read["a_number"], read["event_number"]) == (
        made.WHO,
        "A 208 771 904",
        "SND2506000771",
    )
    assert (read["cancels_detainer_of"], read["issued_on"]) == ("2025-06-03", "2025-06-09")


@pytest.mark.parametrize("mark", [None, "[X]", "X"])
def test_the_forms_own_box_alone_is_a_cancellation(mark):
    found = reading(made.form(mark=mark))
    assert (found.kind, found.form, found.questions) == ("detainer_cancellation", "I-247A", ())
    read = values(found)
    assert (read["cancels_detainer_of"], read["asks"], read["subject_name"]) == ("2025-06-03", None, made.WHO)
    assert not draft_request(found).request.get("asks")


@pytest.mark.parametrize("more", [{"grounds": (0,)}, {"box2": True}])
def test_a_box_that_cancels_and_a_ground_are_asked_about_and_established_as_neither(more):
    found = reading(made.form(**more))
    assert (found.kind, values(found)["asks"]) == (None, None)
    assert "cancel" in asked(found)
    assert any("whether it requests or cancels a hold is not verified" in each for each in found.warnings)
    assert draft_request(found).request["cancelled"] is True


def test_a_box_that_cannot_be_told_is_asked_about():
    found = reading(made.form(mark="", grounds=(0,), date=""))
    assert "the box that cancels an earlier detainer" in asked(found)


_REWORDED = (
    "A final order of removal against the alien",
    "The pendency of ongoing removal proceedings against the alien",
    "Biometric confirmation of the alien",
    "Statements made by the alien",
)


def _reworded(ticked, *, all_of_them=True):
    """The form with its box that cancels ticked, whose grounds are worded as in no edition we know."""
    sheet = made.form()
    gone = _REWORDED if all_of_them else _REWORDED[:1]
    for old in gone:
        sheet.parts = [each.replace(old, f"Zorble quandary {old[-4:-1]}") for each in sheet.parts]
    return sheet.tick(52, 392, True, "Another reason of a later edition") if ticked else sheet


@pytest.mark.parametrize("ticked", [True, False])
@pytest.mark.parametrize("all_of_them", [True, False])
def test_a_form_that_cancels_whose_grounds_are_not_understood_is_asked_about(ticked, all_of_them):
    found = reading(_reworded(ticked, all_of_them=all_of_them))
    assert (found.kind, draft_request(found).request["cancelled"]) == (None, True)
    assert "cancel" in asked(found)


def test_a_ticked_box_of_unknown_words_over_the_one_that_cancels_is_asked_about():
    found = reading(made.form().tick(52, 392, True, "Another reason of a later edition"))
    assert found.kind is None
    assert "cancel" in asked(found)


def test_an_empty_box_with_a_day_beside_it_is_asked_about():
    found = reading(made.form(cancel=False, grounds=(0,)))
    assert found.kind == "detainer"
    assert "the day of the detainer it cancels" in asked(found)


def test_an_empty_box_is_a_detainer():
    found = reading(made.form(cancel=False, grounds=(0,), date=""))
    assert (found.kind, found.questions, values(found)["asks"]) == ("detainer", (), ["hold", "notify"])


def test_a_letter_that_cancels_and_replaces_is_asked_about():
    found = reading(made.letter("The detainer of 06/03/2025 is cancelled and replaced by the attached new detainer."))
    assert (found.kind, draft_request(found).request["cancelled"]) == (None, True)
    assert "does it cancel one" in asked(found)


def test_a_cancellation_beside_a_detainer_asks_which_stands():
    found = reading(made.letter(made.SAID[0]), forms.detainer())
    assert "Which is in effect?" in asked(found)


def test_a_cancellation_that_names_nobody_asks_whose_detainer_it_is():
    found = reading(made.letter("ICE hereby lifts the detainer.", re="Re: Immigration Detainer"))
    assert found.kind == "detainer_cancellation"
    assert "Whose detainer" in asked(found)


def test_a_marked_detainer_proposes_that_it_is_cancelled():
    made_of = draft_request(reading(forms.detainer().slant(200, 430, "LIFTED")))
    assert made_of.request["cancelled"] is True
    assert made_of.unconfirmed["cancelled"].words == "LIFTED"
    assert "cancelled" not in draft_request(reading(forms.detainer())).request


def _lines(*lines):
    sheet = Sheet()
    for count, line in enumerate(lines):
        sheet.say(60, 60 + 18 * count, line)
    return sheet


@pytest.mark.parametrize(("number", "kind"), [("A 097 662 018", "detainer_cancellation"), ("booking 4471", None)])
def test_a_fax_sheet_that_drops_the_hold_of_a_person_with_a_number_is_a_cancellation(number, kind):
    fax = (
        "FAX",
        "ICE / ERO San Antonio",
        "TO: Booking, Medina Bluff County Jail",
        f"RE: DROP DETAINER - WREXLEY, Odalys / {number}",
    )
    assert reading(_lines(*fax, "Please DROP the immigration hold on the above inmate.")).kind == kind


def test_a_public_records_letter_that_quotes_a_cancellation_cancels_nothing():
    letter = _lines(
        "Legal Watch of the Inland",
        "November 10, 2026",
        "Public Records Officer, Grantham County Sheriff",
        "Re: Public records request, RCW 42.56",
        "Please provide copies of all notices in which ICE stated that it withdraws, lifts or cancels the",
        'immigration detainer on any inmate (for example: "please cancel the detainer related to this alien"),',
        "with names redacted.",
        "Thank you,",
        "Rowan Hume, Staff Attorney",
    )
    assert reading(letter).kind == "public_records_request"
