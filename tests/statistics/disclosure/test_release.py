from collections import defaultdict
from datetime import date

import pytest

from habeas.statistics.attack.audit import audit
from habeas.statistics.disclosure.periods import months_to_print
from habeas.statistics.disclosure.release import NothingToReleaseError, make_release
from tests.statistics.ledgers import ledger, order, sums


def printed(release):
    return {tuple(row[:3]): row[3] for row in release.data["cells"]}


@pytest.mark.parametrize("a_year", [57, 244, 995])
def test_every_table_adds_up_nothing_is_blank_and_nothing_is_further_off_than_said(a_year):
    counts = ledger(a_year, 3)
    release = make_release(order(counts))
    data, cells, of = release.data, printed(release), sums(counts)
    alone = [each["name"] for each in data["kinds"] if each["name"] != "other"]
    off = [abs(value - of(*cell, alone)) for cell, value in cells.items()]
    assert max(off) <= 4
    assert sum(off) / len(off) <= 1.5
    assert abs(cells["", "", ""] - sum(counts.values())) <= 2
    rows = defaultdict(int)
    for (period, kind, outcome), value in cells.items():
        if period and kind and not outcome:
            rows[period, "kinds"] += value
        if period and outcome and not kind:
            rows[period, "outcomes"] += value
    assert rows
    assert all(value == cells[period, "", ""] for (period, _), value in rows.items())
    assert sum(cells[period, "", ""] for period in data["periods"]) == cells["", "", ""]
    assert (
        len({(period, kind["name"]) for period in data["periods"] for kind in data["kinds"]} - {c[:2] for c in cells})
        == 0
    )


def test_the_year_adds_up_from_its_months():
    cells = printed(make_release(order(ledger(995))))
    for outcome in ("refused", "complied"):
        assert cells["2024", "", outcome] == sum(cells[f"2024-{month:02d}", "", outcome] for month in range(1, 13))
        assert cells["2024", "", outcome] == sum(
            v for (p, k, o), v in cells.items() if p == "2024" and k and o == outcome
        )


def test_the_same_secret_gives_the_same_bytes_and_another_one_rounds_otherwise():
    counts = ledger(484)
    first, again = make_release(order(counts)), make_release(order(counts))
    other = make_release(order(counts, secret=b"another"))
    assert first.text == again.text
    assert printed(first) != printed(other)


@pytest.mark.parametrize(("a_year", "unit"), [(5, "year"), (57, "quarter"), (484, "month")])
def test_fewer_requests_are_printed_by_longer_periods(a_year, unit):
    release = make_release(order(ledger(a_year)))
    assert release.data["unit"] == unit
    if unit == "year":
        assert {cell[1:] for cell in printed(release)} == {("", "")}, "of so few only the year's total is printed"


@pytest.mark.parametrize("seed", range(6))
def test_two_totals_of_a_small_office_say_no_mean_go_to_their_nearest_multiple_and_keep_five_values(seed):
    counts = ledger(5, seed)
    release = make_release(order(counts))
    assert release.data["mean_off_by"] is None
    cells, of = printed(release), sums(counts)
    least = sum(min(of(*cell, []) % 5, -of(*cell, []) % 5) for cell in cells)
    assert sum(abs(value - of(*cell, [])) for cell, value in cells.items()) <= least + 5, (
        "only a total that must add up is further"
    )
    found = audit([("r", release.text)], [], requests=[("alder", *cell) for cell in counts])
    assert found.holds
    assert found.narrow <= sum(value == 0 for value in cells.values())


def test_a_kind_below_twenty_a_year_stands_among_the_others():
    names = {each["name"] for each in make_release(order(ledger(244))).data["kinds"]}
    assert names == {"detainer", "notification", "interview", "other"}


def test_what_was_printed_once_is_never_printed_otherwise_and_the_new_month_is_added():
    counts = ledger(484, 2)
    first = make_release(order(counts, last=date(2025, 10, 31)))
    changed = {**counts, ("2024-03", "detainer", "refused"): counts["2024-03", "detainer", "refused"] + 4}
    second = make_release(order(changed, last=date(2025, 11, 30), before=first))
    old, new = printed(first), printed(second)
    assert {cell: value for cell, value in new.items() if cell in old and cell[0]} == {
        cell: value for cell, value in old.items() if cell[0]
    }
    assert second.data["periods"][-1] == "2025-11"
    assert second.data["before"] == first.sha256
    assert second.data["version"] == 2


@pytest.mark.parametrize(
    ("first", "last", "on", "wanted"),
    [
        (date(2026, 1, 1), date(2026, 3, 31), date(2026, 12, 1), ["2026-01", "2026-02", "2026-03"]),
        (date(2026, 1, 2), date(2026, 3, 31), date(2026, 12, 1), ["2026-02", "2026-03"]),
        (date(2026, 1, 1), date(2026, 3, 30), date(2026, 12, 1), ["2026-01", "2026-02"]),
        (date(2025, 12, 1), date(2025, 12, 31), date(2026, 3, 2), ["2025-12"]),
        (date(2025, 12, 1), date(2025, 12, 31), date(2026, 3, 1), []),
        (date(2026, 1, 5), date(2026, 1, 31), date(2026, 12, 1), []),
    ],
)
def test_only_whole_months_of_the_record_that_are_over_for_sixty_days_are_printed(first, last, on, wanted):
    assert months_to_print(first, last, on) == wanted


def test_a_record_too_young_says_so():
    with pytest.raises(NothingToReleaseError, match="60 days"):
        make_release(order(ledger(57), on=date(2024, 2, 1), last=date(2024, 1, 31)))


def test_month_after_month_finds_its_rounding_and_a_year_once_printed_stays():
    counts, before, old = ledger(244, 1), None, {}
    for last in (date(2025, 6, 30), date(2025, 9, 30), date(2025, 10, 31), date(2025, 11, 30), date(2025, 12, 31)):
        before = make_release(order(counts, last=last, before=before))
        new = {cell: value for cell, value in printed(before).items() if cell[0]}
        assert old.items() <= new.items()
        old = new
    assert ("2024", "detainer", "refused") in old
    assert ("2025", "detainer", "") in old


@pytest.mark.parametrize("seed", [1, 4])
def test_releases_one_after_another_stay_near_the_true_counts_when_the_year_closes(seed):
    counts, before = ledger(57, seed), None
    for last in (date(2025, 10, 31), date(2025, 12, 31)):
        before = make_release(order(counts, last=last, before=before))
    of, alone = sums(counts), ["detainer"]
    off = [abs(value - of(*cell, alone)) for cell, value in printed(before).items()]
    assert max(off) <= 4
    assert sum(off) / len(off) <= 1.5
