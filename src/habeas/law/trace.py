"""Why a condition came out as it did: a tree of data, each node with its value and the fact it rested on.

Only what the value rests on is kept: one true part makes an "or" true, one false part an "and" false.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from habeas.law import expressions as x
from habeas.law.case import Case, ChargeRecord
from habeas.law.evaluate import Evaluator, Truth
from habeas.law.facts import FACTS, Fact
from habeas.law.says import says

HISTORY = "person.history_complete"


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that is open: the fact, the sentence to put, and who can say."""

    fact: str
    ask: str
    of: str
    counsel: bool = False
    """A question of law rather than a missing fact."""


@dataclass(frozen=True, slots=True)
class TraceNode:
    """One condition with its value. `rests_on` is the fact's key and value for a leaf; `charge` the charge it speaks of."""

    says: str
    value: Truth
    rests_on: str | None = None
    given: str | None = None
    charge: str | None = None
    why: str | None = None
    ask: Ask | None = None
    because: tuple["TraceNode", ...] = ()

    def as_data(self) -> dict[str, Any]:
        """The node as JSON values; empty parts are left out."""
        words = {None: "unknown", True: "true", False: "false"}[self.value]
        plain = {
            "says": self.says,
            "is": words,
            "fact": self.rests_on,
            "given": self.given,
            "charge": self.charge,
            "why": self.why,
        }
        data: dict[str, Any] = {key: value for key, value in plain.items() if value is not None}
        return data | ({"because": [node.as_data() for node in self.because]} if self.because else {})

    def asks(self) -> tuple[Ask, ...]:
        """Every open question under this node, each once, in order."""
        own = (self.ask,) if self.ask else ()
        return tuple(dict.fromkeys(own + tuple(ask for node in self.because for ask in node.asks())))


class _Scope:
    __slots__ = ("case", "charge", "evaluator")

    def __init__(self, evaluator: Evaluator, charge: ChargeRecord | None = None) -> None:
        self.evaluator, self.case, self.charge = evaluator, evaluator.case, charge

    def of(self, charge: ChargeRecord) -> "_Scope":
        return _Scope(self.evaluator, charge)

    def value(self, expression: x.Expression) -> Truth:
        return self.evaluator(expression, self.charge)


_JOINTS: dict[type, str] = {
    x.All: "all of these",
    x.Any_: "any of these",
    x.Not: "not this",
    x.AnyCharge: "a charge on the whole record",
    x.AnyPresentCharge: "a charge the jail holds the person on",
}
"""What a node that only joins others is called; its parts say the rest."""


def trace(expression: x.Expression, case: Case, *, act: str = "") -> TraceNode:
    """Explain `expression` on `case`; the root's value is what `evaluate` gives."""
    return trace_with(expression, Evaluator(case, act))


def trace_with(expression: x.Expression, evaluator: Evaluator) -> TraceNode:
    """Explain `expression` with the values `evaluator` gives."""
    return _trace(expression, _Scope(evaluator))


def _trace(e: x.Expression, scope: _Scope) -> TraceNode:
    value = scope.value(e)
    if isinstance(e, x.AnyCharge | x.AnyPresentCharge):
        return _of_charges(e, scope, value)
    if isinstance(e, x.All | x.Any_ | x.Not):
        return TraceNode(_JOINTS[type(e)], value, because=_deciding(e, scope, value))
    if isinstance(e, x.Item):
        return TraceNode(says(e), value, because=(_trace(e.part, scope),))
    if isinstance(e, x.AskCounsel):
        return _of_counsel(e, scope, value)
    return _leaf(e, scope, value)


def _deciding(e: x.All | x.Any_ | x.Not, scope: _Scope, value: Truth) -> tuple[TraceNode, ...]:
    """The parts that the value rests on: those with the deciding value, or all where every part counts."""
    wanted = None if isinstance(e, x.Not) else value
    kept = [part for part in e.parts() if isinstance(e, x.Not) or scope.value(part) is wanted]
    first_is_enough = (isinstance(e, x.Any_) and value is True) or (isinstance(e, x.All) and value is False)
    return tuple(_trace(part, scope) for part in (kept[:1] if first_is_enough else kept))


def _of_charges(e: x.AnyCharge | x.AnyPresentCharge, scope: _Scope, value: Truth) -> TraceNode:
    each = [(charge, scope.of(charge)) for charge in scope.case.charges]
    deciding = [inner for _, inner in each if inner.value(e.condition) is value]
    nodes = tuple(_trace(e.condition, inner) for inner in (deciding[:1] if value is True else deciding))
    whole = isinstance(e, x.AnyPresentCharge) or scope.case.record_complete is True
    extra = () if value is not None or (whole and nodes) else (_open_record(e, scope.case),)
    return TraceNode(_JOINTS[type(e)], value, because=nodes + extra)


def _open_record(e: x.Expression, case: Case) -> TraceNode:
    if not case.charges_known:
        ask = Ask("charges", "Which charges and convictions are on the person's record?", "records unit")
        return TraceNode("the charges are known", None, "charges", ask=ask)
    ask = Ask(HISTORY, "Has the person's full criminal history been checked?", "records unit")
    return TraceNode("the record of charges is whole", None, HISTORY, ask=ask)


def _of_counsel(e: x.AskCounsel, scope: _Scope, value: Truth) -> TraceNode:
    inner = _trace(e.when, scope)
    open_now = value is None and inner.value is True
    ask = Ask("law", e.question, "county counsel", counsel=True) if open_now else None
    return TraceNode(f"counsel's question: {e.question}", value, ask=ask, charge=_label(scope), because=(inner,))


def _leaf(e: x.Expression, scope: _Scope, value: Truth) -> TraceNode:
    found = getattr(e, "fact", None)
    if isinstance(e, x.ClassIs):
        return _of_class(e, scope, value)
    if not isinstance(found, Fact):
        asks = Ask("request.asks", FACTS["request.asks"].ask, FACTS["request.asks"].of) if value is None else None
        return TraceNode(says(e), value, ask=asks)
    given = scope.case.value(found.entity, found.name, scope.charge)
    ask = _ask(found, scope) if value is None else None
    return TraceNode(says(e), value, found.key, _text(given), _label(scope), ask=ask)


def _of_class(e: x.ClassIs, scope: _Scope, value: Truth) -> TraceNode:
    finding = scope.charge.classes.get(e.name) if scope.charge else None
    if finding is None:
        ask = Ask(f"charge.{e.name}", f"Is the charge {x.CLASS_WORDS[e.name]}?", "county counsel", counsel=True)
        return TraceNode(says(e), value, f"charge.{e.name}", None, _label(scope), ask=ask)
    why = f"{finding.why} ({finding.citation})" if finding.citation else finding.why
    open_ask = _finding_ask(e, finding, scope) if value is None else None
    return TraceNode(says(e), value, f"charge.{e.name}", finding.detail, _label(scope), why, open_ask)


def _finding_ask(e: x.ClassIs, finding: Any, scope: _Scope) -> Ask:
    text = finding.ask or f"Is the charge {x.CLASS_WORDS[e.name]}?"
    of = finding.of or "county counsel"
    return Ask(f"charge.{e.name}", f"{_label(scope)}: {text}", of, counsel="counsel" in of)


def _ask(found: Fact, scope: _Scope) -> Ask:
    text = f"{_label(scope)}: {found.ask}" if found.entity == "charge" else found.ask
    return Ask(found.key, text, found.of, counsel=found.of == "county counsel")


def _label(scope: _Scope) -> str | None:
    return scope.charge.label if scope.charge else None


def _text(given: Any) -> str | None:
    if given is None:
        return None
    if isinstance(given, date | datetime):
        return given.isoformat()
    if isinstance(given, bool):
        return "yes" if given else "no"
    return ", ".join(sorted(given)) if isinstance(given, tuple | list | frozenset) else str(given)
