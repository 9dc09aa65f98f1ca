"""Print that is no mark and marks dressed as print; a stamp in a signature's place; whom a paper means where it names more than one."""

import pytest

from habeas.paper.assemble import read_bytes
from habeas.paper.fields.value_patterns import find_docket
from habeas.paper.judicial.standins import stand_in
from tests.paper import forms
from tests.paper.helpers import asked, needs_tesseract, reading, values
from tests.paper.makers import Sheet, book, scan
from tests.paper.test_commanded import CHARGED, order
from tests.paper.test_courts_of_states import warrant
from tests.paper.test_who_commands import ARREST, COURT, paper

FINE = (
    ("1200 JUSTICE PLAZA, DEPARTMENT 14", 82),
    ("LAW DIVISION - CRIMINAL PART", 82),
    ("CLERK'S ACTION REQUIRED", 300),
    ("MANDATORY APPEARANCE", 300),
    ("[X] YES [ ] NO", 300),
    ("FILED IN OPEN COURT", 300),
    ("BENCH WARRANT (BW)", 300),
    ("F I L E D", 300),
    ("OT TER C OUN T Y CL E RK", 300),
)
MARKS = (
    ("1200 RECALLED PLAZA", 82),
    ("CRIMINAL PART", 300),
    ("NO APPEARANCE REQUIRED", 300),
    ("WARRANT (NP)", 300),
    ("RE C AL LE D", 300),
    ("OT TER C OUN T Y", 300),
    ("[X] NP [ ] NO", 300),
)


@pytest.mark.parametrize(("text", "down"), FINE)
def test_what_courts_print_and_clerks_stamp_takes_nothing_back(text, down):
    found = reading(warrant().say(60, down, text, 11))
    assert found.judicial is True, asked(found)


@pytest.mark.parametrize(("text", "down"), MARKS)
def test_a_mark_dressed_as_such_print_or_in_another_place_is_still_asked_about(text, down):
    assert reading(warrant().say(60, down, text, 11)).judicial is not True


@pytest.mark.parametrize(
    ("label", "name", "fine"),
    [
        ("AKA", "RENNY OKAFOR", True),
        ("NOTE", "RENNY OKAFOR", False),
        ("AKA", "BAIL POSTED", False),
        ("AKA", "RECALLED JONES", False),
    ],
)
def test_a_name_under_a_label_for_other_names_is_no_mark(label, name, fine):
    found = reading(warrant().say(60, 300, label, 7).say(60, 312, name, 10))
    assert (found.judicial is True) == fine


@pytest.mark.parametrize(("under", "fine"), [("CLERK OF THE CIRCUIT COURT", True), ("", False)])
def test_a_clerks_name_over_the_clerks_title_is_no_mark(under, fine):
    sheet = (
        warrant().say(60, 300, "I HEREBY CERTIFY that the foregoing is a true copy.").ink(80, 326).rule(60, 330, 240)
    )
    assert (reading(sheet.say(60, 342, "KEN BURKE").say(60, 354, under)).judicial is True) == fine


LISTED = (
    "IT IS ORDERED that the Superintendent release to the Marshal the following persons:",
    "1. Ada Marsh, DOB 01/30/1989;",
    "2. Tobias Voss, DOB 11/02/1976; and",
    "3. Ines Quill, DOB 07/24/1992.",
)


def test_an_order_about_several_counted_people_is_a_command_and_names_them_all():
    found = reading(order(*LISTED))
    assert values(found)["subject_names"] == ["Ada Marsh", "Tobias Voss", "Ines Quill"]
    assert values(found).get("subject_name") is None
    assert "Tobias Voss" in asked(found)
    assert found.judicial is True, asked(found)


def test_one_counted_person_or_counted_words_without_a_birth_date_are_no_list():
    read = values(reading(order(LISTED[0], "1. Rule Three;", "2. Rule Five.")))
    assert "subject_names" not in read


@pytest.mark.parametrize(
    ("why", "offense"),
    [
        ("BURGLARY OF A DWELLING, § 810.02(3), Florida Statutes, has violated", "BURGLARY OF A DWELLING"),
        ("a period of two years, has violated", None),
    ],
)
def test_what_somebody_is_on_probation_for_is_the_offense_and_a_term_is_none(why, offense):
    head = ("IN THE CIRCUIT COURT OF THE SIXTH JUDICIAL CIRCUIT", "IN AND FOR OTTER COUNTY, FLORIDA")
    body = (
        f"An affidavit alleges that the defendant, on probation for {why} condition 5.",
        "YOU ARE COMMANDED to arrest the defendant.",
    )
    assert (
        values(reading(paper(*head, title="WARRANT FOR VIOLATION OF PROBATION", body=body))).get("offense") == offense
    )


def stamped(word, slant):
    """A bench warrant that nobody signed, with a slanted stamp where the judge would."""
    sheet = Sheet().say(150, 44, COURT[0], 12, "B").say(150, 58, COURT[1], 12, "B")
    sheet.say(60, 90, "STATE OF WASHINGTON, Plaintiff,").say(60, 104, "vs.").say(
        60, 118, "OTTOLINE MARSH VERITY, Defendant."
    )
    sheet.say(340, 96, "No. 26-1-00731-20").say(250, 150, "BENCH WARRANT", 12, "B").say(60, 180, ARREST[0])
    level = (1 - slant * slant) ** 0.5
    sheet.parts.append(f"BT /B 16 Tf {level:.3f} {slant} {-slant} {level:.3f} 330 446 Tm ({word}) Tj ET")
    return sheet.rule(310, 350, 560).say(312, 362, "Ada Quill").say(312, 374, "Judge of the Superior Court")


@needs_tesseract
@pytest.mark.parametrize(
    ("word", "slant"), [("CONFORMED COPY", 0.22), ("COPY ONLY", 0.22), ("DUPLICATE", 0.22), ("RECEIVED", 0.4)]
)
def test_a_stamp_on_a_scan_where_a_judge_would_sign_is_no_signature(word, slant):
    found = read_bytes(scan(book(stamped(word, slant))))
    assert found.judicial is not True
    assert "stamp" in asked(found)


@needs_tesseract
def test_a_scrawl_on_a_scan_is_a_signature():
    found = read_bytes(scan(book(forms.bench_warrant())))
    assert found.judicial is True, asked(found)


def brought(*body, title="WRIT OF HABEAS CORPUS AD TESTIFICANDUM"):
    """A federal writ in a case against somebody."""
    sheet = Sheet().say(150, 44, "UNITED STATES DISTRICT COURT", 12, "B").say(150, 58, "DISTRICT OF NEBRASKA", 12, "B")
    sheet.say(60, 90, "UNITED STATES OF AMERICA,").say(60, 104, "v.").say(60, 118, "BENEDICT OLAV LINDQVIST,").say(
        60, 132, "Defendant."
    )
    sheet.say(340, 104, "Case No. 8:26-cr-00118").say(150, 180, title, 12, "B")
    for place, line in enumerate(body):
        sheet.say(60, 210 + 14 * place, line)
    return (
        sheet.ink(330, 346)
        .rule(310, 350, 560)
        .say(312, 362, "Hon. Ada Quill")
        .say(312, 374, "United States Magistrate Judge")
    )


@pytest.mark.parametrize(
    ("command", "who"),
    [
        (
            "WE COMMAND YOU that you have the body of TEODORO MARSH, detained in the Otter County Jail, before this Court.",
            "TEODORO MARSH",
        ),
        (
            "WE COMMAND YOU that you have the body of the defendant, Benedict Lindqvist, before this Court.",
            "BENEDICT OLAV LINDQVIST",
        ),
        ("WE COMMAND YOU to produce the records of Teodoro Marsh before this Court.", "BENEDICT OLAV LINDQVIST"),
    ],
)
def test_whom_a_court_commands_to_be_brought_is_meant_and_not_the_party_of_the_case(command, who):
    named = values(reading(brought(command)))["subject_name"]
    assert named.upper().split()[-1] == who.split()[-1]


@pytest.mark.parametrize(
    ("names", "several"),
    [
        ("Ottoline Marsh Verity and Peter James Quill", ["Ottoline Marsh Verity", "Peter James Quill"]),
        ("Ottoline Marsh Verity", None),
        ("Ottoline Marsh Verity and Bring Her", None),
    ],
)
def test_two_people_whom_a_warrant_names_together_are_both_asked_about(names, several):
    body = (CHARGED, f"YOU ARE COMMANDED to arrest {names}, and bring them before this court.")
    found = reading(paper(*COURT, title="BENCH WARRANT", body=body))
    assert values(found).get("subject_names") == several
    assert (values(found).get("subject_name") is None) == bool(several)
    assert ("several people" in asked(found)) == bool(several)


def test_two_people_of_a_letter_are_both_asked_about():
    sheet = Sheet().say(60, 50, "U.S. Immigration and Customs Enforcement", 12, "B").say(60, 100, "November 20, 2026")
    sheet.say(60, 114, "Sheriff, Otter County Jail").say(
        60, 130, "Re: Marta Quispe Rojas (DOB 02/11/1989) and Javier Luis Tello (DOB 05/06/1990)"
    )
    sheet.say(60, 150, "Dear Sheriff:").say(60, 170, "Please notify us before they are released.").say(
        60, 190, "Sincerely,"
    )
    found = reading(sheet.ink(60, 220).say(60, 240, "H. Grady").say(60, 254, "Deportation Officer"))
    assert values(found)["subject_names"] == ["Marta Quispe Rojas", "Javier Luis Tello"]
    assert values(found).get("date_of_birth") is None


def mailed(*head, birth="DOB: 10/19/1995"):
    """A printed e-mail whose subject stands over its head without a word before it."""
    sheet = Sheet().say(60, 40, "Interview request - URIBE LLANOS, Fausto", 11, "B")
    for place, (label, text, x) in enumerate(head):
        sheet.say(x, 60 + 14 * place, label, 9, "B").say(x + 50, 60 + 14 * place, text)
    sheet.say(60, 130, "Good morning,").say(60, 150, "ICE would like to interview the below inmate at your facility.")
    sheet.say(60, 170, "Name: URIBE LLANOS, Fausto").say(60, 184, birth).say(60, 210, "Thank you,")
    return values(reading(sheet.say(60, 230, "Beckett Sandhu").say(60, 244, "Deportation Officer")))


def test_a_printed_mail_without_the_word_subject_has_its_day_and_its_addressee():
    read = mailed(
        ("From:", "Sandhu, Beckett", 60),
        ("Sent:", "Wednesday, November 25, 2026 8:12 AM", 60),
        ("To:", "Jail Records", 60),
    )
    assert (read["issued_on"], read["recipient"], read["date_of_birth"]) == ("2026-11-25", "Jail Records", "1995-10-19")


def test_a_birth_date_is_never_a_letters_day():
    assert mailed(("Note:", "to the jail", 60)).get("issued_on") is None


def test_to_and_from_side_by_side_are_two():
    sheet = Sheet().say(60, 50, "U.S. Immigration and Customs Enforcement", 12, "B")
    sheet.say(60, 80, "TO:", 9, "B").say(100, 80, "Otter County Sheriff").say(330, 80, "FROM:", 9, "B").say(
        380, 80, "Denver Field Office"
    )
    sheet.say(60, 108, "DATE:", 9, "B").say(100, 108, "11/20/2026").say(
        60, 150, "SUBJECT: Marta Quispe Rojas  DOB: 02/11/1989"
    )
    sheet.say(60, 170, "Please notify ICE before the subject is released.").ink(60, 250)
    read = values(reading(sheet.say(60, 270, "H. Grady").say(60, 284, "Deportation Officer")))
    assert (read["recipient"], read["issuing_office"]) == ("Otter County Sheriff", "Denver Field Office")


def test_a_caption_in_brackets_right_of_its_value_explains_it():
    sheet = (
        Sheet()
        .say(40, 40, "U.S. Department of Homeland Security, Form I-247A", 10)
        .say(40, 56, "Immigration Detainer - Notice of Action", 13, "B")
    )
    pairs = (
        "BARAJAS, Teofilo (name of alien)",
        "November 30, 2026 (date of this notice)",
        "406518899 (subject ID)",
        "September 17, 1988 (date of birth)",
    )
    for place, line in enumerate(
        (*pairs, "Caldera County Jail (to: institution)", "ICE ERO Harlingen (from: DHS office)")
    ):
        sheet.say(120, 90 + 16 * place, line)
    read = values(reading(sheet.say(40, 220, "Attached: a sentence (with words in brackets)")))
    assert (read["subject_name"], read["issued_on"], read["date_of_birth"]) == (
        "BARAJAS, Teofilo",
        "2026-11-30",
        "1988-09-17",
    )
    assert (read["recipient"], read["issuing_office"], read["subject_id"]) == (
        "Caldera County Jail",
        "ICE ERO Harlingen",
        "406518899",
    )


def test_a_sentence_that_thanks_is_no_letters_last_line():
    sheet = (
        Sheet()
        .say(60, 50, "U.S. Immigration and Customs Enforcement", 12, "B")
        .say(60, 80, "Oct. 21, 2026")
        .say(60, 110, "Dear Sheriff:")
    )
    sheet.say(
        60,
        130,
        "Thank you for your letter of interest. Enclosed for your signature is a Memorandum of Agreement under 287(g).",
    )
    sheet.say(
        60,
        144,
        "Immigration and Nationality Act, by which ICE trains officers. Please sign both originals no later than the",
    ).say(60, 158, "close of business on January 15, 2027.")
    read = values(
        reading(sheet.say(60, 180, "Sincerely,").say(60, 220, "Rutherford P. Lindqvist").say(60, 234, "Unit Chief"))
    )
    assert (read["signer_name"], read["reply_by"]) == ("Rutherford P. Lindqvist", "2027-01-15")


def test_an_office_behind_a_title_is_nobodys_name_and_a_rank_before_a_name_is_no_part_of_it():
    sheet = forms.detainer(signed=False)
    sheet = (
        Sheet()
        .say(40, 41, "Department of Homeland Security", 11)
        .say(40, 56, "REQUEST FOR ADVANCE NOTIFICATION OF RELEASE", 12, "B")
    )
    sheet.say(60, 90, "Name of Alien: DZIEDZIC, Bozena").say(60, 110, "Date of Birth: 2 June 1990").ink(330, 396).rule(
        310, 400, 560
    )
    sheet.say(320, 412, "Officer L. Kowalczewska-Reyes").say(320, 426, "Deportation Officer, Kankakee Sub-Office").say(
        40, 744, "DHS Form I-247G (8/26)", 8
    )
    assert values(reading(sheet))["signer_name"] == "L. Kowalczewska-Reyes"


@pytest.mark.parametrize("number", ["1:26cr57-LG-RHW", "3:26CR-88-JHM"])
def test_a_docket_without_dashes_keeps_the_marks_of_its_judges(number):
    found = find_docket(f"Criminal No. {number}")
    assert (found.value, found.doubt) == (number, "")


def test_a_label_of_day_and_place_has_both_where_one_is():
    sheet = (
        Sheet()
        .say(36, 30, "AO 442 (Rev. 12/85) Warrant for Arrest", 7.5)
        .say(190, 56, "UNITED STATES DISTRICT COURT", 14, "B")
    )
    sheet.say(220, 76, "Western District of Kentucky", 11).say(60, 120, "UNITED STATES OF AMERICA").say(
        120, 134, "V."
    ).say(60, 148, "SEGUNDO ALARCON TENE")
    sheet.say(380, 110, "WARRANT FOR ARREST", 12, "B").say(340, 148, "CASE NUMBER: 3:26CR-88-JHM").say(
        70, 226, "YOU ARE HEREBY COMMANDED to arrest SEGUNDO ALARCON TENE"
    )
    sheet.say(324, 420, "October 30, 2026  Bowling Green, Kentucky").rule(320, 424, 560).say(
        320, 435, "Date and Location", 7
    )
    read = values(reading(sheet))
    assert (read["issued_on"], read["issued_at"]) == ("2026-10-30", "Bowling Green, Kentucky")


def test_a_list_of_counts_is_read_to_its_end_though_one_section_is_written_otherwise():
    head = ("IN THE CIRCUIT COURT OF THE SIXTH JUDICIAL CIRCUIT", "IN AND FOR OTTER COUNTY, FLORIDA")
    counts = (
        "Count 1: Grand theft, F.S. 812.014(2)(c)",
        "Count 2: Possession, F.S. 893.13",
        "Count 3: Resisting, s. 843.02",
        "Count 4: Battery, 784.03",
    )
    body = ("YOU ARE COMMANDED to arrest the defendant, charged with:", *counts, "and bring her before this court.")
    read = values(reading(paper(*head, title="CAPIAS", body=body)))
    assert read["offense_statutes"][:3] == ["F.S. 812.014(2)(c)", "F.S. 893.13", "§ 843.02"]
    assert "Resisting" in read["offense"]
    assert "Battery" in read["offense"]


def test_the_sections_of_a_second_title_behind_a_semicolon_are_read():
    body = (
        "YOU ARE COMMANDED to arrest Darnell Amos Whitby, charged with 18 U.S.C. 922(g)(1); and 21 U.S.C. 841(a)(1), 846.",
    )
    read = values(reading(brought(*body, title="ARREST WARRANT")))
    assert read["offense_statutes"] == ["18 USC 922(g)(1)", "21 USC 841(a)(1)", "21 USC 846"]


def test_an_initial_in_a_courthouses_name_ends_no_place():
    command = (
        "WE COMMAND YOU that you have the body of TEODORO MARSH before this Court at Courtroom No. 4, Roman L. Hruska"
    )
    read = values(reading(brought(command, "Courthouse, 111 South 18th Plaza, Omaha, Nebraska, on December 9, 2026.")))
    assert read["comply_at"] == "Courtroom No. 4, Roman L. Hruska Courthouse, 111 South 18th Plaza, Omaha, Nebraska"


@pytest.mark.parametrize(
    ("block", "fine"),
    [
        ("______________ DISTRICT JUDGE Tamsin Eizaguirre", True),
        ("Ada Quill ________ DISTRICT JUDGE Tamsin Eizaguirre", False),
    ],
)
def test_a_line_drawn_with_signs_before_a_title_is_nobodys_name(block, fine):
    assert (stand_in(block, "Tamsin Eizaguirre") is None) is fine


def celled(*, ink=True, said=""):
    """A detainer whose caption for the signature stands at the head of a ruled cell."""
    sheet = (
        Sheet()
        .say(40, 41, "DEPARTMENT OF HOMELAND SECURITY (DHS)", 11)
        .say(40, 56, "IMMIGRATION DETAINER - NOTICE OF ACTION", 12, "B")
    )
    sheet.say(60, 90, "Name of Alien: DZIEDZIC, Bozena").say(60, 110, "Date of Birth: 2 June 1990")
    for x in (36, 306, 576):
        sheet.parts.append(f".5 w {x} {792 - 396} m {x} {792 - 440} l S")
    sheet.say(39, 406, "(Name and title of Immigration Officer)", 7).say(
        309, 406, "(Signature of Immigration Officer) (Sign in ink)", 7
    )
    sheet.say(42, 424, "W. Ostrander-Hale, SDDO").say(320, 424, said)
    if ink:
        sheet.ink(380, 432)
    return sheet.say(40, 744, "DHS Form I-247A (3/17)", 8)


@pytest.mark.parametrize(
    ("more", "signer"), [({}, "immigration_officer"), ({"ink": False}, None), ({"said": "Not yet."}, None)]
)
def test_ink_in_a_cell_under_the_caption_at_its_head_is_an_officers_signature(more, signer):
    assert reading(celled(**more)).signer == signer


def test_a_date_beside_a_place_is_the_day_of_issue_on_a_form_that_calls_nobody():
    sheet = (
        Sheet()
        .say(40, 40, "U.S. Department of Homeland Security", 10)
        .say(300, 40, "Order to Detain or Release Alien", 13, "B")
    )
    sheet.say(40, 70, "To: Captain M. Oyster, Jail Administrator").say(40, 90, "Date: 11/27/2026").say(
        320, 90, "(Location) Otter County Jail"
    ).say(40, 120, "Place: Otter")
    assert (
        values(
            reading(
                sheet.say(40, 140, "Name of Alien: LAZARENKO, Bohdan").say(40, 740, "Form I-203 (Rev. 08/01/07)", 8)
            )
        ).get("issued_on")
        == "2026-11-27"
    )
