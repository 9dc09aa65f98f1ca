"""Papers as thirty more real forms print them: captions over what they ask for, boxes of courts, e-signatures, registers' numbers, mail."""

import pytest

from habeas.paper.fields.extract import Gathered
from habeas.paper.fields.referred import add_referred
from habeas.paper.fields.statutes import sections_of_a_state
from habeas.paper.judicial.cells import of_a_cell
from habeas.paper.judicial.titles import led_name, tidy_name
from habeas.paper.reading import FieldReading
from tests.paper.helpers import asked, reading, values
from tests.paper.makers import Sheet

WHO = "Tavares Lamar Whitcombe"


def _commanded(sheet, top, charge="larceny, G.S. 14-72(a)"):
    sheet.say(
        50, top, "To any officer: you are DIRECTED to arrest the defendant and bring the defendant before the court"
    )
    return sheet.say(50, top + 13, f"to answer a charge of {charge}. Issued on October 9, 2026.")


def carolina(*, box="Superior Court Judge", below="Loretta B. Cavanaugh", ink=True):
    """An order for arrest whose courts and offices stand beside boxes, and whose signature stands under a row of captions."""
    sheet = Sheet().say(60, 40, "STATE OF NORTH CAROLINA").say(380, 40, "File No. 26CR 318842-590")
    sheet.say(60, 54, "Quillon County").say(340, 54, "In The General Court Of Justice")
    sheet.tick(340, 68, False, "District").tick(420, 68, True, "Superior Court Division")
    sheet.say(60, 90, "STATE VERSUS").say(340, 90, "ORDER FOR ARREST", 13, "B").say(60, 104, f"Defendant: {WHO}")
    _commanded(sheet, 150)
    sheet.say(50, 220, "Date").say(150, 220, "Signature").say(390, 220, "Title").say(50, 236, "10/09/2026")
    if ink:
        sheet.ink(160, 246)
    sheet.say(150, 258, below).tick(390, 236, box == "Magistrate", "Magistrate")
    return sheet.tick(390, 250, box == "Superior Court Judge", "Superior Court Judge")


def test_a_signature_under_a_row_of_captions_is_read_with_the_office_whose_box_is_ticked():
    found = reading(carolina())
    assert (found.kind, found.signer, found.judicial) == ("judicial_warrant", "state_judge", True)
    assert values(found)["signer_name"] == "Loretta B. Cavanaugh"
    assert values(found)["court"] == "In The General Court Of Justice, Superior Court Division, Quillon County"


@pytest.mark.parametrize("more", [{"ink": False}, {"below": "D. Pratt for Loretta B. Cavanaugh"}, {"box": ""}])
def test_under_captions_nobody_or_somebody_else_who_signs_makes_no_court_paper(more):
    assert reading(carolina(**more)).judicial is not True


def test_of_the_courts_beside_boxes_the_one_that_is_ticked_is_meant():
    sheet = Sheet().tick(60, 40, False, "County Court").tick(180, 40, True, "District Court")
    sheet.say(60, 54, "El Paso County, Colorado").say(380, 54, "Case Number: 26CR1188")
    sheet.say(60, 70, "THE PEOPLE OF THE STATE OF COLORADO v.").say(60, 84, f"Defendant: {WHO}")
    sheet.say(150, 120, "WARRANT FOR ARREST", 13, "B")
    read = values(reading(_commanded(sheet, 150, "theft, § 18-4-401(2), C.R.S.")))
    assert read["court"] == "District Court, El Paso County, Colorado"


def wisconsin(*signing):
    sheet = (
        Sheet().say(60, 40, "STATE OF WISCONSIN, CIRCUIT COURT, QUILLON COUNTY").say(360, 66, "BENCH WARRANT", 13, "B")
    )
    sheet.say(60, 66, "State of Wisconsin, Plaintiff").say(60, 80, "-vs-").say(60, 94, WHO).say(
        360, 84, "Case No. 2026CM002214"
    )
    _commanded(sheet, 150, "bail jumping, Wis. Stat. § 946.49(1)(a)")
    for count, line in enumerate(signing):
        sheet.say(320, 220 + 13 * count, line)
    return sheet


ELECTRONIC = ("BY THE COURT:", "Electronically signed by Hon. Genevieve R. Soder", "Circuit Court Judge", "11-02-2026")
RECORD = ("Soder, Genevieve (Judge)", "2026.11.02 14:02:11 -06'00'", "", "Genevieve R. Soder", "Circuit Court Judge")


def test_an_electronic_signature_on_the_names_own_line_is_one_and_the_name_alone_is_none():
    found = reading(wisconsin(*ELECTRONIC))
    assert (found.signer, found.judicial) == ("state_judge", True)
    assert (values(found)["signer_name"], values(found)["subject_name"]) == ("Genevieve R. Soder", WHO)
    assert reading(wisconsin(*(each.replace("Electronically signed by ", "") for each in ELECTRONIC))).judicial is None


def test_a_programs_record_of_the_printed_name_is_a_signature_and_of_another_is_none():
    record = ("Soder, Genevieve R. (Judge)", *RECORD[1:])
    assert reading(wisconsin(*record)).judicial is True
    for other in ("Pratt, Dana (Clerk)", "Dana Pratt for Soder, Genevieve R. (Judge)"):
        assert reading(wisconsin(other, *RECORD[1:])).judicial is not True


@pytest.mark.parametrize(
    "text", ['DIVISION "E"', "Part AP-3", ") SS:", "VERSUS", "NYSID: 09917734K", "OCN: EX004418", "-" * 40 + "X"]
)
def test_a_captions_division_rule_and_registers_number_are_no_mark(text):
    assert of_a_cell(text) or text == "VERSUS"
    sheet = wisconsin("Electronically signed by Hon. Genevieve R. Soder", "Circuit Court Judge").say(60, 700, text)
    assert reading(sheet).judicial is True


@pytest.mark.parametrize(
    "text", ["RCLD: 11/02/2026", 'DIVISION "VOID"', "NP: 11-12", "DIVISION CLOSED", "CANC: 09917734"]
)
def test_what_looks_like_a_division_or_a_register_and_may_undo_is_asked_about(text):
    sheet = wisconsin("Electronically signed by Hon. Genevieve R. Soder", "Circuit Court Judge").say(60, 700, text)
    found = reading(sheet)
    assert found.judicial is not True
    assert "in force" in asked(found)


@pytest.mark.parametrize(
    ("heads", "court"),
    [
        (("IN THE 21ST JUDICIAL CIRCUIT, QUILLON COUNTY, MISSOURI",), "QUILLON COUNTY"),
        (("Commonwealth of Kentucky", "Court of Justice"), "Quillon Circuit Court"),
    ],
)
def test_a_court_called_by_its_circuit_or_only_in_a_sentence_is_a_states(heads, court):
    sheet = Sheet().say(220, 120, "BENCH WARRANT", 13, "B").say(60, 100, "CASE NO. 26-CR-00871")
    for count, head in enumerate(heads):
        sheet.say(60, 40 + 14 * count, head, 11, "B")
    sheet.say(
        50, 150, f"You are hereby commanded to arrest {WHO} and bring him forthwith before the Quillon Circuit Court."
    )
    found = reading(sheet)
    assert found.kind == "judicial_warrant"
    assert court in values(found)["court"]


def test_a_witness_warrant_of_a_federal_court_is_a_warrant_by_its_own_number():
    sheet = (
        Sheet()
        .say(60, 40, "AO 443 (Rev. 11/11) Warrant for the Arrest of a Witness")
        .say(200, 60, "UNITED STATES DISTRICT COURT", 13, "B")
    )
    sheet.say(220, 76, "District of Nevada").say(340, 100, "Case No. 2:26-mj-05518")
    sheet.say(150, 140, "WARRANT FOR THE ARREST OF A WITNESS", 13, "B").say(
        130, 156, "OR MATERIAL WITNESS IN A PENDING CRIMINAL CASE", 13, "B"
    )
    sheet.say(60, 190, f"YOU ARE COMMANDED to arrest (name of person to be arrested) {WHO}").say(
        60, 240, "Date: 11/21/2026"
    )
    found = reading(sheet)
    assert (found.kind, found.form, values(found)["subject_name"]) == ("judicial_warrant", "AO 443", WHO)


@pytest.mark.parametrize(
    ("line", "form"), [("DHS Form I-138 (6/09)", "I-138"), ("Attachment: Form I-200 for him", None)]
)
def test_a_forms_number_as_the_last_print_names_it_and_a_letters_attachment_does_not(line, form):
    sheet = (
        Sheet().say(60, 40, "DEPARTMENT OF HOMELAND SECURITY").say(60, 80, "Custodian of Records, Otter County Jail")
    )
    assert reading(sheet.say(60, 120, "You are required to produce the records below.").say(60, 400, line)).form == form


@pytest.mark.parametrize(
    "text",
    [
        "Removal investigation of Fabrizio Ruano, DOB 12/01/1993, A219-004-518",
        "Fabrizio Ruano (A219-004-518) DOB 12/01/1993",
    ],
)
def test_whom_a_subpoena_refers_to_is_read_from_its_reference_and_nothing_else_is(text):
    gathered = Gathered({"in_reference_to": FieldReading(text, 1, text, None, "read")})
    add_referred(gathered)
    read = {name: each.value for name, each in gathered.fields.items()}
    assert (read["subject_name"], read["date_of_birth"], read["a_number"]) == (
        "Fabrizio Ruano",
        "1993-12-01",
        "A219-004-518",
    )
    gathered = Gathered({"in_reference_to": FieldReading("Removal investigation", 1, "", None, "read")})
    add_referred(gathered)
    assert set(gathered.fields) == {"in_reference_to"}


def test_sections_as_maryland_and_massachusetts_write_them_are_read_there_only():
    assert sections_of_a_state("A&B c. 265 § 13A(a)", "Trial Court of Massachusetts") == ["c. 265 13A(a)"]
    assert sections_of_a_state("THEFT, CR 7-104", "DISTRICT COURT OF MARYLAND") == ["CR 7-104"]
    assert sections_of_a_state("THEFT, CR 7-104", "STATE OF OHIO") == []


def test_a_judges_number_behind_the_name_and_the_words_of_signing_before_it_are_no_name():
    assert led_name("JUDGE IMOGENE P. CASTLEBERRY ID: 7K3") == "IMOGENE P. CASTLEBERRY"
    assert tidy_name("Electronically signed by Hon. Ada Quill") == "Ada Quill"


def mail(*body, sender="Rourke, Ansel T <ansel@ice.example>", subject="Interview at jail - Bohdan Reyes bk 2611-0442"):
    sheet = (
        Sheet().say(60, 40, "From:").say(120, 40, sender).say(60, 54, "To:").say(120, 54, "Jail <jail@county.example>")
    )
    sheet.say(60, 68, "Cc:").say(120, 68, "ERO El Paso Duty").say(60, 82, "Date:").say(
        120, 82, "Wednesday, November 25, 2026 at 8:41 AM"
    )
    sheet.say(60, 96, "Subject:").say(120, 96, subject)
    for count, line in enumerate(body):
        sheet.say(60, 120 + 14 * count, line)
    return sheet


def test_a_mail_that_asks_when_somebody_gets_out_asks_to_be_told():
    found = reading(
        mail(
            "Hi all,",
            "When is Osvaldo Keme (DOB 12/03/1998) due to get out?",
            "Thanks much",
            "Tamsin Burk",
            "Deportation Officer",
            subject="KEME, Osvaldo",
        )
    )
    read = values(found)
    assert (found.kind, found.judicial, read["date_of_birth"]) == ("notification_request", False, "1998-12-03")
    assert read["signer_name"] == "Tamsin Burk"


def test_the_office_of_a_mail_is_its_writers_and_never_that_of_a_copy():
    ask = "I am with ERO Portland (Eugene). Could we speak with our officers and Bohdan REYES, date of birth 6/6/1999?"
    read = values(reading(mail(ask, "Thank you,", "Ansel T. Rourke", "Deportation Officer")))
    assert (read["subject_name"], read["issuing_office"]) == ("Bohdan Reyes", "ERO Portland")
    read = values(reading(mail(ask.split(". ")[1], "Thank you,", "Ansel T. Rourke", "Deportation Officer")))
    assert read["issuing_office"] is None


def test_a_message_without_a_greeting_ends_in_its_writer():
    said = "Please sign the draft memorandum of agreement under section 287(g)."
    found = reading(
        mail(said, "Jocasta Merriwell", "Section Chief, 287(g) Program", sender="287(g) Program Office <a@ice.example>")
    )
    read = values(found)
    assert (found.kind, read["signer_name"], read["issuing_office"]) == (
        "agreement_proposal",
        "Jocasta Merriwell",
        "287(g) Program Office",
    )


def test_a_governors_day_at_the_end_of_a_long_formula_is_read():
    sheet = (
        Sheet().say(180, 40, "OFFICE OF THE GOVERNOR", 13, "B").say(160, 70, "WARRANT OF ARREST - EXTRADITION", 13, "B")
    )
    sheet.say(
        50,
        110,
        f"WHEREAS, it has been represented to me that {WHO} stands charged with robbery, I command you to arrest him.",
    )
    sheet.say(
        50, 130, "IN WITNESS WHEREOF, I have hereunto subscribed my name and caused the Great Seal of the State to be"
    )
    sheet.say(
        50, 143, "affixed at the capitol, this 29th day of October in the year of our Lord two thousand twenty-six."
    )
    sheet.ink(330, 220).rule(310, 224, 560).say(312, 236, "Cordelia M. Ashgrove").say(312, 248, "Governor")
    found = reading(sheet)
    read = values(found)
    assert (found.form, found.signer, found.judicial) == ("Governor's warrant", "governor", False)
    assert (read["subject_name"], read["issued_on"]) == (WHO, "2026-10-29")
