"""One rule of law as data, and the pack of one authority. A wrong rule cannot be built: each check raises WrongRuleError."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from habeas.common.canonical import sha256_of
from habeas.law.model import expressions as x
from habeas.law.model.encode import NOT_HASHED, ONLY_WHERE_SET, encode
from habeas.law.model.ends import TimeExpression, facts_of_time
from habeas.law.model.facts import FACTS, FactKind
from habeas.law.model.overbreadth import could_hold_of_anyone
from habeas.law.model.vocabulary import AGENCY_ACTS, Act, Every, Layer, Lower, Outcome, Sureness, What


@dataclass(frozen=True, slots=True)
class Interval:
    """In force from `start` (included) to `end` (not included); None is open."""

    start: date | None
    end: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the interval holds on `day`."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


def since(start: str, to: str | None = None) -> Interval:
    """In force from `start` to `to` (ISO dates; `to` is the first day it is no longer in force)."""
    return Interval(date.fromisoformat(start), date.fromisoformat(to) if to else None)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule stands and how sure we are of it. `words` are the few words of the text that carry it, where read."""

    citation: str
    address: str
    sureness: Sureness
    words: str = ""
    settle: str = ""
    """What would settle it, where it is not verified."""
    read_on: date | None = field(default=None, compare=False, metadata=NOT_HASHED)
    """The day it was read, where that is known: not of the law's text, so neither hashed nor kept with it."""
    read_by: str = field(default="", compare=False, metadata=NOT_HASHED)
    """Who read it, where that is known."""
    as_read: str = field(default="", compare=False, metadata=NOT_HASHED)
    """In which state the text was read, where that is not the code in force: `as chaptered 2017; not compared with the code in force`."""
    binds: str = field(default="", compare=False, metadata=NOT_HASHED)
    """Whom the text binds, in its words, where a rule that rests on it binds whoever is asked: `anybody` where it names nobody."""
    text: str = field(default="", compare=False, metadata=NOT_HASHED)
    """The name of the file in the pack's `text` folder that holds the section in full, where it was read whole."""


def verified(citation: str, address: str, words: str) -> Source:
    """The statute's own text was read at `address`; `words` carry the rule."""
    return Source(citation, address, Sureness.VERIFIED, words)


def secondary(citation: str, address: str, settle: str, words: str = "") -> Source:
    """An official summary, a court's opinion or a report was read, not the text."""
    return Source(citation, address, Sureness.SECONDARY, words, settle)


def unverified(citation: str, address: str, settle: str) -> Source:
    """Nothing but general knowledge stands behind it: do not rely on it."""
    return Source(citation, address, Sureness.UNVERIFIED, "", settle)


@dataclass(frozen=True, slots=True)
class Duty:
    """What must be done besides. `blocks` is the act that waits for it; `on` the act that, if done, makes it due."""

    what: What
    to: str
    says: str
    deadline: str | None = None
    by: str = "the jail"
    blocks: Act | None = None
    on: Act | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Provision:
    """One rule: where `when` holds the outcome is `outcome`, except where `unless` holds: then `otherwise` (None: no rule)."""

    id: str
    acts: tuple[Act, ...]
    outcome: Outcome
    when: x.Expression
    unless: x.Expression = x.NEVER
    otherwise: Outcome | None = None
    until: TimeExpression | None = None
    duties: tuple[Duty, ...] = ()
    sentence: str
    source: Source
    effective: Interval
    layer: Layer
    reaches_everyone: str = ""
    """Why it may permit or require something about a person of whom nothing is known."""
    lower: Lower = Lower.EITHER
    answers: tuple[str, ...] = field(default=(), metadata=ONLY_WHERE_SET)
    """The rules whose open question a finding of county counsel settles (or the state whose law is in no pack), or a law answers."""

    def __post_init__(self) -> None:
        _check_text(self.id, self.sentence, self.source, self.effective)
        _check_charges(self.id, self.when, self.unless)
        _check_record(self)
        _check_until(self.id, self.until)
        _check_reach(self)


@dataclass(frozen=True, kw_only=True, slots=True)
class DutyRule:
    """Duties that arise whatever is decided (a copy of the paper, a report)."""

    id: str
    when: x.Expression
    duties: tuple[Duty, ...]
    sentence: str
    source: Source
    effective: Interval
    layer: Layer

    def __post_init__(self) -> None:
        _check_text(self.id, self.sentence, self.source, self.effective)
        _check_charges(self.id, self.when, x.NEVER)


@dataclass(frozen=True, kw_only=True, slots=True)
class Periodic:
    """A report or publication owed for each month, quarter, half-year or year, whatever was asked or decided.

    It is due on `due_day` of the month `due_months` after the period ends (1 is the month that follows); 31 is a month's last day.
    """

    id: str
    every: Every
    what: str
    """What is owed, in words: `the number of prisoners held on immigration detainers, and their cost`."""
    to: str
    due_months: int
    due_day: int
    sentence: str
    source: Source
    effective: Interval
    by: str = "the jail"
    year_begins: int = 1
    """The month with which a year begins, where it is not the calendar's."""

    def __post_init__(self) -> None:
        _check_text(self.id, self.sentence, self.source, self.effective)
        good = 0 <= self.due_months <= 12 and 1 <= self.due_day <= 31 and 1 <= self.year_begins <= 12
        if not (good and self.what.strip() and self.to.strip()):
            raise x.WrongRuleError(f"{self.id} says not what is owed to whom, or not on which day")


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """Law or practice that counsel should know and that decides no act: it binds another actor, or was not found in words."""

    sentence: str
    source: Source

    def __post_init__(self) -> None:
        _check_text(f"the note on {self.source.citation}", self.sentence, self.source, Interval(date.min))


@dataclass(frozen=True, kw_only=True, slots=True)
class Watch:
    """Why the law may have changed under a pack: a bill passed, a decision pending, a text not compared.

    It is a warning on each answer it touches, decides nothing, and is no part of the law's text.
    """

    id: str
    sentence: str
    citation: str
    address: str
    since: date
    """The first day whose answers it touches."""
    look_again: date
    """The day by which somebody must look again."""
    acts: tuple[Act, ...] = ()
    """The acts whose answers it touches; every act where empty."""
    settled_on: date | None = None
    """The first day it touches no more, where it is settled."""

    def __post_init__(self) -> None:
        problems = {
            "has no sentence with a full stop": not self.sentence.strip().endswith("."),
            "has no citation": not self.citation.strip(),
            "is to be looked at again before it began": self.look_again < self.since,
            "is settled before it began": self.settled_on is not None and self.settled_on <= self.since,
        }
        for problem, found in problems.items():
            if found:
                raise x.WrongRuleError(f"the watch {self.id} {problem}")

    def touches(self, acts: frozenset[Act], day: date) -> bool:
        """Whether an answer about one of `acts` on `day` is to be warned."""
        open_then = self.since <= day and (self.settled_on is None or day < self.settled_on)
        return open_then and (not self.acts or not acts.isdisjoint(self.acts))


@dataclass(frozen=True, kw_only=True, slots=True)
class Pack:
    """The rules of one authority."""

    id: str
    title: str
    provisions: tuple[Provision, ...] = ()
    duty_rules: tuple[DutyRule, ...] = ()
    notes: tuple[Note, ...] = ()
    periodic: tuple[Periodic, ...] = field(default=(), metadata=ONLY_WHERE_SET)
    watches: tuple[Watch, ...] = field(default=(), compare=False, metadata=NOT_HASHED)

    def __post_init__(self) -> None:
        seen: set[str] = set()
        for rule in (*self.rules, *self.periodic):
            if rule.id in seen:
                raise x.WrongRuleError(f"two rules of {self.id} are called {rule.id}")
            seen.add(rule.id)

    @property
    def rules(self) -> tuple["Provision | DutyRule", ...]:
        """Every rule of the pack."""
        return (*self.provisions, *self.duty_rules)

    def sha256(self) -> str:
        """The hash of the whole pack in canonical JSON, history included."""
        return sha256_of(encode(self))

    def in_force(self, act: Act, day: date) -> Iterator[Provision]:
        """The provisions on `act` in force on `day`."""
        return (p for p in self.provisions if act in p.acts and p.effective.holds_on(day))

    def change_dates(self) -> frozenset[date]:
        """Every day on which some rule of the pack begins or ends."""
        ends = [day for rule in self.rules for day in (rule.effective.start, rule.effective.end)]
        return frozenset(day for day in ends if day is not None)


def _check_text(rule: str, sentence: str, source: Source, effective: Interval) -> None:
    problems = {
        "has no sentence": not sentence.strip(),
        "has no full stop at the end of its sentence": not sentence.strip().endswith("."),
        "has no citation": not source.citation.strip(),
        "is marked verified without an address and the words that carry it": source.sureness is Sureness.VERIFIED
        and not (source.address and source.words),
        "is not verified and does not say what would settle it": source.sureness is not Sureness.VERIFIED
        and not source.settle,
        "has no dates": effective.start is None and effective.end is None,
        "ends before it begins": bool(effective.start and effective.end and effective.end <= effective.start),
    }
    for problem, found in problems.items():
        if found:
            raise x.WrongRuleError(f"{rule} {problem}")


def _check_charges(rule: str, *conditions: x.Expression) -> None:
    for condition in conditions:
        loose = x.loose_charge_facts(condition)
        if loose:
            raise x.WrongRuleError(f"{rule} uses {', '.join(loose)} outside any_charge(...)")


def _check_record(rule: Provision) -> None:
    """Refuse a permission or duty that rests on what is not on record: nothing recorded would then count as a no."""
    opens = {Outcome.MUST, Outcome.MAY}
    rests = [rule.when] if rule.outcome in opens else []
    rests += [rule.unless] if rule.otherwise in opens else []
    denied = [part for condition in rests for part in condition.walk() if isinstance(part, x.Not)]
    if any(isinstance(part, x.OnRecord) for each in denied for part in each.walk()):
        raise x.WrongRuleError(
            f"{rule.id} permits or requires something because nothing is on record: name the fact itself"
        )


def _check_until(rule: str, until: TimeExpression | None) -> None:
    """A time counts from facts that are times."""
    for name in facts_of_time(until) if until is not None else ():
        if FACTS[name].kind is not FactKind.TIME:
            raise x.WrongRuleError(f"{rule} counts from {name}, which is no time")


def _check_reach(rule: Provision) -> None:
    """Refuse a permission or duty that would hold of a person about whom nothing is known, unless it says why."""
    if rule.reaches_everyone or all(act in AGENCY_ACTS for act in rule.acts):
        return
    opens = {Outcome.MUST, Outcome.MAY}
    direct = rule.outcome in opens and could_hold_of_anyone(rule.when & ~rule.unless)
    by_exception = rule.otherwise in opens and could_hold_of_anyone(rule.when & rule.unless)
    if direct or by_exception:
        raise x.WrongRuleError(
            f"{rule.id} permits or requires something of a person about whom nothing is known: rest it on a fact of the "
            "person, or say in reaches_everyone why it reaches everyone"
        )
