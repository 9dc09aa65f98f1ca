"""Change each rule of law one thing at a time, and list each change that no case notices: `python tools/mutate_packs.py [PACK ...]`.

mutmut changes what stands in functions; a rule is data, and this changes rules. A change is noticed by a case of the rule itself
(`cases.txt`), by a published case, or by a test of the federal floors. What would notice every change (pins, hashes) is left out. Survivors
stand in `mutation/packs.txt` by kind. Exit status 1 where an outcome, an end in hours or a duty can be changed unnoticed.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import timedelta
from functools import cache, partial
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.law import test_floors as floors  # noqa: E402
from tests.law.test_shared_cases import PUBLISHED  # noqa: E402

from habeas.deadlines.times import PlusHours  # noqa: E402 - the tests' folder comes first
from habeas.law import packs  # noqa: E402
from habeas.law.engine import decide as deciding  # noqa: E402
from habeas.law.engine import jurisdictions  # noqa: E402
from habeas.law.engine.case_files import load_cases  # noqa: E402
from habeas.law.model import expressions as x  # noqa: E402
from habeas.law.model.case import Case  # noqa: E402
from habeas.law.model.phrases import says  # noqa: E402
from habeas.law.model.provision import DutyRule, Interval, Pack, Provision  # noqa: E402
from habeas.law.model.vocabulary import Act, Lower, Outcome  # noqa: E402
from habeas.law.review.pack_cases import differs, own_cases  # noqa: E402

Rule = Provision | DutyRule
FIRM = (Outcome.MUST, Outcome.MAY, Outcome.MUST_NOT)
GRAVE = ("outcome", "otherwise", "hours", "duty")
"""Kinds of change of which none may go unnoticed."""
FOR_ALL = ("us", "us-ca", "us-tx", "us-ny")
"""Places in which a change of a rule that holds everywhere is tried against the floors: each of them holds in all."""


@dataclass(frozen=True)
class Change:
    """One changed rule: the kind of change, what was changed in words, and the rule as changed (None: it cannot be built)."""

    pack: str
    rule: str
    kind: str
    what: str
    changed: Rule | None


def changes(pack: Pack, rule: Rule) -> Iterator[Change]:
    """Every change of one rule."""
    sorts = (_duties, _conditions, _dates) + ((_outcomes, _ends, _lowers) if isinstance(rule, Provision) else ())
    for kind, what, given in (each for sort in sorts for each in sort(rule)):
        try:
            changed = replace(rule, **given)
        except x.WrongRuleError:
            changed = None
        yield Change(pack.id, rule.id, kind, what, changed)


Given = Iterator[tuple[str, str, dict[str, Any]]]


def _outcomes(rule: Provision) -> Given:
    for other in FIRM:
        if other is not rule.outcome:
            yield "outcome", f"{rule.outcome} -> {other}", {"outcome": other}
        if rule.otherwise is not None and other is not rule.otherwise:
            yield "otherwise", f"{rule.otherwise} -> {other}", {"otherwise": other}
    if rule.otherwise is not None:
        yield "otherwise", f"{rule.otherwise} -> nothing", {"otherwise": None}
    if rule.unless != x.NEVER:
        yield "unless", "dropped", {"unless": x.NEVER, "otherwise": None}


def _ends(rule: Provision) -> Given:
    for by in (1, -1):
        for what, changed in _each(rule.until, partial(_longer, by=by)):
            yield "hours", what, {"until": changed}


def _longer(e: Any, by: int) -> "Changed":
    return [(f"{e.hours} {by:+d}", replace(e, hours=e.hours + by))] if isinstance(e, PlusHours) else []


def _lowers(rule: Provision) -> Given:
    leaves_a_choice = {Outcome.MAY, Outcome.UNRESOLVED} & {rule.outcome, rule.otherwise}
    for other in Lower if leaves_a_choice else ():
        if other is not rule.lower:
            yield "lower", f"{rule.lower} -> {other}", {"lower": other}


def _duties(rule: Rule) -> Given:
    for number, duty in enumerate(rule.duties):
        left = rule.duties[:number] + rule.duties[number + 1 :]
        yield "duty", f"{duty.what} ({duty.blocks or duty.on or 'no act'}) dropped", {"duties": left}


def _dates(rule: Rule) -> Given:
    for end in ("start", "end"):
        day = getattr(rule.effective, end)
        for by in (1, -1) if day else ():
            moved = replace(rule.effective, **{end: day + timedelta(days=by)})
            yield "date", f"{end} {by:+d} day", {"effective": Interval(moved.start, moved.end)}


def _conditions(rule: Rule) -> Given:
    for name in ("when", "unless") if isinstance(rule, Provision) else ("when",):
        for kind, sort in (("conjunct", x.All), ("alternative", x.Any_)):
            for what, changed in _each(getattr(rule, name), partial(_shorter, sort=sort)):
                yield f"{kind} of {name}", f"dropped: {what}", {name: changed}


Changed = list[tuple[str, Any]]
"""What was changed in words, and the part as changed."""


def _shorter(e: Any, sort: type) -> Changed:
    """The condition with each of its parts left out in turn, where it is of the `sort`."""
    if type(e) is not sort:
        return []
    rests = [(says(part), e.of[:number] + e.of[number + 1 :]) for number, part in enumerate(e.of)]
    return [(what, rest[0] if len(rest) == 1 else sort(rest)) for what, rest in rests]


def _each(tree: Any, change: Callable[[Any], Changed]) -> Iterator[tuple[str, Any]]:
    """The tree with one place in it changed, for each place and each change that can be built."""
    yield from change(tree)
    for field in fields(tree) if is_dataclass(tree) else ():
        for what, part in _changed_inside(getattr(tree, field.name), change):
            try:
                yield what, replace(tree, **{field.name: part})  # type: ignore[type-var]
            except x.WrongRuleError:
                continue


def _changed_inside(inside: Any, change: Callable[[Any], Changed]) -> Iterator[tuple[str, Any]]:
    if isinstance(inside, tuple):
        for number, part in enumerate(inside):
            for what, other in _each(part, change):
                yield what, (*inside[:number], other, *inside[number + 1 :])
    elif is_dataclass(inside):
        yield from _each(inside, change)


# What notices a change.


def noticed_by(change: Change) -> str | None:
    """What notices the change first: its own cases, a published case, a floor; None where nothing does."""
    if change.changed is None:
        return "cannot be built"
    own = (each for each in own_cases(change.pack) if each.rule == change.rule)
    if any(True for each in own for _ in differs(change.changed, each)):
        return "own cases"
    prepare(change)
    with _InForce(change):
        if _published_otherwise(change):
            return "published cases"
        falls = any(_fails(test, given) for place in _places(change) for test, given in _floor_tests(place))
        return "floors" if falls else None


class _InForce:
    """The changed rule in place of the rule, as every place reads it, while the block runs."""

    def __init__(self, change: Change) -> None:
        self._before = packs.pack_in
        self._changed = _changed_pack(change)

    def __enter__(self) -> None:
        packs.pack_in = self._pack_in
        _forget()

    def __exit__(self, *_: object) -> None:
        packs.pack_in = self._before
        _forget()

    def _pack_in(self, folder: str) -> Pack:
        pack = self._before(folder)
        return self._changed if pack.id == self._changed.id else pack


@cache
def _built(pack: str) -> Pack:
    return next(each for each in every_pack() if each.id == pack)


def _changed_pack(change: Change) -> Pack:
    def swap(rules: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(change.changed if rule.id == change.rule else rule for rule in rules)

    pack = _built(change.pack)
    return replace(pack, provisions=swap(pack.provisions), duty_rules=swap(pack.duty_rules))


def _forget() -> None:
    for each in (jurisdictions.resolve, jurisdictions._rules_on, jurisdictions._change_dates, deciding._look_backs):
        each.cache_clear()


@cache
def _wanted() -> tuple[tuple[Case, dict[str, Any]], ...]:
    """Each published case with what its source says of it."""
    rows = {row["id"]: row for file in PUBLISHED.glob("*.json") for row in json.loads(file.read_text(encoding="utf-8"))}
    return tuple((case, rows[case.id]) for file in sorted(PUBLISHED.glob("*.json")) for case in load_cases(file))


@cache
def _under(place: str, pack: str) -> bool:
    return pack in {each.id for each in jurisdictions.resolve(place).packs}


def _found(case: Case, row: dict[str, Any], acts: frozenset[Act]) -> set[str]:
    """Of what the case's source says, what Habeas says too."""
    asked = frozenset(Act(act) for act in row["expected"]) & acts
    made = deciding.decide(case, asked)
    right = {act for act in asked if made.acts[act].outcome.value in _listed(row["expected"][act])}
    return right | {due.duty.what.value for due in made.duties} & set(row.get("duties") or [])


def _listed(allowed: Any) -> list[str]:
    return allowed if isinstance(allowed, list) else [allowed]


_FOUND: dict[tuple[int, frozenset[Act]], set[str]] = {}


def _acts(change: Change) -> frozenset[Act]:
    return frozenset(getattr(change.changed, "acts", Act))


def _concerned(change: Change) -> Iterator[tuple[int, Case, dict[str, Any]]]:
    acts = _acts(change)
    for number, (case, row) in enumerate(_wanted()):
        if _under(case.jurisdiction, change.pack) and acts & {Act(act) for act in row["expected"]}:
            yield number, case, row


def prepare(change: Change) -> None:
    """Work out what the published cases and the crowds say under the law as it stands."""
    for number, case, row in _concerned(change):
        key = (number, _acts(change))
        if key not in _FOUND:
            _FOUND[key] = _found(case, row, key[1])
    for place in _places(change):
        _floor_tests(place)


def _published_otherwise(change: Change) -> bool:
    acts = _acts(change)
    return any(_FOUND[number, acts] - _found(case, row, acts) for number, case, row in _concerned(change))


def _places(change: Change) -> tuple[str, ...]:
    """Where the floors are asked of a change: not of a day's, since they are asked on two days far from any change of law."""
    if change.kind == "date":
        return ()
    return FOR_ALL if change.pack == "us" else tuple(place for place in floors.PLACES if _under(place, change.pack))


@cache
def _floor_tests(place: str) -> list[tuple[Callable[..., None], dict[str, Any]]]:
    """Each test of the floors that asks about the place, with its arguments, where it passes under the law as it stands.

    Columns are held equal to single decisions by their own test, and would follow any change.
    """
    tests = [test for name, test in vars(floors).items() if name.startswith("test_") and "columns" not in name]
    asked = [(test, given) for test in tests for given in _parameters(test) if given.get("place") == place]
    return [each for each in asked if not _fails(*each)]


def _parameters(test: Any) -> Iterator[dict[str, Any]]:
    """The arguments a parametrized test is called with."""
    marks = [mark.args for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
    for row in product(*(list(values) for _, values in marks)):
        given: dict[str, Any] = {}
        for (names, _), value in zip(marks, row, strict=True):
            keys = [each.strip() for each in names.split(",")] if isinstance(names, str) else list(names)
            given |= dict(zip(keys, value if len(keys) > 1 else (value,), strict=True))
        yield given


def _fails(test: Callable[..., None], given: dict[str, Any]) -> bool:
    try:
        test(**given)
    except (AssertionError, LookupError):
        return True
    return False


# The run.


def every_pack() -> tuple[Pack, ...]:
    """Every pack, those of places that nobody read among them."""
    return (*packs.PACKS.values(), *packs.UNREAD_LOCAL.values())


def tried(pack_and_rule: tuple[str, str]) -> list[tuple[str, str, str, str, str | None]]:
    """Every change of one rule, with what noticed it."""
    pack = _built(pack_and_rule[0])
    rule = next(each for each in pack.rules if each.id == pack_and_rule[1])
    said = []
    for change in changes(pack, rule):
        said.append((change.pack, change.rule, change.kind, change.what, noticed_by(change)))
    return said


def main(names: list[str]) -> int:
    """Try every change of the packs called `names` (all where none is named), write the survivors, and give the exit status."""
    rules = [(pack.id, rule.id) for pack in every_pack() for rule in pack.rules if not names or pack.id in names]
    _wanted()
    floors.people = cache(floors.people)
    floors.decide = lambda case: deciding.decide(case, floors.BARRED)  # the acts that floors are about
    Pack.sha256 = _hashed_once  # type: ignore[method-assign]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("fork")) as pool:
        rows = [row for found in pool.map(tried, rules) for row in found]
    left = [row for row in rows if row[4] is None]
    head = _summary(rows)
    (ROOT / "mutation").mkdir(exist_ok=True)
    lines = [" | ".join(row[:4]) for row in sorted(left, key=lambda row: (row[2] not in GRAVE, row[2], row[1]))]
    (ROOT / "mutation" / "packs.txt").write_text("\n".join([*head, "", *lines, ""]), encoding="utf-8")
    sys.stdout.write("\n".join([*head, "mutation/packs.txt", ""]))
    return 2 if not rows else 1 if any(row[2] in GRAVE for row in left) else 0


def _hashed_once(pack: Pack) -> str:
    return f"{id(pack)}"  # a changed pack needs no hash of its own, and hashing it takes longer than asking it


def _summary(rows: list[Any]) -> list[str]:
    """The rate in all and by kind, in words."""
    caught, kinds = Counter(row[2] for row in rows if row[4]), Counter(row[2] for row in rows)
    by = Counter(row[4] for row in rows if row[4])
    whole = f"{len(rows):,} changes, {sum(caught.values()):,} noticed: " + ", ".join(
        f"{n:,} {who}" for who, n in by.most_common()
    )
    return [whole, *(f"{kind}: {caught[kind]} of {count}" for kind, count in sorted(kinds.items()))]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
