"""Slices give what the whole gives; a charge list that is missing is not an empty one; a file is written whole or not at all."""

import polars as pl
import pytest

from habeas.common.errors import BadInputError
from habeas.law.engine.columns.outcomes import decide_frame
from habeas.law.engine.columns.stream import batch_parquet, write_slices
from habeas.law.model.vocabulary import Act
from tests.law.crowds import REQUESTS, Crowd

ACTS = [Act.HOLD, Act.NOTIFY, Act.TRANSFER]


@pytest.fixture
def crowd():
    return Crowd("us-ca", REQUESTS[0], 60, seed=11)


def nested(people, charges):
    fields = pl.struct(pl.all().exclude("id").name.replace("^charge\\.", ""))
    lists = charges.select("id", fields.alias("charges")).group_by("id", maintain_order=True).agg("charges")
    joined = people.join(lists, on="id", how="left", maintain_order="left")
    empty = pl.lit([], dtype=lists.schema["charges"])
    has = pl.col("charges").is_null() & pl.col("charges_known")
    return joined.with_columns(pl.when(has).then(empty).otherwise(pl.col("charges")).alias("charges"))


@pytest.mark.parametrize("step", [1, 7, 1000])
def test_slices_give_what_the_whole_gives(crowd, tmp_path, step):
    people, charges = crowd.frames()
    people.write_parquet(tmp_path / "people.parquet")
    charges.write_parquet(tmp_path / "charges.parquet")
    sample = crowd.cases()[0]
    done = batch_parquet(
        tmp_path / "people.parquet", tmp_path / "charges.parquet", tmp_path / "out.parquet", sample, ACTS, step=step
    )
    assert done == 60
    assert pl.read_parquet(tmp_path / "out.parquet").equals(decide_frame(people, charges, sample, ACTS))


def test_charges_may_stand_in_a_list_of_each_person(crowd, tmp_path):
    people, charges = crowd.frames()
    nested(people, charges).drop("charges_known").write_parquet(tmp_path / "people.parquet")
    sample = crowd.cases()[0]
    batch_parquet(tmp_path / "people.parquet", None, tmp_path / "out.parquet", sample, ACTS)
    assert pl.read_parquet(tmp_path / "out.parquet").equals(decide_frame(people, charges, sample, ACTS))


def test_a_failure_leaves_nothing(crowd, tmp_path):
    people, charges = crowd.frames()
    people.write_parquet(tmp_path / "people.parquet")
    charges.write_parquet(tmp_path / "charges.parquet")

    def fail(some, theirs):
        raise OSError("the disk is full")

    with pytest.raises(BadInputError, match=r"out\.parquet cannot be written"):
        write_slices(tmp_path / "people.parquet", tmp_path / "charges.parquet", tmp_path / "out.parquet", fail, step=10)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["charges.parquet", "people.parquet"]


def test_what_is_no_parquet_is_refused(tmp_path, crowd):
    (tmp_path / "people.parquet").write_text("not parquet", encoding="utf-8")
    with pytest.raises(BadInputError, match="cannot be read as Parquet"):
        batch_parquet(tmp_path / "people.parquet", None, tmp_path / "out.parquet", crowd.cases()[0], ACTS)


def test_a_file_whose_pages_are_damaged_behind_a_good_end_is_refused(tmp_path, crowd):
    people, _ = crowd.frames()
    people.write_parquet(tmp_path / "whole.parquet")
    (tmp_path / "people.parquet").write_bytes((tmp_path / "whole.parquet").read_bytes()[30:])
    with pytest.raises(BadInputError, match=r"people\.parquet cannot be read"):
        batch_parquet(tmp_path / "people.parquet", None, tmp_path / "out.parquet", crowd.cases()[0], ACTS)
    assert not (tmp_path / "out.parquet").exists()
