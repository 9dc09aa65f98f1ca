"""People of many places and days in one frame: each row is decided as it would be alone, and the rows keep their order.

What is worked out of a law is worked out once, for all places and days on which the same rules stand.

A place that is not in the table, or a day that is none, is never supposed: every outcome of such a row is unknown, and the row is named.
"""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import polars as pl

from habeas.common.errors import BadInputError
from habeas.law.engine.columns.classes import CHARGED_IN
from habeas.law.engine.columns.combinations import LAW
from habeas.law.engine.columns.emit import DAY
from habeas.law.engine.columns.outcomes import ID, decide_laws
from habeas.law.engine.columns.plan import Law
from habeas.law.engine.columns.stream import split_nested
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.case import Case
from habeas.law.model.vocabulary import Act, Outcome
from habeas.places.table import place_of

SampleOf = Callable[[str, date], Case]
"""What is asked, at a place and on a day; but for its day the same on every day."""
ROW, PLACE, WHY = "habeas: row", "habeas: place", "habeas: why"


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
    pairs, laws = _pairs(keyed, wanted)
    keyed = keyed.join(pairs, on=[PLACE, DAY], how="left", nulls_equal=True, maintain_order="left")
    known = keyed.filter(pl.col(LAW).is_not_null())
    parts = [_known(known, laws, wanted)] if known.height else []
    faults = keyed.filter(pl.col(LAW).is_null())
    parts.append(faults.select(ROW, *_unknown(wanted)))
    doubts = [_doubt(rows, people, wanted) for rows in faults.partition_by(PLACE, DAY, maintain_order=True)]
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


def _pairs(keyed: pl.DataFrame, wanted: Wanted) -> tuple[pl.DataFrame, list[Law]]:
    """Each place and day that occurs, with the number of its law, where it is charged, or why it cannot be decided; and the laws."""
    found, numbers = keyed.select(PLACE, DAY).unique(maintain_order=True), _Laws(wanted)
    rows = []
    for place, day in found.iter_rows():
        why = _fault(place, day, wanted)
        rows.append((None, None, why) if why else (numbers.of(place, day), _charged_in(place), ""))
    schema = {LAW: pl.UInt32, CHARGED_IN: pl.String, WHY: pl.String}
    return pl.concat([found, pl.DataFrame(rows, schema=schema, orient="row")], how="horizontal"), numbers.laws


class _Laws:
    """The laws met so far: places and days whose rules and facts are the same are of one law."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted, self.laws = wanted, list[Law]()
        self._numbers: dict[Hashable, int] = {}
        self._by_epoch: dict[tuple[str, int], int] = {}
        self._changes: dict[str, list[date]] = {}

    def of(self, place: str, day: date) -> int:
        """The number of the law of a place on a day. Between two changes of its rules a place has one law, unless one looks at the day."""
        if place not in self._changes:
            each = (resolve(place).change_dates(act) for act in self.wanted.acts)
            self._changes[place] = sorted(frozenset().union(*each))
        epoch = (place, bisect_right(self._changes[place], day))
        number = self._by_epoch.get(epoch)
        if number is None:
            law = self._law(place, day)
            number = self._number(law)
            if not law.of_the_day:
                self._by_epoch[epoch] = number
        return number

    def _law(self, place: str, day: date) -> Law:
        held, sample = resolve(place), self.wanted.sample_of(place, day)
        return Law(sample, {act: held.rules_on(act, day) for act in self.wanted.acts}, held.states_without_pack)

    def _number(self, law: Law) -> int:
        number = self._numbers.setdefault((law.facts, law.key), len(self.laws))
        if number == len(self.laws):
            self.laws.append(law)
        return number


@lru_cache(maxsize=4096)
def _charged_in(place: str) -> str:
    """The state of a place, which is what tells how a charge is written there; the place itself where it is in none."""
    state = place_of(place).state
    return place if state is None else state.id


def _known(rows: pl.DataFrame, laws: list[Law], wanted: Wanted) -> pl.DataFrame:
    """The rows whose law is known, decided in one frame."""
    plain = rows.drop(PLACE, ID, WHY).rename({ROW: ID}).lazy()
    given, charges = split_nested(plain, plain.collect_schema(), (LAW, DAY, CHARGED_IN))
    return decide_laws(given.drop(CHARGED_IN), charges, laws).rename({ID: ROW})


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


def _unknown(wanted: Wanted) -> Iterator[pl.Expr]:
    """The columns of a row that was not decided: neither permitted nor forbidden; the reason stands where open facts do."""
    for act in wanted.acts:
        yield pl.lit(Outcome.UNKNOWN.value).alias(f"{act}.outcome")
        yield pl.lit("").alias(f"{act}.provisions")
        yield pl.col(WHY).alias(f"{act}.unknown")


def _doubt(rows: pl.DataFrame, people: pl.DataFrame, wanted: Wanted) -> Doubt:
    first, why = int(rows[ROW][0]), str(rows[WHY][0])
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
    made = pl.concat([empty, *texts])
    made = (made if made.get_column(ROW).is_sorted() else made.sort(ROW)).drop(ROW)
    return pl.concat([people.select(named), made], how="horizontal")
