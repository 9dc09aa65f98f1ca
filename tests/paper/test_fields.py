"""What belongs to a label and what never does, guard by guard."""

import pytest

from habeas.paper.assemble import blank
from habeas.paper.fields.keywords import by_words
from habeas.paper.fields.lexicon import country_like
from habeas.paper.fields.likely import called_name, entry_name, entry_office
from habeas.paper.fields.meanings import meanings
from habeas.paper.fields.prose import _BORN, _MADE
from habeas.paper.fields.statutes import statutes_in
from habeas.paper.fields.value_patterns import find_case_number, find_date, find_docket
from habeas.paper.pages.page import Word
from habeas.paper.questions import poor
from tests.paper import forms
from tests.paper.helpers import asked, reading, values
from tests.paper.makers import Sheet

WHO = "Odalys Pilar Wrexley"


@pytest.mark.parametrize(
    "text",
    [
        "LAST, FIRST, MIDDLE",
        "Last Name, First Name",
        "the person named above is removable from",
        "There is probable cause",
        "Supervisory Deportation Officer",
        "Immigration Officer",
        "Tacoma, Washington",
        "unknown",
        "",
    ],
)
def test_an_example_a_sentence_an_office_or_a_place_is_nobodys_name(text):
    assert entry_name(text) is None


@pytest.mark.parametrize(
    "name", ["NGUYEN VAN AN", "St. Clair, Bao Long", "O'Farrell, Tomás A. Jr.", "de la Cruz Ortega III, Rosa"]
)
def test_a_name_by_its_label_is_read_whole(name):
    assert entry_name(name).value == name


@pytest.mark.parametrize(
    "tail",
    [
        "is removable from the United States",
        "to the United States Marshal, so that",
        "and keep",
        ", who is accused",
        "DOB 02/11/1989",
    ],
)
def test_a_name_in_a_sentence_ends_where_the_sentence_goes_on(tail):
    assert called_name(f"Mateo QUINTERO-VALE {tail}").value == "Mateo QUINTERO-VALE"


@pytest.mark.parametrize(
    "text",
    [
        "Enforcement Agency)",
        "County of Hollow)",
        "Law Enforcement Agency",
        "DHS requests that your agency hold",
        "a.m. for arraignment",
    ],
)
def test_the_end_of_a_label_or_a_sentence_is_no_office(text):
    assert entry_office(text) is None


def test_a_label_is_no_country():
    assert not country_like("Country")
    assert country_like("El Salvador")


@pytest.mark.parametrize(
    "text",
    [
        "23-NOV-2026",
        "this 23rd day of November, A.D. 2026",
        "the twenty-third day of November, two thousand twenty-six",
        "23 de noviembre de 2026",
        "November 23rd, 2026",
        "2026/11/23",
    ],
)
def test_a_day_is_read_however_it_is_written(text):
    assert find_date(text).value == "2026-11-23"


@pytest.mark.parametrize("number", ["EP-26-CR-01188-KC", "8:25-cr-00144-T", "5:26-CR-12-DAE-1"])
def test_a_docket_number_keeps_its_division_and_its_judges(number):
    assert find_docket(f"No. {number}").value == number


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("name of alien last first middle", "subject_name"),
        ("file number a number", "a_number"),
        ("claimed nationality", "citizenship"),
        ("place of admission", "entry_place"),
        ("name of issuing officer", "other"),
        ("date of service", "other"),
    ],
)
def test_a_label_says_what_it_asks_for(text, field):
    assert field in meanings(text)


@pytest.mark.parametrize("text", ["sheriff quillon county", "wrexley odalys", "alien no a"])
def test_words_that_no_label_has_make_none(text):
    assert by_words(text) == ()


def _two_labels():
    sheet = forms.detainer()
    sheet.parts = [each for each in sheet.parts if "WREXLEY" not in each and "Name of Alien" not in each]
    return sheet


def test_example_text_in_a_cell_is_not_taken_for_the_name_under_it():
    sheet = _two_labels().say(40, 186, "NAME OF ALIEN (LAST, FIRST, MIDDLE)", 7).say(40, 198, "MARLOWE, Ines")
    found = reading(sheet)
    assert values(found)["subject_name"] == "MARLOWE, Ines"
    assert found.fields["subject_name"].box[0] == pytest.approx(40, abs=1)


def test_an_empty_entry_does_not_take_the_next_entrys_value():
    sheet = _two_labels().say(40, 198, "Name of Alien:")
    found = reading(sheet)
    assert values(found)["subject_name"] is None
    assert "the person's name" in asked(found)


def test_a_form_printed_after_its_day_is_asked_about():
    assert "before its form edition" in asked(reading(forms.detainer(version="3/17", issued="06/03/2006")))
    assert "before its form edition" not in asked(reading(forms.detainer(version="3/17")))


def test_a_box_of_letters_is_a_box():
    sheet = Sheet().say(170, 40, "DEPARTMENT OF HOMELAND SECURITY (DHS)", 11, "B")
    sheet.say(170, 56, "IMMIGRATION DETAINER - NOTICE OF ACTION", 11, "B").say(40, 108, "File No: A 208 771 904")
    for count, (mark, words) in enumerate(
        (
            ("[ ]", "there is a final removal order against the subject"),
            ("[X]", "removal proceedings against the subject are ongoing"),
            ("[ ]", "identity confirmed by biometrics"),
            ("[ ]", "statements of the subject to an officer"),
        )
    ):
        sheet.say(52, 260 + 16 * count, mark).say(70, 260 + 16 * count, words)
    assert values(reading(sheet.say(40, 772, "DHS Form I-247A (3/17)", 8)))["grounds"] == ["pending_proceedings"]


def test_a_scan_of_words_nobody_is_sure_of_asks_for_a_better_copy():
    from dataclasses import replace

    word = Word("warant", 40.0, 40.0, 80.0, 50.0, "ocr", 0.2)
    page = replace(blank(1, 612, 792), words=(word,) * 40)
    assert poor(page)
    assert not poor(replace(page, words=(replace(word, sure=0.95),) * 40))


@pytest.mark.parametrize(
    "tail",
    [
        "To: The United States Marshal",
        "To The United States Marshal",
        "And bring him or her forthwith",
        "You are further commanded",
    ],
)
def test_a_name_never_takes_the_word_that_begins_the_next_line_of_print(tail):
    assert called_name(f"ODALYS PILAR WREXLEY {tail}").value == "ODALYS PILAR WREXLEY"


def test_a_small_word_that_is_a_family_name_is_kept():
    assert called_name("Linh Thi To").value == "Linh Thi To"


def test_a_ground_of_an_empty_box_is_not_ticked_by_the_box_of_the_next_line():
    sheet = Sheet().say(50, 40, "DEPARTMENT OF HOMELAND SECURITY", 11, "B")
    sheet.say(50, 56, "IMMIGRATION DETAINER - NOTICE OF ACTION", 11, "B").say(40, 108, "File No: A 208 771 904")
    sheet.tick(52, 260, False, "a final order of removal against the alien")
    sheet.tick(52, 274, False, "the pendency of ongoing removal proceedings")
    sheet.tick(52, 288, True, "biometric confirmation of identity and a records check of federal databases")
    sheet.tick(52, 302, False, "statements made by the alien to an officer")
    assert values(reading(sheet.say(40, 772, "DHS Form I-247A (3/17)", 8)))["grounds"] == ["biometric_match"]


def _ao442(charge):
    sheet = Sheet().say(50, 40, "AO 442 (Rev. 11/11) Arrest Warrant", 8)
    sheet.say(210, 70, "UNITED STATES DISTRICT COURT", 12, "B").say(250, 90, "District of New Jersey")
    sheet.say(340, 130, "Case No.   2:26-cr-00417").say(240, 180, "ARREST WARRANT", 12, "B")
    sheet.say(50, 210, "YOU ARE COMMANDED to arrest and bring before a United States magistrate judge")
    sheet.say(50, 224, "(name of person to be arrested)").say(200, 224, WHO)
    sheet.say(
        50, 238, "who is accused of an offense or violation based on the following document filed with the court:"
    )
    sheet.tick(50, 258, True, "Indictment").tick(220, 258, False, "Information").tick(420, 258, False, "Complaint")
    sheet.tick(50, 274, False, "Violation Notice").tick(420, 274, False, "Order of the Court")
    sheet.say(50, 296, "This offense is briefly described as follows:")
    return sheet.say(60, 320, charge) if charge else sheet


@pytest.mark.parametrize(("charge", "read"), [("18 U.S.C. § 1343: wire fraud", "1343"), ("", None)])
def test_the_words_of_a_tick_list_are_no_offense(charge, read):
    offense = values(reading(_ao442(charge.replace("§ ", ""))))["offense"]
    assert offense is None if read is None else read in offense


@pytest.mark.parametrize(
    "text", ["contrary to section 812.014(2)(c)6, Florida Statutes", "812.014(2)(c)6., Florida Statutes"]
)
def test_a_number_after_brackets_is_no_section_of_its_own(text):
    assert statutes_in(text) == ["Florida Statutes 812.014(2)(c)6"]


@pytest.mark.parametrize("text", ["November the 3rd, 2026", "Nov. the 3rd, 2026", "November 3rd, 2026"])
def test_a_day_with_the_before_it_is_read(text):
    assert find_date(text).value == "2026-11-03"


def test_a_day_of_birth_in_a_running_line_is_read():
    hit = _BORN.search("to take the body of ODALYS PILAR WREXLEY, D.O.B. 05/27/1994, and him safely keep")
    assert find_date(hit["when"]).value == "1994-05-27"


def test_the_day_a_hand_was_set_to_a_paper_is_the_day_it_was_made():
    hit = _MADE.search(
        "I have hereunto set my hand and caused the Seal to be affixed, at Salem, this 10th day of November, 2026."
    )
    assert find_date(hit["when"]).value == "2026-11-10"


def test_a_short_number_alone_is_a_part_of_a_case_number_and_is_asked_about():
    assert find_case_number("0714").doubt
    assert not find_case_number("0714-W-2026-003812").doubt
