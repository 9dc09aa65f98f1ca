"""Parquet in, Parquet out, a slice of people at a time: what is held in memory does not grow with the state."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import polars as pl

from habeas.common.errors import BadInputError
from habeas.common.infiles import open_file
from habeas.common.outfiles import whole_file
from habeas.law.engine.columns.emit import KNOWN
from habeas.law.engine.columns.outcomes import ID, decide_frame
from habeas.law.model.case import Case
from habeas.law.model.vocabulary import Act

CHARGES = "charges"
STEP = 500_000
"""People a slice."""

Decide = Callable[[pl.LazyFrame, pl.LazyFrame | None], pl.DataFrame]


def batch_parquet(
    people: Path, charges: Path | None, out: Path, sample: Case, acts: Iterable[Act], *, step: int = STEP
) -> int:
    """Decide everybody in `people` (and `charges`, or a list of charges within `people`) and write `out`; returns how many.

    Raises BadInputError where a file cannot be read; `out` is written whole or not at all.
    """
    wanted = tuple(acts)
    return write_slices(
        people, charges, out, lambda some, theirs: decide_frame(some, theirs, sample, wanted), step=step
    )


def write_slices(people: Path, charges: Path | None, out: Path, decide: Decide, *, step: int = STEP) -> int:
    """Run `decide` over slices of `people` with their charges, and write what it returns to `out`."""
    done, read = 0, (_scan(people), _scan(charges) if charges else None)
    with (
        whole_file(out, replace=True) as whole,
        tempfile.TemporaryDirectory(prefix=".habeas-", dir=whole.parent) as folder,
    ):
        parts = Path(folder)
        for number, made in enumerate(_decided(people, slices(*read, step), decide)):
            write_parquet(made.lazy(), parts / f"{number:06}.parquet", out)
            done += made.height
        write_parquet(pl.scan_parquet(sorted(parts.glob("0*.parquet"))), whole, out)
    return done


def write_parquet(frame: pl.LazyFrame, part: Path, out: Path) -> None:
    """Write `frame` to `part`, on the way to `out`. BadInputError where it cannot be: the library has its own names for a full disk."""
    try:
        frame.sink_parquet(part)
    except pl.exceptions.PolarsError as fault:
        raise BadInputError(f"{out.name} cannot be written: {_first_line(fault)}. Nothing was written.") from None


def _decided(
    people: Path, read: Iterator[tuple[pl.LazyFrame, pl.LazyFrame | None]], decide: Decide
) -> Iterator[pl.DataFrame]:
    """Each slice decided. A Parquet file is only met as its pages are read: what is damaged behind a good end shows here."""
    try:
        for some, theirs in read:
            yield decide(some, theirs)
    except pl.exceptions.PolarsError as fault:
        raise BadInputError(f"{people.name} cannot be read as people: {_first_line(fault)}.") from None


def _first_line(fault: Exception) -> str:
    return (str(fault).strip().splitlines() or ["no reason given"])[0].rstrip(".")[:200]


def slices(
    people: pl.LazyFrame, charges: pl.LazyFrame | None, step: int
) -> Iterator[tuple[pl.LazyFrame, pl.LazyFrame | None]]:
    """People in runs of `step`, each with the charges that could be theirs."""
    schema = people.collect_schema()
    if ID not in schema:
        raise BadInputError('the people have no column "id".')
    total = people.select(pl.len()).collect().item()
    for first in range(0, max(total, 1), step):
        some = people.slice(first, step)
        if charges is None:
            yield split_nested(some, schema)
            continue
        low, high = some.select(pl.col(ID).min().alias("low"), pl.col(ID).max().alias("high")).collect().row(0)
        yield some, charges.filter(pl.col(ID).is_between(pl.lit(low), pl.lit(high)))


def split_nested(
    some: pl.LazyFrame, schema: pl.Schema, beside: Iterable[str] = ()
) -> tuple[pl.LazyFrame, pl.LazyFrame | None]:
    """The charges that stand as a list within each person, with the columns `beside`: no list is not known, an empty list is."""
    if CHARGES not in schema:
        return some, None
    listed = some.filter(pl.col(CHARGES).list.len() > 0).select(ID, *beside, CHARGES).explode(CHARGES)
    struct = schema[CHARGES]
    fields = struct.inner.fields if isinstance(struct, pl.List) and isinstance(struct.inner, pl.Struct) else []
    theirs = listed.select(
        ID, *beside, *(pl.col(CHARGES).struct.field(field.name).alias(_name(field.name)) for field in fields)
    )
    known = [] if KNOWN in schema else [pl.col(CHARGES).is_not_null().alias(KNOWN)]
    return some.with_columns(known).drop(CHARGES), theirs


def _name(field: str) -> str:
    return field if field.startswith("charge.") else f"charge.{field}"


def _scan(path: Path) -> pl.LazyFrame:
    open_file(path).close()
    try:
        frame = pl.scan_parquet(path, glob=False)
        frame.collect_schema()
    except (OSError, pl.exceptions.PolarsError) as error:
        raise BadInputError(f"{path.name} cannot be read as Parquet: {_first_line(error)}.") from None
    return frame
