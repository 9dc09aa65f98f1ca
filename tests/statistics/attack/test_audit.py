import itertools
import json
import random

import pytest

from habeas.common.errors import BadInputError
from habeas.statistics.attack.audit import audit
from habeas.statistics.attack.bounds import Search, bounds
from habeas.statistics.attack.claims import Claim, grid_of, selector
from habeas.statistics.attack.reading import months_of, register_claims
from habeas.statistics.disclosure.release import make_release
from tests.statistics.ledgers import ledger, order


def release(cells, **more):
    data = {
        "site": "alder", "version": 1, "off_by": 4, "totals_off_by": 2, "periods": ["2025-01", "2025-02"], "cells": cells,
        "merged": [{"name": "list"}], "corrections": [],
    }  # fmt: skip
    return "a release", json.dumps(data | more)


def test_a_count_that_follows_from_what_another_has_printed_is_named():
    said = [["2025-01", "detainer", "", 5], ["2025-01", "", "refused", 5]]
    assert audit([release(said)], []).holds
    other = [Claim(selector("alder", "2025-01", "detainer", ""), 0, 1, "the forum's slide")]
    found = audit([release(said)], other)
    assert not found.holds
    assert "alder, 2025-01, detainer is exactly 1" in found.sentences()[0]


def test_a_count_that_others_give_away_alone_is_no_fault_of_the_release():
    said = [["2025-01", "detainer", "", 5], ["2025-01", "list", "", 0]]
    found = audit([release(said)], [Claim(selector("alder", "2025-01", "detainer", ""), 3, 3, "the county's report")])
    assert found.known_without == 1
    assert not [each for each in found.falls if each.attacker == "outsider"]


def test_who_knows_one_request_learns_nothing_of_the_others_or_the_release_fails():
    said = [["2025-01", "detainer", "refused", 5], ["2025-01", "detainer", "complied", 0]]
    most = [Claim(selector("alder", "2025-01", "detainer", ""), 0, 2, "the sender's list")]
    found = audit([release(said)], most)
    assert any(each.attacker.startswith("insider") for each in found.falls)
    assert not any(each.attacker == "outsider" for each in found.falls)


def test_a_printed_count_that_changed_without_a_correction_is_named():
    first = release([["2025-01", "detainer", "", 15]])
    second = release([["2025-01", "detainer", "", 20]], version=2)
    corrected = release(
        [["2025-01", "detainer", "", 20]], version=2, corrections=[["2025-01", "detainer", "", 15, 20, "late"]]
    )
    assert "20 in release 2 and 15 in release 1" in audit([first, second], []).sentences()[0]
    assert not audit([first, corrected], []).changed


def test_numbers_that_no_ledger_fits_are_told():
    said = [
        ["2025-01", "detainer", "", 50],
        ["2025-01", "detainer", "refused", 0],
        ["2025-01", "detainer", "complied", 0],
    ]
    assert audit([release(said)], []).contradiction


def test_the_bounds_are_those_of_trying_every_ledger():
    chance = random.Random(5)  # noqa: S311 - chance is no secret
    for _ in range(15):
        claims = []
        for kind, outcome in [("a", ""), ("b", ""), ("", "x"), ("", "y"), ("", "")]:
            low = chance.randint(0, 2)
            claims.append(Claim(selector("alder", "2025-01", kind, outcome), low, low + chance.randint(0, 3), ""))
        places = grid_of(claims)
        fitting = [
            dict(zip(places, values, strict=True))
            for values in itertools.product(range(6), repeat=4)
            if all(
                c.low <= sum(v for p, v in zip(places, values, strict=True) if c.holds_at(p)) <= c.high for c in claims
            )
        ]
        targets = [selector("alder", "", kind, outcome) for kind in "ab" for outcome in "xy"] + [
            selector("", "", "a", "")
        ]
        found = bounds(Search(places, claims), targets)
        for target, bound in zip(targets, found, strict=True):
            probe = Claim(target, 0, None, "")
            values = {sum(v for p, v in each.items() if probe.holds_at(p)) for each in fitting}
            if not values:
                assert bound is None
            elif bound.exact:
                assert (bound.low, bound.high) == (min(values), max(values))
            else:
                assert min(values) <= bound.low
                assert bound.high <= max(values)
                assert bound.high - bound.low >= 4


def test_the_attack_uses_how_far_counts_are_off_on_average():
    said = [["2025-01", "detainer", "", 5], ["2025-02", "detainer", "", 0]]
    assert audit([release(said)], []).holds
    assert audit([release(said, mean_off_by=3.0)], []).narrow == 0
    assert audit([release(said, mean_off_by=1.0)], []).narrow == 1, "a zero leaves one value at least to the other"
    found = audit([release(said, mean_off_by=0.0)], [])
    assert {each.sentence() for each in found.falls} >= {"outsider: alder, 2025-01, detainer is exactly 5."}


def test_a_series_average_is_used_too():
    series = {
        "year": "2025",
        "name": "served",
        "cells": [["in_time", 5], ["late", 20]],
        "all": 25,
        "parts_outcomes": [],
    }
    for mean, falls in ((1.45, set()), (0.0, {"in_time"})):
        found = audit([release([["2025-01", "detainer", "", 30]], series=[series | {"mean_off_by": mean}])], [])
        assert {each.printed[3] for each in found.falls} == falls


def test_bounds_under_a_limit_of_distances_are_those_of_trying_every_ledger():
    printed = [(("a", ""), 5), (("b", ""), 0), (("", "x"), 5), (("", ""), 5)]
    claims = [Claim(selector("alder", "m", *name), max(0, v - 4), v + 4, "r", ("r",), v) for name, v in printed]
    places = grid_of(claims)
    for most in range(7):
        search = Search(places, claims, {"r": most})
        fitting = []
        for values in itertools.product(range(10), repeat=len(places)):
            sums = [sum(v for p, v in zip(places, values, strict=True) if c.holds_at(p)) for c in claims]
            if sum(abs(n - c.value) for n, c in zip(sums, claims, strict=True)) <= most:
                fitting.append(sums)
        low, high = min(each[0] for each in fitting), max(each[0] for each in fitting)
        (bound,) = bounds(search, [claims[0].where])
        assert (bound.low, bound.high) == (low, high) or (not bound.exact and low <= bound.low <= bound.high - 4)


def test_a_release_of_a_whole_ledger_holds_and_a_ledger_printed_as_it_is_falls():
    counts = ledger(57)
    made = make_release(order(counts))
    assert audit([("r", made.text)], [], requests=[("alder", *cell) for cell in counts]).holds
    bare = json.loads(made.text) | {"off_by": 0, "totals_off_by": 0}
    bare["cells"] = [[month, kind, outcome, value] for (month, kind, outcome), value in counts.items() if value < 5]
    assert not audit([("r", json.dumps(bare))], [], requests=[]).holds


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("source,office\n", "periods"),
        ("source,office,periods,kinds,outcomes,least,most\nx,alder,March,,,1,2\n", "March"),
        ("source,office,periods,kinds,outcomes,least,most\nx,alder,2025,,,-1,2\n", "no count"),
        ("source,office,periods,kinds,outcomes,least,most\nx,alder,2025,,,9,2\n", "less than"),
        ("source,office,periods,kinds,outcomes,least,most\nx,,2025,,,1,2\n", "no office"),
    ],
)
def test_a_register_that_cannot_be_read_is_told_in_one_sentence(text, says):
    with pytest.raises(BadInputError, match=says):
        register_claims(text, "register.csv")


def test_a_register_is_read_by_month_quarter_year_and_span():
    text = "source,office,periods,kinds,outcomes,least,most\nslide,alder,2025-Q2+2025-11,detainer,,7,\n"
    (claim,) = register_claims(text, "register.csv")
    assert claim.where[1] == ("2025-04", "2025-05", "2025-06", "2025-11")
    assert (claim.low, claim.high) == (7, 7)
    assert months_of("2025-11..2026-02", "r") == ["2025-11", "2025-12", "2026-01", "2026-02"]


def test_where_every_kind_stands_alone_nothing_is_left_under_other_and_that_is_not_everything():
    said = [["2025-01", "detainer", "", 25], ["2025-01", "other", "", 0], ["2025-01", "", "", 25]]
    found = audit([release(said, merged=[])], [])
    assert not found.contradiction
    assert found.holds


def test_what_others_printed_of_a_series_is_used_against_it_alone():
    series = {"year": "2025", "name": "notices", "cells": [["yes", 20], ["no", 5]], "all": 25, "parts_outcomes": []}
    said = release([["2025-01", "detainer", "", 30]], series=[series])
    text = "source,office,periods,kinds,outcomes,least,most,table\nforum,alder,2025,,no,0,1,notices\n"
    (claim,) = register_claims(text, "register.csv")
    assert (claim.table, claim.where[0]) == ("notices", ("alder notices",))
    found = audit([said], [claim])
    assert [each.sentence() for each in found.falls] == ["outsider: alder, 2025, notices, no is exactly 1."]
    assert audit([said], []).holds
    elsewhere = register_claims(text.replace(",notices", ",answer_time"), "register.csv")
    assert audit([said], elsewhere).holds
    assert audit([said], register_claims(text.replace("2025,", "2024,"), "register.csv")).holds


def test_a_number_of_a_part_says_how_much_the_whole_is_at_least():
    text = "source,office,periods,kinds,outcomes,least,most\nreport,alder,2025-01,detainer,,9,more\n"
    (claim,) = register_claims(text, "register.csv")
    assert (claim.low, claim.high) == (9, None)
    said = [["2025-01", "detainer", "", 5], ["2025-01", "list", "", 0]]
    assert "detainer is exactly 9" in audit([release(said)], [claim]).sentences()[0]
