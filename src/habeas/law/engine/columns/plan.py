"""The rules of a place on a day as programs over people and charges: made once for each law, however many places, days and rows."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from habeas.law.engine.answered import answered
from habeas.law.engine.columns.asks import Asks, asks, charge_asks, merged
from habeas.law.engine.columns.emit import Column, Emitter, Side, Sides
from habeas.law.engine.columns.traits import each_once, traits
from habeas.law.engine.columns.truths import Value
from habeas.law.engine.combine import RuleStanding, controlling, kind_of_open, outcome_of
from habeas.law.engine.evaluate import evaluate
from habeas.law.model import expressions as x
from habeas.law.model.case import Case
from habeas.law.model.kleene import Truth
from habeas.law.model.provision import Provision
from habeas.law.model.vocabulary import Act, Outcome

STATE_BITS = 4
_FALSE, _TRUE, _LAW_OPEN, _FACT_OPEN = range(4)
_TRUTHS: dict[int, Truth] = {_FALSE: False, _TRUE: True, _LAW_OPEN: None, _FACT_OPEN: None}
_MOST_RULES = 15
"""How many provisions that differ from person to person fit into one 64-bit key, at four bits each."""
_MOST_FACTS = 62


@dataclass(frozen=True)
class Law:
    """What rows are decided under: the rules by act, what is asked (as of any day on which they stand), and the missing state."""

    sample: Case
    rules: Mapping[Act, Sequence[Provision]]
    states_missing: frozenset[str] = frozenset()

    @cached_property
    def key(self) -> Hashable:
        """What tells it from another: its rules by what they are, and the states whose law is missing."""
        return tuple((act, tuple(map(id, rules))) for act, rules in self.rules.items()), self.states_missing

    @cached_property
    def of_the_day(self) -> list[x.Expression]:
        """The conditions on facts of the request or the agency that look at the day."""
        return [part for each in self.rules.values() for rule in each for part in traits(rule).of_the_day]

    @cached_property
    def facts(self) -> Hashable:
        """What conditions that no row changes rest on: the facts and the zone, and what the day makes of those that look at it."""
        plain = replace(self.sample, id="", jurisdiction="us", as_of=date.min, time_zone=self.sample.zone)
        return repr(plain), tuple(evaluate(each, self.sample) for each in self.of_the_day)


@dataclass(frozen=True, slots=True)
class Rule:
    """A provision with its two conditions over rows, and the facts they ask for."""

    provision: Provision
    when: Column
    unless: Column
    asks: Asks
    fixed: int | None
    """Its state, where nothing in it differs from row to row."""

    @property
    def bits(self) -> tuple[Value, Value, Value, Value]:
        """Both conditions as a number under sixteen, the lowest bit first: false, true, open in law, open in fact."""
        applies, excepted = _state(self.when), _state(self.unless)
        some = applies[0] | applies[1]
        return excepted[0] & some, excepted[1] & some, applies[0], applies[1]


@dataclass(frozen=True, slots=True)
class Settled:
    """What provisions come to in one combination: the outcome, who carries it, the rules on which it hangs, and how they stand."""

    outcome: Outcome
    provisions: str
    hangs: tuple[int, ...]
    standings: tuple[RuleStanding, ...]


@dataclass(slots=True)
class ActPlan:
    """The rules on one act: what tells rows apart, and what each rule asks for."""

    act: Act
    rules: list[Rule]
    facts: list[str]
    states_missing: frozenset[str]
    settled: dict[int, Settled] = field(default_factory=dict)
    key_bits: list[tuple[int, int]] = field(init=False)
    """Each bit of the number that tells rows apart: its place, and the step that works it out."""

    def __post_init__(self) -> None:
        self.key_bits = [(place, value.at) for place, value in self._key()]

    def _key(self) -> Iterator[tuple[int, Value]]:
        own = [rule for rule in self.rules if rule.fixed is None]
        if len(own) > _MOST_RULES:
            raise ValueError(f"{len(own)} provisions on one act do not fit one key")
        for k, rule in enumerate(own):
            yield from ((STATE_BITS * k + bit, value) for bit, value in enumerate(rule.bits))

    def settle(self, code: int) -> Settled:
        """What the provisions come to in one combination: worked out once, by the functions that decide one case."""
        found = self.settled.get(code)
        if found is None:
            found = self.settled[code] = _settle(self, code)
        return found


class Plan:
    """A law over rows: the steps on charges and on people that it needs, and what it reads of each."""

    def __init__(self, law: Law, sides: Sides, *, explain: bool, items: bool) -> None:
        self.law, self.sides = law, sides
        asked = _charge_facts(sides.emitter(Act.HOLD.value), law) if explain else []
        self.acts = [_act_plan(sides, act, asked, law, explain=explain) for act in law.rules]
        self.items = _items(sides, law) if items else {}
        keys = [at for act in self.acts for _, at in act.key_bits]
        wants = [value.at for act in self.acts for rule in act.rules for value in rule.asks.values()]
        self.order = sides.people.program.needed([*keys, *wants, *(each.at for each in self.items.values())])
        self.brought_up = [key for key in self._leaves(sides.people, self.order) if key not in sides.people.leaves]
        self.outputs = _outputs(sides.emitter(Act.HOLD.value), self.brought_up)
        self.charge_order = sides.charges.program.needed(each.at for each in self.outputs)

    @cached_property
    def leaves(self) -> list[Hashable]:
        """The conditions on facts of people that it reads."""
        return [key for key in self._leaves(self.sides.people, self.order) if key in self.sides.people.leaves]

    @cached_property
    def charge_leaves(self) -> list[Hashable]:
        """The conditions on facts of charges that it reads."""
        return self._leaves(self.sides.charges, self.charge_order)

    @staticmethod
    def _leaves(side: Side, order: Iterable[int]) -> list[Hashable]:
        steps = side.program.steps
        wanted = {steps[at][1] for at in order if steps[at][0] == "leaf"}
        return [key for key, number in side.program.leaves.items() if number in wanted]


def _act_plan(sides: Sides, act: Act, asked: list[str], law: Law, *, explain: bool) -> ActPlan:
    """The plan of one act: the same for every law whose rules on it are the same."""
    rules = law.rules[act]
    key = (act, tuple(map(id, rules)), law.states_missing, explain, tuple(asked))
    found = sides.kept.get(key)
    if found is None:
        made = [_rule(sides.emitter(_act_of(rule, act)), rule, explain=explain) for rule in rules]
        found = sides.kept[key] = ActPlan(act, made, _facts(made, asked), law.states_missing)
    return found


def _act_of(rule: Provision, act: Act) -> str:
    """The act under which a rule's conditions are made: one for all acts, unless they look at it. A rule on many acts is made once."""
    return act.value if traits(rule).of_the_act else Act.HOLD.value


def _facts(rules: Sequence[Rule], asked: list[str]) -> list[str]:
    """The facts an act may ask for: those of charges first."""
    own = dict.fromkeys(fact for rule in rules for fact in rule.asks)
    facts = [*(fact for fact in asked if fact in own), *(fact for fact in own if fact not in asked)]
    if len(facts) > _MOST_FACTS:
        raise ValueError(f"{len(facts)} facts on one act do not fit one number")
    return facts


def _rule(em: Emitter, rule: Provision, *, explain: bool) -> Rule:
    key = (em.act, id(rule), explain)
    found = em.sides.kept.get(key)
    if found is None:
        wanted = merged([asks(em, rule.when), asks(em, rule.unless)]) if explain else {}
        found = em.sides.kept[key] = Rule(rule, em(rule.when), em(rule.unless), wanted, _fixed(em, rule))
    return found


def _fixed(em: Emitter, rule: Provision) -> int | None:
    """The state of a rule that request, agency, place and day settle for every row; None where rows may differ."""
    applies = em.settled(rule.when)
    if applies is False:
        return _FALSE
    if applies is None or any(em.speaks_of_rows(each) for each in (rule.when, rule.unless)):
        return None
    excepted = evaluate(rule.unless, em.sample, act=em.act)
    return None if excepted is None else _TRUE * 4 + (_TRUE if excepted else _FALSE)


def _state(column: Column) -> tuple[Value, Value]:
    """A condition as two bits, the lowest first: true 1, open in law 2, open in fact 3."""
    is_open = column.value.is_null()
    return column.value.holds() | (is_open & column.open.holds()), is_open


def _items(sides: Sides, law: Law) -> dict[str, Value]:
    """Each item that a law names, as a column `act: item`."""
    found = {}
    for act, rules in law.rules.items():
        for rule in rules:
            for part in [*rule.when.walk(), *rule.unless.walk()]:
                if isinstance(part, x.Item):
                    found[f"{act}: {part.name}, {part.words}"] = sides.emitter(act.value)(part).value
    return found


def _charge_facts(em: Emitter, law: Law) -> list[str]:
    """The facts that conditions on charges ask for, in the order of the law."""
    rules = each_once(rule for each in law.rules.values() for rule in each)
    conditions = {id(each): each for rule in rules for each in traits(rule).on_charges}
    return list(dict.fromkeys(fact for each in conditions.values() for fact in charge_asks(em, each)))


def _outputs(em: Emitter, brought_up: Sequence[Hashable]) -> list[Value]:
    """What is worked out of each charge for each value that is brought up to people: true or false, never null."""
    named = {name: condition for condition, name in em.sides.quantified.items()}
    return [_output(em, named[key[0]], key[1]) for key in brought_up if isinstance(key, tuple)]


def _output(em: Emitter, condition: x.Expression, what: str) -> Value:
    column = em.on_charges(condition)
    if what == "true":
        return column.value.holds()
    if what == "null":
        return column.value.is_null()
    if what == "open":
        return column.value.is_null() & column.open.holds()
    return charge_asks(em, condition)[what.removeprefix("asks ")].holds()


def _settle(plan: ActPlan, code: int) -> Settled:
    states = _decoded(code, plan.rules)
    standings = [
        RuleStanding(rule.provision, _TRUTHS[w], _TRUTHS[u]) for rule, (w, u) in zip(plan.rules, states, strict=True)
    ]
    fact_open = {id(one): _FACT_OPEN in state for one, state in zip(standings, states, strict=True)}
    found = answered(standings, lambda one: fact_open[id(one)], plan.states_missing)
    outcome = outcome_of(found.standings, state_missing=found.state_missing)
    carry = controlling(found.standings, outcome, state_missing=found.state_missing)
    carry += tuple(each for each in found.standings if each.provision.answers and each.says is outcome)
    final = outcome or kind_of_open(found.standings, lambda one: fact_open[id(one)], state_missing=found.state_missing)
    open_in = (*(carry if outcome is None else ()), *found.could_settle)
    hangs = tuple(k for k, one in enumerate(standings) if any(one is each for each in open_in))
    return Settled(final, "; ".join(sorted({one.provision.id for one in carry})), hangs, tuple(found.standings))


def _decoded(code: int, rules: list[Rule]) -> list[tuple[int, int]]:
    """The state of every rule: its own place in the number, or the one settled for all."""
    states = []
    for rule in rules:
        state = rule.fixed
        if state is None:
            code, state = divmod(code, 1 << STATE_BITS)
        states.append(divmod(state, 4))
    return states
