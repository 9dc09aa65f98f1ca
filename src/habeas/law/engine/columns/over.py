"""Acts whose own end is already over, in columns: worked out by the function for one case, once for each time and day that occurs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import polars as pl

from habeas.law.engine.columns.combinations import Ending
from habeas.law.engine.columns.emit import DAY
from habeas.law.engine.over import run_out
from habeas.law.model.vocabulary import Act, Outcome

RELEASE = "custody.release_at"
_CARRIES = "over.carries"


def closed_by_end(frame: pl.DataFrame, endings: Sequence[Ending], act: Act) -> pl.DataFrame:
    """`frame` with the rows forbidden whose end is over; it has `<act>.ends`, each row's place among `endings`, its day and its release."""
    number = f"{act}.ends"
    pairs = frame.filter(pl.col(number).is_not_null()).select(number, RELEASE, DAY).unique()
    if pairs.is_empty():
        return frame
    carries = [_carries(endings[place], at, day, act) for place, at, day in pairs.iter_rows()]
    found = pairs.with_columns(pl.Series(_CARRIES, carries, dtype=pl.String))
    joined = frame.join(found, on=[number, RELEASE, DAY], how="left", nulls_equal=True, maintain_order="left")
    over = pl.col(_CARRIES).is_not_null()
    return joined.with_columns(
        pl.when(over).then(pl.lit(str(Outcome.MUST_NOT))).otherwise(f"{act}.outcome").alias(f"{act}.outcome"),
        pl.when(over).then(_CARRIES).otherwise(f"{act}.provisions").alias(f"{act}.provisions"),
    ).drop(_CARRIES)


def _carries(ending: Ending, release_at: datetime | None, day: date, act: Act) -> str | None:
    """The rule whose end is over in this combination with this time of release on this day, by its id; None where none is."""
    plan, settled = ending
    sample = plan.law.sample
    case = replace(sample, as_of=day, custody={**sample.custody, "release_at": release_at})
    found = run_out(settled.standings, settled.outcome, case, act)
    return found[0].provision.id if found is not None else None
