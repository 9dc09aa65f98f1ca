"""The columns on Spark, where a state's data lives there: the same compiled function, sent to the workers by `mapInArrow`.

Needs `habeas[spark]` (pyspark and pyarrow) and a Java runtime; nothing else of Habeas imports this module.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import polars as pl

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
    columns = [f"`{act}.{part}` string" for act in wanted for part in ("outcome", "provisions", "unknown")]
    kind = dict(people.dtypes)[ID]

    def work(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            yield from _decided(batch, sample, wanted)

    dotless = people.toDF(
        *(name.replace(".", _DOT) for name in people.columns)
    )  # Spark would read a dot as a field of a struct
    return dotless.mapInArrow(work, f"{ID} {kind}, " + ", ".join(columns))


def _decided(batch: Any, sample: Case, acts: tuple[Act, ...]) -> Iterator[Any]:
    frame = pl.from_arrow(batch)
    if not isinstance(frame, pl.DataFrame) or frame.is_empty():
        return
    frame = frame.rename({name: name.replace(_DOT, ".") for name in frame.columns})
    some, theirs = split_nested(frame.lazy(), frame.schema)
    made = decide_frame(some, theirs, sample, acts)
    yield from made.to_arrow(compat_level=pl.CompatLevel.oldest()).to_batches()
