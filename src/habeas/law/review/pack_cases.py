"""The cases each pack ships for its own rules (`cases.txt` beside them): inside, outside, on the edge, where a fact is unknown; and for a
rule with an end or with duties, until when and what is owed. `case_lines` says how a line is written.

A case speaks of its rule alone, on a day on which the rule is in force; what a place makes of all its rules is `decide`'s.
"""

from collections.abc import Callable, Iterator
from functools import cache

from habeas.deadlines.clocks import Clock
from habeas.law.engine.evaluate import evaluate
from habeas.law.model import expressions as x
from habeas.law.model.ends import end_of
from habeas.law.model.facts import Fact
from habeas.law.model.provision import Duty, DutyRule, Pack, Provision
from habeas.law.model.vocabulary import Act, Outcome
from habeas.law.packs import PACKS, UNREAD_LOCAL, folder_of
from habeas.law.review.case_lines import NOTHING, OWES, SETTLED, UNTIL, OwnCase, read_case, read_lines

PLACES = ("inside", "outside", "edge", "unknown")
DUTY = "duty"
_DOABLE = {Outcome.MUST.value, Outcome.MAY.value}


@cache
def own_cases(pack: str) -> tuple[OwnCase, ...]:
    """The cases of the pack called `pack`, none where it has none. Raises WrongRuleError for a line that is no case."""
    folder = folder_of(pack)
    file = folder / "cases.txt" if folder else None
    if file is None or not file.is_file():
        return ()
    return tuple(read_lines(file.read_text(encoding="utf-8"), f"the cases of {pack}"))


def says_of(rule: Provision | DutyRule, own: OwnCase) -> str:
    """What `rule` says in the case, by the reference evaluator."""
    return _says(rule, own, lambda condition: condition)


def _says(rule: Provision | DutyRule, own: OwnCase, read_as: Callable[[x.Expression], x.Expression]) -> str:
    case = read_case(own.facts, own.on, own.place)
    act = "" if own.act == DUTY else own.act
    applies = evaluate(read_as(rule.when), case, act=act)
    if applies is not True:
        return NOTHING if applies is False else "unknown"
    if isinstance(rule, DutyRule):
        return DUTY
    excepted = evaluate(read_as(rule.unless), case, act=act)
    if excepted is None:
        return "unknown"
    found = rule.otherwise if excepted else rule.outcome
    return found.value if found else NOTHING


def settled_of(rule: Provision | DutyRule, own: OwnCase) -> str:
    """What `rule` says in the case where counsel has settled each of its questions of law so that the rule applies."""
    return _says(rule, own, x.as_settled)


def until_of(rule: Provision | DutyRule, own: OwnCase) -> str:
    """When the act ends by `rule` in the case: a time with its offset, `unknown`, or `nothing` where the rule sets no end then."""
    if isinstance(rule, DutyRule) or rule.until is None or says_of(rule, own) not in _DOABLE:
        return NOTHING
    end = end_of(rule.until, read_case(own.facts, own.on, own.place), act=Act(own.act))
    return end.ends_at.isoformat(timespec="minutes") if isinstance(end, Clock) else "unknown"


def owed_by(rule: Provision | DutyRule, own: OwnCase) -> tuple[str, ...]:
    """Each duty that `rule` lays in the case, in the words of a line: one that hangs on the act only where the act may be done."""
    said = says_of(rule, own)
    if said == NOTHING:
        return (NOTHING,)
    owed = [
        duty for duty in rule.duties if own.act == DUTY or duty.on is None or (duty.on == own.act and said in _DOABLE)
    ]
    return tuple(_in_words(duty) for duty in owed) or (NOTHING,)


def _in_words(duty: Duty) -> str:
    more = (
        duty.deadline,
        f"if {duty.on.value}" if duty.on else None,
        f"blocks {duty.blocks.value}" if duty.blocks else None,
    )
    return "; ".join([duty.what.value, *(each for each in more if each)])


def gaps() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each rule that lacks a case somewhere, with where: `until` and `owes` are lacked by a rule whose end or duties no case tells."""
    for pack in _every_pack():
        for rule in pack.rules:
            own = [each for each in own_cases(pack.id) if each.rule == rule.id]
            have = {each.where for each in own} | set(_told(own))
            missing = tuple(where for where in (*_needed(rule), *_to_tell(rule)) if where not in have)
            if missing:
                yield rule.id, missing


def _told(own: list[OwnCase]) -> Iterator[str]:
    """Of what the cases tell: an end that is a time, and duties that are owed."""
    if any(each.until not in {None, NOTHING, "unknown"} for each in own):
        yield UNTIL
    if any(each.owes not in {None, (NOTHING,)} for each in own):
        yield OWES


def _to_tell(rule: Provision | DutyRule) -> tuple[str, ...]:
    ends = isinstance(rule, Provision) and rule.until is not None
    return (*([UNTIL] if ends else []), *([OWES] if rule.duties else []))


def _needed(rule: Provision | DutyRule) -> tuple[str, ...]:
    """Where a rule needs cases: one on the kind of request alone has no edge, and none on it and on the record is ever unknown."""
    condition = rule.when if isinstance(rule, DutyRule) else rule.when | rule.unless
    if _facts(condition, through=True) <= {"request.kind"}:
        return ("inside", "outside")
    return PLACES if _facts(condition, through=False) - {"request.kind"} else PLACES[:3]


def _facts(e: x.Expression, *, through: bool) -> set[str]:
    """The facts a condition rests on; what is on record is looked `through`, or left out since it is never unknown."""
    if isinstance(e, x.OnRecord) and not through:
        return set()
    fact = getattr(e, "fact", None)
    own = {e.name} if isinstance(e, x.ClassIs) else {fact.key} if isinstance(fact, Fact) else set()
    own |= {"request.asks"} if isinstance(e, x.Asked) else set()
    return own.union(*(_facts(part, through=through) for part in e.parts()))


def wrong() -> Iterator[tuple[OwnCase, str]]:
    """Each case whose rule says something else than the case, with what it says."""
    for pack in _every_pack():
        rules = {rule.id: rule for rule in pack.rules}
        for own in own_cases(pack.id):
            yield from ((own, said) for said in differs(rules[own.rule], own))


def differs(rule: Provision | DutyRule, own: OwnCase) -> Iterator[str]:
    """What `rule` says otherwise than its case `own` does: its day, its outcome, its end, its duties."""
    if not rule.effective.holds_on(own.on):
        yield f"not in force on {own.on.isoformat()}"
    if (said := says_of(rule, own)) != own.says:
        yield said
    if own.settled is not None and (settled := settled_of(rule, own)) != own.settled:
        yield f"{SETTLED} {settled}"
    if own.until is not None and (until := until_of(rule, own)) != own.until:
        yield f"{UNTIL} {until}"
    if own.owes is not None and sorted(owed := owed_by(rule, own)) != sorted(own.owes):
        yield f"{OWES} {' and '.join(owed)}"


def _every_pack() -> tuple[Pack, ...]:
    return (*PACKS.values(), *UNREAD_LOCAL.values())
