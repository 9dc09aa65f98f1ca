"""Several papers in one file: each is told apart from the next, and no two people's papers become one."""

import pytest

from tests.paper import forms
from tests.paper.helpers import asked, needs_tesseract, read_bytes, reading, values
from tests.paper.makers import Sheet, book, scan


def parts(found):
    return [(each.form, each.pages) for each in found.papers]


def faxed(sheet, number, of=3):
    """The sheet with the line that a fax machine prints over every page it sends."""
    return sheet.say(30, 16, f"06/03/2025 09:14  FAX 6195550102  ICE ERO    Page {number} of {of}", 8)


def other_person():
    """A detainer for somebody else."""
    sheet = forms.detainer(name="BRANNOCK, Tobias", issued="06/04/2025")
    sheet.parts = [each.replace("A 208 771 904", "A 091 220 386") for each in sheet.parts]
    return sheet


def notice(number, *, code="DHS Form I-247A (3/17)", title="NOTICE TO THE DETAINEE"):
    """A later page of a detainer, which is the same for everybody."""
    sheet = Sheet().say(200, 50, title, 13, "B")
    sheet.say(
        40,
        90,
        "The Department of Homeland Security (DHS) has placed an immigration detainer on you. A detainer is a notice",
    )
    sheet.say(
        40,
        104,
        "to a law enforcement agency that DHS intends to assume custody of you after you otherwise would be released.",
    )
    return sheet.say(40, 772, code, 8).say(530, 772, f"Page {number} of 3", 8)


def test_two_peoples_detainers_stay_two_papers_however_the_fax_machine_counts():
    found = reading(faxed(forms.detainer(), 1), faxed(other_person(), 2), faxed(forms.arrest_of_alien(), 3))
    assert parts(found) == [("I-247A", (1,)), ("I-247A", (2,)), ("I-200", (3,))]
    assert [each.subject_name for each in found.papers][:2] == ["WREXLEY, Odalys Pilar", "BRANNOCK, Tobias"]
    assert "name the same person" in asked(found)


def test_two_warrants_of_one_form_stay_two_papers_though_the_form_prints_no_page_number():
    found = reading(faxed(forms.arrest_of_alien(), 1), faxed(forms.arrest_of_alien(name="BRANNOCK, Tobias"), 2))
    assert [each.subject_name for each in found.papers] == ["WREXLEY, Odalys Pilar", "BRANNOCK, Tobias"]


@needs_tesseract
def test_a_letter_behind_a_faxed_detainer_is_a_paper_of_its_own_also_when_scanned():
    found = read_bytes(scan(book(faxed(forms.detainer(), 1), faxed(forms.list_letter(), 2))))
    assert [(each.kind, each.pages) for each in found.papers] == [("detainer", (1,)), ("list_request", (2,))]


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        ((forms.detainer(), forms.removal(), notice(2)), [("I-247A", (1, 3)), ("I-205", (2,))]),
        ((forms.removal(), notice(3), notice(2), forms.detainer()), [("I-205", (1,)), ("I-247A", (2, 3, 4))]),
        ((notice(2), forms.detainer(), forms.arrest_of_alien()), [("I-247A", (1, 2)), ("I-200", (3,))]),
        ((forms.detainer(), notice(2), other_person(), notice(2)), [("I-247A", (1, 2)), ("I-247A", (3, 4))]),
    ],
)
def test_a_later_page_goes_to_its_form_wherever_it_lies(sheets, expected):
    found = reading(*sheets)
    assert parts(found) == expected
    assert (found.kind, values(found)["a_number"], found.signer) == ("detainer", "A 208 771 904", "immigration_officer")


def test_a_later_page_without_its_first_names_nobody():
    found = reading(notice(2), forms.arrest_of_alien())
    assert parts(found)[1] == ("I-200", (2,))
    assert found.papers[0].subject_name is None


def attachment():
    """A page that goes with the paper before it."""
    return (
        Sheet()
        .say(230, 70, "ATTACHMENT A", 14, "B")
        .say(60, 110, "Case No. 3:25-mj-70933: booking and housing records")
    )


def test_an_attachment_goes_with_the_subpoena_before_it():
    found = reading(forms.subpoena_of_ice(), attachment(), forms.arrest_of_alien())
    assert parts(found) == [("I-138", (1, 2)), ("I-200", (3,))]


def test_an_attachment_never_lends_its_case_number_to_a_courts_paper():
    found = reading(forms.arrest_warrant(case=""), attachment())
    assert found.papers[0].pages == (1,)
    assert (found.judicial, values(found)["case_number"]) == (None, None)


def test_a_warrant_without_a_forms_number_starts_a_paper_behind_a_letter():
    found = reading(forms.list_letter(), forms.bench_warrant())
    assert [(each.kind, each.pages) for each in found.papers] == [("list_request", (1,)), ("judicial_warrant", (2,))]


@needs_tesseract
def test_a_scrawl_at_the_head_of_a_letters_second_page_is_no_title():
    first = Sheet().say(64, 60, "July 28, 2025").say(64, 90, "Dear Sheriff:", 10)
    first.say(
        64, 110, "Please provide a list of all inmates in your jails who are not citizens of the United States,", 10
    )
    second = Sheet().say(64, 60, "Page 2", 10).say(64, 90, "with the release date of each by the end of the month.", 10)
    second.say(64, 120, "Sincerely,", 10).ink(64, 160).say(64, 172, "Orson L. Breckinridge", 10)
    found = read_bytes(
        scan(book(first, second.say(64, 186, "Deputy Assistant Attorney General", 10), forms.detainer()))
    )
    assert [each.pages for each in found.papers] == [(1, 2), (3,)]


def test_a_fax_sheet_with_no_paper_behind_it_is_asked_about():
    sheet = Sheet().say(60, 60, "FAX", 20, "B").say(60, 100, "TO: Jail records    FAX: (555) 555-0100    PAGES: 1")
    found = reading(sheet.say(60, 140, "FROM: ICE field office").say(60, 180, "Take our hold off this inmate today."))
    assert (found.kind, bool(found.questions)) == (None, True)


def marshals_letter():
    """A Marshals detainer as a letter, its title with the subject on one line, its number where its words end."""
    sheet = Sheet().say(180, 40, "U.S. Department of Justice", 11).say(180, 56, "United States Marshals Service", 11)
    sheet.say(40, 130, "DETAINER - Subject: WREXLEY, ODALYS PILAR; DOB 03/11/1988; USMS # 40017-222", 10)
    sheet.say(40, 170, "Please accept this Detainer against the above-named subject who is currently in your custody.")
    return sheet.say(40, 300, "Marco Devereux, Deputy United States Marshal").say(40, 330, "Form USM-16", 8)


def test_a_marshals_detainer_as_a_letter_before_a_judges_warrant_is_known_as_what_it_is():
    found = reading(marshals_letter(), forms.arrest_warrant())
    assert parts(found)[0] == ("USM-16", (1,))
    assert (found.papers[0].kind, found.papers[0].judicial) == (None, False)
    assert parts(found)[1][0] == "AO 442"
