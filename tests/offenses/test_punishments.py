"""The grades of our punishment table, held against the state's own table of offence codes where that is at hand."""

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from habeas.offenses.lists import UNLISTED, offense_lists, punishment_of, punishments, section, whole_sections
from habeas.offenses.reading import read_statute

DOJ = Path(__file__).parents[3] / "shared" / "data" / "ca_cjis_offense_codes" / "ca_cjis_offense_codes_2021.csv"
DAY = date(2021, 1, 1)
GRADES = {
    "felony_state_prison": "F", "felony_1170h": "F", "wobbler_state_prison": "FM", "wobbler_1170h": "FM",
    "straight_misdemeanor": "M", "infraction": "I", "misdemeanor_or_infraction": "IM", "misdemeanor_unless": "FM",
    "by_value": "FM", "by_degree": "FM",
}  # fmt: skip
NO_FELONY_LINE = {
    "a felony line was closed before 2021 or never opened; the section's words allow a felony": (
        "PC 32 PC 136.5 PC 136.7 PC 148.1(b) PC 280(b) PC 452(a) PC 453(b) "
        "PC 496a(a) PC 530.5(d)(2) PC 532a(1) PC 550(b)(1) PC 653f(a) LAB 6425(a) "
        "PC 182(a)(3) PC 182(a)(5) PC 4532(a)(1) PC 4532(b)(2) PC 4550(b)"
    ),
    "theft, embezzlement and forgery are as grave as what was taken": (
        "PC 473(b) PC 476 PC 484e(b) PC 484g(b) PC 484i(b) PC 487e PC 503 PC 504 PC 507 PC 551(b)"
    ),
    "a second one, the number, the value or the harm makes a felony": (
        "PC 499b(a) PC 499b(b) PC 502(c)(7) PC 592(a) PC 647.6(a)(1) PC 647.6(a)(2) PC 648 PC 653f(d)(1) "
        "PC 653h(a)(1) PC 653h(a)(2) PC 311.5 PC 313.1(b) PC 594(a) PC 600(a) PC 607 HS 11550 "
        "VEH 23109 VEH 23109(a)"
    ),
    "under colour of office it is a misdemeanor, else a felony": "PC 518(a)",
    "the subdivisions differ": "PC 146e PC 243.4 PC 273a",
    "one who takes part in custody may be imprisoned in state prison": "PC 289(c) PC 289.6(a)(2)",
    "a fourth one, or one with an injury, is a felony": (
        "VEH 23152(c) VEH 23152(d) VEH 23152(e) VEH 23152(f) VEH 23152(g)"
    ),
}
"""Where the state's lines know no felony and our table does, and why ours stands; anything else that differs fails."""
NO_FELONY_OF_OURS = {
    "PC 529.5(b)": "the second offence too is punished in county jail",
}
"""Where the state's lines know a felony and our table does not."""


def doj_grades():
    """The grades of the lines in force, by the section they read as."""
    found = defaultdict(set)
    with DOJ.open(encoding="utf-8") as text:
        for row in csv.DictReader(text):
            reading = read_statute(f"{row['offenseTypeOfStatuteCD']} {row['offenseStatute']}")
            if len(reading.sections) == 1 and not reading.attempt and not row["offenseRepealed"]:
                found[reading.sections[0]].add(row["offenseTypeOfCharge"])
    return {each: grades - {"X"} for each, grades in found.items() if grades - {"X"}}


def compared():
    """Each section of the state's lines that our table knows whole: the state's grades and ours."""
    for each, theirs in doj_grades().items():
        kinds = {row.kind for row in punishment_of(each, DAY)}
        if kinds and UNLISTED not in kinds:
            yield str(each), theirs, set("".join(GRADES[kind] for kind in kinds))


@pytest.mark.skipif(not DOJ.exists(), reason="the state's table of offence codes is not at hand")
def test_every_grade_of_our_table_is_the_grade_of_the_states_own_lines_or_is_spoken_for():
    pairs = list(compared())
    more = {name for name, theirs, ours in pairs if "F" in ours - theirs}
    fewer = {name for name, theirs, ours in pairs if "F" in theirs - ours}
    assert len(pairs) > 1600
    assert sum(theirs == ours for _, theirs, ours in pairs) / len(pairs) > 0.88
    assert more - {name for names in NO_FELONY_LINE.values() for name in _split(names)} == set()
    assert fewer - set(NO_FELONY_OF_OURS) == set()


def _split(names):
    """`PC 32 PC 136.5` as its sections."""
    words = names.split()
    return [f"{code} {number}" for code, number in zip(words[::2], words[1::2], strict=True)]


def test_a_section_said_to_be_whole_has_its_subdivisions_in_the_table():
    for whole in whole_sections():
        rows = punishments()[(whole.code, whole.number)]
        assert len(rows) > 1
        assert any(row.section.within(whole) and row.section != whole for row in rows)


def test_a_section_that_was_read_says_where():
    for row in (each for rows in punishments().values() for each in rows):
        assert row.sureness in {"unverified", "secondary", "verified"}
        assert row.address.startswith("https://")
        assert row.sureness != "verified" or "/blob/" in row.address or "/tree/" in row.address


def test_a_section_that_stands_twice_says_two_things():
    for rows in punishments().values():
        said = [(row.section, row.kind, row.start, row.end) for row in rows]
        assert len(said) == len(set(said))


def test_enhancements_and_definitions_that_are_no_crime_are_not_in_the_table():
    assert not punishments()[("PC", "236.5")]
    assert not punishments()[("PC", "12022.1")]
    assert offense_lists()["listed_7282_5_a3"].find(section("PC 12022.1"))
