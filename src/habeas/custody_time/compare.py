"""The jail's own release dates beside the sum: who is past it, who is due, who differs and why. Over-detention comes first of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from habeas.custody_time.answer import ReleaseAnswer
from habeas.custody_time.from_roster import HoldingGrounds, held_on
from habeas.custody_time.states import consecutive, likely_reasons, work_out
from habeas.roster.read import InCustody, people_in_custody
from habeas.roster.records import Roster


class DateVerdict(StrEnum):
    """What the comparison says of one person, the most urgent first."""

    PAST = "past"
    PAST_UNLESS_CONSECUTIVE = "past_unless_consecutive"
    PAST_JAILS_DATE = "past_jails_date"
    DUE_TODAY = "due_today"
    JAIL_LATER = "jail_later"
    JAIL_EARLIER = "jail_earlier"
    NO_JAIL_DATE = "no_jail_date"
    AGREES_IF_CONSECUTIVE = "agrees_if_consecutive"
    NOT_TOLD = "not_told"
    AGREES = "agrees"
    NOT_SENTENCED = "not_sentenced"


ORDER = {verdict: number for number, verdict in enumerate(DateVerdict)}
QUIET = frozenset({DateVerdict.AGREES, DateVerdict.NOT_SENTENCED})
SAYS = {
    DateVerdict.PAST: "past the date worked out, and still in custody",
    DateVerdict.PAST_UNLESS_CONSECUTIVE: "past the date worked out, unless the terms follow one another",
    DateVerdict.PAST_JAILS_DATE: "past the jail's own date, and still in custody",
    DateVerdict.DUE_TODAY: "to be released today",
    DateVerdict.JAIL_LATER: "the jail's date is later",
    DateVerdict.JAIL_EARLIER: "the jail's date is earlier",
    DateVerdict.NO_JAIL_DATE: "a date was worked out, the jail has none",
    DateVerdict.AGREES_IF_CONSECUTIVE: "the dates agree if the terms follow one another",
    DateVerdict.NOT_TOLD: "no date can be worked out from the record",
    DateVerdict.AGREES: "the dates agree",
    DateVerdict.NOT_SENTENCED: "no sentence on record",
}


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One person in custody: the two dates, the verdict, how many days lie between, why, and on what else the person is held."""

    person_id: str
    booking_id: str
    verdict: DateVerdict
    jails: date | None
    ours: date | None
    days: int | None
    reasons: tuple[str, ...]
    also: tuple[str, ...]
    answer: ReleaseAnswer | None

    def as_data(self) -> dict[str, Any]:
        """The row as JSON values."""
        return {
            "person_id": self.person_id,
            "booking_id": self.booking_id,
            "verdict": self.verdict.value,
            "scheduled_release_on": self.jails.isoformat() if self.jails else None,
            "computed_release_on": self.ours.isoformat() if self.ours else None,
            "days": self.days,
            "reasons": list(self.reasons),
            "also_held_for": list(self.also),
            "answer": self.answer.as_data() if self.answer else None,
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everybody in custody on a day, the most urgent first."""

    as_of: date
    rows: tuple[ComparedRow, ...]
    refused: int

    @property
    def needs_person(self) -> bool:
        """Whether anybody needs a person's eye, or a row of the roster was not read."""
        return bool(self.refused) or any(row.verdict not in QUIET for row in self.rows)

    def counts(self) -> dict[str, int]:
        """How many people have each verdict, the most urgent first."""
        found = Counter(row.verdict for row in self.rows)
        return {verdict.value: found[verdict] for verdict in DateVerdict}

    def as_data(self) -> dict[str, Any]:
        """The comparison as JSON values."""
        rows = [row.as_data() for row in self.rows]
        head = {"as_of": self.as_of.isoformat(), "people": len(rows), "counts": self.counts()}
        return head | {"refused_rows": self.refused, "assumes": list(ASSUMES), "rows": rows}


ASSUMES = (
    "The day a charge was disposed of is the day of its sentence.",
    "Custody runs from the booking to the sentence and on without a break; custody before the booking is not on this record.",
    "Terms of one booking run at the same time (Penal Code 669): the roster does not say otherwise.",
)


def compare(roster: Roster, as_of: date, jurisdiction: str) -> Comparison:
    """Compare everybody in custody on `as_of`, under the law of credits of `jurisdiction`."""
    rows = [_row(each, as_of, jurisdiction) for each in people_in_custody(roster, as_of)]
    rows.sort(key=lambda row: (ORDER[row.verdict], bool(row.also), -(row.days or 0), row.person_id))
    return Comparison(as_of, tuple(rows), len(roster.refused))


def _row(each: InCustody, as_of: date, jurisdiction: str) -> ComparedRow:
    held, jails = held_on(each.booking, jurisdiction), each.booking.scheduled_release_on
    answer = work_out(held.case) if held.case else None
    ours = answer.release_on if answer else None
    chained = consecutive(held.case) if held.case and ours else None
    verdict = _verdict(held, ours, chained, jails, as_of)
    reasons = _reasons(held, answer, jails, as_of)
    return ComparedRow(
        each.person.person_id,
        each.booking.booking_id,
        verdict,
        jails,
        ours,
        _days(verdict, ours or (held.latest if verdict is DateVerdict.PAST else None), jails, as_of),
        reasons,
        held.also,
        answer,
    )


def _verdict(
    held: HoldingGrounds, ours: date | None, chained: date | None, jails: date | None, as_of: date
) -> DateVerdict:
    """The first that holds, in the order of urgency."""
    past_jails, past = jails is not None and jails < as_of, ours is not None and ours < as_of
    past_any = ours is None and held.latest is not None and held.latest < as_of
    table = (
        (past_any, DateVerdict.PAST),
        (past and (chained is None or chained < as_of), DateVerdict.PAST),
        (past, DateVerdict.PAST_UNLESS_CONSECUTIVE),
        (past_jails, DateVerdict.PAST_JAILS_DATE),
        (held.case is None, DateVerdict.NOT_SENTENCED),
        (ours is None, DateVerdict.NOT_TOLD),
        (ours == as_of, DateVerdict.DUE_TODAY),
        (jails is None, DateVerdict.NO_JAIL_DATE),
        (jails == ours, DateVerdict.AGREES),
        (jails == chained, DateVerdict.AGREES_IF_CONSECUTIVE),
        (jails is not None and ours is not None and jails > ours, DateVerdict.JAIL_LATER),
    )
    return next((verdict for holds, verdict in table if holds), DateVerdict.JAIL_EARLIER)


def _past_any(held: HoldingGrounds, as_of: date) -> Iterator[str]:
    if held.latest is not None and held.latest < as_of:
        yield (
            f"Past under any reading: without a day of credit, and with the terms one after another, the last day was "
            f"{held.latest.isoformat()}."
        )


def _reasons(held: HoldingGrounds, answer: ReleaseAnswer | None, jails: date | None, as_of: date) -> tuple[str, ...]:
    if answer is None or held.case is None:
        return ()
    if answer.release_on is None:
        asked = [question.ask for each in (answer, *answer.terms) for question in each.questions]
        refused = [refusal.sentence for each in (answer, *answer.terms) for refusal in each.refusals]
        prison = [
            step.does
            for each in (answer, *answer.terms)
            for step in each.steps
            if step.does.startswith("No release date")
        ]
        return tuple(dict.fromkeys([*_past_any(held, as_of), *asked, *refused, *prison]))
    return likely_reasons(held.case, answer, jails) if jails and jails != answer.release_on else ()


def _days(verdict: DateVerdict, ours: date | None, jails: date | None, as_of: date) -> int | None:
    """Days past the date where somebody is past it, else days between the two dates (later: more than 0)."""
    if verdict is DateVerdict.PAST_JAILS_DATE and jails:
        return (as_of - jails).days
    if ours and ours <= as_of:
        return (as_of - ours).days
    return (jails - ours).days if jails and ours else None


def compare_text(made: Comparison) -> str:
    """The comparison for a person: how many, then a line for each whom somebody must look at."""
    lines = [f"{len(made.rows)} people in custody on {made.as_of.isoformat()}; each date worked out is an estimate."]
    lines += [f"  {count:>5}  {SAYS[DateVerdict(name)]}" for name, count in made.counts().items() if count]
    lines += (
        [f"  {made.refused} rows of the roster were not read; habeas roster check says why."] if made.refused else []
    )
    for row in made.rows:
        if row.verdict not in QUIET:
            lines += _row_lines(row)
    lines += [f"Assumes: {each}" for each in ASSUMES]
    return "\n".join(lines)


def _row_lines(row: ComparedRow) -> list[str]:
    days = f" ({abs(row.days)} {'day' if abs(row.days) == 1 else 'days'})" if row.days else ""
    head = f"{row.person_id} (booking {row.booking_id}): {SAYS[row.verdict]}{days}."
    dates = f"  jail {row.jails or 'none'}, worked out {row.ours or 'none'}"
    also = [f"  Also held for: {', '.join(row.also)}."] if row.also else []
    return [head, dates, *also, *(f"  {reason}" for reason in row.reasons)]
