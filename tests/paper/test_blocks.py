"""Who signed is read from any edition's block: captions beside, over or under, boxes of offices, officers' short titles."""

import pytest

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
