"""The columns on Spark, where a state's data lives there: the same compiled function, sent to the workers by `mapInArrow`.

Needs `habeas[spark]` (pyspark and pyarrow) and a Java runtime; nothing else of Habeas imports this module.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import polars as pl

from habeas.law.engine.columns.mixed import Wanted, decide_mixed
from habeas.law.engine.columns.outcomes import ID, decide_frame
from habeas.law.engine.columns.stream import split_nested
from habeas.law.model.case import Case
from habeas.law.model.vocabulary import Act

if TYPE_CHECKING:  # pragma: no cover - the extra may not be installed
    from pyspark.sql import DataFrame


_DOT = "__dot__"


def decide_spark(people: "DataFrame", sample: Case, acts: Iterable[Act]) -> "DataFrame":
    """Decide every row of `people` (with `id`, facts, and charges as the list column `charges`) under the request of `sample`.

    Returns a DataFrame as `decide_frame` returns a frame. A person is decided alone, so no shuffle is needed.
    """
    wanted = tuple(acts)
    return _mapped(people, [ID], wanted, lambda frame: _decided(frame, sample, wanted))


def decide_spark_mixed(people: "DataFrame", wanted: Wanted) -> "DataFrame":
    """Decide every row of `people` under its own place on its own day, as `decide_mixed` does; no shuffle is needed.

    Returns `id`, place, day and the acts' columns. Of a row whose place or day cannot be read every outcome is unknown, and the reason
    stands among its open facts.
    """
    named = [name for name in dict.fromkeys((ID, wanted.place, wanted.day)) if name]
    return _mapped(people, named, wanted.acts, lambda frame: decide_mixed(frame, wanted)[0])


def _mapped(
    people: "DataFrame", named: Sequence[str], acts: Iterable[Act], decide: Callable[[pl.DataFrame], pl.DataFrame]
) -> "DataFrame":
    """`people` through `decide`, batch by batch: the columns `named` as they are, and those of the acts as text."""
    kinds = dict(people.dtypes)
    columns = [f"`{name}` {kinds[name]}" for name in named]
    columns += [f"`{act}.{part}` string" for act in acts for part in ("outcome", "provisions", "unknown")]

    def work(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            frame = pl.from_arrow(batch)
            if isinstance(frame, pl.DataFrame) and not frame.is_empty():
                made = decide(frame.rename({name: name.replace(_DOT, ".") for name in frame.columns}))
                yield from made.to_arrow(compat_level=pl.CompatLevel.oldest()).to_batches()

    dotless = people.toDF(
        *(name.replace(".", _DOT) for name in people.columns)
    )  # Spark would read a dot as a field of a struct
    return dotless.mapInArrow(work, ", ".join(columns))


def _decided(frame: pl.DataFrame, sample: Case, acts: tuple[Act, ...]) -> pl.DataFrame:
    some, theirs = split_nested(frame.lazy(), frame.schema)
    return decide_frame(some, theirs, sample, acts)
