"""What a later version of a report corrects: each fact that counts elsewhere now, where it counted before, and why."""

from dataclasses import dataclass

CORRECTIONS = ("fact", "old", "new", "reason")
"""The columns of corrections.csv."""
NOWHERE = "counted nowhere"


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that counts elsewhere: the cells it counted in before and now, and what was done since, in words."""

    fact: str
    old: frozenset[str]
    new: frozenset[str]
    since: tuple[str, ...]

    @property
    def row(self) -> tuple[str, str, str, str]:
        """It as a row of corrections.csv: only the cells that differ."""
        reason = "; ".join(dict.fromkeys(self.since)) or "entered later, or taken out"
        return self.fact, _cells(self.old - self.new), _cells(self.new - self.old), reason


def _cells(names: frozenset[str]) -> str:
    return "; ".join(sorted(names)) or NOWHERE
