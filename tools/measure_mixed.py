"""Measure rows of many places and days against the same rows under one place: processor seconds, and how many times as long."""

import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from habeas.bench.data import write_data
from habeas.bench.rule import frames
from habeas.law.engine.case_files import local_agency
from habeas.law.engine.columns.mixed import Wanted, decide_mixed
from habeas.law.model.case import Case
from habeas.law.model.vocabulary import Act

PLACES = ("us-ca-los-angeles", "us-ca-kern", "us-ca-orange", "us-ca-san-diego")
REQUEST = {
    "kind": "detainer",
    "issuer": "ice",
    "basis": "civil",
    "signer": "immigration_officer",
    "identity_match": True,
}


def sample(place: str, day: date) -> Case:
    """The usual detainer at a place on a day."""
    return Case("sample", place, day, dict(REQUEST), agency={"local": local_agency(None, place)})


def people(folder: Path, count: int) -> pl.DataFrame:
    """Generated people with their charges in a list."""
    write_data(folder, count)
    persons, charges = (each.collect() for each in frames(folder, count))
    named = charges.rename(lambda name: name.removeprefix("charge."))
    lists = named.select("id", pl.struct(pl.all().exclude("id")).alias("charges")).group_by("id").agg("charges")
    return persons.join(lists, on="id", how="left", maintain_order="left")


def seconds(frame: pl.DataFrame) -> float:
    """Processor seconds to decide a frame."""
    start = time.process_time()
    decide_mixed(frame, Wanted("county", "day", None, tuple(Act), sample))
    return time.process_time() - start


def main(count: int) -> None:
    """Print both times and their ratio, with one place and day first."""
    with TemporaryDirectory() as folder:
        held = people(Path(folder), count).with_row_index("n")
    day = pl.lit(date(2025, 7, 17))
    one = held.with_columns(pl.lit(PLACES[0]).alias("county"), day.alias("day")).drop("n")
    names = pl.DataFrame({"k": pl.Series(range(len(PLACES)), dtype=pl.UInt32), "county": PLACES})
    many = held.with_columns((pl.col("n") % len(PLACES)).cast(pl.UInt32).alias("k")).join(names, on="k")
    many = many.with_columns((day - pl.duration(days=pl.col("n") // 7 % 3)).cast(pl.Date).alias("day")).drop("n", "k")
    seconds(one.head(1000))
    seconds(many.head(1000))
    first, second = seconds(one), seconds(many)
    sys.stdout.write(f"{count:,} people: one place {first:.1f} s, mixed {second:.1f} s, {second / first:.2f} times\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
