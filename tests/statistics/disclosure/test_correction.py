"""The yearly correction: what moved by five or more is printed otherwise, with old, new and reason; everything else stays."""

from collections import Counter
from datetime import date

import pytest

from habeas.statistics.attack.audit import audit
from habeas.statistics.disclosure.release import NothingToReleaseError, make_release
from habeas.statistics.publishing import audited_release
from tests.statistics.ledgers import ledger, order

MONTHS = ("2024-02", "2024-08")
LATER = date(2025, 6, 1)


def cells(release):
    return {tuple(row[:3]): row[3] for row in release.data["cells"]}


@pytest.fixture(scope="module")
def made():
    """A release, the ledger after nine late entries in one quarter and one in another, and the correction."""
    counts = Counter(ledger(57, 2))
    first = make_release(order(counts, last=date(2024, 12, 31), on=date(2025, 3, 5)))
    counts[MONTHS[0], "detainer", "refused"] += 9
    counts[MONTHS[1], "detainer", "refused"] += 1
    asked = order(counts, last=date(2024, 12, 31), on=LATER, before=first, correct="2024", reason="late entries")
    return counts, first, audited_release(asked, [("release 1", first.text)], [])


def test_only_a_quarter_in_which_a_count_moved_by_five_is_opened_and_each_change_says_old_new_and_why(made):
    _, first, again = made
    old, new = cells(first), cells(again.release)
    data = again.release.data
    assert [row[0] for row in data["reopened"]] == ["2024-Q1"]
    said = {tuple(row[:3]): row[3:] for row in data["corrections"]}
    changed = {cell for cell in old if cell[0] and old[cell] != new[cell]}
    assert set(said) == changed
    assert ("2024-Q1", "detainer", "") in changed
    assert {cell[0] for cell in changed} <= {"2024-Q1", "2024"}
    assert said["2024-Q1", "detainer", ""] == [
        old["2024-Q1", "detainer", ""],
        new["2024-Q1", "detainer", ""],
        "late entries",
    ]


def test_a_corrected_release_adds_up_and_no_count_is_further_off_than_it_says(made):
    counts, _, again = made
    new, data = cells(again.release), again.release.data
    of = {"2024-Q1": ("2024-01", "2024-02", "2024-03")}
    true = sum(n for (month, kind, _), n in counts.items() if month in of["2024-Q1"] and kind == "detainer")
    assert abs(new["2024-Q1", "detainer", ""] - true) <= 4
    for period in data["periods"]:
        kinds = [each["name"] for each in data["kinds"]]
        assert sum(new[period, kind, ""] for kind in kinds) == new[period, "", ""]
        assert sum(new[period, "", each["name"]] for each in data["outcomes"]) == new[period, "", ""]
    assert data["off_by_reopened"] == 8


def test_both_versions_together_give_nothing_away_and_nothing_changes_in_silence(made):
    counts, first, again = made
    real = [("alder", *cell) for cell in counts]
    assert audit([("one", first.text), ("two", again.release.text)], [], requests=real).holds
    silent = again.release.text.replace('"late entries"', '"x"').replace('"corrections": [', '"corrections_": [')
    silent = silent.replace('"corrections_"', '"corrections": [], "was"')
    assert audit([("one", first.text), ("two", silent)], [], requests=real).changed


def test_a_later_release_keeps_what_was_corrected(made):
    counts, _, again = made
    third = make_release(order(counts, last=date(2025, 6, 30), on=date(2025, 10, 1), before=again.release))
    old = {cell: value for cell, value in cells(again.release).items() if cell[0]}
    assert old.items() <= cells(third).items()
    assert third.data["reopened"] == again.release.data["reopened"]
    assert third.data["corrections"] == []


@pytest.mark.parametrize(
    ("year", "on", "says"),
    [
        ("2023", LATER, "No figures of 2023"),
        ("2024", date(2024, 12, 30), "once it is over"),
        ("2024", date(2025, 9, 1), "once in a calendar"),
    ],
)
def test_a_year_is_corrected_once_a_year_when_it_is_over_and_only_what_was_released(made, year, on, says):
    counts, first, again = made
    before = again.release if "calendar" in says else first
    with pytest.raises(NothingToReleaseError, match=says):
        make_release(order(counts, last=date(2024, 9, 30), on=on, before=before, correct=year, reason="x"))


def test_where_nothing_moved_by_five_nothing_is_corrected(made):
    _, first, _ = made
    counts = ledger(57, 2)
    with pytest.raises(NothingToReleaseError, match="moved by 5"):
        make_release(order(counts, last=date(2024, 12, 31), on=LATER, before=first, correct="2024", reason="x"))
