"""Warrants of state courts in their many forms: a caption box, a capias, sentences; what is not there stays a question."""

import pytest

from habeas.paper.fields.extract import Gathered
from habeas.paper.fields.likely import called_name
from habeas.paper.fields.numbers import _states_number
from habeas.paper.fields.statutes import statutes_in
from habeas.paper.fields.value_patterns import NO_FEDERAL, find_case_number
from habeas.paper.judicial.titles import signer_of
from habeas.paper.reading import FieldReading
from tests.paper import forms
from tests.paper.helpers import asked, reading, values
from tests.paper.makers import Sheet

PAROLE, GOVERNOR = ("Parole warrant", "parole_authority"), ("Governor's warrant", "governor")
WHO = "Odalys Pilar Wrexley"


def _signed(sheet, *lines, ink=True):
    if ink:
        sheet.ink(330, 500)
    sheet.rule(310, 504, 560)
    for count, line in enumerate(lines):
        sheet.say(312, 518 + 11 * count, line, 9)
    return sheet


def california(*signing, charge="Penal Code section 496d(a), receiving a stolen vehicle,", ink=True):
    """A bench warrant whose caption stands in a box: the name beside DEFENDANT, the section of the warrant in its title."""
    sheet = Sheet().say(100, 40, "SUPERIOR COURT OF CALIFORNIA, COUNTY OF QUILLON", 12, "B")
    sheet.say(50, 90, "PEOPLE OF THE STATE OF CALIFORNIA, Plaintiff").say(340, 90, "CASE NUMBER: QR-26-004417")
    sheet.say(50, 104, "v.").say(50, 118, f"DEFENDANT: {WHO}").say(340, 118, "DOB: 02/11/1989").say(460, 118, "SEX: F")
    sheet.say(160, 170, "BENCH WARRANT (Penal Code 978.5)", 13, "B")
    sheet.say(
        50,
        210,
        "TO ANY PEACE OFFICER: Proof having been made before me that the above-named defendant failed to appear",
    )
    sheet.say(50, 222, f"as ordered on a charge of {charge}")
    sheet.say(
        50,
        240,
        "YOU ARE COMMANDED to arrest the above-named defendant forthwith and bring the defendant before this court.",
    )
    sheet.say(50, 300, "Issued on: August 19, 2026")
    return _signed(sheet, *(signing or ("Hon. Octavia Pelham, Judge of the Superior", "Court")), ink=ink)


def texas(
    title="CAPIAS",
    *,
    signing=("Hon. Octavia Pelham, Judge, 511th District Court of", "Quillon County, Texas"),
    ink=True,
):
    """A capias with signs of a section as its caption's line."""
    sheet = Sheet().say(60, 40, "CAUSE NO. F-2655871-K").say(330, 40, "IN THE 511TH DISTRICT COURT")
    sheet.say(60, 58, "THE STATE OF TEXAS").say(60, 76, "VS.").say(330, 76, "QUILLON COUNTY, TEXAS").say(
        60, 94, WHO.upper()
    )
    sheet.say(220, 140, title, 14, "B")
    sheet.say(50, 180, "THE STATE OF TEXAS TO ANY SHERIFF OR OTHER PEACE OFFICER OF THE STATE OF TEXAS - GREETINGS:")
    sheet.say(50, 200, f"You are hereby commanded to arrest {WHO}, if to be found in your county, and bring the said")
    sheet.say(
        50,
        212,
        "person before this court instanter, to answer the State of Texas for the offense of burglary of a habitation,",
    )
    sheet.say(50, 224, "Texas Penal Code 30.02, a felony of the second degree.")
    sheet.say(50, 260, "Witness my official signature this the 8th day of October, A.D. 2026.")
    return _signed(sheet, *signing, ink=ink)


def washington(*signing):
    """A bench warrant whose sections and titles run over two lines."""
    sheet = Sheet().say(180, 40, "SUPERIOR COURT OF WASHINGTON", 12, "B").say(190, 56, "FOR QUILLON COUNTY", 12, "B")
    sheet.say(60, 100, "STATE OF WASHINGTON, Plaintiff,").say(340, 100, "NO. 26-1-00731-20")
    sheet.say(60, 118, "vs.").say(340, 118, "BENCH WARRANT", 13, "B").say(60, 136, f"{WHO.upper()}, Defendant.")
    sheet.say(
        50,
        190,
        "An order having been entered that a warrant issue for the arrest of the defendant, who is charged with",
    )
    sheet.say(50, 202, "assault in the second degree, RCW")
    sheet.say(
        50,
        214,
        "9A.36.021(1)(c), and who failed to appear as ordered; YOU ARE COMMANDED to arrest the defendant and to keep the",
    )
    sheet.say(50, 226, "defendant in custody until released by order of this court. DATED: September 15, 2026")
    return _signed(sheet, *(signing or ("Hon. Octavia Pelham, Superior", "Court Judge")))


def test_a_caption_box_is_read_and_its_warrant_is_a_courts():
    found = reading(california())
    read = values(found)
    assert (found.kind, found.judicial, found.signer, found.questions) == ("judicial_warrant", True, "state_judge", ())
    assert (read["subject_name"], read["case_number"], read["date_of_birth"]) == (WHO, "QR-26-004417", "1989-02-11")
    assert (read["offense_statutes"], read["issued_on"]) == (["PC 496d(a)"], "2026-08-19")
    assert (read["signer_name"], read["signer_title"]) == ("Octavia Pelham", "Judge of the Superior Court")


@pytest.mark.parametrize("title", ["CAPIAS", "CAPIAS / WARRANT OF ARREST", "ALIAS CAPIAS", "WARRANT OF ARREST"])
def test_a_capias_is_a_warrant_under_every_title(title):
    found = reading(texas(title))
    read = values(found)
    assert (found.kind, found.judicial, found.questions) == ("judicial_warrant", True, ())
    assert (read["subject_name"], read["case_number"], read["issued_on"]) == (WHO, "F-2655871-K", "2026-10-08")
    assert read["offense_statutes"] == ["Texas Penal Code 30.02"]


@pytest.mark.parametrize("title", ["CAPIAS / ORDER OF RELEASE", "AFFIDAVIT / WARRANT OF ARREST"])
def test_a_title_beside_one_that_is_no_warrants_is_none(title):
    assert reading(texas(title)).kind is None


def test_a_section_and_a_title_that_run_over_two_lines_are_read_whole():
    found = reading(washington())
    read = values(found)
    assert (found.judicial, read["signer_name"], read["signer_title"]) == (
        True,
        "Octavia Pelham",
        "Superior Court Judge",
    )
    assert (read["offense_statutes"], read["subject_name"]) == (["RCW 9A.36.021(1)(c)"], WHO.upper())
    assert found.questions == ()


def test_a_federal_title_that_runs_over_two_lines_is_read_whole():
    sheet = forms.arrest_warrant(who=("Cornelius B. Yardstick", "Senior United States District"))
    found = reading(sheet)
    assert found.judicial is not True, "half a title is none"


@pytest.mark.parametrize(
    "lacking",
    [
        california(ink=False),
        california(charge="failing to pay"),
        texas(ink=False),
        texas(signing=("ORLA P. TENNISON, District Clerk, by Deputy",)),
        texas("ORDER OF PICKUP"),
        washington("Hon. Octavia Pelham, Retired Judge of the Superior", "Court"),
        washington("L. Timm, Judicial Assistant to Hon. Octavia Pelham, Superior", "Court Judge"),
        california().say(400, 330, "RECALLED 11/02/26", 12, "B"),
    ],
)
def test_a_state_paper_that_lacks_one_sign_is_a_question_and_no_courts(lacking):
    found = reading(lacking)
    assert found.judicial is not True
    assert found.questions


@pytest.mark.parametrize(
    "title",
    [
        "Retired Circuit Judge, Sitting by Assignment",
        "Retired Judge of the Superior Court, sitting by designation",
        "Judge (Ret.), assigned",
    ],
)
def test_a_retired_judge_who_sits_by_assignment_is_a_judge(title):
    assert signer_of(title, state_court=True) == "state_judge"
    found = reading(washington(f"Octavia Pelham, {title.split(',', 1)[0]},", title.split(",", 1)[1].strip()))
    assert (found.judicial, found.signer) == (True, "state_judge"), asked(found)


@pytest.mark.parametrize(
    "title", ["Retired Circuit Judge", "Judge of the Superior Court (Ret.)", "Circuit Judge, Retired"]
)
def test_a_retired_judge_of_whom_no_assignment_is_said_is_a_question(title):
    assert signer_of(title, state_court=True) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("F-2655871-K IN THE 411TH DISTRICT COURT", "F-2655871-K"),
        ("26-CF-001182", "26-CF-001182"),
        ("CR 26 004417 DEPT 12", "CR 26 004417"),
        ("20260C07718", "20260C07718"),
    ],
)
def test_a_states_case_number_is_read_without_what_follows_and_without_a_doubt(text, number):
    found = find_case_number(text)
    assert (found.value, found.doubt) == (number, "")


@pytest.mark.parametrize("text", ["o6 GE -SER IBAA", "12", "Dept 4"])
def test_what_has_no_shape_of_a_case_number_is_doubted(text):
    found = find_case_number(text)
    assert found is None or found.doubt


@pytest.mark.parametrize(
    "text", ["to the custody of the Sheriff", "the above-named defendant forthwith", "and keep", "DOB 02/11/1989", ""]
)
def test_running_text_that_begins_with_no_name_gives_none(text):
    assert called_name(text) is None


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("aggravated battery, section 784.045, Florida Statutes", ["Florida Statutes 784.045"]),
        ("stealing, section 570.030, RSMo, a class D felony", ["RSMo 570.030"]),
        ("assault, RCW 9A.36.021(1)(c)", ["RCW 9A.36.021(1)(c)"]),
        ("retail theft, 720 ILCS 5/16-25", ["720 ILCS 5/16-25"]),
        ("burglary, N.J.S.A. 2C:18-2", ["N.J.S.A. 2C:18-2"]),
        ("burglary, PC 459, and 18 U.S.C. 1344", ["PC 459", "18 USC 1344"]),
        ("failing to pay 250.00 to the clerk", []),
        ("being absent on 10-12", []),
    ],
)
def test_sections_are_read_as_the_states_cite_them(text, sections):
    assert statutes_in(text) == sections


@pytest.mark.parametrize(
    "tail",
    [
        "before this court. Security is set at $7,500",
        "BEFORE THIS COURT TO ANSWER",
        "FORTHWITH",
        "ON A CHARGE OF THEFT",
        "HAVING FAILED TO APPEAR",
        "and keep her in custody until she is",
        "Security is set at",
        "DETAINED IN YOUR CUSTODY",
    ],
)
def test_a_name_stops_at_the_first_word_that_is_none(tail):
    assert called_name(f"{WHO.upper()} {tail}").value == WHO.upper()


def test_a_name_that_goes_on_in_the_next_line_is_read_whole():
    sheet = Sheet().say(100, 40, "SUPERIOR COURT OF CALIFORNIA, COUNTY OF QUILLON", 12, "B")
    sheet.say(340, 90, "CASE NO.: QR-26-004417").say(240, 150, "BENCH WARRANT", 15, "B")
    sheet.say(50, 200, "You are hereby commanded to arrest ODALYS PILAR").say(
        50, 212, "WREXLEY, charged with burglary, PC 459."
    )
    found = reading(
        _signed(sheet.say(50, 300, "Dated: August 19, 2026"), "Octavia Pelham", "Judge of the Superior Court")
    )
    assert found.fields["subject_name"].value == "ODALYS PILAR WREXLEY"


def test_a_name_in_a_writ_stops_before_where_the_person_is():
    sheet = forms.writ()
    sheet.parts = [each.replace("Leopold Asterley", "Leopold Asterley, detained in your") for each in sheet.parts]
    assert reading(sheet).fields["subject_name"].value == "Leopold Asterley"


@pytest.mark.parametrize(
    "county",
    ["COUNTY OF MENDOCINO", "COUNTY OF SAN LUIS OBISPO", "CITY AND COUNTY OF SAN FRANCISCO", "PRINCE GEORGE'S COUNTY"],
)
def test_the_line_of_a_heading_that_names_the_county_is_no_mark(county):
    sheet = forms.bench_warrant()
    sheet.parts = [each.replace(", COUNTY OF QUILLON", "") for each in sheet.parts]
    found = reading(sheet.say(200, 76, county, 13, "B"))
    assert found.warnings == ()
    assert "withdrawn_words" not in found.fields


@pytest.mark.parametrize("stamp", ["SOUTHERN DIST. OF CALIFORNIA", "BENCH WARRANT - FELONY"])
def test_a_districts_short_name_and_a_class_of_offense_are_no_marks(stamp):
    found = reading(forms.arrest_warrant().say(420, 100, stamp, 8, "T"))
    assert (found.judicial, found.warnings) == (True, ())


def test_a_states_case_number_is_not_asked_about_as_a_federal_one():
    gathered = Gathered({"case_number": FieldReading("QR-26-004417")}, [("case_number", NO_FEDERAL)])
    _states_number(gathered)
    assert gathered.doubts == []


def test_a_clerks_stamp_over_a_judges_title_is_no_name():
    sheet = forms.bench_warrant()
    sheet.parts = [each.replace("Octavia Pelham", "A TRUE COPY ATTEST") for each in sheet.parts]
    assert "signer_name" not in {name for name, each in reading(sheet).fields.items() if each.value}


def _warrant_of(heads, title, *signing):
    sheet = Sheet()
    for count, line in enumerate(heads):
        sheet.say(180, 40 + 16 * count, line, 11)
    sheet.say(200, 110, title, 14, "B").say(50, 150, "TO ANY SHERIFF OR PEACE OFFICER:")
    sheet.say(
        50,
        172,
        f"WHEREAS {WHO}, who was convicted in the 384th District Court of burglary, Texas Penal Code 30.02, has",
    )
    sheet.say(50, 184, "violated a condition; YOU ARE HEREBY COMMANDED to arrest the said person and hold that person.")
    return _signed(sheet.say(50, 240, "Dated: August 19, 2026"), *signing)


@pytest.mark.parametrize(
    ("heads", "title", "office", "named"),
    [
        (("STATE PAROLE BOARD",), "PAROLE VIOLATION WARRANT", "Parole Board Member", PAROLE),
        (("U.S. DEPARTMENT OF JUSTICE", "UNITED STATES PAROLE COMMISSION"), "W A R R A N T", "U.S. Parole Commissioner", PAROLE),
        (("STATE OF IDLEWILD", "BOARD OF PAROLE"), "WARRANT OF ARREST", "Hearing Officer", PAROLE),
        (("STATE OF IDLEWILD", "EXECUTIVE DEPARTMENT"), "GOVERNOR'S WARRANT", "Governor of Idlewild", GOVERNOR),
        (("OFFICE OF THE GOVERNOR",), "WARRANT OF RENDITION", "Governor", GOVERNOR),
    ],
)  # fmt: skip
def test_a_parole_boards_or_a_governors_warrant_is_named_and_is_no_courts(heads, title, office, named):
    found, (form, signer) = reading(_warrant_of(heads, title, "Ada Quill", office)), named
    assert (found.kind, found.form, found.signer, found.judicial) == (None, form, signer, False)
    assert values(found)["subject_name"] == WHO
    assert form in asked(found)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (f"WHEREAS, {WHO} stands charged in the State of Idlewild with burglary", WHO),
        (f"WHEREAS it appears that {WHO} is a fugitive from justice", WHO),
        (f"WHEREAS {WHO} was released on parole and", WHO),
        ("WHEREAS Corvin Ashlake, Governor of Idlewild, has charged and demanded", None),
        ("WHEREAS Corvin Ashlake has demanded of me that", None),
    ],
)
def test_the_recitals_name_the_person_and_no_governor(said, name):
    sheet = Sheet().say(180, 40, "OFFICE OF THE GOVERNOR", 11).say(200, 110, "WARRANT OF RENDITION", 14, "B")
    sheet.say(50, 172, said).say(50, 184, "You are hereby commanded to arrest the said person.")
    assert values(reading(sheet)).get("subject_name") == name


def test_a_warrant_under_a_courts_heading_is_no_parole_boards():
    found = reading(
        _warrant_of(("SUPERIOR COURT OF IDLEWILD", "QUILLON COUNTY"), "WARRANT OF ARREST", "Ada Quill", "Judge")
    )
    assert (found.kind, found.form, found.signer) == ("judicial_warrant", None, "state_judge")


def test_a_governors_paper_that_a_judge_signed_is_still_no_courts():
    found = reading(
        _warrant_of(("OFFICE OF THE GOVERNOR",), "WARRANT OF ARREST", "Ada Quill", "United States District Judge")
    )
    assert found.judicial is False


def test_the_charge_in_a_sentence_is_an_offense_where_no_entry_holds_it():
    said = "You are hereby commanded to apprehend the defendant, who stands accused of burglary under Texas Penal Code 30.02."
    sheet = texas()
    sheet.parts = [
        each for each in sheet.parts if "Penal Code" not in each and "offense" not in each and "answer" not in each
    ]
    assert values(reading(sheet.say(50, 212, said)))["offense_statutes"] == ["Texas Penal Code 30.02"]
