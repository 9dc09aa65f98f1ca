"""How much real statute text is understood, where the real files are at hand."""

import csv
from pathlib import Path

import pytest

from habeas.offenses.measure import measure

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
    assert made.share(made.known) > 0.55
