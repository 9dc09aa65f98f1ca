"""Spark decides as columns do, on a local Spark, where it is installed."""

import shutil

import polars as pl
import pytest

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
