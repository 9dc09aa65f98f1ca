"""A field asked for in other words is the same field; words that mean two fields, or none, are asked about."""

import pytest

from habeas.requests.field_names import FIELD_SYNONYMS, field_named
from habeas.requests.request import read_request
from habeas.requests.vocabulary import AGENCY_FIELDS, FIELD_ACTS


def test_every_synonym_means_a_field_that_is_none_itself():
    assert set(FIELD_SYNONYMS.values()) <= set(FIELD_ACTS)
    assert not {each.replace(" ", "_") for each in FIELD_SYNONYMS} & {*FIELD_ACTS, *AGENCY_FIELDS}


@pytest.mark.parametrize("name", sorted({*FIELD_ACTS, *AGENCY_FIELDS}))
def test_a_field_is_itself_in_any_letters(name):
    assert field_named(name) == field_named(name.upper()) == field_named(name.replace("_", " ").title()) == name


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("scheduled_release_date", "release_date"), ("Scheduled Release Date", "release_date"), ("bookingDate", "booked_at"),
        ("booking_date", "booked_at"), ("dob", "date_of_birth"), ("D.O.B.", "date_of_birth"), ("alien number", "a_number"),
        ("A-Number", "a_number"), ("Booking No.", "booking_id"), ("place of birth", "birthplace"), ("mugshot", "photograph"),
    ],
)  # fmt: skip
def test_other_words_name_the_same_field(words, field):
    assert field_named(words) == field


def test_a_request_is_read_by_its_own_words_and_each_field_once():
    read = read_request(
        {"kind": "list_request", "fields": ["booking_date", "booked_at", "scheduled_release_on", "dob"]}
    )
    assert read.fields == ("booked_at", "release_date", "date_of_birth")
    assert read.facts["fields"] == frozenset(read.fields)
    assert not read.said


@pytest.mark.parametrize("words", ["address", "inmate number", "date of arrest", "shoe size", ""])
def test_words_that_mean_no_one_field_are_said(words):
    read = read_request({"kind": "records_request", "fields": ["name", words]})
    assert read.fields == ("name",)
    assert len(read.said) == 1
