"""XML messages, banded reports, profiles and drafts."""

import csv
from pathlib import Path

import pytest

from habeas.common.errors import BadInputError
from habeas.roster.check import check
from habeas.roster.draft import draft_profile
from habeas.roster.federal_interest import reveals_federal_interest
from habeas.roster.profile import load_profile, read_profile, shipped_profiles
from habeas.roster.read import read_roster
from tests.roster.helpers import account, refused, roster, said

DATA = Path(__file__).parents[3] / "shared" / "data"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the shared data are not beside this checkout")

BANDED = """,Booking No,Booking Name,Race,Sex,,Age,Booking Date,Place of Birth,
,0101,NAME,W,M,,40,2015-01-02,Somewhere,
,Charge,Charge Literal,Level,Sentence,,Disposition Date,Disposition Type,,
,35620010,POSS MARIJ   ,S,,,2015-01-15,DISMISSAL,,
,4200,ICE DETAINER,F,,,2015-01-14,RELEASED TO ICE,,
,,,,,,,,,
,0102,NAME,B,F,,30,2015-01-03,Elsewhere,
what is this line
,Charge,Charge Literal,Level,Sentence,,Disposition Date,Disposition Type,,
,54040009,DWI,B,30 days,,2015-02-01,SENTENCE COMPLETE,,
"""

PROFILE = """name = "x"
title = "x"
format = "table"
person_id_from = "booking_id"
[columns]
booking_id = "No"
charge_grade = "Lvl"
[codes.charge_grade]
"F" = "felony"
"X" = ""
"""

XML = """<?xml version="1.0"?>
<c:CustodyQueryResults xmlns:c="urn:c" xmlns:nc="urn:nc" xmlns:s="urn:s" xmlns:j="urn:j">
 <c:Custody>
  <j:Booking s:id="B1"><nc:ActivityDate><nc:DateTime>2025-01-02T03:04:05</nc:DateTime></nc:ActivityDate>
   <j:BookingAgencyRecordIdentification><nc:IdentificationID>77</nc:IdentificationID></j:BookingAgencyRecordIdentification>
   <j:BookingSubject><nc:RoleOfPerson s:ref="P1"/>
    <j:SubjectIdentification><nc:IdentificationID>S9</nc:IdentificationID></j:SubjectIdentification>
   </j:BookingSubject></j:Booking>
  <j:Detention><c:DetentiontImmigrationHoldIndicator>true</c:DetentiontImmigrationHoldIndicator></j:Detention>
  <j:Charge><j:ChargeDescriptionText>ROBBERY</j:ChargeDescriptionText></j:Charge>
  <j:Charge><j:ChargeDescriptionText>THEFT</j:ChargeDescriptionText></j:Charge>
  <nc:Person s:id="P1"><nc:PersonName>
   <nc:PersonGivenName>ANA</nc:PersonGivenName><nc:PersonSurName>LOPEZ</nc:PersonSurName></nc:PersonName>
   <nc:PersonBirthDate><nc:Date>1990-01-01</nc:Date></nc:PersonBirthDate></nc:Person>
 </c:Custody>
</c:CustodyQueryResults>"""


def test_a_banded_report_gives_one_row_a_charge_and_refuses_a_stray_line(tmp_path):
    made = roster(tmp_path, BANDED, "report.csv", "travis_ice_detainers")
    assert account(made) == (2, 2, 3)
    assert refused(made) == [("line 8", "follows a booking without a line that heads its charges")]
    assert made.people[0].bookings[0].holds == ("ICE DETAINER",)
    assert made.people[0].citizenship is None


def test_another_report_is_not_read_as_this_one(tmp_path):
    with pytest.raises(BadInputError, match="no line that heads its bookings"):
        roster(tmp_path, "a,b,c\n1,2,3\n", "report.csv", "travis_ice_detainers")


@needs_data
def test_the_real_travis_report_gives_exactly_the_expected_rows():
    folder = DATA / "travis_ice_detainers"
    made = read_roster(folder / "travis_report_layout.csv", load_profile("travis_ice_detainers"))
    got = sorted(
        (p.bookings[0].booking_id, c.raw["statute"], c.raw["charge_description"], c.raw.get("charge_disposed_on", ""))
        for p in made.people
        for c in p.bookings[0].charges
    )
    with (folder / "travis_charges_tidy_expected.csv").open(encoding="utf-8") as file:
        want = sorted(
            (r["booking_id"], r["charge_code"], r["charge_literal"], r["disposition_date"])
            for r in csv.DictReader(file)
        )
    assert len(made.people) == 500
    assert got == want
    assert not made.refused


@needs_data
@pytest.mark.parametrize(
    ("profile", "file", "people", "charges"),
    [
        ("pierce", "pierce/pierce_charges_by_booking.csv", 9126, 11676),
        ("nyc_doc_custody", "nyc_doc_custody/nyc_daily_custody_dimpho.csv", 7151, 6279),
    ],
)
def test_real_exports_are_read_whole(profile, file, people, charges):
    found = check(read_roster(DATA / file, load_profile(profile)), None)
    assert (found["people"], found["charges"], found["refused"]) == (people, charges, [])


@needs_data
@pytest.mark.parametrize(
    ("profile", "folder"),
    [("niem_ojbc", "niem_ojbc/Custody"), ("niem_jtmp", "niem_jtmp/schemas/BookingAndRelease_iepd/examples")],
)
def test_real_messages_are_read_charge_by_charge(profile, folder):
    paths = sorted((DATA / folder).glob("*.xml"))
    found = [check(read_roster(path, load_profile(profile)), None) for path in paths]
    assert all(each["people"] == 1 and not each["refused"] for each in found)
    assert sum(each["charges"] for each in found) == (48 if profile == "niem_ojbc" else 8)


def test_a_message_follows_its_references_and_keeps_an_immigration_hold_as_a_hold(tmp_path):
    made = roster(tmp_path, XML, "m.xml", "niem_ojbc")
    person = made.people[0]
    assert (person.person_id, person.family_name, person.given_name) == ("S9", "LOPEZ", "ANA")
    assert person.bookings[0].holds == ("immigration hold (indicator)",)
    assert [charge.description for charge in person.bookings[0].charges] == ["ROBBERY", "THEFT"]
    assert person.citizenship is None


def test_another_kind_of_message_is_refused_by_name(tmp_path):
    assert refused(roster(tmp_path, "<WarrantIssuedReport/>", "m.xml", "niem_ojbc")) == [
        ("m.xml", "is a WarrantIssuedReport message, not one about people in custody")
    ]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "declares a document type or entity"),
        ('<!DOCTYPE a SYSTEM "http://example.org/x.dtd"><a/>', "declares a document type or entity"),
        ('<a><!ENTITY x SYSTEM "file:///etc/passwd"></a>', "declares a document type or entity"),
        ("<a>" * 5000 + "</a>" * 5000, "not well-formed XML"),
        ("<a><b></a>", "not well-formed XML: line 1"),
        ("", "not well-formed"),
        ("no xml", "not well-formed"),
    ],
)
def test_xml_that_means_harm_is_refused_in_one_sentence(tmp_path, data, sentence):
    with pytest.raises(BadInputError, match=sentence):
        roster(tmp_path, data, "m.xml", "niem_ojbc")


def test_a_folder_of_messages_is_read_file_by_file(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.xml").write_text(XML, encoding="utf-8")
    (folder / "b.xml").write_text("<broken", encoding="utf-8")
    made = read_roster(folder, load_profile("niem_ojbc"))
    assert len(made.people) == 1
    assert [row for row, _ in refused(made)] == ["b.xml"]


@pytest.mark.parametrize("name", shipped_profiles())
def test_every_shipped_profile_loads(name):
    assert load_profile(name).name == name


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            'name = "x"\ntitle = "x"\nformat = "tabel"\n[columns]\nbooking_id = "b"\n',
            'p.toml, line 3: format is "tabel"',
        ),
        (
            'name = "x"\ntitle = "x"\nformat = "table"\n[columns]\nboking_id = "b"\n',
            "line 5: .* did you mean booking_id",
        ),
        ('name = "x"\ntitle = "x"\nformat = "table"\n[columns]\nstatute = "b"\n', "no booking_id"),
        ('name = "x"\ntitle = "x"\nformat = "table"\ncolour = "b"\n', "line 4: .*colour"),
        (
            'name = "x"\ntitle = "x"\nformat = "table"\n[columns]\nbooking_id = 7\n',
            "line 5: booking_id must be a header in quotes",
        ),
        (
            'name = "x"\ntitle = "x"\nformat = "table"\n[columns]\nbooking_id = "b"\n[codes.charge_grade]\n"F" = "bad"\n',
            'line 7: charge_grade is never "bad"',
        ),
        ('name = "x"\ntitle = "x"\nformat = "xml"\n[columns]\nbooking_id = "b"\n', "needs a .xml. table"),
        ("name = ", "is not TOML"),
    ],
)
def test_a_profile_that_is_wrong_names_the_line_to_mend(text, sentence):
    with pytest.raises(BadInputError, match=sentence):
        read_profile(text, "p.toml")


def test_a_profile_that_is_not_there_offers_the_nearest():
    with pytest.raises(BadInputError, match="did you mean pierce"):
        load_profile("pierse")


def test_a_code_the_profile_does_not_know_is_unknown_and_said(tmp_path):
    (tmp_path / "p.toml").write_text(PROFILE, encoding="utf-8")
    made = roster(tmp_path, "No,Lvl\n1,F\n2,X\n3,Q\n", profile=str(tmp_path / "p.toml"))
    assert [person.bookings[0].charges[0].grade for person in made.people] == ["felony", None, None]
    assert said(made)[0] == 'row 4: charge_grade is "Q", a code the profile does not know: left unknown'


UNKNOWN_EXPORT = (
    "Book #,Last Name,First Name,DOB,Birth Place,Race,Citizenship,Chg Code,Level,Book Dt,Bail Amt,Zz\n"
    + "".join(f"00{n},DOE,JAN,01/25/1980,Mexico,W,USA,211 PC,F,03/28/2025,100,q{n}\n" for n in range(1, 21))
)


def test_a_draft_says_what_each_column_seems_to_be_and_loads_as_a_profile(tmp_path):
    (tmp_path / "export.csv").write_text(UNKNOWN_EXPORT, encoding="utf-8")
    draft = draft_profile(tmp_path / "export.csv")
    (tmp_path / "draft.toml").write_text(draft.toml, encoding="utf-8")
    profile = load_profile(str(tmp_path / "draft.toml"))
    assert profile.columns["booking_id"] == "Book #"
    assert profile.columns["statute"] == "Chg Code"
    assert profile.columns["citizenship_on_record"] == "Citizenship"
    assert profile.forms["date_of_birth"] == "mm/dd/yyyy"
    assert {"Birth Place", "Race"} <= set(profile.ignored)
    assert "#   Zz: 20 different values" in draft.toml
    assert any("ask the records unit" in note for note in draft.notes)
    made = read_roster(tmp_path / "export.csv", profile)
    assert len(made.people) == 20


@pytest.mark.parametrize(
    "header", ["Place of Birth", "POB", "Race", "Ethnicity", "Language", "Birth Country", "National Origin"]
)
def test_a_draft_never_takes_a_birthplace_race_or_language_for_citizenship(tmp_path, header):
    (tmp_path / "export.csv").write_text(f"booking_no,{header}\n1,Mexico\n2,USA\n", encoding="utf-8")
    assert "citizenship_on_record =" not in draft_profile(tmp_path / "export.csv").toml


def test_an_xml_export_cannot_be_drafted_and_says_where_to_start(tmp_path):
    (tmp_path / "m.xml").write_text(XML, encoding="utf-8")
    with pytest.raises(BadInputError, match="start from the profile niem_ojbc"):
        draft_profile(tmp_path / "m.xml")


@pytest.mark.parametrize(
    "text",
    [
        "ICE DETAINER",
        "ICE HOLD",
        "HOLD IMMIGRAT",
        "I-247A",
        "IMM HOLD",
        "USBP HOLD",
        "HOLD FOR INS",
        "DHS/ICE",
        "8 USC 1326",
        "Detainer-ICE",
        "I.C.E.",
    ],
)
def test_a_line_that_shows_a_federal_interest_is_known(text):
    assert reveals_federal_interest(text)


@pytest.mark.parametrize(
    "text",
    [
        "POLICE OFFICER",
        "OBSTRUCT JUSTICE",
        "VICE",
        "OFFICE BURGLARY",
        "FALSE NOTICE",
        "SERVICE DOG",
        "PRICE TAG",
        "ROBBERY",
        "INSURANCE FRAUD",
        "HERO",
        "DHSX",
        "",
        None,
    ],
)
def test_ordinary_words_are_not_taken_for_it(text):
    assert not reveals_federal_interest(text)


def drafted(folder, header, *rows):
    (folder / "x.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    draft_ = draft_profile(folder / "x.csv")
    (folder / "x.toml").write_text(draft_.toml, encoding="utf-8")
    return load_profile(str(folder / "x.toml")).columns


def test_a_draft_takes_no_yes_or_no_for_a_number_and_no_count_for_a_charge(tmp_path):
    header = "Book No,Last Name,Alien (Y/N),FBI Hit,Total Charges,Charge Literal"
    columns = drafted(tmp_path, header, "26-1,DOE,Y,NO,2,THEFT", "26-2,ROE,N,YES,1,ARSON", "26-3,POE,U,NO,4,DUI")
    assert not {"a_number", "fbi_number"} & columns.keys()
    assert columns["charge_description"] == "Charge Literal"


def test_a_draft_still_takes_a_number_for_one(tmp_path):
    columns = drafted(tmp_path, "Book No,SO Num,Alien No,FBI", "26-1,0,213556999,123456AB1", "26-2,1,213556998,")
    assert (columns["person_id"], columns["a_number"], columns["fbi_number"]) == ("SO Num", "Alien No", "FBI")


@pytest.mark.parametrize("header", ["Release Date", "Rel Dt", "Released", "Out", "ActualRel"])
@pytest.mark.parametrize("none", ["N/A", "00/00/0000", "", "-"])
def test_a_draft_reads_a_column_of_releases_that_nobody_has_yet(tmp_path, header, none):
    columns = drafted(tmp_path, f"Book No,Last Name,{header}", f"26-1,DOE,{none}", f"26-2,ROE,{none}")
    assert columns["released_at"] == header


@pytest.mark.parametrize(
    ("message", "why"),
    [
        (XML.replace('s:ref="P1"', 's:ref="P7"'), "leads to no element"),
        (XML.replace("</c:Custody>", '<nc:Person s:id="P1"/></c:Custody>'), "leads to several elements"),
    ],
)
def test_a_reference_that_leads_to_nobody_or_to_two_is_said_and_somebody_must_look(tmp_path, message, why):
    made = roster(tmp_path, message, "a.xml", "niem_ojbc")
    assert made.people[0].family_name is None
    assert any(why in each and "left unknown" in each for each in said(made))
