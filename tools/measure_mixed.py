"""Measure rows of many places and days against the same rows under one place: processor seconds, and how many times as long.

`python tools/measure_mixed.py 1000000`: generated people with their charges, all acts, under us-ca-los-angeles on one day; under four
counties of California on three days; and under every place that has a pack of its own (federal law alone is left out) on a day of each
month of five years. The packs are read before; the first of each works out each law anew, the second comes after it. They are asked in turn, three rounds (or
the second number), and the least of each counts: what else the machine does slows one round and not another.
"""

import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from habeas.bench.data import write_data
from habeas.bench.rule import frames
from habeas.law.engine.case_files import local_agency
from habeas.law.engine.columns import planning
from habeas.law.engine.columns.mixed import Wanted, decide_mixed
from habeas.law.model.case import Case
from habeas.law.model.vocabulary import Act
from habeas.law.packs import PACKS

COUNTIES = ["us-ca-los-angeles", "us-ca-kern", "us-ca-orange", "us-ca-san-diego"]
EVERYWHERE = sorted(name for name in PACKS if name != "us")
MONTHS = [date(year, month, 17) for year in range(2021, 2026) for month in range(1, 13)]
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


def placed(held: pl.DataFrame, places: list[str], days: list[date]) -> pl.DataFrame:
    """The people dealt out to places and days, each to each."""
    row = pl.int_range(pl.len())
    return held.with_columns(
        pl.Series(places).gather(held.select(row % len(places)).to_series()).alias("county"),
        pl.Series(days).gather(held.select(row // len(places) % len(days)).to_series()).alias("day"),
    )


def seconds(frame: pl.DataFrame) -> float:
    """Processor seconds to decide a frame."""
    start = time.process_time()
    decide_mixed(frame, Wanted("county", "day", None, tuple(Act), sample))
    return time.process_time() - start


def main(count: int, rounds: int) -> None:
    """Print the least times of so many rounds, asked in turn, and how many times as long as under one place they are."""
    with TemporaryDirectory() as folder:
        held = people(Path(folder), count)
    asked = {"one place and day": (COUNTIES[:1], MONTHS[-6:-5]), "4 counties, 3 days": (COUNTIES, MONTHS[-8:-5])}
    asked[f"{len(EVERYWHERE)} places, {len(MONTHS)} days"] = (EVERYWHERE, MONTHS)
    for places, days in asked.values():
        seconds(placed(held.head(1000), places, days))
    frames_of = {name: placed(held, places, days) for name, (places, days) in asked.items()}
    first: dict[str, list[float]] = {name: [] for name in frames_of}
    again: dict[str, list[float]] = {name: [] for name in frames_of}
    for _ in range(rounds):
        for name, frame in frames_of.items():
            planning.forget()
            first[name].append(seconds(frame))
            again[name].append(seconds(frame))
    base = min(first["one place and day"])
    for name in frames_of:
        one = min(first[name])
        sys.stdout.write(
            f"{count:,} people, {name}: {one:.2f} s ({one / base:.2f} times), again {min(again[name]):.2f} s\n"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3)
