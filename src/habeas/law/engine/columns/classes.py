"""The classes of many charges: each distinct charge is classified once by the offenses room, then joined back."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import polars as pl

from habeas.law.engine.columns.emit import OPEN_SUFFIX
from habeas.offenses.classify import ChargeFacts, classify
from habeas.offenses.lists import change_days
from habeas.offenses.reading import read_statute

READ_BY_CLASSES = (
    "statute",
    "grade",
    "sentence",
    "court",
    "degree",
    "description",
    "property_value",
    "wobbler",
    "reduced_on",
    "classes",
)
"""What the offenses room reads of a charge; a column that is missing is unknown."""
_EPOCH = "law_epoch"
CHARGED_IN = "habeas: charged in"
"""The column of the place where a charge is made: short names of codes mean its own."""


def with_classes(charges: pl.LazyFrame, names: Iterable[str], as_of: pl.Expr) -> pl.LazyFrame:
    """Add `charge.<class>` and `charge.<class>.open` for each of `names` that is not there yet.

    `charges` has its facts as `charge.<fact>`, and where each is charged; a class is looked at on its day of disposition, else on `as_of`.
    """
    have = charges.collect_schema().names()
    wanted = [name for name in dict.fromkeys(names) if f"charge.{name}" not in have]
    if not wanted:
        return charges
    keys = [f"charge.{name}" for name in READ_BY_CLASSES if f"charge.{name}" in have]
    keys += [CHARGED_IN] if "charge.statute" in have else []
    marked = charges.with_columns(_epoch(have, as_of)).collect()
    distinct = marked.select(*keys, _EPOCH).unique(maintain_order=True)
    found = pl.DataFrame([_found(row, wanted) for row in distinct.iter_rows(named=True)], schema=_schema(wanted))
    table = pl.concat([distinct, found], how="horizontal")
    joined = marked.join(table, on=[*keys, _EPOCH], how="left", nulls_equal=True, maintain_order="left")
    return joined.drop(_EPOCH).lazy()


def _epoch(have: list[str], as_of: pl.Expr) -> pl.Expr:
    """How many changes of the lists lie before the day a charge is looked at."""
    day = as_of
    if "charge.disposed_on" in have:
        disposed = pl.col("charge.disposed_on")
        day = pl.when(disposed.is_null()).then(as_of).otherwise(disposed)
    passed: pl.Expr = pl.lit(0, dtype=pl.Int16)
    for change in change_days():
        passed = passed + (day >= pl.lit(change)).cast(pl.Int16)
    return passed.alias(_EPOCH)


def _day_of(epoch: int) -> date:
    days = change_days()
    return days[epoch - 1] if epoch else date.min


def _found(row: dict[str, Any], wanted: list[str]) -> dict[str, bool | None]:
    given = {name: row.get(f"charge.{name}") for name in READ_BY_CLASSES}
    facts = ChargeFacts(
        reading=read_statute(given["statute"], place=row.get(CHARGED_IN)),
        grade=given["grade"],
        wobbler=given["wobbler"],
        sentence=given["sentence"],
        classes=tuple(given["classes"] or ()),
        degree=given["degree"],
        description=given["description"],
        property_value=given["property_value"],
        court=given["court"],
        reduced_on=given["reduced_on"],
    )
    found = classify(facts, _day_of(row[_EPOCH]))
    out: dict[str, bool | None] = {}
    for name in wanted:
        finding = found.get(name)
        out[f"charge.{name}"] = finding.value if finding else None
        asked = finding.of or "county counsel" if finding else "county counsel"
        out[f"charge.{name}{OPEN_SUFFIX}"] = "counsel" not in asked
    return out


def _schema(wanted: list[str]) -> dict[str, Any]:
    return {f"charge.{name}{suffix}": pl.Boolean for name in wanted for suffix in ("", OPEN_SUFFIX)}
