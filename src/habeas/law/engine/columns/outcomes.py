"""People in columns, decided: per act the outcome, the provisions that carry it, and the facts that are open.

Each provision's two conditions are worked out as columns; the few combinations that occur are brought together by the very functions that
decide one case (`habeas.law.engine.combine`), and joined back. So layers, directions and unknowns cannot differ from `decide`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import polars as pl

from habeas.common.errors import BadInputError
from habeas.law.engine.answered import answered
from habeas.law.engine.columns.asks import GROUPED, Asks, asks, charge_asks, merged
from habeas.law.engine.columns.classes import with_classes
from habeas.law.engine.columns.emit import COMPLETE, DTYPES, KNOWN, OPEN_SUFFIX, Column, Emitter, speaks_of_rows
from habeas.law.engine.columns.over import RELEASE, closed_by_end, release_of
from habeas.law.engine.columns.standing import as_they_stand
from habeas.law.engine.combine import RuleStanding, controlling, kind_of_open, outcome_of
from habeas.law.engine.evaluate import evaluate
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model import expressions as x
from habeas.law.model.case import Case
from habeas.law.model.facts import FACTS, PERSON_ENTITIES, FactKind
from habeas.law.model.kleene import Truth
from habeas.law.model.provision import Provision
from habeas.law.model.vocabulary import Act, Outcome

ID = "id"
_STATES = 16
_BITS = 32
_WIDTHS = ((8, pl.UInt8), (16, pl.UInt16), (32, pl.UInt32), (64, pl.UInt64))
_MOST_RULES = 15
_MOST_FACTS = 62
"""How many provisions that differ from person to person fit into one 64-bit key, at sixteen states each."""
_FALSE, _TRUE, _LAW_OPEN, _FACT_OPEN = range(4)
_TRUTHS: dict[int, Truth] = {_FALSE: False, _TRUE: True, _LAW_OPEN: None, _FACT_OPEN: None}


@dataclass(frozen=True, slots=True)
class _Rule:
    """A provision with its two conditions as columns."""

    provision: Provision
    when: Column
    unless: Column
    when_asks: Asks
    unless_asks: Asks
    fixed: int | None = None
    """Its state, where nothing in it differs from row to row."""

    @property
    def asks(self) -> Asks:
        """The facts its conditions ask for, and in which rows."""
        return merged([self.when_asks, self.unless_asks])

    @property
    def state(self) -> pl.Expr:
        """Both conditions as one number under sixteen: false, true, open in law, open in fact."""
        applies = _state(self.when)
        return applies * 4 + _state(self.unless) * (applies != _FALSE).cast(pl.Int64)


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
    given, theirs = _checked(people, charges)
    frame = _Frame(given, as_they_stand(theirs, sample.as_of), sample, rules, states_missing)
    return frame.decide(explain=explain, items=items)


class _Frame:
    """People and charges at hand, and the conditions on charges worked out so far."""

    def __init__(
        self,
        people: pl.LazyFrame,
        charges: pl.LazyFrame,
        sample: Case,
        rules: Mapping[Act, Sequence[Provision]],
        states_missing: frozenset[str],
    ) -> None:
        self.people, self.sample, self.states_missing = people, sample, states_missing
        named = _classes([rule for each in rules.values() for rule in each])
        self.charges = with_classes(charges, named, sample.as_of, sample.jurisdiction)
        self._people_columns = frozenset(people.collect_schema().names())
        self._charge_columns = frozenset(self.charges.collect_schema().names())
        self._names: dict[x.Expression, str] = {}
        self._charge_facts: list[str] = []
        self.rules = {act: self._emitted(act, each) for act, each in rules.items()}

    def decide(self, *, explain: bool, items: bool) -> pl.DataFrame:
        grouped = self._grouped(explain=explain)
        wanted: dict[str, pl.Expr] = {}
        for act, rules in self.rules.items():
            wanted[f"{act}.key"] = _key(rules)
            wanted |= self._masks(act, rules) if explain else {}
        named = self._items() if items else {}
        wanted[RELEASE] = release_of(self._people_columns)
        columns = [value.alias(name) for name, value in (wanted | named).items()]
        frame = grouped.select(ID, *columns).collect()
        for act, rules in self.rules.items():
            frame = self._with_outcome(frame, act, rules)
            frame = _with_unknown(frame, act, rules, self._facts(rules)) if explain else frame
        parts = ("outcome", "provisions", *(["unknown"] if explain else []))
        return frame.select(ID, *(f"{act}.{part}" for act in self.rules for part in parts), *named)

    def _items(self) -> dict[str, pl.Expr]:
        """Each item that a law names, as a column `act: item`."""
        found = {}
        for act, rules in self.rules.items():
            emit = self._emitter(act)
            for rule in rules:
                for part in [*rule.provision.when.walk(), *rule.provision.unless.walk()]:
                    if isinstance(part, x.Item):
                        found[f"{act}: {part.name}, {part.words}"] = emit(part).value
        return found

    def _emitter(self, act: Act) -> Emitter:
        return Emitter(self.sample, act.value, self._people_columns, self._charge_columns, self._names)

    def _emitted(self, act: Act, rules: Sequence[Provision]) -> list[_Rule]:
        emit = self._emitter(act)
        return [
            _Rule(
                rule,
                emit(rule.when),
                emit(rule.unless),
                asks(emit, rule.when),
                asks(emit, rule.unless),
                _fixed(emit, rule),
            )
            for rule in rules
        ]

    def _grouped(self, *, explain: bool) -> pl.LazyFrame:
        """People with each condition on charges brought up to them.

        Of each condition three bits are kept a charge (true, unknown, open in fact), and to explain also a field of bits for the
        facts it asks for; their union over a person's charges is the Kleene "any". A person without charges has no bits: none
        fits, which is false and not unknown.
        """
        if not self._names:
            return self.people
        emit = self._emitter(Act.HOLD)
        bits: dict[str, pl.Expr] = {}
        for condition, name in self._names.items():
            column = emit.on_charges(condition)
            bits[f"{name}.true"] = column.value.eq_missing(pl.lit(True))
            bits[f"{name}.null"] = column.value.is_null()
            bits[name + OPEN_SUFFIX] = bits[f"{name}.null"] & column.open.eq_missing(pl.lit(True))
        fields = self._fields() if explain else {}
        each = self.charges.select(ID, *_packed(bits), *(value.alias(name) for name, value in fields.items()))
        grouped = each.group_by(ID).agg(pl.all().exclude(ID).bitwise_or())
        joined = self.people.join(grouped, on=ID, how="left", maintain_order="left")
        null = pl.lit(None, dtype=pl.Boolean)
        return joined.with_columns(_unpacked(bits)).with_columns(
            (pl.col(f"{name}.true") | (pl.col(f"{name}.null") & null)).alias(name) for name in self._names.values()
        )

    def _fields(self) -> dict[str, pl.Expr]:
        """Per condition on charges the facts each charge asks for, as bits in the order of `self._charge_facts`."""
        emit = self._emitter(Act.HOLD)
        asked = {name: charge_asks(emit, condition) for condition, name in self._names.items()}
        self._charge_facts = list(dict.fromkeys(fact for each in asked.values() for fact in each))
        width = _width(len(self._charge_facts))
        return {
            GROUPED + name: _word(
                {self._charge_facts.index(fact): where.eq_missing(pl.lit(True)) for fact, where in each.items()}, width
            )
            for name, each in asked.items()
        }

    def _masks(self, act: Act, rules: list[_Rule]) -> dict[str, pl.Expr]:
        """Per provision the facts it asks for, as bits of one number."""
        facts = self._facts(rules)
        zero = pl.lit(0, dtype=pl.Int64)
        found = {}
        for k, rule in enumerate(rules):
            bits = (_asked_bits(name, where, facts) for name, where in rule.asks.items())
            found[f"{act}.mask.{k}"] = reduce(lambda a, b: a | b, bits, zero)
        return found

    def _facts(self, rules: list[_Rule]) -> list[str]:
        """The facts an act may ask for: those of charges first, at the places of their fields."""
        own = dict.fromkeys(fact for rule in rules for fact in rule.asks if not fact.startswith(GROUPED))
        facts = [*self._charge_facts, *(fact for fact in own if fact not in self._charge_facts)]
        if len(facts) > _MOST_FACTS:
            raise ValueError(f"{len(facts)} facts on one act do not fit one number")
        return facts

    def _with_outcome(self, frame: pl.DataFrame, act: Act, rules: list[_Rule]) -> pl.DataFrame:
        places, codes = _places(frame.get_column(f"{act}.key"))
        settled = [self._settle(code, rules) for code in codes]
        found = frame.with_columns(
            pl.Series([str(each[0]) for each in settled], dtype=pl.String).gather(places).alias(f"{act}.outcome"),
            pl.Series([each[1] for each in settled], dtype=pl.String).gather(places).alias(f"{act}.provisions"),
            pl.Series([each[2] for each in settled], dtype=pl.Int64).gather(places).alias(f"{act}.hangs"),
        )
        return closed_by_end(found, places, [(each[0], each[3]) for each in settled], self.sample, act)

    def _settle(self, code: int, rules: list[_Rule]) -> tuple[Outcome, str, int, list[RuleStanding]]:
        """What the provisions come to in one combination: the outcome, who carries it, on which it hangs (bits), and how they stand."""
        states = _decoded(code, rules)
        standings = [
            RuleStanding(rule.provision, _TRUTHS[w], _TRUTHS[u]) for rule, (w, u) in zip(rules, states, strict=True)
        ]
        fact_open = {id(one): _FACT_OPEN in state for one, state in zip(standings, states, strict=True)}
        found = answered(standings, lambda one: fact_open[id(one)], self.states_missing)
        outcome = outcome_of(found.standings, state_missing=found.state_missing)
        carry = controlling(found.standings, outcome, state_missing=found.state_missing)
        carry += tuple(each for each in found.standings if each.provision.answers and each.says is outcome)
        final = outcome or kind_of_open(
            found.standings, lambda one: fact_open[id(one)], state_missing=found.state_missing
        )
        open_in = (*(carry if outcome is None else ()), *found.could_settle)
        hangs = sum(1 << k for k, one in enumerate(standings) if any(one is each for each in open_in))
        return final, "; ".join(sorted({one.provision.id for one in carry})), hangs, found.standings


def _asked_bits(name: str, where: pl.Expr, facts: list[str]) -> pl.Expr:
    gate = where.eq_missing(pl.lit(True)).cast(pl.Int64)
    if name.startswith(GROUPED):
        return gate * pl.col(name).fill_null(0).cast(pl.Int64)  # no charge, no bits: a number, not a truth
    return gate * (1 << facts.index(name))


def _with_unknown(frame: pl.DataFrame, act: Act, rules: list[_Rule], facts: list[str]) -> pl.DataFrame:
    """Add the facts that the provisions ask for on which the answer hangs."""
    if not rules:
        return frame.with_columns(pl.lit("").alias(f"{act}.unknown"))
    masks = frame.select(reduce(lambda a, b: a | b, (_gated(act, k) for k in range(len(rules))))).to_series()
    return frame.with_columns(_fact_words(masks, facts).alias(f"{act}.unknown"))


def _gated(act: Act, k: int) -> pl.Expr:
    hangs = (pl.col(f"{act}.hangs") & (1 << k)) != 0
    return pl.col(f"{act}.mask.{k}") * hangs.cast(pl.Int64)


def _packed(bits: dict[str, pl.Expr]) -> list[pl.Expr]:
    """True-or-false columns as bits of as many words as they need, each word as narrow as it can be."""
    flags = list(bits.values())
    words = [flags[start : start + _BITS] for start in range(0, len(flags), _BITS)]
    return [_word(dict(enumerate(word)), _width(len(word))).alias(f"word.{k}") for k, word in enumerate(words)]


def _width(bits: int) -> Any:
    return next(kind for size, kind in _WIDTHS if bits <= size)


def _word(flags: dict[int, pl.Expr], width: Any) -> pl.Expr:
    """Flags as the bits of one number: place -> flag."""
    zero = pl.lit(0, dtype=width)
    bits = (flag.cast(width) * pl.lit(1 << place, dtype=width) for place, flag in flags.items())
    return reduce(lambda a, b: a | b, bits, zero)


def _unpacked(bits: dict[str, pl.Expr]) -> list[pl.Expr]:
    """The bits again; where a person had no charge there is no word, and no bit is set."""
    found = []
    for position, name in enumerate(bits):
        word, bit = divmod(position, _BITS)
        found.append(((pl.col(f"word.{word}") & (1 << bit)) != 0).eq_missing(pl.lit(True)).alias(name))
    return found


def _fact_words(masks: pl.Series, facts: list[str]) -> pl.Series:
    """Each number as the facts its bits stand for, joined."""
    places, distinct = _places(masks)
    words = ["; ".join(fact for bit, fact in enumerate(facts) if each >> bit & 1) for each in distinct]
    return pl.Series(words, dtype=pl.String).gather(places)


def _places(numbers: pl.Series) -> tuple[pl.Series, list[int]]:
    """The distinct numbers, and for each row the place of its own among them."""
    distinct = numbers.unique().to_list()
    return numbers.replace_strict(distinct, list(range(len(distinct))), return_dtype=pl.UInt32), distinct


def _state(column: Column) -> pl.Expr:
    value = column.value
    is_open = value.is_null()
    return (
        value.eq_missing(pl.lit(True)).cast(pl.Int64) * _TRUE
        + is_open.cast(pl.Int64) * _LAW_OPEN
        + (is_open & column.open.eq_missing(pl.lit(True))).cast(pl.Int64)
    )


def _fixed(em: Emitter, rule: Provision) -> int | None:
    """The state of a rule that request, agency, place and day settle for every row; None where rows may differ."""
    applies = em.settled(rule.when)
    if applies is False:
        return _FALSE
    if applies is None or any(speaks_of_rows(each, em.people) for each in (rule.when, rule.unless)):
        return None
    excepted = evaluate(rule.unless, em.sample, act=em.act)
    return None if excepted is None else _TRUE * 4 + (_TRUE if excepted else _FALSE)


def _key(rules: list[_Rule]) -> pl.Expr:
    """The states of the rules that differ from row to row, as one number."""
    own = [rule for rule in rules if rule.fixed is None]
    if len(own) > _MOST_RULES:
        raise ValueError(f"{len(own)} provisions on one act do not fit one key")
    return reduce(
        lambda a, b: a + b, (rule.state * _STATES**k for k, rule in enumerate(own)), pl.lit(0, dtype=pl.Int64)
    )


def _decoded(code: int, rules: list[_Rule]) -> list[tuple[int, int]]:
    """The state of every rule: its own place in the number, or the one settled for all."""
    states = []
    for rule in rules:
        if rule.fixed is None:
            code, state = divmod(code, _STATES)
        states.append(divmod(rule.fixed if rule.fixed is not None else state, 4))
    return states


def _classes(rules: Iterable[Provision]) -> list[str]:
    parts = [part for rule in rules for condition in (rule.when, rule.unless) for part in condition.walk()]
    return list(dict.fromkeys(part.name for part in parts if isinstance(part, x.ClassIs)))


def _checked(people: Rows, charges: Rows | None) -> tuple[pl.LazyFrame, pl.LazyFrame]:
    given = people.lazy()
    schema = given.collect_schema()
    if ID not in schema:
        raise BadInputError('the people have no column "id".')
    history = (
        pl.col("person.history_complete") if "person.history_complete" in schema else pl.lit(None, dtype=pl.Boolean)
    )
    added = {KNOWN: pl.lit(charges is not None), COMPLETE: history}
    given = given.with_columns(value.alias(name) for name, value in added.items() if name not in schema)
    given = given.with_columns(pl.col(KNOWN).eq_missing(pl.lit(True)))
    theirs = charges.lazy() if charges is not None else pl.LazyFrame(schema={ID: schema[ID]})
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
