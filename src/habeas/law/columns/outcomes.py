"""People in columns, decided: per act the outcome, the provisions that carry it, and the facts that are open.

Each provision's two conditions are worked out as columns; the few combinations that occur are brought together by the very functions that
decide one case (`habeas.law.combine`), and joined back. So layers, directions and unknowns cannot differ from `decide`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

import polars as pl

from habeas.law import expressions as x
from habeas.law.case import Case
from habeas.law.columns.asks import asks, charge_asks
from habeas.law.columns.classes import with_classes
from habeas.law.columns.emit import COMPLETE, DTYPES, KNOWN, OPEN_SUFFIX, Column, Emitter
from habeas.law.combine import Standing, controlling, kind_of_open, outcome_of
from habeas.law.evaluate import Truth
from habeas.law.facts import FACTS, PERSON_ENTITIES
from habeas.law.jurisdictions import Jurisdiction, resolve
from habeas.law.provision import Provision
from habeas.law.words import Act, Outcome
from habeas.plain.errors import BadInputError

ID = "id"
_HAS = "has.charges"
_STATES = 16
_MOST_RULES = 15
"""How many provisions that differ from person to person fit into one 64-bit key, at sixteen states each."""
_FALSE, _TRUE, _LAW_OPEN, _FACT_OPEN = range(4)
_TRUTHS: dict[int, Truth] = {_FALSE: False, _TRUE: True, _LAW_OPEN: None, _FACT_OPEN: None}


@dataclass(frozen=True, slots=True)
class _Rule:
    """A provision with its two conditions as columns."""

    provision: Provision
    when: Column
    unless: Column

    @property
    def state(self) -> pl.Expr:
        """Both conditions as one number under sixteen: false, true, open in law, open in fact."""
        applies = _state(self.when)
        return applies * 4 + _state(self.unless) * (applies != _FALSE).cast(pl.Int64)


def decide_frame(
    people: pl.DataFrame, charges: pl.DataFrame | None, sample: Case, acts: Iterable[Act], *, explain: bool = True
) -> pl.DataFrame:
    """Decide every row of `people` for `acts` under the request, agency, place and day of `sample`.

    `people` has `id` and facts as `person.minor`, with `record_complete` and `charges_known`; `charges` has `id` and facts as
    `charge.disposition`. A missing column is unknown of everyone. Returns `id` and, per act, `<act>.outcome`, `<act>.provisions` and
    (with `explain`) `<act>.unknown`. Raises BadInputError for a column that is no fact or of the wrong type.
    """
    people, charges = _checked(people, charges)
    frame = _Frame(people, charges, sample)
    return frame.decide(tuple(acts), explain=explain)


class _Frame:
    """People and charges at hand, and the conditions on charges worked out so far."""

    def __init__(self, people: pl.DataFrame, charges: pl.DataFrame, sample: Case) -> None:
        self.place: Jurisdiction = resolve(sample.jurisdiction)
        self.people, self.sample = people, sample
        rules = [rule for act in Act for rule in self.place.rules_on(act, sample.as_of)]
        self.charges = with_classes(charges, _classes(rules), sample.as_of)
        self._names: dict[x.Expression, str] = {}

    def decide(self, acts: tuple[Act, ...], *, explain: bool) -> pl.DataFrame:
        rules = {act: self._rules(act) for act in acts}
        grouped = self._grouped()
        keys = [_key(rules[act]).alias(f"{act}.key") for act in acts if rules[act]]
        keyed = grouped.with_columns(keys)
        for act in acts:
            keyed = self._with_outcome(keyed, act, rules[act])
        if explain:
            keyed = self._with_unknown(keyed, acts, rules)
        columns = [
            f"{act}.{what}" for act in acts for what in ("outcome", "provisions", *(["unknown"] if explain else []))
        ]
        return keyed.select(ID, *columns)

    def _emitter(self, act: Act) -> Emitter:
        return Emitter(
            self.sample, act.value, frozenset(self.people.columns), frozenset(self.charges.columns), self._names
        )

    def _rules(self, act: Act) -> list[_Rule]:
        emit = self._emitter(act)
        return [_Rule(rule, emit(rule.when), emit(rule.unless)) for rule in self.place.rules_on(act, self.sample.as_of)]

    def _grouped(self) -> pl.DataFrame:
        """People with each condition on charges brought up to them; a person without charges is told from one with none that fit."""
        if not self._names:
            return self.people
        emit = self._emitter(Act.HOLD)
        found = {name: emit.on_charges(condition) for condition, name in self._names.items()}
        values = [column.value.alias(name) for name, column in found.items()]
        opens = [column.open.alias(name + OPEN_SUFFIX) for name, column in found.items()]
        every = pl.all().exclude(ID).any(ignore_nulls=False)
        by_person = (
            self.charges.lazy()
            .select(ID, *values, *opens)
            .group_by(ID)
            .agg(every)
            .with_columns(pl.lit(True).alias(_HAS))
        )
        return _left(self.people, by_person.collect(), [name for n in found for name in (n, n + OPEN_SUFFIX)])

    def _with_outcome(self, frame: pl.DataFrame, act: Act, rules: list[_Rule]) -> pl.DataFrame:
        name = f"{act}.key"
        if name not in frame.columns:
            return frame.with_columns(*_said(act, self._settle(0, rules)))
        codes = frame.get_column(name).unique().to_list()
        settled = [self._settle(code, rules) for code in codes]
        key = pl.col(name)
        return frame.with_columns(
            key.replace_strict(codes, [str(each[0]) for each in settled], return_dtype=pl.String).alias(
                f"{act}.outcome"
            ),
            key.replace_strict(codes, [each[1] for each in settled], return_dtype=pl.String).alias(f"{act}.provisions"),
            key.replace_strict(codes, [each[2] for each in settled], return_dtype=pl.Int64).alias(f"{act}.hangs"),
        )

    def _settle(self, code: int, rules: list[_Rule]) -> tuple[Outcome, str, int]:
        """What the provisions come to in one combination: the outcome, who carries it, and which provisions it hangs on (bits)."""
        states = _decoded(code, rules)
        standings = [
            Standing(rule.provision, _TRUTHS[w], _TRUTHS[u]) for rule, (w, u) in zip(rules, states, strict=True)
        ]
        fact_open = {id(one): _FACT_OPEN in state for one, state in zip(standings, states, strict=True)}
        missing = self.place.state_missing
        outcome = outcome_of(standings, state_missing=missing)
        carry = controlling(standings, outcome, state_missing=missing)
        final = outcome or kind_of_open(standings, lambda one: fact_open[id(one)], state_missing=missing)
        hangs = sum(1 << k for k, one in enumerate(standings) if outcome is None and any(one is each for each in carry))
        return final, "; ".join(sorted(one.provision.id for one in carry)), hangs

    def _with_unknown(self, frame: pl.DataFrame, acts: tuple[Act, ...], rules: dict[Act, list[_Rule]]) -> pl.DataFrame:
        """Add the open facts: worked out only for the people of whom an answer is open."""
        hanging = [act for act in acts if f"{act}.hangs" in frame.columns and frame.get_column(f"{act}.hangs").max()]
        empty = pl.lit([], dtype=pl.List(pl.String))
        if not hanging:
            return frame.with_columns(empty.alias(f"{act}.unknown") for act in acts)
        open_now = reduce(lambda a, b: a | b, (pl.col(f"{act}.hangs") > 0 for act in hanging))
        some = self._asked(frame.filter(open_now), hanging, rules)
        out = frame.join(some, on=ID, how="left", maintain_order="left")
        missing = [act for act in acts if act not in hanging]
        filled = [
            pl.when(pl.col(f"{act}.unknown").is_null())
            .then(empty)
            .otherwise(pl.col(f"{act}.unknown"))
            .alias(f"{act}.unknown")
            for act in hanging
        ]
        return out.with_columns(*filled, *(empty.alias(f"{act}.unknown") for act in missing))

    def _asked(self, some: pl.DataFrame, hanging: list[Act], rules: dict[Act, list[_Rule]]) -> pl.DataFrame:
        some = self._with_charge_asks(some)
        found = []
        for act in hanging:
            emit = self._emitter(act)
            by_fact: dict[str, list[pl.Expr]] = {}
            for k, rule in enumerate(rules[act]):
                hangs = (pl.col(f"{act}.hangs").floordiv(1 << k) % 2) == 1
                for condition in (rule.provision.when, rule.provision.unless):
                    for fact, where in asks(emit, condition).items():
                        by_fact.setdefault(fact, []).append(hangs & where.eq_missing(True))
            names = [pl.when(reduce(lambda a, b: a | b, where)).then(pl.lit(fact)) for fact, where in by_fact.items()]
            found.append(pl.concat_list(names).list.drop_nulls().alias(f"{act}.unknown"))
        return some.select(ID, *found)

    def _with_charge_asks(self, some: pl.DataFrame) -> pl.DataFrame:
        emit = self._emitter(Act.HOLD)
        wanted = [
            where.alias(f"{name}.ask.{fact}")
            for condition, name in list(self._names.items())
            for fact, where in charge_asks(emit, condition).items()
        ]
        if not wanted:
            return some
        theirs = self.charges.lazy().join(some.lazy().select(ID), on=ID, how="semi").select(ID, *wanted)
        by_person = theirs.group_by(ID).agg(pl.all().exclude(ID).any(ignore_nulls=False)).collect()
        return some.join(by_person, on=ID, how="left", maintain_order="left")


def _state(column: Column) -> pl.Expr:
    value = column.value
    is_open = value.is_null()
    return (
        value.eq_missing(pl.lit(True)).cast(pl.Int64) * _TRUE
        + is_open.cast(pl.Int64) * _LAW_OPEN
        + (is_open & column.open.eq_missing(pl.lit(True))).cast(pl.Int64)
    )


def _key(rules: list[_Rule]) -> pl.Expr:
    if len(rules) > _MOST_RULES:
        raise ValueError(f"{len(rules)} provisions on one act do not fit one key")
    return reduce(
        lambda a, b: a + b, (rule.state * _STATES**k for k, rule in enumerate(rules)), pl.lit(0, dtype=pl.Int64)
    )


def _decoded(code: int, rules: list[_Rule]) -> list[tuple[int, int]]:
    return [divmod(code // _STATES**k % _STATES, 4) for k in range(len(rules))]


def _said(act: Act, settled: tuple[Outcome, str, int]) -> list[pl.Expr]:
    outcome, carry, hangs = settled
    return [
        pl.lit(str(outcome)).alias(f"{act}.outcome"),
        pl.lit(carry).alias(f"{act}.provisions"),
        pl.lit(hangs, dtype=pl.Int64).alias(f"{act}.hangs"),
    ]


def _left(people: pl.DataFrame, by_person: pl.DataFrame, names: list[str]) -> pl.DataFrame:
    """Join the grouped truths: a person who has no charges has none that fit, which is false and not unknown."""
    joined = people.join(by_person, on=ID, how="left", maintain_order="left")
    none = pl.col(_HAS).is_null()
    return joined.with_columns(pl.when(none).then(pl.lit(False)).otherwise(pl.col(name)).alias(name) for name in names)


def _classes(rules: Iterable[Provision]) -> list[str]:
    parts = [part for rule in rules for condition in (rule.when, rule.unless) for part in condition.walk()]
    return list(dict.fromkeys(part.name for part in parts if isinstance(part, x.ClassIs)))


def _checked(people: pl.DataFrame, charges: pl.DataFrame | None) -> tuple[pl.DataFrame, pl.DataFrame]:
    if ID not in people.columns:
        raise BadInputError('the people have no column "id".')
    known = charges is not None
    if KNOWN not in people.columns:
        people = people.with_columns(pl.lit(known).alias(KNOWN))
    if COMPLETE not in people.columns:
        history = (
            pl.col("person.history_complete")
            if "person.history_complete" in people.columns
            else pl.lit(None, dtype=pl.Boolean)
        )
        people = people.with_columns(history.alias(COMPLETE))
    people = people.with_columns(pl.col(KNOWN).eq_missing(pl.lit(True)))
    for frame in (people, charges):
        _check_columns(frame)
    empty = pl.DataFrame(schema={ID: people.schema[ID]})
    return people, charges if charges is not None else empty


def _check_columns(frame: pl.DataFrame | None) -> None:
    for name, dtype in frame.schema.items() if frame is not None else ():
        if (
            name in FACTS
            and FACTS[name].entity in PERSON_ENTITIES | {"agency"}
            and dtype not in (DTYPES[FACTS[name].kind], pl.Null)
        ):
            raise BadInputError(
                f'the column "{name}" is {dtype}; it must be {DTYPES[FACTS[name].kind]} ({FACTS[name].kind}).'
            )
