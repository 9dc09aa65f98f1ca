"""Papers of thirty states, of federal courts, officers and letters in drawn layouts: told, read, and none wrongly a court's."""

import random

import pytest

from tests.paper.helpers import values
from tests.paper.layouts.courts import dhs
from tests.paper.layouts.courts.measure import families, measured, read_bytes
from tests.paper.makers import book

FLOORS = {
    "develop": {"kind": 0.97, "signer": 0.97, "judicial": 0.93, "recall": 0.95, "precision": 0.97},
    "hold": {"kind": 0.93, "signer": 0.93, "judicial": 0.75, "recall": 0.88, "precision": 0.93},
}
"""What is held on one seed of each family; `hold` names states, wordings and blocks that the reader was not written with."""


@pytest.mark.parametrize("family", FLOORS)
def test_drawn_papers_are_told_and_read_as_well_as_they_were(family):
    count, fields, wrong, _ = measured(family, range(1))
    assert count["wrong judicial"] == 0, wrong
    right, missed, bad = (sum(each[name] for each in fields.values()) for name in ("right", "missed", "wrong"))
    rates = {name: count[name] / count["papers"] for name in ("kind", "signer", "judicial")}
    rates |= {"recall": right / (right + missed), "precision": right / (right + bad)}
    assert all(rates[name] >= floor for name, floor in FLOORS[family].items()), rates


@pytest.mark.parametrize("seed", range(6))
def test_an_officers_paper_under_a_courts_caption_is_never_a_courts(seed):
    board, _ = dhs.i200(random.Random(f"trap {seed}"), "develop")  # noqa: S311 - a drawing
    board.say(60, 30, "UNITED STATES DISTRICT COURT").say(60, 44, "District of Nebraska")
    found = read_bytes(book(board))
    assert found.judicial is False
    assert found.kind != "judicial_warrant"


@pytest.mark.parametrize("family", ["develop", "hold"])
def test_the_name_at_the_signature_is_never_the_persons(family):
    for name, draw in families(family).items():
        board, truth = draw(random.Random(f"{name} {family}"))  # noqa: S311 - a drawing
        read = values(read_bytes(book(board)))
        signer = truth.fields.get("signer_name")
        assert not signer or read.get("subject_name") != signer, (name, truth.what)
