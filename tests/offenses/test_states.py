"""Sections of every state that has a pack: read whole, with the grade beside them, and never told to be no crime of a kind."""

from datetime import date

import pytest

from habeas.offenses.classify import classify
from habeas.offenses.describe import describe
from habeas.offenses.finding import ChargeFacts
from habeas.offenses.reading import read_statute

DAY = date(2025, 7, 1)

LINES = [
    ("720 ILCS 5/12-3.2(a)(1)", "720 ILCS 5/12-3.2(a)(1)", None),
    ("720 ILCS 570/402(c) POSS CONTROLLED SUBSTANCE", "720 ILCS 570/402(c)", None),
    ("625 ILCS 5/11-501(a)(2) DUI/ALCOHOL", "625 ILCS 5/11-501(a)(2)", None),
    ("F.S. 784.03(1)(a)1", "F.S. 784.03(1)(a)(1)", None),
    ("784.03(1)(a)1, F.S.", "F.S. 784.03(1)(a)(1)", None),
    ("893.13(6)(a) FS", "F.S. 893.13(6)(a)", None),
    ("316.193 F.S.S. DUI", "F.S. 316.193", None),
    ("§ 784.045(1)(a), Fla. Stat.", "F.S. 784.045(1)(a)", None),
    ("21 O.S. § 644", "21 O.S. 644", None),
    ("21 O.S. §644(B) - ASSAULT AND BATTERY (M)", "21 O.S. 644(b)", "misdemeanor"),
    ("47 O.S. 11-902(A)(2)", "47 O.S. 11-902(a)(2)", None),
    ("63 OS 2-402", "63 O.S. 2-402", None),
    ("RCW 9A.36.041 ASSAULT 4 DV", "RCW 9A.36.041", None),
    ("9A.36.041", "RCW 9A.36.041", None),
    ("46.61.502 RCW", "RCW 46.61.502", None),
    ("RCW 69.50.4013(1) (U Felony)", "RCW 69.50.4013(1)", "felony"),
    ("N.J.S.A. 2C:12-1b(1)", "N.J.S.A. 2C:12-1(b)(1)", None),
    ("2C:35-10A(1)", "N.J.S.A. 2C:35-10(a)(1)", None),
    ("N.J.S. 2C:15-1", "N.J.S.A. 2C:15-1", None),
    ("39:4-50", "N.J.S.A. 39:4-50", None),
    ("N.J.S.A.2C:20-3", "N.J.S.A. 2C:20-3", None),
    ("N.C.G.S. § 14-33(c)(2)", "G.S. 14-33(c)(2)", None),
    ("G.S. 20-138.1", "G.S. 20-138.1", None),
    ("14-27.21 GS (B1 Felony)", "G.S. 14-27.21", "felony"),
    ("PC 22.01(a)(1) (MA)", "Tex. Penal 22.01(a)(1)", "misdemeanor"),
    ("49.04 PC DWI", "Tex. Penal 49.04", None),
    ("TX PC 30.02(c)(2)/F2", "Tex. Penal 30.02(c)(2)", "felony"),
    ("Texas Penal Code § 22.021", "Tex. Penal 22.021", None),
    ("Penal Code 49.04(d) MA", "Tex. Penal 49.04(d)", "misdemeanor"),
    ("481.115(b) HSC FS", "Tex. HS 481.115(b)", "felony"),
    ("HS 481.121(b)(1) (MB)", "Tex. HS 481.121(b)(1)", "misdemeanor"),
    ("Health & Safety Code 481.112(d)", "Tex. HS 481.112(d)", None),
    ("18 U.S.C. § 922(g)(1)", "18 USC 922(g)(1)", None),
    ("8 USC 1326(a)", "8 USC 1326(a)", None),
    ("Title 8 U.S.C. Section 1325(a)(1)", "8 USC 1325(a)(1)", None),
    ("8 U.S.C. § 1326(a) & (b)(2)", "8 USC 1326", None),
    ("21:841(a)(1)", "21 USC 841(a)(1)", None),
    ("O.R.S. 163.160", "ORS 163.160", None),
    ("ORS 813.010(4) DUII (M)", "ORS 813.010(4)", "misdemeanor"),
    ("O.C.G.A. § 16-5-23.1(f)(2)", "O.C.G.A. 16-5-23.1(f)(2)", None),
    ("16-5-23.1 OCGA", "O.C.G.A. 16-5-23.1", None),
    ("C.R.S. 18-3-204(1)(a) (M1)", "C.R.S. 18-3-204(1)(a)", "misdemeanor"),
    ("42-4-1301(1)(a) CRS", "C.R.S. 42-4-1301(1)(a)", None),
    ("A.R.S. § 13-1203(A)(1)", "ARS 13-1203(a)(1)", None),
    ("13-1203A1 ARS", "ARS 13-1203(a)(1)", None),
    ("ARS 28-1381A1 (M)", "ARS 28-1381(a)(1)", "misdemeanor"),
    ("M.G.L. c. 265, § 13A(a)", "M.G.L. c. 265 13A(a)", None),
    ("265/13A", "M.G.L. c. 265 13A", None),
    ("MGL 90/24(1)(a)(1)", "M.G.L. c. 90 24(1)(a)(1)", None),
    ("NYPL 265.03(3)", "NY Penal 265.03(3)", None),
    ("PL 120.05 (2) DF", "NY Penal 120.05(2)", "felony"),
    ("VTL 1192.3", "NY VTL 1192.3", None),
    ("C.G.S. § 53a-61", "C.G.S. 53a-61", None),
    ("53a-59(a)(1)", "C.G.S. 53a-59(a)(1)", None),
    ("18.2-57.2", "Va. Code 18.2-57.2", None),
    ("Va. Code § 18.2-266", "Va. Code 18.2-266", None),
    ("NRS 484C.110", "NRS 484C.110", None),
    ("NRS 200.485(1)(a)", "NRS 200.485(1)(a)", None),
    ("MCL 750.812", "MCL 750.812", None),
    ("18 Pa.C.S. § 2701(a)(1)", "18 Pa.C.S. 2701(a)(1)", None),
    ("75 PACSA 3802", "75 Pa.C.S. 3802", None),
    ("O.R.C. 2903.11(A)(1) (F2)", "O.R.C. 2903.11(a)(1)", "felony"),
    ("2925.11A ORC", "O.R.C. 2925.11(a)", None),
    ("R.C. 4511.19(A)(1)(a)", "O.R.C. 4511.19(a)(1)(a)", None),
    ("Minn. Stat. § 609.2242 subd. 1(2)", "Minn. Stat. 609.2242", None),
    ("IC 35-42-2-1", "Ind. Code 35-42-2-1", None),
    ("I.C. 18-903", "Idaho Code 18-903", None),
    ("K.S.A. 21-5413(a)", "K.S.A. 21-5413(a)", None),
    ("KRS 508.030", "KRS 508.030", None),
    ("La. R.S. 14:35.3", "La. R.S. 14:35.3", None),
    ("R.S. 14:98A(1)", "La. R.S. 14:98(a)(1)", None),
    ("T.C.A. 39-13-102", "T.C.A. 39-13-102", None),
    ("S.C. Code § 16-25-20", "S.C. Code 16-25-20", None),
    ("RSMo 565.072", "RSMo 565.072", None),
    ("Ala. Code § 13A-6-20", "Ala. Code 13A-6-20", None),
    ("A.C.A. § 5-13-204", "A.C.A. 5-13-204", None),
    ("U.C.A. 76-5-102", "U.C.A. 76-5-102", None),
    ("41-6a-502 UCA", "U.C.A. 41-6a-502", None),
    ("HRS 709-906", "HRS 709-906", None),
    ("NMSA 1978 § 30-3-15", "NMSA 30-3-15", None),
    ("MCA 45-5-206", "MCA 45-5-206", None),
    ("97-3-7 MCA", "Miss. Code 97-3-7", None),
    ("Neb. Rev. Stat. § 28-310", "Neb. Rev. Stat. 28-310", None),
    ("N.D.C.C. 12.1-17-01", "N.D.C.C. 12.1-17-01", None),
    ("SDCL 22-18-1.1", "SDCL 22-18-1.1", None),
    ("RSA 631:2-a", "RSA 631:2-A", None),
    ("13 V.S.A. § 1042", "13 V.S.A. 1042", None),
    ("17-A M.R.S. § 207(1)(A)", "17-A M.R.S. 207(1)(a)", None),
    ("11 Del. C. § 601", "11 Del. C. 601", None),
    ("R.I. Gen. Laws § 11-5-3", "R.I. Gen. Laws 11-5-3", None),
    ("D.C. Code § 22-404", "D.C. Code 22-404", None),
    ("AS 11.41.230(a)(1)", "AS 11.41.230(a)(1)", None),
    ("Wis. Stat. 940.19(1)", "Wis. Stat. 940.19(1)", None),
    ("W.S. 6-2-510", "W.S. 6-2-510", None),
    ("Iowa Code 708.2A", "Iowa Code 708.2A", None),
    ("W. Va. Code 61-2-28", "W. Va. Code 61-2-28", None),
    ("Md. Crim. Law § 3-203", "Md. Crim. Law 3-203", None),
]


@pytest.mark.parametrize(("line", "canonical", "grade"), LINES)
def test_a_section_of_another_code_is_read_whole_with_its_grade(line, canonical, grade):
    reading = read_statute(line)
    assert (reading.canonical, reading.question) == (canonical, None)
    assert grade is None or reading.grade_hint == grade


@pytest.mark.parametrize("line", [line for line, canonical, _ in LINES if not canonical.startswith("8 USC")])
@pytest.mark.parametrize("name", ["dui", "controlled_substance", "registrable"])
def test_of_another_states_section_no_kind_of_crime_is_denied(line, name):
    assert classify(ChargeFacts(read_statute(line)), DAY)[name].value is not False


@pytest.mark.parametrize(
    ("line", "section", "grade"),
    [
        ("ORS 163.160(M)", "ORS 163.160", "misdemeanor"),
        ("2919.27A1 ORC (M1)", "O.R.C. 2919.27(a)(1)", "misdemeanor"),
        ("RCW 9A.36.021 /F", "RCW 9A.36.021", "felony"),
        ("G.S. 14-72(a) (H Felony)", "G.S. 14-72(a)", "felony"),
        ("RCW 69.50.401 (U Felony)", "RCW 69.50.401", "felony"),
        ("2925.11(F) ORC", "O.R.C. 2925.11", None),
        ("F.S. 784.03(1)(F)", "F.S. 784.03(1)", None),
        ("F.S. 784.03(1)(f)", "F.S. 784.03(1)(f)", None),
    ],
)
def test_a_grade_is_no_subdivision_and_a_letter_that_may_be_either_is_neither(line, section, grade):
    reading = read_statute(line)
    assert (reading.canonical, reading.grade_hint) == (section, grade)


@pytest.mark.parametrize("line", ["PC 12022.53", "PC 186.22", "PC 148.10", "HS 11350", "VEH 23152"])
def test_numbers_of_californias_shape_stay_californias(line):
    assert read_statute(line).canonical == line


@pytest.mark.parametrize("line", ["MCA 10-3-7", "RCW 9A", "F.S. 7", "G.S. 14", "ORS 813"])
def test_a_code_whose_number_is_no_section_of_it_is_asked(line):
    reading = read_statute(line)
    assert (reading.sections, bool(reading.question)) == ((), True)


@pytest.mark.parametrize(
    ("line", "canonical"),
    [
        ("COUNT 1: ASSAULT 4TH DEGREE RCW 9A.36.041", "RCW 9A.36.041"),
        ("ATTEMPTED MURDER RCW 9A.32.050", "ATTEMPT RCW 9A.32.050"),
        ("ATT 21 O.S. 701.7", "ATTEMPT 21 O.S. 701.7"),
    ],
)
def test_words_before_another_states_section_leave_it_the_charge_and_an_attempt_an_attempt(line, canonical):
    reading = read_statute(line)
    assert (reading.canonical, reading.question) == (canonical, None)
    assert read_statute(canonical).canonical == canonical


@pytest.mark.parametrize("line", ["AIDING AND ABETTING RCW 9A.32.050", "ACCESSORY TO 18.2-32", "ROBBERY 211 PC"])
def test_words_that_may_make_another_charge_of_a_section_are_asked_about(line):
    assert read_statute(line).question


@pytest.mark.parametrize(
    ("line", "sections"),
    [
        ("F.S. 784.045, 812.13", ["F.S. 784.045", "F.S. 812.13"]),
        ("G.S. 14-27.25(a), G.S. 14-202.1", ["G.S. 14-27.25(a)", "G.S. 14-202.1"]),
        ("784.03 FS, 812.14 FS", ["F.S. 784.03", "F.S. 812.14"]),
        ("22.01 PC 30.02 PC", ["Tex. Penal 22.01", "Tex. Penal 30.02"]),
        ("RCW 9A.36.041 & RCW 9A.46.020", ["RCW 9A.36.041", "RCW 9A.46.020"]),
        ("2C:15-1; 2C:39-4A(1)", ["N.J.S.A. 2C:15-1", "N.J.S.A. 2C:39-4(a)(1)"]),
        ("22.01 PC / 30.02 PC", ["Tex. Penal 22.01", "Tex. Penal 30.02"]),
    ],
)
def test_every_section_of_a_cell_is_read_and_asked_about(line, sections):
    reading = read_statute(line)
    assert [str(each) for each in reading.sections] == sections
    assert reading.question


def test_the_charge_in_full_names_the_states_section_and_leaves_its_kind_open():
    said = describe("316.193 F.S.S. DUI", DAY)
    assert (said["section"], said["classes"]["dui"]["is"]) == ("F.S. 316.193", "unknown")


@pytest.mark.parametrize(
    ("line", "code", "canonical"),
    [
        ("22-11-36(F6)", "SDCL", "SDCL 22-11-36"),
        ("784.03(1a1)", "F.S.", "F.S. 784.03(1)(a)(1)"),
        ("9A.36.041", "RCW", "RCW 9A.36.041"),
        ("644", "21 O.S.", "21 O.S. 644"),
        ("5/12-3.2", "720 ILCS", "720 ILCS 5/12-3.2"),
        ("49.04", "Tex. Penal", "Tex. Penal 49.04"),
        ("11378", "HS", "HS 11378"),
    ],
)
def test_a_bare_number_belongs_to_the_code_that_the_jail_says(line, code, canonical):
    assert read_statute(line, default_code=code).canonical == canonical
    assert not read_statute(line).sections or line.startswith("9A")


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("G.S. 14-33(a)", False),
        ("G.S. 14-33(b)(9)", False),
        ("G.S. 14-33(c)(2)", True),
        ("G.S. 14-33", None),
        ("G.S. 14-34.2", None),
    ],
)
@pytest.mark.parametrize("name", ["nc_162_62_2024", "nc_162_62_2025"])
def test_north_carolinas_assaults_are_of_the_class_that_their_subdivision_says(text, listed, name):
    charge = ChargeFacts(reading=read_statute(text, place="us-nc"), grade="misdemeanor")
    assert classify(charge, date(2026, 1, 1))[name].value is listed
