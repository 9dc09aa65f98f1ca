"""What changed between two days is said in sentences, once each."""

from datetime import date

from habeas.law.pages.changes import changes


def sentences(place, first, last):
    return [change.sentence() for change in changes(place, date.fromisoformat(first), date.fromisoformat(last))]


def test_a_rule_that_took_anothers_place_says_how_it_differs():
    found = next(
        each for each in sentences("us-nc", "2025-01-01", "2025-12-01") if "brought before a judicial official" in each
    )
    assert "took the place of" in found
    assert "48 hours after when the request was received" in found
    assert "48 hours after the time of release" in found


def test_what_began_and_what_ended_are_both_said():
    found = "\n".join(sentences("us-ca", "2017-12-31", "2018-01-01"))
    assert "7282.5 (Stats. 2013 ch. 570) ended" in found
    assert "7284.6(a)(1)(B) began" in found


def test_the_first_day_is_left_out_and_the_last_is_in():
    assert not sentences("us-ok", "2021-11-01", "2024-12-31")
    assert len(sentences("us-ok", "2021-10-31", "2021-11-01")) == 5  # four began, and what was not read before ended


def test_nothing_changes_where_nothing_did():
    assert not changes("us-ca-los-angeles", date(2026, 1, 1), date(2026, 11, 1))
