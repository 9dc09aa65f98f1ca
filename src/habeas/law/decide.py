"""Decide one case: each act, layer by layer, with the reasons, the duties, the questions, and the days it changes by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from habeas.law import expressions as x
from habeas.law.case import Case
from habeas.law.decision import ActDecision, Decision, DutyDue, Reason
from habeas.law.evaluate import Truth, evaluate, years_later
from habeas.law.jurisdictions import Jurisdiction, resolve
from habeas.law.layers import Choice, possible_in_layer, possible_together
from habeas.law.provision import Provision
from habeas.law.trace import Ask, trace
from habeas.law.until import end_of, says_until
from habeas.law.words import Act, Layer, Lower, Outcome

OPEN = frozenset({Outcome.UNKNOWN, Outcome.UNRESOLVED})
DOABLE = frozenset({Outcome.MUST, Outcome.MAY}) | OPEN
_ALL_FIRM = frozenset(
    (outcome, Lower.EITHER) for outcome in (Outcome.MUST, Outcome.MAY, Outcome.MUST_NOT, Outcome.SILENT)
)
Options = frozenset[tuple[Outcome | None, Lower]]


@dataclass(frozen=True, slots=True)
class _Standing:
    """One provision with its two conditions evaluated for the case and act."""

    provision: Provision
    applies: Truth
    excepted: Truth

    @property
    def options(self) -> Options:
        """What the provision could say, given what is unknown; None is nothing."""
        if self.applies is False:
            return frozenset({(None, Lower.EITHER)})
        rule = self.provision
        main: tuple[Outcome | None, Lower] = (rule.outcome, rule.lower)
        other: tuple[Outcome | None, Lower] = (rule.otherwise, rule.lower)
        options = {main, other} if self.excepted is None else {other} if self.excepted else {main}
        return frozenset(options | {(None, Lower.EITHER)} if self.applies is None else options)

    @property
    def firm(self) -> bool:
        """Whether the provision says one thing whatever the unknown facts are."""
        return len(self.options) == 1


def decide(case: Case, acts: Iterable[Act] | None = None) -> Decision:
    """Decide `acts` (every act where None) for `case` under the law of its jurisdiction on its day.

    Raises BadInputError where the jurisdiction is not one Habeas knows how to read.
    """
    place = resolve(case.jurisdiction)
    wanted = frozenset(Act if acts is None else acts)
    made = {act: decide_act(case, act, place) for act in Act if act in wanted}
    return Decision(
        case.id,
        case.jurisdiction,
        case.as_of,
        made,
        duties=_duties(case, made, place),
        questions=_ranked(each for each in made.values() if each.asked),
        changes_on=tuple(_changes(case, made, place)),
        law=dict(place.hashes),
        warnings=(*place.warnings, *case.said),
    )


def decide_act(case: Case, act: Act, place: Jurisdiction) -> ActDecision:
    """Decide one act."""
    standings = [_stand(rule, case, act) for rule in place.rules_on(act, case.as_of)]
    outcome = _outcome(standings, place)
    final = outcome or _kind_of_open(standings, place, case, act)
    reasons = tuple(_reasons(standings, place, case, act, outcome))
    until, words = _until(reasons, final, case)
    asks = case.value("request", "asks")
    return ActDecision(
        act, final, bool(asks) and act.value in asks, reasons, until, words, _questions(reasons, outcome, place)
    )


def _stand(rule: Provision, case: Case, act: Act) -> _Standing:
    applies = evaluate(rule.when, case, act=act)
    excepted = evaluate(rule.unless, case, act=act) if applies is not False else False
    return _Standing(rule, applies, excepted)


def _outcome(standings: Iterable[_Standing], place: Jurisdiction) -> Outcome | None:
    """The one outcome the layers come to, or None where unknown facts leave more than one."""
    found = {outcome for outcome, _ in possible_together(_layers(standings, place))}
    return found.pop() if len(found) == 1 else None


def _layers(standings: Iterable[_Standing], place: Jurisdiction) -> list[frozenset[Choice]]:
    by_layer: dict[Layer, list[Options]] = {}
    for standing in standings:
        by_layer.setdefault(standing.provision.layer, []).append(standing.options)
    found = {layer: possible_in_layer(each) for layer, each in by_layer.items()}
    if place.state_missing:
        found[Layer.STATE] = _ALL_FIRM
    return [found[layer] for layer in sorted(found)]


def _matters(one: _Standing, standings: list[_Standing], place: Jurisdiction) -> bool:
    """Whether settling `one` in some way could settle or narrow the whole."""
    whole = possible_together(_layers(standings, place))
    others = [each for each in standings if each is not one]
    for option in one.options:
        fixed = _layers_with(others, one.provision.layer, option, place)
        if possible_together(fixed) != whole:
            return True
    return False


def _layers_with(
    others: list[_Standing], layer: Layer, option: tuple[Outcome | None, Lower], place: Jurisdiction
) -> list[frozenset[Choice]]:
    by_layer: dict[Layer, list[Options]] = {layer: [frozenset({option})]}
    for standing in others:
        by_layer.setdefault(standing.provision.layer, []).append(standing.options)
    found = {each: possible_in_layer(options) for each, options in by_layer.items()}
    if place.state_missing:
        found[Layer.STATE] = _ALL_FIRM
    return [found[each] for each in sorted(found)]


def _kind_of_open(standings: list[_Standing], place: Jurisdiction, case: Case, act: Act) -> Outcome:
    """Unknown where a fact is missing; unresolved where nothing but a question of law is open."""
    asks = [
        ask
        for each in standings
        if not each.firm and _matters(each, standings, place)
        for ask in _asks(each, case, act)
    ]
    only_law = bool(asks) and all(ask.counsel for ask in asks) and not place.state_missing
    return Outcome.UNRESOLVED if only_law else Outcome.UNKNOWN


def _asks(standing: _Standing, case: Case, act: Act) -> tuple[Ask, ...]:
    when = trace(standing.provision.when, case, act=act).asks() if standing.applies is None else ()
    unless = trace(standing.provision.unless, case, act=act).asks() if standing.excepted is None else ()
    return when + unless


def _reasons(
    standings: list[_Standing], place: Jurisdiction, case: Case, act: Act, outcome: Outcome | None
) -> Iterator[Reason]:
    """The provisions that speak, the controlling first; one that cannot apply is left out."""
    speaking = [each for each in standings if each.options != frozenset({(None, Lower.EITHER)})]
    told = [(each, _says(each)) for each in speaking]
    top = min((each.provision.layer for each, said in told if said is outcome), default=None)
    made = []
    for each, said in told:
        controls = (
            (said is outcome and each.provision.layer == top)
            or (outcome is None and not each.firm and _matters(each, standings, place))
            or (outcome is Outcome.UNRESOLVED and top is None)
        )
        made.append(_reason(each, said, controls, case, act))
    yield from sorted(made, key=lambda reason: (not reason.controls, reason.provision.layer, reason.provision.id))


def _says(standing: _Standing) -> Outcome:
    options = standing.options
    if len(options) > 1:
        return Outcome.UNKNOWN
    said = next(iter(options))[0]
    return said if said is not None else Outcome.SILENT


def _reason(standing: _Standing, said: Outcome, controls: bool, case: Case, act: Act) -> Reason:
    rule = standing.provision
    when = trace(rule.when, case, act=act) if controls else None
    unless = trace(rule.unless, case, act=act) if controls and rule.unless is not x.NEVER else None
    return Reason(rule, standing.applies, standing.excepted, said, controls, when, unless)


def _until(reasons: tuple[Reason, ...], outcome: Outcome, case: Case) -> tuple[None, None] | tuple:  # type: ignore[type-arg]
    """The earliest end that a controlling provision sets, as a time where the facts give one, and in words."""
    ends = [
        reason.provision.until
        for reason in reasons
        if reason.controls and reason.provision.until and outcome in {Outcome.MUST, Outcome.MAY}
    ]
    if not ends:
        return None, None
    times = [time for end in ends if (time := end_of(end, case)) is not None]
    return (min(times) if len(times) == len(ends) else None), "; ".join(says_until(end) for end in ends)


def _questions(reasons: tuple[Reason, ...], outcome: Outcome | None, place: Jurisdiction) -> tuple[Ask, ...]:
    if outcome is not None and outcome is not Outcome.UNRESOLVED:
        return ()
    found = [
        ask
        for reason in reasons
        if reason.controls
        for node in (reason.when, reason.unless)
        if node
        for ask in node.asks()
    ]
    if outcome is Outcome.UNRESOLVED:
        cites = "; ".join(dict.fromkeys(r.provision.source.citation for r in reasons if r.controls))
        found = [Ask("law", f"Which rule governs: {cites}?", "county counsel", counsel=True)]
    missing = (
        [Ask("law", text, "county counsel", counsel=True) for text in place.warnings] if place.state_missing else []
    )
    return tuple(dict.fromkeys(found + missing))


def _ranked(acts: Iterable[ActDecision]) -> tuple[Ask, ...]:
    """The open questions of the acts asked, those that touch most acts first."""
    counted: dict[Ask, int] = {}
    for made in acts:
        for ask in made.questions:
            counted[ask] = counted.get(ask, 0) + 1
    return tuple(sorted(counted, key=lambda ask: -counted[ask]))


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
            if made.asked
            for duty in reason.provision.duties
        ]
    return tuple(due for due in dict.fromkeys(found) if _arises(due, acts))


def _arises(due: DutyDue, acts: dict[Act, ActDecision]) -> bool:
    """A duty that hangs on an act arises only where that act may be done, and is only listed where it was asked."""
    on = due.duty.on
    return on is None or (on in acts and acts[on].outcome in DOABLE and acts[on].asked)


def _changes(case: Case, acts: dict[Act, ActDecision], place: Jurisdiction) -> Iterator[tuple[date, Act, Outcome]]:
    """The days after today on which an asked act's answer changes though no fact does."""
    for act, made in acts.items():
        last = made.outcome
        for day in _candidate_days(case, act, place) if made.asked else ():
            now = decide_outcome(replace(case, as_of=day), act, place)
            if now is not last:
                yield day, act, now
                last = now


def decide_outcome(case: Case, act: Act, place: Jurisdiction) -> Outcome:
    """Decide one act's outcome alone, without reasons."""
    standings = [_stand(rule, case, act) for rule in place.rules_on(act, case.as_of)]
    return _outcome(standings, place) or _kind_of_open(standings, place, case, act)


def _candidate_days(case: Case, act: Act, place: Jurisdiction) -> list[date]:
    look_backs = {
        part
        for rule in place.rules_on(act, case.as_of)
        for condition in (rule.when, rule.unless)
        for part in condition.walk()
        if isinstance(part, x.Within)
    }
    ends = {
        _day_after(years_later(day, part.years))
        for part in look_backs
        for charge in case.charges
        if (day := case.value(part.fact.entity, part.fact.name, charge)) is not None
    }
    days = ends | place.change_dates(act)
    return sorted(day for day in days if day > case.as_of)


def _day_after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
