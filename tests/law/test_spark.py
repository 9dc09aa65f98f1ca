"""Spark decides as columns do, on a local Spark, where it is installed."""

import shutil
from pathlib import Path

import polars as pl
import pytest

from habeas.law.engine.columns.folder import batch_folder
from habeas.law.engine.columns.mixed import decide_mixed
from habeas.law.engine.columns.outcomes import decide_frame
from habeas.law.model.vocabulary import Act
from tests.law.crowds import REQUESTS, Crowd
from tests.law.test_mixed import WANTED, mixed
from tests.law.test_stream import nested

pytest.importorskip("pyspark", reason="habeas[spark] is not installed")
if shutil.which("java") is None:
    pytest.skip("no Java runtime", allow_module_level=True)

ACTS = [Act.HOLD, Act.NOTIFY, Act.TRANSFER]


@pytest.fixture(scope="module")
def spark():
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "40").getOrCreate()
    yield session
    session.stop()


@pytest.mark.parametrize("place", ["us-ca", "us-tx", "us-nj"])
def test_spark_decides_as_columns_do(spark, tmp_path, place):
    from habeas.law.engine.columns.spark import decide_spark

    crowd = Crowd(place, REQUESTS[0], 150, seed=3)
    people, charges = crowd.frames()
    nested(people, charges).write_parquet(tmp_path / "people.parquet")
    sample = crowd.cases()[0]
    rows = decide_spark(spark.read.parquet(str(tmp_path / "people.parquet")), sample, ACTS).toArrow()
    found = pl.DataFrame(pl.from_arrow(rows)).sort("id")
    assert found.equals(decide_frame(people, charges, sample, ACTS).sort("id"))


def test_spark_decides_rows_of_many_places_and_days_as_columns_do(spark, tmp_path):
    from habeas.law.engine.columns.spark import decide_spark_mixed

    people = mixed(150).with_columns(
        pl.when(pl.int_range(pl.len()) == 7).then(pl.lit("us-ca-nowhere")).otherwise("county").alias("county")
    )
    people.write_parquet(tmp_path / "people.parquet")
    rows = decide_spark_mixed(spark.read.parquet(str(tmp_path / "people.parquet")), WANTED).toArrow()
    found = pl.DataFrame(pl.from_arrow(rows)).sort("id")
    assert found.equals(decide_mixed(people, WANTED)[0].sort("id"))
    assert "us-ca-nowhere" in "".join(found.filter(pl.col("county") == "us-ca-nowhere")["hold.unknown"])


def test_a_folder_is_decided_part_by_part_as_the_shell_does_and_a_run_that_was_cut_is_taken_up(spark, tmp_path):
    from habeas.law.engine.columns.spark import batch_spark

    for place, part in mixed(120).group_by("county"):
        folder = tmp_path / "people" / f"county={place[0]}"
        folder.mkdir(parents=True)
        part.drop("county").write_parquet(folder / "part-0.parquet")
    batch_folder(tmp_path / "people", tmp_path / "shell", WANTED, {})
    asked = (str(tmp_path / "people"), str(tmp_path / "spark"), WANTED, "county", {"request": "r"})
    made = batch_spark(spark, *asked)
    assert len(made) == 4
    written = [pl.read_parquet(f"{each}/*.parquet", hive_partitioning=False) for each in made]
    shell = pl.concat([pl.read_parquet(each) for each in (tmp_path / "shell").rglob("*.parquet")])
    assert pl.concat(written).sort("id").equals(shell.select(written[0].columns).sort("id"))
    (Path(made[2]) / "_SUCCESS").unlink()  # it was cut before its end
    kept = [each.stat().st_mtime_ns for each in Path(made[0]).glob("*.parquet")]
    assert batch_spark(spark, *asked) == [made[2]]
    assert [each.stat().st_mtime_ns for each in Path(made[0]).glob("*.parquet")] == kept
    assert batch_spark(spark, *asked) == []
    assert len(batch_spark(spark, *asked[:-1], {"request": "another"})) == 4, "another request is another run"
