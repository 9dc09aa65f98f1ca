"""What a column of holds says where it names none: nothing, none, or that something is there and not what. Never a hold."""

import pytest

from habeas.roster.entries import Entry, hold_entry, name_entry
from tests.roster.helpers import read_with, roster, said

NONE = (
    "NO", "N", "0", "00", "NIL", "NONE", "None", "NONE ON FILE", "NO HOLD", "No Holds", "NO DETAINER",
    "NO DETAINERS LODGED", "NO HOLDS ON FILE", "NO ACTIVE HOLDS", "NO WARRANTS OR HOLDS", "NO HOLDS/WARRANTS",
    "HOLDS: NONE", "HOLD - N", "ZERO HOLDS", "NEGATIVE", "NO RECORD FOUND", "NONE.",
    "NO OUTSTANDING WARRANTS", "NO CURRENT HOLDS AT THIS TIME", "NOT HELD FOR OTHERS", "FALSE",
    "NONE/NO",
)  # fmt: skip
NOTHING = (
    "-", "--", ".", "***", "N/A", "NA", "n.a.", "NOT APPLICABLE", "UNK", "REFUSED", "NULL", "( )", "TBD",
    "NOT CHECKED", "n/k",
)  # fmt: skip
UNTOLD = (
    "Y", "YES", "1", "X", "XX", "TRUE", "CLEAR", "CLEARED", "RELEASED", "LIFTED", "ACTIVE", "SEE FILE",
    "NO ICE HOLD", "ICE: NO", "USMS - N", "NO IMMIGRATION DETAINER",
    "No ICE", "No hold for ICE", "Not ICE", "ICE NO", "Immigration none", "ICE DECLINED", "ICE - LIFTED", "ICE (cancelled)",
    "ICE CANCELLED 10/02", "ICE RELEASED", "USMS expired 09/30/2026", "Lifted: Yuma Co SO", "No one", "Not any", "No other agency",
    "nothing known", "Free", "Negative for ICE", "ICE no interest", "USMS NOT WANTED", "ICE - no detainer", "Non-ICE", "NONE - ICE",
    "ICE - detainer not lodged", "NO ICE - BOND POSTED", "ICE N/A", "ICE N", "None of record",
    "NO USMS OR FBI", "DETAINER REJECTED BY SHERIFF",
)  # fmt: skip
NAMED = (
    "ICE", "I.C.E.", "NO BAIL HOLD", "NO BOND HOLD - ICE", "HOLD NO BOND", "USMS", "HOLD", "NORTH DAKOTA DOC",
    "NOGALES PD", "NONSUPPORT WARRANT", "YUMA CO SO", "X-RAY HOLD", "FBI", "TX DOC", "NO RELEASE - ICE HOLD",
    "ZEROTH COURT", "ICE-NO BOND", "PAROLE 0123", "10", "WARRANT #0",
    "NO. 12 DISTRICT COURT", "ICE - DO NOT RELEASE", "ICE HOLD, BOND DENIED", "TO BE RELEASED TO ICE", "ICE - NOT LIFTED",
    "REENTRY OF REMOVED ALIEN", "N LAS VEGAS PD", "WARRANT NO 123", "ICE A NO. 123456789", "NO LAS VEGAS PD",
    "ENTRY WITHOUT INSPECTION", "NO CASH BAIL HOLD",
    "NOT TO BE RELEASED - ICE",
    "PAROLE 10",
)  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "kind"), [(NONE, Entry.NONE), (NOTHING, Entry.UNKNOWN), (UNTOLD, Entry.UNTOLD), (NAMED, Entry.NAMED)]
)
def test_each_word_says_what_it_says(texts, kind):
    assert {each: hold_entry(each) for each in texts} == dict.fromkeys(texts, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("NO", Entry.NAMED),
        ("NONE", Entry.NONE),
        ("NO KNOWN ALIASES", Entry.NONE),
        ("-", Entry.UNKNOWN),
        ("NONE, ANN", Entry.NAMED),
        ("X", Entry.NAMED),
    ],
)
def test_a_name_may_be_no(text, kind):
    assert name_entry(text) is kind


@pytest.mark.parametrize(
    ("cell", "wanted"), [("N/A", None), ("NO HOLDS/WARRANTS", ()), ("ICE / USMS", ("ICE", "USMS")), ("n/a", None)]
)
def test_a_word_with_the_mark_of_the_list_in_it_is_not_cut(tmp_path, cell, wanted):
    words = 'person_id_from = "booking_id"\n[file]\nshape = "table"\n[columns]\nbooking_id = "No"\nfamily_name = "N"\nholds = "H"\n'
    made = read_with(tmp_path, words + '[forms]\nholds = "list /"\n', f"No,N,H\nB1,ROE,{cell}\nB2,DOE,ICE\n")
    assert made.people[0].bookings[0].holds == wanted


def test_no_word_for_none_is_a_hold_and_a_mark_is_unknown_and_said(tmp_path):
    cells = ("ICE", "NO HOLDS ON FILE", "-", "Y", "NO;USMS", "Y;ICE")
    rows = [f"P{at},B{at},DOE,A{at},1990-01-02,{cell}" for at, cell in enumerate(cells)]
    made = roster(
        tmp_path, "person_id,booking_id,family_name,given_name,date_of_birth,holds\n" + "\n".join(rows) + "\n"
    )
    assert [p.bookings[0].holds for p in made.people] == [("ICE",), (), None, None, ("USMS",), ("ICE",)]
    assert sum('holds is "Y", which names no hold' in each for each in said(made)) == 2
