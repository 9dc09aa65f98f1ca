"""A review is of one text of a pack; when the pack changes, that is said."""

from datetime import date

import pytest

from habeas.common.errors import BadInputError
from habeas.law.packs import PACKS
from habeas.law.review.reviews import load_reviews, record_review


def test_a_review_shows_on_the_text_it_was_made_of(tmp_path):
    path = tmp_path / "reviews.toml"
    assert record_review(path, "us-ca", 'A. "Al" Lee, County Counsel', date(2026, 11, 20), "read") == ["us", "us-ca"]
    words = load_reviews(path).of({"us-ca": PACKS["us-ca"].sha256()})
    assert words == ['us-ca was reviewed by A. "Al" Lee, County Counsel on 2026-11-20: read.']


def test_a_pack_that_changed_since_is_not_reviewed(tmp_path):
    path = tmp_path / "reviews.toml"
    record_review(path, "us", "A. Lee", date(2026, 11, 20))
    assert load_reviews(path).of({"us": "0" * 64}) == ["us has changed since A. Lee reviewed it on 2026-11-20."]


def test_what_stands_in_the_file_is_kept(tmp_path):
    path = tmp_path / "reviews.toml"
    record_review(path, "us", "A. Lee", date(2025, 1, 1))
    record_review(path, "us", "B. Ray", date(2026, 1, 1))
    assert [row.by for row in load_reviews(path).rows] == ["A. Lee", "B. Ray"]
    assert "B. Ray on 2026-01-01" in load_reviews(path).words("us", PACKS["us"].sha256())


def test_nobody_reviewed_says_nothing():
    assert load_reviews(None).of({"us": "0" * 64}) == []


def test_a_review_names_who_made_it(tmp_path):
    with pytest.raises(BadInputError, match="--by"):
        record_review(tmp_path / "reviews.toml", "us", "  ", date(2026, 1, 1))
    assert not (tmp_path / "reviews.toml").exists()


def test_a_file_that_is_none_is_refused(tmp_path):
    (tmp_path / "x.toml").write_text("[[review]]\npack = 3\n", encoding="utf-8")
    with pytest.raises(BadInputError, match="not written as reviews"):
        load_reviews(tmp_path / "x.toml")
