"""Whom a change of law touches: everybody decided under the law of one day and of another, and the answers that differ."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import polars as pl

from habeas.answers.frames import roster_frames
from habeas.answers.subjects import Setting, Subject
from habeas.law.engine.columns.outcomes import decide_frame
from habeas.law.model.vocabulary import Act


@dataclass(frozen=True, slots=True)
class Impact:
    """The answers on two days, for each act: how many changed, from what to what, on which provisions."""

    people: int
    first: date
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
        if self.rows.is_empty():
            return [f"Of {self.people:,} people nobody's answer differs between {self.first} and {self.last}."]
        touched = self.rows.get_column("id").n_unique()
        head = f"Of {self.people:,} people the answer differs for {touched:,} between {self.first} and {self.last}:"
        return [head, *(_sentence(each) for each in self.counts())]


def impact(subjects: Iterable[Subject], setting: Setting, first: date, last: date, acts: Iterable[Act]) -> Impact:
    """Decide everybody on `first` and on `last`; the people and their records are the same, only the law's day differs."""
    wanted = tuple(acts)
    people, charges, sample = roster_frames(subjects, setting)
    before, after = (
        decide_frame(people, charges, replace(sample, as_of=day), wanted, explain=False) for day in (first, last)
    )
    both = before.join(after, on="id", suffix=".after", maintain_order="left")
    changed = [_changed(both, act) for act in wanted]
    return Impact(people.height, first, last, pl.concat(changed))


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
