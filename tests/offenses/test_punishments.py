"""The grades of our punishment table, held against the state's own table of offence codes where that is at hand."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from habeas.offenses.lists import offense_lists, punishments, section, whole_sections

DOJ = Path(__file__).parents[3] / "shared" / "data" / "ca_cjis_offense_codes" / "ca_cjis_offense_codes_2021.csv"
CODES = {"PC": "PC", "VEH": "VC", "HS": "HS", "BP": "BP"}
GRADES = {
    "felony_state_prison": "F", "felony_1170h": "F", "wobbler_state_prison": "FM", "wobbler_1170h": "FM",
    "straight_misdemeanor": "M", "infraction": "I",
}  # fmt: skip
SPOKEN_FOR = {
    "PC 451": "one line calls arson while confined a misdemeanor; the section says state prison",
    "PC 452(a)": "its felony line was closed in 2020 and its misdemeanor line was not",
    "PC 261.5(c)": "its misdemeanor line was closed in 2020 and its felony line was not",
    "PC 273d": "the line of the whole section is a felony, those of its subdivision are both",
    "PC 71": "the line of (a)(2) is a felony; those of the section were both, until 2020",
    "PC 594.7": "printed as a felony only; vandalism with priors may be sentenced either way",
    "PC 241.7": "printed as a felony only; the section allows a year in county jail too",
    "PC 243.7": "printed as a felony only; the section allows a year in county jail too",
    "PC 30605": "a first possession of one registered weapon is an infraction",
    "PC 415": "may also be charged as an infraction under Penal Code 17(d)",
    "PC 602": "may also be charged as an infraction in some subdivisions",
    "PC 602.1": "may also be charged as an infraction in some subdivisions",
    "HS 11357(a)": "the table is of 2021; the row ends in 2014",
    "HS 11350": "the table is of 2021; the row ends in 2014",
    "HS 11358": "the table is of 2021; the row ends in 2016",
    "HS 11359": "the table is of 2021; the row ends in 2016",
}
"""Where the two tables differ and why ours stands; anything else that differs fails."""


def doj_grades():
    """The grades of the lines in force, by code and statute in capitals."""
    found = defaultdict(set)
    with DOJ.open(encoding="utf-8") as text:
        for row in csv.DictReader(text):
            if not row["offenseRepealed"] and row["offenseTypeOfCharge"] in {"F", "M", "I"}:
                statute = row["offenseStatute"].upper().replace(" ", "")
                found[(row["offenseTypeOfStatuteCD"], statute)].add(row["offenseTypeOfCharge"])
    return found


@pytest.mark.skipif(not DOJ.exists(), reason="the state's table of offence codes is not at hand")
def test_every_grade_of_our_table_is_the_grade_of_the_states_own_lines_or_is_spoken_for():
    lines, differ, compared = doj_grades(), set(), 0
    for row in (each for rows in punishments().values() for each in rows):
        code = CODES.get(row.section.code)
        wanted = str(row.section).split(" ", 1)[1].upper()
        near = [grades for (of, text), grades in lines.items() if of == code and f"{text}(".startswith(f"{wanted}(")]
        theirs = set().union(*near)
        if theirs and row.kind in GRADES:
            compared += 1
            differ |= {str(row.section)} if theirs != set(GRADES[row.kind]) else set()
    assert compared > 180
    assert differ <= set(SPOKEN_FOR)


def test_a_section_said_to_be_whole_has_its_subdivisions_in_the_table():
    for whole in whole_sections():
        rows = punishments()[(whole.code, whole.number)]
        assert len(rows) > 1
        assert all(row.section.within(whole) for row in rows)


def test_a_section_that_was_read_says_where():
    for row in (each for rows in punishments().values() for each in rows):
        assert row.sureness in {"unverified", "secondary", "verified"}
        assert row.address.startswith("https://")


def test_enhancements_and_definitions_that_are_no_crime_are_not_in_the_table():
    assert not punishments()[("PC", "236.5")]
    assert not punishments()[("PC", "12022.1")]
    assert offense_lists()["listed_7282_5_a3"].find(section("PC 12022.1"))
