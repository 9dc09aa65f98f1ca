"""An act whose own end is already over: a hold that ended before the day asked, or before it would begin, is a hold no more."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta, timezone

from habeas.deadlines.clocks import Clock, says
from habeas.deadlines.times import local_time
from habeas.law.engine.combine import RuleStanding
from habeas.law.model import expressions as x
from habeas.law.model.case import Case
from habeas.law.model.ends import ON_CUSTODY, end_of
from habeas.law.model.provision import Provision
from habeas.law.model.vocabulary import Act, Outcome

ALLOWS = frozenset({Outcome.MUST, Outcome.MAY})
BEGINS = (("custody", "release_at"), ("request", "received_at"))
"""The moments before which no hold on a request begins."""
FIRST_DAY_ON_EARTH = timezone(timedelta(hours=14))
"""Where a day begins first: by it a day is counted where the place's zone is not known, so that nothing is over too early."""


def run_out(
    standings: Iterable[RuleStanding], outcome: Outcome | None, case: Case, act: Act
) -> tuple[RuleStanding, Clock] | None:
    """The rule that allows `act` and whose own end is over, with that end: the first to end, of equals the one that carries `outcome`.

    None where `outcome` is no permission, where every end is still ahead or within the day asked, or where none can be worked out.
    """
    if outcome not in ALLOWS or act not in ON_CUSTODY:
        return None
    over = [(each, end) for each, end in _ends(standings, case, act) if _is_over(end, case)]
    return min(over, key=lambda one: _rank(one[0], one[1], outcome), default=None)


def closed(rule: Provision, end: Clock) -> Provision:
    """`rule` as it stands once its end is over: it forbids, and says when it ended and by which law."""
    said = f"The hold allowed by {rule.source.citation} ended {says(end.ends_at)} ({end.rule}): nobody is held on it after that."
    return replace(
        rule,
        outcome=Outcome.MUST_NOT,
        unless=x.NEVER,
        otherwise=None,
        until=None,
        duties=(),
        sentence=said,
    )


def _ends(standings: Iterable[RuleStanding], case: Case, act: Act) -> Iterator[tuple[RuleStanding, Clock]]:
    """Each end that is known, and of one that is not known the latest it can be."""
    for each in standings:
        rule = each.provision
        if rule.until is not None and each.says in ALLOWS:
            end = end_of(rule.until, case, citation=rule.source.citation, act=act)
            clock = end if isinstance(end, Clock) else end.at_latest
            if clock is not None:
                yield each, clock


def _is_over(end: Clock, case: Case) -> bool:
    return any(end.ends_at.astimezone(UTC) < moment for moment in _begins(case))


def _begins(case: Case) -> Iterator[datetime]:
    """The day asked, the release, and the receipt: each where it is known, in universal time."""
    first = datetime.combine(case.as_of, time.min)
    here = local_time(first, case.zone)[0] if case.zone else first.replace(tzinfo=FIRST_DAY_ON_EARTH)
    yield here.astimezone(UTC)
    for entity, name in BEGINS:
        value = case.value(entity, name)
        if isinstance(value, datetime) and (value.tzinfo is not None or case.zone is not None):
            yield local_time(value, case.zone)[0].astimezone(UTC)


def _rank(standing: RuleStanding, end: Clock, outcome: Outcome | None) -> tuple[datetime, bool, int, str]:
    rule = standing.provision
    return end.ends_at.astimezone(UTC), standing.says is not outcome, rule.layer.value, rule.id
