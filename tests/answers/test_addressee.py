"""The lines of an address as an envelope has them."""

import pytest

from habeas.answers.addressee import party, reads_as_label


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        (["300 N Los Angeles St, Room 7631, Los Angeles, CA 90012"], ("300 N Los Angeles St, Room 7631", "Los Angeles, CA 90012")),
        ("8101 N Stemmons Fwy, Dallas, TX 75247-4201", ("8101 N Stemmons Fwy", "Dallas, TX 75247-4201")),
        ("P.O. Box 12\nAustin, TX 78701", ("P.O. Box 12", "Austin, TX 78701")),
        ("Federal Building, Room 2", ("Federal Building, Room 2",)),
        ("Austin, TX 78701", ("Austin, TX 78701",)),
    ],
)  # fmt: skip
def test_street_and_city_are_lines_of_their_own(given, lines):
    assert party({"agency": "ICE", "address": given}, "").address == lines


@pytest.mark.parametrize(
    "read",
    [
        "Name and ttle of",
        "(Name and title of Immigration Officer)",
        "Signature of officer",
        "PRINTED NAME",
        "Title:",
        "Nane and title of",
    ],
)
def test_a_printed_label_is_written_to_by_nobody(read):
    assert reads_as_label(read)
    assert party({"name": read, "agency": "U.S. Immigration and Customs Enforcement"}, "").lines() == (
        "U.S. Immigration and Customs Enforcement",
    )


@pytest.mark.parametrize(
    "read",
    [
        "D. P. OKORO",
        "Grant Page",
        "Officer Ito",
        "J. Type",
        "Tim Agent",
        "Noel Date",
        "Of. Sgt. Print",
        "",
        None,
        "Badge 4411",
    ],
)
def test_a_name_is_no_label(read):
    assert not reads_as_label(read)


@pytest.mark.parametrize(
    ("read", "label"),
    [("Name of agency", True), ("Title of", True), ("Field Office", False), ("U.S. Marshals Service", False)],
)
def test_an_agency_may_be_made_of_words_that_labels_have(read, label):
    assert reads_as_label(read, agency=True) is label
    assert (party({"agency": read}, "ICE").agency == "ICE") is label
