"""People in columns, decided: per act the outcome, the provisions that carry it, and the facts that are open.

Rows become the combinations of conditions that occur among them; a combination is decided by the very functions that decide one case
(`habeas.law.engine.combine`), and joined back. So layers, directions and unknowns cannot differ from `decide`. Rows of many laws and days
go through in one frame: each has the number of its law and its day in columns.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import polars as pl

from habeas.common.errors import BadInputError
from habeas.law.engine.columns.classes import CHARGED_IN, with_classes
from habeas.law.engine.columns.combinations import (
    LAW,
    WORD,
    Answers,
    Given,
    Words,
    distinct,
    of_charges,
    only_read,
    packed,
    rows_by_law,
    words_of,
)
from habeas.law.engine.columns.emit import COMPLETE, DAY, DTYPES, KNOWN, Side, first_day
from habeas.law.engine.columns.over import RELEASE, closed_by_end
from habeas.law.engine.columns.plan import Law, Plan
from habeas.law.engine.columns.planning import plans_for
from habeas.law.engine.columns.standing import as_they_stand
from habeas.law.engine.columns.traits import each_once, traits
from habeas.law.engine.evaluate import earliest_day
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.case import Case
from habeas.law.model.ends import ON_CUSTODY
from habeas.law.model.facts import FACTS, PERSON_ENTITIES, FactKind
from habeas.law.model.provision import Provision
from habeas.law.model.vocabulary import Act

ID = "id"
Rows = pl.DataFrame | pl.LazyFrame


def decide_frame(
    people: Rows,
    charges: Rows | None,
    sample: Case,
    acts: Iterable[Act],
    *,
    explain: bool = True,
    items: bool = False,
) -> pl.DataFrame:
    """Decide every row of `people` for `acts` under the request, agency, place and day of `sample`.

    `people` has `id` and facts as `person.minor`, with `record_complete` and `charges_known`; `charges` has `id` and facts as
    `charge.disposition`. A missing column is unknown of everyone. Returns `id` and, per act, `<act>.outcome`, `<act>.provisions` and
    (with `explain`) `<act>.unknown`, joined by "; "; with `items` also `<act>: <item>` for each item a law names. Raises
    BadInputError for a column that is of the wrong type.
    """
    place = resolve(sample.jurisdiction)
    rules = {act: place.rules_on(act, sample.as_of) for act in acts}
    return decide_rules(
        people, charges, sample, rules, explain=explain, items=items, states_missing=place.states_without_pack
    )


def decide_rules(
    people: Rows,
    charges: Rows | None,
    sample: Case,
    rules: Mapping[Act, Sequence[Provision]],
    *,
    explain: bool = True,
    items: bool = False,
    states_missing: frozenset[str] = frozenset(),
) -> pl.DataFrame:
    """Decide as `decide_frame` does, under the provisions given rather than those of a place."""
    same = [pl.lit(0, dtype=pl.UInt32).alias(LAW), pl.lit(sample.as_of).alias(DAY)]
    where = pl.lit(sample.jurisdiction).alias(CHARGED_IN)
    theirs = None if charges is None else charges.lazy().with_columns(*same, where)
    return decide_laws(
        people.lazy().with_columns(same), theirs, [Law(sample, rules, states_missing)], explain=explain, items=items
    )


def decide_laws(
    people: pl.LazyFrame,
    charges: pl.LazyFrame | None,
    laws: Sequence[Law],
    *,
    explain: bool = True,
    items: bool = False,
) -> pl.DataFrame:
    """Decide rows each under its own law on its own day, by the columns `LAW` and `DAY` (and `CHARGED_IN` of charges)."""
    given, theirs = _checked(people, charges)
    spoken = [traits(rule) for rule in each_once(rule for law in laws for each in law.rules.values() for rule in each)]
    given, theirs = (_with_days(frame, {years for each in spoken for years in each.years}) for frame in (given, theirs))
    classes = [name for each in spoken for name in each.classes]
    theirs = with_classes(as_they_stand(theirs, pl.col(DAY)), classes, pl.col(DAY))
    columns = [frozenset(frame.collect_schema().names()) for frame in (given, theirs)]
    plans = plans_for(laws, columns[0], columns[1], explain=explain, items=items)
    known = _brought_up(theirs, plans)
    joined = given if known is None else given.join(known.lazy(), on=ID, how="left", maintain_order="left")
    leaves = _union([(plan.sides.people, plan.leaves) for plan in plans])
    release = pl.col(RELEASE) if RELEASE in columns[0] else pl.lit(None, dtype=pl.Datetime("us", "UTC")).alias(RELEASE)
    upper = [] if known is None else [name for name in known.columns if name != ID]
    rows = joined.select(ID, LAW, DAY, release, *packed(leaves), *upper).collect()
    made, at = _decided(rows, plans, leaves, upper, explain=explain)
    return _finished(rows, made, at, plans, explain=explain)


def _decided(
    rows: pl.DataFrame,
    plans: Sequence[Plan],
    leaves: Mapping[Hashable, pl.Expr],
    upper: Sequence[str],
    *,
    explain: bool,
) -> tuple[Answers, pl.Series]:
    """What each law makes of the combinations that occur, and the combination of each row."""
    own, made = [name for name in rows.columns if name.startswith("word.")], Answers()
    found, at = distinct(rows, [*own, *upper])
    where = {key: 2 * number for number, key in enumerate(leaves)}
    given, above = words_of(found, own), words_of(found, upper)
    for number, its in rows_by_law(found):
        plan = plans[number]
        mine = {key: bit for bit, key in enumerate(plan.brought_up)}
        made.add(plan, Given(given[its], where), Given(above[its], mine), explain=explain)
    return made, at


def _finished(
    rows: pl.DataFrame, made: Answers, at: pl.Series, plans: Sequence[Plan], *, explain: bool
) -> pl.DataFrame:
    """Each row with the answers of its combination, but for the acts whose end is over."""
    acts = list(dict.fromkeys(act.act for plan in plans for act in plan.acts))
    parts = ("outcome", "provisions", *(["unknown"] if explain else []))
    wanted = [f"{act}.{part}" for act in acts for part in parts] + [name for plan in plans[:1] for name in plan.items]
    if rows.is_empty():
        return rows.select(ID, *(pl.lit(None, dtype=pl.String).alias(name) for name in wanted))
    found = pl.concat([rows.select(ID, DAY, RELEASE), made.table()[at]], how="horizontal")
    for act in acts:
        if act in ON_CUSTODY:
            found = closed_by_end(found, made.endings, act)
    return found.select(ID, *wanted)


def _brought_up(charges: pl.LazyFrame, plans: Sequence[Plan]) -> pl.DataFrame | None:
    """What is so of any charge of each person, as words; None where no law asks. Of a person without charges there is no row."""
    if not any(plan.brought_up for plan in plans):
        return None
    leaves = _union([(plan.sides.charges, plan.charge_leaves) for plan in plans])
    rows = charges.select(ID, LAW, *packed(leaves)).collect()
    own = [name for name in rows.columns if name.startswith("word.")]
    where = {key: 2 * number for number, key in enumerate(leaves)}
    if len(plans) > 1:
        rows = only_read(rows, own, where, [plan.charge_leaves for plan in plans])
    found, at = distinct(rows, own)
    words = np.zeros((found.height, max(-(-len(plan.brought_up) // WORD) for plan in plans)), dtype=np.uint64)
    given = words_of(found, own)
    for number, its in rows_by_law(found):
        made = of_charges(plans[number], Given(given[its], where))
        words[its, : made.shape[1]] = made
    return _of_anybody(rows.get_column(ID), words[at.to_numpy()])


def _of_anybody(ids: pl.Series, words: Words) -> pl.DataFrame:
    """A row a person with the bits of all their rows: rows that follow one another first, as nearly all of one person's do."""
    runs = ids.rle_id().to_numpy()
    starts = np.flatnonzero(np.concatenate((runs[:1] == runs[:1], runs[1:] != runs[:-1])))
    ends = np.bitwise_or.reduceat(words, starts) if len(starts) else words
    found = pl.DataFrame({ID: ids.gather(starts)} | {f"any.{k}": ends[:, k] for k in range(ends.shape[1])})
    once = found.get_column(ID).n_unique() == found.height
    return found if once else found.group_by(ID).agg(pl.all().bitwise_or())


def _union(sides: Sequence[tuple[Side, Sequence[Hashable]]]) -> dict[Hashable, pl.Expr]:
    """Every condition that any law reads of one side."""
    return {key: side.leaves[key] for side, keys in sides for key in keys}


def _with_days(frame: pl.LazyFrame, years: Iterable[int]) -> pl.LazyFrame:
    """The days that lie so many years before each row's day, worked out once a day that occurs."""
    wanted = sorted(years)
    if not wanted:
        return frame
    days: list[date] = frame.select(pl.col(DAY).unique()).collect().to_series().drop_nulls().to_list()
    return frame.with_columns(
        pl.col(DAY)
        .replace_strict(days, [earliest_day(day, each) for day in days], return_dtype=pl.Date)
        .alias(first_day(each))
        for each in wanted
    )


def _checked(people: pl.LazyFrame, charges: pl.LazyFrame | None) -> tuple[pl.LazyFrame, pl.LazyFrame]:
    schema = people.collect_schema()
    if ID not in schema:
        raise BadInputError('the people have no column "id".')
    history = (
        pl.col("person.history_complete") if "person.history_complete" in schema else pl.lit(None, dtype=pl.Boolean)
    )
    added = {KNOWN: pl.lit(charges is not None), COMPLETE: history}
    given = people.with_columns(value.alias(name) for name, value in added.items() if name not in schema)
    given = given.with_columns(pl.col(KNOWN).eq_missing(pl.lit(True)))
    none: dict[str, Any] = {ID: schema[ID], LAW: pl.UInt32, DAY: pl.Date, CHARGED_IN: pl.String}
    theirs = charges if charges is not None else pl.LazyFrame(schema=none)
    for frame in (given, theirs):
        _check_columns(frame.collect_schema())
    return given, theirs


def _check_columns(schema: pl.Schema) -> None:
    for name, dtype in schema.items():
        fact = FACTS.get(name)
        if fact and fact.entity in PERSON_ENTITIES | {"agency"} and not _fits(dtype, fact.kind):
            raise BadInputError(f'the column "{name}" is {dtype}; it must be {DTYPES[fact.kind]} ({fact.kind}).')


def _fits(dtype: Any, kind: FactKind) -> bool:
    coded = kind in {FactKind.CODE, FactKind.TEXT} and dtype in (pl.Enum, pl.Categorical)
    timed = kind is FactKind.TIME and dtype == pl.Datetime
    return coded or timed or dtype in (DTYPES[kind], pl.Null)
