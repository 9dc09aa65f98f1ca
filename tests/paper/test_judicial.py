"""An administrative paper is never called judicial: five positives and nothing against, or it is not established."""

import itertools

import pytest

from habeas.paper.judicial.judicial import Signs, judicial_of
from tests.paper import forms
from tests.paper.helpers import asked, everything, needs_tesseract, reading, values
from tests.paper.makers import Sheet, book, scan

MISSING = {
    "court": {"court": ""},
    "district": {"court": "Northern District of Quillonia"},
    "case": {"case": ""},
    "docket": {"case": "ICE-SND-2025-0098"},
    "command": {"command": "Please look for the person named below"},
    "offence": {"offense": ""},
    "statute": {"offense": "being in the United States"},
    "signature": {"signed": False},
    "judge": {"who": ("T. Quennell", "Deportation Officer")},
    "office": {"who": ("Isolde V. Tarrant", "")},
    "immigration judge": {"who": ("Isolde V. Tarrant", "Immigration Judge")},
    "clerk": {"who": ("Isolde V. Tarrant", "Deputy Clerk")},
    "civil statute": {"offense": "8 U.S.C. \xa7 1231(a) - Detention and removal"},
}


@pytest.mark.parametrize("lacking", [*MISSING.items()], ids=[*MISSING])
def test_a_warrant_that_lacks_one_sign_is_not_established_and_asks(lacking):
    found = reading(forms.arrest_warrant(**lacking[1]))
    assert found.judicial is not True
    assert found.questions


@pytest.mark.parametrize("pair", [*itertools.combinations(sorted(MISSING), 2)][::5], ids="-".join)
def test_a_warrant_that_lacks_two_signs_is_not_established(pair):
    assert reading(forms.arrest_warrant(**(MISSING[pair[0]] | MISSING[pair[1]]))).judicial is not True


@pytest.mark.parametrize("noise", ["", "o6 GE -SER IBAA", "CR-12"])
def test_a_state_warrant_whose_case_number_is_none_is_not_established_and_asks(noise):
    assert reading(forms.bench_warrant()).judicial is True
    found = reading(forms.bench_warrant(case=noise))
    assert found.judicial is None
    assert found.questions


def test_an_unsigned_warrant_asks_whether_it_is_signed():
    found = reading(forms.arrest_warrant(signed=False))
    assert (found.signer, found.judicial) == (None, None)
    assert "Is it signed?" in asked(found)


def test_a_typed_signature_counts_and_is_said():
    found = reading(forms.arrest_warrant(signed=False, typed="/s/ Isolde V. Tarrant"))
    assert found.judicial is True
    assert "signed by typing" in " ".join(found.warnings)


def test_a_name_typed_where_the_signature_belongs_proves_nothing():
    assert reading(forms.arrest_warrant(signed=False, typed="Isolde V. Tarrant")).judicial is None


@pytest.mark.parametrize("word", ["RECALLED", "QUASHED", "VOID"])
def test_a_stamp_that_undoes_a_warrant_is_seen(word):
    found = reading(forms.arrest_warrant().slant(200, 430, word))
    assert found.judicial is None
    assert word in asked(found)


def test_a_proposed_writ_is_not_made_yet():
    found = reading(forms.writ(proposed=True))
    assert found.judicial is None
    assert "proposed" in asked(found)


@pytest.mark.parametrize(
    "trap",
    [
        lambda sheet: sheet.say(
            150, 20, "UNITED STATES DISTRICT COURT, Northern District of California, Case No. 3:25-mj-70418", 9, "B"
        ),
        lambda sheet: sheet.say(
            60, 600, "8 U.S.C. \xa7 1326. United States Magistrate Judge. You are commanded to arrest."
        ),
        lambda sheet: sheet.say(200, 30, "ARREST WARRANT", 14, "B").rule(40, 34, 570),
        lambda sheet: sheet.say(36, 20, "AO 442 (Rev. 11/11) Arrest Warrant", 7.5),
    ],
)
def test_a_courts_words_on_an_immigration_warrant_change_nothing(trap):
    assert reading(trap(forms.arrest_of_alien())).judicial is not True
    assert (
        reading(trap(forms.arrest_of_alien(who=("Isolde V. Tarrant", "United States Magistrate Judge")))).judicial
        is not True
    )


def test_an_immigration_judge_on_an_immigration_warrant_is_asked_about():
    found = reading(forms.arrest_of_alien(who=("Hon. Adela Voss", "Immigration Judge")))
    assert (found.signer, found.judicial, values(found)["signer_name"]) == ("immigration_judge", False, "Adela Voss")
    assert "not a judge of a court" in asked(found)


def test_an_immigration_authoritys_words_on_a_courts_paper_are_a_question_and_a_warning():
    sheet = forms.arrest_warrant().say(
        36, 560, "Any immigration officer authorized pursuant to sections 236 and 287 of the Act"
    )
    found = reading(sheet)
    assert found.judicial is None
    assert "are inconsistent" in " ".join(found.warnings)


def test_an_immigration_courts_order_is_no_courts_paper():
    sheet = (
        Sheet()
        .say(150, 50, "EXECUTIVE OFFICE FOR IMMIGRATION REVIEW", 11, "B")
        .say(200, 64, "IMMIGRATION COURT")
        .say(170, 180, "ORDER OF THE IMMIGRATION JUDGE", 13, "B")
    )
    sheet.say(60, 146, "Petrova, Olga").ink(330, 300).rule(310, 304, 560).say(312, 318, "Kwame Oduya").say(
        312, 332, "Immigration Judge"
    )
    found = reading(sheet)
    assert (found.kind, found.judicial, found.signer) == (None, False, "immigration_judge")
    assert found.fields["signer_name"].value == "Kwame Oduya"


def test_a_flyer_about_warrants_is_no_warrant():
    sheet = (
        Sheet()
        .say(200, 60, "KNOW YOUR RIGHTS", 18, "B")
        .say(
            60,
            100,
            "A judicial warrant is signed by a United States Magistrate Judge of a UNITED STATES DISTRICT COURT.",
        )
    )
    found = reading(
        sheet.say(
            60,
            120,
            "It says ARREST WARRANT and You are commanded to arrest. 8 U.S.C. \xa7 1326. Case No. 3:25-cr-00417",
        )
    )
    assert (found.kind, found.judicial) == (None, None)


def test_nobody_can_make_a_form_of_the_department_judicial_by_its_signs():
    from habeas.paper.forms.forms import FORMS

    complete = Signs(("everything",), (), (), ())
    for form in FORMS:
        court = form.issuer in {"court", "state_court"}
        no_court = form.issuer in {"dhs", "eoir", "parole", "governor"} or (form.code or "").startswith("USM")
        assert judicial_of(form, complete) is (True if court else False if no_court else None)
    assert judicial_of(None, complete) is None


def test_the_second_page_of_an_arrest_warrant_is_read_into_nothing():
    found = reading(forms.arrest_warrant(), forms.identifiers())
    said = everything(found)
    assert (found.judicial, found.private_pages, found.lead.pages) == (True, (2,), (1, 2))
    for word in ("Zanzibarro", "Kumquat", "900-12-3456", "55512QQ"):
        assert word not in said


def test_a_social_security_number_is_read_nowhere():
    found = reading(forms.detainer(name="WREXLEY, Odalys 900-12-3456"))
    assert "900-12-3456" not in everything(found)
    assert "Social Security number" in " ".join(found.warnings)


def test_words_nobody_can_see_are_left_out_and_said():
    sheet = forms.arrest_warrant(who=("Isolde V. Tarrant", "")).say(430, 500, "United States Magistrate Judge", gray=1)
    found = reading(sheet)
    assert found.judicial is None
    assert "cannot be seen" in " ".join(found.warnings)


@needs_tesseract
@pytest.mark.slow
def test_a_scanned_warrant_with_a_stamp_is_not_established():
    from habeas.paper.assemble import read_bytes

    plain = read_bytes(scan(book(forms.arrest_warrant()), dpi=300))
    stamped = read_bytes(scan(book(forms.arrest_warrant().slant(150, 590, "RECALLED", 26)), dpi=300))
    unsigned = read_bytes(scan(book(forms.arrest_warrant(signed=False)), dpi=300))
    assert (plain.judicial, stamped.judicial, unsigned.judicial) == (True, None, None)
