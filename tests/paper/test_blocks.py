"""Who signed is read from any edition's block: captions beside, over or under, boxes of offices, officers' short titles."""

import pytest

from habeas.common.errors import BadInputError
from habeas.paper.files.kinds import refuse_other_files
from tests.paper.helpers import reading
from tests.paper.makers import Sheet
from tests.paper.test_state_papers import california


@pytest.mark.parametrize(
    ("title", "signer"),
    [
        ("SDDO", "immigration_officer"),
        ("(A)AFOD", "immigration_officer"),
        ("A/SDDO", "immigration_officer"),
        ("Acting Assistant Field Office Director", "immigration_officer"),
        ("Immigration Judge", "immigration_judge"),
    ],
)
def test_an_officers_title_in_any_caption_is_read(title, signer):
    sheet = (
        Sheet().say(40, 40, "U.S. Department of Homeland Security").say(200, 60, "Warrant for Arrest of Alien", 13, "B")
    )
    sheet.say(60, 352, f"R. Vance {title}").say(60, 366, "Name, title of authorized immigration officer", 7)
    sheet.ink(330, 350).rule(312, 355, 560).say(400, 366, "Signature of officer", 7).say(
        40, 765, "Form I-200 (Rev. 09/16)", 7
    )
    found = reading(sheet)
    assert (found.kind, found.signer, found.judicial) == ("administrative_warrant", signer, False)
    assert found.fields["signer_title"].value == title


def _boxed(*ticked):
    sheet = california("Signature").say(60, 500, "Ada Quill").say(60, 511, "Name", 7)
    for count, office in enumerate(("Clerk", "Magistrate", "Judge")):
        sheet.tick(60 + 110 * count, 545, office in ticked, office)
    return reading(sheet)


@pytest.mark.parametrize(
    ("ticked", "signer"),
    [
        (("Clerk",), "clerk_of_court"),
        (("Magistrate",), "state_judge"),
        (("Judge",), "state_judge"),
        ((), None),
        (("Clerk", "Judge"), None),
    ],
)
def test_the_ticked_office_alone_is_who_signed(ticked, signer):
    found = _boxed(*ticked)
    assert found.signer == signer
    assert (found.judicial is True) == (signer == "state_judge")


def test_an_electronic_signature_is_one_and_another_persons_is_no_judges():
    def signed(by):
        sheet = california("Octavia Pelham, Judge of the Superior Court", ink=False)
        return reading(sheet.say(312, 500, f"Electronically signed by {by}"))

    assert (signed("Octavia Pelham").signer, signed("Octavia Pelham").judicial) == ("state_judge", True)
    assert (signed("D. Pratt").signer, signed("D. Pratt").judicial) == (None, None)


def complaint_warrant(name, title):
    """New Jersey's complaint-warrant: two places of signature of which one is empty, and a form that prints others' titles."""
    sheet = (
        Sheet()
        .say(40, 40, "COMPLAINT NUMBER", 7)
        .say(40, 54, "1505 W 2026 004417", 11)
        .say(330, 40, "THE STATE OF NEW JERSEY")
    )
    sheet.say(330, 54, "VS.").say(330, 68, "ODALYS PILAR WREXLEY").say(
        40, 82, "QUILLON MUNICIPAL COURT, QUILLON COUNTY"
    )
    sheet.say(40, 100, "COMPLAINT - WARRANT", 13, "B").say(40, 130, "in violation of: 2C:20-3A")
    sheet.say(40, 170, "PROBABLE CAUSE DETERMINATION AND ISSUANCE OF WARRANT", 9, "B")
    sheet.rule(40, 220, 280).say(60, 229, "Signature of Court Administrator or Deputy Court Administrator", 6.5)
    sheet.rule(330, 220, 480).say(360, 229, "Signature of Judge", 6.5)
    sheet.tick(40, 250, True, "Probable cause IS found for the issuance of this complaint.")
    sheet.ink(200, 290).say(60, 292, f"{name}, {title}", 8).rule(40, 295, 330)
    sheet.say(60, 304, "Signature and Title of Judicial Officer Issuing Warrant", 6.5)
    sheet.say(40, 336, "PURSUANT TO THIS WARRANT YOU ARE HEREBY COMMANDED TO ARREST THE NAMED DEFENDANT.")
    return sheet.say(460, 770, "NJ/CDR2 1/1/2017", 7)


@pytest.mark.parametrize(
    ("title", "signer", "judicial"),
    [
        ("J.M.C.", "state_judge", True),
        ("JSC", "state_judge", True),
        ("Deputy Court Administrator", "clerk_of_court", None),
    ],
)
def test_new_jerseys_complaint_warrant_is_a_courts_where_a_judge_issued_it(title, signer, judicial):
    found = reading(complaint_warrant("Ada Quill", title))
    assert (found.kind, found.form, found.signer, found.judicial) == ("judicial_warrant", "CDR-2", signer, judicial)


@pytest.mark.parametrize(("office", "signer"), [("Deputy", "clerk_of_court"), ("Deputy Clerk", "clerk_of_court")])
def test_a_clerk_by_a_deputy_signs_as_the_clerk(office, signer):
    sheet = (
        california("TOBIAS VOSS, CLERK", ink=False)
        .say(312, 545, "By")
        .ink(335, 543)
        .rule(330, 547, 500)
        .say(350, 558, office)
    )
    assert (reading(sheet).signer, reading(sheet).judicial) == (signer, None)


def test_a_telephones_picture_is_named_and_asked_for_in_another_form():
    with pytest.raises(BadInputError, match=r"HEIC picture.*JPEG or a PDF"):
        refuse_other_files(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic")


def officers_row(caption, *, ink=True, title="Section Chief", over=False):
    """A warrant of DHS whose officer signs on a rule beside the printed name, with or without a caption under it."""
    sheet = (
        Sheet().say(40, 40, "U.S. Department of Homeland Security").say(200, 60, "Warrant for Arrest of Alien", 13, "B")
    )
    sheet.say(60, 140, "To any immigration officer: arrest Odalys Pilar Wrexley").rule(58, 355, 290)
    sheet.say(60, 352, f"R. Vance, {title}").say(60, 366, "Name and title", 7).rule(312, 355, 560)
    sheet.say(400, 366, caption, 7).say(40, 765, "Form I-200 (Rev. 09/16)", 7)
    return reading(sheet.ink(90 if over else 330, 340 if over else 350) if ink else sheet)


@pytest.mark.parametrize(
    ("caption", "ink", "signer"),
    [
        ("Signature", True, "immigration_officer"),
        ("", True, "immigration_officer"),
        ("", False, None),
        ("Date", True, None),
    ],
)
def test_ink_beside_an_officers_printed_name_is_the_signature_unless_the_place_asks_for_something_else(
    caption, ink, signer
):
    found = officers_row(caption, ink=ink)
    assert (found.signer, found.judicial) == (signer, False)


@pytest.mark.parametrize(
    "title", ["Records Supervisor", "Sheriff's Officer", "Release Officer", "County Jail Director"]
)
def test_a_jails_officer_is_none_of_dhs(title):
    assert officers_row("Signature", title=title).signer is None


def test_a_stamp_that_hides_the_caption_of_the_signature_hides_no_signature_over_the_name():
    assert officers_row("", over=True).signer == "immigration_officer"
