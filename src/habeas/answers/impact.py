"""Whom a change of law touches: everybody decided under the law of one day and of another, and the answers that differ."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from habeas.answers.frames import roster_frames
from habeas.answers.subjects import Setting, Subject
from habeas.common.errors import BadInputError
from habeas.law.engine.columns.outcomes import decide_frame
from habeas.law.model.vocabulary import Act


@dataclass(frozen=True, slots=True)
class Impact:
    """The answers on two days, for each act: how many changed, from what to what, on which provisions."""

    people: int
    first: date | None
    """The earlier day; None where the answers before are those of an earlier release."""
    last: date
    rows: pl.DataFrame
    """`id`, `act`, `before`, `after`, `before_on`, `after_on` for each person and act whose answer changed."""

    def counts(self) -> list[dict[str, Any]]:
        """Each change with how many people it touches, the most first."""
        keys = ("act", "before", "after", "before_on", "after_on")
        found = Counter(tuple(row[key] for key in keys) for row in self.rows.iter_rows(named=True))
        return [dict(zip(keys, key, strict=True)) | {"people": n} for key, n in found.most_common()]

    def sentences(self) -> list[str]:
        """The changes in words; no person is named."""
        between = f"between {self.first} and {self.last}" if self.first else f"from the earlier answers, on {self.last}"
        if self.rows.is_empty():
            return [f"Of {self.people:,} people nobody's answer differs {between}."]
        touched = self.rows.get_column("id").n_unique()
        head = f"Of {self.people:,} people the answer differs for {touched:,} {between}:"
        return [head, *(_sentence(each) for each in self.counts())]


def impact(subjects: Iterable[Subject], setting: Setting, first: date, last: date, acts: Iterable[Act]) -> Impact:
    """Decide everybody on `first` and on `last`; the people and their records are the same, only the law's day differs."""
    wanted = tuple(acts)
    people, charges, sample = roster_frames(subjects, setting)
    before, after = (
        decide_frame(people, charges, replace(sample, as_of=day), wanted, explain=False) for day in (first, last)
    )
    return _differing(before, after, wanted, first, last)


def impact_since(before: pl.DataFrame, subjects: Iterable[Subject], setting: Setting, acts: Iterable[Act]) -> Impact:
    """Decide everybody now and hold it against `before`, what `habeas law batch` of an earlier release answered.

    Raises BadInputError where `before` is no answer of that command, misses an act, or is about other people.
    """
    wanted = tuple(acts)
    _check_answers(before, wanted)
    people, charges, sample = roster_frames(subjects, setting)
    after = decide_frame(people, charges, sample, wanted, explain=False)
    _check_same_people(before, after)
    return _differing(before, after, wanted, None, setting.as_of)


def answers_before(path: Path) -> pl.DataFrame:
    """The answers that `habeas law batch` of an earlier release wrote; raises BadInputError where it is no Parquet file."""
    try:
        return pl.read_parquet(path, glob=False)
    except (OSError, pl.exceptions.PolarsError) as error:
        raise BadInputError(
            f"{path.name}: cannot be read as Parquet; give the file that habeas law batch wrote."
        ) from error


def _check_answers(before: pl.DataFrame, acts: tuple[Act, ...]) -> None:
    needed = ["id", *(f"{act}.{part}" for act in acts for part in ("outcome", "provisions"))]
    if missing := [name for name in needed if name not in before.columns]:
        raise BadInputError(
            f"The earlier answers have no column {missing[0]}; "
            "give the Parquet file that habeas law batch wrote for the same place and request."
        )


def _check_same_people(before: pl.DataFrame, after: pl.DataFrame) -> None:
    then, now = (set(frame.get_column("id").cast(pl.String).to_list()) for frame in (before, after))
    if before.height != len(then) or then != now:
        raise BadInputError(
            f"The earlier answers are about other people: {len(then - now):,} of theirs are not among those decided now, "
            f"and {len(now - then):,} of these are not among theirs; give both commands the same roster and day."
        )


def _differing(
    before: pl.DataFrame, after: pl.DataFrame, acts: tuple[Act, ...], first: date | None, last: date
) -> Impact:
    both = before.join(after, on="id", suffix=".after", maintain_order="left")
    return Impact(after.height, first, last, pl.concat([_changed(both, act) for act in acts]))


def _changed(both: pl.DataFrame, act: Act) -> pl.DataFrame:
    name = f"{act}.outcome"
    return both.filter(pl.col(name) != pl.col(f"{name}.after")).select(
        "id",
        pl.lit(act.value).alias("act"),
        pl.col(name).alias("before"),
        pl.col(f"{name}.after").alias("after"),
        pl.col(f"{act}.provisions").alias("before_on"),
        pl.col(f"{act}.provisions.after").alias("after_on"),
    )


def _sentence(change: dict[str, Any]) -> str:
    act = change["act"].replace("_", " ")
    before, after = (change[key].replace("_", " ") for key in ("before", "after"))
    why = f"{change['before_on'] or 'no rule'}, then {change['after_on'] or 'no rule'}"
    return f"  {change['people']:,}: {act} was {before}, is {after} ({why})"
