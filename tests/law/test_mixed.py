"""Rows of many places and days say what each would say alone; a place or day that cannot be read is unknown and named; work is taken up."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest

from habeas.common.errors import BadInputError
from habeas.law.engine import jurisdictions
from habeas.law.engine.case_files import local_agency
from habeas.law.engine.columns import mixed as mixed_engine
from habeas.law.engine.columns.folder import KEPT, batch_folder
from habeas.law.engine.columns.mixed import Wanted, decide_mixed
from habeas.law.engine.columns.outcomes import decide_frame
from habeas.law.engine.columns.plan import Law
from habeas.law.engine.columns.stream import split_nested
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.case import Case
from habeas.law.model.expressions import request
from habeas.law.model.vocabulary import Act
from tests.law.crowds import REQUESTS, Crowd
from tests.law.test_stream import nested

ACTS = (Act.HOLD, Act.NOTIFY, Act.TRANSFER)
PLACES = ("us-ca-los-angeles", "us-tx", "us-il-cook", "us-co-denver")


def amended(place):
    """A day on which the law of a place changed, the newest of its packs."""
    rules = [rule.effective for pack in resolve(place).packs for rule in pack.provisions]
    return max(each.start for each in rules if each.start and each.start < date(2026, 1, 1))


def sample(place, day):
    return Case("sample", place, day, dict(REQUESTS[0]), agency={"local": local_agency(None, place)})


WANTED = Wanted("county", "day", None, ACTS, sample)


def mixed(rows=40):
    made = nested(*Crowd("us-ca", REQUESTS[0], rows, seed=5).frames())
    days = [amended(place) + timedelta(days=shift) for place in PLACES for shift in (-1, 0, 1)]
    keys = [(PLACES[n % len(PLACES)], days[(n * 7) % len(days)]) for n in range(rows)]
    return made.with_columns(
        pl.Series("county", [place for place, _ in keys]), pl.Series("day", [day for _, day in keys])
    )


def alone(people, place, day):
    some = people.filter((pl.col("county") == place) & (pl.col("day") == day)).drop("county", "day")
    return decide_frame(*split_nested(some.lazy(), some.schema), sample(place, day), ACTS)


def test_mixed_rows_give_what_one_place_and_day_gives():
    people = mixed(120)
    made, doubts = decide_mixed(people, WANTED)
    assert doubts == []
    assert made["id"].to_list() == people["id"].to_list()
    for place, day in people.select("county", "day").unique().rows():
        mine = made.filter((pl.col("county") == place) & (pl.col("day") == day)).drop("county", "day")
        assert mine.rows() == alone(people, place, day).rows()


def test_a_row_is_decided_on_its_own_day_where_a_rule_counts_years_back_or_days_ahead():
    people = mixed(120)
    days = [date(2025, 7, day) for day in range(11, 19)]
    row = pl.int_range(pl.len())
    people = people.with_columns(
        pl.when(row % 2 == 0).then(pl.lit("us-ca-los-angeles")).otherwise(pl.lit("us-va")).alias("county"),
        pl.Series("day", [days[n // 2 % len(days)] for n in range(people.height)]),
    )
    made, _ = decide_mixed(people, WANTED)
    for place, day in people.select("county", "day").unique().rows():
        mine = made.filter((pl.col("county") == place) & (pl.col("day") == day)).drop("county", "day")
        assert mine.rows() == alone(people, place, day).rows()
    laws = mixed_engine._Laws(WANTED)
    assert len({laws.of("us-va", day) for day in days}) == 1, "the days go through in one frame"


def test_every_day_between_two_changes_and_every_county_without_rules_of_its_own_is_of_one_law():
    laws = mixed_engine._Laws(WANTED)
    days = [date(2024, 1, 1) + timedelta(days=n) for n in range(0, 700, 7)]
    changes = {day for act in ACTS for day in resolve("us-tx").change_dates(act) if days[0] < day <= days[-1]}
    for place in ("us-tx-travis", "us-tx-kerr", "us-tx-bexar"):
        for day in days:
            laws.of(place, day)
    assert len(laws.laws) <= len(changes) + 1


def test_places_of_one_zone_and_the_days_on_both_sides_of_a_change_are_of_laws_of_their_own():
    laws = mixed_engine._Laws(WANTED)
    places = ("us-ca-los-angeles", "us-or", "us-wa")
    assert len({laws.of(place, date(2025, 6, 1)) for place in places}) == len(places)
    for place in places:
        change = max(day for day in resolve(place).change_dates(Act.HOLD) if day < date(2026, 1, 1))
        assert laws.of(place, change - timedelta(days=1)) != laws.of(place, change)


def test_a_law_that_lacks_its_states_pack_is_told_from_one_with_the_same_rules_that_does_not():
    rules = {Act.HOLD: resolve("us-tx").rules_on(Act.HOLD, date(2025, 6, 1))}
    laws = [Law(sample("us-tx", date(2025, 6, 1)), rules, missing) for missing in ((), ("us-tx",))]
    assert laws[0].key != laws[1].key


def test_a_condition_of_the_request_that_looks_at_the_day_keeps_days_apart(monkeypatch):
    rule = replace(
        resolve("us-tx").rules_on(Act.HOLD, date(2025, 7, 17))[0],
        when=request.received_at.days_away(3),
    )
    monkeypatch.setattr(jurisdictions.Jurisdiction, "rules_on", lambda self, act, day: (rule,))
    laws = mixed_engine._Laws(replace(WANTED, sample_of=received))
    numbers = [laws.of("us-tx", date(2025, 7, day)) for day in (10, 11, 12, 13, 14, 15)]
    assert numbers == [0, 0, 1, 1, 1, 1]


def received(place, day):
    facts = dict(REQUESTS[0]) | {"received_at": datetime(2025, 7, 15, 12, tzinfo=UTC)}
    return Case("sample", place, day, facts, agency={"local": True})


def test_an_unreadable_place_or_day_is_unknown_and_named_and_no_other_row_changes():
    people = mixed().with_columns(pl.col("day").cast(pl.String))
    clean, _ = decide_mixed(people, WANTED)
    row = pl.int_range(pl.len())
    spoiled = people.with_columns(
        pl.when(row == 3).then(pl.lit("us-ca-los-angles")).when(row == 5).then(None).otherwise("county").alias("county"),
        pl.when(row == 8).then(pl.lit("02/03/2025")).otherwise("day").alias("day"),
    )  # fmt: skip
    made, doubts = decide_mixed(spoiled, WANTED)
    assert [each.row for each in doubts] == [4, 6, 9]
    assert "us-ca-los-angles" in doubts[0].why
    assert "02/03/2025" in doubts[2].why
    for number, (was, now) in enumerate(zip(clean.rows(named=True), made.rows(named=True), strict=True)):
        if number in {3, 5, 8}:
            assert {now[f"{act}.outcome"] for act in ACTS} == {"unknown"}
        else:
            assert {k: v for k, v in now.items() if "." in k} == {k: v for k, v in was.items() if "." in k}


@pytest.fixture
def folder(tmp_path):
    people = mixed()
    for place in PLACES:
        (tmp_path / "in" / f"county={place}").mkdir(parents=True)
        people.filter(pl.col("county") == place).drop("county").write_parquet(
            tmp_path / "in" / f"county={place}" / "part-0.parquet"
        )
    return tmp_path


def test_a_partitioned_folder_comes_out_as_it_went_in_and_is_taken_up_where_it_stopped(folder):
    first = batch_folder(folder / "in", folder / "out", WANTED, {})
    parts = sorted(each.relative_to(folder / "in") for each in (folder / "in").rglob("*.parquet"))
    assert (first.made, first.skipped, first.people) == (4, 0, 40)
    assert sorted(each.relative_to(folder / "out") for each in (folder / "out").rglob("*.parquet")) == parts
    (folder / "out" / parts[1]).unlink()
    (folder / "out" / parts[2]).write_bytes(b"half")
    again = batch_folder(folder / "in", folder / "out", WANTED, {})
    assert (again.made, again.skipped) == (2, 2)
    assert batch_folder(folder / "in", folder / "out", WANTED, {"law": "another"}).made == 4


def test_a_changed_part_is_decided_again(folder):
    batch_folder(folder / "in", folder / "out", WANTED, {})
    part = folder / "in" / "county=us-tx" / "part-0.parquet"
    pl.read_parquet(part, hive_partitioning=False).head(1).write_parquet(part)
    assert batch_folder(folder / "in", folder / "out", WANTED, {}).made == 1
    assert pl.read_parquet(folder / "out" / "county=us-tx" / "part-0.parquet", hive_partitioning=False).height == 1


def test_a_missing_column_is_named_with_its_part_before_anything_is_written(folder):
    with pytest.raises(BadInputError, match=r'part-0.parquet: there is no column "land"'):
        batch_folder(folder / "in", folder / "out", Wanted("land", "day", None, ACTS, sample), {})
    assert not (folder / "out").exists()


def test_a_folder_of_something_else_is_left_alone(folder):
    (folder / "out").mkdir()
    (folder / "out" / "mine.txt").write_text("mine")
    with pytest.raises(BadInputError, match="did not write"):
        batch_folder(folder / "in", folder / "out", WANTED, {})
    assert not (folder / "out" / KEPT).exists()
