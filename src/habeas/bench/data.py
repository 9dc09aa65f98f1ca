"""Generated people and charges for the benchmarks, in the files the peers read: seeded, with about one value in twenty missing."""

from datetime import date
from pathlib import Path

import polars as pl

AS_OF = date(2026, 7, 1)
"""The day the benchmarks are decided as of."""
_STATUTES = 400
_MISSING = 0.05


def write_data(folder: Path, people: int, *, step: int = 1_000_000) -> None:
    """Write `statutes.parquet`, `persons_<people>.parquet` and `charges_<people>.parquet`, unless they are there."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "statutes.parquet").exists():
        statutes().write_parquet(folder / "statutes.parquet")
    paths = [folder / f"{name}_{people}.parquet" for name in ("persons", "charges")]
    if all(path.exists() for path in paths):
        return
    parts = [_part(first, min(step, people - first), number) for number, first in enumerate(range(0, people, step))]
    if len(parts) == 1:
        for path, frame in zip(paths, parts[0], strict=True):
            frame.write_parquet(path, row_group_size=250_000)
        return
    for position, path in enumerate(paths):
        pl.concat([part[position].lazy() for part in parts]).sink_parquet(path, row_group_size=250_000)


def statutes() -> pl.DataFrame:
    """Four hundred sections, each with its severity, whether it is serious or violent, and whether it is listed."""
    frame = pl.select(statute_id=pl.int_range(1, _STATUTES + 1, dtype=pl.Int16))
    draw = {
        name: _uniform(frame.height, seed)
        for seed, name in enumerate(("kind", "serious", "violent", "listed", "family"))
    }
    frame = frame.with_columns(**draw)
    severity = (
        pl.when(pl.col("kind") < 0.35)
        .then(pl.lit("F"))
        .when(pl.col("kind") < 0.65)
        .then(pl.lit("W"))
        .otherwise(pl.lit("M"))
    )
    frame = frame.with_columns(severity=severity)
    graver = pl.col("severity") != "M"
    frame = frame.with_columns(serious=graver & (pl.col("serious") < 0.22), in_list=graver & (pl.col("listed") < 0.55))
    violent = (pl.col("severity") == "F") & pl.col("serious") & (pl.col("violent") < 0.45)
    family = pl.when(pl.col("in_list")).then((pl.col("family") * 31).floor().cast(pl.Int8) + 1)
    code = pl.format("PC {}", pl.col("statute_id") * 73)
    return frame.select(
        "statute_id",
        code.alias("code"),
        "severity",
        "serious",
        violent.alias("violent"),
        "in_list",
        family.alias("family"),
    )


def _part(first: int, people: int, number: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """One run of people with their charges: three on average, one person in twenty with none."""
    seed = 100 * (number + 1)
    ids = pl.select(person_id=pl.int_range(first + 1, first + people + 1, dtype=pl.Int64))
    persons = ids.with_columns(
        registry=_thinned(_uniform(people, seed) < 0.02, seed + 1),
        fed_warrant=_thinned(_uniform(people, seed + 2) < 0.01, seed + 3),
    )
    charges = ids.with_columns(n=_counts(people, seed + 4)).select(
        pl.col("person_id").repeat_by("n").explode(empty_as_null=False, keep_nulls=False)
    )
    return persons, _charges(charges, seed)


def _counts(people: int, seed: int) -> pl.Series:
    """Poisson with mean three, by its cumulative chances."""
    steps = [0.0498, 0.1991, 0.4232, 0.6472, 0.8153, 0.9161, 0.9665, 0.9881, 0.9962]
    draw = _uniform(people, seed)
    return sum(((draw >= step).cast(pl.Int64) for step in steps), pl.Series([0] * people, dtype=pl.Int64))


def _charges(charges: pl.DataFrame, seed: int) -> pl.DataFrame:
    n = charges.height
    u = {k: _uniform(n, seed + 10 + k) for k in range(8)}
    frame = charges.with_columns(
        statute_id=_thinned((u[0] ** 1.7 * _STATUTES).floor().cast(pl.Int16) + 1, seed + 30),
        d=u[1],
        a=u[2],
        g=u[3],
        p=u[4],
    )
    disposition = (
        pl.when(pl.col("d") < 0.33).then(pl.lit("pending")).when(pl.col("d") < 0.63).then(pl.lit("convicted"))
        .when(pl.col("d") < 0.95).then(pl.lit("dismissed")).otherwise(pl.lit("unknown"))
    )  # fmt: skip
    age = (-(1 - pl.col("a")).log() * 7 * 365.25).clip(upper_bound=45 * 365).cast(pl.Int64)
    frame = frame.with_columns(disposition=disposition, day=pl.lit(AS_OF) - pl.duration(days=age))
    convicted, pending = pl.col("disposition") == "convicted", pl.col("disposition") == "pending"
    frame = frame.with_columns(
        conviction_date=pl.when(convicted & (u[5] >= _MISSING)).then(pl.col("day")),
        conv_grade=pl.when(convicted & (u[6] >= _MISSING)).then(
            pl.when(pl.col("g") < 0.6).then(pl.lit("F")).otherwise(pl.lit("M"))
        ),
        pc_finding=pl.when(pending & (u[7] >= _MISSING)).then(pl.col("p") < 0.35),
    )
    thin = _thinned(frame.get_column("disposition"), seed + 31, 0.03)
    return frame.with_columns(thin).select(
        pl.int_range(1, pl.len() + 1, dtype=pl.Int64).alias("charge_id"),
        "person_id", "statute_id", "disposition", "conviction_date", "conv_grade", "pc_finding",
    )  # fmt: skip


def _uniform(n: int, seed: int) -> pl.Series:
    """`n` numbers from 0 to 1 that a seed repeats: hashes of their positions."""
    position = pl.select(k=pl.int_range(0, n, dtype=pl.UInt64)).get_column("k")
    return position.hash(seed=seed * 7919 + 17).cast(pl.Float64) / float(2**64)


def _thinned(values: pl.Series, seed: int, share: float = _MISSING) -> pl.Series:
    keep = _uniform(len(values), seed) >= share
    return pl.select(pl.when(keep).then(values).alias(values.name)).to_series()
