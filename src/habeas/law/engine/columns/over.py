"""Acts whose own end is already over, in columns: worked out by the function that does it for one case, once for each time that occurs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import polars as pl

from habeas.law.engine.combine import RuleStanding
from habeas.law.engine.over import ALLOWS, run_out
from habeas.law.model.case import Case
from habeas.law.model.ends import ON_CUSTODY
from habeas.law.model.vocabulary import Act, Outcome

RELEASE = "custody.release_at"
_COMBINATION, _CARRIES = "over.combination", "over.carries"
Combination = tuple[Outcome, Sequence[RuleStanding]]


def release_of(columns: frozenset[str]) -> pl.Expr:
    """Each row's time of release; unknown of everyone where the column is missing."""
    return pl.col(RELEASE) if RELEASE in columns else pl.lit(None, dtype=pl.Datetime("us", "UTC"))


def closed_by_end(
    frame: pl.DataFrame, places: pl.Series, combinations: Sequence[Combination], sample: Case, act: Act
) -> pl.DataFrame:
    """`frame` with the rows forbidden whose end is over; `places` is each row's place among `combinations`."""
    if act not in ON_CUSTODY or not any(_ends(each) for each in combinations):
        return frame
    marked = frame.with_columns(places.alias(_COMBINATION))
    pairs = marked.select(_COMBINATION, RELEASE).unique()
    carries = [_carries(combinations[place], at, sample, act) for place, at in pairs.iter_rows()]
    found = pairs.with_columns(pl.Series(_CARRIES, carries, dtype=pl.String))
    joined = marked.join(found, on=[_COMBINATION, RELEASE], how="left", nulls_equal=True, maintain_order="left")
    over = pl.col(_CARRIES).is_not_null()
    return joined.with_columns(
        pl.when(over).then(pl.lit(str(Outcome.MUST_NOT))).otherwise(f"{act}.outcome").alias(f"{act}.outcome"),
        pl.when(over).then(_CARRIES).otherwise(f"{act}.provisions").alias(f"{act}.provisions"),
    ).drop(_COMBINATION, _CARRIES)


def _ends(combination: Combination) -> bool:
    outcome, standings = combination
    return outcome in ALLOWS and any(each.provision.until is not None for each in standings)


def _carries(combination: Combination, release_at: datetime | None, sample: Case, act: Act) -> str | None:
    """The rule whose end is over in this combination with this time of release, by its id; None where none is."""
    if not _ends(combination):
        return None
    outcome, standings = combination
    case = replace(sample, custody={**sample.custody, "release_at": release_at})
    found = run_out(standings, outcome, case, act)
    return found[0].provision.id if found is not None else None
