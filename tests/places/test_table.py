"""The table of places: every county has a parent and a zone, a city stands under its county, and what is not there is refused."""

from collections import Counter
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from habeas.common.errors import BadInputError
from habeas.law.packs import PACKS
from habeas.places.table import PlaceKind, all_places, in_state, place_of, two_times

SUMMER = datetime(2026, 7, 1, 12, tzinfo=UTC)


def test_the_country_has_its_states_and_all_their_counties():
    kinds = Counter(place.kind for place in all_places())
    assert (kinds[PlaceKind.STATE], kinds[PlaceKind.DISTRICT], kinds[PlaceKind.TERRITORY]) == (50, 1, 5)
    counties = Counter(place.state.id for place in all_places() if place.kind is PlaceKind.COUNTY)
    assert {"us-tx": 254, "us-ca": 58, "us-il": 102, "us-la": 64, "us-ct": 8}.items() <= counties.items()


def test_every_place_has_a_parent_in_the_table_and_a_zone_that_is_one():
    for place in all_places():
        if place.parent is not None:
            assert place.chain[0].id == "us"
            assert ZoneInfo(place.zone or "")
        for zone in place.beside:
            assert ZoneInfo(zone)


def test_every_pack_is_the_law_of_a_place():
    assert [pack for pack in PACKS if place_of(pack).id != pack] == []


@pytest.mark.parametrize(
    ("path", "chain"),
    [
        ("us-il-cook-chicago", ["us", "us-il", "us-il-cook", "us-il-cook-chicago"]),
        ("us-il-chicago", ["us", "us-il", "us-il-cook", "us-il-cook-chicago"]),
        ("us-ny-new-york-city", ["us", "us-ny", "us-ny-new-york-city"]),
        ("us-ny-kings", ["us", "us-ny", "us-ny-new-york-city", "us-ny-kings"]),
        ("us-wa-king-seattle", ["us", "us-wa", "us-wa-king", "us-wa-king-seattle"]),
        ("us-la-new-orleans", ["us", "us-la", "us-la-orleans", "us-la-orleans-new-orleans"]),
        ("us-ca-contra-costa", ["us", "us-ca", "us-ca-contra-costa"]),
        ("us-ca-los-angeles", ["us", "us-ca", "us-ca-los-angeles"]),
        ("us-ca-los-angeles-los-angeles", ["us", "us-ca", "us-ca-los-angeles", "us-ca-los-angeles-los-angeles"]),
        ("us-va-richmond-city", ["us", "us-va", "us-va-richmond-city"]),
        ("us-md-baltimore", ["us", "us-md", "us-md-baltimore"]),
    ],
)
def test_what_stands_under_what_is_the_tables_word_and_no_count_of_hyphens(path, chain):
    assert [place.id for place in place_of(path).chain] == chain


@pytest.mark.parametrize(
    ("path", "zone"),
    [
        ("us-fl-escambia", "America/Chicago"), ("us-fl-miami-dade", "America/New_York"),
        ("us-fl-escambia-pensacola", "America/Chicago"), ("us-fl-gulf", "America/New_York"),
        ("us-tx-el-paso", "America/Denver"), ("us-tx-hudspeth", "America/Denver"), ("us-tx-harris", "America/Chicago"),
        ("us-in-lake", "America/Chicago"), ("us-in-marion", "America/Indiana/Indianapolis"),
        ("us-ky-jefferson", "America/Kentucky/Louisville"), ("us-ky-mccracken", "America/Chicago"),
        ("us-tn-knox", "America/New_York"), ("us-tn-shelby", "America/Chicago"), ("us-or-malheur", "America/Boise"),
        ("us-or-multnomah", "America/Los_Angeles"), ("us-id-kootenai", "America/Los_Angeles"), ("us-id-ada", "America/Boise"),
        ("us-nd-stark", "America/Denver"), ("us-sd-pennington", "America/Denver"), ("us-ne-scotts-bluff", "America/Denver"),
        ("us-ks-sherman", "America/Denver"), ("us-mi-gogebic", "America/Menominee"), ("us-az-maricopa", "America/Phoenix"),
        ("us-az-apache", "America/Phoenix"), ("us-ak-aleutians-west", "America/Nome"), ("us-hi-honolulu", "Pacific/Honolulu"),
        ("us-nm-dona-ana", "America/Denver"), ("us-pr-mayaguez", "America/Puerto_Rico"),
    ],
)  # fmt: skip
def test_a_county_keeps_its_own_time_and_not_its_states(path, zone):
    def shown(name):
        return [datetime(2026, month, 1, tzinfo=UTC).astimezone(ZoneInfo(name)).utcoffset() for month in (1, 7)]

    assert shown(place_of(path).zone) == shown(zone)


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("us-ca-los-angles", "us-ca-los-angeles"), ("us-fl-dade", "us-fl-miami-dade"), ("us-il-cooke", "us-il-cook"),
        ("us-il-cook-county", "us-il-cook"), ("us-tx-elpaso", "us-tx-el-paso"), ("us-ny-new-york-cty", "us-ny-new-york-city"),
        ("us-zz", "us-ca"), ("us-ca-", "us-ca"), ("gb-eaw", "us-ca"), ("", "us-ca"), ("US-CA", "us-ca"),
    ],
)  # fmt: skip
def test_a_place_that_is_not_in_the_table_is_refused_with_what_is_near(path, near):
    with pytest.raises(BadInputError, match="not a place Habeas reads") as refused:
        place_of(path)
    assert near in str(refused.value)


def test_a_place_of_two_times_says_so_only_while_they_differ():
    assert "America/Chicago" in two_times(place_of("us-fl"), SUMMER)
    assert "America/Denver" in two_times(place_of("us-az"), SUMMER)
    assert two_times(place_of("us-az"), datetime(2026, 1, 1, tzinfo=UTC)) == ""
    assert two_times(place_of("us-ca"), SUMMER) == two_times(place_of("us"), SUMMER) == ""


def test_a_county_lies_in_its_own_state_and_nobodys_where_no_place_is_given():
    assert in_state("us-ca-kern", "us-ca")
    assert in_state("us-ca", "us-ca")
    assert in_state("us-tx-harris", "us-ca") is False
    assert in_state("us", "us-ca") is False
    assert in_state(None, "us-ca") is None
