"""What a paper says in its sentences and lists and not behind a known label: places, keepers, records, several people, an offense alone."""

import pytest

from habeas.paper.fields.likely import called_name
from habeas.paper.fields.offenses import charge_alone
from habeas.paper.forms.forms import FORMS
from habeas.paper.forms.sought import widened
from tests.paper.helpers import asked, reading, values
from tests.paper.makers import Sheet

WHO = "Dolores Anne Pelletier"


def lines(sheet, top, *said, left=60):
    for place, each in enumerate(said):
        sheet.say(left, top + 14 * place, each)
    return sheet


def caption(title="ORDER TO PRODUCE INMATE"):
    sheet = Sheet().say(150, 40, "IN THE DISTRICT COURT OF LYON COUNTY, NEVADA", 12, "B")
    lines(sheet, 70, "STATE OF NEVADA, Plaintiff,", "vs.", f"{WHO}, Defendant.")
    return sheet.say(360, 84, "Case No. CR26-1044").say(200, 130, title, 13, "B")


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Grand larceny, a violation of NRS 205.228, and being in custody at the jail", "Grand larceny"),
        (
            "possession of a firearm, in violation of 18 U.S.C. § 922(g)(1), and to return him",
            "possession of a firearm",
        ),
        ("EVADING ARREST WITH A VEHICLE, Sec. 38.04(b)(2)(A), Penal Code, a felony", "EVADING ARREST WITH A VEHICLE"),
        ("ASSAULT IN THE SECOND DEGREE, RCW 9A.36.021(1)(c), Domestic Violence. 2", "ASSAULT IN THE SECOND DEGREE"),
        ("8 U.S.C. § 1326 - Reentry of removed alien", "8 U.S.C. § 1326 - Reentry of removed alien"),
        ("Theft, RCW 9A.56.050; Assault in the fourth degree", "Theft, RCW 9A.56.050; Assault in the fourth degree"),
        ("Possession of Methamphetamine, a Level 6 Felony", "Possession of Methamphetamine, a Level 6 Felony"),
    ],
)
def test_of_an_offense_its_words_are_kept_and_its_sections_stand_beside_them(text, alone):
    assert charge_alone(text) == alone


def test_where_and_by_whom_somebody_is_to_be_brought_is_read_from_the_sentence():
    sheet = lines(
        caption(), 160,
        "IT IS HEREBY ORDERED that the Sheriff of Lyon County produce the defendant before this Court in",
        "Department 8, 75 Court Street, Yerington, Nevada, on March 3, 2027, at 9:00 a.m., for a change of plea.",
        "DATED this 4th day of February, 2027, at Yerington, Nevada.",
    )  # fmt: skip
    found = values(reading(sheet.ink(330, 296).rule(310, 300, 540).say(312, 312, "Judge Ada Quill")))
    assert found["comply_at"] == "Department 8, 75 Court Street, Yerington, Nevada"
    assert (found["recipient"], found["issued_at"]) == ("Sheriff of Lyon County", "Yerington, Nevada")
    assert found["comply_by"] == "2027-03-03"


def test_a_day_before_the_paper_was_made_is_no_day_to_come():
    sheet = lines(
        caption(), 160, "The defendant failed to appear on January 9, 2027.", "It is ordered that the Sheriff hold her.",
        "DATED this 4th day of February, 2027.",
    )  # fmt: skip
    assert values(reading(sheet))["comply_by"] is None


def test_a_jail_is_no_place_to_be_brought_to():
    sheet = lines(
        caption(),
        160,
        "It is ordered that the Sheriff bring her; she is held at the Lyon County Jail, 9 Main Street, Yerington.",
    )
    assert values(reading(sheet)).get("comply_at") is None


def executive(head, title, *said):
    sheet = Sheet().say(220, 90, "STATE OF NEVADA", 12, "B").say(200, 240, head, 12, "B").say(180, 270, title, 14, "B")
    return lines(sheet, 320, *said)


def test_a_governors_warrant_is_known_by_what_it_says_wherever_its_head_stands():
    found = reading(
        executive(
            "GREAT SEAL", "GOVERNOR'S WARRANT", "The Governor of the State of Nevada to the Sheriff of Lyon County:",
            f"WHEREAS {WHO} stands charged with the crime of Burglary and has fled from justice,",
            "you are commanded to arrest the said fugitive.",
        )
    )  # fmt: skip
    assert (found.form, found.judicial, values(found)["subject_name"]) == ("Governor's warrant", False, WHO)
    assert values(found)["recipient"] == "Sheriff of Lyon County"


def test_a_parole_authoritys_warrant_is_known_by_what_it_says():
    found = reading(
        executive(
            "DEPARTMENT OF CORRECTIONS", "WARRANT FOR RETAKING AND TEMPORARY DETENTION",
            "The releasee was released to community supervision by the Board of Parole and has violated a condition.",
        )
    )  # fmt: skip
    assert (found.form, found.judicial) == ("Parole warrant", False)


def test_two_authorities_in_the_words_of_a_page_are_none():
    found = reading(
        executive(
            "GREAT SEAL", "WARRANT OF ARREST", "The Governor of the State of Idaho demands the fugitive, a parolee of the",
            "Board of Parole of the Department of Corrections who has violated parole.",
        )
    )  # fmt: skip
    assert found.form is None


def test_a_proposed_order_is_an_order_that_is_proposed():
    sheet = lines(
        caption("[PROPOSED] ORDER TO PRODUCE PRISONER"),
        160,
        "IT IS ORDERED that the Sheriff produce her before this Court.",
    )
    found = reading(sheet.ink(330, 296).rule(310, 300, 540).say(312, 312, "Judge Ada Quill"))
    assert (found.kind, found.judicial) == ("court_order", None)
    assert "proposed" in asked(found)


def test_records_under_a_sentence_that_asks_for_them_end_where_the_form_goes_on():
    sheet = caption("SUBPOENA DUCES TECUM").say(60, 160, "TO:").say(110, 160, "Custodian of Records")
    sheet.say(110, 173, "Lyon County Jail").say(
        60, 200, "You are commanded to bring with you the following documents or objects:"
    )
    lines(sheet, 214, "All video of housing module 5 and the watch log", "for May 31, 2026.", left=80)
    sheet.say(60, 250, "Failure to obey is contempt.")
    sheet.say(60, 290, "Subpoena requested by (attorney):").say(70, 304, "Oswin Vale, Bar No. 7")
    found = values(reading(sheet))
    assert found["records_sought"] == "All video of housing module 5 and the watch log for May 31, 2026."
    assert found["recipient"] == "Custodian of Records Lyon County Jail"
    assert found["attorney_name"] == "Oswin Vale"


def mail(*rows):
    sheet = Sheet()
    head = (
        ("From", "Ellery, Brock (ERO Miami)"),
        ("To", "Otter Jail - Records"),
        ("Date", "Tue, Mar 11, 2026 at 8:07 AM"),
    )
    for place, (label, said) in enumerate((*head, ("Subject", "Interview request"))):
        sheet.say(60, 40 + 14 * place, label).say(160, 40 + 14 * place, said)
    lines(sheet, 120, "Good morning, we would like to interview the following inmates:")
    for place, row in enumerate((("Name", "Arrest No.", "DOB"), *rows)):
        for column, each in enumerate(row):
            sheet.say(60 + 170 * column, 150 + 14 * place, each)
    return lines(sheet, 260, "Brock Ellery", "Deportation Officer", "Desk: (954) 555-0173")


def test_a_printed_mail_without_colons_is_read_and_a_list_gives_every_name():
    found = reading(
        mail(("Lopes, Adalberto", "132500811", "09/17/1988"), ("Saint, Guerline", "132500902", "01/30/1996"))
    )
    said = values(found)
    assert (found.kind, said["issued_on"], said["signer_name"]) == ("interview_request", "2026-03-11", "Brock Ellery")
    assert said["subject_names"] == ["Lopes, Adalberto", "Saint, Guerline"]
    assert (said["subject_name"], said["date_of_birth"]) == (None, None)
    assert "names several people: Lopes, Adalberto; Saint, Guerline" in asked(found)


def test_a_list_of_one_names_the_person():
    assert values(reading(mail(("Lopes, Adalberto", "132500811", "09/17/1988"))))["subject_name"] == "Lopes, Adalberto"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ortega Quijano, Baltazar is removable from", "Ortega Quijano, Baltazar"),
        ("John Quill, Defendant, is charged", "John Quill"),
        ("Ada Quill Vale, Springfield, Missouri", "Ada Quill Vale"),
    ],
)
def test_two_surnames_before_a_comma_keep_the_given_name_behind_it(text, name):
    assert called_name(text).value == name


def test_every_form_is_searched_for_whom_it_is_about():
    for form in FORMS:
        if form.issuer in {"parole", "governor", "usms"} or (
            form.issuer == "dhs" and form.entries and form.form != "I-138"
        ):
            assert {"subject_name", "date_of_birth", "phone"} <= {each.name for each in widened(form).entries}, form


def test_an_office_under_to_is_the_addressee_and_no_label():
    sheet = Sheet().say(60, 40, "United States Marshals Service").say(300, 40, "DETAINER", 14, "B")
    sheet.say(60, 80, "TO:").say(70, 94, "Warden").say(70, 107, "Lyon County Jail").say(300, 80, "RE (SUBJECT):").say(
        300, 94, WHO
    )
    found = values(reading(sheet.say(60, 150, "Please accept this detainer against the above-named subject.")))
    assert (found["recipient"], found["subject_name"]) == ("Warden Lyon County Jail", WHO)


def test_of_two_telephones_none_is_supposed():
    sheet = Sheet().say(60, 40, "United States Marshals Service").say(300, 40, "DETAINER", 14, "B")
    sheet.say(60, 400, "Very truly yours, (205) 555-0144").say(60, 420, "Fax (205) 555-0145")
    assert values(reading(sheet))["phone"] == "(205) 555-0144"
    assert values(reading(sheet.say(60, 440, "or (205) 555-0146")))["phone"] is None
