"""Why a condition came out as it did: a tree of data, each node with its value and the fact it rested on.

Only what the value rests on is kept: one true part makes an "or" true, one false part an "and" false.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple

from habeas.law.engine.evaluate import Evaluator
from habeas.law.model import expressions as x
from habeas.law.model.case import Case, ChargeRecord
from habeas.law.model.facts import FACTS, Fact
from habeas.law.model.kleene import Truth
from habeas.law.model.phrases import says
from habeas.requests.vocabulary import DHS_FORMS

HISTORY = "person.history_complete"
DHS_OFFICE = "the issuing DHS office"
"""Who can say who signed a form of the DHS: no court's clerk knows."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that is open: the fact, the sentence to put, and who can say."""

    fact: str
    ask: str
    of: str
    counsel: bool = False
    """A question of law rather than a missing fact."""


class TraceNode(NamedTuple):
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
    x.All: "all of the following",
    x.Any_: "any of the following",
    x.Not: "none of the following",
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
    return _TRACE.get(type(e), _leaf)(e, scope)


def _all(e: x.All, scope: _Scope) -> TraceNode:
    """Every part where all are true, the first false one, or the unknown ones."""
    return _joined(_JOINTS[x.All], e.of, scope, ends=False)


def _any(e: x.Any_, scope: _Scope) -> TraceNode:
    """Every part where all are false, the first true one, or the unknown ones."""
    return _joined(_JOINTS[x.Any_], e.of, scope, ends=True)


def _joined(name: str, parts: tuple[x.Expression, ...], scope: _Scope, *, ends: bool) -> TraceNode:
    nodes: list[TraceNode] = []
    value: Truth = not ends
    for part in parts:
        node = _trace(part, scope)
        if node.value is ends:
            return TraceNode(name, ends, because=(node,))
        if node.value is None:
            value = None
        nodes.append(node)
    return TraceNode(name, value, because=tuple(node for node in nodes if node.value is value))


def _not(e: x.Not, scope: _Scope) -> TraceNode:
    inner = _trace(e.part, scope)
    return TraceNode(_JOINTS[x.Not], None if inner.value is None else not inner.value, because=(inner,))


def _on_record(e: x.OnRecord, scope: _Scope) -> TraceNode:
    """What is on record with what it rests on; what is not known is no question here: nobody has recorded it."""
    inner = _trace(e.part, scope)
    kept = () if inner.value is None else (inner,)
    return TraceNode(says(e), inner.value is True, because=kept)


def _item(e: x.Item, scope: _Scope) -> TraceNode:
    inner = _trace(e.part, scope)
    return TraceNode(says(e), inner.value, because=(inner,))


def _of_charges(e: x.AnyCharge | x.AnyPresentCharge, scope: _Scope) -> TraceNode:
    name = _JOINTS[type(e)]
    nodes = []
    for charge in scope.case.charges:
        node = _trace(e.condition, scope.of(charge))
        if node.value is True:
            return TraceNode(name, True, because=(node,))
        nodes.append(node)
    present = isinstance(e, x.AnyPresentCharge)
    whole = scope.case.charges_known if present else scope.case.record_complete is True
    value: Truth = None if not whole or any(node.value is None for node in nodes) else False
    kept = tuple(node for node in nodes if node.value is value)
    extra = () if value is not None or ((present or whole) and kept) else (_open_record(e, scope.case),)
    return TraceNode(name, value, because=kept + extra)


def _open_record(e: x.Expression, case: Case) -> TraceNode:
    if not case.charges_known:
        ask = Ask("charges", "Which charges and convictions are on the person's record?", "records unit")
        return TraceNode("the charges are known", None, "charges", ask=ask)
    ask = Ask(HISTORY, "Has the person's full criminal history been checked?", "records unit")
    return TraceNode("the record of charges is whole", None, HISTORY, ask=ask)


def _of_counsel(e: x.AskCounsel, scope: _Scope) -> TraceNode:
    inner = _trace(e.when, scope)
    value: Truth = False if inner.value is False else None
    open_now = inner.value is True
    ask = Ask("law", e.question, "county counsel", counsel=True) if open_now else None
    return TraceNode(f"counsel's question: {e.question}", value, ask=ask, charge=_label(scope), because=(inner,))


def _leaf(e: x.Expression, scope: _Scope) -> TraceNode:
    value = scope.value(e)
    found = getattr(e, "fact", None)
    if not isinstance(found, Fact):
        asks = ask_for(FACTS["request.asks"], scope.case) if value is None else None
        return TraceNode(says(e), value, ask=asks)
    given = scope.case.value(found.entity, found.name, scope.charge)
    ask = _ask(found, scope) if value is None else None
    return TraceNode(says(e), value, found.key, _text(given), _label(scope), ask=ask)


def _of_class(e: x.ClassIs, scope: _Scope) -> TraceNode:
    value = scope.value(e)
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
    asked = ask_for(found, scope.case)
    return replace(asked, ask=f"{_label(scope)}: {found.ask}") if found.entity == "charge" else asked


def ask_for(found: Fact, case: Case) -> Ask:
    """Return the question for a fact that is missing in `case`, addressed to whoever can say."""
    of_dhs = found.key == "request.signer" and case.value("request", "kind") in DHS_FORMS
    of = DHS_OFFICE if of_dhs else found.of
    return Ask(found.key, found.ask, of, counsel=of == "county counsel")


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


_TRACE: dict[type, Callable[[Any, _Scope], TraceNode]] = {
    x.All: _all,
    x.Any_: _any,
    x.Not: _not,
    x.OnRecord: _on_record,
    x.Item: _item,
    x.AnyCharge: _of_charges,
    x.AnyPresentCharge: _of_charges,
    x.AskCounsel: _of_counsel,
    x.ClassIs: _of_class,
}
"""How each kind of condition is explained; the rest are leaves."""
