"""The demonstration's own papers are read as what they are: one box ticked is one box ticked, though frames are drawn as filled squares."""

from datetime import date

import pytest

from habeas.demo.specimens import SPECIMENS, NamedSpecimen, specimen
from habeas.paper import read_paper

PERSON = NamedSpecimen("OKONKWO", "JULIAN", date(1985, 3, 2), "M")


@pytest.fixture(scope="module")
def read():
    return {name: read_paper(specimen(name, PERSON)) for name in SPECIMENS}


def test_only_the_ticked_box_of_a_detainer_counts(read):
    fields = read["i247a"].fields
    assert fields["grounds"].value == ["pending_proceedings"]
    assert (read["i247a"].signer, read["i247a"].judicial) == ("immigration_officer", False)


def test_an_administrative_warrant_is_no_courts_paper(read):
    found = read["i200"]
    assert (found.kind, found.signer, found.judicial) == ("administrative_warrant", "immigration_officer", False)
    assert found.fields["grounds"].value == ["pending_proceedings"]
    assert found.fields["subject_name"].value == "JULIAN OKONKWO"


def test_a_judges_warrant_is_one_by_all_five_signs(read):
    found = read["ao442"]
    assert (found.kind, found.signer, found.judicial) == ("judicial_warrant", "federal_magistrate_judge", True)
    assert found.fields["charging_document"].value == "complaint"


def test_a_packet_is_two_papers(read):
    assert [each.kind for each in read["packet"].papers] == ["detainer", "administrative_warrant"]
