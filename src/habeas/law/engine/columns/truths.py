"""Three-valued conditions over many rows at once: a program of strong Kleene steps, run on sets of bits.

Each value is two whole numbers, a bit a row: where it is true, and where it is false; where neither, it is unknown. A program holds each
step once, however many rules and acts come to it, and runs over the combinations that occur rather than over rows.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from habeas.law.model.kleene import Truth

Bits = tuple[int, int]
"""Where true, and where false."""
Step = tuple[str, int, int]
AND, OR, NOT, NULL, HOLDS, LEAF, CONSTANT = "and", "or", "not", "null", "holds", "leaf", "constant"


@dataclass(slots=True)
class Program:
    """The steps so far, and the leaves they rest on by number."""

    steps: list[Step] = field(default_factory=list)
    leaves: dict[Hashable, int] = field(default_factory=dict)
    _known: dict[Step, "Value"] = field(default_factory=dict)
    _constants: dict[Truth, "Value"] = field(default_factory=dict)

    def leaf(self, key: Hashable) -> "Value":
        """The value given from outside under `key`."""
        return self.step(LEAF, self.leaves.setdefault(key, len(self.leaves)), 0)

    def constant(self, value: Truth) -> "Value":
        """A value that is the same in every row."""
        found = self._constants.get(value)
        if found is None:
            found = self._constants[value] = self.step(CONSTANT, {True: 1, False: 0, None: 2}[value], 0)
        return found

    def step(self, name: str, first: int, second: int) -> "Value":
        """A step, or the one that is there already."""
        made = (name, first, second)
        found = self._known.get(made)
        if found is None:
            found = self._known[made] = Value(self, len(self.steps))
            self.steps.append(made)
        return found

    def needed(self, wanted: Iterable[int]) -> list[int]:
        """The steps that others rest on and they themselves, each after what it rests on itself."""
        seen: set[int] = set()
        waiting = list(wanted)
        while waiting:
            at = waiting.pop()
            if at not in seen:
                seen.add(at)
                waiting += _rests_on(self.steps[at])
        return sorted(seen)

    def run(self, order: Sequence[int], given: Mapping[int, Bits], rows: int) -> dict[int, Bits]:
        """The value of each step in `order` over `rows` rows; `given` holds the leaves by number."""
        full, found = (1 << rows) - 1, dict[int, Bits]()
        for at in order:
            name, first, second = self.steps[at]
            if name == LEAF:
                found[at] = given[first]
            elif name == CONSTANT:
                found[at] = (full if first == 1 else 0, full if first == 0 else 0)
            else:
                found[at] = _WORKED_OUT[name](found[first], found[second], full)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """A step of a program."""

    program: Program
    at: int

    def __and__(self, other: "Value") -> "Value":
        return self._joined(AND, other, ends=False)

    def __or__(self, other: "Value") -> "Value":
        return self._joined(OR, other, ends=True)

    def _joined(self, name: str, other: "Value", *, ends: bool) -> "Value":
        end, idle = self.program.constant(ends), self.program.constant(not ends)
        if self is end or other is end:
            return end
        if self is idle or self is other:
            return other
        if other is idle:
            return self
        return self.program.step(name, min(self.at, other.at), max(self.at, other.at))

    def __invert__(self) -> "Value":
        return self._alone(NOT)

    def is_null(self) -> "Value":
        """Whether it is unknown: true or false."""
        return self._alone(NULL)

    def holds(self) -> "Value":
        """Whether it is true and not only possible: true or false."""
        return self._alone(HOLDS)

    def _alone(self, name: str) -> "Value":
        """A step on this value; of a constant it is a constant."""
        kind, which, _ = self.program.steps[self.at]
        if kind != CONSTANT:
            return self.program.step(name, self.at, self.at)
        settled: dict[str, tuple[Truth, ...]] = {
            NOT: (True, False, None),
            NULL: (False, False, True),
            HOLDS: (False, True, False),
        }
        return self.program.constant(settled[name][which])


def _rests_on(step: Step) -> tuple[int, ...]:
    return () if step[0] in {LEAF, CONSTANT} else step[1:]


_WORKED_OUT: dict[str, Callable[[Bits, Bits, int], Bits]] = {
    AND: lambda a, b, full: (a[0] & b[0], a[1] | b[1]),
    OR: lambda a, b, full: (a[0] | b[0], a[1] & b[1]),
    NOT: lambda a, b, full: (a[1], a[0]),
    NULL: lambda a, b, full: (full ^ (a[0] | a[1]), a[0] | a[1]),
    HOLDS: lambda a, b, full: (a[0], full ^ a[0]),
}
