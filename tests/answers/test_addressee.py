"""The lines of an address as an envelope has them."""

import pytest

from habeas.answers.addressee import party


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
