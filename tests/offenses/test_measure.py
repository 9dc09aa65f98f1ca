"""How much real statute text is understood, where the real files are at hand."""

import csv
from datetime import date
from pathlib import Path

import pytest

from habeas.offenses.lists import punishment_of
from habeas.offenses.measure import measure
from habeas.offenses.reading import Section, read_statute

DATA = Path(__file__).parents[3] / "shared" / "data"


def test_counts_add_up():
    made = measure(["PC 211", "PC 211/459", "FTA", "PC 99999"])
    assert (made.total, made.one_section, made.several, made.not_read, made.known) == (4, 2, 1, 1, 1)
    assert made.share(made.one_section) == 0.5
    assert measure([]).share(0) == 0.0


@pytest.mark.skipif(not DATA.is_dir(), reason="the shared data are not beside this checkout")
def test_californias_own_offence_table_reads_almost_whole():
    with (DATA / "ca_cjis_offense_codes" / "ca_cjis_offense_codes_2021.csv").open(encoding="utf-8") as file:
        texts = [f"{row['offenseTypeOfStatuteCD']} {row['offenseStatute']}" for row in csv.DictReader(file)]
    made = measure(texts)
    assert made.share(made.one_section + made.several) > 0.9


SAFE = {
    "felony_state_prison": {"F"},
    "felony_1170h": {"F"},
    "wobbler_state_prison": {"F", "M"},
    "wobbler_1170h": {"F", "M"},
    "straight_misdemeanor": {"M"},
    "infraction": {"I"},
}
RESTS_ON_THE_TEXT = {"PC 452(a)"}
"""Sections where the table of 2021 has lost its felony row and the section itself says state prison."""


@pytest.mark.skipif(not DATA.is_dir(), reason="the shared data are not beside this checkout")
def test_our_punishments_agree_with_californias_own_table_and_never_open_a_door_it_does_not_know():
    rows: dict[Section, set[str]] = {}
    with (DATA / "ca_cjis_offense_codes" / "ca_cjis_offense_codes_2021.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            reading = read_statute(f"{row['offenseTypeOfStatuteCD']} {row['offenseStatute']}")
            if len(reading.sections) == 1 and not reading.attempt and not row["offenseRepealed"]:
                rows.setdefault(reading.sections[0], set()).add(row["offenseTypeOfCharge"])
    same, compared, opened = 0, 0, []
    for section, grades in rows.items():
        kinds = {each.kind for each in punishment_of(section, date(2021, 1, 1))}
        if len(kinds) == 1 and (kind := kinds.pop()) in SAFE:
            compared += 1
            same += grades - {"X"} == SAFE[kind]
            if "F" in SAFE[kind] and "F" not in grades and str(section) not in RESTS_ON_THE_TEXT:
                opened.append(str(section))
    assert compared > 350
    assert same / compared > 0.85
    assert opened == []
