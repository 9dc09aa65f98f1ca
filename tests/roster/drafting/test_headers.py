"""What a header means: the last word of a path, the parts of a name in their order, a code that heads bare sections."""

import pytest

from habeas.roster.drafting.headers import code_named, header_of, meant, parts_named, words_of
from habeas.roster.drafting.vocabulary import spelled_out


@pytest.mark.parametrize(
    ("path", "plain"),
    [
        ("charges.CaseNo", "case_number"), ("charges.ChargeDescription", "charge_description"), ("charges.status", "charge_disposition"),
        ("Detainer[].#text", "holds"), ("Holds[].Agency", "holds"), ("bookings.date", "booked_at"), ("bookings.no", "booking_id"),
        ("person.birth.date", "date_of_birth"), ("names[type=legal].last", "family_name"), ("release.projected", "scheduled_release_on"),
        ("charges.lvl", "charge_grade"), ("demographics.gender", "sex"), ("JacketNumber", "person_id"), ("Ctzn", "citizenship_on_record"),
    ],
)  # fmt: skip
def test_a_path_means_what_its_last_words_say(path, plain):
    assert meant(words_of(header_of(path)), spelled_out(header_of(path)))[:1] == [plain]


@pytest.mark.parametrize(
    "path",
    [
        "Detainer[].@status",
        "holds[].date",
        "Holds[].HoldStatus",
        "detainers[].placedBy",
        "hold_count",
        "Hold No",
        "Detainer Date",
    ],
)
def test_what_is_beside_a_hold_is_no_hold(path):
    assert "holds" not in meant(words_of(header_of(path)))


@pytest.mark.parametrize("path", ["birthplace.country", "birth.citizenship", "placeOfBirth.nationality"])
def test_a_place_of_birth_is_never_citizenship(path):
    assert "citizenship_on_record" not in meant(words_of(header_of(path)))


@pytest.mark.parametrize(
    ("header", "form"),
    [
        ("Inmate (First Middle Last)", "{given} {middle} {family}"), ("Last, First Middle", "{family}, {given} {middle}"),
        ("Name (Last First)", "{family} {given}"), ("First/Last", "{given} {family}"), ("Last Name", ""),
        ("First Booked", ""), ("Firstborn Lastly", ""),
    ],
)  # fmt: skip
def test_a_header_names_the_parts_of_a_name_in_their_order(header, form):
    assert parts_named(header) == form


@pytest.mark.parametrize(
    ("header", "code"),
    [("O.C.G.A.", "O.C.G.A."), ("MCA_{n}", "MCA"), ("ARS", "A.R.S."), ("RCW Section", "RCW"), ("charges.ors", "ORS"),
        ("Offense", ""), ("Cars", ""),
        ("Statute", "")],
)  # fmt: skip
def test_a_header_names_the_code_of_bare_sections(header, code):
    assert code_named(header) == code
