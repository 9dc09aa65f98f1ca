"""What one column of an export seems to be, with the reason."""

from dataclasses import dataclass, field


@dataclass
class Proposal:
    """What one column seems to be (empty: it cannot be told), why, and how sure that is."""

    source: str
    plain: str = ""
    why: str = ""
    sure: float = 0.0
    forms: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    codes: dict[str, list[str]] = field(default_factory=dict)
    open_codes: list[str] = field(default_factory=list)
    meaningless: bool = False
    rivals: list[str] = field(default_factory=list)
    """Columns that seem to be the same just as surely, and were not taken."""
    counts: list[tuple[str, int]] = field(default_factory=list)
    """The distinct values with their counts, the most frequent first."""
    spoken: str = ""
    """A value that speaks of a hold; empty where none does."""
    head: str = ""
    """The words over the column where its name is its place."""
