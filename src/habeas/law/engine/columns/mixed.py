"""People of many places and days in one frame: each place and day is decided as it would be alone, and the rows keep their order.

A place that is not in the table, or a day that is none, is never supposed: every outcome of such a row is unknown, and the row is named.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import polars as pl

from habeas.common.errors import BadInputError
from habeas.law.engine.columns.outcomes import ID, decide_frame
from habeas.law.engine.columns.stream import split_nested
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.case import Case
from habeas.law.model.vocabulary import Act, Outcome

SampleOf = Callable[[str, date], Case]
"""What is asked, at a place and on a day."""
ROW, PLACE, DAY = "habeas: row", "habeas: place", "habeas: day"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is decided: the columns of place and day (or one day for all), the acts, and the sample for each place and day."""

    place: str
    day: str | None
    same_day: date | None
    acts: tuple[Act, ...]
    sample_of: SampleOf


@dataclass(frozen=True, slots=True)
class Doubt:
    """Rows that could not be decided for one reason: the first of them, counted from 1, and how many."""

    row: int
    rows: int
    why: str


def decide_mixed(people: pl.DataFrame, wanted: Wanted) -> tuple[pl.DataFrame, list[Doubt]]:
    """Decide every row under its own place on its own day; returns `id`, place, day and the acts' columns, and what was not decided.

    Raises BadInputError for a missing column or one of a wrong type.
    """
    check_columns(people.schema, wanted)
    keyed = people.with_columns(_place(wanted), _day(people.schema, wanted)).with_row_index(ROW)
    groups = keyed.partition_by(PLACE, DAY, as_dict=True, maintain_order=True)
    made = [_group(rows, place, day, wanted) for (place, day), rows in groups.items()]
    parts = [part for part, _ in made]
    doubts = [_doubt(rows, why, people, wanted) for rows, (_, why) in zip(groups.values(), made, strict=True) if why]
    return _in_order(people, parts, wanted), doubts


def check_columns(schema: pl.Schema, wanted: Wanted) -> None:
    """Raise BadInputError, in one sentence, where a column that is needed is missing or of a type that cannot say it."""
    for name in filter(None, (ID, wanted.place, wanted.day)):
        if name not in schema:
            raise BadInputError(f'there is no column "{name[:60]}"; the columns are {", ".join(list(schema)[:12])}.')
    if schema[wanted.place] not in (pl.String, pl.Categorical, pl.Enum, pl.Null):
        raise BadInputError(
            f'column "{wanted.place}" is {schema[wanted.place]}; places are text like us-ca-los-angeles.'
        )
    if wanted.day and schema[wanted.day] not in (pl.Date, pl.String, pl.Null):
        raise BadInputError(
            f'column "{wanted.day}" is {schema[wanted.day]}; give days as dates, or as text like 2025-07-17.'
        )


def _place(wanted: Wanted) -> pl.Expr:
    return pl.col(wanted.place).cast(pl.String).alias(PLACE)


def _day(schema: pl.Schema, wanted: Wanted) -> pl.Expr:
    if wanted.day is None:
        return pl.lit(wanted.same_day, dtype=pl.Date).alias(DAY)
    column = pl.col(wanted.day)
    if schema[wanted.day] == pl.String:
        exact = column.str.contains(r"^\d{4}-\d{2}-\d{2}$")
        column = pl.when(exact).then(column.str.to_date("%Y-%m-%d", strict=False))
    return column.cast(pl.Date).alias(DAY)


def _group(rows: pl.DataFrame, place: str | None, day: date | None, wanted: Wanted) -> tuple[pl.DataFrame, str]:
    why = _fault(place, day, wanted)
    if why or place is None or day is None:
        return rows.select(ROW, *_unknown(wanted, why)), why
    plain = rows.drop(PLACE, DAY, ID).with_columns(pl.col(ROW).alias(ID)).drop(ROW)
    given, charges = split_nested(plain.lazy(), plain.schema)
    made = decide_frame(given, charges, wanted.sample_of(place, day), wanted.acts)
    return made.rename({ID: ROW}), ""


def _fault(place: str | None, day: date | None, wanted: Wanted) -> str:
    """Why a place and day cannot be decided; empty where they can."""
    if place is None or not place.strip():
        return f'column "{wanted.place}" names no place'
    if fault := _place_fault(place):
        return fault
    return f'column "{wanted.day}" holds no date like 2025-07-17' if day is None else ""


@lru_cache(maxsize=4096)
def _place_fault(place: str) -> str:
    try:
        resolve(place)
    except BadInputError as fault:
        return str(fault).rstrip(".")
    return ""


def _unknown(wanted: Wanted, why: str) -> Iterator[pl.Expr]:
    """The columns of a row that was not decided: neither permitted nor forbidden; the reason stands where open facts do."""
    for act in wanted.acts:
        yield pl.lit(Outcome.UNKNOWN.value).alias(f"{act}.outcome")
        yield pl.lit("").alias(f"{act}.provisions")
        yield pl.lit(why).alias(f"{act}.unknown")


def _doubt(rows: pl.DataFrame, why: str, people: pl.DataFrame, wanted: Wanted) -> Doubt:
    first = int(rows[ROW][0])
    words = f' ("{people[wanted.day][first]}")' if wanted.day and why.startswith(f'column "{wanted.day}"') else ""
    return Doubt(first + 1, rows.height, why + words)


def _in_order(people: pl.DataFrame, parts: Iterable[pl.DataFrame], wanted: Wanted) -> pl.DataFrame:
    """The parts as one frame in the order of the people, with the columns that say who, where and when."""
    named = [name for name in dict.fromkeys((ID, wanted.place, wanted.day)) if name]
    names = [f"{act}.{part}" for act in wanted.acts for part in ("outcome", "provisions", "unknown")]
    texts = [
        part.select(pl.col(ROW).cast(pl.UInt32), *(pl.col(each).cast(pl.String) for each in names)) for part in parts
    ]
    empty = pl.DataFrame(schema={ROW: pl.UInt32, **dict.fromkeys(names, pl.String)})
    made = pl.concat([empty, *texts]).sort(ROW).drop(ROW)
    return pl.concat([people.select(named), made], how="horizontal")
