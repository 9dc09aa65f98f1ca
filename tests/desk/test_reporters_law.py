"""What the page for reporters says of the law: what opens an arrest in the office's place, and nothing about other askers."""

from datetime import date

import pytest

from habeas.desk.views.public import about_records

DAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("place", "cited"),
    [
        ("us-ga-fulton", "42-4-7(a)"),
        ("us-tx-travis", "552.108"),
        ("us-wa-king", "70.48.100(1)"),
        ("us-ca-marin", "7923.610"),
    ],
)
def test_the_page_names_what_opens_an_arrest_and_nothing_about_federal_askers(place, cited):
    told = list(about_records(place, DAY))
    assert any(cited in rule["source"]["citation"] for rule in told)
    assert not [rule["id"] for rule in told if rule.get("id", "").endswith("-as-anyone")]


def test_where_nothing_was_read_the_page_has_no_rule():
    assert not [rule for rule in about_records("us-wy", DAY) if rule.get("acts")]
