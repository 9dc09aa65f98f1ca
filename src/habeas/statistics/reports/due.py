"""What is due to whom and when, in one place: the periodic duties of its packs, each with the report that answers it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.periods import owed
from habeas.law.model.vocabulary import Sureness
from habeas.places.table import place_of
from habeas.statistics.reports.catalog import ReportKind, catalog

AHEAD = timedelta(days=366)
"""How far ahead is looked: each duty comes round at least once."""


@dataclass(frozen=True, slots=True)
class DueReport:
    """One report owed: the duty's id, what, to whom, by whom, for which days, by when, on which law; `report` answers it."""

    duty: str
    what: str
    to: str
    by: str
    first: date
    last: date
    due: date
    citation: str
    read: bool
    report: str = ""

    def as_data(self) -> dict[str, object]:
        """It as JSON values."""
        return {
            "duty": self.duty, "report": self.report, "what": self.what, "to": self.to, "by": self.by,
            "from": self.first.isoformat(), "to_day": self.last.isoformat(), "due": self.due.isoformat(),
            "citation": self.citation, "text_was_read": self.read,
        }  # fmt: skip


def due_reports(place: str, day: date) -> list[DueReport]:
    """What falls due in `place` from `day` on, within a year, the earliest first. Raises BadInputError for an unknown place."""
    answers = {kind.duty: kind.name for kind in catalog().values() if kind.duty}
    return sorted(_due(place, day, answers), key=lambda each: (each.due, each.duty))


def by_duty(rows: Iterable[DueReport]) -> list[list[DueReport]]:
    """The reports owed, those of one duty together, in the order in which each comes first."""
    found: dict[str, list[DueReport]] = {}
    for each in rows:
        found.setdefault(each.duty, []).append(each)
    return list(found.values())


def _due(place: str, day: date, answers: dict[str, str]) -> Iterator[DueReport]:
    for pack in resolve(place).packs:
        for duty in pack.periodic:
            for each in owed(duty, day, day + AHEAD):
                source = duty.source
                yield DueReport(
                    duty.id, duty.what, duty.to, duty.by, each.first, each.last, each.due, source.citation,
                    source.sureness is Sureness.VERIFIED, answers.get(duty.id, ""),
                )  # fmt: skip


def without_day(place: str) -> list[ReportKind]:
    """The reports of `place` that the packs know no due day of: the law, or the day in it, is not a rule of a pack."""
    place_of(place)
    return [kind for kind in catalog().values() if not kind.duty and kind.holds_in(place)]
