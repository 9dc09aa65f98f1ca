"""The map of the law: made from the packs, current in the manual, and nothing on it that the table below does not say."""

import re
from datetime import date

import pytest
from tools.write_law_map import pages

from habeas.law.packs import PACKS
from habeas.law.pages.map import TIERS, map_rows, map_svg
from habeas.places.table import STATES, all_places

ROWS = {each.place: each for each in map_rows(date(2026, 11, 30))}


def test_the_map_of_the_manual_is_that_of_the_packs():
    for path, text in pages().items():
        assert path.read_text(encoding="utf-8") == text, "run python tools/write_law_map.py"


def test_every_state_and_every_pack_below_one_stands_in_the_table():
    states = {each.id for each in all_places() if each.kind in STATES}
    assert states <= set(ROWS)
    assert {name for name in PACKS if name.count("-") > 1 and name != "us-ca-county"} <= set(ROWS)
    assert {each.tier for each in ROWS.values()} <= set(TIERS)


@pytest.mark.parametrize(
    ("place", "tier", "hold"),
    [
        ("us-tx", "read", "must"),
        ("us-or", "read", "must not"),
        ("us-nj", "in part", "must not"),
        ("us-mi", "searched", "counsel"),
        ("us-ca-contra-costa", "searched", "must not"),
        ("us-as", "no pack", "not answered"),
    ],
)
def test_a_place_says_how_well_it_was_read_and_what_a_hold_comes_to(place, tier, hold):
    assert (ROWS[place].tier, ROWS[place].hold_words) == (tier, hold)


def test_what_is_not_verified_says_what_would_settle_it():
    for row in ROWS.values():
        assert bool(row.settle) == bool(row.counts.get("secondary") or row.counts.get("unverified")), row.place


def test_each_of_the_fifty_states_and_the_district_has_one_tile_that_says_its_word():
    picture = map_svg(tuple(ROWS.values()))
    codes = re.findall(r'font-weight="bold" fill="#ffffff">([A-Z]{2})<', picture)
    assert len(codes) == len(set(codes)) == 51
    assert "<title>Texas: hold must; read;" in picture


def test_the_law_of_another_day_gives_another_map():
    [before] = [each for each in map_rows(date(2018, 1, 1)) if each.place == "us-fl"]
    assert before.hold != ROWS["us-fl"].hold
