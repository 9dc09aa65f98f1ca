"""The columns on Spark, where a state's data lives there: the same compiled function, sent to the workers by `mapInArrow`.

Needs `habeas[spark]` (pyspark and pyarrow) and a Java runtime; nothing else of Habeas imports this module.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import polars as pl

from habeas import __version__
from habeas.common.canonical import sha256_of
from habeas.law.engine.columns.mixed import Wanted, decide_mixed
from habeas.law.engine.columns.outcomes import ID, decide_frame
from habeas.law.engine.columns.stream import split_nested
from habeas.law.model.case import Case
from habeas.law.model.vocabulary import Act
from habeas.law.packs import PACKS

if TYPE_CHECKING:  # pragma: no cover - the extra may not be installed
    from pyspark.sql import DataFrame, SparkSession


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


def batch_spark(
    spark: "SparkSession", source: str, target: str, wanted: Wanted, by: str, settings: Mapping[str, Any]
) -> list[str]:
    """Decide the Parquet folder `source` into `target`, one value of its column `by` after another; what is finished is not done again.

    `settings` is all that the answers depend on besides the people and the law: the request, above all. Each run stands in a folder of its
    own by settings, law and program, so that a run that is taken up never mixes two. People are taken as they were: a part that was
    finished is not looked at again. Returns the folders written now.
    """
    people = spark.read.parquet(source)
    law = sha256_of({name: pack.sha256() for name, pack in PACKS.items()})
    asked = {"acts": [str(each) for each in wanted.acts], "law": law, "program": __version__, **settings}
    made = []
    for row in people.select(by).distinct().orderBy(by).collect():
        folder = f"{target}/run={sha256_of(asked)[:16]}/{by}={row[0]}"
        if not _finished(spark, folder):
            part = people.where(people[by].eqNullSafe(row[0]))
            decide_spark_mixed(part, wanted).write.mode("overwrite").parquet(folder)
            made.append(folder)
    return made


def _finished(spark: "SparkSession", folder: str) -> bool:
    """Whether Spark wrote a folder to its end: the mark it leaves last stands there, on whatever store it is."""
    path = spark._jvm.org.apache.hadoop.fs.Path(f"{folder}/_SUCCESS")
    return bool(path.getFileSystem(spark._jsc.hadoopConfiguration()).exists(path))


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
