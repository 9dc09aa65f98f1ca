"""A short name of a code means the code of the place where it is charged; California's are read only there, or where no state is known."""

from datetime import date

import pytest

from habeas.answers.class_rules import ChargeAt, statute
from habeas.law.engine.case_files import read_case
from habeas.offenses.classify import classify
from habeas.offenses.describe import describe
from habeas.offenses.finding import ChargeFacts
from habeas.offenses.reading import read_statute
from habeas.roster.records import Charge

DAY = date(2026, 3, 2)

AT_HOME = [
    ("VC 3802", "us-pa", "75 Pa.C.S. 3802"),
    ("3802(A1) VC", "us-pa-allegheny", "75 Pa.C.S. 3802(a)(1)"),
    ("CC 3929(a)(1)", "us-pa", "18 Pa.C.S. 3929(a)(1)"),
    ("18 § 2701", "us-pa", "18 Pa.C.S. 2701"),
    ("35 § 780-113", "us-pa", "35 P.S. 780-113"),
    ("ATT VC 3733", "us-pa", "ATTEMPT 75 Pa.C.S. 3733"),
    ("PC 120.05", "us-ny", "NY Penal 120.05"),
    ("TC 545.401", "us-tx", "Tex. Transp. 545.401"),
    ("IC 708.2", "us-ia", "Iowa Code 708.2"),
    ("VC 18.2-57", "us-va", "Va. Code 18.2-57"),
    ("CR 3-203", "us-md", "Md. Crim. Law 3-203"),
    ("GL 11-5-3", "us-ri", "R.I. Gen. Laws 11-5-3"),
    ("MC 97-3-7", "us-ms", "Miss. Code 97-3-7"),
    ("VC 23152(a)", "us-ca-los-angeles", "VEH 23152(a)"),
    ("CA VC 23152(a)", "us-nv", "VEH 23152(a)"),
    ("18 USC 922(g)", "us-pa", "18 USC 922(g)"),
]


@pytest.mark.parametrize(("line", "place", "canonical"), AT_HOME)
def test_a_short_name_is_the_code_of_the_place(line, place, canonical):
    reading = read_statute(line, place=place)
    assert (reading.canonical, reading.question) == (canonical, None)


@pytest.mark.parametrize(
    ("line", "place"),
    [("VC 3802", "us-nv"), ("211 PC", "us-tx"), ("HS 11350", "us-fl"), ("PC 211", "us-wa"), ("B&P 4140", "us-or")],
)
def test_letters_that_are_californias_code_alone_are_asked_about_in_another_state(line, place):
    reading = read_statute(line, place=place)
    assert reading.sections == ()
    assert "names no code of" in str(reading.question)


@pytest.mark.parametrize("line", ["GL 11-5-3", "MC 97-3-7", "TC 545.401", "CR 3-203"])
@pytest.mark.parametrize("place", [None, "us-wa"])
def test_a_states_short_name_says_nothing_elsewhere(line, place):
    assert read_statute(line, place=place).sections == ()


def test_a_charge_of_another_state_is_never_found_on_californias_lists():
    found = classify(ChargeFacts(read_statute("PC 211", place="us-wa")), DAY)
    assert (found["violent"].value, found["serious"].value) == (None, None)
    assert classify(ChargeFacts(read_statute("PC 211", place="us-ca")), DAY)["violent"].value is True


def test_a_case_reads_its_charges_in_its_own_place():
    row = {
        "id": "x", "jurisdiction": "us-pa", "as_of": "2026-03-02", "request": {"kind": "detainer"},
        "person": {}, "custody": {}, "charges": [{"statute": "VC 3802", "disposition": "pending"}],
    }  # fmt: skip
    (charge,) = read_case(row).charges
    assert charge.label.startswith("75 Pa.C.S. 3802")


def test_a_class_asked_for_by_section_reads_both_sides_in_the_place():
    test = statute("75 Pa.C.S. 3802")
    assert test(ChargeAt(Charge(statute="VC 3802"), {}, place="us-pa")) is True
    assert test(ChargeAt(Charge(statute="VC 3802"), {}, place="us-ca")) is False


def test_the_charge_in_full_is_told_in_its_place():
    assert describe("VC 3802", DAY, place="us-pa")["section"] == "75 Pa.C.S. 3802"


@pytest.mark.parametrize(
    ("line", "place", "canonical"),
    [
        ("18 § 2702 §§ A1", "us-pa", "18 Pa.C.S. 2702(a)(1)"),
        ("35 § 780-113 §§ A16", "us-pa", "35 P.S. 780-113(a)(16)"),
        ("18 PA CSA 3929 A1", None, "18 Pa.C.S. 3929(a)(1)"),
        ("18 Pa.C.S. § 2701 A M2", None, "18 Pa.C.S. 2701(a)"),
        ("PL 120.05 02", None, "NY Penal 120.05(2)"),
        ("PL 220.03 00", None, "NY Penal 220.03"),
        ("VTL 1192.03 00", None, "NY VTL 1192(3)"),
        ("VTL 0511.01 A", None, "NY VTL 511(1)(a)"),
        ("VTL 1192.03", None, "NY VTL 1192(3)"),
        ("VTL 0511.01(A)", None, "NY VTL 511(1)(a)"),
        ("Minn. Stat. 609.2242.1(1)", None, "Minn. Stat. 609.2242(1)(1)"),
        ("RCW 46.20.342.1C", None, "RCW 46.20.342(1)(c)"),
        ("FL 784.03(1)(a)", None, "F.S. 784.03(1)(a)"),
        ("625-5/11-501(a)(2)", "us-il", "625 ILCS 5/11-501(a)(2)"),
    ],
)
def test_a_courts_own_way_of_writing_keeps_the_subdivision(line, place, canonical):
    reading = read_statute(line, place=place)
    assert (reading.canonical, reading.question) == (canonical, None)


def test_of_two_sections_with_a_slash_each_keeps_its_subdivision():
    reading = read_statute("F.S. 777.04(1)/812.13(2)(a)")
    assert [str(each) for each in reading.sections] == ["F.S. 777.04(1)", "F.S. 812.13(2)(a)"]


@pytest.mark.parametrize("line", ["VC 99999", "PC 9999", "VC 3802(a)(1)"])
@pytest.mark.parametrize("name", ["dui", "controlled_substance", "registrable", "serious", "prop47_misdemeanor"])
def test_of_a_section_that_no_table_has_no_closed_list_says_no(line, name):
    assert classify(ChargeFacts(read_statute(line)), DAY)[name].value is None


def test_of_a_section_that_a_table_has_the_lists_say_no():
    found = classify(ChargeFacts(read_statute("VC 14601.1")), DAY)
    assert (found["dui"].value, found["controlled_substance"].value) == (False, False)
