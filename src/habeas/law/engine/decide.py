"""Decide one case: each act, layer by layer, with the reasons, the duties, the questions, and the days it changes by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from habeas.deadlines.clocks import Clock
from habeas.deadlines.times import ZONE, first_of, local_time
from habeas.law.engine.answered import Answered, answered
from habeas.law.engine.combine import RuleStanding, controlling, kind_of_open, outcome_of
from habeas.law.engine.decision import ActDecision, Decision, DutyDue, Reason
from habeas.law.engine.evaluate import Evaluator, day_of, evaluate, years_later
from habeas.law.engine.jurisdictions import Jurisdiction, resolve
from habeas.law.engine.opened_by import opened_by
from habeas.law.engine.over import ALLOWS, closed, run_out
from habeas.law.engine.proof_told import proof_told
from habeas.law.engine.standing import StandingRules, reason_of, stand
from habeas.law.engine.trace import Ask, ask_for, trace_with
from habeas.law.engine.warned import of_judges_paper, of_reduced
from habeas.law.model import expressions as x
from habeas.law.model.case import Case
from habeas.law.model.ends import End, NotKnown, end_of
from habeas.law.model.facts import FACTS, FactKind
from habeas.law.model.provision import Provision
from habeas.law.model.vocabulary import SETTLED_BY, Act, Layer, Outcome
from habeas.places.table import two_times

OPEN = frozenset({Outcome.UNKNOWN, Outcome.UNRESOLVED})
WHICH_ZONE = Ask(ZONE, "In which time zone is the jail?", "the jail")
DOABLE = frozenset({Outcome.MUST, Outcome.MAY}) | OPEN


def decide(case: Case, acts: Iterable[Act] | None = None) -> Decision:
    """Decide `acts` (every act where None) for `case` under the law of its jurisdiction on its day.

    Raises BadInputError where the jurisdiction is not one Habeas knows how to read.
    """
    place = resolve(case.jurisdiction)
    wanted = frozenset(Act if acts is None else acts)
    rules = StandingRules(case)
    made = {act: decide_act(case, act, place, rules) for act in Act if act in wanted}
    duties = _duties(case, made, place)
    asked = frozenset(act for act, each in made.items() if each.asked)
    return Decision(
        case.id,
        case.jurisdiction,
        case.as_of,
        made,
        duties=duties,
        questions=tuple(
            dict.fromkeys((*_ranked(each for each in made.values() if each.asked), *_first_known(duties, case)))
        ),
        changes_on=tuple(_changes(case, made, place, rules)),
        law=dict(place.hashes),
        warnings=(
            *place.warnings,
            *place.may_have_changed(asked, case.as_of),
            *place.lapsed(asked, case.as_of),
            *_of_two_times(case, made.values()),
            *_of_two_readings(case, made.values()),
            *of_judges_paper(case),
            *of_reduced(case),
            *case.said,
        ),
    )


def decide_act(case: Case, act: Act, place: Jurisdiction, rules: StandingRules | None = None) -> ActDecision:
    """Decide one act; `rules` are those of the case where others of its acts are decided too."""
    rules = rules or StandingRules(case)
    evaluator = rules.evaluator(act)
    found = _answered(rules, evaluator, place)
    outcome = outcome_of(found.standings, state_missing=found.state_missing)
    final = outcome or _kind_of_open(found, evaluator)
    reasons = tuple(_reasons(found, rules, evaluator, outcome))
    asked = act.value in (case.value("request", "asks") or ())
    over = run_out(found.standings, outcome, case, act)
    if over is not None:
        return _closed(act, *over, asked, reasons, evaluator)
    end = _end(reasons, final, case, act)
    questions = (*_questions(reasons, outcome, found, evaluator, place), *_asks_zone(end))
    opened = opened_by(found.standings, evaluator) if final in ALLOWS else ()
    return ActDecision(act, final, asked, reasons, end, questions, opened)


def _closed(
    act: Act, one: RuleStanding, end: Clock, asked: bool, reasons: tuple[Reason, ...], evaluator: Evaluator
) -> ActDecision:
    """The act forbidden because its own end is over: the rule that set the end carries it, the others no longer do."""
    carries = reason_of(RuleStanding(closed(one.provision, end), True, False), True, evaluator)
    others = (
        replace(each, controls=False, when=None, unless=None) for each in reasons if each.provision != one.provision
    )
    return ActDecision(act, Outcome.MUST_NOT, asked, (carries, *others), ended=end)


def _answered(rules: StandingRules, evaluator: Evaluator, place: Jurisdiction) -> Answered:
    """The rules as they stand, with counsel's findings in the place of what they settle."""
    return answered(rules.on(evaluator, place), lambda each: _fact_open(each, evaluator), place.states_without_pack)


def _fact_open(standing: RuleStanding, evaluator: Evaluator) -> bool:
    return any(not ask.counsel for ask in _asks(standing, evaluator))


def _kind_of_open(found: Answered, evaluator: Evaluator) -> Outcome:
    return kind_of_open(found.standings, lambda each: _fact_open(each, evaluator), state_missing=found.state_missing)


def _asks(standing: RuleStanding, evaluator: Evaluator) -> tuple[Ask, ...]:
    when = trace_with(standing.provision.when, evaluator).asks() if standing.applies is None else ()
    unless = trace_with(standing.provision.unless, evaluator).asks() if standing.excepted is None else ()
    return when + unless


def _reasons(found: Answered, rules: StandingRules, evaluator: Evaluator, outcome: Outcome | None) -> Iterator[Reason]:
    """The provisions that speak, the controlling first; one that cannot apply is left out."""
    carry = controlling(found.standings, outcome, state_missing=found.state_missing)
    carry += tuple(each for each in found.standings if each.provision.answers and each.says is outcome)
    made = [rules.reason(each, any(each is one for one in carry), evaluator) for each in found.standings if each.speaks]
    yield from sorted(made, key=lambda reason: (not reason.controls, reason.provision.layer, reason.provision.id))


def _end(reasons: tuple[Reason, ...], outcome: Outcome, case: Case, act: Act) -> End | None:
    """The earliest end that any layer sets which allows the act, with its arithmetic; None where no rule sets one.

    A rule of which it is not known whether it applies keeps the end from being known where its own could come first.
    """
    if outcome not in {Outcome.MUST, Outcome.MAY, Outcome.UNRESOLVED}:
        return None
    allow = [each for each in reasons if each.outcome in ALLOWS]
    perhaps = [each for each in reasons if each.outcome is Outcome.UNKNOWN and _could_allow(each.provision)]
    ends, could = (list(_ends(each, case, act)) for each in (allow, perhaps))
    return first_of(ends, could) if ends or could else None


def _ends(reasons: list[Reason], case: Case, act: Act) -> Iterator[End]:
    for rule in (each.provision for each in reasons):
        if rule.until is not None:
            yield end_of(rule.until, case, citation=rule.source.citation, act=act)


def _could_allow(rule: Provision) -> bool:
    return rule.outcome in ALLOWS or rule.otherwise in ALLOWS


def _asks_zone(end: End | None) -> tuple[Ask, ...]:
    return (WHICH_ZONE,) if isinstance(end, NotKnown) and ZONE in end.asks else ()


def _of_two_times(case: Case, acts: Iterable[ActDecision]) -> Iterator[str]:
    """What to look at where an end was told for a place that keeps two times, and no zone was given."""
    ends = [each.end for each in acts if each.asked and isinstance(each.end, Clock)]
    if case.time_zone is None and ends:
        said = two_times(resolve(case.jurisdiction).place, ends[0].ends_at)
        yield from [said] if said else []


def _of_two_readings(case: Case, acts: Iterable[ActDecision]) -> Iterator[str]:
    """What to look at where an end rests on a local time that comes twice, or never, as the clocks change."""
    if not any(each.asked and isinstance(each.end, Clock) for each in acts):
        return
    for fact in (each for each in FACTS.values() if each.kind is FactKind.TIME):
        value = case.value(fact.entity, fact.name)
        if value is not None and (value.tzinfo is not None or case.zone is not None):
            yield from local_time(value, case.zone)[1]


def _questions(
    reasons: tuple[Reason, ...], outcome: Outcome | None, answer: Answered, evaluator: Evaluator, place: Jurisdiction
) -> tuple[Ask, ...]:
    if outcome is not None and outcome is not Outcome.UNRESOLVED:
        return ()
    reach = [ask for each in answer.could_settle for ask in _asks(each, evaluator)]
    found = [
        ask
        for reason in reasons
        if reason.controls
        for node in (reason.when, reason.unless)
        if node
        for ask in node.asks()
    ]
    if outcome is Outcome.UNRESOLVED:
        found = [Ask("law", _which_rule(reasons), "county counsel", counsel=True)]
    missing = (
        [Ask("law", text, "county counsel", counsel=True) for text in place.warnings] if answer.state_missing else []
    )
    return tuple(dict.fromkeys(reach + found + missing))


def _which_rule(reasons: tuple[Reason, ...]) -> str:
    carry = [reason.provision for reason in reasons if reason.controls]
    if any(rule.layer is Layer.NOTHING_READ for rule in carry):
        return "No law that was read addresses this: which law governs, or what is the office's policy?"
    return f"Counsel: what do these require here: {'; '.join(dict.fromkeys(rule.source.citation for rule in carry))}?"


def _ranked(acts: Iterable[ActDecision]) -> tuple[Ask, ...]:
    """The open questions of the acts asked, those that touch most acts first."""
    counted: dict[Ask, int] = {}
    for made in acts:
        for ask in made.questions:
            counted[ask] = counted.get(ask, 0) + 1
    return tuple(sorted(counted, key=lambda ask: -counted[ask]))


def _first_known(duties: Iterable[DutyDue], case: Case) -> Iterator[Ask]:
    """What duties that come before an act are there to find out, where it is not known yet."""
    for due in duties:
        fact = FACTS.get(SETTLED_BY.get(due.duty.what, ""))
        if fact is not None and case.value(fact.entity, fact.name) is None:
            yield ask_for(fact, case)


def _duties(case: Case, acts: dict[Act, ActDecision], place: Jurisdiction) -> tuple[DutyDue, ...]:
    """The duties that arise: those of rules that always bind, and those of provisions whose act may be done."""
    found = [
        due
        for rule in place.duty_rules(case.as_of)
        if (holds := evaluate(rule.when, case)) is not False
        for due in (DutyDue(duty, rule.id, rule.source, holds is True) for duty in rule.duties)
    ]
    for made in acts.values():
        found += [
            DutyDue(duty, reason.provision.id, reason.provision.source, made.outcome not in OPEN)
            for reason in made.reasons
            if made.asked and not _overridden(reason, made.outcome)
            for duty in reason.provision.duties
        ]
    return tuple(proof_told(due, acts) for due in dict.fromkeys(found) if _arises(due, acts))


def _overridden(reason: Reason, outcome: Outcome) -> bool:
    """Whether a rule that allows an act stands under one that forbids it: what it says must come with the act is then not owed."""
    return outcome is Outcome.MUST_NOT and _could_allow(reason.provision) and reason.outcome is not Outcome.MUST_NOT


def _arises(due: DutyDue, acts: dict[Act, ActDecision]) -> bool:
    """A duty that hangs on an act arises only where that act may be done, and is only listed where it was asked.

    What must be found out before an act is owed also where no rule speaks of the act: nothing then keeps the office from doing it.
    """
    on = due.duty.on
    doable = DOABLE | {Outcome.SILENT} if due.duty.what in SETTLED_BY else DOABLE
    return on is None or (on in acts and acts[on].outcome in doable and acts[on].asked)


def _changes(
    case: Case, acts: dict[Act, ActDecision], place: Jurisdiction, rules: StandingRules
) -> Iterator[tuple[date, Act, Outcome]]:
    """The days after today on which an asked act's answer changes though no fact does; its own end is told as its end, not here."""
    for act, made in acts.items():
        last = made.outcome
        for day in _candidate_days(case, act, place) if made.asked and made.ended is None else ():
            now = _of_law(rules, rules.evaluator(act, day), place)
            if now is not last:
                yield day, act, now
                last = now


def standings_of(case: Case, act: Act) -> list[RuleStanding]:
    """How each provision on `act` stands in `case`, without bringing them together."""
    evaluator = Evaluator(case, act.value)
    rules = resolve(case.jurisdiction).rules_on(act, case.as_of)
    return [stand(rule, evaluator) or RuleStanding(rule, False, False) for rule in rules]


def decide_outcome(case: Case, act: Act, place: Jurisdiction) -> Outcome:
    """Decide one act's outcome alone, without reasons."""
    rules = StandingRules(case)
    evaluator = rules.evaluator(act)
    found = _answered(rules, evaluator, place)
    outcome = outcome_of(found.standings, state_missing=found.state_missing)
    over = run_out(found.standings, outcome, case, act)
    return Outcome.MUST_NOT if over else outcome or _kind_of_open(found, evaluator)


def _of_law(rules: StandingRules, evaluator: Evaluator, place: Jurisdiction) -> Outcome:
    """One act's outcome on the evaluator's day whether or not its own end is over."""
    found = _answered(rules, evaluator, place)
    return outcome_of(found.standings, state_missing=found.state_missing) or _kind_of_open(found, evaluator)


def _candidate_days(case: Case, act: Act, place: Jurisdiction) -> list[date]:
    ends = {
        _day_after(years_later(day, part.years))
        for part in _look_backs(place.path, act, case.as_of)
        for charge in case.charges
        if (day := case.value(part.fact.entity, part.fact.name, charge)) is not None
    }
    days = ends | place.change_dates(act) | set(_windows_open(case, act, place))
    return sorted(day for day in days if day > case.as_of)


def _windows_open(case: Case, act: Act, place: Jurisdiction) -> Iterator[date]:
    """The first days on which a time is as near as a rule asks."""
    for part in _windows(place.path, act, case.as_of):
        day = day_of(case.value(part.fact.entity, part.fact.name), case.zone)
        if day is not None:
            yield day - timedelta(days=part.days)


@lru_cache(maxsize=4096)
def _windows(path: str, act: Act, day: date) -> tuple[x.DaysAway, ...]:
    """The windows before a time that the provisions on `act` in force on `day` have."""
    conditions = [condition for rule in resolve(path).rules_on(act, day) for condition in (rule.when, rule.unless)]
    return tuple(part for condition in conditions for part in condition.walk() if isinstance(part, x.DaysAway))


@lru_cache(maxsize=4096)
def _look_backs(path: str, act: Act, day: date) -> tuple[x.Within, ...]:
    """The look-backs that the provisions on `act` in force on `day` have."""
    conditions = [condition for rule in resolve(path).rules_on(act, day) for condition in (rule.when, rule.unless)]
    return tuple(
        dict.fromkeys(part for condition in conditions for part in condition.walk() if isinstance(part, x.Within))
    )


def _day_after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
