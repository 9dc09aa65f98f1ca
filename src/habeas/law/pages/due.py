"""What of the law must be read again, and by when: what is watched, what was never read in its text, what was read long ago, and
counsel's findings with their review days.

A text that was read is to be compared with the law in force once a year; one without a day of reading, at once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from habeas.law.engine.evaluate import years_later
from habeas.law.model.provision import Pack, Source
from habeas.law.model.vocabulary import Sureness

READ_AGAIN_AFTER_YEARS = 1
_ORDER = ("watch", "finding", "unread", "old")


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to look at: in which `pack`, of what `kind` (watch, finding, unread, old), `what` it is, and `by` when; None is now."""

    pack: str
    kind: str
    citation: str
    what: str
    address: str
    by: date | None

    def late(self, day: date) -> bool:
        """Whether it should have been looked at by `day`."""
        return self.by is None or self.by <= day

    def as_data(self, day: date) -> dict[str, Any]:
        """The row as JSON values."""
        return asdict(self) | {"by": self.by.isoformat() if self.by else None, "late": self.late(day)}

    def sentence(self) -> str:
        """The row in one line."""
        return f"{self.by.isoformat() if self.by else 'now':10}  {self.pack}  {self.citation}: {self.what}"


def due(packs: Iterable[Pack], as_of: date) -> list[Due]:
    """Everything to look at again in `packs` as they are in force on `as_of`, the earliest first."""
    found = [each for pack in packs for each in _of(pack, as_of)]
    return sorted(found, key=lambda each: (each.by or date.min, _ORDER.index(each.kind), each.pack, each.citation))


def _of(pack: Pack, as_of: date) -> Iterator[Due]:
    for watch in pack.watches:
        if watch.settled_on is None or as_of < watch.settled_on:
            yield Due(pack.id, "watch", watch.citation, watch.sentence, watch.address, watch.look_again)
    for rule in pack.provisions:
        if rule.answers and rule.effective.end is not None:
            last = rule.effective.end - timedelta(days=1)
            yield Due(pack.id, "finding", rule.source.citation, rule.sentence, rule.source.address, last)
    laws = [rule for rule in pack.rules if not getattr(rule, "answers", ()) and rule.effective.holds_on(as_of)]
    for source in dict.fromkeys([*(rule.source for rule in laws), *(note.source for note in pack.notes)]):
        yield from _of_source(pack.id, source)


def _of_source(pack: str, source: Source) -> Iterator[Due]:
    if source.sureness is not Sureness.VERIFIED:
        yield Due(pack, "unread", source.citation, source.settle, source.address, None)
        return
    what = "compare what was read with the text in force."
    by = years_later(source.read_on, READ_AGAIN_AFTER_YEARS) if source.read_on else None
    yield Due(
        pack, "old", source.citation, what if by else f"its day of reading was not kept: {what}", source.address, by
    )
